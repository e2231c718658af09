// Package embed lets programs read files that were put into them when they were built.
//
// A line //go:embed with patterns above a variable of type string, []byte or FS fills that variable with the files of
// the package's directory that the patterns name.
package embed

import (
	"errors"
	"io"
	"io/fs"
	"time"
)

// An FS is a tree of files that cannot be changed. Its zero value is an empty tree.
type FS struct {
	// The compiler writes the list (packages/ssa/src/globals/embedded.ts): files and, with a slash at the end of their names,
	// directories, ordered by the directory that they are in and then by their name in it.
	files *[]file
}

// A file is a file or directory of an FS, and describes itself.
type file struct {
	name string
	data string
}

var (
	_ fs.ReadDirFS   = FS{}
	_ fs.ReadFileFS  = FS{}
	_ fs.FileInfo    = (*file)(nil)
	_ fs.DirEntry    = (*file)(nil)
	_ fs.ReadDirFile = (*openDir)(nil)
	_ io.ReaderAt    = (*openFile)(nil)
	_ io.Seeker      = (*openFile)(nil)
)

// split returns the directory that a name is in, "." for the root, and the name in it.
func split(name string) (dir, elem string) {
	if name[len(name)-1] == '/' {
		name = name[:len(name)-1]
	}
	for i := len(name) - 1; i >= 0; i-- {
		if name[i] == '/' {
			return name[:i], name[i+1:]
		}
	}
	return ".", name
}

func (f *file) Name() string {
	_, elem := split(f.name)
	return elem
}

func (f *file) Size() int64                { return int64(len(f.data)) }
func (f *file) ModTime() time.Time         { return time.Time{} }
func (f *file) IsDir() bool                { return f.name[len(f.name)-1] == '/' }
func (f *file) Sys() any                   { return nil }
func (f *file) Type() fs.FileMode          { return f.Mode().Type() }
func (f *file) Info() (fs.FileInfo, error) { return f, nil }
func (f *file) String() string             { return fs.FormatFileInfo(f) }

func (f *file) Mode() fs.FileMode {
	if f.IsDir() {
		return fs.ModeDir | 0555
	}
	return 0444
}

// root is the directory that holds all.
var root = &file{name: "./"}

// search returns the index of the first file that is not before a name in a directory.
func (f FS) search(dir, elem string) int {
	files := *f.files
	low, high := 0, len(files)
	for low < high {
		middle := int(uint(low+high) / 2)
		d, e := split(files[middle].name)
		if d < dir || d == dir && e < elem {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return low
}

func (f FS) lookup(name string) *file {
	if !fs.ValidPath(name) {
		return nil
	}
	if name == "." {
		return root
	}
	if f.files == nil {
		return nil
	}
	dir, elem := split(name)
	files := *f.files
	if i := f.search(dir, elem); i < len(files) {
		if d, e := split(files[i].name); d == dir && e == elem {
			return &files[i]
		}
	}
	return nil
}

// list returns what a directory holds.
func (f FS) list(dir string) []file {
	if f.files == nil {
		return nil
	}
	files := *f.files
	start := f.search(dir, "")
	end := start
	for end < len(files) {
		if d, _ := split(files[end].name); d != dir {
			break
		}
		end++
	}
	return files[start:end]
}

// Open opens a file or a directory. A file can also be read at any offset and sought in.
func (f FS) Open(name string) (fs.File, error) {
	found := f.lookup(name)
	if found == nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	if found.IsDir() {
		return &openDir{found, f.list(name), 0}, nil
	}
	return &openFile{found, 0}, nil
}

// ReadDir returns the entries of a directory, ordered by name.
func (f FS) ReadDir(name string) ([]fs.DirEntry, error) {
	opened, err := f.Open(name)
	if err != nil {
		return nil, err
	}
	dir, ok := opened.(*openDir)
	if !ok {
		return nil, &fs.PathError{Op: "read", Path: name, Err: errors.New("not a directory")}
	}
	entries := make([]fs.DirEntry, len(dir.files))
	for i := range entries {
		entries[i] = &dir.files[i]
	}
	return entries, nil
}

// ReadFile returns a copy of what a file holds.
func (f FS) ReadFile(name string) ([]byte, error) {
	opened, err := f.Open(name)
	if err != nil {
		return nil, err
	}
	found, ok := opened.(*openFile)
	if !ok {
		return nil, &fs.PathError{Op: "read", Path: name, Err: errors.New("is a directory")}
	}
	return []byte(found.f.data), nil
}

type openFile struct {
	f      *file
	offset int64
}

func (o *openFile) Close() error               { return nil }
func (o *openFile) Stat() (fs.FileInfo, error) { return o.f, nil }

func (o *openFile) Read(b []byte) (int, error) {
	if o.offset >= int64(len(o.f.data)) {
		return 0, io.EOF
	}
	if o.offset < 0 {
		return 0, &fs.PathError{Op: "read", Path: o.f.name, Err: fs.ErrInvalid}
	}
	n := copy(b, o.f.data[o.offset:])
	o.offset += int64(n)
	return n, nil
}

// Seek sets the offset of the next Read.
func (o *openFile) Seek(offset int64, whence int) (int64, error) {
	switch whence {
	case io.SeekCurrent:
		offset += o.offset
	case io.SeekEnd:
		offset += int64(len(o.f.data))
	}
	if offset < 0 || offset > int64(len(o.f.data)) {
		return 0, &fs.PathError{Op: "seek", Path: o.f.name, Err: fs.ErrInvalid}
	}
	o.offset = offset
	return offset, nil
}

// ReadAt reads from an offset without moving that of Read.
func (o *openFile) ReadAt(b []byte, offset int64) (int, error) {
	if offset < 0 || offset > int64(len(o.f.data)) {
		return 0, &fs.PathError{Op: "read", Path: o.f.name, Err: fs.ErrInvalid}
	}
	n := copy(b, o.f.data[offset:])
	if n < len(b) {
		return n, io.EOF
	}
	return n, nil
}

type openDir struct {
	f      *file
	files  []file
	offset int
}

func (d *openDir) Close() error               { return nil }
func (d *openDir) Stat() (fs.FileInfo, error) { return d.f, nil }

func (d *openDir) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: d.f.name, Err: errors.New("is a directory")}
}

// ReadDir returns the next entries; all that are left if count is not positive.
func (d *openDir) ReadDir(count int) ([]fs.DirEntry, error) {
	n := len(d.files) - d.offset
	if n == 0 {
		if count <= 0 {
			return nil, nil
		}
		return nil, io.EOF
	}
	if count > 0 && n > count {
		n = count
	}
	entries := make([]fs.DirEntry, n)
	for i := range entries {
		entries[i] = &d.files[d.offset+i]
	}
	d.offset += n
	return entries, nil
}
