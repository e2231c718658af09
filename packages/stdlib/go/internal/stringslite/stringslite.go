// Package stringslite has the functions of package strings that packages below it use.
package stringslite

import (
	"internal/bytealg"
	"unsafe"
)

// HasPrefix reports whether s begins with prefix.
func HasPrefix(s, prefix string) bool { return len(s) >= len(prefix) && s[:len(prefix)] == prefix }

// HasSuffix reports whether s ends with suffix.
func HasSuffix(s, suffix string) bool {
	return len(s) >= len(suffix) && s[len(s)-len(suffix):] == suffix
}

// IndexByte returns the position of the first c, -1 if there is none.
func IndexByte(s string, c byte) int { return bytealg.IndexByteString(s, c) }

// Index returns the position of the first substr, -1 if there is none.
func Index(s, substr string) int {
	if substr == "" {
		return 0
	}
	for from := 0; from+len(substr) <= len(s); from++ {
		at := bytealg.IndexByteString(s[from:len(s)-len(substr)+1], substr[0])
		if at < 0 {
			return -1
		}
		from += at
		if s[from:from+len(substr)] == substr {
			return from
		}
	}
	return -1
}

// Cut divides s at the first sep.
func Cut(s, sep string) (before, after string, found bool) {
	if i := Index(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}

// CutPrefix takes prefix from s.
func CutPrefix(s, prefix string) (after string, found bool) {
	if !HasPrefix(s, prefix) {
		return s, false
	}
	return s[len(prefix):], true
}

// CutSuffix takes suffix from s.
func CutSuffix(s, suffix string) (before string, found bool) {
	if !HasSuffix(s, suffix) {
		return s, false
	}
	return s[:len(s)-len(suffix)], true
}

// TrimPrefix returns s without prefix.
func TrimPrefix(s, prefix string) string {
	s, _ = CutPrefix(s, prefix)
	return s
}

// TrimSuffix returns s without suffix.
func TrimSuffix(s, suffix string) string {
	s, _ = CutSuffix(s, suffix)
	return s
}

// Clone returns a copy of s.
func Clone(s string) string {
	if s == "" {
		return ""
	}
	b := []byte(s)
	return unsafe.String(&b[0], len(b))
}
