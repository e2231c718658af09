package sha3

import "math/bits"

// permute is Keccak-f[1600] of FIPS 202, 3.2 to 3.4: the lanes are variables, named by the row and its place within the row. Each round
// computes the parities of the columns (theta), turns and moves the lanes (rho, pi), and combines those of a row (chi).
func permute(s *[25]uint64) {
	s00, s01, s02, s03, s04 := s[0], s[1], s[2], s[3], s[4]
	s10, s11, s12, s13, s14 := s[5], s[6], s[7], s[8], s[9]
	s20, s21, s22, s23, s24 := s[10], s[11], s[12], s[13], s[14]
	s30, s31, s32, s33, s34 := s[15], s[16], s[17], s[18], s[19]
	s40, s41, s42, s43, s44 := s[20], s[21], s[22], s[23], s[24]
	for _, constant := range roundConstants {
		c0 := s00 ^ s10 ^ s20 ^ s30 ^ s40
		c1 := s01 ^ s11 ^ s21 ^ s31 ^ s41
		c2 := s02 ^ s12 ^ s22 ^ s32 ^ s42
		c3 := s03 ^ s13 ^ s23 ^ s33 ^ s43
		c4 := s04 ^ s14 ^ s24 ^ s34 ^ s44
		d0 := c4 ^ bits.RotateLeft64(c1, 1)
		d1 := c0 ^ bits.RotateLeft64(c2, 1)
		d2 := c1 ^ bits.RotateLeft64(c3, 1)
		d3 := c2 ^ bits.RotateLeft64(c4, 1)
		d4 := c3 ^ bits.RotateLeft64(c0, 1)
		t00 := s00 ^ d0
		t01 := bits.RotateLeft64(s11^d1, 44)
		t02 := bits.RotateLeft64(s22^d2, 43)
		t03 := bits.RotateLeft64(s33^d3, 21)
		t04 := bits.RotateLeft64(s44^d4, 14)
		t10 := bits.RotateLeft64(s03^d3, 28)
		t11 := bits.RotateLeft64(s14^d4, 20)
		t12 := bits.RotateLeft64(s20^d0, 3)
		t13 := bits.RotateLeft64(s31^d1, 45)
		t14 := bits.RotateLeft64(s42^d2, 61)
		t20 := bits.RotateLeft64(s01^d1, 1)
		t21 := bits.RotateLeft64(s12^d2, 6)
		t22 := bits.RotateLeft64(s23^d3, 25)
		t23 := bits.RotateLeft64(s34^d4, 8)
		t24 := bits.RotateLeft64(s40^d0, 18)
		t30 := bits.RotateLeft64(s04^d4, 27)
		t31 := bits.RotateLeft64(s10^d0, 36)
		t32 := bits.RotateLeft64(s21^d1, 10)
		t33 := bits.RotateLeft64(s32^d2, 15)
		t34 := bits.RotateLeft64(s43^d3, 56)
		t40 := bits.RotateLeft64(s02^d2, 62)
		t41 := bits.RotateLeft64(s13^d3, 55)
		t42 := bits.RotateLeft64(s24^d4, 39)
		t43 := bits.RotateLeft64(s30^d0, 41)
		t44 := bits.RotateLeft64(s41^d1, 2)
		s00 = t00 ^ t02&^t01 ^ constant
		s01 = t01 ^ t03&^t02
		s02 = t02 ^ t04&^t03
		s03 = t03 ^ t00&^t04
		s04 = t04 ^ t01&^t00
		s10 = t10 ^ t12&^t11
		s11 = t11 ^ t13&^t12
		s12 = t12 ^ t14&^t13
		s13 = t13 ^ t10&^t14
		s14 = t14 ^ t11&^t10
		s20 = t20 ^ t22&^t21
		s21 = t21 ^ t23&^t22
		s22 = t22 ^ t24&^t23
		s23 = t23 ^ t20&^t24
		s24 = t24 ^ t21&^t20
		s30 = t30 ^ t32&^t31
		s31 = t31 ^ t33&^t32
		s32 = t32 ^ t34&^t33
		s33 = t33 ^ t30&^t34
		s34 = t34 ^ t31&^t30
		s40 = t40 ^ t42&^t41
		s41 = t41 ^ t43&^t42
		s42 = t42 ^ t44&^t43
		s43 = t43 ^ t40&^t44
		s44 = t44 ^ t41&^t40
	}
	s[0], s[1], s[2], s[3], s[4] = s00, s01, s02, s03, s04
	s[5], s[6], s[7], s[8], s[9] = s10, s11, s12, s13, s14
	s[10], s[11], s[12], s[13], s[14] = s20, s21, s22, s23, s24
	s[15], s[16], s[17], s[18], s[19] = s30, s31, s32, s33, s34
	s[20], s[21], s[22], s[23], s[24] = s40, s41, s42, s43, s44
}

// FIPS 202, 3.2.5: bit 2^j - 1 of the constant of round i is the output 7i + j of a shift register with the polynomial x^8+x^6+x^5+x^4+1.
var roundConstants = [24]uint64{
	0x0000000000000001, 0x0000000000008082, 0x800000000000808A, 0x8000000080008000,
	0x000000000000808B, 0x0000000080000001, 0x8000000080008081, 0x8000000000008009,
	0x000000000000008A, 0x0000000000000088, 0x0000000080008009, 0x000000008000000A,
	0x000000008000808B, 0x800000000000008B, 0x8000000000008089, 0x8000000000008003,
	0x8000000000008002, 0x8000000000000080, 0x000000000000800A, 0x800000008000000A,
	0x8000000080008081, 0x8000000000008080, 0x0000000080000001, 0x8000000080008008,
}
