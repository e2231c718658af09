package os

import (
	"errors"
	"syscall"
	"unsafe"
)

// pathCall does something with one path.
func pathCall(op, name string, call func(fd int32, path unsafe.Pointer, size uint32) uint32) error {
	at, rel, errno := locate(name)
	if errno == 0 {
		data, size := pathBytes(rel)
		errno = syscall.Errno(call(at, data, size))
	}
	if errno != 0 {
		return &PathError{Op: op, Path: name, Err: errno}
	}
	return nil
}

// Mkdir makes a directory. The host chooses its permissions.
func Mkdir(name string, perm FileMode) error { return pathCall("mkdir", name, hostPathCreateDirectory) }

// MkdirAll makes a directory and all that are above it; it is no error if it is there.
func MkdirAll(path string, perm FileMode) error {
	if info, err := Stat(path); err == nil {
		if info.IsDir() {
			return nil
		}
		return &PathError{Op: "mkdir", Path: path, Err: syscall.ENOTDIR}
	}
	end := len(path)
	for end > 0 && path[end-1] == '/' {
		end--
	}
	for end > 0 && path[end-1] != '/' {
		end--
	}
	if end > 1 {
		if err := MkdirAll(path[:end-1], perm); err != nil {
			return err
		}
	}
	err := Mkdir(path, perm)
	if err != nil {
		if info, statErr := Lstat(path); statErr == nil && info.IsDir() {
			return nil
		}
	}
	return err
}

// Remove removes a file or an empty directory.
func Remove(name string) error {
	err := pathCall("remove", name, hostPathUnlinkFile)
	if err == nil {
		return nil
	}
	dirErr := pathCall("remove", name, hostPathRemoveDirectory)
	if dirErr == nil {
		return nil
	}
	// Of the two errors, the one that is not about the kind.
	if underlyingError(dirErr) != syscall.ENOTDIR {
		return dirErr
	}
	return err
}

// RemoveAll removes a path and all that is below it; it is no error if there is nothing.
func RemoveAll(path string) error {
	if path == "" {
		return nil
	}
	if base := baseName(path); base == "." {
		return &PathError{Op: "RemoveAll", Path: path, Err: syscall.EINVAL}
	}
	err := Remove(path)
	if err == nil || IsNotExist(err) {
		return nil
	}
	info, statErr := Lstat(path)
	if statErr != nil {
		if IsNotExist(statErr) || underlyingError(statErr) == syscall.ENOTDIR {
			return nil
		}
		return statErr
	}
	if !info.IsDir() {
		return err
	}
	entries, readErr := ReadDir(path)
	if readErr != nil && !IsNotExist(readErr) {
		return readErr
	}
	for _, entry := range entries {
		if inner := RemoveAll(path + "/" + entry.Name()); inner != nil {
			return inner
		}
	}
	err = Remove(path)
	if err == nil || IsNotExist(err) {
		return nil
	}
	return err
}

// twoPaths does something with two paths.
func twoPaths(op, oldname, newname string, call func(fd int32, path unsafe.Pointer, size uint32, toFd int32, to unsafe.Pointer, toSize uint32) uint32) error {
	at, rel, errno := locate(oldname)
	if errno == 0 {
		var to int32
		var toRel string
		if to, toRel, errno = locate(newname); errno == 0 {
			data, size := pathBytes(rel)
			toData, toSize := pathBytes(toRel)
			errno = syscall.Errno(call(at, data, size, to, toData, toSize))
		}
	}
	if errno != 0 {
		return &LinkError{op, oldname, newname, errno}
	}
	return nil
}

// Rename returns a file another path; one that is there is replaced unless it is a directory.
func Rename(oldpath, newpath string) error {
	if info, err := Lstat(newpath); err == nil && info.IsDir() {
		old, err := Lstat(oldpath)
		if err != nil {
			return &LinkError{"rename", oldpath, newpath, underlyingError(err)}
		}
		if newpath == oldpath || !SameFile(old, info) {
			return &LinkError{"rename", oldpath, newpath, syscall.EEXIST}
		}
	}
	return twoPaths("rename", oldpath, newpath, hostPathRename)
}

// Link makes a second path for a file.
func Link(oldname, newname string) error {
	return twoPaths("link", oldname, newname, func(fd int32, path unsafe.Pointer, size uint32, toFd int32, to unsafe.Pointer, toSize uint32) uint32 {
		return hostPathLink(fd, 0, path, size, toFd, to, toSize)
	})
}

// Symlink makes a symbolic link that leads to oldname.
func Symlink(oldname, newname string) error {
	at, rel, errno := locate(newname)
	if errno == 0 {
		target, targetSize := pathBytes(oldname)
		data, size := pathBytes(rel)
		errno = syscall.Errno(hostPathSymlink(target, targetSize, at, data, size))
	}
	if errno != 0 {
		return &LinkError{"symlink", oldname, newname, errno}
	}
	return nil
}

// Readlink returns where a symbolic link leads.
func Readlink(name string) (string, error) {
	at, rel, errno := locate(name)
	for size := uint32(256); errno == 0; size *= 2 {
		buffer := make([]byte, size)
		data, length := pathBytes(rel)
		errno = syscall.Errno(hostPathReadlink(at, data, length, unsafe.Pointer(&buffer[0]), size, unsafe.Pointer(&transferred)))
		if errno == 0 && transferred < size {
			return string(buffer[:transferred]), nil
		}
	}
	return "", &PathError{Op: "readlink", Path: name, Err: errno}
}

// Truncate changes the size of a file.
func Truncate(name string, size int64) error {
	f, err := OpenFile(name, O_WRONLY, 0)
	if err == nil {
		err = f.Truncate(size)
		f.Close()
	}
	if err != nil {
		return &PathError{Op: "truncate", Path: name, Err: underlyingError(err)}
	}
	return nil
}

// Chmod does nothing to a file that exists: the host has no permissions to set.
func Chmod(name string, mode FileMode) error {
	if _, err := Stat(name); err != nil {
		return &PathError{Op: "chmod", Path: name, Err: underlyingError(err)}
	}
	return nil
}

// Chown fails: the host has no owners to set.
func Chown(name string, uid, gid int) error {
	return &PathError{Op: "chown", Path: name, Err: syscall.ENOSYS}
}

// Lchown fails: the host has no owners to set.
func Lchown(name string, uid, gid int) error {
	return &PathError{Op: "lchown", Path: name, Err: syscall.ENOSYS}
}

//go:linkname random runtime.fastrand64
func random() uint64

// attempts is how many random names are tried.
const attempts = 10000

// tempName returns a path in dir with a random number instead of the last star of the pattern, or at its end.
func tempName(op, dir, pattern string) (func() string, error) {
	if dir == "" {
		dir = TempDir()
	}
	star := -1
	for i := 0; i < len(pattern); i++ {
		if IsPathSeparator(pattern[i]) {
			return nil, &PathError{Op: op, Path: pattern, Err: errors.New("pattern contains path separator")}
		}
		if pattern[i] == '*' {
			star = i
		}
	}
	prefix, suffix := pattern, ""
	if star >= 0 {
		prefix, suffix = pattern[:star], pattern[star+1:]
	}
	if dir[len(dir)-1] != '/' {
		prefix = "/" + prefix
	}
	return func() string { return dir + prefix + decimal(uint32(random())) + suffix }, nil
}

func decimal(n uint32) string {
	if n < 10 {
		return string(rune('0' + n))
	}
	return decimal(n/10) + string(rune('0'+n%10))
}

// CreateTemp makes a new file in dir, or in TempDir, with a random name.
func CreateTemp(dir, pattern string) (*File, error) {
	name, err := tempName("createtemp", dir, pattern)
	if err != nil {
		return nil, err
	}
	for try := 1; ; try++ {
		path := name()
		f, err := OpenFile(path, O_RDWR|O_CREATE|O_EXCL, 0600)
		if IsExist(err) {
			if try < attempts {
				continue
			}
			return nil, &PathError{Op: "createtemp", Path: path, Err: ErrExist}
		}
		return f, err
	}
}

// MkdirTemp makes a new directory in dir, or in TempDir, with a random name, and returns its path.
func MkdirTemp(dir, pattern string) (string, error) {
	name, err := tempName("mkdirtemp", dir, pattern)
	if err != nil {
		return "", err
	}
	for try := 1; ; try++ {
		path := name()
		err := Mkdir(path, 0700)
		if err == nil {
			return path, nil
		}
		if IsNotExist(err) {
			// What is missing is the directory that was to have it.
			if dir == "" {
				dir = TempDir()
			}
			if _, missing := Stat(dir); IsNotExist(missing) {
				return "", missing
			}
		}
		if !IsExist(err) {
			return "", err
		}
		if try == attempts {
			return "", &PathError{Op: "mkdirtemp", Path: path, Err: ErrExist}
		}
	}
}
