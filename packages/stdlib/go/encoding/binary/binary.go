package binary

import (
	"errors"
	"io"
	"math"
	"reflect"
)

var errBufferTooSmall = errors.New("buffer too small")

// sizeOf is the number of bytes of a value of the type, -1 if it has no fixed size.
func sizeOf(t reflect.Type) int {
	switch t.Kind() {
	case reflect.Bool, reflect.Int8, reflect.Uint8:
		return 1
	case reflect.Int16, reflect.Uint16:
		return 2
	case reflect.Int32, reflect.Uint32, reflect.Float32:
		return 4
	case reflect.Int64, reflect.Uint64, reflect.Float64, reflect.Complex64:
		return 8
	case reflect.Complex128:
		return 16
	case reflect.Array:
		if n := sizeOf(t.Elem()); n >= 0 {
			return n * t.Len()
		}
	case reflect.Struct:
		sum := 0
		for i := range t.NumField() {
			n := sizeOf(t.Field(i).Type)
			if n < 0 {
				return -1
			}
			sum += n
		}
		return sum
	}
	return -1
}

// target is what data, for Read a pointer or slice, refers to, and its size.
func target(data any) (reflect.Value, int) {
	v := reflect.ValueOf(data)
	if !v.IsValid() {
		return v, -1
	}
	if v.Kind() == reflect.Pointer {
		v = v.Elem()
		if !v.IsValid() {
			return v, -1
		}
	}
	if v.Kind() == reflect.Slice {
		n := sizeOf(v.Type().Elem())
		if n < 0 {
			return v, -1
		}
		return v, n * v.Len()
	}
	return v, sizeOf(v.Type())
}

// Size is the number of bytes that Write writes for v, -1 if its type has no fixed size.
func Size(v any) int {
	_, n := target(v)
	return n
}

type coder struct {
	order ByteOrder
	buf   []byte // what is left
}

func (c *coder) next(n int) []byte {
	b := c.buf[:n]
	c.buf = c.buf[n:]
	return b
}

func (c *coder) put(n int, x uint64) {
	b := c.next(n)
	switch n {
	case 1:
		b[0] = byte(x)
	case 2:
		c.order.PutUint16(b, uint16(x))
	case 4:
		c.order.PutUint32(b, uint32(x))
	case 8:
		c.order.PutUint64(b, x)
	}
}

func (c *coder) get(n int) uint64 {
	b := c.next(n)
	switch n {
	case 1:
		return uint64(b[0])
	case 2:
		return uint64(c.order.Uint16(b))
	case 4:
		return uint64(c.order.Uint32(b))
	}
	return c.order.Uint64(b)
}

func (c *coder) encode(v reflect.Value) {
	n := 0
	if v.Kind() != reflect.Slice {
		n = sizeOf(v.Type())
	}
	switch v.Kind() {
	case reflect.Bool:
		var x uint64
		if v.Bool() {
			x = 1
		}
		c.put(1, x)
	case reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		c.put(n, uint64(v.Int()))
	case reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		c.put(n, v.Uint())
	case reflect.Float32:
		c.put(4, uint64(math.Float32bits(float32(v.Float()))))
	case reflect.Float64:
		c.put(8, math.Float64bits(v.Float()))
	case reflect.Complex64:
		c.put(4, uint64(math.Float32bits(float32(real(v.Complex())))))
		c.put(4, uint64(math.Float32bits(float32(imag(v.Complex())))))
	case reflect.Complex128:
		c.put(8, math.Float64bits(real(v.Complex())))
		c.put(8, math.Float64bits(imag(v.Complex())))
	case reflect.Array, reflect.Slice:
		for i := range v.Len() {
			c.encode(v.Index(i))
		}
	case reflect.Struct:
		t := v.Type()
		for i := range t.NumField() {
			if f := t.Field(i); f.Name == "_" {
				clear(c.next(sizeOf(f.Type)))
			} else {
				c.encode(v.Field(i))
			}
		}
	}
}

func (c *coder) decode(v reflect.Value) {
	n := 0
	if v.Kind() != reflect.Slice {
		n = sizeOf(v.Type())
	}
	switch v.Kind() {
	case reflect.Bool:
		v.SetBool(c.get(1) != 0)
	case reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		unused := 64 - 8*n
		v.SetInt(int64(c.get(n)<<unused) >> unused)
	case reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		v.SetUint(c.get(n))
	case reflect.Float32:
		v.SetFloat(float64(math.Float32frombits(uint32(c.get(4)))))
	case reflect.Float64:
		v.SetFloat(math.Float64frombits(c.get(8)))
	case reflect.Complex64:
		re := math.Float32frombits(uint32(c.get(4)))
		im := math.Float32frombits(uint32(c.get(4)))
		v.SetComplex(complex(float64(re), float64(im)))
	case reflect.Complex128:
		re := math.Float64frombits(c.get(8))
		im := math.Float64frombits(c.get(8))
		v.SetComplex(complex(re, im))
	case reflect.Array, reflect.Slice:
		for i := range v.Len() {
			c.decode(v.Index(i))
		}
	case reflect.Struct:
		t := v.Type()
		for i := range t.NumField() {
			if f := t.Field(i); f.Name == "_" {
				c.next(sizeOf(f.Type))
			} else {
				c.decode(v.Field(i))
			}
		}
	}
}

// writable is what can be read into: a pointer to a value of fixed size, or a slice of them.
func writable(data any) (v reflect.Value, size int, err error) {
	v, size = target(data)
	if size < 0 || reflect.ValueOf(data).Kind() != reflect.Pointer && v.Kind() != reflect.Slice {
		name := "nil"
		if data != nil {
			name = reflect.TypeOf(data).String()
		}
		return v, 0, errors.New("invalid type " + name)
	}
	return v, size, nil
}

// Read reads a value of fixed size, to which data points, or the elements of a slice. The error is io.EOF only if there
// is no byte.
func Read(r io.Reader, order ByteOrder, data any) error {
	v, size, err := writable(data)
	if err != nil {
		return errors.New("binary.Read: " + err.Error())
	}
	buf := make([]byte, size)
	if _, err := io.ReadFull(r, buf); err != nil {
		return err
	}
	c := coder{order, buf}
	c.decode(v)
	return nil
}

// Decode is Read from buf; it returns the number of bytes.
func Decode(buf []byte, order ByteOrder, data any) (int, error) {
	v, size, err := writable(data)
	if err != nil {
		return 0, errors.New("binary.Decode: " + err.Error())
	}
	if len(buf) < size {
		return 0, errBufferTooSmall
	}
	c := coder{order, buf[:size]}
	c.decode(v)
	return size, nil
}

// readable is what can be written, also through a pointer.
func readable(function string, data any) (v reflect.Value, size int, err error) {
	v, size = target(data)
	if size < 0 {
		name := "nil"
		if data != nil {
			name = reflect.TypeOf(data).String()
		}
		return v, 0, errors.New(function + ": some values are not fixed-sized in type " + name)
	}
	return v, size, nil
}

// Write writes a value of fixed size, a slice of them, or what data points to.
func Write(w io.Writer, order ByteOrder, data any) error {
	v, size, err := readable("binary.Write", data)
	if err != nil {
		return err
	}
	buf := make([]byte, size)
	c := coder{order, buf}
	c.encode(v)
	_, err = w.Write(buf)
	return err
}

// Encode is Write to buf; it returns the number of bytes.
func Encode(buf []byte, order ByteOrder, data any) (int, error) {
	v, size, err := readable("binary.Encode", data)
	if err != nil {
		return 0, err
	}
	if len(buf) < size {
		return 0, errBufferTooSmall
	}
	c := coder{order, buf[:size]}
	c.encode(v)
	return size, nil
}

// Append is Write to the end of buf.
func Append(buf []byte, order ByteOrder, data any) ([]byte, error) {
	v, size, err := readable("binary.Append", data)
	if err != nil {
		return nil, err
	}
	n := len(buf)
	buf = append(buf, make([]byte, size)...)
	c := coder{order, buf[n:]}
	c.encode(v)
	return buf, nil
}
