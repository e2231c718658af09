// Package buffer has the buffers that handlers of log/slog write lines to.
package buffer

import "sync"

// A Buffer is bytes that are appended to.
type Buffer []byte

// maxKept is how large a buffer may be that is used again.
const maxKept = 16 << 10

var pool sync.Pool

// New returns an empty buffer.
func New() *Buffer {
	if b, ok := pool.Get().(*Buffer); ok {
		return b
	}
	b := make(Buffer, 0, 1024)
	return &b
}

// Free lets the buffer be used again.
func (b *Buffer) Free() {
	if cap(*b) <= maxKept {
		*b = (*b)[:0]
		pool.Put(b)
	}
}

// Reset makes the buffer empty.
func (b *Buffer) Reset() { *b = (*b)[:0] }

// Write appends bytes.
func (b *Buffer) Write(p []byte) (int, error) {
	*b = append(*b, p...)
	return len(p), nil
}

// WriteString appends a string.
func (b *Buffer) WriteString(s string) (int, error) {
	*b = append(*b, s...)
	return len(s), nil
}

// WriteByte appends a byte.
func (b *Buffer) WriteByte(c byte) error {
	*b = append(*b, c)
	return nil
}

// String returns what the buffer has.
func (b *Buffer) String() string { return string(*b) }

// Len returns how many bytes the buffer has.
func (b *Buffer) Len() int { return len(*b) }

// SetLen leaves the first n bytes.
func (b *Buffer) SetLen(n int) { *b = (*b)[:n] }
