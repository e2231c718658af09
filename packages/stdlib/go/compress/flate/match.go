package flate

import (
	"internal/byteorder"
	"math/bits"
)

const (
	hashBits     = 15
	hashedBytes  = 4
	bufferBytes  = windowSize + mostStored
	farthestBase = 1 << 30
)

// An effort says how long matches are searched for.
type effort struct {
	good  int // a match of this length before: search a quarter of the chain only
	lazy  int // no better match is searched for after one of this length; 0: never
	nice  int // a match of this length is good enough
	chain int // places that are tried
}

// efforts of the levels.
var efforts = [10]effort{
	2: {4, 0, 16, 8},
	3: {4, 0, 32, 24},
	4: {4, 4, 16, 16},
	5: {8, 16, 32, 32},
	6: {8, 16, 128, 128},
	7: {8, 32, 128, 256},
	8: {32, 128, longestMatch, 1024},
	9: {32, longestMatch, longestMatch, 4096},
}

// A matcher makes tokens of what is in its buffer. Places are counted from the beginning of all data, so that they stay true when the buffer moves.
type matcher struct {
	blocks   blockWriter
	level    int
	effort   effort
	buffer   []byte
	base     int // place of the buffer's first byte
	done     int // bytes of the buffer that are tokens
	begin    int // where in the buffer the tokens begin
	filled   int
	head     []int32 // by hash: the last place + 1
	previous []int32 // by place: the last place before with the same hash, + 1
	tokens   []token
}

func (m *matcher) init(level int) {
	m.level = level
	m.buffer = make([]byte, bufferBytes+8)
	m.tokens = make([]token, 0, mostTokens+1)
	if level > 0 {
		m.effort = efforts[level]
		m.head = make([]int32, 1<<hashBits)
	}
	if level > 1 {
		m.previous = make([]int32, windowSize)
	}
}

func (m *matcher) reset() {
	clear(m.head)
	clear(m.previous)
	m.base, m.done, m.begin, m.filled = 0, 0, 0, 0
	m.tokens = m.tokens[:0]
}

// setHistory makes dict what comes before the data.
func (m *matcher) setHistory(dict []byte) {
	m.filled = copy(m.buffer[:windowSize], dict[max(0, len(dict)-windowSize):])
	m.done, m.begin = m.filled, m.filled
	if m.level > 0 {
		for i := range max(0, m.filled-hashedBytes+1) {
			m.enter(i)
		}
	}
}

// fill takes as much of p as there is room for.
func (m *matcher) fill(p []byte) int {
	n := copy(m.buffer[m.filled:m.begin+mostStored], p)
	m.filled += n
	return n
}

func (m *matcher) full() bool { return m.filled-m.begin == mostStored }

// slide makes room: what is too far away to be matched goes.
func (m *matcher) slide() {
	drop := m.done - windowSize
	if drop <= 0 {
		return
	}
	copy(m.buffer, m.buffer[drop:m.filled])
	m.base += drop
	m.done -= drop
	m.begin -= drop
	m.filled -= drop
	if m.base > farthestBase {
		m.base = 0
		clear(m.head)
		clear(m.previous)
	}
}

// compress makes blocks of all that is in the buffer.
func (m *matcher) compress() error {
	switch {
	case m.done == m.filled:
	case m.level == NoCompression:
		m.blocks.stored(m.buffer[m.done:m.filled], false)
		m.done = m.filled
	case m.level == HuffmanOnly:
		for m.done < m.filled {
			m.literal()
		}
	case m.level == BestSpeed:
		m.quick()
	case m.effort.lazy == 0:
		m.greedy()
	default:
		m.lazy()
	}
	if len(m.tokens) > 0 {
		m.endBlock()
	}
	m.begin = m.done
	m.slide()
	return m.blocks.err
}

func (m *matcher) endBlock() {
	m.blocks.block(m.tokens, m.buffer[m.begin:m.done])
	m.tokens = m.tokens[:0]
	m.begin = m.done
}

func (m *matcher) literal() {
	m.add(token(m.buffer[m.done]), 1)
}

func (m *matcher) match(length, distance int) {
	m.add(matchFlag|token(length-shortestMatch)<<16|token(distance-1), length)
}

func (m *matcher) add(t token, length int) {
	m.tokens = append(m.tokens, t)
	m.done += length
	if len(m.tokens) == mostTokens {
		m.endBlock()
	}
}

func hash(x uint32) uint32 { return x * 0x9E3779B1 >> (32 - hashBits) }

// enter notes the bytes at i of the buffer, and returns the last place before with the same hash, + 1.
func (m *matcher) enter(i int) int32 {
	h := hash(byteorder.LEUint32(m.buffer[i:]))
	place := int32(m.base + i)
	before := m.head[h]
	m.head[h] = place + 1
	if m.previous != nil {
		m.previous[place%windowSize] = before
	}
	return before
}

// common is how many bytes are the same at i and j < i, at most limit.
func common(b []byte, i, j, limit int) int {
	n := 0
	for n+8 <= limit {
		if x := byteorder.LEUint64(b[i+n:]) ^ byteorder.LEUint64(b[j+n:]); x != 0 {
			return n + bits.TrailingZeros64(x)/8
		}
		n += 8
	}
	for n < limit && b[i+n] == b[j+n] {
		n++
	}
	return n
}

// quick takes the last place with the same hash only, and goes on the faster the longer it found nothing.
func (m *matcher) quick() {
	b, end := m.buffer, m.filled
	misses := 0
	for m.done+hashedBytes <= end {
		i := m.done
		x := byteorder.LEUint32(b[i:])
		h := hash(x)
		place := m.base + i
		before := int(m.head[h]) - 1
		m.head[h] = int32(place + 1)
		distance := place - before
		if before >= 0 && distance <= windowSize && distance <= i && byteorder.LEUint32(b[i-distance:]) == x {
			length := hashedBytes + common(b, i+hashedBytes, i+hashedBytes-distance, min(end-i, longestMatch)-hashedBytes)
			m.match(length, distance)
			misses = 0
			if i += length - 1; i+hashedBytes <= end {
				m.head[hash(byteorder.LEUint32(b[i:]))] = int32(m.base + i + 1)
			}
			continue
		}
		misses++
		for range min(1+misses>>5, end-m.done) {
			m.literal()
		}
	}
	for m.done < end {
		m.literal()
	}
}

// longest searches the chain of places that begins with candidate (+ 1) for the longest match at i that is longer than best.
func (m *matcher) longest(i int, candidate int32, best int) (length, distance int) {
	limit := min(m.filled-i, longestMatch)
	if best >= limit {
		return 0, 0
	}
	tries := m.effort.chain
	if best >= m.effort.good {
		tries >>= 2
	}
	nice := min(m.effort.nice, limit)
	b := m.buffer
	place := int32(m.base + i)
	least := max(0, place-windowSize)
	if int32(m.base) > least {
		least = int32(m.base)
	}
	for ; candidate > least && tries > 0; tries-- {
		j := i - int(place-candidate+1)
		if b[j+best] == b[i+best] && b[j] == b[i] {
			if n := common(b, i, j, limit); n > best {
				best, length, distance = n, n, i-j
				if n >= nice {
					break
				}
			}
		}
		next := m.previous[(candidate-1)%windowSize]
		if next >= candidate {
			break
		}
		candidate = next
	}
	return length, distance
}

// greedy takes the longest match at each place.
func (m *matcher) greedy() {
	for m.done < m.filled {
		i := m.done
		if i+hashedBytes > m.filled {
			m.literal()
			continue
		}
		length, distance := m.longest(i, m.enter(i), hashedBytes-1)
		if length == 0 {
			m.literal()
			continue
		}
		m.match(length, distance)
		m.enterAll(i+1, i+length)
	}
}

// enterAll notes the bytes from i to end.
func (m *matcher) enterAll(i, end int) {
	for end = min(end, m.filled-hashedBytes+1); i < end; i++ {
		m.enter(i)
	}
}

// lazy takes the longest match at a place unless there is a longer one at the next.
func (m *matcher) lazy() {
	length, distance := 0, 0 // of a match that waits, at m.done
	for i := m.done; i < m.filled; i++ {
		newLength, newDistance := 0, 0
		if i+hashedBytes <= m.filled {
			candidate := m.enter(i)
			if length < m.effort.lazy {
				newLength, newDistance = m.longest(i, candidate, max(length, hashedBytes-1))
			}
		}
		if length > 0 && newLength == 0 {
			m.enterAll(i+1, i-1+length)
			m.match(length, distance)
			i = m.done - 1
			length = 0
			continue
		}
		if i > m.done {
			m.literal()
		}
		length, distance = newLength, newDistance
		if length == 0 {
			m.literal()
		}
	}
	if length > 0 {
		m.match(length, distance)
	}
}
