package runtime

import "unsafe"

// A cycle of the collector: what is left to sweep of the last one is swept, the roots are shaded, marking goes on while the
// program allocates, and then sweeping begins. How much is marked for each byte that is handed out is fixed when the
// cycle begins, so that it ends about when the heap has grown by GOGC percent.

const (
	// Work is done in steps of so many bytes that have been handed out.
	stepBytes = 16 << 10
	// No step looks at more.
	stepLimit = 128 << 10
	// A heap is at least this large, in bytes, before the first cycle ends (with GOGC=100).
	smallHeap = 4 << 20
)

var (
	handedOut        uint64 // bytes of all runs and large objects so far
	objectsHandedOut uint64
	nextStep         uint64 // the value of handedOut at which something is to be done
	cycleStart       uint64 // handedOut at the last step of marking
	markDebt         uint64 // bytes that are still to be looked at for what has been handed out
	liveBytes        uint64 // reachable at the end of the last cycle
	sweptFrom        uint64 // handedOut at the end of the last cycle
	trigger          uint64 // handedOut at which the next cycle begins
	markRatio        uint32 // bytes to mark for 16 bytes handed out
	gcPercent        int32  = 100
	memoryLimit      uint64 = 1<<63 - 1
	cycles           uint32
	forcedCycles     uint32
	stressCountdown  uint32
)

// collectSome does what is due. It is called before slots are handed out.
//
//goes:nobarrier
func collectSome() {
	if !gcOff && (handedOut >= nextStep || gcStress != 0) {
		collectStep()
	}
}

// The first root of a scan is where the caller's frames end.
//
//goes:intrinsic stack.get
func stackPointer() unsafe.Pointer

//go:noinline
//goes:nobarrier
func collectStep() {
	if gcStress != 0 {
		stress()
		return
	}
	nextStep = handedOut + stepBytes
	if marking != 0 {
		markDebt += (handedOut-cycleStart)*uint64(markRatio)/16 + 256
		cycleStart = handedOut
		step := min(markDebt, stepLimit)
		markDebt -= step
		if !drainSome(int32(step)) {
			endCycle()
			callReady()
		}
		return
	}
	if handedOut < trigger {
		sweepSome(6)
		return
	}
	if trigger == 0 {
		// The first object.
		if gcTrace {
			pauseTimes().first = nanotime()
		}
		setTrigger()
		return
	}
	beginCycle()
}

// beginCycle shades the roots.
//
//go:noinline
//goes:collects
//goes:nobarrier
func beginCycle() {
	pauseBegins()
	for sweepSome(1 << 20) {
	}
	for c := allocators; c != nil; c = c.link {
		c.giveBack()
	}
	forgetBlocks()
	clearPools()
	markedBytes = 0
	marking = 1
	scanWords(rootsLow, rootsHigh)
	scanWords(uint32(uintptr(stackPointer())), stackHigh)
	scanFrames()
	markBehindFinalizers()
	cycleStart = handedOut
	markDebt = 0
	room := uint64(goal()) - min(goal(), liveBytes+(handedOut-sweptFrom))
	// What was reachable last time, and what has come since.
	work := liveBytes + (handedOut - sweptFrom)
	markRatio = uint32(min(divideWide(work*16, max(room, 64<<10))+16, 1<<16))
	pauseEnds()
}

// giveBack ends the run of an allocator: slots that are taken while a cycle marks are to be marked.
//
//goes:nobarrier
func (c *allocator) giveBack() {
	if rest := c.limit - c.next; rest != 0 {
		slots := divide(rest, c.size)
		c.current.position -= slots
		objectsHandedOut -= uint64(slots)
		handedOut -= uint64(rest)
		c.limit = c.next
	}
}

// goal is the size that the heap is to have at the end of a cycle.
//
//goes:nobarrier
func goal() uint64 {
	if gcPercent < 0 {
		return memoryLimit
	}
	return min(max(liveBytes+liveBytes*uint64(uint32(gcPercent))/100, smallHeap*uint64(uint32(gcPercent))/100), memoryLimit)
}

// setTrigger decides when the next cycle begins: when about two thirds of the room have been used.
//
//goes:nobarrier
func setTrigger() {
	if gcPercent < 0 && memoryLimit == 1<<63-1 {
		trigger = 1<<64 - 1
		return
	}
	room := goal() - min(goal(), liveBytes)
	trigger = sweptFrom + room - room/3
	if trigger < handedOut+stepBytes {
		trigger = handedOut + stepBytes
	}
}

// endCycle is called when everything reachable has been marked.
//
//go:noinline
//goes:nobarrier
func endCycle() {
	pauseBegins()
	markSpecials()
	marking = 0
	cycles++
	liveBytes = markedBytes
	sweptFrom = handedOut
	for c := allocators; c != nil; c = c.link {
		c.limit = c.next
		c.current = nil
		list := &c.partial
		for *list != nil {
			list = &(*list).next
		}
		*list = c.swept
		c.unswept = c.partial
		c.partial = nil
		c.swept = nil
	}
	unsweptLarge = largeSpans
	largeSpans = nil
	sweeping = allocators
	setTrigger()
	cycleEnds()
}

// So much is looked at, and so many spans are swept, before a program that waits looks again whether it can go on.
const (
	idleBytes = 256 << 10
	idleSpans = 64
)

// collectIdle goes on with a cycle that has begun, while the program has nothing else to do, and tells whether it did.
//
//go:noinline
//goes:nobarrier
func collectIdle() bool {
	if gcOff || gcStress != 0 {
		return false
	}
	if marking == 0 {
		return sweepSome(idleSpans)
	}
	if !drainSome(idleBytes) {
		endCycle()
		callReady()
	}
	return true
}

// collectNow runs a whole cycle.
//
//go:noinline
//goes:nobarrier
func collectNow() {
	if gcOff {
		return
	}
	if marking != 0 {
		finishCycle()
	}
	beginCycle()
	finishCycle()
	for sweepSome(1 << 20) {
	}
	setTrigger()
	callReady()
}

//goes:nobarrier
func drainSome(budget int32) bool {
	if gcTrace {
		return tracedDrain(budget)
	}
	return drain(budget)
}

//goes:nobarrier
func finishCycle() {
	for drainSome(1 << 30) {
	}
	endCycle()
}

// stress collects at one allocation in gcStress.
//
//go:noinline
//goes:nobarrier
func stress() {
	stressCountdown++
	if remainder(stressCountdown, gcStress) != 0 {
		if marking != 0 && stressCountdown%3 == 0 && !drainSome(256) {
			endCycle()
		}
		return
	}
	// Every other cycle is not at once.
	if marking != 0 {
		finishCycle()
	}
	beginCycle()
	if divide(stressCountdown, gcStress)%2 == 0 {
		finishCycle()
		for sweepSome(1 << 20) {
		}
	}
	checkHeap()
	if marking == 0 {
		callReady()
	}
}
