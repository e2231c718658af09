package strconv

import "math/bits"

// A decimal is 0.d[0]d[1]… * 10^point; zero has no digits.
type decimal struct {
	d     []byte
	point int
}

// FormatFloat writes f, a float of bitSize bits, as 'b', 'e', 'E', 'f', 'g', 'G', 'x' or 'X' with prec digits (after the
// point; for g and G in all); prec -1 selects the fewest digits that ParseFloat reads back as f.
func FormatFloat(f float64, fmt byte, prec, bitSize int) string {
	var buf [32]byte
	return string(AppendFloat(buf[:0], f, fmt, prec, bitSize))
}

// AppendFloat appends FormatFloat(f, fmt, prec, bitSize).
func AppendFloat(dst []byte, f float64, fmt byte, prec, bitSize int) []byte {
	var float uint64
	switch bitSize {
	case 32:
		float = uint64(toBits32(float32(f)))
	case 64:
		float = toBits(f)
	default:
		panic("strconv: illegal AppendFloat/FormatFloat bitSize")
	}
	k := kindOf(bitSize)
	negative := float>>(bitSize-1) != 0
	float &^= 1 << (bitSize - 1)
	if float >= k.infinity() {
		switch {
		case float > k.infinity():
			return append(dst, "NaN"...)
		case negative:
			return append(dst, "-Inf"...)
		}
		return append(dst, "+Inf"...)
	}
	if negative {
		dst = append(dst, '-')
	}
	mantissa, exp := k.split(float)
	switch fmt {
	case 'b':
		dst = AppendUint(dst, mantissa, 10)
		dst = append(dst, 'p')
		if exp >= 0 {
			dst = append(dst, '+')
		}
		return AppendInt(dst, int64(exp), 10)
	case 'x', 'X':
		return appendHex(dst, mantissa, exp, k, fmt, prec)
	case 'e', 'E', 'f', 'g', 'G':
	default:
		if negative {
			dst = dst[:len(dst)-1]
		}
		return append(dst, '%', fmt)
	}
	var buf [24]byte
	var n decimal
	shortest := prec < 0
	if mantissa == 0 {
		n.d = buf[:0]
	} else if shortest {
		n = shortestDecimal(buf[:0], mantissa, exp, k)
	} else {
		n = fixedDecimal(buf[:0], mantissa, exp, fmt, prec)
	}
	switch fmt {
	case 'f':
		if shortest {
			prec = max(len(n.d)-n.point, 0)
		}
		return appendPlain(dst, n, prec)
	case 'e', 'E':
		if shortest {
			prec = max(len(n.d)-1, 0)
		}
		return appendScientific(dst, n, fmt, prec)
	}
	limit := prec
	if prec == 0 {
		limit = 1
	}
	if limit > len(n.d) && len(n.d) >= n.point {
		limit = len(n.d)
	}
	if shortest {
		limit = 6
	}
	e := n.point - 1
	if len(n.d) == 0 {
		e = 0
		limit = max(limit, 1)
	}
	if e < -4 || e >= limit {
		return appendScientific(dst, n, fmt+'e'-'g', max(len(n.d)-1, 0))
	}
	return appendPlain(dst, n, max(len(n.d)-n.point, 0))
}

// digit is the i-th digit, '0' outside of the given ones.
func (n *decimal) digit(i int) byte {
	if 0 <= i && i < len(n.d) {
		return n.d[i]
	}
	return '0'
}

func appendPlain(dst []byte, n decimal, prec int) []byte {
	if n.point <= 0 || len(n.d) == 0 {
		dst = append(dst, '0')
	} else {
		for i := 0; i < n.point; i++ {
			dst = append(dst, n.digit(i))
		}
	}
	if prec > 0 {
		dst = append(dst, '.')
		for i := 0; i < prec; i++ {
			dst = append(dst, n.digit(n.point+i))
		}
	}
	return dst
}

func appendScientific(dst []byte, n decimal, e byte, prec int) []byte {
	dst = append(dst, n.digit(0))
	if prec > 0 {
		dst = append(dst, '.')
		for i := 1; i <= prec; i++ {
			dst = append(dst, n.digit(i))
		}
	}
	exp := n.point - 1
	if len(n.d) == 0 {
		exp = 0
	}
	dst = append(dst, e)
	return appendExponent(dst, exp)
}

// appendExponent appends the sign and at least two digits.
func appendExponent(dst []byte, exp int) []byte {
	sign := byte('+')
	if exp < 0 {
		sign, exp = '-', -exp
	}
	dst = append(dst, sign)
	if exp < 10 {
		dst = append(dst, '0')
	}
	return AppendInt(dst, int64(exp), 10)
}

func appendHex(dst []byte, mantissa uint64, exp int, k floatKind, fmt byte, prec int) []byte {
	// One bit before the point, the rest in the top bits of fraction.
	var lead, fraction uint64
	if mantissa != 0 {
		m, s := normalize(mantissa)
		exp += 63 - s
		lead, fraction = 1, m<<1
		if 0 <= prec && prec < 16 {
			cut := uint(64 - 4*prec)
			below, half := fraction, uint64(1)<<63
			odd := lead & 1
			if cut < 64 {
				odd = fraction >> cut & 1
				below, half = fraction&(1<<cut-1), 1<<(cut-1)
			}
			fraction = fraction >> (cut - 1) >> 1 << (cut - 1) << 1
			if below > half || below == half && odd == 1 {
				sum := fraction + 1<<(cut-1)<<1
				if cut == 64 || sum < fraction {
					exp++ // 1.fff… became 2
				}
				fraction = sum
			}
		}
	} else {
		exp = 0
	}
	digits, p := "0123456789abcdef", byte('p')
	if fmt == 'X' {
		digits, p = "0123456789ABCDEF", 'P'
	}
	dst = append(dst, '0', fmt, byte('0'+lead))
	if prec < 0 && fraction != 0 || prec > 0 {
		dst = append(dst, '.')
		for i := 0; i < prec || prec < 0 && fraction != 0; i++ {
			dst = append(dst, digits[fraction>>60])
			fraction <<= 4
		}
	}
	return appendExponent(append(dst, p), exp)
}

// newDecimal returns the decimal digits * 10^exp without trailing zeros.
func newDecimal(buf []byte, digits uint64, exp int) decimal {
	if digits == 0 {
		return decimal{buf[:0], 0}
	}
	buf = buf[:20]
	start := putDecimal(buf, 20, digits)
	end := 20
	for buf[end-1] == '0' {
		end--
	}
	return decimal{buf[start:end], 20 - start + exp}
}

// shortestDecimal finds the shortest decimal that rounds to mantissa * 2^exp, of these the nearest:
// Giulietti 2021, The Schubfach way to render doubles.
func shortestDecimal(buf []byte, mantissa uint64, exp int, k floatKind) decimal {
	odd := mantissa & 1
	// Four times the value and the limits of the interval that rounds to it.
	value := 4 * mantissa
	left := value - 2
	k10 := log10Pow2(exp)
	if mantissa == 1<<k.mantissaBits && exp > 1-k.bias-int(k.mantissaBits) {
		left = value - 1 // the float below is only half as far
		k10 = (exp*1262611 - 524031) >> 22
	}
	hi, lo, pexp, _ := pow10(-k10)
	lo++
	if lo == 0 {
		hi++
	}
	shift := uint(exp + pexp + 128)
	v := scaleToOdd(value<<shift, hi, lo)
	vl := scaleToOdd(left<<shift, hi, lo) + odd
	vr := scaleToOdd((value+2)<<shift, hi, lo) - odd
	s := v / 4
	if s >= 10 {
		ten := s / 10 * 10
		below, above := vl <= 4*ten, 4*(ten+10) <= vr
		if below != above {
			if above {
				ten += 10
			}
			return newDecimal(buf, ten, k10)
		}
	}
	below, above := vl <= 4*s, 4*(s+1) <= vr
	if below == above {
		middle := 4*s + 2
		above = v > middle || v == middle && s&1 == 1
	}
	if above {
		s++
	}
	return newDecimal(buf, s, k10)
}

// scaleToOdd returns x * hi:lo / 2^128, with the lowest bit set if anything is cut off.
func scaleToOdd(x, hi, lo uint64) uint64 {
	p2, p1, _ := mul192(x, hi, lo)
	if p1 != 0 {
		p2 |= 1
	}
	return p2
}

// fixedDecimal rounds mantissa * 2^exp, exactly and to even, to the digits that the format requires.
func fixedDecimal(buf []byte, mantissa uint64, exp int, fmt byte, prec int) decimal {
	digits := prec // how many significant ones
	switch {
	case fmt == 'e' || fmt == 'E':
		digits++
	case fmt == 'f':
		digits = -1
	case prec == 0:
		digits = 1
	}
	m, s := normalize(mantissa)
	exp -= s
	// Scale by 10^p so that the wanted digits are before the point; the decimal exponent may be one more than estimated.
	p := prec
	if fmt != 'f' {
		p = digits - 1 - log10Pow2(exp+63)
	}
	if digits <= 17 && pow10First < p && p <= pow10Last {
		n, ok := scaleAndRound(m, exp, p)
		if ok && digits > 0 && n >= uint64(smallPow10[digits]) {
			// One digit too many, or just rounded up to it: in both cases one power less is right.
			p--
			n, ok = scaleAndRound(m, exp, p)
		}
		if ok {
			return newDecimal(buf, n, -p)
		}
	}
	return exactDecimal(mantissa, exp+s, digits, prec)
}

// scaleAndRound rounds m * 2^exp * 10^p to even; m has its top bit set. It gives up if the result is above 10^18 or if
// 128 bits of 10^p do not decide.
func scaleAndRound(m uint64, exp, p int) (uint64, bool) {
	hi, lo, pexp, exact := pow10(p)
	p2, p1, p0 := mul192(m, hi, lo)
	shift := -(exp + pexp + 128) // of p2, to the right
	if shift < 5 {
		return 0, false
	}
	if shift > 64 {
		return 0, true // less than 1/2
	}
	n := p2 >> shift
	half := uint64(1) << (shift - 1)
	below := p2 & (half<<1 - 1)
	if !exact && (below == half && p1 == 0 || below == half-1 && p1 == ^uint64(0)) {
		return 0, false // the product is less than a unit of p1 too small
	}
	if below > half || below == half && (p1|p0 != 0 || n&1 == 1) {
		n++
	}
	return n, true
}

// exactDecimal finds all digits of mantissa * 2^exp and rounds to the given number of them, or, if that is negative,
// to prec digits after the point.
func exactDecimal(mantissa uint64, exp, digits, prec int) decimal {
	zeros := bits.TrailingZeros64(mantissa)
	mantissa >>= uint(zeros)
	exp += zeros
	all := make(natural, 0, 90)
	all = append(all, newNatural(mantissa)...)
	point := 0
	if exp >= 0 {
		all = all.times(2, exp)
	} else {
		all = all.times(5, -exp) // 2^-n = 5^n / 10^n
		point = exp
	}
	n := decimal{d: all.digits()}
	n.point = len(n.d) + point
	if digits < 0 {
		digits = n.point + prec
	}
	n.round(digits)
	return n
}

// round keeps the given number of digits, to even, and drops trailing zeros.
func (n *decimal) round(digits int) {
	n.trim()
	if digits < 0 {
		n.d = n.d[:0]
	} else if digits < len(n.d) {
		up := n.d[digits] >= '5'
		if n.d[digits] == '5' && digits+1 == len(n.d) { // exactly half, as there are no trailing zeros
			up = digits > 0 && n.d[digits-1]&1 == 1
		}
		n.d = n.d[:digits]
		if up {
			i := digits - 1
			for i >= 0 && n.d[i] == '9' {
				i--
			}
			if i < 0 {
				n.d = append(n.d[:0], '1')
				n.point++
			} else {
				n.d[i]++
				n.d = n.d[:i+1]
			}
		}
	}
	n.trim()
}

func (n *decimal) trim() {
	for len(n.d) > 0 && n.d[len(n.d)-1] == '0' {
		n.d = n.d[:len(n.d)-1]
	}
}
