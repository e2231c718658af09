// Package math has constants and functions of floating-point numbers. Sqrt, Floor, Ceil, Trunc, RoundToEven, Abs, Copysign
// and the four conversions from and to bits are single instructions.
package math

const (
	E   = 2.71828182845904523536028747135266249775724709369995957496696763
	Pi  = 3.14159265358979323846264338327950288419716939937510582097494459
	Phi = 1.61803398874989484820458683436563811772030917980576286213544862

	Sqrt2   = 1.41421356237309504880168872420969807856967187537694807317667974
	SqrtE   = 1.64872127070012814684865078781416357165377610071014801157507931
	SqrtPi  = 1.77245385090551602729816748334114518279754945612238712821380779
	SqrtPhi = 1.27201964951406896425242246173749149171560804184009624861664038

	Ln2    = 0.693147180559945309417232121458176568075500134360255254120680009
	Log2E  = 1 / Ln2
	Ln10   = 2.30258509299404568401799145468436420760110148862877297603332790
	Log10E = 1 / Ln10
)

// Limits of the floating-point types: the largest finite and the smallest positive values.
const (
	MaxFloat32             = 0x1p127 * (1 + (1 - 0x1p-23))
	SmallestNonzeroFloat32 = 0x1p-126 * 0x1p-23
	MaxFloat64             = 0x1p1023 * (1 + (1 - 0x1p-52))
	SmallestNonzeroFloat64 = 0x1p-1022 * 0x1p-52
)

// Limits of the integer types.
const (
	MaxInt    = 1<<63 - 1
	MinInt    = -1 << 63
	MaxInt8   = 1<<7 - 1
	MinInt8   = -1 << 7
	MaxInt16  = 1<<15 - 1
	MinInt16  = -1 << 15
	MaxInt32  = 1<<31 - 1
	MinInt32  = -1 << 31
	MaxInt64  = 1<<63 - 1
	MinInt64  = -1 << 63
	MaxUint   = 1<<64 - 1
	MaxUint8  = 1<<8 - 1
	MaxUint16 = 1<<16 - 1
	MaxUint32 = 1<<32 - 1
	MaxUint64 = 1<<64 - 1
)

const (
	expBias      = 1023
	mantissaBits = 52
	expMask      = 0x7FF
	infBits      = expMask << mantissaBits
	nanBits      = 0x7FF8000000000001
	signBit      = 1 << 63
)

// Inf returns positive infinity if sign >= 0, else negative.
func Inf(sign int) float64 {
	if sign >= 0 {
		return Float64frombits(infBits)
	}
	return Float64frombits(infBits | signBit)
}

// NaN returns a value that is not a number.
func NaN() float64 { return Float64frombits(nanBits) }

// IsNaN reports whether f is not a number.
func IsNaN(f float64) (is bool) { return f != f }

// IsInf reports whether f is an infinity, of the given sign if that is not 0.
func IsInf(f float64, sign int) bool {
	return sign >= 0 && f > MaxFloat64 || sign <= 0 && f < -MaxFloat64
}

// Signbit reports whether x is negative or negative zero.
func Signbit(x float64) bool { return Float64bits(x)&signBit != 0 }

// Max returns the larger one; NaN if one is, +0 of two zeros.
func Max(x, y float64) float64 {
	switch {
	case IsInf(x, 1) || IsInf(y, 1):
		return Inf(1)
	}
	return max(x, y)
}

// Min returns the smaller one; NaN if one is, -0 of two zeros.
func Min(x, y float64) float64 {
	switch {
	case IsInf(x, -1) || IsInf(y, -1):
		return Inf(-1)
	}
	return min(x, y)
}

// Dim returns x - y, or 0 if that is negative.
func Dim(x, y float64) float64 {
	d := x - y
	if d <= 0 {
		return 0
	}
	return d
}

// Modf returns the parts of f before and after the point, both with its sign.
func Modf(f float64) (integer float64, fractional float64) {
	integer = Trunc(f)
	if IsInf(f, 0) {
		return f, NaN()
	}
	return integer, Copysign(f-integer, f)
}

// Round rounds to the nearest integer, halves away from zero.
func Round(x float64) float64 {
	t := Trunc(x)
	if Abs(x-t) >= 0.5 {
		return t + Copysign(1, x)
	}
	return t
}

// exponent returns the exponent of a finite x that is not 0, 1 <= |x|/2^e < 2.
func exponent(x float64) int {
	e := int(Float64bits(x)>>mantissaBits) & expMask
	if e == 0 {
		return int(Float64bits(x*0x1p52)>>mantissaBits)&expMask - expBias - 52
	}
	return e - expBias
}

// Frexp returns f = frac * 2^exp with 0.5 <= |frac| < 1; zeros, infinities and NaN come back with exp 0.
func Frexp(f float64) (frac float64, exp int) {
	if f == 0 || IsInf(f, 0) || IsNaN(f) {
		return f, 0
	}
	exp = exponent(f) + 1
	if exp < -1021 {
		f *= 0x1p52
	}
	return Float64frombits(Float64bits(f)&^(expMask<<mantissaBits) | (expBias-1)<<mantissaBits), exp
}

// power2 is 2^e for a normal result.
func power2(e int) float64 { return Float64frombits(uint64(e+expBias) << mantissaBits) }

// Ldexp returns frac * 2^exp.
func Ldexp(frac float64, exp int) float64 {
	if frac == 0 || IsInf(frac, 0) || IsNaN(frac) {
		return frac
	}
	// First to 1 <= |frac| < 2, so that only the last step can round.
	e := exponent(frac)
	if e < -1022 {
		frac *= 0x1p52
		exp -= 52
		e += 52
	}
	frac = Float64frombits(Float64bits(frac)&^(expMask<<mantissaBits) | expBias<<mantissaBits)
	exp += e
	switch {
	case exp > 1023:
		return Copysign(Inf(1), frac)
	case exp >= -1022:
		return frac * power2(exp)
	case exp >= -1076:
		return frac * power2(exp+100) * 0x1p-100
	}
	return Copysign(0, frac)
}

// Logb returns the exponent of x: -Inf for 0, +Inf for infinities.
func Logb(x float64) float64 {
	switch {
	case x == 0:
		return Inf(-1)
	case IsInf(x, 0):
		return Inf(1)
	case IsNaN(x):
		return x
	}
	return float64(exponent(x))
}

// Ilogb returns the exponent of x: MinInt32 for 0, MaxInt32 for infinities and NaN.
func Ilogb(x float64) int {
	switch {
	case x == 0:
		return MinInt32
	case IsInf(x, 0) || IsNaN(x):
		return MaxInt32
	}
	return exponent(x)
}

// Nextafter returns the next float64 from x towards y.
func Nextafter(x, y float64) (r float64) {
	switch {
	case IsNaN(x) || IsNaN(y):
		return NaN()
	case x == y:
		return x
	case x == 0:
		return Copysign(Float64frombits(1), y)
	case (y > x) == (x > 0):
		return Float64frombits(Float64bits(x) + 1)
	}
	return Float64frombits(Float64bits(x) - 1)
}

// Nextafter32 returns the next float32 from x towards y.
func Nextafter32(x, y float32) (r float32) {
	switch {
	case x != x || y != y:
		return float32(NaN())
	case x == y:
		return x
	case x == 0:
		return float32(Copysign(float64(Float32frombits(1)), float64(y)))
	case (y > x) == (x > 0):
		return Float32frombits(Float32bits(x) + 1)
	}
	return Float32frombits(Float32bits(x) - 1)
}

// Mod returns the remainder of x/y with the sign of x, exactly.
func Mod(x, y float64) float64 {
	if y == 0 || IsInf(x, 0) || IsNaN(x) || IsNaN(y) {
		return NaN()
	}
	if IsInf(y, 0) {
		return x
	}
	y = Abs(y)
	r := Abs(x)
	ey := exponent(y)
	for r >= y {
		// The largest multiple y*2^n that is not above r; each difference is exact.
		n := exponent(r) - ey
		t := Ldexp(y, n)
		if t > r {
			t = Ldexp(y, n-1)
		}
		r -= t
	}
	return Copysign(r, x)
}

// Remainder returns x - n*y for the integer n nearest to x/y, the even one of two, exactly.
func Remainder(x, y float64) float64 {
	if y == 0 || IsInf(x, 0) || IsNaN(x) || IsNaN(y) {
		return NaN()
	}
	if IsInf(y, 0) {
		return x
	}
	negative := Signbit(x)
	x, y = Abs(x), Abs(y)
	if x == y {
		if negative {
			return Copysign(0, -1)
		}
		return 0
	}
	if y <= MaxFloat64/2 {
		x = Mod(x, 2*y)
	}
	if y < 0x1p-1021 { // half of y may not be exact
		if x+x > y {
			x -= y
			if x+x >= y {
				x -= y
			}
		}
	} else if half := y / 2; x > half {
		x -= y
		if x >= half {
			x -= y
		}
	}
	if negative {
		x = -x
	}
	return x
}

// Hypot returns the square root of p² + q² without needless overflow.
func Hypot(p, q float64) float64 {
	if IsInf(p, 0) || IsInf(q, 0) {
		return Inf(1)
	}
	p, q = Abs(p), Abs(q)
	if p < q {
		p, q = q, p
	}
	if p == 0 || IsNaN(p) || IsNaN(q) {
		return p + q
	}
	q /= p
	return p * Sqrt(1+q*q)
}

// Cbrt returns the cube root.
func Cbrt(x float64) float64 {
	if x == 0 || IsInf(x, 0) || IsNaN(x) {
		return x
	}
	a := Abs(x)
	scale := 1.0
	if a < 0x1p-900 {
		a *= 0x1p300
		scale = 0x1p-100
	} else if a > 0x1p900 {
		a *= 0x1p-300
		scale = 0x1p100
	}
	// A third of the exponent is right in some bits, Halley's iteration three times as many at each step.
	t := Float64frombits(Float64bits(a)/3 + 0x2A9F7893782DA1CE)
	for range 3 {
		c := t * t * t
		t *= (c + 2*a) / (2*c + a)
	}
	// A last step of Newton with the residual of the rounded cube.
	hi, lo := twoProduct(t, t)
	c, d := twoProduct(hi, t)
	t -= (c - a + (d + lo*t)) / (3 * hi)
	return Copysign(t*scale, x)
}

// twoProduct returns x*y as a sum of two floats, exactly (Dekker 1971).
func twoProduct(x, y float64) (hi, lo float64) {
	hi = x * y
	x1, y1 := highHalf(x), highHalf(y)
	x2, y2 := x-x1, y-y1
	return hi, x1*y1 - hi + x1*y2 + x2*y1 + x2*y2
}

func highHalf(x float64) float64 { return Float64frombits(Float64bits(x) &^ (1<<27 - 1)) }

// twoSum returns x+y as a sum of two floats, exactly (Knuth, TAOCP 2, 4.2.2).
func twoSum(x, y float64) (hi, lo float64) {
	hi = x + y
	v := hi - x
	return hi, x - (hi - v) + (y - v)
}
