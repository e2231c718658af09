package bytes

import (
	"errors"
	"io"
	"unicode/utf8"
)

// A Buffer is written at its end and read at its start; its zero value is empty.
type Buffer struct {
	buf      []byte
	pos      int // buf[pos:] is still to be read
	lastRead readOp
}

// readOp is what UnreadRune and UnreadByte need to know of the last operation: sizes of runes, or these.
type readOp int8

const (
	opInvalid readOp = 0
	opRead    readOp = -1
)

// MinRead is the least room that ReadFrom gives to a Read.
const MinRead = 512

// ErrTooLarge is what a Buffer panics with when there is no memory for more.
var ErrTooLarge = errors.New("bytes.Buffer: too large")

// NewBuffer makes a Buffer that takes over buf, to read it or, if it is empty, to use its memory.
func NewBuffer(buf []byte) *Buffer { return &Buffer{buf: buf} }

// NewBufferString makes a Buffer to read s.
func NewBufferString(s string) *Buffer { return &Buffer{buf: []byte(s)} }

// Bytes returns what is not yet read, valid until the next change.
func (b *Buffer) Bytes() []byte { return b.buf[b.pos:] }

// AvailableBuffer returns the spare capacity as an empty slice to append to and hand to Write at once.
func (b *Buffer) AvailableBuffer() []byte { return b.buf[len(b.buf):] }

// String returns what is not yet read; "<nil>" for a nil pointer.
func (b *Buffer) String() string {
	if b == nil {
		return "<nil>"
	}
	return string(b.buf[b.pos:])
}

// Peek returns the next n bytes without reading them, valid until the next change; fewer come with io.EOF.
func (b *Buffer) Peek(n int) ([]byte, error) {
	if b.Len() < n {
		return b.buf[b.pos:], io.EOF
	}
	return b.buf[b.pos : b.pos+n], nil
}

// Len is the number of bytes not yet read.
func (b *Buffer) Len() int { return len(b.buf) - b.pos }

// Cap is the number of bytes there is memory for.
func (b *Buffer) Cap() int { return cap(b.buf) }

// Available is the number of bytes that can be written without more memory.
func (b *Buffer) Available() int { return cap(b.buf) - len(b.buf) }

// Reset makes it empty and keeps the memory.
func (b *Buffer) Reset() {
	b.buf = b.buf[:0]
	b.pos = 0
	b.lastRead = opInvalid
}

// Truncate drops all but the first n bytes not yet read; it panics if there are fewer.
func (b *Buffer) Truncate(n int) {
	if n == 0 {
		b.Reset()
		return
	}
	b.lastRead = opInvalid
	if n < 0 || n > b.Len() {
		panic("bytes.Buffer: truncation out of range")
	}
	b.buf = b.buf[:b.pos+n]
}

// extend makes the buffer n bytes longer and returns where they begin.
func (b *Buffer) extend(n int) int {
	b.lastRead = opInvalid
	if b.pos > 0 && b.pos == len(b.buf) {
		b.buf, b.pos = b.buf[:0], 0
	}
	start := len(b.buf)
	switch unread := b.Len(); {
	case n <= cap(b.buf)-start:
	case b.buf == nil && n <= 64:
		b.buf = make([]byte, 0, 64)
	case n <= cap(b.buf)/2-unread:
		// Enough room once what was read is gone.
		copy(b.buf, b.buf[b.pos:])
		start, b.pos = unread, 0
	default:
		const maxInt = int(^uint(0) >> 1)
		if cap(b.buf) > maxInt-cap(b.buf)-n {
			panic(ErrTooLarge)
		}
		longer := make([]byte, unread, 2*cap(b.buf)+n)
		copy(longer, b.buf[b.pos:])
		b.buf, start, b.pos = longer, unread, 0
	}
	b.buf = b.buf[:start+n]
	return start
}

// Grow makes room for n more bytes; it panics if n is negative.
func (b *Buffer) Grow(n int) {
	if n < 0 {
		panic("bytes.Buffer.Grow: negative count")
	}
	start := b.extend(n)
	b.buf = b.buf[:start]
}

// Write appends p; it never fails.
func (b *Buffer) Write(p []byte) (n int, err error) {
	start := b.extend(len(p))
	return copy(b.buf[start:], p), nil
}

// WriteString appends s; it never fails.
func (b *Buffer) WriteString(s string) (n int, err error) {
	start := b.extend(len(s))
	return copy(b.buf[start:], s), nil
}

// WriteByte appends c; it never fails.
func (b *Buffer) WriteByte(c byte) error {
	start := b.extend(1)
	b.buf[start] = c
	return nil
}

// WriteRune appends the encoding of r and returns its size; it never fails.
func (b *Buffer) WriteRune(r rune) (n int, err error) {
	if uint32(r) < utf8.RuneSelf {
		b.WriteByte(byte(r))
		return 1, nil
	}
	start := b.extend(utf8.UTFMax)
	b.buf = utf8.AppendRune(b.buf[:start], r)
	return len(b.buf) - start, nil
}

// ReadFrom appends all that r has.
func (b *Buffer) ReadFrom(r io.Reader) (n int64, err error) {
	for {
		start := b.extend(MinRead)
		b.buf = b.buf[:start]
		m, err := r.Read(b.buf[start:cap(b.buf)])
		if m < 0 {
			panic(errors.New("bytes.Buffer: reader returned negative count from Read"))
		}
		b.buf = b.buf[:start+m]
		n += int64(m)
		if err == io.EOF {
			return n, nil
		}
		if err != nil {
			return n, err
		}
	}
}

// WriteTo writes all that is not yet read to w.
func (b *Buffer) WriteTo(w io.Writer) (n int64, err error) {
	b.lastRead = opInvalid
	if unread := b.Len(); unread > 0 {
		m, err := w.Write(b.buf[b.pos:])
		if m > unread {
			panic("bytes.Buffer.WriteTo: invalid Write count")
		}
		b.pos += m
		n = int64(m)
		if err != nil {
			return n, err
		}
		if m != unread {
			return n, io.ErrShortWrite
		}
	}
	b.Reset()
	return n, nil
}

// Read reads what there is, io.EOF if that is nothing.
func (b *Buffer) Read(p []byte) (n int, err error) {
	b.lastRead = opInvalid
	if b.Len() == 0 {
		b.Reset()
		if len(p) == 0 {
			return 0, nil
		}
		return 0, io.EOF
	}
	n = copy(p, b.buf[b.pos:])
	b.pos += n
	if n > 0 {
		b.lastRead = opRead
	}
	return n, nil
}

// Next reads up to n bytes, valid until the next change.
func (b *Buffer) Next(n int) []byte {
	b.lastRead = opInvalid
	n = min(n, b.Len())
	data := b.buf[b.pos : b.pos+n]
	b.pos += n
	if n > 0 {
		b.lastRead = opRead
	}
	return data
}

// ReadByte reads one byte.
func (b *Buffer) ReadByte() (byte, error) {
	if b.Len() == 0 {
		b.Reset()
		return 0, io.EOF
	}
	c := b.buf[b.pos]
	b.pos++
	b.lastRead = opRead
	return c, nil
}

// ReadRune reads a rune; a bad byte is U+FFFD of size 1.
func (b *Buffer) ReadRune() (r rune, size int, err error) {
	if b.Len() == 0 {
		b.Reset()
		return 0, 0, io.EOF
	}
	r, size = utf8.DecodeRune(b.buf[b.pos:])
	b.pos += size
	b.lastRead = readOp(size)
	return r, size, nil
}

// UnreadRune takes the rune of the last ReadRune back; only directly after it.
func (b *Buffer) UnreadRune() error {
	if b.lastRead <= opInvalid {
		return errors.New("bytes.Buffer: UnreadRune: previous operation was not a successful ReadRune")
	}
	b.pos -= int(b.lastRead)
	b.lastRead = opInvalid
	return nil
}

// UnreadByte takes the last read byte back; only directly after an operation that read one.
func (b *Buffer) UnreadByte() error {
	if b.lastRead == opInvalid {
		return errors.New("bytes.Buffer: UnreadByte: previous operation was not a successful read")
	}
	b.lastRead = opInvalid
	if b.pos > 0 {
		b.pos--
	}
	return nil
}

// ReadBytes reads up to and with the first delim; without one, what there is and io.EOF.
func (b *Buffer) ReadBytes(delim byte) (line []byte, err error) {
	part, err := b.take(delim)
	return append(line, part...), err
}

// ReadString is ReadBytes with a string for the result.
func (b *Buffer) ReadString(delim byte) (line string, err error) {
	part, err := b.take(delim)
	return string(part), err
}

func (b *Buffer) take(delim byte) ([]byte, error) {
	var err error
	end := b.pos + IndexByte(b.buf[b.pos:], delim) + 1
	if end == b.pos {
		end, err = len(b.buf), io.EOF
	}
	part := b.buf[b.pos:end]
	b.pos = end
	b.lastRead = opRead
	return part, err
}
