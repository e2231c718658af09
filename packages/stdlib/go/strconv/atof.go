package strconv

import (
	"math/bits"
	"unsafe"
)

// A floatKind is the layout of float32 or float64.
type floatKind struct {
	mantissaBits uint // without the hidden bit
	bias         int
	maxExponent  int // the exponent field of infinities
}

func kindOf(bitSize int) floatKind {
	if bitSize == 32 {
		return floatKind{23, 127, 255}
	}
	return floatKind{52, 1023, 2047}
}

func (k floatKind) infinity() uint64 { return uint64(k.maxExponent) << k.mantissaBits }

// A literal is a parsed number: mantissa * base^exp. If more digits than fit the mantissa were there, inexact is set.
type literal struct {
	mantissa  uint64
	exp       int // power of 10, or of 2 for hexadecimal
	inexact   bool
	negative  bool
	hex       bool
	digits    string // decimal: the text from the first significant digit to the exponent
	digitsExp int    // the power of ten of the last digit in digits
}

// scanFloat reads the longest number at the start of s; length 0 says there is none.
func scanFloat(s string) (n literal, length int) {
	i := 0
	if i < len(s) && (s[i] == '+' || s[i] == '-') {
		n.negative = s[i] == '-'
		i++
	}
	base := uint64(10)
	most, marker := 19, byte('e')
	if i+2 < len(s) && s[i] == '0' && lower(s[i+1]) == 'x' {
		base, most, marker = 16, 16, 'p'
		n.hex = true
		i += 2
	}
	sawDot, sawDigits, underscores := false, false, false
	used, dropped, fraction := 0, 0, 0 // digits in the mantissa, digits left out, digits after the dot
	start := i
scan:
	for ; i < len(s); i++ {
		c := s[i]
		d := digitOf(c)
		switch {
		case c == '_':
			underscores = true
		case c == '.':
			if sawDot {
				break scan
			}
			sawDot = true
		case uint64(d) < base:
			sawDigits = true
			if sawDot {
				fraction++
			}
			if d == 0 && used == 0 {
				start = i + 1
			} else if used < most {
				n.mantissa = n.mantissa*base + uint64(d)
				used++
			} else {
				dropped++
				n.inexact = n.inexact || d != 0
			}
		default:
			break scan
		}
	}
	if !sawDigits {
		return n, 0
	}
	n.digits = s[start:i]
	exponent := 0
	if i < len(s) && lower(s[i]) == marker {
		i++
		sign := 1
		if i < len(s) && (s[i] == '+' || s[i] == '-') {
			if s[i] == '-' {
				sign = -1
			}
			i++
		}
		if i >= len(s) || s[i] < '0' || s[i] > '9' {
			return n, 0
		}
		for ; i < len(s) && (s[i] == '_' || '0' <= s[i] && s[i] <= '9'); i++ {
			if s[i] == '_' {
				underscores = true
				continue
			}
			if exponent < 1_000_000_000 {
				exponent = exponent*10 + int(s[i]-'0')
			}
		}
		exponent *= sign
	} else if n.hex {
		return n, 0 // the exponent of a hexadecimal float is not optional
	}
	if underscores && !underscoresFit(s[:i]) {
		return n, 0
	}
	if n.hex {
		n.exp = exponent + 4*(dropped-fraction)
	} else {
		n.digitsExp = exponent - fraction
		n.exp = n.digitsExp + dropped
	}
	return n, i
}

// assemble truncates mantissa * 2^exp, whose top bit is set, to the bits of a float; rest is what it cut off:
// -1 nothing or less than half a unit, 0 half, 1 more. sticky says that there is more below the mantissa.
func (k floatKind) assemble(mantissa uint64, exp int, sticky bool) (float uint64, rest int) {
	exponent := exp + 63 + k.bias // the field of a normal number
	cut := 63 - k.mantissaBits
	if exponent <= 0 {
		cut += uint(1 - exponent)
		exponent = 1 // with the hidden bit missing, the sum below is 0
	}
	if exponent >= k.maxExponent {
		return k.infinity(), -1
	}
	if cut > 64 {
		return 0, -1
	}
	float = uint64(exponent-1)<<k.mantissaBits + mantissa>>cut
	half := uint64(1) << (cut - 1)
	below := mantissa & (half<<1 - 1)
	switch {
	case below > half || below == half && sticky:
		return float, 1
	case below == half:
		return float, 0
	}
	return float, -1
}

func roundUp(float uint64, rest int) uint64 {
	if rest > 0 || rest == 0 && float&1 == 1 {
		return float + 1 // carries into the exponent as it must
	}
	return float
}

func normalize(x uint64) (uint64, int) {
	s := bits.LeadingZeros64(x)
	return x << uint(s), s
}

// fromHex rounds a hexadecimal literal.
func (k floatKind) fromHex(n *literal) uint64 {
	if n.mantissa == 0 {
		return 0
	}
	m, s := normalize(n.mantissa)
	if n.exp > 1<<20 {
		n.exp = 1 << 20
	} else if n.exp < -1<<20 {
		n.exp = -1 << 20
	}
	return roundUp(k.assemble(m, n.exp-s, n.inexact))
}

// fromDecimal rounds a decimal literal: with a 128-bit power of ten (Lemire 2021, Number Parsing at a Gigabyte per
// Second) where that decides, else by comparing all digits with the middle between two floats.
func (k floatKind) fromDecimal(n *literal) uint64 {
	if n.mantissa == 0 || n.exp < -348 {
		return 0 // less than 10^19 * 10^-349, and half of the smallest float64 is 2.5e-324
	}
	if n.exp > 308 {
		return k.infinity()
	}
	m, s := normalize(n.mantissa)
	hi, lo, exp, exact := pow10(n.exp)
	exact = exact && !n.inexact
	p2, p1, p0 := mul192(m, hi, lo)
	exp += 128 - s
	if p2>>63 == 0 {
		p2, p1, p0 = p2<<1|p1>>63, p1<<1|p0>>63, p0<<1
		exp--
	}
	if exact {
		return roundUp(k.assemble(p2, exp, p1|p0 != 0))
	}
	if !n.inexact && p1 != 0 && p1 < ^uint64(0)-3 {
		// The true product is less than 4 units of p1 above.
		return roundUp(k.assemble(p2, exp, true))
	}
	lower, rest := k.assemble(p2, exp, true)
	if n.inexact {
		// 19 digits have s <= 4, and what was cut off adds less than 2^(s+1) units of p2.
		upper, upperRest := k.assemble(p2+64, exp, true)
		if p2+64 > p2 && lower == upper && rest == upperRest {
			return roundUp(lower, rest)
		}
	}
	if lower == k.infinity() {
		return lower
	}
	return roundUp(lower, k.compareWithMiddle(n, lower))
}

// compareWithMiddle compares the literal with the middle between the float and its successor, exactly.
func (k floatKind) compareWithMiddle(n *literal, float uint64) int {
	mantissa, exp := k.split(float)
	middle, exp := newNatural(2*mantissa+1), exp-1
	// 800 digits decide: the middle of two floats has fewer; a 1 replaces all that follow.
	digits, count, more := make(natural, 1, 90), 0, false
	tens := n.digitsExp
	var group, width uint64 = 0, 1
	for i := 0; i < len(n.digits); i++ {
		c := n.digits[i]
		if c == '.' || c == '_' {
			continue
		}
		if count >= 800 {
			more = more || c != '0'
			tens++
			continue
		}
		count++
		group, width = group*10+uint64(c-'0'), width*10
		if width == naturalBase {
			digits = digits.times(width, 1).plus(group)
			group, width = 0, 1
		}
	}
	digits = digits.times(width, 1).plus(group)
	if more {
		digits = digits.times(10, 1).plus(1)
		tens--
	}
	if tens >= 0 {
		digits = digits.times(10, tens)
	} else {
		middle = middle.times(10, -tens)
	}
	if exp >= 0 {
		middle = middle.times(2, exp)
	} else {
		digits = digits.times(2, -exp)
	}
	return digits.compare(middle)
}

func (a natural) plus(x uint64) natural {
	for i := 0; x > 0; i++ {
		if i == len(a) {
			a = append(a, 0)
		}
		x += uint64(a[i])
		a[i] = uint32(x % naturalBase)
		x /= naturalBase
	}
	return a
}

// split returns mantissa and exponent of a finite float: mantissa * 2^exp.
func (k floatKind) split(float uint64) (mantissa uint64, exp int) {
	mantissa = float & (1<<k.mantissaBits - 1)
	exp = int(float>>k.mantissaBits) & k.maxExponent
	if exp == 0 {
		exp = 1
	} else {
		mantissa |= 1 << k.mantissaBits
	}
	return mantissa, exp - k.bias - int(k.mantissaBits)
}

var smallPow10 = [...]float64{1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
	1e17, 1e18, 1e19, 1e20, 1e21, 1e22}

// special recognizes inf, infinity and nan at the start of s.
func special(s string) (float64, int) {
	sign, i := uint64(0), 0
	if s != "" && (s[0] == '+' || s[0] == '-') {
		i = 1
		if s[0] == '-' {
			sign = 1 << 63
		}
	}
	switch {
	case hasFold(s[i:], "infinity"):
		return fromBits(sign | 0x7FF<<52), i + 8
	case hasFold(s[i:], "inf"):
		return fromBits(sign | 0x7FF<<52), i + 3
	case i == 0 && hasFold(s, "nan"):
		return fromBits(0x7FF8000000000001), 3
	}
	return 0, 0
}

func hasFold(s, word string) bool {
	if len(s) < len(word) {
		return false
	}
	for i := 0; i < len(word); i++ {
		if lower(s[i]) != word[i] {
			return false
		}
	}
	return true
}

func fromBits(b uint64) float64   { return *(*float64)(unsafe.Pointer(&b)) }
func toBits(f float64) uint64     { return *(*uint64)(unsafe.Pointer(&f)) }
func fromBits32(b uint32) float32 { return *(*float32)(unsafe.Pointer(&b)) }
func toBits32(f float32) uint32   { return *(*uint32)(unsafe.Pointer(&f)) }

// parsePrefix reads the longest float at the start of s.
func parsePrefix(s string, bitSize int) (f float64, length int, err error) {
	if f, n := special(s); n > 0 {
		return f, n, nil
	}
	n, length := scanFloat(s)
	if length == 0 {
		return 0, 0, ErrSyntax
	}
	if !n.inexact && !n.hex && bitSize != 32 && n.mantissa < 1<<53 && -22 <= n.exp && n.exp <= 22 {
		// Both are exact, so one operation rounds correctly (Clinger 1990).
		f = float64(n.mantissa)
		if n.exp >= 0 {
			f *= smallPow10[n.exp]
		} else {
			f /= smallPow10[-n.exp]
		}
		if n.negative {
			f = -f
		}
		return f, length, nil
	}
	k := kindOf(bitSize)
	var float uint64
	if n.hex {
		float = k.fromHex(&n)
	} else {
		float = k.fromDecimal(&n)
	}
	if float >= k.infinity() {
		float, err = k.infinity(), ErrRange
	}
	if bitSize == 32 {
		f = float64(fromBits32(uint32(float)))
	} else {
		f = fromBits(float)
	}
	if n.negative {
		f = -f
	}
	return f, length, err
}

// ParseFloat returns the float of bitSize bits (32 or 64) that is nearest to the number in s: decimal or hexadecimal as in
// Go, inf, infinity or nan in any case. Errors are *NumError; ErrRange comes with an infinity.
func ParseFloat(s string, bitSize int) (float64, error) {
	f, n, err := parsePrefix(s, bitSize)
	if n != len(s) && (err == nil || err == ErrRange) {
		f, err = 0, ErrSyntax
	}
	if err != nil {
		return f, fail("ParseFloat", s, err)
	}
	return f, nil
}
