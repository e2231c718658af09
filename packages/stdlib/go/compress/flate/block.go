package flate

import (
	"internal/byteorder"
	"io"
	"math/bits"
)

// A token is a literal, or matchFlag, the length of a match less the shortest at bit 16, and its distance less 1.
type token = uint32

const (
	matchFlag   token = 1 << 31
	mostTokens        = 16384
	mostStored        = 65535
	outputBytes       = 4096
)

// lengthCode is the symbol of a length less the shortest, after that of the end, and its number of extra bits.
func lengthCode(n uint32) (symbol, extra uint32) {
	switch {
	case n < 8:
		return n, 0
	case n == longestMatch-shortestMatch:
		return literals - endOfBlock - 2, 0
	}
	extra = uint32(bits.Len32(n)) - 3
	return (extra+1)*4 + n>>extra&3, extra
}

// distanceCode is the symbol of a distance less 1, and its number of extra bits.
func distanceCode(n uint32) (symbol, extra uint32) {
	if n < 4 {
		return n, 0
	}
	extra = uint32(bits.Len32(n)) - 2
	return (extra+1)*2 + n>>extra&1, extra
}

// A blockWriter writes blocks.
type blockWriter struct {
	w     io.Writer
	bits  uint64
	count uint
	out   []byte
	err   error

	literalFrequencies  [literals]uint32
	distanceFrequencies [distances]uint32
	literalLengths      [288]uint8
	distanceLengths     [32]uint8
	literalCodes        [288]code
	distanceCodes       [32]code
	runs                []uint16 // lengths of codes: the symbol, and its extra bits at bit 8
	room                [288]uint32
}

func (b *blockWriter) reset(w io.Writer) {
	b.w, b.err = w, nil
	b.bits, b.count, b.out = 0, 0, b.out[:0]
}

// put writes n bits, at most 16.
func (b *blockWriter) put(x uint32, n uint32) {
	b.bits |= uint64(x) << b.count
	b.count += uint(n)
	if b.count >= 48 {
		b.out = byteorder.LEAppendUint64(b.out, b.bits)[:len(b.out)+6]
		b.bits >>= 48
		b.count -= 48
		if len(b.out) >= outputBytes {
			b.write()
		}
	}
}

func (b *blockWriter) putCode(c code) { b.put(c&0xFFFF, c>>16) }

// align fills the byte, and writes all bits into out.
func (b *blockWriter) align() {
	for ; b.count > 0; b.count -= min(b.count, 8) {
		b.out = append(b.out, byte(b.bits))
		b.bits >>= 8
	}
}

// write writes out.
func (b *blockWriter) write() {
	if b.err == nil && len(b.out) > 0 {
		_, b.err = b.w.Write(b.out)
	}
	b.out = b.out[:0]
}

// flush writes all that can be written.
func (b *blockWriter) flush() error {
	for ; b.count >= 8; b.count -= 8 {
		b.out = append(b.out, byte(b.bits))
		b.bits >>= 8
	}
	b.write()
	return b.err
}

func lastBit(last bool) uint32 {
	if last {
		return 1
	}
	return 0
}

// stored writes a block as it is.
func (b *blockWriter) stored(data []byte, last bool) {
	b.put(lastBit(last), 3)
	b.align()
	n := uint16(len(data))
	b.out = byteorder.LEAppendUint16(b.out, n)
	b.out = byteorder.LEAppendUint16(b.out, ^n)
	if len(data) == 0 {
		return
	}
	b.write()
	if b.err == nil {
		_, b.err = b.w.Write(data)
	}
}

// block writes tokens in the shortest of the three forms. data is what they mean.
func (b *blockWriter) block(tokens []token, data []byte) {
	extraBits := b.countSymbols(tokens)
	bestLengths(b.literalLengths[:], b.literalFrequencies[:], mostCodeBits, b.room[:])
	bestLengths(b.distanceLengths[:], b.distanceFrequencies[:], mostCodeBits, b.room[:])
	if b.distanceLengths == [32]uint8{} {
		b.distanceLengths[0] = 1 // one distance is announced at least
	}
	lengthCodes, order, literalCount, distanceCount, head := b.planHead()
	size := head + extraBits + total(b.literalFrequencies[:], b.literalLengths[:]) + total(b.distanceFrequencies[:], b.distanceLengths[:])
	fixed := extraBits + b.fixedSize()
	if stored := 8*(len(data)+4) + 3; len(data) <= mostStored && stored < min(size, fixed) {
		b.stored(data, false)
		return
	}
	if fixed <= size {
		b.put(1<<1, 3)
		setFixedLengths(&b.literalLengths, &b.distanceLengths)
	} else {
		b.put(2<<1, 3)
		b.writeHead(&lengthCodes, order, literalCount, distanceCount)
	}
	codesOf(b.literalCodes[:], b.literalLengths[:])
	codesOf(b.distanceCodes[:], b.distanceLengths[:])
	b.writeTokens(tokens)
}

func total(frequencies []uint32, lengths []uint8) (size int) {
	for i, f := range frequencies {
		size += int(f) * int(lengths[i])
	}
	return size
}

func setFixedLengths(literal *[288]uint8, distance *[32]uint8) {
	for i := range literal {
		literal[i] = fixedLength(i)
	}
	for i := range distance {
		distance[i] = 5
	}
}

// fixedLength is the length of a fixed code (RFC 1951, 3.2.6).
func fixedLength(symbol int) uint8 {
	switch {
	case symbol < 144:
		return 8
	case symbol < 256:
		return 9
	case symbol < 280:
		return 7
	}
	return 8
}

func (b *blockWriter) fixedSize() (size int) {
	for i, f := range b.literalFrequencies {
		size += int(f) * int(fixedLength(i))
	}
	for _, f := range b.distanceFrequencies {
		size += int(f) * 5
	}
	return size
}

// countSymbols counts the symbols of tokens and of the end, and returns the number of extra bits.
func (b *blockWriter) countSymbols(tokens []token) (extraBits int) {
	clear(b.literalFrequencies[:])
	clear(b.distanceFrequencies[:])
	b.literalFrequencies[endOfBlock] = 1
	for _, t := range tokens {
		if t < matchFlag {
			b.literalFrequencies[t]++
			continue
		}
		symbol, extra := lengthCode(t >> 16 & 255)
		b.literalFrequencies[endOfBlock+1+symbol]++
		extraBits += int(extra)
		symbol, extra = distanceCode(t & 0x7FFF)
		b.distanceFrequencies[symbol]++
		extraBits += int(extra)
	}
	return extraBits
}

func (b *blockWriter) writeTokens(tokens []token) {
	literal, distance := &b.literalCodes, &b.distanceCodes
	for _, t := range tokens {
		if t < matchFlag {
			b.putCode(literal[t&511])
			continue
		}
		n := t >> 16 & 255
		symbol, extra := lengthCode(n)
		b.putCode(literal[endOfBlock+1+symbol])
		b.put(n&(1<<extra-1), extra)
		n = t & 0x7FFF
		symbol, extra = distanceCode(n)
		b.putCode(distance[symbol])
		b.put(n&(1<<extra-1), extra)
	}
	b.putCode(literal[endOfBlock])
}

// planHead plans how the lengths of the codes are written (RFC 1951, 3.2.7): in runs, whose codes are themselves Huffman's.
func (b *blockWriter) planHead() (codes [19]code, order, literalCount, distanceCount, size int) {
	literalCount, distanceCount, order = literals, distances, 19
	for literalCount > endOfBlock+1 && b.literalLengths[literalCount-1] == 0 {
		literalCount--
	}
	for distanceCount > 1 && b.distanceLengths[distanceCount-1] == 0 {
		distanceCount--
	}
	var all [literals + distances]uint8
	n := copy(all[:], b.literalLengths[:literalCount])
	n += copy(all[n:], b.distanceLengths[:distanceCount])
	var frequencies [19]uint32
	b.runs = b.runs[:0]
	for i := 0; i < n; {
		length := all[i]
		run := 1
		for i+run < n && all[i+run] == length {
			run++
		}
		i += run
		if length != 0 {
			b.runs = append(b.runs, uint16(length))
			frequencies[length]++
			run--
		}
		for run > 0 {
			symbol, k := uint16(length), 1
			switch {
			case run >= 3 && length != 0:
				k = min(run, 6)
				symbol = 16 | uint16(k-3)<<8
			case run >= 11:
				k = min(run, 138)
				symbol = 18 | uint16(k-11)<<8
			case run >= 3:
				k = run
				symbol = 17 | uint16(k-3)<<8
			}
			b.runs = append(b.runs, symbol)
			frequencies[symbol&255]++
			run -= k
		}
	}
	var lengths [19]uint8
	bestLengths(lengths[:], frequencies[:], 7, b.room[:])
	codesOf(codes[:], lengths[:])
	for order > 4 && lengths[lengthOrder[order-1]] == 0 {
		order--
	}
	size = 3 + 14 + 3*order + total(frequencies[:], lengths[:]) + int(2*frequencies[16]+3*frequencies[17]+7*frequencies[18])
	return codes, order, literalCount, distanceCount, size
}

func (b *blockWriter) writeHead(codes *[19]code, order, literalCount, distanceCount int) {
	b.put(uint32(literalCount-257)|uint32(distanceCount-1)<<5|uint32(order-4)<<10, 14)
	for _, symbol := range lengthOrder[:order] {
		b.put(codes[symbol]>>16, 3)
	}
	for _, run := range b.runs {
		symbol := run & 255
		b.putCode(codes[symbol])
		switch symbol {
		case 16:
			b.put(uint32(run>>8), 2)
		case 17:
			b.put(uint32(run>>8), 3)
		case 18:
			b.put(uint32(run>>8), 7)
		}
	}
}
