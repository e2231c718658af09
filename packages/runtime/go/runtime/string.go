package runtime

import "unsafe"

// newString returns a string of size bytes and the memory that it shows, to be filled before the string is used.
func newString(size uint32) (string, unsafe.Pointer) {
	p := newObject(size, nil)
	return unsafe.String((*byte)(p), int(size)), p
}

func dataOf(s string) unsafe.Pointer { return unsafe.Pointer(unsafe.StringData(s)) }

func concat2(a, b string) string {
	if len(a) == 0 {
		return b
	}
	if len(b) == 0 {
		return a
	}
	s, p := newString(uint32(len(a)) + uint32(len(b)))
	memoryCopy(p, dataOf(a), uint32(len(a)))
	memoryCopy(unsafe.Add(p, len(a)), dataOf(b), uint32(len(b)))
	return s
}

func concat3(a, b, c string) string {
	parts := [3]string{a, b, c}
	return concatN(&parts[0], 3)
}

func concat4(a, b, c, d string) string {
	parts := [4]string{a, b, c, d}
	return concatN(&parts[0], 4)
}

// concatN joins n strings that are in a row from parts.
func concatN(parts *string, n int) string {
	size := uint32(0)
	filled := 0
	last := parts
	for i := 0; i < n; i++ {
		part := (*string)(unsafe.Add(unsafe.Pointer(parts), i*8))
		if len(*part) > 0 {
			size += uint32(len(*part))
			filled++
			last = part
		}
	}
	if filled == 0 {
		return ""
	}
	if filled == 1 {
		return *last
	}
	s, p := newString(size)
	for i := 0; i < n; i++ {
		part := *(*string)(unsafe.Add(unsafe.Pointer(parts), i*8))
		memoryCopy(p, dataOf(part), uint32(len(part)))
		p = unsafe.Add(p, len(part))
	}
	return s
}

// stringEqual compares two strings; their lengths have mostly been compared before.
func stringEqual(a, b string) bool {
	return len(a) == len(b) && memoryEqual(dataOf(a), dataOf(b), uint32(len(a)))
}

// stringCompare returns -1, 0 or 1 as a is less than, equal to or greater than b, byte by byte.
func stringCompare(a, b string) int {
	n := len(a)
	if len(b) < n {
		n = len(b)
	}
	p, q := dataOf(a), dataOf(b)
	for i := 0; i < n; i++ {
		x := *(*byte)(unsafe.Add(p, i))
		y := *(*byte)(unsafe.Add(q, i))
		if x != y {
			if x < y {
				return -1
			}
			return 1
		}
	}
	if len(a) < len(b) {
		return -1
	}
	if len(a) > len(b) {
		return 1
	}
	return 0
}

func bytesToString(b []byte) string {
	if len(b) == 0 {
		return ""
	}
	s, p := newString(uint32(len(b)))
	memoryCopy(p, unsafe.Pointer(unsafe.SliceData(b)), uint32(len(b)))
	return s
}

func stringToBytes(s string) []byte {
	size := uint32(roundUpSize(uint64(len(s))))
	if len(s) == 0 {
		size = 0
	}
	p := newObject(size, nil)
	memoryCopy(p, dataOf(s), uint32(len(s)))
	return unsafe.Slice((*byte)(p), int(size))[:len(s)]
}

func stringToRunes(s string) []rune {
	n := 0
	for i := 0; i < len(s); n++ {
		_, i = decodeRune(s, i)
	}
	runes := make([]rune, n)
	n = 0
	for i := 0; i < len(s); n++ {
		runes[n], i = decodeRune(s, i)
	}
	return runes
}

func runesToString(runes []rune) string {
	size := uint32(0)
	for _, r := range runes {
		size += runeSize(r)
	}
	s, p := newString(size)
	for _, r := range runes {
		p = unsafe.Add(p, putRune(p, r))
	}
	return s
}

func runeToString(r rune) string {
	s, p := newString(runeSize(r))
	putRune(p, r)
	return s
}

// stringHash hashes the bytes of s: the multiply-and-fold mixing that wyhash introduced, eight bytes a step.
func stringHash(s string, seed uint64) uint64 {
	return memoryHash(dataOf(s), uint32(len(s)), seed)
}
