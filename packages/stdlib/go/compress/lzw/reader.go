package lzw

import (
	"bufio"
	"errors"
	"io"
)

// A Reader reads what was compressed.
type Reader struct {
	r        io.ByteReader
	order    Order
	bits     uint32
	count    uint
	width    uint // bits of the next code
	litWidth uint
	clear    uint16 // the code to clear the table; that of the end is the next
	next     uint16 // the code that is to be entered; codes if the table is full
	last     uint16 // the code before, codes if there is none
	suffix   [codes]byte
	prefix   [codes]uint16
	// Bytes that are not returned yet are those before at. Codes are expanded from the end of the second half backwards.
	out     [2 * codes]byte
	pending []byte
	filled  int
	err     error
}

// NewReader returns a reader, which is a *Reader, of what r has compressed. Literals have litWidth bits, from 2 to 8, usually 8. If r is no
// io.ByteReader, more of it may be read than the data.
func NewReader(r io.Reader, order Order, litWidth int) io.ReadCloser {
	z := new(Reader)
	z.Reset(r, order, litWidth)
	return z
}

// Reset begins anew.
func (r *Reader) Reset(src io.Reader, order Order, litWidth int) {
	*r = Reader{order: order, err: check(order, litWidth)}
	if r.err != nil {
		return
	}
	b, ok := src.(io.ByteReader)
	if !ok && src != nil {
		b = bufio.NewReader(src)
	}
	r.r = b
	r.litWidth = uint(litWidth)
	r.clear = 1 << litWidth
	r.empty()
}

// empty clears the table.
func (r *Reader) empty() {
	r.next = r.clear + 2
	r.width = r.litWidth + 1
	r.last = codes
}

// code returns the next code.
func (r *Reader) code() (uint16, error) {
	for r.count < r.width {
		c, err := r.r.ReadByte()
		if err != nil {
			return 0, err
		}
		if r.order == LSB {
			r.bits |= uint32(c) << r.count
		} else {
			r.bits |= uint32(c) << (24 - r.count)
		}
		r.count += 8
	}
	var code uint32
	if r.order == LSB {
		code = r.bits & (1<<r.width - 1)
		r.bits >>= r.width
	} else {
		code = r.bits >> (32 - r.width)
		r.bits <<= r.width
	}
	r.count -= r.width
	return uint16(code), nil
}

// Read returns what was compressed.
func (r *Reader) Read(b []byte) (int, error) {
	for len(r.pending) == 0 {
		if r.err != nil {
			return 0, r.err
		}
		r.err = r.decode()
		r.pending = r.out[:r.filled]
	}
	n := copy(b, r.pending)
	r.pending = r.pending[n:]
	return n, nil
}

// decode fills out: as long as the longest text of a code fits.
func (r *Reader) decode() error {
	r.filled = 0
	for r.filled < codes {
		code, err := r.code()
		switch {
		case err == io.EOF:
			return io.ErrUnexpectedEOF
		case err != nil:
			return err
		case code == r.clear:
			r.empty()
			continue
		case code == r.clear+1:
			return io.EOF
		case code > r.next || code == r.next && r.last == codes || r.next == codes && code >= codes:
			return errors.New("lzw: invalid code")
		}
		r.expand(code)
		if r.last != codes && r.next < codes {
			r.prefix[r.next] = r.last
			r.next++
		}
		if r.next < codes {
			if r.next == 1<<r.width && r.width < mostBits {
				r.width++
			}
		}
		r.last = code
	}
	return nil
}

// expand appends the text of a code to out, and notes its first byte as what the code that is entered ends with.
func (r *Reader) expand(code uint16) {
	i := len(r.out)
	c := code
	if code == r.next && r.last != codes {
		// The code that is being entered: the text before with its first byte.
		i--
		c = r.last
	}
	own := i < len(r.out)
	for c > r.clear {
		i--
		r.out[i] = r.suffix[c]
		c = r.prefix[c]
	}
	i--
	r.out[i] = byte(c)
	if own {
		r.out[len(r.out)-1] = byte(c)
	}
	if r.last != codes && r.next < codes {
		r.suffix[r.next] = byte(c)
	}
	r.filled += copy(r.out[r.filled:], r.out[i:])
}

// Close ends; the reader below is not closed.
func (r *Reader) Close() error {
	r.err = errClosed
	return nil
}
