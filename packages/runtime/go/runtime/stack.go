package runtime

import "unsafe"

// The shadow stack, where frames have their variables whose addresses are taken, and what the collector must find. It grows down.

// stackBytes is its size, if the host has so much memory. Pages that are not touched cost nothing.
const stackBytes = 256 << 20

//goes:intrinsic stack.set
func setStackPointer(p unsafe.Pointer)

// reserveStack makes room for the stack, before anything else: the linker makes it the start function of programs with frames. If
// the host has less, the stack is smaller. It has no frame itself.
func reserveStack() {
	end := uint32(memorySize()) * pageSize
	for pages := int32(stackBytes / pageSize); pages != 0; pages /= 4 {
		if memoryGrow(pages) >= 0 {
			end += uint32(pages) * pageSize
			break
		}
	}
	stackHigh = end
	heapStart = end
	setStackPointer(unsafe.Pointer(uintptr(end)))
}

//go:noinline
func reportOverflow() {
	printString("runtime: goroutine stack exceeds 1000000000-byte limit\n")
	fatal("stack overflow")
}
