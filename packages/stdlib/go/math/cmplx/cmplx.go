// Package cmplx has functions of complex numbers. Special values are those of C99, Annex G.
package cmplx

import "math"

// Abs returns the absolute value.
func Abs(x complex128) float64 { return math.Hypot(real(x), imag(x)) }

// Phase returns the angle, from -Pi to Pi.
func Phase(x complex128) float64 { return math.Atan2(imag(x), real(x)) }

// Polar returns absolute value and angle.
func Polar(x complex128) (r, θ float64) { return Abs(x), Phase(x) }

// Rect returns the number of an absolute value and an angle.
func Rect(r, θ float64) complex128 {
	s, c := math.Sincos(θ)
	return complex(r*c, r*s)
}

// Conj returns the conjugate.
func Conj(x complex128) complex128 { return complex(real(x), -imag(x)) }

// Inf returns (+Inf, +Inf).
func Inf() complex128 { return complex(math.Inf(1), math.Inf(1)) }

// NaN returns (NaN, NaN).
func NaN() complex128 { return complex(math.NaN(), math.NaN()) }

// IsInf reports whether one of the parts is infinite.
func IsInf(x complex128) bool { return math.IsInf(real(x), 0) || math.IsInf(imag(x), 0) }

// IsNaN reports whether one of the parts is NaN and none infinite.
func IsNaN(x complex128) bool {
	return !IsInf(x) && (math.IsNaN(real(x)) || math.IsNaN(imag(x)))
}

func finite(x float64) bool { return !math.IsInf(x, 0) && !math.IsNaN(x) }

// Exp returns e^x.
func Exp(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case im == 0:
		return complex(math.Exp(re), im)
	case math.IsInf(re, 1):
		if !finite(im) {
			return complex(re, math.NaN())
		}
	case math.IsInf(re, -1):
		if !finite(im) {
			return complex(0, math.Copysign(0, im))
		}
	case math.IsNaN(re):
		return NaN()
	}
	r := math.Exp(re)
	s, c := math.Sincos(im)
	return complex(r*c, r*s)
}

// Log returns the natural logarithm, cut along the negative real axis.
func Log(x complex128) complex128 { return complex(math.Log(Abs(x)), Phase(x)) }

// Log10 returns the decimal logarithm.
func Log10(x complex128) complex128 {
	z := Log(x)
	return complex(math.Log10E*real(z), math.Log10E*imag(z))
}

// Pow returns x^y; 0^y is 0 or, where real(y) < 0, infinite.
func Pow(x, y complex128) complex128 {
	if x == 0 {
		switch {
		case y == 0:
			return 1
		case real(y) < 0:
			if imag(y) == 0 {
				return complex(math.Inf(1), 0)
			}
			return Inf()
		case real(y) > 0:
			return 0
		}
		return NaN()
	}
	modulus := Abs(x)
	if modulus == 0 {
		return 0
	}
	r := math.Pow(modulus, real(y))
	angle := Phase(x)
	θ := real(y) * angle
	if imag(y) != 0 {
		r *= math.Exp(-imag(y) * angle)
		θ += imag(y) * math.Log(modulus)
	}
	return Rect(r, θ)
}

// Sqrt returns the square root with a real part that is not negative (Kahan 1987, Branch Cuts for Complex Elementary
// Functions).
func Sqrt(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case im == 0:
		if re < 0 {
			return complex(0, math.Copysign(math.Sqrt(-re), im))
		}
		return complex(math.Sqrt(math.Abs(re)), im)
	case math.IsInf(im, 0):
		return complex(math.Inf(1), im)
	case math.IsInf(re, 1):
		if math.IsNaN(im) {
			return complex(re, im)
		}
		return complex(re, math.Copysign(0, im))
	case math.IsInf(re, -1):
		if math.IsNaN(im) {
			return complex(im, math.Inf(1))
		}
		return complex(0, math.Copysign(math.Inf(1), im))
	case re == 0:
		r := math.Sqrt(0.5 * math.Abs(im))
		return complex(r, math.Copysign(r, im))
	}
	// Scaled so that nothing overflows or underflows.
	scale := 1.0
	if math.Abs(re) > 0x1p1000 || math.Abs(im) > 0x1p1000 {
		re, im, scale = re/16, im/16, 4
	} else if math.Abs(re) < 0x1p-960 && math.Abs(im) < 0x1p-960 {
		re, im, scale = re*0x1p100, im*0x1p100, 0x1p-50
	}
	t := math.Sqrt(0.5 * (math.Abs(re) + math.Hypot(re, im)))
	other := math.Abs(im) / (2 * t)
	if re < 0 {
		t, other = other, t
	}
	return complex(t*scale, math.Copysign(other*scale, im))
}

// timesI returns i*x, and overI returns -i*x, without products.
func timesI(x complex128) complex128 { return complex(-imag(x), real(x)) }
func overI(x complex128) complex128  { return complex(imag(x), -real(x)) }

// Sinh returns the hyperbolic sine.
func Sinh(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case re == 0 && !finite(im):
		return complex(re, math.NaN())
	case math.IsInf(re, 0):
		if im == 0 {
			return complex(re, im)
		}
		if !finite(im) {
			return complex(re, math.NaN())
		}
	case im == 0 && math.IsNaN(re):
		return complex(math.NaN(), im)
	}
	s, c := math.Sincos(im)
	return complex(c*math.Sinh(re), s*math.Cosh(re))
}

// Cosh returns the hyperbolic cosine.
func Cosh(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case re == 0 && !finite(im):
		return complex(math.NaN(), re*math.Copysign(0, im))
	case math.IsInf(re, 0):
		if im == 0 {
			return complex(math.Inf(1), im*math.Copysign(0, re))
		}
		if !finite(im) {
			return complex(math.Inf(1), math.NaN())
		}
	case im == 0 && math.IsNaN(re):
		return complex(math.NaN(), im)
	}
	s, c := math.Sincos(im)
	return complex(c*math.Cosh(re), s*math.Sinh(re))
}

// Tanh returns the hyperbolic tangent.
func Tanh(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case math.IsInf(re, 0):
		if !finite(im) {
			return complex(math.Copysign(1, re), math.Copysign(0, im))
		}
		return complex(math.Copysign(1, re), math.Copysign(0, math.Sin(2*im)))
	case im == 0 && math.IsNaN(re):
		return complex(math.NaN(), im)
	}
	// Kahan 1987: no cancellation, no overflow.
	if math.Abs(re) > 22 {
		e := math.Exp(-math.Abs(re))
		s, c := math.Sincos(im)
		return complex(math.Copysign(1, re), 4*s*c*e*e)
	}
	t := math.Tan(im)
	beta := 1 + t*t
	s := math.Sinh(re)
	rho := math.Sqrt(1 + s*s)
	if math.IsInf(t, 0) {
		return complex(rho/s, 1/t)
	}
	d := 1 + beta*s*s
	return complex(beta*rho*s/d, t/d)
}

// Sin returns the sine.
func Sin(x complex128) complex128 { return overI(Sinh(timesI(x))) }

// Cos returns the cosine.
func Cos(x complex128) complex128 { return Cosh(timesI(x)) }

// Tan returns the tangent.
func Tan(x complex128) complex128 { return overI(Tanh(timesI(x))) }

// Cot returns the cotangent.
func Cot(x complex128) complex128 {
	if x == 0 {
		return Inf()
	}
	return 1 / Tan(x)
}

// Asinh returns the inverse hyperbolic sine.
func Asinh(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case im == 0 && math.Abs(re) <= 1:
		return complex(math.Asinh(re), im)
	case re == 0 && math.Abs(im) <= 1:
		return complex(re, math.Asin(im))
	case math.IsInf(re, 0):
		switch {
		case math.IsInf(im, 0):
			return complex(re, math.Copysign(math.Pi/4, im))
		case math.IsNaN(im):
			return x
		}
		return complex(re, math.Copysign(0, im))
	case math.IsNaN(re):
		switch {
		case im == 0:
			return x
		case math.IsInf(im, 0):
			return complex(im, re)
		}
		return NaN()
	case math.IsInf(im, 0):
		return complex(math.Copysign(im, re), math.Copysign(math.Pi/2, im))
	}
	// With the sign of the real part taken out, the sum does not cancel.
	if math.Signbit(re) {
		y := Asinh(-x)
		return -y
	}
	square := x * x
	return Log(x + Sqrt(complex(1+real(square), imag(square)))) // 1 + x*x would lose the sign of a zero
}

// Asin returns the arc sine.
func Asin(x complex128) complex128 {
	if math.IsInf(real(x), 0) && math.IsNaN(imag(x)) {
		return complex(imag(x), real(x))
	}
	return overI(Asinh(timesI(x)))
}

// Acos returns the arc cosine.
func Acos(x complex128) complex128 {
	w := Asin(x)
	return complex(math.Pi/2-real(w), -imag(w))
}

// Acosh returns the inverse hyperbolic cosine.
func Acosh(x complex128) complex128 {
	if x == 0 {
		return complex(0, math.Copysign(math.Pi/2, imag(x)))
	}
	w := Acos(x)
	if imag(w) <= 0 {
		return timesI(w)
	}
	return overI(w)
}

// Atanh returns the inverse hyperbolic tangent.
func Atanh(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case im == 0 && math.Abs(re) <= 1:
		return complex(math.Atanh(re), im)
	case re == 0:
		return complex(re, math.Atan(im))
	case math.IsInf(re, 0) || math.IsInf(im, 0):
		if math.IsNaN(re) {
			return complex(0, math.Copysign(math.Pi/2, im))
		}
		if math.IsNaN(im) {
			return complex(math.Copysign(0, re), im)
		}
		return complex(math.Copysign(0, re), math.Copysign(math.Pi/2, im))
	case math.IsNaN(re) || math.IsNaN(im):
		return NaN()
	}
	// atanh(x) = log((1+x)/(1-x))/2, by parts.
	d := (1-re)*(1-re) + im*im
	return complex(0.25*math.Log1p(4*re/d), 0.5*math.Atan2(2*im, (1-re)*(1+re)-im*im))
}

// Atan returns the arc tangent.
func Atan(x complex128) complex128 {
	if math.IsInf(real(x), 0) && math.IsNaN(imag(x)) {
		return complex(math.Copysign(math.Pi/2, real(x)), 0)
	}
	return overI(Atanh(timesI(x)))
}
