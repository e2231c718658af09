package reflect

import "iter"

// A Type represents a Go type. Types are comparable with ==.
type Type interface {
	// Align returns the alignment in bytes of variables of the type.
	Align() int
	// FieldAlign returns the alignment in bytes of fields of the type.
	FieldAlign() int
	// Method returns the i-th of the exported methods, sorted by name; of all methods for an interface.
	Method(int) Method
	// Methods walks over what Method returns.
	Methods() iter.Seq[Method]
	// MethodByName finds a method by its name.
	MethodByName(string) (Method, bool)
	// NumMethod returns the number of methods that Method returns.
	NumMethod() int
	// Name returns the name of a defined or predeclared type, without its package.
	Name() string
	// PkgPath returns the import path of the package that declares a defined type.
	PkgPath() string
	// Size returns the size of a value in bytes.
	Size() uintptr
	// String returns the type as Go writes it, packages by their name.
	String() string
	// Kind returns the kind of the type.
	Kind() Kind
	// Implements reports whether the type has the methods of an interface type.
	Implements(u Type) bool
	// AssignableTo reports whether values of the type can be assigned to variables of another.
	AssignableTo(u Type) bool
	// ConvertibleTo reports whether values of the type can be converted to another.
	ConvertibleTo(u Type) bool
	// Comparable reports whether == is defined for values of the type.
	Comparable() bool
	// Bits returns the size of a number in bits.
	Bits() int
	// ChanDir returns the direction of a channel type.
	ChanDir() ChanDir
	// IsVariadic reports whether the last parameter of a function type is variadic.
	IsVariadic() bool
	// Elem returns the element type of an array, channel, map, pointer or slice.
	Elem() Type
	// Field describes the i-th field of a struct type.
	Field(i int) StructField
	// Fields walks over the fields of a struct type.
	Fields() iter.Seq[StructField]
	// FieldByIndex follows a path of field indices.
	FieldByIndex(index []int) StructField
	// FieldByName finds a field, also one promoted from embedded structs.
	FieldByName(name string) (StructField, bool)
	// FieldByNameFunc finds the field whose name satisfies match.
	FieldByNameFunc(match func(string) bool) (StructField, bool)
	// In returns the type of a parameter.
	In(i int) Type
	// Ins walks over the types of the parameters.
	Ins() iter.Seq[Type]
	// Key returns the key type of a map.
	Key() Type
	// Len returns the length of an array.
	Len() int
	// NumField returns the number of fields of a struct type.
	NumField() int
	// NumIn returns the number of parameters of a function type.
	NumIn() int
	// NumOut returns the number of results of a function type.
	NumOut() int
	// Out returns the type of a result.
	Out(i int) Type
	// Outs walks over the types of the results.
	Outs() iter.Seq[Type]
	// OverflowComplex reports whether the complex type cannot hold x.
	OverflowComplex(x complex128) bool
	// OverflowFloat reports whether the floating-point type cannot hold x.
	OverflowFloat(x float64) bool
	// OverflowInt reports whether the signed integer type cannot hold x.
	OverflowInt(x int64) bool
	// OverflowUint reports whether the unsigned integer type cannot hold x.
	OverflowUint(x uint64) bool
	// CanSeq reports whether Value.Seq works for values of the type.
	CanSeq() bool
	// CanSeq2 reports whether Value.Seq2 works for values of the type.
	CanSeq2() bool
	common() *rtype
}

// ChanDir is the direction of a channel type.
type ChanDir int

const (
	RecvDir ChanDir = 1 << iota
	SendDir
	BothDir = RecvDir | SendDir
)

// String returns the channel operator of the direction.
func (d ChanDir) String() string {
	switch d {
	case SendDir:
		return "chan<-"
	case RecvDir:
		return "<-chan"
	case BothDir:
		return "chan"
	}
	return "ChanDir" + itoa(int(d))
}

// TypeOf returns the dynamic type of i, nil for a nil interface.
func TypeOf(i any) Type {
	return toType(typeWord(&i))
}

// TypeFor returns the Type of T.
func TypeFor[T any]() Type {
	return TypeOf((*T)(nil)).Elem()
}

func toType(t *rtype) Type {
	if t == nil {
		return nil
	}
	return t
}

func (t *rtype) common() *rtype   { return t }
func (t *rtype) Align() int       { return int(t.d().align) }
func (t *rtype) FieldAlign() int  { return int(t.d().fieldAlign) }
func (t *rtype) Size() uintptr    { return uintptr(t.d().size) }
func (t *rtype) Name() string     { return t.d().typeName }
func (t *rtype) String() string   { return t.d().name }
func (t *rtype) Kind() Kind       { return t.kind() }
func (t *rtype) Comparable() bool { return t.d().flags&flagComparable != 0 }

// PkgPath is of defined types only; the descriptors of structs have the path of their hidden fields.
func (t *rtype) PkgPath() string {
	if t.d().typeName == "" {
		return ""
	}
	return t.d().pkgPath
}

// must panics unless the type has the kind that a method needs.
func (t *rtype) must(kind Kind, method, kindName string) {
	if t.kind() != kind {
		panic("reflect: " + method + " of non-" + kindName + " type " + t.d().name)
	}
}

func (t *rtype) Bits() int {
	if k := t.kind(); k < Int || k > Complex128 {
		panic("reflect: Bits of non-arithmetic Type " + t.d().name)
	}
	return int(t.d().size) * 8
}

func (t *rtype) Elem() Type {
	switch t.kind() {
	case Array, Chan, Map, Pointer, Slice:
		return toType(t.d().elem)
	}
	panic("reflect: Elem of invalid type " + t.d().name)
}

func (t *rtype) Key() Type {
	t.must(Map, "Key", "map")
	return toType(t.d().key)
}

func (t *rtype) Len() int {
	t.must(Array, "Len", "array")
	return int(t.d().length)
}

func (t *rtype) ChanDir() ChanDir {
	t.must(Chan, "ChanDir", "chan")
	return ChanDir(t.d().length)
}

func (t *rtype) NumIn() int {
	t.must(Func, "NumIn", "func")
	return t.inCount()
}

func (t *rtype) NumOut() int {
	t.must(Func, "NumOut", "func")
	return t.outCount()
}

func (t *rtype) IsVariadic() bool {
	t.must(Func, "IsVariadic", "func")
	return t.variadic()
}

func (t *rtype) In(i int) Type {
	t.must(Func, "In", "func")
	checkIndex(i, t.inCount())
	return t.parameter(i)
}

func (t *rtype) Out(i int) Type {
	t.must(Func, "Out", "func")
	checkIndex(i, t.outCount())
	return t.parameter(t.inCount() + i)
}

// checkIndex panics as indexing a slice does.
func checkIndex(i, n int) {
	_ = make([]struct{}, n)[i]
}

func (t *rtype) Ins() iter.Seq[Type] {
	t.must(Func, "Ins", "func")
	return func(yield func(Type) bool) {
		for i := range t.inCount() {
			if !yield(t.parameter(i)) {
				return
			}
		}
	}
}

func (t *rtype) Outs() iter.Seq[Type] {
	t.must(Func, "Outs", "func")
	return func(yield func(Type) bool) {
		for i := range t.outCount() {
			if !yield(t.parameter(t.inCount() + i)) {
				return
			}
		}
	}
}

func (t *rtype) OverflowInt(x int64) bool {
	switch t.kind() {
	case Int, Int8, Int16, Int32, Int64:
		return overflowsInt(t, x)
	}
	panic("reflect: OverflowInt of non-int type " + t.d().name)
}

func (t *rtype) OverflowUint(x uint64) bool {
	switch t.kind() {
	case Uint, Uintptr, Uint8, Uint16, Uint32, Uint64:
		return overflowsUint(t, x)
	}
	panic("reflect: OverflowUint of non-uint type " + t.d().name)
}

func (t *rtype) OverflowFloat(x float64) bool {
	switch t.kind() {
	case Float32:
		return overflowsFloat32(x)
	case Float64:
		return false
	}
	panic("reflect: OverflowFloat of non-float type " + t.d().name)
}

func (t *rtype) OverflowComplex(x complex128) bool {
	switch t.kind() {
	case Complex64:
		return overflowsFloat32(real(x)) || overflowsFloat32(imag(x))
	case Complex128:
		return false
	}
	panic("reflect: OverflowComplex of non-complex type " + t.d().name)
}

func overflowsInt(t *rtype, x int64) bool {
	unused := 64 - t.d().size*8
	return x<<unused>>unused != x
}

func overflowsUint(t *rtype, x uint64) bool {
	unused := 64 - t.d().size*8
	return x<<unused>>unused != x
}

func overflowsFloat32(x float64) bool {
	const largest = 0x1p127 * (1 + (1 - 0x1p-23))
	if x < 0 {
		x = -x
	}
	return largest < x && x <= 0x1p1023*(1+(1-0x1p-52))
}
