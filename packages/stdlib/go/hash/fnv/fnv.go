// Package fnv has the hash functions FNV-1 and FNV-1a (Fowler, Noll and Vo, RFC 9923).
package fnv

import (
	"hash"
	"math/bits"
)

const (
	offset32    = 2166136261
	offset64    = 14695981039346656037
	offset128Hi = 0x6C62272E07BB0142
	offset128Lo = 0x62B821756295C58D
	prime32     = 16777619
	prime64     = 1099511628211
	prime128Lo  = 0x13B // and 2^88
	prime128Bit = 24    // of the high word
)

type (
	sum32   uint32
	sum32a  uint32
	sum64   uint64
	sum64a  uint64
	sum128  [2]uint64
	sum128a [2]uint64
)

// New32 returns FNV-1 of 32 bits.
func New32() hash.Hash32 { return start(new(sum32)) }

// New32a returns FNV-1a of 32 bits.
func New32a() hash.Hash32 { return start(new(sum32a)) }

// New64 returns FNV-1 of 64 bits.
func New64() hash.Hash64 { return start(new(sum64)) }

// New64a returns FNV-1a of 64 bits.
func New64a() hash.Hash64 { return start(new(sum64a)) }

// New128 returns FNV-1 of 128 bits.
func New128() hash.Hash { return start(new(sum128)) }

// New128a returns FNV-1a of 128 bits.
func New128a() hash.Hash { return start(new(sum128a)) }

func start[H hash.Hash](h H) H {
	h.Reset()
	return h
}

func (s *sum32) Reset()   { *s = offset32 }
func (s *sum32a) Reset()  { *s = offset32 }
func (s *sum64) Reset()   { *s = offset64 }
func (s *sum64a) Reset()  { *s = offset64 }
func (s *sum128) Reset()  { *s = sum128{offset128Hi, offset128Lo} }
func (s *sum128a) Reset() { *s = sum128a{offset128Hi, offset128Lo} }

func (s *sum32) Sum32() uint32  { return uint32(*s) }
func (s *sum32a) Sum32() uint32 { return uint32(*s) }
func (s *sum64) Sum64() uint64  { return uint64(*s) }
func (s *sum64a) Sum64() uint64 { return uint64(*s) }

func (s *sum32) Write(data []byte) (int, error) {
	h := *s
	for _, c := range data {
		h = h*prime32 ^ sum32(c)
	}
	*s = h
	return len(data), nil
}

func (s *sum32a) Write(data []byte) (int, error) {
	h := *s
	for _, c := range data {
		h = (h ^ sum32a(c)) * prime32
	}
	*s = h
	return len(data), nil
}

func (s *sum64) Write(data []byte) (int, error) {
	h := *s
	for _, c := range data {
		h = h*prime64 ^ sum64(c)
	}
	*s = h
	return len(data), nil
}

func (s *sum64a) Write(data []byte) (int, error) {
	h := *s
	for _, c := range data {
		h = (h ^ sum64a(c)) * prime64
	}
	*s = h
	return len(data), nil
}

func times128(hi, lo uint64) (uint64, uint64) {
	carry, low := bits.Mul64(prime128Lo, lo)
	return carry + hi*prime128Lo + lo<<prime128Bit, low
}

func (s *sum128) Write(data []byte) (int, error) {
	for _, c := range data {
		s[0], s[1] = times128(s[0], s[1])
		s[1] ^= uint64(c)
	}
	return len(data), nil
}

func (s *sum128a) Write(data []byte) (int, error) {
	for _, c := range data {
		s[0], s[1] = times128(s[0], s[1]^uint64(c))
	}
	return len(data), nil
}

func (s *sum32) Size() int   { return 4 }
func (s *sum32a) Size() int  { return 4 }
func (s *sum64) Size() int   { return 8 }
func (s *sum64a) Size() int  { return 8 }
func (s *sum128) Size() int  { return 16 }
func (s *sum128a) Size() int { return 16 }

func (s *sum32) BlockSize() int   { return 1 }
func (s *sum32a) BlockSize() int  { return 1 }
func (s *sum64) BlockSize() int   { return 1 }
func (s *sum64a) BlockSize() int  { return 1 }
func (s *sum128) BlockSize() int  { return 1 }
func (s *sum128a) BlockSize() int { return 1 }

// appendWord appends the low n bytes of x, highest first.
func appendWord(b []byte, x uint64, n int) []byte {
	for n--; n >= 0; n-- {
		b = append(b, byte(x>>(8*n)))
	}
	return b
}

func (s *sum32) Sum(in []byte) []byte   { return appendWord(in, uint64(*s), 4) }
func (s *sum32a) Sum(in []byte) []byte  { return appendWord(in, uint64(*s), 4) }
func (s *sum64) Sum(in []byte) []byte   { return appendWord(in, uint64(*s), 8) }
func (s *sum64a) Sum(in []byte) []byte  { return appendWord(in, uint64(*s), 8) }
func (s *sum128) Sum(in []byte) []byte  { return appendWord(appendWord(in, s[0], 8), s[1], 8) }
func (s *sum128a) Sum(in []byte) []byte { return appendWord(appendWord(in, s[0], 8), s[1], 8) }

func (s *sum32) Clone() (hash.Cloner, error)   { c := *s; return &c, nil }
func (s *sum32a) Clone() (hash.Cloner, error)  { c := *s; return &c, nil }
func (s *sum64) Clone() (hash.Cloner, error)   { c := *s; return &c, nil }
func (s *sum64a) Clone() (hash.Cloner, error)  { c := *s; return &c, nil }
func (s *sum128) Clone() (hash.Cloner, error)  { c := *s; return &c, nil }
func (s *sum128a) Clone() (hash.Cloner, error) { c := *s; return &c, nil }
