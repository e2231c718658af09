// Package gzip reads and writes gzip files: RFC 1952.
package gzip

import (
	"bufio"
	"compress/flate"
	"errors"
	"hash/crc32"
	"internal/byteorder"
	"io"
	"time"
)

// Errors of readers.
var (
	ErrChecksum = errors.New("gzip: invalid checksum")
	ErrHeader   = errors.New("gzip: invalid header")
)

// What files begin with, and the flags of the header.
const (
	magic1, magic2 = 0x1F, 0x8B
	methodDeflate  = 8

	flagHeaderSum = 1 << 1
	flagExtra     = 1 << 2
	flagName      = 1 << 3
	flagComment   = 1 << 4

	mostText = 512 // bytes of a name or comment that is read
)

// A Header says what was compressed. Texts are in Latin-1 in the file.
type Header struct {
	Comment string
	Extra   []byte
	ModTime time.Time
	Name    string
	OS      byte
}

// A Reader reads what a gzip file has compressed. Files after one another read as one.
type Reader struct {
	Header
	r         flate.Reader
	inflater  io.ReadCloser
	sum       uint32
	size      uint32
	head      [mostText]byte
	err       error
	oneMember bool
}

// NewReader returns a Reader of r. If r is no io.ByteReader, more of it may be read than the file.
func NewReader(r io.Reader) (*Reader, error) {
	z := new(Reader)
	if err := z.Reset(r); err != nil {
		return nil, err
	}
	return z, nil
}

// Reset begins anew with another reader.
func (z *Reader) Reset(r io.Reader) error {
	buffered, _ := z.r.(*bufio.Reader)
	*z = Reader{inflater: z.inflater}
	if b, ok := r.(flate.Reader); ok {
		z.r = b
	} else if buffered != nil {
		buffered.Reset(r)
		z.r = buffered
	} else {
		z.r = bufio.NewReader(r)
	}
	z.Header, z.err = z.readHeader()
	return z.err
}

// Multistream says whether files after one another read as one, which is so unless this is called with false. Then a file ends with io.EOF, and
// Reset goes to the next.
func (z *Reader) Multistream(ok bool) { z.oneMember = !ok }

func noEOF(err error) error {
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}

// take reads n bytes of the header.
func (z *Reader) take(n int) ([]byte, error) {
	b := z.head[:n]
	_, err := io.ReadFull(z.r, b)
	z.sum = crc32.Update(z.sum, crc32.IEEETable, b)
	return b, noEOF(err)
}

// text reads a text, which ends with 0.
func (z *Reader) text() (string, error) {
	latin := false
	for i := range z.head {
		c, err := z.r.ReadByte()
		if err != nil {
			return "", noEOF(err)
		}
		z.head[i] = c
		if c >= 0x80 {
			latin = true
		}
		if c != 0 {
			continue
		}
		z.sum = crc32.Update(z.sum, crc32.IEEETable, z.head[:i+1])
		if !latin {
			return string(z.head[:i]), nil
		}
		runes := make([]rune, i)
		for k, c := range z.head[:i] {
			runes[k] = rune(c)
		}
		return string(runes), nil
	}
	return "", ErrHeader
}

// readHeader reads a header. Where nothing is left it returns io.EOF.
func (z *Reader) readHeader() (h Header, err error) {
	z.sum = 0
	b := z.head[:10]
	if _, err := io.ReadFull(z.r, b); err != nil {
		return h, err
	}
	if b[0] != magic1 || b[1] != magic2 || b[2] != methodDeflate {
		return h, ErrHeader
	}
	z.sum = crc32.ChecksumIEEE(b)
	flags := b[3]
	if t := byteorder.LEUint32(b[4:]); t > 0 {
		h.ModTime = time.Unix(int64(t), 0)
	}
	h.OS = b[9]
	if flags&flagExtra != 0 {
		if b, err = z.take(2); err != nil {
			return h, err
		}
		extra := make([]byte, byteorder.LEUint16(b))
		if _, err := io.ReadFull(z.r, extra); err != nil {
			return h, noEOF(err)
		}
		z.sum = crc32.Update(z.sum, crc32.IEEETable, extra)
		h.Extra = extra
	}
	if flags&flagName != 0 {
		if h.Name, err = z.text(); err != nil {
			return h, noEOF(err)
		}
	}
	if flags&flagComment != 0 {
		if h.Comment, err = z.text(); err != nil {
			return h, noEOF(err)
		}
	}
	if flags&flagHeaderSum != 0 {
		sum := z.sum
		if b, err = z.take(2); err != nil {
			return h, err
		}
		if byteorder.LEUint16(b) != uint16(sum) {
			return h, ErrHeader
		}
	}
	z.sum, z.size = 0, 0
	if z.inflater == nil {
		z.inflater = flate.NewReader(z.r)
	} else {
		z.inflater.(flate.Resetter).Reset(z.r, nil)
	}
	return h, nil
}

// Read returns what was compressed. At the end of a file its checksum and length are compared.
func (z *Reader) Read(p []byte) (n int, err error) {
	if z.err != nil {
		return 0, z.err
	}
	for n == 0 {
		n, z.err = z.inflater.Read(p)
		z.sum = crc32.Update(z.sum, crc32.IEEETable, p[:n])
		z.size += uint32(n)
		if z.err != io.EOF {
			return n, z.err
		}
		b := z.head[:8]
		if _, err := io.ReadFull(z.r, b); err != nil {
			z.err = noEOF(err)
			return n, z.err
		}
		if byteorder.LEUint32(b) != z.sum || byteorder.LEUint32(b[4:]) != z.size {
			z.err = ErrChecksum
			return n, z.err
		}
		z.sum, z.size = 0, 0
		if z.oneMember {
			return n, io.EOF
		}
		z.err = nil
		if _, z.err = z.readHeader(); z.err != nil {
			return n, z.err
		}
	}
	return n, nil
}

// Close ends; the reader below is not closed.
func (z *Reader) Close() error { return z.inflater.Close() }
