package flate

import "math/bits"

const (
	mostCodeBits  = 15
	primaryBits   = 9 // codes of more bits are found in a second table
	endOfBlock    = 256
	literals      = 286 // symbols for literals, the end and lengths
	distances     = 30
	windowSize    = 32768
	longestMatch  = 258
	shortestMatch = 3
)

// An entry of a decoder has in its bits 0 to 3 the length of the code, in 4 to 7 the number of extra bits that follow, in 8 to 23 a value,
// and its kind above. 0 is a code that no symbol has.
type entry = uint32

const (
	kindLiteral entry = iota << 24
	kindValue         // a length or a distance: the value and the extra bits
	kindEnd
	kindReserved // a symbol that means nothing
	kindLink     // to a table that bits 0 to 3 more bits index, from the place which the value says
	kindMask     = 7 << 24
)

// A decoder finds symbols by the next bits of the input.
type decoder struct {
	table    []entry
	shortest uint // bits of the shortest code
}

// literalEntry is the entry of a symbol of the first alphabet but for the length of its code (RFC 1951, 3.2.5).
func literalEntry(symbol int) entry {
	switch {
	case symbol < endOfBlock:
		return kindLiteral | entry(symbol)<<8
	case symbol == endOfBlock:
		return kindEnd
	case symbol >= literals:
		return kindReserved
	case symbol == literals-1:
		return kindValue | longestMatch<<8
	}
	n := symbol - endOfBlock - 1
	if n < 8 {
		return kindValue | entry(n+shortestMatch)<<8
	}
	extra := n/4 - 1
	return kindValue | entry((4+n%4)<<extra+shortestMatch)<<8 | entry(extra)<<4
}

// distanceEntry is that of the second alphabet.
func distanceEntry(symbol int) entry {
	switch {
	case symbol >= distances:
		return kindReserved
	case symbol < 4:
		return kindValue | entry(symbol+1)<<8
	}
	extra := symbol/2 - 1
	return kindValue | entry((2+symbol%2)<<extra+1)<<8 | entry(extra)<<4
}

// lengthEntry is that of the lengths of codes.
func lengthEntry(symbol int) entry { return kindLiteral | entry(symbol)<<8 }

// build makes the decoder of codes with the given lengths, and reports whether there is one: the codes must leave nothing free, unless
// there is none or a single one of one bit.
func (d *decoder) build(lengths []uint8, entryOf func(symbol int) entry) bool {
	var count [mostCodeBits + 1]int
	for _, n := range lengths {
		count[n]++
	}
	count[0] = 0
	longest := mostCodeBits
	for longest > 0 && count[longest] == 0 {
		longest--
	}
	var next [mostCodeBits + 1]int
	code := 0
	d.shortest = 0
	for n := 1; n <= longest; n++ {
		code <<= 1
		next[n] = code
		code += count[n]
		if d.shortest == 0 && count[n] > 0 {
			d.shortest = uint(n)
		}
	}
	if longest > 0 && code != 1<<longest && !(code == 1 && longest == 1) {
		return false
	}
	if cap(d.table) < 1<<primaryBits {
		d.table = make([]entry, 1<<primaryBits, 1<<(primaryBits+1))
	}
	d.table = d.table[:1<<primaryBits]
	clear(d.table)
	if longest == 0 {
		d.shortest = 1
		return true
	}
	for symbol, n := range lengths {
		if n == 0 {
			continue
		}
		reversed := int(bits.Reverse16(uint16(next[n])) >> (16 - n))
		next[n]++
		e := entryOf(symbol) | entry(n)
		if n <= primaryBits {
			for i := reversed; i < 1<<primaryBits; i += 1 << n {
				d.table[i] = e
			}
			continue
		}
		d.second(reversed, int(n), longest, e)
	}
	return true
}

// second enters a code that is too long for the primary table.
func (d *decoder) second(reversed, n, longest int, e entry) {
	link := d.table[reversed%(1<<primaryBits)]
	size := longest - primaryBits
	if link == 0 {
		start := len(d.table)
		link = kindLink | entry(start)<<8 | entry(size)
		d.table[reversed%(1<<primaryBits)] = link
		for range 1 << size {
			d.table = append(d.table, 0)
		}
	}
	start := int(link >> 8 & 0xFFFF)
	for i := reversed >> primaryBits; i < 1<<size; i += 1 << (n - primaryBits) {
		d.table[start+i] = e
	}
}

// find returns the entry of the next bits.
func (d *decoder) find(b uint64) entry {
	e := d.table[b%(1<<primaryBits)]
	if e&kindMask == kindLink {
		e = d.table[entry(e>>8&0xFFFF)+entry(b>>primaryBits)&(1<<(e&15)-1)]
	}
	return e
}
