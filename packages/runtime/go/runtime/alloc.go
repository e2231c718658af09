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

// growLimit is by how many pages the heap grows beyond what is needed at once, at most.
const growLimit = 4096

// newObject gives size bytes of zeroed memory, aligned to 8.
//
//go:noinline
func newObject(size uint32, layout unsafe.Pointer) unsafe.Pointer {
	at := heapNext
	next := at + (size+7)&^7
	if next >= heapEnd || next < at { // also before the heap is there: no object is at nil
		return growHeap(size)
	}
	heapNext = next
	return unsafe.Pointer(uintptr(at))
}

//go:noinline
func growHeap(size uint32) unsafe.Pointer {
	if heapEnd == 0 {
		heapNext = (heapStart + 15) &^ 15
		heapEnd = uint32(memorySize()) * pageSize
	}
	need := uint64(heapNext) + uint64(size+7)&^7
	if need >= 1<<32-pageSize || size > 1<<32-pageSize {
		throw("runtime: out of memory")
	}
	if need > uint64(heapEnd) {
		pages := uint32((need - uint64(heapEnd) + pageSize - 1) / pageSize)
		// Doubling keeps the number of calls to the host logarithmic: each may make an engine look through its own heap and
		// stack. Pages that nobody touches cost nothing.
		extra := heapEnd / pageSize
		if extra < 16 {
			extra = 16
		}
		if extra > growLimit {
			extra = growLimit
		}
		if memoryGrow(int32(pages+extra)) >= 0 {
			pages += extra
		} else if memoryGrow(int32(pages)) < 0 {
			throw("runtime: out of memory")
		}
		heapEnd += pages * pageSize
	}
	at := heapNext
	heapNext = uint32(need)
	return unsafe.Pointer(uintptr(at))
}

// newArray gives count zeroed elements of size bytes in a row. The product has been checked.
func newArray(count int, size uint32, layout unsafe.Pointer) unsafe.Pointer {
	return newObject(uint32(count)*size, layout)
}
