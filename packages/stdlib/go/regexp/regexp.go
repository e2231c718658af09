// Package regexp searches for regular expressions, in time that is linear in the text.
//
// The syntax is that of RE2, described in package regexp/syntax. What is no UTF-8 counts as U+FFFD, byte by byte. A match is the
// leftmost, and of those that begin there the one that a search would find first which prefers left alternatives and, where
// repetitions are greedy, more; after Longest, or with the POSIX functions, the longest.
package regexp

import (
	"io"
	"regexp/syntax"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
	"unsafe"
)

// A Regexp is a compiled pattern. Goroutines may use it at the same time, except for Longest.
type Regexp struct {
	expr    string
	prog    *program
	names   []string
	longest bool
}

// Compile reads a pattern and returns what searches for it.
func Compile(expr string) (*Regexp, error) { return compile(expr, syntax.Perl, false) }

// CompilePOSIX is Compile for the syntax of egrep, with the longest match.
func CompilePOSIX(expr string) (*Regexp, error) { return compile(expr, syntax.POSIX, true) }

// MustCompile is Compile that panics if the pattern is none.
func MustCompile(str string) *Regexp {
	re, err := Compile(str)
	if err != nil {
		panic("regexp: Compile(" + quote(str) + "): " + err.Error())
	}
	return re
}

// MustCompilePOSIX is CompilePOSIX that panics if the pattern is none.
func MustCompilePOSIX(str string) *Regexp {
	re, err := CompilePOSIX(str)
	if err != nil {
		panic("regexp: CompilePOSIX(" + quote(str) + "): " + err.Error())
	}
	return re
}

func quote(s string) string {
	if strconv.CanBackquote(s) {
		return "`" + s + "`"
	}
	return strconv.Quote(s)
}

func compile(expr string, flags syntax.Flags, longest bool) (*Regexp, error) {
	tree, err := syntax.Parse(expr, flags)
	if err != nil {
		return nil, err
	}
	names, least := tree.CapNames(), minInputLen(tree)
	prog, err := syntax.Compile(tree.Simplify())
	if err != nil {
		return nil, err
	}
	return &Regexp{expr: expr, prog: newProgram(prog, least), names: names, longest: longest}, nil
}

// minInputLen returns how many bytes a match has at least.
func minInputLen(re *syntax.Regexp) int {
	switch re.Op {
	case syntax.OpAnyChar, syntax.OpAnyCharNotNL, syntax.OpCharClass, syntax.OpNoMatch:
		return 1
	case syntax.OpLiteral:
		n := 0
		for _, r := range re.Rune {
			if r == utf8.RuneError || re.Flags&syntax.FoldCase != 0 {
				n++
			} else {
				n += utf8.RuneLen(r)
			}
		}
		return n
	case syntax.OpCapture, syntax.OpPlus:
		return minInputLen(re.Sub[0])
	case syntax.OpRepeat:
		return re.Min * minInputLen(re.Sub[0])
	case syntax.OpConcat:
		n := 0
		for _, sub := range re.Sub {
			n += minInputLen(sub)
		}
		return n
	case syntax.OpAlternate:
		n := minInputLen(re.Sub[0])
		for _, sub := range re.Sub[1:] {
			n = min(n, minInputLen(sub))
		}
		return n
	}
	return 0
}

// String returns the pattern.
func (re *Regexp) String() string { return re.expr }

// Copy returns a copy.
//
// Deprecated: goroutines may share a Regexp. A copy is of use for Longest only.
func (re *Regexp) Copy() *Regexp {
	copied := *re
	return &copied
}

// Longest makes matches the longest that begin where they do. No other method may run meanwhile.
func (re *Regexp) Longest() { re.longest = true }

// NumSubexp returns how many groups the pattern has.
func (re *Regexp) NumSubexp() int { return len(re.names) - 1 }

// SubexpNames returns the names of the groups; that of the whole, names[0], is empty.
func (re *Regexp) SubexpNames() []string { return re.names }

// SubexpIndex returns the number of the first group with a name, or -1.
func (re *Regexp) SubexpIndex(name string) int {
	if name == "" {
		return -1
	}
	return slices.Index(re.names, name)
}

// LiteralPrefix returns text that every match begins with, and whether it is all of it.
func (re *Regexp) LiteralPrefix() (prefix string, complete bool) { return re.prog.literalPrefix() }

// AppendText appends the pattern, as String returns it.
func (re *Regexp) AppendText(b []byte) ([]byte, error) { return append(b, re.expr...), nil }

// MarshalText returns the pattern.
func (re *Regexp) MarshalText() ([]byte, error) { return re.AppendText(nil) }

// UnmarshalText compiles a pattern.
func (re *Regexp) UnmarshalText(text []byte) error {
	compiled, err := Compile(string(text))
	if err != nil {
		return err
	}
	*re = *compiled
	return nil
}

// QuoteMeta returns a pattern for a text.
func QuoteMeta(s string) string {
	const special = `\.+*?()|[]{}^$`
	i := strings.IndexAny(s, special)
	if i < 0 {
		return s
	}
	b := make([]byte, 0, 2*len(s))
	b = append(b, s[:i]...)
	for ; i < len(s); i++ {
		if strings.IndexByte(special, s[i]) >= 0 {
			b = append(b, '\\')
		}
		b = append(b, s[i])
	}
	return string(b)
}

// MatchString reports whether a text has a match of a pattern.
func MatchString(pattern string, s string) (matched bool, err error) {
	re, err := Compile(pattern)
	if err != nil {
		return false, err
	}
	return re.MatchString(s), nil
}

// Match reports whether bytes have a match of a pattern.
func Match(pattern string, b []byte) (matched bool, err error) {
	re, err := Compile(pattern)
	if err != nil {
		return false, err
	}
	return re.Match(b), nil
}

// MatchReader reports whether what a reader returns has a match of a pattern.
func MatchReader(pattern string, r io.RuneReader) (matched bool, err error) {
	re, err := Compile(pattern)
	if err != nil {
		return false, err
	}
	return re.MatchReader(r), nil
}

// MatchString reports whether a text has a match.
func (re *Regexp) MatchString(s string) bool {
	_, ok := re.search(s, 0, 0, nil)
	return ok
}

// Match reports whether bytes have a match.
func (re *Regexp) Match(b []byte) bool { return re.MatchString(asString(b)) }

// MatchReader reports whether what a reader returns has a match. It may read beyond it.
func (re *Regexp) MatchReader(r io.RuneReader) bool {
	_, ok := re.simulate(&source{reader: r}, 0, nil)
	return ok
}

// asString returns bytes as a string that shares them: matchers only look at it.
func asString(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }
