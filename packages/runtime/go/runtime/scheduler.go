package runtime

import "unsafe"

// The scheduler. An m runs goroutines, a p is the right to run them together with what that needs: a queue of
// runnable goroutines and timers. There is one m today; goroutines that a p has too many of go to the global queue,
// and a p that has none takes from there or from another p.

const (
	maxProcessors = 1
	queueSize     = 256
	// How often in a row goroutines that were woken last may run before the queue has its turn.
	maxStreak = 64
	// Clocks are slow: with timers pending, one switch in so many looks at the time.
	timerInterval = 16
	// After so many operations in vain a goroutine lets others run, or looks at the time.
	triesInterval = 32
	clockInterval = 128
	// One switch in so many serves the global queue before the local one.
	globalInterval = 61
	// So many switches make one step of a program that the host drives.
	stepSwitches = 1 << 15
)

// m is a thread.
type m struct {
	current *g // the goroutine that runs
	p       *p
}

// p is a processor.
type p struct {
	next   *g // runs first: it was woken last, and what it needs is near
	head   uint32
	tail   uint32
	tick   uint32
	streak uint32
	queue  [queueSize]*g
	timers timerHeap
}

// sched is what the processors share.
type sched struct {
	global goroutineQueue
	seed   uint64 // not 0: everything that is open is decided by chance
	tries  uint32 // failed operations that do not wait
}

var (
	machine    m
	processors [maxProcessors]p
	scheduler  sched
)

// begin makes the first goroutine.
func begin() {
	machine.p = &processors[0]
	ready(makeGoroutine(mainEntry))
}

// mainEntry is the first goroutine; the program ends with it.
func mainEntry() {
	initPackages()
	mainMain()
	exit(0)
}

// ready makes a goroutine runnable, as the next one.
func ready(gp *g) {
	pp := machine.p
	old := pp.next
	pp.next = gp
	if old != nil {
		pp.put(old)
	}
}

// put appends a goroutine to the queue.
func (pp *p) put(gp *g) {
	tail := pp.tail
	if tail-pp.head == queueSize {
		pp.spill()
	}
	pp.queue[tail%queueSize] = gp
	pp.tail = tail + 1
}

// spill moves the older half of the full queue to the global one.
//
//go:noinline
func (pp *p) spill() {
	for range queueSize / 2 {
		scheduler.global.push(pp.queue[pp.head%queueSize])
		pp.head++
	}
}

// find returns the goroutine to run, nil if none is runnable.
func (pp *p) find() *g {
	if scheduler.seed != 0 {
		return pp.findAny()
	}
	pp.tick++
	if pp.tick%timerInterval == 0 {
		checkTimers()
	}
	if gp := pp.next; gp != nil {
		pp.next = nil
		pp.streak++
		if pp.streak < maxStreak {
			return gp
		}
		pp.put(gp)
	}
	pp.streak = 0
	if pp.tick%globalInterval == 0 {
		if gp := scheduler.global.pop(); gp != nil {
			return gp
		}
	}
	if head := pp.head; head != pp.tail {
		pp.head = head + 1
		return pp.queue[head%queueSize]
	}
	if gp := scheduler.global.pop(); gp != nil || maxProcessors == 1 {
		return gp
	}
	return pp.steal()
}

// steal takes half of the queue of another processor.
func (pp *p) steal() *g {
	for i := range processors {
		other := &processors[i]
		if other == pp {
			continue
		}
		for count := (other.tail - other.head + 1) / 2; count > 0; count-- {
			pp.put(other.queue[other.head%queueSize])
			other.head++
		}
		if head := pp.head; head != pp.tail {
			pp.head = head + 1
			return pp.queue[head%queueSize]
		}
	}
	return nil
}

// findAny returns a runnable goroutine by chance.
//
//go:noinline
func (pp *p) findAny() *g {
	checkTimers()
	if gp := pp.next; gp != nil {
		pp.next = nil
		pp.put(gp)
	}
	for pp.tail-pp.head < queueSize {
		gp := scheduler.global.pop()
		if gp == nil {
			break
		}
		pp.put(gp)
	}
	count := pp.tail - pp.head
	if count == 0 {
		return nil
	}
	chosen := (pp.head + chance(count)) % queueSize
	gp := pp.queue[chosen]
	pp.queue[chosen] = pp.queue[pp.head%queueSize]
	pp.head++
	return gp
}

// run runs goroutines until none is runnable, or so many times; it reports whether some still are.
//
//goes:suspends never
func (pp *p) run(switches uint32) bool {
	for ; switches != 0; switches-- {
		gp := pp.find()
		if gp == nil {
			return false
		}
		machine.current = gp
		if marking != 0 {
			scanGoroutine(gp)
		}
		defers, panics = gp.defers, gp.panics
		finished := false
		if entry := gp.entry; entry != nil {
			gp.entry = nil
			finished = gp.coroutine.start(entry)
		} else {
			finished = gp.coroutine.resume()
		}
		for !finished && continuesAtOnce() {
			finished = gp.coroutine.resume()
		}
		gp.defers, gp.panics = defers, panics
		if finished || gp.dead {
			gp.release()
		}
	}
	return true
}

// scanGoroutine shades what a goroutine holds that is about to run: values in its waiter are words of any kind.
//
//go:noinline
//goes:nobarrier
func scanGoroutine(gp *g) {
	at := uint32(uintptr(unsafe.Pointer(gp)))
	scanWords(at, at+uint32(unsafe.Sizeof(g{})))
	scanFrames()
}

// _startGoroutines is _start of programs with goroutines. Where the host drives the program, it calls step instead.
//
//go:wasmexport _start
func _startGoroutines() {
	begin()
	pp := machine.p
	for {
		for pp.run(stepSwitches) {
		}
		if !collectIdle() {
			wait := untilTimer()
			if wait == forever {
				deadlock()
			}
			pause(wait)
		}
		checkTimers()
	}
}

// runExported runs a function that the host calls as a goroutine, and others until that one has ended. The goroutine
// whose call of the host led here, if there is one, does not run meanwhile.
//
//goes:suspends never
func runExported(entry func()) {
	caller, callerDefers, callerPanics, callers := machine.current, defers, panics, callersOfResumed
	pp := &processors[0]
	machine.p = pp
	gp := makeGoroutine(entry)
	id := gp.id
	ready(gp)
	for gp.id == id {
		if pp.run(1) {
			continue
		}
		wait := untilTimer()
		if wait == forever {
			deadlock()
		}
		pause(wait)
		checkTimers()
	}
	machine.current, defers, panics, callersOfResumed = caller, callerDefers, callerPanics, callers
}

// yieldAfterTries lets others run after some operations in vain: the goroutine may be waiting in a loop.
func yieldAfterTries() {
	scheduler.tries++
	if scheduler.tries%triesInterval == 0 {
		yieldToOthers()
	}
}

func yieldToOthers() {
	if scheduler.tries%clockInterval == 0 {
		checkTimers()
	}
	pp := machine.p
	if pp.next != nil || pp.head != pp.tail || scheduler.global.first != nil {
		Gosched()
	}
}

// preemptCountdown counts the turns of loops without calls, in programs that were compiled with -preempt=loops.
var preemptCountdown uint32 = preemptTurns

const preemptTurns = 1 << 16

// preemptLoop lets others run when the countdown has come to its end.
//
//go:noinline
func preemptLoop() {
	preemptCountdown = preemptTurns
	Gosched()
}

// preempt lets others run now and then where the order of execution is left to chance.
//
//go:noinline
func preempt() {
	if chance(4) == 0 {
		Gosched()
	}
}

var chanceState uint64 = 0x9e3779b97f4a7c15

// chance returns a number below n (Marsaglia 2003, xorshift).
func chance(n uint32) uint32 {
	x := chanceState
	x ^= x << 13
	x ^= x >> 7
	x ^= x << 17
	chanceState = x
	return uint32(uint64(uint32(x>>32)) * uint64(n) >> 32)
}

// seedScheduler makes the scheduler decide by chance. The host calls it before the start, if it is told to.
//
//go:wasmexport goes_seed
func seedScheduler(seed uint64) {
	scheduler.seed = seed | 1
	chanceState = (seed + 1) * hashMultiplier1
}

// overflown reports that the stack of the host has overflown, which only the host sees: it calls this then.
//
//go:wasmexport goes_overflow
func overflown() {
	setUnwinding(0)
	stackOverflow()
}
