package syscall

import "unsafe"

// find is locate for the functions of this package, which refuse an empty path.
func find(path string) (fd int32, data unsafe.Pointer, size uint32, errno Errno) {
	if path == "" {
		return 0, nil, 0, EINVAL
	}
	fd, rel, errno := locate(path)
	data, size = pathBytes(rel)
	return fd, data, size, errno
}

// onPath does something with one path.
func onPath(path string, call func(fd int32, path unsafe.Pointer, size uint32) uint32) error {
	fd, data, size, errno := find(path)
	if errno != 0 {
		return errno
	}
	return errorOf(call(fd, data, size))
}

// Mkdir makes a directory. The host chooses its permissions.
func Mkdir(path string, perm uint32) error { return onPath(path, pathCreateDirectory) }

// Rmdir removes an empty directory.
func Rmdir(path string) error { return onPath(path, pathRemoveDirectory) }

// Unlink removes a file.
func Unlink(path string) error { return onPath(path, pathUnlinkFile) }

// Stat_t is what the system says of a file.
type Stat_t struct {
	Dev, Ino     uint64
	Filetype     uint8
	Nlink        uint64
	Size         uint64
	Atime, Mtime uint64
	Ctime        uint64
	Mode         int
	Uid, Gid     uint32
}

// complete sets what WASI does not know: the owner may do everything.
func (s *Stat_t) complete() {
	s.Mode = 0600
	if s.Filetype == FILETYPE_DIRECTORY {
		s.Mode = 0700
	}
}

func statPath(path string, lookup uint32, stat *Stat_t) error {
	fd, data, size, errno := find(path)
	if errno != 0 {
		return errno
	}
	number := pathFilestatGet(fd, lookup, data, size, unsafe.Pointer(stat))
	stat.complete()
	return errorOf(number)
}

// Stat describes a file; of a symbolic link, where it leads.
func Stat(path string, stat *Stat_t) error { return statPath(path, LOOKUP_SYMLINK_FOLLOW, stat) }

// Lstat describes a file or a symbolic link itself.
func Lstat(path string, stat *Stat_t) error { return statPath(path, 0, stat) }

// Fstat describes an open file.
func Fstat(fd int, stat *Stat_t) error {
	number := fdFilestatGet(int32(fd), unsafe.Pointer(stat))
	stat.complete()
	return errorOf(number)
}

// Chmod does nothing to a file that exists: the host has no permissions to set.
func Chmod(path string, mode uint32) error {
	var stat Stat_t
	return Stat(path, &stat)
}

// Fchmod does nothing to an open file: the host has no permissions to set.
func Fchmod(fd int, mode uint32) error {
	var stat Stat_t
	return Fstat(fd, &stat)
}

// Chown, Fchown and Lchown fail: the host has no owners to set.
func Chown(path string, uid, gid int) error  { return ENOSYS }
func Fchown(fd int, uid, gid int) error      { return ENOSYS }
func Lchown(path string, uid, gid int) error { return ENOSYS }

// UtimesNano sets the times of access and of modification; one whose Nsec is -2 stays as it is.
func UtimesNano(path string, times []Timespec) error {
	const omit = -2
	fd, data, size, errno := find(path)
	if errno != 0 {
		return errno
	}
	var flags uint32
	var accessed, modified int64
	if times[0].Nsec != omit {
		flags |= FILESTAT_SET_ATIM
		accessed = times[0].Nano()
	}
	if times[1].Nsec != omit {
		flags |= FILESTAT_SET_MTIM
		modified = times[1].Nano()
	}
	return errorOf(pathFilestatSetTimes(fd, LOOKUP_SYMLINK_FOLLOW, data, size, accessed, modified, flags))
}

// Truncate changes the size of a file.
func Truncate(path string, length int64) error {
	fd, err := Open(path, O_WRONLY, 0)
	if err != nil {
		return err
	}
	err = Ftruncate(fd, length)
	Close(fd)
	return err
}

// Rename returns a file another path.
func Rename(from, to string) error {
	fd, data, size, errno := find(from)
	toFd, toData, toSize, toErrno := find(to)
	if errno != 0 {
		return errno
	}
	if toErrno != 0 {
		return toErrno
	}
	return errorOf(pathRename(fd, data, size, toFd, toData, toSize))
}

// Link makes a second path for a file.
func Link(path, link string) error {
	fd, data, size, errno := find(path)
	toFd, toData, toSize, toErrno := find(link)
	if errno != 0 {
		return errno
	}
	if toErrno != 0 {
		return toErrno
	}
	return errorOf(pathLink(fd, 0, data, size, toFd, toData, toSize))
}

// Symlink makes a symbolic link that leads to path.
func Symlink(path, link string) error {
	if path == "" {
		return EINVAL
	}
	fd, data, size, errno := find(link)
	if errno != 0 {
		return errno
	}
	target, targetSize := pathBytes(path)
	return errorOf(pathSymlink(target, targetSize, fd, data, size))
}

// Readlink writes where a symbolic link leads to buf, as much as there is room for.
func Readlink(path string, buf []byte) (n int, err error) {
	fd, data, size, errno := find(path)
	if errno != 0 {
		return 0, errno
	}
	if len(buf) == 0 {
		return 0, nil
	}
	number := pathReadlink(fd, data, size, unsafe.Pointer(&buf[0]), uint32(len(buf)), unsafe.Pointer(&transferred))
	if number != 0 {
		return 0, Errno(number)
	}
	return int(transferred), nil
}

// Umask returns 0: the host has no permissions.
func Umask(mask int) int { return 0 }
