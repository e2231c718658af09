package lzw

import (
	"errors"
	"io"
)

const (
	tableSize = 4 * codes
	outBytes  = 4096
)

// A Writer compresses what is written to it.
type Writer struct {
	w        io.Writer
	order    Order
	bits     uint32
	count    uint
	width    uint
	litWidth uint
	next     uint32 // the last code that was entered
	prefix   uint32 // the code of the text so far, none if there is none
	out      []byte
	// table finds the code of a text and a byte: the key at bit 12 with 1 added, the code below. It is searched from a place that follows from the key.
	table [tableSize]uint32
	err   error
}

const none = 1 << 31

// NewWriter returns a writer, which is a *Writer, to w. Literals have litWidth bits, from 2 to 8, usually 8; what is written must be less than 2^litWidth.
func NewWriter(w io.Writer, order Order, litWidth int) io.WriteCloser {
	z := new(Writer)
	z.Reset(w, order, litWidth)
	return z
}

// Reset begins anew.
func (w *Writer) Reset(dst io.Writer, order Order, litWidth int) {
	w.w, w.order, w.err = dst, order, check(order, litWidth)
	w.bits, w.count, w.out = 0, 0, w.out[:0]
	w.litWidth, w.prefix = uint(litWidth), none
	w.empty()
}

// empty clears the table.
func (w *Writer) empty() {
	w.table = [tableSize]uint32{}
	w.width = w.litWidth + 1
	w.next = 1<<w.litWidth + 1
}

func (w *Writer) put(code uint32) {
	if w.order == LSB {
		w.bits |= code << w.count
	} else {
		w.bits |= code << (32 - w.width - w.count)
	}
	for w.count += w.width; w.count >= 8; w.count -= 8 {
		if w.order == LSB {
			w.out = append(w.out, byte(w.bits))
			w.bits >>= 8
		} else {
			w.out = append(w.out, byte(w.bits>>24))
			w.bits <<= 8
		}
	}
	if len(w.out) >= outBytes {
		w.flush()
	}
}

func (w *Writer) flush() {
	if w.err == nil && len(w.out) > 0 {
		_, w.err = w.w.Write(w.out)
	}
	w.out = w.out[:0]
}

// enter counts a code that is entered, and reports whether there was one left. Otherwise the table is cleared.
func (w *Writer) enter() bool {
	w.next++
	if w.next == 1<<w.width {
		w.width++
	}
	if w.next < codes-1 {
		return true
	}
	w.width = min(w.width, mostBits)
	w.put(1 << w.litWidth)
	w.empty()
	return false
}

// Write compresses p. It may be written later.
func (w *Writer) Write(p []byte) (n int, err error) {
	if w.err != nil {
		return 0, w.err
	}
	if w.litWidth < byteBits {
		for _, c := range p {
			if c>>w.litWidth != 0 {
				w.err = errors.New("lzw: input byte too large for the litWidth")
				return 0, w.err
			}
		}
	}
	rest := p
	if w.prefix == none && len(rest) > 0 {
		w.put(1 << w.litWidth)
		w.prefix = uint32(rest[0])
		rest = rest[1:]
	}
	prefix := w.prefix
search:
	for _, c := range rest {
		key := (prefix<<8 | uint32(c)) + 1
		at := key * 0x9E3779B1 >> 18
		for ; w.table[at] != 0; at = (at + 1) % tableSize {
			if e := w.table[at]; e>>mostBits == key {
				prefix = e % codes
				continue search
			}
		}
		w.put(prefix)
		prefix = uint32(c)
		if w.enter() {
			w.table[at] = key<<mostBits | w.next
		}
	}
	w.prefix = prefix
	if w.err != nil {
		return 0, w.err
	}
	return len(p), nil
}

// Close writes the rest. The writer below is not closed.
func (w *Writer) Close() error {
	if w.err != nil {
		if w.err == errClosed {
			return nil
		}
		return w.err
	}
	if w.prefix == none {
		w.put(1 << w.litWidth)
	} else {
		w.put(w.prefix)
		w.enter()
	}
	w.put(1<<w.litWidth + 1)
	if w.count > 0 {
		if w.order == MSB {
			w.bits >>= 24
		}
		w.out = append(w.out, byte(w.bits))
	}
	w.flush()
	if w.err != nil {
		return w.err
	}
	w.err = errClosed
	return nil
}
