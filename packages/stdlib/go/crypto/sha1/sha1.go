// Package sha1 has the hash function SHA-1 of FIPS 180-4, which is no longer secure.
package sha1

import (
	"crypto/internal/hashstate"
	"crypto/internal/registry"
	"hash"
	"math/bits"
)

func init() { registry.Constructors[registry.SHA1] = New }

const (
	Size      = 20 // bytes of a hash
	BlockSize = 64
)

type digest struct {
	state  [5]uint32
	buf    [BlockSize]byte
	filled int
	length uint64
}

// New returns a hash.
func New() hash.Hash {
	d := new(digest)
	d.Reset()
	return d
}

// Sum is the hash of data.
func Sum(data []byte) [Size]byte {
	var d digest
	d.Reset()
	d.Write(data)
	return d.finish()
}

func (d *digest) Reset() {
	*d = digest{state: [5]uint32{0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0}}
}

func (d *digest) Size() int      { return Size }
func (d *digest) BlockSize() int { return BlockSize }

func (d *digest) Write(p []byte) (n int, err error) {
	n = len(p)
	d.length += uint64(n)
	if d.filled > 0 {
		m := copy(d.buf[d.filled:], p)
		d.filled += m
		p = p[m:]
		if d.filled < BlockSize {
			return n, nil
		}
		d.block(d.buf[:])
		d.filled = 0
	}
	for ; len(p) >= BlockSize; p = p[BlockSize:] {
		d.block(p)
	}
	d.filled = copy(d.buf[:], p)
	return n, nil
}

// finish pads; d is of no use any more.
func (d *digest) finish() (sum [Size]byte) {
	bitLength := d.length * 8
	var pad [BlockSize + 8]byte
	pad[0] = 0x80
	n := (BlockSize+BlockSize-8-1-d.filled)%BlockSize + 1
	for i := range 8 {
		pad[n+i] = byte(bitLength >> (56 - 8*i))
	}
	d.Write(pad[:n+8])
	for i, s := range d.state {
		for k := range 4 {
			sum[4*i+k] = byte(s >> (24 - 8*k))
		}
	}
	return sum
}

func (d *digest) Sum(in []byte) []byte {
	c := *d
	sum := c.finish()
	return append(in, sum[:]...)
}

func (d *digest) Clone() (hash.Cloner, error) {
	c := *d
	return &c, nil
}

func (d *digest) block(p []byte) {
	var w [80]uint32
	for i := range 16 {
		q := p[4*i : 4*i+4]
		w[i] = uint32(q[0])<<24 | uint32(q[1])<<16 | uint32(q[2])<<8 | uint32(q[3])
	}
	for i := 16; i < 80; i++ {
		w[i] = bits.RotateLeft32(w[i-3]^w[i-8]^w[i-14]^w[i-16], 1)
	}
	a, b, c, e, g := d.state[0], d.state[1], d.state[2], d.state[3], d.state[4]
	for i, x := range w {
		var f uint32
		switch {
		case i < 20:
			f = b&c | ^b&e
			f += 0x5A827999
		case i < 40:
			f = b ^ c ^ e
			f += 0x6ED9EBA1
		case i < 60:
			f = b&c | b&e | c&e
			f += 0x8F1BBCDC
		default:
			f = b ^ c ^ e
			f += 0xCA62C1D6
		}
		a, b, c, e, g = bits.RotateLeft32(a, 5)+f+g+x, a, bits.RotateLeft32(b, 30), c, e
	}
	d.state[0] += a
	d.state[1] += b
	d.state[2] += c
	d.state[3] += e
	d.state[4] += g
}

// MarshalBinary saves what was hashed.
func (d *digest) MarshalBinary() ([]byte, error) { return d.AppendBinary(nil) }

// AppendBinary appends what MarshalBinary returns.
func (d *digest) AppendBinary(b []byte) ([]byte, error) {
	return hashstate.Append32(b, magic, d.state[:], d.buf[:], d.filled, d.length), nil
}

// UnmarshalBinary restores what MarshalBinary saved of the same hash function.
func (d *digest) UnmarshalBinary(b []byte) error {
	length, err := hashstate.Read32(b, "crypto/sha1", magic, d.state[:], d.buf[:])
	if err == nil {
		d.length, d.filled = length, int(length%BlockSize)
	}
	return err
}

const magic = "sha\x01"
