package strconv

import "math/bits"

// pow10 returns the top 128 bits of 10^q, with the highest bit set: hi:lo * 2^exp <= 10^q < (hi:lo + 1) * 2^exp.
// exact says that the left side is an equation. q must be between pow10First and pow10Last.
func pow10(q int) (hi, lo uint64, exp int, exact bool) {
	i := q - pow10First
	coarse, offset := pow10Coarse[i/pow10Step], i%pow10Step
	fine := pow5Fine[offset]
	hi, mid := bits.Mul64(coarse[0], fine)
	carry, low := bits.Mul64(coarse[1], fine)
	mid, c := bits.Add64(mid, carry, 0)
	hi += c
	if offset == 0 {
		hi, mid, low = coarse[0], coarse[1], 0
	} else if s := uint(bits.LeadingZeros64(hi)); s > 0 {
		hi = hi<<s | mid>>(64-s)
		mid = mid<<s | low>>(64-s)
	}
	lo, c = bits.Add64(mid, pow10Corrections[i/32]>>(i%32*2)&3, 0)
	hi += c
	return hi, lo, log2Pow10(q) - 127, 0 <= q && q <= 55 // 5^55 < 2^128
}

// log2Pow10 is floor(log2(10^q)) for |q| <= 1233.
func log2Pow10(q int) int { return q * 1741647 >> 19 }

// log10Pow2 is floor(log10(2^e)) for |e| <= 1650.
func log10Pow2(e int) int { return e * 1262611 >> 22 }

// mul192 returns the three words of x * hi:lo.
func mul192(x, hi, lo uint64) (p2, p1, p0 uint64) {
	p2, p1 = bits.Mul64(x, hi)
	carry, p0 := bits.Mul64(x, lo)
	p1, c := bits.Add64(p1, carry, 0)
	return p2 + c, p1, p0
}

// A natural is a natural number in base 10^9, lowest digit first, for the rare cases that need all digits.
type natural []uint32

const naturalBase = 1_000_000_000

func newNatural(x uint64) natural {
	return natural{uint32(x % naturalBase), uint32(x / naturalBase % naturalBase), uint32(x / naturalBase / naturalBase)}
}

// times multiplies in place by f^n; f < 2^32.
func (a natural) times(f uint64, n int) natural {
	// Fewer passes with larger factors.
	group, power := 1, f
	for power*f < 1<<32 && group < n {
		power *= f
		group++
	}
	for n > 0 {
		if n < group {
			power, group = f, 1
		}
		n -= group
		carry := uint64(0)
		for i, d := range a {
			carry += uint64(d) * power
			a[i] = uint32(carry % naturalBase)
			carry /= naturalBase
		}
		for carry > 0 {
			a = append(a, uint32(carry%naturalBase))
			carry /= naturalBase
		}
	}
	return a
}

// compare returns -1, 0 or 1 for a < b, a == b, a > b.
func (a natural) compare(b natural) int {
	for len(a) < len(b) {
		a = append(a, 0)
	}
	for i := len(a) - 1; i >= 0; i-- {
		d := uint32(0)
		if i < len(b) {
			d = b[i]
		}
		if a[i] != d {
			if a[i] < d {
				return -1
			}
			return 1
		}
	}
	return 0
}

// digits returns the decimal digits without leading zeros.
func (a natural) digits() []byte {
	text := make([]byte, 0, 9*len(a))
	for i := len(a) - 1; i >= 0; i-- {
		d := a[i]
		for unit := uint32(naturalBase / 10); unit > 0; unit /= 10 {
			c := byte(d / unit % 10)
			if c != 0 || len(text) > 0 {
				text = append(text, '0'+c)
			}
		}
	}
	return text
}
