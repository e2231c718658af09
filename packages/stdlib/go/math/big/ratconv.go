package big

import (
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// Scan is what package fmt calls for the verbs e, E, f, F, g, G and v, which all read the same.
func (z *Rat) Scan(s fmt.ScanState, verb rune) error {
	token, err := s.Token(true, func(c rune) bool { return strings.ContainsRune("+-/0123456789.eE", c) })
	if err != nil {
		return err
	}
	if !strings.ContainsRune("efgEFGv", verb) {
		return errors.New("Rat.Scan: invalid verb")
	}
	if _, ok := z.SetString(string(token)); !ok {
		return errors.New("Rat.Scan: invalid syntax")
	}
	return nil
}

var _ fmt.Scanner = (*Rat)(nil)

// maxExponent is where exponents are refused that would make numbers too long.
const maxExponent = 1e6

// SetString sets z to the fraction "a/b" or floating-point number in s, of which nothing may be left, and reports whether it was one; if not, z has no certain
// value. Prefixes give a base other than 10; an exponent is one of 10 after e, and of 2 after p.
func (z *Rat) SetString(s string) (*Rat, bool) {
	if len(s) == 0 {
		return nil, false
	}
	if slash := strings.IndexByte(s, '/'); slash >= 0 {
		if _, ok := z.a.SetString(s[:slash], 0); !ok {
			return nil, false
		}
		r := strings.NewReader(s[slash+1:])
		var err error
		if z.b.abs, _, _, err = z.b.abs.scan(r, 0, false); err != nil || r.Len() > 0 || len(z.b.abs) == 0 {
			return nil, false
		}
		return z.norm(), true
	}
	r := strings.NewReader(s)
	neg, err := scanSign(r)
	if err != nil {
		return nil, false
	}
	var base, count int
	z.a.abs, base, count, err = z.a.abs.scan(r, 0, true)
	if err != nil {
		return nil, false
	}
	exp, expBase, err := scanExponent(r, true, true)
	if err != nil || r.Len() > 0 {
		return nil, false
	}
	if len(z.a.abs) == 0 {
		return z.norm(), true
	}
	exp2, exp5 := exponents(base, min(count, 0), exp, expBase)
	z.b.abs = z.b.abs.setWord(1)
	if exp5 != 0 {
		n := max(exp5, -exp5)
		if n > maxExponent || n < 0 {
			return nil, false
		}
		power := nat(nil).powerWhole(nat{5}, nat{Word(n)})
		if exp5 > 0 {
			z.a.abs = nat(nil).product(z.a.abs, power)
		} else {
			z.b.abs = power
		}
	}
	if exp2 < -1e7 || exp2 > 1e7 {
		return nil, false
	}
	if exp2 > 0 {
		z.a.abs = z.a.abs.lsh(z.a.abs, uint(exp2))
	} else {
		z.b.abs = z.b.abs.lsh(z.b.abs, uint(-exp2))
	}
	z.a.neg = neg
	return z.norm(), true
}

// exponents returns the powers of 2 and 5 for -fraction digits after the point and an exponent.
func exponents(base, fraction int, exp int64, expBase int) (exp2, exp5 int64) {
	d := int64(fraction)
	switch base {
	case 10:
		exp2, exp5 = d, d
	case 2:
		exp2 = d
	case 8:
		exp2 = d * 3
	case 16:
		exp2 = d * 4
	}
	if expBase == 10 {
		exp5 += exp
	}
	return exp2 + exp, exp5
}

// scanExponent reads an exponent, if there is one: after e one of 10, after p of 2, which may be allowed, as may be underscores.
func scanExponent(r io.ByteScanner, base2ok, sepOk bool) (exp int64, base int, err error) {
	c, err := r.ReadByte()
	if err != nil {
		if err == io.EOF {
			err = nil
		}
		return 0, 10, err
	}
	switch {
	case c == 'e' || c == 'E':
		base = 10
	case (c == 'p' || c == 'P') && base2ok:
		base = 2
	default:
		return 0, 10, r.UnreadByte()
	}
	var text []byte
	c, err = r.ReadByte()
	if err == nil && (c == '+' || c == '-') {
		if c == '-' {
			text = append(text, '-')
		}
		c, err = r.ReadByte()
	}
	previous := byte('.')
	wrongSeparator, hasDigits := false, false
	for err == nil {
		if '0' <= c && c <= '9' {
			text = append(text, c)
			previous = '0'
			hasDigits = true
		} else if c == '_' && sepOk {
			if previous != '0' {
				wrongSeparator = true
			}
			previous = '_'
		} else {
			r.UnreadByte()
			break
		}
		c, err = r.ReadByte()
	}
	if err == io.EOF {
		err = nil
	}
	if err == nil && !hasDigits {
		err = errNoDigits
	}
	if err == nil {
		exp, err = strconv.ParseInt(string(text), 10, 64)
	}
	if err == nil && (wrongSeparator || previous == '_') {
		err = errInvalSep
	}
	return exp, base, err
}

// String returns "a/b", also if b is 1.
func (x *Rat) String() string { return string(x.text()) }

func (x *Rat) text() []byte {
	buf := append(x.a.Append(nil, 10), '/')
	return append(buf, x.denominator().utoa(10)...)
}

// RatString returns "a/b", or "a" if b is 1.
func (x *Rat) RatString() string {
	if x.IsInt() {
		return x.a.String()
	}
	return x.String()
}

// FloatString returns x with so many digits after the point, the last one rounded, halves away from zero.
func (x *Rat) FloatString(prec int) string {
	if x.IsInt() {
		text := x.a.String()
		if prec > 0 {
			text += "." + strings.Repeat("0", prec)
		}
		return text
	}
	q, r := nat(nil).quoRem(nil, x.a.abs, x.b.abs)
	p := natOne
	if prec > 0 {
		p = nat(nil).powerWhole(nat{10}, nat{Word(prec)})
	}
	r = nat(nil).product(r, p)
	r, rest := nat(nil).quoRem(nil, r, x.b.abs)
	if rest = nat(nil).lsh(rest, 1); rest.cmp(x.b.abs) >= 0 {
		r = r.add(r, natOne)
		if r.cmp(p) >= 0 {
			q = nat(nil).add(q, natOne)
			r = nat(nil).sub(r, p)
		}
	}
	text := string(q.utoa(10))
	if x.a.neg {
		text = "-" + text
	}
	if prec > 0 {
		fraction := string(r.utoa(10))
		text += "." + strings.Repeat("0", prec-len(fraction)) + fraction
	}
	return text
}

// FloatPrec returns how many digits after the point do not repeat, and whether no others follow.
func (x *Rat) FloatPrec() (n int, exact bool) {
	d := x.denominator()
	twos := d.trailingZeroBits()
	d = nat(nil).rsh(d, twos)
	// Powers of five are taken out by their squares, from the largest, so that long denominators take few divisions.
	fives := uint(0)
	powers := []nat{{5}}
	for {
		last := powers[len(powers)-1]
		if q, r := nat(nil).quoRem(nil, d, last); len(r) != 0 {
			break
		} else {
			fives += 1 << (len(powers) - 1)
			d = q
		}
		powers = append(powers, nat(nil).square(last))
	}
	for i := len(powers) - 1; i >= 0; i-- {
		if q, r := nat(nil).quoRem(nil, d, powers[i]); len(r) == 0 {
			fives += 1 << i
			d = q
		}
	}
	return int(max(twos, fives)), d.cmp(natOne) == 0
}
