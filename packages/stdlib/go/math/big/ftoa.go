package big

import (
	"bytes"
	"fmt"
	"strconv"
)

// Text returns x in a format of strconv.FormatFloat (e, E, f, b, g, G, x), or p: 0x.hhhp±d. prec is the number of digits after the point (e, E, f, x) or in all (g, G); negative, it
// is the smallest number from which the value can be read back with the precision of x.
func (x *Float) Text(format byte, prec int) string {
	return string(x.Append(make([]byte, 0, 10+max(prec, 0)), format, prec))
}

// String returns x.Text('g', 10).
func (x *Float) String() string { return x.Text('g', 10) }

// Append appends x.Text(format, prec).
func (x *Float) Append(buf []byte, format byte, prec int) []byte {
	if x.neg {
		buf = append(buf, '-')
	}
	if x.form == inf {
		if !x.neg {
			buf = append(buf, '+')
		}
		return append(buf, "Inf"...)
	}
	switch format {
	case 'b':
		return x.appendBinary(buf)
	case 'p':
		return x.appendHexFraction(buf)
	case 'x':
		return x.appendHex(buf, prec)
	case 'e', 'E', 'f', 'g', 'G':
		return x.appendDecimal(buf, format, prec)
	}
	if x.neg {
		buf = buf[:len(buf)-1]
	}
	return append(buf, '%', format)
}

func (x *Float) appendDecimal(buf []byte, format byte, prec int) []byte {
	var d decimal
	if x.form == finite {
		d.init(x.mant, int(x.lowest()))
	}
	shortest := prec < 0
	if shortest {
		roundShortest(&d, x)
		switch format {
		case 'e', 'E':
			prec = len(d.mant) - 1
		case 'f':
			prec = max(len(d.mant)-d.exp, 0)
		case 'g', 'G':
			prec = len(d.mant)
		}
	} else {
		switch format {
		case 'e', 'E':
			d.round(1 + prec)
		case 'f':
			d.round(d.exp + prec)
			if d.exp+prec < 0 {
				d = decimal{}
			}
		case 'g', 'G':
			prec = max(prec, 1)
			d.round(prec)
		}
	}
	switch format {
	case 'e', 'E':
		return d.appendE(buf, format, prec)
	case 'f':
		return d.appendF(buf, prec)
	}
	most := prec
	if most > len(d.mant) && len(d.mant) >= d.exp {
		most = len(d.mant)
	}
	if shortest {
		most = 6 // %e is used if the exponent is less than -4 or at least this
	}
	if exp := d.exp - 1; exp < -4 || exp >= most {
		return d.appendE(buf, format-'g'+'e', min(prec, len(d.mant))-1)
	}
	if prec > d.exp {
		prec = len(d.mant)
	}
	return d.appendF(buf, max(prec-d.exp, 0))
}

// roundShortest cuts d, which is x, as far as it is still nearer to x than to its neighbours.
func roundShortest(d *decimal, x *Float) {
	if len(d.mant) == 0 {
		return
	}
	// The lowest bit of mant is half of the last place of x.
	mant := nat(nil).set(x.mant)
	exp := int(x.exp) - mant.bitLen()
	s := mant.bitLen() - int(x.prec+1)
	if s < 0 {
		mant = mant.lsh(mant, uint(-s))
	} else if s > 0 {
		mant = mant.rsh(mant, uint(s))
	}
	exp += s
	var lower, upper decimal
	lower.init(nat(nil).sub(mant, natOne), exp)
	upper.init(nat(nil).add(mant, natOne), exp)
	inclusive := mant[0]&2 == 0 // halves are rounded to even
	for i, m := range d.mant {
		l, u := lower.at(i), upper.at(i)
		down := l != m || inclusive && i+1 == len(lower.mant)
		up := m != u && (inclusive || m+1 < u || i+1 < len(upper.mant))
		switch {
		case down && up:
			d.round(i + 1)
			return
		case down:
			d.roundDown(i + 1)
			return
		case up:
			d.roundUp(i + 1)
			return
		}
	}
}

func (d *decimal) appendE(buf []byte, format byte, prec int) []byte {
	buf = append(buf, d.at(0))
	if prec > 0 {
		buf = append(buf, '.')
		if n := min(len(d.mant), prec+1); n > 1 {
			buf = append(buf, d.mant[1:n]...)
			prec -= n - 1
		}
		buf = appendZeros(buf, prec)
	}
	exp := int64(0)
	if len(d.mant) > 0 {
		exp = int64(d.exp) - 1
	}
	return appendExponent(append(buf, format), exp)
}

// appendExponent appends a sign and at least two digits.
func appendExponent(buf []byte, exp int64) []byte {
	if exp < 0 {
		buf = append(buf, '-')
		exp = -exp
	} else {
		buf = append(buf, '+')
	}
	if exp < 10 {
		buf = append(buf, '0')
	}
	return strconv.AppendInt(buf, exp, 10)
}

func (d *decimal) appendF(buf []byte, prec int) []byte {
	if d.exp > 0 {
		n := min(len(d.mant), d.exp)
		buf = append(buf, d.mant[:n]...)
		buf = appendZeros(buf, d.exp-n)
	} else {
		buf = append(buf, '0')
	}
	if prec > 0 {
		buf = append(buf, '.')
		for i := range prec {
			buf = append(buf, d.at(d.exp+i))
		}
	}
	return buf
}

// appendBinary appends a decimal mantissa of the precision of x, and an exponent of two.
func (x *Float) appendBinary(buf []byte) []byte {
	if x.form == zero {
		return append(buf, '0')
	}
	m := x.mant
	switch size := uint32(len(m)) * _W; {
	case size < x.prec:
		m = nat(nil).lsh(m, uint(x.prec-size))
	case size > x.prec:
		m = nat(nil).rsh(m, uint(size-x.prec))
	}
	buf = append(buf, m.utoa(10)...)
	buf = append(buf, 'p')
	exp := int64(x.exp) - int64(x.prec)
	if exp >= 0 {
		buf = append(buf, '+')
	}
	return strconv.AppendInt(buf, exp, 10)
}

// appendHex appends 0x1.hhhp±dd.
func (x *Float) appendHex(buf []byte, prec int) []byte {
	if x.form == zero {
		buf = append(buf, "0x0"...)
		if prec > 0 {
			buf = appendZeros(append(buf, '.'), prec)
		}
		return append(buf, "p+00"...)
	}
	n := 1 + 4*uint(max(prec, 0))
	if prec < 0 {
		n = 1 + (x.MinPrec()-1+3)/4*4
	}
	rounded := new(Float).SetPrec(n).SetMode(x.mode).Set(x)
	m := rounded.mant
	switch size := uint(len(m)) * _W; {
	case size < n:
		m = nat(nil).lsh(m, n-size)
	case size > n:
		m = nat(nil).rsh(m, size-n)
	}
	text := m.utoa(16)
	buf = append(buf, "0x1"...)
	if len(text) > 1 {
		buf = append(buf, '.')
		buf = append(buf, text[1:]...)
	}
	return appendExponent(append(buf, 'p'), int64(rounded.exp)-1)
}

// appendHexFraction appends 0x.hhhp±d.
func (x *Float) appendHexFraction(buf []byte) []byte {
	if x.form == zero {
		return append(buf, '0')
	}
	m := x.mant
	i := 0
	for i < len(m) && m[i] == 0 {
		i++
	}
	buf = append(buf, "0x."...)
	buf = append(buf, bytes.TrimRight(m[i:].utoa(16), "0")...)
	buf = append(buf, 'p')
	if x.exp >= 0 {
		buf = append(buf, '+')
	}
	return strconv.AppendInt(buf, int64(x.exp), 10)
}

// Format is what package fmt calls for all verbs of floating-point numbers, and b, p and x.
func (x *Float) Format(s fmt.State, verb rune) {
	prec, hasPrec := s.Precision()
	if !hasPrec {
		prec = 6
	}
	switch verb {
	case 'e', 'E', 'f', 'b', 'p', 'x':
	case 'F':
		verb = 'f'
	case 'v', 'g', 'G':
		if verb == 'v' {
			verb = 'g'
		}
		if !hasPrec {
			prec = -1
		}
	default:
		fmt.Fprintf(s, "%%!%c(*big.Float=%s)", verb, x.String())
		return
	}
	text := x.Append(nil, byte(verb), prec)
	sign := ""
	switch {
	case text[0] == '-':
		sign = "-"
		text = text[1:]
	case text[0] == '+':
		sign = "+"
		if s.Flag(' ') {
			sign = " "
		}
		text = text[1:]
	case s.Flag('+'):
		sign = "+"
	case s.Flag(' '):
		sign = " "
	}
	fill := 0
	if width, ok := s.Width(); ok {
		fill = max(width-len(sign)-len(text), 0)
	}
	switch {
	case s.Flag('0') && !x.IsInf():
		writeMany(s, sign, 1)
		writeMany(s, "0", fill)
		s.Write(text)
	case s.Flag('-'):
		writeMany(s, sign, 1)
		s.Write(text)
		writeMany(s, " ", fill)
	default:
		writeMany(s, " ", fill)
		writeMany(s, sign, 1)
		s.Write(text)
	}
}

var _ fmt.Formatter = (*Float)(nil)
