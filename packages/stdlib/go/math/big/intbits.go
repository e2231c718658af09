package big

// Negative numbers count as two's complement with ones without end: -x is ^(x-1).

// Lsh sets z = x << n.
func (z *Int) Lsh(x *Int, n uint) *Int {
	z.abs = z.abs.lsh(x.abs, n)
	z.neg = x.neg
	return z
}

// Rsh sets z = x >> n, rounded down.
func (z *Int) Rsh(x *Int, n uint) *Int {
	if x.neg {
		t := z.abs.sub(x.abs, natOne)
		t = t.rsh(t, n)
		z.abs = t.add(t, natOne)
		z.neg = true
		return z
	}
	z.abs = z.abs.rsh(x.abs, n)
	z.neg = false
	return z
}

// Bit returns bit i of x.
func (x *Int) Bit(i int) uint {
	if i < 0 {
		panic("negative bit index")
	}
	if x.neg {
		t := nat(nil).sub(x.abs, natOne)
		return t.bit(uint(i)) ^ 1
	}
	return x.abs.bit(uint(i))
}

// SetBit sets z to x with bit i set to b, which is 0 or 1.
func (z *Int) SetBit(x *Int, i int, b uint) *Int {
	if i < 0 {
		panic("negative bit index")
	}
	if x.neg {
		t := z.abs.sub(x.abs, natOne)
		t = t.setBit(t, uint(i), b^1)
		z.abs = t.add(t, natOne)
		z.neg = true
		return z
	}
	z.abs = z.abs.setBit(x.abs, uint(i), b)
	z.neg = false
	return z
}

// complement returns ^x for x < 0, and x otherwise.
func (x *Int) complement() nat {
	if x.neg {
		return nat(nil).sub(x.abs, natOne)
	}
	return x.abs
}

// setComplement sets z to ^t if neg.
func (z *Int) setComplement(t nat, neg bool) *Int {
	if neg {
		t = t.add(t, natOne)
	}
	z.abs, z.neg = t, neg
	return z
}

// And sets z = x & y.
func (z *Int) And(x, y *Int) *Int {
	a, b := x.complement(), y.complement()
	switch {
	case x.neg && y.neg:
		return z.setComplement(z.abs.or(a, b), true)
	case x.neg:
		return z.setComplement(z.abs.andNot(b, a), false)
	case y.neg:
		return z.setComplement(z.abs.andNot(a, b), false)
	}
	return z.setComplement(z.abs.and(a, b), false)
}

// AndNot sets z = x &^ y.
func (z *Int) AndNot(x, y *Int) *Int {
	a, b := x.complement(), y.complement()
	switch {
	case x.neg && y.neg:
		return z.setComplement(z.abs.andNot(b, a), false)
	case x.neg:
		return z.setComplement(z.abs.or(a, b), true)
	case y.neg:
		return z.setComplement(z.abs.and(a, b), false)
	}
	return z.setComplement(z.abs.andNot(a, b), false)
}

// Or sets z = x | y.
func (z *Int) Or(x, y *Int) *Int {
	a, b := x.complement(), y.complement()
	switch {
	case x.neg && y.neg:
		return z.setComplement(z.abs.and(a, b), true)
	case x.neg:
		return z.setComplement(z.abs.andNot(a, b), true)
	case y.neg:
		return z.setComplement(z.abs.andNot(b, a), true)
	}
	return z.setComplement(z.abs.or(a, b), false)
}

// Xor sets z = x ^ y.
func (z *Int) Xor(x, y *Int) *Int {
	neg := x.neg != y.neg
	return z.setComplement(z.abs.xor(x.complement(), y.complement()), neg)
}

// Not sets z = ^x.
func (z *Int) Not(x *Int) *Int {
	if x.neg {
		return z.setComplement(z.abs.sub(x.abs, natOne), false)
	}
	z.abs = z.abs.add(x.abs, natOne)
	z.neg = true
	return z
}
