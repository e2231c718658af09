package math

import "math/bits"

// Sin, Cos and Tan follow Cephes (Moshier 1989, Methods and Programs for Mathematical Functions): the argument less a
// multiple of Pi/4, which is split in three parts, then polynomials.
const (
	quarterPi1 = 7.85398125648498535156e-1
	quarterPi2 = 3.77489470793079817668e-8
	quarterPi3 = 2.69515142907905952645e-15
)

// reduce returns the octant of x >= 0, made even, and the distance from its start.
func reduce(x float64) (octant uint, z float64) {
	if x >= 1<<29 {
		return reduceLarge(x)
	}
	n := uint64(x * (4 / Pi))
	n += n & 1
	y := float64(n)
	return uint(n & 7), ((x - y*quarterPi1) - y*quarterPi2) - y*quarterPi3
}

// The bits of 4/Pi; the first word is before the point.
var fourOverPi = [...]uint64{
	0x1, 0x45f306dc9c882a53, 0xf84eafa3ea69bb81, 0xb6c52b3278872083, 0xfca2c757bd778ac3,
	0x6e48dc74849ba5c0, 0xc925dd413a32439, 0xfc3bd63962534e7d, 0xd1046bea5d768909, 0xd338e04d68befc82,
	0x7323ac7306a673e9, 0x3908bf177bf25076, 0x3ff12fffbc0b301f, 0xde5e2316b414da3e, 0xda6cfd9e4f96136e,
	0x9e8c7ecd3cbfd45a, 0xea4f758fd7cbe2f6, 0x7a0e73ef14a525d4, 0xd7f6bf623f1aba10, 0xac06608df8f6d757,
}

// reduceLarge is reduce by integers (Payne and Hanek 1983): only those bits of 4/Pi are multiplied that end up near the
// point of the product.
func reduceLarge(x float64) (octant uint, z float64) {
	m, shift := split(x), exponent(x)-52 // x = m * 2^shift
	// Words w0 w1 w2 of 4/Pi * 2^shift, w0 in units of 2^-61: what is above gives multiples of 8.
	start := shift + 61
	word, bit := start/64, uint(start%64)
	at := func(i int) uint64 {
		if bit == 0 {
			return fourOverPi[i]
		}
		return fourOverPi[i]<<bit | fourOverPi[i+1]>>(64-bit)
	}
	w0, w1, w2 := at(word), at(word+1), at(word+2)
	hi, mid := bits.Mul64(m, w1)
	mid2, _ := bits.Mul64(m, w2)
	lo, carry := bits.Add64(mid, mid2, 0)
	hi, _ = bits.Add64(hi, m*w0, carry)
	octant = uint(hi >> 61)
	fraction := hi<<3 | lo>>61
	lo <<= 3
	if fraction == 0 {
		return octant, 0
	}
	negative := octant&1 == 1
	if negative {
		octant = (octant + 1) & 7
		fraction, lo = -fraction-1, -lo
		if lo == 0 {
			fraction++
		}
	}
	n := uint(bits.LeadingZeros64(fraction))
	fraction = fraction<<n | lo>>(64-n)
	z = float64(fraction>>11) * 0x1p-53 * power2(-int(n)) * (Pi / 4)
	if negative {
		z = -z
	}
	return octant, z
}

func sinPolynomial(z float64) float64 {
	zz := z * z
	return z + z*zz*((((((1.58962301576546568060e-10*zz)-2.50507477628578072866e-8)*zz+2.75573136213857245213e-6)*zz-
		1.98412698295895385996e-4)*zz+8.33333333332211858878e-3)*zz-1.66666666666666307295e-1)
}

func cosPolynomial(z float64) float64 {
	zz := z * z
	return 1 - 0.5*zz + zz*zz*((((((-1.13585365213876817300e-11*zz)+2.08757008419747316778e-9)*zz-2.75573141792967388112e-7)*zz+
		2.48015872888517045348e-5)*zz-1.38888888888730564116e-3)*zz+4.16666666666665929218e-2)
}

// Sin returns the sine of an angle in radians.
func Sin(x float64) float64 {
	if x == 0 || IsNaN(x) {
		return x
	}
	if IsInf(x, 0) {
		return NaN()
	}
	octant, z := reduce(Abs(x))
	y := sinPolynomial(z)
	if octant&2 != 0 {
		y = cosPolynomial(z)
	}
	if (octant >= 4) != (x < 0) {
		y = -y
	}
	return y
}

// Cos returns the cosine of an angle in radians.
func Cos(x float64) float64 {
	if IsInf(x, 0) || IsNaN(x) {
		return NaN()
	}
	octant, z := reduce(Abs(x))
	y := cosPolynomial(z)
	if octant&2 != 0 {
		y = sinPolynomial(z)
	}
	if octant == 2 || octant == 4 {
		y = -y
	}
	return y
}

// Sincos returns Sin(x) and Cos(x).
func Sincos(x float64) (sin, cos float64) { return Sin(x), Cos(x) }

// Tan returns the tangent of an angle in radians.
func Tan(x float64) float64 {
	if x == 0 || IsNaN(x) {
		return x
	}
	if IsInf(x, 0) {
		return NaN()
	}
	octant, z := reduce(Abs(x))
	zz := z * z
	y := z
	if zz > 1e-14 {
		y = z + z*(zz*(((-1.30936939181383734205e4*zz)+1.15351664838587416140e6)*zz-1.79565251976484877988e7)/
			((((zz+1.36812963470692954678e4)*zz-1.32089234440210967447e6)*zz+2.50083801823357915839e7)*zz-5.38695755929454629881e7))
	}
	if octant&2 != 0 {
		y = -1 / y
	}
	if x < 0 {
		y = -y
	}
	return y
}

// atan0 is Atan for 0 <= x <= 0.66 (Cephes, atan.c).
func atan0(x float64) float64 {
	z := x * x
	z = z * ((((-8.750608600031904122785e-01*z-1.615753718733365076637e+01)*z-7.500855792314704667340e+01)*z-
		1.228866684490136173410e+02)*z - 6.485021904942025371773e+01) /
		(((((z+2.485846490142306297962e+01)*z+1.650270098316988542046e+02)*z+4.328810604912902668951e+02)*z+
			4.853903996359136964868e+02)*z + 1.945506571482613964425e+02)
	return x*z + x
}

// atanPositive is Atan for x >= 0.
func atanPositive(x float64) float64 {
	const rest = 6.123233995736765886130e-17 // of Pi/2 beyond its float64
	switch {
	case x <= 0.66:
		return atan0(x)
	case x > 1+Sqrt2:
		return Pi/2 - atan0(1/x) + rest
	}
	return Pi/4 + atan0((x-1)/(x+1)) + 0.5*rest
}

// Atan returns the arc tangent in radians.
func Atan(x float64) float64 {
	switch {
	case x == 0:
		return x
	case x > 0:
		return atanPositive(x)
	}
	return -atanPositive(-x)
}

// Asin returns the arc sine in radians.
func Asin(x float64) float64 {
	if x == 0 {
		return x
	}
	a := Abs(x)
	if !(a <= 1) {
		return NaN()
	}
	y := Sqrt(1 - a*a)
	if a > 0.7 {
		y = Pi/2 - atanPositive(y/a)
	} else {
		y = atanPositive(a / y)
	}
	return Copysign(y, x)
}

// Acos returns the arc cosine in radians.
func Acos(x float64) float64 { return Pi/2 - Asin(x) }

// Atan2 returns the angle of the point (x, y), from -Pi to Pi.
func Atan2(y, x float64) float64 {
	switch {
	case IsNaN(y) || IsNaN(x):
		return NaN()
	case y == 0:
		if x >= 0 && !Signbit(x) {
			return Copysign(0, y)
		}
		return Copysign(Pi, y)
	case x == 0:
		return Copysign(Pi/2, y)
	case IsInf(x, 0):
		angle := 0.0
		if IsInf(y, 0) {
			angle = Pi / 4
		}
		if x < 0 {
			angle = Pi - angle
			if IsInf(y, 0) {
				angle = 3 * Pi / 4
			}
		}
		return Copysign(angle, y)
	case IsInf(y, 0):
		return Copysign(Pi/2, y)
	}
	angle := Atan(y / x)
	if x < 0 {
		if angle <= 0 {
			return angle + Pi
		}
		return angle - Pi
	}
	return angle
}

// Sinh returns the hyperbolic sine.
func Sinh(x float64) float64 {
	a := Abs(x)
	var y float64
	switch {
	case a > 21:
		y = Exp(a) * 0.5
	case a > 0.5:
		e := Exp(a)
		y = (e - 1/e) * 0.5
	default:
		z := x * x
		return x + x*z*(1.0/6+z*(1.0/120+z*(1.0/5040+z*(1.0/362880+z*(1.0/39916800+z*(1.0/6227020800+z*(1.0/1307674368000)))))))
	}
	if x < 0 {
		y = -y
	}
	return y
}

// Cosh returns the hyperbolic cosine.
func Cosh(x float64) float64 {
	x = Abs(x)
	if x > 21 {
		return Exp(x) * 0.5
	}
	e := Exp(x)
	return (e + 1/e) * 0.5
}

// Tanh returns the hyperbolic tangent.
func Tanh(x float64) float64 {
	a := Abs(x)
	switch {
	case a > 44:
		return Copysign(1, x)
	case a >= 0.625:
		return Copysign(1-2/(Exp(2*a)+1), x)
	case x == 0:
		return x
	}
	z := x * x // Cephes, tanh.c
	return x + x*z*((-9.64399179425052238628e-1*z-9.92877231001918586564e1)*z-1.61468768441708447952e3)/
		(((z+1.12811678491632931402e2)*z+2.23548839060100448583e3)*z+4.84406305325125486048e3)
}

// Asinh returns the inverse hyperbolic sine.
func Asinh(x float64) float64 {
	a := Abs(x)
	if IsNaN(x) || IsInf(x, 0) || a < 0x1p-28 {
		return x
	}
	switch {
	case a > 1<<28:
		a = Log(a) + Ln2
	case a > 2:
		a = Log(2*a + 1/(Sqrt(a*a+1)+a))
	default:
		a = Log1p(a + a*a/(1+Sqrt(1+a*a)))
	}
	return Copysign(a, x)
}

// Acosh returns the inverse hyperbolic cosine.
func Acosh(x float64) float64 {
	switch {
	case !(x >= 1):
		return NaN()
	case x >= 1<<28:
		return Log(x) + Ln2
	case x > 2:
		return Log(2*x - 1/(x+Sqrt(x*x-1)))
	}
	t := x - 1
	return Log1p(t + Sqrt(2*t+t*t))
}

// Atanh returns the inverse hyperbolic tangent.
func Atanh(x float64) float64 {
	a := Abs(x)
	switch {
	case !(a <= 1):
		return NaN()
	case a == 1:
		return Copysign(Inf(1), x)
	case a < 0x1p-28:
		return x
	case a < 0.5:
		t := a + a
		a = 0.5 * Log1p(t+t*a/(1-a))
	default:
		a = 0.5 * Log1p((a+a)/(1-a))
	}
	return Copysign(a, x)
}
