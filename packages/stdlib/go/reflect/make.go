package reflect

import "unsafe"

//go:linkname growSlice runtime.growSlice
func growSlice(data unsafe.Pointer, length, capacity, need uint32, size uint32, layout unsafe.Pointer) (unsafe.Pointer, uint32)

//go:linkname makeSliceMemory runtime.makeSlice
func makeSliceMemory(size uint32, layout unsafe.Pointer, length, capacity int) unsafe.Pointer

//go:linkname checkUnsafeSlice runtime.checkUnsafeSlice
func checkUnsafeSlice(p unsafe.Pointer, n int, size uint32)

// New returns a pointer to a new zero value.
func New(typ Type) Value {
	if typ == nil {
		panic("reflect: New(nil)")
	}
	t := typ.common()
	return pointerValue(pointerTo(t), allocate(t), 0)
}

// NewAt returns a pointer to a value of the type at p.
func NewAt(typ Type, p unsafe.Pointer) Value {
	return pointerValue(pointerTo(typ.common()), p, 0)
}

// Zero returns the zero value of a type.
func Zero(typ Type) Value {
	if typ == nil {
		panic("reflect: Zero(nil)")
	}
	return zeroOf(typ.common())
}

func zeroOf(t *rtype) Value {
	if t.d().flags&flagDirect != 0 {
		return Value{typ: t, flag: isInline}
	}
	return Value{typ: t, address: allocate(t)}
}

// MakeSlice returns a new slice.
func MakeSlice(typ Type, len, cap int) Value {
	if typ.Kind() != Slice {
		panic("reflect.MakeSlice of non-slice type")
	}
	if len < 0 {
		panic("reflect.MakeSlice: negative len")
	}
	if cap < 0 {
		panic("reflect.MakeSlice: negative cap")
	}
	if len > cap {
		panic("reflect.MakeSlice: len > cap")
	}
	return makeSlice(typ.common(), len, cap)
}

func makeSlice(t *rtype, length, capacity int) Value {
	element := t.d().elem
	h := new(sliceHeader)
	h.data = makeSliceMemory(element.d().size, element.layout(), length, capacity)
	if h.data == nil {
		h.data = unsafe.Pointer(&noBytes)
	}
	h.length = uint32(length)
	h.capacity = uint32(capacity)
	return Value{typ: t, address: unsafe.Pointer(h)}
}

// SliceAt returns the slice of n elements at p.
func SliceAt(typ Type, p unsafe.Pointer, n int) Value {
	t := typ.common()
	checkUnsafeSlice(p, n, t.d().size)
	h := &sliceHeader{p, uint32(n), uint32(n)}
	return Value{typ: sliceOf(t), address: unsafe.Pointer(h)}
}

// MakeMap returns a new empty map.
func MakeMap(typ Type) Value { return MakeMapWithSize(typ, 0) }

// MakeMapWithSize returns a new empty map with room for n entries.
func MakeMapWithSize(typ Type, n int) Value {
	if typ.Kind() != Map {
		panic("reflect.MakeMapWithSize of non-map type")
	}
	t := typ.common()
	return pointerValue(t, mapMake(t, n), 0)
}

// grow makes room for n more elements in a slice.
func (h *sliceHeader) grow(element *rtype, n int) {
	need := int(h.length) + n
	if need <= int(h.capacity) {
		return
	}
	h.data, h.capacity = growSlice(h.data, h.length, h.capacity, uint32(need), element.d().size, element.layout())
}

// extended returns a slice with n more elements.
func (v Value) extended(n int) Value {
	v.mustBeExported(noMethod)
	h := new(sliceHeader)
	*h = *v.header()
	h.grow(v.typ.d().elem, n)
	h.length += uint32(n)
	return Value{typ: v.typ, address: unsafe.Pointer(h)}
}

// Append appends values to a slice.
func Append(s Value, x ...Value) Value {
	s.mustBe(noMethod, Slice)
	n := s.Len()
	s = s.extended(len(x))
	for i, value := range x {
		s.Index(n + i).Set(value)
	}
	return s
}

// AppendSlice appends the elements of one slice to another.
func AppendSlice(s, t Value) Value {
	s.mustBe(noMethod, Slice)
	t.mustBe(noMethod, Slice)
	mustMatch("reflect.AppendSlice", s.typ.d().elem, t.typ.d().elem)
	n := s.Len()
	result := s.extended(t.Len())
	Copy(result.Slice(n, n+t.Len()), t)
	return result
}

func mustMatch(what string, t, u *rtype) {
	if t != u {
		panic(what + ": " + t.d().name + " != " + u.d().name)
	}
}

// Copy copies as many elements as fit from a slice, array or string to a slice or array.
func Copy(dst, src Value) int {
	to := dst.Kind()
	if to != Array && to != Slice {
		panic(&ValueError{"reflect.Copy", to})
	}
	if to == Array {
		dst.mustSet(noMethod)
	}
	dst.mustBeExported(noMethod)
	from := src.Kind()
	element := dst.typ.d().elem
	isText := from == String && element.kind() == Uint8
	if from != Array && from != Slice && !isText {
		panic(&ValueError{"reflect.Copy", from})
	}
	src.mustBeExported(noMethod)
	if !isText {
		mustMatch("reflect.Copy", element, src.typ.d().elem)
	}
	n := min(dst.Len(), src.Len())
	if n > 0 {
		copyMemory(dst.elements(), src.elements(), uint32(n)*element.d().size)
	}
	return n
}

// elements returns the address of the elements of an array, slice or string.
func (v Value) elements() unsafe.Pointer {
	if v.Kind() == Array {
		return v.pointer()
	}
	return v.UnsafePointer()
}

// Grow makes room for n more elements in the slice variable v.
func (v Value) Grow(n int) {
	v.mustSet("reflect.Value.Grow")
	v.mustBe("reflect.Value.Grow", Slice)
	if n < 0 {
		panic("reflect.Value.Grow: negative len")
	}
	if int(v.header().length)+n > 1<<31-1 {
		panic("reflect.Value.Grow: slice overflow")
	}
	v.header().grow(v.typ.d().elem, n)
}
