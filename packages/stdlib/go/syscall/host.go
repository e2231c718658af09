package syscall

import "unsafe"

// The functions of WASI preview 1 that files need. Path arguments are below a directory that is open.

//go:wasmimport wasi_snapshot_preview1 fd_write
func fdWrite(fd int32, iovs unsafe.Pointer, count uint32, written unsafe.Pointer) uint32

//go:wasmimport wasi_snapshot_preview1 fd_pwrite
func fdPwrite(fd int32, iovs unsafe.Pointer, count uint32, offset int64, written unsafe.Pointer) uint32

//go:wasmimport wasi_snapshot_preview1 fd_read
func fdRead(fd int32, iovs unsafe.Pointer, count uint32, read unsafe.Pointer) uint32

//go:wasmimport wasi_snapshot_preview1 fd_pread
func fdPread(fd int32, iovs unsafe.Pointer, count uint32, offset int64, read unsafe.Pointer) uint32

//go:wasmimport wasi_snapshot_preview1 fd_close
func fdClose(fd int32) uint32

//go:wasmimport wasi_snapshot_preview1 fd_seek
func fdSeek(fd int32, offset int64, whence int32, result unsafe.Pointer) uint32

//go:wasmimport wasi_snapshot_preview1 fd_sync
func fdSync(fd int32) uint32

//go:wasmimport wasi_snapshot_preview1 fd_fdstat_get
func fdFdstatGet(fd int32, buf unsafe.Pointer) uint32

//go:wasmimport wasi_snapshot_preview1 fd_filestat_get
func fdFilestatGet(fd int32, stat unsafe.Pointer) uint32

//go:wasmimport wasi_snapshot_preview1 fd_filestat_set_size
func fdFilestatSetSize(fd int32, size int64) uint32

//go:wasmimport wasi_snapshot_preview1 fd_readdir
func fdReaddir(fd int32, buffer unsafe.Pointer, size uint32, cookie uint64, used unsafe.Pointer) uint32

//go:wasmimport wasi_snapshot_preview1 fd_prestat_get
func fdPrestatGet(fd int32, prestat unsafe.Pointer) uint32

//go:wasmimport wasi_snapshot_preview1 fd_prestat_dir_name
func fdPrestatDirName(fd int32, path unsafe.Pointer, size uint32) uint32

//go:wasmimport wasi_snapshot_preview1 path_open
func pathOpen(fd int32, lookup uint32, path unsafe.Pointer, size uint32, how uint32, rights, inheriting uint64, flags uint32, opened unsafe.Pointer) uint32

//go:wasmimport wasi_snapshot_preview1 path_filestat_get
func pathFilestatGet(fd int32, lookup uint32, path unsafe.Pointer, size uint32, stat unsafe.Pointer) uint32

//go:wasmimport wasi_snapshot_preview1 path_filestat_set_times
func pathFilestatSetTimes(fd int32, lookup uint32, path unsafe.Pointer, size uint32, accessed, modified int64, flags uint32) uint32

//go:wasmimport wasi_snapshot_preview1 path_create_directory
func pathCreateDirectory(fd int32, path unsafe.Pointer, size uint32) uint32

//go:wasmimport wasi_snapshot_preview1 path_remove_directory
func pathRemoveDirectory(fd int32, path unsafe.Pointer, size uint32) uint32

//go:wasmimport wasi_snapshot_preview1 path_unlink_file
func pathUnlinkFile(fd int32, path unsafe.Pointer, size uint32) uint32

//go:wasmimport wasi_snapshot_preview1 path_rename
func pathRename(fd int32, path unsafe.Pointer, size uint32, toFd int32, to unsafe.Pointer, toSize uint32) uint32

//go:wasmimport wasi_snapshot_preview1 path_link
func pathLink(fd int32, lookup uint32, path unsafe.Pointer, size uint32, toFd int32, to unsafe.Pointer, toSize uint32) uint32

//go:wasmimport wasi_snapshot_preview1 path_symlink
func pathSymlink(target unsafe.Pointer, targetSize uint32, fd int32, path unsafe.Pointer, size uint32) uint32

//go:wasmimport wasi_snapshot_preview1 path_readlink
func pathReadlink(fd int32, path unsafe.Pointer, size uint32, buffer unsafe.Pointer, bufferSize uint32, used unsafe.Pointer) uint32

//go:wasmimport wasi_snapshot_preview1 random_get
func randomGet(at unsafe.Pointer, size uint32) uint32

//go:wasmimport wasi_snapshot_preview1 proc_exit
func procExit(code int32)

//go:wasmimport wasi_snapshot_preview1 clock_time_get
func clockTimeGet(clock uint32, precision uint64, result unsafe.Pointer) uint32

//go:wasmimport wasi_snapshot_preview1 environ_sizes_get
func environSizesGet(count, size unsafe.Pointer) uint32

//go:wasmimport wasi_snapshot_preview1 environ_get
func environGet(pointers, text unsafe.Pointer) uint32

type fdstat struct {
	filetype   uint8
	flags      uint16
	rights     uint64
	inheriting uint64
}

type vector struct {
	base unsafe.Pointer
	size uint32
}

func errorOf(number uint32) error {
	if number == 0 {
		return nil
	}
	return Errno(number)
}

// pathBytes returns a path as the host takes it.
func pathBytes(path string) (data unsafe.Pointer, size uint32) {
	return unsafe.Pointer(unsafe.StringData(path)), uint32(len(path))
}

// lacking returns the error that systems without rights have for a call that was refused for the lack of one: descriptors of
// pipes have no right to seek, those of files no right to do what they were not opened for.
func lacking(fd int32, right uint64, errno Errno) Errno {
	if errno != ENOTCAPABLE {
		return errno
	}
	var stat fdstat
	if right != RIGHT_FD_SEEK && (fdFdstatGet(fd, unsafe.Pointer(&stat)) != 0 || stat.rights&right == 0) {
		if right == RIGHT_FD_FILESTAT_SET_SIZE {
			return EINVAL
		}
		return EBADF
	}
	return ESPIPE
}
