// Package reflectlite is the little of reflection that errors, sort and context need, so that they need no reflect.
// Layouts of descriptors and interfaces: packages/runtime/ABI.md.
package reflectlite

import "unsafe"

// A Kind is a kind of types, with the numbers of package reflect.
type Kind uint8

const (
	Ptr       Kind = 22
	Interface Kind = 20
	Slice     Kind = 23
	String    Kind = 24
	Struct    Kind = 25
)

// kindNames are the names of the kinds from 1 on, each with a space after it.
const kindNames = "bool int int8 int16 int32 int64 uint uint8 uint16 uint32 uint64 uintptr float32 float64 " +
	"complex64 complex128 array chan func interface map ptr slice string struct unsafe.Pointer "

// String returns the name of the kind.
func (k Kind) String() string {
	rest := kindNames
	for {
		end := 0
		for rest[end] != ' ' {
			end++
		}
		if k--; k == 0 {
			return rest[:end]
		}
		rest = rest[end+1:]
	}
}

const (
	flagDirect     = 1
	flagComparable = 4
)

// A Type is the address of a descriptor; equal addresses are identical types.
type Type = *descriptor

type descriptor struct {
	size    uint32
	_       [8]byte
	kind    Kind
	flags   uint8
	_       [10]byte
	name    string
	pkgPath string
	_       [24]byte
	elem    *descriptor
}

// words is an interface in memory. Its payload is 64 bits wide but aligned as a word.
type words struct {
	typ       *descriptor
	low, high uint32
}

//go:linkname implements runtime.implements
func implements(t, iface *descriptor) bool

// TypeOf returns the dynamic type of x, nil for a nil interface.
func TypeOf(x any) Type { return (*words)(unsafe.Pointer(&x)).typ }

// Kind is the kind of the type.
func (t *descriptor) Kind() Kind { return t.kind }

// Size is the number of bytes of a value.
func (t *descriptor) Size() uintptr { return uintptr(t.size) }

// String is the type as reflect prints it.
func (t *descriptor) String() string { return t.name }

// Elem is the element type of a pointer, slice, array, channel or map.
func (t *descriptor) Elem() Type { return t.elem }

// Comparable reports whether == is defined for values of the type.
func (t *descriptor) Comparable() bool { return t.flags&flagComparable != 0 }

// Implements reports whether the type has the methods of an interface type.
func (t *descriptor) Implements(iface Type) bool { return implements(t, iface) }

// AssignableTo reports whether a value of the type, which is a dynamic one, can be assigned to the other.
func (t *descriptor) AssignableTo(other Type) bool {
	return t == other || other.kind == Interface && implements(t, other)
}

// A Value is a value of any type; where it was reached through a pointer, address says where it is.
type Value struct {
	words
	address unsafe.Pointer
}

// ValueOf returns the value in x.
func ValueOf(x any) Value { return Value{words: *(*words)(unsafe.Pointer(&x))} }

// Type is the type of the value.
func (v Value) Type() Type { return v.typ }

// Kind is the kind of the value's type, 0 for the zero Value.
func (v Value) Kind() Kind {
	if v.typ == nil {
		return 0
	}
	return v.typ.kind
}

// IsNil reports whether a pointer is nil.
func (v Value) IsNil() bool { return v.low == 0 }

// Elem returns what a pointer points to.
func (v Value) Elem() Value {
	return Value{words{typ: v.typ.elem}, unsafe.Pointer(uintptr(v.low))}
}

// Set stores x, which must be assignable, into the variable that v, from Elem, refers to.
func (v Value) Set(x Value) {
	switch {
	case v.typ.kind == Interface:
		*(*words)(v.address) = x.words
	case x.typ.flags&flagDirect != 0:
		copyBytes(v.address, unsafe.Pointer(&x.low), uintptr(x.typ.size))
	default:
		copyBytes(v.address, unsafe.Pointer(uintptr(x.low)), uintptr(x.typ.size))
	}
}

func copyBytes(to, from unsafe.Pointer, n uintptr) {
	copy(unsafe.Slice((*byte)(to), n), unsafe.Slice((*byte)(from), n))
}

type sliceHeader struct {
	data unsafe.Pointer
	len  uint32
	cap  uint32
}

func (v Value) slice(method string) *sliceHeader {
	if v.Kind() != Slice {
		panic(&ValueError{method, v.Kind()})
	}
	return (*sliceHeader)(unsafe.Pointer(uintptr(v.low)))
}

// Len is the length of a slice.
func (v Value) Len() int { return int(v.slice("reflect.Value.Len").len) }

// A ValueError is what a call panics with when its Value has the wrong kind.
type ValueError struct {
	Method string
	Kind   Kind
}

func (e *ValueError) Error() string {
	if e.Kind == 0 {
		return "reflect: call of " + e.Method + " on zero Value"
	}
	return "reflect: call of " + e.Method + " on " + e.Kind.String() + " Value"
}

// Swapper returns a function that swaps two elements of a slice.
func Swapper(slice any) func(i, j int) {
	header := ValueOf(slice).slice("Swapper")
	size := uintptr(TypeOf(slice).elem.size)
	data, n := header.data, int(header.len)
	switch size {
	case 8:
		s := unsafe.Slice((*uint64)(data), n)
		return func(i, j int) { s[i], s[j] = s[j], s[i] }
	case 4:
		s := unsafe.Slice((*uint32)(data), n)
		return func(i, j int) { s[i], s[j] = s[j], s[i] }
	}
	return func(i, j int) {
		if uint(i) >= uint(n) || uint(j) >= uint(n) {
			panic("reflect: slice index out of range")
		}
		p, q := unsafe.Add(data, uintptr(i)*size), unsafe.Add(data, uintptr(j)*size)
		left := size
		for ; left >= 4; left -= 4 {
			a, b := (*uint32)(p), (*uint32)(q)
			*a, *b = *b, *a
			p, q = unsafe.Add(p, 4), unsafe.Add(q, 4)
		}
		for ; left > 0; left-- {
			a, b := (*byte)(p), (*byte)(q)
			*a, *b = *b, *a
			p, q = unsafe.Add(p, 1), unsafe.Add(q, 1)
		}
	}
}
