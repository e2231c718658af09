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
	if b == 28 {
		// Two limbs are seven bytes.
		for range whole / 2 {
			v := *(*uint64)(base)
			pair := (*[2]uint64)(zp)
			pair[0], pair[1] = v&mask, v>>28&mask
			base, zp = unsafe.Add(base, 7), unsafe.Add(zp, 16)
		}
		position = whole / 2 * 56
		whole &^= 1
	} else {
		for range whole {
			*(*uint64)(zp) = *(*uint64)(unsafe.Add(base, position>>3)) >> (uint(position) & 7) & mask
			zp = unsafe.Add(zp, 8)
			position += int(b)
		}
	}
	for i := whole; i < count; i++ {
		word, at := position>>6, uint(position)&63
		v := x[word] >> at
		if at != 0 && word+1 < len(x) {
			v |= x[word+1] << (64 - at)
		}
		z[i] = uint64(v) & mask
		position += int(b)
	}
	for i := count; i < len(z); i++ {
		z[i] = 0
	}
}

// fromLimbs resolves the carries of the coefficients c and writes the number, which fits, to z.
func fromLimbs(z []Word, c []uint64, b uint) {
	mask := uint64(1)<<b - 1
	carry, word, filled := uint64(0), uint64(0), uint(0)
	at := 0
	if b == 28 {
		// Two limbs are seven bytes; the eighth is overwritten by the next two.
		pairs := min(len(c)/2, (len(z)*_S-8)/7+1)
		cp, zp := unsafe.Pointer(unsafe.SliceData(c)), unsafe.Pointer(unsafe.SliceData(z))
		for range pairs {
			pair := (*[2]uint64)(cp)
			v0 := pair[0] + carry
			v1 := pair[1] + v0>>28
			*(*uint64)(zp) = v0&(1<<28-1) | v1&(1<<28-1)<<28
			carry = v1 >> 28
			cp, zp = unsafe.Add(cp, 16), unsafe.Add(zp, 7)
		}
		c = c[2*pairs:]
		at, filled = pairs*56/_W, uint(pairs)*56%_W
		if at < len(z) {
			word = uint64(z[at]) & (1<<filled - 1)
		}
	}
	for _, v := range c {
		carry += v
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
			word = limb >> ((b - filled) & 63)
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
		v, w := (*[4]uint64)(y), (*[4]uint64)(z)
		v0 := v[0]
		w[0] += a0*v0 + a1*y3 + a2*y2 + a3*y1
		y1 = v[1]
		w[1] += a0*y1 + a1*v0 + a2*y3 + a3*y2
		y2 = v[2]
		w[2] += a0*y2 + a1*y1 + a2*v0 + a3*y3
		y3 = v[3]
		w[3] += a0*y3 + a1*y2 + a2*y1 + a3*v0
		y, z = unsafe.Add(y, 32), unsafe.Add(z, 32)
	}
	for ; n > 0; n-- {
		v := *(*uint64)(y)
		*(*uint64)(z) += a0*v + a1*y3 + a2*y2 + a3*y1
		y1, y2, y3 = y2, y3, v
		y, z = unsafe.Add(y, 8), unsafe.Add(z, 8)
	}
	w := (*[3]uint64)(z)
	w[0] += a1*y3 + a2*y2 + a3*y1
	w[1] += a2*y3 + a3*y2
	w[2] += a3 * y3
}

// zeroLimbs clears a few limbs; longer memory is better cleared by an instruction for that.
func zeroLimbs(z unsafe.Pointer, n int) {
	if n > 128 {
		clear(unsafe.Slice((*uint64)(z), n))
		return
	}
	for ; n >= 4; n -= 4 {
		w := (*[4]uint64)(z)
		w[0], w[1], w[2], w[3] = 0, 0, 0, 0
		z = unsafe.Add(z, 32)
	}
	for ; n > 0; n-- {
		*(*uint64)(z) = 0
		z = unsafe.Add(z, 8)
	}
}

// mulLimbs sets the n+m limbs at z to the product of the n limbs at x and the m limbs at y.
func mulLimbs(z, x, y unsafe.Pointer, n, m int) {
	zeroLimbs(z, n+m)
	for ; n >= 4; n -= 4 {
		a := (*[4]uint64)(x)
		mulRows(z, y, m, a[0], a[1], a[2], a[3])
		x, z = unsafe.Add(x, 32), unsafe.Add(z, 32)
	}
	for ; n > 0; n-- {
		mulRow(z, y, m, *limbAt(x, 0))
		x, z = unsafe.Add(x, 8), unsafe.Add(z, 8)
	}
}

// mulRow adds the product of a and the n limbs at y to those at z.
func mulRow(z, y unsafe.Pointer, n int, a uint64) {
	for ; n >= 2; n -= 2 {
		v, w := (*[2]uint64)(y), (*[2]uint64)(z)
		w[0] += a * v[0]
		w[1] += a * v[1]
		y, z = unsafe.Add(y, 16), unsafe.Add(z, 16)
	}
	if n > 0 {
		*(*uint64)(z) += a * *(*uint64)(y)
	}
}

// sqrLimbs sets the 2n limbs at z to the square of those at x: products of different limbs are counted once, with one factor doubled.
func sqrLimbs(z, x unsafe.Pointer, n int) {
	zeroLimbs(z, 2*n)
	for ; n >= 4; n -= 4 {
		a, c := (*[4]uint64)(x), (*[7]uint64)(z)
		a0, a1, a2, a3 := a[0], a[1], a[2], a[3]
		d1, d2, d3 := a1*2, a2*2, a3*2
		c[0] += a0 * a0
		c[1] += a0 * d1
		c[2] += a0*d2 + a1*a1
		c[3] += a0*d3 + a1*d2
		c[4] += a1*d3 + a2*a2
		c[5] += a2 * d3
		c[6] += a3 * a3
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
