package os

import (
	"io/fs"
	"syscall"
	"time"
	"unsafe"
)

// What package fs has, under the names of this package.
type (
	FileInfo = fs.FileInfo
	FileMode = fs.FileMode
	DirEntry = fs.DirEntry
)

// Bits of a FileMode.
const (
	ModeDir        = fs.ModeDir
	ModeAppend     = fs.ModeAppend
	ModeExclusive  = fs.ModeExclusive
	ModeTemporary  = fs.ModeTemporary
	ModeSymlink    = fs.ModeSymlink
	ModeDevice     = fs.ModeDevice
	ModeNamedPipe  = fs.ModeNamedPipe
	ModeSocket     = fs.ModeSocket
	ModeSetuid     = fs.ModeSetuid
	ModeSetgid     = fs.ModeSetgid
	ModeCharDevice = fs.ModeCharDevice
	ModeSticky     = fs.ModeSticky
	ModeIrregular  = fs.ModeIrregular
	ModeType       = fs.ModeType
	ModePerm       = fs.ModePerm
)

// What separates the elements of paths, and paths in lists.
const (
	PathSeparator     = '/'
	PathListSeparator = ':'
)

// IsPathSeparator reports whether c separates the elements of paths.
func IsPathSeparator(c uint8) bool { return c == PathSeparator }

// Kinds of files as WASI numbers them.
const (
	kindUnknown         = 0
	kindBlockDevice     = 1
	kindCharacterDevice = 2
	kindDirectory       = 3
	kindRegular         = 4
	kindDatagramSocket  = 5
	kindStreamSocket    = 6
	kindSymlink         = 7
)

// statData is what WASI says of a file.
type statData struct {
	device   uint64
	inode    uint64
	kind     uint8
	links    uint64
	size     uint64
	accessed int64
	modified int64
	changed  int64
}

type fileStat struct {
	name string
	data statData
}

func (s *fileStat) Name() string       { return s.name }
func (s *fileStat) Size() int64        { return int64(s.data.size) }
func (s *fileStat) IsDir() bool        { return s.data.kind == kindDirectory }
func (s *fileStat) ModTime() time.Time { return time.Unix(0, s.data.modified) }

// Sys returns what package syscall says of the file.
func (s *fileStat) Sys() any {
	d := &s.data
	return &syscall.Stat_t{
		Dev: d.device, Ino: d.inode, Filetype: d.kind, Nlink: d.links, Size: d.size,
		Atime: uint64(d.accessed), Mtime: uint64(d.modified), Ctime: uint64(d.changed),
		Mode: int(s.Mode().Perm()),
	}
}

// Mode returns the kind of the file. WASI knows no permissions: the owner may do everything.
func (s *fileStat) Mode() FileMode {
	mode := modeOf(s.data.kind)
	if mode.IsDir() {
		return mode | 0700
	}
	return mode | 0600
}

func (s *fileStat) String() string { return fs.FormatFileInfo(s) }

func modeOf(kind uint8) FileMode {
	switch kind {
	case kindDirectory:
		return ModeDir
	case kindRegular:
		return 0
	case kindSymlink:
		return ModeSymlink
	case kindCharacterDevice:
		return ModeDevice | ModeCharDevice
	case kindBlockDevice:
		return ModeDevice
	case kindDatagramSocket, kindStreamSocket:
		return ModeSocket
	case kindUnknown:
		// WASI has no number for pipes, and numbers for all else that Unix has.
		return ModeNamedPipe
	}
	return ModeIrregular
}

// baseName returns the last element of a path.
func baseName(name string) string {
	for len(name) > 1 && name[len(name)-1] == '/' {
		name = name[:len(name)-1]
	}
	i := len(name) - 1
	for i >= 0 && name[i] != '/' {
		i--
	}
	if name != "/" {
		name = name[i+1:]
	}
	return name
}

func statPath(op, name string, lookup uint32) (FileInfo, error) {
	at, rel, errno := locate(name)
	if errno == 0 {
		info := &fileStat{name: baseName(name)}
		data, size := pathBytes(rel)
		errno = syscall.Errno(hostPathFilestatGet(at, lookup, data, size, unsafe.Pointer(&info.data)))
		if errno == 0 {
			return info, nil
		}
	}
	return nil, &PathError{Op: op, Path: name, Err: errno}
}

// Stat describes a file; of a symbolic link, where it leads.
func Stat(name string) (FileInfo, error) { return statPath("stat", name, 1) }

// Lstat describes a file or a symbolic link itself.
func Lstat(name string) (FileInfo, error) { return statPath("lstat", name, 0) }

// SameFile reports whether two descriptions are of the same file.
func SameFile(fi1, fi2 FileInfo) bool {
	a, ok := fi1.(*fileStat)
	b, isStat := fi2.(*fileStat)
	return ok && isStat && a.data.device == b.data.device && a.data.inode == b.data.inode
}

// Chtimes sets the times of access and of modification; zero times stay as they are.
func Chtimes(name string, atime time.Time, mtime time.Time) error {
	at, rel, errno := locate(name)
	if errno == 0 {
		var flags uint32
		var accessed, modified int64
		if !atime.IsZero() {
			flags |= 1
			accessed = atime.UnixNano()
		}
		if !mtime.IsZero() {
			flags |= 4
			modified = mtime.UnixNano()
		}
		data, size := pathBytes(rel)
		errno = syscall.Errno(hostPathFilestatSetTimes(at, 1, data, size, accessed, modified, flags))
	}
	if errno != 0 {
		return &PathError{Op: "chtimes", Path: name, Err: errno}
	}
	return nil
}
