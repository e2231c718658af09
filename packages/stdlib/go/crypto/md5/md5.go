// Package md5 has the hash function of RFC 1321, which is no longer secure.
package md5

import (
	"crypto/internal/hashstate"
	"crypto/internal/registry"
	"hash"
	"math/bits"
)

func init() { registry.Constructors[registry.MD5] = New }

const (
	Size      = 16 // bytes of a hash
	BlockSize = 64
)

type digest struct {
	state  [4]uint32
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
	*d = digest{state: [4]uint32{0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476}}
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
		pad[n+i] = byte(bitLength >> (8 * i))
	}
	d.Write(pad[:n+8])
	for i, s := range d.state {
		for k := range 4 {
			sum[4*i+k] = byte(s >> (8 * k))
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

// floor(2^32 * |sin(i+1)|)
var table = [64]uint32{
	0xd76aa478, 0xe8c7b756, 0x242070db, 0xc1bdceee, 0xf57c0faf, 0x4787c62a, 0xa8304613, 0xfd469501,
	0x698098d8, 0x8b44f7af, 0xffff5bb1, 0x895cd7be, 0x6b901122, 0xfd987193, 0xa679438e, 0x49b40821,
	0xf61e2562, 0xc040b340, 0x265e5a51, 0xe9b6c7aa, 0xd62f105d, 0x02441453, 0xd8a1e681, 0xe7d3fbc8,
	0x21e1cde6, 0xc33707d6, 0xf4d50d87, 0x455a14ed, 0xa9e3e905, 0xfcefa3f8, 0x676f02d9, 0x8d2a4c8a,
	0xfffa3942, 0x8771f681, 0x6d9d6122, 0xfde5380c, 0xa4beea44, 0x4bdecfa9, 0xf6bb4b60, 0xbebfbc70,
	0x289b7ec6, 0xeaa127fa, 0xd4ef3085, 0x04881d05, 0xd9d4d039, 0xe6db99e5, 0x1fa27cf8, 0xc4ac5665,
	0xf4292244, 0x432aff97, 0xab9423a7, 0xfc93a039, 0x655b59c3, 0x8f0ccc92, 0xffeff47d, 0x85845dd1,
	0x6fa87e4f, 0xfe2ce6e0, 0xa3014314, 0x4e0811a1, 0xf7537e82, 0xbd3af235, 0x2ad7d2bb, 0xeb86d391,
}

var shifts = [16]uint8{7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21}

func (d *digest) block(p []byte) {
	var x [16]uint32
	for i := range x {
		q := p[4*i : 4*i+4]
		x[i] = uint32(q[0]) | uint32(q[1])<<8 | uint32(q[2])<<16 | uint32(q[3])<<24
	}
	a, b, c, e := d.state[0], d.state[1], d.state[2], d.state[3]
	for i := range 64 {
		var f uint32
		k := i
		switch i >> 4 {
		case 0:
			f = b&c | ^b&e
		case 1:
			f = b&e | c&^e
			k = 5*i + 1
		case 2:
			f = b ^ c ^ e
			k = 3*i + 5
		case 3:
			f = c ^ (b | ^e)
			k = 7 * i
		}
		f += a + table[i] + x[k&15]
		a, e, c, b = e, c, b, b+bits.RotateLeft32(f, int(shifts[i>>4*4+i&3]))
	}
	d.state[0] += a
	d.state[1] += b
	d.state[2] += c
	d.state[3] += e
}

// MarshalBinary saves what was hashed.
func (d *digest) MarshalBinary() ([]byte, error) { return d.AppendBinary(nil) }

// AppendBinary appends what MarshalBinary returns.
func (d *digest) AppendBinary(b []byte) ([]byte, error) {
	return hashstate.Append32(b, magic, d.state[:], d.buf[:], d.filled, d.length), nil
}

// UnmarshalBinary restores what MarshalBinary saved of the same hash function.
func (d *digest) UnmarshalBinary(b []byte) error {
	length, err := hashstate.Read32(b, "crypto/md5", magic, d.state[:], d.buf[:])
	if err == nil {
		d.length, d.filled = length, int(length%BlockSize)
	}
	return err
}

const magic = "md5\x01"
