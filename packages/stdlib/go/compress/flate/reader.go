// Package flate has the compressed data format DEFLATE of RFC 1951.
package flate

import (
	"io"
	"strconv"
)

// A CorruptInputError says before which byte the input is wrong.
type CorruptInputError int64

func (e CorruptInputError) Error() string {
	return "flate: corrupt input before offset " + strconv.FormatInt(int64(e), 10)
}

// An InternalError is a mistake of this package.
type InternalError string

func (e InternalError) Error() string { return "flate: internal error: " + string(e) }

// A ReadError is no longer returned.
type ReadError struct {
	Offset int64
	Err    error
}

func (e *ReadError) Error() string {
	return "flate: read error at offset " + strconv.FormatInt(e.Offset, 10) + ": " + e.Err.Error()
}

// A WriteError is no longer returned.
type WriteError struct {
	Offset int64
	Err    error
}

func (e *WriteError) Error() string {
	return "flate: write error at offset " + strconv.FormatInt(e.Offset, 10) + ": " + e.Err.Error()
}

// A Resetter is what NewReader returns: Reset begins anew with another reader.
type Resetter interface {
	Reset(r io.Reader, dict []byte) error
}

// A Reader is read without a buffer of our own, not beyond the end of the data.
type Reader interface {
	io.Reader
	io.ByteReader
}

// What the input has next.
type phase uint8

const (
	atBlock phase = iota
	inStored
	inCodes
)

// A decompressor decodes into a window and returns parts of it.
type decompressor struct {
	source
	phase               phase
	final               bool // the block is the last one
	stored              int  // bytes that a stored block still has
	window              []byte
	read, written       int // places in window
	ready               int // place up to which window can be returned
	literal, distance   decoder
	fixed               *[2]decoder // of fixed codes, when they were needed
	literals, distances *decoder    // of this block
	err                 error
}

// windowBytes is two times the greatest distance, and room for a match beyond.
const windowBytes = 2*windowSize + longestMatch

// NewReader returns a reader of the data that r has compressed.
func NewReader(r io.Reader) io.ReadCloser { return NewReaderDict(r, nil) }

// NewReaderDict is NewReader for data that begin as if after dict.
func NewReaderDict(r io.Reader, dict []byte) io.ReadCloser {
	f := new(decompressor)
	f.Reset(r, dict)
	return f
}

// Reset begins anew.
func (f *decompressor) Reset(r io.Reader, dict []byte) error {
	f.source.reset(r)
	f.phase, f.final, f.err = atBlock, false, nil
	if f.window == nil {
		f.window = make([]byte, windowBytes)
	}
	n := copy(f.window, dict[max(0, len(dict)-windowSize):])
	f.read, f.written, f.ready = n, n, n
	return nil
}

// Close ends; the reader below is not closed.
func (f *decompressor) Close() error {
	if f.err == io.EOF {
		return nil
	}
	return f.err
}

func (f *decompressor) Read(p []byte) (n int, err error) {
	for {
		if f.read < f.ready {
			n := copy(p, f.window[f.read:f.ready])
			f.read += n
			if f.read == f.ready {
				return n, f.err
			}
			return n, nil
		}
		if f.err != nil {
			return 0, f.err
		}
		if f.written >= 2*windowSize {
			f.read = copy(f.window, f.window[f.written-windowSize:f.written])
			f.written, f.ready = f.read, f.read
		}
		f.err = f.step()
		if f.err != nil || f.written >= 2*windowSize {
			f.ready = f.written
		}
	}
}

// step decodes something: at most until the window is full.
func (f *decompressor) step() error {
	switch f.phase {
	case atBlock:
		if f.final {
			return io.EOF
		}
		return f.header()
	case inStored:
		return f.copyStored()
	case inCodes:
		return f.decode()
	}
	return InternalError("no such phase")
}

// header begins a block.
func (f *decompressor) header() error {
	x, err := f.take(3)
	if err != nil {
		return err
	}
	f.final = x&1 == 1
	switch x >> 1 {
	case 0:
		return f.beginStored()
	case 1:
		if f.fixed == nil {
			f.fixed = fixedDecoders()
		}
		f.literals, f.distances = &f.fixed[0], &f.fixed[1]
		f.phase = inCodes
		return nil
	case 2:
		f.literals, f.distances = &f.literal, &f.distance
		f.phase = inCodes
		return f.readCodes()
	}
	return CorruptInputError(f.offset)
}

// endBlock ends a block. What was decoded is returned at the end of all, so that readers get EOF with it.
func (f *decompressor) endBlock() error {
	f.phase = atBlock
	if f.final {
		return io.EOF
	}
	return nil
}

func (f *decompressor) beginStored() error {
	f.bits, f.count = 0, 0
	var head [4]byte
	n, err := io.ReadFull(f.r, head[:])
	f.offset += int64(n)
	if err != nil {
		return noEOF(err)
	}
	size := int(head[0]) | int(head[1])<<8
	if size^0xFFFF != int(head[2])|int(head[3])<<8 {
		return CorruptInputError(f.offset)
	}
	if size == 0 {
		// Writers flush so: readers get what there is.
		f.ready = f.written
		return f.endBlock()
	}
	f.stored, f.phase = size, inStored
	return nil
}

func (f *decompressor) copyStored() error {
	n, err := io.ReadFull(f.r, f.window[f.written:min(f.written+f.stored, 2*windowSize)])
	f.offset += int64(n)
	f.written += n
	f.stored -= n
	if err != nil {
		return noEOF(err)
	}
	if f.stored > 0 {
		return nil
	}
	return f.endBlock()
}
