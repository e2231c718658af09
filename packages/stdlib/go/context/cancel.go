package context

import "time"

// One goroutine runs at a time, and nothing here waits between looking at a context and changing it: no locks.

// cancelCtxKey is the key under which a cancelCtx has itself as a value.
var cancelCtxKey int

// closedDone is the Done of contexts that were cancelled before the first use.
var closedDone = make(chan struct{})

func init() { close(closedDone) }

// canceler is what a cancelCtx cancels along with itself.
type canceler interface {
	cancel(removeFromParent bool, err, cause error)
	// links are those of the list of children that it is in.
	links() *childLinks
}

// childLinks makes the children of a context a list.
type childLinks struct {
	parent         *cancelCtx
	previous, next canceler
	stopWatching   func()
}

// cancelCtx can be cancelled; that cancels its children too, in the order in which they were made.
type cancelCtx struct {
	parent      Context
	done        chan struct{}
	first, last canceler
	err         error
	cause       error
	childLinks
}

func (c *cancelCtx) links() *childLinks { return &c.childLinks }

func (c *cancelCtx) Deadline() (deadline time.Time, ok bool) { return c.parent.Deadline() }

func (c *cancelCtx) Value(key any) any { return valueOf(c, key) }

func (c *cancelCtx) Done() <-chan struct{} {
	if c.done == nil {
		c.done = make(chan struct{})
	}
	return c.done
}

func (c *cancelCtx) Err() error {
	return c.err
}

func (c *cancelCtx) String() string { return nameOf(c.parent) + ".WithCancel" }

// WithCancel returns a context that is done when parent is or when the function is called.
func WithCancel(parent Context) (ctx Context, cancel CancelFunc) {
	c := newCancelCtx(parent)
	return c, func() { c.cancel(true, Canceled, nil) }
}

// WithCancelCause is WithCancel with a function that takes the reason, which Cause returns.
func WithCancelCause(parent Context) (ctx Context, cancel CancelCauseFunc) {
	c := newCancelCtx(parent)
	return c, func(cause error) { c.cancel(true, Canceled, cause) }
}

func newCancelCtx(parent Context) *cancelCtx {
	if parent == nil {
		panic("cannot create context from nil parent")
	}
	c := &cancelCtx{parent: parent}
	attach(parent, c)
	return c
}

// Cause returns why a context is done: what was given to its CancelCauseFunc, or its Err; nil if it is not.
func Cause(c Context) error {
	if cc, ok := c.Value(&cancelCtxKey).(*cancelCtx); ok {
		if cc.cause != nil {
			return cc.cause
		}
	}
	return c.Err()
}

// afterFuncer is a context that notices by itself when it is done.
type afterFuncer interface {
	AfterFunc(func()) func() bool
}

// attach lets child be cancelled when parent is.
func attach(parent Context, child canceler) {
	done := parent.Done()
	if done == nil {
		return
	}
	select {
	case <-done:
		child.cancel(false, parent.Err(), Cause(parent))
		return
	default:
	}
	if p, ok := parent.Value(&cancelCtxKey).(*cancelCtx); ok && p.Done() == done {
		if err := p.err; err != nil {
			child.cancel(false, err, p.cause)
			return
		}
		p.add(child)
		return
	}
	if a, ok := parent.(afterFuncer); ok {
		stop := a.AfterFunc(func() { child.cancel(false, parent.Err(), Cause(parent)) })
		child.links().stopWatching = func() { stop() }
		return
	}
	own := make(chan struct{})
	stopped := false
	child.links().stopWatching = func() {
		if !stopped {
			stopped = true
			close(own)
		}
	}
	go func() {
		select {
		case <-done:
			child.cancel(false, parent.Err(), Cause(parent))
		case <-own:
		}
	}()
}

// add appends a child.
func (c *cancelCtx) add(child canceler) {
	l := child.links()
	l.parent = c
	l.previous = c.last
	if c.last == nil {
		c.first = child
	} else {
		c.last.links().next = child
	}
	c.last = child
}

// remove takes a child out of the list.
func (c *cancelCtx) remove(child canceler) {
	l := child.links()
	if l.previous == nil {
		c.first = l.next
	} else {
		l.previous.links().next = l.next
	}
	if l.next == nil {
		c.last = l.previous
	} else {
		l.next.links().previous = l.previous
	}
	l.parent, l.previous, l.next = nil, nil, nil
}

// detach lets child be cancelled without its parent.
func detach(child canceler) {
	l := child.links()
	if l.parent != nil {
		l.parent.remove(child)
	}
	if l.stopWatching != nil {
		l.stopWatching()
	}
}

// cancel closes Done and cancels the children; what happened before wins.
func (c *cancelCtx) cancel(removeFromParent bool, err, cause error) {
	if cause == nil {
		cause = err
	}
	if c.err != nil {
		return
	}
	c.err = err
	c.cause = cause
	if c.done == nil {
		c.done = closedDone
	} else {
		close(c.done)
	}
	for c.first != nil {
		child := c.first
		c.remove(child)
		child.cancel(false, err, cause)
	}
	if removeFromParent {
		detach(c)
	}
}

// timerCtx is a cancelCtx with a deadline.
type timerCtx struct {
	cancelCtx
	timer    *time.Timer
	deadline time.Time
}

func (c *timerCtx) Deadline() (deadline time.Time, ok bool) { return c.deadline, true }

func (c *timerCtx) Value(key any) any { return valueOf(c, key) }

func (c *timerCtx) String() string {
	return nameOf(c.parent) + ".WithDeadline(" + c.deadline.String() + " [" + time.Until(c.deadline).String() + "])"
}

func (c *timerCtx) cancel(removeFromParent bool, err, cause error) {
	c.cancelCtx.cancel(false, err, cause)
	if removeFromParent {
		detach(c)
	}
	if c.timer != nil {
		c.timer.Stop()
		c.timer = nil
	}
}

// WithDeadline returns a context that is done when parent is, at the time d, or when the function is called.
func WithDeadline(parent Context, d time.Time) (Context, CancelFunc) {
	return WithDeadlineCause(parent, d, nil)
}

// WithDeadlineCause is WithDeadline with what Cause returns when the deadline has passed.
func WithDeadlineCause(parent Context, d time.Time, cause error) (Context, CancelFunc) {
	if parent == nil {
		panic("cannot create context from nil parent")
	}
	if current, ok := parent.Deadline(); ok && current.Before(d) {
		return WithCancel(parent)
	}
	c := &timerCtx{deadline: d}
	c.parent = parent
	attach(parent, c)
	left := time.Until(d)
	if left <= 0 {
		c.cancel(true, DeadlineExceeded, cause)
		return c, func() { c.cancel(false, Canceled, nil) }
	}
	if c.err == nil {
		c.timer = time.AfterFunc(left, func() { c.cancel(true, DeadlineExceeded, cause) })
	}
	return c, func() { c.cancel(true, Canceled, nil) }
}

// WithTimeout is WithDeadline for a time from now.
func WithTimeout(parent Context, timeout time.Duration) (Context, CancelFunc) {
	return WithDeadline(parent, time.Now().Add(timeout))
}

// WithTimeoutCause is WithDeadlineCause for a time from now.
func WithTimeoutCause(parent Context, timeout time.Duration, cause error) (Context, CancelFunc) {
	return WithDeadlineCause(parent, time.Now().Add(timeout), cause)
}

// AfterFunc calls f in a goroutine of its own when ctx is done. The function that it returns keeps that from happening, and
// reports whether it did.
func AfterFunc(ctx Context, f func()) (stop func() bool) {
	a := &afterFuncCtx{f: f}
	a.parent = ctx
	attach(ctx, a)
	return func() bool {
		if a.called {
			return false
		}
		a.called = true
		a.cancel(true, Canceled, nil)
		return true
	}
}

// afterFuncCtx is the child of a context that calls a function when it is cancelled.
type afterFuncCtx struct {
	cancelCtx
	called bool // or never to be called
	f      func()
}

func (a *afterFuncCtx) cancel(removeFromParent bool, err, cause error) {
	a.cancelCtx.cancel(false, err, cause)
	if removeFromParent {
		detach(a)
	}
	if !a.called {
		a.called = true
		go a.f()
	}
}
