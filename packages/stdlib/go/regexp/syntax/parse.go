package syntax

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxRepeat is the largest count of a repetition, and of repetitions in each other their product.
const maxRepeat = 1000

// A group is a part of a pattern that has begun: the whole, or what is in parentheses.
type group struct {
	cap   int // its number; -1: it has none
	name  string
	flags Flags     // those outside, which count again after it
	alts  []*Regexp // the alternatives that have ended
	seq   []*Regexp // what is read of the last one
}

// A parser reads a pattern.
type parser struct {
	pattern string
	rest    string
	flags   Flags
	groups  []group // those that are open; the last is the innermost
	caps    int
	limits  limits
	// What is left of the pattern before the repetition that has just been read, and before the one that is read now.
	repeated, nextRepeated string
	tables                 map[string][]rune // the ranges of Unicode's classes that were read
}

// Parse reads a pattern as flags say and returns its tree, or an *Error.
func Parse(s string, flags Flags) (*Regexp, error) {
	re, err := parse(s, flags)
	if err != nil {
		return nil, err
	}
	return re, nil
}

func parse(s string, flags Flags) (*Regexp, *Error) {
	if flags&Literal != 0 {
		return parseLiteral(s, flags)
	}
	p := &parser{pattern: s, rest: s, flags: flags, groups: []group{{cap: -1}}}
	for p.rest != "" {
		p.repeated, p.nextRepeated = p.nextRepeated, ""
		if err := p.next(); err != nil {
			return nil, err
		}
	}
	if len(p.groups) > 1 {
		return nil, &Error{ErrMissingParen, s}
	}
	re, err := p.closeGroup()
	if err != nil {
		return nil, err
	}
	return re, nil
}

// parseLiteral returns the node for plain text.
func parseLiteral(s string, flags Flags) (*Regexp, *Error) {
	if !utf8.ValidString(s) {
		return nil, &Error{ErrInvalidUTF8, s}
	}
	if s == "" {
		return &Regexp{Op: OpEmptyMatch}, nil
	}
	re := &Regexp{Op: OpLiteral, Flags: flags}
	re.Rune = []rune(s)
	return re, nil
}

// next reads one rune, group, class or operator with the repetition after it.
func (p *parser) next() *Error {
	switch c := p.rest[0]; c {
	case '(':
		if p.flags&PerlX != 0 && strings.HasPrefix(p.rest, "(?") {
			return p.perlGroup()
		}
		p.rest = p.rest[1:]
		p.caps++
		p.open(p.caps, "")
		return nil
	case '|':
		p.rest = p.rest[1:]
		return p.endAlternative()
	case ')':
		return p.close()
	case '^':
		op := OpBeginLine
		if p.flags&OneLine != 0 {
			op = OpBeginText
		}
		return p.pushEmpty(op, p.flags, 1)
	case '$':
		if p.flags&OneLine != 0 {
			return p.pushEmpty(OpEndText, p.flags|WasDollar, 1)
		}
		return p.pushEmpty(OpEndLine, p.flags, 1)
	case '.':
		op := OpAnyCharNotNL
		if p.flags&DotNL != 0 {
			op = OpAnyChar
		}
		return p.pushEmpty(op, p.flags, 1)
	case '[':
		return p.class()
	case '*', '+', '?', '{':
		op, min, max, after, err := repetition(p.rest)
		if err != nil {
			return err
		}
		if op == 0 {
			return p.pushRune('{', 1)
		}
		return p.repeat(op, min, max, after)
	case '\\':
		return p.escape()
	}
	r, size, err := decode(p.rest)
	if err != nil {
		return err
	}
	return p.pushRune(r, size)
}

// decode returns the first rune of a text and its size.
func decode(s string) (rune, int, *Error) {
	r, size := utf8.DecodeRuneInString(s)
	if r == utf8.RuneError && size == 1 {
		return 0, 0, &Error{ErrInvalidUTF8, s}
	}
	return r, size, nil
}

// pushRune adds a literal that is `size` bytes of the pattern long.
func (p *parser) pushRune(r rune, size int) *Error {
	if p.flags&FoldCase != 0 {
		r = smallestFold(r)
	}
	return p.push(literal(r, p.flags), p.rest[size:])
}

// pushEmpty adds a node without operands and runes.
func (p *parser) pushEmpty(op Op, flags Flags, size int) *Error {
	return p.push(&Regexp{Op: op, Flags: flags}, p.rest[size:])
}

// pushClass adds a class of one or more ranges, as a literal if it is one but for case.
func (p *parser) pushClass(class []rune, rest string) *Error {
	re := &Regexp{Op: OpCharClass, Flags: p.flags, Rune: class}
	simplifyClass(re)
	return p.push(re, rest)
}

// simplifyClass makes a literal of a class of one rune, or of one in both cases.
func simplifyClass(re *Regexp) {
	switch class := re.Rune; {
	case len(class) == 2 && class[0] == class[1]:
		re.Op = OpLiteral
		re.Rune = class[:1]
		re.Flags &^= FoldCase
	case len(class) == 4 && class[0] == class[1] && class[2] == class[3] && areCases(class[0], class[2]),
		len(class) == 2 && class[0]+1 == class[1] && areCases(class[0], class[1]):
		re.Op = OpLiteral
		re.Rune = class[:1]
		re.Flags |= FoldCase
	}
}

// areCases reports whether two runes are the two cases of one.
func areCases(a, b rune) bool { return unicode.SimpleFold(a) == b && unicode.SimpleFold(b) == a }

// push adds a node; `rest` is what of the pattern follows it.
func (p *parser) push(re *Regexp, rest string) *Error {
	p.rest = rest
	g := &p.groups[len(p.groups)-1]
	g.seq = append(g.seq, re)
	return p.limits.add(re, p.pattern)
}

// repeat makes the last node of the group repeated. Flags may stand between them.
func (p *parser) repeat(op Op, min, max int, after string) *Error {
	flags := p.flags
	if p.flags&PerlX != 0 {
		if strings.HasPrefix(after, "?") {
			after = after[1:]
			flags ^= NonGreedy
		}
		if p.repeated != "" {
			return &Error{ErrInvalidRepeatOp, p.repeated[:len(p.repeated)-len(after)]}
		}
	}
	written := p.rest[:len(p.rest)-len(after)]
	seq := p.groups[len(p.groups)-1].seq
	if len(seq) == 0 {
		return &Error{ErrMissingRepeatArgument, written}
	}
	re := node(op, flags, seq[len(seq)-1])
	re.Min, re.Max = min, max
	if op == OpRepeat && (min >= 2 || max >= 2) && !repeatsWithin(re, maxRepeat) {
		return &Error{ErrInvalidRepeatSize, written}
	}
	seq[len(seq)-1] = re
	p.nextRepeated, p.rest = p.rest, after
	return p.limits.add(re, p.pattern)
}

// repetition reads an operator after its operand; op 0: there is none.
func repetition(s string) (op Op, min, max int, after string, err *Error) {
	if s == "" {
		return 0, 0, 0, s, nil
	}
	switch s[0] {
	case '*':
		return OpStar, 0, 0, s[1:], nil
	case '+':
		return OpPlus, 0, 0, s[1:], nil
	case '?':
		return OpQuest, 0, 0, s[1:], nil
	case '{':
		min, max, after, ok := repeatCounts(s)
		if !ok {
			return 0, 0, 0, s, nil
		}
		if min < 0 || min > maxRepeat || max > maxRepeat || max >= 0 && min > max {
			return 0, 0, 0, s, &Error{ErrInvalidRepeatSize, s[:len(s)-len(after)]}
		}
		return OpRepeat, min, max, after, nil
	}
	return 0, 0, 0, s, nil
}

// repeatCounts reads {n}, {n,} or {n,m}: max -1 is no limit, min -1 a number that is too large. What is none of them is text.
func repeatCounts(s string) (min, max int, after string, ok bool) {
	s = s[1:]
	if min, s, ok = number(s); !ok || s == "" {
		return 0, 0, "", false
	}
	max = min
	if s[0] == ',' {
		s = s[1:]
		if s == "" {
			return 0, 0, "", false
		}
		if s[0] == '}' {
			max = -1
		} else if max, s, ok = number(s); !ok {
			return 0, 0, "", false
		} else if max < 0 {
			min = -1
		}
	}
	if s == "" || s[0] != '}' {
		return 0, 0, "", false
	}
	return min, max, s[1:], true
}

// number reads a decimal number without leading zeros; -1 is one that is too large.
func number(s string) (n int, rest string, ok bool) {
	if s == "" || s[0] < '0' || '9' < s[0] || len(s) >= 2 && s[0] == '0' && '0' <= s[1] && s[1] <= '9' {
		return 0, s, false
	}
	for s != "" && '0' <= s[0] && s[0] <= '9' {
		if n >= 0 {
			n = n*10 + int(s[0]-'0')
		}
		if n >= 1e8 {
			n = -1
		}
		s = s[1:]
	}
	return n, s, true
}

// open begins a group.
func (p *parser) open(cap int, name string) {
	p.groups = append(p.groups, group{cap: cap, name: name, flags: p.flags})
}

// endAlternative ends an alternative: what is read so far becomes one node. Two of one rune each become one class.
func (p *parser) endAlternative() *Error {
	g := &p.groups[len(p.groups)-1]
	re := p.concat(g.seq)
	g.seq = nil
	if err := p.limits.add(re, p.pattern); err != nil {
		return err
	}
	if n := len(g.alts); n > 0 && g.alts[n-1].matchesOneRune() && re.matchesOneRune() {
		g.alts[n-1] = mergeOneRune(g.alts[n-1], re)
		return nil
	}
	if n := len(g.alts); n > 0 {
		cleanAlternative(g.alts[n-1])
	}
	g.alts = append(g.alts, re)
	return nil
}

// closeGroup ends the innermost group and returns what it matches.
func (p *parser) closeGroup() (*Regexp, *Error) {
	if err := p.endAlternative(); err != nil {
		return nil, err
	}
	g := &p.groups[len(p.groups)-1]
	cleanAlternative(g.alts[len(g.alts)-1])
	re := p.alternate(g.alts)
	if re.Op == OpCharClass {
		simplifyClass(re)
	}
	return re, p.limits.add(re, p.pattern)
}

// close reads a closing parenthesis.
func (p *parser) close() *Error {
	if len(p.groups) == 1 {
		return &Error{ErrUnexpectedParen, p.pattern}
	}
	re, err := p.closeGroup()
	if err != nil {
		return err
	}
	g := p.groups[len(p.groups)-1]
	p.groups = p.groups[:len(p.groups)-1]
	p.flags = g.flags
	if g.cap >= 0 {
		inner := re
		re = node(OpCapture, p.flags, inner)
		re.Cap, re.Name = g.cap, g.name
	}
	return p.push(re, p.rest[1:])
}

// concat joins nodes one after another: neighbouring literals become one, and concatenations among them become their operands.
func (p *parser) concat(subs []*Regexp) *Regexp {
	joined := make([]*Regexp, 0, len(subs))
	for i := 0; i < len(subs); i++ {
		re := subs[i]
		end := i + 1
		for re.Op == OpLiteral && end < len(subs) && subs[end].Op == OpLiteral && (subs[end].Flags^re.Flags)&FoldCase == 0 {
			end++
		}
		if end > i+1 {
			text := &Regexp{Op: OpLiteral, Flags: re.Flags}
			for _, part := range subs[i:end] {
				text.Rune = append(text.Rune, part.Rune...)
			}
			re, i = text, end-1
		}
		joined = append(joined, re)
	}
	joined = flatten(joined, OpConcat)
	switch len(joined) {
	case 0:
		return &Regexp{Op: OpEmptyMatch, Flags: p.flags}
	case 1:
		return joined[0]
	}
	return &Regexp{Op: OpConcat, Sub: joined}
}

// flatten replaces nodes of an operator by their operands.
func flatten(subs []*Regexp, op Op) []*Regexp {
	for i, sub := range subs {
		if sub.Op != op {
			continue
		}
		flat := append([]*Regexp(nil), subs[:i]...)
		for _, sub := range subs[i:] {
			if sub.Op == op {
				flat = append(flat, sub.Sub...)
			} else {
				flat = append(flat, sub)
			}
		}
		return flat
	}
	return subs
}
