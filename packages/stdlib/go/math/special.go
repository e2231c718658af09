package math

// Gamma returns the Gamma function: (x-1)! for integers.
func Gamma(x float64) float64 {
	switch {
	case x == 0:
		return Copysign(Inf(1), x)
	case IsInf(x, -1) || IsNaN(x) || x < 0 && x == Floor(x):
		return NaN()
	case IsInf(x, 1):
		return x
	}
	a := Abs(x)
	if a > 33 {
		if x >= 0 {
			hi, lo := stirling(a)
			return hi * lo
		}
		// Reflection: Gamma(-a) = -Pi / (a * sin(Pi*a) * Gamma(a)).
		n := Floor(a)
		f := a - n
		if f > 0.5 {
			f = a - (n + 1)
		}
		s := a * Sin(Pi*f)
		if s == 0 {
			return NaN()
		}
		hi, lo := stirling(a)
		y := Pi / Abs(s) / hi / lo
		if Mod(n, 2) == 0 {
			y = -y
		}
		return y
	}
	// To 2 <= x < 3 by x*Gamma(x) = Gamma(x+1), then a quotient of polynomials (Cephes, gamma.c).
	factor := 1.0
	for x >= 3 {
		x--
		factor *= x
	}
	for x < 0 {
		if x > -1e-9 {
			return factor / (x * (1 + eulerGamma*x))
		}
		factor /= x
		x++
	}
	for x < 2 {
		if x < 1e-9 {
			return factor / (x * (1 + eulerGamma*x))
		}
		factor /= x
		x++
	}
	if x == 2 {
		return factor
	}
	x -= 2
	p := (((((x*1.60119522476751861407e-04+1.19135147006586384913e-03)*x+1.04213797561761569935e-02)*x+4.76367800457137231464e-02)*x+
		2.07448227648435975150e-01)*x+4.94214826801497100753e-01)*x + 9.99999999999999996796e-01
	q := ((((((x*-2.31581873324120129819e-05+5.39605580493303397842e-04)*x-4.45641913851797240494e-03)*x+1.18139785222060435552e-02)*x+
		3.58236398605498653373e-02)*x-2.34591795718243348568e-01)*x+7.14304917030273074085e-02)*x + 1.00000000000000000320e+00
	return factor * p / q
}

const eulerGamma = 0.57721566490153286060651209008240243104215933593992

// stirling returns Gamma(x) for x > 33 as a product, whose factors do not overflow.
func stirling(x float64) (float64, float64) {
	if x > 200 {
		return Inf(1), 1
	}
	w := 1 / x
	w = 1 + w*((((7.87311395793093628397e-4*w-2.29549961613378126380e-4)*w-2.68132617805781232825e-3)*w+3.47222221605458667310e-3)*w+
		8.33333333333482257126e-2)
	first := Exp(x)
	second := 1.0
	if x > 143.01608 {
		v := Pow(x, 0.5*x-0.25)
		first, second = v, v/first
	} else {
		first = Pow(x, x-0.5) / first
	}
	const sqrt2Pi = 2.506628274631000502417
	return first, sqrt2Pi * w * second
}

// (-1)^k * (zeta(k) - 1) / k for k = 2, 3, …
var zetas = [...]float64{0.32246703342411321824, -0.067352301053198095133, 0.020580808427784547879, -0.0073855510286739852663,
	0.0028905103307415232858, -0.0011927539117032609771, 0.00050966952474304242234, -0.00022315475845357937976,
	0.000099457512781808533715, -0.0000449262367381331417, 0.000020507212775670691553, -9.439488275268395904e-6,
	4.3748667899074878042e-6, -2.0392157538013662368e-6, 9.5514121304074198329e-7, -4.4924691987645660433e-7,
	2.1207184805554665869e-7, -1.0043224823968099609e-7, 4.7698101693639805658e-8, -2.271109460894316491e-8,
	1.0838659214896954091e-8, -5.1834750419700466551e-9, 2.4836745438024783172e-9, -1.1921401405860912074e-9,
	5.7313672416788620133e-10, -2.7595228851242331452e-10, 1.3304764374244489481e-10, -6.4229645638381000221e-11}

// lgamma2 is log(Gamma(2+z)) for |z| <= 1/2 (Abramowitz and Stegun 6.1.33).
func lgamma2(z float64) float64 {
	sum := 0.0
	for i := len(zetas) - 1; i >= 0; i-- {
		sum = sum*z + zetas[i]
	}
	return z*(1-eulerGamma) + z*z*sum
}

// Lgamma returns the logarithm of |Gamma(x)| and its sign.
func Lgamma(x float64) (lgamma float64, sign int) {
	sign = 1
	switch {
	case IsNaN(x):
		return x, 1
	case IsInf(x, 0):
		return x, 1
	case x == 0:
		if Signbit(x) {
			sign = -1
		}
		return Inf(1), sign
	}
	a := Abs(x)
	if a < 0x1p-70 {
		if x < 0 {
			sign = -1
		}
		return -Log(a), sign
	}
	if x < 0 {
		if a >= 0x1p52 {
			return Inf(1), 1
		}
		r := Mod(a, 2)
		s := Sin(Pi * r)
		if r > 0.25 && r < 1.75 { // nearer to 1
			s = -Sin(Pi * (r - 1))
		}
		if r == 0 || r == 1 {
			return Inf(1), 1
		}
		// Gamma(-a) = -Pi / (a * sin(Pi*a) * Gamma(a))
		if s > 0 {
			sign = -1
		}
		positive, _ := Lgamma(a)
		return Log(Pi/Abs(s*a)) - positive, sign
	}
	return lgammaPositive(x), 1
}

func lgammaPositive(x float64) float64 {
	switch {
	case x < 0.5: // two steps up
		return lgamma2(x) - Log1p(x) - Log(x)
	case x < 1.5:
		return lgamma2(x-1) - Log1p(x-1)
	case x <= 2.5:
		return lgamma2(x - 2)
	case x < 9:
		product := 1.0
		for x > 2.5 {
			x--
			product *= x
		}
		return Log(product) + lgamma2(x-2)
	case x >= 1e17:
		return x * (Log(x) - 1)
	}
	w := 1 / (x * x)
	tail := 1.0/12 + w*(-1.0/360+w*(1.0/1260+w*(-1.0/1680+w*(1.0/1188+w*(-691.0/360360+w*(1.0/156+w*(-3617.0/122400)))))))
	return (x-0.5)*(Log(x)-1) + (0.91893853320467274178 - 0.5 + tail/x)
}

// Erf returns the error function.
func Erf(x float64) float64 {
	a := Abs(x)
	switch {
	case x == 0 || IsNaN(x):
		return x
	case a > 6:
		return Copysign(1, x)
	case a > 1.3:
		return Copysign(1-erfcTail(a), x)
	case a > 0.8:
		return Copysign(1-erfcMiddle(a), x)
	}
	return erfSeries(x)
}

// Erfc returns 1 - Erf(x), exact also where that is small.
func Erfc(x float64) float64 {
	switch {
	case IsNaN(x):
		return x
	case x < -6:
		return 2
	case x < -2:
		return 2 - erfcTail(-x)
	case x < 0.45:
		return 1 - erfSeries(x)
	case x < 1.3:
		return erfcMiddle(x)
	case x > 27.3:
		return 0
	}
	return erfcTail(x)
}

// erfSeries sums 2/sqrt(Pi) * exp(-x²) * Σ 2^n x^(2n+1) / (1*3*…*(2n+1)), all terms of one sign (A & S 7.1.6).
func erfSeries(x float64) float64 {
	z := x * x
	if Abs(x) < 0.5 {
		// The alternating series loses nothing here.
		sum, term := 0.0, x
		for n := 1.0; Abs(term) > 1e-18*Abs(x); n++ {
			term *= -z / n
			sum += term / (2*n + 1)
		}
		const rest = 0x1.06eba8214db69p-3 // 2/sqrt(Pi) - 1
		return x + (x*rest + sum*(2/SqrtPi))
	}
	sum, term := 0.0, x
	for n := 1.0; Abs(term) > 1e-18; n++ {
		term *= 2 * z / (2*n + 1)
		sum += term
	}
	return (x + sum) * expMinusSquare(x) * (2 / SqrtPi)
}

// erfcMiddle integrates from 1: erfc(1+t) by the Taylor series, whose coefficients are Hermite polynomials.
func erfcMiddle(x float64) float64 {
	const erfc1 = 0.15729920705028513066
	t := x - 1
	// The n-th derivative of exp(-x²) at 1 is (-1)^n H_n(1) exp(-1).
	sum, power := 0.0, t
	before, h := 0.0, 1.0
	for n := 0.0; n < 40; n++ {
		sum += h * power
		power *= -t / (n + 2)
		before, h = h, 2*h-2*n*before
	}
	return erfc1 - sum*(2/SqrtPi/E)
}

// expMinusSquare is exp(-x²), with x² exact.
func expMinusSquare(x float64) float64 {
	hi, lo := twoProduct(x, x)
	one, rest, k := expParts(-hi, -lo)
	return Ldexp(one+rest, k)
}

// erfcTail is Erfc for x >= 1.3 by its continued fraction (A & S 7.1.14), from the end.
func erfcTail(x float64) float64 {
	n := int(20 + 120/(x*x)*2)
	f := x
	for k := n; k > 0; k-- {
		f = x + float64(k)/2/f
	}
	hi, lo := twoProduct(x, x)
	one, rest, k := expParts(-hi, -lo)
	return Ldexp((one+rest)/(f*SqrtPi), k)
}

// Erfinv returns the inverse of Erf.
func Erfinv(x float64) float64 {
	switch {
	case IsNaN(x) || x < -1 || x > 1:
		return NaN()
	case x == 1 || x == -1:
		return Copysign(Inf(1), x)
	case x == 0:
		return x
	}
	if Abs(x) > 0.5 {
		return Copysign(Erfcinv(1-Abs(x)), x)
	}
	// A first guess (Winitzki 2008), then Halley's iteration.
	y := guessErfinv(x, 1-x*x)
	for range 3 {
		y = halley(y, Erf(y)-x)
	}
	return y
}

func guessErfinv(x, rest float64) float64 {
	const a = 0.147
	l := Log(rest)
	t := 2/(Pi*a) + l/2
	return Copysign(Sqrt(Sqrt(t*t-l/a)-t), x)
}

func halley(y, difference float64) float64 {
	step := difference / (2 / SqrtPi * expMinusSquare(y))
	return y - step/(1+y*step)
}

// Erfcinv returns the inverse of Erfc.
func Erfcinv(x float64) float64 {
	switch {
	case IsNaN(x) || x < 0 || x > 2:
		return NaN()
	case x == 0:
		return Inf(1)
	case x == 2:
		return Inf(-1)
	case x > 1:
		return -Erfcinv(2 - x)
	case x > 0.5:
		return Erfinv(1 - x)
	}
	y := guessErfinv(1, x*(2-x))
	for range 3 {
		y = halley(y, x-Erfc(y))
	}
	return y
}
