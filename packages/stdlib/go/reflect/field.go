package reflect

import (
	"iter"
	"strconv"
)

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

func (t *rtype) NumField() int {
	t.must(Struct, "NumField", "struct")
	return int(t.d().fieldCount)
}

func (t *rtype) Field(i int) StructField {
	t.must(Struct, "Field", "struct")
	if uint(i) >= uint(t.d().fieldCount) {
		panic("reflect: Field index out of bounds")
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

func (t *rtype) Fields() iter.Seq[StructField] {
	t.must(Struct, "Fields", "struct")
	return func(yield func(StructField) bool) {
		for i := range int(t.d().fieldCount) {
			if !yield(t.Field(i)) {
				return
			}
		}
	}
}

func (t *rtype) FieldByIndex(index []int) StructField {
	t.must(Struct, "FieldByIndex", "struct")
	var f StructField
	current := t
	for i, x := range index {
		if i > 0 && current.kind() == Pointer && current.d().elem.kind() == Struct {
			current = current.d().elem
		}
		f = current.Field(x)
		current = f.Type.common()
	}
	return f
}

func (t *rtype) FieldByName(name string) (StructField, bool) {
	t.must(Struct, "FieldByName", "struct")
	embedded := false
	for i := range int(t.d().fieldCount) {
		f := t.structField(i)
		if f.name == name && name != "" {
			return t.Field(i), true
		}
		embedded = embedded || f.embedded != 0
	}
	if !embedded {
		return StructField{}, false
	}
	return t.findField(func(candidate string) bool { return candidate == name })
}

func (t *rtype) FieldByNameFunc(match func(string) bool) (StructField, bool) {
	t.must(Struct, "FieldByNameFunc", "struct")
	return t.findField(match)
}

// embeddedStruct is a struct type that was reached through embedded fields.
type embeddedStruct struct {
	typ   *rtype
	index []int
	// several: the type occurs at this depth more than once, so that its fields are ambiguous.
	several bool
}

// findField looks for a field breadth first; the shallowest depth with a match decides, and only if it has one.
func (t *rtype) findField(match func(string) bool) (StructField, bool) {
	level := []embeddedStruct{{typ: t}}
	visited := map[*rtype]bool{t: true}
	for len(level) > 0 {
		var next []embeddedStruct
		places := map[*rtype]int{}
		var found StructField
		count := 0
		for _, c := range level {
			for i := range int(c.typ.d().fieldCount) {
				f := c.typ.structField(i)
				if match(f.name) {
					found = c.typ.Field(i)
					found.Index = append(append([]int(nil), c.index...), i)
					count++
					if c.several {
						count++
					}
					continue
				}
				inner := embeddedIn(f)
				if inner == nil {
					continue
				}
				if place, ok := places[inner]; ok {
					next[place].several = true
					continue
				}
				if visited[inner] {
					continue
				}
				visited[inner] = true
				places[inner] = len(next)
				path := append(append([]int(nil), c.index...), i)
				next = append(next, embeddedStruct{inner, path, c.several})
			}
		}
		if count > 0 {
			if count > 1 {
				return StructField{}, false
			}
			return found, true
		}
		level = next
	}
	return StructField{}, false
}

// embeddedIn returns the struct type that a field embeds, directly or by a pointer; nil for other fields.
func embeddedIn(f *fieldDescriptor) *rtype {
	if f.embedded == 0 {
		return nil
	}
	t := f.typ
	if t.kind() == Pointer {
		t = t.d().elem
	}
	if t.kind() != Struct {
		return nil
	}
	return t
}

// VisibleFields returns all fields of a struct type that can be selected directly, promoted ones included, in the order
// of their indices. Embedded fields come before what they promote.
func VisibleFields(t Type) []StructField {
	if t == nil {
		panic("reflect: VisibleFields(nil)")
	}
	if t.Kind() != Struct {
		panic("reflect.VisibleFields of non-struct type")
	}
	w := visibleWalk{best: map[string]int{}, open: map[*rtype]bool{}}
	w.add(t.common(), nil)
	var visible []StructField
	for i, f := range w.fields {
		if w.best[f.Name] == i {
			visible = append(visible, f)
		}
	}
	return visible
}

// visibleWalk collects the fields of a struct type and of those that it embeds.
type visibleWalk struct {
	fields []StructField
	// best is the index in fields of the field that a name denotes, -1-depth if there are several at that depth.
	best map[string]int
	open map[*rtype]bool
}

func (w *visibleWalk) add(t *rtype, path []int) {
	if w.open[t] {
		return
	}
	w.open[t] = true
	for i := range int(t.d().fieldCount) {
		f := t.Field(i)
		f.Index = append(append([]int(nil), path...), i)
		w.note(f)
		w.fields = append(w.fields, f)
		if inner := embeddedIn(t.structField(i)); inner != nil {
			w.add(inner, f.Index)
		}
	}
	delete(w.open, t)
}

func (w *visibleWalk) note(f StructField) {
	depth := len(f.Index)
	old, known := w.best[f.Name]
	if known {
		oldDepth := -1 - old
		if old >= 0 {
			oldDepth = len(w.fields[old].Index)
		}
		if oldDepth < depth {
			return
		}
		if oldDepth == depth {
			w.best[f.Name] = -1 - depth
			return
		}
	}
	w.best[f.Name] = len(w.fields)
}

// A StructTag is the text after a field, by convention `key:"value"` pairs.
type StructTag string

// Get returns the value of a key, "" if there is none.
func (tag StructTag) Get(key string) string {
	value, _ := tag.Lookup(key)
	return value
}

// Lookup returns the value of a key and whether the tag has it.
func (tag StructTag) Lookup(key string) (value string, ok bool) {
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
