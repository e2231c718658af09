package syntax

// What a tree may be at most: as high as this, so many instructions when it is compiled, so many runes in its classes.
const (
	maxHeight       = 1000
	maxInstructions = 128 << 20 / 40
	maxRunes        = 128 << 20 / 4
)

// limits has the sizes of the nodes of one tree. They are looked at once the pattern may be so large.
type limits struct {
	nodes, runes int
	sizes        map[*Regexp]size
}

// A size is how much a node is.
type size struct {
	height       int
	instructions int
}

// add counts a node; its operands are counted already.
func (l *limits) add(re *Regexp, pattern string) *Error {
	if len(re.Sub) == 0 {
		l.runes += len(re.Rune)
		if l.runes > maxRunes {
			return &Error{ErrLarge, pattern}
		}
		return nil
	}
	if l.sizes == nil {
		l.sizes = make(map[*Regexp]size)
	}
	s := l.of(re)
	if s.height > maxHeight {
		return &Error{ErrNestingDepth, pattern}
	}
	if s.instructions > maxInstructions {
		return &Error{ErrLarge, pattern}
	}
	return nil
}

// of returns the size of a node.
func (l *limits) of(re *Regexp) size {
	if len(re.Sub) == 0 {
		return size{1, max(1, leafInstructions(re))}
	}
	if s, ok := l.sizes[re]; ok {
		return s
	}
	s := size{}
	for _, sub := range re.Sub {
		inner := l.of(sub)
		s.height = max(s.height, inner.height)
		s.instructions += inner.instructions
	}
	s.height++
	switch re.Op {
	case OpCapture, OpStar:
		s.instructions += 2
	case OpPlus, OpQuest:
		s.instructions++
	case OpAlternate:
		s.instructions += len(re.Sub) - 1
	case OpRepeat:
		switch inner := s.instructions; {
		case re.Max < 0 && re.Min == 0:
			s.instructions = inner + 2
		case re.Max < 0:
			s.instructions = 1 + re.Min*inner
		default:
			s.instructions = re.Max*inner + (re.Max - re.Min)
		}
	}
	s.instructions = max(1, s.instructions)
	l.sizes[re] = s
	return s
}

func leafInstructions(re *Regexp) int {
	if re.Op == OpLiteral {
		return len(re.Rune)
	}
	return 1
}

// repeatsWithin reports whether no part of a tree is repeated more than n times by counts.
func repeatsWithin(re *Regexp, n int) bool {
	if re.Op == OpRepeat {
		most := re.Max
		if most == 0 {
			return true
		}
		if most < 0 {
			most = re.Min
		}
		if most > n {
			return false
		}
		if most > 0 {
			n /= most
		}
	}
	for _, sub := range re.Sub {
		if !repeatsWithin(sub, n) {
			return false
		}
	}
	return true
}
