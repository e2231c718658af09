// Package maphash hashes bytes and comparable values for tables. The hashes depend on a seed of the process.
package maphash

import (
	"hash"
	"unsafe"
)

//go:linkname random runtime.fastrand64
func random() uint64

//go:linkname memoryHash runtime.memoryHash
func memoryHash(p unsafe.Pointer, size uint32, seed uint64) uint64

//goes:intrinsic hash
func hashOf[T comparable](value T, seed uint64) uint64

// A Seed chooses one of many hash functions. MakeSeed makes it.
type Seed struct {
	s uint64
}

// MakeSeed returns a seed that no other is like.
func MakeSeed() Seed {
	for {
		if s := random(); s != 0 {
			return Seed{s}
		}
	}
}

func (s Seed) check() uint64 {
	if s.s == 0 {
		panic("maphash: use of uninitialized Seed")
	}
	return s.s
}

// Bytes returns the hash of b.
func Bytes(seed Seed, b []byte) uint64 {
	return memoryHash(unsafe.Pointer(unsafe.SliceData(b)), uint32(len(b)), seed.check())
}

// String returns the hash of the bytes of s.
func String(seed Seed, s string) uint64 {
	return memoryHash(unsafe.Pointer(unsafe.StringData(s)), uint32(len(s)), seed.check())
}

// Comparable returns the hash of a value: that of equal values is the same.
func Comparable[T comparable](seed Seed, v T) uint64 { return hashOf(v, seed.check()) }

// WriteComparable adds a value to h.
func WriteComparable[T comparable](h *Hash, v T) {
	h.init()
	word := hashOf(v, h.seed.s)
	var b [8]byte
	for i := range b {
		b[i] = byte(word >> (8 * i))
	}
	h.Write(b[:])
}

const blockSize = 128

// A Hash is the hash of what is written to it. Its zero value chooses a seed when it is used first.
type Hash struct {
	_     [0]func()
	seed  Seed
	state uint64 // hash of the blocks that are full
	count int
	block [blockSize]byte
}

func (h *Hash) init() {
	if h.seed.s == 0 {
		h.SetSeed(MakeSeed())
	}
}

// Write adds b.
func (h *Hash) Write(b []byte) (int, error) {
	h.init()
	written := len(b)
	for len(b) > 0 {
		if h.count == blockSize {
			h.state = memoryHash(unsafe.Pointer(&h.block), blockSize, h.state)
			h.count = 0
		}
		n := copy(h.block[h.count:], b)
		h.count += n
		b = b[n:]
	}
	return written, nil
}

// WriteString adds the bytes of s.
func (h *Hash) WriteString(s string) (int, error) {
	return h.Write(unsafe.Slice(unsafe.StringData(s), len(s)))
}

// WriteByte adds a byte.
func (h *Hash) WriteByte(b byte) error {
	h.Write([]byte{b})
	return nil
}

// Sum64 returns the hash.
func (h *Hash) Sum64() uint64 {
	h.init()
	return memoryHash(unsafe.Pointer(&h.block), uint32(h.count), h.state)
}

// Sum appends the hash to b.
func (h *Hash) Sum(b []byte) []byte {
	sum := h.Sum64()
	for shift := 56; shift >= 0; shift -= 8 {
		b = append(b, byte(sum>>shift))
	}
	return b
}

// Reset takes out what has been written.
func (h *Hash) Reset() {
	h.init()
	h.state = h.seed.s
	h.count = 0
}

// Seed returns the seed.
func (h *Hash) Seed() Seed {
	h.init()
	return h.seed
}

// SetSeed takes another seed, and out what has been written.
func (h *Hash) SetSeed(seed Seed) {
	seed.check()
	h.seed = seed
	h.state = seed.s
	h.count = 0
}

// Clone returns a hash that is like h.
func (h *Hash) Clone() (hash.Cloner, error) {
	h.init()
	copied := *h
	return &copied, nil
}

// Size returns the bytes of Sum.
func (h *Hash) Size() int { return 8 }

// BlockSize returns how many bytes are hashed at once.
func (h *Hash) BlockSize() int { return blockSize }
