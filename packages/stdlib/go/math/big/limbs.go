package big

import (
	"sync"
	"unsafe"
)

// WebAssembly has no product of two words, only its low half. Long products are therefore made of limbs of 24 to 28 bits, each
// in a uint64: numbers become polynomials over the integers modulo 2^64. Products of limbs are summed up without carries, so that
// one costs a multiplication and an addition; carries are resolved at the end, where each coefficient must be
// below 2^64: with limbs of b bits, the shorter factor may have 2^(64-2b) limbs. What happens in between may overflow.

// limbBits returns the width of limbs for products whose shorter factor has n words.
func limbBits(n int) uint {
	switch {
	case n <= 112:
		return 28
	case n <= 432:
		return 27
	case n <= 1664:
		return 26
	case n <= 6400:
		return 25
	}
	return 24
}

// maxLimbWords is how many words the shorter factor may have for the narrowest limbs.
const maxLimbWords = 24576

// limbCount is the number of limbs of n words.
func limbCount(n int, b uint) int { return (n*_W + int(b) - 1) / int(b) }

// A buffer is room for limbs that is used again.
type buffer struct{ limbs []uint64 }

var buffers sync.Pool

// newBuffer returns a buffer for n limbs; what is in it is left from others.
func newBuffer(n int) *buffer {
	b, _ := buffers.Get().(*buffer)
	if b == nil {
		b = new(buffer)
	}
	if len(b.limbs) < n {
		b.limbs = make([]uint64, n+n/4)
	}
	return b
}

func (b *buffer) free() {
	if len(b.limbs) < 1<<20 {
		buffers.Put(b)
	}
}

// limbAt is the i-th limb from p.
func limbAt(p unsafe.Pointer, i int) *uint64 { return (*uint64)(unsafe.Add(p, i*8)) }

// toLimbs writes x as limbs of b bits and zeros after them.
func toLimbs(z []uint64, x []Word, b uint) {
	count := limbCount(len(x), b)
	mask := uint64(1)<<b - 1
	base := unsafe.Pointer(unsafe.SliceData(x))
	// Limbs whose eight bytes end before x does are read from the byte that they begin in: memory is little-endian.
	whole := 0
	if len(x) > 0 {
		whole = (len(x)*_W-_W)/int(b) + 1
	}
	position := 0
	zp := unsafe.Pointer(unsafe.SliceData(z[:count]))
	for range whole {
		*limbAt(zp, 0) = *(*uint64)(unsafe.Add(base, position>>3)) >> (uint(position) & 7) & mask
		zp = unsafe.Add(zp, 8)
		position += int(b)
	}
	if whole < count {
		last := uint64(x[len(x)-1])
		for i := whole; i < count; i++ {
			z[i] = last >> (uint(position) - uint(len(x)-1)*_W) & mask
			position += int(b)
		}
	}
	clear(z[count:])
}

// fromLimbs resolves the carries of the coefficients c and writes the number, which fits, to z.
func fromLimbs(z []Word, c []uint64, b uint) {
	mask := uint64(1)<<b - 1
	carry, word, filled := uint64(0), uint64(0), uint(0)
	at := 0
	cp := unsafe.Pointer(unsafe.SliceData(c))
	for range c {
		carry += *limbAt(cp, 0)
		cp = unsafe.Add(cp, 8)
		limb := carry & mask
		carry >>= b
		word |= limb << (filled & 63)
		filled += b
		if filled >= _W {
			if at == len(z) {
				return
			}
			z[at] = Word(word)
			at++
			filled -= _W
			word = limb >> (b - filled)
		}
	}
	for at < len(z) {
		word |= carry << filled
		z[at] = Word(word)
		word = carry >> (_W - filled)
		carry = 0
		at++
	}
}

// mulRows adds the product of the four limbs a0 … a3 and the n limbs at y to the n+3 limbs at z.
func mulRows(z, y unsafe.Pointer, n int, a0, a1, a2, a3 uint64) {
	var y1, y2, y3 uint64 // the limbs before: y3 is the last
	for ; n >= 4; n -= 4 {
		v0 := *limbAt(y, 0)
		*limbAt(z, 0) += a0*v0 + a1*y3 + a2*y2 + a3*y1
		y1 = *limbAt(y, 1)
		*limbAt(z, 1) += a0*y1 + a1*v0 + a2*y3 + a3*y2
		y2 = *limbAt(y, 2)
		*limbAt(z, 2) += a0*y2 + a1*y1 + a2*v0 + a3*y3
		y3 = *limbAt(y, 3)
		*limbAt(z, 3) += a0*y3 + a1*y2 + a2*y1 + a3*v0
		y, z = unsafe.Add(y, 32), unsafe.Add(z, 32)
	}
	for ; n > 0; n-- {
		v := *limbAt(y, 0)
		*limbAt(z, 0) += a0*v + a1*y3 + a2*y2 + a3*y1
		y1, y2, y3 = y2, y3, v
		y, z = unsafe.Add(y, 8), unsafe.Add(z, 8)
	}
	*limbAt(z, 0) += a1*y3 + a2*y2 + a3*y1
	*limbAt(z, 1) += a2*y3 + a3*y2
	*limbAt(z, 2) += a3 * y3
}

// mulLimbs sets the n+m limbs at z to the product of the n limbs at x and the m limbs at y.
func mulLimbs(z, x, y unsafe.Pointer, n, m int) {
	clear(unsafe.Slice((*uint64)(z), n+m))
	for ; n >= 4; n -= 4 {
		mulRows(z, y, m, *limbAt(x, 0), *limbAt(x, 1), *limbAt(x, 2), *limbAt(x, 3))
		x, z = unsafe.Add(x, 32), unsafe.Add(z, 32)
	}
	for ; n > 0; n-- {
		mulRow(z, y, m, *limbAt(x, 0))
		x, z = unsafe.Add(x, 8), unsafe.Add(z, 8)
	}
}

// mulRow adds the product of a and the n limbs at y to those at z.
func mulRow(z, y unsafe.Pointer, n int, a uint64) {
	for ; n > 0; n-- {
		*limbAt(z, 0) += a * *limbAt(y, 0)
		y, z = unsafe.Add(y, 8), unsafe.Add(z, 8)
	}
}

// sqrLimbs sets the 2n limbs at z to the square of those at x: products of different limbs are counted once, with one factor doubled.
func sqrLimbs(z, x unsafe.Pointer, n int) {
	clear(unsafe.Slice((*uint64)(z), 2*n))
	for ; n >= 4; n -= 4 {
		a0, a1, a2, a3 := *limbAt(x, 0), *limbAt(x, 1), *limbAt(x, 2), *limbAt(x, 3)
		*limbAt(z, 0) += a0 * a0
		*limbAt(z, 2) += a1 * a1
		*limbAt(z, 4) += a2 * a2
		*limbAt(z, 6) += a3 * a3
		d1, d2, d3 := a1*2, a2*2, a3*2
		*limbAt(z, 1) += a0 * d1
		*limbAt(z, 2) += a0 * d2
		*limbAt(z, 3) += a0*d3 + a1*d2
		*limbAt(z, 4) += a1 * d3
		*limbAt(z, 5) += a2 * d3
		x = unsafe.Add(x, 32)
		if n > 4 {
			mulRows(unsafe.Add(z, 32), x, n-4, a0*2, d1, d2, d3)
		}
		z = unsafe.Add(z, 64)
	}
	for ; n > 0; n-- {
		a := *limbAt(x, 0)
		*limbAt(z, 0) += a * a
		x = unsafe.Add(x, 8)
		mulRow(unsafe.Add(z, 8), x, n-1, a*2)
		z = unsafe.Add(z, 16)
	}
}
