package runtime

import "unsafe"

// checkUnsafeSlice panics where unsafe.Slice(p, n) for elements of size bytes must.
func checkUnsafeSlice(p unsafe.Pointer, n int, size uint32) {
	if n < 0 || n > maxAlloc || uint64(n)*uint64(size) > 1<<32-uint64(uintptr(p)) {
		panicValue(errorString("unsafe.Slice: len out of range"))
	}
	if p == nil && n > 0 {
		panicValue(errorString("unsafe.Slice: ptr is nil and len is not zero"))
	}
}

// checkUnsafeString panics where unsafe.String(p, n) must.
func checkUnsafeString(p unsafe.Pointer, n int) {
	if n < 0 || uint64(n) > 1<<32-uint64(uintptr(p)) {
		panicValue(errorString("unsafe.String: len out of range"))
	}
	if p == nil && n > 0 {
		panicValue(errorString("unsafe.String: ptr is nil and len is not zero"))
	}
}
