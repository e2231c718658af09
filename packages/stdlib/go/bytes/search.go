// Package bytes works on byte slices as package strings does on strings, which it uses to look into them.
package bytes

import (
	"internal/bytealg"
	"strings"
	"unsafe"
)

// view is b as a string, as long as nothing changes b.
func view(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

// Equal reports whether a and b have the same bytes.
func Equal(a, b []byte) bool { return view(a) == view(b) }

// Compare returns -1, 0 or +1 as a is less than, equal to or greater than b.
func Compare(a, b []byte) int { return strings.Compare(view(a), view(b)) }

// EqualFold reports whether s and t are the same except for case (simple folding of Unicode).
func EqualFold(s, t []byte) bool { return strings.EqualFold(view(s), view(t)) }

// Index returns the position of the first sep in s, -1 if there is none.
func Index(s, sep []byte) int { return strings.Index(view(s), view(sep)) }

// LastIndex returns the position of the last sep in s, -1 if there is none.
func LastIndex(s, sep []byte) int { return strings.LastIndex(view(s), view(sep)) }

// IndexByte returns the position of the first c in b, -1 if there is none.
func IndexByte(b []byte, c byte) int { return bytealg.IndexByteString(view(b), c) }

// LastIndexByte returns the position of the last c in s, -1 if there is none.
func LastIndexByte(s []byte, c byte) int { return bytealg.LastIndexByteString(view(s), c) }

// IndexRune returns the position of the first r in s, -1 if there is none; U+FFFD is found in bad bytes too.
func IndexRune(s []byte, r rune) int { return strings.IndexRune(view(s), r) }

// IndexAny returns the position of the first code point of s that is in chars, -1 if there is none.
func IndexAny(s []byte, chars string) int { return strings.IndexAny(view(s), chars) }

// LastIndexAny returns the position of the last code point of s that is in chars, -1 if there is none.
func LastIndexAny(s []byte, chars string) int { return strings.LastIndexAny(view(s), chars) }

// IndexFunc returns the position of the first code point that satisfies f, -1 if there is none.
func IndexFunc(s []byte, f func(r rune) bool) int { return strings.IndexFunc(view(s), f) }

// LastIndexFunc returns the position of the last code point that satisfies f, -1 if there is none.
func LastIndexFunc(s []byte, f func(r rune) bool) int { return strings.LastIndexFunc(view(s), f) }

// Contains reports whether subslice is in b.
func Contains(b, subslice []byte) bool { return Index(b, subslice) >= 0 }

// ContainsAny reports whether a code point of chars is in b.
func ContainsAny(b []byte, chars string) bool { return IndexAny(b, chars) >= 0 }

// ContainsRune reports whether r is in b.
func ContainsRune(b []byte, r rune) bool { return IndexRune(b, r) >= 0 }

// ContainsFunc reports whether a code point of b satisfies f.
func ContainsFunc(b []byte, f func(rune) bool) bool { return IndexFunc(b, f) >= 0 }

// Count counts sep in s, without overlaps; an empty one counts code points plus one.
func Count(s, sep []byte) int { return strings.Count(view(s), view(sep)) }

// HasPrefix reports whether s begins with prefix.
func HasPrefix(s, prefix []byte) bool { return strings.HasPrefix(view(s), view(prefix)) }

// HasSuffix reports whether s ends with suffix.
func HasSuffix(s, suffix []byte) bool { return strings.HasSuffix(view(s), view(suffix)) }

// Cut returns what is before and after the first sep, parts of s; without one, s and nil.
func Cut(s, sep []byte) (before, after []byte, found bool) {
	if i := Index(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, nil, false
}

// CutPrefix returns s without the prefix and whether it was there.
func CutPrefix(s, prefix []byte) (after []byte, found bool) {
	if HasPrefix(s, prefix) {
		return s[len(prefix):], true
	}
	return s, false
}

// CutSuffix returns s without the suffix and whether it was there.
func CutSuffix(s, suffix []byte) (before []byte, found bool) {
	if HasSuffix(s, suffix) {
		return s[:len(s)-len(suffix)], true
	}
	return s, false
}

// TrimPrefix returns s without the prefix, if it is there.
func TrimPrefix(s, prefix []byte) []byte {
	s, _ = CutPrefix(s, prefix)
	return s
}

// TrimSuffix returns s without the suffix, if it is there.
func TrimSuffix(s, suffix []byte) []byte {
	s, _ = CutSuffix(s, suffix)
	return s
}

// trimmed returns the part of s, nil if it is empty.
func trimmed(s []byte, start, length int) []byte {
	if length == 0 {
		return nil
	}
	return s[start : start+length]
}

// TrimLeftFunc returns s without the code points at its start that satisfy f; nil if nothing is left.
func TrimLeftFunc(s []byte, f func(r rune) bool) []byte {
	n := len(strings.TrimLeftFunc(view(s), f))
	return trimmed(s, len(s)-n, n)
}

// TrimRightFunc returns s without the code points at its end that satisfy f.
func TrimRightFunc(s []byte, f func(r rune) bool) []byte {
	return s[:len(strings.TrimRightFunc(view(s), f))]
}

// TrimFunc returns s without the code points at both ends that satisfy f.
func TrimFunc(s []byte, f func(r rune) bool) []byte { return TrimRightFunc(TrimLeftFunc(s, f), f) }

// Trim returns s without the code points at both ends that are in cutset; nil if nothing is left.
func Trim(s []byte, cutset string) []byte {
	s = TrimLeft(s, cutset)
	return trimmed(s, 0, len(strings.TrimRight(view(s), cutset)))
}

// TrimLeft returns s without the code points at its start that are in cutset; nil if nothing is left.
func TrimLeft(s []byte, cutset string) []byte {
	n := len(strings.TrimLeft(view(s), cutset))
	return trimmed(s, len(s)-n, n)
}

// TrimRight returns s without the code points at its end that are in cutset.
func TrimRight(s []byte, cutset string) []byte {
	return s[:len(strings.TrimRight(view(s), cutset))]
}

// TrimSpace returns s without the spaces at both ends; nil if nothing is left.
func TrimSpace(s []byte) []byte {
	left := strings.TrimLeftFunc(view(s), isSpace)
	return trimmed(s, len(s)-len(left), len(strings.TrimRightFunc(left, isSpace)))
}
