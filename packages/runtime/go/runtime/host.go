package runtime

import "unsafe"

// What only a host that is made for goes can do is requested by writing to descriptors that no other host knows. Others
// answer with an error, and the program goes on without.

const (
	hostTraceRunning = -0x60e5 - iota // {frames, kept}: the frames of the goroutine that runs, to standard error
	hostTraceWaiting                  // the frames of a suspended one
	hostCallers                       // {frames, kept, area, count}: the calls of the one that runs; their number is "written"
	hostPlace                         // {pc, …} of an area: function, file and line, see placeOf
	hostStackRunning                  // {frames, kept, area, size}: as hostTraceRunning, to memory; the length is "written"
	hostStackWaiting                  // the same for a suspended one
	hostTakeFrames                    // {frames, kept}: the calls of the one that runs are remembered; their number is "written"
	hostGiveFrames                    // the remembered ones to an area: see keepFrames
)

// askHost makes a request with an argument and an area of memory, and reports whether the host knows it.
func askHost(request int32, argument unsafe.Pointer, size uint32) bool {
	errorVector.base = argument
	errorVector.size = size
	return wasiFdWrite(request, unsafe.Pointer(&errorVector), 1, unsafe.Pointer(&errorWritten)) == 0
}

// askRunning asks for those of the goroutine that runs.
func askRunning(request int32, area unsafe.Pointer, size uint32) bool {
	return askFrames(request, callersOfRunning(), panics, area, size)
}

// printTrace prints the frames of the goroutine that runs.
func printTrace() {
	askRunning(hostTraceRunning, nil, 0)
}

// callersOfRunning returns the innermost frame of the running goroutine that is still suspended.
//
//goes:linkif runtime.(*p).run suspendedCallers noCallers
func callersOfRunning() unsafe.Pointer

func suspendedCallers() unsafe.Pointer { return unsafe.Pointer(callersOfResumed) }

func noCallers() unsafe.Pointer { return nil }
