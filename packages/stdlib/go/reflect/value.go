package reflect

import "unsafe"

// A Value is a Go value of any type. The zero Value is no value.
type Value struct {
	typ *rtype
	// address is where the value is, unless it is held in place.
	address unsafe.Pointer
	// place is the payload of an interface that held the value, when address is nil.
	place payload
	flag
}

// payload holds the payload of an interface where the collector sees it.
type payload struct {
	low  unsafe.Pointer
	high uint32
}

func payloadOf(bits uint64) payload {
	return payload{unsafe.Pointer(uintptr(uint32(bits))), uint32(bits >> 32)}
}

func (p payload) bits() uint64 { return uint64(uintptr(p.low)) | uint64(p.high)<<32 }

// flag has the name, the type and the bits that programs count on which look into a Value with package unsafe.
type flag uintptr

const (
	isStickyRO    flag = 1 << 5 // reached through an unexported field
	isEmbeddedRO  flag = 1 << 6 // is an unexported embedded field: its own exported fields are free
	isInline      flag = 1 << 7 // the value is in place
	isAddressable flag = 1 << 8 // address is that of a variable

	isReadOnly = isStickyRO | isEmbeddedRO
)

// readOnly returns the flag that values reached through this one inherit.
func (f flag) readOnly() flag {
	if f&isReadOnly != 0 {
		return isStickyRO
	}
	return 0
}

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

// noMethod is printed in panics for functions that are not methods of Value.
const noMethod = "unknown method"

// mustBe panics unless the value is of a kind.
func (v Value) mustBe(method string, kind Kind) {
	if v.Kind() != kind {
		panic(&ValueError{method, v.Kind()})
	}
}

// mustBeExported panics if the value was reached through an unexported field.
func (v Value) mustBeExported(method string) {
	if v.typ == nil {
		panic(&ValueError{method, Invalid})
	}
	if v.flag&isReadOnly != 0 {
		panic("reflect: " + method + " using value obtained using unexported field")
	}
}

// mustSet panics unless the value is a variable that may be changed.
func (v Value) mustSet(method string) {
	v.mustBeExported(method)
	if v.flag&isAddressable == 0 {
		panic("reflect: " + method + " using unaddressable value")
	}
}

// typeWord returns the type of what an interface holds.
func typeWord(i *any) *rtype { return (*words)(unsafe.Pointer(i)).typ }

func pointerOf(i *any) unsafe.Pointer { return unsafe.Pointer(i) }

// ValueOf returns the value in an interface; the zero Value for nil.
func ValueOf(i any) Value {
	return fromWords((*words)(unsafe.Pointer(&i)))
}

// fromWords returns the value in an interface in memory.
func fromWords(w *words) Value {
	if w.typ == nil {
		return Value{}
	}
	if w.typ.d().flags&flagDirect != 0 {
		return Value{typ: w.typ, place: *(*payload)(w.payload()), flag: isInline}
	}
	return Value{typ: w.typ, address: unsafe.Pointer(uintptr(w.low))}
}

// pointerValue returns a pointer, or another value that is one word, as a value of type t.
func pointerValue(t *rtype, p unsafe.Pointer, f flag) Value {
	return Value{typ: t, place: payload{low: p}, flag: isInline | f}
}

// IsValid reports whether there is a value.
func (v Value) IsValid() bool { return v.typ != nil }

// Kind returns the kind of the value's type, Invalid for the zero Value.
func (v Value) Kind() Kind {
	if v.typ == nil {
		return Invalid
	}
	return v.typ.kind()
}

// Type returns the type of the value.
func (v Value) Type() Type {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value.Type", Invalid})
	}
	return v.typ
}

// CanAddr reports whether Addr may be called: the value is a variable.
func (v Value) CanAddr() bool { return v.flag&isAddressable != 0 }

// CanSet reports whether the value may be changed.
func (v Value) CanSet() bool { return v.flag&(isAddressable|isReadOnly) == isAddressable }

// CanInterface reports whether Interface may be called.
func (v Value) CanInterface() bool {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value.CanInterface", Invalid})
	}
	return v.flag&isReadOnly == 0
}

// payload returns the value as the payload of an interface. The type is direct.
func (v Value) payload() uint64 {
	if v.flag&isInline != 0 {
		return v.place.bits()
	}
	switch v.typ.kind() {
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

// pointer returns where the value is. Inline values are put somewhere first.
func (v Value) pointer() unsafe.Pointer {
	if v.flag&isInline == 0 {
		return v.address
	}
	place := new(any) // the collector finds out from the type whether the payload is a pointer
	w := (*words)(unsafe.Pointer(place))
	w.typ = v.typ
	*(*payload)(w.payload()) = v.place
	return w.payload()
}

// word returns a pointer-shaped value: pointer, map, channel, function.
func (v Value) word() unsafe.Pointer {
	if v.flag&isInline != 0 {
		return v.place.low
	}
	return *(*unsafe.Pointer)(v.address)
}

// Interface returns the value as an interface.
func (v Value) Interface() any {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value.Interface", Invalid})
	}
	if v.flag&isReadOnly != 0 {
		panic("reflect.Value.Interface: cannot return value obtained from unexported field or method")
	}
	return v.pack()
}

// TypeAssert is v.Interface().(T).
func TypeAssert[T any](v Value) (T, bool) {
	if v.typ == nil {
		panic(&ValueError{"reflect.TypeAssert", Invalid})
	}
	if v.flag&isReadOnly != 0 {
		panic("reflect.TypeAssert: cannot return value obtained from unexported field or method")
	}
	x, ok := v.pack().(T)
	return x, ok
}

func (v Value) pack() any {
	var result any
	w := (*words)(unsafe.Pointer(&result))
	if v.typ.kind() == Interface {
		*w = *(*words)(v.pointer())
		return result
	}
	w.typ = v.typ
	switch {
	case v.typ.d().flags&flagDirect != 0:
		if v.flag&isInline != 0 {
			*(*payload)(w.payload()) = v.place
		} else {
			w.setBits(v.payload())
		}
	case v.flag&isAddressable != 0:
		w.low = uint32(uintptr(copyOf(v.typ, v.address)))
	default:
		w.low = uint32(uintptr(v.address))
	}
	return result
}

// InterfaceData returns the two words of an interface: the address of the type and the low half of the payload.
func (v Value) InterfaceData() [2]uintptr {
	v.mustBe("reflect.Value.InterfaceData", Interface)
	w := (*words)(v.pointer())
	return [2]uintptr{uintptr(unsafe.Pointer(w.typ)), uintptr(w.low)}
}

// Elem returns what an interface holds or a pointer points to; the zero Value for nil.
func (v Value) Elem() Value {
	switch v.Kind() {
	case Interface:
		element := fromWords((*words)(v.pointer()))
		if element.typ != nil {
			element.flag |= v.flag.readOnly()
		}
		return element
	case Pointer:
		p := v.word()
		if p == nil {
			return Value{}
		}
		return Value{v.typ.d().elem, p, payload{}, v.flag&isReadOnly | isAddressable}
	}
	panic(&ValueError{"reflect.Value.Elem", v.Kind()})
}

// Indirect returns what v points to, v itself if it is no pointer.
func Indirect(v Value) Value {
	if v.Kind() != Pointer {
		return v
	}
	return v.Elem()
}

// Addr returns a pointer to a variable.
func (v Value) Addr() Value {
	if !v.CanAddr() {
		panic("reflect.Value.Addr of unaddressable value")
	}
	return pointerValue(pointerTo(v.typ), v.address, v.flag&isReadOnly)
}

// UnsafeAddr returns the address of a variable.
func (v Value) UnsafeAddr() uintptr {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value.UnsafeAddr", Invalid})
	}
	if !v.CanAddr() {
		panic("reflect.Value.UnsafeAddr of unaddressable value")
	}
	return uintptr(v.address)
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

// Pointer returns the address that a channel, map, pointer, slice or string holds, and the code of a function.
func (v Value) Pointer() uintptr { return uintptr(v.unsafePointer("reflect.Value.Pointer")) }

// UnsafePointer returns what Pointer returns.
func (v Value) UnsafePointer() unsafe.Pointer { return v.unsafePointer("reflect.Value.UnsafePointer") }

func (v Value) unsafePointer(method string) unsafe.Pointer {
	switch v.Kind() {
	case Chan, Map, Pointer, UnsafePointer:
		return v.word()
	case Func:
		closure := v.word()
		if closure == nil {
			return nil
		}
		return *(*unsafe.Pointer)(closure) // its code
	case Slice:
		return v.header().data
	case String:
		return unsafe.Pointer(unsafe.StringData(v.text()))
	}
	panic(&ValueError{method, v.Kind()})
}
