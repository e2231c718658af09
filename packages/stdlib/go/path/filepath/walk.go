package filepath

import (
	"io/fs"
	"os"
	"slices"
)

// lstat describes a file; tests replace it by a failing one.
var lstat = os.Lstat

// SkipDir, as the answer of a WalkFunc, leaves out a directory, or what follows in the directory of a file.
var SkipDir error = fs.SkipDir

// SkipAll, as the answer of a WalkFunc, ends the walk.
var SkipAll error = fs.SkipAll

// WalkFunc is what Walk calls for each file and directory.
type WalkFunc func(path string, info fs.FileInfo, err error) error

// WalkDir calls visit for everything below root, root included, in the order of names. Symbolic links are not followed.
func WalkDir(root string, visit fs.WalkDirFunc) error {
	info, err := os.Lstat(root)
	if err != nil {
		err = visit(root, nil, err)
	} else {
		err = walkEntries(root, fs.FileInfoToDirEntry(info), visit)
	}
	return endOfWalk(err)
}

func endOfWalk(err error) error {
	if err == SkipDir || err == SkipAll {
		return nil
	}
	return err
}

func walkEntries(path string, entry fs.DirEntry, visit fs.WalkDirFunc) error {
	if err := visit(path, entry, nil); err != nil || !entry.IsDir() {
		if err == SkipDir && entry.IsDir() {
			return nil
		}
		return err
	}
	list, err := os.ReadDir(path)
	if err != nil {
		if err = visit(path, entry, err); err != nil {
			if err == SkipDir && entry.IsDir() {
				return nil
			}
			return err
		}
	}
	for _, inner := range list {
		if err := walkEntries(Join(path, inner.Name()), inner, visit); err != nil {
			if err == SkipDir {
				break
			}
			return err
		}
	}
	return nil
}

// Walk is WalkDir with a description of each file; a directory is read before the call for it.
func Walk(root string, visit WalkFunc) error {
	info, err := os.Lstat(root)
	if err != nil {
		err = visit(root, nil, err)
	} else {
		err = walkInfos(root, info, visit)
	}
	return endOfWalk(err)
}

func walkInfos(path string, info fs.FileInfo, visit WalkFunc) error {
	if !info.IsDir() {
		return visit(path, info, nil)
	}
	names, readErr := namesIn(path)
	err := visit(path, info, readErr)
	// The visitor decides about the error; with one there are no names to go on with.
	if readErr != nil || err != nil {
		return err
	}
	for _, name := range names {
		inner := Join(path, name)
		innerInfo, err := lstat(inner)
		if err != nil {
			if err := visit(inner, innerInfo, err); err != nil && err != SkipDir {
				return err
			}
			continue
		}
		if err := walkInfos(inner, innerInfo, visit); err != nil {
			if !innerInfo.IsDir() || err != SkipDir {
				return err
			}
		}
	}
	return nil
}

func namesIn(dir string) ([]string, error) {
	f, err := os.Open(dir)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	names, err := f.Readdirnames(-1)
	if err != nil {
		return nil, err
	}
	slices.Sort(names)
	return names, nil
}

// Glob returns the paths that match a pattern in the syntax of Match. The only error is ErrBadPattern.
func Glob(pattern string) (matches []string, err error) { return globDepth(pattern, 0) }

// patternDepth limits recursion over patterns of very many elements.
const patternDepth = 10000

func globDepth(pattern string, depth int) (matches []string, err error) {
	if depth > patternDepth {
		return nil, ErrBadPattern
	}
	if _, err := Match(pattern, ""); err != nil {
		return nil, err
	}
	if !hasMeta(pattern) {
		if _, err = os.Lstat(pattern); err != nil {
			return nil, nil
		}
		return []string{pattern}, nil
	}
	dir, last := Split(pattern)
	switch {
	case dir == "":
		dir = "."
	case dir != "/":
		dir = dir[:len(dir)-1]
	}
	directories := []string{dir}
	if hasMeta(dir) {
		if dir == pattern {
			return nil, ErrBadPattern
		}
		if directories, err = globDepth(dir, depth+1); err != nil {
			return nil, err
		}
	}
	for _, dir := range directories {
		info, err := os.Stat(dir)
		if err != nil || !info.IsDir() {
			continue
		}
		names, err := namesIn(dir)
		if err != nil {
			continue
		}
		for _, name := range names {
			matched, err := Match(last, name)
			if err != nil {
				return matches, err
			}
			if matched {
				matches = append(matches, Join(dir, name))
			}
		}
	}
	return matches, nil
}

func hasMeta(pattern string) bool {
	for i := 0; i < len(pattern); i++ {
		switch pattern[i] {
		case '*', '?', '[', '\\':
			return true
		}
	}
	return false
}
