package flate

import "internal/byteorder"

// fixedDecoders are those of blocks with fixed codes (RFC 1951, 3.2.6).
func fixedDecoders() *[2]decoder {
	d := new([2]decoder)
	var lengths [288]uint8
	for i := range lengths {
		switch {
		case i < 144:
			lengths[i] = 8
		case i < 256:
			lengths[i] = 9
		case i < 280:
			lengths[i] = 7
		default:
			lengths[i] = 8
		}
	}
	d[0].build(lengths[:], literalEntry)
	for i := range 32 {
		lengths[i] = 5
	}
	d[1].build(lengths[:32], distanceEntry)
	return d
}

// lengthOrder is the order of the lengths of the codes for lengths of codes.
var lengthOrder = [19]uint8{16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15}

// readCodes reads the codes of a block (RFC 1951, 3.2.7).
func (f *decompressor) readCodes() error {
	x, err := f.take(14)
	if err != nil {
		return err
	}
	literalCount, distanceCount, lengthCount := x&31+257, x>>5&31+1, x>>10+4
	if literalCount > literals || distanceCount > distances {
		return CorruptInputError(f.offset)
	}
	var lengths [literals + distances]uint8
	for _, at := range lengthOrder[:lengthCount] {
		x, err := f.take(3)
		if err != nil {
			return err
		}
		lengths[at] = uint8(x)
	}
	if !f.literal.build(lengths[:19], lengthEntry) {
		return CorruptInputError(f.offset)
	}
	clear(lengths[:19])
	for i := 0; i < literalCount+distanceCount; {
		e, err := f.symbol(&f.literal)
		if err != nil {
			return err
		}
		length := uint8(e >> 8)
		if length < 16 {
			lengths[i] = length
			i++
			continue
		}
		extra, least, repeated := uint(2), 3, uint8(0)
		switch length {
		case 16:
			if i == 0 {
				return CorruptInputError(f.offset)
			}
			repeated = lengths[i-1]
		case 17:
			extra = 3
		case 18:
			extra, least = 7, 11
		}
		n, err := f.take(extra)
		if err != nil {
			return err
		}
		n += least
		if i+n > literalCount+distanceCount {
			return CorruptInputError(f.offset)
		}
		for ; n > 0; n-- {
			lengths[i] = repeated
			i++
		}
	}
	if !f.literal.build(lengths[:literalCount], literalEntry) || !f.distance.build(lengths[literalCount:literalCount+distanceCount], distanceEntry) {
		return CorruptInputError(f.offset)
	}
	return nil
}

// decode decodes until the end of the block or of the window.
func (f *decompressor) decode() error {
	for {
		if ended, err := f.decodeQuickly(); ended || err != nil {
			if err == nil {
				err = f.endBlock()
			}
			return err
		}
		if f.written >= 2*windowSize {
			return nil
		}
		e, err := f.symbol(f.literals)
		if err != nil {
			return err
		}
		switch e & kindMask {
		case kindLiteral:
			f.window[f.written] = byte(e >> 8)
			f.written++
		case kindEnd:
			return f.endBlock()
		case kindValue:
			length, err := f.value(e)
			if err != nil {
				return err
			}
			if e, err = f.symbol(f.distances); err != nil {
				return err
			}
			if e&kindMask != kindValue {
				return CorruptInputError(f.offset)
			}
			distance, err := f.value(e)
			if err != nil {
				return err
			}
			if distance > f.written {
				return CorruptInputError(f.offset)
			}
			repeat(f.window, f.written, distance, length)
			f.written += length
		default: // reserved
			return CorruptInputError(f.offset)
		}
	}
}

// value is the value of an entry with its extra bits.
func (f *decompressor) value(e entry) (int, error) {
	x, err := f.take(uint(e >> 4 & 15))
	return int(e>>8&0xFFFF) + x, err
}

// decodeQuickly is decode while there are 8 bytes to look at, which are more bits than a match has, and room for a match. It reports whether the
// block ended.
func (f *decompressor) decodeQuickly() (ended bool, err error) {
	in := f.peek()
	if len(in) < 16 {
		return false, nil
	}
	b, count := f.bits, f.count
	window, written := f.window, f.written
	literals, distances := f.literals.table, f.distances.table
	at := 0
	for at+8 <= len(in) && written < 2*windowSize {
		if count < 48 {
			b |= byteorder.LEUint64(in[at:]) << count
			at += int((63 - count) / 8)
			count |= 56
		}
		e := literals[b%(1<<primaryBits)]
		if e&kindMask == kindLink {
			e = literals[e>>8&0xFFFF+entry(b>>primaryBits)&(1<<(e&15)-1)]
		}
		b >>= e & 15
		count -= uint(e & 15)
		if e&kindMask == kindLiteral && e != 0 {
			window[written] = byte(e >> 8)
			written++
			continue
		}
		if e&kindMask == kindEnd {
			ended = true
			break
		}
		if e&kindMask != kindValue {
			err = CorruptInputError(f.offset + int64(at) - int64(count/8))
			break
		}
		extra := e >> 4 & 15
		length := int(e>>8&0xFFFF) + int(b&(1<<extra-1))
		b >>= extra
		count -= uint(extra)
		e = distances[b%(1<<primaryBits)]
		if e&kindMask == kindLink {
			e = distances[e>>8&0xFFFF+entry(b>>primaryBits)&(1<<(e&15)-1)]
		}
		b >>= e & 15
		extra = e >> 4 & 15
		distance := int(e>>8&0xFFFF) + int(b&(1<<extra-1))
		b >>= extra
		count -= uint(e&15) + uint(extra)
		if e&kindMask != kindValue || distance > written {
			err = CorruptInputError(f.offset + int64(at) - int64(count/8))
			break
		}
		repeat(window, written, distance, length)
		written += length
	}
	// Whole bytes go back.
	at -= int(count / 8)
	count %= 8
	f.discard(at)
	f.bits, f.count = b&(1<<count-1), count
	f.written = written
	return ended, err
}

// repeat copies what was written a distance before, which can be less than the length.
func repeat(window []byte, written, distance, length int) {
	from := window[written-distance : written]
	to := window[written : written+length]
	if distance >= length {
		if length > 16 {
			copy(to, from)
			return
		}
		from = from[:len(to)]
		for i := range to {
			to[i] = from[i]
		}
		return
	}
	if distance == 1 {
		c := from[0]
		for i := range to {
			to[i] = c
		}
		return
	}
	for n := copy(to, from); n < length; n += copy(to[n:], to[:n]) {
	}
}
