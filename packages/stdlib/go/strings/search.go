// Package strings works on UTF-8 strings.
package strings

import (
	"internal/bytealg"
	"unicode"
	"unicode/utf8"
)

// Index returns the position of the first substr in s, -1 if there is none.
func Index(s, substr string) int {
	n := len(substr)
	switch {
	case n == 0:
		return 0
	case n == 1:
		return bytealg.IndexByteString(s, substr[0])
	case n > len(s):
		return -1
	}
	first, second := substr[0], substr[1]
	last := len(s) - n
	for i, misses := 0, 0; i <= last; i++ {
		if s[i] != first {
			skip := bytealg.IndexByteString(s[i+1:last+1], first)
			if skip < 0 {
				return -1
			}
			i += skip + 1
		}
		if s[i+1] == second && s[i:i+n] == substr {
			return i
		}
		if misses++; misses > 8+i/8 { // the first byte is too frequent here
			if j := indexRabinKarp(s[i+1:], substr); j >= 0 {
				return i + 1 + j
			}
			return -1
		}
	}
	return -1
}

const hashPrime = 16777619

// indexRabinKarp is linear whatever the strings (Karp and Rabin 1987).
func indexRabinKarp(s, substr string) int {
	n := len(substr)
	if n > len(s) {
		return -1
	}
	var want, have uint32
	power := uint32(1)
	for i := 0; i < n; i++ {
		want = want*hashPrime + uint32(substr[i])
		have = have*hashPrime + uint32(s[i])
		power *= hashPrime
	}
	for i := n; ; i++ {
		if have == want && s[i-n:i] == substr {
			return i - n
		}
		if i == len(s) {
			return -1
		}
		have = have*hashPrime + uint32(s[i]) - power*uint32(s[i-n])
	}
}

// LastIndex returns the position of the last substr in s, -1 if there is none.
func LastIndex(s, substr string) int {
	n := len(substr)
	switch {
	case n == 0:
		return len(s)
	case n == 1:
		return bytealg.LastIndexByteString(s, substr[0])
	case n > len(s):
		return -1
	}
	// As indexRabinKarp, from the end.
	var want, have uint32
	power := uint32(1)
	last := len(s) - n
	for i := n - 1; i >= 0; i-- {
		want = want*hashPrime + uint32(substr[i])
		have = have*hashPrime + uint32(s[last+i])
		power *= hashPrime
	}
	for i := last; ; i-- {
		if have == want && s[i:i+n] == substr {
			return i
		}
		if i == 0 {
			return -1
		}
		have = have*hashPrime + uint32(s[i-1]) - power*uint32(s[i+n-1])
	}
}

// IndexByte returns the position of the first c in s, -1 if there is none.
func IndexByte(s string, c byte) int { return bytealg.IndexByteString(s, c) }

// LastIndexByte returns the position of the last c in s, -1 if there is none.
func LastIndexByte(s string, c byte) int { return bytealg.LastIndexByteString(s, c) }

// IndexRune returns the position of the first r in s, -1 if there is none; U+FFFD is found in bad bytes too.
func IndexRune(s string, r rune) int {
	switch {
	case 0 <= r && r < utf8.RuneSelf:
		return bytealg.IndexByteString(s, byte(r))
	case r == utf8.RuneError:
		for i, c := range s {
			if c == r {
				return i
			}
		}
		return -1
	case !utf8.ValidRune(r):
		return -1
	}
	var buf [utf8.UTFMax]byte
	return Index(s, string(buf[:utf8.EncodeRune(buf[:], r)]))
}

// A charSet is a set of runes: bits for ASCII, the text for others.
type charSet struct {
	low, high uint64
	others    bool
	text      string
}

func newCharSet(chars string) charSet {
	set := charSet{text: chars}
	for i := 0; i < len(chars); i++ {
		c := chars[i]
		if c < 64 {
			set.low |= 1 << c
		} else if c < utf8.RuneSelf {
			set.high |= 1 << (c - 64)
		} else {
			set.others = true
		}
	}
	return set
}

func (set *charSet) has(r rune) bool {
	if uint32(r) < 64 {
		return set.low>>uint(r)&1 != 0
	}
	if r < utf8.RuneSelf {
		return set.high>>uint(r-64)&1 != 0
	}
	return set.others && IndexRune(set.text, r) >= 0
}

// IndexAny returns the position of the first code point of s that is in chars, -1 if there is none.
func IndexAny(s, chars string) int {
	if chars == "" {
		return -1
	}
	set := newCharSet(chars)
	for i, r := range s {
		if set.has(r) {
			return i
		}
	}
	return -1
}

// LastIndexAny returns the position of the last code point of s that is in chars, -1 if there is none.
func LastIndexAny(s, chars string) int {
	if chars == "" {
		return -1
	}
	set := newCharSet(chars)
	for i := len(s); i > 0; {
		r, size := utf8.DecodeLastRuneInString(s[:i])
		i -= size
		if set.has(r) {
			return i
		}
	}
	return -1
}

// IndexFunc returns the position of the first code point that satisfies f, -1 if there is none.
func IndexFunc(s string, f func(rune) bool) int { return indexFunc(s, f, true) }

func indexFunc(s string, f func(rune) bool, want bool) int {
	for i, r := range s {
		if f(r) == want {
			return i
		}
	}
	return -1
}

// LastIndexFunc returns the position of the last code point that satisfies f, -1 if there is none.
func LastIndexFunc(s string, f func(rune) bool) int { return lastIndexFunc(s, f, true) }

func lastIndexFunc(s string, f func(rune) bool, want bool) int {
	for i := len(s); i > 0; {
		r, size := utf8.DecodeLastRuneInString(s[:i])
		i -= size
		if f(r) == want {
			return i
		}
	}
	return -1
}

// Contains reports whether substr is in s.
func Contains(s, substr string) bool { return Index(s, substr) >= 0 }

// ContainsAny reports whether a code point of chars is in s.
func ContainsAny(s, chars string) bool { return IndexAny(s, chars) >= 0 }

// ContainsRune reports whether r is in s.
func ContainsRune(s string, r rune) bool { return IndexRune(s, r) >= 0 }

// ContainsFunc reports whether a code point of s satisfies f.
func ContainsFunc(s string, f func(rune) bool) bool { return IndexFunc(s, f) >= 0 }

// Count counts substr in s, without overlaps; an empty one counts code points plus one.
func Count(s, substr string) int {
	switch len(substr) {
	case 0:
		return utf8.RuneCountInString(s) + 1
	case 1:
		return bytealg.CountString(s, substr[0])
	}
	for n := 0; ; n++ {
		i := Index(s, substr)
		if i < 0 {
			return n
		}
		s = s[i+len(substr):]
	}
}

// HasPrefix reports whether s begins with prefix.
func HasPrefix(s, prefix string) bool { return len(s) >= len(prefix) && s[:len(prefix)] == prefix }

// HasSuffix reports whether s ends with suffix.
func HasSuffix(s, suffix string) bool {
	return len(s) >= len(suffix) && s[len(s)-len(suffix):] == suffix
}

// Compare returns -1, 0 or +1 as a is less than, equal to or greater than b.
func Compare(a, b string) int {
	switch {
	case a == b:
		return 0
	case a < b:
		return -1
	}
	return +1
}

// EqualFold reports whether s and t are the same except for case (simple folding of Unicode).
func EqualFold(s, t string) bool {
	for s != "" && t != "" {
		a, b := rune(s[0]), rune(t[0])
		m, n := 1, 1
		if a >= utf8.RuneSelf || b >= utf8.RuneSelf {
			a, m = utf8.DecodeRuneInString(s)
			b, n = utf8.DecodeRuneInString(t)
		}
		s, t = s[m:], t[n:]
		if a == b {
			continue
		}
		if a > b {
			a, b = b, a
		}
		if b < utf8.RuneSelf {
			if 'A' <= a && a <= 'Z' && a+'a'-'A' == b {
				continue
			}
			return false
		}
		r := unicode.SimpleFold(a)
		for r != a && r < b {
			r = unicode.SimpleFold(r)
		}
		if r != b {
			return false
		}
	}
	return s == t
}
