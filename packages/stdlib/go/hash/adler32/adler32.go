// Package adler32 has the checksum of RFC 1950.
package adler32

import (
	"errors"
	"hash"
	"internal/byteorder"
)

// Size is the number of bytes of a checksum.
const Size = 4

const (
	modulus = 65521
	most    = 5552 // bytes until the sums can overflow 32 bits
)

type digest struct{ a, b uint32 }

func (d *digest) update(p []byte) {
	a, b := d.a, d.b
	for len(p) > 0 {
		n := min(len(p), most)
		for _, c := range p[:n] {
			a += uint32(c)
			b += a
		}
		a %= modulus
		b %= modulus
		p = p[n:]
	}
	d.a, d.b = a, b
}

// Checksum is the checksum of data.
func Checksum(data []byte) uint32 {
	d := digest{1, 0}
	d.update(data)
	return d.Sum32()
}

// New returns a hash; Sum is the checksum with the highest byte first.
func New() hash.Hash32 { return &digest{1, 0} }

func (d *digest) Reset()         { *d = digest{1, 0} }
func (d *digest) Size() int      { return Size }
func (d *digest) BlockSize() int { return 4 }
func (d *digest) Sum32() uint32  { return d.b<<16 | d.a }

func (d *digest) Write(p []byte) (n int, err error) {
	d.update(p)
	return len(p), nil
}

func (d *digest) Sum(in []byte) []byte {
	s := d.Sum32()
	return append(in, byte(s>>24), byte(s>>16), byte(s>>8), byte(s))
}

func (d *digest) Clone() (hash.Cloner, error) {
	c := *d
	return &c, nil
}

// MarshalBinary saves what was hashed.
func (d *digest) MarshalBinary() ([]byte, error) { return d.AppendBinary(nil) }

// AppendBinary appends what MarshalBinary returns.
func (d *digest) AppendBinary(b []byte) ([]byte, error) {
	b = append(b, "adl\x01"...)
	b = byteorder.BEAppendUint32(b, d.Sum32())
	return b, nil
}

// UnmarshalBinary restores what MarshalBinary saved of the same hash function.
func (d *digest) UnmarshalBinary(b []byte) error {
	if err := checkState(b, "adl\x01", 8); err != nil {
		return err
	}
	sum := byteorder.BEUint32(b[4:])
	d.a, d.b = sum&0xFFFF, sum>>16
	return nil
}

// checkState reports what is wrong with a saved state.
func checkState(b []byte, magic string, size int) error {
	if len(b) < len(magic) || string(b[:len(magic)]) != magic {
		return errors.New("hash/adler32: invalid hash state identifier")
	}
	if len(b) != size {
		return errors.New("hash/adler32: invalid hash state size")
	}
	return nil
}
