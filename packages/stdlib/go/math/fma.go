package math

import "math/bits"

// FMA returns x*y + z, rounded once.
func FMA(x, y, z float64) float64 {
	if x == 0 || y == 0 || z == 0 || !(Abs(x) <= MaxFloat64 && Abs(y) <= MaxFloat64 && Abs(z) <= MaxFloat64) {
		if z == 0 && x != 0 && y != 0 && Abs(x) <= MaxFloat64 && Abs(y) <= MaxFloat64 {
			return x * y // the product is not 0, so z cannot change it, not even its sign if it underflows
		}
		if Abs(x) <= MaxFloat64 && Abs(y) <= MaxFloat64 && IsInf(z, 0) {
			return z // the product is finite even where x*y is not
		}
		return x*y + z
	}
	// 128-bit integers: the product has 106 bits, here from bit 20 to 126; z is put beside it.
	mx, ex, my, ey, mz, ez := split(x), exponent(x), split(y), exponent(y), split(z), exponent(z)
	negative, negativeZ := Signbit(x) != Signbit(y), Signbit(z)
	hi, lo := bits.Mul64(mx<<10, my<<11)
	exp := ex + ey // of the weight of bit 125 of hi:lo
	zhi, zlo := mz<<9, uint64(0)
	if hi>>62 == 0 {
		hi, lo = hi<<1|lo>>63, lo<<1
	} else {
		exp++
	}
	zhi <<= 1
	// Both have their highest bit at 126. Shift the smaller one right; what falls out is kept as a lowest bit.
	if exp < ez || exp == ez && (hi < zhi || hi == zhi && lo < zlo) {
		hi, lo, zhi, zlo = zhi, zlo, hi, lo
		exp, ez = ez, exp
		negative, negativeZ = negativeZ, negative
	}
	zhi, zlo = shiftRight(zhi, zlo, uint(exp-ez))
	if negative == negativeZ {
		var carry uint64
		lo, carry = bits.Add64(lo, zlo, 0)
		hi, _ = bits.Add64(hi, zhi, carry)
	} else {
		var borrow uint64
		lo, borrow = bits.Sub64(lo, zlo, 0)
		hi, _ = bits.Sub64(hi, zhi, borrow)
		if hi|lo == 0 {
			return 0
		}
	}
	// Highest bit to 127, then 64 bits with a sticky one, of which 53 or fewer are kept.
	n := uint(bits.LeadingZeros64(hi))
	if hi == 0 {
		n = 64 + uint(bits.LeadingZeros64(lo))
		hi, lo = lo<<(n-64), 0
	} else if n > 0 {
		hi, lo = hi<<n|lo>>(64-n), lo<<n
	}
	if lo != 0 {
		hi |= 1
	}
	exp += 1 - int(n)
	var sign uint64
	if negative {
		sign = signBit
	}
	cut := uint(11)
	field := exp + expBias
	if field >= expMask {
		return Float64frombits(sign | infBits)
	}
	if field < 1 {
		cut += uint(1 - field)
		field = 1
		if cut > 64 {
			return Float64frombits(sign)
		}
	}
	result := uint64(field-1)<<mantissaBits + hi>>cut
	half := uint64(1) << (cut - 1)
	below := hi & (half<<1 - 1)
	if below > half || below == half && result&1 == 1 {
		result++
	}
	return Float64frombits(sign | result)
}

// split returns the 53 bits of the mantissa of a finite x that is not 0, the highest of them set.
func split(x float64) uint64 {
	b := Float64bits(x)
	if b>>mantissaBits&expMask == 0 {
		b = Float64bits(x * 0x1p52)
	}
	return b&(1<<mantissaBits-1) | 1<<mantissaBits
}

func shiftRight(hi, lo uint64, n uint) (uint64, uint64) {
	var lost uint64
	switch {
	case n == 0:
		return hi, lo
	case n < 64:
		lost = lo << (64 - n)
		hi, lo = hi>>n, lo>>n|hi<<(64-n)
	case n < 128:
		lost = lo | hi<<(128-n)
		if n == 64 {
			lost = lo
		}
		hi, lo = 0, hi>>(n-64)
	default:
		lost = hi | lo
		hi, lo = 0, 0
	}
	if lost != 0 {
		lo |= 1
	}
	return hi, lo
}
