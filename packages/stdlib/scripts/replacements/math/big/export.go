package big

import "math/bits"

// Names by which Go's own tests call what this package has under others.

type stack struct{}

func getStack() *stack { return nil }

func (*stack) free() {}

// Go's tests change these; the sizes here are constants.
var (
	karatsubaThreshold    = 40
	basicSqrThreshold     = 12
	karatsubaSqrThreshold = 80
	divRecursiveThreshold = 40
)

func (z nat) mul(_ *stack, x, y nat) nat              { return z.product(x, y) }
func (z nat) sqr(_ *stack, x nat) nat                 { return z.square(x) }
func (z nat) div(_ *stack, z2, u, v nat) (q, r nat)   { return z.quoRem(z2, u, v) }
func (z nat) divW(x nat, y Word) (q nat, r Word)      { return z.quoRemW(x, y) }
func (x nat) modW(d Word) Word                        { return x.remW(d) }
func (z nat) expNN(_ *stack, x, y, m nat, _ bool) nat { return z.power(x, y, m) }
func (z nat) expWW(_ *stack, x, y Word) nat           { return z.power(nat{x}, nat{y}.norm(), nil) }
func (z nat) mulRange(_ *stack, a, b uint64) nat      { return z.rangeProduct(a, b) }
func (z nat) sqrt(_ *stack, x nat) nat                { return z.root(x) }
func (n nat) probablyPrimeLucas(_ *stack) bool        { return n.passesLucas() }
func (z *Int) expSlow(x, y, m *Int) *Int {
	z.abs = z.abs.powerByDivision(x.abs, y.abs, m.abs)
	return z
}

func (n nat) probablyPrimeMillerRabin(_ *stack, reps int, force2 bool) bool {
	return n.passesMillerRabin(reps, force2)
}

func basicSqr(z, x nat) { mulWords(z, x, x) }

func mulAddWWW_g(x, y, c Word) (hi, lo Word) {
	hi, lo = mulWW(x, y)
	lo += c
	if lo < c {
		hi++
	}
	return hi, lo
}

func divWVW(z []Word, xn Word, x []Word, y Word) Word {
	long := make([]Word, len(x)+1)
	copy(long, x)
	long[len(x)] = xn
	q := make([]Word, len(x)+1)
	r := divVW(q, long, y)
	copy(z, q)
	return r
}

// The loops over words once more, by package bits, as what ours are compared with.

func addVV_g(z, x, y []Word) (c Word) {
	for i := range z {
		s, carry := bits.Add64(uint64(x[i]), uint64(y[i]), uint64(c))
		z[i], c = Word(s), Word(carry)
	}
	return c
}

func subVV_g(z, x, y []Word) (c Word) {
	for i := range z {
		d, borrow := bits.Sub64(uint64(x[i]), uint64(y[i]), uint64(c))
		z[i], c = Word(d), Word(borrow)
	}
	return c
}

func addVW_ref(z, x []Word, y Word) (c Word) {
	c = y
	for i := range z {
		s, carry := bits.Add64(uint64(x[i]), uint64(c), 0)
		z[i], c = Word(s), Word(carry)
	}
	return c
}

func subVW_ref(z, x []Word, y Word) (c Word) {
	c = y
	for i := range z {
		d, borrow := bits.Sub64(uint64(x[i]), uint64(c), 0)
		z[i], c = Word(d), Word(borrow)
	}
	return c
}

func lshVU_g(z, x []Word, s uint) (c Word) {
	for i, word := range x {
		z[i] = word<<s | c
		c = word >> (_W - s)
	}
	return c
}

func rshVU_g(z, x []Word, s uint) (c Word) {
	for i := len(x) - 1; i >= 0; i-- {
		word := x[i]
		z[i] = word>>s | c
		c = word << (_W - s)
	}
	return c
}

func mulAddVWW_g(z, x []Word, y, r Word) (c Word) {
	c = r
	for i := range z {
		hi, lo := bits.Mul64(uint64(x[i]), uint64(y))
		s, carry := bits.Add64(lo, uint64(c), 0)
		z[i], c = Word(s), Word(hi+carry)
	}
	return c
}

func addMulVVWW_g(z, x, y []Word, m, a Word) (c Word) {
	c = a
	for i := range z {
		hi, lo := bits.Mul64(uint64(y[i]), uint64(m))
		s, carry := bits.Add64(lo, uint64(c), 0)
		s, carry2 := bits.Add64(s, uint64(x[i]), 0)
		z[i], c = Word(s), Word(hi+carry+carry2)
	}
	return c
}

func addMulVVWW(z, x, y []Word, m, a Word) (c Word) {
	y = nat(nil).set(y)
	copy(z, x)
	c = addMulVVW(z, y, m)
	return c + addVW(z, z, a)
}

func (z nat) subMod2N(x, y nat, n uint) nat {
	x, y = nat(nil).trunc(x, n).norm(), nat(nil).trunc(y, n).norm()
	if x.cmp(y) < 0 {
		x = nat(nil).add(x, nat(nil).lsh(natOne, n))
	}
	return z.sub(x, y)
}

// montgomery returns x*y / 2^(n*_W) modulo m.
func (z nat) montgomery(x, y, m nat, _ Word, n int) nat {
	t, _ := newMontgomery(m)
	r := nat(nil).inverse(nat(nil).lsh(natOne, uint(n)*_W), m)
	product := t.enter(x)
	t.mul(product, product, t.enter(y))
	t.mul(product, product, t.enter(r))
	return t.leave(product)
}

func (z nat) divBasic(_ *stack, u, v nat) {
	s := nlz(v[len(v)-1])
	lshVU(v, v, s)
	long := make(nat, len(u)+1)
	long[len(u)] = lshVU(long[:len(u)], u, s)
	divBasic(z[:len(long)-len(v)], long, v)
	clear(z[len(long)-len(v):])
}

type divisor struct {
	bbb            nat
	nbits, ndigits int
}

var (
	cacheBase10 struct{ table [64]divisor }
	leafSize    int
)

const _B = 1 << _W

// Go's divisors may have zeros at the top.

func reciprocalWord(d Word) Word { return reciprocalOf(d << nlz(d)) }

func divWW(hi, lo, d, v Word) (q, r Word) {
	s := nlz(d)
	q, r = divStep(hi<<s|lo>>(_W-s), lo<<s, d<<s, v)
	return q, r >> s
}
