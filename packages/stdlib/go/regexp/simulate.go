package regexp

import (
	"io"
	"regexp/syntax"
	"unicode/utf8"
)

// A source is what a simulation reads, rune after rune: a text, or what a reader returns.
type source struct {
	text   string
	pos    int // of the next rune
	reader io.RuneReader
	before rune // the rune before pos; -1 at the beginning
	after  rune // the one at pos; -1 at the end
	size   int  // its bytes
}

// begin reads the first rune.
func (s *source) begin() {
	s.before, s.after, s.size = -1, -1, 0
	if s.reader == nil && s.pos > 0 {
		s.before, _ = utf8.DecodeLastRuneInString(s.text[:s.pos])
	}
	s.read()
}

// next goes to the next rune.
func (s *source) next() {
	s.pos += s.size
	s.before = s.after
	s.read()
}

func (s *source) read() {
	s.after, s.size = -1, 0
	if s.reader != nil {
		if r, size, err := s.reader.ReadRune(); err == nil {
			s.after, s.size = r, size
		}
	} else if s.pos < len(s.text) {
		s.after, s.size = utf8.DecodeRuneInString(s.text[s.pos:])
	}
}

// A thread is a way through the program: where it is, and what it has recorded.
type thread struct {
	pc    uint32
	at    int // in opText: bytes that are matched
	slots []int
}

// threads are the ways at one position, the preferred first; at most one for each instruction, and for each byte of a text.
type threads struct {
	list []thread
	seen []uint32 // when something was added last, by instruction and byte of its text
	turn uint32
}

// A simulation runs all ways at once, so that it reads its source only once (Pike's algorithm, as told in Cox, "Regular Expression
// Matching: the Virtual Machine Approach"). It is slower than a searcher, but needs memory for the program only.
type simulation struct {
	prog    *program
	src     *source
	now     threads
	then    threads
	offsets []int // the number of each instruction in seen
	free    [][]int
	count   int
	found   []int
	matched bool
	longest bool
	stack   []pending
}

// A pending is an instruction that a way is yet to come to, or what a slot is to be again.
type pending struct {
	pc   int32
	slot int
	pos  int
}

// simulate returns the leftmost match of a source.
func (re *Regexp) simulate(src *source, count int, dst []int) ([]int, bool) {
	p := re.prog
	if p == nil {
		return nil, false
	}
	s := &simulation{prog: p, src: src, count: max(count, 2), longest: re.longest, found: make([]int, max(count, 2))}
	s.offsets = make([]int, len(p.insts))
	size := 0
	for i := range p.insts {
		s.offsets[i] = size
		size += max(1, len(p.insts[i].text))
	}
	s.now.seen, s.then.seen = make([]uint32, size), make([]uint32, size)
	s.run()
	if !s.matched {
		return nil, false
	}
	return append(dst, s.found[:count]...), true
}

func (s *simulation) run() {
	src := s.src
	src.begin()
	s.now.turn = 1
	for {
		if len(s.now.list) == 0 {
			if s.matched || s.prog.atText && src.pos != 0 {
				return
			}
		}
		if !s.matched && (!s.prog.atText || src.pos == 0) {
			slots := s.newSlots()
			for i := range slots {
				slots[i] = -1
			}
			slots[0] = src.pos
			s.add(&s.now, s.prog.start, src.pos, slots, syntax.EmptyOpContext(src.before, src.after))
			s.free = append(s.free, slots)
		}
		r, size := src.after, src.size
		end := r < 0
		s.stepAll(r, size, end)
		if end {
			return
		}
		s.now, s.then = s.then, s.now
	}
}

func (s *simulation) newSlots() []int {
	if n := len(s.free); n > 0 {
		slots := s.free[n-1]
		s.free = s.free[:n-1]
		return slots
	}
	return make([]int, s.count)
}

// stepAll lets each thread read a rune. The assertions of those that go on are about the position after it.
func (s *simulation) stepAll(r rune, size int, end bool) {
	list := s.now.list
	s.now.list = list[:0]
	s.then.list = s.then.list[:0]
	s.then.turn = s.now.turn + 1
	pos := s.src.pos
	if !end {
		s.src.next()
	}
	holds := syntax.EmptyOp(0)
	if !end {
		holds = syntax.EmptyOpContext(s.src.before, s.src.after)
	}
	for i := range list {
		t := &list[i]
		in := &s.prog.insts[t.pc]
		if s.longest && s.matched && t.slots[0] > s.found[0] {
			s.free = append(s.free, t.slots)
			continue
		}
		if in.op == opMatch {
			t.slots[1] = pos
			if !s.longest || !s.matched || t.slots[0] < s.found[0] || pos > s.found[1] {
				copy(s.found, t.slots)
				s.matched = true
			}
			s.free = append(s.free, t.slots)
			if s.longest {
				continue
			}
			// What is preferred less does not matter any more.
			for _, t := range list[i+1:] {
				s.free = append(s.free, t.slots)
			}
			return
		}
		if end {
			continue
		}
		if in.op == opText {
			s.stepText(t, in, r, size, holds)
			continue
		}
		if in.matches(r) {
			s.add(&s.then, in.out, s.src.pos, t.slots, holds)
		}
		s.free = append(s.free, t.slots)
	}
}

// stepText lets a thread that matches a text read a rune.
func (s *simulation) stepText(t *thread, in *inst, r rune, size int, holds syntax.EmptyOp) {
	wanted, width := utf8.DecodeRuneInString(in.text[t.at:])
	if wanted != r || size == 1 && width != 1 {
		s.free = append(s.free, t.slots)
		return
	}
	at := t.at + width
	if at == len(in.text) {
		s.add(&s.then, in.out, s.src.pos, t.slots, holds)
		s.free = append(s.free, t.slots)
		return
	}
	number := s.offsets[t.pc] + at
	if s.then.seen[number] == s.then.turn {
		s.free = append(s.free, t.slots)
		return
	}
	s.then.seen[number] = s.then.turn
	s.then.list = append(s.then.list, thread{t.pc, at, t.slots})
}

// matches reports whether an instruction matches a rune.
func (in *inst) matches(r rune) bool {
	switch in.op {
	case opAny:
		return true
	case opLine:
		return r != '\n'
	case opRune:
		return r == in.rune
	case opClass:
		if r < utf8.RuneSelf {
			return in.ascii[r>>6]>>(r&63)&1 != 0
		}
		return in.has(r)
	}
	return false
}

// add adds a way that goes on at pc, and all that it is before it reads. slots are its records, which add leaves as they were.
func (s *simulation) add(to *threads, pc uint32, pos int, slots []int, holds syntax.EmptyOp) {
	s.stack = append(s.stack[:0], pending{pc: int32(pc)})
	for len(s.stack) > 0 {
		top := s.stack[len(s.stack)-1]
		s.stack = s.stack[:len(s.stack)-1]
		if top.pc < 0 {
			slots[top.slot] = top.pos
			continue
		}
		number := s.offsets[top.pc]
		if to.seen[number] == to.turn {
			continue
		}
		to.seen[number] = to.turn
		in := &s.prog.insts[top.pc]
		switch in.op {
		case opFail:
		case opAlt:
			s.stack = append(s.stack, pending{pc: int32(in.other)}, pending{pc: int32(in.out)})
		case opRecord:
			if in.slot < len(slots) {
				s.stack = append(s.stack, pending{pc: -1, slot: in.slot, pos: slots[in.slot]})
				slots[in.slot] = pos
			}
			s.stack = append(s.stack, pending{pc: int32(in.out)})
		case opAssert:
			if in.holds&^holds == 0 {
				s.stack = append(s.stack, pending{pc: int32(in.out)})
			}
		default:
			own := s.newSlots()
			copy(own, slots)
			to.list = append(to.list, thread{uint32(top.pc), 0, own})
		}
	}
}
