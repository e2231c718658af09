package fmt

import (
	"strconv"
	"unicode/utf8"
)

// flags are those of one verb.
type flags struct {
	plus, minus, sharp, space, zero bool
	// plusV and sharpV are the flags of %+v and %#v, which mean another thing than + and #.
	plusV, sharpV     bool
	hasWidth, hasPrec bool
	width, precision  int
}

const (
	lowerDigits = "0123456789abcdefx"
	upperDigits = "0123456789ABCDEFX"
)

// pad writes count copies of a padding byte.
func (p *printer) fill(count int, with byte) {
	for ; count > 0; count-- {
		p.buf = append(p.buf, with)
	}
}

// padded writes text within the width.
func (p *printer) padded(text string) {
	if !p.hasWidth || p.width == 0 {
		p.buf = append(p.buf, text...)
		return
	}
	missing := p.width - utf8.RuneCountInString(text)
	if p.minus {
		p.buf = append(p.buf, text...)
		p.fill(missing, ' ')
		return
	}
	with := byte(' ')
	if p.zero {
		with = '0'
	}
	p.fill(missing, with)
	p.buf = append(p.buf, text...)
}

// paddedWithSpaces is padded for texts that zeros must not precede.
func (p *printer) paddedWithSpaces(text string) {
	zero := p.zero
	p.zero = false
	p.padded(text)
	p.zero = zero
}

func (p *printer) formatBool(v bool) {
	if v {
		p.padded("true")
	} else {
		p.padded("false")
	}
}

// formatInteger writes an integer in a base. signed says that u is the bits of an int64.
func (p *printer) formatInteger(u uint64, base uint64, signed bool, verb rune, digits string) {
	negative := signed && int64(u) < 0
	if negative {
		u = -u
	}
	minimum := 0
	switch {
	case p.hasPrec:
		minimum = p.precision
		if minimum == 0 && u == 0 {
			p.fill(p.width, ' ')
			return
		}
	case p.zero && !p.minus && p.hasWidth:
		minimum = p.width
		if negative || p.plus || p.space {
			minimum--
		}
	}
	size := 68 + minimum
	var small [80]byte
	text := small[:]
	if size > len(text) {
		text = make([]byte, size+8)
	}
	at := len(text)
	for count := 0; u > 0 || count == 0 || count < minimum; count++ {
		at--
		switch base {
		case 10:
			text[at] = byte('0' + u%10)
			u /= 10
		case 16:
			text[at] = digits[u&15]
			u >>= 4
		case 8:
			text[at] = byte('0' + u&7)
			u >>= 3
		default:
			text[at] = byte('0' + u&1)
			u >>= 1
		}
	}
	if p.sharp {
		switch base {
		case 2:
			at -= 2
			text[at], text[at+1] = '0', 'b'
		case 8:
			if text[at] != '0' {
				at--
				text[at] = '0'
			}
		case 16:
			at -= 2
			text[at], text[at+1] = '0', digits[16]
		}
	}
	if verb == 'O' {
		at -= 2
		text[at], text[at+1] = '0', 'o'
	}
	switch {
	case negative:
		at--
		text[at] = '-'
	case p.plus:
		at--
		text[at] = '+'
	case p.space:
		at--
		text[at] = ' '
	}
	p.paddedWithSpaces(string(text[at:]))
}

// formatUnicode writes U+0078, with the character after it for %#U.
func (p *printer) formatUnicode(u uint64) {
	digits := strconv.FormatUint(u, 16)
	minimum := 4
	if p.hasPrec && p.precision > 4 {
		minimum = p.precision
	}
	text := "U+"
	for i := len(digits); i < minimum; i++ {
		text += "0"
	}
	for i := 0; i < len(digits); i++ {
		c := digits[i]
		if c >= 'a' {
			c -= 'a' - 'A'
		}
		text += string(rune(c))
	}
	if p.sharp && u <= utf8.MaxRune && strconv.IsPrint(rune(u)) {
		text += " '" + string(rune(u)) + "'"
	}
	p.paddedWithSpaces(text)
}

func toRune(u uint64) rune {
	if u > utf8.MaxRune {
		return utf8.RuneError
	}
	return rune(u)
}

func (p *printer) formatChar(u uint64) {
	p.padded(string(toRune(u)))
}

func (p *printer) formatQuotedChar(u uint64) {
	if p.plus {
		p.padded(strconv.QuoteRuneToASCII(toRune(u)))
	} else {
		p.padded(strconv.QuoteRune(toRune(u)))
	}
}

// truncated cuts a text to as many characters as the precision says.
func (p *printer) truncated(text string) string {
	if p.hasPrec {
		count := p.precision
		for i := range text {
			count--
			if count < 0 {
				return text[:i]
			}
		}
	}
	return text
}

func (p *printer) formatString(text string) { p.padded(p.truncated(text)) }

func (p *printer) formatQuoted(text string) {
	text = p.truncated(text)
	switch {
	case p.sharp && strconv.CanBackquote(text):
		p.padded("`" + text + "`")
	case p.plus:
		p.padded(strconv.QuoteToASCII(text))
	default:
		p.padded(strconv.Quote(text))
	}
}

// formatHexString writes the bytes of a text in hexadecimal: "% x" separates them, "%#x" prefixes 0x.
func (p *printer) formatHexString(text string, digits string) {
	length := len(text)
	if p.hasPrec && p.precision < length {
		length = p.precision
	}
	if length <= 0 {
		p.padded("")
		return
	}
	hex := make([]byte, 0, length*5)
	for i := 0; i < length; i++ {
		if p.space && i > 0 {
			hex = append(hex, ' ')
		}
		if p.sharp && (p.space || i == 0) {
			hex = append(hex, '0', digits[16])
		}
		hex = append(hex, digits[text[i]>>4], digits[text[i]&15])
	}
	p.padded(string(hex))
}

// formatFloat writes a float by one of strconv's formats; the precision of the verb overrides the given one.
func (p *printer) formatFloat(v float64, bits int, verb byte, precision int) {
	if p.hasPrec {
		precision = p.precision
	}
	var small [40]byte
	number := strconv.AppendFloat(small[:1], v, verb, precision, bits)
	if number[1] == '-' || number[1] == '+' {
		number = number[1:]
	} else {
		number[0] = '+'
	}
	if p.space && number[0] == '+' && !p.plus {
		number[0] = ' '
	}
	if number[1] == 'I' || number[1] == 'N' {
		if number[1] == 'N' && !p.space && !p.plus {
			number = number[1:]
		}
		p.paddedWithSpaces(string(number))
		return
	}
	if p.sharp && verb != 'b' {
		number = keepZeros(number, verb, precision)
	}
	if !p.plus && number[0] == '+' {
		p.padded(string(number[1:]))
		return
	}
	if p.zero && !p.minus && p.hasWidth && p.width > len(number) {
		// The sign comes before the zeros.
		p.buf = append(p.buf, number[0])
		p.fill(p.width-len(number), '0')
		p.buf = append(p.buf, number[1:]...)
		return
	}
	p.padded(string(number))
}

// keepZeros returns a number the point and the zeros that %#g and its like keep.
func keepZeros(number []byte, verb byte, precision int) []byte {
	digits := 0
	switch verb {
	case 'g', 'G', 'x', 'X':
		digits = precision
		if digits < 0 {
			digits = 6
		}
	}
	exponentAt := len(number)
	point := false
	sawNonzero := false
	for i := 1; i < len(number); i++ {
		c := number[i]
		if c == '.' {
			point = true
			continue
		}
		if c == 'e' || c == 'E' || c == 'p' || c == 'P' {
			if !(verb == 'x' || verb == 'X') || c == 'p' || c == 'P' {
				exponentAt = i
				break
			}
		}
		if c != '0' {
			sawNonzero = true
		}
		if sawNonzero {
			digits--
		}
	}
	tail := string(number[exponentAt:])
	result := append([]byte(nil), number[:exponentAt]...)
	if !point {
		if len(result) == 2 && result[1] == '0' {
			digits--
		}
		result = append(result, '.')
	}
	for ; digits > 0; digits-- {
		result = append(result, '0')
	}
	return append(result, tail...)
}

// formatComplex writes both parts with a sign before the second.
func (p *printer) formatComplex(v complex128, bits int, verb byte, precision int) {
	plus := p.plus
	p.buf = append(p.buf, '(')
	p.formatFloat(real(v), bits/2, verb, precision)
	p.plus = true
	p.formatFloat(imag(v), bits/2, verb, precision)
	p.buf = append(p.buf, 'i', ')')
	p.plus = plus
}
