package big

import (
	"math/bits"
	"unsafe"
)

// A Word is one digit of a number.
type Word uint

const (
	_W = bits.UintSize // bits of a Word
	_S = _W / 8        // bytes of a Word
	_M = 1<<_W - 1     // the largest Word
)

const low32 = 1<<32 - 1

// addVV sets z = x + y and returns the carry; all have the length of z.
func addVV(z, x, y []Word) (c Word) {
	n := len(z)
	x, y = x[:n], y[:n]
	zp, xp, yp := unsafe.Pointer(unsafe.SliceData(z)), unsafe.Pointer(unsafe.SliceData(x)), unsafe.Pointer(unsafe.SliceData(y))
	for ; n >= 4; n -= 4 {
		a, b, d := (*[4]Word)(xp), (*[4]Word)(yp), (*[4]Word)(zp)
		a0, b0 := a[0], b[0]
		s := a0 + b0 + c
		d[0] = s
		c = (a0&b0 | (a0|b0)&^s) >> (_W - 1)
		a0, b0 = a[1], b[1]
		s = a0 + b0 + c
		d[1] = s
		c = (a0&b0 | (a0|b0)&^s) >> (_W - 1)
		a0, b0 = a[2], b[2]
		s = a0 + b0 + c
		d[2] = s
		c = (a0&b0 | (a0|b0)&^s) >> (_W - 1)
		a0, b0 = a[3], b[3]
		s = a0 + b0 + c
		d[3] = s
		c = (a0&b0 | (a0|b0)&^s) >> (_W - 1)
		xp, yp, zp = unsafe.Add(xp, 4*_S), unsafe.Add(yp, 4*_S), unsafe.Add(zp, 4*_S)
	}
	for ; n > 0; n-- {
		a, b := *(*Word)(xp), *(*Word)(yp)
		s := a + b + c
		*(*Word)(zp) = s
		c = (a&b | (a|b)&^s) >> (_W - 1)
		xp, yp, zp = unsafe.Add(xp, _S), unsafe.Add(yp, _S), unsafe.Add(zp, _S)
	}
	return c
}

// subVV sets z = x - y and returns the borrow.
func subVV(z, x, y []Word) (c Word) {
	n := len(z)
	x, y = x[:n], y[:n]
	zp, xp, yp := unsafe.Pointer(unsafe.SliceData(z)), unsafe.Pointer(unsafe.SliceData(x)), unsafe.Pointer(unsafe.SliceData(y))
	for ; n >= 4; n -= 4 {
		a, b, r := (*[4]Word)(xp), (*[4]Word)(yp), (*[4]Word)(zp)
		a0, b0 := a[0], b[0]
		d := a0 - b0 - c
		r[0] = d
		c = (^a0&b0 | ^(a0^b0)&d) >> (_W - 1)
		a0, b0 = a[1], b[1]
		d = a0 - b0 - c
		r[1] = d
		c = (^a0&b0 | ^(a0^b0)&d) >> (_W - 1)
		a0, b0 = a[2], b[2]
		d = a0 - b0 - c
		r[2] = d
		c = (^a0&b0 | ^(a0^b0)&d) >> (_W - 1)
		a0, b0 = a[3], b[3]
		d = a0 - b0 - c
		r[3] = d
		c = (^a0&b0 | ^(a0^b0)&d) >> (_W - 1)
		xp, yp, zp = unsafe.Add(xp, 4*_S), unsafe.Add(yp, 4*_S), unsafe.Add(zp, 4*_S)
	}
	for ; n > 0; n-- {
		a, b := *(*Word)(xp), *(*Word)(yp)
		d := a - b - c
		*(*Word)(zp) = d
		c = (^a&b | ^(a^b)&d) >> (_W - 1)
		xp, yp, zp = unsafe.Add(xp, _S), unsafe.Add(yp, _S), unsafe.Add(zp, _S)
	}
	return c
}

// addVW sets z = x + y and returns the carry.
func addVW(z, x []Word, y Word) (c Word) {
	c = y
	x = x[:len(z)]
	for i := range z {
		s := x[i] + c
		if s >= c {
			z[i] = s
			copyRest(z, x, i+1)
			return 0
		}
		c = 1
		z[i] = s
	}
	return c
}

// subVW sets z = x - y and returns the borrow.
func subVW(z, x []Word, y Word) (c Word) {
	c = y
	x = x[:len(z)]
	for i := range z {
		a := x[i]
		z[i] = a - c
		if a >= c {
			copyRest(z, x, i+1)
			return 0
		}
		c = 1
	}
	return c
}

func copyRest(z, x []Word, from int) {
	if from < len(z) && &z[from] != &x[from] {
		copy(z[from:], x[from:])
	}
}

// lshVU sets z = x << s for s < _W and returns what left at the top. It goes down from the top: z may be at a higher place of the same memory.
func lshVU(z, x []Word, s uint) (c Word) {
	if len(z) == 0 {
		return 0
	}
	if s == 0 {
		copy(z, x[:len(z)])
		return 0
	}
	s &= _W - 1
	back := (_W - s) & (_W - 1)
	x = x[:len(z)]
	word := x[len(x)-1]
	c = word >> back
	for i := len(z) - 1; i > 0; i-- {
		next := x[i-1]
		z[i] = word<<s | next>>back
		word = next
	}
	z[0] = word << s
	return c
}

// rshVU sets z = x >> s for s < _W and returns what left at the bottom. It goes up from the bottom.
func rshVU(z, x []Word, s uint) (c Word) {
	if len(z) == 0 {
		return 0
	}
	if s == 0 {
		copy(z, x[:len(z)])
		return 0
	}
	s &= _W - 1
	back := (_W - s) & (_W - 1)
	x = x[:len(z)]
	word := x[0]
	c = word << back
	for i := 1; i < len(x); i++ {
		next := x[i]
		z[i-1] = word>>s | next<<back
		word = next
	}
	z[len(z)-1] = word >> s
	return c
}

// The loops that count most do without checks of bounds.

// mulAddVWW sets z = x*y + r and returns the carry.
func mulAddVWW(z, x []Word, y, r Word) (c Word) {
	n := len(z)
	x = x[:n]
	zp, xp := unsafe.Pointer(unsafe.SliceData(z)), unsafe.Pointer(unsafe.SliceData(x))
	c = r
	if y <= low32 && r <= low32 {
		for ; n >= 2; n -= 2 {
			v, w := (*[2]Word)(xp), (*[2]Word)(zp)
			t := (v[0]&low32)*y + c
			u := (v[0]>>32)*y + t>>32
			next := v[1]
			w[0] = u<<32 | t&low32
			t = (next&low32)*y + u>>32
			u = (next>>32)*y + t>>32
			w[1] = u<<32 | t&low32
			c = u >> 32
			xp, zp = unsafe.Add(xp, 2*_S), unsafe.Add(zp, 2*_S)
		}
		if n > 0 {
			v := *(*Word)(xp)
			t := (v&low32)*y + c
			u := (v>>32)*y + t>>32
			*(*Word)(zp) = u<<32 | t&low32
			c = u >> 32
		}
		return c
	}
	y0, y1 := y&low32, y>>32
	for ; n > 0; n-- {
		v := *(*Word)(xp)
		x0, x1 := v&low32, v>>32
		t := x0*y0 + c&low32
		t1 := x1*y0 + t>>32
		u := x0*y1 + t1&low32 + c>>32
		*(*Word)(zp) = u<<32 | t&low32
		c = x1*y1 + t1>>32 + u>>32
		xp, zp = unsafe.Add(xp, _S), unsafe.Add(zp, _S)
	}
	return c
}

// addMulVVW sets z += x*y and returns the carry.
func addMulVVW(z, x []Word, y Word) (c Word) {
	n := len(z)
	x = x[:n]
	zp, xp := unsafe.Pointer(unsafe.SliceData(z)), unsafe.Pointer(unsafe.SliceData(x))
	y0, y1 := y&low32, y>>32
	for ; n > 0; n-- {
		v, w := *(*Word)(xp), *(*Word)(zp)
		x0, x1 := v&low32, v>>32
		t := x0*y0 + w&low32 + c&low32
		t1 := x1*y0 + w>>32 + t>>32
		u := x0*y1 + t1&low32 + c>>32
		*(*Word)(zp) = u<<32 | t&low32
		c = x1*y1 + t1>>32 + u>>32
		xp, zp = unsafe.Add(xp, _S), unsafe.Add(zp, _S)
	}
	return c
}

// subMulVVW sets z -= x*y and returns the borrow.
func subMulVVW(z, x []Word, y Word) (c Word) {
	n := len(z)
	x = x[:n]
	zp, xp := unsafe.Pointer(unsafe.SliceData(z)), unsafe.Pointer(unsafe.SliceData(x))
	y0, y1 := y&low32, y>>32
	for ; n > 0; n-- {
		v, w := *(*Word)(xp), *(*Word)(zp)
		x0, x1 := v&low32, v>>32
		t := x0*y0 + c&low32
		t1 := x1*y0 + t>>32
		u := x0*y1 + t1&low32 + c>>32
		p := u<<32 | t&low32
		d := w - p
		*(*Word)(zp) = d
		// The high word of a product and carry is below 2^64-1, so that the borrow fits.
		c = x1*y1 + t1>>32 + u>>32 + (^w&p|^(w^p)&d)>>(_W-1)
		xp, zp = unsafe.Add(xp, _S), unsafe.Add(zp, _S)
	}
	return c
}

// mulWW returns the two words of x*y.
func mulWW(x, y Word) (hi, lo Word) {
	x0, x1 := x&low32, x>>32
	y0, y1 := y&low32, y>>32
	t := x1*y0 + (x0*y0)>>32
	u := x0*y1 + t&low32
	return x1*y1 + t>>32 + u>>32, x * y
}

// nlz is the number of zero bits above the highest one.
func nlz(x Word) uint { return uint(bits.LeadingZeros64(uint64(x))) }

// reciprocalOf returns floor((B^2-1)/d) - B for B = 2^64 and d with its top bit set (Möller, Granlund 2011: Improved division by invariant
// integers).
func reciprocalOf(d Word) Word {
	q, _ := bits.Div64(uint64(^d), _M, uint64(d))
	return Word(q)
}

// divStep divides the two words hi, lo by d > hi, which has its top bit set; v is its reciprocal (algorithm 4 of Möller and Granlund).
func divStep(hi, lo, d, v Word) (q, r Word) {
	q1, q0 := mulWW(v, hi)
	s := q0 + lo
	q1 += hi + (q0&lo|(q0|lo)&^s)>>(_W-1) + 1
	r = lo - q1*d
	// Where r > s, the quotient was one too large.
	adjust := -((^s&r | ^(s^r)&(s-r)) >> (_W - 1))
	q1 += adjust
	r += adjust & d
	if r >= d {
		q1++
		r -= d
	}
	return q1, r
}

// divVW sets z = x / y and returns the remainder.
func divVW(z, x []Word, y Word) (r Word) {
	x = x[:len(z)]
	s := nlz(y)
	if y <= low32 {
		return divVHalf(z, x, uint64(y))
	}
	d := y << s
	v := reciprocalOf(d)
	if s == 0 {
		for i := len(z) - 1; i >= 0; i-- {
			z[i], r = divStep(r, x[i], d, v)
		}
		return r
	}
	if len(z) == 0 {
		return 0
	}
	word := x[len(x)-1]
	r = word >> (_W - s)
	for i := len(z) - 1; i > 0; i-- {
		next := x[i-1]
		z[i], r = divStep(r, word<<s|next>>(_W-s), d, v)
		word = next
	}
	z[0], r = divStep(r, word<<s, d, v)
	return r >> s
}

// divVHalf is divVW for y < 2^32, by the same algorithm on halves of words.
func divVHalf(z, x []Word, y uint64) Word {
	s := uint(bits.LeadingZeros32(uint32(y))) & 31
	d := y << s
	v := (^d<<32 | low32) / d & low32
	r := uint64(0)
	before := uint64(0) // the word above, of which the s highest bits of the next belong to its half
	n := len(z)
	if n > 0 {
		r = uint64(x[n-1]) >> 32 >> (32 - s)
	}
	for i := n - 1; i >= 0; i-- {
		word := uint64(x[i])
		below := uint64(0)
		if i > 0 {
			below = uint64(x[i-1])
		}
		before = word<<s | below>>32>>(32-s)
		var q1, q0 uint64
		q1, r = divHalf(r, before>>32, d, v)
		q0, r = divHalf(r, before&low32, d, v)
		z[i] = Word(q1<<32 | q0)
	}
	return Word(r >> s)
}

func divHalf(hi, lo, d, v uint64) (q, r uint64) {
	p := v*hi + (hi<<32 | lo)
	q = (p>>32 + 1) & low32
	r = (lo - q*d) & low32
	adjust := uint64(int64((p&low32)-r) >> 63)
	q = (q + adjust) & low32
	r = (r + adjust&d) & low32
	if r >= d {
		q++
		r -= d
	}
	return q, r
}
