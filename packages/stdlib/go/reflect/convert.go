package reflect

import "unsafe"

// Convert returns the value converted to a type.
func (v Value) Convert(t Type) Value {
	to := t.common()
	convert := conversionTo(to, v.typ)
	if convert == nil {
		panic("reflect.Value.Convert: value of type " + v.typ.d().name + " cannot be converted to type " + to.d().name)
	}
	return convert(v, to)
}

// CanConvert reports whether Convert will succeed.
func (v Value) CanConvert(t Type) bool {
	if !v.Type().ConvertibleTo(t) {
		return false
	}
	if v.Kind() == Slice {
		switch {
		case t.Kind() == Array:
			return t.Len() <= v.Len()
		case t.Kind() == Pointer && t.Elem().Kind() == Array:
			return t.Elem().Len() <= v.Len()
		}
	}
	return true
}

// kindClass puts kinds together that convert alike.
func kindClass(k Kind) Kind {
	switch {
	case k >= Int && k <= Int64:
		return Int
	case k >= Uint && k <= Uintptr:
		return Uint
	case k == Float32:
		return Float64
	case k == Complex64:
		return Complex128
	}
	return k
}

// conversionTo returns the function that converts values of type from to type to, nil if there is none.
func conversionTo(to, from *rtype) func(v Value, to *rtype) Value {
	class := kindClass(to.kind())
	switch kindClass(from.kind()) {
	case Int:
		switch class {
		case Int, Uint:
			return convertInteger
		case Float64:
			return convertIntToFloat
		case String:
			return convertIntToString
		}
	case Uint:
		switch class {
		case Int, Uint:
			return convertInteger
		case Float64:
			return convertUintToFloat
		case String:
			return convertUintToString
		}
	case Float64:
		switch class {
		case Int:
			return convertFloatToInt
		case Uint:
			return convertFloatToUint
		case Float64:
			return convertFloat
		}
	case Complex128:
		if class == Complex128 {
			return convertComplex
		}
	case String:
		if class == Slice && to.d().elem.d().pkgPath == "" {
			switch to.d().elem.kind() {
			case Uint8:
				return convertStringToBytes
			case Int32:
				return convertStringToRunes
			}
		}
	case Slice:
		element := from.d().elem
		if class == String && element.d().pkgPath == "" {
			switch element.kind() {
			case Uint8:
				return convertBytesToString
			case Int32:
				return convertRunesToString
			}
		}
		if class == Pointer && to.d().elem.kind() == Array && to.d().elem.d().elem == element {
			return convertSliceToArrayPointer
		}
		if class == Array && to.d().elem == element {
			return convertSliceToArray
		}
	case Chan:
		if restrictsChannel(to, from) {
			return convertDirectly
		}
	}
	if sameUnderlying(to, from, false) {
		return convertDirectly
	}
	if to.kind() == Pointer && from.kind() == Pointer && to.d().flags&flagNamed == 0 && from.d().flags&flagNamed == 0 &&
		sameUnderlying(to.d().elem, from.d().elem, false) {
		return convertDirectly
	}
	if to.kind() == Interface && implements(from, to) {
		return convertToInterface
	}
	return nil
}

func convertInteger(v Value, to *rtype) Value { return intValue(to, v.payload(), v.readOnly()) }

func convertIntToFloat(v Value, to *rtype) Value {
	if to.kind() == Float32 {
		return floatValue(to, float64(float32(v.Int())), v.readOnly())
	}
	return floatValue(to, float64(v.Int()), v.readOnly())
}

func convertUintToFloat(v Value, to *rtype) Value {
	if to.kind() == Float32 {
		return floatValue(to, float64(float32(v.Uint())), v.readOnly())
	}
	return floatValue(to, float64(v.Uint()), v.readOnly())
}

func convertFloatToInt(v Value, to *rtype) Value {
	return intValue(to, uint64(int64(v.Float())), v.readOnly())
}

func convertFloatToUint(v Value, to *rtype) Value {
	return intValue(to, uint64(v.Float()), v.readOnly())
}

func convertFloat(v Value, to *rtype) Value {
	if v.Kind() == Float32 && to.kind() == Float32 {
		return Value{typ: to, place: payloadOf(v.payload()), flag: isInline | v.readOnly()} // keeps signaling NaNs
	}
	return floatValue(to, v.Float(), v.readOnly())
}

func convertComplex(v Value, to *rtype) Value { return complexValue(to, v.Complex(), v.readOnly()) }

const replacement = "\uFFFD"

func convertIntToString(v Value, to *rtype) Value {
	s := replacement
	if x := v.Int(); int64(rune(x)) == x {
		s = string(rune(x))
	}
	return stringValue(to, s, v.readOnly())
}

func convertUintToString(v Value, to *rtype) Value {
	s := replacement
	if x := v.Uint(); uint64(rune(x)) == x {
		s = string(rune(x))
	}
	return stringValue(to, s, v.readOnly())
}

func convertStringToBytes(v Value, to *rtype) Value {
	bytes := []byte(v.text())
	return Value{typ: to, address: unsafe.Pointer(&bytes), flag: v.readOnly()}
}

func convertStringToRunes(v Value, to *rtype) Value {
	runes := []rune(v.text())
	return Value{typ: to, address: unsafe.Pointer(&runes), flag: v.readOnly()}
}

func convertBytesToString(v Value, to *rtype) Value {
	return stringValue(to, string(*(*[]byte)(v.pointer())), v.readOnly())
}

func convertRunesToString(v Value, to *rtype) Value {
	return stringValue(to, string(*(*[]rune)(v.pointer())), v.readOnly())
}

func convertSliceToArrayPointer(v Value, to *rtype) Value {
	n := int(to.d().elem.d().length)
	if n > v.Len() {
		panic("reflect: cannot convert slice with length " + itoa(v.Len()) + " to pointer to array with length " + itoa(n))
	}
	return pointerValue(to, v.header().data, v.readOnly())
}

func convertSliceToArray(v Value, to *rtype) Value {
	n := int(to.d().length)
	if n > v.Len() {
		panic("reflect: cannot convert slice with length " + itoa(v.Len()) + " to array with length " + itoa(n))
	}
	return Value{typ: to, address: copyOf(to, v.header().data), flag: v.readOnly()}
}

// convertDirectly changes only the type.
func convertDirectly(v Value, to *rtype) Value {
	result := Value{to, v.address, v.place, v.flag&isInline | v.readOnly()}
	if v.CanAddr() {
		result.address = copyOf(to, v.address)
	}
	return result
}

func convertToInterface(v Value, to *rtype) Value {
	return interfaceValue(to, v.pack(), v.readOnly())
}
