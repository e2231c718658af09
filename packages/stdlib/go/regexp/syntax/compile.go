package syntax

import "unicode"

// A fragment is a part of a program whose ends are open.
type fragment struct {
	start    uint32
	out      openEnds
	nullable bool // it may match the empty text
}

// openEnds is a list of places that wait for the number of an instruction: twice the number of an instruction for its Out, one more
// for its Arg. Each place holds the next one until then. 0 ends the list: instruction 0 has no ends.
type openEnds struct{ head, tail uint32 }

func openEnd(place uint32) openEnds { return openEnds{place, place} }

type compiler struct {
	prog *Prog
}

// Compile returns the program of a tree that is simplified.
func Compile(re *Regexp) (*Prog, error) {
	c := compiler{&Prog{NumCap: 2}}
	c.inst(InstFail)
	f := c.compile(re)
	match := c.inst(InstMatch)
	c.close(f.out, match.start)
	c.prog.Start = int(f.start)
	return c.prog, nil
}

// inst adds an instruction.
func (c *compiler) inst(op InstOp) fragment {
	pc := uint32(len(c.prog.Inst))
	c.prog.Inst = append(c.prog.Inst, Inst{Op: op})
	return fragment{start: pc, nullable: true}
}

// place returns what an open end is.
func (c *compiler) place(end uint32) *uint32 {
	inst := &c.prog.Inst[end>>1]
	if end&1 == 0 {
		return &inst.Out
	}
	return &inst.Arg
}

// close lets all of a list go on at an instruction.
func (c *compiler) close(list openEnds, pc uint32) {
	for end := list.head; end != 0; {
		place := c.place(end)
		end, *place = *place, pc
	}
}

func (c *compiler) join(a, b openEnds) openEnds {
	if a.head == 0 {
		return b
	}
	if b.head == 0 {
		return a
	}
	*c.place(a.tail) = b.head
	return openEnds{a.head, b.tail}
}

// single adds an instruction with one way out.
func (c *compiler) single(op InstOp, arg uint32) fragment {
	f := c.inst(op)
	c.prog.Inst[f.start].Arg = arg
	f.out = openEnd(f.start << 1)
	return f
}

func (c *compiler) capture(arg int) fragment {
	f := c.single(InstCapture, uint32(arg))
	c.prog.NumCap = max(c.prog.NumCap, arg+1)
	return f
}

func (c *compiler) cat(a, b fragment) fragment {
	if a.start == 0 || b.start == 0 {
		return fragment{}
	}
	c.close(a.out, b.start)
	return fragment{a.start, b.out, a.nullable && b.nullable}
}

func (c *compiler) alt(a, b fragment) fragment {
	if a.start == 0 {
		return b
	}
	if b.start == 0 {
		return a
	}
	f := c.inst(InstAlt)
	inst := &c.prog.Inst[f.start]
	inst.Out, inst.Arg = a.start, b.start
	f.out = c.join(a.out, b.out)
	f.nullable = a.nullable || b.nullable
	return f
}

// choice adds an alternative between a fragment and what follows; `lazy` prefers what follows.
func (c *compiler) choice(a fragment, lazy bool) (fragment, openEnds) {
	f := c.inst(InstAlt)
	inst := &c.prog.Inst[f.start]
	if lazy {
		inst.Arg = a.start
		return f, openEnd(f.start << 1)
	}
	inst.Out = a.start
	return f, openEnd(f.start<<1 | 1)
}

func (c *compiler) quest(a fragment, lazy bool) fragment {
	f, out := c.choice(a, lazy)
	f.out = c.join(out, a.out)
	return f
}

// loop is the choice between once more and what follows; it starts with that choice.
func (c *compiler) loop(a fragment, lazy bool) fragment {
	f, out := c.choice(a, lazy)
	c.close(a.out, f.start)
	f.out = out
	return f
}

func (c *compiler) plus(a fragment, lazy bool) fragment {
	return fragment{a.start, c.loop(a, lazy).out, a.nullable}
}

// star is a loop; where the body may match nothing it is (x+)?, or priorities would differ from those of x*: see
// the discussion of empty loops in Cox's second paper.
func (c *compiler) star(a fragment, lazy bool) fragment {
	if a.nullable {
		return c.quest(c.plus(a, lazy), lazy)
	}
	return c.loop(a, lazy)
}

// runes adds an instruction that matches one rune: of ranges, or the only one.
func (c *compiler) runes(class []rune, flags Flags) fragment {
	f := c.single(InstRune, 0)
	f.nullable = false
	inst := &c.prog.Inst[f.start]
	inst.Rune = class
	flags &= FoldCase
	if len(class) != 1 || unicode.SimpleFold(class[0]) == class[0] {
		flags = 0
	}
	inst.Arg = uint32(flags)
	switch {
	case flags == 0 && (len(class) == 1 || len(class) == 2 && class[0] == class[1]):
		inst.Op = InstRune1
	case coversAll(class):
		inst.Op = InstRuneAny
	case coversAllButNewline(class):
		inst.Op = InstRuneAnyNotNL
	}
	return f
}

var anyRune = []rune{0, unicode.MaxRune}
var anyButNewline = []rune{0, '\n' - 1, '\n' + 1, unicode.MaxRune}

func (c *compiler) compile(re *Regexp) fragment {
	switch re.Op {
	case OpEmptyMatch:
		return c.single(InstNop, 0)
	case OpLiteral:
		if len(re.Rune) == 0 {
			return c.single(InstNop, 0)
		}
		f := c.runes(re.Rune[:1], re.Flags)
		for i := 1; i < len(re.Rune); i++ {
			f = c.cat(f, c.runes(re.Rune[i:i+1], re.Flags))
		}
		return f
	case OpCharClass:
		return c.runes(re.Rune, re.Flags)
	case OpAnyCharNotNL:
		return c.runes(anyButNewline, 0)
	case OpAnyChar:
		return c.runes(anyRune, 0)
	case OpBeginLine:
		return c.single(InstEmptyWidth, uint32(EmptyBeginLine))
	case OpEndLine:
		return c.single(InstEmptyWidth, uint32(EmptyEndLine))
	case OpBeginText:
		return c.single(InstEmptyWidth, uint32(EmptyBeginText))
	case OpEndText:
		return c.single(InstEmptyWidth, uint32(EmptyEndText))
	case OpWordBoundary:
		return c.single(InstEmptyWidth, uint32(EmptyWordBoundary))
	case OpNoWordBoundary:
		return c.single(InstEmptyWidth, uint32(EmptyNoWordBoundary))
	case OpCapture:
		before := c.capture(re.Cap * 2)
		inner := c.compile(re.Sub[0])
		return c.cat(c.cat(before, inner), c.capture(re.Cap*2+1))
	case OpStar:
		return c.star(c.compile(re.Sub[0]), re.Flags&NonGreedy != 0)
	case OpPlus:
		return c.plus(c.compile(re.Sub[0]), re.Flags&NonGreedy != 0)
	case OpQuest:
		return c.quest(c.compile(re.Sub[0]), re.Flags&NonGreedy != 0)
	case OpConcat:
		return c.compileConcat(re.Sub)
	case OpAlternate:
		var f fragment
		for _, sub := range re.Sub {
			f = c.alt(f, c.compile(sub))
		}
		return f
	}
	return fragment{}
}

func (c *compiler) compileConcat(subs []*Regexp) fragment {
	if len(subs) == 0 {
		return c.single(InstNop, 0)
	}
	f := c.compile(subs[0])
	for _, sub := range subs[1:] {
		f = c.cat(f, c.compile(sub))
	}
	return f
}
