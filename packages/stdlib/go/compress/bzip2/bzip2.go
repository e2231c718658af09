// Package bzip2 reads data that bzip2 has compressed: blocks of runs, sorted by Burrows and Wheeler's transform, moved to front, in Huffman's codes.
package bzip2

import "io"

// A StructuralError says what is wrong with the data.
type StructuralError string

func (s StructuralError) Error() string { return "bzip2 data invalid: " + string(s) }

const (
	fileMagic  = 0x425A // "BZ"
	blockMagic = 0x314159265359
	endMagic   = 0x177245385090
)

type reader struct {
	bits    bitReader
	begun   bool
	done    bool
	level   int
	fileSum uint32
	block   block
}

// NewReader returns a reader of what r has compressed, of one file or several after one another. If r is no io.ByteReader, more of it may
// be read than the data.
func NewReader(r io.Reader) io.Reader {
	return &reader{bits: newBitReader(r)}
}

func (z *reader) Read(p []byte) (n int, err error) {
	if z.done {
		return 0, io.EOF
	}
	n, err = z.read(p)
	// What ended too early explains whatever is wrong with zeros.
	if z.bits.err != nil && err != nil {
		err = z.bits.err
	}
	return n, err
}

func (z *reader) read(p []byte) (n int, err error) {
	if z.bits.err != nil {
		return 0, z.bits.err
	}
	if !z.begun {
		if err := z.header(true); err != nil {
			return 0, err
		}
		z.begun = true
	}
	for {
		n, err := z.block.read(p)
		if err != nil || n > 0 || len(p) == 0 {
			return n, err
		}
		if z.block.open {
			z.block.open = false
			if ^z.block.sum != z.block.wantSum {
				return 0, StructuralError("block checksum mismatch")
			}
		}
		if err := z.next(); err != nil {
			return 0, err
		}
	}
}

// header reads what a file begins with.
func (z *reader) header(withMagic bool) error {
	if withMagic && z.bits.int(16) != fileMagic {
		return z.wrong("bad magic value")
	}
	if z.bits.int(8) != 'h' {
		return z.wrong("non-Huffman entropy encoding")
	}
	level := z.bits.int(8)
	if level < '1' || level > '9' {
		return z.wrong("invalid compression level")
	}
	z.level = level - '0'
	z.fileSum = 0
	return nil
}

// wrong is an error of the data, or that of the reader below.
func (z *reader) wrong(what string) error {
	if z.bits.err != nil {
		return z.bits.err
	}
	return StructuralError(what)
}

// next begins the next block, if need be that of the next file.
func (z *reader) next() error {
	for {
		switch z.bits.take(48) {
		case blockMagic:
			if err := z.block.begin(&z.bits, z.level); err != nil {
				return err
			}
			z.fileSum = (z.fileSum<<1 | z.fileSum>>31) ^ z.block.wantSum
			return z.bits.err
		case endMagic:
			sum := uint32(z.bits.take(32))
			if z.bits.err != nil {
				return z.bits.err
			}
			if sum != z.fileSum {
				return StructuralError("file checksum mismatch")
			}
			if err := z.nextFile(); err != nil {
				return err
			}
		default:
			return z.wrong("bad magic value found")
		}
	}
}

// nextFile goes to the file after, which begins with a byte. It returns io.EOF if there is none.
func (z *reader) nextFile() error {
	z.bits.count -= z.bits.count % 8
	if z.bits.count == 0 {
		c, err := z.bits.r.ReadByte()
		if err != nil {
			if err == io.EOF {
				z.done = true
			}
			return err
		}
		z.bits.bits, z.bits.count = uint64(c), 8
	}
	b := z.bits.int(8)
	c := z.bits.int(8)
	if z.bits.err != nil {
		return z.bits.err
	}
	if b<<8|c != fileMagic {
		return StructuralError("bad magic value in continuation file")
	}
	return z.header(false)
}
