package syntax

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Prog is a program for a machine that matches.
type Prog struct {
	Inst   []Inst
	Start  int // where it begins
	NumCap int // positions that it records: two for each group, the whole too
}

// An Inst is an instruction.
type Inst struct {
	Op   InstOp
	Out  uint32 // the next one
	Arg  uint32 // InstAlt, InstAltMatch: the other next one; InstCapture: which position; InstEmptyWidth: what must hold; InstRune: flags
	Rune []rune
}

// An InstOp says what an instruction does.
type InstOp uint8

const (
	InstAlt          InstOp = iota // goes on at Out, or if that fails at Arg
	InstAltMatch                   // the same, where one of them is all that remains
	InstCapture                    // records a position
	InstEmptyWidth                 // goes on where assertions hold
	InstMatch                      // has matched
	InstFail                       // does not match
	InstNop                        // goes on
	InstRune                       // matches a rune of Rune
	InstRune1                      // matches one rune
	InstRuneAny                    // matches any rune
	InstRuneAnyNotNL               // matches any rune but a newline
)

var instOpNames = [...]string{
	InstAlt:          "InstAlt",
	InstAltMatch:     "InstAltMatch",
	InstCapture:      "InstCapture",
	InstEmptyWidth:   "InstEmptyWidth",
	InstMatch:        "InstMatch",
	InstFail:         "InstFail",
	InstNop:          "InstNop",
	InstRune:         "InstRune",
	InstRune1:        "InstRune1",
	InstRuneAny:      "InstRuneAny",
	InstRuneAnyNotNL: "InstRuneAnyNotNL",
}

func (i InstOp) String() string {
	if int(i) >= len(instOpNames) {
		return ""
	}
	return instOpNames[i]
}

// An EmptyOp is a set of assertions about a position.
type EmptyOp uint8

const (
	EmptyBeginLine EmptyOp = 1 << iota
	EmptyEndLine
	EmptyBeginText
	EmptyEndText
	EmptyWordBoundary
	EmptyNoWordBoundary
)

// EmptyOpContext returns what holds between two runes; -1 is the beginning or the end of the text.
func EmptyOpContext(r1, r2 rune) EmptyOp {
	op := EmptyNoWordBoundary
	if IsWordChar(r1) != IsWordChar(r2) {
		op = EmptyWordBoundary
	}
	if r1 < 0 {
		op |= EmptyBeginText | EmptyBeginLine
	} else if r1 == '\n' {
		op |= EmptyBeginLine
	}
	if r2 < 0 {
		op |= EmptyEndText | EmptyEndLine
	} else if r2 == '\n' {
		op |= EmptyEndLine
	}
	return op
}

// IsWordChar reports whether a rune counts as one of a word for \b: letters, digits and underscores of ASCII.
func IsWordChar(r rune) bool {
	return uint32(r|0x20)-'a' < 26 || uint32(r)-'0' < 10 || r == '_'
}

// MatchRune reports whether an InstRune matches a rune.
func (i *Inst) MatchRune(r rune) bool { return i.MatchRunePos(r) >= 0 }

// MatchRunePos returns which range of an InstRune a rune is in, or -1. A single rune is one range.
func (i *Inst) MatchRunePos(r rune) int {
	class := i.Rune
	switch len(class) {
	case 0:
		return -1
	case 1:
		if r == class[0] || Flags(i.Arg)&FoldCase != 0 && sameButCase(class[0], r) {
			return 0
		}
		return -1
	}
	if len(class) <= 8 {
		for at := 0; at < len(class); at += 2 {
			if r < class[at] {
				return -1
			}
			if r <= class[at+1] {
				return at / 2
			}
		}
		return -1
	}
	lo, hi := 0, len(class)/2
	for lo < hi {
		middle := int(uint(lo+hi) >> 1)
		switch {
		case r < class[2*middle]:
			hi = middle
		case class[2*middle+1] < r:
			lo = middle + 1
		default:
			return middle
		}
	}
	return -1
}

// sameButCase reports whether two different runes are the same but for case.
func sameButCase(a, b rune) bool {
	for r := unicode.SimpleFold(a); r != a; r = unicode.SimpleFold(r) {
		if r == b {
			return true
		}
	}
	return false
}

// MatchEmptyWidth reports whether the assertions of an InstEmptyWidth hold between two runes.
func (i *Inst) MatchEmptyWidth(before rune, after rune) bool {
	return EmptyOp(i.Arg)&^EmptyOpContext(before, after) == 0
}

// skip returns the first instruction from pc on that is neither a record nor nothing.
func (p *Prog) skip(pc uint32) *Inst {
	i := &p.Inst[pc]
	for i.Op == InstNop || i.Op == InstCapture {
		i = &p.Inst[i.Out]
	}
	return i
}

// Prefix returns text that every match begins with, and whether that is all of the match.
func (p *Prog) Prefix() (prefix string, complete bool) {
	i := p.skip(uint32(p.Start))
	var text strings.Builder
	for i.matchesOne() && i.Rune[0] != utf8.RuneError {
		text.WriteRune(i.Rune[0])
		i = p.skip(i.Out)
	}
	return text.String(), i.Op == InstMatch
}

// matchesOne reports whether an instruction matches one rune only.
func (i *Inst) matchesOne() bool {
	return (i.Op == InstRune1 || i.Op == InstRune) && len(i.Rune) == 1 && Flags(i.Arg)&FoldCase == 0
}

// StartCond returns the assertions that hold where a match begins; all, if there is none.
func (p *Prog) StartCond() EmptyOp {
	var conditions EmptyOp
	i := &p.Inst[p.Start]
	for {
		switch i.Op {
		case InstEmptyWidth:
			conditions |= EmptyOp(i.Arg)
		case InstFail:
			return ^EmptyOp(0)
		case InstCapture, InstNop:
		default:
			return conditions
		}
		i = &p.Inst[i.Out]
	}
}

// String returns the program, an instruction a line; a star marks the first one.
func (p *Prog) String() string {
	var b strings.Builder
	for pc := range p.Inst {
		number := decimal(pc)
		for range 3 - len(number) {
			b.WriteByte(' ')
		}
		b.WriteString(number)
		if pc == p.Start {
			b.WriteByte('*')
		}
		b.WriteByte('\t')
		b.WriteString(p.Inst[pc].String())
		b.WriteByte('\n')
	}
	return b.String()
}

// String returns an instruction as Prog.String writes it.
func (i *Inst) String() string {
	out := " -> " + decimal(int(i.Out))
	both := out + ", " + decimal(int(i.Arg))
	switch i.Op {
	case InstAlt:
		return "alt" + both
	case InstAltMatch:
		return "altmatch" + both
	case InstCapture:
		return "cap " + decimal(int(i.Arg)) + out
	case InstEmptyWidth:
		return "empty " + decimal(int(i.Arg)) + out
	case InstMatch:
		return "match"
	case InstFail:
		return "fail"
	case InstNop:
		return "nop" + out
	case InstRune:
		if i.Rune == nil {
			return "rune <nil>"
		}
		text := "rune " + quotedASCII(i.Rune)
		if Flags(i.Arg)&FoldCase != 0 {
			text += "/i"
		}
		return text + out
	case InstRune1:
		return "rune1 " + quotedASCII(i.Rune) + out
	case InstRuneAny:
		return "any" + out
	case InstRuneAnyNotNL:
		return "anynotnl" + out
	}
	return ""
}

func quotedASCII(runes []rune) string { return strconv.QuoteToASCII(string(runes)) }
