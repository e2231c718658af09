package reflect

import "unsafe"

// Names of this package, and of the runtime, that modules use by //go:linkname, with the meaning that they have in gc. A linkname here offers them.

//go:linkname unsafe_New
func unsafe_New(t *rtype) unsafe.Pointer { return allocate(t) }

//go:linkname unsafe_NewArray
func unsafe_NewArray(t *rtype, count int) unsafe.Pointer {
	return makeSliceMemory(t.d().size, t.layout(), count, count)
}

//go:linkname typedmemmove
func typedmemmove(t *rtype, to, from unsafe.Pointer) { copyMemory(to, from, t.d().size) }

//go:linkname typedmemclr
func typedmemclr(t *rtype, at unsafe.Pointer) { clearMemory(at, t.d().size) }

//go:linkname typedslicecopy
func typedslicecopy(t *rtype, to, from []struct{}) int {
	n := min(len(to), len(from))
	copyMemory(unsafe.Pointer(unsafe.SliceData(to)), unsafe.Pointer(unsafe.SliceData(from)), uint32(n)*t.d().size)
	return n
}

//go:linkname ifaceE2I
func ifaceE2I(t *rtype, from any, to unsafe.Pointer) {
	if !implements((*words)(unsafe.Pointer(&from)).typ, t) {
		panic("reflect: " + TypeOf(from).String() + " does not implement " + t.String())
	}
	*(*any)(to) = from
}

//go:linkname typelinks
func typelinks() (sections []unsafe.Pointer, offsets [][]int32) { return nil, nil }

//go:linkname resolveTypeOff
func resolveTypeOff(t unsafe.Pointer, offset int32) unsafe.Pointer { return nil }

//go:linkname resolveNameOff
func resolveNameOff(t unsafe.Pointer, offset int32) unsafe.Pointer { return nil }

//go:linkname makemap
func makemap(t *rtype, hint int) unsafe.Pointer { return mapMake(t, hint) }

//go:linkname maplen
func maplen(m unsafe.Pointer) int {
	if m == nil {
		return 0
	}
	return int(*(*uint32)(m))
}

//go:linkname mapaccess
func mapaccess(t *rtype, m, key unsafe.Pointer) unsafe.Pointer { return mapFind(t, m, key) }

//go:linkname mapassign
func mapassign(t *rtype, m, key, element unsafe.Pointer) {
	copyMemory(mapAssign(t, m, key), element, t.d().elem.d().size)
}

//go:linkname mapdelete
func mapdelete(t *rtype, m, key unsafe.Pointer) { mapDelete(t, m, key) }

//go:linkname mapclear
func mapclear(t *rtype, m unsafe.Pointer) { mapClear(t, m) }

//go:linkname runtimeMapassign runtime.mapassign
func runtimeMapassign(t *rtype, m, key unsafe.Pointer) unsafe.Pointer { return mapAssign(t, m, key) }

//go:linkname runtimeMapdelete runtime.mapdelete
func runtimeMapdelete(t *rtype, m, key unsafe.Pointer) { mapDelete(t, m, key) }

//go:linkname runtimeMapaccess1 runtime.mapaccess1
func runtimeMapaccess1(t *rtype, m, key unsafe.Pointer) unsafe.Pointer {
	if at := mapFind(t, m, key); at != nil {
		return at
	}
	return allocate(t.elemOf())
}

//go:linkname runtimeMapaccess2 runtime.mapaccess2
func runtimeMapaccess2(t *rtype, m, key unsafe.Pointer) (unsafe.Pointer, bool) {
	if at := mapFind(t, m, key); at != nil {
		return at, true
	}
	return allocate(t.elemOf()), false
}

// linkedIterator is as much of gc's iterator as callers may rely on having room for.
type linkedIterator struct {
	key     unsafe.Pointer
	element unsafe.Pointer
	typ     *rtype
	state   *iterator
}

//go:linkname mapiterinit
func mapiterinit(t *rtype, m unsafe.Pointer, it *linkedIterator) {
	it.typ = t
	it.key, it.element = nil, nil
	it.state = new(iterator)
	if m == nil {
		return
	}
	mapIterInit(t, m, it.state)
	mapiternext(it)
}

//go:linkname mapiternext
func mapiternext(it *linkedIterator) {
	mapIterNext(it.typ, it.state)
	it.key, it.element = it.state.key, it.state.element
}

//go:linkname mapiterkey
func mapiterkey(it *linkedIterator) unsafe.Pointer { return it.key }

//go:linkname mapiterelem
func mapiterelem(it *linkedIterator) unsafe.Pointer { return it.element }

//go:linkname runtimeMapiterinit runtime.mapiterinit
func runtimeMapiterinit(t *rtype, m unsafe.Pointer, it *linkedIterator) { mapiterinit(t, m, it) }

//go:linkname runtimeMapiternext runtime.mapiternext
func runtimeMapiternext(it *linkedIterator) { mapiternext(it) }
