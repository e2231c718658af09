package pattern

import "unicode/utf8"

type operation uint8

const (
	opMatch operation = iota
	opClass           // a character of a class
	opSplit           // goes on at x and at y
	opJump            // goes on at x
	opBegin
	opEnd
	opLineBegin
	opLineEnd
	opWordBoundary
	opNoWordBoundary
)

type instruction struct {
	op    operation
	class *class
	x, y  int
}

// Pattern is an expression that has been compiled.
type Pattern struct{ code []instruction }

// Compile compiles an expression.
func Compile(text string) (pattern *Pattern, err error) {
	defer func() {
		if problem := recover(); problem != nil {
			wrong, ok := problem.(*Error)
			if !ok {
				panic(problem)
			}
			err = wrong
		}
	}()
	if !utf8.ValidString(text) {
		return nil, &Error{badUTF8, text}
	}
	p := &parser{whole: text, rest: text}
	p.alternation(&flags{}, 0)
	if p.rest != "" {
		p.fail(unexpectedParen, text)
	}
	return &Pattern{append(p.code, instruction{op: opMatch})}, nil
}

// set is a set of instructions, in the order in which they were added.
type set struct {
	members []int
	has     []bool
}

func (s *set) clear() {
	for _, member := range s.members {
		s.has[member] = false
	}
	s.members = s.members[:0]
}

// Match reports whether some part of a text matches (the simulation of Thompson 1968).
func (p *Pattern) Match(text string) bool {
	now := &set{has: make([]bool, len(p.code))}
	next := &set{has: make([]bool, len(p.code))}
	before := rune(-1)
	for at := 0; ; {
		r, size := rune(-1), 0
		if at < len(text) {
			r, size = utf8.DecodeRuneInString(text[at:])
		}
		if p.add(now, 0, before, r) {
			return true
		}
		next.clear()
		for _, member := range now.members {
			i := &p.code[member]
			if i.op == opMatch {
				return true
			}
			if i.op == opClass && r >= 0 && i.class.has(r) {
				after := rune(-1)
				if at+size < len(text) {
					after, _ = utf8.DecodeRuneInString(text[at+size:])
				}
				if p.add(next, member+1, r, after) {
					return true
				}
			}
		}
		if size == 0 {
			return false
		}
		now, next = next, now
		before = r
		at += size
	}
}

// add adds an instruction, and what it leads to without reading; it reports whether that is the end.
func (p *Pattern) add(s *set, start int, before, after rune) bool {
	stack := []int{start}
	for len(stack) > 0 {
		at := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if s.has[at] {
			continue
		}
		s.has[at] = true
		s.members = append(s.members, at)
		i := &p.code[at]
		holds := false
		boundary := (before >= 0 && isWord(before)) != (after >= 0 && isWord(after))
		switch i.op {
		case opMatch:
			return true
		case opSplit:
			stack = append(stack, i.y, i.x)
		case opJump:
			stack = append(stack, i.x)
		case opBegin:
			holds = before < 0
		case opEnd:
			holds = after < 0
		case opLineBegin:
			holds = before < 0 || before == '\n'
		case opLineEnd:
			holds = after < 0 || after == '\n'
		case opWordBoundary:
			holds = boundary
		case opNoWordBoundary:
			holds = !boundary
		}
		if holds {
			stack = append(stack, at+1)
		}
	}
	return false
}
