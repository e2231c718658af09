package big

import "math/rand"

// ProbablyPrime reports whether x is probably prime: by n rounds of Miller and Rabin's test with bases that look random, one with
// base 2, and Baillie, Pomerance, Selfridge and Wagstaff's with Lucas sequences. For x < 2^64 the answer is right, and for primes always; for others, n
// rounds are wrong with a probability of at most 1/4^n.
func (x *Int) ProbablyPrime(n int) bool {
	if n < 0 {
		panic("negative n for ProbablyPrime")
	}
	if x.neg || len(x.abs) == 0 {
		return false
	}
	const small = 1<<2 | 1<<3 | 1<<5 | 1<<7 | 1<<11 | 1<<13 | 1<<17 | 1<<19 | 1<<23 | 1<<29 | 1<<31 |
		1<<37 | 1<<41 | 1<<43 | 1<<47 | 1<<53 | 1<<59 | 1<<61
	word := x.abs[0]
	if len(x.abs) == 1 && word < 64 {
		return small>>word&1 == 1
	}
	if word&1 == 0 {
		return false
	}
	// Both are below 2^64 and together have the primes from 3 to 53.
	const primesA = 3 * 5 * 7 * 11 * 13 * 17 * 19 * 23 * 37
	const primesB = 29 * 31 * 41 * 43 * 47 * 53
	a, b := x.abs.remW(primesA), x.abs.remW(primesB)
	for _, p := range [...]Word{3, 5, 7, 11, 13, 17, 19, 23, 37} {
		if a%p == 0 {
			return false
		}
	}
	for _, p := range [...]Word{29, 31, 41, 43, 47, 53} {
		if b%p == 0 {
			return false
		}
	}
	return x.abs.passesMillerRabin(n+1, true) && x.abs.passesLucas()
}

// passesMillerRabin tests an odd n > 4 with so many bases, the last of which is 2 if that is asked for.
func (n nat) passesMillerRabin(rounds int, withTwo bool) bool {
	less := nat(nil).sub(n, natOne)
	k := less.trailingZeroBits()
	q := nat(nil).rsh(less, k)
	most := nat(nil).sub(n, nat{3})
	rnd := rand.New(rand.NewSource(int64(n[0])))
	var x, y, quotient nat
next:
	for i := range rounds {
		if i == rounds-1 && withTwo {
			x = x.set(natTwo)
		} else {
			x = x.random(rnd, most, most.bitLen())
			x = x.add(x, natTwo)
		}
		y = y.power(x, q, n)
		if y.cmp(natOne) == 0 || y.cmp(less) == 0 {
			continue
		}
		for range k - 1 {
			y = nat(nil).square(y)
			quotient, y = quotient.quoRem(y, y, n)
			if y.cmp(less) == 0 {
				continue next
			}
			if y.cmp(natOne) == 0 {
				return false
			}
		}
		return false
	}
	return true
}

// passesLucas is the "almost extra strong" test with Lucas sequences (Baillie, Wagstaff 1980; Grantham 2000; parameters by Baillie's method C): with Q = 1 and the
// first P >= 3 for which D = P²-4 is no square modulo n, for n+1 = s*2^r, n passes if V(s) = ±2, or V(s*2^t) = 0 for some t < r-1.
func (n nat) passesLucas() bool {
	if len(n) == 0 || n.cmp(natOne) == 0 {
		return false
	}
	if n[0]&1 == 0 {
		return n.cmp(natTwo) == 0
	}
	p := Word(3)
	var d nat
	dInt, nInt := new(Int), &Int{abs: n}
	for ; ; p++ {
		if p > 10000 {
			panic("math/big: internal error: cannot find (D/n) = -1 for " + nInt.String())
		}
		d = d.setWord(p*p - 4)
		dInt.abs = d
		j := Jacobi(dInt, nInt)
		if j == -1 {
			break
		}
		if j == 0 {
			// n and D = (P-2)(P+2) have a common factor; n is prime only if it is P+2.
			return len(n) == 1 && n[0] == p+2
		}
		if p == 40 {
			// For squares there is no such D.
			root := nat(nil).root(n)
			if root.square(root).cmp(n) == 0 {
				return false
			}
		}
	}
	s := nat(nil).add(n, natOne)
	r := s.trailingZeroBits()
	s = s.rsh(s, r)
	lessTwo := nat(nil).sub(n, natTwo)
	natP := nat(nil).setWord(p)
	// V(k) and V(k+1), from V(0) = 2 and V(1) = P, by V(2k) = V(k)² - 2 and V(2k+1) = V(k)V(k+1) - P.
	vk, vk1 := nat(nil).setWord(2), nat(nil).set(natP)
	var t, q nat
	mulLess := func(x, y, less nat) nat {
		t = t.product(x, y)
		t = t.add(t, n)
		t = t.sub(t, less)
		var rest nat
		q, rest = q.quoRem(nil, t, n)
		return rest
	}
	for i := s.bitLen(); i >= 0; i-- {
		middle := mulLess(vk, vk1, natP)
		if s.bit(uint(i)) != 0 {
			vk1 = mulLess(vk1, vk1, natTwo)
			vk = middle
		} else {
			vk = mulLess(vk, vk, natTwo)
			vk1 = middle
		}
	}
	if vk.cmp(natTwo) == 0 || vk.cmp(lessTwo) == 0 {
		// U(s) must be 0 too: P*V(s) = 2*V(s+1).
		left := nat(nil).product(vk, natP)
		right := nat(nil).lsh(vk1, 1)
		if left.cmp(right) < 0 {
			left, right = right, left
		}
		_, rest := nat(nil).quoRem(nil, left.sub(left, right), n)
		if len(rest) == 0 {
			return true
		}
	}
	for range r - 1 {
		if len(vk) == 0 {
			return true
		}
		if len(vk) == 1 && vk[0] == 2 {
			return false // it stays 2
		}
		vk = mulLess(vk, vk, natTwo)
	}
	return false
}
