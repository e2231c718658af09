// Package base32 writes and reads bytes in base 32 (RFC 4648).
package base32

import (
	"io"
	"strconv"
)

// An Encoding is an alphabet of 32 bytes and a padding.
type Encoding struct {
	encode    [32]byte
	decodeMap [256]byte // 255: not in the alphabet
	padChar   rune
}

const (
	StdPadding rune = '='
	NoPadding  rune = -1
)

const none = 255

// StdEncoding is the standard one.
var StdEncoding = NewEncoding("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")

// HexEncoding is the one in which encoded bytes sort as what they encode.
var HexEncoding = NewEncoding("0123456789ABCDEFGHIJKLMNOPQRSTUV")

// NewEncoding returns a padded Encoding with an alphabet of 32 different bytes without line ends; it panics otherwise.
func NewEncoding(encoder string) *Encoding {
	if len(encoder) != 32 {
		panic("encoding alphabet is not 32-bytes long")
	}
	e := &Encoding{padChar: StdPadding}
	copy(e.encode[:], encoder)
	for i := range e.decodeMap {
		e.decodeMap[i] = none
	}
	for i := range 32 {
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
	enc.padChar = padding
	return &enc
}

// EncodedLen is the length of the encoding of n bytes.
func (enc *Encoding) EncodedLen(n int) int {
	if enc.padChar == NoPadding {
		return n/5*8 + (n%5*8+4)/5
	}
	return (n + 4) / 5 * 8
}

// DecodedLen is the most bytes that n bytes of encoding can encode.
func (enc *Encoding) DecodedLen(n int) int {
	if enc.padChar == NoPadding {
		return n/8*5 + n%8*5/8
	}
	return n / 8 * 5
}

// AppendEncode appends the encoding of src.
func (enc *Encoding) AppendEncode(dst, src []byte) []byte {
	for len(src) > 0 {
		n := min(len(src), 5)
		bits := uint64(0)
		for i := range 5 {
			bits <<= 8
			if i < n {
				bits |= uint64(src[i])
			}
		}
		src = src[n:]
		digits := (n*8 + 4) / 5
		for i := range digits {
			dst = append(dst, enc.encode[bits>>(35-5*i)&31])
		}
		if enc.padChar != NoPadding {
			for range 8 - digits {
				dst = append(dst, byte(enc.padChar))
			}
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

// A CorruptInputError is the position of a byte that is wrong, line ends not counted.
type CorruptInputError int64

func (e CorruptInputError) Error() string {
	return "illegal base32 data at input byte " + strconv.FormatInt(int64(e), 10)
}

// bytesOf is how many bytes a number of digits encodes; some numbers are wrong.
var bytesOf = [9]int{2: 1, 4: 2, 5: 3, 7: 4, 8: 5}

// decode decodes src, which has no line ends, and reports whether padding or a lack of it ended the data.
func (enc *Encoding) decode(dst, src []byte) (n int, end bool, err error) {
	at := 0
	for at < len(src) && !end {
		bits := uint64(0)
		count := 0
		for ; count < 8; count++ {
			if at == len(src) {
				if enc.padChar != NoPadding {
					return n, false, CorruptInputError(at - count)
				}
				end = true
				break
			}
			c := src[at]
			at++
			if left := len(src) - at; rune(c) == enc.padChar && count >= 2 && left < 8 {
				if left+count < 7 {
					return n, false, CorruptInputError(len(src))
				}
				for k := range 7 - count {
					if left > k && rune(src[at+k]) != enc.padChar {
						return n, false, CorruptInputError(at + k - 1)
					}
				}
				if bytesOf[count] == 0 {
					return n, false, CorruptInputError(at - 1)
				}
				end = true
				break
			}
			value := enc.decodeMap[c]
			if value == none {
				return n, false, CorruptInputError(at - 1)
			}
			bits |= uint64(value) << (35 - 5*count)
		}
		for i := range bytesOf[count] {
			dst[n+i] = byte(bits >> (32 - 8*i))
		}
		n += bytesOf[count]
	}
	return n, end, nil
}

// withoutLineEnds copies src without line ends to dst, which may be the same, and returns how much is left.
func withoutLineEnds(dst, src []byte) int {
	n := 0
	for _, c := range src {
		if c != '\r' && c != '\n' {
			dst[n] = c
			n++
		}
	}
	return n
}

// Decode writes what src encodes to dst, and returns how many bytes; line ends do not count. dst has room for DecodedLen(len(src)).
func (enc *Encoding) Decode(dst, src []byte) (n int, err error) {
	buf := make([]byte, len(src))
	n, _, err = enc.decode(dst, buf[:withoutLineEnds(buf, src)])
	return n, err
}

// AppendDecode appends what src encodes.
func (enc *Encoding) AppendDecode(dst, src []byte) ([]byte, error) {
	buf := make([]byte, len(src))
	n, _, err := enc.decode(buf, buf[:withoutLineEnds(buf, src)])
	return append(dst, buf[:n]...), err
}

// DecodeString returns what s encodes, up to an error.
func (enc *Encoding) DecodeString(s string) ([]byte, error) {
	buf := []byte(s)
	n, _, err := enc.decode(buf, buf[:withoutLineEnds(buf, buf)])
	return buf[:n], err
}

type encoder struct {
	enc  *Encoding
	w    io.Writer
	err  error
	rest []byte
	out  []byte
}

// NewEncoder returns what writes the encoding of what is written to it; Close writes the last group.
func NewEncoder(enc *Encoding, w io.Writer) io.WriteCloser { return &encoder{enc: enc, w: w} }

func (e *encoder) Write(p []byte) (n int, err error) {
	for len(p) > 0 && e.err == nil {
		k := min(len(p), 640-len(e.rest))
		e.rest = append(e.rest, p[:k]...)
		p = p[k:]
		n += k
		whole := len(e.rest) / 5 * 5
		e.out = e.enc.AppendEncode(e.out[:0], e.rest[:whole])
		if whole > 0 {
			_, e.err = e.w.Write(e.out)
		}
		e.rest = append(e.rest[:0], e.rest[whole:]...)
	}
	return n, e.err
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
	enc  *Encoding
	r    io.Reader
	err  error
	end  bool
	buf  [1024]byte
	n    int // in buf
	out  []byte
	room [640]byte
}

// NewDecoder returns what reads the bytes that r encodes, line ends not counted.
func NewDecoder(enc *Encoding, r io.Reader) io.Reader { return &decoder{enc: enc, r: r} }

func (d *decoder) Read(p []byte) (n int, err error) {
	for {
		if len(d.out) > 0 {
			n = copy(p, d.out)
			d.out = d.out[n:]
			return n, nil
		}
		if d.err != nil {
			return 0, d.err
		}
		var failure error
		// Without padding, only the end of all shows that the last group is shorter.
		for (d.n < 8 || d.enc.padChar == NoPadding && d.n%8 != 0) && d.n < len(d.buf) && failure == nil {
			var k int
			k, failure = d.r.Read(d.buf[d.n:])
			d.n += withoutLineEnds(d.buf[d.n:], d.buf[d.n:d.n+k])
		}
		whole := d.n &^ 7
		if failure != nil {
			d.err = failure
			if failure == io.EOF && d.n > whole {
				if d.enc.padChar == NoPadding {
					whole = d.n
				} else if whole == 0 {
					d.err = io.ErrUnexpectedEOF
				}
			}
		}
		if whole == 0 {
			continue
		}
		if d.end {
			d.err = CorruptInputError(0)
			continue
		}
		k, end, wrong := d.enc.decode(d.room[:], d.buf[:whole])
		d.end = end
		d.n = copy(d.buf[:], d.buf[whole:d.n])
		d.out = d.room[:k]
		if wrong != nil && (failure == nil || failure == io.EOF) {
			d.err = wrong
		}
	}
}
