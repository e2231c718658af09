// Package sha512 has the hash functions SHA-512, SHA-384, SHA-512/256 and SHA-512/224 of FIPS 180-4.
package sha512

import (
	"crypto/internal/hashstate"
	"crypto/internal/registry"
	"hash"
	"math/bits"
)

func init() {
	registry.Constructors[registry.SHA384] = New384
	registry.Constructors[registry.SHA512] = New
	registry.Constructors[registry.SHA512_224] = New512_224
	registry.Constructors[registry.SHA512_256] = New512_256
}

// Bytes of the hashes, and of a block.
const (
	Size      = 64
	Size384   = 48
	Size256   = 32
	Size224   = 28
	BlockSize = 128
)

type digest struct {
	state  [8]uint64
	buf    [BlockSize]byte
	filled int
	length uint64
	size   int // bytes of the hash
}

// New returns SHA-512.
func New() hash.Hash { return newDigest(Size) }

// New384 returns SHA-384.
func New384() hash.Hash { return newDigest(Size384) }

// New512_256 returns SHA-512/256.
func New512_256() hash.Hash { return newDigest(Size256) }

// New512_224 returns SHA-512/224.
func New512_224() hash.Hash { return newDigest(Size224) }

// Sum512 is the SHA-512 hash of data.
func Sum512(data []byte) [Size]byte { return sum(Size, data) }

// Sum384 is the SHA-384 hash of data.
func Sum384(data []byte) [Size384]byte {
	s := sum(Size384, data)
	return [Size384]byte(s[:Size384])
}

// Sum512_256 is the SHA-512/256 hash of data.
func Sum512_256(data []byte) [Size256]byte {
	s := sum(Size256, data)
	return [Size256]byte(s[:Size256])
}

// Sum512_224 is the SHA-512/224 hash of data.
func Sum512_224(data []byte) [Size224]byte {
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
	*d = digest{size: d.size, state: initial512}
	switch d.size {
	case Size384:
		d.state = initial384
	case Size256, Size224:
		// FIPS 180-4, 5.3.6: the start is the hash of the name, by SHA-512 with another start.
		for i := range d.state {
			d.state[i] ^= 0xA5A5A5A5A5A5A5A5
		}
		name := "SHA-512/256"
		if d.size == Size224 {
			name = "SHA-512/224"
		}
		d.Write([]byte(name))
		d.finish()
		*d = digest{size: d.size, state: d.state}
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
		for k := range 8 {
			sum[8*i+k] = byte(s >> (56 - 8*k))
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
var initial512 = [8]uint64{
	0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1,
	0x510e527fade682d1, 0x9b05688c2b3e6c1f, 0x1f83d9abfb41bd6b, 0x5be0cd19137e2179,
}

// The same of the ninth to sixteenth prime.
var initial384 = [8]uint64{
	0xcbbb9d5dc1059ed8, 0x629a292a367cd507, 0x9159015a3070dd17, 0x152fecd8f70e5939,
	0x67332667ffc00b31, 0x8eb44a8768581511, 0xdb0c2e0d64f98fa7, 0x47b5481dbefa4fa4,
}

// The first bits of the fractions of the cube roots of the first primes.
var roots = [80]uint64{
	0x428a2f98d728ae22, 0x7137449123ef65cd, 0xb5c0fbcfec4d3b2f, 0xe9b5dba58189dbbc,
	0x3956c25bf348b538, 0x59f111f1b605d019, 0x923f82a4af194f9b, 0xab1c5ed5da6d8118,
	0xd807aa98a3030242, 0x12835b0145706fbe, 0x243185be4ee4b28c, 0x550c7dc3d5ffb4e2,
	0x72be5d74f27b896f, 0x80deb1fe3b1696b1, 0x9bdc06a725c71235, 0xc19bf174cf692694,
	0xe49b69c19ef14ad2, 0xefbe4786384f25e3, 0x0fc19dc68b8cd5b5, 0x240ca1cc77ac9c65,
	0x2de92c6f592b0275, 0x4a7484aa6ea6e483, 0x5cb0a9dcbd41fbd4, 0x76f988da831153b5,
	0x983e5152ee66dfab, 0xa831c66d2db43210, 0xb00327c898fb213f, 0xbf597fc7beef0ee4,
	0xc6e00bf33da88fc2, 0xd5a79147930aa725, 0x06ca6351e003826f, 0x142929670a0e6e70,
	0x27b70a8546d22ffc, 0x2e1b21385c26c926, 0x4d2c6dfc5ac42aed, 0x53380d139d95b3df,
	0x650a73548baf63de, 0x766a0abb3c77b2a8, 0x81c2c92e47edaee6, 0x92722c851482353b,
	0xa2bfe8a14cf10364, 0xa81a664bbc423001, 0xc24b8b70d0f89791, 0xc76c51a30654be30,
	0xd192e819d6ef5218, 0xd69906245565a910, 0xf40e35855771202a, 0x106aa07032bbd1b8,
	0x19a4c116b8d2d0c8, 0x1e376c085141ab53, 0x2748774cdf8eeb99, 0x34b0bcb5e19b48a8,
	0x391c0cb3c5c95a63, 0x4ed8aa4ae3418acb, 0x5b9cca4f7763e373, 0x682e6ff3d6b2b8a3,
	0x748f82ee5defb2fc, 0x78a5636f43172f60, 0x84c87814a1f0ab72, 0x8cc702081a6439ec,
	0x90befffa23631e28, 0xa4506cebde82bde9, 0xbef9a3f7b2c67915, 0xc67178f2e372532b,
	0xca273eceea26619c, 0xd186b8c721c0c207, 0xeada7dd6cde0eb1e, 0xf57d4f7fee6ed178,
	0x06f067aa72176fba, 0x0a637dc5a2c898a6, 0x113f9804bef90dae, 0x1b710b35131c471b,
	0x28db77f523047d84, 0x32caab7b40c72493, 0x3c9ebe0a15c9bebc, 0x431d67c49c100d4c,
	0x4cc5d4becb3e42b6, 0x597f299cfc657e2a, 0x5fcb6fab3ad6faec, 0x6c44198c4a475817,
}

func (d *digest) block(p []byte) {
	var w [80]uint64
	for i := range 16 {
		for _, c := range p[8*i : 8*i+8] {
			w[i] = w[i]<<8 | uint64(c)
		}
	}
	for i := 16; i < 80; i++ {
		x, y := w[i-2], w[i-15]
		w[i] = (bits.RotateLeft64(x, -19) ^ bits.RotateLeft64(x, -61) ^ x>>6) + w[i-7] + (bits.RotateLeft64(y, -1) ^ bits.RotateLeft64(y, -8) ^ y>>7) + w[i-16]
	}
	a, b, c, e, f, g, h, j := d.state[0], d.state[1], d.state[2], d.state[3], d.state[4], d.state[5], d.state[6], d.state[7]
	for i, x := range w {
		t1 := j + (bits.RotateLeft64(f, -14) ^ bits.RotateLeft64(f, -18) ^ bits.RotateLeft64(f, -41)) + (f&g ^ ^f&h) + roots[i] + x
		t2 := (bits.RotateLeft64(a, -28) ^ bits.RotateLeft64(a, -34) ^ bits.RotateLeft64(a, -39)) + (a&b ^ a&c ^ b&c)
		a, b, c, e, f, g, h, j = t1+t2, a, b, c, e+t1, f, g, h
	}
	for i, x := range [8]uint64{a, b, c, e, f, g, h, j} {
		d.state[i] += x
	}
}

// MarshalBinary saves what was hashed.
func (d *digest) MarshalBinary() ([]byte, error) { return d.AppendBinary(nil) }

// AppendBinary appends what MarshalBinary returns.
func (d *digest) AppendBinary(b []byte) ([]byte, error) {
	return hashstate.Append64(b, d.magic(), d.state[:], d.buf[:], d.filled, d.length), nil
}

// UnmarshalBinary restores what MarshalBinary saved of the same hash function.
func (d *digest) UnmarshalBinary(b []byte) error {
	length, err := hashstate.Read64(b, "crypto/sha512", d.magic(), d.state[:], d.buf[:])
	if err == nil {
		d.length, d.filled = length, int(length%BlockSize)
	}
	return err
}

// magic begins what MarshalBinary returns.
func (d *digest) magic() string {
	switch d.size {
	case Size384:
		return "sha\x04"
	case Size224:
		return "sha\x05"
	case Size256:
		return "sha\x06"
	}
	return "sha\x07"
}
