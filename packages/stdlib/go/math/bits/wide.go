package bits

// Add returns x + y + carry and the carry out; carry is 0 or 1.
func Add(x, y, carry uint) (sum, carryOut uint) {
	s, c := Add64(uint64(x), uint64(y), uint64(carry))
	return uint(s), uint(c)
}

// Add32 is Add of 32 bits.
func Add32(x, y, carry uint32) (sum, carryOut uint32) {
	s := uint64(x) + uint64(y) + uint64(carry)
	return uint32(s), uint32(s >> 32)
}

// Add64 is Add of 64 bits.
func Add64(x, y, carry uint64) (sum, carryOut uint64) {
	sum = x + y + carry
	// The top bit overflowed if both had it, or one had it and the sum lost it.
	return sum, (x&y | (x|y)&^sum) >> 63
}

// Sub returns x - y - borrow and the borrow out; borrow is 0 or 1.
func Sub(x, y, borrow uint) (diff, borrowOut uint) {
	d, b := Sub64(uint64(x), uint64(y), uint64(borrow))
	return uint(d), uint(b)
}

// Sub32 is Sub of 32 bits.
func Sub32(x, y, borrow uint32) (diff, borrowOut uint32) {
	d := uint64(x) - uint64(y) - uint64(borrow)
	return uint32(d), uint32(d >> 63)
}

// Sub64 is Sub of 64 bits.
func Sub64(x, y, borrow uint64) (diff, borrowOut uint64) {
	diff = x - y - borrow
	return diff, (^x&y | ^(x^y)&diff) >> 63
}

// Mul returns the 128-bit product x * y in two words.
func Mul(x, y uint) (hi, lo uint) {
	h, l := Mul64(uint64(x), uint64(y))
	return uint(h), uint(l)
}

// Mul32 returns the 64-bit product x * y in two words.
func Mul32(x, y uint32) (hi, lo uint32) {
	p := uint64(x) * uint64(y)
	return uint32(p >> 32), uint32(p)
}

// Mul64 returns the 128-bit product x * y in two words.
func Mul64(x, y uint64) (hi, lo uint64) {
	x0, x1 := x&0xFFFFFFFF, x>>32
	y0, y1 := y&0xFFFFFFFF, y>>32
	low := x0 * y0
	mid := x1*y0 + low>>32 // cannot overflow: (2^32-1)^2 + 2^32-1 < 2^64
	mid2 := x0*y1 + mid&0xFFFFFFFF
	return x1*y1 + mid>>32 + mid2>>32, x * y
}

type overflow struct{}

func (overflow) Error() string { return "runtime error: integer overflow" }
func (overflow) RuntimeError() {}

// Div divides the two words hi, lo by y; it panics if y is 0 or the quotient does not fit (y <= hi).
func Div(hi, lo, y uint) (quo, rem uint) {
	q, r := Div64(uint64(hi), uint64(lo), uint64(y))
	return uint(q), uint(r)
}

// Div32 is Div of 32-bit words.
func Div32(hi, lo, y uint32) (quo, rem uint32) {
	if y != 0 && y <= hi {
		panic(overflow{})
	}
	x := uint64(hi)<<32 | uint64(lo)
	return uint32(x / uint64(y)), uint32(x % uint64(y))
}

// Div64 is Div of 64-bit words.
func Div64(hi, lo, y uint64) (quo, rem uint64) {
	if hi == 0 {
		return lo / y, lo % y
	}
	if y != 0 && y <= hi {
		panic(overflow{})
	}
	// Long division in base 2^32 (Knuth, TAOCP 2, 4.3.1, algorithm D), y shifted so that its top bit is set.
	s := clz64(y)
	if y == 0 {
		return lo / y, 0
	}
	y <<= s
	if s > 0 {
		hi, lo = hi<<s|lo>>(64-s), lo<<s
	}
	q1, r := digit(hi, lo>>32, y)
	q0, r := digit(r, lo&0xFFFFFFFF, y)
	return q1<<32 | q0, r >> s
}

// digit divides rem*2^32 + next by y, which has its top bit set; rem < y, next < 2^32.
func digit(rem, next, y uint64) (q, r uint64) {
	y1, y0 := y>>32, y&0xFFFFFFFF
	q = rem / y1
	left := rem - q*y1
	for q>>32 != 0 || q*y0 > left<<32|next {
		q--
		left += y1
		if left>>32 != 0 {
			break
		}
	}
	return q, rem<<32 + next - q*y
}

// Rem is the remainder of hi, lo by y; unlike Div it does not panic when the quotient is too large.
func Rem(hi, lo, y uint) uint { return uint(Rem64(uint64(hi), uint64(lo), uint64(y))) }

// Rem32 is Rem of 32-bit words.
func Rem32(hi, lo, y uint32) uint32 {
	return uint32((uint64(hi)<<32 | uint64(lo)) % uint64(y))
}

// Rem64 is Rem of 64-bit words.
func Rem64(hi, lo, y uint64) uint64 {
	_, r := Div64(hi%y, lo, y)
	return r
}
