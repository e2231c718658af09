package os

import (
	"io/fs"
	"path"
	"syscall"
	"unsafe"
)

// preopen is a directory that the host has opened for the program.
type preopen struct {
	fd   int32
	name string
	// rights are those that files opened below it may have; 0 if nobody has asked.
	rights uint64
}

// grantable gives the rights that files opened below the directory may have.
func (p *preopen) grantable() uint64 {
	if p.rights == 0 {
		var stat descriptorStat
		if hostFdFdstatGet(p.fd, unsafe.Pointer(&stat)) != 0 || stat.inheriting == 0 {
			// A host that does not tell does not look at rights: ask for all.
			stat.inheriting = 1<<29 - 1
		}
		p.rights = stat.inheriting
	}
	return p.rights
}

var (
	preopens     []preopen
	preopensRead bool
	// The current directory, once it is known; relative paths of a host that gives none are below the first preopen.
	currentDirectory string
)

func readPreopens() {
	if preopensRead {
		return
	}
	preopensRead = true
	var prestat struct{ tag, size uint32 }
	for fd := int32(3); hostFdPrestatGet(fd, unsafe.Pointer(&prestat)) == 0; fd++ {
		name := make([]byte, prestat.size+1)
		if hostFdPrestatDirName(fd, unsafe.Pointer(&name[0]), prestat.size) != 0 {
			continue
		}
		name = name[:prestat.size]
		for len(name) > 0 && name[len(name)-1] == 0 {
			name = name[:len(name)-1]
		}
		preopens = append(preopens, preopen{fd: fd, name: string(name)})
	}
	if currentDirectory == "" {
		currentDirectory = Getenv("PWD")
		if !path.IsAbs(currentDirectory) {
			currentDirectory = ""
		}
	}
}

// locate gives the descriptor of the open directory that a path is below, and the rest of the path.
func locate(name string) (fd int32, rel string, errno syscall.Errno) {
	dir, rel, errno := locateIn(name)
	if errno != 0 {
		return 0, "", errno
	}
	return dir.fd, rel, 0
}

// locateIn gives the open directory that a path is below, and the rest of the path.
func locateIn(name string) (dir *preopen, rel string, errno syscall.Errno) {
	readPreopens()
	if name == "" {
		return nil, "", syscall.ENOENT
	}
	for i := 0; i < len(name); i++ {
		if name[i] == 0 {
			return nil, "", syscall.EINVAL
		}
	}
	full := name
	if !path.IsAbs(name) {
		switch {
		case currentDirectory != "":
			full = currentDirectory + "/" + name
		default:
			for i := range preopens {
				if dir := &preopens[i]; dir.name == "." || dir.name == "" {
					return dir, name, 0
				}
			}
			full = "/" + name
		}
	}
	best := -1
	for i, dir := range preopens {
		if !below(full, dir.name) {
			continue
		}
		if best < 0 || len(dir.name) > len(preopens[best].name) {
			best = i
		}
	}
	if best < 0 {
		if len(preopens) == 0 {
			return nil, "", syscall.ENOSYS
		}
		return nil, "", syscall.ENOENT
	}
	rel = full[len(preopens[best].name):]
	for rel != "" && rel[0] == '/' {
		rel = rel[1:]
	}
	if rel == "" {
		rel = "."
	}
	return &preopens[best], rel, 0
}

// below tells whether a path is that of a directory or below it.
func below(full, dir string) bool {
	if len(full) < len(dir) || full[:len(dir)] != dir {
		return false
	}
	return len(full) == len(dir) || dir[len(dir)-1] == '/' || full[len(dir)] == '/'
}

// Getwd gives the current directory.
func Getwd() (dir string, err error) {
	readPreopens()
	if currentDirectory == "" {
		return "/", nil
	}
	return currentDirectory, nil
}

// Chdir makes a directory the current one.
func Chdir(dir string) error {
	info, err := Stat(dir)
	if err != nil {
		return &PathError{Op: "chdir", Path: dir, Err: underlyingError(err)}
	}
	if !info.IsDir() {
		return &PathError{Op: "chdir", Path: dir, Err: syscall.ENOTDIR}
	}
	if path.IsAbs(dir) {
		currentDirectory = path.Clean(dir)
	} else {
		current, _ := Getwd()
		currentDirectory = path.Join(current, dir)
	}
	return nil
}

type dirFS string

// DirFS gives the files below a directory as a file system.
func DirFS(dir string) fs.FS { return dirFS(dir) }

// join gives the path of a name of the file system.
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
