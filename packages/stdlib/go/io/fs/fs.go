// Package fs has the interfaces of file systems, and functions that work with any of them.
package fs

import (
	"internal/oserror"
	"internal/stdio"
	"time"
	"unicode/utf8"
)

// FS is a tree of files.
type FS interface {
	// Open opens a file. Names that ValidPath refuses are a *PathError with ErrInvalid or ErrNotExist.
	Open(name string) (File, error)
}

// File is one open file.
type File interface {
	Stat() (FileInfo, error)
	Read([]byte) (int, error)
	Close() error
}

// ReadDirFile is an open directory.
type ReadDirFile interface {
	File
	// ReadDir returns at most n entries and io.EOF after the last; with n <= 0 all that are left.
	ReadDir(n int) ([]DirEntry, error)
}

// DirEntry is an entry of a directory.
type DirEntry interface {
	Name() string
	IsDir() bool
	Type() FileMode
	Info() (FileInfo, error)
}

// FileInfo describes a file.
type FileInfo interface {
	Name() string
	Size() int64
	Mode() FileMode
	ModTime() time.Time
	IsDir() bool
	Sys() any
}

// Errors that all file systems return.
var (
	ErrInvalid    = oserror.ErrInvalid
	ErrPermission = oserror.ErrPermission
	ErrExist      = oserror.ErrExist
	ErrNotExist   = oserror.ErrNotExist
	ErrClosed     = oserror.ErrClosed
)

// PathError is an error with the operation and the path that caused it.
type PathError struct {
	Op   string
	Path string
	Err  error
}

func init() {
	stdio.PathError = func(op, path string, err error) error { return &PathError{op, path, err} }
}

func (e *PathError) Error() string { return e.Op + " " + e.Path + ": " + e.Err.Error() }

// Unwrap returns the error of the operation.
func (e *PathError) Unwrap() error { return e.Err }

// Timeout reports whether the time for the operation was over.
func (e *PathError) Timeout() bool {
	inner, ok := e.Err.(interface{ Timeout() bool })
	return ok && inner.Timeout()
}

// ValidPath reports whether a name can be opened: elements separated by slashes, none of them empty, "." or ".."; the name "."
// alone is the root.
func ValidPath(name string) bool {
	if !utf8.ValidString(name) {
		return false
	}
	if name == "." {
		return true
	}
	start := 0
	for i := 0; i <= len(name); i++ {
		if i < len(name) && name[i] != '/' {
			continue
		}
		switch name[start:i] {
		case "", ".", "..":
			return false
		}
		start = i + 1
	}
	return true
}

// FileMode has the kind of a file in its high bits and the permissions in its low ones.
type FileMode uint32

// Bits of a mode. Only ModeDir is sure to be set where it is due.
const (
	ModeDir        FileMode = 1 << (32 - 1 - iota) // d
	ModeAppend                                     // a
	ModeExclusive                                  // l
	ModeTemporary                                  // T
	ModeSymlink                                    // L
	ModeDevice                                     // D
	ModeNamedPipe                                  // p
	ModeSocket                                     // S
	ModeSetuid                                     // u
	ModeSetgid                                     // g
	ModeCharDevice                                 // c
	ModeSticky                                     // t
	ModeIrregular                                  // ?

	ModeType = ModeDir | ModeSymlink | ModeNamedPipe | ModeSocket | ModeDevice | ModeCharDevice | ModeIrregular

	ModePerm FileMode = 0777
)

// String returns a letter for each bit, then the permissions: "drwxr-xr-x".
func (m FileMode) String() string {
	const letters = "dalTLDpSugct?"
	const permissions = "rwxrwxrwx"
	var text [len(letters) + len(permissions)]byte
	n := 0
	for i := 0; i < len(letters); i++ {
		if m&(1<<(31-i)) != 0 {
			text[n] = letters[i]
			n++
		}
	}
	if n == 0 {
		text[n] = '-'
		n++
	}
	for i := 0; i < len(permissions); i++ {
		text[n] = '-'
		if m&(1<<(8-i)) != 0 {
			text[n] = permissions[i]
		}
		n++
	}
	return string(text[:n])
}

// IsDir reports whether it is a directory.
func (m FileMode) IsDir() bool { return m&ModeDir != 0 }

// IsRegular reports whether it is an ordinary file.
func (m FileMode) IsRegular() bool { return m&ModeType == 0 }

// Perm returns the permissions.
func (m FileMode) Perm() FileMode { return m & ModePerm }

// Type returns the bits of the kind.
func (m FileMode) Type() FileMode { return m & ModeType }
