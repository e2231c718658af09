// Package hostfile reads whole files of the host, for packages below os.
package hostfile

import "unsafe"

//go:wasmimport wasi_snapshot_preview1 fd_prestat_get
func prestatGet(fd int32, buf unsafe.Pointer) uint32

//go:wasmimport wasi_snapshot_preview1 fd_prestat_dir_name
func prestatDirName(fd int32, at unsafe.Pointer, size uint32) uint32

//go:wasmimport wasi_snapshot_preview1 path_open
func pathOpen(dir int32, flags uint32, path unsafe.Pointer, size, create uint32, rights, inheriting uint64, fdFlags uint32, fd unsafe.Pointer) uint32

//go:wasmimport wasi_snapshot_preview1 fd_read
func fdRead(fd int32, parts unsafe.Pointer, count uint32, read unsafe.Pointer) uint32

//go:wasmimport wasi_snapshot_preview1 fd_close
func fdClose(fd int32) uint32

// The rights to read and to seek.
const readRights = 1<<1 | 1<<2

// limit is how much is read of a file at most.
const limit = 10 << 20

// Read returns the content of the file with an absolute path; false if there is none, or the host shows none.
func Read(path string) ([]byte, bool) {
	var prestat struct{ tag, size uint32 }
	for dir := int32(3); prestatGet(dir, unsafe.Pointer(&prestat)) == 0; dir++ {
		name := make([]byte, prestat.size+1)
		if prestatDirName(dir, unsafe.Pointer(&name[0]), prestat.size) != 0 {
			continue
		}
		name = name[:prestat.size]
		for len(name) > 0 && (name[len(name)-1] == 0 || name[len(name)-1] == '/') {
			name = name[:len(name)-1]
		}
		if len(path) <= len(name)+1 || path[:len(name)] != string(name) || path[len(name)] != '/' {
			continue
		}
		if data, ok := readBelow(dir, path[len(name)+1:]); ok {
			return data, true
		}
	}
	return nil, false
}

func readBelow(dir int32, path string) ([]byte, bool) {
	var fd int32
	const followLinks = 1
	if pathOpen(dir, followLinks, unsafe.Pointer(unsafe.StringData(path)), uint32(len(path)), 0, readRights, 0, 0, unsafe.Pointer(&fd)) != 0 {
		return nil, false
	}
	defer fdClose(fd)
	var data []byte
	buffer := make([]byte, 4096)
	for {
		part := struct {
			at   unsafe.Pointer
			size uint32
		}{unsafe.Pointer(&buffer[0]), uint32(len(buffer))}
		var n uint32
		if fdRead(fd, unsafe.Pointer(&part), 1, unsafe.Pointer(&n)) != 0 || len(data) > limit {
			return nil, false
		}
		if n == 0 {
			return data, true
		}
		data = append(data, buffer[:n]...)
	}
}
