package bzip2

import (
	"bufio"
	"io"
)

// A bitReader reads bits, the highest of a byte first. After an error it returns zeros.
type bitReader struct {
	r     io.ByteReader
	bits  uint64
	count uint
	err   error
}

func newBitReader(r io.Reader) bitReader {
	b, ok := r.(io.ByteReader)
	if !ok {
		b = bufio.NewReader(r)
	}
	return bitReader{r: b}
}

// take returns the next n bits, at most 48.
func (b *bitReader) take(n uint) uint64 {
	for b.count < n {
		c, err := b.r.ReadByte()
		if err != nil {
			if err == io.EOF {
				err = io.ErrUnexpectedEOF
			}
			b.err = err
			return 0
		}
		b.bits = b.bits<<8 | uint64(c)
		b.count += 8
	}
	b.count -= n
	return b.bits >> b.count & (1<<n - 1)
}

func (b *bitReader) int(n uint) int { return int(b.take(n)) }
func (b *bitReader) bit() bool      { return b.take(1) == 1 }
