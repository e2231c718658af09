package os

import (
	"errors"
	"io/fs"
	"syscall"
	"time"
)

var (
	errPathEscapes = errors.New("path escapes from parent")
	errEmptyPath   = errors.New("empty path")
)

// maxRootLinks is how many symbolic links one path may go through.
const maxRootLinks = 40

// A Root is a directory that names do not leave: neither by .. nor by symbolic links, which are followed within it. It is kept by its path, since WASI has
// no call that follows links within a directory only: who renames the directory moves the Root away, and another process that changes
// links between a check and what is done may deceive it.
type Root struct {
	name   string
	path   string // absolute
	closed bool
}

// OpenRoot opens a directory.
func OpenRoot(name string) (*Root, error) {
	return newRoot("open", name, name)
}

func newRoot(op, name, path string) (*Root, error) {
	info, err := Stat(path)
	if err == nil && !info.IsDir() {
		err = errors.New("not a directory")
	}
	if err != nil {
		return nil, &PathError{Op: op, Path: name, Err: underlyingError(err)}
	}
	if path[0] != '/' {
		dir, err := Getwd()
		if err != nil {
			return nil, err
		}
		path = dir + "/" + path
	}
	for len(path) > 1 && path[len(path)-1] == '/' {
		path = path[:len(path)-1]
	}
	return &Root{name: name, path: path}, nil
}

// OpenInRoot opens a file below dir, which name does not leave.
func OpenInRoot(dir, name string) (*File, error) {
	r, err := OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	return r.Open(name)
}

// Name returns the name with which the Root was opened.
func (r *Root) Name() string { return r.name }

// Close ends the use of the Root; files that were opened stay open.
func (r *Root) Close() error {
	r.closed = true
	return nil
}

// parts cuts a path at its slashes.
func parts(path string) []string {
	var list []string
	begin := 0
	for i := 0; i <= len(path); i++ {
		if i < len(path) && path[i] != '/' {
			continue
		}
		if part := path[begin:i]; part != "" && part != "." {
			list = append(list, part)
		}
		begin = i + 1
	}
	return list
}

// resolve returns the path that name means, without links, .. and the like but for the last part, which is followed if that is asked for.
func (r *Root) resolve(name string, follow bool) (string, error) {
	switch {
	case r.closed:
		return "", ErrClosed
	case name == "":
		return "", errEmptyPath
	case name[0] == '/':
		return "", errPathEscapes
	}
	for i := 0; i < len(name); i++ {
		if name[i] == 0 {
			return "", syscall.EINVAL
		}
	}
	// A slash at the end means a directory, so that a link is followed.
	follow = follow || name[len(name)-1] == '/'
	rest := parts(name)
	links := 0
	ends := []int{len(r.path)} // of the directories in path
	path := r.path
	for len(rest) > 0 {
		part := rest[0]
		rest = rest[1:]
		if part == ".." {
			if len(ends) == 1 {
				return "", errPathEscapes
			}
			ends = ends[:len(ends)-1]
			path = path[:ends[len(ends)-1]]
			continue
		}
		path += "/" + part
		info, err := Lstat(path)
		isLast := len(rest) == 0
		switch {
		case err != nil:
			if !isLast {
				return "", underlyingError(err)
			}
		case info.Mode()&ModeSymlink != 0:
			if isLast && !follow {
				break
			}
			if links++; links > maxRootLinks {
				return "", syscall.ELOOP
			}
			target, err := Readlink(path)
			if err != nil {
				return "", underlyingError(err)
			}
			if target == "" || target[0] == '/' {
				return "", errPathEscapes
			}
			if target[len(target)-1] == '/' {
				follow = true
			}
			rest = append(parts(target), rest...)
			path = path[:ends[len(ends)-1]]
			continue
		case !isLast && !info.IsDir():
			return "", syscall.ENOTDIR
		}
		ends = append(ends, len(path))
	}
	return path, nil
}

// rooted does something with the path that name means.
func rooted[T any](r *Root, op, name string, follow bool, do func(path string) (T, error)) (T, error) {
	path, err := r.resolve(name, follow)
	var result T
	if err == nil {
		result, err = do(path)
	}
	if err != nil {
		var none T
		return none, &PathError{Op: op, Path: name, Err: underlyingError(err)}
	}
	return result, nil
}

// rootedCall is rooted without a result.
func rootedCall(r *Root, op, name string, follow bool, do func(path string) error) error {
	_, err := rooted(r, op, name, follow, func(path string) (struct{}, error) { return struct{}{}, do(path) })
	return err
}

// Open opens a file for reading.
func (r *Root) Open(name string) (*File, error) { return r.OpenFile(name, O_RDONLY, 0) }

// Create opens a file for reading and writing; it is made, or emptied.
func (r *Root) Create(name string) (*File, error) {
	return r.OpenFile(name, O_RDWR|O_CREATE|O_TRUNC, 0666)
}

// OpenFile opens a file by flags. perm has permissions only.
func (r *Root) OpenFile(name string, flag int, perm FileMode) (*File, error) {
	if perm&0o777 != perm {
		return nil, &PathError{Op: "openat", Path: name, Err: errors.New("unsupported file mode")}
	}
	// A new file does not take the place of a link.
	follow := flag&(O_CREATE|O_EXCL) != O_CREATE|O_EXCL
	f, err := rooted(r, "openat", name, follow, func(path string) (*File, error) { return OpenFile(path, flag, perm) })
	if err == nil {
		f.name = r.name + "/" + name
	}
	return f, err
}

// OpenRoot opens a directory as a Root of its own.
func (r *Root) OpenRoot(name string) (*Root, error) {
	sub, err := rooted(r, "openat", name, true, func(path string) (*Root, error) { return newRoot("openat", name, path) })
	if err == nil {
		sub.name = r.name + "/" + name
	}
	return sub, err
}

// Chmod is not supported by WASI.
func (r *Root) Chmod(name string, mode FileMode) error {
	return rootedCall(r, "chmodat", name, true, func(path string) error { return Chmod(path, mode) })
}

// Chown is not supported by WASI.
func (r *Root) Chown(name string, uid, gid int) error {
	return rootedCall(r, "chownat", name, true, func(path string) error { return Chown(path, uid, gid) })
}

// Lchown is not supported by WASI.
func (r *Root) Lchown(name string, uid, gid int) error {
	return rootedCall(r, "lchownat", name, false, func(path string) error { return Lchown(path, uid, gid) })
}

// Chtimes sets the times of a file.
func (r *Root) Chtimes(name string, atime time.Time, mtime time.Time) error {
	return rootedCall(r, "chtimesat", name, true, func(path string) error { return Chtimes(path, atime, mtime) })
}

// Mkdir makes a directory.
func (r *Root) Mkdir(name string, perm FileMode) error {
	if perm&0o777 != perm {
		return &PathError{Op: "mkdirat", Path: name, Err: errors.New("unsupported file mode")}
	}
	return rootedCall(r, "mkdirat", name, false, func(path string) error { return Mkdir(path, perm) })
}

// MkdirAll makes a directory and all that are above it.
func (r *Root) MkdirAll(name string, perm FileMode) error {
	if perm&0o777 != perm {
		return &PathError{Op: "mkdirat", Path: name, Err: errors.New("unsupported file mode")}
	}
	if _, err := r.resolve(name, true); err != nil && err != error(syscall.ENOENT) {
		return &PathError{Op: "mkdirat", Path: name, Err: err}
	}
	for i := 1; i <= len(name); i++ {
		if i < len(name) && name[i] != '/' || name[i-1] == '/' {
			continue
		}
		above := name[:i]
		err := rootedCall(r, "mkdirat", above, true, func(path string) error {
			if info, err := Stat(path); err == nil {
				if info.IsDir() {
					return nil
				}
				return syscall.ENOTDIR
			}
			return Mkdir(path, perm)
		})
		if err != nil {
			return named(name, err)
		}
	}
	if name == "" || name[0] == '/' {
		_, err := r.resolve(name, true)
		return &PathError{Op: "mkdirat", Path: name, Err: err}
	}
	return nil
}

// Remove removes a file or an empty directory.
func (r *Root) Remove(name string) error {
	return rootedCall(r, "removeat", name, false, func(path string) error {
		if path == r.path {
			return syscall.EINVAL
		}
		return Remove(path)
	})
}

// RemoveAll removes a file, or a directory with all that is in it; it is no error if there is none.
func (r *Root) RemoveAll(name string) error {
	path, err := r.resolve(name, false)
	switch {
	case err == error(syscall.ENOENT) && name != "":
		return nil
	case err == nil && path == r.path:
		err = syscall.EINVAL
	case err == nil:
		err = RemoveAll(path)
	}
	if err != nil {
		return &PathError{Op: "RemoveAll", Path: name, Err: underlyingError(err)}
	}
	return nil
}

// Stat describes a file; links are followed.
func (r *Root) Stat(name string) (FileInfo, error) { return r.describe("statat", name, true, Stat) }

// Lstat describes a file or link.
func (r *Root) Lstat(name string) (FileInfo, error) { return r.describe("lstatat", name, false, Lstat) }

func (r *Root) describe(op, name string, follow bool, stat func(string) (FileInfo, error)) (FileInfo, error) {
	info, err := rooted(r, op, name, follow, stat)
	if s, ok := info.(*fileStat); ok {
		s.name = baseName(name)
	}
	return info, err
}

// Readlink returns what a link points to.
func (r *Root) Readlink(name string) (string, error) {
	return rooted(r, "readlinkat", name, false, Readlink)
}

// ReadFile returns the contents of a file.
func (r *Root) ReadFile(name string) ([]byte, error) {
	return rooted(r, "openat", name, true, ReadFile)
}

// WriteFile makes data the contents of a file, which is made if there is none.
func (r *Root) WriteFile(name string, data []byte, perm FileMode) error {
	f, err := r.OpenFile(name, O_WRONLY|O_CREATE|O_TRUNC, perm)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if closeErr := f.Close(); err == nil {
		err = closeErr
	}
	return err
}

// Symlink makes a link; what it points to may be anything.
func (r *Root) Symlink(oldname, newname string) error {
	path, err := r.resolve(newname, false)
	if err == nil {
		err = Symlink(oldname, path)
	}
	return linkError("symlinkat", oldname, newname, err)
}

// Link makes another name of a file.
func (r *Root) Link(oldname, newname string) error {
	return r.twoNames("linkat", oldname, newname, Link)
}

// Rename moves a file or directory.
func (r *Root) Rename(oldname, newname string) error {
	return r.twoNames("renameat", oldname, newname, Rename)
}

func (r *Root) twoNames(op, oldname, newname string, do func(oldpath, newpath string) error) error {
	oldpath, err := r.resolve(oldname, false)
	var newpath string
	if err == nil {
		newpath, err = r.resolve(newname, false)
	}
	if err == nil {
		err = do(oldpath, newpath)
	}
	return linkError(op, oldname, newname, err)
}

func linkError(op, oldname, newname string, err error) error {
	if err == nil {
		return nil
	}
	return &LinkError{Op: op, Old: oldname, New: newname, Err: underlyingError(err)}
}

// FS returns the files below the Root as a file system.
func (r *Root) FS() fs.FS { return (*rootFS)(r) }

type rootFS Root

// checked refuses names that no file system has.
func (r *rootFS) checked(op, name string) (*Root, error) {
	if !fs.ValidPath(name) {
		return nil, &PathError{Op: op, Path: name, Err: ErrInvalid}
	}
	return (*Root)(r), nil
}

func (r *rootFS) Open(name string) (fs.File, error) {
	root, err := r.checked("open", name)
	if err != nil {
		return nil, err
	}
	f, err := root.Open(name)
	if err != nil {
		return nil, err
	}
	return f, nil
}

func (r *rootFS) ReadDir(name string) ([]DirEntry, error) {
	root, err := r.checked("readdir", name)
	if err != nil {
		return nil, err
	}
	return rooted(root, "openat", name, true, ReadDir)
}

func (r *rootFS) ReadFile(name string) ([]byte, error) {
	root, err := r.checked("readfile", name)
	if err != nil {
		return nil, err
	}
	return root.ReadFile(name)
}

func (r *rootFS) ReadLink(name string) (string, error) {
	root, err := r.checked("readlink", name)
	if err != nil {
		return "", err
	}
	return root.Readlink(name)
}

func (r *rootFS) Stat(name string) (FileInfo, error) {
	root, err := r.checked("stat", name)
	if err != nil {
		return nil, err
	}
	return root.Stat(name)
}

func (r *rootFS) Lstat(name string) (FileInfo, error) {
	root, err := r.checked("lstat", name)
	if err != nil {
		return nil, err
	}
	return root.Lstat(name)
}
