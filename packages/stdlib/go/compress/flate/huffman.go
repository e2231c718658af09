package flate

import (
	"math/bits"
	"slices"
)

// A code has for each symbol its bits, the first in bit 0, and above them at bit 16 their number.
type code = uint32

// codesOf makes the codes of lengths (RFC 1951, 3.2.2).
func codesOf(codes []code, lengths []uint8) {
	var next [mostCodeBits + 2]int
	for _, n := range lengths {
		next[n+1]++
	}
	next[1] = 0
	for n := 2; n <= mostCodeBits; n++ {
		next[n] = (next[n] + next[n-1]) << 1
	}
	for symbol, n := range lengths {
		codes[symbol] = 0
		if n > 0 {
			codes[symbol] = code(bits.Reverse16(uint16(next[n]))>>(16-n)) | code(n)<<16
			next[n]++
		}
	}
}

// bestLengths stores the lengths of the codes that make the symbols of given frequencies shortest, with at most limit bits. symbols is room for
// as many words.
func bestLengths(lengths []uint8, frequencies []uint32, limit int, symbols []uint32) {
	clear(lengths)
	symbols = symbols[:0]
	for symbol, f := range frequencies {
		if f > 0 {
			symbols = append(symbols, f<<9|uint32(symbol))
		}
	}
	switch len(symbols) {
	case 0:
		return
	case 1, 2:
		for _, s := range symbols {
			lengths[s&511] = 1
		}
		return
	}
	slices.Sort(symbols)
	var room [288]uint32
	weights := room[:len(symbols)]
	for i, s := range symbols {
		weights[i] = s >> 9
	}
	depths(weights)
	var count [33]int
	for _, depth := range weights {
		count[min(depth, 32)]++
	}
	limitLengths(&count, limit)
	// The rarest symbols have the longest codes.
	i := 0
	for n := limit; n > 0; n-- {
		for range count[n] {
			lengths[symbols[i]&511] = uint8(n)
			i++
		}
	}
}

// depths replaces sorted weights by the depths of their leaves in Huffman's tree (Moffat and Katajainen 1995).
func depths(a []uint32) {
	n := len(a)
	// Weights become those of inner nodes, and then the numbers of their parents.
	leaf, root := 0, 0
	for next := range n - 1 {
		var sum uint32
		for range 2 {
			if leaf >= n || root < next && a[root] < a[leaf] {
				sum += a[root]
				a[root] = uint32(next)
				root++
			} else {
				sum += a[leaf]
				leaf++
			}
		}
		a[next] = sum
	}
	// Parents become depths of inner nodes.
	a[n-2] = 0
	for next := n - 3; next >= 0; next-- {
		a[next] = a[a[next]] + 1
	}
	// Inner nodes of each depth leave the rest of it to leaves.
	available, depth := 1, uint32(0)
	inner, at := n-2, n-1
	for available > 0 {
		used := 0
		for inner >= 0 && a[inner] == depth {
			used++
			inner--
		}
		for ; available > used; available-- {
			a[at] = depth
			at--
		}
		available = 2 * used
		depth++
	}
}

// limitLengths changes the numbers of codes of each length so that none is longer than limit and the codes fill the space: longer ones are cut,
// and for the space that they then lack a shorter code takes one more bit, and a cut one becomes its neighbour.
func limitLengths(count *[33]int, limit int) {
	space := 0
	for n := 32; n > limit; n-- {
		count[limit] += count[n]
		count[n] = 0
	}
	for n := 1; n <= limit; n++ {
		space += count[n] << (limit - n)
	}
	for ; space > 1<<limit; space-- {
		n := limit - 1
		for count[n] == 0 {
			n--
		}
		count[n]--
		count[n+1] += 2
		count[limit]--
	}
}
