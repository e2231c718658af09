package big

// A decimal is 0.mant * 10^exp, with digits as characters and without zeros at the end.
type decimal struct {
	mant []byte
	exp  int
}

// at returns a digit, 0 after the last.
func (d *decimal) at(i int) byte {
	if 0 <= i && i < len(d.mant) {
		return d.mant[i]
	}
	return '0'
}

// init sets x to m * 2^shift. A division by 2^n is a product with 5^n and a shift of the point.
func (x *decimal) init(m nat, shift int) {
	if len(m) == 0 {
		x.mant = x.mant[:0]
		x.exp = 0
		return
	}
	point := 0
	if shift < 0 {
		zeros := min(m.trailingZeroBits(), uint(-shift))
		m = nat(nil).rsh(m, zeros)
		if n := -shift - int(zeros); n > 0 {
			m = nat(nil).product(m, nat(nil).powerWhole(nat{5}, nat{Word(n)}))
			point = n
		}
	} else if shift > 0 {
		m = nat(nil).lsh(m, uint(shift))
	}
	text := m.utoa(10)
	x.exp = len(text) - point
	x.mant = text
	x.trim()
}

func (x *decimal) trim() {
	n := len(x.mant)
	for n > 0 && x.mant[n-1] == '0' {
		n--
	}
	x.mant = x.mant[:n]
	if n == 0 {
		x.exp = 0
	}
}

// roundsUp reports whether x is rounded up to n digits; halves are to even digits.
func (x *decimal) roundsUp(n int) bool {
	if x.mant[n] == '5' && n+1 == len(x.mant) {
		return n > 0 && (x.mant[n-1]-'0')&1 != 0
	}
	return x.mant[n] >= '5'
}

// round leaves n digits; negative n or more than there are change nothing.
func (x *decimal) round(n int) {
	if n < 0 || n >= len(x.mant) {
		return
	}
	if x.roundsUp(n) {
		x.roundUp(n)
	} else {
		x.roundDown(n)
	}
}

func (x *decimal) roundUp(n int) {
	if n < 0 || n >= len(x.mant) {
		return
	}
	for n > 0 && x.mant[n-1] >= '9' {
		n--
	}
	if n == 0 {
		x.mant[0] = '1'
		x.mant = x.mant[:1]
		x.exp++
		return
	}
	x.mant[n-1]++
	x.mant = x.mant[:n]
}

func (x *decimal) roundDown(n int) {
	if n < 0 || n >= len(x.mant) {
		return
	}
	x.mant = x.mant[:n]
	x.trim()
}

// String returns x in full.
func (x *decimal) String() string {
	if len(x.mant) == 0 {
		return "0"
	}
	var buf []byte
	switch {
	case x.exp <= 0:
		buf = append(buf, "0."...)
		buf = appendZeros(buf, -x.exp)
		buf = append(buf, x.mant...)
	case x.exp < len(x.mant):
		buf = append(buf, x.mant[:x.exp]...)
		buf = append(buf, '.')
		buf = append(buf, x.mant[x.exp:]...)
	default:
		buf = append(buf, x.mant...)
		buf = appendZeros(buf, x.exp-len(x.mant))
	}
	return string(buf)
}

func appendZeros(buf []byte, n int) []byte {
	for ; n > 0; n-- {
		buf = append(buf, '0')
	}
	return buf
}
