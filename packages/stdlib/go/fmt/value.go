package fmt

import "reflect"

// printValue prints a reflected value. depth counts how many values are open around it.
func (p *printer) printValue(v reflect.Value, verb rune, depth int) {
	if depth > 0 && v.IsValid() && v.CanInterface() {
		p.arg = v.Interface()
		if p.handleMethods(verb) {
			return
		}
	}
	// From here on a bad verb is one of this value, not of the operand that it is a part of.
	p.arg = nil
	p.value = v
	switch v.Kind() {
	case reflect.Invalid:
		switch {
		case depth == 0:
			p.text("<invalid reflect.Value>")
		case verb == 'v':
			p.text("<nil>")
		default:
			p.arg = nil
			p.badVerb(verb)
		}
	case reflect.Bool:
		p.printBool(v.Bool(), verb)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		p.printInteger(uint64(v.Int()), true, verb)
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		p.printInteger(v.Uint(), false, verb)
	case reflect.Float32:
		p.printFloat(v.Float(), 32, verb)
	case reflect.Float64:
		p.printFloat(v.Float(), 64, verb)
	case reflect.Complex64:
		p.printComplex(v.Complex(), 64, verb)
	case reflect.Complex128:
		p.printComplex(v.Complex(), 128, verb)
	case reflect.String:
		p.printString(v.String(), verb)
	case reflect.Map:
		p.printMap(v, verb, depth)
	case reflect.Struct:
		p.printStruct(v, verb, depth)
	case reflect.Interface:
		element := v.Elem()
		switch {
		case element.IsValid():
			p.printValue(element, verb, depth+1)
		case p.sharpV:
			p.text(v.Type().String())
			p.text("(nil)")
		default:
			p.text("<nil>")
		}
	case reflect.Array, reflect.Slice:
		p.printList(v, verb, depth)
	case reflect.Pointer:
		if depth == 0 && v.Pointer() != 0 {
			switch element := v.Elem(); element.Kind() {
			case reflect.Array, reflect.Slice, reflect.Struct, reflect.Map:
				p.text("&")
				p.printValue(element, verb, depth+1)
				return
			}
		}
		p.printPointer(v, verb)
	default:
		p.printPointer(v, verb)
	}
}

func (p *printer) printMap(v reflect.Value, verb rune, depth int) {
	open, separator, end := "map[", " ", "]"
	if p.sharpV {
		p.text(v.Type().String())
		if v.IsNil() {
			p.text("(nil)")
			return
		}
		open, separator, end = "{", ", ", "}"
	}
	p.text(open)
	for i, entry := range sortedEntries(v) {
		if i > 0 {
			p.text(separator)
		}
		p.printValue(entry.key, verb, depth+1)
		p.text(":")
		p.printValue(entry.element, verb, depth+1)
	}
	p.text(end)
}

func (p *printer) printStruct(v reflect.Value, verb rune, depth int) {
	if p.sharpV {
		p.text(v.Type().String())
	}
	p.text("{")
	for i := 0; i < v.NumField(); i++ {
		if i > 0 {
			if p.sharpV {
				p.text(", ")
			} else {
				p.text(" ")
			}
		}
		if p.plusV || p.sharpV {
			if name := v.Type().Field(i).Name; name != "" {
				p.text(name)
				p.text(":")
			}
		}
		field := v.Field(i)
		if field.Kind() == reflect.Interface && !field.IsNil() {
			field = field.Elem()
		}
		p.printValue(field, verb, depth+1)
	}
	p.text("}")
}

func (p *printer) printList(v reflect.Value, verb rune, depth int) {
	switch verb {
	case 's', 'q', 'x', 'X':
		// Bytes are text for these verbs.
		if v.Type().Elem().Kind() == reflect.Uint8 {
			var bytes []byte
			if v.Kind() == reflect.Slice || v.CanAddr() {
				bytes = v.Bytes()
			} else {
				bytes = make([]byte, v.Len())
				for i := range bytes {
					bytes[i] = byte(v.Index(i).Uint())
				}
			}
			p.printBytes(bytes, verb, v.Type().String())
			return
		}
	}
	open, separator, end := "[", " ", "]"
	if p.sharpV {
		p.text(v.Type().String())
		if v.Kind() == reflect.Slice && v.IsNil() {
			p.text("(nil)")
			return
		}
		open, separator, end = "{", ", ", "}"
	}
	p.text(open)
	for i := 0; i < v.Len(); i++ {
		if i > 0 {
			p.text(separator)
		}
		p.printValue(v.Index(i), verb, depth+1)
	}
	p.text(end)
}
