package runtime

import "unsafe"

//go:wasmimport wasi_snapshot_preview1 environ_sizes_get
func environSizesGet(count, size unsafe.Pointer) uint32

//go:wasmimport wasi_snapshot_preview1 environ_get
func environGet(pointers, text unsafe.Pointer) uint32

// getenv returns the value that an environment variable had when the program started, "" if it was not set.
func getenv(name string) string {
	var sizes [2]uint32
	if environSizesGet(unsafe.Pointer(&sizes[0]), unsafe.Pointer(&sizes[1])) != 0 || sizes[0] == 0 {
		return ""
	}
	pointers := make([]uint32, sizes[0])
	text := make([]byte, sizes[1]+1)
	environGet(unsafe.Pointer(&pointers[0]), unsafe.Pointer(&text[0]))
	start := uint32(uintptr(unsafe.Pointer(&text[0])))
	for _, at := range pointers {
		entry := text[at-start:]
		end := 0
		for entry[end] != 0 {
			end++
		}
		if end > len(name) && entry[len(name)] == '=' && string(entry[:len(name)]) == name {
			return string(entry[len(name)+1 : end])
		}
	}
	return ""
}

// GOROOT returns the root of the Go tree as the environment names it: goes itself has none.
func GOROOT() string { return getenv("GOROOT") }
