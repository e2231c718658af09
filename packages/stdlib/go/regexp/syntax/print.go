package syntax

import (
	"strings"
	"unicode"
)

// How flags are written in front of a part: on, or off when shifted by offFlags.
type written uint8

const (
	writtenI written = 1 << iota // (?i:
	writtenM                     // (?m:
	writtenS                     // (?s:

	offFlags = 3 // (?-i: and so on
)

// A printer writes a tree as a pattern.
type printer struct {
	strings.Builder
	// What is written in front of nodes, and after which nodes it ends, which is often the same node and never an outer one.
	begin map[*Regexp]written
	end   map[*Regexp]bool
}

// String returns a pattern for the tree. It has few parentheses, and flags only where they matter.
func (re *Regexp) String() string {
	p := &printer{}
	must, cannot := p.needs(re)
	must |= (cannot &^ writtenI) << offFlags
	if must != 0 {
		p.span(re, re, must)
	}
	p.node(re, false)
	return p.Builder.String()
}

// span writes flags in front of a node and ends them after another, or the same.
func (p *printer) span(first, last *Regexp, flags written) {
	if p.begin == nil {
		p.begin = make(map[*Regexp]written)
		p.end = make(map[*Regexp]bool)
	}
	p.begin[first] = flags
	p.end[last] = true
}

// needs returns which flags must be on around a node, and which must not be. Where parts of it differ, spans inside of it have the
// flags that must be on there.
func (p *printer) needs(re *Regexp) (must, cannot written) {
	switch re.Op {
	case OpLiteral:
		for _, r := range re.Rune {
			if minFold <= r && r <= maxFold && unicode.SimpleFold(r) != r {
				if re.Flags&FoldCase != 0 {
					return writtenI, 0
				}
				return 0, writtenI
			}
		}
	case OpCharClass:
		if !foldsIntoItself(re.Rune) {
			return 0, writtenI
		}
	case OpAnyCharNotNL:
		return 0, writtenS
	case OpAnyChar:
		return writtenS, 0
	case OpBeginLine, OpEndLine:
		return writtenM, 0
	case OpEndText:
		if re.Flags&WasDollar != 0 {
			return 0, writtenM
		}
	case OpCapture, OpStar, OpPlus, OpQuest, OpRepeat:
		return p.needs(re.Sub[0])
	case OpConcat, OpAlternate:
		return p.needsOfAll(re.Sub)
	}
	return 0, 0
}

// needsOfAll is needs of nodes beside each other.
func (p *printer) needsOfAll(subs []*Regexp) (must, cannot written) {
	var first, last *Regexp // those of the part since the last difference that need a flag
	var never written
	differ := false
	for _, sub := range subs {
		subMust, subCannot := p.needs(sub)
		if must&subCannot != 0 || subMust&cannot != 0 {
			if must != 0 {
				p.span(first, last, must)
			}
			differ, must, cannot, first = true, 0, 0, nil
		}
		must |= subMust
		cannot |= subCannot
		never |= subCannot
		if subMust != 0 {
			if first == nil {
				first = sub
			}
			last = sub
		}
	}
	if !differ {
		return must, cannot
	}
	if must != 0 {
		p.span(first, last, must)
	}
	return 0, never
}

// foldsIntoItself reports whether a class has with each rune what is the same but for case.
func foldsIntoItself(class []rune) bool {
	for i := 0; i < len(class); i += 2 {
		for r := max(class[i], minFold); r <= min(class[i+1], maxFold); r++ {
			for other := unicode.SimpleFold(r); other != r; other = unicode.SimpleFold(other) {
				if (other < class[i] || class[i+1] < other) && !inClass(class, other) {
					return false
				}
			}
		}
	}
	return true
}

// node writes a node with its flags. `grouped`: in parentheses.
func (p *printer) node(re *Regexp, grouped bool) {
	flags, flagged := p.begin[re]
	if flagged {
		p.flags(flags)
	}
	// Parentheses for flags that hold only this node do for it too.
	needsGroup := grouped && !(flagged && p.end[re])
	if needsGroup {
		p.WriteString("(?:")
	}
	p.bare(re)
	if needsGroup {
		p.WriteByte(')')
	}
	if p.end[re] {
		p.WriteByte(')')
	}
}

func (p *printer) flags(flags written) {
	const letters = "ims"
	p.WriteString("(?")
	for i := range len(letters) {
		if flags&(1<<i) != 0 {
			p.WriteByte(letters[i])
		}
	}
	if flags>>offFlags != 0 {
		p.WriteByte('-')
		for i := range len(letters) {
			if flags>>offFlags&(1<<i) != 0 {
				p.WriteByte(letters[i])
			}
		}
	}
	p.WriteByte(':')
}

// bare writes a node without its flags.
func (p *printer) bare(re *Regexp) {
	switch re.Op {
	case OpNoMatch:
		p.WriteString(`[^\x00-\x{10FFFF}]`)
	case OpEmptyMatch:
		p.WriteString(`(?:)`)
	case OpLiteral:
		for _, r := range re.Rune {
			p.rune(r, false)
		}
	case OpCharClass:
		p.class(re.Rune)
	case OpAnyCharNotNL, OpAnyChar:
		p.WriteByte('.')
	case OpBeginLine:
		p.WriteByte('^')
	case OpEndLine:
		p.WriteByte('$')
	case OpBeginText:
		p.WriteString(`\A`)
	case OpEndText:
		if re.Flags&WasDollar != 0 {
			p.WriteByte('$')
		} else {
			p.WriteString(`\z`)
		}
	case OpWordBoundary:
		p.WriteString(`\b`)
	case OpNoWordBoundary:
		p.WriteString(`\B`)
	case OpCapture:
		p.WriteByte('(')
		if re.Name != "" {
			p.WriteString("?P<" + re.Name + ">")
		}
		if re.Sub[0].Op != OpEmptyMatch {
			p.node(re.Sub[0], false)
		}
		p.WriteByte(')')
	case OpStar, OpPlus, OpQuest, OpRepeat:
		p.repetition(re)
	case OpConcat:
		for _, sub := range re.Sub {
			p.node(sub, sub.Op == OpAlternate)
		}
	case OpAlternate:
		for i, sub := range re.Sub {
			if i > 0 {
				p.WriteByte('|')
			}
			p.node(sub, false)
		}
	default:
		p.WriteString("<invalid op" + decimal(int(re.Op)) + ">")
	}
}

func (p *printer) repetition(re *Regexp) {
	sub := re.Sub[0]
	p.node(sub, sub.Op > OpCapture || sub.Op == OpLiteral && len(sub.Rune) > 1)
	switch re.Op {
	case OpStar:
		p.WriteByte('*')
	case OpPlus:
		p.WriteByte('+')
	case OpQuest:
		p.WriteByte('?')
	case OpRepeat:
		p.WriteString("{" + decimal(re.Min))
		if re.Max != re.Min {
			p.WriteByte(',')
			if re.Max >= 0 {
				p.WriteString(decimal(re.Max))
			}
		}
		p.WriteByte('}')
	}
	if re.Flags&NonGreedy != 0 {
		p.WriteByte('?')
	}
}

func (p *printer) class(class []rune) {
	switch {
	case len(class)%2 != 0:
		p.WriteString("[invalid char class]")
		return
	case len(class) == 0:
		p.WriteString(`[^\x00-\x{10FFFF}`)
	case class[0] == 0 && class[len(class)-1] == unicode.MaxRune && len(class) > 2:
		// Likely what was written negated.
		p.WriteString("[^")
		for i := 1; i+1 < len(class); i += 2 {
			p.classRange(class[i]+1, class[i+1]-1)
		}
	default:
		p.WriteByte('[')
		for i := 0; i < len(class); i += 2 {
			p.classRange(class[i], class[i+1])
		}
	}
	p.WriteByte(']')
}

func (p *printer) classRange(lo, hi rune) {
	p.rune(lo, lo == '-')
	if lo != hi {
		if lo < hi-1 {
			p.WriteByte('-')
		}
		p.rune(hi, hi == '-')
	}
}

// rune writes a rune so that it means itself; `quoted`: with a backslash.
func (p *printer) rune(r rune, quoted bool) {
	if unicode.IsPrint(r) {
		if quoted || r < 0x80 && strings.IndexByte(`\.+*?()|[]{}^$`, byte(r)) >= 0 {
			p.WriteByte('\\')
		}
		p.WriteRune(r)
		return
	}
	if i := strings.IndexByte("\a\f\n\r\t\v", byte(r)); r < 0x80 && i >= 0 {
		p.WriteByte('\\')
		p.WriteByte("afnrtv"[i])
		return
	}
	const digits = "0123456789abcdef"
	if r < 0x100 {
		p.WriteString(`\x`)
		p.WriteByte(digits[r>>4&15])
		p.WriteByte(digits[r&15])
		return
	}
	p.WriteString(`\x{`)
	started := false
	for shift := 28; shift >= 0; shift -= 4 {
		if digit := uint32(r) >> shift & 15; digit != 0 || started || shift == 0 {
			started = true
			p.WriteByte(digits[digit])
		}
	}
	p.WriteByte('}')
}
