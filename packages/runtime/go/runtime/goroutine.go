package runtime

import "unsafe"

// g is a goroutine.
type g struct {
	coroutine coroutine
	entry     func()  // what it is to run; nil once it has started
	next      *g      // in a run queue, a queue of sleepers or the free list
	waiter    waiter  // where it waits for one channel
	cases     *waiter // where it waits for several: the cases of its select
	caseCount uint32
	woken     *waiter // the case that ended the waiting
	timer     *timer  // of time.Sleep, made at its first use
	defers    *deferRecord
	panics    *panicRecord
	older     *g // all goroutines that are alive, in the order in which they were made
	newer     *g
	pull      *pull // the sequence of iter.Pull that it runs
	site      *goSite
	id        uint64
	parent    uint64
	reason    uint8 // why it waits
	success   bool  // the waiting ended with a value, not because of close
	dead      bool  // it has called Goexit
	locks     uint32
	labels    unsafe.Pointer // of package runtime/pprof, inherited
	fips      uint8          // what crypto has noted about the last algorithm
	bypass    bool           // crypto does not look at that
}

// goSite is the position of a go statement; the compiler makes it.
type goSite struct {
	function string
	line     string
}

// Reasons for waiting.
const (
	waitNothing = iota
	waitReceive
	waitReceiveNil
	waitSend
	waitSendNil
	waitSelect
	waitSelectNone
	waitSleep
	waitInputReason
	// Package sync knows the numbers of these.
	waitMutex
	waitReadLock
	waitWriteLock
	waitGroup
	waitCond
)

// reasonTexts are the reasons in Go's words.
var reasonTexts = [16]string{
	waitNothing:     "runnable",
	waitReceive:     "chan receive",
	waitReceiveNil:  "chan receive (nil chan)",
	waitSend:        "chan send",
	waitSendNil:     "chan send (nil chan)",
	waitSelect:      "select",
	waitSelectNone:  "select (no cases)",
	waitSleep:       "sleep",
	waitInputReason: "IO wait",
	waitMutex:       "sync.Mutex.Lock",
	waitReadLock:    "sync.RWMutex.RLock",
	waitWriteLock:   "sync.RWMutex.Lock",
	waitGroup:       "sync.WaitGroup.Wait",
	waitCond:        "sync.Cond.Wait",
}

// All goroutines, and those that have ended and can be used again.
var (
	oldest         *g
	newest         *g
	freeGoroutines *g
	goroutineCount int
	lastGoroutine  uint64
	// A waiter in a g holds a word of any type.
	goroutineAllocator = allocator{kind: spanWords}
)

// newGoroutine is the go statement.
func newGoroutine(entry func(), site *goSite) {
	gp := makeGoroutine(entry)
	gp.site = site
	gp.parent = machine.current.id
	gp.labels = machine.current.labels
	ready(gp)
}

// checkGo ends the program if the function of a go statement is nil.
func checkGo(function unsafe.Pointer) {
	if function == nil {
		fatal("go of nil func value")
	}
}

// makeGoroutine returns a goroutine that has yet to be put into a queue.
func makeGoroutine(entry func()) *g {
	gp := freeGoroutines
	if gp != nil {
		freeGoroutines = gp.next
	} else {
		gp = (*g)(newFixed(&goroutineAllocator, (uint32(unsafe.Sizeof(g{}))+7)&^7))
		gp.waiter.g = gp
	}
	gp.entry = entry
	lastGoroutine++
	gp.id = lastGoroutine
	goroutineCount++
	gp.older = newest
	if newest == nil {
		oldest = gp
	} else {
		newest.newer = gp
	}
	newest = gp
	return gp
}

// release takes a goroutine that has ended out of the list.
func (gp *g) release() {
	if gp.dead {
		gp.coroutine.drop()
	}
	goroutineCount--
	older, newer := gp.older, gp.newer
	if older == nil {
		oldest = newer
	} else {
		older.newer = newer
	}
	if newer == nil {
		newest = older
	} else {
		newer.older = older
	}
	gp.newer = nil
	gp.id = 0
	gp.dead = false
	gp.pull = nil
	gp.locks = 0
	gp.labels = nil
	gp.fips = 0
	gp.bypass = false
	gp.next = freeGoroutines
	freeGoroutines = gp
}

// park lets other goroutines run until somebody calls ready for this one.
func park(reason uint8) {
	machine.current.reason = reason
	suspend()
}

// Gosched lets other goroutines run.
func Gosched() {
	gp := machine.current
	gp.reason = waitNothing
	scheduler.global.push(gp)
	suspend()
}

// Goexit ends the goroutine that calls it, after its deferred calls.
func Goexit() {
	panics = nil
	runAllDeferred()
	if c := machine.current.pull; c != nil {
		// The sequence ends here; pullNext does so for the goroutine that called it.
		c.exited = true
	} else {
		machine.current.dead = true
	}
	suspend()
}

// runAllDeferred takes over the deferred calls of all functions of the goroutine; so panics of theirs that are recovered
// come back to here.
//
//go:noinline
func runAllDeferred() {
	defer lastDeferred()
	frame := defers.frame
	for d := defers; d != nil; d = d.link {
		d.frame = frame
	}
}

// lastDeferred makes the compiler expect deferred calls that can suspend.
//
//go:noinline
func lastDeferred() {
	if machine.current.dead {
		suspend()
	}
}

// NumGoroutine returns the number of goroutines that exist.
func NumGoroutine() int {
	if goroutineCount == 0 {
		return 1 + pullCount
	}
	return goroutineCount + pullCount
}

// LockOSThread ties the goroutine to its thread: there is only one.
func LockOSThread() {
	if gp := machine.current; gp != nil {
		gp.locks++
	}
}

// UnlockOSThread undoes one LockOSThread.
func UnlockOSThread() {
	if gp := machine.current; gp != nil && gp.locks > 0 {
		gp.locks--
	}
}

// NumCPU returns the number of processors that the program can use.
func NumCPU() int { return maxProcessors }

// GOMAXPROCS returns the number of processors that run goroutines, which cannot be changed.
func GOMAXPROCS(n int) int { return maxProcessors }

// goroutineQueue is a queue of goroutines, first in, first out. A goroutine is in one at most.
type goroutineQueue struct {
	first *g
	last  *g
}

func (q *goroutineQueue) push(gp *g) {
	gp.next = nil
	if q.first == nil {
		q.first = gp
	} else {
		q.last.next = gp
	}
	q.last = gp
}

func (q *goroutineQueue) pop() *g {
	gp := q.first
	if gp != nil {
		q.first = gp.next
	}
	return gp
}

// sleepIn waits in a queue for wakeFrom. Package sync rests on the two.
func sleepIn(q *goroutineQueue, reason uint8) {
	q.push(machine.current)
	park(reason)
}

// wakeFrom wakes the goroutine that has waited longest and reports whether there was one.
func wakeFrom(q *goroutineQueue) bool {
	gp := q.pop()
	if gp == nil {
		return false
	}
	ready(gp)
	return true
}

// sleepFirstIn is sleepIn before all who wait already.
func sleepFirstIn(q *goroutineQueue, reason uint8) {
	gp := machine.current
	if q.first == nil {
		q.last = gp
	}
	gp.next = q.first
	q.first = gp
	park(reason)
}
