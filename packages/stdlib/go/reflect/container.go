package reflect

import "unsafe"

// A SliceHeader is the memory form of a slice.
type SliceHeader struct {
	Data uintptr
	Len  int
	Cap  int
}

// A StringHeader is the memory form of a string.
type StringHeader struct {
	Data uintptr
	Len  int
}

type sliceHeader struct {
	data     unsafe.Pointer
	length   uint32
	capacity uint32
}

func (v Value) header() *sliceHeader { return (*sliceHeader)(v.pointer()) }

// Len returns the length of an array, channel, map, slice or string.
func (v Value) Len() int {
	switch v.Kind() {
	case Slice:
		return int(v.header().length)
	case String:
		return len(v.text())
	case Array:
		return int(v.typ.d().length)
	case Map, Chan:
		if v.word() == nil {
			return 0
		}
		return int(*(*uint32)(v.word()))
	case Pointer:
		if v.typ.d().elem.kind() == Array {
			return int(v.typ.d().elem.d().length)
		}
		panic("reflect: call of reflect.Value.Len on ptr to non-array Value")
	}
	panic(&ValueError{"reflect.Value.Len", v.Kind()})
}

// Cap returns the capacity of an array, channel or slice.
func (v Value) Cap() int {
	switch v.Kind() {
	case Slice:
		return int(v.header().capacity)
	case Array:
		return int(v.typ.d().length)
	case Chan:
		if v.word() == nil {
			return 0
		}
		return chanCap(v.word())
	case Pointer:
		if v.typ.d().elem.kind() == Array {
			return int(v.typ.d().elem.d().length)
		}
		panic("reflect: call of reflect.Value.Cap on ptr to non-array Value")
	}
	panic(&ValueError{"reflect.Value.Cap", v.Kind()})
}

// Index returns an element of an array, slice or string.
func (v Value) Index(i int) Value {
	switch v.Kind() {
	case Slice:
		h := v.header()
		if uint(i) >= uint(h.length) {
			panic("reflect: slice index out of range")
		}
		element := v.typ.d().elem
		return Value{element, unsafe.Add(h.data, i*int(element.d().size)), payload{}, v.flag.readOnly() | isAddressable}
	case Array:
		if uint(i) >= uint(v.typ.d().length) {
			panic("reflect: array index out of range")
		}
		element := v.typ.d().elem
		return Value{element, unsafe.Add(v.pointer(), i*int(element.d().size)), payload{}, v.flag&isAddressable | v.flag.readOnly()}
	case String:
		text := v.text()
		if uint(i) >= uint(len(text)) {
			panic("reflect: string index out of range")
		}
		element := ValueOf(text[i])
		element.flag |= v.flag.readOnly()
		return element
	}
	panic(&ValueError{"reflect.Value.Index", v.Kind()})
}

// Bytes returns a slice or an addressable array of bytes.
func (v Value) Bytes() []byte {
	switch v.Kind() {
	case Slice:
		if v.typ.d().elem.kind() != Uint8 {
			panic("reflect.Value.Bytes of non-byte slice")
		}
		return *(*[]byte)(v.pointer())
	case Array:
		if v.typ.d().elem.kind() != Uint8 {
			panic("reflect.Value.Bytes of non-byte array")
		}
		if !v.CanAddr() {
			panic("reflect.Value.Bytes of unaddressable byte array")
		}
		return unsafe.Slice((*byte)(v.address), int(v.typ.d().length))
	}
	panic(&ValueError{"reflect.Value.Bytes", v.Kind()})
}

// part returns a slice that begins at element i of another of the same elements.
func (h *sliceHeader) part(element *rtype, i, j, k int) *sliceHeader {
	part := new(sliceHeader)
	part.data = h.data
	part.length = uint32(j - i)
	part.capacity = uint32(k - i)
	if part.capacity > 0 {
		part.data = unsafe.Add(h.data, i*int(element.d().size))
	}
	return part
}

// sliced returns the type of slices of v, and the whole of v as a slice.
func (v Value) sliced(method string) (*rtype, *sliceHeader) {
	if v.Kind() == Slice {
		return v.typ, v.header()
	}
	if v.Kind() != Array {
		panic(&ValueError{method, v.Kind()})
	}
	if !v.CanAddr() {
		panic(method + ": slice of unaddressable array")
	}
	n := v.typ.d().length
	return sliceOf(v.typ.d().elem), &sliceHeader{v.address, n, n}
}

// Slice returns a part of a slice, string or addressable array.
func (v Value) Slice(i, j int) Value {
	if v.Kind() == String {
		text := v.text()
		if i < 0 || j < i || j > len(text) {
			panic("reflect.Value.Slice: string slice index out of bounds")
		}
		return stringValue(v.typ, text[i:j], v.flag.readOnly())
	}
	t, h := v.sliced("reflect.Value.Slice")
	if i < 0 || j < i || j > int(h.capacity) {
		panic("reflect.Value.Slice: slice index out of bounds")
	}
	return Value{t, unsafe.Pointer(h.part(t.d().elem, i, j, int(h.capacity))), payload{}, v.flag.readOnly()}
}

// Slice3 is v[i:j:k] for a slice or an addressable array.
func (v Value) Slice3(i, j, k int) Value {
	t, h := v.sliced("reflect.Value.Slice3")
	if i < 0 || j < i || k < j || k > int(h.capacity) {
		panic("reflect.Value.Slice3: slice index out of bounds")
	}
	return Value{t, unsafe.Pointer(h.part(t.d().elem, i, j, k)), payload{}, v.flag.readOnly()}
}
