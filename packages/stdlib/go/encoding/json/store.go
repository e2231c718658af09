package json

import (
	"encoding/base64"
	"fmt"
	"reflect"
	"strconv"
)

// misquoted is the error of a field with the option string whose string holds something else.
func misquoted(item []byte, t reflect.Type) error {
	return fmt.Errorf("json: invalid use of ,string struct tag, trying to unmarshal %q into %v", item, t)
}

// store puts a string, number or word into v. quoted: it stood in a string, and may be no literal at all.
func (d *decoder) store(item []byte, v reflect.Value, quoted bool) error {
	if len(item) == 0 {
		d.save(misquoted(item, v.Type()))
		return nil
	}
	null := item[0] == 'n'
	r := receiverOf(v, null)
	if r.json != nil {
		return r.json.UnmarshalJSON(item)
	}
	if r.text != nil {
		return d.storeText(item, v, r, quoted)
	}
	v = r.variable
	switch c := item[0]; {
	case null:
		if quoted && string(item) != "null" {
			d.save(misquoted(item, v.Type()))
			return nil
		}
		switch v.Kind() {
		case reflect.Interface, reflect.Pointer, reflect.Map, reflect.Slice:
			v.SetZero()
		}
	case c == 't', c == 'f':
		d.storeBool(item, v, quoted)
	case c == '"':
		return d.storeString(item, v, quoted)
	default:
		return d.storeNumber(item, v, quoted)
	}
	return nil
}

func (d *decoder) storeText(item []byte, v reflect.Value, r receiver, quoted bool) error {
	if item[0] == '"' {
		text, ok := unquote(item)
		if !ok {
			return misquoted(item, v.Type())
		}
		return r.text.UnmarshalText(text)
	}
	if quoted {
		d.save(misquoted(item, v.Type()))
		return nil
	}
	what := "number"
	if item[0] == 't' || item[0] == 'f' {
		what = "bool"
	}
	d.mismatch(what, v.Type(), d.at)
	return nil
}

// misfit saves that a literal does not fit.
func (d *decoder) misfit(what string, item []byte, t reflect.Type, quoted bool) {
	if quoted {
		d.save(misquoted(item, t))
		return
	}
	d.mismatch(what, t, d.at)
}

func (d *decoder) storeBool(item []byte, v reflect.Value, quoted bool) {
	value := item[0] == 't'
	switch {
	case quoted && string(item) != "true" && string(item) != "false":
		d.save(misquoted(item, v.Type()))
	case v.Kind() == reflect.Bool:
		v.SetBool(value)
	case isAny(v):
		v.Set(reflect.ValueOf(value))
	default:
		d.misfit("bool", item, v.Type(), quoted)
	}
}

func (d *decoder) storeString(item []byte, v reflect.Value, quoted bool) error {
	text, ok := unquote(item)
	if !ok {
		return misquoted(item, v.Type())
	}
	switch {
	case v.Kind() == reflect.Slice && v.Type().Elem().Kind() == reflect.Uint8:
		bytes := make([]byte, base64.StdEncoding.DecodedLen(len(text)))
		n, err := base64.StdEncoding.Decode(bytes, text)
		if err != nil {
			d.save(err)
			return nil
		}
		v.SetBytes(bytes[:n])
	case v.Kind() == reflect.String:
		if v.Type() == numberType && !isValidNumber(string(text)) {
			return fmt.Errorf("json: invalid number literal, trying to unmarshal %q into Number", item)
		}
		v.SetString(string(text))
	case isAny(v):
		v.Set(reflect.ValueOf(string(text)))
	default:
		d.mismatch("string", v.Type(), d.at)
	}
	return nil
}

func (d *decoder) storeNumber(item []byte, v reflect.Value, quoted bool) error {
	c := item[0]
	if c != '-' && !isDigit(c) {
		return misquoted(item, v.Type())
	}
	text := string(item)
	fits := true
	switch {
	case v.Kind() == reflect.Interface:
		if !isAny(v) {
			d.mismatch("number", v.Type(), d.at)
			return nil
		}
		n, err := d.number(text)
		if err != nil {
			d.save(err)
			return nil
		}
		v.Set(reflect.ValueOf(n))
	case v.CanInt():
		n, err := strconv.ParseInt(text, 10, 64)
		if fits = err == nil && !v.OverflowInt(n); fits {
			v.SetInt(n)
		}
	case v.CanUint():
		n, err := strconv.ParseUint(text, 10, 64)
		if fits = err == nil && !v.OverflowUint(n); fits {
			v.SetUint(n)
		}
	case v.CanFloat():
		n, err := strconv.ParseFloat(text, v.Type().Bits())
		if fits = err == nil && !v.OverflowFloat(n); fits {
			v.SetFloat(n)
		}
	case v.Type() == numberType:
		v.SetString(text)
	case quoted:
		return misquoted(item, v.Type())
	default:
		d.mismatch("number", v.Type(), d.at)
	}
	if !fits {
		d.mismatch("number "+text, v.Type(), d.at)
	}
	return nil
}
