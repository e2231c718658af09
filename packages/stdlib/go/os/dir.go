package os

import (
	"internal/byteorder"
	"io"
	"io/fs"
	"slices"
	"strings"
	"syscall"
	"unsafe"
)

// directory is how far a directory has been read.
type directory struct {
	cookie  uint64
	pending []*dirEntry
	ended   bool
}

type dirEntry struct {
	parent string
	name   string
	kind   uint8
}

func (e *dirEntry) Name() string   { return e.name }
func (e *dirEntry) IsDir() bool    { return e.kind == kindDirectory }
func (e *dirEntry) Type() FileMode { return modeOf(e.kind) }
func (e *dirEntry) String() string { return fs.FormatDirEntry(e) }

func (e *dirEntry) Info() (FileInfo, error) { return Lstat(e.parent + "/" + e.name) }

const (
	entryHeader     = 24
	directoryBuffer = 8192
)

// fill reads further entries from the host.
func (f *File) fill() error {
	if f.dir == nil {
		f.dir = new(directory)
	}
	for size := uint32(directoryBuffer); len(f.dir.pending) == 0 && !f.dir.ended; size *= 2 {
		buffer := make([]byte, size)
		errno := hostFdReaddir(f.fd, unsafe.Pointer(&buffer[0]), size, f.dir.cookie, unsafe.Pointer(&transferred))
		if errno != 0 {
			return f.fail("readdirent", syscall.Errno(errno))
		}
		f.dir.ended = transferred < size
		for rest := buffer[:transferred]; len(rest) >= entryHeader; {
			length := int(byteorder.LEUint32(rest[16:]))
			if len(rest) < entryHeader+length {
				break
			}
			f.dir.cookie = byteorder.LEUint64(rest)
			name := string(rest[entryHeader : entryHeader+length])
			if name != "." && name != ".." {
				entry := &dirEntry{f.name, name, rest[20]}
				if entry.kind == kindUnknown {
					// The host has not looked.
					if info, err := entry.Info(); err == nil {
						entry.kind = info.(*fileStat).data.kind
					}
				}
				f.dir.pending = append(f.dir.pending, entry)
			}
			rest = rest[entryHeader+length:]
		}
	}
	return nil
}

// entries returns the next n entries and io.EOF after the last; with n <= 0 all that are left.
func (f *File) entries(n int) ([]*dirEntry, error) {
	list := []*dirEntry{}
	for n <= 0 || len(list) < n {
		if f.dir == nil || len(f.dir.pending) == 0 {
			if err := f.fill(); err != nil {
				return list, err
			}
			if len(f.dir.pending) == 0 {
				break
			}
		}
		count := len(f.dir.pending)
		if n > 0 {
			count = min(count, n-len(list))
		}
		list = append(list, f.dir.pending[:count]...)
		f.dir.pending = f.dir.pending[count:]
	}
	if n > 0 && len(list) == 0 {
		return nil, io.EOF
	}
	return list, nil
}

// ReadDir returns at most n entries of the directory and io.EOF after the last; with n <= 0 all that are left.
func (f *File) ReadDir(n int) ([]DirEntry, error) {
	if err := f.check("readdir"); err != nil {
		return nil, err
	}
	entries, err := f.entries(n)
	list := make([]DirEntry, len(entries))
	for i, entry := range entries {
		list[i] = entry
	}
	return list, err
}

// Readdir is ReadDir with descriptions of the files.
func (f *File) Readdir(n int) ([]FileInfo, error) {
	if err := f.check("readdir"); err != nil {
		return nil, err
	}
	entries, err := f.entries(n)
	list := make([]FileInfo, 0, len(entries))
	for _, entry := range entries {
		info, infoErr := entry.Info()
		if IsNotExist(infoErr) {
			// It has been removed in the meantime.
			continue
		}
		if infoErr != nil {
			return list, infoErr
		}
		list = append(list, info)
	}
	return list, err
}

// Readdirnames is ReadDir with names only.
func (f *File) Readdirnames(n int) (names []string, err error) {
	if err := f.check("readdir"); err != nil {
		return nil, err
	}
	entries, err := f.entries(n)
	names = make([]string, len(entries))
	for i, entry := range entries {
		names[i] = entry.name
	}
	return names, err
}

// ReadDir returns the entries of a directory, sorted by name.
func ReadDir(name string) ([]DirEntry, error) {
	f, err := Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	list, err := f.ReadDir(-1)
	slices.SortFunc(list, func(a, b DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return list, err
}
