package big

import (
	"math"
	"math/bits"
	"strconv"
)

// Limits of Floats.
const (
	MaxExp  = math.MaxInt32
	MinExp  = math.MinInt32
	MaxPrec = math.MaxUint32
)

// A Float is a number ±0.m * 2^e with a mantissa of a precision that is chosen, or a zero or infinity, with a sign. Results are rounded as
// the receiver says. The zero value is 0 of precision 0, which becomes that of the operands. A Float must not be copied by assignment.
type Float struct {
	prec uint32
	mode RoundingMode
	acc  Accuracy
	form form
	neg  bool
	mant nat // of finite numbers: with the highest bit set
	exp  int32
}

// An ErrNaN is the value of panics where the result would be no number.
type ErrNaN struct{ msg string }

// Error returns what was computed.
func (err ErrNaN) Error() string { return err.msg }

// A RoundingMode says how results are made to fit.
type RoundingMode byte

// The modes of IEEE 754, and away from zero.
const (
	ToNearestEven RoundingMode = iota
	ToNearestAway
	ToZero
	AwayFromZero
	ToNegativeInf
	ToPositiveInf
)

// String returns the name of the constant.
func (m RoundingMode) String() string {
	switch m {
	case ToNearestEven:
		return "ToNearestEven"
	case ToNearestAway:
		return "ToNearestAway"
	case ToZero:
		return "ToZero"
	case AwayFromZero:
		return "AwayFromZero"
	case ToNegativeInf:
		return "ToNegativeInf"
	case ToPositiveInf:
		return "ToPositiveInf"
	}
	return "RoundingMode(" + strconv.Itoa(int(m)) + ")"
}

// An Accuracy says how the last result compares with the exact one.
type Accuracy int8

// Below: the result is smaller than the exact one.
const (
	Below Accuracy = -1
	Exact Accuracy = 0
	Above Accuracy = +1
)

// String returns the name of the constant.
func (a Accuracy) String() string {
	switch a {
	case Below:
		return "Below"
	case Exact:
		return "Exact"
	case Above:
		return "Above"
	}
	return "Accuracy(" + strconv.Itoa(int(a)) + ")"
}

type form byte

const (
	zero form = iota
	finite
	inf
)

func makeAcc(above bool) Accuracy {
	if above {
		return Above
	}
	return Below
}

// NewFloat returns a Float of precision 53; it panics with ErrNaN if x is NaN.
func NewFloat(x float64) *Float {
	if math.IsNaN(x) {
		panic(ErrNaN{"NewFloat(NaN)"})
	}
	return new(Float).SetFloat64(x)
}

// SetPrec sets the precision and rounds; precision 0 leaves a zero or infinity.
func (z *Float) SetPrec(prec uint) *Float {
	z.acc = Exact
	if prec == 0 {
		z.prec = 0
		if z.form == finite {
			z.acc = makeAcc(z.neg)
			z.form = zero
		}
		return z
	}
	old := z.prec
	z.prec = uint32(min(prec, MaxPrec))
	if z.prec < old {
		z.round(0)
	}
	return z
}

// SetMode sets the rounding mode; the value counts as exact.
func (z *Float) SetMode(mode RoundingMode) *Float {
	z.mode = mode
	z.acc = Exact
	return z
}

// Prec returns the precision in bits.
func (x *Float) Prec() uint { return uint(x.prec) }

// MinPrec returns the precision that x needs; 0 for zeros and infinities.
func (x *Float) MinPrec() uint {
	if x.form != finite {
		return 0
	}
	return uint(len(x.mant))*_W - x.mant.trailingZeroBits()
}

// Mode returns the rounding mode.
func (x *Float) Mode() RoundingMode { return x.mode }

// Acc returns how x compares with the exact result.
func (x *Float) Acc() Accuracy { return x.acc }

// Sign returns -1, 0 or 1.
func (x *Float) Sign() int {
	switch {
	case x.form == zero:
		return 0
	case x.neg:
		return -1
	}
	return 1
}

// Signbit reports whether x is negative or a negative zero.
func (x *Float) Signbit() bool { return x.neg }

// IsInf reports whether x is an infinity.
func (x *Float) IsInf() bool { return x.form == inf }

// IsInt reports whether x is an integer.
func (x *Float) IsInt() bool {
	if x.form != finite {
		return x.form == zero
	}
	return x.exp > 0 && (x.prec <= uint32(x.exp) || x.MinPrec() <= uint(x.exp))
}

// MantExp returns e with x = m * 2^e and 0.5 <= |m| < 1, and sets mant to m if it is not nil; zeros and infinities have 0.
func (x *Float) MantExp(mant *Float) (exp int) {
	if x.form == finite {
		exp = int(x.exp)
	}
	if mant != nil {
		mant.Copy(x)
		if mant.form == finite {
			mant.exp = 0
		}
	}
	return exp
}

// SetMantExp sets z = mant * 2^exp.
func (z *Float) SetMantExp(mant *Float, exp int) *Float {
	z.Set(mant)
	if z.form == finite {
		z.setExpAndRound(int64(z.exp)+int64(exp), 0)
	}
	return z
}

// setExpAndRound makes z finite with this exponent, or what it is outside of the range; sbit is 1 if there were more bits than the mantissa has.
func (z *Float) setExpAndRound(exp int64, sbit uint) {
	switch {
	case exp < MinExp:
		z.acc = makeAcc(z.neg)
		z.form = zero
	case exp > MaxExp:
		z.acc = makeAcc(!z.neg)
		z.form = inf
	default:
		z.form = finite
		z.exp = int32(exp)
		z.round(sbit)
	}
}

// round makes the mantissa fit the precision; sbit is as for setExpAndRound.
func (z *Float) round(sbit uint) {
	z.acc = Exact
	if z.form != finite {
		return
	}
	words := uint32(len(z.mant))
	size := uint64(words) * _W
	if size <= uint64(z.prec) {
		return // nothing to cut, and sbit is 0 then
	}
	at := uint(size - uint64(z.prec) - 1)
	half := z.mant.bit(at)
	if sbit == 0 && (half == 0 || z.mode == ToNearestEven) {
		sbit = z.mant.sticky(at)
	}
	keep := (z.prec + _W - 1) / _W
	if words > keep {
		copy(z.mant, z.mant[words-keep:])
		z.mant = z.mant[:keep]
	}
	lowest := Word(1) << (keep*_W - z.prec)
	if half|sbit != 0 {
		up := false
		switch z.mode {
		case ToNegativeInf:
			up = z.neg
		case ToZero:
		case ToNearestEven:
			up = half != 0 && (sbit != 0 || z.mant[0]&lowest != 0)
		case ToNearestAway:
			up = half != 0
		case AwayFromZero:
			up = true
		case ToPositiveInf:
			up = !z.neg
		default:
			panic("unreachable")
		}
		z.acc = makeAcc(up != z.neg)
		if up && addVW(z.mant, z.mant, lowest) != 0 {
			if z.exp == MaxExp {
				z.form = inf
				return
			}
			z.exp++
			rshVU(z.mant, z.mant, 1)
			z.mant[keep-1] |= 1 << (_W - 1)
		}
	}
	z.mant[0] &^= lowest - 1
}

// normalise shifts m left until its highest bit is set, and returns by how much.
func normalise(m nat) int64 {
	s := nlz(m[len(m)-1])
	if s > 0 {
		lshVU(m, m, s)
	}
	return int64(s)
}

func (z *Float) setBits64(neg bool, x uint64) *Float {
	if z.prec == 0 {
		z.prec = 64
	}
	z.acc = Exact
	z.neg = neg
	if x == 0 {
		z.form = zero
		return z
	}
	z.form = finite
	s := bits.LeadingZeros64(x)
	z.mant = z.mant.setUint64(x << s)
	z.exp = int32(64 - s)
	if z.prec < 64 {
		z.round(0)
	}
	return z
}

// SetUint64 sets z = x; precision 0 becomes 64.
func (z *Float) SetUint64(x uint64) *Float { return z.setBits64(false, x) }

// SetInt64 sets z = x; precision 0 becomes 64.
func (z *Float) SetInt64(x int64) *Float {
	u := uint64(x)
	if x < 0 {
		u = -u
	}
	return z.setBits64(x < 0, u)
}

// SetFloat64 sets z = x; precision 0 becomes 53. It panics with ErrNaN if x is NaN.
func (z *Float) SetFloat64(x float64) *Float {
	if z.prec == 0 {
		z.prec = 53
	}
	if math.IsNaN(x) {
		panic(ErrNaN{"Float.SetFloat64(NaN)"})
	}
	z.acc = Exact
	z.neg = math.Signbit(x)
	switch {
	case x == 0:
		z.form = zero
		return z
	case math.IsInf(x, 0):
		z.form = inf
		return z
	}
	z.form = finite
	fraction, exp := math.Frexp(x)
	z.mant = z.mant.setUint64(1<<63 | math.Float64bits(fraction)<<11)
	z.exp = int32(exp)
	if z.prec < 53 {
		z.round(0)
	}
	return z
}

// SetInt sets z = x; precision 0 becomes the length of x, and at least 64.
func (z *Float) SetInt(x *Int) *Float {
	n := uint32(x.BitLen())
	if z.prec == 0 {
		z.prec = max(n, 64)
	}
	z.acc = Exact
	z.neg = x.neg
	if len(x.abs) == 0 {
		z.form = zero
		return z
	}
	z.mant = z.mant.set(x.abs)
	normalise(z.mant)
	z.setExpAndRound(int64(n), 0)
	return z
}

// SetRat sets z = x; precision 0 becomes the largest of the lengths of both parts and 64.
func (z *Float) SetRat(x *Rat) *Float {
	if x.IsInt() {
		return z.SetInt(x.Num())
	}
	var a, b Float
	a.SetInt(x.Num())
	b.SetInt(x.Denom())
	if z.prec == 0 {
		z.prec = max(a.prec, b.prec)
	}
	return z.Quo(&a, &b)
}

// SetInf sets z to an infinity.
func (z *Float) SetInf(signbit bool) *Float {
	z.acc = Exact
	z.form = inf
	z.neg = signbit
	return z
}

// Set sets z to x, rounded if z has less precision; precision 0 becomes that of x.
func (z *Float) Set(x *Float) *Float {
	if z == x {
		return z
	}
	z.acc = Exact
	z.form = x.form
	z.neg = x.neg
	if x.form == finite {
		z.exp = x.exp
		z.mant = z.mant.set(x.mant)
	}
	if z.prec == 0 {
		z.prec = x.prec
	} else if z.prec < x.prec {
		z.round(0)
	}
	return z
}

// Copy sets z to x with its precision, mode and accuracy.
func (z *Float) Copy(x *Float) *Float {
	if z == x {
		return z
	}
	z.prec, z.mode, z.acc = x.prec, x.mode, x.acc
	z.form, z.neg = x.form, x.neg
	if z.form == finite {
		z.mant = z.mant.set(x.mant)
		z.exp = x.exp
	}
	return z
}
