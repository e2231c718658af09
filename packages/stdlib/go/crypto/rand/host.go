package rand

import "unsafe"

//go:wasmimport wasi_snapshot_preview1 random_get
func randomGet(buf unsafe.Pointer, length uint32) uint32

// fill fills b, which has at least one byte.
func fill(b []byte) {
	if randomGet(unsafe.Pointer(&b[0]), uint32(len(b))) != 0 {
		fatal("crypto/rand: the host has no random bytes")
	}
}

//go:linkname fatal runtime.fatal
func fatal(text string)
