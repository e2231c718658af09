package fs

import (
	"errors"
	"path"
)

// SkipDir, as the answer of a WalkDirFunc, leaves out a directory, or what follows in the directory of a file.
var SkipDir = errors.New("skip this directory")

// SkipAll, as the answer of a WalkDirFunc, ends the walk.
var SkipAll = errors.New("skip everything and stop the walk")

// WalkDirFunc is what WalkDir calls for each file and directory. With an error, either the root could not be described (d is
// nil) or the directory could not be read (it has been called for before).
type WalkDirFunc func(path string, d DirEntry, err error) error

// WalkDir calls visit for everything below root, root included, in the order of names. Symbolic links are not followed.
func WalkDir(fsys FS, root string, visit WalkDirFunc) error {
	info, err := Stat(fsys, root)
	if err != nil {
		err = visit(root, nil, err)
	} else {
		err = walk(fsys, root, FileInfoToDirEntry(info), visit)
	}
	if err == SkipDir || err == SkipAll {
		return nil
	}
	return err
}

func walk(fsys FS, name string, entry DirEntry, visit WalkDirFunc) error {
	if err := visit(name, entry, nil); err != nil || !entry.IsDir() {
		if err == SkipDir && entry.IsDir() {
			return nil
		}
		return err
	}
	list, err := ReadDir(fsys, name)
	if err != nil {
		// The second call for this directory, with the error.
		if err = visit(name, entry, err); err != nil {
			if err == SkipDir && entry.IsDir() {
				return nil
			}
			return err
		}
	}
	for _, inner := range list {
		if err := walk(fsys, path.Join(name, inner.Name()), inner, visit); err != nil {
			if err == SkipDir {
				break
			}
			return err
		}
	}
	return nil
}
