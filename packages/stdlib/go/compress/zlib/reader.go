// Package zlib reads and writes data in the format zlib: RFC 1950.
package zlib

import (
	"bufio"
	"compress/flate"
	"errors"
	"hash"
	"hash/adler32"
	"internal/byteorder"
	"io"
)

// Errors of readers.
var (
	ErrChecksum   = errors.New("zlib: invalid checksum")
	ErrDictionary = errors.New("zlib: invalid dictionary")
	ErrHeader     = errors.New("zlib: invalid header")
)

const (
	methodDeflate  = 8
	mostWindow     = 7 // a window of 2^(7+8) bytes
	dictionaryFlag = 0x20
)

// A Resetter is what NewReader returns: Reset begins anew with another reader.
type Resetter interface {
	Reset(r io.Reader, dict []byte) error
}

type reader struct {
	r        flate.Reader
	inflater io.ReadCloser
	sum      hash.Hash32
	err      error
}

// NewReader returns a reader of the data that r has compressed. If r is no io.ByteReader, more of it may be read than the data.
func NewReader(r io.Reader) (io.ReadCloser, error) { return NewReaderDict(r, nil) }

// NewReaderDict is NewReader with what comes before the data, if they were compressed so.
func NewReaderDict(r io.Reader, dict []byte) (io.ReadCloser, error) {
	z := new(reader)
	if err := z.Reset(r, dict); err != nil {
		return nil, err
	}
	return z, nil
}

func noEOF(err error) error {
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}

func (z *reader) Reset(r io.Reader, dict []byte) error {
	*z = reader{inflater: z.inflater, sum: adler32.New()}
	if b, ok := r.(flate.Reader); ok {
		z.r = b
	} else {
		z.r = bufio.NewReader(r)
	}
	z.err = z.begin(dict)
	return z.err
}

// begin reads the header.
func (z *reader) begin(dict []byte) error {
	var head [4]byte
	if _, err := io.ReadFull(z.r, head[:2]); err != nil {
		return noEOF(err)
	}
	if head[0]&15 != methodDeflate || head[0]>>4 > mostWindow || byteorder.BEUint16(head[:])%31 != 0 {
		return ErrHeader
	}
	if head[1]&dictionaryFlag == 0 {
		dict = nil
	} else {
		if _, err := io.ReadFull(z.r, head[:]); err != nil {
			return noEOF(err)
		}
		if byteorder.BEUint32(head[:]) != adler32.Checksum(dict) {
			return ErrDictionary
		}
	}
	if z.inflater == nil {
		z.inflater = flate.NewReaderDict(z.r, dict)
		return nil
	}
	return z.inflater.(flate.Resetter).Reset(z.r, dict)
}

// Read returns what was compressed. At the end the checksum is compared.
func (z *reader) Read(p []byte) (n int, err error) {
	if z.err != nil {
		return 0, z.err
	}
	n, z.err = z.inflater.Read(p)
	z.sum.Write(p[:n])
	if z.err != io.EOF {
		return n, z.err
	}
	var end [4]byte
	if _, err := io.ReadFull(z.r, end[:]); err != nil {
		z.err = noEOF(err)
	} else if byteorder.BEUint32(end[:]) != z.sum.Sum32() {
		z.err = ErrChecksum
	}
	return n, z.err
}

// Close ends; the reader below is not closed.
func (z *reader) Close() error {
	if z.err != nil && z.err != io.EOF {
		return z.err
	}
	z.err = z.inflater.Close()
	return z.err
}
