// Package sha256 has the hash functions SHA-256 and SHA-224 of FIPS 180-4.
package sha256

import (
	"crypto/internal/hashstate"
	"crypto/internal/registry"
	"hash"
	"math/bits"
)

func init() {
	registry.Constructors[registry.SHA224] = New224
	registry.Constructors[registry.SHA256] = New
}

const (
	Size      = 32 // bytes of a SHA-256 hash
	Size224   = 28 // bytes of a SHA-224 hash
	BlockSize = 64
)

type digest struct {
	state  [8]uint32
	buf    [BlockSize]byte
	filled int
	length uint64
	size   int // bytes of the hash
}

// New returns SHA-256.
func New() hash.Hash { return newDigest(Size) }

// New224 returns SHA-224.
func New224() hash.Hash { return newDigest(Size224) }

// Sum256 is the SHA-256 hash of data.
func Sum256(data []byte) [Size]byte { return sum(Size, data) }

// Sum224 is the SHA-224 hash of data.
func Sum224(data []byte) [Size224]byte {
	s := sum(Size224, data)
	return [Size224]byte(s[:Size224])
}

func newDigest(size int) *digest {
	d := &digest{size: size}
	d.Reset()
	return d
}

func sum(size int, data []byte) [Size]byte {
	d := digest{size: size}
	d.Reset()
	d.Write(data)
	return d.finish()
}

func (d *digest) Reset() {
	*d = digest{size: d.size, state: initial256}
	if d.size == Size224 {
		d.state = initial224
	}
}

func (d *digest) Size() int      { return d.size }
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
	const lengthBytes = BlockSize / 8
	var pad [BlockSize + lengthBytes]byte
	pad[0] = 0x80
	n := (BlockSize+BlockSize-lengthBytes-1-d.filled)%BlockSize + 1
	for i := range 8 {
		pad[n+lengthBytes-8+i] = byte(bitLength >> (56 - 8*i))
	}
	d.Write(pad[:n+lengthBytes])
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
	return append(in, sum[:d.size]...)
}

func (d *digest) Clone() (hash.Cloner, error) {
	c := *d
	return &c, nil
}

// The first bits of the fractions of the square roots of the first primes.
var initial256 = [8]uint32{
	0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
}

// The second 32 bits of the fractions of the square roots of the ninth to sixteenth prime.
var initial224 = [8]uint32{
	0xc1059ed8, 0x367cd507, 0x3070dd17, 0xf70e5939, 0xffc00b31, 0x68581511, 0x64f98fa7, 0xbefa4fa4,
}

// The first bits of the fractions of the cube roots of the first primes.
var roots = [64]uint32{
	0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
	0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
	0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
	0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
	0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
	0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
	0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
	0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
}

func (d *digest) block(p []byte) {
	var w [64]uint32
	for i := range 16 {
		for _, c := range p[4*i : 4*i+4] {
			w[i] = w[i]<<8 | uint32(c)
		}
	}
	for i := 16; i < 64; i++ {
		x, y := w[i-2], w[i-15]
		w[i] = (bits.RotateLeft32(x, -17) ^ bits.RotateLeft32(x, -19) ^ x>>10) + w[i-7] + (bits.RotateLeft32(y, -7) ^ bits.RotateLeft32(y, -18) ^ y>>3) + w[i-16]
	}
	a, b, c, e, f, g, h, j := d.state[0], d.state[1], d.state[2], d.state[3], d.state[4], d.state[5], d.state[6], d.state[7]
	for i, x := range w {
		t1 := j + (bits.RotateLeft32(f, -6) ^ bits.RotateLeft32(f, -11) ^ bits.RotateLeft32(f, -25)) + (f&g ^ ^f&h) + roots[i] + x
		t2 := (bits.RotateLeft32(a, -2) ^ bits.RotateLeft32(a, -13) ^ bits.RotateLeft32(a, -22)) + (a&b ^ a&c ^ b&c)
		a, b, c, e, f, g, h, j = t1+t2, a, b, c, e+t1, f, g, h
	}
	for i, x := range [8]uint32{a, b, c, e, f, g, h, j} {
		d.state[i] += x
	}
}

// MarshalBinary saves what was hashed.
func (d *digest) MarshalBinary() ([]byte, error) { return d.AppendBinary(nil) }

// AppendBinary appends what MarshalBinary returns.
func (d *digest) AppendBinary(b []byte) ([]byte, error) {
	return hashstate.Append32(b, d.magic(), d.state[:], d.buf[:], d.filled, d.length), nil
}

// UnmarshalBinary restores what MarshalBinary saved of the same hash function.
func (d *digest) UnmarshalBinary(b []byte) error {
	length, err := hashstate.Read32(b, "crypto/sha256", d.magic(), d.state[:], d.buf[:])
	if err == nil {
		d.length, d.filled = length, int(length%BlockSize)
	}
	return err
}

// magic begins what MarshalBinary returns.
func (d *digest) magic() string {
	if d.size == Size224 {
		return "sha\x02"
	}
	return "sha\x03"
}
