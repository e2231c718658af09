package zlib

import (
	"compress/flate"
	"fmt"
	"hash"
	"hash/adler32"
	"internal/byteorder"
	"io"
)

// Levels of compression: those of flate.
const (
	NoCompression      = flate.NoCompression
	BestSpeed          = flate.BestSpeed
	BestCompression    = flate.BestCompression
	DefaultCompression = flate.DefaultCompression
	HuffmanOnly        = flate.HuffmanOnly
)

// A Writer compresses what is written to it.
type Writer struct {
	w       io.Writer
	level   int
	dict    []byte
	deflate *flate.Writer
	sum     hash.Hash32
	begun   bool
	err     error
}

// NewWriter returns a Writer to w of the default level.
func NewWriter(w io.Writer) *Writer {
	z, _ := NewWriterLevelDict(w, DefaultCompression, nil)
	return z
}

// NewWriterLevel returns a Writer to w of a level.
func NewWriterLevel(w io.Writer, level int) (*Writer, error) {
	return NewWriterLevelDict(w, level, nil)
}

// NewWriterLevelDict returns a Writer to w of a level, with data that come before, which the reader must know.
func NewWriterLevelDict(w io.Writer, level int, dict []byte) (*Writer, error) {
	if level < HuffmanOnly || level > BestCompression {
		return nil, fmt.Errorf("zlib: invalid compression level: %d", level)
	}
	return &Writer{w: w, level: level, dict: dict}, nil
}

// Reset begins anew with another writer, the same level and the same data that come before.
func (z *Writer) Reset(w io.Writer) {
	if z.deflate != nil {
		z.deflate.Reset(w)
	}
	*z = Writer{w: w, level: z.level, dict: z.dict, deflate: z.deflate}
}

// begin writes the header.
func (z *Writer) begin() (err error) {
	z.begun = true
	z.sum = adler32.New()
	head := []byte{mostWindow<<4 | methodDeflate, 0}
	switch z.level {
	case HuffmanOnly, 0, 1:
	case 2, 3, 4, 5:
		head[1] = 1 << 6
	case 6, DefaultCompression:
		head[1] = 2 << 6
	default:
		head[1] = 3 << 6
	}
	if z.dict != nil {
		head[1] |= dictionaryFlag
	}
	head[1] |= byte(31 - byteorder.BEUint16(head)%31)
	if z.dict != nil {
		head = byteorder.BEAppendUint32(head, adler32.Checksum(z.dict))
	}
	if _, err = z.w.Write(head); err != nil {
		return err
	}
	if z.deflate == nil {
		z.deflate, err = flate.NewWriterDict(z.w, z.level, z.dict)
	}
	return err
}

// ready writes the header if that is still to be done.
func (z *Writer) ready() error {
	if !z.begun {
		z.err = z.begin()
	}
	return z.err
}

// Write compresses p. It may be written later.
func (z *Writer) Write(p []byte) (n int, err error) {
	if z.ready() != nil || len(p) == 0 {
		return 0, z.err
	}
	n, z.err = z.deflate.Write(p)
	if z.err == nil {
		z.sum.Write(p)
	}
	return n, z.err
}

// Flush writes what was compressed, so that readers get all that was written.
func (z *Writer) Flush() error {
	if z.ready() == nil {
		z.err = z.deflate.Flush()
	}
	return z.err
}

// Close writes the rest. The writer below is not closed.
func (z *Writer) Close() error {
	if z.ready() != nil {
		return z.err
	}
	if z.err = z.deflate.Close(); z.err != nil {
		return z.err
	}
	_, z.err = z.w.Write(byteorder.BEAppendUint32(nil, z.sum.Sum32()))
	return z.err
}
