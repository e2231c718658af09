// Package reflect lets a program look at values of types that it does not know when it is compiled. It reads the
// type descriptors that the compiler writes; packages/runtime/ABI.md describes their layout.
package reflect

import "unsafe"

const (
	flagDirect     = 1
	flagPointer    = 2
	flagComparable = 4
	flagNamed      = 8
)

// rtype is a type descriptor; identical types have the same one. It hides its fields, so that programs in which a Type
// is put into an interface do not carry the description of a description.
type rtype struct {
	_ [0]func() // descriptors are compared by address
	_ [22]uint32
}

func (t *rtype) d() *descriptor { return (*descriptor)(unsafe.Pointer(t)) }

// descriptor is what an rtype holds.
type descriptor struct {
	size         uint32
	id           uint32
	row          uint32
	kind         uint8
	flags        uint8
	align        uint8
	fieldAlign   uint8
	equal        unsafe.Pointer
	hash         unsafe.Pointer
	name         string
	pkgPath      string
	typeName     string
	methods      unsafe.Pointer
	methodCount  uint32
	ptrTo        *rtype
	pointers     unsafe.Pointer
	elem         *rtype
	key          *rtype
	length       uint32
	fields       unsafe.Pointer
	fieldCount   uint32
	mapFunctions *mapFunctions
}

type fieldDescriptor struct {
	name     string
	pkgPath  string
	tag      string
	typ      *rtype
	offset   uint32
	embedded uint32
}

type methodDescriptor struct {
	name     string
	pkgPath  string
	typ      *rtype
	function unsafe.Pointer
}

// words is the memory form of an interface.
type words struct {
	typ     *rtype
	_       uint32
	payload uint64
}

//go:linkname implements runtime.implements
func implements(t, iface *rtype) bool

//go:linkname ifaceEqual runtime.ifaceEqual
func ifaceEqual(a, b any) bool

func (t *rtype) structField(i int) *fieldDescriptor {
	if uint(i) >= uint(t.d().fieldCount) {
		panic("reflect: Field index out of bounds")
	}
	return (*fieldDescriptor)(unsafe.Add(t.d().fields, uintptr(i)*unsafe.Sizeof(fieldDescriptor{})))
}

func (t *rtype) method(i int) *methodDescriptor {
	return (*methodDescriptor)(unsafe.Add(t.d().methods, uintptr(i)*unsafe.Sizeof(methodDescriptor{})))
}

// parameter gives the i-th of the parameters and results of a function type.
func (t *rtype) parameter(i int) *rtype {
	return *(**rtype)(unsafe.Add(t.d().fields, i*4))
}
