// Package utf8 translates between runes and their UTF-8 bytes (RFC 3629).
package utf8

import "unsafe"

const (
	RuneError = '\uFFFD'     // what a byte that is not UTF-8 decodes to
	RuneSelf  = 0x80         // smaller code points are one byte
	MaxRune   = '\U0010FFFF' // the largest code point
	UTFMax    = 4            // the most bytes that a code point takes
)

const (
	surrogateMin = 0xD800
	surrogateMax = 0xDFFF
)

func view(p []byte) string { return unsafe.String(unsafe.SliceData(p), len(p)) }

// scan reads the sequence at s[0], which is not ASCII. If full is false then more bytes could complete a rune.
// A bad sequence is (RuneError, 1).
func scan(s string) (r rune, size int, full bool) {
	c := s[0]
	var lo, hi byte = 0x80, 0xBF // limits of the second byte: no overlong forms, surrogates or values past MaxRune
	need := 0
	switch {
	case c < 0xC2:
		return RuneError, 1, true
	case c < 0xE0:
		need, r = 2, rune(c&0x1F)
	case c < 0xF0:
		need, r = 3, rune(c&0x0F)
		if c == 0xE0 {
			lo = 0xA0
		} else if c == 0xED {
			hi = 0x9F
		}
	case c < 0xF5:
		need, r = 4, rune(c&0x07)
		if c == 0xF0 {
			lo = 0x90
		} else if c == 0xF4 {
			hi = 0x8F
		}
	default:
		return RuneError, 1, true
	}
	for i := 1; i < need; i++ {
		if i >= len(s) {
			return RuneError, 1, false
		}
		b := s[i]
		if b < lo || b > hi {
			return RuneError, 1, true
		}
		lo, hi = 0x80, 0xBF
		r = r<<6 | rune(b&0x3F)
	}
	return r, need, true
}

// FullRune reports whether p begins with a whole encoding; a wrong one counts as whole.
func FullRune(p []byte) bool { return FullRuneInString(view(p)) }

// FullRuneInString is FullRune for a string.
func FullRuneInString(s string) bool {
	if len(s) == 0 {
		return false
	}
	if s[0] < RuneSelf {
		return true
	}
	_, _, full := scan(s)
	return full
}

// DecodeRune returns the first rune of p and its width: (RuneError, 0) for empty p, (RuneError, 1) for bad bytes.
func DecodeRune(p []byte) (rune, int) {
	if len(p) > 0 && p[0] < RuneSelf {
		return rune(p[0]), 1
	}
	return DecodeRuneInString(view(p))
}

// DecodeRuneInString is DecodeRune for a string.
func DecodeRuneInString(s string) (rune, int) {
	if len(s) == 0 {
		return RuneError, 0
	}
	if c := s[0]; c < RuneSelf {
		return rune(c), 1
	}
	r, size, _ := scan(s)
	return r, size
}

// DecodeLastRune returns the last rune of p and its width, with the errors of DecodeRune.
func DecodeLastRune(p []byte) (rune, int) { return DecodeLastRuneInString(view(p)) }

// DecodeLastRuneInString is DecodeLastRune for a string.
func DecodeLastRuneInString(s string) (rune, int) {
	n := len(s)
	if n == 0 {
		return RuneError, 0
	}
	if c := s[n-1]; c < RuneSelf {
		return rune(c), 1
	}
	for width := 2; width <= UTFMax && width <= n; width++ {
		if RuneStart(s[n-width]) {
			if r, size := DecodeRuneInString(s[n-width:]); size == width {
				return r, size
			}
			break
		}
	}
	return RuneError, 1
}

// RuneLen is the number of bytes of r's encoding, -1 if r is not a valid code point.
func RuneLen(r rune) int {
	switch {
	case r < 0:
		return -1
	case r < 0x80:
		return 1
	case r < 0x800:
		return 2
	case surrogateMin <= r && r <= surrogateMax:
		return -1
	case r < 0x10000:
		return 3
	case r <= MaxRune:
		return 4
	}
	return -1
}

// EncodeRune writes r (RuneError if it is invalid) into p, which must be long enough, and returns the bytes written.
func EncodeRune(p []byte, r rune) int {
	if uint32(r) < RuneSelf {
		p[0] = byte(r)
		return 1
	}
	switch RuneLen(r) {
	case 2:
		_ = p[1]
		p[0] = 0xC0 | byte(r>>6)
		p[1] = 0x80 | byte(r)&0x3F
		return 2
	case 4:
		_ = p[3]
		p[0] = 0xF0 | byte(r>>18)
		p[1] = 0x80 | byte(r>>12)&0x3F
		p[2] = 0x80 | byte(r>>6)&0x3F
		p[3] = 0x80 | byte(r)&0x3F
		return 4
	case -1:
		r = RuneError
	}
	_ = p[2]
	p[0] = 0xE0 | byte(r>>12)
	p[1] = 0x80 | byte(r>>6)&0x3F
	p[2] = 0x80 | byte(r)&0x3F
	return 3
}

// AppendRune appends the encoding of r to p.
func AppendRune(p []byte, r rune) []byte {
	if uint32(r) < RuneSelf {
		return append(p, byte(r))
	}
	var buf [UTFMax]byte
	n := EncodeRune(buf[:], r)
	return append(p, buf[:n]...)
}

// RuneCount counts the runes of p; each bad byte is one.
func RuneCount(p []byte) int { return RuneCountInString(view(p)) }

// RuneCountInString is RuneCount for a string.
func RuneCountInString(s string) int {
	n := 0
	for i := 0; i < len(s); n++ {
		if s[i] < RuneSelf {
			i++
			continue
		}
		_, size, _ := scan(s[i:])
		i += size
	}
	return n
}

// RuneStart reports whether b can be the first byte of an encoding: it is not a continuation byte.
func RuneStart(b byte) bool { return b&0xC0 != 0x80 }

// Valid reports whether p is UTF-8 throughout.
func Valid(p []byte) bool { return ValidString(view(p)) }

// ValidString is Valid for a string.
func ValidString(s string) bool {
	for i := 0; i < len(s); {
		if s[i] < RuneSelf {
			i++
			continue
		}
		_, size, _ := scan(s[i:])
		if size == 1 {
			return false
		}
		i += size
	}
	return true
}

// ValidRune reports whether r can be encoded: in range and no surrogate half.
func ValidRune(r rune) bool {
	return 0 <= r && r < surrogateMin || surrogateMax < r && r <= MaxRune
}
