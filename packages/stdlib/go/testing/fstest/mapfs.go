// Package fstest has a file system in memory, and a test of file systems.
package fstest

import (
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"
)

// MapFS is a file system in memory: files by their paths. Directories need not be there.
type MapFS map[string]*MapFile

// MapFile is a file of a MapFS.
type MapFile struct {
	Data    []byte
	Mode    fs.FileMode
	ModTime time.Time
	Sys     any
}

var (
	_ fs.FS         = MapFS(nil)
	_ fs.ReadLinkFS = MapFS(nil)
)

// Open opens a file; links are followed.
func (fsys MapFS) Open(name string) (fs.File, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	realName, ok := fsys.resolve(name)
	if !ok {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	file := fsys[realName]
	if file != nil && file.Mode&fs.ModeDir == 0 {
		return &openFile{name, info{path.Base(name), file}, 0}, nil
	}
	var entries []info
	need := make(map[string]bool)
	prefix := ""
	if realName != "." {
		prefix = realName + "/"
	}
	for below, f := range fsys {
		rest, ok := strings.CutPrefix(below, prefix)
		if !ok || rest == "." || rest == "" {
			continue
		}
		if first, _, deeper := strings.Cut(rest, "/"); deeper {
			need[first] = true
		} else {
			entries = append(entries, info{rest, f})
		}
	}
	// Without entries it is a directory only if it is written down as one.
	if realName != "." && file == nil && len(entries) == 0 && len(need) == 0 {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	for _, entry := range entries {
		delete(need, entry.name)
	}
	for sub := range need {
		entries = append(entries, info{sub, &MapFile{Mode: fs.ModeDir | 0o555}})
	}
	slices.SortFunc(entries, func(a, b info) int { return strings.Compare(a.name, b.name) })
	if file == nil {
		file = &MapFile{Mode: fs.ModeDir | 0o555}
	}
	return &openDir{name, info{path.Base(name), file}, entries, 0}, nil
}

// resolve follows the links of a path.
func (fsys MapFS) resolve(name string) (string, bool) {
	for depth := 0; depth < 40; depth++ {
		link := ""
		parts := strings.Split(name, "/")
		for i := range parts {
			if f := fsys[strings.Join(parts[:i+1], "/")]; f != nil && f.Mode.Type() == fs.ModeSymlink {
				link = strings.Join(parts[:i+1], "/")
				target := string(f.Data)
				if path.IsAbs(target) {
					return "", false
				}
				name = path.Join(path.Dir(link), target, strings.Join(parts[i+1:], "/"))
				break
			}
		}
		if link == "" {
			return name, fs.ValidPath(name)
		}
		if !fs.ValidPath(name) {
			return "", false
		}
	}
	return "", false
}

// ReadLink returns where a link leads.
func (fsys MapFS) ReadLink(name string) (string, error) {
	file, err := fsys.lstat(name)
	if err != nil {
		return "", &fs.PathError{Op: "readlink", Path: name, Err: err}
	}
	if file.f.Mode.Type() != fs.ModeSymlink {
		return "", &fs.PathError{Op: "readlink", Path: name, Err: fs.ErrInvalid}
	}
	return string(file.f.Data), nil
}

// Lstat describes a file; a link is not followed.
func (fsys MapFS) Lstat(name string) (fs.FileInfo, error) {
	file, err := fsys.lstat(name)
	if err != nil {
		return nil, &fs.PathError{Op: "lstat", Path: name, Err: err}
	}
	return file, nil
}

func (fsys MapFS) lstat(name string) (*info, error) {
	if !fs.ValidPath(name) {
		return nil, fs.ErrNotExist
	}
	dir, ok := fsys.resolve(path.Dir(name))
	if !ok {
		return nil, fs.ErrNotExist
	}
	elem := path.Base(name)
	realName := path.Join(dir, elem)
	if file := fsys[realName]; file != nil {
		return &info{elem, file}, nil
	}
	if realName != "." {
		found := false
		for below := range fsys {
			if strings.HasPrefix(below, realName+"/") {
				found = true
				break
			}
		}
		if !found {
			return nil, fs.ErrNotExist
		}
	}
	return &info{elem, &MapFile{Mode: fs.ModeDir | 0o555}}, nil
}

// only hides the methods of MapFS that functions of io/fs would call.
type only struct{ fs.FS }

// ReadFile reads a file.
func (fsys MapFS) ReadFile(name string) ([]byte, error) { return fs.ReadFile(only{fsys}, name) }

// Stat describes a file.
func (fsys MapFS) Stat(name string) (fs.FileInfo, error) { return fs.Stat(only{fsys}, name) }

// ReadDir lists a directory.
func (fsys MapFS) ReadDir(name string) ([]fs.DirEntry, error) { return fs.ReadDir(only{fsys}, name) }

// Glob lists the paths that match a pattern.
func (fsys MapFS) Glob(pattern string) ([]string, error) { return fs.Glob(only{fsys}, pattern) }

// Sub is the file system below a directory.
func (fsys MapFS) Sub(dir string) (fs.FS, error) { return fs.Sub(withoutSub{fsys}, dir) }

// withoutSub is a MapFS without Sub.
type withoutSub struct{ m MapFS }

func (s withoutSub) Open(name string) (fs.File, error)          { return s.m.Open(name) }
func (s withoutSub) ReadFile(name string) ([]byte, error)       { return s.m.ReadFile(name) }
func (s withoutSub) Stat(name string) (fs.FileInfo, error)      { return s.m.Stat(name) }
func (s withoutSub) ReadDir(name string) ([]fs.DirEntry, error) { return s.m.ReadDir(name) }
func (s withoutSub) Glob(pattern string) ([]string, error)      { return s.m.Glob(pattern) }
func (s withoutSub) ReadLink(name string) (string, error)       { return s.m.ReadLink(name) }
func (s withoutSub) Lstat(name string) (fs.FileInfo, error)     { return s.m.Lstat(name) }

// info describes a file, and is an entry of a directory.
type info struct {
	name string
	f    *MapFile
}

func (i *info) Name() string               { return path.Base(i.name) }
func (i *info) Size() int64                { return int64(len(i.f.Data)) }
func (i *info) Mode() fs.FileMode          { return i.f.Mode }
func (i *info) Type() fs.FileMode          { return i.f.Mode.Type() }
func (i *info) ModTime() time.Time         { return i.f.ModTime }
func (i *info) IsDir() bool                { return i.f.Mode&fs.ModeDir != 0 }
func (i *info) Sys() any                   { return i.f.Sys }
func (i *info) Info() (fs.FileInfo, error) { return i, nil }
func (i *info) String() string             { return fs.FormatFileInfo(i) }

// openFile is a file that is open.
type openFile struct {
	path string
	info
	offset int64
}

func (f *openFile) Stat() (fs.FileInfo, error) { return &f.info, nil }
func (f *openFile) Close() error               { return nil }

func (f *openFile) Read(b []byte) (int, error) {
	if f.offset >= int64(len(f.f.Data)) {
		return 0, io.EOF
	}
	if f.offset < 0 {
		return 0, &fs.PathError{Op: "read", Path: f.path, Err: fs.ErrInvalid}
	}
	n := copy(b, f.f.Data[f.offset:])
	f.offset += int64(n)
	return n, nil
}

func (f *openFile) Seek(offset int64, whence int) (int64, error) {
	switch whence {
	case io.SeekCurrent:
		offset += f.offset
	case io.SeekEnd:
		offset += int64(len(f.f.Data))
	}
	if offset < 0 || offset > int64(len(f.f.Data)) {
		return 0, &fs.PathError{Op: "seek", Path: f.path, Err: fs.ErrInvalid}
	}
	f.offset = offset
	return offset, nil
}

func (f *openFile) ReadAt(b []byte, offset int64) (int, error) {
	if offset < 0 || offset > int64(len(f.f.Data)) {
		return 0, &fs.PathError{Op: "read", Path: f.path, Err: fs.ErrInvalid}
	}
	n := copy(b, f.f.Data[offset:])
	if n < len(b) {
		return n, io.EOF
	}
	return n, nil
}

// openDir is a directory that is open.
type openDir struct {
	path string
	info
	entries []info
	offset  int
}

func (d *openDir) Stat() (fs.FileInfo, error) { return &d.info, nil }
func (d *openDir) Close() error               { return nil }
func (d *openDir) Read(b []byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: d.path, Err: fs.ErrInvalid}
}

func (d *openDir) ReadDir(count int) ([]fs.DirEntry, error) {
	n := len(d.entries) - d.offset
	if n == 0 && count > 0 {
		return nil, io.EOF
	}
	if count > 0 {
		n = min(n, count)
	}
	list := make([]fs.DirEntry, n)
	for i := range list {
		list[i] = &d.entries[d.offset+i]
	}
	d.offset += n
	return list, nil
}
