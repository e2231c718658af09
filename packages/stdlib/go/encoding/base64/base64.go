// Package base64 writes and reads bytes in base 64 (RFC 4648).
package base64

import (
	"io"
	"strconv"
)

// An Encoding is an alphabet of 64 bytes, a padding and a strictness.
type Encoding struct {
	encode    [64]byte
	decodeMap [256]byte // 255: not in the alphabet
	pad       rune
	strict    bool
}

const (
	StdPadding rune = '='
	NoPadding  rune = -1
)

const (
	letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
	none    = 255
)

// StdEncoding is the standard one.
var StdEncoding = NewEncoding(letters + "+/")

// URLEncoding is the one for URLs and file names.
var URLEncoding = NewEncoding(letters + "-_")

// RawStdEncoding is StdEncoding without padding.
var RawStdEncoding = StdEncoding.WithPadding(NoPadding)

// RawURLEncoding is URLEncoding without padding.
var RawURLEncoding = URLEncoding.WithPadding(NoPadding)

// NewEncoding returns a padded Encoding with an alphabet of 64 different bytes without line ends; it panics otherwise.
func NewEncoding(encoder string) *Encoding {
	if len(encoder) != 64 {
		panic("encoding alphabet is not 64-bytes long")
	}
	e := &Encoding{pad: StdPadding}
	copy(e.encode[:], encoder)
	for i := range e.decodeMap {
		e.decodeMap[i] = none
	}
	for i := range 64 {
		c := encoder[i]
		switch {
		case c == '\n' || c == '\r':
			panic("encoding alphabet contains newline character")
		case e.decodeMap[c] != none:
			panic("encoding alphabet includes duplicate symbols")
		}
		e.decodeMap[c] = byte(i)
	}
	return e
}

// WithPadding returns the encoding with another padding, or NoPadding; it panics if that is in the alphabet, a line end or
// above 0xFF.
func (enc Encoding) WithPadding(padding rune) *Encoding {
	switch {
	case padding < NoPadding || padding == '\r' || padding == '\n' || padding > 0xFF:
		panic("invalid padding")
	case padding != NoPadding && enc.decodeMap[byte(padding)] != none:
		panic("padding contained in alphabet")
	}
	enc.pad = padding
	return &enc
}

// Strict returns the encoding with the demand that the bits after the last byte are zero.
func (enc Encoding) Strict() *Encoding {
	enc.strict = true
	return &enc
}

// EncodedLen is the length of the encoding of n bytes.
func (enc *Encoding) EncodedLen(n int) int {
	if enc.pad == NoPadding {
		return n/3*4 + (n%3*8+5)/6
	}
	return (n + 2) / 3 * 4
}

// DecodedLen is the most bytes that n bytes of encoding can encode.
func (enc *Encoding) DecodedLen(n int) int {
	if enc.pad == NoPadding {
		return n/4*3 + n%4*6/8
	}
	return n / 4 * 3
}

// AppendEncode appends the encoding of src.
func (enc *Encoding) AppendEncode(dst, src []byte) []byte {
	for ; len(src) >= 3; src = src[3:] {
		bits := uint(src[0])<<16 | uint(src[1])<<8 | uint(src[2])
		dst = append(dst, enc.encode[bits>>18], enc.encode[bits>>12&63], enc.encode[bits>>6&63], enc.encode[bits&63])
	}
	if len(src) == 0 {
		return dst
	}
	bits := uint(src[0]) << 16
	if len(src) == 2 {
		bits |= uint(src[1]) << 8
	}
	dst = append(dst, enc.encode[bits>>18], enc.encode[bits>>12&63])
	if len(src) == 2 {
		dst = append(dst, enc.encode[bits>>6&63])
	}
	if enc.pad != NoPadding {
		for n := len(src); n < 3; n++ {
			dst = append(dst, byte(enc.pad))
		}
	}
	return dst
}

// Encode writes the encoding of src to dst, EncodedLen(len(src)) bytes.
func (enc *Encoding) Encode(dst, src []byte) {
	if len(src) > 0 {
		_ = dst[enc.EncodedLen(len(src))-1]
	}
	enc.AppendEncode(dst[:0], src)
}

// EncodeToString returns the encoding of src.
func (enc *Encoding) EncodeToString(src []byte) string {
	return string(enc.AppendEncode(make([]byte, 0, enc.EncodedLen(len(src))), src))
}

// A CorruptInputError is the position of a byte that is wrong.
type CorruptInputError int64

func (e CorruptInputError) Error() string {
	return "illegal base64 data at input byte " + strconv.FormatInt(int64(e), 10)
}

// quantum decodes up to four bytes from src[at:], line ends not counted. It returns the bytes that they encode, where
// the next ones begin, and whether padding ended the data.
func (enc *Encoding) quantum(dst, src []byte, at int) (n, next int, end bool, err error) {
	var values [4]byte
	count := 0
	i := at
	for count < 4 {
		if i == len(src) {
			if count == 0 {
				return 0, i, false, nil
			}
			if count == 1 || enc.pad != NoPadding {
				return 0, i, false, CorruptInputError(i - count)
			}
			end = true
			break
		}
		c := src[i]
		i++
		if v := enc.decodeMap[c]; v != none {
			values[count] = v
			count++
			continue
		}
		if c == '\n' || c == '\r' {
			continue
		}
		if rune(c) != enc.pad || count < 2 {
			return 0, i, false, CorruptInputError(i - 1)
		}
		if count == 2 { // another one must follow
			i = skipLineEnds(src, i)
			if i == len(src) {
				return 0, i, false, CorruptInputError(len(src))
			}
			if rune(src[i]) != enc.pad {
				return 0, i, false, CorruptInputError(i - 1)
			}
			i++
		}
		i = skipLineEnds(src, i)
		if i < len(src) {
			err = CorruptInputError(i)
		}
		end = true
		break
	}
	bits := uint(values[0])<<18 | uint(values[1])<<12 | uint(values[2])<<6 | uint(values[3])
	n = count * 6 / 8
	out := [3]byte{byte(bits >> 16), byte(bits >> 8), byte(bits)}
	if enc.strict && n < 3 && out[n] != 0 {
		return 0, i, end, CorruptInputError(i - 4 + count)
	}
	copy(dst, out[:n])
	_ = dst[:n]
	return n, i, end, err
}

func skipLineEnds(src []byte, i int) int {
	for i < len(src) && (src[i] == '\n' || src[i] == '\r') {
		i++
	}
	return i
}

// Decode writes what src encodes to dst, at most DecodedLen(len(src)) bytes, and returns their number. Line ends are
// skipped. The error is a CorruptInputError, the bytes before it are written.
func (enc *Encoding) Decode(dst, src []byte) (n int, err error) {
	end := false
	for at := 0; at < len(src) && !end && err == nil; {
		// Four bytes of the alphabet in a row.
		if at+4 <= len(src) && n+3 <= len(dst) {
			a, b, c, d := enc.decodeMap[src[at]], enc.decodeMap[src[at+1]], enc.decodeMap[src[at+2]], enc.decodeMap[src[at+3]]
			if a|b|c|d != none {
				dst[n] = a<<2 | b>>4
				dst[n+1] = b<<4 | c>>2
				dst[n+2] = c<<6 | d
				n += 3
				at += 4
				continue
			}
		}
		var m int
		m, at, end, err = enc.quantum(dst[n:], src, at)
		n += m
	}
	return n, err
}

// AppendDecode appends what src encodes; with an error what is before it.
func (enc *Encoding) AppendDecode(dst, src []byte) ([]byte, error) {
	n, chars := len(dst), len(src)
	for chars > 0 && rune(src[chars-1]) == enc.pad {
		chars--
	}
	if need := chars/4*3 + chars%4*6/8; cap(dst)-n < need {
		dst = append(dst, make([]byte, need)...)
	} else {
		dst = dst[:n+need]
	}
	m, err := enc.Decode(dst[n:], src)
	return dst[:n+m], err
}

// DecodeString returns what s encodes; with an error what is before it.
func (enc *Encoding) DecodeString(s string) ([]byte, error) {
	dst := make([]byte, enc.DecodedLen(len(s)))
	n, err := enc.Decode(dst, []byte(s))
	return dst[:n], err
}

type encoder struct {
	enc  *Encoding
	w    io.Writer
	err  error
	rest []byte // less than three bytes
	out  []byte
}

// NewEncoder returns a Writer that writes the encoding to w; Close writes the end of it.
func NewEncoder(enc *Encoding, w io.Writer) io.WriteCloser { return &encoder{enc: enc, w: w} }

func (e *encoder) Write(p []byte) (n int, err error) {
	n = len(p)
	for len(p) > 0 && e.err == nil {
		part := p[:min(len(p), 768)]
		p = p[len(part):]
		e.rest = append(e.rest, part...)
		whole := len(e.rest) / 3 * 3
		e.out = e.enc.AppendEncode(e.out[:0], e.rest[:whole])
		e.rest = append(e.rest[:0], e.rest[whole:]...)
		if len(e.out) > 0 {
			_, e.err = e.w.Write(e.out)
		}
	}
	if e.err != nil {
		return 0, e.err
	}
	return n, nil
}

func (e *encoder) Close() error {
	if e.err == nil && len(e.rest) > 0 {
		e.out = e.enc.AppendEncode(e.out[:0], e.rest)
		e.rest = e.rest[:0]
		_, e.err = e.w.Write(e.out)
	}
	return e.err
}

type decoder struct {
	enc     *Encoding
	r       io.Reader
	err     error
	readErr error
	in      []byte // read, not decoded, without line ends
	out     []byte // decoded, not given
	buf     [1024]byte
	outBuf  [768]byte
	ended   bool
	offset  int64 // of in
}

// NewDecoder returns a Reader of what the encoding in r is of.
func NewDecoder(enc *Encoding, r io.Reader) io.Reader { return &decoder{enc: enc, r: r} }

func (d *decoder) Read(p []byte) (n int, err error) {
	if len(d.out) > 0 {
		n = copy(p, d.out)
		d.out = d.out[n:]
		return n, nil
	}
	if d.err != nil {
		return 0, d.err
	}
	// At least four bytes, unless there are no more.
	for len(d.in) < 4 && d.readErr == nil {
		kept := copy(d.buf[:], d.in)
		var m int
		m, d.readErr = d.r.Read(d.buf[kept:])
		d.in = d.buf[:kept]
		for _, c := range d.buf[kept : kept+m] {
			if c != '\n' && c != '\r' {
				d.in = append(d.in, c)
			}
		}
	}
	if len(d.in) < 4 {
		if d.readErr != io.EOF {
			d.err = d.readErr
			return 0, d.err
		}
		if len(d.in) == 0 {
			d.err = io.EOF
			return 0, d.err
		}
		if d.enc.pad != NoPadding {
			d.err = io.ErrUnexpectedEOF
			return 0, d.err
		}
	}
	whole := len(d.in)
	if d.readErr == nil || d.enc.pad != NoPadding {
		whole = whole / 4 * 4
	}
	if d.ended {
		d.err = CorruptInputError(d.offset)
		return 0, d.err
	}
	m, err := d.enc.Decode(d.outBuf[:], d.in[:whole])
	d.ended = err == nil && whole > 0 && rune(d.in[whole-1]) == d.enc.pad
	if e, ok := err.(CorruptInputError); ok {
		err = e + CorruptInputError(d.offset)
	}
	d.offset += int64(whole)
	d.in = d.in[whole:]
	d.out = d.outBuf[:m]
	d.err = err
	n = copy(p, d.out)
	d.out = d.out[n:]
	if n == 0 && d.err == nil && len(d.out) == 0 {
		return d.Read(p)
	}
	if len(d.out) > 0 {
		return n, nil
	}
	return n, d.err
}
