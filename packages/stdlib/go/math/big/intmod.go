package big

// Exp sets z = x**y mod |m|, in the range of Mod; without m (nil or 0), z = x**y, and 1 for y <= 0. If y < 0 and x has no inverse modulo m, z
// is unchanged and nil is returned.
func (z *Int) Exp(x, y, m *Int) *Int {
	base := x.abs
	var modulus nat
	if m != nil {
		modulus = m.abs
	}
	if y.neg {
		if len(modulus) == 0 {
			return z.SetInt64(1)
		}
		inverse := new(Int).ModInverse(x, m)
		if inverse == nil {
			return nil
		}
		base = inverse.abs
		z.abs = z.abs.power(base, y.abs, modulus)
		z.neg = false
		return z
	}
	neg := x.neg && len(y.abs) > 0 && y.abs[0]&1 == 1
	mod := modulus
	if len(modulus) > 0 && neg && (alias(z.abs, modulus)) {
		mod = nat(nil).set(modulus)
	}
	z.abs = z.abs.power(base, y.abs, modulus)
	z.neg = len(z.abs) > 0 && neg
	if z.neg && len(mod) > 0 {
		z.abs = z.abs.sub(mod, z.abs)
		z.neg = false
	}
	return z
}

// ModInverse sets z to the inverse of g modulo n. Without one, z is unchanged and nil is returned; if n is 0, it panics.
func (z *Int) ModInverse(g, n *Int) *Int {
	if n.neg {
		n = new(Int).Neg(n)
	}
	if g.neg || g.abs.cmp(n.abs) >= 0 {
		g = new(Int).Mod(g, n)
	}
	var d, x Int
	d.GCD(&x, nil, g, n)
	if d.abs.cmp(natOne) != 0 {
		return nil
	}
	if x.neg {
		return z.Add(&x, n)
	}
	return z.Set(&x)
}

// Jacobi returns the Jacobi symbol (x/y): 1, -1 or 0. y must be odd.
func Jacobi(x, y *Int) int {
	if len(y.abs) == 0 || y.abs[0]&1 == 0 {
		panic("big: invalid 2nd argument to Int.Jacobi: need odd integer but got " + y.String())
	}
	var a, b, c Int
	a.Set(x)
	b.Set(y)
	j := 1
	if b.neg {
		if a.neg {
			j = -1
		}
		b.neg = false
	}
	for {
		if b.abs.cmp(natOne) == 0 {
			return j
		}
		if len(a.abs) == 0 {
			return 0
		}
		a.Mod(&a, &b)
		if len(a.abs) == 0 {
			return 0
		}
		// Twos of a: (2/b) is -1 for b = 3, 5 modulo 8; then reciprocity.
		s := a.abs.trailingZeroBits()
		if s&1 != 0 {
			if low := b.abs[0] & 7; low == 3 || low == 5 {
				j = -j
			}
		}
		c.Rsh(&a, s)
		if b.abs[0]&3 == 3 && c.abs[0]&3 == 3 {
			j = -j
		}
		a.Set(&b)
		b.Set(&c)
	}
}

// ModSqrt sets z to a square root of x modulo the odd prime p. If x is no square modulo p, z is unchanged and nil is returned.
func (z *Int) ModSqrt(x, p *Int) *Int {
	switch Jacobi(x, p) {
	case -1:
		return nil
	case 0:
		return z.SetInt64(0)
	}
	if x.neg || x.Cmp(p) >= 0 {
		x = new(Int).Mod(x, p)
	}
	switch {
	case p.abs[0]%4 == 3:
		return z.modSqrt3Mod4Prime(x, p)
	case p.abs[0]%8 == 5:
		return z.modSqrt5Mod8Prime(x, p)
	}
	return z.modSqrtTonelliShanks(x, p)
}

// modSqrt3Mod4Prime: x^((p+1)/4).
func (z *Int) modSqrt3Mod4Prime(x, p *Int) *Int {
	e := new(Int).Add(p, intOne)
	e.Rsh(e, 2)
	return z.Exp(x, e, p)
}

// modSqrt5Mod8Prime is Atkin's: a = (2x)^((p-5)/8), b = 2x*a², and the root is x*a*(b-1).
func (z *Int) modSqrt5Mod8Prime(x, p *Int) *Int {
	e := new(Int).Rsh(p, 3)
	double := new(Int).Lsh(x, 1)
	a := new(Int).Exp(double, e, p)
	b := new(Int).Mul(a, a)
	b.Mod(b, p)
	b.Mul(b, double)
	b.Mod(b, p)
	b.Sub(b, intOne)
	b.Mul(b, x)
	b.Mod(b, p)
	b.Mul(b, a)
	return z.Mod(b, p)
}

// modSqrtTonelliShanks is the algorithm of Tonelli (1891) and Shanks (1973), for any odd prime.
func (z *Int) modSqrtTonelliShanks(x, p *Int) *Int {
	s := new(Int).Sub(p, intOne)
	e := s.abs.trailingZeroBits()
	s.Rsh(s, e)
	n := NewInt(2)
	for Jacobi(n, p) != -1 {
		n.Add(n, intOne)
	}
	y := new(Int).Rsh(new(Int).Add(s, intOne), 1)
	y.Exp(x, y, p)
	b := new(Int).Exp(x, s, p)
	g := new(Int).Exp(n, s, p)
	r := e
	t := new(Int)
	for {
		// The order of b is 2^m.
		m := uint(0)
		t.Set(b)
		for t.Cmp(intOne) != 0 {
			t.Mul(t, t)
			t.Mod(t, p)
			m++
		}
		if m == 0 {
			return z.Set(y)
		}
		t.Set(g)
		for range r - m - 1 {
			t.Mul(t, t)
			t.Mod(t, p)
		}
		g.Mul(t, t)
		g.Mod(g, p)
		y.Mul(y, t)
		y.Mod(y, p)
		b.Mul(b, g)
		b.Mod(b, p)
		r = m
	}
}
