package reflect

import "unsafe"

// A Value is a Go value of any type. The zero Value stands for no value.
type Value struct {
	typ *rtype
	// address is where the value is, unless it is held in bits.
	address unsafe.Pointer
	// bits is the payload of an interface that held the value, when address is nil.
	bits uint64
	flags
}

type flags uint32

const (
	isInline      flags = 1 << iota // the value is in bits
	isAddressable                   // address is that of a variable
	isReadOnly                      // reached through an unexported field
)

// A ValueError is what a method of Value panics with when the kind does not allow the call.
type ValueError struct {
	Method string
	Kind   Kind
}

func (e *ValueError) Error() string {
	if e.Kind == Invalid {
		return "reflect: call of " + e.Method + " on zero Value"
	}
	return "reflect: call of " + e.Method + " on " + e.Kind.String() + " Value"
}

// ValueOf gives the value in an interface; the zero Value for nil.
func ValueOf(i any) Value {
	w := (*words)(unsafe.Pointer(&i))
	if w.typ == nil {
		return Value{}
	}
	return fromWords(w)
}

func fromWords(w *words) Value {
	if w.typ.d().flags&flagDirect != 0 {
		return Value{typ: w.typ, bits: w.payload, flags: isInline}
	}
	return Value{typ: w.typ, address: unsafe.Pointer(uintptr(w.payload))}
}

// IsValid reports whether there is a value.
func (v Value) IsValid() bool { return v.typ != nil }

// Kind gives the kind of the value's type, Invalid for the zero Value.
func (v Value) Kind() Kind {
	if v.typ == nil {
		return Invalid
	}
	return Kind(v.typ.d().kind)
}

// Type gives the type of the value.
func (v Value) Type() Type {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value.Type", Invalid})
	}
	return v.typ
}

// CanAddr reports whether Addr may be called: the value is a variable.
func (v Value) CanAddr() bool { return v.flags&isAddressable != 0 }

// CanSet reports whether the value may be changed.
func (v Value) CanSet() bool { return v.flags&(isAddressable|isReadOnly) == isAddressable }

// CanInterface reports whether Interface may be called.
func (v Value) CanInterface() bool {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value.CanInterface", Invalid})
	}
	return v.flags&isReadOnly == 0
}

// payload gives the value as the payload of an interface. The type is direct.
func (v Value) payload() uint64 {
	if v.flags&isInline != 0 {
		return v.bits
	}
	switch Kind(v.typ.d().kind) {
	case Int8:
		return uint64(*(*int8)(v.address))
	case Int16:
		return uint64(*(*int16)(v.address))
	case Int32:
		return uint64(*(*int32)(v.address))
	}
	switch v.typ.d().size {
	case 1:
		return uint64(*(*uint8)(v.address))
	case 2:
		return uint64(*(*uint16)(v.address))
	case 4:
		return uint64(*(*uint32)(v.address))
	}
	return *(*uint64)(v.address)
}

// pointer gives where the value is. Inline values are put somewhere first.
func (v Value) pointer() unsafe.Pointer {
	if v.flags&isInline == 0 {
		return v.address
	}
	place := new(uint64)
	*place = v.bits
	return unsafe.Pointer(place)
}

// word gives a pointer-shaped value: pointer, map, channel, function.
func (v Value) word() unsafe.Pointer {
	if v.flags&isInline != 0 {
		return unsafe.Pointer(uintptr(v.bits))
	}
	return *(*unsafe.Pointer)(v.address)
}

// Interface gives the value as an interface.
func (v Value) Interface() any {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value.Interface", Invalid})
	}
	if v.flags&isReadOnly != 0 {
		panic("reflect.Value.Interface: cannot return value obtained from unexported field or method")
	}
	return v.pack()
}

func (v Value) pack() any {
	var result any
	w := (*words)(unsafe.Pointer(&result))
	if Kind(v.typ.d().kind) == Interface {
		*w = *(*words)(v.pointer())
		return result
	}
	w.typ = v.typ
	switch {
	case v.typ.d().flags&flagDirect != 0:
		w.payload = v.payload()
	case v.flags&isAddressable != 0:
		copied := allocate(v.typ.d().size)
		copyMemory(copied, v.address, v.typ.d().size)
		w.payload = uint64(uintptr(copied))
	default:
		w.payload = uint64(uintptr(v.address))
	}
	return result
}

func allocate(size uint32) unsafe.Pointer {
	return unsafe.Pointer(unsafe.SliceData(make([]uint64, (size+7)/8)))
}

func copyMemory(to, from unsafe.Pointer, size uint32) {
	copy(unsafe.Slice((*byte)(to), int(size)), unsafe.Slice((*byte)(from), int(size)))
}

// Bool gives a bool.
func (v Value) Bool() bool {
	v.mustBe("reflect.Value.Bool", Bool)
	return v.payload() != 0
}

// Int gives a signed integer.
func (v Value) Int() int64 {
	if k := v.Kind(); k < Int || k > Int64 {
		panic(&ValueError{"reflect.Value.Int", k})
	}
	return int64(v.payload())
}

// Uint gives an unsigned integer.
func (v Value) Uint() uint64 {
	if k := v.Kind(); k < Uint || k > Uintptr {
		panic(&ValueError{"reflect.Value.Uint", k})
	}
	return v.payload()
}

// Float gives a floating-point number.
func (v Value) Float() float64 {
	bits := v.payload()
	switch v.Kind() {
	case Float32:
		return float64(*(*float32)(unsafe.Pointer(&bits)))
	case Float64:
		return *(*float64)(unsafe.Pointer(&bits))
	}
	panic(&ValueError{"reflect.Value.Float", v.Kind()})
}

// Complex gives a complex number.
func (v Value) Complex() complex128 {
	switch v.Kind() {
	case Complex64:
		return complex128(*(*complex64)(v.pointer()))
	case Complex128:
		return *(*complex128)(v.pointer())
	}
	panic(&ValueError{"reflect.Value.Complex", v.Kind()})
}

// String gives a string; for other kinds "<T Value>".
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
	if v.flags&isInline != 0 {
		return *(*string)(unsafe.Pointer(&v.bits))
	}
	return *(*string)(v.address)
}

func (v Value) mustBe(method string, kind Kind) {
	if v.Kind() != kind {
		panic(&ValueError{method, v.Kind()})
	}
}

type sliceHeader struct {
	data     unsafe.Pointer
	length   uint32
	capacity uint32
}

func (v Value) header() *sliceHeader { return (*sliceHeader)(v.pointer()) }

// Len gives the length of an array, channel, map, slice or string.
func (v Value) Len() int {
	switch v.Kind() {
	case Slice:
		return int(v.header().length)
	case String:
		return len(v.text())
	case Array:
		return int(v.typ.d().length)
	case Map, Chan:
		if v.word() == nil {
			return 0
		}
		return int(*(*uint32)(v.word()))
	case Pointer:
		if Kind(v.typ.d().elem.d().kind) == Array {
			return int(v.typ.d().elem.d().length)
		}
	}
	panic(&ValueError{"reflect.Value.Len", v.Kind()})
}

// Cap gives the capacity of an array or slice.
func (v Value) Cap() int {
	switch v.Kind() {
	case Slice:
		return int(v.header().capacity)
	case Array:
		return int(v.typ.d().length)
	}
	panic(&ValueError{"reflect.Value.Cap", v.Kind()})
}

// Index gives an element of an array, slice or string.
func (v Value) Index(i int) Value {
	switch v.Kind() {
	case Slice:
		h := v.header()
		if uint(i) >= uint(h.length) {
			panic("reflect: slice index out of range")
		}
		return Value{v.typ.d().elem, unsafe.Add(h.data, uintptr(i)*uintptr(v.typ.d().elem.d().size)), 0, v.flags&isReadOnly | isAddressable}
	case Array:
		if uint(i) >= uint(v.typ.d().length) {
			panic("reflect: array index out of range")
		}
		return Value{v.typ.d().elem, unsafe.Add(v.pointer(), uintptr(i)*uintptr(v.typ.d().elem.d().size)), 0, v.flags &^ isInline}
	case String:
		text := v.text()
		if uint(i) >= uint(len(text)) {
			panic("reflect: string index out of range")
		}
		element := ValueOf(text[i])
		element.flags |= v.flags & isReadOnly
		return element
	}
	panic(&ValueError{"reflect.Value.Index", v.Kind()})
}

// NumField gives the number of fields of a struct.
func (v Value) NumField() int {
	v.mustBe("reflect.Value.NumField", Struct)
	return int(v.typ.d().fieldCount)
}

// Field gives a field of a struct.
func (v Value) Field(i int) Value {
	v.mustBe("reflect.Value.Field", Struct)
	f := v.typ.structField(i)
	inherited := v.flags &^ isInline
	if f.pkgPath != "" {
		inherited |= isReadOnly
	}
	return Value{f.typ, unsafe.Add(v.pointer(), f.offset), 0, inherited}
}

// FieldByIndex follows a path of field indices.
func (v Value) FieldByIndex(index []int) Value {
	for i, x := range index {
		if i > 0 && v.Kind() == Pointer {
			if v.IsNil() {
				panic("reflect: indirection through nil pointer to embedded struct")
			}
			v = v.Elem()
		}
		v = v.Field(x)
	}
	return v
}

// FieldByName gives the field of that name, the zero Value if there is none.
func (v Value) FieldByName(name string) Value {
	v.mustBe("reflect.Value.FieldByName", Struct)
	if f, ok := v.typ.FieldByName(name); ok {
		return v.FieldByIndex(f.Index)
	}
	return Value{}
}

// Elem gives what an interface holds or a pointer points to; the zero Value for nil.
func (v Value) Elem() Value {
	switch v.Kind() {
	case Interface:
		w := (*words)(v.pointer())
		if w.typ == nil {
			return Value{}
		}
		element := fromWords(w)
		element.flags |= v.flags & isReadOnly
		return element
	case Pointer:
		p := v.word()
		if p == nil {
			return Value{}
		}
		return Value{v.typ.d().elem, p, 0, v.flags&isReadOnly | isAddressable}
	}
	panic(&ValueError{"reflect.Value.Elem", v.Kind()})
}

// Indirect gives what v points to, v itself if it is no pointer.
func Indirect(v Value) Value {
	if v.Kind() != Pointer {
		return v
	}
	return v.Elem()
}

// IsNil reports whether a channel, function, interface, map, pointer or slice is nil.
func (v Value) IsNil() bool {
	switch v.Kind() {
	case Chan, Func, Map, Pointer, UnsafePointer:
		return v.word() == nil
	case Slice:
		return v.header().data == nil
	case Interface:
		return (*words)(v.pointer()).typ == nil
	}
	panic(&ValueError{"reflect.Value.IsNil", v.Kind()})
}

// IsZero reports whether the value is the zero value of its type.
func (v Value) IsZero() bool {
	switch v.Kind() {
	case Invalid:
		panic(&ValueError{"reflect.Value.IsZero", Invalid})
	case Float32, Float64:
		return v.Float() == 0 && v.payload()<<1 == 0 && v.payload()>>31&1 == 0
	case Array:
		for i := 0; i < v.Len(); i++ {
			if !v.Index(i).IsZero() {
				return false
			}
		}
		return true
	case Struct:
		for i := 0; i < v.NumField(); i++ {
			if !v.Field(i).IsZero() {
				return false
			}
		}
		return true
	case Complex64, Complex128:
		return v.Complex() == 0
	case String:
		return v.Len() == 0
	case Chan, Func, Interface, Map, Pointer, Slice, UnsafePointer:
		return v.IsNil()
	}
	return v.payload() == 0
}

// Pointer gives the address that a channel, function, map, pointer or slice holds.
func (v Value) Pointer() uintptr { return uintptr(v.UnsafePointer()) }

// UnsafePointer gives the address that a channel, function, map, pointer or slice holds.
func (v Value) UnsafePointer() unsafe.Pointer {
	switch v.Kind() {
	case Chan, Func, Map, Pointer, UnsafePointer:
		return v.word()
	case Slice:
		return v.header().data
	case String:
		return unsafe.Pointer(unsafe.StringData(v.text()))
	}
	panic(&ValueError{"reflect.Value.UnsafePointer", v.Kind()})
}

// Bytes gives a slice or an addressable array of bytes.
func (v Value) Bytes() []byte {
	switch v.Kind() {
	case Slice:
		if Kind(v.typ.d().elem.d().kind) == Uint8 {
			return *(*[]byte)(v.pointer())
		}
	case Array:
		if Kind(v.typ.d().elem.d().kind) == Uint8 && v.CanAddr() {
			return unsafe.Slice((*byte)(v.address), int(v.typ.d().length))
		}
	}
	panic(&ValueError{"reflect.Value.Bytes", v.Kind()})
}

// CanInt reports whether Int may be called.
func (v Value) CanInt() bool { return v.Kind() >= Int && v.Kind() <= Int64 }

// CanUint reports whether Uint may be called.
func (v Value) CanUint() bool { return v.Kind() >= Uint && v.Kind() <= Uintptr }

// CanFloat reports whether Float may be called.
func (v Value) CanFloat() bool { return v.Kind() == Float32 || v.Kind() == Float64 }

// Comparable reports whether the value can be compared: interfaces ask what they hold.
func (v Value) Comparable() bool {
	switch v.Kind() {
	case Interface:
		return v.IsNil() || v.Elem().Comparable()
	case Array:
		for i := 0; i < v.Len(); i++ {
			if !v.Index(i).Comparable() {
				return false
			}
		}
		return true
	case Struct:
		for i := 0; i < v.NumField(); i++ {
			if !v.Field(i).Comparable() {
				return false
			}
		}
		return true
	case Invalid:
		return true
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
	return v.typ == u.typ && ifaceEqual(v.pack(), u.pack())
}
