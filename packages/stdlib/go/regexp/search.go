package regexp

import (
	"regexp/syntax"
	"strings"
	"sync"
	"unicode/utf8"
)

// maxSeenWords is how many words of marks a search may have before the other matcher goes on.
const maxSeenWords = 1 << 17

// A branch is what a search tries when it is stuck: to go on at pc, or if pc is negative to set a slot back.
type branch struct {
	pc   int32
	slot int32
	pos  int
}

// A searcher looks for a match by trying one way after another, the preferred first. It marks where ways join for each position, so
// that nothing is tried twice and the time is linear. (Called a bit-state backtracker in Cox, "Regular Expression Matching in the
// Wild", 2010.) Marks are kept for the positions from base on, and only as far as the search has come.
type searcher struct {
	prog     *program
	text     string
	longest  bool
	branches []branch
	seen     []uint32 // joins bits for each position
	base     int      // the position of the first marks
	far      int      // the last position with marks; base-1: none
	slots    []int    // of the way that is tried
	found    []int    // those of the match
	matched  bool
	tooFar   bool // there are too many marks
}

var searchers = sync.Pool{New: func() any { return new(searcher) }}

// search returns the leftmost match from pos on with `count` positions, in dst. ok false: there is none.
func (re *Regexp) search(text string, pos int, count int, dst []int) ([]int, bool) {
	p := re.prog
	if p == nil {
		return nil, false
	}
	if p.whole && count <= 2 {
		i := strings.Index(text[pos:], p.prefix)
		if i < 0 {
			return nil, false
		}
		if count == 0 {
			return dst, true
		}
		return append(dst, pos+i, pos+i+len(p.prefix)), true
	}
	if len(text)-pos < p.least || p.atText && pos != 0 {
		return nil, false
	}
	s := searchers.Get().(*searcher)
	s.prog, s.text, s.longest = p, text, re.longest
	s.base, s.far, s.matched, s.tooFar = pos, pos-1, false, false
	if cap(s.slots) < p.slots {
		s.slots, s.found = make([]int, p.slots), make([]int, p.slots)
	}
	s.slots, s.found = s.slots[:max(count, 2)], s.found[:max(count, 2)]
	at := s.run(pos)
	matched := s.matched
	if matched {
		dst = append(dst, s.found[:count]...)
	}
	s.forget()
	tooFar := s.tooFar
	s.text = ""
	searchers.Put(s)
	if tooFar {
		return re.simulate(&source{text: text, pos: at}, count, dst)
	}
	return dst, matched
}

// run tries each position from pos on, and returns the one where it stopped.
func (s *searcher) run(pos int) int {
	p := s.prog
	text := s.text
	if p.atText {
		s.try(pos)
		return pos
	}
	for {
		switch {
		case p.prefix != "":
			i := strings.Index(text[pos:], p.prefix)
			if i < 0 {
				return pos
			}
			pos += i
		case p.first != nil:
			for pos < len(text) && !p.first[text[pos]] {
				pos += runeWidth(text, pos)
			}
			if pos == len(text) {
				return pos
			}
		}
		if s.far < pos {
			s.forget()
			s.base, s.far = pos, pos-1
		}
		if s.try(pos) || s.tooFar || pos == len(text) {
			return pos
		}
		pos += runeWidth(text, pos)
	}
}

func runeWidth(text string, pos int) int {
	if text[pos] < utf8.RuneSelf {
		return 1
	}
	_, size := utf8.DecodeRuneInString(text[pos:])
	return size
}

// forget removes all marks.
func (s *searcher) forget() {
	if bits := (s.far + 1 - s.base) * s.prog.joins; bits > 0 {
		clear(s.seen[:(bits+31)/32])
	}
}

// mark notes that a way comes to a join at a position. It reports false if one came before.
func (s *searcher) mark(join, pos int) bool {
	bit := (pos-s.base)*s.prog.joins + join
	if pos > s.far {
		s.far = pos
		if words := ((pos+1-s.base)*s.prog.joins + 31) / 32; words > len(s.seen) {
			if words > maxSeenWords {
				s.far = s.base - 1 + len(s.seen)*32/s.prog.joins
				s.tooFar = true
				return false
			}
			s.seen = append(s.seen, make([]uint32, max(words, len(s.seen), 64))...)
		}
	}
	word := &s.seen[bit>>5]
	mask := uint32(1) << (bit & 31)
	if *word&mask != 0 {
		return false
	}
	*word |= mask
	return true
}

// try looks for a match that begins at a position.
func (s *searcher) try(start int) bool {
	insts := s.prog.insts
	text := s.text
	slots := s.slots
	for i := range slots {
		slots[i] = -1
	}
	slots[0] = start
	s.branches = s.branches[:0]
	pc, pos := s.prog.start, start
	for {
		in := &insts[pc]
		ok := in.join < 0 || s.mark(int(in.join), pos)
		if ok {
			switch in.op {
			case opAlt:
				s.branches = append(s.branches, branch{pc: int32(in.other), pos: pos})
			case opText:
				if ok = strings.HasPrefix(text[pos:], in.text); ok {
					pos += len(in.text)
				}
			case opClass:
				ok = false
				if pos < len(text) {
					if c := text[pos]; c < utf8.RuneSelf {
						if in.ascii[c>>6]>>(c&63)&1 != 0 {
							ok = true
							pos++
						}
					} else if r, size := utf8.DecodeRuneInString(text[pos:]); in.has(r) {
						ok = true
						pos += size
					}
				}
			case opAny, opLine:
				if pos == len(text) {
					ok = false
				} else if c := text[pos]; c >= utf8.RuneSelf {
					pos += runeWidth(text, pos)
				} else if c == '\n' && in.op == opLine {
					ok = false
				} else {
					pos++
				}
			case opRune:
				r, size := utf8.DecodeRuneInString(text[pos:])
				ok = size > 0 && r == in.rune
				pos += size
			case opRecord:
				if in.slot < len(slots) {
					s.branches = append(s.branches, branch{pc: -1, slot: int32(in.slot), pos: slots[in.slot]})
					slots[in.slot] = pos
				}
			case opAssert:
				ok = in.holds&^assertions(text, pos) == 0
			case opMatch:
				slots[1] = pos
				if !s.longest {
					s.matched = true
					copy(s.found, slots)
					return true
				}
				if !s.matched || pos > s.found[1] {
					s.matched = true
					copy(s.found, slots)
				}
				if pos == len(text) {
					return true
				}
				ok = false
			case opFail:
				ok = false
			}
			if ok {
				pc = in.out
				continue
			}
		}
		for {
			n := len(s.branches) - 1
			if n < 0 || s.tooFar {
				return s.matched
			}
			b := s.branches[n]
			s.branches = s.branches[:n]
			if b.pc >= 0 {
				pc, pos = uint32(b.pc), b.pos
				break
			}
			slots[b.slot] = b.pos
		}
	}
}

// assertions returns what holds at a position of a text.
func assertions(text string, pos int) syntax.EmptyOp {
	before, after := rune(-1), rune(-1)
	if pos > 0 {
		before = rune(text[pos-1])
		if before >= utf8.RuneSelf {
			before, _ = utf8.DecodeLastRuneInString(text[:pos])
		}
	}
	if pos < len(text) {
		after = rune(text[pos])
		if after >= utf8.RuneSelf {
			after, _ = utf8.DecodeRuneInString(text[pos:])
		}
	}
	return syntax.EmptyOpContext(before, after)
}
