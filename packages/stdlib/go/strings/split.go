package strings

import (
	"iter"
	"unicode"
	"unicode/utf8"
)

// explode returns up to n parts of one code point, the rest in the last.
func explode(s string, n int) []string {
	count := utf8.RuneCountInString(s)
	if n < 0 || n > count {
		n = count
	}
	parts := make([]string, n)
	for i := range n {
		if i == n-1 {
			parts[i] = s
			break
		}
		_, size := utf8.DecodeRuneInString(s)
		parts[i] = s[:size]
		s = s[size:]
	}
	return parts
}

// split keeps the first keep bytes of each separator in the part before.
func split(s, sep string, keep, n int) []string {
	if n == 0 {
		return nil
	}
	if sep == "" {
		return explode(s, n)
	}
	if n < 0 {
		n = Count(s, sep) + 1
	}
	parts := make([]string, 0, min(n, len(s)+1))
	for len(parts) < n-1 {
		i := Index(s, sep)
		if i < 0 {
			break
		}
		parts = append(parts, s[:i+keep])
		s = s[i+len(sep):]
	}
	return append(parts, s)
}

// Split returns the parts of s between separators; an empty sep is between all code points.
func Split(s, sep string) []string { return split(s, sep, 0, -1) }

// SplitN is Split with at most n parts, the last one with all the rest; n < 0 is no limit.
func SplitN(s, sep string, n int) []string { return split(s, sep, 0, n) }

// SplitAfter is Split that keeps the separator with the part before it.
func SplitAfter(s, sep string) []string { return split(s, sep, len(sep), -1) }

// SplitAfterN is SplitN that keeps the separator with the part before it.
func SplitAfterN(s, sep string, n int) []string { return split(s, sep, len(sep), n) }

func splitSeq(s, sep string, keep int) iter.Seq[string] {
	return func(yield func(string) bool) {
		s := s
		for {
			var i int
			if sep == "" {
				if s == "" {
					return
				}
				_, i = utf8.DecodeRuneInString(s)
			} else if i = Index(s, sep); i < 0 {
				yield(s)
				return
			}
			if !yield(s[:i+keep]) {
				return
			}
			s = s[i+len(sep):]
		}
	}
}

// SplitSeq iterates over the parts of Split.
func SplitSeq(s, sep string) iter.Seq[string] { return splitSeq(s, sep, 0) }

// SplitAfterSeq iterates over the parts of SplitAfter.
func SplitAfterSeq(s, sep string) iter.Seq[string] { return splitSeq(s, sep, len(sep)) }

// Lines iterates over the lines with their ends; the last one may have none.
func Lines(s string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for s := s; s != ""; {
			end := IndexByte(s, '\n') + 1
			if end == 0 {
				end = len(s)
			}
			if !yield(s[:end]) {
				return
			}
			s = s[end:]
		}
	}
}

// nextField returns the limits of the first run in s of what does not satisfy f; start is len(s) if there is none.
func nextField(s string, f func(rune) bool) (start, end int) {
	start = indexFunc(s, f, false)
	if start < 0 {
		return len(s), len(s)
	}
	if n := indexFunc(s[start:], f, true); n >= 0 {
		return start, start + n
	}
	return start, len(s)
}

// asciiSpaces has a bit for each ASCII space.
const asciiSpaces = 1<<'\t' | 1<<'\n' | 1<<'\v' | 1<<'\f' | 1<<'\r' | 1<<' '

// Fields returns the parts of s between runs of spaces.
func Fields(s string) []string {
	parts := []string{}
	start := -1
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= utf8.RuneSelf {
			// From the start of this part on with all of Unicode.
			if start < 0 {
				start = i
			}
			return append(parts, FieldsFunc(s[start:], unicode.IsSpace)...)
		}
		if c <= ' ' && asciiSpaces>>c&1 != 0 {
			if start >= 0 {
				parts = append(parts, s[start:i])
				start = -1
			}
		} else if start < 0 {
			start = i
		}
	}
	if start >= 0 {
		parts = append(parts, s[start:])
	}
	return parts
}

// FieldsFunc returns the parts of s between runs of code points that satisfy f.
func FieldsFunc(s string, f func(rune) bool) []string {
	parts := []string{}
	for {
		start, end := nextField(s, f)
		if start == len(s) {
			return parts
		}
		parts = append(parts, s[start:end])
		s = s[end:]
	}
}

// FieldsSeq iterates over the parts of Fields.
func FieldsSeq(s string) iter.Seq[string] { return FieldsFuncSeq(s, unicode.IsSpace) }

// FieldsFuncSeq iterates over the parts of FieldsFunc.
func FieldsFuncSeq(s string, f func(rune) bool) iter.Seq[string] {
	return func(yield func(string) bool) {
		s := s
		for {
			start, end := nextField(s, f)
			if start == len(s) || !yield(s[start:end]) {
				return
			}
			s = s[end:]
		}
	}
}

// Cut returns what is before and after the first sep; without one, s and "".
func Cut(s, sep string) (before, after string, found bool) {
	if i := Index(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}

// CutPrefix returns s without the prefix and whether it was there.
func CutPrefix(s, prefix string) (after string, found bool) {
	if HasPrefix(s, prefix) {
		return s[len(prefix):], true
	}
	return s, false
}

// CutSuffix returns s without the suffix and whether it was there.
func CutSuffix(s, suffix string) (before string, found bool) {
	if HasSuffix(s, suffix) {
		return s[:len(s)-len(suffix)], true
	}
	return s, false
}

// TrimPrefix returns s without the prefix, if it is there.
func TrimPrefix(s, prefix string) string {
	s, _ = CutPrefix(s, prefix)
	return s
}

// TrimSuffix returns s without the suffix, if it is there.
func TrimSuffix(s, suffix string) string {
	s, _ = CutSuffix(s, suffix)
	return s
}

// TrimLeftFunc returns s without the code points at its start that satisfy f.
func TrimLeftFunc(s string, f func(rune) bool) string {
	if i := indexFunc(s, f, false); i >= 0 {
		return s[i:]
	}
	return ""
}

// TrimRightFunc returns s without the code points at its end that satisfy f.
func TrimRightFunc(s string, f func(rune) bool) string {
	i := lastIndexFunc(s, f, false)
	if i < 0 {
		return ""
	}
	_, size := utf8.DecodeRuneInString(s[i:])
	return s[:i+size]
}

// TrimFunc returns s without the code points at both ends that satisfy f.
func TrimFunc(s string, f func(rune) bool) string { return TrimRightFunc(TrimLeftFunc(s, f), f) }

// Trim returns s without the code points at both ends that are in cutset.
func Trim(s, cutset string) string { return TrimRight(TrimLeft(s, cutset), cutset) }

// TrimLeft returns s without the code points at its start that are in cutset.
func TrimLeft(s, cutset string) string {
	set := newCharSet(cutset)
	for s != "" {
		r, size := rune(s[0]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s)
		}
		if !set.has(r) {
			break
		}
		s = s[size:]
	}
	return s
}

// TrimRight returns s without the code points at its end that are in cutset.
func TrimRight(s, cutset string) string {
	set := newCharSet(cutset)
	for s != "" {
		r, size := utf8.DecodeLastRuneInString(s)
		if !set.has(r) {
			break
		}
		s = s[:len(s)-size]
	}
	return s
}

// TrimSpace returns s without the spaces at both ends.
func TrimSpace(s string) string {
	for s != "" && s[0] <= ' ' && asciiSpaces>>s[0]&1 != 0 {
		s = s[1:]
	}
	for s != "" && s[len(s)-1] <= ' ' && asciiSpaces>>s[len(s)-1]&1 != 0 {
		s = s[:len(s)-1]
	}
	if s != "" && (s[0] >= utf8.RuneSelf || s[len(s)-1] >= utf8.RuneSelf) {
		return TrimFunc(s, unicode.IsSpace)
	}
	return s
}
