package syscall

import (
	"path"
	"unsafe"
)

// preopen is a directory that the host has opened for the program.
type preopen struct {
	fd   int32
	name string
	// rights are those that files opened below it may have; 0 if they are not known.
	rights uint64
}

// grantable returns the rights that files opened below the directory may have.
func (p *preopen) grantable() uint64 {
	if p.rights == 0 {
		var stat fdstat
		if fdFdstatGet(p.fd, unsafe.Pointer(&stat)) != 0 || stat.inheriting == 0 {
			// A host that does not say does not look at rights: request all.
			stat.inheriting = 1<<29 - 1
		}
		p.rights = stat.inheriting
	}
	return p.rights
}

var (
	preopens     []preopen
	preopensRead bool
	// The current directory, once it is known; relative paths of a host that has none are below the first preopen.
	currentDirectory string
)

func readPreopens() {
	if preopensRead {
		return
	}
	preopensRead = true
	var prestat struct{ tag, size uint32 }
	for fd := int32(3); fdPrestatGet(fd, unsafe.Pointer(&prestat)) == 0; fd++ {
		name := make([]byte, prestat.size+1)
		if fdPrestatDirName(fd, unsafe.Pointer(&name[0]), prestat.size) != 0 {
			continue
		}
		name = name[:prestat.size]
		for len(name) > 0 && name[len(name)-1] == 0 {
			name = name[:len(name)-1]
		}
		preopens = append(preopens, preopen{fd: fd, name: string(name)})
	}
	if currentDirectory == "" {
		if directory, _ := Getenv("PWD"); path.IsAbs(directory) {
			currentDirectory = directory
		}
	}
}

// locate returns the descriptor of the open directory that a path is below, and the rest of the path.
func locate(name string) (fd int32, rel string, errno Errno) {
	dir, rel, errno := locateIn(name)
	if errno != 0 {
		return 0, "", errno
	}
	return dir.fd, rel, 0
}

// locateIn returns the open directory that a path is below, and the rest of the path.
func locateIn(name string) (dir *preopen, rel string, errno Errno) {
	readPreopens()
	if name == "" {
		return nil, "", ENOENT
	}
	for i := 0; i < len(name); i++ {
		if name[i] == 0 {
			return nil, "", EINVAL
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
			return nil, "", ENOSYS
		}
		return nil, "", ENOENT
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

// below reports whether a path is that of a directory or below it.
func below(full, dir string) bool {
	if len(full) < len(dir) || full[:len(dir)] != dir {
		return false
	}
	return len(full) == len(dir) || dir[len(dir)-1] == '/' || full[len(dir)] == '/'
}

// Getwd returns the current directory.
func Getwd() (string, error) {
	readPreopens()
	if currentDirectory == "" {
		return "/", nil
	}
	return currentDirectory, nil
}

// Chdir makes a directory the current one.
func Chdir(name string) error {
	var stat Stat_t
	if err := Stat(name, &stat); err != nil {
		return err
	}
	if stat.Filetype != FILETYPE_DIRECTORY {
		return ENOTDIR
	}
	if path.IsAbs(name) {
		currentDirectory = path.Clean(name)
	} else {
		current, _ := Getwd()
		currentDirectory = path.Join(current, name)
	}
	return nil
}

// ImplementsGetwd says that Getwd knows the current directory.
const ImplementsGetwd = true
