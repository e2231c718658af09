package big

import (
	"fmt"
	"io"
	"strings"
)

// SetString sets z to the number in s, as Parse with base 0, and reports whether it was one; if not, z has no certain value.
func (z *Float) SetString(s string) (*Float, bool) {
	if f, _, err := z.Parse(s, 0); err == nil {
		return f, true
	}
	return nil, false
}

// scan reads a number as far as it goes.
func (z *Float) scan(r io.ByteScanner, base int) (f *Float, b int, err error) {
	if z.prec == 0 {
		z.prec = 64
	}
	z.form = zero
	z.neg, err = scanSign(r)
	if err != nil {
		return nil, 0, err
	}
	var count int
	z.mant, b, count, err = z.mant.scan(r, base, true)
	if err != nil {
		return nil, b, err
	}
	exp, expBase, err := scanExponent(r, true, base == 0)
	if err != nil {
		return nil, b, err
	}
	if len(z.mant) == 0 {
		z.acc = Exact
		return z, b, nil
	}
	size := int64(len(z.mant)) * _W
	exp2, exp5 := exponents(b, min(count, 0), exp, expBase)
	exp2 += size - normalise(z.mant)
	if exp2 < MinExp || exp2 > MaxExp {
		return nil, b, fmt.Errorf("exponent overflow")
	}
	z.form = finite
	z.exp = int32(exp2)
	if exp5 == 0 {
		z.round(0)
		return z, b, nil
	}
	// The mantissa is not rounded yet, and the power has bits enough that its error does not count.
	p := new(Float).SetPrec(z.Prec() + 64)
	if exp5 < 0 {
		z.Quo(z, p.pow5(uint64(-exp5)))
	} else {
		z.Mul(z, p.pow5(uint64(exp5)))
	}
	return z, b, nil
}

// pow5 sets z = 5^n.
func (z *Float) pow5(n uint64) *Float {
	if n <= 27 {
		p := uint64(1)
		for range n {
			p *= 5
		}
		return z.SetUint64(p)
	}
	z.SetUint64(1)
	f := new(Float).SetPrec(z.Prec() + 64).SetUint64(5)
	for ; n > 0; n >>= 1 {
		if n&1 != 0 {
			z.Mul(z, f)
		}
		f.Mul(f, f)
	}
	return z
}

// Parse sets z to the number in s, all of which must be one: an infinity, or a mantissa with an exponent, in base 2, 8, 10 or 16, or with base 0 the one of its prefix and with underscores between
// digits. It returns the base. Precision 0 becomes 64.
func (z *Float) Parse(s string, base int) (f *Float, b int, err error) {
	switch s {
	case "Inf", "inf", "+Inf", "+inf":
		return z.SetInf(false), 0, nil
	case "-Inf", "-inf":
		return z.SetInf(true), 0, nil
	}
	r := strings.NewReader(s)
	if f, b, err = z.scan(r, base); err != nil {
		return f, b, err
	}
	if c, more := r.ReadByte(); more == nil {
		err = fmt.Errorf("expected end of string, found %q", c)
	} else if more != io.EOF {
		err = more
	}
	return f, b, err
}

// ParseFloat is Parse with a new Float of this precision and mode.
func ParseFloat(s string, base int, prec uint, mode RoundingMode) (f *Float, b int, err error) {
	return new(Float).SetPrec(prec).SetMode(mode).Parse(s, base)
}

// Scan is what package fmt calls; all verbs read the same.
func (z *Float) Scan(s fmt.ScanState, verb rune) error {
	s.SkipSpace()
	_, _, err := z.scan(byteReader{s}, 0)
	return err
}

var _ fmt.Scanner = (*Float)(nil)
