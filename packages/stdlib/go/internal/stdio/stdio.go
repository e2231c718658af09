// Package stdio is the path from fmt to the standard streams: a program that does not import os has them without it.
package stdio

import (
	"internal/errnotext"
	"io"
	"unsafe"
)

//go:wasmimport wasi_snapshot_preview1 fd_write
func fdWrite(fd int32, iovs unsafe.Pointer, count uint32, written unsafe.Pointer) uint32

//go:wasmimport wasi_snapshot_preview1 fd_read
func fdRead(fd int32, iovs unsafe.Pointer, count uint32, read unsafe.Pointer) uint32

// Stdout and Stdin are the streams. Package os puts its own variables of these names there instead.
var (
	Stdout io.Writer = stream(1)
	Stdin  io.Reader = stream(0)
)

// Errno and PathError make the errors of packages syscall and io/fs. These set them, if the program has them; nothing
// can distinguish the types in other programs.
var (
	Errno     = func(number uint32) error { return errno(number) }
	PathError = func(op, path string, err error) error { return &pathError{op, path, err} }
)

type errno uint32

func (e errno) Error() string { return errnotext.Of(uint(e)) }

type pathError struct {
	op, path string
	err      error
}

func (e *pathError) Error() string { return e.op + " " + e.path + ": " + e.err.Error() }
func (e *pathError) Unwrap() error { return e.err }

type stream int32

type vector struct {
	base unsafe.Pointer
	size uint32
}

var (
	transfer    vector
	transferred uint32
)

const (
	brokenPipe  = 64
	interrupted = 27
)

//go:linkname endByBrokenPipe runtime.endByBrokenPipe
func endByBrokenPipe()

// WriteFailed is what a failed write to a standard stream leads to before its error is returned: a pipe that nothing reads any
// more ends the program.
func WriteFailed(fd int32, number uint32) {
	if number == brokenPipe && (fd == 1 || fd == 2) {
		endByBrokenPipe()
	}
}

// Write writes all of b.
func (s stream) Write(b []byte) (n int, err error) {
	for n < len(b) {
		transfer = vector{unsafe.Pointer(&b[n]), uint32(len(b) - n)}
		code := fdWrite(int32(s), unsafe.Pointer(&transfer), 1, unsafe.Pointer(&transferred))
		switch {
		case code == interrupted:
		case code != 0:
			WriteFailed(int32(s), code)
			return n, PathError("write", "/dev/stdout", Errno(code))
		case transferred == 0:
			return n, PathError("write", "/dev/stdout", io.ErrUnexpectedEOF)
		default:
			n += int(transferred)
		}
	}
	return n, nil
}

// Read reads at most len(b) bytes; io.EOF at the end.
func (s stream) Read(b []byte) (n int, err error) {
	if len(b) == 0 {
		return 0, nil
	}
	for {
		transfer = vector{unsafe.Pointer(&b[0]), uint32(len(b))}
		code := fdRead(int32(s), unsafe.Pointer(&transfer), 1, unsafe.Pointer(&transferred))
		switch {
		case code == interrupted:
		case code != 0:
			return 0, PathError("read", "/dev/stdin", Errno(code))
		case transferred == 0:
			return 0, io.EOF
		default:
			return int(transferred), nil
		}
	}
}
