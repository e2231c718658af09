package reflect

import "unsafe"

// IsZero reports whether the value is the zero value of its type.
func (v Value) IsZero() bool {
	switch v.Kind() {
	case Invalid:
		panic(&ValueError{"reflect.Value.IsZero", Invalid})
	case Array:
		for i := range v.Len() {
			if !v.Index(i).IsZero() {
				return false
			}
		}
		return true
	case Struct:
		for i := range v.NumField() {
			if !v.Field(i).IsZero() && v.typ.structField(i).name != "_" {
				return false
			}
		}
		return true
	case Float32, Float64: // -0 too
		return v.Float() == 0
	case Complex64, Complex128:
		return v.Complex() == 0
	case String:
		return v.Len() == 0
	case Chan, Func, Interface, Map, Pointer, Slice, UnsafePointer:
		return v.IsNil()
	}
	return v.payload() == 0
}

// Comparable reports whether the value can be compared: of interfaces, what they hold.
func (v Value) Comparable() bool {
	switch v.Kind() {
	case Interface:
		return v.IsNil() || v.Elem().Comparable()
	case Array:
		if !v.typ.Comparable() {
			return false
		}
		for i := range v.Len() {
			if !v.Index(i).Comparable() {
				return false
			}
		}
		return true
	case Struct:
		for i := range v.NumField() {
			if !v.Field(i).Comparable() {
				return false
			}
		}
		return true
	case Invalid:
		return false
	}
	return v.typ.Comparable()
}

// Equal reports whether two values are equal by ==.
func (v Value) Equal(u Value) bool {
	if v.Kind() == Interface {
		v = v.Elem()
	}
	if u.Kind() == Interface {
		u = u.Elem()
	}
	if !v.IsValid() || !u.IsValid() {
		return v.IsValid() == u.IsValid()
	}
	if v.typ != u.typ {
		return false
	}
	switch v.Kind() {
	case Array:
		if v.Len() == 0 && !v.typ.Comparable() {
			panicNotComparable(v.typ)
		}
		for i := range v.Len() {
			if !v.Index(i).Equal(u.Index(i)) {
				return false
			}
		}
		return true
	case Struct:
		for i := range v.NumField() {
			if !v.Field(i).Equal(u.Field(i)) {
				return false
			}
		}
		return true
	}
	if !v.typ.Comparable() {
		panicNotComparable(v.typ)
	}
	return equalMemory(v.typ, v.pointer(), u.pointer())
}

func panicNotComparable(t *rtype) {
	panic("reflect.Value.Equal: values of type " + t.d().name + " are not comparable")
}

// equalMemory compares two values of a comparable type by their addresses.
func equalMemory(t *rtype, p, q unsafe.Pointer) bool {
	switch t.kind() {
	case Float32:
		return *(*float32)(p) == *(*float32)(q)
	case Float64:
		return *(*float64)(p) == *(*float64)(q)
	case Complex64:
		return *(*complex64)(p) == *(*complex64)(q)
	case Complex128:
		return *(*complex128)(p) == *(*complex128)(q)
	case String:
		return *(*string)(p) == *(*string)(q)
	case Interface:
		return ifaceEqual(*(*any)(p), *(*any)(q))
	case Array:
		size := int(t.d().elem.d().size)
		for i := range int(t.d().length) {
			if !equalMemory(t.d().elem, unsafe.Add(p, i*size), unsafe.Add(q, i*size)) {
				return false
			}
		}
		return true
	case Struct:
		for i := range int(t.d().fieldCount) {
			f := t.structField(i)
			if f.name != "_" && !equalMemory(f.typ, unsafe.Add(p, f.offset), unsafe.Add(q, f.offset)) {
				return false
			}
		}
		return true
	}
	switch t.d().size {
	case 1:
		return *(*uint8)(p) == *(*uint8)(q)
	case 2:
		return *(*uint16)(p) == *(*uint16)(q)
	case 4:
		return *(*uint32)(p) == *(*uint32)(q)
	}
	return *(*uint64)(p) == *(*uint64)(q)
}

//go:linkname ifaceHash runtime.ifaceHash
func ifaceHash(v any, seed uint64) uint64

// hashMemory hashes a value of a comparable type: equal values alike.
func hashMemory(t *rtype, p unsafe.Pointer, seed uint64) uint64 {
	switch t.kind() {
	case Complex64:
		c := *(*complex64)(p)
		return ifaceHash(imag(c), ifaceHash(real(c), seed))
	case Complex128:
		c := *(*complex128)(p)
		return ifaceHash(imag(c), ifaceHash(real(c), seed))
	case Array:
		for i := range int(t.d().length) {
			seed = hashMemory(t.d().elem, unsafe.Add(p, i*int(t.d().elem.d().size)), seed)
		}
		return seed
	case Struct:
		for i := range int(t.d().fieldCount) {
			if f := t.structField(i); f.name != "_" {
				seed = hashMemory(f.typ, unsafe.Add(p, f.offset), seed)
			}
		}
		return seed
	}
	return ifaceHash(Value{typ: t, address: p}.pack(), seed)
}
