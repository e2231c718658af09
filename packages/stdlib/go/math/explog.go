package math

const (
	ln2Hi = 6.93147180369123816490e-01 // 33 bits, so that k*ln2Hi is exact
	ln2Lo = 1.90821492927058770002e-10
)

// expParts reduces hi + lo to r + k*ln2 and returns e^r as one + rest, with |rest| small against one.
func expParts(hi, lo float64) (one, rest float64, k int) {
	n := RoundToEven(hi * Log2E)
	hi -= n * ln2Hi
	lo -= n * ln2Lo
	r := hi + lo
	lo += hi - r
	one = 1 + r
	return one, 1 - one + r + (lo + r*lo + r*r*expTail(r)), int(n)
}

// expTail is (e^r - 1 - r) / r² for |r| < 0.36, by Taylor's series.
func expTail(r float64) float64 {
	return 1.0/2 + r*(1.0/6+r*(1.0/24+r*(1.0/120+r*(1.0/720+r*(1.0/5040+r*(1.0/40320+r*(1.0/362880+
		r*(1.0/3628800+r*(1.0/39916800+r*(1.0/479001600+r*(1.0/6227020800)))))))))))
}

// Exp returns e^x.
func Exp(x float64) float64 {
	switch {
	case IsNaN(x) || IsInf(x, 1):
		return x
	case x > 709.8:
		return Inf(1)
	case x < -745.2:
		return 0
	}
	one, rest, k := expParts(x, 0)
	return Ldexp(one+rest, k)
}

// Exp2 returns 2^x.
func Exp2(x float64) float64 {
	switch {
	case IsNaN(x) || IsInf(x, 1):
		return x
	case x >= 1024:
		return Inf(1)
	case x < -1075.5:
		return 0
	}
	n := RoundToEven(x)
	hi, lo := twoProduct(x-n, Ln2)
	const ln2Rest = 2.3190468138462996e-17 // Ln2 minus its float64
	one, rest, k := expParts(hi, lo+(x-n)*ln2Rest)
	return Ldexp(one+rest, k+int(n))
}

// Expm1 returns e^x - 1, exact also near 0.
func Expm1(x float64) float64 {
	switch {
	case IsNaN(x) || IsInf(x, 1) || x == 0:
		return x
	case x > 709.8:
		return Inf(1)
	case x < -56:
		return -1
	case Abs(x) < 0.3:
		return x + x*x*expTail(x)
	}
	one, rest, k := expParts(x, 0)
	if k > 1000 {
		return Ldexp(one+rest, k)
	}
	hi, lo := twoSum(Ldexp(one, k), -1)
	return hi + (lo + Ldexp(rest, k))
}

// logTail returns R with log(1+f) = f - (f²/2 - s*(f²/2 + R)), s = f/(2+f): fdlibm, e_log.c (Sun Microsystems 1993).
func logTail(s float64) float64 {
	z := s * s
	w := z * z
	odd := z * (6.666666666666735130e-01 + w*(2.857142874366239149e-01+w*(1.818357216161805012e-01+w*1.479819860511658591e-01)))
	even := w * (3.999999999940941908e-01 + w*(2.222219843214978396e-01+w*1.531383769920937332e-01))
	return odd + even
}

// Log returns the natural logarithm.
func Log(x float64) float64 {
	switch {
	case IsNaN(x) || IsInf(x, 1):
		return x
	case x < 0:
		return NaN()
	case x == 0:
		return Inf(-1)
	}
	m, e := Frexp(x)
	if m < Sqrt2/2 {
		m *= 2
		e--
	}
	f, k := m-1, float64(e)
	s := f / (2 + f)
	half := 0.5 * f * f
	return k*ln2Hi - ((half - (s*(half+logTail(s)) + k*ln2Lo)) - f)
}

// Log1p returns log(1+x), exact also near 0.
func Log1p(x float64) float64 {
	switch {
	case IsNaN(x) || IsInf(x, 1) || x == 0:
		return x
	case x < -1:
		return NaN()
	case x == -1:
		return Inf(-1)
	case Abs(x) < 0x1p-54:
		return x
	}
	f, k, c := x, 0.0, 0.0
	if x < Sqrt2/2-1 || x > Sqrt2-1 {
		u := 1 + x
		m, e := Frexp(u)
		if m < Sqrt2/2 {
			m *= 2
			e--
		}
		// What 1 + x lost, as a part of u.
		if x < 1 {
			c = x - (u - 1)
		} else {
			c = 1 - (u - x)
		}
		c /= u
		f, k = m-1, float64(e)
	}
	s := f / (2 + f)
	half := 0.5 * f * f
	return k*ln2Hi - ((half - (s*(half+logTail(s)) + (k*ln2Lo + c))) - f)
}

// Log2 returns the binary logarithm, exactly for powers of two.
func Log2(x float64) float64 {
	frac, exp := Frexp(x)
	if frac == 0.5 {
		return float64(exp - 1)
	}
	return Log(frac)*(1/Ln2) + float64(exp)
}

// Log10 returns the decimal logarithm.
func Log10(x float64) float64 { return Log(x) * (1 / Ln10) }

// Pow returns x^y, with the special cases of C99.
func Pow(x, y float64) float64 {
	switch {
	case y == 0 || x == 1:
		return 1
	case y == 1:
		return x
	case IsNaN(x) || IsNaN(y):
		return NaN()
	case x == 0:
		odd := Abs(y) < 0x1p53 && Mod(y, 2) != 0 && Trunc(y) == y
		switch {
		case y < 0 && odd:
			return Copysign(Inf(1), x)
		case y < 0:
			return Inf(1)
		case odd:
			return x
		}
		return 0
	case IsInf(y, 0):
		switch {
		case x == -1:
			return 1
		case (Abs(x) < 1) == IsInf(y, 1):
			return 0
		}
		return Inf(1)
	case IsInf(x, 0):
		if IsInf(x, -1) {
			if y == Trunc(y) && Mod(y, 2) != 0 {
				return Copysign(Pow(Inf(1), y), -1)
			}
		}
		if y < 0 {
			return 0
		}
		return Inf(1)
	case y == 0.5:
		return Sqrt(x)
	case y == -0.5:
		return 1 / Sqrt(x)
	}
	whole, part := Modf(Abs(y))
	if part != 0 && x < 0 {
		return NaN()
	}
	if whole >= 0x1p63 {
		// x is not ±1, and y even.
		switch {
		case x == -1:
			return 1
		case (Abs(x) < 1) == (y > 0):
			return 0
		}
		return Inf(1)
	}
	// x^whole by squaring (Knuth, TAOCP 2, 4.6.3), with exponents apart so that nothing overflows too early, times x^part.
	result, resultExp := 1.0, 0
	if part != 0 {
		if part > 0.5 {
			part--
			whole++
		}
		result = Exp(part * Log(x))
	}
	square, squareExp := Frexp(x)
	for n := uint64(whole); n != 0; n >>= 1 {
		if squareExp < -1<<12 || squareExp > 1<<12 {
			resultExp += squareExp // beyond all floats
			break
		}
		if n&1 == 1 {
			result *= square
			resultExp += squareExp
		}
		square *= square
		squareExp *= 2
		if square < 0.5 {
			square += square
			squareExp--
		}
	}
	if y < 0 {
		result, resultExp = 1/result, -resultExp
	}
	return Ldexp(result, resultExp)
}

// Pow10 returns 10^n: 0 below -323, infinite above 308.
func Pow10(n int) float64 {
	switch {
	case n < -323:
		return 0
	case n > 308:
		return Inf(1)
	case n < 0:
		return powersOf1em32[-n/32] / powersOfTen[-n%32]
	}
	return powersOf1e32[n/32] * powersOfTen[n%32]
}

var powersOfTen = [...]float64{1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
	1e17, 1e18, 1e19, 1e20, 1e21, 1e22, 1e23, 1e24, 1e25, 1e26, 1e27, 1e28, 1e29, 1e30, 1e31}

var powersOf1e32 = [...]float64{1e0, 1e32, 1e64, 1e96, 1e128, 1e160, 1e192, 1e224, 1e256, 1e288}

var powersOf1em32 = [...]float64{1e-0, 1e-32, 1e-64, 1e-96, 1e-128, 1e-160, 1e-192, 1e-224, 1e-256, 1e-288, 1e-320}
