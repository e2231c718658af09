package runtime

import "unsafe"

// Names of the runtime that modules use by //go:linkname, with the meaning that they have in gc. A linkname here offers them: programs may
// name nothing else of this package.

//go:linkname nanotime
//go:linkname fastrand64

//go:linkname linkedFastrand runtime.fastrand
func linkedFastrand() uint32 { return uint32(fastrand64()) }

//go:linkname linkedFastrandn runtime.fastrandn
func linkedFastrandn(n uint32) uint32 { return uint32(uint64(uint32(fastrand64())) * uint64(n) >> 32) }

//go:linkname linkedFastrandu runtime.fastrandu
func linkedFastrandu() uint { return uint(fastrand64()) }

//go:linkname linkedRand runtime.rand
func linkedRand() uint64 { return fastrand64() }

//go:linkname linkedCheaprand runtime.cheaprand
func linkedCheaprand() uint32 { return uint32(fastrand64()) }

//go:linkname linkedCheaprandn runtime.cheaprandn
func linkedCheaprandn(n uint32) uint32 { return linkedFastrandn(n) }

//go:linkname linkedCputicks runtime.cputicks
func linkedCputicks() int64 { return nanotime() }

//go:linkname linkedNow time.now
func linkedNow() (seconds int64, nanoseconds int32, monotonic int64) {
	now := walltime()
	return now / 1e9, int32(now % 1e9), nanotime()
}

//go:linkname linkedNano time.runtimeNano
func linkedNano() int64 { return nanotime() }

// One goroutine runs at a time, and only lets others run when it waits: there is nothing to pin.
//
//go:linkname linkedProcPin runtime.procPin
func linkedProcPin() int { return 0 }

//go:linkname linkedProcUnpin runtime.procUnpin
func linkedProcUnpin() {}

//go:linkname syncProcPin sync.runtime_procPin
func syncProcPin() int { return 0 }

//go:linkname syncProcUnpin sync.runtime_procUnpin
func syncProcUnpin() {}

//go:linkname syncCanSpin sync.runtime_canSpin
func syncCanSpin(turn int) bool { return false }

//go:linkname syncDoSpin sync.runtime_doSpin
func syncDoSpin() {}

//go:linkname syncNanotime sync.runtime_nanotime
func syncNanotime() int64 { return nanotime() }

//go:linkname syncFastrandn sync.fastrandn
func syncFastrandn(n uint32) uint32 { return linkedFastrandn(n) }

// Pools are never emptied.
//
//go:linkname syncRegister sync.runtime_registerPoolCleanup
func syncRegister(cleanup func()) {}

// semaphores is where all wait for a semaphore of any address: who wakes up looks again.
var semaphores goroutineQueue

//go:linkname syncAcquire sync.runtime_Semacquire
func syncAcquire(count *uint32) {
	for *count == 0 {
		sleepIn(&semaphores, waitMutex)
	}
	*count--
}

//go:linkname syncAcquireMutex sync.runtime_SemacquireMutex
func syncAcquireMutex(count *uint32, first bool, skip int) { syncAcquire(count) }

//go:linkname syncRelease sync.runtime_Semrelease
func syncRelease(count *uint32, handOff bool, skip int) {
	*count++
	for wakeFrom(&semaphores) {
	}
}

//go:linkname linkedAcquire runtime.semacquire
func linkedAcquire(count *uint32) { syncAcquire(count) }

//go:linkname linkedRelease runtime.semrelease
func linkedRelease(count *uint32) { syncRelease(count, false, 0) }

//go:linkname linkedMemmove runtime.memmove
func linkedMemmove(to, from unsafe.Pointer, size uintptr) { moveMemory(to, from, uint32(size)) }

//go:linkname linkedMemclr runtime.memclrNoHeapPointers
func linkedMemclr(at unsafe.Pointer, size uintptr) { clearMemory(at, uint32(size)) }

//go:linkname linkedMemclrPointers runtime.memclrHasPointers
func linkedMemclrPointers(at unsafe.Pointer, size uintptr) { clearMemory(at, uint32(size)) }

//go:linkname linkedMemequal runtime.memequal
func linkedMemequal(a, b unsafe.Pointer, size uintptr) bool { return memoryEqual(a, b, uint32(size)) }

//go:linkname linkedCompare runtime.cmpstring
func linkedCompare(a, b string) int { return stringCompare(a, b) }

//go:linkname linkedMemhash runtime.memhash
func linkedMemhash(p unsafe.Pointer, seed, size uintptr) uintptr {
	return uintptr(memoryHash(p, uint32(size), uint64(seed)))
}

//go:linkname linkedMemhash32 runtime.memhash32
func linkedMemhash32(p unsafe.Pointer, seed uintptr) uintptr { return linkedMemhash(p, seed, 4) }

//go:linkname linkedMemhash64 runtime.memhash64
func linkedMemhash64(p unsafe.Pointer, seed uintptr) uintptr { return linkedMemhash(p, seed, 8) }

//go:linkname linkedStrhash runtime.strhash
func linkedStrhash(p unsafe.Pointer, seed uintptr) uintptr {
	return uintptr(stringHash(*(*string)(p), uint64(seed)))
}

//go:linkname linkedStringHash runtime.stringHash
func linkedStringHash(s string, seed uintptr) uintptr { return uintptr(stringHash(s, uint64(seed))) }

//go:linkname linkedBytesHash runtime.bytesHash
func linkedBytesHash(b []byte, seed uintptr) uintptr {
	return uintptr(memoryHash(unsafe.Pointer(unsafe.SliceData(b)), uint32(len(b)), uint64(seed)))
}

//go:linkname linkedNilinterhash runtime.nilinterhash
func linkedNilinterhash(p unsafe.Pointer, seed uintptr) uintptr {
	return uintptr(ifaceHash(*(*any)(p), uint64(seed)))
}

//go:linkname linkedInterhash runtime.interhash
func linkedInterhash(p unsafe.Pointer, seed uintptr) uintptr { return linkedNilinterhash(p, seed) }

//go:linkname linkedTypehash runtime.typehash
func linkedTypehash(t *typeDescriptor, p unsafe.Pointer, seed uintptr) uintptr {
	if t.kind == kindInterface {
		return linkedNilinterhash(p, seed)
	}
	words := anyWords{typ: t}
	if t.flags&flagDirect != 0 {
		memoryCopy(words.payload(), p, t.size)
	} else {
		words.low = uint32(uintptr(p))
	}
	return uintptr(ifaceHash(*(*any)(unsafe.Pointer(&words)), uint64(seed)))
}

// layoutOfType returns what the allocator must know about values of the type.
func layoutOfType(t *typeDescriptor) unsafe.Pointer {
	if t.kind == kindInterface {
		return layoutOf[any]()
	}
	if t.pointers == nil {
		return nil
	}
	return unsafe.Add(t.pointers, -4)
}

//goes:intrinsic layoutof
func layoutOf[T any]() unsafe.Pointer

//go:linkname linkedNewobject runtime.newobject
func linkedNewobject(t *typeDescriptor) unsafe.Pointer { return newObject(t.size, layoutOfType(t)) }

//go:linkname linkedNewarray runtime.newarray
func linkedNewarray(t *typeDescriptor, count int) unsafe.Pointer {
	return makeSlice(t.size, layoutOfType(t), count, count)
}

//go:linkname linkedMallocgc runtime.mallocgc
func linkedMallocgc(size uintptr, t *typeDescriptor, zero bool) unsafe.Pointer {
	if t == nil {
		return newObject(uint32(size), nil)
	}
	return newObject(uint32(size), layoutOfType(t))
}

//go:linkname linkedMakeslice runtime.makeslice
func linkedMakeslice(t *typeDescriptor, length, capacity int) unsafe.Pointer {
	return makeSlice(t.size, layoutOfType(t), length, capacity)
}

//go:linkname linkedGrowslice runtime.growslice
func linkedGrowslice(old unsafe.Pointer, length, capacity, added int, t *typeDescriptor) []struct{} {
	at, size := growSlice(old, uint32(length-added), uint32(capacity), uint32(length), t.size, layoutOfType(t))
	return unsafe.Slice((*struct{})(at), size)[:length]
}

//go:linkname linkedTypedmemmove runtime.typedmemmove
func linkedTypedmemmove(t *typeDescriptor, to, from unsafe.Pointer) { moveMemory(to, from, t.size) }

//go:linkname linkedTypedmemclr runtime.typedmemclr
func linkedTypedmemclr(t *typeDescriptor, at unsafe.Pointer) { clearMemory(at, t.size) }

//go:linkname linkedTypedslicecopy runtime.typedslicecopy
func linkedTypedslicecopy(t *typeDescriptor, to unsafe.Pointer, toLength int, from unsafe.Pointer, fromLength int) int {
	n := min(toLength, fromLength)
	moveMemory(to, from, uint32(n)*t.size)
	return n
}

//go:linkname linkedThrow runtime.throw
func linkedThrow(text string) { fatal(text) }

//go:linkname fatal

//go:linkname linkedNoescape runtime.noescape
func linkedNoescape(p unsafe.Pointer) unsafe.Pointer { return p }
