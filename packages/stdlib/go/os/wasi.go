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

//go:wasmimport wasi_snapshot_preview1 fd_fdstat_get
func hostFdFdstatGet(fd int32, stat unsafe.Pointer) uint32

//go:wasmimport wasi_snapshot_preview1 fd_filestat_get
func hostFdFilestatGet(fd int32, stat unsafe.Pointer) uint32

//go:wasmimport wasi_snapshot_preview1 fd_filestat_set_size
func hostFdFilestatSetSize(fd int32, size int64) uint32

//go:wasmimport wasi_snapshot_preview1 fd_readdir
func hostFdReaddir(fd int32, buffer unsafe.Pointer, size uint32, cookie uint64, used unsafe.Pointer) uint32

//go:wasmimport wasi_snapshot_preview1 fd_prestat_get
func hostFdPrestatGet(fd int32, prestat unsafe.Pointer) uint32

//go:wasmimport wasi_snapshot_preview1 fd_prestat_dir_name
func hostFdPrestatDirName(fd int32, path unsafe.Pointer, size uint32) uint32

//go:wasmimport wasi_snapshot_preview1 path_open
func hostPathOpen(fd int32, lookup uint32, path unsafe.Pointer, size uint32, how uint32, rights, inheriting uint64, flags uint32, opened unsafe.Pointer) uint32

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

// Rights of WASI that files are opened with. Of fd_datasync and fd_allocate hosts conclude that a file is to be written.
const (
	rightRead     = 1 << 1
	rightSeek     = 1 << 2
	rightSync     = 1 << 4
	rightTell     = 1 << 5
	rightWrite    = 1 << 6
	rightReaddir  = 1 << 14
	rightStat     = 1 << 21
	rightSetSize  = 1 << 22
	rightSetTimes = 1 << 23

	readRights  uint64 = rightRead | rightSeek | rightSync | rightTell | rightReaddir | rightStat | rightSetTimes
	writeRights uint64 = rightWrite | rightSeek | rightSync | rightTell | rightStat | rightSetSize | rightSetTimes
)

// descriptorStat is what WASI says of an open descriptor.
type descriptorStat struct {
	kind       uint8
	flags      uint16
	base       uint64
	inheriting uint64
}

// pathBytes gives a path as the host takes it.
func pathBytes(path string) (data unsafe.Pointer, size uint32) {
	return unsafe.Pointer(unsafe.StringData(path)), uint32(len(path))
}

// lacking gives the error that systems without rights have for a call that was refused for the lack of one: descriptors of
// pipes have no right to seek, those of files no right to do what they were not opened for.
func lacking(fd int32, right uint64, errno syscall.Errno) syscall.Errno {
	if errno != syscall.ENOTCAPABLE {
		return errno
	}
	var stat descriptorStat
	if right != rightSeek && (hostFdFdstatGet(fd, unsafe.Pointer(&stat)) != 0 || stat.base&right == 0) {
		if right == rightSetSize {
			return syscall.EINVAL
		}
		return syscall.EBADF
	}
	return syscall.ESPIPE
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

func pathOpen(fd int32, lookup uint32, path unsafe.Pointer, size uint32, how uint32, rights, inheriting uint64, flags uint32, opened unsafe.Pointer) syscall.Errno {
	return syscall.Errno(hostPathOpen(fd, lookup, path, size, how, rights, inheriting, flags, opened))
}
