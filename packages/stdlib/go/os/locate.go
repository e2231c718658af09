package os

import (
	"io/fs"
	"syscall"
	_ "unsafe"
)

// Package syscall knows where files are.

//go:linkname locate syscall.locate
func locate(name string) (fd int32, rel string, errno syscall.Errno)

//go:linkname openFile syscall.openFile
func openFile(name string, flag int) (fd int32, errno syscall.Errno)

//go:linkname lacking syscall.lacking
func lacking(fd int32, right uint64, errno syscall.Errno) syscall.Errno

// Getwd returns the current directory.
func Getwd() (dir string, err error) { return syscall.Getwd() }

// Chdir makes a directory the current one.
func Chdir(dir string) error {
	if err := syscall.Chdir(dir); err != nil {
		if dir == "" {
			err = syscall.ENOENT
		}
		return &PathError{Op: "chdir", Path: dir, Err: err}
	}
	return nil
}

type dirFS string

// DirFS returns the files below a directory as a file system.
func DirFS(dir string) fs.FS { return dirFS(dir) }

// join returns the path of a name of the file system.
func (dir dirFS) join(op, name string) (string, error) {
	if dir == "" {
		return "", &PathError{Op: op, Path: name, Err: errDirFSEmpty}
	}
	if !fs.ValidPath(name) {
		return "", &PathError{Op: op, Path: name, Err: ErrInvalid}
	}
	for i := 0; i < len(name); i++ {
		if name[i] == 0 {
			return "", &PathError{Op: op, Path: name, Err: ErrInvalid}
		}
	}
	if dir[len(dir)-1] == '/' {
		return string(dir) + name, nil
	}
	return string(dir) + "/" + name, nil
}

// named makes an error name what the caller named.
func named(name string, err error) error {
	if e, ok := err.(*PathError); ok {
		e.Path = name
	}
	return err
}

func (dir dirFS) Open(name string) (fs.File, error) {
	full, err := dir.join("open", name)
	if err != nil {
		return nil, err
	}
	f, err := Open(full)
	if err != nil {
		return nil, named(name, err)
	}
	return f, nil
}

func (dir dirFS) ReadFile(name string) ([]byte, error) {
	full, err := dir.join("readfile", name)
	if err != nil {
		return nil, err
	}
	data, err := ReadFile(full)
	return data, named(name, err)
}

func (dir dirFS) ReadDir(name string) ([]DirEntry, error) {
	full, err := dir.join("readdir", name)
	if err != nil {
		return nil, err
	}
	entries, err := ReadDir(full)
	return entries, named(name, err)
}

func (dir dirFS) Stat(name string) (fs.FileInfo, error) {
	full, err := dir.join("stat", name)
	if err != nil {
		return nil, err
	}
	info, err := Stat(full)
	return info, named(name, err)
}

func (dir dirFS) Lstat(name string) (fs.FileInfo, error) {
	full, err := dir.join("lstat", name)
	if err != nil {
		return nil, err
	}
	info, err := Lstat(full)
	return info, named(name, err)
}

func (dir dirFS) ReadLink(name string) (string, error) {
	full, err := dir.join("readlink", name)
	if err != nil {
		return "", err
	}
	target, err := Readlink(full)
	return target, named(name, err)
}
