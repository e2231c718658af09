package big

import "math"

// high64 returns the highest 64 bits of a mantissa.
func high64(m nat) uint64 {
	if len(m) == 0 {
		return 0
	}
	return uint64(m[len(m)-1])
}

// Uint64 returns x truncated towards zero, the largest or 0 if it does not fit.
func (x *Float) Uint64() (uint64, Accuracy) {
	switch {
	case x.form == zero:
		return 0, Exact
	case x.neg:
		return 0, Above
	case x.form == inf || x.exp > 64:
		return math.MaxUint64, Below
	case x.exp <= 0:
		return 0, Below
	}
	u := high64(x.mant) >> (64 - uint32(x.exp))
	if x.MinPrec() <= uint(x.exp) {
		return u, Exact
	}
	return u, Below
}

// Int64 returns x truncated towards zero, the largest or smallest if it does not fit.
func (x *Float) Int64() (int64, Accuracy) {
	acc := makeAcc(x.neg)
	switch {
	case x.form == zero:
		return 0, Exact
	case x.form == finite && x.exp <= 0:
		return 0, acc
	case x.form == finite && x.exp <= 63:
		i := int64(high64(x.mant) >> (64 - uint32(x.exp)))
		if x.neg {
			i = -i
		}
		if x.MinPrec() <= uint(x.exp) {
			return i, Exact
		}
		return i, acc
	case x.neg:
		if x.form == finite && x.exp == 64 && x.MinPrec() == 1 {
			acc = Exact
		}
		return math.MinInt64, acc
	}
	return math.MaxInt64, Below
}

// roundFloat returns the float nearest to ±0.m * 2^exp, m being 64 bits, the highest one set, and whether there is more. The float has so many bits, and 2^least is
// the smallest; its exponents at the top are those of a float32 or float64.
func roundFloat(m uint64, more bool, exp int, neg bool, bits uint, least int) (float64, Accuracy) {
	sign := 1.0
	if neg {
		sign = -1
	}
	top := 1024
	if bits == 24 {
		top = 128
	}
	if exp > top {
		return math.Inf(int(sign)), makeAcc(!neg)
	}
	// The lowest bit that is kept counts 2^unit.
	unit := max(exp-int(bits), least)
	cut := unit - (exp - 64)
	if cut > 64 {
		// Less than half of the smallest.
		return math.Copysign(0, sign), makeAcc(neg)
	}
	kept, rest := m, uint64(0)
	if cut == 64 {
		kept, rest = 0, m
	} else if cut > 0 {
		kept, rest = m>>uint(cut), m<<uint(64-cut)
	}
	acc := Exact
	if rest != 0 || more {
		const half = 1 << 63
		up := rest > half || rest == half && (more || kept&1 == 1)
		if up {
			kept++
		}
		acc = makeAcc(up != neg)
	}
	f := math.Ldexp(float64(kept), unit)
	if kept>>bits != 0 && unit+int(bits) >= top {
		f = math.Inf(1)
	}
	return math.Copysign(f, sign), acc
}

// Float32 returns the float32 nearest to x.
func (x *Float) Float32() (float32, Accuracy) {
	f, acc := x.float(24, -149)
	return float32(f), acc
}

// Float64 returns the float64 nearest to x.
func (x *Float) Float64() (float64, Accuracy) { return x.float(53, -1074) }

func (x *Float) float(bits uint, least int) (float64, Accuracy) {
	switch x.form {
	case zero:
		if x.neg {
			return math.Copysign(0, -1), Exact
		}
		return 0, Exact
	case inf:
		if x.neg {
			return math.Inf(-1), Exact
		}
		return math.Inf(1), Exact
	}
	n := len(x.mant)
	return roundFloat(high64(x.mant), x.mant.sticky(uint(n-1)*_W) != 0, int(x.exp), x.neg, bits, least)
}

// Int sets z to x truncated towards zero; z may be nil. For an infinity it returns nil.
func (x *Float) Int(z *Int) (*Int, Accuracy) {
	if z == nil && x.form <= finite {
		z = new(Int)
	}
	acc := makeAcc(x.neg)
	switch x.form {
	case zero:
		return z.SetInt64(0), Exact
	case inf:
		return nil, acc
	}
	if x.exp <= 0 {
		return z.SetInt64(0), acc
	}
	size, exp := uint(len(x.mant))*_W, uint(x.exp)
	if x.MinPrec() <= exp {
		acc = Exact
	}
	z.neg = x.neg
	if size > exp {
		z.abs = z.abs.rsh(x.mant, size-exp)
	} else {
		z.abs = z.abs.lsh(x.mant, exp-size)
	}
	return z, acc
}

// Rat sets z to x, which is always exact; z may be nil. For an infinity it returns nil.
func (x *Float) Rat(z *Rat) (*Rat, Accuracy) {
	if z == nil && x.form <= finite {
		z = new(Rat)
	}
	switch x.form {
	case zero:
		return z.SetInt64(0), Exact
	case inf:
		return nil, makeAcc(x.neg)
	}
	size := int64(len(x.mant)) * _W
	z.a.neg = x.neg
	if exp := int64(x.exp); exp >= size {
		z.a.abs = z.a.abs.lsh(x.mant, uint(exp-size))
		z.b.abs = z.b.abs.setWord(1)
	} else {
		zeros := x.mant.trailingZeroBits()
		scale := size - exp - int64(zeros)
		z.a.abs = z.a.abs.rsh(x.mant, zeros)
		z.b.abs = z.b.abs.setWord(1)
		if scale > 0 {
			z.b.abs = z.b.abs.lsh(z.b.abs, uint(scale))
		} else {
			z.a.abs = z.a.abs.lsh(z.a.abs, uint(-scale))
		}
	}
	return z, Exact
}

// Abs sets z = |x|, rounded.
func (z *Float) Abs(x *Float) *Float {
	z.Set(x)
	z.neg = false
	return z
}

// Neg sets z = -x, rounded before the sign changes.
func (z *Float) Neg(x *Float) *Float {
	z.Set(x)
	z.neg = !z.neg
	return z
}
