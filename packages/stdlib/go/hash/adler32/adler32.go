// Package adler32 has the checksum of RFC 1950.
package adler32

import "hash"

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
