package reflect

import (
	"strconv"
	"unsafe"
)

// StructOf returns a struct type with the fields. Offset and Index of the fields do not matter. Embedded fields must be of types
// without methods.
func StructOf(fields []StructField) Type {
	descriptors := make([]fieldDescriptor, len(fields))
	names := map[string]bool{}
	name := "struct {"
	pkgPath := ""
	comparable := true
	size, align, last := uint64(0), uint32(1), uint32(1)
	var offsets []uint32
	for i, field := range fields {
		checkField(i, field)
		if names[field.Name] && field.Name != "_" {
			panic("reflect.StructOf: duplicate field " + field.Name)
		}
		names[field.Name] = true
		t := field.Type.common()
		fieldAlign := uint32(t.d().align)
		size = (size + uint64(fieldAlign) - 1) &^ uint64(fieldAlign-1)
		f := &descriptors[i]
		f.name = field.Name
		if !isExported(field.Name) {
			f.pkgPath = field.PkgPath
			if pkgPath == "" {
				pkgPath = f.pkgPath
			} else if pkgPath != f.pkgPath {
				panic("reflect.Struct: fields with different PkgPath " + pkgPath + " and " + f.pkgPath)
			}
		}
		f.tag = string(field.Tag)
		f.typ = t
		f.offset = uint32(size)
		if i > 0 {
			name += ";"
		}
		name += " "
		if field.Anonymous {
			f.embedded = 1
		} else {
			name += field.Name + " "
		}
		name += t.d().name
		if f.tag != "" {
			name += " " + strconv.Quote(f.tag)
		}
		for _, at := range t.pointerOffsets() {
			offsets = append(offsets, f.offset+at)
		}
		last = t.d().size
		size += uint64(last)
		if size > 1<<32-1 {
			panic("reflect.StructOf: struct size would exceed virtual address space")
		}
		align = max(align, fieldAlign)
		comparable = comparable && t.Comparable()
	}
	if size > 0 && last == 0 {
		size++ // the address of the last field is inside
	}
	size = (size + uint64(align) - 1) &^ uint64(align-1)
	if size > 1<<32-1 {
		panic("reflect.StructOf: struct size would exceed virtual address space")
	}
	if len(fields) > 0 {
		name += " "
	}
	made, d := newType(Struct, name+"}", uint32(size), align, 0)
	d.fields = unsafe.Pointer(unsafe.SliceData(descriptors))
	d.fieldCount = uint32(len(fields))
	d.setPointers(offsets)
	if comparable {
		made.setComparison()
	}
	return unique(made)
}

func checkField(i int, field StructField) {
	switch {
	case field.Name == "":
		panic("reflect.StructOf: field " + itoa(i) + " has no name")
	case !isIdentifier(field.Name):
		panic("reflect.StructOf: field " + itoa(i) + " has invalid name")
	case field.Type == nil:
		panic("reflect.StructOf: field " + itoa(i) + " has no type")
	}
	if field.PkgPath == "" && !isExported(field.Name) {
		panic("reflect.StructOf: field \"" + field.Name + "\" is unexported but missing PkgPath")
	}
	if !field.Anonymous {
		return
	}
	if !isExported(field.Name) {
		panic("reflect.StructOf: field \"" + field.Name + "\" is anonymous but has PkgPath set")
	}
	t := field.Type.common()
	if t.kind() == Pointer {
		switch t.d().elem.kind() {
		case Pointer, Interface:
			panic("reflect.StructOf: illegal embedded field type " + t.d().name)
		}
	}
	if t.NumMethod() > 0 {
		panic("reflect.StructOf: embedded type with methods not implemented")
	}
}

// isExported reports whether a name begins with an upper-case letter. Letters outside of ASCII count as such: package
// unicode is too large for this.
func isExported(name string) bool {
	return name[0] >= 'A' && name[0] <= 'Z' || name[0] >= 0x80
}

func isIdentifier(name string) bool {
	for i, r := range name {
		letter := r == '_' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= 0x80
		if !letter && (i == 0 || r < '0' || r > '9') {
			return false
		}
	}
	return name != ""
}
