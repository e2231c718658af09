package fs

import "path"

// GlobFS is a file system that finds files by pattern by itself.
type GlobFS interface {
	FS
	Glob(pattern string) ([]string, error)
}

// Glob returns the names that match a pattern in the syntax of path.Match. The only error is path.ErrBadPattern.
func Glob(fsys FS, pattern string) (matches []string, err error) {
	if own, ok := fsys.(GlobFS); ok {
		return own.Glob(pattern)
	}
	return globDepth(fsys, pattern, 0)
}

// patternDepth limits recursion over patterns of very many elements.
const patternDepth = 10000

func globDepth(fsys FS, pattern string, depth int) (matches []string, err error) {
	if depth > patternDepth {
		return nil, path.ErrBadPattern
	}
	if _, err := path.Match(pattern, ""); err != nil {
		return nil, err
	}
	if !hasMeta(pattern) {
		if _, err = Stat(fsys, pattern); err != nil {
			return nil, nil
		}
		return []string{pattern}, nil
	}
	dir, last := path.Split(pattern)
	if dir == "" {
		dir = "."
	} else {
		dir = dir[:len(dir)-1]
	}
	if dir == pattern {
		return nil, path.ErrBadPattern
	}
	directories := []string{dir}
	if hasMeta(dir) {
		if directories, err = globDepth(fsys, dir, depth+1); err != nil {
			return nil, err
		}
	}
	for _, dir := range directories {
		list, err := ReadDir(fsys, dir)
		if err != nil {
			continue
		}
		for _, entry := range list {
			matched, err := path.Match(last, entry.Name())
			if err != nil {
				return matches, err
			}
			if matched {
				matches = append(matches, path.Join(dir, entry.Name()))
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
