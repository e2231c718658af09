package reflect

import "unsafe"

// MapOf returns the type of maps with keys and elements of the types.
func MapOf(key, elem Type) Type {
	k, e := key.common(), elem.common()
	if !k.Comparable() {
		panic("reflect.MapOf: invalid key type " + k.d().name)
	}
	made, d := newType(Map, "map["+k.d().name+"]"+e.d().name, pointerSize, pointerSize, flagDirect)
	d.key = k
	d.elem = e
	d.setPointers([]uint32{0})
	found := unique(made)
	if found == made {
		d.functions = mapFunctionsLike(k, e)
	}
	return found
}

// mapFunctionsLike returns the functions of a defined type of maps with the same keys and elements: values can be converted
// to it. Where there is none, no code of the program knows such maps, and any kind of map will do.
func mapFunctionsLike(key, elem *rtype) unsafe.Pointer {
	for _, known := range programTypes() {
		if known.kind() == Map && known.d().key == key && known.d().elem == elem {
			return known.d().functions
		}
	}
	return unsafe.Pointer(&mapFunctions{
		find: func(m, k unsafe.Pointer) unsafe.Pointer {
			if m == nil {
				return nil
			}
			return (*generalMap)(m).entries[keyAt(key, k)].element
		},
		assign: func(m, k unsafe.Pointer) unsafe.Pointer {
			return (*generalMap)(m).assign(key, elem, k)
		},
		delete: func(m, k unsafe.Pointer) {
			if m != nil {
				g := (*generalMap)(m)
				delete(g.entries, keyAt(key, k))
				g.count = uint32(len(g.entries))
			}
		},
		iterInit: iterateGeneralMap,
		iterNext: func(it unsafe.Pointer) { (*generalIterator)(it).next() },
		make: func(hint int) unsafe.Pointer {
			return unsafe.Pointer(&generalMap{entries: make(map[any]entry, hint)})
		},
		clear: func(m unsafe.Pointer) {
			if m != nil {
				g := (*generalMap)(m)
				clear(g.entries)
				g.count = 0
			}
		},
	})
}

// generalMap is a map whose type the program does not have. It begins with the number of entries, like all maps.
type generalMap struct {
	count   uint32
	entries map[any]entry
}

// entry has the addresses of key and element.
type entry struct {
	key     unsafe.Pointer
	element unsafe.Pointer
}

// keyAt returns the key of a type at an address as an interface, a copy of its own.
func keyAt(t *rtype, p unsafe.Pointer) any {
	return Value{typ: t, address: p, flag: isAddressable}.pack()
}

func (g *generalMap) assign(key, elem *rtype, k unsafe.Pointer) unsafe.Pointer {
	if g == nil {
		var none map[any]entry
		none[nil] = entry{} // panics
	}
	id := keyAt(key, k)
	e, ok := g.entries[id]
	if ok {
		copyMemory(e.key, k, key.d().size) // +0 replaces -0
		return e.element
	}
	e = entry{copyOf(key, k), allocate(elem)}
	g.entries[id] = e
	g.count = uint32(len(g.entries))
	return e.element
}

// generalIterator lies in an iterator. It walks over a table of entries by the runtime's own iterator.
type generalIterator struct {
	key     unsafe.Pointer
	element unsafe.Pointer
	inner   *MapIter
}

func iterateGeneralMap(m, it unsafe.Pointer) {
	g := (*generalIterator)(it)
	g.inner = nil
	if m != nil {
		g.inner = ValueOf((*generalMap)(m).entries).MapRange()
	}
}

func (g *generalIterator) next() {
	g.key, g.element = nil, nil
	if g.inner != nil && g.inner.Next() {
		e := (*entry)(g.inner.state.element)
		g.key, g.element = e.key, e.element
	}
}
