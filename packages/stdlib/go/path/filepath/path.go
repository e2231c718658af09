// Package filepath works with paths of files. The host's paths have slashes, so it is package path with files.
package filepath

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"syscall"
)

// What separates elements, and paths in lists.
const (
	Separator     = os.PathSeparator
	ListSeparator = os.PathListSeparator
)

// ErrBadPattern says that a pattern is malformed.
var ErrBadPattern = path.ErrBadPattern

// Clean returns the shortest path that means the same.
func Clean(p string) string { return path.Clean(p) }

// Split cuts a path after its last slash.
func Split(p string) (dir, file string) { return path.Split(p) }

// Join puts elements together, empty ones left out, and cleans the result.
func Join(elem ...string) string { return path.Join(elem...) }

// Ext returns the end of the last element from its last dot on.
func Ext(p string) string { return path.Ext(p) }

// Base returns the last element.
func Base(p string) string { return path.Base(p) }

// Dir returns all but the last element, cleaned.
func Dir(p string) string { return path.Dir(p) }

// IsAbs reports whether the path begins with a slash.
func IsAbs(p string) bool { return path.IsAbs(p) }

// Match reports whether the whole name matches a pattern, as path.Match does.
func Match(pattern, name string) (matched bool, err error) { return path.Match(pattern, name) }

// ToSlash returns the path with slashes for separators: itself.
func ToSlash(p string) string { return p }

// FromSlash returns the path with separators for slashes: itself.
func FromSlash(p string) string { return p }

// VolumeName returns the name of the volume, of which there is none.
func VolumeName(p string) string { return "" }

// HasPrefix reports whether p begins with prefix, whatever the elements are.
func HasPrefix(p, prefix string) bool { return len(p) >= len(prefix) && p[:len(prefix)] == prefix }

// SplitList returns the paths of a list like $PATH.
func SplitList(list string) []string {
	if list == "" {
		return []string{}
	}
	paths := []string{}
	start := 0
	for i := 0; i <= len(list); i++ {
		if i == len(list) || list[i] == ListSeparator {
			paths = append(paths, list[start:i])
			start = i + 1
		}
	}
	return paths
}

// IsLocal reports whether the path, as it is, stays below the directory it is used in.
func IsLocal(p string) bool {
	if p == "" || IsAbs(p) {
		return false
	}
	clean := Clean(p)
	return clean != ".." && !HasPrefix(clean, "../")
}

// Localize returns a path of package fs as one of the host.
func Localize(p string) (string, error) {
	if !fs.ValidPath(p) {
		return "", errors.New("invalid path")
	}
	for i := 0; i < len(p); i++ {
		if p[i] == 0 {
			return "", errors.New("invalid path")
		}
	}
	return p, nil
}

// Abs returns the path from the root on.
func Abs(p string) (string, error) {
	if IsAbs(p) {
		return Clean(p), nil
	}
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	return Join(dir, p), nil
}

// Rel returns the path that leads from base to target; both are relative or both absolute.
func Rel(basePath, targPath string) (string, error) {
	base, target := Clean(basePath), Clean(targPath)
	if base == target {
		return ".", nil
	}
	if base == "." {
		base = ""
	}
	failure := errors.New("Rel: can't make " + targPath + " relative to " + basePath)
	if IsAbs(base) != IsAbs(target) {
		return "", failure
	}
	// Common elements at the beginning.
	for base != "" && target != "" {
		b, baseRest := firstElement(base)
		t, targetRest := firstElement(target)
		if b != t {
			break
		}
		base, target = baseRest, targetRest
	}
	if target == "." {
		target = ""
	}
	up := ""
	for base != "" {
		element, rest := firstElement(base)
		if element == ".." {
			return "", failure
		}
		if element != "" {
			up += "../"
		}
		base = rest
	}
	if target == "" && up != "" {
		return up[:len(up)-1], nil
	}
	return up + target, nil
}

func firstElement(p string) (element, rest string) {
	for i := 0; i < len(p); i++ {
		if p[i] == Separator {
			return p[:i], p[i+1:]
		}
	}
	return p, ""
}

// linkLimit is how many symbolic links EvalSymlinks follows.
const linkLimit = 255

// EvalSymlinks returns the path with symbolic links replaced by where they lead.
func EvalSymlinks(p string) (string, error) {
	if p == "" {
		return "", nil
	}
	done := ""
	if IsAbs(p) {
		done = "/"
	}
	links := 0
	for rest := p; rest != ""; {
		var element string
		whole := len(rest)
		element, rest = firstElement(rest)
		followed := len(element) < whole
		if element == "" || element == "." {
			continue
		}
		if element == ".." && done != "" && Base(done) != ".." {
			done = Dir(done)
			if done == "." {
				done = ""
			}
			continue
		}
		next := Join(done, element)
		info, err := os.Lstat(next)
		if err != nil {
			return "", err
		}
		if info.Mode()&fs.ModeSymlink == 0 {
			if followed && !info.IsDir() {
				return "", syscall.ENOTDIR
			}
			done = next
			continue
		}
		if links++; links > linkLimit {
			return "", errors.New("EvalSymlinks: too many links")
		}
		target, err := os.Readlink(next)
		if err != nil {
			return "", err
		}
		if IsAbs(target) {
			done = "/"
		}
		if followed {
			target += "/" + rest
		}
		rest = target
	}
	return Clean(done), nil
}
