package fstest

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"testing/iotest"
)

// TestFS tests a file system: it walks through all of it and does with each file all that can be done, and looks for the
// expected files. Without any, the file system has to be empty.
func TestFS(fsys fs.FS, expected ...string) error {
	if err := testFS(fsys, expected...); err != nil {
		return err
	}
	for _, name := range expected {
		if i := strings.Index(name, "/"); i >= 0 {
			dir := name[:i]
			var below []string
			for _, other := range expected {
				if rest, ok := strings.CutPrefix(other, dir+"/"); ok {
					below = append(below, rest)
				}
			}
			sub, err := fs.Sub(fsys, dir)
			if err != nil {
				return err
			}
			if err := testFS(sub, below...); err != nil {
				return fmt.Errorf("testing fs.Sub(fsys, %s): %w", dir, err)
			}
			break
		}
	}
	return nil
}

func testFS(fsys fs.FS, expected ...string) error {
	t := tester{fsys: fsys}
	t.directory(".")
	t.open(".")
	found := make(map[string]bool)
	for _, dir := range t.dirs {
		found[dir] = true
	}
	for _, file := range t.files {
		found[file] = true
	}
	delete(found, ".")
	if len(expected) == 0 && len(found) > 0 {
		list := slices.Sorted(maps.Keys(found))
		if len(list) > 15 {
			list = append(list[:10], "...")
		}
		t.errorf("expected empty file system but found files:\n%s", strings.Join(list, "\n"))
	}
	for _, name := range expected {
		if !found[name] {
			t.errorf("expected but not found: %s", name)
		}
	}
	if len(t.errors) == 0 {
		return nil
	}
	return fmt.Errorf("TestFS found errors:\n%w", errors.Join(t.errors...))
}

// tester gathers what is wrong with a file system.
type tester struct {
	fsys   fs.FS
	errors []error
	dirs   []string
	files  []string
}

func (t *tester) errorf(format string, args ...any) {
	t.errors = append(t.errors, fmt.Errorf(format, args...))
}

// directory tests a directory and all below it.
func (t *tester) directory(dir string) {
	t.dirs = append(t.dirs, dir)
	list, ok := t.listing(dir)
	if !ok {
		return
	}
	prefix := ""
	if dir != "." {
		prefix = dir + "/"
	}
	for _, entry := range list {
		name := entry.Name()
		switch {
		case name == "." || name == ".." || name == "":
			t.errorf("%s: ReadDir: child has invalid name: %#q", dir, name)
			continue
		case strings.ContainsAny(name, `/\`):
			t.errorf("%s: ReadDir: child name contains slash or backslash: %#q", dir, name)
			continue
		}
		full := prefix + name
		t.stat(full, entry)
		t.open(full)
		switch entry.Type() {
		case fs.ModeDir:
			t.directory(full)
		case fs.ModeSymlink:
			t.files = append(t.files, full)
			t.link(full)
		default:
			t.file(full)
		}
	}
	t.again(dir, list)
	t.glob(dir, list)
}

// listing reads a directory through the file that Open returns.
func (t *tester) listing(dir string) ([]fs.DirEntry, bool) {
	file := t.openDirectory(dir)
	if file == nil {
		return nil, false
	}
	list, err := file.ReadDir(-1)
	if closeErr := file.Close(); err == nil && closeErr != nil {
		t.errorf("%s: Close: %w", dir, closeErr)
	}
	if err != nil {
		t.errorf("%s: ReadDir(-1): %w", dir, err)
		return nil, false
	}
	return list, true
}

func (t *tester) openDirectory(dir string) fs.ReadDirFile {
	file, err := t.fsys.Open(dir)
	if err != nil {
		t.errorf("%s: Open: %w", dir, err)
		return nil
	}
	d, ok := file.(fs.ReadDirFile)
	if !ok {
		file.Close()
		t.errorf("%s: Open returned File type %T, not a fs.ReadDirFile", dir, file)
		return nil
	}
	return d
}

// again reads a directory in other ways: all have to agree.
func (t *tester) again(dir string, list []fs.DirEntry) {
	if second, ok := t.listing(dir); ok {
		t.sameList(dir, "first Open+ReadDir(-1) vs second Open+ReadDir(-1)", list, second)
	}
	if file := t.openDirectory(dir); file != nil {
		var pieces []fs.DirEntry
		for n := 1; ; n = n%2 + 1 {
			part, err := file.ReadDir(n)
			if len(part) > n {
				t.errorf("%s: ReadDir(%d) returned %d entries", dir, n, len(part))
				break
			}
			pieces = append(pieces, part...)
			if err == io.EOF {
				break
			}
			if err != nil {
				t.errorf("%s: ReadDir(%d): %w", dir, n, err)
				break
			}
			if len(part) == 0 {
				t.errorf("%s: ReadDir(%d) returned no entries but nil error", dir, n)
				break
			}
		}
		file.Close()
		t.sameList(dir, "first Open+ReadDir(-1) vs third Open+ReadDir(1,2) loop", list, pieces)
	}
	sorted := func(name string, entries []fs.DirEntry) {
		for i := 1; i < len(entries); i++ {
			if entries[i-1].Name() >= entries[i].Name() {
				t.errorf("%s: %s not sorted: %s before %s", dir, name, entries[i-1].Name(), entries[i].Name())
			}
		}
	}
	if fsys, ok := t.fsys.(fs.ReadDirFS); ok {
		entries, err := fsys.ReadDir(dir)
		if err != nil {
			t.errorf("%s: fsys.ReadDir: %w", dir, err)
		} else {
			t.sameList(dir, "first Open+ReadDir(-1) vs fsys.ReadDir", list, entries)
			sorted("fsys.ReadDir", entries)
		}
	}
	entries, err := fs.ReadDir(t.fsys, dir)
	if err != nil {
		t.errorf("%s: fs.ReadDir: %w", dir, err)
		return
	}
	t.sameList(dir, "first Open+ReadDir(-1) vs fs.ReadDir", list, entries)
	sorted("fs.ReadDir", entries)
}

// sameList compares two lists of a directory, whatever their order.
func (t *tester) sameList(dir, what string, first, second []fs.DirEntry) {
	lines := func(list []fs.DirEntry) []string {
		var out []string
		for _, entry := range list {
			out = append(out, entryLine(entry))
		}
		slices.Sort(out)
		return out
	}
	a, b := lines(first), lines(second)
	if !slices.Equal(a, b) {
		t.errorf("%s: diff %s:\n\t%s\n\t%s", dir, what, strings.Join(a, "\n\t"), strings.Join(b, "\n\t"))
	}
}

func entryLine(entry fs.DirEntry) string {
	return fmt.Sprintf("%s IsDir=%v Type=%v", entry.Name(), entry.IsDir(), entry.Type())
}

func infoLine(info fs.FileInfo) string {
	return fmt.Sprintf("%s IsDir=%v Mode=%v Size=%d ModTime=%v", info.Name(), info.IsDir(), info.Mode(), info.Size(), info.ModTime())
}

// glob looks for the entries of a directory by patterns that match some of them.
func (t *tester) glob(dir string, list []fs.DirEntry) {
	fsys, ok := t.fsys.(fs.GlobFS)
	if !ok {
		return
	}
	quoted := ""
	if dir != "." {
		for _, part := range strings.Split(dir, "/") {
			for i, c := range part {
				switch {
				case strings.ContainsRune(`*?[\`, c):
					quoted += `\` + string(c)
				case i%5 == 4:
					quoted += "?"
				case i%5 == 3 && c != '-' && c != ']':
					quoted += "[" + string(c) + "-" + string(c) + "]"
				default:
					quoted += string(c)
				}
			}
			quoted += "/"
		}
	}
	if _, err := fsys.Glob(quoted + "nonexist/[]"); err == nil {
		t.errorf("%s: Glob(%#q): bad pattern not detected", dir, quoted+"nonexist/[]")
	}
	for _, letter := range "eaiou*" {
		pattern := "*" + string(letter) + "*"
		if letter == '*' {
			pattern = "*"
		}
		var want []string
		for _, entry := range list {
			if ok, _ := path.Match(pattern, entry.Name()); ok {
				want = append(want, path.Join(dir, entry.Name()))
			}
		}
		got, err := fsys.Glob(quoted + pattern)
		if err != nil {
			t.errorf("%s: Glob(%#q): %w", dir, quoted+pattern, err)
			continue
		}
		if !slices.IsSorted(got) {
			t.errorf("%s: Glob(%#q): unsorted output:\n%s", dir, quoted+pattern, strings.Join(got, "\n"))
		}
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.errorf("%s: Glob(%#q) wrong:\n\thave %q\n\twant %q", dir, quoted+pattern, got, want)
		}
	}
}

// stat asks for a file in all ways that there are.
func (t *tester) stat(name string, entry fs.DirEntry) {
	file, err := t.fsys.Open(name)
	if err != nil {
		if entry.Type() != fs.ModeSymlink {
			t.errorf("%s: Open: %w", name, err)
		}
		return
	}
	info, err := file.Stat()
	file.Close()
	if err != nil {
		t.errorf("%s: Stat: %w", name, err)
		return
	}
	isLink := entry.Type() == fs.ModeSymlink
	fromFile := fmt.Sprintf("%s IsDir=%v Type=%v", info.Name(), info.IsDir(), info.Mode().Type())
	if line := entryLine(entry); !isLink && line != fromFile {
		t.errorf("%s: mismatch:\n\tentry = %s\n\tfile.Stat() = %s", name, line, fromFile)
	}
	if base := path.Base(name); info.Name() != base {
		t.errorf("%s: file.Stat().Name() = %q, want %q", name, info.Name(), base)
	}
	own, err := entry.Info()
	if err != nil {
		t.errorf("%s: entry.Info: %w", name, err)
		return
	}
	if line := infoLine(info); !isLink && infoLine(own) != line {
		t.errorf("%s: mismatch:\n\tentry.Info() = %s\n\tfile.Stat() = %s", name, infoLine(own), line)
	}
	direct, err := fs.Stat(t.fsys, name)
	if err != nil {
		t.errorf("%s: fs.Stat: %w", name, err)
	} else if line := infoLine(info); infoLine(direct) != line {
		t.errorf("%s: fs.Stat(...) = %s\n\twant %s", name, infoLine(direct), line)
	}
	if fsys, ok := t.fsys.(fs.StatFS); ok {
		direct, err := fsys.Stat(name)
		if err != nil {
			t.errorf("%s: fsys.Stat: %w", name, err)
		} else if line := infoLine(info); infoLine(direct) != line {
			t.errorf("%s: fsys.Stat(...) = %s\n\twant %s", name, infoLine(direct), line)
		}
	}
	if fsys, ok := t.fsys.(fs.ReadLinkFS); ok {
		direct, err := fsys.Lstat(name)
		if err != nil {
			t.errorf("%s: fsys.Lstat: %v", name, err)
		} else if line := infoLine(direct); line != infoLine(own) {
			t.errorf("%s: fsys.Lstat(...) = %s\n\twant %s", name, line, infoLine(own))
		}
	}
}

// link tests a symbolic link.
func (t *tester) link(name string) {
	if fsys, ok := t.fsys.(fs.ReadLinkFS); ok {
		if _, err := fsys.ReadLink(name); err != nil {
			t.errorf("%s: ReadLink: %w", name, err)
		}
	}
}

// file reads a file in all ways that there are.
func (t *tester) file(name string) {
	t.files = append(t.files, name)
	f, err := t.fsys.Open(name)
	if err != nil {
		t.errorf("%s: Open: %w", name, err)
		return
	}
	data, err := io.ReadAll(f)
	if err != nil {
		f.Close()
		t.errorf("%s: Open+ReadAll: %w", name, err)
		return
	}
	if err := f.Close(); err != nil {
		t.errorf("%s: Close: %w", name, err)
	}
	// A second Close may fail, but must not panic.
	f.Close()
	same := func(what string, other []byte) {
		if string(other) != string(data) {
			t.errorf("%s: ReadAll vs %s: different data returned\n\t%q\n\t%q", name, what, data, other)
		}
	}
	if fsys, ok := t.fsys.(fs.ReadFileFS); ok {
		other, err := fsys.ReadFile(name)
		if err != nil {
			t.errorf("%s: fsys.ReadFile: %w", name, err)
		} else {
			same("fsys.ReadFile", other)
			// What was read belongs to the caller.
			for i := range other {
				other[i]++
			}
			if third, err := fsys.ReadFile(name); err != nil {
				t.errorf("%s: second call to fsys.ReadFile: %w", name, err)
			} else {
				same("second fsys.ReadFile", third)
			}
		}
		t.badPath("ReadFile", name, func(name string) error { _, err := fsys.ReadFile(name); return err })
	}
	if other, err := fs.ReadFile(t.fsys, name); err != nil {
		t.errorf("%s: fs.ReadFile: %w", name, err)
	} else {
		same("fs.ReadFile", other)
	}
	f, err = t.fsys.Open(name)
	if err != nil {
		t.errorf("%s: second Open: %w", name, err)
		return
	}
	defer f.Close()
	if err := iotest.TestReader(f, data); err != nil {
		t.errorf("%s: failed TestReader:\n\t%s", name, strings.ReplaceAll(err.Error(), "\n", "\n\t"))
	}
}

// open tries paths that Open has to refuse.
func (t *tester) open(name string) {
	t.badPath("Open", name, func(name string) error {
		file, err := t.fsys.Open(name)
		if err == nil {
			file.Close()
		}
		return err
	})
}

func (t *tester) badPath(what, name string, open func(string) error) {
	bad := []string{"/" + name, name + "/."}
	if name == "." {
		bad = append(bad, "/")
	}
	if i := strings.Index(name, "/"); i >= 0 {
		bad = append(bad, name[:i]+"//"+name[i+1:], name[:i]+"/./"+name[i+1:])
	}
	if i := strings.LastIndex(name, "/"); i >= 0 {
		bad = append(bad, name[:i]+"/../"+name)
	}
	for _, path := range bad {
		if open(path) == nil {
			t.errorf("%s: %s(%s) succeeded, want error", name, what, path)
		}
	}
}
