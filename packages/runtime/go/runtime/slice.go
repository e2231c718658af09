package runtime

import "unsafe"

const maxAlloc = 1<<32 - 2*pageSize

// makeSlice returns the memory of make([]T, len, cap) for elements of size bytes.
func makeSlice(size uint32, layout unsafe.Pointer, len, cap int) unsafe.Pointer {
	if uint64(cap) > maxAlloc || uint64(cap)*uint64(size) > maxAlloc || uint64(len) > uint64(cap) {
		if uint64(len) > maxAlloc || uint64(len)*uint64(size) > maxAlloc {
			panicMakeSliceLen()
		}
		panicMakeSliceCap()
	}
	return newObject(uint32(cap)*size, layout)
}

// growSlice moves len elements to memory for at least need elements and returns its address and capacity.
func growSlice(old unsafe.Pointer, len, cap, need uint32, size uint32, layout unsafe.Pointer) (unsafe.Pointer, uint32) {
	if need < len {
		panicGrowSlice()
	}
	if size == 0 {
		return old, need
	}
	newCap := uint64(cap)
	if uint64(need) > 2*newCap {
		newCap = uint64(need)
	} else if cap < 256 {
		newCap *= 2
	} else {
		for newCap < uint64(need) {
			newCap += (newCap + 3*256) / 4
		}
	}
	bytes := newCap * uint64(size)
	if bytes > maxAlloc {
		bytes = uint64(need) * uint64(size)
		if bytes > maxAlloc {
			panicGrowSlice()
		}
	}
	newCap = roundUpSize(bytes) / uint64(size)
	moved := newObject(uint32(newCap)*size, layout)
	memoryCopy(moved, old, len*size)
	return moved, uint32(newCap)
}

// memoryEqual compares size bytes.
func memoryEqual(p, q unsafe.Pointer, size uint32) bool {
	if p == q {
		return true
	}
	for size >= 8 {
		if *(*uint64)(p) != *(*uint64)(q) {
			return false
		}
		p = unsafe.Add(p, 8)
		q = unsafe.Add(q, 8)
		size -= 8
	}
	for size > 0 {
		if *(*uint8)(p) != *(*uint8)(q) {
			return false
		}
		p = unsafe.Add(p, 1)
		q = unsafe.Add(q, 1)
		size--
	}
	return true
}
