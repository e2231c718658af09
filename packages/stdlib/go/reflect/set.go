package reflect

import "unsafe"

func (v Value) mustSet(method string) {
	if v.CanSet() {
		return
	}
	if v.flags&isReadOnly != 0 {
		panic("reflect: " + method + " using value obtained using unexported field")
	}
	panic("reflect: " + method + " using unaddressable value")
}

// Set assigns x to the variable v.
func (v Value) Set(x Value) {
	v.mustSet("reflect.Value.Set")
	if v.Kind() == Interface {
		if !x.IsValid() || !x.typ.AssignableTo(v.typ) && Kind(x.typ.d().kind) != Interface {
			panic("reflect.Set: value is not assignable to type " + v.typ.d().name)
		}
		*(*any)(v.address) = x.pack()
		return
	}
	if !x.typ.AssignableTo(v.typ) {
		panic("reflect.Set: value of type " + x.typ.d().name + " is not assignable to type " + v.typ.d().name)
	}
	copyMemory(v.address, x.pointer(), v.typ.d().size)
}

// SetBool changes a bool.
func (v Value) SetBool(x bool) {
	v.mustSet("reflect.Value.SetBool")
	v.mustBe("reflect.Value.SetBool", Bool)
	*(*bool)(v.address) = x
}

// SetInt changes a signed integer.
func (v Value) SetInt(x int64) {
	v.mustSet("reflect.Value.SetInt")
	if !v.CanInt() {
		panic(&ValueError{"reflect.Value.SetInt", v.Kind()})
	}
	v.store(uint64(x))
}

// SetUint changes an unsigned integer.
func (v Value) SetUint(x uint64) {
	v.mustSet("reflect.Value.SetUint")
	if !v.CanUint() {
		panic(&ValueError{"reflect.Value.SetUint", v.Kind()})
	}
	v.store(x)
}

func (v Value) store(bits uint64) {
	switch v.typ.d().size {
	case 1:
		*(*uint8)(v.address) = uint8(bits)
	case 2:
		*(*uint16)(v.address) = uint16(bits)
	case 4:
		*(*uint32)(v.address) = uint32(bits)
	default:
		*(*uint64)(v.address) = bits
	}
}

// SetFloat changes a floating-point number.
func (v Value) SetFloat(x float64) {
	v.mustSet("reflect.Value.SetFloat")
	switch v.Kind() {
	case Float32:
		*(*float32)(v.address) = float32(x)
	case Float64:
		*(*float64)(v.address) = x
	default:
		panic(&ValueError{"reflect.Value.SetFloat", v.Kind()})
	}
}

// SetComplex changes a complex number.
func (v Value) SetComplex(x complex128) {
	v.mustSet("reflect.Value.SetComplex")
	switch v.Kind() {
	case Complex64:
		*(*complex64)(v.address) = complex64(x)
	case Complex128:
		*(*complex128)(v.address) = x
	default:
		panic(&ValueError{"reflect.Value.SetComplex", v.Kind()})
	}
}

// SetString changes a string.
func (v Value) SetString(x string) {
	v.mustSet("reflect.Value.SetString")
	v.mustBe("reflect.Value.SetString", String)
	*(*string)(v.address) = x
}

// SetBytes changes a slice of bytes.
func (v Value) SetBytes(x []byte) {
	v.mustSet("reflect.Value.SetBytes")
	v.mustBe("reflect.Value.SetBytes", Slice)
	*(*[]byte)(v.address) = x
}

// SetLen changes the length of a slice.
func (v Value) SetLen(n int) {
	v.mustSet("reflect.Value.SetLen")
	v.mustBe("reflect.Value.SetLen", Slice)
	h := v.header()
	if uint(n) > uint(h.capacity) {
		panic("reflect: slice length out of range in SetLen")
	}
	h.length = uint32(n)
}

// New gives a pointer to a new zero value. The program must know the pointer type.
func New(t Type) Value {
	r := t.common()
	if r.d().ptrTo == nil {
		panic("reflect: the program has no type *" + r.d().name)
	}
	return Value{typ: r.d().ptrTo, bits: uint64(uintptr(allocate(r.d().size))), flags: isInline}
}

// Zero gives the zero value of a type.
func Zero(t Type) Value {
	r := t.common()
	if r.d().flags&flagDirect != 0 {
		return Value{typ: r, flags: isInline}
	}
	return Value{typ: r, address: allocate(r.d().size)}
}

// Addr gives a pointer to a variable.
func (v Value) Addr() Value {
	if !v.CanAddr() {
		panic("reflect.Value.Addr of unaddressable value")
	}
	if v.typ.d().ptrTo == nil {
		panic("reflect: the program has no type *" + v.typ.d().name)
	}
	return Value{typ: v.typ.d().ptrTo, bits: uint64(uintptr(v.address)), flags: isInline | v.flags&isReadOnly}
}

// Slice gives a part of a slice, string or addressable array.
func (v Value) Slice(i, j int) Value {
	switch v.Kind() {
	case String:
		part := ValueOf(v.text()[i:j])
		part.typ = v.typ
		return part
	case Slice:
		h := v.header()
		if i < 0 || j < i || j > int(h.capacity) {
			panic("reflect.Value.Slice: slice index out of bounds")
		}
		part := &sliceHeader{h.data, uint32(j - i), h.capacity - uint32(i)}
		if part.capacity > 0 {
			part.data = unsafe.Add(h.data, uintptr(i)*uintptr(v.typ.d().elem.d().size))
		}
		return Value{v.typ, unsafe.Pointer(part), 0, v.flags & isReadOnly}
	}
	panic(&ValueError{"reflect.Value.Slice", v.Kind()})
}

// MakeSlice gives a new slice.
func MakeSlice(t Type, length, capacity int) Value {
	r := t.common()
	if Kind(r.d().kind) != Slice {
		panic("reflect.MakeSlice of non-slice type")
	}
	h := &sliceHeader{allocate(uint32(capacity) * r.d().elem.d().size), uint32(length), uint32(capacity)}
	return Value{typ: r, address: unsafe.Pointer(h)}
}

// Append appends values to a slice.
func Append(s Value, x ...Value) Value {
	s.mustBe("reflect.Append", Slice)
	h := s.header()
	need := int(h.length) + len(x)
	result := s
	if need > int(h.capacity) {
		result = MakeSlice(s.typ, need, need+need/2)
		copyMemory(result.header().data, h.data, h.length*s.typ.d().elem.d().size)
	} else {
		result = s.Slice(0, need)
	}
	for i, value := range x {
		result.Index(int(h.length) + i).Set(value)
	}
	return result
}
