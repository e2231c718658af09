package runtime

//goes:intrinsic f64.abs
func floatAbs(x float64) float64

//goes:intrinsic f64.copysign
func floatCopysign(x, sign float64) float64

const largestFloat = 0x1p1023 * (1 + (1 - 0x1p-52))

func floatIsInf(x float64) bool { return floatAbs(x) > largestFloat }

func floatIsFinite(x float64) bool { return floatAbs(x) <= largestFloat }

// unitOfInf maps infinities to ±1 and all else to ±0.
func unitOfInf(x float64) float64 {
	if floatIsInf(x) {
		return floatCopysign(1, x)
	}
	return floatCopysign(0, x)
}

// complexDiv divides by Smith's method (1962), which does not overflow half way; if that is NaN, infinities and
// zeros are recovered as C99 says in annex G.5.1.
func complexDiv(n, m complex128) complex128 {
	a, b := real(n), imag(n)
	c, d := real(m), imag(m)
	var x, y float64
	if floatAbs(c) >= floatAbs(d) {
		ratio := d / c
		scale := c + ratio*d
		x = (a + b*ratio) / scale
		y = (b - a*ratio) / scale
	} else {
		ratio := c / d
		scale := d + ratio*c
		x = (a*ratio + b) / scale
		y = (b*ratio - a) / scale
	}
	if x == x || y == y {
		return complex(x, y)
	}
	zero := 0.0
	inf := floatCopysign(1/zero, c)
	switch {
	case c == 0 && d == 0 && (a == a || b == b):
		x = inf * a
		y = inf * b
	case (floatIsInf(a) || floatIsInf(b)) && floatIsFinite(c) && floatIsFinite(d):
		a, b = unitOfInf(a), unitOfInf(b)
		inf = floatAbs(inf)
		x = inf * (a*c + b*d)
		y = inf * (b*c - a*d)
	case (floatIsInf(c) || floatIsInf(d)) && floatIsFinite(a) && floatIsFinite(b):
		c, d = unitOfInf(c), unitOfInf(d)
		x = 0 * (a*c + b*d)
		y = 0 * (b*c - a*d)
	}
	return complex(x, y)
}
