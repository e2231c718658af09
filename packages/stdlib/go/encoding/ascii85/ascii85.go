// Package ascii85 writes and reads bytes in base 85, as btoa and PostScript do.
package ascii85

import (
	"io"
	"strconv"
)

// MaxEncodedLen is the most bytes that the encoding of n bytes has.
func MaxEncodedLen(n int) int { return (n + 3) / 4 * 5 }

// Encode writes the encoding of src to dst, which has room for MaxEncodedLen(len(src)) bytes, and returns its length. A last group of less than four bytes
// counts as the end of all.
func Encode(dst, src []byte) int {
	n := 0
	for len(src) > 0 {
		size := min(len(src), 4)
		v := uint32(0)
		for i := range 4 {
			v <<= 8
			if i < size {
				v |= uint32(src[i])
			}
		}
		src = src[size:]
		if v == 0 && size == 4 {
			dst[n] = 'z'
			n++
			continue
		}
		var group [5]byte
		for i := 4; i >= 0; i-- {
			group[i] = '!' + byte(v%85)
			v /= 85
		}
		n += copy(dst[n:n+size+1], group[:size+1])
	}
	return n
}

// A CorruptInputError is the position of a byte that is wrong.
type CorruptInputError int64

func (e CorruptInputError) Error() string {
	return "illegal ascii85 data at input byte " + strconv.FormatInt(int64(e), 10)
}

// Decode writes what src encodes to dst; space does not count. It returns how much was written and read: without flush, whole groups only; with it, a
// last one may be shorter. It stops where dst has no room for four bytes.
func Decode(dst, src []byte, flush bool) (ndst, nsrc int, err error) {
	v, count := uint32(0), 0
	for i, c := range src {
		if len(dst)-ndst < 4 {
			return ndst, nsrc, nil
		}
		switch {
		case c <= ' ':
			continue
		case c == 'z' && count == 0:
			v, count = 0, 5
		case '!' <= c && c <= 'u':
			v = v*85 + uint32(c-'!')
			count++
		default:
			return 0, 0, CorruptInputError(i)
		}
		if count == 5 {
			nsrc = i + 1
			dst[ndst], dst[ndst+1], dst[ndst+2], dst[ndst+3] = byte(v>>24), byte(v>>16), byte(v>>8), byte(v)
			ndst += 4
			v, count = 0, 0
		}
	}
	if !flush {
		return ndst, nsrc, nil
	}
	nsrc = len(src)
	if count == 0 {
		return ndst, nsrc, nil
	}
	if count == 1 {
		return 0, 0, CorruptInputError(len(src))
	}
	for range 5 - count {
		v = v*85 + 84
	}
	for range count - 1 {
		dst[ndst] = byte(v >> 24)
		v <<= 8
		ndst++
	}
	return ndst, nsrc, nil
}

type encoder struct {
	w    io.Writer
	err  error
	rest []byte
	out  [1024]byte
}

// NewEncoder returns what writes the encoding of what is written to it; Close writes the last group.
func NewEncoder(w io.Writer) io.WriteCloser { return &encoder{w: w} }

func (e *encoder) Write(p []byte) (n int, err error) {
	for len(p) > 0 && e.err == nil {
		k := min(len(p), 800-len(e.rest))
		e.rest = append(e.rest, p[:k]...)
		p = p[k:]
		n += k
		whole := len(e.rest) &^ 3
		if whole > 0 {
			_, e.err = e.w.Write(e.out[:Encode(e.out[:], e.rest[:whole])])
		}
		e.rest = append(e.rest[:0], e.rest[whole:]...)
	}
	return n, e.err
}

func (e *encoder) Close() error {
	if e.err == nil && len(e.rest) > 0 {
		_, e.err = e.w.Write(e.out[:Encode(e.out[:], e.rest)])
		e.rest = e.rest[:0]
	}
	return e.err
}

type decoder struct {
	r       io.Reader
	err     error
	readErr error
	buf     [1024]byte
	n       int // in buf
	out     []byte
	room    [1024]byte
	offset  int64
}

// NewDecoder returns what reads the bytes that r encodes.
func NewDecoder(r io.Reader) io.Reader { return &decoder{r: r} }

func (d *decoder) Read(p []byte) (n int, err error) {
	if len(p) == 0 {
		return 0, nil
	}
	for {
		if len(d.out) > 0 {
			n = copy(p, d.out)
			d.out = d.out[n:]
			return n, nil
		}
		if d.err != nil {
			return 0, d.err
		}
		if d.n > 0 {
			ndst, nsrc, wrong := Decode(d.room[:], d.buf[:d.n], d.readErr != nil)
			if wrong != nil {
				if at, ok := wrong.(CorruptInputError); ok {
					wrong = CorruptInputError(d.offset + int64(at))
				}
				d.err = wrong
				continue
			}
			if ndst > 0 || nsrc > 0 {
				d.out = d.room[:ndst]
				d.n = copy(d.buf[:], d.buf[nsrc:d.n])
				d.offset += int64(nsrc)
				continue
			}
			if d.n == len(d.buf) {
				// Nothing but space, and perhaps the beginning of a group.
				kept := 0
				for _, c := range d.buf[:d.n] {
					if c > ' ' {
						d.buf[kept] = c
						kept++
					}
				}
				d.offset += int64(d.n - kept)
				d.n = kept
			}
		}
		if d.readErr != nil {
			d.err = d.readErr
			continue
		}
		k, failure := d.r.Read(d.buf[d.n:])
		d.n += k
		d.readErr = failure
	}
}
