// Package os gives a program its arguments, its environment, its standard streams and its exit.
package os

import (
	"errors"
	"io"
	"unsafe"
)

//go:wasmimport wasi_snapshot_preview1 fd_write
func fdWrite(fd int32, iovs unsafe.Pointer, count uint32, written unsafe.Pointer) uint32

//go:wasmimport wasi_snapshot_preview1 fd_read
func fdRead(fd int32, iovs unsafe.Pointer, count uint32, read unsafe.Pointer) uint32

//go:wasmimport wasi_snapshot_preview1 fd_close
func fdClose(fd int32) uint32

//go:wasmimport wasi_snapshot_preview1 proc_exit
func procExit(code int32)

// File is an open file.
type File struct {
	fd   int32
	name string
}

// The standard streams.
var (
	Stdin  = &File{0, "/dev/stdin"}
	Stdout = &File{1, "/dev/stdout"}
	Stderr = &File{2, "/dev/stderr"}
)

// Errors that many functions give.
var (
	ErrInvalid          = errors.New("invalid argument")
	ErrPermission       = errors.New("permission denied")
	ErrExist            = errors.New("file already exists")
	ErrNotExist         = errors.New("file does not exist")
	ErrClosed           = errors.New("file already closed")
	ErrNoDeadline       = errors.New("file type does not support deadline")
	ErrDeadlineExceeded = errors.New("i/o timeout")
)

// PathError is an error with the operation and the file that caused it.
type PathError struct {
	Op   string
	Path string
	Err  error
}

func (e *PathError) Error() string { return e.Op + " " + e.Path + ": " + e.Err.Error() }

// Unwrap gives the error of the operation.
func (e *PathError) Unwrap() error { return e.Err }

// errno is an error number of WASI.
type errno uint32

func (e errno) Error() string {
	switch e {
	case 8:
		return "Bad file number"
	case 28:
		return "Invalid argument"
	case 29:
		return "I/O error"
	case 64:
		return "Broken pipe"
	}
	return "errno " + itoa(uint32(e))
}

func itoa(n uint32) string {
	if n < 10 {
		return string(rune('0' + n))
	}
	return itoa(n/10) + string(rune('0'+n%10))
}

// Name gives the name with which the file was opened.
func (f *File) Name() string { return f.name }

// Fd gives the descriptor of the file.
func (f *File) Fd() uintptr { return uintptr(f.fd) }

type vector struct {
	base unsafe.Pointer
	size uint32
}

var (
	transfer    vector
	transferred uint32
)

// Write writes all of b.
func (f *File) Write(b []byte) (n int, err error) {
	if f == nil {
		return 0, ErrInvalid
	}
	for n < len(b) {
		transfer = vector{unsafe.Pointer(&b[n]), uint32(len(b) - n)}
		if code := fdWrite(f.fd, unsafe.Pointer(&transfer), 1, unsafe.Pointer(&transferred)); code != 0 {
			return n, f.fail("write", code)
		}
		if transferred == 0 {
			return n, io.ErrShortWrite
		}
		n += int(transferred)
	}
	return n, nil
}

// WriteString writes all of s.
func (f *File) WriteString(s string) (n int, err error) {
	return f.Write(unsafe.Slice(unsafe.StringData(s), len(s)))
}

// Read reads at most len(b) bytes; io.EOF at the end.
func (f *File) Read(b []byte) (n int, err error) {
	if f == nil {
		return 0, ErrInvalid
	}
	if len(b) == 0 {
		return 0, nil
	}
	transfer = vector{unsafe.Pointer(&b[0]), uint32(len(b))}
	if code := fdRead(f.fd, unsafe.Pointer(&transfer), 1, unsafe.Pointer(&transferred)); code != 0 {
		return 0, f.fail("read", code)
	}
	if transferred == 0 {
		return 0, io.EOF
	}
	return int(transferred), nil
}

// Close closes the file.
func (f *File) Close() error {
	if f == nil {
		return ErrInvalid
	}
	if f.fd < 0 {
		return &PathError{"close", f.name, ErrClosed}
	}
	code := fdClose(f.fd)
	f.fd = -1
	if code != 0 {
		return f.fail("close", code)
	}
	return nil
}

// Sync does nothing: the streams are not buffered.
func (f *File) Sync() error { return nil }

func (f *File) fail(op string, code uint32) error {
	if f.fd < 0 {
		return &PathError{op, f.name, ErrClosed}
	}
	return &PathError{op, f.name, errno(code)}
}
