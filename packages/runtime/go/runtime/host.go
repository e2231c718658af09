package runtime

import "unsafe"

// What only a host that is made for goes can do is requested by writing to descriptors that no other host knows. Others
// answer with an error, and the program goes on without.

const (
	hostTraceRunning = -0x60e5 - iota // the frames of the goroutine that runs, to standard error
	hostTraceWaiting                  // the frames of a suspended one
	hostCallers                       // {area, count, frames}: the calls of the one that runs; their number is "written"
	hostPlace                         // {pc, …} of an area: function, file and line, see placeOf
	hostStackRunning                  // {area, size, frames}: as hostTraceRunning, to memory; the length is "written"
	hostStackWaiting                  // the same for a suspended one
)

// askHost makes a request with an argument and an area of memory, and reports whether the host knows it.
func askHost(request int32, argument unsafe.Pointer, size uint32) bool {
	errorVector.base = argument
	errorVector.size = size
	return wasiFdWrite(request, unsafe.Pointer(&errorVector), 1, unsafe.Pointer(&errorWritten)) == 0
}

// printTrace prints the frames of the goroutine that runs.
func printTrace() {
	askHost(hostTraceRunning, callersOfRunning(), 0)
}

// callersOfRunning returns the innermost frame of the running goroutine that is still suspended.
//
//goes:linkif runtime.(*p).run suspendedCallers noCallers
func callersOfRunning() unsafe.Pointer

func suspendedCallers() unsafe.Pointer { return unsafe.Pointer(callersOfResumed) }

func noCallers() unsafe.Pointer { return nil }
