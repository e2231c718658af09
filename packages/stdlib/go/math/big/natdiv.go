package big

// Divisors of so many words and more are divided by in halves; measured.
const divRecursive = 48

// quoRem sets z = u / v and z2 = u % v for v > 0. z2 and u may be the same.
func (z nat) quoRem(z2, u, v nat) (q, r nat) {
	if len(v) == 0 {
		panic("division by zero")
	}
	if u.cmp(v) < 0 {
		r = z2.set(u)
		return z[:0], r
	}
	if len(v) == 1 {
		q, word := z.quoRemW(u, v[0])
		return q, z2.setWord(word)
	}
	return z.quoRemLong(z2, u, v)
}

// quoRemW divides by a word.
func (z nat) quoRemW(x nat, y Word) (q nat, r Word) {
	switch {
	case y == 0:
		panic("division by zero")
	case y == 1:
		return z.set(x), 0
	case len(x) == 0:
		return z[:0], 0
	}
	z = z.make(len(x))
	r = divVW(z, x, y)
	return z.norm(), r
}

// remW returns x % d.
func (x nat) remW(d Word) (r Word) {
	s := nlz(d)
	d <<= s
	v := reciprocalOf(d)
	for i := len(x) - 1; i >= 0; i-- {
		// The remainder so far is kept below d, not shifted.
		hi, lo := r, x[i]
		if s > 0 {
			hi, lo = r<<s|lo>>(_W-s), lo<<s
		}
		_, r = divStep(hi, lo, d, v)
		r >>= s
	}
	return r
}

func (z nat) quoRemLong(z2, u, v nat) (nat, nat) {
	n := len(v)
	s := nlz(v[n-1])
	if alias(z, u) || alias(z, v) || alias(z, z2) {
		z = nil
	}
	if n >= divRecursive && len(u)-n >= divRecursive/2 {
		return z.quoRemRecursive(z2, u, v)
	}
	shifted := v
	if s > 0 {
		shifted = make(nat, n)
		lshVU(shifted, v, s)
	}
	// The remainder is made in place of the dividend.
	var r nat
	if alias(z2, v) || cap(z2) < len(u)+1 {
		r = make(nat, len(u)+1)
	} else {
		r = z2[:len(u)+1]
	}
	m := len(u)
	r[m] = lshVU(r[:m], u, s)
	z = z.make(m - n + 1)
	divBasic(z, r, shifted)
	r = r[:n]
	rshVU(r, r, s)
	return z.norm(), r.norm()
}

// divBasic divides u by v, the highest bit of which is set: q gets the len(u)-len(v) words of the quotient, which must fit, and u
// the remainder (Knuth, TAOCP 2, 4.3.1, algorithm D). v has at least two words.
func divBasic(q, u, v []Word) {
	n := len(v)
	v1, v2 := v[n-1], v[n-2]
	reciprocal := reciprocalOf(v1)
	for j := len(u) - n - 1; j >= 0; j-- {
		next := u[j+n-1]
		var guess, rest Word
		certain := false // rest has a further word: the guess is not too large by the second word
		if top := u[j+n]; top < v1 {
			guess, rest = divStep(top, next, v1, reciprocal)
		} else {
			guess, rest = _M, next+v1
			certain = rest < v1
		}
		top := u[j+n]
		hi, lo := mulWW(guess, v2)
		third := u[j+n-2]
		for !certain && (hi > rest || hi == rest && lo > third) {
			guess--
			rest += v1
			certain = rest < v1
			if lo < v2 {
				hi--
			}
			lo -= v2
		}
		if guess == 0 {
			q[j] = 0
			continue
		}
		part := u[j : j+n]
		borrow := subMulVVW(part, v, guess)
		if borrow > top {
			guess--
			addVV(part, part, v)
		}
		u[j+n] = 0
		q[j] = guess
	}
}

// quoRemRecursive divides long numbers (Burnikel, Ziegler 1998: Fast recursive division): the divisor is filled up to a length that can be
// halved until it is short, and the dividend is cut into blocks of that length.
func (z nat) quoRemRecursive(z2, u, v nat) (nat, nat) {
	halvings := uint(0)
	for (len(v)+1<<halvings-1)>>halvings >= divRecursive {
		halvings++
	}
	size := (len(v) + 1<<halvings - 1) >> halvings
	n := size << halvings
	fill := n - len(v)
	s := nlz(v[len(v)-1])
	d := make(nat, n)
	lshVU(d[fill:], v, s)
	blocks := (fill + len(u)) / n
	x := make(nat, (blocks+1)*n)
	x[fill+len(u)] = lshVU(x[fill:fill+len(u)], u, s)
	if x[(blocks+1)*n-1]>>(_W-1) != 0 || nat(x[blocks*n:]).norm().cmp(d.norm()) >= 0 {
		// The highest block must be below the divisor.
		blocks++
		x = append(x, make(nat, n)...)
	}
	q := z.make(blocks * n)
	rest := make(nat, n)
	copy(rest, x[blocks*n:])
	tmp := make(nat, 2*n)
	for i := blocks - 1; i >= 0; i-- {
		copy(tmp, x[i*n:(i+1)*n])
		copy(tmp[n:], rest)
		divTwoByOne(q[i*n:(i+1)*n], tmp, d)
		copy(rest, tmp[:n])
	}
	r := z2.make(len(v))
	rshVU(r, rest[fill:], s)
	return q.norm(), r.norm()
}

// divTwoByOne divides the 2n words u by the n words v: the quotient has n words, the remainder takes the place of u.
func divTwoByOne(q, u, v []Word) {
	n := len(v)
	if n%2 != 0 || n < divRecursive {
		divBasic(q, u, v)
		return
	}
	h := n / 2
	divThreeByTwo(q[h:], u[h:], v)
	divThreeByTwo(q[:h], u[:n+h], v)
}

// divThreeByTwo divides the 3h words u by the 2h words v: the quotient has h words, the remainder takes the place of u.
func divThreeByTwo(q, u, v []Word) {
	h := len(q)
	v0, v1 := v[:h], v[h:]
	high := u[h:]
	if compare(u[2*h:], v1) < 0 {
		divTwoByOne(q, high, v1)
	} else {
		// Both are equal, since u < v*B^h, and the quotient by v1 has all bits set: what is left is high - (B^h - 1)*v1.
		for i := range q {
			q[i] = _M
		}
		subVV(high[h:], high[h:], v1)
		addVW(high[h:], high[h:], addVV(high[:h], high[:h], v1))
	}
	product := make([]Word, 2*h)
	mulVV(product, v0, q)
	// u now holds what is left by v1, without its own lowest words being changed.
	borrow := subVV(u[:2*h], u[:2*h], product)
	rest := u[2*h:]
	if borrow != 0 {
		borrow = subVW(rest, rest, borrow)
	}
	for negative := borrow != 0; negative; {
		subVW(q, q, 1)
		c := addVV(u[:2*h], u[:2*h], v)
		if c != 0 && addVW(rest, rest, 1) != 0 {
			negative = false
		}
	}
}

// compare compares numbers of as many words.
func compare(x, y []Word) int {
	for i := len(x) - 1; i >= 0; i-- {
		if x[i] != y[i] {
			if x[i] < y[i] {
				return -1
			}
			return 1
		}
	}
	return 0
}
