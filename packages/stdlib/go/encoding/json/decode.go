package json

import (
	"encoding"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// An Unmarshaler takes its value from JSON. It must copy what it keeps of the text.
type Unmarshaler interface {
	UnmarshalJSON([]byte) error
}

// An UnmarshalTypeError is a JSON value that a Go type cannot hold.
type UnmarshalTypeError struct {
	Value  string       // what it is: "bool", "array", "number -5" …
	Type   reflect.Type // that of the Go value
	Offset int64        // the error was seen after reading so many bytes
	Struct string       // the name of the struct type with the field
	Field  string       // the path to the field from the root
}

func (e *UnmarshalTypeError) Error() string {
	if e.Struct != "" || e.Field != "" {
		return "json: cannot unmarshal " + e.Value + " into Go struct field " + e.Struct + "." + e.Field + " of type " + e.Type.String()
	}
	return "json: cannot unmarshal " + e.Value + " into Go value of type " + e.Type.String()
}

// An UnmarshalFieldError is no longer given.
type UnmarshalFieldError struct {
	Key   string
	Type  reflect.Type
	Field reflect.StructField
}

func (e *UnmarshalFieldError) Error() string {
	return "json: cannot unmarshal object key " + strconv.Quote(e.Key) + " into unexported field " + e.Field.Name + " of type " + e.Type.String()
}

// An InvalidUnmarshalError is an argument of Unmarshal that nothing can be stored to.
type InvalidUnmarshalError struct {
	Type reflect.Type
}

func (e *InvalidUnmarshalError) Error() string {
	switch {
	case e.Type == nil:
		return "json: Unmarshal(nil)"
	case e.Type.Kind() != reflect.Pointer:
		return "json: Unmarshal(non-pointer " + e.Type.String() + ")"
	}
	return "json: Unmarshal(nil " + e.Type.String() + ")"
}

var errNilRawMessage = errors.New("json.RawMessage: UnmarshalJSON on nil pointer")

// Unmarshal stores the value of JSON text in what v points to. Values that do not fit are skipped; the first of them is
// the error.
func Unmarshal(data []byte, v any) error {
	if err := checkSyntax(data); err != nil {
		return err
	}
	d := decoder{data: data}
	return d.decode(v)
}

// decoder reads text that is known to be JSON.
type decoder struct {
	data []byte
	at   int
	// saved is the first value that did not fit.
	saved      error
	useNumbers bool
	strict     bool
	// inside is the struct type whose field is being decoded, path the path to that field.
	inside reflect.Type
	path   []string
}

var (
	textUnmarshalerType = reflect.TypeFor[encoding.TextUnmarshaler]()
)

func (d *decoder) decode(v any) error {
	target := reflect.ValueOf(v)
	if target.Kind() != reflect.Pointer || target.IsNil() {
		return &InvalidUnmarshalError{reflect.TypeOf(v)}
	}
	d.blanks()
	if err := d.value(target); err != nil {
		return d.located(err)
	}
	return d.saved
}

// located adds to an error where in the Go value it is.
func (d *decoder) located(err error) error {
	if typeError, ok := err.(*UnmarshalTypeError); ok && (d.inside != nil || len(d.path) > 0) {
		typeError.Struct = d.inside.Name()
		path := d.path
		if typeError.Field != "" {
			path = append(slices.Clip(path), typeError.Field)
		}
		typeError.Field = strings.Join(path, ".")
	}
	return err
}

func (d *decoder) save(err error) {
	if d.saved == nil {
		d.saved = d.located(err)
	}
}

// mismatch saves that a value does not fit.
func (d *decoder) mismatch(what string, t reflect.Type, offset int) {
	d.save(&UnmarshalTypeError{Value: what, Type: t, Offset: int64(offset)})
}

func (d *decoder) blanks() {
	for d.at < len(d.data) && isBlank(d.data[d.at]) {
		d.at++
	}
}

// separator skips space and one of , : and the space after it; false if a closing bracket was read instead.
func (d *decoder) separator() bool {
	d.blanks()
	c := d.data[d.at]
	d.at++
	d.blanks()
	return c == ',' || c == ':'
}

// literal returns the text of the string, number or word that begins here.
func (d *decoder) literal() []byte {
	start := d.at
	if d.data[start] != '"' {
		for d.at < len(d.data) {
			switch d.data[d.at] {
			case ',', ']', '}', ' ', '\n', '\t', '\r':
				return d.data[start:d.at]
			}
			d.at++
		}
		return d.data[start:]
	}
	for d.at++; d.data[d.at] != '"'; d.at++ {
		if d.data[d.at] == '\\' {
			d.at++
		}
	}
	d.at++
	return d.data[start:d.at]
}

// raw returns the text of the value that begins here.
func (d *decoder) raw() []byte {
	start := d.at
	depth := 0
	for {
		switch d.data[d.at] {
		case '{', '[':
			depth++
			d.at++
		case '}', ']':
			depth--
			d.at++
		case ',', ':', ' ', '\n', '\t', '\r':
			d.at++
		default:
			d.literal()
		}
		if depth == 0 {
			return d.data[start:d.at]
		}
	}
}

// value decodes the value that begins here into v.
func (d *decoder) value(v reflect.Value) error {
	switch d.data[d.at] {
	case '{':
		return d.object(v)
	case '[':
		return d.array(v)
	}
	item := d.literal()
	return d.store(item, v, false)
}

// receiver is what takes a JSON value: one of the interfaces, or else a variable.
type receiver struct {
	json     Unmarshaler
	text     encoding.TextUnmarshaler
	variable reflect.Value
}

// receiverOf follows pointers, making what they point to, up to a type with a method for decoding or to no pointer. null stops
// at the last pointer that can be set to nil.
func receiverOf(v reflect.Value, null bool) receiver {
	if v.Kind() != reflect.Pointer && v.Type().Name() != "" && v.CanAddr() {
		if r, ok := methodReceiver(v.Addr(), null); ok {
			return r
		}
	}
	for {
		if v.Kind() == reflect.Interface && !v.IsNil() {
			held := v.Elem()
			if held.Kind() != reflect.Pointer || held.IsNil() || null && held.Elem().Kind() != reflect.Pointer {
				break
			}
			v = held
		}
		if v.Kind() != reflect.Pointer || null && v.CanSet() {
			break
		}
		if v.Elem().Kind() == reflect.Interface && v.Elem().Elem().Equal(v) {
			v = v.Elem() // a pointer to the interface that holds it
			break
		}
		if v.IsNil() {
			v.Set(reflect.New(v.Type().Elem()))
		}
		if r, ok := methodReceiver(v, null); ok {
			return r
		}
		v = v.Elem()
	}
	return receiver{variable: v}
}

// methodReceiver returns the method for decoding that a pointer has.
func methodReceiver(v reflect.Value, null bool) (receiver, bool) {
	if v.Type().NumMethod() == 0 || !v.CanInterface() {
		return receiver{}, false
	}
	x := v.Interface()
	if u, ok := x.(Unmarshaler); ok {
		return receiver{json: u}, true
	}
	if u, ok := x.(encoding.TextUnmarshaler); ok && !null {
		return receiver{text: u, variable: v}, true
	}
	return receiver{}, false
}

func isAny(v reflect.Value) bool { return v.Kind() == reflect.Interface && v.NumMethod() == 0 }

func (d *decoder) array(v reflect.Value) error {
	r := receiverOf(v, false)
	switch {
	case r.json != nil:
		return r.json.UnmarshalJSON(d.raw())
	case r.text != nil:
		d.mismatch("array", v.Type(), d.at+1)
		d.raw()
		return nil
	}
	v = r.variable
	if isAny(v) {
		v.Set(reflect.ValueOf(d.anyArray()))
		return nil
	}
	if v.Kind() != reflect.Array && v.Kind() != reflect.Slice {
		d.mismatch("array", v.Type(), d.at+1)
		d.raw()
		return nil
	}
	i := 0
	for more := d.openBracket(); more; more = d.separator() {
		if v.Kind() == reflect.Slice {
			if i >= v.Cap() {
				v.Grow(1)
			}
			if i >= v.Len() {
				v.SetLen(i + 1)
			}
		}
		if i < v.Len() {
			if err := d.value(v.Index(i)); err != nil {
				return err
			}
		} else {
			d.raw()
		}
		i++
	}
	switch {
	case v.Kind() == reflect.Array:
		for ; i < v.Len(); i++ {
			v.Index(i).SetZero()
		}
	case i == 0:
		v.Set(reflect.MakeSlice(v.Type(), 0, 0))
	default:
		v.SetLen(i)
	}
	return nil
}

// openBracket goes into an array or object; false if it has nothing, which is then skipped.
func (d *decoder) openBracket() bool {
	d.at++
	d.blanks()
	if c := d.data[d.at]; c == ']' || c == '}' {
		d.at++
		return false
	}
	return true
}

// takesKeys reports whether objects can be decoded into maps with such keys.
func takesKeys(t reflect.Type) bool {
	return t.Kind() == reflect.String || t.Kind() >= reflect.Int && t.Kind() <= reflect.Uintptr ||
		reflect.PointerTo(t).Implements(textUnmarshalerType)
}

func (d *decoder) object(v reflect.Value) error {
	r := receiverOf(v, false)
	switch {
	case r.json != nil:
		return r.json.UnmarshalJSON(d.raw())
	case r.text != nil:
		d.mismatch("object", v.Type(), d.at+1)
		d.raw()
		return nil
	}
	v = r.variable
	if isAny(v) {
		v.Set(reflect.ValueOf(d.anyObject()))
		return nil
	}
	switch {
	case v.Kind() == reflect.Struct:
		return d.structObject(v)
	case v.Kind() == reflect.Map && takesKeys(v.Type().Key()):
		return d.mapObject(v)
	}
	d.mismatch("object", v.Type(), d.at+1)
	d.raw()
	return nil
}

func (d *decoder) mapObject(v reflect.Value) error {
	t := v.Type()
	if v.IsNil() {
		v.Set(reflect.MakeMap(t))
	}
	element := reflect.New(t.Elem()).Elem()
	for more := d.openBracket(); more; more = d.separator() {
		start := d.at
		key, _ := unquote(d.literal())
		d.separator()
		element.SetZero()
		if err := d.value(element); err != nil {
			return err
		}
		k, err := d.mapKey(t.Key(), key, start)
		if err != nil {
			return err
		}
		if k.IsValid() {
			v.SetMapIndex(k, element)
		}
	}
	return nil
}

// mapKey returns the key of a map for that of an object, the zero Value if it does not fit.
func (d *decoder) mapKey(t reflect.Type, key []byte, start int) (reflect.Value, error) {
	k := reflect.New(t)
	switch {
	case reflect.PointerTo(t).Implements(textUnmarshalerType):
		if t.Kind() == reflect.Pointer {
			k.Elem().Set(reflect.New(t.Elem()))
		}
		err := k.Interface().(encoding.TextUnmarshaler).UnmarshalText(key)
		return k.Elem(), err
	case t.Kind() == reflect.String:
		k.Elem().SetString(string(key))
		return k.Elem(), nil
	case k.Elem().CanInt():
		n, err := strconv.ParseInt(string(key), 10, 64)
		if err == nil && !t.OverflowInt(n) {
			k.Elem().SetInt(n)
			return k.Elem(), nil
		}
	default:
		n, err := strconv.ParseUint(string(key), 10, 64)
		if err == nil && !t.OverflowUint(n) {
			k.Elem().SetUint(n)
			return k.Elem(), nil
		}
	}
	d.mismatch("number "+string(key), t, start+1)
	return reflect.Value{}, nil
}

func (d *decoder) structObject(v reflect.Value) error {
	fields := fieldsOf(v.Type())
	inside, path := d.inside, d.path
	for more := d.openBracket(); more; more = d.separator() {
		key, _ := unquote(d.literal())
		d.separator()
		f := fields.find(key)
		if f == nil {
			if d.strict {
				d.save(fmt.Errorf("json: unknown field %q", key))
			}
			d.raw()
			continue
		}
		d.inside = v.Type()
		d.path = append(append(slices.Clip(path), f.through...), f.name)
		part, ok := d.fieldOf(v, f)
		if !ok {
			d.raw()
		} else if err := d.fieldValue(part, f.quoted); err != nil {
			return err
		}
		d.inside, d.path = inside, path
	}
	return nil
}

// fieldOf returns the variable of a field, making what embedded pointers on the path point to.
func (d *decoder) fieldOf(v reflect.Value, f *field) (reflect.Value, bool) {
	for i, x := range f.index {
		if i > 0 && v.Kind() == reflect.Pointer {
			if v.IsNil() {
				if !v.CanSet() {
					d.save(fmt.Errorf("json: cannot set embedded pointer to unexported struct: %v", v.Type().Elem()))
					return reflect.Value{}, false
				}
				v.Set(reflect.New(v.Type().Elem()))
			}
			v = v.Elem()
		}
		v = v.Field(x)
	}
	return v, true
}

func (d *decoder) fieldValue(v reflect.Value, quoted bool) error {
	if !quoted {
		return d.value(v)
	}
	switch d.data[d.at] {
	case 'n':
		return d.store(d.literal(), v, false)
	case '"':
		text, _ := unquote(d.literal())
		return d.store(text, v, true)
	}
	d.raw()
	d.save(fmt.Errorf("json: invalid use of ,string struct tag, trying to unmarshal unquoted value into %v", v.Type()))
	return nil
}

// anyValue decodes the value that begins here as an interface holds it.
func (d *decoder) anyValue() any {
	switch d.data[d.at] {
	case '{':
		return d.anyObject()
	case '[':
		return d.anyArray()
	}
	item := d.literal()
	switch item[0] {
	case 'n':
		return nil
	case 't', 'f':
		return item[0] == 't'
	case '"':
		text, _ := unquote(item)
		return string(text)
	}
	n, err := d.number(string(item))
	if err != nil {
		d.save(err)
	}
	return n
}

func (d *decoder) anyArray() []any {
	list := []any{}
	for more := d.openBracket(); more; more = d.separator() {
		list = append(list, d.anyValue())
	}
	return list
}

func (d *decoder) anyObject() map[string]any {
	m := map[string]any{}
	for more := d.openBracket(); more; more = d.separator() {
		key, _ := unquote(d.literal())
		d.separator()
		m[string(key)] = d.anyValue()
	}
	return m
}

// number returns a number as an interface holds it.
func (d *decoder) number(text string) (any, error) {
	if d.useNumbers {
		return Number(text), nil
	}
	f, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return nil, &UnmarshalTypeError{Value: "number " + text, Type: reflect.TypeFor[float64](), Offset: int64(d.at)}
	}
	return f, nil
}
