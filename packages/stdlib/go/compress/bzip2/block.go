package bzip2

const (
	symbolsPerTree = 50
	runA, runB     = 0, 1
	mostRun        = 2 << 20 // of one symbol: no block has as many
)

// A block is what one block of a file means. Its bytes are a chain through words: the byte in the low 8 bits, above it the place of the next.
type block struct {
	open    bool
	words   []uint32
	left    int    // bytes of the chain
	at      uint32 // place of the next
	last    int    // byte before, -1 at first
	same    int    // bytes of that value in a row
	repeats int    // of that byte, which are still to be returned
	sum     uint32 // inverted
	wantSum uint32
	trees   [6]tree
	choices []uint8
}

// begin reads a block.
func (b *block) begin(r *bitReader, level int) error {
	b.wantSum = uint32(r.take(32))
	if r.bit() {
		return StructuralError("deprecated randomized files")
	}
	origin := r.int(24)
	var symbols [256]byte
	count := 0
	groups := r.int(16)
	for i := range 16 {
		if groups>>(15-i)&1 == 0 {
			continue
		}
		group := r.int(16)
		for k := range 16 {
			if group>>(15-k)&1 == 1 {
				symbols[count] = byte(16*i + k)
				count++
			}
		}
	}
	if count == 0 {
		return StructuralError("no symbols in input")
	}
	treeCount := r.int(3)
	if treeCount < 2 || treeCount > 6 {
		return StructuralError("invalid number of Huffman trees")
	}
	if err := b.readChoices(r, treeCount); err != nil {
		return err
	}
	for i := range treeCount {
		if err := readTree(r, &b.trees[i], count+2); err != nil {
			return err
		}
	}
	size := 100_000 * level
	if cap(b.words) < size {
		b.words = make([]uint32, size)
	}
	b.words = b.words[:size]
	n, err := b.readWords(r, symbols[:count])
	if err != nil {
		return err
	}
	if origin >= n && n > 0 || n == 0 && origin > 0 {
		return StructuralError("origin pointer out of bounds")
	}
	b.chain(n)
	b.open, b.left, b.last, b.same, b.repeats, b.sum = true, n, -1, 0, 0, ^uint32(0)
	if n > 0 {
		b.at = b.words[origin] >> 8
	}
	return nil
}

// readChoices reads which tree each 50 symbols have, moved to front.
func (b *block) readChoices(r *bitReader, treeCount int) error {
	n := r.int(15)
	if cap(b.choices) < n {
		b.choices = make([]uint8, n)
	}
	b.choices = b.choices[:n]
	order := [6]uint8{0, 1, 2, 3, 4, 5}
	for i := range b.choices {
		k := 0
		for r.bit() {
			if k++; k >= treeCount {
				return StructuralError("tree index too large")
			}
		}
		chosen := order[k]
		copy(order[1:k+1], order[:k])
		order[0] = chosen
		b.choices[i] = chosen
	}
	return nil
}

// readTree reads the lengths of the codes of a tree, each by its difference to the one before.
func readTree(r *bitReader, t *tree, symbols int) error {
	var lengths [258]uint8
	length := r.int(5)
	for i := range symbols {
		for {
			if length < 1 || length > mostCodeBits {
				return StructuralError("Huffman length out of range")
			}
			if !r.bit() {
				break
			}
			if r.bit() {
				length--
			} else {
				length++
			}
		}
		lengths[i] = uint8(length)
	}
	return t.build(lengths[:symbols])
}

// readWords decodes the bytes of the block into the low bits of words and returns their number.
func (b *block) readWords(r *bitReader, front []byte) (n int, err error) {
	end := len(front) + 1
	run, weight := 0, 1
	choice, left := 0, 0
	var t *tree
	for {
		if left == 0 {
			if choice >= len(b.choices) {
				return 0, StructuralError("insufficient selector indices for number of decoded symbols")
			}
			t = &b.trees[b.choices[choice]]
			choice++
			left = symbolsPerTree
		}
		left--
		symbol, ok := t.symbol(r)
		if !ok {
			if r.err != nil {
				return 0, r.err
			}
			return 0, StructuralError("invalid Huffman code")
		}
		if symbol <= runB {
			run += weight << symbol
			weight <<= 1
			if weight > mostRun {
				return 0, StructuralError("repeat count too large")
			}
			continue
		}
		if run > 0 {
			if run > len(b.words)-n {
				return 0, StructuralError("repeats past end of block")
			}
			c := uint32(front[0])
			for i := range b.words[n : n+run] {
				b.words[n+i] = c
			}
			n += run
			run, weight = 0, 1
		}
		if symbol == end {
			return n, nil
		}
		if n >= len(b.words) {
			return 0, StructuralError("data exceeds block size")
		}
		k := symbol - 1
		c := front[k]
		for ; k > 0; k-- {
			front[k] = front[k-1]
		}
		front[0] = c
		b.words[n] = uint32(c)
		n++
	}
}

// chain inverts Burrows and Wheeler's transform: the sorted bytes are the first column, the i-th of a value in both columns is the same one.
func (b *block) chain(n int) {
	words := b.words[:n]
	var start [256]int
	for _, w := range words {
		start[w&255]++
	}
	sum := 0
	for i, count := range start {
		start[i] = sum
		sum += count
	}
	for i, w := range words {
		c := w & 255
		words[start[c]] |= uint32(i) << 8
		start[c]++
	}
}

// read returns bytes of the block: four equal bytes are followed by the number of more.
func (b *block) read(p []byte) (n int, err error) {
	sum := b.sum
	for n < len(p) {
		if b.repeats > 0 {
			b.repeats--
			p[n] = byte(b.last)
		} else {
			if b.left == 0 {
				break
			}
			b.left--
			w := b.words[b.at]
			b.at = w >> 8
			c := int(w & 255)
			if b.same == 4 {
				b.repeats, b.same = c, 0
				continue
			}
			if c == b.last {
				b.same++
			} else {
				b.same, b.last = 1, c
			}
			p[n] = byte(c)
		}
		sum = sums[byte(sum>>24)^p[n]] ^ sum<<8
		n++
	}
	b.sum = sum
	return n, nil
}

// sums are checksums of bytes, with the polynomial of crc32 but the highest bit first.
var sums = newSums()

func newSums() *[256]uint32 {
	t := new([256]uint32)
	for i := range t {
		c := uint32(i) << 24
		for range 8 {
			c = c<<1 ^ 0x04C11DB7&-(c>>31)
		}
		t[i] = c
	}
	return t
}
