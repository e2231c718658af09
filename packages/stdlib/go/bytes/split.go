package bytes

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"
)

func isSpace(r rune) bool { return unicode.IsSpace(r) }

// split keeps the first keep bytes of each separator in the part before; except for the last, parts have no spare capacity.
func split(s, sep []byte, keep, n int) [][]byte {
	if n == 0 {
		return nil
	}
	if len(sep) == 0 {
		return explode(s, n)
	}
	if n < 0 {
		n = Count(s, sep) + 1
	}
	parts := make([][]byte, 0, min(n, len(s)+1))
	for len(parts) < n-1 {
		i := Index(s, sep)
		if i < 0 {
			break
		}
		parts = append(parts, s[:i+keep:i+keep])
		s = s[i+len(sep):]
	}
	return append(parts, s)
}

// explode returns up to n parts of one code point, the rest in the last.
func explode(s []byte, n int) [][]byte {
	count := utf8.RuneCount(s)
	if n < 0 || n > count {
		n = count
	}
	parts := make([][]byte, n)
	for i := range n {
		if i == n-1 {
			parts[i] = s
			break
		}
		_, size := utf8.DecodeRune(s)
		parts[i] = s[:size:size]
		s = s[size:]
	}
	if n > 0 {
		last := parts[n-1]
		if _, size := utf8.DecodeRune(last); size == len(last) {
			parts[n-1] = last[:size:size]
		}
	}
	return parts
}

// Split returns the parts of s between separators; an empty sep is between all code points.
func Split(s, sep []byte) [][]byte { return split(s, sep, 0, -1) }

// SplitN is Split with at most n parts, the last one with all the rest; n < 0 is no limit.
func SplitN(s, sep []byte, n int) [][]byte { return split(s, sep, 0, n) }

// SplitAfter is Split that keeps the separator with the part before it.
func SplitAfter(s, sep []byte) [][]byte { return split(s, sep, len(sep), -1) }

// SplitAfterN is SplitN that keeps the separator with the part before it.
func SplitAfterN(s, sep []byte, n int) [][]byte { return split(s, sep, len(sep), n) }

func splitSeq(s, sep []byte, keep int) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		s := s
		for {
			var i int
			if len(sep) == 0 {
				if len(s) == 0 {
					return
				}
				_, i = utf8.DecodeRune(s)
			} else if i = Index(s, sep); i < 0 {
				yield(s[:len(s):len(s)])
				return
			}
			if !yield(s[: i+keep : i+keep]) {
				return
			}
			s = s[i+len(sep):]
		}
	}
}

// SplitSeq iterates over the parts of Split.
func SplitSeq(s, sep []byte) iter.Seq[[]byte] { return splitSeq(s, sep, 0) }

// SplitAfterSeq iterates over the parts of SplitAfter.
func SplitAfterSeq(s, sep []byte) iter.Seq[[]byte] { return splitSeq(s, sep, len(sep)) }

// Lines iterates over the lines with their ends; the last one may have none.
func Lines(s []byte) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		for s := s; len(s) > 0; {
			end := IndexByte(s, '\n') + 1
			if end == 0 {
				end = len(s)
			}
			if !yield(s[:end:end]) {
				return
			}
			s = s[end:]
		}
	}
}

// Fields returns the parts of s between runs of spaces.
func Fields(s []byte) [][]byte { return FieldsFunc(s, isSpace) }

// FieldsFunc returns the parts of s between runs of code points that satisfy f.
func FieldsFunc(s []byte, f func(rune) bool) [][]byte {
	parts := [][]byte{}
	for part := range FieldsFuncSeq(s, f) {
		parts = append(parts, part)
	}
	return parts
}

// FieldsSeq iterates over the parts of Fields.
func FieldsSeq(s []byte) iter.Seq[[]byte] { return FieldsFuncSeq(s, isSpace) }

// FieldsFuncSeq iterates over the parts of FieldsFunc.
func FieldsFuncSeq(s []byte, f func(rune) bool) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		start := -1
		for i, r := range view(s) {
			if f(r) {
				if start >= 0 {
					if !yield(s[start:i:i]) {
						return
					}
					start = -1
				}
			} else if start < 0 {
				start = i
			}
		}
		if start >= 0 {
			yield(s[start:len(s):len(s)])
		}
	}
}

// Join puts sep between the elements, in a new slice.
func Join(s [][]byte, sep []byte) []byte {
	if len(s) == 0 {
		return []byte{}
	}
	const maxInt = int(^uint(0) >> 1)
	n := 0
	if len(sep) > 0 {
		if len(sep) >= maxInt/max(len(s)-1, 1) {
			panic("bytes: Join output length overflow")
		}
		n = len(sep) * (len(s) - 1)
	}
	for _, e := range s {
		if len(e) > maxInt-n {
			panic("bytes: Join output length overflow")
		}
		n += len(e)
	}
	b := make([]byte, 0, n)
	for i, e := range s {
		if i > 0 {
			b = append(b, sep...)
		}
		b = append(b, e...)
	}
	return b
}

// Clone copies b; nil stays nil.
func Clone(b []byte) []byte {
	if b == nil {
		return nil
	}
	return append([]byte{}, b...)
}

// Repeat returns count copies of b in a new slice; it panics if count is negative or the result too long.
func Repeat(b []byte, count int) []byte {
	if count == 0 {
		return []byte{}
	}
	if count < 0 {
		panic("bytes: negative Repeat count")
	}
	const maxInt = int(^uint(0) >> 1)
	if len(b) > maxInt/count {
		panic("bytes: Repeat output length overflow")
	}
	all := make([]byte, len(b)*count)
	for n := copy(all, b); n > 0 && n < len(all); {
		n += copy(all[n:], all[:n])
	}
	return all
}

// Replace returns a new slice with the first n of old replaced, all if n < 0; an empty old is before each code point and
// at the end.
func Replace(s, old, new []byte, n int) []byte {
	if n != 0 {
		if m := Count(s, old); n < 0 || m < n {
			n = m
		}
	}
	b := make([]byte, 0, max(len(s)+n*(len(new)-len(old)), 0))
	for i := range n {
		at := 0
		if len(old) > 0 {
			at = Index(s, old)
		} else if i > 0 {
			_, at = utf8.DecodeRune(s)
		}
		b = append(b, s[:at]...)
		b = append(b, new...)
		s = s[at+len(old):]
	}
	return append(b, s...)
}

// ReplaceAll is Replace without limit.
func ReplaceAll(s, old, new []byte) []byte { return Replace(s, old, new, -1) }

// Map returns a new slice with each code point replaced by what mapping makes of it, dropped if that is negative.
func Map(mapping func(r rune) rune, s []byte) []byte {
	b := make([]byte, 0, len(s))
	for _, r := range view(s) {
		if mapped := mapping(r); mapped >= 0 {
			b = utf8.AppendRune(b, mapped)
		}
	}
	return b
}

// Runes returns the code points of s.
func Runes(s []byte) []rune { return []rune(view(s)) }

// ToUpper returns a copy with all letters in upper case.
func ToUpper(s []byte) []byte { return []byte(strings.ToUpper(view(s))) }

// ToLower returns a copy with all letters in lower case.
func ToLower(s []byte) []byte { return []byte(strings.ToLower(view(s))) }

// ToTitle returns a copy with all letters in title case.
func ToTitle(s []byte) []byte { return Map(unicode.ToTitle, s) }

// ToUpperSpecial is ToUpper with the mappings of a language.
func ToUpperSpecial(c unicode.SpecialCase, s []byte) []byte { return Map(c.ToUpper, s) }

// ToLowerSpecial is ToLower with the mappings of a language.
func ToLowerSpecial(c unicode.SpecialCase, s []byte) []byte { return Map(c.ToLower, s) }

// ToTitleSpecial is ToTitle with the mappings of a language.
func ToTitleSpecial(c unicode.SpecialCase, s []byte) []byte { return Map(c.ToTitle, s) }

// ToValidUTF8 returns a copy with each run of bad bytes replaced.
func ToValidUTF8(s, replacement []byte) []byte {
	return []byte(strings.ToValidUTF8(view(s), view(replacement)))
}

// Title returns a copy with the first letter of each word in title case.
//
// Deprecated: what a word is depends on the language.
func Title(s []byte) []byte { return []byte(strings.Title(view(s))) }
