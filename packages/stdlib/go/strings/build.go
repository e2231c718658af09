package strings

import (
	"unicode"
	"unicode/utf8"
	"unsafe"
)

// Clone copies s into new memory, so that what s is a part of can be freed.
func Clone(s string) string {
	if s == "" {
		return ""
	}
	return asString(append([]byte(nil), s...))
}

// asString is for bytes that nothing changes any more.
func asString(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

const maxInt = int(^uint(0) >> 1)

// Join puts sep between the elements.
func Join(elems []string, sep string) string {
	switch len(elems) {
	case 0:
		return ""
	case 1:
		return elems[0]
	}
	n := 0
	if len(sep) > 0 {
		if len(sep) >= maxInt/(len(elems)-1) {
			panic("strings: Join output length overflow")
		}
		n = len(sep) * (len(elems) - 1)
	}
	for _, e := range elems {
		if len(e) > maxInt-n {
			panic("strings: Join output length overflow")
		}
		n += len(e)
	}
	b := make([]byte, 0, n)
	for i, e := range elems {
		if i > 0 {
			b = append(b, sep...)
		}
		b = append(b, e...)
	}
	return asString(b)
}

// Repeat returns count copies of s; it panics if count is negative or the result too long.
func Repeat(s string, count int) string {
	if count < 0 {
		panic("strings: negative Repeat count")
	}
	if s == "" || count == 0 {
		return ""
	}
	if count == 1 {
		return s
	}
	if len(s) > maxInt/count {
		panic("strings: Repeat output length overflow")
	}
	b := make([]byte, len(s)*count)
	for n := copy(b, s); n < len(b); {
		n += copy(b[n:], b[:n])
	}
	return asString(b)
}

// Replace replaces the first n of old, all if n < 0; an empty old is before each code point and at the end.
func Replace(s, old, new string, n int) string {
	if old == new || n == 0 {
		return s
	}
	if m := Count(s, old); m == 0 {
		return s
	} else if n < 0 || m < n {
		n = m
	}
	b := make([]byte, 0, len(s)+n*(len(new)-len(old)))
	rest := s
	for i := range n {
		at := 0
		if old != "" {
			at = Index(rest, old)
		} else if i > 0 {
			_, at = utf8.DecodeRuneInString(rest)
		}
		b = append(b, rest[:at]...)
		b = append(b, new...)
		rest = rest[at+len(old):]
	}
	return asString(append(b, rest...))
}

// ReplaceAll is Replace without limit.
func ReplaceAll(s, old, new string) string { return Replace(s, old, new, -1) }

// Map returns s with each code point replaced by what mapping makes of it, dropped if that is negative.
func Map(mapping func(rune) rune, s string) string {
	for i, r := range s {
		mapped := mapping(r)
		if mapped == r && (r != utf8.RuneError || isEncoded(s[i:])) {
			continue
		}
		// From here on s changes.
		b := append(make([]byte, 0, len(s)+utf8.UTFMax), s[:i]...)
		if mapped >= 0 {
			b = utf8.AppendRune(b, mapped)
		}
		_, size := utf8.DecodeRuneInString(s[i:])
		for _, r := range s[i+size:] {
			if mapped := mapping(r); mapped >= 0 {
				b = utf8.AppendRune(b, mapped)
			}
		}
		return asString(b)
	}
	return s
}

// isEncoded reports whether s begins with the encoding of U+FFFD rather than with a bad byte.
func isEncoded(s string) bool { return HasPrefix(s, "\uFFFD") }

// ToUpper maps all letters to upper case.
func ToUpper(s string) string {
	if ascii, change := scanCase(s, 'a'); !ascii {
		return Map(unicode.ToUpper, s)
	} else if !change {
		return s
	}
	return flipCase(s, 'a')
}

// ToLower maps all letters to lower case.
func ToLower(s string) string {
	if ascii, change := scanCase(s, 'A'); !ascii {
		return Map(unicode.ToLower, s)
	} else if !change {
		return s
	}
	return flipCase(s, 'A')
}

// scanCase reports whether s is ASCII and has one of the 26 letters from first on.
func scanCase(s string, first byte) (ascii, change bool) {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false, false
		}
		change = change || s[i]-first < 26
	}
	return true, change
}

func flipCase(s string, first byte) string {
	b := []byte(s)
	for i, c := range b {
		if c-first < 26 {
			b[i] = c ^ ('a' - 'A')
		}
	}
	return asString(b)
}

// ToTitle maps all letters to title case.
func ToTitle(s string) string { return Map(unicode.ToTitle, s) }

// ToUpperSpecial is ToUpper with the mappings of a language.
func ToUpperSpecial(c unicode.SpecialCase, s string) string { return Map(c.ToUpper, s) }

// ToLowerSpecial is ToLower with the mappings of a language.
func ToLowerSpecial(c unicode.SpecialCase, s string) string { return Map(c.ToLower, s) }

// ToTitleSpecial is ToTitle with the mappings of a language.
func ToTitleSpecial(c unicode.SpecialCase, s string) string { return Map(c.ToTitle, s) }

// ToValidUTF8 replaces each run of bad bytes by replacement.
func ToValidUTF8(s, replacement string) string {
	if utf8.ValidString(s) {
		return s
	}
	b := make([]byte, 0, len(s)+len(replacement))
	bad := false
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && size == 1 {
			if !bad {
				b = append(b, replacement...)
			}
			bad = true
		} else {
			b = append(b, s[i:i+size]...)
			bad = false
		}
		i += size
	}
	return asString(b)
}

// Title maps the first letter of each word to title case.
//
// Deprecated: what a word is depends on the language.
func Title(s string) string {
	before := ' '
	return Map(func(r rune) rune {
		start := separates(before)
		before = r
		if start {
			return unicode.ToTitle(r)
		}
		return r
	}, s)
}

// separates reports whether a word can begin after r.
func separates(r rune) bool {
	if r < utf8.RuneSelf {
		return !('0' <= r && r <= '9' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || r == '_')
	}
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && unicode.IsSpace(r)
}
