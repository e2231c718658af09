package syntax

// Simplify returns a tree for the same texts without counted repetitions; groups in them are there more than once, with the same
// number. The tree may have parts of the old one.
func (re *Regexp) Simplify() *Regexp {
	if re == nil {
		return nil
	}
	switch re.Op {
	case OpCapture, OpConcat, OpAlternate:
		return re.simplifySubs()
	case OpStar, OpPlus, OpQuest:
		return repeated(re.Op, re.Flags, re.Sub[0].Simplify(), re)
	case OpRepeat:
		return re.simplifyRepeat()
	}
	return re
}

// simplifySubs returns the node with simplified operands, itself if they are simple.
func (re *Regexp) simplifySubs() *Regexp {
	for i, sub := range re.Sub {
		simple := sub.Simplify()
		if simple == sub {
			continue
		}
		copied := *re
		copied.Rune = nil
		copied.Sub = append(copied.Sub0[:0:0], re.Sub[:i]...)
		copied.Sub = append(copied.Sub, simple)
		for _, sub := range re.Sub[i+1:] {
			copied.Sub = append(copied.Sub, sub.Simplify())
		}
		return &copied
	}
	return re
}

// repeated returns a star, plus or quest of a simple node; `old` is one that may be it.
func repeated(op Op, flags Flags, sub, old *Regexp) *Regexp {
	if sub.Op == OpEmptyMatch {
		return sub
	}
	if op == sub.Op && flags&NonGreedy == sub.Flags&NonGreedy {
		return sub
	}
	if old != nil && old.Op == op && old.Flags&NonGreedy == flags&NonGreedy && old.Sub[0] == sub {
		return old
	}
	return node(op, flags, sub)
}

// simplifyRepeat writes a counted repetition out: x{2,} is xx+, x{2,4} is xx(?:xx?)?, so that one choice ends all that follow.
func (re *Regexp) simplifyRepeat() *Regexp {
	if re.Min == 0 && re.Max == 0 {
		return &Regexp{Op: OpEmptyMatch}
	}
	sub := re.Sub[0].Simplify()
	if re.Max < 0 {
		switch re.Min {
		case 0:
			return repeated(OpStar, re.Flags, sub, nil)
		case 1:
			return repeated(OpPlus, re.Flags, sub, nil)
		}
		all := &Regexp{Op: OpConcat}
		for range re.Min - 1 {
			all.Sub = append(all.Sub, sub)
		}
		all.Sub = append(all.Sub, repeated(OpPlus, re.Flags, sub, nil))
		return all
	}
	if re.Min == 1 && re.Max == 1 {
		return sub
	}
	all := &Regexp{Op: OpConcat}
	for range re.Min {
		all.Sub = append(all.Sub, sub)
	}
	if re.Min < re.Max {
		optional := repeated(OpQuest, re.Flags, sub, nil)
		for range re.Max - re.Min - 1 {
			both := &Regexp{Op: OpConcat, Sub: []*Regexp{sub, optional}}
			optional = repeated(OpQuest, re.Flags, both, nil)
		}
		if re.Min == 0 {
			return optional
		}
		all.Sub = append(all.Sub, optional)
	}
	return all
}
