package crc32

import "internal/byteorder"

// slicesFrom is the number of bytes from which on eight are taken at once.
const slicesFrom = 64

// slices are what the polynomial IEEE makes of a byte that 0 to 7 others follow (Kounavis and Berry 2005); made when they are needed.
var slices *[8]Table

func newSlices() *[8]Table {
	s := new([8]Table)
	s[0] = *IEEETable
	for i := range 256 {
		c := s[0][i]
		for k := 1; k < 8; k++ {
			c = s[0][byte(c)] ^ c>>8
			s[k][i] = c
		}
	}
	return s
}

// updateSlices adds all bytes of p but the last up to seven, which it returns, to an inverted checksum.
func updateSlices(crc uint32, p []byte) (uint32, []byte) {
	if slices == nil {
		slices = newSlices()
	}
	s := slices
	for len(p) >= 8 {
		x := byteorder.LEUint64(p) ^ uint64(crc)
		crc = s[7][byte(x)] ^ s[6][byte(x>>8)] ^ s[5][byte(x>>16)] ^ s[4][byte(x>>24)] ^
			s[3][byte(x>>32)] ^ s[2][byte(x>>40)] ^ s[1][byte(x>>48)] ^ s[0][byte(x>>56)]
		p = p[8:]
	}
	return crc, p
}
