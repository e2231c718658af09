package reflect

import (
	"errors"
	"iter"
	"unsafe"
)

// NumField returns the number of fields of a struct.
func (v Value) NumField() int {
	v.mustBe("reflect.Value.NumField", Struct)
	return int(v.typ.d().fieldCount)
}

// Field returns a field of a struct.
func (v Value) Field(i int) Value {
	v.mustBe("reflect.Value.Field", Struct)
	if uint(i) >= uint(v.typ.d().fieldCount) {
		panic("reflect: Field index out of range")
	}
	f := v.typ.structField(i)
	inherited := v.flag & (isAddressable | isStickyRO)
	if f.pkgPath != "" {
		if f.embedded != 0 {
			inherited |= isEmbeddedRO
		} else {
			inherited |= isStickyRO
		}
	}
	return Value{f.typ, unsafe.Add(v.pointer(), f.offset), payload{}, inherited}
}

// Fields walks over the fields of a struct.
func (v Value) Fields() iter.Seq2[StructField, Value] {
	t := v.Type()
	if t.Kind() != Struct {
		panic("reflect: Fields of non-struct type " + t.String())
	}
	return func(yield func(StructField, Value) bool) {
		for i := range v.NumField() {
			if !yield(v.typ.Field(i), v.Field(i)) {
				return
			}
		}
	}
}

// FieldByIndex follows a path of field indices.
func (v Value) FieldByIndex(index []int) Value {
	if len(index) == 1 {
		return v.Field(index[0])
	}
	v.mustBe("reflect.Value.FieldByIndex", Struct)
	for i, x := range index {
		if i > 0 && v.Kind() == Pointer && v.typ.d().elem.kind() == Struct {
			if v.IsNil() {
				panic("reflect: indirection through nil pointer to embedded struct")
			}
			v = v.Elem()
		}
		v = v.Field(x)
	}
	return v
}

// FieldByIndexErr is FieldByIndex, but a nil pointer on the path is an error.
func (v Value) FieldByIndexErr(index []int) (Value, error) {
	if len(index) == 1 {
		return v.Field(index[0]), nil
	}
	v.mustBe("reflect.Value.FieldByIndexErr", Struct)
	for i, x := range index {
		if i > 0 && v.Kind() == Pointer && v.typ.d().elem.kind() == Struct {
			if v.IsNil() {
				name := v.typ.d().elem.d().typeName
				return Value{}, errors.New("reflect: indirection through nil pointer to embedded struct field " + name)
			}
			v = v.Elem()
		}
		v = v.Field(x)
	}
	return v, nil
}

// FieldByName returns the field of that name, the zero Value if there is none.
func (v Value) FieldByName(name string) Value {
	v.mustBe("reflect.Value.FieldByName", Struct)
	if f, ok := v.typ.FieldByName(name); ok {
		return v.FieldByIndex(f.Index)
	}
	return Value{}
}

// FieldByNameFunc returns the field whose name satisfies match, the zero Value if there is none.
func (v Value) FieldByNameFunc(match func(string) bool) Value {
	v.mustBe("reflect.Value.FieldByNameFunc", Struct)
	if f, ok := v.typ.FieldByNameFunc(match); ok {
		return v.FieldByIndex(f.Index)
	}
	return Value{}
}
