package json

import (
	"cmp"
	"reflect"
	"slices"
	"strings"
	"sync"
	"unicode"
)

// field is a field of a struct that JSON objects have, perhaps promoted from embedded structs.
type field struct {
	name      string
	nameText  string // quoted, with a colon
	nameHTML  string // with characters of HTML escaped
	tagged    bool
	through   []string // the names of the embedded fields on the path
	index     []int
	typ       reflect.Type
	omitEmpty bool
	omitZero  bool
	quoted    bool
	// isZero calls the method IsZero of the field's type, if it has one.
	isZero func(reflect.Value) bool
}

// structFields are the fields of a struct type in their order, and by name.
type structFields struct {
	list   []field
	byName map[string]*field
	byFold map[string]*field
}

var fieldCache sync.Map // of *structFields by reflect.Type

// fieldsOf returns the fields of a struct type that JSON objects have.
func fieldsOf(t reflect.Type) *structFields {
	if known, ok := fieldCache.Load(t); ok {
		return known.(*structFields)
	}
	made, _ := fieldCache.LoadOrStore(t, findFields(t))
	return made.(*structFields)
}

// find returns the field of a name, or else one whose name differs only in case.
func (s *structFields) find(name []byte) *field {
	if f := s.byName[string(name)]; f != nil {
		return f
	}
	return s.byFold[fold(string(name))]
}

// fold returns a form that texts share that are equal except for case.
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		// The least of the characters that are equal under folding.
		least := r
		for next := unicode.SimpleFold(r); next != r; next = unicode.SimpleFold(next) {
			least = min(least, next)
		}
		return least
	}, s)
}

// level is a struct type that is looked through, at some depth of embedding.
type level struct {
	typ   reflect.Type
	index []int
	names []string
}

func findFields(t reflect.Type) *structFields {
	var all []field
	next := []level{{typ: t}}
	visited := map[reflect.Type]bool{}
	var count, nextCount map[reflect.Type]int
	for len(next) > 0 {
		current := next
		next = nil
		count, nextCount = nextCount, map[reflect.Type]int{}
		for _, at := range current {
			if visited[at.typ] {
				continue
			}
			visited[at.typ] = true
			for i := range at.typ.NumField() {
				sf := at.typ.Field(i)
				inner := sf.Type
				if inner.Name() == "" && inner.Kind() == reflect.Pointer {
					inner = inner.Elem()
				}
				if !takesPart(sf) {
					continue
				}
				tag := sf.Tag.Get("json")
				if tag == "-" {
					continue
				}
				name, options, _ := strings.Cut(tag, ",")
				if !isValidName(name) {
					name = ""
				}
				index := append(slices.Clip(slices.Clone(at.index)), i)
				if name == "" && sf.Anonymous && inner.Kind() == reflect.Struct {
					nextCount[inner]++
					if nextCount[inner] == 1 {
						next = append(next, level{inner, index, append(slices.Clip(slices.Clone(at.names)), sf.Name)})
					}
					continue
				}
				f := makeField(sf, inner, name, options, index)
				f.through = at.names
				all = append(all, f)
				if count[at.typ] > 1 {
					all = append(all, f) // a second one, so that they annihilate each other
				}
			}
		}
	}
	list := dominant(all)
	s := &structFields{list, map[string]*field{}, map[string]*field{}}
	for i := range list {
		f := &list[i]
		s.byName[f.name] = f
		if folded := fold(f.name); s.byFold[folded] == nil {
			s.byFold[folded] = f
		}
	}
	return s
}

// takesPart reports whether a field is exported, or embeds a struct that may have exported fields.
func takesPart(sf reflect.StructField) bool {
	if !sf.Anonymous || sf.IsExported() {
		return sf.IsExported()
	}
	t := sf.Type
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	return t.Kind() == reflect.Struct
}

func makeField(sf reflect.StructField, inner reflect.Type, name, options string, index []int) field {
	f := field{name: name, tagged: name != "", index: index, typ: sf.Type}
	if name == "" {
		f.name = sf.Name
	}
	for option := range strings.SplitSeq(options, ",") {
		switch option {
		case "omitempty":
			f.omitEmpty = true
		case "omitzero":
			f.omitZero = true
			f.isZero = zeroTest(sf.Type)
		case "string":
			switch inner.Kind() {
			case reflect.Bool, reflect.Float32, reflect.Float64, reflect.String,
				reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64,
				reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
				f.quoted = true
			}
		}
	}
	f.nameText = string(appendQuoted(nil, f.name, false)) + ":"
	f.nameHTML = string(appendQuoted(nil, f.name, true)) + ":"
	return f
}

type zeroer interface{ IsZero() bool }

// zeroTest returns the function that calls the method IsZero of a type; nil if it has none.
func zeroTest(t reflect.Type) func(reflect.Value) bool {
	wanted := reflect.TypeFor[zeroer]()
	ask := func(v reflect.Value) bool { return v.Interface().(zeroer).IsZero() }
	switch {
	case t.Kind() == reflect.Interface && t.Implements(wanted):
		return func(v reflect.Value) bool {
			return v.IsNil() || v.Elem().Kind() == reflect.Pointer && v.Elem().IsNil() || ask(v)
		}
	case t.Kind() == reflect.Pointer && t.Implements(wanted):
		return func(v reflect.Value) bool { return v.IsNil() || ask(v) }
	case t.Implements(wanted):
		return ask
	case reflect.PointerTo(t).Implements(wanted):
		return func(v reflect.Value) bool {
			if !v.CanAddr() {
				variable := reflect.New(v.Type()).Elem()
				variable.Set(v)
				v = variable
			}
			return ask(v.Addr())
		}
	}
	return nil
}

// isValidName reports whether a tag may name a field so.
func isValidName(name string) bool {
	for _, r := range name {
		if !strings.ContainsRune("!#$%&()*+-./:;<=>?@[]^_{|}~ ", r) && !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return false
		}
	}
	return name != ""
}

// dominant returns of the fields of each name the one that Go's rules for embedding choose, tagged ones first, in the order
// of their indices.
func dominant(all []field) []field {
	slices.SortStableFunc(all, func(a, b field) int {
		tagged := 0
		if a.tagged != b.tagged {
			tagged = 1
			if a.tagged {
				tagged = -1
			}
		}
		return cmp.Or(strings.Compare(a.name, b.name), len(a.index)-len(b.index), tagged, slices.Compare(a.index, b.index))
	})
	var chosen []field
	for start := 0; start < len(all); {
		end := start + 1
		for end < len(all) && all[end].name == all[start].name {
			end++
		}
		first := all[start]
		if end == start+1 || len(all[start+1].index) != len(first.index) || all[start+1].tagged != first.tagged {
			chosen = append(chosen, first)
		}
		start = end
	}
	slices.SortFunc(chosen, func(a, b field) int { return slices.Compare(a.index, b.index) })
	return chosen
}
