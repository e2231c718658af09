package reflect

import "unsafe"

// Bool returns a bool.
func (v Value) Bool() bool {
	v.mustBe("reflect.Value.Bool", Bool)
	return v.payload() != 0
}

// Int returns a signed integer.
func (v Value) Int() int64 {
	if k := v.Kind(); k < Int || k > Int64 {
		panic(&ValueError{"reflect.Value.Int", k})
	}
	return int64(v.payload())
}

// Uint returns an unsigned integer.
func (v Value) Uint() uint64 {
	if k := v.Kind(); k < Uint || k > Uintptr {
		panic(&ValueError{"reflect.Value.Uint", k})
	}
	return v.payload()
}

// Float returns a floating-point number.
func (v Value) Float() float64 {
	switch v.Kind() {
	case Float32:
		bits := v.payload()
		return float64(*(*float32)(unsafe.Pointer(&bits)))
	case Float64:
		bits := v.payload()
		return *(*float64)(unsafe.Pointer(&bits))
	}
	panic(&ValueError{"reflect.Value.Float", v.Kind()})
}

// Complex returns a complex number.
func (v Value) Complex() complex128 {
	switch v.Kind() {
	case Complex64:
		return complex128(*(*complex64)(v.pointer()))
	case Complex128:
		return *(*complex128)(v.pointer())
	}
	panic(&ValueError{"reflect.Value.Complex", v.Kind()})
}

// String returns a string; for other kinds "<T Value>".
func (v Value) String() string {
	if v.typ == nil {
		return "<invalid Value>"
	}
	if v.Kind() != String {
		return "<" + v.typ.d().name + " Value>"
	}
	return v.text()
}

func (v Value) text() string {
	if v.flag&isInline != 0 {
		return *(*string)(unsafe.Pointer(&v.place))
	}
	return *(*string)(v.address)
}

// CanInt reports whether Int may be called.
func (v Value) CanInt() bool { return v.Kind() >= Int && v.Kind() <= Int64 }

// CanUint reports whether Uint may be called.
func (v Value) CanUint() bool { return v.Kind() >= Uint && v.Kind() <= Uintptr }

// CanFloat reports whether Float may be called.
func (v Value) CanFloat() bool { return v.Kind() == Float32 || v.Kind() == Float64 }

// CanComplex reports whether Complex may be called.
func (v Value) CanComplex() bool { return v.Kind() == Complex64 || v.Kind() == Complex128 }

// OverflowInt reports whether the type of the value cannot hold x.
func (v Value) OverflowInt(x int64) bool {
	if !v.CanInt() {
		panic(&ValueError{"reflect.Value.OverflowInt", v.Kind()})
	}
	return overflowsInt(v.typ, x)
}

// OverflowUint reports whether the type of the value cannot hold x.
func (v Value) OverflowUint(x uint64) bool {
	if !v.CanUint() {
		panic(&ValueError{"reflect.Value.OverflowUint", v.Kind()})
	}
	return overflowsUint(v.typ, x)
}

// OverflowFloat reports whether the type of the value cannot hold x.
func (v Value) OverflowFloat(x float64) bool {
	if !v.CanFloat() {
		panic(&ValueError{"reflect.Value.OverflowFloat", v.Kind()})
	}
	return v.typ.OverflowFloat(x)
}

// OverflowComplex reports whether the type of the value cannot hold x.
func (v Value) OverflowComplex(x complex128) bool {
	if !v.CanComplex() {
		panic(&ValueError{"reflect.Value.OverflowComplex", v.Kind()})
	}
	return v.typ.OverflowComplex(x)
}

// intValue returns the low bits of an integer as a value of an integer type.
func intValue(t *rtype, bits uint64, f flag) Value {
	unused := 64 - t.d().size*8
	if t.kind() <= Int64 {
		bits = uint64(int64(bits<<unused) >> unused)
	} else {
		bits = bits << unused >> unused
	}
	return Value{typ: t, place: payloadOf(bits), flag: isInline | f}
}

func floatValue(t *rtype, x float64, f flag) Value {
	v := Value{typ: t, flag: isInline | f}
	if t.d().size == 4 {
		narrow := float32(x)
		v.place = payloadOf(uint64(*(*uint32)(unsafe.Pointer(&narrow))))
	} else {
		v.place = payloadOf(*(*uint64)(unsafe.Pointer(&x)))
	}
	return v
}

func complexValue(t *rtype, x complex128, f flag) Value {
	place := allocateCopy(t)
	if t.d().size == 8 {
		*(*complex64)(place) = complex64(x)
	} else {
		*(*complex128)(place) = x
	}
	return Value{typ: t, address: place, flag: f}
}

func stringValue(t *rtype, s string, f flag) Value {
	v := Value{typ: t, flag: isInline | f}
	*(*string)(unsafe.Pointer(&v.place)) = s
	return v
}
