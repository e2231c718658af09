package big

// power sets z = x**y, or x**y mod m if m is not zero. x may be longer than m.
func (z nat) power(x, y, m nat) nat {
	switch {
	case len(m) == 1 && m[0] == 1:
		return z.setWord(0)
	case len(y) == 0:
		return z.setWord(1)
	case len(x) == 0:
		return z.setWord(0)
	case len(x) == 1 && x[0] == 1:
		return z.setWord(1)
	}
	if len(m) == 0 {
		return z.powerWhole(x, y)
	}
	if x.cmp(m) >= 0 {
		_, x = nat(nil).quoRem(nil, x, m)
		if len(x) == 0 {
			return z.setWord(0)
		}
	}
	if len(y) == 1 && y[0] == 1 {
		return z.set(x)
	}
	if m[0]&1 == 1 {
		return z.powerOdd(x, y, m)
	}
	if _, single := m.isPow2(); single {
		return z.powerTwo(x, y, uint(m.bitLen()-1))
	}
	return z.powerEven(x, y, m)
}

// powerWhole squares and multiplies; powers of two are shifts.
func (z nat) powerWhole(x, y nat) nat {
	if zeros, single := x.isPow2(); single && len(y) == 1 && y[0] < 1<<40 {
		return z.set(nat(nil).lsh(natOne, zeros*uint(y[0])))
	}
	shift := x.trailingZeroBits()
	if shift > 0 && len(y) == 1 && y[0] < 1<<40 {
		p := nat(nil).powerWhole(nat(nil).rsh(x, shift), y)
		return z.set(p.lsh(p, shift*uint(y[0])))
	}
	p, square := nat(nil).set(x), nat(nil)
	for i := y.bitLen() - 2; i >= 0; i-- {
		square = square.square(p)
		p, square = square, p
		if y.bit(uint(i)) == 1 {
			square = square.product(p, x)
			p, square = square, p
		}
	}
	return z.set(p)
}

// powerTwo computes modulo 2^n.
func (z nat) powerTwo(x, y nat, n uint) nat {
	p, square := nat(nil).trunc(x, n), nat(nil)
	x = nat(nil).set(p)
	for i := y.bitLen() - 2; i >= 0; i-- {
		square = square.square(p)
		p = p.trunc(square, n)
		if y.bit(uint(i)) == 1 {
			square = square.product(p, x)
			p = p.trunc(square, n)
		}
	}
	return z.set(p.norm())
}

// powerEven computes modulo the odd part of m and the power of two in it, and combines both (Koç 1994: Montgomery reduction with even modulus).
func (z nat) powerEven(x, y, m nat) nat {
	n := m.trailingZeroBits()
	odd := nat(nil).rsh(m, n)
	power2 := nat(nil).lsh(natOne, n)
	a1 := nat(nil).power(x, y, odd)
	a2 := nat(nil).power(x, y, power2)
	// z = a1 + odd * ((a2 - a1) / odd mod 2^n)
	inverse := nat(nil).inverse(odd, power2)
	var diff nat
	a1low := nat(nil).trunc(a1, n)
	if a2.cmp(a1low) >= 0 {
		diff = diff.sub(a2, a1low)
	} else {
		diff = diff.add(a2, power2)
		diff = diff.sub(diff, a1low)
	}
	diff = nat(nil).product(diff, inverse)
	diff = diff.trunc(diff, n).norm()
	p := nat(nil).product(odd, diff)
	return z.set(p.add(p, a1))
}

// inverse sets z to the number with z*x = 1 modulo n; both have no common factor.
func (z nat) inverse(x, n nat) nat {
	var r Int
	r.ModInverse(&Int{abs: x}, &Int{abs: n})
	return z.set(r.abs)
}

// powerOdd computes modulo an odd m by Montgomery's products, several bits of the exponent at once.
func (z nat) powerOdd(x, y, m nat) nat {
	t, fits := newMontgomery(m)
	if !fits {
		return z.powerByDivision(x, y, m)
	}
	width := windowWidth(y.bitLen())
	powers := make([][]uint64, 1<<width)
	one := t.enter(natOne)
	powers[0] = one
	powers[1] = t.enter(x)
	for i := 2; i < len(powers); i++ {
		powers[i] = make([]uint64, t.n)
		t.mul(powers[i], powers[i-1], powers[1])
	}
	result := make([]uint64, t.n)
	copy(result, one)
	started := false
	for at := (y.bitLen() + width - 1) / width * width; at > 0; {
		at -= width
		index := 0
		for i := width - 1; i >= 0; i-- {
			if started {
				t.sqr(result, result)
			}
			index = index<<1 | int(y.bit(uint(at+i)))
		}
		if index != 0 {
			if started {
				t.mul(result, result, powers[index])
			} else {
				copy(result, powers[index])
				started = true
			}
		}
	}
	return z.set(t.leave(result))
}

// windowWidth returns how many bits of an exponent of n bits are done at once.
func windowWidth(n int) int {
	switch {
	case n <= 12:
		return 1
	case n <= 40:
		return 2
	case n <= 120:
		return 3
	case n <= 400:
		return 4
	case n <= 1400:
		return 5
	}
	return 6
}

func (z nat) powerByDivision(x, y, m nat) nat {
	p, product, q := nat(nil).set(x), nat(nil), nat(nil)
	for i := y.bitLen() - 2; i >= 0; i-- {
		product = product.square(p)
		q, p = q.quoRem(p, product, m)
		if y.bit(uint(i)) == 1 {
			product = product.product(p, x)
			q, p = q.quoRem(p, product, m)
		}
	}
	return z.set(p)
}
