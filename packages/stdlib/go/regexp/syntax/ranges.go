package syntax

import (
	"slices"
	"unicode"
)

// Sets of runes are lists of ranges: the first and the last rune of each. While a set is read its ranges are in any order; cleanClass
// sorts and joins them.

// The first and the last rune that another one is the same as but for case.
const (
	minFold = 0x41
	maxFold = 0x1e943
)

// appendRange adds a range to a set. One that touches either of the last two becomes a part of it: upper and lower case are often
// added in turn.
func appendRange(class []rune, lo, hi rune) []rune {
	n := len(class)
	for at := n - 2; at >= 0 && at >= n-4; at -= 2 {
		if lo <= class[at+1]+1 && class[at] <= hi+1 {
			class[at] = min(class[at], lo)
			class[at+1] = max(class[at+1], hi)
			return class
		}
	}
	return append(class, lo, hi)
}

// appendFoldedRange adds a range and all that is the same but for case.
func appendFoldedRange(class []rune, lo, hi rune) []rune {
	class = appendRange(class, lo, hi)
	if lo <= minFold && maxFold <= hi {
		return class
	}
	for r := max(lo, minFold); r <= min(hi, maxFold); r++ {
		for other := unicode.SimpleFold(r); other != r; other = unicode.SimpleFold(other) {
			class = appendRange(class, other, other)
		}
	}
	return class
}

// appendRune adds one rune, and with FoldCase what is the same but for case.
func appendRune(class []rune, r rune, flags Flags) []rune {
	if flags&FoldCase != 0 {
		return appendFoldedRange(class, r, r)
	}
	return appendRange(class, r, r)
}

// appendClass adds the ranges of another set.
func appendClass(class, ranges []rune) []rune {
	for i := 0; i < len(ranges); i += 2 {
		class = appendRange(class, ranges[i], ranges[i+1])
	}
	return class
}

// appendNegated adds what is not in a set, which is clean.
func appendNegated(class, ranges []rune) []rune {
	next := rune(0)
	for i := 0; i < len(ranges); i += 2 {
		if next < ranges[i] {
			class = appendRange(class, next, ranges[i]-1)
		}
		next = ranges[i+1] + 1
	}
	if next <= unicode.MaxRune {
		class = appendRange(class, next, unicode.MaxRune)
	}
	return class
}

// negated returns what is not in a set, which is clean.
func negated(class []rune) []rune {
	return appendNegated(make([]rune, 0, len(class)+2), class)
}

// appendTable adds the runes of a table.
func appendTable(class []rune, table *unicode.RangeTable) []rune {
	for _, r := range table.R16 {
		class = appendStrided(class, rune(r.Lo), rune(r.Hi), rune(r.Stride))
	}
	for _, r := range table.R32 {
		class = appendStrided(class, rune(r.Lo), rune(r.Hi), rune(r.Stride))
	}
	return class
}

func appendStrided(class []rune, lo, hi, stride rune) []rune {
	if stride == 1 {
		return appendRange(class, lo, hi)
	}
	for r := lo; r <= hi; r += stride {
		class = appendRange(class, r, r)
	}
	return class
}

// cleanClass sorts the ranges of a set, in place, and joins those that touch.
func cleanClass(class []rune) []rune {
	sorted := true
	for i := 2; i < len(class) && sorted; i += 2 {
		sorted = class[i-1]+1 < class[i]
	}
	if sorted {
		return class
	}
	pairs := make([]uint64, 0, len(class)/2)
	for i := 0; i < len(class); i += 2 {
		pairs = append(pairs, uint64(class[i])<<32|uint64(class[i+1]))
	}
	slices.Sort(pairs)
	clean := class[:0]
	for _, pair := range pairs {
		lo, hi := rune(pair>>32), rune(uint32(pair))
		if n := len(clean); n > 0 && lo <= clean[n-1]+1 {
			clean[n-1] = max(clean[n-1], hi)
		} else {
			clean = append(clean, lo, hi)
		}
	}
	return clean
}

// inClass reports whether a rune is in a clean set.
func inClass(class []rune, r rune) bool {
	lo, hi := 0, len(class)/2
	for lo < hi {
		middle := int(uint(lo+hi) >> 1)
		if class[2*middle+1] < r {
			lo = middle + 1
		} else {
			hi = middle
		}
	}
	return 2*lo < len(class) && class[2*lo] <= r
}

// coversAll reports whether a clean set has every rune.
func coversAll(class []rune) bool {
	return len(class) == 2 && class[0] == 0 && class[1] == unicode.MaxRune
}

// coversAllButNewline reports whether a clean set has every rune but the newline.
func coversAllButNewline(class []rune) bool {
	return len(class) == 4 && class[0] == 0 && class[1] == '\n'-1 && class[2] == '\n'+1 && class[3] == unicode.MaxRune
}

// smallestFold returns the smallest rune that is the same but for case.
func smallestFold(r rune) rune {
	if r < minFold || maxFold < r {
		return r
	}
	smallest := r
	for other := unicode.SimpleFold(r); other != r; other = unicode.SimpleFold(other) {
		smallest = min(smallest, other)
	}
	return smallest
}
