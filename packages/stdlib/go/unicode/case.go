package unicode

// Cases for To and indices of CaseRange.Delta.
const (
	UpperCase = iota
	LowerCase
	TitleCase
	MaxCase
)

// UpperLower as a delta says that upper and lower case alternate, beginning with an upper one.
const UpperLower = MaxRune + 1

type d [MaxCase]rune

// A CaseRange has the distances to the cases of a range of code points.
type CaseRange struct {
	Lo    uint32
	Hi    uint32
	Delta d
}

// A SpecialCase has the mappings of a language that differ from the usual ones.
type SpecialCase []CaseRange

// TurkishCase is for Turkish: i with and without dot.
var TurkishCase = SpecialCase{
	{'I', 'I', d{0, 'ı' - 'I', 0}},
	{'i', 'i', d{'İ' - 'i', 0, 'İ' - 'i'}},
	{'İ', 'İ', d{0, 'i' - 'İ', 0}},
	{'ı', 'ı', d{'I' - 'ı', 0, 'I' - 'ı'}},
}

// AzeriCase is for Azeri, which maps as Turkish does.
var AzeriCase = TurkishCase

// CaseRanges has the mappings of all letters with case.
var CaseRanges = unpackCases(packedCases)

// unpackCases reads for each range: distance from the last, length - 1, and deltas with the sign as lowest bit.
func unpackCases(text string) []CaseRange {
	p := packed{text, 0}
	ranges := make([]CaseRange, 0, len(text)/8)
	last := uint32(0)
	for p.more() {
		var c CaseRange
		c.Lo = last + p.next()
		c.Hi = c.Lo + p.next()
		last = c.Hi
		for i := range c.Delta {
			n := p.next()
			c.Delta[i] = rune(n >> 1)
			if n&1 == 1 {
				c.Delta[i] = -c.Delta[i]
			}
		}
		ranges = append(ranges, c)
	}
	return ranges
}

// mapCase finds the mapping of r; found is false if there is no range with r.
func mapCase(_case int, r rune, ranges []CaseRange) (mapped rune, found bool) {
	if _case < 0 || _case >= MaxCase {
		return ReplacementChar, false
	}
	lo, hi := 0, len(ranges)
	for lo < hi {
		m := int(uint(lo+hi) >> 1)
		if ranges[m].Hi < uint32(r) {
			lo = m + 1
		} else {
			hi = m
		}
	}
	if lo == len(ranges) || uint32(r) < ranges[lo].Lo {
		return r, false
	}
	delta := ranges[lo].Delta[_case]
	if delta > MaxRune {
		// Even indices are upper case; only LowerCase has its lowest bit set.
		start := rune(ranges[lo].Lo)
		return start + ((r-start)&^1 | rune(_case&1)), true
	}
	return r + delta, true
}

// To maps r to UpperCase, LowerCase or TitleCase.
func To(_case int, r rune) rune {
	mapped, _ := mapCase(_case, r, CaseRanges)
	return mapped
}

// ToUpper maps r to upper case.
func ToUpper(r rune) rune {
	if uint32(r) <= MaxASCII {
		if 'a' <= r && r <= 'z' {
			r -= 'a' - 'A'
		}
		return r
	}
	return To(UpperCase, r)
}

// ToLower maps r to lower case.
func ToLower(r rune) rune {
	if uint32(r) <= MaxASCII {
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		return r
	}
	return To(LowerCase, r)
}

// ToTitle maps r to title case.
func ToTitle(r rune) rune {
	if uint32(r) <= MaxASCII {
		return ToUpper(r)
	}
	return To(TitleCase, r)
}

func (special SpecialCase) to(_case int, r rune) rune {
	if mapped, found := mapCase(_case, r, special); found {
		return mapped
	}
	return To(_case, r)
}

// ToUpper maps r to upper case in this language.
func (special SpecialCase) ToUpper(r rune) rune { return special.to(UpperCase, r) }

// ToTitle maps r to title case in this language.
func (special SpecialCase) ToTitle(r rune) rune { return special.to(TitleCase, r) }

// ToLower maps r to lower case in this language.
func (special SpecialCase) ToLower(r rune) rune { return special.to(LowerCase, r) }

// orbits are the foldings that upper and lower case do not have, as pairs sorted by the first.
var orbits = unpackOrbits(packedOrbits)

func unpackOrbits(text string) [][2]rune {
	p := packed{text, 0}
	var pairs [][2]rune
	last := rune(0)
	for p.more() {
		last += rune(p.next())
		pairs = append(pairs, [2]rune{last, rune(p.next())})
	}
	return pairs
}

// SimpleFold returns the next larger code point that is the same except for case, or else the smallest; r itself if none is.
func SimpleFold(r rune) rune {
	if r < 0 || r > MaxRune {
		return r
	}
	lo, hi := 0, len(orbits)
	for lo < hi {
		m := int(uint(lo+hi) >> 1)
		if orbits[m][0] < r {
			lo = m + 1
		} else {
			hi = m
		}
	}
	if lo < len(orbits) && orbits[lo][0] == r {
		return orbits[lo][1]
	}
	if l := ToLower(r); l != r {
		return l
	}
	return ToUpper(r)
}
