// Package hex writes and reads bytes as two hexadecimal digits each.
package hex

import (
	"errors"
	"io"
	"strconv"
)

const digits = "0123456789abcdef"

// ErrLength says that the number of digits is odd.
var ErrLength = errors.New("encoding/hex: odd length hex string")

// An InvalidByteError is a byte that is no digit.
type InvalidByteError byte

func (e InvalidByteError) Error() string {
	code := []byte("U+00")
	code = append(code, "0123456789ABCDEF"[e>>4], "0123456789ABCDEF"[e&15])
	if strconv.IsPrint(rune(e)) {
		code = append(code, " '"+string(rune(e))+"'"...)
	}
	return "encoding/hex: invalid byte: " + string(code)
}

// EncodedLen is 2n.
func EncodedLen(n int) int { return 2 * n }

// DecodedLen is n/2.
func DecodedLen(n int) int { return n / 2 }

// Encode writes the digits of src to dst and returns their number.
func Encode(dst, src []byte) int {
	for i, c := range src {
		dst[2*i] = digits[c>>4]
		dst[2*i+1] = digits[c&15]
	}
	return 2 * len(src)
}

// AppendEncode appends the digits of src.
func AppendEncode(dst, src []byte) []byte {
	for _, c := range src {
		dst = append(dst, digits[c>>4], digits[c&15])
	}
	return dst
}

// EncodeToString returns the digits of src.
func EncodeToString(src []byte) string { return string(AppendEncode(make([]byte, 0, 2*len(src)), src)) }

// value of a digit, 255 for other bytes.
func value(c byte) byte {
	switch {
	case '0' <= c && c <= '9':
		return c - '0'
	case 'a' <= c && c <= 'f':
		return c - 'a' + 10
	case 'A' <= c && c <= 'F':
		return c - 'A' + 10
	}
	return 255
}

// Decode writes the bytes of the digits in src to dst and returns their number, also if an error ends it early.
func Decode(dst, src []byte) (int, error) {
	n := 0
	for ; 2*n+1 < len(src); n++ {
		high, low := value(src[2*n]), value(src[2*n+1])
		if high > 15 {
			return n, InvalidByteError(src[2*n])
		}
		if low > 15 {
			return n, InvalidByteError(src[2*n+1])
		}
		dst[n] = high<<4 | low
	}
	if len(src)%2 == 1 {
		if last := src[len(src)-1]; value(last) > 15 {
			return n, InvalidByteError(last)
		}
		return n, ErrLength
	}
	return n, nil
}

// AppendDecode appends the bytes of the digits in src; with an error those before it.
func AppendDecode(dst, src []byte) ([]byte, error) {
	n := len(dst)
	dst = append(dst, make([]byte, len(src)/2)...)
	m, err := Decode(dst[n:], src)
	return dst[:n+m], err
}

// DecodeString returns the bytes of the digits in s; with an error those before it.
func DecodeString(s string) ([]byte, error) {
	dst := make([]byte, len(s)/2)
	n, err := Decode(dst, []byte(s))
	return dst[:n], err
}

type encoder struct {
	w   io.Writer
	err error
	out [1024]byte
}

// NewEncoder returns a Writer that writes digits to w.
func NewEncoder(w io.Writer) io.Writer { return &encoder{w: w} }

func (e *encoder) Write(p []byte) (n int, err error) {
	for len(p) > 0 && e.err == nil {
		part := p[:min(len(p), len(e.out)/2)]
		var written int
		written, e.err = e.w.Write(e.out[:Encode(e.out[:], part)])
		n += written / 2
		p = p[len(part):]
	}
	return n, e.err
}

type decoder struct {
	r   io.Reader
	err error
	in  []byte
	buf [1024]byte
}

// NewDecoder returns a Reader of the bytes of the digits that r has, an even number.
func NewDecoder(r io.Reader) io.Reader { return &decoder{r: r} }

func (d *decoder) Read(p []byte) (n int, err error) {
	if len(d.in) < 2 && d.err == nil {
		kept := copy(d.buf[:], d.in)
		var m int
		m, d.err = d.r.Read(d.buf[kept:])
		d.in = d.buf[:kept+m]
		if d.err == io.EOF && len(d.in)%2 != 0 {
			if last := d.in[len(d.in)-1]; value(last) > 15 {
				d.err = InvalidByteError(last)
			} else {
				d.err = io.ErrUnexpectedEOF
			}
		}
	}
	p = p[:min(len(p), len(d.in)/2)]
	n, err = Decode(p, d.in[:2*len(p)])
	d.in = d.in[2*n:]
	if err != nil {
		d.in, d.err = nil, err
	}
	if len(d.in) < 2 {
		return n, d.err
	}
	return n, nil
}

// Dump shows data as `hexdump -C` does.
func Dump(data []byte) string {
	if len(data) == 0 {
		return ""
	}
	d := dumper{}
	d.add(data)
	d.end()
	return string(d.out)
}

// Dumper returns a Writer that shows on w what is written, as Dump does; Close ends the last line.
func Dumper(w io.Writer) io.WriteCloser { return &dumper{w: w} }

type dumper struct {
	w      io.Writer
	out    []byte // not yet written
	line   [16]byte
	count  int // all bytes
	closed bool
}

func (d *dumper) add(data []byte) {
	for _, c := range data {
		at := d.count % 16
		if at == 0 {
			for shift := 28; shift >= 0; shift -= 4 {
				d.out = append(d.out, digits[d.count>>shift&15])
			}
			d.out = append(d.out, ' ')
		}
		if at%8 == 0 {
			d.out = append(d.out, ' ')
		}
		d.out = append(d.out, digits[c>>4], digits[c&15], ' ')
		d.line[at] = c
		d.count++
		if at == 15 {
			d.text(16)
		}
	}
}

// text ends a line with its n bytes as characters.
func (d *dumper) text(n int) {
	d.out = append(d.out, " |"...)
	for _, c := range d.line[:n] {
		if c < ' ' || c > '~' {
			c = '.'
		}
		d.out = append(d.out, c)
	}
	d.out = append(d.out, "|\n"...)
}

func (d *dumper) end() {
	n := d.count % 16
	if n == 0 {
		return
	}
	for i := n; i < 16; i++ {
		if i%8 == 0 {
			d.out = append(d.out, ' ')
		}
		d.out = append(d.out, "   "...)
	}
	d.text(n)
}

func (d *dumper) flush() error {
	_, err := d.w.Write(d.out)
	d.out = d.out[:0]
	return err
}

func (d *dumper) Write(data []byte) (n int, err error) {
	if d.closed {
		return 0, errors.New("encoding/hex: dumper closed")
	}
	if len(data) == 0 {
		return 0, nil
	}
	d.add(data)
	if err := d.flush(); err != nil {
		return 0, err
	}
	return len(data), nil
}

func (d *dumper) Close() error {
	if d.closed {
		return nil
	}
	d.closed = true
	d.end()
	if len(d.out) == 0 {
		return nil
	}
	return d.flush()
}
