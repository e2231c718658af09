package strings

import "unicode/utf8"

// A Builder appends to a string; its zero value is empty. It must not be copied once it is used.
type Builder struct {
	self int // where it is, to notice copies; a number, so that it can stay on the stack
	buf  []byte
}

func (b *Builder) check() {
	if b.self == 0 {
		b.self = addressOf(b)
	} else if b.self != addressOf(b) {
		panic("strings: illegal use of non-zero Builder copied by value")
	}
}

// String returns what was written.
func (b *Builder) String() string { return asString(b.buf) }

// Len is the number of bytes written.
func (b *Builder) Len() int { return len(b.buf) }

// Cap is the number of bytes there is memory for.
func (b *Builder) Cap() int { return cap(b.buf) }

// Reset makes it empty.
func (b *Builder) Reset() { *b = Builder{} }

// Grow makes room for n more bytes; it panics if n is negative.
func (b *Builder) Grow(n int) {
	b.check()
	if n < 0 {
		panic("strings.Builder.Grow: negative count")
	}
	if cap(b.buf)-len(b.buf) < n {
		longer := make([]byte, len(b.buf), 2*cap(b.buf)+n)
		copy(longer, b.buf)
		b.buf = longer
	}
}

// Write appends p; it never fails.
func (b *Builder) Write(p []byte) (int, error) {
	b.check()
	b.buf = append(b.buf, p...)
	return len(p), nil
}

// WriteByte appends c; it never fails.
func (b *Builder) WriteByte(c byte) error {
	b.check()
	b.buf = append(b.buf, c)
	return nil
}

// WriteRune appends the encoding of r and returns its size; it never fails.
func (b *Builder) WriteRune(r rune) (int, error) {
	b.check()
	n := len(b.buf)
	b.buf = utf8.AppendRune(b.buf, r)
	return len(b.buf) - n, nil
}

// WriteString appends s; it never fails.
func (b *Builder) WriteString(s string) (int, error) {
	b.check()
	b.buf = append(b.buf, s...)
	return len(s), nil
}
