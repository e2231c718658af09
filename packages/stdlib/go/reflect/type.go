package reflect

import (
	"strconv"
	"unsafe"
)

// A Type stands for a Go type. Types are comparable with ==.
type Type interface {
	Align() int
	FieldAlign() int
	Size() uintptr
	Name() string
	PkgPath() string
	String() string
	Kind() Kind
	Bits() int
	Comparable() bool
	Elem() Type
	Key() Type
	Len() int
	ChanDir() ChanDir
	NumField() int
	Field(i int) StructField
	FieldByName(name string) (StructField, bool)
	FieldByIndex(index []int) StructField
	NumIn() int
	In(i int) Type
	NumOut() int
	Out(i int) Type
	IsVariadic() bool
	NumMethod() int
	Implements(u Type) bool
	AssignableTo(u Type) bool
	common() *rtype
}

// ChanDir is the direction of a channel type.
type ChanDir int

const (
	RecvDir ChanDir = 1 << iota
	SendDir
	BothDir = RecvDir | SendDir
)

// String gives the channel operator of the direction.
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

// TypeOf gives the dynamic type of i, nil for a nil interface.
func TypeOf(i any) Type {
	t := (*words)(unsafe.Pointer(&i)).typ
	if t == nil {
		return nil
	}
	return t
}

// TypeFor gives the Type of T.
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
func (t *rtype) PkgPath() string  { return t.d().pkgPath }
func (t *rtype) String() string   { return t.d().name }
func (t *rtype) Kind() Kind       { return Kind(t.d().kind) }
func (t *rtype) Comparable() bool { return t.d().flags&flagComparable != 0 }

// Bits gives the size of a number in bits.
func (t *rtype) Bits() int {
	if k := Kind(t.d().kind); k < Int || k > Complex128 {
		panic("reflect: Bits of non-arithmetic Type " + t.d().name)
	}
	return int(t.d().size) * 8
}

// Elem gives the element type of an array, channel, map, pointer or slice.
func (t *rtype) Elem() Type {
	switch Kind(t.d().kind) {
	case Array, Chan, Map, Pointer, Slice:
		return t.d().elem
	}
	panic("reflect: Elem of invalid type " + t.d().name)
}

// Key gives the key type of a map.
func (t *rtype) Key() Type {
	if Kind(t.d().kind) != Map {
		panic("reflect: Key of non-map type " + t.d().name)
	}
	return t.d().key
}

// Len gives the length of an array.
func (t *rtype) Len() int {
	if Kind(t.d().kind) != Array {
		panic("reflect: Len of non-array type " + t.d().name)
	}
	return int(t.d().length)
}

// ChanDir gives the direction of a channel.
func (t *rtype) ChanDir() ChanDir {
	if Kind(t.d().kind) != Chan {
		panic("reflect: ChanDir of non-chan type " + t.d().name)
	}
	return ChanDir(t.d().length)
}

// NumField gives the number of fields of a struct.
func (t *rtype) NumField() int {
	if Kind(t.d().kind) != Struct {
		panic("reflect: NumField of non-struct type " + t.d().name)
	}
	return int(t.d().fieldCount)
}

// A StructField describes one field of a struct.
type StructField struct {
	Name      string
	PkgPath   string
	Type      Type
	Tag       StructTag
	Offset    uintptr
	Index     []int
	Anonymous bool
}

// IsExported reports whether the name begins with an upper-case letter.
func (f StructField) IsExported() bool { return f.PkgPath == "" }

// Field describes the i-th field of a struct.
func (t *rtype) Field(i int) StructField {
	if Kind(t.d().kind) != Struct {
		panic("reflect: Field of non-struct type " + t.d().name)
	}
	f := t.structField(i)
	return StructField{
		Name:      f.name,
		PkgPath:   f.pkgPath,
		Type:      f.typ,
		Tag:       StructTag(f.tag),
		Offset:    uintptr(f.offset),
		Index:     []int{i},
		Anonymous: f.embedded != 0,
	}
}

// FieldByIndex follows a path of field indices.
func (t *rtype) FieldByIndex(index []int) StructField {
	var f StructField
	current := t
	for i, x := range index {
		if i > 0 && Kind(current.d().kind) == Pointer && Kind(current.d().elem.d().kind) == Struct {
			current = current.d().elem
		}
		f = current.Field(x)
		current = f.Type.common()
	}
	f.Index = index
	return f
}

// FieldByName finds a field, also one promoted from embedded structs: breadth first, and not if the shallowest
// depth has several.
func (t *rtype) FieldByName(name string) (StructField, bool) {
	if Kind(t.d().kind) != Struct {
		panic("reflect: FieldByName of non-struct type " + t.d().name)
	}
	type candidate struct {
		typ   *rtype
		index []int
	}
	level := []candidate{{t, nil}}
	visited := map[*rtype]bool{}
	for len(level) > 0 {
		var next []candidate
		var found StructField
		count := 0
		for _, c := range level {
			if visited[c.typ] {
				continue
			}
			visited[c.typ] = true
			for i := 0; i < int(c.typ.d().fieldCount); i++ {
				f := c.typ.structField(i)
				path := append(append([]int(nil), c.index...), i)
				if f.name == name {
					found = c.typ.Field(i)
					found.Index = path
					count++
				}
				if f.embedded != 0 {
					inner := f.typ
					if Kind(inner.d().kind) == Pointer {
						inner = inner.d().elem
					}
					if Kind(inner.d().kind) == Struct {
						next = append(next, candidate{inner, path})
					}
				}
			}
		}
		if count > 0 {
			return found, count == 1
		}
		level = next
	}
	return StructField{}, false
}

func (t *rtype) function(method string) {
	if Kind(t.d().kind) != Func {
		panic("reflect: " + method + " of non-func type " + t.d().name)
	}
}

// NumIn gives the number of parameters of a function type.
func (t *rtype) NumIn() int {
	t.function("NumIn")
	return int(t.d().length & 0xffff)
}

// NumOut gives the number of results of a function type.
func (t *rtype) NumOut() int {
	t.function("NumOut")
	return int(t.d().length >> 16 & 0x7fff)
}

// IsVariadic reports whether the last parameter is variadic.
func (t *rtype) IsVariadic() bool {
	t.function("IsVariadic")
	return t.d().length>>31 != 0
}

// In gives the type of a parameter.
func (t *rtype) In(i int) Type {
	if uint(i) >= uint(t.NumIn()) {
		panic("reflect: In index out of bounds")
	}
	return t.parameter(i)
}

// Out gives the type of a result.
func (t *rtype) Out(i int) Type {
	if uint(i) >= uint(t.NumOut()) {
		panic("reflect: Out index out of bounds")
	}
	return t.parameter(t.NumIn() + i)
}

// NumMethod gives the number of exported methods, or of all methods of an interface.
func (t *rtype) NumMethod() int {
	if Kind(t.d().kind) == Interface {
		return int(t.d().fieldCount)
	}
	count := 0
	for i := 0; i < int(t.d().methodCount); i++ {
		if t.method(i).pkgPath == "" {
			count++
		}
	}
	return count
}

// Implements reports whether the type implements an interface.
func (t *rtype) Implements(u Type) bool {
	if u == nil {
		panic("reflect: nil type passed to Type.Implements")
	}
	if u.Kind() != Interface {
		panic("reflect: non-interface type passed to Type.Implements")
	}
	return implements(t, u.common())
}

// AssignableTo reports whether a value of the type can be assigned to u: identical types, an interface that is
// implemented, or identical underlying types of which one has no name.
func (t *rtype) AssignableTo(u Type) bool {
	if u == nil {
		panic("reflect: nil type passed to Type.AssignableTo")
	}
	other := u.common()
	if t == other {
		return true
	}
	if Kind(other.d().kind) == Interface {
		return implements(t, other)
	}
	if t.d().flags&flagNamed != 0 && other.d().flags&flagNamed != 0 {
		return false
	}
	return sameUnderlying(t, other)
}

func sameUnderlying(t, u *rtype) bool {
	if t.d().kind != u.d().kind || t.d().elem != u.d().elem || t.d().key != u.d().key || t.d().length != u.d().length || t.d().fieldCount != u.d().fieldCount {
		return false
	}
	switch Kind(t.d().kind) {
	case Struct:
		for i := 0; i < int(t.d().fieldCount); i++ {
			f, g := t.structField(i), u.structField(i)
			if f.name != g.name || f.pkgPath != g.pkgPath || f.typ != g.typ || f.tag != g.tag || f.embedded != g.embedded {
				return false
			}
		}
	case Func:
		for i := 0; i < t.NumIn()+t.NumOut(); i++ {
			if t.parameter(i) != u.parameter(i) {
				return false
			}
		}
	}
	return true
}

// A StructTag is the text behind a field, by convention `key:"value"` pairs.
type StructTag string

// Get gives the value of a key, "" if there is none.
func (tag StructTag) Get(key string) string {
	value, _ := tag.Lookup(key)
	return value
}

// Lookup gives the value of a key and whether the tag has it.
func (tag StructTag) Lookup(key string) (string, bool) {
	rest := string(tag)
	for {
		for len(rest) > 0 && rest[0] == ' ' {
			rest = rest[1:]
		}
		end := 0
		for end < len(rest) && rest[end] > ' ' && rest[end] != ':' && rest[end] != '"' && rest[end] != 0x7f {
			end++
		}
		if end == 0 || end+1 >= len(rest) || rest[end] != ':' || rest[end+1] != '"' {
			return "", false
		}
		name := rest[:end]
		rest = rest[end+1:]
		end = 1
		for end < len(rest) && rest[end] != '"' {
			if rest[end] == '\\' {
				end++
			}
			end++
		}
		if end >= len(rest) {
			return "", false
		}
		quoted := rest[:end+1]
		rest = rest[end+1:]
		if name == key {
			value, err := strconv.Unquote(quoted)
			return value, err == nil
		}
	}
}
