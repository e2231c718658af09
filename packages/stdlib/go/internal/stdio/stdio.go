// Package stdio is the way from fmt to the standard streams: a program that does not import os has them without it.
package stdio

import (
	"io"
	"unsafe"
)

//go:wasmimport wasi_snapshot_preview1 fd_write
func fdWrite(fd int32, iovs unsafe.Pointer, count uint32, written unsafe.Pointer) uint32

//go:wasmimport wasi_snapshot_preview1 fd_read
func fdRead(fd int32, iovs unsafe.Pointer, count uint32, read unsafe.Pointer) uint32

// Stdout and Stdin are the streams. Package os puts its own variables of these names in their place.
var (
	Stdout io.Writer = stream(1)
	Stdin  io.Reader = stream(0)
)

type stream int32

type vector struct {
	base unsafe.Pointer
	size uint32
}

var (
	transfer    vector
	transferred uint32
)

// Write writes all of b.
func (s stream) Write(b []byte) (n int, err error) {
	for n < len(b) {
		transfer = vector{unsafe.Pointer(&b[n]), uint32(len(b) - n)}
		code := fdWrite(int32(s), unsafe.Pointer(&transfer), 1, unsafe.Pointer(&transferred))
		if code != 0 || transferred == 0 {
			return n, io.ErrShortWrite
		}
		n += int(transferred)
	}
	return n, nil
}

// Read reads at most len(b) bytes; io.EOF at the end.
func (s stream) Read(b []byte) (n int, err error) {
	if len(b) == 0 {
		return 0, nil
	}
	transfer = vector{unsafe.Pointer(&b[0]), uint32(len(b))}
	code := fdRead(int32(s), unsafe.Pointer(&transfer), 1, unsafe.Pointer(&transferred))
	if code != 0 || transferred == 0 {
		return 0, io.EOF
	}
	return int(transferred), nil
}
