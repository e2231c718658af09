// Package subtle has functions whose time does not depend on the contents of what they are called with.
package subtle

import (
	"crypto/internal/constanttime"
	"internal/byteorder"
	"unsafe"
)

// ConstantTimeCompare returns 1 if x and y are equal, 0 otherwise. Its time tells the length only.
func ConstantTimeCompare(x, y []byte) int {
	if len(x) != len(y) {
		return 0
	}
	var different byte
	for i, c := range x {
		different |= c ^ y[i]
	}
	return constanttime.ByteEq(different, 0)
}

// ConstantTimeSelect returns x if v is 1, and y if it is 0.
func ConstantTimeSelect(v, x, y int) int { return constanttime.Select(v, x, y) }

// ConstantTimeByteEq returns 1 if x and y are equal, 0 otherwise.
func ConstantTimeByteEq(x, y uint8) int { return constanttime.ByteEq(x, y) }

// ConstantTimeEq returns 1 if x and y are equal, 0 otherwise.
func ConstantTimeEq(x, y int32) int { return constanttime.Eq(x, y) }

// ConstantTimeLessOrEq returns 1 if x is at most y, 0 otherwise; both from 0 to 2^31-1.
func ConstantTimeLessOrEq(x, y int) int { return constanttime.LessOrEq(x, y) }

// ConstantTimeCopy copies y into x if v is 1, and leaves it if v is 0.
func ConstantTimeCopy(v int, x, y []byte) {
	if len(x) != len(y) {
		panic("subtle: slices have different lengths")
	}
	keep := byte(v - 1)
	for i, c := range y {
		x[i] = x[i]&keep | c&^keep
	}
}

// XORBytes stores the exclusive or of the bytes of x and y, as many as both have, in dst, and returns their number. dst may be
// one of both, but not overlap otherwise.
func XORBytes(dst, x, y []byte) int {
	n := min(len(x), len(y))
	if n == 0 {
		return 0
	}
	if n > len(dst) {
		panic("subtle.XORBytes: dst too short")
	}
	dst, x, y = dst[:n], x[:n], y[:n]
	if overlaps(dst, x) || overlaps(dst, y) {
		panic("subtle.XORBytes: invalid overlap")
	}
	for len(dst) >= 8 {
		byteorder.LEPutUint64(dst, byteorder.LEUint64(x)^byteorder.LEUint64(y))
		dst, x, y = dst[8:], x[8:], y[8:]
	}
	for i := range dst {
		dst[i] = x[i] ^ y[i]
	}
	return n
}

// overlaps reports whether a and b, of one length, share memory without being the same.
func overlaps(a, b []byte) bool {
	p, q := uintptr(unsafe.Pointer(&a[0])), uintptr(unsafe.Pointer(&b[0]))
	return p != q && p < q+uintptr(len(b)) && q < p+uintptr(len(a))
}

// WithDataIndependentTiming calls f. There are no instructions here whose timing could be chosen.
func WithDataIndependentTiming(f func()) { f() }
