package runtime

import "unsafe"

// Kinds of types, numbered as package reflect numbers them.
const (
	kindInvalid = iota
	kindBool
	kindInt
	kindInt8
	kindInt16
	kindInt32
	kindInt64
	kindUint
	kindUint8
	kindUint16
	kindUint32
	kindUint64
	kindUintptr
	kindFloat32
	kindFloat64
	kindComplex64
	kindComplex128
	kindArray
	kindChan
	kindFunc
	kindInterface
	kindMap
	kindPointer
	kindSlice
	kindString
	kindStruct
	kindUnsafePointer
)

// Flags of a type descriptor.
const (
	flagDirect     = 1  // the payload of an interface holds the value itself
	flagPointer    = 2  // the low half of the payload is a pointer
	flagComparable = 4  // values can be compared
	flagNamed      = 8  // a defined or predeclared type
	flagBitEqual   = 16 // payloads are equal if their bits are
	flagInstance   = 32 // an instance of a generic type
)

// typeDescriptor is the descriptor of a type. The compiler makes one for each type that can be in an interface; two types
// are identical if their descriptors are the same.
type typeDescriptor struct {
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
	ptrTo       *typeDescriptor
	pointers    unsafe.Pointer
	elem        *typeDescriptor
	key         *typeDescriptor
	length      uint32
	fields      unsafe.Pointer
	fieldCount  uint32
	functions   unsafe.Pointer
}

// fieldDescriptor describes a field of a struct.
type fieldDescriptor struct {
	name     string
	pkgPath  string
	tag      string
	typ      *typeDescriptor
	offset   uint32
	embedded uint32
}

// methodDescriptor describes a method of a type or an interface.
type methodDescriptor struct {
	name     string
	pkgPath  string
	typ      *typeDescriptor
	function unsafe.Pointer
}

// anyWords is the memory form of an interface. Its payload is 64 bits wide but aligned as a word.
type anyWords struct {
	typ       *typeDescriptor
	low, high uint32
}

// payload returns the address of the payload.
func (w *anyWords) payload() unsafe.Pointer { return unsafe.Pointer(&w.low) }

// bits returns the payload.
func (w *anyWords) bits() uint64 { return *(*uint64)(w.payload()) }
