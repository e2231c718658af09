package strconv

// FormatComplex returns (a+bi) with the parts as from FormatFloat; bitSize is 64 or 128.
func FormatComplex(c complex128, fmt byte, prec, bitSize int) string {
	if bitSize != 64 && bitSize != 128 {
		panic("invalid bitSize")
	}
	var buf [64]byte
	dst := append(buf[:0], '(')
	dst = AppendFloat(dst, real(c), fmt, prec, bitSize/2)
	start := len(dst)
	dst = AppendFloat(dst, imag(c), fmt, prec, bitSize/2)
	if dst[start] != '+' && dst[start] != '-' {
		imaginary := string(dst[start:])
		dst = append(append(dst[:start], '+'), imaginary...)
	}
	return string(append(dst, "i)"...))
}

// ParseComplex reads N, Ni or N±Ni, also in parentheses; bitSize is 64 or 128. Its errors are those of ParseFloat.
func ParseComplex(s string, bitSize int) (complex128, error) {
	size := 64
	if bitSize == 64 {
		size = 32
	}
	rest := s
	if n := len(rest); n >= 2 && rest[0] == '(' && rest[n-1] == ')' {
		rest = rest[1 : n-1]
	}
	var outOfRange error
	number := func() (f float64, ok bool) {
		f, n, err := parsePrefix(rest, size)
		if err == ErrRange {
			outOfRange = fail("ParseComplex", s, err)
		} else if err != nil {
			return 0, false
		}
		rest = rest[n:]
		return f, true
	}
	re, ok := number()
	if !ok {
		return 0, fail("ParseComplex", s, ErrSyntax)
	}
	if rest == "" {
		return complex(re, 0), outOfRange
	}
	if rest == "i" {
		return complex(0, re), outOfRange
	}
	switch rest[0] {
	case '+':
		// "+NaN" is no float, but a part may be added like that.
		if len(rest) > 3 && hasFold(rest[1:], "nan") {
			rest = rest[1:]
		}
	case '-':
	default:
		return 0, fail("ParseComplex", s, ErrSyntax)
	}
	im, ok := number()
	if !ok || rest != "i" {
		return 0, fail("ParseComplex", s, ErrSyntax)
	}
	return complex(re, im), outOfRange
}
