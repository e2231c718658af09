package runtime

// The line that GODEBUG=gctrace=1 prints for each cycle, in the form that package runtime of Go documents. All work is done by
// the program itself while it allocates, so the processor's time of marking is that of "assists".

var traced struct {
	start    uint64 // bytes of the heap at the beginning of the cycle
	handed   uint64 // handedOut then
	goal     uint64
	marked   uint64 // nanoseconds of marking before the cycle
	begin    int64
	forced   uint32
	isForced bool
}

//goes:nobarrier
func heapBytes() uint64 { return liveBytes + (handedOut - sweptFrom) }

//goes:nobarrier
func traceBegins() {
	traced.start = heapBytes()
	traced.handed = handedOut
	traced.goal = goal()
	traced.marked = pauseRecords.marked
	traced.begin = pauseRecords.begin
	traced.isForced = forcedCycles != traced.forced
	traced.forced = forcedCycles
}

// tracedDrain is drain with a clock.
//
//goes:nobarrier
func tracedDrain(budget int32) bool {
	begin := nanotime()
	more := drain(budget)
	pauseTimes().marked += uint64(nanotime() - begin)
	return more
}

//go:noinline
//goes:nobarrier
func traceCycle(pause uint64) {
	r := &pauseRecords
	now := r.begin + int64(pause)
	printString("gc ")
	printUint(uint64(cycles))
	printString(" @")
	printThousandths(uint64(now-r.first) / 1e6)
	printString("s ")
	printUint(divideWide((r.total+r.marked)*100, max(uint64(now-r.first), 1)))
	printString("%: ")
	marked := r.marked - traced.marked
	clock := uint64(r.begin-traced.begin) - r.last
	printMilliseconds(r.last)
	printString("+")
	printMilliseconds(clock)
	printString("+")
	printMilliseconds(pause)
	printString(" ms clock, ")
	printMilliseconds(r.last)
	printString("+")
	printMilliseconds(marked)
	printString("/0/0+")
	printMilliseconds(pause)
	printString(" ms cpu, ")
	printUint(traced.start >> 20)
	printString("->")
	printUint((traced.start + handedOut - traced.handed) >> 20)
	printString("->")
	printUint(liveBytes >> 20)
	printString(" MB, ")
	printUint(traced.goal >> 20)
	printString(" MB goal, ")
	printUint(uint64(stackHigh-uint32(uintptr(stackPointer()))) >> 20)
	printString(" MB stacks, ")
	printUint(uint64(rootsHigh-rootsLow) >> 20)
	printString(" MB globals, 1 P")
	if traced.isForced {
		printString(" (forced)")
	}
	printNewline()
}

// printThousandths prints a number of thousandths as Go does in traces: three places.
//
//goes:nobarrier
func printThousandths(n uint64) {
	printUint(n / 1000)
	printString(".")
	rest := n % 1000
	if rest < 100 {
		printString("0")
	}
	if rest < 10 {
		printString("0")
	}
	printUint(rest)
}

// printMilliseconds prints nanoseconds as milliseconds with two digits that count, as Go does.
//
//goes:nobarrier
func printMilliseconds(ns uint64) {
	if ns >= 10e6 {
		printUint(ns / 1e6)
		return
	}
	digits := ns / 1e3 // thousandths of a millisecond
	switch {
	case digits >= 1000:
		printUint(digits / 1000)
		printString(".")
		printUint(digits / 100 % 10)
	case digits >= 100:
		printString("0.")
		printUint(digits / 10)
	case digits >= 10:
		printString("0.0")
		printUint(digits)
	case digits == 0:
		printString("0")
	default:
		printString("0.00")
		printUint(digits)
	}
}
