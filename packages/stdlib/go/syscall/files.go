package syscall

import "unsafe"

// Rights that files are opened with. Of fd_datasync and fd_allocate hosts conclude that a file is to be written.
const (
	readRights uint64 = RIGHT_FD_READ | RIGHT_FD_SEEK | RIGHT_FD_SYNC | RIGHT_FD_TELL | RIGHT_FD_READDIR |
		RIGHT_FD_FILESTAT_GET | RIGHT_FD_FILESTAT_SET_TIMES
	writeRights uint64 = RIGHT_FD_WRITE | RIGHT_FD_SEEK | RIGHT_FD_SYNC | RIGHT_FD_TELL |
		RIGHT_FD_FILESTAT_GET | RIGHT_FD_FILESTAT_SET_SIZE | RIGHT_FD_FILESTAT_SET_TIMES
)

var openedFd int32

// openFile opens a file by the flags O_RDONLY and so on.
func openFile(name string, flag int) (fd int32, errno Errno) {
	dir, rel, errno := locateIn(name)
	if errno != 0 {
		return -1, errno
	}
	// Hosts refuse to grant more rights than the directory has to pass on.
	return openBelow(dir.fd, rel, flag, dir.grantable())
}

func openBelow(dir int32, rel string, flag int, granted uint64) (fd int32, errno Errno) {
	rights := readRights
	switch flag & (O_WRONLY | O_RDWR) {
	case O_RDONLY:
	case O_WRONLY:
		rights = writeRights
	default:
		rights |= writeRights
	}
	var how, flags uint32
	if flag&O_CREAT != 0 {
		how |= OFLAG_CREATE
	}
	if flag&O_CREAT != 0 && flag&O_EXCL != 0 {
		how |= OFLAG_EXCL
	}
	if flag&O_TRUNC != 0 {
		how |= OFLAG_TRUNC
	}
	if flag&O_APPEND != 0 {
		flags |= FDFLAG_APPEND
	}
	if flag&O_SYNC != 0 {
		flags |= FDFLAG_SYNC
	}
	var lookup uint32 = LOOKUP_SYMLINK_FOLLOW
	if flag&(O_DIRECTORY|O_NOFOLLOW) != 0 {
		if flag&O_NOFOLLOW != 0 {
			lookup = 0
		}
		if flag&O_DIRECTORY != 0 {
			if flag&(O_WRONLY|O_RDWR) != 0 {
				return -1, EISDIR
			}
			how |= OFLAG_DIRECTORY
		}
	}
	data, size := pathBytes(rel)
	errno = Errno(pathOpen(dir, lookup, data, size, how, rights&granted, granted, flags, unsafe.Pointer(&openedFd)))
	if errno != 0 {
		return -1, errno
	}
	return openedFd, 0
}

// Open opens a file by the flags O_RDONLY and so on. The host chooses the permissions of a new one.
func Open(path string, mode int, perm uint32) (fd int, err error) {
	if path == "" {
		return -1, EINVAL
	}
	opened, errno := openFile(path, mode)
	return int(opened), errorOf(uint32(errno))
}

// Openat opens a file below an open directory.
func Openat(dir int, path string, mode int, perm uint32) (fd int, err error) {
	below := preopen{fd: int32(dir)}
	opened, errno := openBelow(int32(dir), path, mode, below.grantable())
	return int(opened), errorOf(uint32(errno))
}

// Close closes a descriptor.
func Close(fd int) error { return errorOf(fdClose(int32(fd))) }

// CloseOnExec does nothing: there are no other processes.
func CloseOnExec(fd int) {}

// SetNonblock does nothing: what waits lets other goroutines run.
func SetNonblock(fd int, nonblocking bool) error { return nil }

// awaitInput lets other goroutines run until standard input can be read, if the host can say when.
//
//go:linkname awaitInput runtime.awaitInput
func awaitInput()

var transferred uint32

// done returns the result of a call that moves bytes.
func done(fd int, right uint64, number uint32) (n int, err error) {
	if number != 0 {
		return 0, errorOf(uint32(lacking(int32(fd), right, Errno(number))))
	}
	return int(transferred), nil
}

// Read reads at most len(b) bytes; 0 at the end.
func Read(fd int, b []byte) (n int, err error) {
	if fd == 0 {
		awaitInput()
	}
	part := vector{unsafe.Pointer(unsafe.SliceData(b)), uint32(len(b))}
	return done(fd, RIGHT_FD_READ, fdRead(int32(fd), unsafe.Pointer(&part), 1, unsafe.Pointer(&transferred)))
}

// Write writes at most len(b) bytes.
func Write(fd int, b []byte) (n int, err error) {
	part := vector{unsafe.Pointer(unsafe.SliceData(b)), uint32(len(b))}
	return done(fd, RIGHT_FD_WRITE, fdWrite(int32(fd), unsafe.Pointer(&part), 1, unsafe.Pointer(&transferred)))
}

// Pread reads from an offset on.
func Pread(fd int, b []byte, offset int64) (n int, err error) {
	part := vector{unsafe.Pointer(unsafe.SliceData(b)), uint32(len(b))}
	return done(fd, RIGHT_FD_READ, fdPread(int32(fd), unsafe.Pointer(&part), 1, offset, unsafe.Pointer(&transferred)))
}

// Pwrite writes from an offset on.
func Pwrite(fd int, b []byte, offset int64) (n int, err error) {
	part := vector{unsafe.Pointer(unsafe.SliceData(b)), uint32(len(b))}
	return done(fd, RIGHT_FD_WRITE, fdPwrite(int32(fd), unsafe.Pointer(&part), 1, offset, unsafe.Pointer(&transferred)))
}

var position int64

// Seek sets the offset of the next Read or Write and returns it, counted from the start.
func Seek(fd int, offset int64, whence int) (int64, error) {
	number := fdSeek(int32(fd), offset, int32(whence), unsafe.Pointer(&position))
	if number != 0 {
		return 0, errorOf(uint32(lacking(int32(fd), RIGHT_FD_SEEK, Errno(number))))
	}
	return position, nil
}

// Fsync has the host put what was written onto the disk.
func Fsync(fd int) error { return errorOf(fdSync(int32(fd))) }

// Ftruncate changes the size of an open file.
func Ftruncate(fd int, length int64) error {
	number := fdFilestatSetSize(int32(fd), length)
	return errorOf(uint32(lacking(int32(fd), RIGHT_FD_FILESTAT_SET_SIZE, Errno(number))))
}

// ReadDir reads entries of a directory, from a cookie on, as the host lays them out: see ParseDirent.
func ReadDir(fd int, buf []byte, cookie uint64) (int, error) {
	number := fdReaddir(int32(fd), unsafe.Pointer(unsafe.SliceData(buf)), uint32(len(buf)), cookie, unsafe.Pointer(&transferred))
	return done(fd, RIGHT_FD_READDIR, number)
}

// Dircookie is a place in a directory.
type Dircookie = uint64

// Dirent is how the host lays out an entry of a directory; the name follows the first 24 bytes.
type Dirent struct {
	Next   Dircookie
	Ino    uint64
	Namlen uint32
	Type   Filetype
	Name   *byte
}

const direntSize = 24

// ParseDirent appends at most max names of the entries in buf, all if it is negative, without those of the directory itself and
// the one above it. It returns how many bytes the entries took, all where the last one is not complete, and how many names there are.
func ParseDirent(buf []byte, max int, names []string) (consumed int, count int, newnames []string) {
	for max != 0 && consumed < len(buf) {
		entry := buf[consumed:]
		if len(entry) < direntSize {
			return len(buf), count, names
		}
		inode := *(*uint64)(unsafe.Pointer(&entry[8]))
		size := int(*(*uint32)(unsafe.Pointer(&entry[16])))
		if size > len(entry)-direntSize {
			return len(buf), count, names
		}
		consumed += direntSize + size
		name := string(entry[direntSize : direntSize+size])
		if inode == 0 || name == "." || name == ".." {
			continue
		}
		names = append(names, name)
		max--
		count++
	}
	return consumed, count, names
}

// Dup fails: WASI has no way to make a second descriptor.
func Dup(fd int) (int, error) { return 0, ENOSYS }

// Dup2 fails: WASI has no way to make a second descriptor.
func Dup2(fd, newfd int) error { return ENOSYS }

// Pipe fails: WASI has no pipes.
func Pipe(fd []int) error { return ENOSYS }

// Sendfile fails: WASI has no such call.
func Sendfile(outfd int, infd int, offset *int64, count int) (written int, err error) {
	return 0, ENOSYS
}
