// Package reflect lets a program look at, change, call and make values of types that it does not know when it is
// compiled. It reads the type descriptors that the compiler writes, and makes more of them at run time;
// packages/runtime/ABI.md describes their layout.
package reflect

import "unsafe"

const (
	flagDirect     = 1
	flagPointer    = 2
	flagComparable = 4
	flagNamed      = 8
	flagBitEqual   = 16
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
	size        uint32
	id          uint32
	row         uint32
	kind        uint8
	flags       uint8
	align       uint8
	fieldAlign  uint8
	equal       unsafe.Pointer
	hash        unsafe.Pointer
	name        string
	pkgPath     string
	typeName    string
	methods     unsafe.Pointer
	methodCount uint32
	ptrTo       *rtype
	pointers    unsafe.Pointer
	elem        *rtype
	key         *rtype
	length      uint32
	fields      unsafe.Pointer
	fieldCount  uint32
	functions   unsafe.Pointer // mapFunctions or thunks
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
	name    string
	pkgPath string
	typ     *rtype
	code    uint32 // of the bound method, see boundMethod
}

// words is the memory form of an interface. Its payload is 64 bits wide but aligned as a word.
type words struct {
	typ       *rtype
	low, high uint32
}

// payload returns the address of the payload.
func (w *words) payload() unsafe.Pointer { return unsafe.Pointer(&w.low) }

func (w *words) bits() uint64 { return *(*uint64)(w.payload()) }

func (w *words) setBits(bits uint64) { *(*uint64)(w.payload()) = bits }

//go:linkname runtimeImplements runtime.implements
func runtimeImplements(t, iface *rtype) bool

//go:linkname ifaceEqual runtime.ifaceEqual
func ifaceEqual(a, b any) bool

//go:linkname newObject runtime.newObject
func newObject(size uint32, layout unsafe.Pointer) unsafe.Pointer

//go:linkname copyMemory runtime.moveMemory
func copyMemory(to, from unsafe.Pointer, size uint32)

//go:linkname clearMemory runtime.clearMemory
func clearMemory(at unsafe.Pointer, size uint32)

//goes:intrinsic layoutof
func layoutOf[T any]() unsafe.Pointer

// implements reports whether a type, perhaps an interface, has the methods of an interface.
func implements(t, iface *rtype) bool { return runtimeImplements(t, iface) }

func (t *rtype) kind() Kind { return Kind(t.d().kind) }

// layout returns what the allocator must know about values of the type.
func (t *rtype) layout() unsafe.Pointer {
	if t.kind() == Interface {
		return layoutOf[any]()
	}
	if t.d().pointers == nil {
		return nil
	}
	return unsafe.Add(t.d().pointers, -4)
}

var noBytes struct{}

// allocate makes a zero value of a type that need not be that of any value that the program has.
func allocate(t *rtype) unsafe.Pointer { return allocateCopy(t) }

// allocateCopy makes a zero value that is to hold a copy of another of its type.
func allocateCopy(t *rtype) unsafe.Pointer {
	if t.d().size == 0 {
		return unsafe.Pointer(&noBytes)
	}
	return newObject(t.d().size, t.layout())
}

// copyOf returns new memory with the value of the type that is at from.
func copyOf(t *rtype, from unsafe.Pointer) unsafe.Pointer {
	to := allocateCopy(t)
	copyMemory(to, from, t.d().size)
	return to
}

func (t *rtype) structField(i int) *fieldDescriptor {
	return (*fieldDescriptor)(unsafe.Add(t.d().fields, uintptr(i)*unsafe.Sizeof(fieldDescriptor{})))
}

// method returns the i-th entry of a table of methods.
func methodAt(methods unsafe.Pointer, i int) *methodDescriptor {
	return (*methodDescriptor)(unsafe.Add(methods, uintptr(i)*unsafe.Sizeof(methodDescriptor{})))
}

// parameter returns the i-th of the parameters and results of a function type.
func (t *rtype) parameter(i int) *rtype {
	return *(**rtype)(unsafe.Add(t.d().fields, i*4))
}

func (t *rtype) inCount() int   { return int(t.d().length & 0xffff) }
func (t *rtype) outCount() int  { return int(t.d().length >> 16 & 0x7fff) }
func (t *rtype) variadic() bool { return t.d().length>>31 != 0 }
