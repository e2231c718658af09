package big

// prepare gives z the larger precision of both operands if it has none.
func (z *Float) prepare(x, y *Float) {
	if z.prec == 0 {
		z.prec = max(x.prec, y.prec)
	}
}

// Add sets z = x + y. It panics with ErrNaN for infinities of different signs, z being 0 then.
func (z *Float) Add(x, y *Float) *Float {
	z.prepare(x, y)
	return z.sum(x, y, y.neg, "addition of infinities with opposite signs")
}

// Sub sets z = x - y. It panics with ErrNaN for infinities of the same sign, z being 0 then.
func (z *Float) Sub(x, y *Float) *Float {
	z.prepare(x, y)
	return z.sum(x, y, !y.neg, "subtraction of infinities with equal signs")
}

// sum adds x and y with another sign.
func (z *Float) sum(x, y *Float, yNeg bool, problem string) *Float {
	switch {
	case x.form == finite && y.form == finite:
		if x.neg == yNeg {
			neg := x.neg
			z.finishSum(neg, z.addSizes(x, y))
			return z
		}
		neg := x.neg
		switch c := x.compareSizes(y); {
		case c > 0:
			z.finishSum(neg, z.subSizes(x, y))
		case c < 0:
			z.finishSum(!neg, z.subSizes(y, x))
		default:
			z.acc = Exact
			z.form = zero
			z.neg = z.mode == ToNegativeInf
		}
		return z
	case x.form == inf && y.form == inf && x.neg != yNeg:
		z.acc, z.form, z.neg = Exact, zero, false
		panic(ErrNaN{problem})
	case x.form == zero && y.form == zero:
		neg := x.neg && yNeg
		z.acc, z.form, z.neg = Exact, zero, neg
		return z
	case x.form == inf || y.form == zero:
		return z.Set(x)
	}
	// As in Go, 0 - y is rounded before the sign changes, and keeps the accuracy of that.
	z.Set(y)
	z.neg = yNeg
	return z
}

// lowest returns the exponent of the lowest bit of the mantissa.
func (x *Float) lowest() int64 { return int64(x.exp) - int64(len(x.mant))*_W }

// A term is a mantissa m * 2^exp.
type term struct {
	m   nat
	exp int64
}

// terms returns the mantissas of x and y, |x| >= |y| or about that. Where y is so small that only its being there counts, a single bit below all that matters takes its place,
// so that sums of numbers that are far apart stay short.
func (z *Float) terms(x, y *Float) (term, term) {
	big, small := term{x.mant, x.lowest()}, term{y.mant, y.lowest()}
	matters := min(big.exp, int64(x.exp)-int64(z.prec)-2)
	if int64(y.exp) < matters-1 {
		small = term{natOne, matters - 2}
	}
	return big, small
}

// aligned returns both with the same exponent.
func aligned(a, b term) (x, y nat, exp int64) {
	switch {
	case a.exp > b.exp:
		return nat(nil).lsh(a.m, uint(a.exp-b.exp)), b.m, b.exp
	case a.exp < b.exp:
		return a.m, nat(nil).lsh(b.m, uint(b.exp-a.exp)), a.exp
	}
	return a.m, b.m, a.exp
}

// finishSum rounds the mantissa, whose lowest bit has this exponent.
func (z *Float) finishSum(neg bool, exp int64) {
	z.neg = neg
	size := int64(len(z.mant)) * _W
	z.setExpAndRound(exp+size-normalise(z.mant), 0)
}

// addSizes and subSizes return the exponent of the lowest bit.
func (z *Float) addSizes(x, y *Float) int64 {
	if x.exp < y.exp {
		x, y = y, x
	}
	a, b, exp := aligned(z.terms(x, y))
	z.mant = z.mant.add(a, b)
	return exp
}

// subSizes is for |x| > |y|.
func (z *Float) subSizes(x, y *Float) int64 {
	a, b, exp := aligned(z.terms(x, y))
	z.mant = z.mant.sub(a, b)
	return exp
}

// Mul sets z = x * y. It panics with ErrNaN for zero and infinity, z being 0 then.
func (z *Float) Mul(x, y *Float) *Float {
	z.prepare(x, y)
	neg := x.neg != y.neg
	if x.form == finite && y.form == finite {
		exp := int64(x.exp) + int64(y.exp)
		if x == y {
			z.mant = z.mant.square(x.mant)
		} else {
			z.mant = z.mant.product(x.mant, y.mant)
		}
		z.neg = neg
		// The product of mantissas of n and m words has n+m words, or one less if the highest was 0, which it is not.
		z.setExpAndRound(exp-normalise(z.mant), 0)
		return z
	}
	z.acc = Exact
	switch {
	case x.form == zero && y.form == inf || x.form == inf && y.form == zero:
		z.form, z.neg = zero, false
		panic(ErrNaN{"multiplication of zero with infinity"})
	case x.form == inf || y.form == inf:
		z.form = inf
	default:
		z.form = zero
	}
	z.neg = neg
	return z
}

// Quo sets z = x / y. It panics with ErrNaN for two zeros or two infinities, z being 0 then.
func (z *Float) Quo(x, y *Float) *Float {
	z.prepare(x, y)
	neg := x.neg != y.neg
	if x.form == finite && y.form == finite {
		z.neg = neg
		z.quoSizes(x, y)
		return z
	}
	z.acc = Exact
	switch {
	case x.form == y.form:
		z.form, z.neg = zero, false
		panic(ErrNaN{"division of zero by zero or infinity by infinity"})
	case x.form == zero || y.form == inf:
		z.form = zero
	default:
		z.form = inf
	}
	z.neg = neg
	return z
}

func (z *Float) quoSizes(x, y *Float) {
	// One word more than the precision, so that the quotient has enough bits and the rest only counts as being there.
	n := int(z.prec/_W) + 2
	a, exp := x.mant, int64(x.exp)-int64(y.exp)
	pad := n - len(a) + len(y.mant)
	if pad > 0 {
		a = make(nat, pad+len(x.mant))
		copy(a[pad:], x.mant)
	} else {
		pad = 0
	}
	// a has the value x.mant * 2^(pad*_W), and mantissas count as fractions.
	words := pad + len(x.mant) - len(y.mant)
	q, r := nat(nil).quoRem(nil, a, y.mant)
	z.mant = z.mant.set(q)
	sbit := uint(0)
	if len(r) > 0 {
		sbit = 1
	}
	exp += int64(len(q)-words) * _W
	z.setExpAndRound(exp-normalise(z.mant), sbit)
}

// compareSizes compares finite |x| and |y|.
func (x *Float) compareSizes(y *Float) int {
	switch {
	case x.exp < y.exp:
		return -1
	case x.exp > y.exp:
		return 1
	}
	i, j := len(x.mant), len(y.mant)
	for i > 0 || j > 0 {
		var a, b Word
		if i > 0 {
			i--
			a = x.mant[i]
		}
		if j > 0 {
			j--
			b = y.mant[j]
		}
		if a != b {
			if a < b {
				return -1
			}
			return 1
		}
	}
	return 0
}

// rank orders infinities, numbers and zeros.
func (x *Float) rank() int {
	r := int(x.form)
	if x.neg {
		return -r
	}
	return r
}

// Cmp returns -1, 0 or 1 for x < y, x == y (also -0 and 0), x > y.
func (x *Float) Cmp(y *Float) int {
	a, b := x.rank(), y.rank()
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	case a == int(finite):
		return x.compareSizes(y)
	case a == -int(finite):
		return y.compareSizes(x)
	}
	return 0
}

// Sqrt sets z to the square root of x; precision 0 becomes that of x. It panics with ErrNaN if x < 0. The mode of z
// becomes that of x, and counts: so it is with Go's, although its documentation says otherwise.
func (z *Float) Sqrt(x *Float) *Float {
	if z.prec == 0 {
		z.prec = x.prec
	}
	if x.Sign() == -1 {
		panic(ErrNaN{"square root of negative operand"})
	}
	if x.form != finite {
		z.acc = Exact
		z.form, z.neg = x.form, x.neg
		return z
	}
	// The root of an integer m with m * 2^(2e) = x and two bits more than twice the precision.
	m, exp := x.mant, x.lowest()
	shift := max(int64(2*uint64(z.prec)+4)-int64(m.bitLen()), 0)
	if (exp-shift)&1 != 0 {
		shift++
	}
	m = nat(nil).lsh(m, uint(shift))
	root := nat(nil).root(m)
	sbit := uint(0)
	if nat(nil).square(root).cmp(m) != 0 {
		sbit = 1
	}
	z.neg = false
	size := int64(root.bitLen())
	z.mant = z.mant.set(root)
	normalise(z.mant)
	z.mode = x.mode
	z.setExpAndRound((exp-shift)/2+size, sbit)
	return z
}
