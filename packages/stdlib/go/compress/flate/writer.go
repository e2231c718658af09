package flate

import (
	"errors"
	"fmt"
	"io"
)

// Levels of compression.
const (
	NoCompression      = 0
	BestSpeed          = 1
	BestCompression    = 9
	DefaultCompression = -1
	HuffmanOnly        = -2 // short codes for frequent bytes, no search for what repeats
)

// A Writer compresses what is written to it.
type Writer struct {
	m    matcher
	dict []byte
	err  error
}

var errClosed = errors.New("flate: closed writer")

// NewWriter returns a Writer to w of a level from HuffmanOnly to BestCompression.
func NewWriter(w io.Writer, level int) (*Writer, error) {
	if level < HuffmanOnly || level > BestCompression {
		return nil, fmt.Errorf("flate: invalid compression level %d: want value in range [-2, 9]", level)
	}
	if level == DefaultCompression {
		level = 6
	}
	z := new(Writer)
	z.m.init(level)
	z.m.blocks.reset(w)
	return z, nil
}

// NewWriterDict is NewWriter with data that come before, which the reader must know.
func NewWriterDict(w io.Writer, level int, dict []byte) (*Writer, error) {
	z, err := NewWriter(w, level)
	if err != nil {
		return nil, err
	}
	z.dict = append([]byte(nil), dict[max(0, len(dict)-windowSize):]...)
	z.m.setHistory(z.dict)
	return z, nil
}

// Write compresses data. They may be written later.
func (w *Writer) Write(data []byte) (n int, err error) {
	if w.err != nil {
		return 0, w.err
	}
	for len(data) > 0 {
		k := w.m.fill(data)
		data = data[k:]
		n += k
		if w.m.full() {
			if w.err = w.m.compress(); w.err != nil {
				return n, w.err
			}
		}
	}
	return n, nil
}

// Flush writes what was compressed, and a mark by which readers get all that was written.
func (w *Writer) Flush() error {
	if w.err == nil {
		w.err = w.end(false)
	}
	return w.err
}

func (w *Writer) end(last bool) error {
	if err := w.m.compress(); err != nil {
		return err
	}
	w.m.blocks.stored(nil, last)
	return w.m.blocks.flush()
}

// Close writes the rest.
func (w *Writer) Close() error {
	if w.err == errClosed {
		return nil
	}
	if w.err != nil {
		return w.err
	}
	if err := w.end(true); err != nil {
		w.err = err
		return err
	}
	w.err = errClosed
	return nil
}

// Reset begins anew with another writer, the same level and the same data that come before.
func (w *Writer) Reset(dst io.Writer) {
	w.err = nil
	w.m.blocks.reset(dst)
	w.m.reset()
	if w.dict != nil {
		w.m.setHistory(w.dict)
	}
}
