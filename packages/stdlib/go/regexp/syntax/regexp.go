// Package syntax parses regular expressions into trees and compiles trees into programs. Package regexp is what programs use.
//
// The syntax is that of RE2. How trees become automata is told in Russ Cox, "Regular Expression Matching: the Virtual Machine
// Approach" (2009), after Ken Thompson, "Regular Expression Search Algorithm" (CACM, 1968).
package syntax

import "slices"

// A Regexp is a node of the tree of a regular expression.
type Regexp struct {
	Op       Op
	Flags    Flags
	Sub      []*Regexp  // operands
	Sub0     [1]*Regexp // may hold the one of Sub
	Rune     []rune     // the text of OpLiteral; first and last of each range of OpCharClass
	Rune0    [2]rune    // may hold a short Rune
	Min, Max int        // of OpRepeat
	Cap      int        // number of the group, for OpCapture
	Name     string     // its name
}

// An Op says what kind of node a Regexp is.
type Op uint8

const (
	OpNoMatch        Op = 1 + iota // matches nothing
	OpEmptyMatch                   // the empty text
	OpLiteral                      // the runes
	OpCharClass                    // one rune of the ranges
	OpAnyCharNotNL                 // any rune but a newline
	OpAnyChar                      // any rune
	OpBeginLine                    // where a line begins
	OpEndLine                      // where a line ends
	OpBeginText                    // where the text begins
	OpEndText                      // where the text ends
	OpWordBoundary                 // \b
	OpNoWordBoundary               // \B
	OpCapture                      // a group with the number Cap, and perhaps a Name
	OpStar                         // any number of times
	OpPlus                         // at least once
	OpQuest                        // at most once
	OpRepeat                       // between Min and Max times; Max -1 is no limit
	OpConcat                       // one after another
	OpAlternate                    // one of them
)

var operatorNames = [...]string{
	OpNoMatch:        "NoMatch",
	OpEmptyMatch:     "EmptyMatch",
	OpLiteral:        "Literal",
	OpCharClass:      "CharClass",
	OpAnyCharNotNL:   "AnyCharNotNL",
	OpAnyChar:        "AnyChar",
	OpBeginLine:      "BeginLine",
	OpEndLine:        "EndLine",
	OpBeginText:      "BeginText",
	OpEndText:        "EndText",
	OpWordBoundary:   "WordBoundary",
	OpNoWordBoundary: "NoWordBoundary",
	OpCapture:        "Capture",
	OpStar:           "Star",
	OpPlus:           "Plus",
	OpQuest:          "Quest",
	OpRepeat:         "Repeat",
	OpConcat:         "Concat",
	OpAlternate:      "Alternate",
}

// String returns the name of the operator without "Op".
func (i Op) String() string {
	if 1 <= i && int(i) < len(operatorNames) {
		return operatorNames[i]
	}
	return "Op(" + decimal(int(i)) + ")"
}

// node returns a node with one operand.
func node(op Op, flags Flags, sub *Regexp) *Regexp {
	re := &Regexp{Op: op, Flags: flags}
	re.Sub0[0] = sub
	re.Sub = re.Sub0[:]
	return re
}

// literal returns a node for one rune.
func literal(r rune, flags Flags) *Regexp {
	re := &Regexp{Op: OpLiteral, Flags: flags}
	re.Rune0[0] = r
	re.Rune = re.Rune0[:1]
	return re
}

// Equal reports whether two trees are the same.
func (x *Regexp) Equal(y *Regexp) bool {
	if x == nil || y == nil {
		return x == y
	}
	if x.Op != y.Op {
		return false
	}
	different := x.Flags ^ y.Flags
	switch x.Op {
	case OpEndText:
		return different&WasDollar == 0
	case OpLiteral, OpCharClass:
		return different&FoldCase == 0 && slices.Equal(x.Rune, y.Rune)
	case OpCapture:
		if x.Cap != y.Cap || x.Name != y.Name {
			return false
		}
	case OpStar, OpPlus, OpQuest:
		if different&NonGreedy != 0 {
			return false
		}
	case OpRepeat:
		if different&NonGreedy != 0 || x.Min != y.Min || x.Max != y.Max {
			return false
		}
	}
	return slices.EqualFunc(x.Sub, y.Sub, (*Regexp).Equal)
}

// MaxCap returns the largest number of a group.
func (re *Regexp) MaxCap() int {
	n := 0
	if re.Op == OpCapture {
		n = re.Cap
	}
	for _, sub := range re.Sub {
		n = max(n, sub.MaxCap())
	}
	return n
}

// CapNames returns the names of the groups by their numbers; that of group 0, the whole, is empty.
func (re *Regexp) CapNames() []string {
	names := make([]string, re.MaxCap()+1)
	re.capNames(names)
	return names
}

func (re *Regexp) capNames(names []string) {
	if re.Op == OpCapture {
		names[re.Cap] = re.Name
	}
	for _, sub := range re.Sub {
		sub.capNames(names)
	}
}

// matchesOneRune reports whether every match is one rune long.
func (re *Regexp) matchesOneRune() bool {
	switch re.Op {
	case OpLiteral:
		return len(re.Rune) == 1
	case OpCharClass, OpAnyCharNotNL, OpAnyChar:
		return true
	}
	return false
}

// decimal is strconv.Itoa, which this package has no other use for.
func decimal(n int) string {
	if n < 0 {
		return "-" + decimal(-n)
	}
	var digits [20]byte
	i := len(digits)
	for {
		i--
		digits[i] = byte('0' + n%10)
		if n /= 10; n == 0 {
			return string(digits[i:])
		}
	}
}
