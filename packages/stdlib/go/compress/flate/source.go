package flate

import (
	"bufio"
	"bytes"
	"io"
)

const aheadBytes = 2048

// A source is what is read from, by bits. Nothing is read beyond the last byte of the data; but bytes that are in a buffer already can be
// looked at without being taken.
type source struct {
	r      Reader
	buffer *bufio.Reader // r if it is one
	bytes  *bytes.Buffer // r if it is one
	memory *bytes.Reader // r if it is one
	ahead  []byte        // room for what is looked at in memory
	own    *bufio.Reader // made for a reader that is no Reader
	bits   uint64        // taken from r, the next in bit 0
	count  uint
	offset int64 // bytes taken
}

func (s *source) reset(r io.Reader) {
	s.buffer, s.bytes, s.memory = nil, nil, nil
	s.bits, s.count, s.offset = 0, 0, 0
	reader, ok := r.(Reader)
	if !ok {
		if s.own == nil {
			s.own = bufio.NewReader(r)
		} else {
			s.own.Reset(r)
		}
		reader = s.own
	}
	s.r = reader
	switch r := reader.(type) {
	case *bufio.Reader:
		s.buffer = r
	case *bytes.Buffer:
		s.bytes = r
	case *bytes.Reader:
		s.memory = r
		if s.ahead == nil {
			s.ahead = make([]byte, aheadBytes)
		}
	}
}

// peek returns bytes that can be had without waiting.
func (s *source) peek() []byte {
	switch {
	case s.buffer != nil:
		b, _ := s.buffer.Peek(s.buffer.Buffered())
		return b
	case s.bytes != nil:
		return s.bytes.Bytes()
	case s.memory != nil:
		n, _ := s.memory.ReadAt(s.ahead, s.memory.Size()-int64(s.memory.Len()))
		return s.ahead[:n]
	}
	return nil
}

// discard takes bytes that were looked at.
func (s *source) discard(n int) {
	switch {
	case s.buffer != nil:
		s.buffer.Discard(n)
	case s.bytes != nil:
		s.bytes.Next(n)
	default:
		s.memory.Seek(int64(n), io.SeekCurrent)
	}
	s.offset += int64(n)
}

// more takes a byte into bits.
func (s *source) more() error {
	c, err := s.r.ReadByte()
	if err != nil {
		return noEOF(err)
	}
	s.offset++
	s.bits |= uint64(c) << s.count
	s.count += 8
	return nil
}

// take returns the next n bits.
func (s *source) take(n uint) (int, error) {
	for s.count < n {
		if err := s.more(); err != nil {
			return 0, err
		}
	}
	x := int(s.bits & (1<<n - 1))
	s.bits >>= n
	s.count -= n
	return x, nil
}

// symbol takes a symbol. It takes no byte that the symbol does not need.
func (s *source) symbol(d *decoder) (entry, error) {
	for need := d.shortest; ; {
		for s.count < need {
			if err := s.more(); err != nil {
				return 0, err
			}
		}
		e := d.find(s.bits)
		n := uint(e & 15)
		switch {
		case e == 0:
			return 0, CorruptInputError(s.offset)
		case n <= s.count:
			s.bits >>= n
			s.count -= n
			return e, nil
		}
		// Bits beyond those that were taken count as 0: another code may be meant, but none that is shorter than what was taken.
		need = s.count + 1
	}
}

func noEOF(err error) error {
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}
