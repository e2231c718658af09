package reflect

import "unsafe"

// Set assigns x to the variable v.
func (v Value) Set(x Value) {
	v.mustSet("reflect.Value.Set")
	x.mustBeExported("reflect.Value.Set")
	x = x.assignTo("reflect.Set", v.typ)
	v.assign(x)
}

// assign copies a value of the same type to the variable v.
func (v Value) assign(x Value) {
	if x.flag&isInline == 0 {
		copyMemory(v.address, x.address, v.typ.d().size)
	} else {
		v.store(x.place)
	}
}

// store changes a variable of a direct type.
func (v Value) store(place payload) {
	if v.typ.d().pointers != nil {
		copyMemory(v.address, unsafe.Pointer(&place), v.typ.d().size)
		return
	}
	bits := place.bits()
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

// SetZero makes the variable v the zero value of its type.
func (v Value) SetZero() {
	v.mustSet("reflect.Value.SetZero")
	clearMemory(v.address, v.typ.d().size)
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
	v.store(payloadOf(uint64(x)))
}

// SetUint changes an unsigned integer.
func (v Value) SetUint(x uint64) {
	v.mustSet("reflect.Value.SetUint")
	if !v.CanUint() {
		panic(&ValueError{"reflect.Value.SetUint", v.Kind()})
	}
	v.store(payloadOf(x))
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
	if v.typ.d().elem.kind() != Uint8 {
		panic("reflect.Value.SetBytes of non-byte slice")
	}
	*(*[]byte)(v.address) = x
}

// SetPointer changes an unsafe.Pointer.
func (v Value) SetPointer(x unsafe.Pointer) {
	v.mustSet("reflect.Value.SetPointer")
	v.mustBe("reflect.Value.SetPointer", UnsafePointer)
	*(*unsafe.Pointer)(v.address) = x
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

// SetCap changes the capacity of a slice.
func (v Value) SetCap(n int) {
	v.mustSet("reflect.Value.SetCap")
	v.mustBe("reflect.Value.SetCap", Slice)
	h := v.header()
	if n < int(h.length) || n > int(h.capacity) {
		panic("reflect: slice capacity out of range in SetCap")
	}
	h.capacity = uint32(n)
}

// Clear removes all entries of a map, or makes all elements of a slice zero.
func (v Value) Clear() {
	switch v.Kind() {
	case Slice:
		h := v.header()
		clearMemory(h.data, h.length*v.typ.d().elem.d().size)
	case Map:
		mapClear(v.typ, v.word())
	default:
		panic(&ValueError{"reflect.Value.Clear", v.Kind()})
	}
}
