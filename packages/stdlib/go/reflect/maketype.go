package reflect

import "unsafe"

// Types that are made at run time have descriptors on the heap. A type of the program is found in a table that the
// compiler writes, so that identical types are one.

//goes:intrinsic types
func typeTable() unsafe.Pointer

// programTypes returns the types of the program that are made of others.
func programTypes() []*rtype {
	table := typeTable()
	return unsafe.Slice((**rtype)(unsafe.Add(table, 4)), int(*(*uint32)(table)))
}

// shape is what types must have in common to be identical.
type shape struct {
	kind   Kind
	elem   *rtype
	key    *rtype
	length uint32
	count  uint32
}

func (t *rtype) shape() shape {
	d := t.d()
	s := shape{Kind(d.kind), d.elem, d.key, d.length, d.fieldCount}
	switch s.kind {
	case Func:
		if d.fieldCount > 0 {
			s.elem = t.parameter(0)
		}
	case Struct:
		if d.fieldCount > 0 {
			s.elem = t.structField(0).typ
		}
	}
	return s
}

// knownTypes are all types without names that are made of others, by shape. Made types stay for ever.
var knownTypes map[shape][]*rtype

// madePointers keeps the pointer types that descriptors in constant data refer to.
var madePointers []*rtype

// unique returns the known type that is identical to t, which becomes known if there is none.
func unique(t *rtype) *rtype {
	if knownTypes == nil {
		knownTypes = map[shape][]*rtype{}
		for _, known := range programTypes() {
			if known.d().flags&flagNamed == 0 {
				s := known.shape()
				knownTypes[s] = append(knownTypes[s], known)
			}
		}
	}
	s := t.shape()
	for _, known := range knownTypes[s] {
		if sameUnderlying(known, t, true) {
			return known
		}
	}
	knownTypes[s] = append(knownTypes[s], t)
	return t
}

// newType returns a new descriptor. Values are like pointers, unless the size says otherwise.
func newType(kind Kind, name string, size, align uint32, flags uint8) (*rtype, *descriptor) {
	d := new(descriptor)
	d.kind = uint8(kind)
	d.name = name
	d.size = size
	d.align = uint8(align)
	d.fieldAlign = uint8(align)
	d.flags = flags | flagPointer
	return (*rtype)(unsafe.Pointer(d)), d
}

const pointerSize = 4

// setPointers says where values of the type have pointers.
func (d *descriptor) setPointers(offsets []uint32) {
	if len(offsets) > 0 {
		layout := append([]uint32{d.size, uint32(len(offsets))}, offsets...)
		d.pointers = unsafe.Pointer(&layout[1])
	}
}

// pointerOffsets returns the offsets of the pointers in values of the type.
func (t *rtype) pointerOffsets() []uint32 {
	if t.kind() == Interface {
		return []uint32{5} // bit 0: a payload
	}
	p := t.d().pointers
	if p == nil {
		return nil
	}
	return unsafe.Slice((*uint32)(unsafe.Add(p, 4)), int(*(*uint32)(p)))
}

// setComparison returns values of a boxed type the functions that the runtime compares and hashes them by.
func (t *rtype) setComparison() {
	d := t.d()
	d.flags |= flagComparable
	equal := func(p, q unsafe.Pointer) bool { return equalMemory(t, p, q) }
	hash := func(p unsafe.Pointer, seed uint64) uint64 { return hashMemory(t, p, seed) }
	d.equal = *(*unsafe.Pointer)(unsafe.Pointer(&equal))
	d.hash = *(*unsafe.Pointer)(unsafe.Pointer(&hash))
}

// PointerTo returns the type of pointers to values of a type.
func PointerTo(t Type) Type { return pointerTo(t.common()) }

// PtrTo is the old name of PointerTo.
func PtrTo(t Type) Type { return PointerTo(t) }

func pointerTo(t *rtype) *rtype {
	if known := t.d().ptrTo; known != nil {
		return known
	}
	made, d := newType(Pointer, "*"+t.d().name, pointerSize, pointerSize, flagDirect|flagComparable|flagBitEqual)
	d.elem = t
	d.setPointers([]uint32{0})
	t.d().ptrTo = made
	madePointers = append(madePointers, made)
	return made
}

// SliceOf returns the type of slices of a type.
func SliceOf(t Type) Type { return sliceOf(t.common()) }

func sliceOf(t *rtype) *rtype {
	made, d := newType(Slice, "[]"+t.d().name, uint32(unsafe.Sizeof(sliceHeader{})), pointerSize, 0)
	d.elem = t
	d.setPointers([]uint32{0})
	return unique(made)
}

// ArrayOf returns the type of arrays of a type.
func ArrayOf(length int, elem Type) Type {
	if length < 0 {
		panic("reflect: negative length passed to ArrayOf")
	}
	t := elem.common()
	size := uint64(t.d().size)
	if size > 0 && uint64(length) > (1<<32-1)/size || length > 1<<32-1 {
		panic("reflect.ArrayOf: array size would exceed virtual address space")
	}
	made, d := newType(Array, "["+itoa(length)+"]"+t.d().name, uint32(size)*uint32(length), uint32(t.d().align), 0)
	d.elem = t
	d.length = uint32(length)
	if found := unique(made); found != made {
		return found
	}
	var offsets []uint32
	for i := range length {
		for _, at := range t.pointerOffsets() {
			offsets = append(offsets, uint32(i)*uint32(size)+at)
		}
	}
	d.setPointers(offsets)
	if t.Comparable() {
		made.setComparison()
	}
	return made
}

// ChanOf returns the type of channels of a type.
func ChanOf(dir ChanDir, t Type) Type {
	e := t.common()
	if e.d().size >= 1<<16 {
		panic("reflect.ChanOf: element size too large")
	}
	var name string
	switch dir {
	case SendDir:
		name = "chan<- " + e.d().name
	case RecvDir:
		name = "<-chan " + e.d().name
	case BothDir:
		name = "chan " + e.d().name
		if e.d().name[0] == '<' {
			name = "chan (" + e.d().name + ")"
		}
	default:
		panic("reflect.ChanOf: invalid dir")
	}
	made, d := newType(Chan, name, pointerSize, pointerSize, flagDirect|flagComparable|flagBitEqual)
	d.elem = e
	d.length = uint32(dir)
	d.setPointers([]uint32{0})
	return unique(made)
}

// FuncOf returns a type of functions. The last parameter of a variadic one must be a slice.
func FuncOf(in, out []Type, variadic bool) Type {
	if variadic && (len(in) == 0 || in[len(in)-1].Kind() != Slice) {
		panic("reflect.FuncOf: last arg of variadic func must be slice")
	}
	return funcOf(commonTypes(in), commonTypes(out), variadic)
}

func commonTypes(list []Type) []*rtype {
	var types []*rtype
	for _, t := range list {
		types = append(types, t.common())
	}
	return types
}

func funcOf(in, out []*rtype, variadic bool) *rtype {
	name := "func("
	for i, t := range in {
		if i > 0 {
			name += ", "
		}
		if variadic && i == len(in)-1 {
			name += "..." + t.d().elem.d().name
		} else {
			name += t.d().name
		}
	}
	name += ")"
	switch len(out) {
	case 0:
	case 1:
		name += " " + out[0].d().name
	default:
		for i, t := range out {
			if i == 0 {
				name += " ("
			} else {
				name += ", "
			}
			name += t.d().name
		}
		name += ")"
	}
	made, d := newType(Func, name, pointerSize, pointerSize, flagDirect)
	parts := append(append([]*rtype(nil), in...), out...)
	d.fields = unsafe.Pointer(unsafe.SliceData(parts))
	d.fieldCount = uint32(len(parts))
	d.length = uint32(len(in)) | uint32(len(out))<<16
	if variadic {
		d.length |= 1 << 31
	}
	d.setPointers([]uint32{0})
	found := unique(made)
	if found == made {
		d.functions = unsafe.Pointer(thunksLike(made))
	}
	return found
}

// thunksByForm are the thunks of the program by the representation of the function types they are for.
var thunksByForm map[string]*thunks

// thunksLike returns the thunks of a function type that is represented like one that has none, nil if there is none.
func thunksLike(t *rtype) *thunks {
	if thunksByForm == nil {
		thunksByForm = map[string]*thunks{}
		for _, known := range programTypes() {
			if known.kind() == Func && known.thunks() != nil {
				thunksByForm[known.form()] = known.thunks()
			}
		}
	}
	return thunksByForm[t.form()]
}

// form writes how arguments and results of a function type are passed.
func (t *rtype) form() string {
	var text []byte
	for i := range t.inCount() + t.outCount() {
		if i == t.inCount() {
			text = append(text, ')')
		}
		part, registers := t.parameter(i).registerForm()
		if registers < 0 || registers > maxRegisters {
			part = "m"
		}
		text = append(text, part...)
	}
	return string(text)
}

// maxRegisters is the largest number of registers that a value is passed in.
const maxRegisters = 8

// registerForm writes how values of the type are held in registers, and how many; -1: they are never.
func (t *rtype) registerForm() (string, int) {
	switch k := t.kind(); k {
	case String:
		return "s", 2
	case Slice:
		return "l", 3
	case Interface:
		return "i", 2
	case Complex64, Complex128:
		return string(rune('a' + k)), 2
	case Int:
		return string(rune('A' + Int64)), 1
	case Uint:
		return string(rune('A' + Uint64)), 1
	case Uintptr:
		return string(rune('A' + Uint32)), 1
	case Array:
		if t.d().length > 1 {
			return "", -1
		}
		if t.d().length == 0 {
			return "{}", 0
		}
		form, registers := t.d().elem.registerForm()
		return "{" + form + "}", registers
	case Struct:
		form := "{"
		total := 0
		for i := range int(t.d().fieldCount) {
			part, registers := t.structField(i).typ.registerForm()
			if registers < 0 {
				return "", -1
			}
			form += part
			total += registers
		}
		return form + "}", total
	case Chan, Func, Map, Pointer, UnsafePointer:
		return "p", 1
	default:
		return string(rune('A' + k)), 1
	}
}
