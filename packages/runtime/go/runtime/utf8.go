package runtime

import "unsafe"

const runeError = 0xfffd

// decodeRune returns the rune at s[i] and the index after it. i is in range. Bytes that are part of no valid
// sequence become U+FFFD one at a time.
func decodeRune(s string, i int) (rune, int) {
	p := unsafe.Add(dataOf(s), i)
	lead := uint32(*(*byte)(p))
	if lead < 0x80 {
		return rune(lead), i + 1
	}
	left := len(s) - i
	if lead < 0xc2 || left < 2 {
		return runeError, i + 1
	}
	b1 := uint32(*(*byte)(unsafe.Add(p, 1)))
	if b1&0xc0 != 0x80 {
		return runeError, i + 1
	}
	if lead < 0xe0 {
		return rune(lead&0x1f<<6 | b1&0x3f), i + 2
	}
	if left < 3 {
		return runeError, i + 1
	}
	b2 := uint32(*(*byte)(unsafe.Add(p, 2)))
	if b2&0xc0 != 0x80 {
		return runeError, i + 1
	}
	if lead < 0xf0 {
		r := lead&0x0f<<12 | b1&0x3f<<6 | b2&0x3f
		if r < 0x800 || r-0xd800 < 0x800 {
			return runeError, i + 1
		}
		return rune(r), i + 3
	}
	if left < 4 || lead > 0xf4 {
		return runeError, i + 1
	}
	b3 := uint32(*(*byte)(unsafe.Add(p, 3)))
	r := lead&0x07<<18 | b1&0x3f<<12 | b2&0x3f<<6 | b3&0x3f
	if b3&0xc0 != 0x80 || r < 0x10000 || r > 0x10ffff {
		return runeError, i + 1
	}
	return rune(r), i + 4
}

// valid replaces what is no code point.
func validRune(r rune) uint32 {
	u := uint32(r)
	if u > 0x10ffff || u-0xd800 < 0x800 {
		return runeError
	}
	return u
}

func runeSize(r rune) uint32 {
	u := validRune(r)
	if u < 0x80 {
		return 1
	}
	if u < 0x800 {
		return 2
	}
	if u < 0x10000 {
		return 3
	}
	return 4
}

// putRune writes the encoding of r at p and returns its size.
func putRune(p unsafe.Pointer, r rune) uint32 {
	u := validRune(r)
	if u < 0x80 {
		*(*byte)(p) = byte(u)
		return 1
	}
	if u < 0x800 {
		*(*byte)(p) = byte(0xc0 | u>>6)
		*(*byte)(unsafe.Add(p, 1)) = byte(0x80 | u&0x3f)
		return 2
	}
	if u < 0x10000 {
		*(*byte)(p) = byte(0xe0 | u>>12)
		*(*byte)(unsafe.Add(p, 1)) = byte(0x80 | u>>6&0x3f)
		*(*byte)(unsafe.Add(p, 2)) = byte(0x80 | u&0x3f)
		return 3
	}
	*(*byte)(p) = byte(0xf0 | u>>18)
	*(*byte)(unsafe.Add(p, 1)) = byte(0x80 | u>>12&0x3f)
	*(*byte)(unsafe.Add(p, 2)) = byte(0x80 | u>>6&0x3f)
	*(*byte)(unsafe.Add(p, 3)) = byte(0x80 | u&0x3f)
	return 4
}
