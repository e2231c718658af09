// Package iotest has readers and writers that behave in ways which programs have to bear.
package iotest

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"log"
)

// OneByteReader returns a reader that reads one byte at a time from r.
func OneByteReader(r io.Reader) io.Reader { return &oneByteReader{r} }

type oneByteReader struct{ r io.Reader }

func (r *oneByteReader) Read(b []byte) (int, error) { return r.r.Read(b[:min(len(b), 1)]) }

// HalfReader returns a reader that reads half as many bytes as it is asked for.
func HalfReader(r io.Reader) io.Reader { return &halfReader{r} }

type halfReader struct{ r io.Reader }

func (r *halfReader) Read(b []byte) (int, error) { return r.r.Read(b[:(len(b)+1)/2]) }

// DataErrReader returns a reader that returns its last data together with the error.
func DataErrReader(r io.Reader) io.Reader { return &dataErrReader{r: r, buffer: make([]byte, 1024)} }

type dataErrReader struct {
	r      io.Reader
	unread []byte
	buffer []byte
}

func (r *dataErrReader) Read(b []byte) (n int, err error) {
	for {
		if len(r.unread) == 0 {
			size, failure := r.r.Read(r.buffer)
			r.unread, err = r.buffer[:size], failure
		}
		if n > 0 || err != nil {
			return n, err
		}
		n = copy(b, r.unread)
		r.unread = r.unread[n:]
	}
}

// ErrTimeout is the error of a TimeoutReader.
var ErrTimeout = errors.New("timeout")

// TimeoutReader returns a reader whose second read fails with ErrTimeout, without data; those after it read on.
func TimeoutReader(r io.Reader) io.Reader { return &timeoutReader{r: r} }

type timeoutReader struct {
	r     io.Reader
	count int
}

func (r *timeoutReader) Read(b []byte) (int, error) {
	r.count++
	if r.count == 2 {
		return 0, ErrTimeout
	}
	return r.r.Read(b)
}

// ErrReader returns a reader that only fails.
func ErrReader(err error) io.Reader { return &errReader{err} }

type errReader struct{ err error }

func (r *errReader) Read([]byte) (int, error) { return 0, r.err }

// TruncateWriter returns a writer that passes n bytes on to w and drops the rest in silence.
func TruncateWriter(w io.Writer, n int64) io.Writer { return &truncateWriter{w, n} }

type truncateWriter struct {
	w io.Writer
	n int64
}

func (t *truncateWriter) Write(b []byte) (int, error) {
	if t.n <= 0 {
		return len(b), nil
	}
	part := b[:min(int64(len(b)), t.n)]
	n, err := t.w.Write(part)
	t.n -= int64(n)
	if err == nil {
		n = len(b)
	}
	return n, err
}

// NewReadLogger returns a reader that logs with a prefix what it reads from r.
func NewReadLogger(prefix string, r io.Reader) io.Reader { return &readLogger{prefix, r} }

type readLogger struct {
	prefix string
	r      io.Reader
}

func (l *readLogger) Read(b []byte) (n int, err error) {
	n, err = l.r.Read(b)
	logBytes(l.prefix, b[:n], err)
	return n, err
}

// NewWriteLogger returns a writer that logs with a prefix what it writes to w.
func NewWriteLogger(prefix string, w io.Writer) io.Writer { return &writeLogger{prefix, w} }

type writeLogger struct {
	prefix string
	w      io.Writer
}

func (l *writeLogger) Write(b []byte) (n int, err error) {
	n, err = l.w.Write(b)
	logBytes(l.prefix, b[:n], err)
	return n, err
}

func logBytes(prefix string, b []byte, err error) {
	if err != nil {
		log.Printf("%s %x: %v", prefix, b, err)
	} else {
		log.Printf("%s %x", prefix, b)
	}
}

// TestReader tests that r reads the content and behaves as io.Reader asks for; if it has them, also ReadAt and Seek.
func TestReader(r io.Reader, content []byte) error {
	if len(content) > 0 {
		n, err := r.Read(nil)
		if n != 0 || err != nil {
			return fmt.Errorf("Read(0) = %d, %v, want 0, nil", n, err)
		}
	}
	data, err := io.ReadAll(&pieces{r: r})
	if err != nil {
		return err
	}
	if !bytes.Equal(data, content) {
		return fmt.Errorf("ReadAll(small amounts) = %q\n\twant %q", data, content)
	}
	if n, err := r.Read(make([]byte, 10)); n != 0 || err != io.EOF {
		return fmt.Errorf("Read(10) at EOF = %v, %v, want 0, EOF", n, err)
	}
	if seeker, ok := r.(io.ReadSeeker); ok {
		if err := testSeeker(seeker, content); err != nil {
			return err
		}
	}
	if at, ok := r.(io.ReaderAt); ok {
		return testReaderAt(at, content)
	}
	return nil
}

// pieces reads a few bytes at a time, and sees that never more than asked for are read.
type pieces struct {
	r io.Reader
	n int
}

func (p *pieces) Read(b []byte) (int, error) {
	if len(b) == 0 {
		return 0, nil
	}
	p.n = p.n%3 + 1
	size := min(p.n, len(b))
	n, err := p.r.Read(b[:size])
	if err != nil && err != io.EOF {
		err = fmt.Errorf("Read(%d) = %d, %v", size, n, err)
	}
	if n < 0 || n > size {
		return 0, fmt.Errorf("Read(%d) = %d, %v", size, n, err)
	}
	return n, err
}

func testSeeker(r io.ReadSeeker, content []byte) error {
	size := int64(len(content))
	seek := func(offset int64, whence int, want int64) error {
		at, err := r.Seek(offset, whence)
		if err != nil || at != want {
			return fmt.Errorf("Seek(%d, %d) = %d, %v, want %d, nil", offset, whence, at, err, want)
		}
		return nil
	}
	rest := func(from int64) error {
		data, err := io.ReadAll(r)
		if err != nil {
			return fmt.Errorf("ReadAll from offset %d: %v", from, err)
		}
		if !bytes.Equal(data, content[from:]) {
			return fmt.Errorf("ReadAll from offset %d:\n\thave %q\n\twant %q", from, data, content[from:])
		}
		return nil
	}
	middle := size / 2
	for _, step := range []struct {
		offset int64
		whence int
		want   int64
	}{
		{0, io.SeekCurrent, size}, {0, io.SeekStart, 0}, {0, io.SeekEnd, size}, {-size, io.SeekEnd, 0},
		{middle, io.SeekStart, middle}, {-middle, io.SeekCurrent, 0}, {middle, io.SeekCurrent, middle},
	} {
		if err := seek(step.offset, step.whence, step.want); err != nil {
			return err
		}
	}
	if err := rest(middle); err != nil {
		return err
	}
	if err := seek(0, io.SeekStart, 0); err != nil {
		return err
	}
	if err := rest(0); err != nil {
		return err
	}
	for _, wrong := range []struct {
		offset int64
		whence int
	}{{-1, io.SeekStart}, {-size - 1, io.SeekEnd}, {-size - 1, io.SeekCurrent}} {
		if at, err := r.Seek(wrong.offset, wrong.whence); err == nil {
			return fmt.Errorf("Seek(%d, %d) = %d, nil, want error", wrong.offset, wrong.whence, at)
		}
	}
	return seek(0, io.SeekCurrent, size)
}

func testReaderAt(r io.ReaderAt, content []byte) error {
	size := len(content)
	data := make([]byte, size, size+1)
	if n, err := r.ReadAt(data, 0); n != size || (err != nil && err != io.EOF) {
		return fmt.Errorf("ReadAt(%d, 0) = %v, %v, want %d, nil or EOF", size, n, err, size)
	}
	if !bytes.Equal(data, content) {
		return fmt.Errorf("ReadAt(%d, 0) = %q\n\twant %q", size, data, content)
	}
	if n, err := r.ReadAt(data[:1], int64(size)); n != 0 || err != io.EOF {
		return fmt.Errorf("ReadAt(1, %d) = %v, %v, want 0, EOF", size, n, err)
	}
	if n, err := r.ReadAt(data[:cap(data)], 0); n != size || err != io.EOF {
		return fmt.Errorf("ReadAt(%d, 0) = %v, %v, want %d, EOF", cap(data), n, err, size)
	}
	for i := range data {
		data[i] = 0
	}
	for i := range content {
		if n, err := r.ReadAt(data[i:i+1], int64(i)); n != 1 || (err != nil && (i != size-1 || err != io.EOF)) {
			return fmt.Errorf("ReadAt(1, %d) = %v, %v, want 1, nil", i, n, err)
		}
		if data[i] != content[i] {
			return fmt.Errorf("ReadAt(1, %d) = %q want %q", i, data[i:i+1], content[i:i+1])
		}
	}
	if n, err := r.ReadAt(data[:min(size, 1)], -1); n != 0 || err == nil {
		if size > 0 {
			return fmt.Errorf("ReadAt(1, -1) = %v, %v, want 0, error", n, err)
		}
	}
	return nil
}
