// Package utf16 translates between runes and UTF-16 sequences (RFC 2781).
package utf16

const (
	replacement = '\uFFFD'
	highStart   = 0xD800
	lowStart    = 0xDC00
	end         = 0xE000
	supplement  = 0x10000
	maxRune     = '\U0010FFFF'
)

// IsSurrogate reports whether r is half of a surrogate pair.
func IsSurrogate(r rune) bool { return highStart <= r && r < end }

// DecodeRune combines a surrogate pair; it is U+FFFD if the two are not one.
func DecodeRune(r1, r2 rune) rune {
	if highStart <= r1 && r1 < lowStart && lowStart <= r2 && r2 < end {
		return (r1-highStart)<<10 + (r2 - lowStart) + supplement
	}
	return replacement
}

// EncodeRune returns the surrogate pair of r, or U+FFFD twice if r needs none or is invalid.
func EncodeRune(r rune) (r1, r2 rune) {
	if r < supplement || r > maxRune {
		return replacement, replacement
	}
	r -= supplement
	return highStart + r>>10, lowStart + r&0x3FF
}

// RuneLen is the number of 16-bit words of r's encoding, -1 if r is invalid.
func RuneLen(r rune) int {
	switch {
	case r < 0 || r > maxRune || IsSurrogate(r):
		return -1
	case r < supplement:
		return 1
	}
	return 2
}

// AppendRune appends the encoding of r, U+FFFD if it is invalid.
func AppendRune(a []uint16, r rune) []uint16 {
	switch RuneLen(r) {
	case 1:
		return append(a, uint16(r))
	case 2:
		r1, r2 := EncodeRune(r)
		return append(a, uint16(r1), uint16(r2))
	}
	return append(a, replacement)
}

// Encode returns the UTF-16 form of s.
func Encode(s []rune) []uint16 {
	a := make([]uint16, 0, len(s))
	for _, r := range s {
		a = AppendRune(a, r)
	}
	return a
}

// Decode returns the runes of s; a lone surrogate half becomes U+FFFD.
func Decode(s []uint16) []rune {
	runes := make([]rune, 0, len(s))
	for i := 0; i < len(s); i++ {
		r := rune(s[i])
		if IsSurrogate(r) {
			pair := rune(replacement)
			if i+1 < len(s) {
				pair = DecodeRune(r, rune(s[i+1]))
			}
			if pair != replacement {
				i++
			}
			r = pair
		}
		runes = append(runes, r)
	}
	return runes
}
