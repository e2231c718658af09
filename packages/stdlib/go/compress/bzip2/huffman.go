package bzip2

const (
	mostCodeBits = 20
	tableBits    = 10
)

// A tree decodes symbols: those of short codes by a table, others by the greatest code of each length.
type tree struct {
	table   [1 << tableBits]uint16  // the symbol, and at bit 11 the length of its code
	after   [mostCodeBits + 2]int32 // by length: the first code that is too great, with 20 bits
	first   [mostCodeBits + 2]int32 // by length: what is added to a code to become a place in symbols
	symbols []uint16                // by code
	longest int
}

// build makes the tree of codes with the given lengths, from 1 to 20.
func (t *tree) build(lengths []uint8) error {
	var count [mostCodeBits + 2]int32
	t.longest = 0
	for _, n := range lengths {
		count[n]++
		t.longest = max(t.longest, int(n))
	}
	var start [mostCodeBits + 2]int32
	code, at := int32(0), int32(0)
	for n := 1; n <= mostCodeBits; n++ {
		code <<= 1
		start[n] = at
		t.first[n] = at - code
		code += count[n]
		at += count[n]
		if code > 1<<n {
			return StructuralError("equal symbols in Huffman tree")
		}
		t.after[n] = code << (mostCodeBits - n)
	}
	if cap(t.symbols) < len(lengths) {
		t.symbols = make([]uint16, len(lengths))
	}
	t.symbols = t.symbols[:len(lengths)]
	for symbol, n := range lengths {
		t.symbols[start[n]] = uint16(symbol)
		start[n]++
	}
	clear(t.table[:])
	for place, symbol := range t.symbols {
		n := lengths[symbol]
		if n > tableBits {
			break
		}
		c := (int32(place) - t.first[n]) << (tableBits - n)
		for i := range int32(1) << (tableBits - n) {
			t.table[c+i] = symbol | uint16(n)<<11
		}
	}
	return nil
}

// symbol reads a symbol. Bits that no code begins with are an error of the data.
func (t *tree) symbol(b *bitReader) (int, bool) {
	for b.count < mostCodeBits {
		c, err := b.r.ReadByte()
		if err != nil {
			break // the code may be shorter than the bits that are left
		}
		b.bits = b.bits<<8 | uint64(c)
		b.count += 8
	}
	var next int32
	if b.count >= mostCodeBits {
		next = int32(b.bits >> (b.count - mostCodeBits) & (1<<mostCodeBits - 1))
	} else {
		next = int32(b.bits << (mostCodeBits - b.count) & (1<<mostCodeBits - 1))
	}
	if e := t.table[next>>(mostCodeBits-tableBits)]; e != 0 && uint(e>>11) <= b.count {
		b.count -= uint(e >> 11)
		return int(e & (1<<11 - 1)), true
	}
	for n := 1; n <= t.longest; n++ {
		if next < t.after[n] {
			if uint(n) > b.count {
				break
			}
			b.count -= uint(n)
			return int(t.symbols[next>>(mostCodeBits-n)+t.first[n]]), true
		}
	}
	if b.count < mostCodeBits {
		b.take(b.count + 1) // the error of the end
	}
	return 0, false
}
