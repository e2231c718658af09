// Package bytealg has the inner loops of strings, bytes and bufio.
package bytealg

import (
	"math/bits"
	"unsafe"
)

const (
	ones  = 0x0101010101010101
	highs = 0x8080808080808080
)

func view(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

func load(s string, i int) uint64 {
	return *(*uint64)(unsafe.Add(unsafe.Pointer(unsafe.StringData(s)), i))
}

// IndexByte returns the position of the first c, -1 if there is none.
func IndexByte(b []byte, c byte) int { return IndexByteString(view(b), c) }

// IndexByteString is IndexByte for a string.
func IndexByteString(s string, c byte) int {
	i := 0
	// Eight bytes at once: after the exclusive or the lowest zero byte is where c is (Mycroft 1987).
	for pattern := uint64(c) * ones; i+8 <= len(s); i += 8 {
		x := load(s, i) ^ pattern
		if zeros := (x - ones) &^ x & highs; zeros != 0 {
			return i + bits.TrailingZeros64(zeros)/8
		}
	}
	for ; i < len(s); i++ {
		if s[i] == c {
			return i
		}
	}
	return -1
}

// LastIndexByte returns the position of the last c, -1 if there is none.
func LastIndexByte(b []byte, c byte) int { return LastIndexByteString(view(b), c) }

// LastIndexByteString is LastIndexByte for a string.
func LastIndexByteString(s string, c byte) int {
	for i := len(s) - 1; i >= 0; i-- {
		if s[i] == c {
			return i
		}
	}
	return -1
}

// Count counts the bytes c.
func Count(b []byte, c byte) int { return CountString(view(b), c) }

// CountString is Count for a string.
func CountString(s string, c byte) int {
	n, i := 0, 0
	for pattern := uint64(c) * ones; i+8 <= len(s); i += 8 {
		x := load(s, i) ^ pattern
		// Exactly the high bits of zero bytes: no borrow crosses a byte here.
		n += bits.OnesCount64(^((x&^highs + ^uint64(highs)) | x) & highs)
	}
	for ; i < len(s); i++ {
		if s[i] == c {
			n++
		}
	}
	return n
}

// Equal reports whether a and b have the same bytes.
func Equal(a, b []byte) bool { return string(a) == string(b) }
