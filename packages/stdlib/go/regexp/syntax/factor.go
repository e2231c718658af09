package syntax

import "slices"

// mergeOneRune joins two nodes that match one rune each.
func mergeOneRune(a, b *Regexp) *Regexp {
	if a.Op < b.Op {
		a, b = b, a
	}
	switch a.Op {
	case OpAnyChar:
		return a
	case OpAnyCharNotNL:
		if matchesNewline(b) {
			return &Regexp{Op: OpAnyChar, Flags: a.Flags}
		}
		return a
	case OpLiteral:
		if a.Rune[0] == b.Rune[0] && a.Flags == b.Flags {
			return a
		}
	}
	class := appendOneRune(appendOneRune(nil, a), b)
	re := &Regexp{Op: OpCharClass, Flags: a.Flags, Rune: cleanClass(class)}
	return re
}

func appendOneRune(class []rune, re *Regexp) []rune {
	if re.Op == OpLiteral {
		return appendRune(class, re.Rune[0], re.Flags)
	}
	return appendClass(class, re.Rune)
}

func matchesNewline(re *Regexp) bool {
	switch re.Op {
	case OpLiteral:
		return re.Rune[0] == '\n'
	case OpCharClass:
		return inClass(re.Rune, '\n')
	}
	return re.Op == OpAnyChar
}

// cleanAlternative makes simpler a class that is an alternative of its own.
func cleanAlternative(re *Regexp) {
	if re.Op != OpCharClass {
		return
	}
	switch {
	case coversAll(re.Rune):
		re.Op, re.Rune = OpAnyChar, nil
	case coversAllButNewline(re.Rune):
		re.Op, re.Rune = OpAnyCharNotNL, nil
	}
}

// alternate joins nodes of which one is to match. What neighbours begin with is taken out in front of them: abc|abd is ab[cd].
func (p *parser) alternate(subs []*Regexp) *Regexp {
	if len(subs) == 1 {
		return subs[0]
	}
	subs = flatten(subs, OpAlternate)
	subs = p.factorText(subs)
	subs = p.factorFirst(subs)
	subs = joinOneRunes(subs)
	subs = slices.CompactFunc(subs, func(a, b *Regexp) bool { return a.Op == OpEmptyMatch && b.Op == OpEmptyMatch })
	if len(subs) == 1 {
		return subs[0]
	}
	return &Regexp{Op: OpAlternate, Sub: subs}
}

// factorText takes out the text that neighbours begin with.
func (p *parser) factorText(subs []*Regexp) []*Regexp {
	out := make([]*Regexp, 0, len(subs))
	for i := 0; i < len(subs); {
		text, flags := leadingText(subs[i])
		end := i + 1
		for ; end < len(subs) && len(text) > 0; end++ {
			other, otherFlags := leadingText(subs[end])
			same := 0
			for otherFlags == flags && same < min(len(text), len(other)) && text[same] == other[same] {
				same++
			}
			if same == 0 {
				break
			}
			text = text[:same]
		}
		if end == i+1 {
			out = append(out, subs[i])
		} else {
			prefix := &Regexp{Op: OpLiteral, Flags: flags, Rune: slices.Clone(text)}
			out = append(out, p.factored(prefix, subs[i:end], func(re *Regexp) *Regexp { return withoutText(re, len(text)) }))
		}
		i = end
	}
	return out
}

// factorFirst takes out what neighbours begin with where it is one rune or a fixed number of runes.
func (p *parser) factorFirst(subs []*Regexp) []*Regexp {
	out := make([]*Regexp, 0, len(subs))
	for i := 0; i < len(subs); {
		first := leading(subs[i])
		end := i + 1
		for first != nil && isSimple(first) && end < len(subs) && first.Equal(leading(subs[end])) {
			end++
		}
		if end == i+1 {
			out = append(out, subs[i])
		} else {
			out = append(out, p.factored(first, subs[i:end], p.withoutFirst))
		}
		i = end
	}
	return out
}

// factored returns a prefix followed by the alternatives without it.
func (p *parser) factored(prefix *Regexp, subs []*Regexp, without func(*Regexp) *Regexp) *Regexp {
	rest := make([]*Regexp, len(subs))
	for i, sub := range subs {
		rest[i] = without(sub)
	}
	return &Regexp{Op: OpConcat, Sub: []*Regexp{prefix, p.alternate(rest)}}
}

// joinOneRunes makes one class of neighbours that match one rune each.
func joinOneRunes(subs []*Regexp) []*Regexp {
	out := make([]*Regexp, 0, len(subs))
	for i := 0; i < len(subs); {
		re := subs[i]
		end := i + 1
		for ; re.matchesOneRune() && end < len(subs) && subs[end].matchesOneRune(); end++ {
			re = mergeOneRune(re, subs[end])
		}
		if end > i+1 {
			cleanAlternative(re)
		}
		out = append(out, re)
		i = end
	}
	return out
}

// leadingText returns the text that a node begins with.
func leadingText(re *Regexp) ([]rune, Flags) {
	if re.Op == OpConcat && len(re.Sub) > 0 {
		re = re.Sub[0]
	}
	if re.Op != OpLiteral {
		return nil, 0
	}
	return re.Rune, re.Flags & FoldCase
}

// withoutText returns a node without the first n runes of its text.
func withoutText(re *Regexp, n int) *Regexp {
	if re.Op == OpConcat {
		first := withoutText(re.Sub[0], n)
		if first.Op == OpEmptyMatch {
			return tail(re)
		}
		return &Regexp{Op: OpConcat, Flags: re.Flags, Sub: append([]*Regexp{first}, re.Sub[1:]...)}
	}
	if len(re.Rune) == n {
		return &Regexp{Op: OpEmptyMatch, Flags: re.Flags}
	}
	return &Regexp{Op: OpLiteral, Flags: re.Flags, Rune: re.Rune[n:]}
}

// tail returns a concatenation without its first operand.
func tail(re *Regexp) *Regexp {
	if len(re.Sub) == 2 {
		return re.Sub[1]
	}
	return &Regexp{Op: OpConcat, Flags: re.Flags, Sub: re.Sub[1:]}
}

// leading returns the first operand of a concatenation, or the node itself; nil if it is empty.
func leading(re *Regexp) *Regexp {
	if re.Op == OpConcat && len(re.Sub) > 0 {
		re = re.Sub[0]
	}
	if re.Op == OpEmptyMatch {
		return nil
	}
	return re
}

func (p *parser) withoutFirst(re *Regexp) *Regexp {
	if re.Op == OpConcat {
		return tail(re)
	}
	return &Regexp{Op: OpEmptyMatch, Flags: p.flags}
}

// isSimple reports whether it makes a program simpler to take a node out of alternatives.
func isSimple(re *Regexp) bool {
	return re.matchesOneRune() || re.Op == OpRepeat && re.Min == re.Max && re.Sub[0].matchesOneRune()
}
