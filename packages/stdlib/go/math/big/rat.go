package big

import "math"

// A Rat is a fraction; its zero value is 0. Operations set their receiver and return it. A Rat must not be copied by assignment.
type Rat struct {
	a Int
	b Int // > 0 and without common factor with a; without words in a Rat that was not set yet, where it means 1
}

// NewRat returns a new Rat a/b; it panics if b is 0.
func NewRat(a, b int64) *Rat { return new(Rat).SetFrac64(a, b) }

// SetFloat64 sets z to exactly f; it returns nil if f is not finite.
func (z *Rat) SetFloat64(f float64) *Rat {
	if math.IsInf(f, 0) || math.IsNaN(f) {
		return nil
	}
	fraction, exp := math.Frexp(f)
	mantissa := int64(math.Ldexp(fraction, 53))
	exp -= 53
	for mantissa&1 == 0 && exp < 0 {
		mantissa /= 2
		exp++
		if mantissa == 0 {
			exp = 0
		}
	}
	z.a.SetInt64(mantissa)
	z.b.SetInt64(1)
	if exp > 0 {
		z.a.Lsh(&z.a, uint(exp))
	} else {
		z.b.Lsh(&z.b, uint(-exp))
	}
	return z.norm()
}

// quotient returns the 64 highest bits of a/b, whether there is more, and e with 2^(e-1) <= a/b < 2^e.
func quotient(a, b nat) (mantissa uint64, more bool, exp int) {
	// The quotient has 65 or 66 bits.
	shift := 66 - a.bitLen() + b.bitLen()
	if shift > 0 {
		a = nat(nil).lsh(a, uint(shift))
	} else {
		b = nat(nil).lsh(b, uint(-shift))
	}
	q, r := nat(nil).quoRem(nil, a, b)
	n := q.bitLen()
	low := uint(n - 64)
	more = len(r) > 0 || q.sticky(low) != 0
	return q.rsh(q, low).lowWord(), more, n - shift
}

// Float32 returns the float32 nearest to x, and whether they are equal.
func (x *Rat) Float32() (f float32, exact bool) {
	wide, accuracy := x.float(24, -149)
	return float32(wide), accuracy == Exact && !math.IsInf(wide, 0)
}

// Float64 returns the float64 nearest to x, and whether they are equal.
func (x *Rat) Float64() (f float64, exact bool) {
	f, accuracy := x.float(53, -1074)
	return f, accuracy == Exact && !math.IsInf(f, 0)
}

func (x *Rat) float(bits uint, least int) (float64, Accuracy) {
	if len(x.a.abs) == 0 {
		return 0, Exact
	}
	mantissa, more, exp := quotient(x.a.abs, x.denominator())
	return roundFloat(mantissa, more, exp, x.a.neg, bits, least)
}

func (x *Rat) denominator() nat {
	if len(x.b.abs) == 0 {
		return natOne
	}
	return x.b.abs
}

// SetFrac sets z = a/b; it panics if b is 0.
func (z *Rat) SetFrac(a, b *Int) *Rat {
	z.a.neg = a.neg != b.neg
	if len(b.abs) == 0 {
		panic("division by zero")
	}
	babs := b.abs
	if &z.a == b || alias(z.a.abs, babs) {
		babs = nat(nil).set(babs)
	}
	z.a.abs = z.a.abs.set(a.abs)
	z.b.abs = z.b.abs.set(babs)
	return z.norm()
}

// SetFrac64 sets z = a/b; it panics if b is 0.
func (z *Rat) SetFrac64(a, b int64) *Rat {
	if b == 0 {
		panic("division by zero")
	}
	z.a.SetInt64(a)
	z.b.SetInt64(b)
	z.a.neg = z.a.neg != z.b.neg
	z.b.neg = false
	return z.norm()
}

// SetInt sets z = x.
func (z *Rat) SetInt(x *Int) *Rat {
	z.a.Set(x)
	z.b.abs = z.b.abs.setWord(1)
	return z
}

// SetInt64 sets z = x.
func (z *Rat) SetInt64(x int64) *Rat {
	z.a.SetInt64(x)
	z.b.abs = z.b.abs.setWord(1)
	return z
}

// SetUint64 sets z = x.
func (z *Rat) SetUint64(x uint64) *Rat {
	z.a.SetUint64(x)
	z.b.abs = z.b.abs.setWord(1)
	return z
}

// Set sets z = x.
func (z *Rat) Set(x *Rat) *Rat {
	if z != x {
		z.a.Set(&x.a)
		z.b.abs = z.b.abs.set(x.denominator())
	}
	if len(z.b.abs) == 0 {
		z.b.abs = z.b.abs.setWord(1)
	}
	return z
}

// Abs sets z = |x|.
func (z *Rat) Abs(x *Rat) *Rat {
	z.Set(x)
	z.a.neg = false
	return z
}

// Neg sets z = -x.
func (z *Rat) Neg(x *Rat) *Rat {
	z.Set(x)
	z.a.neg = len(z.a.abs) > 0 && !z.a.neg
	return z
}

// Inv sets z = 1/x; it panics if x is 0.
func (z *Rat) Inv(x *Rat) *Rat {
	if len(x.a.abs) == 0 {
		panic("division by zero")
	}
	z.Set(x)
	z.a.abs, z.b.abs = z.b.abs, z.a.abs
	return z
}

// Sign returns -1, 0 or 1.
func (x *Rat) Sign() int { return x.a.Sign() }

// IsInt reports whether the denominator is 1.
func (x *Rat) IsInt() bool { return len(x.b.abs) == 0 || x.b.abs.cmp(natOne) == 0 }

// Num returns the numerator, not a copy of it.
func (x *Rat) Num() *Int { return &x.a }

// Denom returns the denominator, which is > 0, not a copy of it unless x was never set.
func (x *Rat) Denom() *Int {
	if len(x.b.abs) == 0 {
		return &Int{abs: nat{1}}
	}
	return &x.b
}

func (z *Rat) norm() *Rat {
	z.b.neg = false
	switch {
	case len(z.a.abs) == 0:
		z.a.neg = false
		z.b.abs = z.b.abs.setWord(1)
	case len(z.b.abs) == 0:
		z.b.abs = z.b.abs.setWord(1)
	case z.b.abs.cmp(natOne) == 0:
	default:
		neg := z.a.neg
		z.a.neg = false
		if f := new(Int).lehmerGCD(nil, nil, &z.a, &z.b); f.abs.cmp(natOne) != 0 {
			z.a.abs, _ = z.a.abs.quoRem(nil, z.a.abs, f.abs)
			z.b.abs, _ = z.b.abs.quoRem(nil, z.b.abs, f.abs)
		}
		z.a.neg = neg
	}
	return z
}

// scaled returns x times a denominator.
func scaled(x *Int, by nat) *Int {
	return &Int{neg: x.neg, abs: nat(nil).product(x.abs, by)}
}

// Cmp returns -1, 0 or 1 for x < y, x == y, x > y.
func (x *Rat) Cmp(y *Rat) int {
	return scaled(&x.a, y.denominator()).Cmp(scaled(&y.a, x.denominator()))
}

// Add sets z = x + y.
func (z *Rat) Add(x, y *Rat) *Rat {
	a1, a2 := scaled(&x.a, y.denominator()), scaled(&y.a, x.denominator())
	b := nat(nil).product(x.denominator(), y.denominator())
	z.a.Add(a1, a2)
	z.b.abs = b
	return z.norm()
}

// Sub sets z = x - y.
func (z *Rat) Sub(x, y *Rat) *Rat {
	a1, a2 := scaled(&x.a, y.denominator()), scaled(&y.a, x.denominator())
	b := nat(nil).product(x.denominator(), y.denominator())
	z.a.Sub(a1, a2)
	z.b.abs = b
	return z.norm()
}

// Mul sets z = x * y.
func (z *Rat) Mul(x, y *Rat) *Rat {
	if x == y {
		// A square has no common factors if its root has none.
		z.a.neg = false
		z.a.abs = z.a.abs.square(x.a.abs)
		z.b.abs = z.b.abs.square(x.denominator())
		return z
	}
	b := nat(nil).product(x.denominator(), y.denominator())
	z.a.Mul(&x.a, &y.a)
	z.b.abs = b
	return z.norm()
}

// Quo sets z = x / y; it panics if y is 0.
func (z *Rat) Quo(x, y *Rat) *Rat {
	if len(y.a.abs) == 0 {
		panic("division by zero")
	}
	a, b := scaled(&x.a, y.denominator()), scaled(&y.a, x.denominator())
	z.a.abs, z.b.abs = a.abs, b.abs
	z.a.neg = a.neg != b.neg
	return z.norm()
}
