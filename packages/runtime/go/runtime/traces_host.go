//go:build !goes.traces

package runtime

import "unsafe"

// Where traces come from: a host that is made for goes, which sees the stack of its engine. In programs that are built with
// -traces=module traces_module.go has these functions.

// traceRequest asks for frames. There is one, as it may be made when memory is exhausted; addresses in it keep nothing.
type traceRequest struct {
	frames uint32 // of the innermost function that is suspended
	kept   uint32 // see keptFrames
	area   uint32 // where the answer is written to
	size   uint32
}

var frameRequest traceRequest

// askFrames asks for the frames of a goroutine, by what it has suspended and its panics, and tells whether the host knows
// the request.
func askFrames(request int32, suspended unsafe.Pointer, p *panicRecord, area unsafe.Pointer, size uint32) bool {
	frameRequest = traceRequest{uint32(uintptr(suspended)), keptFrames(p), uint32(uintptr(area)), size}
	return askHost(request, unsafe.Pointer(&frameRequest), uint32(unsafe.Sizeof(frameRequest)))
}

// placeOf returns the position of a program counter.
func placeOf(pc uintptr) (place, bool) {
	const size = 1024
	buffer := newObject(size, nil)
	words := (*[4]uint32)(buffer)
	words[0] = uint32(pc)
	if !askHost(hostPlace, buffer, size) {
		return place{}, false
	}
	text := unsafe.Add(buffer, 16)
	function := unsafe.String((*byte)(text), words[1])
	file := unsafe.String((*byte)(unsafe.Add(text, words[1])), words[2])
	return place{function, file, int(words[3])}, true
}

// keepFrames has the host tell the calls of the goroutine that runs: their number, and two words for each that only the host
// understands. Nil: it does not know them.
//
//go:noinline
func keepFrames() []uint32 {
	if !askRunning(hostTakeFrames, nil, 0) || errorWritten == 0 {
		return nil
	}
	count := errorWritten
	frames := make([]uint32, 1+2*count)
	frames[0] = count
	askHost(hostGiveFrames, unsafe.Pointer(unsafe.SliceData(frames)), 4*uint32(len(frames)))
	return frames
}

// stackOverflow is what the prologue of a function calls when its frame does not fit. What reports it may use the whole stack.
func stackOverflow() {
	setStackPointer(unsafe.Pointer(uintptr(stackHigh)))
	reportOverflow()
}
