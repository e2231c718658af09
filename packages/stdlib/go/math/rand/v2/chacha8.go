package rand

import (
	"errors"
	"math/bits"
)

// A ChaCha8 is the cryptographic generator of the specification C2SP chacha8rand.
type ChaCha8 struct {
	seed    [4]uint64
	buf     [32]uint64
	next    int // of buf
	end     int
	block   uint32 // counter of the next four blocks
	readBuf [8]byte
	readLen int // the last bytes of readBuf are not read yet
}

// NewChaCha8 returns a generator with a seed.
func NewChaCha8(seed [32]byte) *ChaCha8 {
	c := new(ChaCha8)
	c.Seed(seed)
	return c
}

// Seed starts it again.
func (c *ChaCha8) Seed(seed [32]byte) {
	*c = ChaCha8{}
	for i := range c.seed {
		for k := 7; k >= 0; k-- {
			c.seed[i] = c.seed[i]<<8 | uint64(seed[8*i+k])
		}
	}
	c.fill()
}

const (
	blocksAtOnce = 4
	// After this many blocks the last words of the buffer become the seed.
	blocksPerSeed = 16
	seedWords     = 4
)

// fill makes four blocks, interleaved: word i of block k is 32-bit word 4*i+k of the buffer.
func (c *ChaCha8) fill() {
	var key [8]uint32
	for i, s := range c.seed {
		key[2*i], key[2*i+1] = uint32(s), uint32(s>>32)
	}
	var out [64]uint32
	for k := range blocksAtOnce {
		x := [16]uint32{0x61707865, 0x3320646E, 0x79622D32, 0x6B206574, key[0], key[1], key[2], key[3],
			key[4], key[5], key[6], key[7], c.block + uint32(k), 0, 0, 0}
		for range 4 {
			quarter(&x, 0, 4, 8, 12)
			quarter(&x, 1, 5, 9, 13)
			quarter(&x, 2, 6, 10, 14)
			quarter(&x, 3, 7, 11, 15)
			quarter(&x, 0, 5, 10, 15)
			quarter(&x, 1, 6, 11, 12)
			quarter(&x, 2, 7, 8, 13)
			quarter(&x, 3, 4, 9, 14)
		}
		for i, w := range x {
			if 4 <= i && i < 12 { // only the key is added
				w += key[i-4]
			}
			out[4*i+k] = w
		}
	}
	for i := range c.buf {
		c.buf[i] = uint64(out[2*i]) | uint64(out[2*i+1])<<32
	}
	c.block += blocksAtOnce
	c.next, c.end = 0, len(c.buf)
	if c.block == blocksPerSeed {
		c.end -= seedWords
	}
}

func quarter(x *[16]uint32, a, b, c, d int) {
	x[a] += x[b]
	x[d] = bits.RotateLeft32(x[d]^x[a], 16)
	x[c] += x[d]
	x[b] = bits.RotateLeft32(x[b]^x[c], 12)
	x[a] += x[b]
	x[d] = bits.RotateLeft32(x[d]^x[a], 8)
	x[c] += x[d]
	x[b] = bits.RotateLeft32(x[b]^x[c], 7)
}

// Uint64 returns 64 bits.
func (c *ChaCha8) Uint64() uint64 {
	if c.next == c.end {
		if c.block == blocksPerSeed {
			copy(c.seed[:], c.buf[len(c.buf)-seedWords:])
			c.block = 0
		}
		c.fill()
	}
	x := c.buf[c.next]
	c.next++
	return x
}

// Read fills p; it never fails.
func (c *ChaCha8) Read(p []byte) (n int, err error) {
	n = len(p)
	if c.readLen > 0 {
		m := copy(p, c.readBuf[8-c.readLen:])
		c.readLen -= m
		p = p[m:]
	}
	for len(p) > 0 {
		x := c.Uint64()
		for i := range c.readBuf {
			c.readBuf[i] = byte(x >> (8 * i))
		}
		m := copy(p, c.readBuf[:])
		c.readLen = 8 - m
		p = p[m:]
	}
	return n, nil
}

// AppendBinary appends the state.
func (c *ChaCha8) AppendBinary(b []byte) ([]byte, error) {
	if c.readLen > 0 {
		b = append(append(b, "readbuf:"...), byte(c.readLen))
		b = append(b, c.readBuf[8-c.readLen:]...)
	}
	b = append(b, "chacha8:"...)
	b = appendWord(b, uint64(c.next)+uint64(c.block-blocksAtOnce)/blocksAtOnce*32)
	for _, s := range c.seed {
		for k := range 8 {
			b = append(b, byte(s>>(8*k)))
		}
	}
	return b, nil
}

// MarshalBinary returns the state.
func (c *ChaCha8) MarshalBinary() ([]byte, error) { return c.AppendBinary(make([]byte, 0, 64)) }

// UnmarshalBinary takes the state of MarshalBinary.
func (c *ChaCha8) UnmarshalBinary(data []byte) error {
	var rest []byte
	if len(data) > 9 && string(data[:8]) == "readbuf:" {
		n := int(data[8])
		if n > 8 || len(data) < 9+n {
			return errors.New("invalid ChaCha8 Read buffer encoding")
		}
		rest, data = data[9:9+n], data[9+n:]
	}
	const words = blocksPerSeed / blocksAtOnce * 32
	if len(data) != 48 || string(data[:8]) != "chacha8:" || word(data[8:]) > words-seedWords {
		return errors.New("invalid ChaCha8 encoding")
	}
	c.Seed([32]byte(data[16:]))
	used := int(word(data[8:]))
	for c.block < uint32(used/32*blocksAtOnce+blocksAtOnce) && c.block < blocksPerSeed {
		c.fill()
	}
	c.next = used - int(c.block-blocksAtOnce)/blocksAtOnce*32
	c.readLen = copy(c.readBuf[8-len(rest):], rest)
	return nil
}
