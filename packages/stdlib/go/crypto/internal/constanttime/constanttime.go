// Package constanttime is what crypto/subtle rests on: selection and comparison without branches.
package constanttime

// BoolToUint8 returns 1 for true.
func BoolToUint8(b bool) uint8 {
	if b {
		return 1
	}
	return 0
}

// Select returns x if v is 1, and y if it is 0.
func Select(v, x, y int) int { return ^(v-1)&x | (v-1)&y }

// ByteEq returns 1 if x and y are equal, 0 otherwise.
func ByteEq(x, y uint8) int { return int((uint32(x^y) - 1) >> 31) }

// Eq returns 1 if x and y are equal, 0 otherwise.
func Eq(x, y int32) int { return int((uint64(uint32(x^y)) - 1) >> 63) }

// LessOrEq returns 1 if x is at most y, 0 otherwise; both from 0 to 2^31-1.
func LessOrEq(x, y int) int {
	a, b := int32(x), int32(y)
	return int(((a - b - 1) >> 31) & 1)
}
