package runtime

import "unsafe"

// The chain of calls as the host sees it. A program counter is the offset of a call in the module with the highest
// bit set; without it, it is the code of a function as reflect has it: an index of the table. Under
// a host that is not made for goes nothing is known. Functions that can come here are not inlined (package optimizer).

const callBit = 1 << 31

// askCallers fills pcs with the calls of the goroutine that runs, from that of the function that calls askCallers.
//
//go:noinline
func askCallers(pcs unsafe.Pointer, count uint32) int {
	if count == 0 || !askRunning(hostCallers, pcs, count) {
		return 0
	}
	return int(errorWritten)
}

// Callers fills pc with the program counters of the calls of the goroutine that runs, and returns their number; skip is how many
// are left out, beginning with that of Callers itself.
//
//go:noinline
func Callers(skip int, pc []uintptr) int {
	all := make([]uintptr, max(skip, 0)+len(pc))
	count := askCallers(unsafe.Pointer(unsafe.SliceData(all)), uint32(len(all)))
	return copy(pc, all[min(max(skip, 0), count):count])
}

// Caller returns the program counter and the position of a call of the goroutine that runs: with 0 that of Caller itself.
//
//go:noinline
func Caller(skip int) (pc uintptr, file string, line int, ok bool) {
	all := make([]uintptr, max(skip, 0)+2)
	count := askCallers(unsafe.Pointer(unsafe.SliceData(all)), uint32(len(all)))
	if count < len(all) {
		return 0, "", 0, false
	}
	pc = all[len(all)-1]
	place, ok := placeOf(pc)
	return pc, place.file, place.line, ok
}

// place is what the host knows of a program counter.
type place struct {
	function string
	file     string
	line     int
}

// Func is a function of the program.
type Func struct {
	place place
	pc    uintptr
}

// FuncForPC returns the function of a program counter; nil if it is unknown.
func FuncForPC(pc uintptr) *Func {
	at, ok := placeOf(pc)
	if !ok {
		return nil
	}
	return &Func{at, pc}
}

// Name returns the name of the function with the path of its package.
func (f *Func) Name() string {
	if f == nil {
		return ""
	}
	return f.place.function
}

// Entry returns the program counter of the function.
func (f *Func) Entry() uintptr { return f.pc }

// FileLine returns file and line of a program counter.
func (f *Func) FileLine(pc uintptr) (file string, line int) {
	at, _ := placeOf(pc)
	return at.file, at.line
}

// Frame is a call.
type Frame struct {
	PC       uintptr
	Func     *Func
	Function string
	File     string
	Line     int
	Entry    uintptr
}

// Frames are the calls of program counters.
type Frames struct {
	callers []uintptr
}

// CallersFrames prepares the calls that Callers returned.
func CallersFrames(callers []uintptr) *Frames { return &Frames{callers} }

// Next returns the next call, and whether there are more.
func (ci *Frames) Next() (frame Frame, more bool) {
	if len(ci.callers) == 0 {
		return Frame{}, false
	}
	pc := ci.callers[0]
	ci.callers = ci.callers[1:]
	frame.PC = pc
	if at, ok := placeOf(pc); ok {
		frame.Func = &Func{at, pc}
		frame.Function = at.function
		frame.File = at.file
		frame.Line = at.line
		frame.Entry = pc
	}
	return frame, len(ci.callers) > 0
}

// Stack writes the trace of the goroutine that runs to buf, and of all others if all is set, and returns its length.
//
//go:noinline
func Stack(buf []byte, all bool) int {
	return stackOf(buf, all)
}

func stackOf(buf []byte, all bool) int {
	length := 0
	write := func(text string) { length += copy(buf[length:], text) }
	trace := func(request int32, suspended unsafe.Pointer, p *panicRecord) {
		rest := unsafe.Add(unsafe.Pointer(unsafe.SliceData(buf)), length)
		if askFrames(request, suspended, p, rest, uint32(len(buf)-length)) {
			length += int(errorWritten)
		}
	}
	write("goroutine ")
	write(formatUint(runningGoroutine(), 10, false))
	write(" [running]:\n")
	trace(hostStackRunning, callersOfRunning(), panics)
	if all {
		writeOthers(write, trace)
	}
	return length
}

// runningGoroutine returns the number of the goroutine that runs.
//
//goes:linkif runtime.(*p).run currentGoroutine onlyGoroutine
func runningGoroutine() uint64

func currentGoroutine() uint64 { return machine.current.id }

func onlyGoroutine() uint64 { return 1 }

// traceFunc makes a request for frames and keeps the answer.
type traceFunc func(request int32, suspended unsafe.Pointer, p *panicRecord)

// writeOthers writes the goroutines that wait.
//
//goes:linkif runtime.(*p).run writeWaiting writeNobody
func writeOthers(write func(string), trace traceFunc)

func writeNobody(write func(string), trace traceFunc) {}

func writeWaiting(write func(string), trace traceFunc) {
	for gp := oldest; gp != nil; gp = gp.newer {
		if gp == machine.current {
			continue
		}
		write("\ngoroutine ")
		write(formatUint(gp.id, 10, false))
		write(" [")
		write(reasonTexts[gp.reason%16])
		write("]:\n")
		trace(hostStackWaiting, unsafe.Pointer(gp.coroutine.innermost), gp.panics)
		if gp.site != nil {
			write("created by " + gp.site.function + " in goroutine ")
			write(formatUint(gp.parent, 10, false))
			write("\n\t" + gp.site.line + "\n")
		}
	}
}
