package big

import "math/rand"

// An Int is an integer of any size; its zero value is 0. Operations set their receiver and return it. An Int must not be copied by assignment.
type Int struct {
	neg bool // never of 0
	abs nat
}

var intOne = &Int{false, natOne}

// NewInt returns a new Int. It is so short that compilers put it in line, and an Int that does not escape on the stack.
func NewInt(x int64) *Int {
	var abs []Word
	if x > 0 {
		abs = []Word{Word(x)}
	} else if x < 0 {
		abs = []Word{-Word(x)}
	}
	return &Int{neg: x < 0, abs: abs}
}

// Sign returns -1, 0 or 1.
func (x *Int) Sign() int {
	if len(x.abs) == 0 {
		return 0
	}
	if x.neg {
		return -1
	}
	return 1
}

// SetInt64 sets z = x.
func (z *Int) SetInt64(x int64) *Int {
	u := uint64(x)
	if x < 0 {
		u = -u
	}
	z.abs = z.abs.setUint64(u)
	z.neg = x < 0
	return z
}

// SetUint64 sets z = x.
func (z *Int) SetUint64(x uint64) *Int {
	z.abs = z.abs.setUint64(x)
	z.neg = false
	return z
}

// Set sets z = x.
func (z *Int) Set(x *Int) *Int {
	if z != x {
		z.abs = z.abs.set(x.abs)
		z.neg = x.neg
	}
	return z
}

// Bits returns the words of |x|, the least first, without a copy.
func (x *Int) Bits() []Word { return x.abs }

// SetBits sets z to the number with these words, without a copy.
func (z *Int) SetBits(abs []Word) *Int {
	z.abs = nat(abs).norm()
	z.neg = false
	return z
}

// Abs sets z = |x|.
func (z *Int) Abs(x *Int) *Int {
	z.Set(x)
	z.neg = false
	return z
}

// Neg sets z = -x.
func (z *Int) Neg(x *Int) *Int {
	z.Set(x)
	z.neg = len(z.abs) > 0 && !z.neg
	return z
}

// Add sets z = x + y.
func (z *Int) Add(x, y *Int) *Int { return z.addSigned(x, y.abs, y.neg, x.neg) }

// Sub sets z = x - y.
func (z *Int) Sub(x, y *Int) *Int { return z.addSigned(x, y.abs, !y.neg, x.neg) }

func (z *Int) addSigned(x *Int, y nat, yNeg, neg bool) *Int {
	switch {
	case neg == yNeg:
		z.abs = z.abs.add(x.abs, y)
	case x.abs.cmp(y) >= 0:
		z.abs = z.abs.sub(x.abs, y)
	default:
		neg = !neg
		z.abs = z.abs.sub(y, x.abs)
	}
	z.neg = len(z.abs) > 0 && neg
	return z
}

// Mul sets z = x * y.
func (z *Int) Mul(x, y *Int) *Int {
	neg := x.neg != y.neg
	if x == y {
		z.abs = z.abs.square(x.abs)
	} else {
		z.abs = z.abs.product(x.abs, y.abs)
	}
	z.neg = len(z.abs) > 0 && neg
	return z
}

// MulRange sets z to the product of all integers from a to b; that of none is 1.
func (z *Int) MulRange(a, b int64) *Int {
	switch {
	case a > b:
		return z.SetInt64(1)
	case a <= 0 && b >= 0:
		return z.SetInt64(0)
	}
	neg := false
	if a < 0 {
		neg = (b-a)&1 == 0
		a, b = -b, -a
	}
	z.abs = z.abs.rangeProduct(uint64(a), uint64(b))
	z.neg = neg
	return z
}

// Binomial sets z to the binomial coefficient of n and k.
func (z *Int) Binomial(n, k int64) *Int {
	if k > n {
		return z.SetInt64(0)
	}
	k = min(k, n-k)
	if k <= 0 {
		return z.SetInt64(1)
	}
	above := nat(nil).rangeProduct(uint64(n-k+1), uint64(n))
	below := nat(nil).rangeProduct(1, uint64(k))
	z.abs, _ = z.abs.quoRem(nil, above, below)
	z.neg = false
	return z
}

// Quo sets z = x / y, truncated towards zero.
func (z *Int) Quo(x, y *Int) *Int {
	neg := x.neg != y.neg
	z.abs, _ = z.abs.quoRem(nil, x.abs, y.abs)
	z.neg = len(z.abs) > 0 && neg
	return z
}

// Rem sets z = x % y, of the sign of x.
func (z *Int) Rem(x, y *Int) *Int {
	neg := x.neg
	_, z.abs = nat(nil).quoRem(z.abs, x.abs, y.abs)
	z.neg = len(z.abs) > 0 && neg
	return z
}

// QuoRem sets z = x / y and r = x % y.
func (z *Int) QuoRem(x, y, r *Int) (*Int, *Int) {
	neg, remNeg := x.neg != y.neg, x.neg
	z.abs, r.abs = z.abs.quoRem(r.abs, x.abs, y.abs)
	z.neg, r.neg = len(z.abs) > 0 && neg, len(r.abs) > 0 && remNeg
	return z, r
}

// Div sets z to the quotient of Euclidean division: the remainder is >= 0.
func (z *Int) Div(x, y *Int) *Int {
	yNeg := y.neg
	var r Int
	z.QuoRem(x, y, &r)
	if r.neg {
		z.stepOut(yNeg)
	}
	return z
}

// stepOut makes up in the quotient for a remainder that was negative.
func (z *Int) stepOut(yNeg bool) {
	if yNeg {
		z.Add(z, intOne)
	} else {
		z.Sub(z, intOne)
	}
}

// Mod sets z to the remainder of Euclidean division.
func (z *Int) Mod(x, y *Int) *Int {
	divisor := y
	if z == y || alias(z.abs, y.abs) {
		divisor = new(Int).Set(y)
	}
	z.Rem(x, y)
	return z.makePositive(divisor)
}

func (z *Int) makePositive(y *Int) *Int {
	if z.neg {
		z.abs = z.abs.sub(y.abs, z.abs)
		z.neg = false
	}
	return z
}

// DivMod sets z and m to quotient and remainder of Euclidean division.
func (z *Int) DivMod(x, y, m *Int) (*Int, *Int) {
	divisor := y
	if z == y || m == y || alias(z.abs, y.abs) || alias(m.abs, y.abs) {
		divisor = new(Int).Set(y)
	}
	z.QuoRem(x, y, m)
	if m.neg {
		z.stepOut(divisor.neg)
		m.makePositive(divisor)
	}
	return z, m
}

// Cmp returns -1, 0 or 1 for x < y, x == y, x > y.
func (x *Int) Cmp(y *Int) int {
	switch {
	case x == y:
		return 0
	case x.neg != y.neg:
		if x.neg {
			return -1
		}
		return 1
	case x.neg:
		return y.abs.cmp(x.abs)
	}
	return x.abs.cmp(y.abs)
}

// CmpAbs compares |x| and |y|.
func (x *Int) CmpAbs(y *Int) int { return x.abs.cmp(y.abs) }

func (x nat) lowWord() uint64 {
	if len(x) == 0 {
		return 0
	}
	return uint64(x[0])
}

// Int64 returns x, of which only the low bits count if it does not fit.
func (x *Int) Int64() int64 {
	v := int64(x.abs.lowWord())
	if x.neg {
		v = -v
	}
	return v
}

// Uint64 returns x, of which only the low bits count if it does not fit.
func (x *Int) Uint64() uint64 { return x.abs.lowWord() }

// IsInt64 reports whether x is an int64.
func (x *Int) IsInt64() bool {
	if len(x.abs) > 1 {
		return false
	}
	w := int64(x.abs.lowWord())
	return w >= 0 || x.neg && w == -w
}

// IsUint64 reports whether x is a uint64.
func (x *Int) IsUint64() bool { return !x.neg && len(x.abs) <= 1 }

// Float64 returns the float64 nearest to x, and how it compares with x.
func (x *Int) Float64() (float64, Accuracy) {
	n := x.abs.bitLen()
	if n == 0 {
		return 0, Exact
	}
	if n <= 53 || n < 64 && n-int(x.abs.trailingZeroBits()) <= 53 {
		f := float64(x.abs.lowWord())
		if x.neg {
			f = -f
		}
		return f, Exact
	}
	return new(Float).SetInt(x).Float64()
}

// SetBytes sets z to the number >= 0 with these bytes, the highest first.
func (z *Int) SetBytes(buf []byte) *Int {
	z.abs = z.abs.setBytes(buf)
	z.neg = false
	return z
}

// Bytes returns the bytes of |x|, the highest first.
func (x *Int) Bytes() []byte {
	buf := make([]byte, len(x.abs)*_S)
	return buf[x.abs.bytes(buf):]
}

// FillBytes writes the bytes of |x| to the end of buf and zeros before them; it panics if they do not fit.
func (x *Int) FillBytes(buf []byte) []byte {
	x.abs.bytes(buf)
	return buf
}

// BitLen returns the number of bits of |x|.
func (x *Int) BitLen() int { return x.abs.bitLen() }

// TrailingZeroBits returns the number of zero bits below the lowest one of |x|.
func (x *Int) TrailingZeroBits() uint { return x.abs.trailingZeroBits() }

// Rand sets z to a random number with 0 <= z < n, and to 0 if n <= 0.
func (z *Int) Rand(rnd *rand.Rand, n *Int) *Int {
	if n.neg || len(n.abs) == 0 {
		z.neg = false
		z.abs = nil
		return z
	}
	z.neg = false
	z.abs = z.abs.random(rnd, n.abs, n.abs.bitLen())
	return z
}

// Sqrt sets z to the largest integer of which the square is not above x; it panics if x is negative.
func (z *Int) Sqrt(x *Int) *Int {
	if x.neg {
		panic("square root of negative number")
	}
	z.neg = false
	z.abs = z.abs.root(x.abs)
	return z
}
