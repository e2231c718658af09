package os

import (
	"io"
	"io/fs"
)

// CopyFS copies all files, directories and symbolic links of a file system to dir, which is made if there is none. Files that are there already are an error. New files have
// the permissions of what is copied, as far as the host keeps them.
func CopyFS(dir string, fsys fs.FS) error {
	return fs.WalkDir(fsys, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		for i := 0; i < len(path); i++ {
			if path[i] == 0 {
				return &PathError{Op: "CopyFS", Path: path, Err: ErrInvalid}
			}
		}
		to := dir
		if path != "." {
			to = dir + "/" + path
			if dir != "" && dir[len(dir)-1] == '/' {
				to = dir + path
			}
		}
		switch d.Type() {
		case ModeDir:
			return MkdirAll(to, 0777)
		case ModeSymlink:
			target, err := fs.ReadLink(fsys, path)
			if err != nil {
				return err
			}
			return Symlink(target, to)
		case 0:
			return copyFile(fsys, path, to)
		}
		return &PathError{Op: "CopyFS", Path: path, Err: ErrInvalid}
	})
}

func copyFile(fsys fs.FS, path, to string) error {
	r, err := fsys.Open(path)
	if err != nil {
		return err
	}
	defer r.Close()
	info, err := r.Stat()
	if err != nil {
		return err
	}
	w, err := OpenFile(to, O_CREATE|O_EXCL|O_WRONLY, 0666|info.Mode()&0777)
	if err != nil {
		return err
	}
	if _, err := io.Copy(w, r); err != nil {
		w.Close()
		return &PathError{Op: "Copy", Path: to, Err: err}
	}
	return w.Close()
}
