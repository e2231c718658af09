package reflect

import "unsafe"

// mapFunctions are the runtime's functions for one map type, as closure objects. Those that take or return keys and
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

func (t *rtype) mapFunctions() *mapFunctions { return (*mapFunctions)(t.d().functions) }

// The compiler fills in a field of the tables only if the function here that uses it is reached.

func mapFind(t *rtype, m, key unsafe.Pointer) unsafe.Pointer { return t.mapFunctions().find(m, key) }

func mapAssign(t *rtype, m, key unsafe.Pointer) unsafe.Pointer {
	return t.mapFunctions().assign(m, key)
}

func mapDelete(t *rtype, m, key unsafe.Pointer) { t.mapFunctions().delete(m, key) }

func mapIterInit(t *rtype, m unsafe.Pointer, it *iterator) {
	t.mapFunctions().iterInit(m, unsafe.Pointer(it))
}

func mapIterNext(t *rtype, it *iterator) { t.mapFunctions().iterNext(unsafe.Pointer(it)) }

func mapMake(t *rtype, hint int) unsafe.Pointer { return t.mapFunctions().make(hint) }

func mapClear(t *rtype, m unsafe.Pointer) { t.mapFunctions().clear(m) }

// iterator has room for the runtime's map iterator, which begins with the addresses of key and element.
type iterator struct {
	key     unsafe.Pointer
	element unsafe.Pointer
	_       [14]unsafe.Pointer
}

// A MapIter walks over a map.
type MapIter struct {
	m     Value
	state *iterator
}

// MapRange returns an iterator that is before the first entry.
func (v Value) MapRange() *MapIter {
	v.mustBe("reflect.Value.MapRange", Map)
	return &MapIter{m: v}
}

// Reset moves the iterator before the first entry of v; the zero Value lets go of the map.
func (iter *MapIter) Reset(v Value) {
	if v.IsValid() {
		v.mustBe(noMethod, Map)
	}
	iter.m = v
	iter.state = nil
}

// Next moves to the next entry and reports whether there is one.
func (iter *MapIter) Next() bool {
	if !iter.m.IsValid() {
		panic("MapIter.Next called on an iterator that does not have an associated map Value")
	}
	if iter.state == nil {
		iter.state = new(iterator)
		mapIterInit(iter.m.typ, iter.m.word(), iter.state)
	} else if iter.state.key == nil {
		panic("MapIter.Next called on exhausted iterator")
	}
	mapIterNext(iter.m.typ, iter.state)
	return iter.state.key != nil
}

// at returns the state of an iterator that is at an entry.
func (iter *MapIter) at(method string) *iterator {
	if iter.state == nil {
		panic(method + " called before Next")
	}
	if iter.state.key == nil {
		panic(method + " called on exhausted iterator")
	}
	return iter.state
}

// Key returns the key of the current entry.
func (iter *MapIter) Key() Value {
	return entryPart(iter.m.typ.keyOf(), iter.at("MapIter.Key").key, iter.m.readOnly())
}

// Value returns the element of the current entry.
func (iter *MapIter) Value() Value {
	return entryPart(iter.m.typ.elemOf(), iter.at("MapIter.Value").element, iter.m.readOnly())
}

func (t *rtype) keyOf() *rtype {
	if t == nil {
		return nil
	}
	return t.d().key
}

func (t *rtype) elemOf() *rtype {
	if t == nil {
		return nil
	}
	return t.d().elem
}

// entryPart returns a copy of a key or element.
func entryPart(t *rtype, from unsafe.Pointer, f flag) Value {
	return Value{t, copyOf(t, from), payload{}, f}
}

// SetIterKey assigns the key of the current entry to the variable v.
func (v Value) SetIterKey(iter *MapIter) {
	v.setIter("reflect.Value.SetIterKey", "reflect.MapIter.SetKey", iter, iter.Key)
}

// SetIterValue assigns the element of the current entry to the variable v.
func (v Value) SetIterValue(iter *MapIter) {
	v.setIter("reflect.Value.SetIterValue", "reflect.MapIter.SetValue", iter, iter.Value)
}

func (v Value) setIter(method, context string, iter *MapIter, part func() Value) {
	if iter.state == nil {
		panic("reflect: " + method[len("reflect."):] + " called before Next")
	}
	if iter.state.key == nil {
		panic("reflect: " + method[len("reflect."):] + " called on exhausted iterator")
	}
	v.mustSet(method)
	x := part()
	x.mustBeExported(method)
	v.assign(x.assignTo(context, v.typ))
}

// MapKeys returns the keys of a map in no particular order.
func (v Value) MapKeys() []Value {
	v.mustBe("reflect.Value.MapKeys", Map)
	keys := make([]Value, 0, v.Len())
	v.eachEntry(func(key, _ unsafe.Pointer) {
		keys = append(keys, entryPart(v.typ.d().key, key, v.readOnly()))
	})
	return keys
}

// mapEntries calls visit with the keys and elements of a map, in no particular order.
func mapEntries(v Value, visit func(key, element Value)) {
	v.eachEntry(func(key, element unsafe.Pointer) {
		visit(entryPart(v.typ.d().key, key, v.readOnly()), entryPart(v.typ.d().elem, element, v.readOnly()))
	})
}

func (v Value) eachEntry(visit func(key, element unsafe.Pointer)) {
	var it iterator
	mapIterInit(v.typ, v.word(), &it)
	for {
		mapIterNext(v.typ, &it)
		if it.key == nil {
			return
		}
		visit(it.key, it.element)
	}
}

// MapIndex returns the element under a key, the zero Value if there is none.
func (v Value) MapIndex(key Value) Value {
	v.mustBe("reflect.Value.MapIndex", Map)
	k := key.assignTo("reflect.Value.MapIndex", v.typ.d().key)
	found := mapFind(v.typ, v.word(), k.pointer())
	if found == nil {
		return Value{}
	}
	return entryPart(v.typ.d().elem, found, (v.flag | key.flag).readOnly())
}

// SetMapIndex puts an element under a key, or removes the key if the element is the zero Value.
func (v Value) SetMapIndex(key, elem Value) {
	v.mustBe("reflect.Value.SetMapIndex", Map)
	v.mustBeExported("reflect.Value.SetMapIndex")
	key.mustBeExported("reflect.Value.SetMapIndex")
	k := key.assignTo("reflect.Value.SetMapIndex", v.typ.d().key)
	if elem.typ == nil {
		mapDelete(v.typ, v.word(), k.pointer())
		return
	}
	elem.mustBeExported("reflect.Value.SetMapIndex")
	e := elem.assignTo("reflect.Value.SetMapIndex", v.typ.d().elem)
	place := mapAssign(v.typ, v.word(), k.pointer())
	Value{e.typ, place, payload{}, isAddressable}.assign(e)
}
