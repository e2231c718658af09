package gzip

import (
	"compress/flate"
	"errors"
	"fmt"
	"hash/crc32"
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

// A Writer compresses what is written to it. Its Header can be set before the first write.
type Writer struct {
	Header
	w       io.Writer
	level   int
	begun   bool
	closed  bool
	deflate *flate.Writer
	sum     uint32
	size    uint32
	err     error
}

// unknownOS is the number of a system that is not told.
const unknownOS = 255

// NewWriter returns a Writer to w of the default level.
func NewWriter(w io.Writer) *Writer {
	z, _ := NewWriterLevel(w, DefaultCompression)
	return z
}

// NewWriterLevel returns a Writer to w of a level.
func NewWriterLevel(w io.Writer, level int) (*Writer, error) {
	if level < HuffmanOnly || level > BestCompression {
		return nil, fmt.Errorf("gzip: invalid compression level: %d", level)
	}
	z := &Writer{level: level}
	z.Reset(w)
	return z, nil
}

// Reset begins anew with another writer and the same level.
func (z *Writer) Reset(w io.Writer) {
	if z.deflate != nil {
		z.deflate.Reset(w)
	}
	*z = Writer{Header: Header{OS: unknownOS}, w: w, level: z.level, deflate: z.deflate}
}

// appendText appends a text in Latin-1, and 0.
func appendText(b []byte, s string) ([]byte, error) {
	for _, r := range s {
		if r == 0 || r > 0xFF {
			return b, errors.New("gzip.Write: non-Latin-1 header string")
		}
		b = append(b, byte(r))
	}
	return append(b, 0), nil
}

// begin writes the header.
func (z *Writer) begin() error {
	z.begun = true
	h := []byte{magic1, magic2, methodDeflate, 0, 0, 0, 0, 0, 0, z.OS}
	if t := z.ModTime.Unix(); t > 0 {
		byteorder.LEPutUint32(h[4:], uint32(t))
	}
	switch z.level {
	case BestCompression:
		h[8] = 2
	case BestSpeed:
		h[8] = 4
	}
	var err error
	if z.Extra != nil {
		h[3] |= flagExtra
		if len(z.Extra) > 0xFFFF {
			return errors.New("gzip.Write: Extra data is too large")
		}
		h = append(byteorder.LEAppendUint16(h, uint16(len(z.Extra))), z.Extra...)
	}
	if z.Name != "" {
		h[3] |= flagName
		if h, err = appendText(h, z.Name); err != nil {
			return err
		}
	}
	if z.Comment != "" {
		h[3] |= flagComment
		if h, err = appendText(h, z.Comment); err != nil {
			return err
		}
	}
	if _, err = z.w.Write(h); err != nil {
		return err
	}
	if z.deflate == nil {
		z.deflate, err = flate.NewWriter(z.w, z.level)
	}
	return err
}

// Write compresses p. It may be written later.
func (z *Writer) Write(p []byte) (n int, err error) {
	if z.err != nil {
		return 0, z.err
	}
	if !z.begun {
		if z.err = z.begin(); z.err != nil {
			return 0, z.err
		}
	}
	z.size += uint32(len(p))
	z.sum = crc32.Update(z.sum, crc32.IEEETable, p)
	n, z.err = z.deflate.Write(p)
	return n, z.err
}

// Flush writes what was compressed, so that readers get all that was written.
func (z *Writer) Flush() error {
	if z.err != nil || z.closed {
		return z.err
	}
	if !z.begun {
		if _, z.err = z.Write(nil); z.err != nil {
			return z.err
		}
	}
	z.err = z.deflate.Flush()
	return z.err
}

// Close writes the rest. The writer below is not closed.
func (z *Writer) Close() error {
	if z.err != nil || z.closed {
		return z.err
	}
	z.closed = true
	if !z.begun {
		if z.Write(nil); z.err != nil {
			return z.err
		}
	}
	if z.err = z.deflate.Close(); z.err != nil {
		return z.err
	}
	var end [8]byte
	byteorder.LEPutUint32(end[:], z.sum)
	byteorder.LEPutUint32(end[4:], z.size)
	_, z.err = z.w.Write(end[:])
	return z.err
}
