// Package json converts between JSON (RFC 7159) and Go values.
package json

import (
	"bytes"
	"encoding"
	"encoding/base64"
	"fmt"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// A Marshaler returns its own JSON.
type Marshaler interface {
	MarshalJSON() ([]byte, error)
}

// An UnsupportedTypeError is the error of Marshal for values of types that JSON does not have.
type UnsupportedTypeError struct {
	Type reflect.Type
}

func (e *UnsupportedTypeError) Error() string { return "json: unsupported type: " + e.Type.String() }

// An UnsupportedValueError is the error of Marshal for values that JSON does not have.
type UnsupportedValueError struct {
	Value reflect.Value
	Str   string
}

func (e *UnsupportedValueError) Error() string { return "json: unsupported value: " + e.Str }

// An InvalidUTF8Error is no longer given: such bytes become U+FFFD.
type InvalidUTF8Error struct {
	S string
}

func (e *InvalidUTF8Error) Error() string {
	return "json: invalid UTF-8 in string: " + strconv.Quote(e.S)
}

// A MarshalerError is an error of a method MarshalJSON or MarshalText.
type MarshalerError struct {
	Type   reflect.Type
	Err    error
	method string
}

func (e *MarshalerError) Error() string {
	method := e.method
	if method == "" {
		method = "MarshalJSON"
	}
	return "json: error calling " + method + " for type " + e.Type.String() + ": " + e.Err.Error()
}

// Unwrap returns the error of the method.
func (e *MarshalerError) Unwrap() error { return e.Err }

// Marshal returns the JSON of a value.
func Marshal(v any) ([]byte, error) {
	e := encoder{escapeHTML: true}
	if err := e.encode(v); err != nil {
		return nil, err
	}
	return slices.Clip(e.out), nil
}

// MarshalIndent is Marshal with each element on a line of its own.
func MarshalIndent(v any, prefix, indent string) ([]byte, error) {
	b, err := Marshal(v)
	if err != nil {
		return nil, err
	}
	return appendIndent(make([]byte, 0, 2*len(b)), b, prefix, indent)
}

// encoder appends JSON to out.
type encoder struct {
	out        []byte
	escapeHTML bool
	// depth counts the pointers, maps and slices around the value; from some depth on those are in around.
	depth  int
	around map[any]bool
}

// failure is how errors leave the encoder.
type failure struct{ err error }

func (e *encoder) fail(err error) { panic(failure{err}) }

func (e *encoder) encode(v any) (err error) {
	defer func() {
		if r := recover(); r != nil {
			f, ok := r.(failure)
			if !ok {
				panic(r)
			}
			err = f.err
		}
	}()
	e.value(reflect.ValueOf(v), false)
	return nil
}

var (
	marshalerType     = reflect.TypeFor[Marshaler]()
	textMarshalerType = reflect.TypeFor[encoding.TextMarshaler]()
	numberType        = reflect.TypeFor[Number]()
)

// value appends a value. quoted: basic ones are written as strings.
func (e *encoder) value(v reflect.Value, quoted bool) {
	if !v.IsValid() {
		e.out = append(e.out, "null"...)
		return
	}
	if e.byMethod(v) {
		return
	}
	switch v.Kind() {
	case reflect.Bool:
		e.plain(strconv.FormatBool(v.Bool()), quoted)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		e.plain(strconv.FormatInt(v.Int(), 10), quoted)
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		e.plain(strconv.FormatUint(v.Uint(), 10), quoted)
	case reflect.Float32:
		e.float(v, 32, quoted)
	case reflect.Float64:
		e.float(v, 64, quoted)
	case reflect.String:
		e.string(v, quoted)
	case reflect.Struct:
		e.object(v)
	case reflect.Map:
		e.mapObject(v)
	case reflect.Slice:
		e.slice(v)
	case reflect.Array:
		e.array(v)
	case reflect.Interface:
		if v.IsNil() {
			e.out = append(e.out, "null"...)
			return
		}
		e.value(v.Elem(), false)
	case reflect.Pointer:
		if v.IsNil() {
			e.out = append(e.out, "null"...)
			return
		}
		e.within(v, v.UnsafePointer(), func() { e.value(v.Elem(), quoted) })
	default:
		e.fail(&UnsupportedTypeError{v.Type()})
	}
}

// byMethod appends a value by its method MarshalJSON or MarshalText, if it has one; also one of a pointer to it.
func (e *encoder) byMethod(v reflect.Value) bool {
	t := v.Type()
	if !mayHaveMethods(t) {
		return false
	}
	addressable := t.Kind() != reflect.Pointer && v.CanAddr()
	if addressable && reflect.PointerTo(t).Implements(marshalerType) {
		e.byMarshaler(v.Addr())
		return true
	}
	if t.Implements(marshalerType) {
		e.byMarshaler(v)
		return true
	}
	if addressable && reflect.PointerTo(t).Implements(textMarshalerType) {
		e.byText(v.Addr())
		return true
	}
	if t.Implements(textMarshalerType) {
		e.byText(v)
		return true
	}
	return false
}

// mayHaveMethods reports whether values of the type, or pointers to them, can have methods: not those of predeclared types,
// and of types without a name only structs, pointers and interfaces.
func mayHaveMethods(t reflect.Type) bool {
	if t.PkgPath() != "" {
		return true
	}
	switch t.Kind() {
	case reflect.Struct, reflect.Pointer, reflect.Interface:
		return true
	}
	return false
}

func isNilReference(v reflect.Value) bool {
	return (v.Kind() == reflect.Pointer || v.Kind() == reflect.Interface) && v.IsNil()
}

func (e *encoder) byMarshaler(v reflect.Value) {
	if isNilReference(v) {
		e.out = append(e.out, "null"...)
		return
	}
	b, err := v.Interface().(Marshaler).MarshalJSON()
	if err == nil {
		e.out, err = appendCompact(e.out, b, e.escapeHTML)
	}
	if err != nil {
		e.fail(&MarshalerError{v.Type(), err, "MarshalJSON"})
	}
}

func (e *encoder) byText(v reflect.Value) {
	if isNilReference(v) {
		e.out = append(e.out, "null"...)
		return
	}
	b, err := v.Interface().(encoding.TextMarshaler).MarshalText()
	if err != nil {
		e.fail(&MarshalerError{v.Type(), err, "MarshalText"})
	}
	e.out = appendQuoted(e.out, b, e.escapeHTML)
}

// plain appends the text of a bool or a number.
func (e *encoder) plain(text string, quoted bool) {
	if quoted {
		e.out = append(e.out, '"')
	}
	e.out = append(e.out, text...)
	if quoted {
		e.out = append(e.out, '"')
	}
}

// float appends a number as JavaScript writes it.
func (e *encoder) float(v reflect.Value, bits int, quoted bool) {
	f := v.Float()
	if math.IsInf(f, 0) || math.IsNaN(f) {
		e.fail(&UnsupportedValueError{v, strconv.FormatFloat(f, 'g', -1, bits)})
	}
	format := byte('f')
	small, large := math.Abs(f) < 1e-6, math.Abs(f) >= 1e21
	if bits == 32 {
		small, large = float32(math.Abs(f)) < 1e-6, float32(math.Abs(f)) >= 1e21
	}
	if f != 0 && (small || large) {
		format = 'e'
	}
	text := strconv.FormatFloat(f, format, -1, bits)
	if n := len(text); format == 'e' && n >= 4 && text[n-4:n-1] == "e-0" {
		text = text[:n-2] + text[n-1:]
	}
	e.plain(text, quoted)
}

func (e *encoder) string(v reflect.Value, quoted bool) {
	text := v.String()
	switch {
	case v.Type() == numberType:
		if text == "" {
			text = "0" // the zero Number
		}
		if !isValidNumber(text) {
			e.fail(fmt.Errorf("json: invalid number literal %q", text))
		}
		e.plain(text, quoted)
	case quoted:
		e.out = appendQuoted(e.out, appendQuoted(nil, text, e.escapeHTML), false)
	default:
		e.out = appendQuoted(e.out, text, e.escapeHTML)
	}
}

func (e *encoder) object(v reflect.Value) {
	before := byte('{')
	fields := fieldsOf(v.Type())
next:
	for i := range fields.list {
		f := &fields.list[i]
		part := v
		for _, x := range f.index {
			if part.Kind() == reflect.Pointer {
				if part.IsNil() {
					continue next
				}
				part = part.Elem()
			}
			part = part.Field(x)
		}
		if f.omitEmpty && isEmpty(part) || f.omitZero && f.isZeroValue(part) {
			continue
		}
		e.out = append(e.out, before)
		before = ','
		if e.escapeHTML {
			e.out = append(e.out, f.nameHTML...)
		} else {
			e.out = append(e.out, f.nameText...)
		}
		e.value(part, f.quoted)
	}
	if before == '{' {
		e.out = append(e.out, '{')
	}
	e.out = append(e.out, '}')
}

func (f *field) isZeroValue(v reflect.Value) bool {
	if f.isZero != nil {
		return f.isZero(v)
	}
	return v.IsZero()
}

func isEmpty(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Array, reflect.Map, reflect.Slice, reflect.String:
		return v.Len() == 0
	case reflect.Struct, reflect.Chan, reflect.Func, reflect.Complex64, reflect.Complex128, reflect.UnsafePointer:
		return false
	}
	return v.IsZero()
}

// entry is an entry of a map, with its key as objects have it.
type entry struct {
	key   string
	value reflect.Value
}

func (e *encoder) mapObject(v reflect.Value) {
	t := v.Type().Key()
	isText := t.Kind() != reflect.String && t.Implements(textMarshalerType)
	isNumber := t.Kind() >= reflect.Int && t.Kind() <= reflect.Uintptr
	if t.Kind() != reflect.String && !isText && !isNumber {
		e.fail(&UnsupportedTypeError{v.Type()})
	}
	if v.IsNil() {
		e.out = append(e.out, "null"...)
		return
	}
	e.within(v, v.UnsafePointer(), func() {
		entries := make([]entry, 0, v.Len())
		for it := v.MapRange(); it.Next(); {
			key, err := keyText(it.Key())
			if err != nil {
				e.fail(fmt.Errorf("json: encoding error for type %q: %q", v.Type().String(), err.Error()))
			}
			entries = append(entries, entry{key, it.Value()})
		}
		slices.SortFunc(entries, func(a, b entry) int { return strings.Compare(a.key, b.key) })
		e.out = append(e.out, '{')
		for i, entry := range entries {
			if i > 0 {
				e.out = append(e.out, ',')
			}
			e.out = appendQuoted(e.out, entry.key, e.escapeHTML)
			e.out = append(e.out, ':')
			e.value(entry.value, false)
		}
		e.out = append(e.out, '}')
	})
}

func keyText(k reflect.Value) (string, error) {
	if k.Kind() == reflect.String {
		return k.String(), nil
	}
	if m, ok := k.Interface().(encoding.TextMarshaler); ok {
		if k.Kind() == reflect.Pointer && k.IsNil() {
			return "", nil
		}
		b, err := m.MarshalText()
		return string(b), err
	}
	if k.CanInt() {
		return strconv.FormatInt(k.Int(), 10), nil
	}
	return strconv.FormatUint(k.Uint(), 10), nil
}

func (e *encoder) slice(v reflect.Value) {
	if v.IsNil() {
		e.out = append(e.out, "null"...)
		return
	}
	element := v.Type().Elem()
	if element.Kind() == reflect.Uint8 {
		pointer := reflect.PointerTo(element)
		if !pointer.Implements(marshalerType) && !pointer.Implements(textMarshalerType) {
			e.out = append(e.out, '"')
			e.out = base64.StdEncoding.AppendEncode(e.out, v.Bytes())
			e.out = append(e.out, '"')
			return
		}
	}
	// Slices of one array are different values if their lengths are.
	type identity struct {
		data any
		len  int
	}
	e.within(v, identity{v.UnsafePointer(), v.Len()}, func() { e.array(v) })
}

func (e *encoder) array(v reflect.Value) {
	e.out = append(e.out, '[')
	for i := range v.Len() {
		if i > 0 {
			e.out = append(e.out, ',')
		}
		e.value(v.Index(i), false)
	}
	e.out = append(e.out, ']')
}

// cycleDepth is from which depth on it is looked for values that hold themselves.
const cycleDepth = 1000

// within encodes what a pointer, map or slice refers to.
func (e *encoder) within(v reflect.Value, identity any, encode func()) {
	e.depth++
	if e.depth > cycleDepth {
		if e.around[identity] {
			e.fail(&UnsupportedValueError{v, fmt.Sprintf("encountered a cycle via %s", v.Type())})
		}
		if e.around == nil {
			e.around = map[any]bool{}
		}
		e.around[identity] = true
		defer delete(e.around, identity)
	}
	encode()
	e.depth--
}

// A RawMessage is JSON that is kept as it is.
type RawMessage []byte

// MarshalJSON returns m itself, null if it is nil.
func (m RawMessage) MarshalJSON() ([]byte, error) {
	if m == nil {
		return []byte("null"), nil
	}
	return m, nil
}

// UnmarshalJSON makes *m a copy of data.
func (m *RawMessage) UnmarshalJSON(data []byte) error {
	if m == nil {
		return errNilRawMessage
	}
	*m = append((*m)[:0], bytes.Clone(data)...)
	return nil
}
