package reflect

func (t *rtype) Implements(u Type) bool {
	if u == nil {
		panic("reflect: nil type passed to Type.Implements")
	}
	if u.Kind() != Interface {
		panic("reflect: non-interface type passed to Type.Implements")
	}
	return implements(t, u.common())
}

func (t *rtype) AssignableTo(u Type) bool {
	if u == nil {
		panic("reflect: nil type passed to Type.AssignableTo")
	}
	other := u.common()
	return directlyAssignable(other, t) || other.kind() == Interface && implements(t, other)
}

func (t *rtype) ConvertibleTo(u Type) bool {
	if u == nil {
		panic("reflect: nil type passed to Type.ConvertibleTo")
	}
	return conversionTo(u.common(), t) != nil
}

// directlyAssignable reports whether variables of type to can hold values of type from as they are: identical types,
// identical underlying types of which one has no name, or a channel of both directions.
func directlyAssignable(to, from *rtype) bool {
	if to == from {
		return true
	}
	if to.d().flags&flagNamed != 0 && from.d().flags&flagNamed != 0 || to.kind() != from.kind() {
		return false
	}
	return restrictsChannel(to, from) || sameUnderlying(to, from, true)
}

// restrictsChannel reports whether to is a channel type that a channel of both directions can be assigned to.
func restrictsChannel(to, from *rtype) bool {
	return to.kind() == Chan && from.kind() == Chan && ChanDir(from.d().length) == BothDir &&
		to.d().elem == from.d().elem && (to.d().flags&flagNamed == 0 || from.d().flags&flagNamed == 0)
}

// identical reports whether two types are the same, perhaps except for the tags of fields.
func identical(t, u *rtype, tags bool) bool {
	if t == u || tags {
		return t == u
	}
	if t.d().flags&flagNamed != 0 || u.d().flags&flagNamed != 0 {
		return false
	}
	return sameUnderlying(t, u, false)
}

// sameUnderlying reports whether two types have identical underlying types.
func sameUnderlying(t, u *rtype, tags bool) bool {
	if t == u {
		return true
	}
	a, b := t.d(), u.d()
	if a.kind != b.kind || a.length != b.length || a.fieldCount != b.fieldCount {
		return false
	}
	switch Kind(a.kind) {
	case Array, Chan, Pointer, Slice:
		return identical(a.elem, b.elem, tags)
	case Map:
		return identical(a.key, b.key, tags) && identical(a.elem, b.elem, tags)
	case Func:
		for i := range t.inCount() + t.outCount() {
			if !identical(t.parameter(i), u.parameter(i), tags) {
				return false
			}
		}
	case Interface:
		for i := range int(a.fieldCount) {
			m, n := methodAt(a.fields, i), methodAt(b.fields, i)
			if m.name != n.name || m.pkgPath != n.pkgPath || m.typ != n.typ {
				return false
			}
		}
	case Struct:
		for i := range int(a.fieldCount) {
			f, g := t.structField(i), u.structField(i)
			if f.name != g.name || f.pkgPath != g.pkgPath || f.embedded != g.embedded || tags && f.tag != g.tag {
				return false
			}
			if !identical(f.typ, g.typ, tags) {
				return false
			}
		}
	}
	return true
}

// assignTo returns the value as one of type to, which it must be assignable to.
func (v Value) assignTo(context string, to *rtype) Value {
	switch {
	case directlyAssignable(to, v.typ):
		v.typ = to
		v.flag &^= isEmbeddedRO
		return v
	case to.kind() == Interface && implements(v.typ, to):
		return interfaceValue(to, v.pack(), 0)
	}
	panic(context + ": value of type " + v.typ.d().name + " is not assignable to type " + to.d().name)
}

// interfaceValue returns x as a value of an interface type.
func interfaceValue(t *rtype, x any, f flag) Value {
	place := new(any)
	*place = x
	return Value{typ: t, address: pointerOf(place), flag: f}
}
