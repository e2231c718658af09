package testing

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"sync"
	"unicode"
)

// matcher decides which tests run, and gives subtests names of their own.
type matcher struct {
	matchString func(pat, str string) (bool, error)
	filter      alternatives
	skip        alternatives
	mu          sync.Mutex
	used        map[string]int
}

// alternatives are patterns of which one has to match: each is a list of patterns for the parts of a name.
type alternatives [][]string

func newMatcher(matchString func(pat, str string) (bool, error), patterns, name, skips string) *matcher {
	m := &matcher{matchString: matchString, used: make(map[string]int)}
	if patterns == "" {
		m.filter = alternatives{nil}
	} else {
		m.filter = splitPattern(patterns)
		m.filter.verify(name, matchString)
	}
	if skips != "" {
		m.skip = splitPattern(skips)
		m.skip.verify("-test.skip", matchString)
	}
	return m
}

// splitPattern splits a pattern at slashes, and into alternatives, both outside of brackets and parentheses.
func splitPattern(text string) alternatives {
	var all alternatives
	var parts []string
	brackets, parens := 0, 0
	start := 0
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '[':
			brackets++
		case ']':
			brackets = max(brackets-1, 0)
		case '(':
			if brackets == 0 {
				parens++
			}
		case ')':
			if brackets == 0 {
				parens--
			}
		case '\\':
			i++
		case '/', '|':
			if brackets > 0 || parens > 0 {
				continue
			}
			parts = append(parts, text[start:i])
			if text[i] == '|' {
				all = append(all, parts)
				parts = nil
			}
			start = i + 1
		}
	}
	return append(all, append(parts, text[start:]))
}

// verify writes the patterns as names are written, and ends the program if one is wrong.
func (a alternatives) verify(name string, matchString func(pat, str string) (bool, error)) {
	for which, parts := range a {
		for i, part := range parts {
			parts[i] = rewriteName(part)
			if _, err := matchString(parts[i], "non-empty"); err != nil {
				if len(a) > 1 {
					fmt.Fprintf(os.Stderr, "testing: invalid regexp for alternation %d of %s (%q): element %d of %s (%q): %s\n", which, name, strings.Join(parts, "/"), i, name, part, err)
				} else {
					fmt.Fprintf(os.Stderr, "testing: invalid regexp for element %d of %s (%q): %s\n", i, name, part, err)
				}
				os.Exit(1)
			}
		}
	}
}

// matches reports whether a name matches, and whether only as far as it goes: its subtests are to be looked at.
func (a alternatives) matches(name []string, matchString func(pat, str string) (bool, error)) (ok, partial bool) {
	for _, parts := range a {
		if matchesParts(parts, name, matchString) {
			return true, len(name) < len(parts)
		}
	}
	return false, false
}

func matchesParts(parts, name []string, matchString func(pat, str string) (bool, error)) bool {
	for i, element := range name {
		if i >= len(parts) {
			break
		}
		if ok, _ := matchString(parts[i], element); !ok {
			return false
		}
	}
	return true
}

// fullName gives a subtest its name, and says whether it is to run.
func (m *matcher) fullName(c *common, sub string) (name string, ok, partial bool) {
	name = sub
	m.mu.Lock()
	defer m.mu.Unlock()
	if c != nil && c.level > 0 {
		name = m.unique(c.name, rewriteName(sub))
	}
	elements := strings.Split(name, "/")
	ok, partial = m.filter.matches(elements, m.matchString)
	if !ok {
		return name, false, false
	}
	skipped, partialSkip := m.skip.matches(elements, m.matchString)
	if skipped && !partialSkip {
		return name, false, false
	}
	return name, ok, partial
}

// unique makes a name that no other subtest has: a second "a" is "a#01".
func (m *matcher) unique(parent, sub string) string {
	base := parent + "/" + sub
	for {
		n := m.used[base]
		m.used[base] = n + 1
		if n == 0 && sub != "" {
			prefix, number := splitNumber(base)
			if len(prefix) < len(base) && number < m.used[prefix] {
				// It has the very name that another was given.
				continue
			}
			return base
		}
		name := fmt.Sprintf("%s#%02d", base, n)
		if m.used[name] == 0 {
			return name
		}
	}
}

// splitNumber splits "a#01" into "a" and 1.
func splitNumber(text string) (prefix string, number int) {
	at := strings.LastIndex(text, "#")
	if at < 0 {
		return text, 0
	}
	prefix, digits := text[:at], text[at+1:]
	if len(digits) < 2 || (len(digits) > 2 && digits[0] == '0') {
		return text, 0
	}
	if digits == "00" {
		if !strings.HasSuffix(prefix, "/") {
			return text, 0
		}
	}
	n, err := strconv.ParseInt(digits, 10, 32)
	if err != nil || n < 0 {
		return text, 0
	}
	return prefix, int(n)
}

// rewriteName writes spaces as _, and what cannot be printed as Go writes it in strings.
func rewriteName(text string) string {
	var out []byte
	for _, r := range text {
		switch {
		case unicode.IsSpace(r):
			out = append(out, '_')
		case !strconv.IsPrint(r):
			quoted := strconv.QuoteRune(r)
			out = append(out, quoted[1:len(quoted)-1]...)
		default:
			out = append(out, string(r)...)
		}
	}
	return string(out)
}
