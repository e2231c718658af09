package regexp

import (
	"regexp/syntax"
	"unicode"
	"unicode/utf8"
)

// An opcode says what an instruction does.
type opcode uint8

const (
	opFail   opcode = iota
	opMatch         // has matched
	opAlt           // goes on at out, or else at other
	opRecord        // records the position in slot
	opAssert        // goes on where the assertions hold
	opText          // matches text
	opRune          // matches one rune, which may be what is no UTF-8
	opClass         // matches a rune of a class
	opAny           // matches any rune
	opLine          // matches any rune but a newline
)

// An inst is an instruction of a program for the matchers of this package. Steps that do nothing are left out, and neighbouring
// literal runes are one text.
type inst struct {
	op    opcode
	holds syntax.EmptyOp
	// Whether other instructions than one go on here: only there can a search meet itself again. -1: no; otherwise the number among
	// those where it is so.
	join  int32
	out   uint32
	other uint32
	slot  int
	text  string
	rune  rune
	ascii [2]uint64 // which runes of ASCII a class has
	class []rune
}

// A program is what a pattern is compiled to.
type program struct {
	insts  []inst
	start  uint32
	joins  int
	slots  int    // positions that a match has
	prefix string // every match begins with it
	whole  bool   // and is all of it
	atText bool   // a match begins where the text begins
	first  *[256]bool
	least  int // bytes that a match has at least
}

// newProgram translates a program of package syntax.
func newProgram(prog *syntax.Prog, least int) *program {
	p := &program{slots: prog.NumCap, least: least}
	p.prefix, p.whole = prog.Prefix()
	p.atText = prog.StartCond()&syntax.EmptyBeginText != 0
	t := translation{from: prog, to: p, number: make([]int32, len(prog.Inst)), entries: make([]uint8, len(prog.Inst))}
	t.countEntries()
	p.start = t.translate(uint32(prog.Start))
	for len(t.waiting) > 0 {
		pc := t.waiting[len(t.waiting)-1]
		t.waiting = t.waiting[:len(t.waiting)-1]
		t.fill(pc)
	}
	p.first = p.firstBytes()
	return p
}

// A translation is the state of newProgram.
type translation struct {
	from    *syntax.Prog
	to      *program
	number  []int32 // of the instructions that are translated, plus 1
	entries []uint8 // how many instructions go on at one, at most 2
	waiting []uint32
}

// skip passes steps that do nothing.
func (t *translation) skip(pc uint32) uint32 {
	for t.from.Inst[pc].Op == syntax.InstNop {
		pc = t.from.Inst[pc].Out
	}
	return pc
}

// countEntries counts what goes on where. An alternative of an alternative counts as one too.
func (t *translation) countEntries() {
	enter := func(pc uint32) {
		if pc = t.skip(pc); t.entries[pc] < 2 {
			t.entries[pc]++
		}
	}
	enter(uint32(t.from.Start))
	for i := range t.from.Inst {
		in := &t.from.Inst[i]
		switch in.Op {
		case syntax.InstMatch, syntax.InstFail, syntax.InstNop:
		case syntax.InstAlt, syntax.InstAltMatch:
			enter(in.Out)
			enter(in.Arg)
		default:
			enter(in.Out)
		}
	}
}

// translate returns the number of the instruction that stands for one.
func (t *translation) translate(pc uint32) uint32 {
	pc = t.skip(pc)
	if t.number[pc] == 0 {
		t.to.insts = append(t.to.insts, inst{join: -1})
		t.number[pc] = int32(len(t.to.insts))
		t.waiting = append(t.waiting, pc)
	}
	return uint32(t.number[pc] - 1)
}

func (t *translation) fill(pc uint32) {
	from := &t.from.Inst[pc]
	in := inst{join: -1}
	if t.entries[pc] > 1 {
		in.join = int32(t.to.joins)
		t.to.joins++
	}
	next := from.Out
	switch from.Op {
	case syntax.InstAlt, syntax.InstAltMatch:
		in.op = opAlt
		in.other = t.translate(from.Arg)
	case syntax.InstCapture:
		in.op, in.slot = opRecord, int(from.Arg)
	case syntax.InstEmptyWidth:
		in.op, in.holds = opAssert, syntax.EmptyOp(from.Arg)
	case syntax.InstMatch:
		in.op = opMatch
	case syntax.InstFail:
		in.op = opFail
	case syntax.InstRuneAny:
		in.op = opAny
	case syntax.InstRuneAnyNotNL:
		in.op = opLine
	default:
		next = t.fillRunes(&in, from)
	}
	if in.op != opMatch && in.op != opFail {
		in.out = t.translate(next)
	}
	t.to.insts[t.number[pc]-1] = in
}

// fillRunes makes an instruction that matches runes, and returns the one after it.
func (t *translation) fillRunes(in *inst, from *syntax.Inst) uint32 {
	if r, ok := onlyRune(from); ok {
		in.op, in.rune = opRune, r
		if r == utf8.RuneError {
			return from.Out
		}
		in.op = opText
		text := utf8.AppendRune(nil, r)
		next := t.skip(from.Out)
		for t.entries[next] == 1 {
			r, ok := onlyRune(&t.from.Inst[next])
			if !ok || r == utf8.RuneError {
				break
			}
			text = utf8.AppendRune(text, r)
			next = t.skip(t.from.Inst[next].Out)
		}
		in.text = string(text)
		return next
	}
	in.op, in.class = opClass, from.Rune
	if len(from.Rune) == 1 {
		in.class = foldClass(from.Rune[0])
	}
	for i := 0; i < len(in.class); i += 2 {
		for r := in.class[i]; r <= min(in.class[i+1], unicode.MaxASCII); r++ {
			in.ascii[r>>6] |= 1 << (r & 63)
		}
	}
	return from.Out
}

// onlyRune returns the rune of an instruction that matches one only.
func onlyRune(in *syntax.Inst) (rune, bool) {
	switch in.Op {
	case syntax.InstRune1:
		return in.Rune[0], true
	case syntax.InstRune:
		if len(in.Rune) == 1 && syntax.Flags(in.Arg)&syntax.FoldCase == 0 {
			return in.Rune[0], true
		}
	}
	return 0, false
}

// foldClass returns the class of a rune in every case. Its ranges need no order: they are one rune each, and few.
func foldClass(r rune) []rune {
	smallest := r
	for other := unicode.SimpleFold(r); other != r; other = unicode.SimpleFold(other) {
		smallest = min(smallest, other)
	}
	class := []rune{smallest, smallest}
	for other := unicode.SimpleFold(smallest); other != smallest; other = unicode.SimpleFold(other) {
		class = append(class, other, other)
	}
	return class
}

// has reports whether a class has a rune that is not ASCII.
func (in *inst) has(r rune) bool {
	class := in.class
	if len(class) <= 8 {
		for i := 0; i < len(class); i += 2 {
			if class[i] <= r && r <= class[i+1] {
				return true
			}
		}
		return false
	}
	lo, hi := 0, len(class)/2
	for lo < hi {
		middle := int(uint(lo+hi) >> 1)
		if class[2*middle+1] < r {
			lo = middle + 1
		} else {
			hi = middle
		}
	}
	return 2*lo < len(class) && class[2*lo] <= r
}

// firstBytes returns which bytes a match can begin with; nil: it may be empty.
func (p *program) firstBytes() *[256]bool {
	first := new([256]bool)
	seen := make([]bool, len(p.insts))
	waiting := []uint32{p.start}
	for len(waiting) > 0 {
		pc := waiting[len(waiting)-1]
		waiting = waiting[:len(waiting)-1]
		if seen[pc] {
			continue
		}
		seen[pc] = true
		in := &p.insts[pc]
		switch in.op {
		case opMatch:
			return nil
		case opAlt:
			waiting = append(waiting, in.out, in.other)
		case opRecord, opAssert:
			waiting = append(waiting, in.out)
		case opText:
			first[in.text[0]] = true
		case opRune:
			addFirst(first, in.rune, in.rune)
		case opClass:
			for i := 0; i < len(in.class); i += 2 {
				addFirst(first, in.class[i], in.class[i+1])
			}
		case opAny, opLine:
			addFirst(first, 0, unicode.MaxRune)
		}
	}
	return first
}

// addFirst adds the first bytes of the runes of a range. A byte that is no UTF-8 counts as U+FFFD.
func addFirst(first *[256]bool, lo, hi rune) {
	for r := lo; r <= min(hi, unicode.MaxASCII); r++ {
		first[r] = true
	}
	if hi <= unicode.MaxASCII {
		return
	}
	if lo <= utf8.RuneError && utf8.RuneError <= hi {
		for c := 0x80; c < 0x100; c++ {
			first[c] = true
		}
		return
	}
	for c := int(leadByte(max(lo, unicode.MaxASCII+1))); c <= int(leadByte(hi)); c++ {
		first[c] = true
	}
}

func leadByte(r rune) byte {
	switch {
	case r < 0x800:
		return 0xC0 | byte(r>>6)
	case r < 0x10000:
		return 0xE0 | byte(r>>12)
	}
	return 0xF0 | byte(r>>18)
}

// literalPrefix returns text that every match begins with, and whether it is all of it. Where a match begins and ends with the text,
// the assertions about that do not count.
func (p *program) literalPrefix() (prefix string, complete bool) {
	if !p.atText {
		return p.prefix, p.whole
	}
	next := func(pc uint32) *inst {
		for p.insts[pc].op == opRecord {
			pc = p.insts[pc].out
		}
		return &p.insts[pc]
	}
	in := next(p.start)
	if in.op != opAssert || in.holds&syntax.EmptyBeginText == 0 {
		return "", in.op == opMatch
	}
	in = next(in.out)
	if in.op != opText {
		return "", in.op == opMatch
	}
	for in.op == opText {
		prefix += in.text
		in = next(in.out)
	}
	if in.op == opAssert && p.insts[in.out].op == opMatch {
		if in.holds&syntax.EmptyEndText == 0 {
			return "", false
		}
		return prefix, true
	}
	return prefix, in.op == opMatch
}
