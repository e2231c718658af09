package runtime

import "unsafe"

// The heap grows upwards from heapStart to the end of memory. Nothing is freed yet: memory that is handed out is
// fresh, and therefore zero.

// Set by the linker.
var (
	heapStart uint32
	stackLow  uint32
	stackHigh uint32
)

var (
	heapNext uint32
	heapEnd  uint32
)

//goes:intrinsic memory.size
func memorySize() int32

//goes:intrinsic memory.grow
func memoryGrow(pages int32) int32

//goes:intrinsic memory.copy
func memoryCopy(to, from unsafe.Pointer, size uint32)

const pageSize = 65536

// lastPage is the number of pages that memory grows to at most: the end of one more would not be a uint32.
const lastPage = 1<<16 - 1

// growLimit is by how many pages the heap grows beyond what is needed at once, at most. It becomes less where the host has
// refused more.
var growLimit uint32 = 4096

// newObject gives size bytes of zeroed memory, aligned to 8.
//
//go:noinline
func newObject(size uint32, layout unsafe.Pointer) unsafe.Pointer {
	at := heapNext
	// Both ends are multiples of 8, so what is smaller than the rest fits when it is rounded up. Before the heap is there, nothing does.
	if size >= heapEnd-at {
		return growHeap(size)
	}
	heapNext = at + (size+7)&^7
	return unsafe.Pointer(uintptr(at))
}

//go:noinline
func growHeap(size uint32) unsafe.Pointer {
	if heapEnd == 0 {
		heapNext = (heapStart + 15) &^ 15
		heapEnd = uint32(memorySize()) * pageSize
	}
	need := uint64(heapNext) + (uint64(size)+7)&^7
	if need > uint64(heapEnd) && (need > lastPage*pageSize || !growMemory(uint32((need-uint64(heapEnd)+pageSize-1)/pageSize))) {
		outOfMemory(size)
	}
	at := heapNext
	heapNext = uint32(need)
	return unsafe.Pointer(uintptr(at))
}

// growMemory makes memory, and the heap, larger by so many pages, or more.
func growMemory(pages uint32) bool {
	// Doubling keeps the number of calls to the host logarithmic: each may make an engine look through its own heap and
	// stack. Pages that nobody touches cost nothing. Towards the end of what there is to have, halves of the rest do the same.
	present := heapEnd / pageSize
	extra := min(max(present, 16), growLimit, lastPage-present-pages)
	for memoryGrow(int32(pages+extra)) < 0 {
		if extra == 0 {
			return false
		}
		extra /= 2
		growLimit = extra
	}
	heapEnd += (pages + extra) * pageSize
	return true
}

// outOfMemory ends the program. Nothing that is called from here allocates.
//
//go:noinline
func outOfMemory(size uint32) {
	printString("runtime: out of memory: cannot allocate ")
	printUint(uint64(size))
	printString("-byte block (")
	printUint(uint64(heapNext - heapStart))
	printString(" in use)\n")
	fatal("out of memory")
}

// newArray gives count zeroed elements of size bytes in a row. The product has been checked.
func newArray(count int, size uint32, layout unsafe.Pointer) unsafe.Pointer {
	return newObject(uint32(count)*size, layout)
}
