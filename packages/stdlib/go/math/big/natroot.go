package big

import "math/bits"

// root sets z to the integer square root of x, by Newton's method from above.
func (z nat) root(x nat) nat {
	if x.cmp(natOne) <= 0 {
		return z.set(x)
	}
	if len(x) == 1 {
		return z.setWord(rootWord(x[0]))
	}
	if alias(z, x) {
		z = nil
	}
	// The root of the upper half of the bits is right in half of its bits: one step makes the rest.
	shift := uint(x.bitLen()/4) * 2
	half := nat(nil).root(nat(nil).rsh(x, shift))
	y := nat(nil).lsh(half.add(half, natOne), shift/2)
	var q, rest nat
	for {
		q, rest = q.quoRem(rest, x, y)
		if q.cmp(y) >= 0 {
			return z.set(y)
		}
		y = y.add(y, q)
		y = y.rsh(y, 1)
	}
}

func rootWord(x Word) Word {
	y := Word(1) << ((bits.Len64(uint64(x)) + 1) / 2)
	for {
		next := (y + x/y) / 2
		if next >= y {
			return y
		}
		y = next
	}
}

// rangeProduct sets z to the product of all numbers from a to b.
func (z nat) rangeProduct(a, b uint64) nat {
	switch {
	case a == 0 && a <= b:
		return z.setWord(0)
	case a > b:
		return z.setWord(1)
	case a == b:
		return z.setUint64(a)
	}
	if b-a < 16 {
		z = z.setUint64(a)
		for i := a + 1; i <= b && i != 0; i++ {
			z = z.mulAddWW(z, Word(i), 0)
		}
		return z
	}
	m := a + (b-a)/2
	return z.product(nat(nil).rangeProduct(a, m), nat(nil).rangeProduct(m+1, b))
}
