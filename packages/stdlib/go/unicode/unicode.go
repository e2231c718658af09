// Package unicode has properties of code points.
package unicode

const (
	MaxRune         = '\U0010FFFF' // the largest code point
	ReplacementChar = '\uFFFD'     // stands for what is no code point
	MaxASCII        = '\u007F'     // the largest of ASCII
	MaxLatin1       = '\u00FF'     // the largest of Latin-1
)

// A RangeTable is a set of code points, in sorted ranges that do not overlap: R16 up to 0xFFFF, R32 above.
type RangeTable struct {
	R16         []Range16
	R32         []Range32
	LatinOffset int // how many of R16 end at MaxLatin1 or before
}

// Range16 is Lo, Lo+Stride, … Hi.
type Range16 struct {
	Lo     uint16
	Hi     uint16
	Stride uint16
}

// Range32 is Range16 for larger code points.
type Range32 struct {
	Lo     uint32
	Hi     uint32
	Stride uint32
}

// A packed is a sequence of numbers: five bits a byte, lowest first, offset ' ', and 32 more if the number goes on.
type packed struct {
	text string
	pos  int
}

func (p *packed) more() bool { return p.pos < len(p.text) }

func (p *packed) next() uint32 {
	var n uint32
	for shift := uint(0); ; shift += 5 {
		c := p.text[p.pos] - ' '
		p.pos++
		n |= uint32(c&31) << shift
		if c < 32 {
			return n
		}
	}
}

// table unpacks a set: for each range the distance of Lo from the last Hi, twice the number of steps, plus one if the
// stride, which then follows, is not 1.
func table(text string) *RangeTable {
	p := packed{text, 0}
	t := new(RangeTable)
	last := uint32(0)
	for p.more() {
		lo, steps, stride := last+p.next(), p.next(), uint32(1)
		if steps&1 == 1 {
			stride = p.next()
		}
		last = lo + steps/2*stride
		if last <= 0xFFFF {
			t.R16 = append(t.R16, Range16{uint16(lo), uint16(last), uint16(stride)})
			if last <= MaxLatin1 {
				t.LatinOffset++
			}
		} else {
			t.R32 = append(t.R32, Range32{lo, last, stride})
		}
	}
	return t
}

// Is reports whether r is in the set.
func Is(rangeTab *RangeTable, r rune) bool {
	if r16 := rangeTab.R16; len(r16) > 0 && uint32(r) <= uint32(r16[len(r16)-1].Hi) {
		lo, hi := 0, len(r16)
		for lo < hi {
			m := int(uint(lo+hi) >> 1)
			if uint32(r16[m].Hi) < uint32(r) {
				lo = m + 1
			} else {
				hi = m
			}
		}
		x := r16[lo]
		return uint16(r) >= x.Lo && (x.Stride == 1 || (uint16(r)-x.Lo)%x.Stride == 0)
	}
	r32 := rangeTab.R32
	lo, hi := 0, len(r32)
	for lo < hi {
		m := int(uint(lo+hi) >> 1)
		if r32[m].Hi < uint32(r) {
			lo = m + 1
		} else {
			hi = m
		}
	}
	if lo == len(r32) || uint32(r) < r32[lo].Lo {
		return false
	}
	return r32[lo].Stride == 1 || (uint32(r)-r32[lo].Lo)%r32[lo].Stride == 0
}

// In reports whether r is in one of the sets.
func In(r rune, ranges ...*RangeTable) bool { return IsOneOf(ranges, r) }

// IsOneOf is In with the sets first.
func IsOneOf(ranges []*RangeTable, r rune) bool {
	for _, t := range ranges {
		if Is(t, r) {
			return true
		}
	}
	return false
}

// GraphicRanges are the sets of graphic characters.
var GraphicRanges = []*RangeTable{L, M, N, P, S, Zs}

// PrintRanges are the sets of printable characters, of which the ASCII space is one too.
var PrintRanges = []*RangeTable{L, M, N, P, S}

// IsGraphic reports whether r is a letter, mark, number, punctuation, symbol or space.
func IsGraphic(r rune) bool {
	if uint32(r) <= MaxLatin1 {
		return r == 0xA0 || IsPrint(r)
	}
	return In(r, GraphicRanges...)
}

// IsPrint reports whether r is a letter, mark, number, punctuation, symbol or the ASCII space.
func IsPrint(r rune) bool {
	if uint32(r) <= MaxLatin1 {
		return ' ' <= r && r < 0x7F || r > 0xA0 && r != 0xAD
	}
	return In(r, PrintRanges...)
}

// IsControl reports whether r is in category Cc.
func IsControl(r rune) bool { return uint32(r) < ' ' || 0x7F <= r && r < 0xA0 }

// IsLetter reports whether r is in category L.
func IsLetter(r rune) bool {
	if uint32(r) <= MaxLatin1 {
		return isASCIILetter(r) || r == 0xAA || r == 0xB5 || r == 0xBA || r >= 0xC0 && r != 0xD7 && r != 0xF7
	}
	return Is(Letter, r)
}

func isASCIILetter(r rune) bool { return uint32(r|0x20)-'a' < 26 }

// IsUpper reports whether r is in category Lu.
func IsUpper(r rune) bool {
	if uint32(r) <= MaxLatin1 {
		return 'A' <= r && r <= 'Z' || 0xC0 <= r && r <= 0xDE && r != 0xD7
	}
	return Is(Upper, r)
}

// IsLower reports whether r is in category Ll.
func IsLower(r rune) bool {
	if uint32(r) <= MaxLatin1 {
		return 'a' <= r && r <= 'z' || r == 0xB5 || r >= 0xDF && r != 0xF7
	}
	return Is(Lower, r)
}

// IsTitle reports whether r is in category Lt.
func IsTitle(r rune) bool { return r > MaxLatin1 && Is(Title, r) }

// IsDigit reports whether r is in category Nd.
func IsDigit(r rune) bool {
	if uint32(r) <= MaxLatin1 {
		return '0' <= r && r <= '9'
	}
	return Is(Digit, r)
}

// IsNumber reports whether r is in category N.
func IsNumber(r rune) bool {
	if uint32(r) <= MaxASCII {
		return '0' <= r && r <= '9'
	}
	return Is(Number, r)
}

// IsMark reports whether r is in category M.
func IsMark(r rune) bool { return r > MaxLatin1 && Is(Mark, r) }

// IsPunct reports whether r is in category P.
func IsPunct(r rune) bool { return Is(Punct, r) }

// IsSymbol reports whether r is in category S.
func IsSymbol(r rune) bool { return Is(Symbol, r) }

// IsSpace reports whether r has the property White_Space.
func IsSpace(r rune) bool {
	switch r {
	case ' ', '\t', '\n', '\v', '\f', '\r', 0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
		return true
	}
	return 0x2000 <= r && r <= 0x200A
}
