//go:build goes.traces

package runtime

import "unsafe"

// Where traces come from in programs that are built with -traces=module: the program itself, under any host. The compiler lets each
// function keep a record in its frame, and store in it where it is before it calls another one (package optimizer, record-calls).

// callSite is what is constant about a call. The compiler makes one for each position, and one for each call that it
// has inlined around it; function is named as traces show it.
type callSite struct {
	function string
	file     string
	line     uint32 // 0: the position is unknown
	around   *callSite
}

// callRecord says where a function is while it calls another one.
type callRecord struct {
	site   *callSite
	caller *callRecord
}

// innermostCall is the record of the function that made the last call. The callee reads it at its entry; later it means nothing.
var innermostCall *callRecord

// functionName is a function that values of function type refer to, by its index in the table.
type functionName struct {
	index uint32
	name  string
}

// callTable holds the sites of all calls, and the names of functions; the compiler writes it.
var callTable struct {
	sites     unsafe.Pointer
	siteCount uint32
	names     unsafe.Pointer
	nameCount uint32
}

// elidedCalls is how many calls of the goroutine that runs have been taken out of the chain: see stackOverflow.
var elidedCalls uint32

// currentCall returns the record of its caller.
//
//go:noinline
func currentCall() *callRecord { return innermostCall }

// calls are those of a goroutine that have not been looked at, the innermost first. A call that has been inlined counts as
// others do.
type calls struct {
	site   *callSite
	record *callRecord
	frame  *coroutineFrame // of the innermost function that is suspended
	// What a panic has kept of the stack that it left (keepFrames), and how many of that are left once it is their turn.
	kept     *uint32
	keptLeft uint32
}

// next returns the next call; nil after the last one.
//
//goes:nobarrier
func (c *calls) next() *callSite {
	for {
		if c.keptLeft != 0 {
			c.keptLeft--
			site := *(**callSite)(unsafe.Pointer(c.kept))
			c.kept = (*uint32)(unsafe.Add(unsafe.Pointer(c.kept), 4))
			return site
		}
		if c.site == nil {
			if c.record != nil {
				c.site = c.record.site
				c.record = c.record.caller
			} else if c.frame != nil {
				c.site = siteOfFrame(c.frame)
				c.frame = c.frame.caller
				continue
			} else {
				return nil
			}
		}
		site := c.site
		if site == nil {
			continue
		}
		c.site = site.around
		switch site.function {
		case "runtime.(*coroutine).start", "runtime.(*coroutine).resume":
			// Below it there is no goroutine any more, but callers that are still suspended.
			c.record, c.site = nil, nil
			continue
		case "runtime.deferPanicking":
			// It stands for the calls that the panic has left.
			if c.kept != nil {
				c.record, c.site, c.frame = nil, nil, nil
				c.keptLeft = *c.kept
				c.kept = (*uint32)(unsafe.Add(unsafe.Pointer(c.kept), 4))
				continue
			}
		}
		return site
	}
}

// siteOfFrame returns where a suspended function is; nil if traces do not show it. The word after the code of its descriptor
// is the address of a list of its calls by state.
func siteOfFrame(frame *coroutineFrame) *callSite {
	list := *(*unsafe.Pointer)(unsafe.Add(frame.descriptor, 4))
	if list == nil {
		return nil
	}
	return *(**callSite)(unsafe.Add(list, 4*(frame.state-1)))
}

// trace writes calls as Go does: to standard error, or to memory.
type trace struct {
	calls
	begun   bool
	inPanic bool
	area    *byte
	left    uint32
}

// tracing is the trace that is being written. There is one, as memory may be exhausted.
var tracing trace

// walking is a walk that writes nothing. It is no local: without optimization that would be an object of the heap.
var walking calls

// Of a trace with more calls so many from each end are shown.
const shownCalls = 50

// askFrames answers what traces_host.go asks the host for.
//
//goes:nobarrier
func askFrames(request int32, suspended unsafe.Pointer, p *panicRecord, area unsafe.Pointer, size uint32) bool {
	from := calls{
		frame: (*coroutineFrame)(suspended),
		kept:  (*uint32)(unsafe.Pointer(uintptr(keptFrames(p)))),
	}
	isRunning := request != hostTraceWaiting && request != hostStackWaiting
	if isRunning {
		from.record = currentCall()
	}
	if request == hostCallers {
		giveCallers(from, area, size)
		return true
	}
	if request == hostStackRunning {
		from = skipToDebug(from)
	}
	tracing = trace{calls: from}
	count := uint32(0)
	for site, _ := tracing.nextShown(); site != nil; site, _ = tracing.nextShown() {
		count++
	}
	tracing = trace{calls: from, area: (*byte)(area), left: size}
	for i := uint32(0); i < count; i++ {
		site, startsPanic := tracing.nextShown()
		if i < shownCalls || i >= count-shownCalls {
			tracing.writeCall(site, startsPanic)
		} else if i == shownCalls {
			elided := count - 2*shownCalls
			if isRunning {
				elided += elidedCalls
			}
			tracing.write("...")
			tracing.write(formatUint(uint64(elided), 10, false))
			tracing.write(" frames elided...\n")
		}
	}
	errorWritten = size - tracing.left
	tracing = trace{}
	return true
}

// giveCallers writes the program counters of calls to an area, from that of the function that called askCallers on.
//
//goes:nobarrier
func giveCallers(from calls, area unsafe.Pointer, count uint32) {
	walking = from
	for site := walking.next(); site != nil && site.function != "runtime.askCallers"; {
		site = walking.next()
	}
	errorWritten = 0
	for errorWritten < count {
		site := walking.next()
		if site == nil {
			break
		}
		*(*uint32)(unsafe.Add(area, 4*errorWritten)) = callBit | uint32(uintptr(unsafe.Pointer(site)))
		errorWritten++
	}
}

// skipToDebug leaves out what is above a call of package debug.
//
//goes:nobarrier
func skipToDebug(from calls) calls {
	const debug = "runtime/debug."
	walking = from
	for {
		here := walking
		site := walking.next()
		if site == nil {
			return from
		}
		if begins(site.function, debug) {
			return here
		}
	}
}

// nextShown returns the next call that traces show, and whether it is shown as one of panic: of package runtime only what is
// exported, as Go does it, and a panic that runs deferred calls.
//
//goes:nobarrier
func (t *trace) nextShown() (site *callSite, startsPanic bool) {
	for {
		site = t.next()
		if site == nil {
			return nil, false
		}
		const own = "runtime."
		isOwn := begins(site.function, own)
		if !t.begun && isOwn {
			continue
		}
		t.begun = true
		isPanic := isOwn && runsDeferred(site.function)
		startsPanic = isPanic && !t.inPanic
		initial := *(*byte)(unsafe.Add(dataOf(site.function), len(own)))
		hidden := isOwn && (initial < 'A' || initial > 'Z')
		if !hidden || isPanic {
			t.inPanic = isPanic
		}
		if !hidden || startsPanic {
			return site, startsPanic
		}
	}
}

// begins tells whether a text begins with another one and goes on after it. As in all that can run while a function is being suspended,
// nothing here is checked by what could panic.
func begins(text, prefix string) bool {
	if len(text) <= len(prefix) {
		return false
	}
	for i := range len(prefix) {
		if *(*byte)(unsafe.Add(dataOf(text), i)) != *(*byte)(unsafe.Add(dataOf(prefix), i)) {
			return false
		}
	}
	return true
}

// runsDeferred tells whether a function runs deferred calls because of a panic.
func runsDeferred(function string) bool {
	switch function {
	case "runtime.panicNilInterface", "runtime.panicValue", "runtime.startPanic", "runtime.continuePanic",
		"runtime.panicWaiting", "runtime.deferPanicking":
		return true
	}
	return false
}

//goes:nobarrier
func (t *trace) writeCall(site *callSite, startsPanic bool) {
	switch {
	case startsPanic:
		t.write("panic({...})")
	case site.function == "main.main":
		t.write("main.main()")
	default:
		t.write(site.function)
		t.write("(...)")
	}
	if site.line != 0 {
		t.write("\n\t")
		t.write(site.file)
		t.write(":")
		t.write(formatUint(uint64(site.line), 10, false))
		t.write(" +0x")
		t.write(formatUint(uint64(uintptr(unsafe.Pointer(site))), 16, false))
	}
	t.write("\n")
}

//goes:nobarrier
func (t *trace) write(text string) {
	if t.area == nil {
		printString(text)
		return
	}
	count := min(uint32(len(text)), t.left)
	memoryCopy(unsafe.Pointer(t.area), unsafe.Pointer(dataOf(text)), count)
	t.area = (*byte)(unsafe.Add(unsafe.Pointer(t.area), count))
	t.left -= count
}

// placeOf returns the position of a program counter: the address of a call's site, or the index of a function in the table.
func placeOf(pc uintptr) (place, bool) {
	if pc&callBit == 0 {
		for i := uint32(0); i < callTable.nameCount; i++ {
			known := (*functionName)(unsafe.Add(callTable.names, i*uint32(unsafe.Sizeof(functionName{}))))
			if known.index == uint32(pc) {
				return place{known.name, "?", 0}, true
			}
		}
		return place{}, false
	}
	// Programs subtract one to come from a return address to the call.
	const size = unsafe.Sizeof(callSite{})
	at := (pc&^callBit+3)&^3 - uintptr(callTable.sites)
	if at >= uintptr(callTable.siteCount)*size || at%size != 0 {
		return place{}, false
	}
	site := (*callSite)(unsafe.Add(callTable.sites, at))
	return place{site.function, site.file, int(site.line)}, true
}

// keepFrames returns the calls of the goroutine that runs: their number, and the sites.
//
//go:noinline
func keepFrames() []uint32 {
	from := calls{
		record: currentCall(),
		frame:  (*coroutineFrame)(callersOfRunning()),
		kept:   (*uint32)(unsafe.Pointer(uintptr(keptFrames(panics)))),
	}
	walking = from
	count := uint32(0)
	for walking.next() != nil {
		count++
	}
	if count == 0 {
		return nil
	}
	frames := make([]uint32, 1+count)
	frames[0] = count
	walking = from
	for i := uint32(1); i <= count; i++ {
		frames[i] = uint32(uintptr(unsafe.Pointer(walking.next())))
	}
	return frames
}

// stackOverflow is what the prologue of a function calls when its frame does not fit. What reports it uses the middle of the stack:
// the innermost calls have their records at one end, the outermost ones at the other. It has no frame itself.
func stackOverflow() {
	leaveMiddle()
	setStackPointer(unsafe.Pointer(uintptr(stackLow + (stackHigh-stackLow)/2)))
	reportOverflow()
}

// leaveMiddle takes the records of calls in the middle of the stack out of the chain, if there are many.
func leaveMiddle() {
	const kept = 4 * shownCalls
	records := uint32(0)
	for record := innermostCall; record != nil; record = record.caller {
		records++
	}
	if records <= 2*kept {
		return
	}
	last := innermostCall
	for i := 1; i < kept; i++ {
		last = last.caller
	}
	next := last.caller
	for ; records > 2*kept; records-- {
		for site := next.site; site != nil; site = site.around {
			elidedCalls++
		}
		next = next.caller
	}
	last.caller = next
}
