package reflect

import "unsafe"

// mapFunctions are the runtime's functions for one map type, as closure objects. Those that take or give keys and
// elements do so by address.
type mapFunctions struct {
	find     func(m, key unsafe.Pointer) unsafe.Pointer
	assign   func(m, key unsafe.Pointer) unsafe.Pointer
	delete   func(m, key unsafe.Pointer)
	iterInit func(m, iterator unsafe.Pointer)
	iterNext func(iterator unsafe.Pointer)
	make     func(hint int) unsafe.Pointer
	clear    func(m unsafe.Pointer)
}

// iterator has room for the runtime's map iterator, which begins with the addresses of key and element.
type iterator struct {
	key     unsafe.Pointer
	element unsafe.Pointer
	_       [14]uint64
}

// A MapIter walks over a map.
type MapIter struct {
	m       Value
	started bool
	state   *iterator
}

// MapRange gives an iterator that stands before the first entry.
func (v Value) MapRange() *MapIter {
	v.mustBe("reflect.Value.MapRange", Map)
	return &MapIter{m: v}
}

// Next moves to the next entry and reports whether there is one.
func (it *MapIter) Next() bool {
	f := it.m.typ.d().mapFunctions
	if !it.started {
		it.started = true
		it.state = new(iterator)
		f.iterInit(it.m.word(), unsafe.Pointer(it.state))
	}
	f.iterNext(unsafe.Pointer(it.state))
	return it.state.key != nil
}

// Key gives the key of the current entry.
func (it *MapIter) Key() Value { return it.entry(it.m.typ.d().key, it.state.key) }

// Value gives the element of the current entry.
func (it *MapIter) Value() Value { return it.entry(it.m.typ.d().elem, it.state.element) }

func (it *MapIter) entry(t *rtype, from unsafe.Pointer) Value {
	copied := allocate(t.d().size)
	copyMemory(copied, from, t.d().size)
	return Value{t, copied, 0, it.m.flags & isReadOnly}
}

// MapKeys gives the keys of a map in no particular order.
func (v Value) MapKeys() []Value {
	v.mustBe("reflect.Value.MapKeys", Map)
	keys := make([]Value, 0, v.Len())
	for it := v.MapRange(); it.Next(); {
		keys = append(keys, it.Key())
	}
	return keys
}

// MapIndex gives the element under a key, the zero Value if there is none.
func (v Value) MapIndex(key Value) Value {
	v.mustBe("reflect.Value.MapIndex", Map)
	if v.word() == nil {
		return Value{}
	}
	found := v.typ.d().mapFunctions.find(v.word(), key.pointer())
	if found == nil {
		return Value{}
	}
	copied := allocate(v.typ.d().elem.d().size)
	copyMemory(copied, found, v.typ.d().elem.d().size)
	return Value{v.typ.d().elem, copied, 0, (v.flags | key.flags) & isReadOnly}
}

// SetMapIndex puts an element under a key, or removes the key if the element is the zero Value.
func (v Value) SetMapIndex(key, element Value) {
	v.mustBe("reflect.Value.SetMapIndex", Map)
	if !element.IsValid() {
		v.typ.d().mapFunctions.delete(v.word(), key.pointer())
		return
	}
	place := v.typ.d().mapFunctions.assign(v.word(), key.pointer())
	Value{v.typ.d().elem, place, 0, isAddressable}.Set(element)
}

// MakeMap gives a new empty map.
func MakeMap(t Type) Value {
	r := t.common()
	if Kind(r.d().kind) != Map {
		panic("reflect.MakeMapWithSize of non-map type")
	}
	return Value{typ: r, bits: uint64(uintptr(r.d().mapFunctions.make(0))), flags: isInline}
}
