package runtime

import "unsafe"

// ifaceEqual compares two interface values: of one type, and equal.
func ifaceEqual(a, b any) bool {
	x, y := (*anyWords)(unsafe.Pointer(&a)), (*anyWords)(unsafe.Pointer(&b))
	t := x.typ
	if t != y.typ {
		return false
	}
	if t == nil {
		return true
	}
	if t.flags&flagBitEqual != 0 {
		return x.bits() == y.bits()
	}
	return payloadEqual(t, x.payload(), y.payload())
}

// payloadEqual compares two payloads, given by their addresses, whose bits do not decide.
func payloadEqual(t *typeDescriptor, x, y unsafe.Pointer) bool {
	if t.flags&flagComparable == 0 {
		panicUncomparable(t)
	}
	switch t.kind {
	case kindString:
		return *(*string)(x) == *(*string)(y)
	case kindFloat32:
		return *(*float32)(x) == *(*float32)(y)
	case kindFloat64:
		return *(*float64)(x) == *(*float64)(y)
	}
	if t.size == 0 {
		return true
	}
	equal := *(*func(p, q unsafe.Pointer) bool)(unsafe.Pointer(&t.equal))
	return equal(*(*unsafe.Pointer)(x), *(*unsafe.Pointer)(y))
}

// ifaceHash hashes an interface value; it panics if the value cannot be compared. Maps without entries, which only
// ask whether it does, pass seed 0.
func ifaceHash(v any, seed uint64) uint64 {
	x := (*anyWords)(unsafe.Pointer(&v))
	t := x.typ
	if t == nil {
		return hash64(0, seed)
	}
	if t.flags&flagComparable == 0 {
		if seed == 0 {
			panicUnhashableProbe(t)
		}
		panicUnhashable(t)
	}
	if t.flags&flagBitEqual != 0 {
		return hash64(x.bits(), seed)
	}
	payload := x.payload()
	switch t.kind {
	case kindString:
		return stringHash(*(*string)(payload), seed)
	case kindFloat32:
		return floatHash(float64(*(*float32)(payload)), seed)
	case kindFloat64:
		return floatHash(*(*float64)(payload), seed)
	}
	if t.size == 0 {
		return hash64(0, seed)
	}
	hash := *(*func(p unsafe.Pointer, seed uint64) uint64)(unsafe.Pointer(&t.hash))
	return hash(*(*unsafe.Pointer)(payload), seed)
}

// floatHash hashes a float: both zeros alike, and each NaN differently, since it is equal to nothing.
func floatHash(f float64, seed uint64) uint64 {
	if f == 0 {
		return hash64(0, seed)
	}
	if f != f {
		return hash64(fastrand64(), seed)
	}
	return hash64(*(*uint64)(unsafe.Pointer(&f)), seed)
}

// implements reports whether a type has the methods of an interface. The compiler knows: the descriptor of the
// interface has a bitmap over the ids of types.
func implements(t, iface *typeDescriptor) bool {
	if t == nil {
		return false
	}
	if iface.fieldCount == 0 {
		return true
	}
	if iface.pointers == nil {
		return false
	}
	word := *(*uint32)(unsafe.Add(iface.pointers, t.id/32*4))
	return word>>(t.id%32)&1 != 0
}

// TypeAssertionError explains a type assertion that failed.
type TypeAssertionError struct {
	static   *typeDescriptor
	have     *typeDescriptor
	want     *typeDescriptor
	missing  string
	concrete bool
}

func (*TypeAssertionError) RuntimeError() {}

func (e *TypeAssertionError) Error() string {
	static := "interface"
	if e.static != nil {
		static = e.static.name
	}
	want := e.want.name
	if e.have == nil {
		return "interface conversion: " + static + " is nil, not " + want
	}
	have := e.have.name
	if e.missing != "" {
		return "interface conversion: " + have + " is not " + want + ": missing method " + e.missing
	}
	text := "interface conversion: " + static + " is " + have + ", not " + want
	if have == want {
		// Two structs that are written alike have fields of their packages.
		structs := e.have.kind == kindStruct && e.have.flags&flagNamed == 0
		if structs || e.have.pkgPath != e.want.pkgPath {
			text += " (types from different packages)"
		} else {
			text += " (types from different scopes)"
		}
	}
	return text
}

// panicTypeAssert is a failed assertion to a concrete type; static is the type of the operand.
func panicTypeAssert(have, want, static *typeDescriptor) {
	panicValue(&TypeAssertionError{static: static, have: have, want: want, concrete: true})
}

// panicTypeAssertIface is a failed assertion to an interface type.
func panicTypeAssertIface(have, want *typeDescriptor) {
	e := &TypeAssertionError{have: have, want: want}
	if have != nil {
		e.missing = missingMethod(have, want)
	}
	panicValue(e)
}

// missingMethod returns the first method of an interface that a type lacks. Both lists are sorted alike; a method of
// the name but of another type counts as missing where no other is.
func missingMethod(t, iface *typeDescriptor) string {
	next := uint32(0)
	first := ""
	for i := uint32(0); i < iface.fieldCount; i++ {
		want := methodAt(iface.fields, i)
		if i == 0 {
			first = want.name
		}
		found := false
		for ; next < t.methodCount; next++ {
			have := methodAt(t.methods, next)
			if have.name == want.name && have.pkgPath == want.pkgPath {
				next++
				found = true
				break
			}
		}
		if !found {
			return want.name
		}
	}
	return first
}

func methodAt(methods unsafe.Pointer, index uint32) *methodDescriptor {
	return (*methodDescriptor)(unsafe.Add(methods, index*uint32(unsafe.Sizeof(methodDescriptor{}))))
}

// panicWrap is the call of a method with value receiver through a nil pointer.
func panicWrap(text string) { panicValue(plainError(text)) }
