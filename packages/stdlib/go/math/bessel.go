package math

// Bessel functions. Up to a limit by recurrence towards lower orders, which is stable (Miller), and Neumann's series;
// beyond by Hankel's asymptotic expansion (Abramowitz and Stegun 9.1.88, 9.2.5, 9.12).

const hankelFrom = 25

// miller fills j with J_0(x) … J_n(x), n = len(j)-1, for 0 < x and an even n well above x.
func miller(x float64, j []float64) {
	next, this := 0.0, 0x1p-900
	sum := 0.0
	for n := len(j) - 1; n >= 0; n-- {
		j[n] = this
		if n%2 == 0 {
			sum += 2 * this
		}
		next, this = this, 2*float64(n)/x*this-next
		if Abs(this) > 0x1p900 {
			for k := n; k < len(j); k++ {
				j[k] *= 0x1p-1800
			}
			next, this, sum = next*0x1p-1800, this*0x1p-1800, sum*0x1p-1800
		}
	}
	sum -= j[0] // J_0 + 2*J_2 + 2*J_4 + … = 1
	for k := range j {
		j[k] /= sum
	}
}

// millerOrders is where the recurrence for x must begin.
func millerOrders(x float64) int { return int(x+40+4*Sqrt(x)) &^ 1 }

// hankel returns modulus parts P and Q of order n = 0 or 1 for a large x.
func hankel(n, x float64) (p, q float64) {
	m := 4 * n * n
	p = 1
	term := 1.0
	for k := 1.0; k < 40; k++ {
		before := term
		term *= (m - (2*k-1)*(2*k-1)) / (k * 8 * x)
		if Abs(term) > Abs(before) || Abs(term) < 1e-19 {
			break
		}
		switch int(k) & 3 {
		case 0:
			p += term
		case 1:
			q += term
		case 2:
			p -= term
		case 3:
			q -= term
		}
	}
	return p, q
}

// hankelJY returns J_n(x) and Y_n(x), n = 0 or 1, for a large x.
func hankelJY(n int, x float64) (j, y float64) {
	p, q := hankel(float64(n), x)
	s, c := Sincos(x)
	// The phase is x - Pi/4 - n*Pi/2; sines and cosines of it from those of x, without a rounded difference.
	ss, cc := (s-c)/Sqrt2, (s+c)/Sqrt2
	if x < MaxFloat64/2 {
		// (s-c)*(s+c) = -cos(2x): the smaller of the two from the larger.
		if z := -Cos(x + x); s*c < 0 {
			cc = z / (s - c) / Sqrt2
		} else {
			ss = z / (s + c) / Sqrt2
		}
	}
	if n == 1 {
		ss, cc = -cc, ss
	}
	a := Sqrt(2/Pi) / Sqrt(x)
	return a * (p*cc - q*ss), a * (p*ss + q*cc)
}

// J0 returns the Bessel function of the first kind of order 0.
func J0(x float64) float64 { return Jn(0, x) }

// J1 returns the Bessel function of the first kind of order 1.
func J1(x float64) float64 { return Jn(1, x) }

// Jn returns the Bessel function of the first kind of order n.
func Jn(n int, x float64) float64 {
	if IsNaN(x) {
		return x
	}
	negative := false
	if n < 0 {
		n = -n
		negative = n&1 == 1
	}
	if x < 0 {
		x = -x
		negative = negative != (n&1 == 1)
	}
	var result float64
	switch {
	case IsInf(x, 0):
		return 0
	case x == 0:
		if n == 0 {
			return 1
		}
		return 0
	case x < 1.5 || float64(n) > 50*x+150:
		// The power series: (x/2)^n/n! * Σ (-x²/4)^k / (k! (n+1)…(n+k)).
		term := 1.0
		for k := 1.0; Abs(term) > 1e-19; k++ {
			term *= -x * x / 4 / (k * (float64(n) + k))
			result += term
		}
		result++
		for k := 1; k <= n && result != 0; k++ {
			result *= x / 2 / float64(k)
		}
	case x < hankelFrom:
		j := make([]float64, max(millerOrders(x), n+30+n/2)&^1+1)
		miller(x, j)
		result = j[n]
	case n <= 1:
		result, _ = hankelJY(n, x)
	case float64(n) <= x:
		// Towards higher orders, stable up to x.
		before, _ := hankelJY(0, x)
		result, _ = hankelJY(1, x)
		for k := 1; k < n; k++ {
			before, result = result, 2*float64(k)/x*result-before
		}
	default:
		j := make([]float64, max(millerOrders(x), n+30+n/2)&^1+1)
		miller(x, j)
		result = j[n]
	}
	if negative {
		result = -result
	}
	return result
}

// Y0 returns the Bessel function of the second kind of order 0.
func Y0(x float64) float64 { return Yn(0, x) }

// Y1 returns the Bessel function of the second kind of order 1.
func Y1(x float64) float64 { return Yn(1, x) }

// y01 returns Y_0(x) and Y_1(x).
func y01(x float64) (y0, y1 float64) {
	if x >= hankelFrom {
		_, y0 = hankelJY(0, x)
		_, y1 = hankelJY(1, x)
		return y0, y1
	}
	if x < 0x1p-30 {
		return 2 / Pi * (Log(x/2) + eulerGamma), -2 / Pi / x
	}
	j := make([]float64, millerOrders(x)+1)
	miller(x, j)
	l := Log(x/2) + eulerGamma
	sum0, sum1, sign := 0.0, 0.0, -1.0
	for k := 1; 2*k+1 < len(j); k++ {
		sum0 += sign * j[2*k] / float64(k)
		sum1 += sign * float64(2*k+1) / float64(k*(k+1)) * j[2*k+1]
		sign = -sign
	}
	y0 = 2/Pi*l*j[0] - 4/Pi*sum0
	y1 = -2/(Pi*x)*j[0] + 2/Pi*(l-1)*j[1] - 2/Pi*sum1
	return y0, y1
}

// Yn returns the Bessel function of the second kind of order n.
func Yn(n int, x float64) float64 {
	negative := false
	if n < 0 {
		n = -n
		negative = n&1 == 1
	}
	switch {
	case x < 0 || IsNaN(x):
		return NaN()
	case IsInf(x, 1):
		return 0
	case x == 0:
		if negative {
			return Inf(1)
		}
		return Inf(-1)
	}
	before, result := y01(x)
	if n == 0 {
		return before
	}
	for k := 1; k < n && !IsInf(result, -1); k++ {
		before, result = result, 2*float64(k)/x*result-before
	}
	if negative {
		result = -result
	}
	return result
}
