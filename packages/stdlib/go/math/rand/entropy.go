//go:build goes

package rand

import "unsafe"

//go:wasmimport wasi_snapshot_preview1 random_get
func randomGet(buf unsafe.Pointer, length uint32) uint32

// entropy returns 64 random bits of the host.
func entropy() uint64 {
	var x uint64
	randomGet(unsafe.Pointer(&x), 8)
	return x
}

//go:linkname debugSetting runtime.debugSetting
func debugSetting(name string) string
