package big

// GCD sets z to the greatest common divisor of a and b, which is >= 0 and 0 only for 0 and 0. If x or y are not nil, they are set so that z = a*x + b*y; if
// one of a and b is 0, its factor is 0, and the other the sign of the other.
func (z *Int) GCD(x, y, a, b *Int) *Int {
	if len(a.abs) == 0 || len(b.abs) == 0 {
		aZero, bZero, aNeg, bNeg := len(a.abs) == 0, len(b.abs) == 0, a.neg, b.neg
		if aZero {
			z.Set(b)
		} else {
			z.Set(a)
		}
		z.neg = false
		if x != nil {
			x.setSign(aZero, aNeg)
		}
		if y != nil {
			y.setSign(bZero, bNeg)
		}
		return z
	}
	return z.lehmerGCD(x, y, a, b)
}

func (z *Int) setSign(zero, neg bool) {
	z.SetInt64(1)
	if zero {
		z.SetInt64(0)
	}
	z.neg = neg && !zero
}

// A cofactor is a multiple of a in the remainders of Euclid's algorithm: signs alternate, so that sizes are enough.
type cofactors struct {
	u0, u1   nat
	odd      bool // u0 is negative or 0, and u1 positive
	t, s, p0 nat
}

// lehmerGCD is GCD for a, b that are not 0 (Lehmer 1938; Jebelean 1993 on when quotients of the highest words are right).
func (z *Int) lehmerGCD(x, y, a, b *Int) *Int {
	A, B := nat(nil).set(a.abs), nat(nil).set(b.abs)
	extended := x != nil || y != nil
	var c cofactors
	// A = u0*|a| and B = u1*|a| modulo |b|.
	c.u0, c.odd = nat{1}, false
	if A.cmp(B) < 0 {
		A, B = B, A
		c.u0, c.u1, c.odd = c.u1, c.u0, true
	}
	var q, r, t, s nat
	for len(B) > 1 {
		u0, u1, v0, v1, even := simulateEuclid(A, B)
		if v0 != 0 {
			t, s = t.combine(A, B, u0, v0, even), s.combine(A, B, u1, v1, !even)
			A, t = t, A
			B, s = s, B
			if extended {
				c.combine(u0, u1, v0, v1, even)
			}
			continue
		}
		q, r = q.quoRem(r, A, B)
		A, B, r = B, r, A
		if extended {
			c.step(q)
		}
	}
	if len(B) > 0 {
		if len(A) > 1 {
			q, r = q.quoRem(r, A, B)
			A, B, r = B, r, A
			if extended {
				c.step(q)
			}
		}
		if len(B) > 0 {
			A = c.finish(A[0], B[0], extended)
		}
	}
	if extended {
		c.result(x, y, a, b, A)
	}
	z.abs = z.abs.set(A)
	z.neg = false
	return z
}

// simulateEuclid does Euclid's algorithm on the highest words of A >= B as far as the quotients are sure. After it, the remainders are u0*A - v0*B and v1*B - u1*A
// if even, with all signs swapped otherwise.
func simulateEuclid(A, B nat) (u0, u1, v0, v1 Word, even bool) {
	n, m := len(A), len(B)
	h := nlz(A[n-1])
	a1 := A[n-1]<<h | A[n-2]>>(_W-h)
	var a2 Word
	switch {
	case n == m:
		a2 = B[n-1]<<h | B[n-2]>>(_W-h)
	case n == m+1:
		a2 = B[n-2] >> (_W - h)
	}
	var u2, v2 Word
	u0, u1, u2 = 0, 1, 0
	v0, v1, v2 = 0, 0, 1
	for a2 >= v2 && a1-a2 >= v1+v2 {
		q := a1 / a2
		a1, a2 = a2, a1-q*a2
		u0, u1, u2 = u1, u2, u1+q*u2
		v0, v1, v2 = v1, v2, v1+q*v2
		even = !even
	}
	return u0, u1, v0, v1, even
}

// combine sets z = u*x - v*y, or -z if not even.
func (z nat) combine(x, y nat, u, v Word, even bool) nat {
	n := len(x)
	z = z.make(n + 1)
	if !even {
		x, y, u, v = y, x, v, u
	}
	clear(z[len(x):])
	z[len(x)] = mulAddVWW(z[:len(x)], x, u, 0)
	m := len(y)
	borrow := subMulVVW(z[:m], y, v)
	subVW(z[m:], z[m:], borrow)
	return z.norm()
}

// combine does for the cofactors what was done for the remainders.
func (c *cofactors) combine(u0, u1, v0, v1 Word, even bool) {
	// All terms have the same sign.
	c.t = c.t.mulAddWW(c.u0, u0, 0)
	c.s = c.s.mulAddWW(c.u1, v0, 0)
	next := c.p0.add(c.t, c.s)
	c.t = c.t.mulAddWW(c.u0, u1, 0)
	c.s = c.s.mulAddWW(c.u1, v1, 0)
	c.p0 = c.u0
	c.u0, c.u1 = next, c.u1.add(c.t, c.s)
	if !even {
		c.odd = !c.odd
	}
}

// step goes from (u0, u1) to (u1, u0 - q*u1).
func (c *cofactors) step(q nat) {
	c.t = c.t.product(q, c.u1)
	c.u0 = c.u0.add(c.u0, c.t)
	c.u0, c.u1 = c.u1, c.u0
	c.odd = !c.odd
}

// finish does the rest in single words.
func (c *cofactors) finish(a, b Word, extended bool) nat {
	u0, u1, v0, v1 := Word(1), Word(0), Word(0), Word(1)
	even := true
	for b != 0 {
		q := a / b
		a, b = b, a-q*b
		if extended {
			u0, u1 = u1, u0+q*u1
			v0, v1 = v1, v0+q*v1
			even = !even
		}
	}
	if extended {
		c.combine(u0, u1, v0, v1, even)
	}
	return nat{a}
}

// result sets x to the cofactor of a, and y = (z - a*x) / b.
func (c *cofactors) result(x, y, a, b *Int, z nat) {
	first := Int{abs: c.u0}
	first.neg = c.odd != a.neg && len(c.u0) > 0
	if y != nil {
		var t Int
		t.Mul(a, &first)
		t.Sub(&Int{abs: z}, &t)
		bCopy := b
		y.Quo(&t, bCopy)
	}
	if x != nil {
		x.Set(&first)
	}
}
