package syscall

import "unsafe"

// Packages internal/syscall/unix and net need these by name.

//go:linkname fd_fdstat_get_flags
func fd_fdstat_get_flags(fd int) (uint32, error) {
	var stat fdstat
	err := errorOf(fdFdstatGet(int32(fd), unsafe.Pointer(&stat)))
	return uint32(stat.flags), err
}

//go:linkname fd_fdstat_get_type
func fd_fdstat_get_type(fd int) (uint8, error) {
	var stat fdstat
	err := errorOf(fdFdstatGet(int32(fd), unsafe.Pointer(&stat)))
	return stat.filetype, err
}
