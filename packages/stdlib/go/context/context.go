// Package context carries deadlines, cancellation and values of a request through calls and goroutines.
package context

import (
	"errors"
	"internal/reflectlite"
	"time"
)

// A Context is a deadline, a signal to give up, and values.
type Context interface {
	// Deadline returns the time at which work is to be given up, and whether there is one.
	Deadline() (deadline time.Time, ok bool)
	// Done returns a channel that is closed when work is to be given up; nil if that never happens.
	Done() <-chan struct{}
	// Err says why Done is closed: Canceled or DeadlineExceeded; nil before.
	Err() error
	// Value returns the value under key, or nil.
	Value(key any) any
}

// Canceled is the Err of a context that was cancelled.
var Canceled = errors.New("context canceled")

// DeadlineExceeded is the Err of a context whose deadline has passed.
var DeadlineExceeded error = deadlineExceededError{}

type deadlineExceededError struct{}

func (deadlineExceededError) Error() string   { return "context deadline exceeded" }
func (deadlineExceededError) Timeout() bool   { return true }
func (deadlineExceededError) Temporary() bool { return true }

// A CancelFunc tells those who work for a context to give up. It does not wait for them.
type CancelFunc func()

// A CancelCauseFunc is a CancelFunc with a reason, nil for Canceled.
type CancelCauseFunc func(cause error)

// emptyCtx is never cancelled and has neither values nor a deadline.
type emptyCtx struct{}

func (emptyCtx) Deadline() (deadline time.Time, ok bool) { return }
func (emptyCtx) Done() <-chan struct{}                   { return nil }
func (emptyCtx) Err() error                              { return nil }
func (emptyCtx) Value(key any) any                       { return nil }

type backgroundCtx struct{ emptyCtx }

func (backgroundCtx) String() string { return "context.Background" }

type todoCtx struct{ emptyCtx }

func (todoCtx) String() string { return "context.TODO" }

// Background returns the empty context from which all others come.
func Background() Context { return backgroundCtx{} }

// TODO returns an empty context where it is not clear yet which one to use.
func TODO() Context { return todoCtx{} }

// WithValue returns a context with a value under key, which is comparable and should be of a type of its own.
func WithValue(parent Context, key, val any) Context {
	if parent == nil {
		panic("cannot create context from nil parent")
	}
	if key == nil {
		panic("nil key")
	}
	if !reflectlite.TypeOf(key).Comparable() {
		panic("key is not comparable")
	}
	return &valueCtx{parent, key, val}
}

type valueCtx struct {
	Context
	key, value any
}

func (c *valueCtx) Value(key any) any {
	if c.key == key {
		return c.value
	}
	return valueOf(c.Context, key)
}

func (c *valueCtx) String() string {
	return nameOf(c.Context) + ".WithValue(" + text(c.key) + ", " + text(c.value) + ")"
}

// valueOf is ctx.Value(key), without recursion through the contexts of this package.
func valueOf(ctx Context, key any) any {
	for {
		switch c := ctx.(type) {
		case *valueCtx:
			if c.key == key {
				return c.value
			}
			ctx = c.Context
		case *cancelCtx:
			if key == &cancelCtxKey {
				return c
			}
			ctx = c.parent
		case *timerCtx:
			if key == &cancelCtxKey {
				return &c.cancelCtx
			}
			ctx = c.parent
		case *afterFuncCtx:
			ctx = c.parent
		case withoutCancelCtx:
			if key == &cancelCtxKey {
				return nil
			}
			ctx = c.parent
		case backgroundCtx, todoCtx:
			return nil
		default:
			return ctx.Value(key)
		}
	}
}

// WithoutCancel returns a context with the values of parent, but neither its deadline nor its cancellation.
func WithoutCancel(parent Context) Context {
	if parent == nil {
		panic("cannot create context from nil parent")
	}
	return withoutCancelCtx{parent: parent}
}

type withoutCancelCtx struct {
	emptyCtx
	parent Context
}

func (c withoutCancelCtx) Value(key any) any { return valueOf(c, key) }
func (c withoutCancelCtx) String() string    { return nameOf(c.parent) + ".WithoutCancel" }

type stringer interface{ String() string }

func nameOf(c Context) string {
	if s, ok := c.(stringer); ok {
		return s.String()
	}
	return reflectlite.TypeOf(c).String()
}

// text returns strings and Stringers as they are, and the type of everything else.
func text(v any) string {
	switch s := v.(type) {
	case stringer:
		return s.String()
	case string:
		return s
	case nil:
		return "<nil>"
	}
	return reflectlite.TypeOf(v).String()
}
