// Package bits counts and moves bits of unsigned integers; the counting functions are single instructions.
package bits

// UintSize is the number of bits of a uint.
const UintSize = 64

// LeadingZeros counts the zero bits above the highest one bit; 64 for 0.
func LeadingZeros(x uint) int { return int(clz64(uint64(x))) }

// LeadingZeros8 is LeadingZeros of 8 bits.
func LeadingZeros8(x uint8) int { return int(clz32(uint32(x))) - 24 }

// LeadingZeros16 is LeadingZeros of 16 bits.
func LeadingZeros16(x uint16) int { return int(clz32(uint32(x))) - 16 }

// LeadingZeros32 is LeadingZeros of 32 bits.
func LeadingZeros32(x uint32) int { return int(clz32(x)) }

// LeadingZeros64 is LeadingZeros of 64 bits.
func LeadingZeros64(x uint64) int { return int(clz64(x)) }

// TrailingZeros counts the zero bits below the lowest one bit; 64 for 0.
func TrailingZeros(x uint) int { return int(ctz64(uint64(x))) }

// TrailingZeros8 is TrailingZeros of 8 bits.
func TrailingZeros8(x uint8) int { return int(ctz32(uint32(x) | 1<<8)) }

// TrailingZeros16 is TrailingZeros of 16 bits.
func TrailingZeros16(x uint16) int { return int(ctz32(uint32(x) | 1<<16)) }

// TrailingZeros32 is TrailingZeros of 32 bits.
func TrailingZeros32(x uint32) int { return int(ctz32(x)) }

// TrailingZeros64 is TrailingZeros of 64 bits.
func TrailingZeros64(x uint64) int { return int(ctz64(x)) }

// OnesCount counts the one bits.
func OnesCount(x uint) int { return int(popcnt64(uint64(x))) }

// OnesCount8 counts the one bits.
func OnesCount8(x uint8) int { return int(popcnt32(uint32(x))) }

// OnesCount16 counts the one bits.
func OnesCount16(x uint16) int { return int(popcnt32(uint32(x))) }

// OnesCount32 counts the one bits.
func OnesCount32(x uint32) int { return int(popcnt32(x)) }

// OnesCount64 counts the one bits.
func OnesCount64(x uint64) int { return int(popcnt64(x)) }

// RotateLeft rotates by k mod 64 bits; a negative k rotates right.
func RotateLeft(x uint, k int) uint { return uint(rotl64(uint64(x), uint64(k))) }

// RotateLeft8 is RotateLeft of 8 bits.
func RotateLeft8(x uint8, k int) uint8 {
	s := uint(k) & 7
	return x<<s | x>>(8-s)
}

// RotateLeft16 is RotateLeft of 16 bits.
func RotateLeft16(x uint16, k int) uint16 {
	s := uint(k) & 15
	return x<<s | x>>(16-s)
}

// RotateLeft32 is RotateLeft of 32 bits.
func RotateLeft32(x uint32, k int) uint32 { return rotl32(x, uint32(k)) }

// RotateLeft64 is RotateLeft of 64 bits.
func RotateLeft64(x uint64, k int) uint64 { return rotl64(x, uint64(k)) }

// Reverse puts the bits in opposite order.
func Reverse(x uint) uint { return uint(Reverse64(uint64(x))) }

// Reverse8 puts the bits in opposite order.
func Reverse8(x uint8) uint8 { return uint8(Reverse64(uint64(x)) >> 56) }

// Reverse16 puts the bits in opposite order.
func Reverse16(x uint16) uint16 { return uint16(Reverse64(uint64(x)) >> 48) }

// Reverse32 puts the bits in opposite order.
func Reverse32(x uint32) uint32 { return uint32(Reverse64(uint64(x)) >> 32) }

// Reverse64 puts the bits in opposite order.
func Reverse64(x uint64) uint64 {
	x = x>>1&0x5555555555555555 | x&0x5555555555555555<<1
	x = x>>2&0x3333333333333333 | x&0x3333333333333333<<2
	x = x>>4&0x0F0F0F0F0F0F0F0F | x&0x0F0F0F0F0F0F0F0F<<4
	return ReverseBytes64(x)
}

// ReverseBytes puts the bytes in opposite order.
func ReverseBytes(x uint) uint { return uint(ReverseBytes64(uint64(x))) }

// ReverseBytes16 swaps the two bytes.
func ReverseBytes16(x uint16) uint16 { return x<<8 | x>>8 }

// ReverseBytes32 puts the bytes in opposite order.
func ReverseBytes32(x uint32) uint32 {
	return rotl32(x, 8)&0x00FF00FF | rotl32(x, 24)&0xFF00FF00
}

// ReverseBytes64 puts the bytes in opposite order.
func ReverseBytes64(x uint64) uint64 {
	x = x>>8&0x00FF00FF00FF00FF | x&0x00FF00FF00FF00FF<<8
	x = x>>16&0x0000FFFF0000FFFF | x&0x0000FFFF0000FFFF<<16
	return rotl64(x, 32)
}

// Len is the number of bits needed for x; 0 for 0.
func Len(x uint) int { return 64 - int(clz64(uint64(x))) }

// Len8 is the number of bits needed for x.
func Len8(x uint8) int { return 32 - int(clz32(uint32(x))) }

// Len16 is the number of bits needed for x.
func Len16(x uint16) int { return 32 - int(clz32(uint32(x))) }

// Len32 is the number of bits needed for x.
func Len32(x uint32) int { return 32 - int(clz32(x)) }

// Len64 is the number of bits needed for x.
func Len64(x uint64) int { return 64 - int(clz64(x)) }
