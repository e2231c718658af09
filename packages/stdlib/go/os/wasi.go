package os

import (
	"syscall"
	"unsafe"
)

// The functions of WASI preview 1 that files need. Path arguments are below a directory that is open.

//go:wasmimport wasi_snapshot_preview1 fd_write
func hostFdWrite(fd int32, iovs unsafe.Pointer, count uint32, written unsafe.Pointer) uint32

//go:wasmimport wasi_snapshot_preview1 fd_pwrite
func hostFdPwrite(fd int32, iovs unsafe.Pointer, count uint32, offset int64, written unsafe.Pointer) uint32

//go:wasmimport wasi_snapshot_preview1 fd_read
func hostFdRead(fd int32, iovs unsafe.Pointer, count uint32, read unsafe.Pointer) uint32

//go:wasmimport wasi_snapshot_preview1 fd_pread
func hostFdPread(fd int32, iovs unsafe.Pointer, count uint32, offset int64, read unsafe.Pointer) uint32

//go:wasmimport wasi_snapshot_preview1 fd_close
func hostFdClose(fd int32) uint32

//go:wasmimport wasi_snapshot_preview1 fd_seek
func hostFdSeek(fd int32, offset int64, whence int32, result unsafe.Pointer) uint32

//go:wasmimport wasi_snapshot_preview1 fd_sync
func hostFdSync(fd int32) uint32

//go:wasmimport wasi_snapshot_preview1 fd_filestat_get
func hostFdFilestatGet(fd int32, stat unsafe.Pointer) uint32

//go:wasmimport wasi_snapshot_preview1 fd_filestat_set_size
func hostFdFilestatSetSize(fd int32, size int64) uint32

//go:wasmimport wasi_snapshot_preview1 fd_readdir
func hostFdReaddir(fd int32, buffer unsafe.Pointer, size uint32, cookie uint64, used unsafe.Pointer) uint32

//go:wasmimport wasi_snapshot_preview1 path_filestat_get
func hostPathFilestatGet(fd int32, lookup uint32, path unsafe.Pointer, size uint32, stat unsafe.Pointer) uint32

//go:wasmimport wasi_snapshot_preview1 path_filestat_set_times
func hostPathFilestatSetTimes(fd int32, lookup uint32, path unsafe.Pointer, size uint32, accessed, modified int64, flags uint32) uint32

//go:wasmimport wasi_snapshot_preview1 path_create_directory
func hostPathCreateDirectory(fd int32, path unsafe.Pointer, size uint32) uint32

//go:wasmimport wasi_snapshot_preview1 path_remove_directory
func hostPathRemoveDirectory(fd int32, path unsafe.Pointer, size uint32) uint32

//go:wasmimport wasi_snapshot_preview1 path_unlink_file
func hostPathUnlinkFile(fd int32, path unsafe.Pointer, size uint32) uint32

//go:wasmimport wasi_snapshot_preview1 path_rename
func hostPathRename(fd int32, path unsafe.Pointer, size uint32, toFd int32, to unsafe.Pointer, toSize uint32) uint32

//go:wasmimport wasi_snapshot_preview1 path_link
func hostPathLink(fd int32, lookup uint32, path unsafe.Pointer, size uint32, toFd int32, to unsafe.Pointer, toSize uint32) uint32

//go:wasmimport wasi_snapshot_preview1 path_symlink
func hostPathSymlink(target unsafe.Pointer, targetSize uint32, fd int32, path unsafe.Pointer, size uint32) uint32

//go:wasmimport wasi_snapshot_preview1 path_readlink
func hostPathReadlink(fd int32, path unsafe.Pointer, size uint32, buffer unsafe.Pointer, bufferSize uint32, used unsafe.Pointer) uint32

// Rights of WASI that calls are refused for the lack of.
const (
	rightRead    = syscall.RIGHT_FD_READ
	rightSeek    = syscall.RIGHT_FD_SEEK
	rightWrite   = syscall.RIGHT_FD_WRITE
	rightSetSize = syscall.RIGHT_FD_FILESTAT_SET_SIZE
)

// pathBytes returns a path as the host takes it.
func pathBytes(path string) (data unsafe.Pointer, size uint32) {
	return unsafe.Pointer(unsafe.StringData(path)), uint32(len(path))
}

// The calls with errors as package syscall has them.

func fdWrite(fd int32, iovs unsafe.Pointer, count uint32, written unsafe.Pointer) syscall.Errno {
	return lacking(fd, rightWrite, syscall.Errno(hostFdWrite(fd, iovs, count, written)))
}

func fdPwrite(fd int32, iovs unsafe.Pointer, count uint32, offset int64, written unsafe.Pointer) syscall.Errno {
	return lacking(fd, rightWrite, syscall.Errno(hostFdPwrite(fd, iovs, count, offset, written)))
}

func fdRead(fd int32, iovs unsafe.Pointer, count uint32, read unsafe.Pointer) syscall.Errno {
	return lacking(fd, rightRead, syscall.Errno(hostFdRead(fd, iovs, count, read)))
}

func fdPread(fd int32, iovs unsafe.Pointer, count uint32, offset int64, read unsafe.Pointer) syscall.Errno {
	return lacking(fd, rightRead, syscall.Errno(hostFdPread(fd, iovs, count, offset, read)))
}

func fdClose(fd int32) syscall.Errno { return syscall.Errno(hostFdClose(fd)) }

func fdSeek(fd int32, offset int64, whence int32, result unsafe.Pointer) syscall.Errno {
	return lacking(fd, rightSeek, syscall.Errno(hostFdSeek(fd, offset, whence, result)))
}

func fdSync(fd int32) syscall.Errno { return syscall.Errno(hostFdSync(fd)) }

func fdFilestatGet(fd int32, stat unsafe.Pointer) syscall.Errno {
	return syscall.Errno(hostFdFilestatGet(fd, stat))
}

func fdFilestatSetSize(fd int32, size int64) syscall.Errno {
	return lacking(fd, rightSetSize, syscall.Errno(hostFdFilestatSetSize(fd, size)))
}
