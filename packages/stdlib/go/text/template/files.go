package template

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
)

// Must returns a template, and panics if there is an error.
func Must(t *Template, err error) *Template {
	if err != nil {
		panic(err)
	}
	return t
}

// ParseFiles returns a template from the first of some files, associated with those from the others. They have the names of the files
// without directory; of two with the same name the last one counts.
func ParseFiles(filenames ...string) (*Template, error) { return parseFiles(nil, readFile, filenames) }

// ParseFiles adds templates from files, under their names without directory.
func (t *Template) ParseFiles(filenames ...string) (*Template, error) {
	t.init()
	return parseFiles(t, readFile, filenames)
}

// ParseGlob is ParseFiles for the files that match a pattern of filepath.Match.
func ParseGlob(pattern string) (*Template, error) { return parseGlob(nil, pattern) }

// ParseGlob is ParseFiles for the files that match a pattern of filepath.Match.
func (t *Template) ParseGlob(pattern string) (*Template, error) {
	t.init()
	return parseGlob(t, pattern)
}

// ParseFS is ParseFiles for the files of a file system that match patterns of path.Match.
func ParseFS(fsys fs.FS, patterns ...string) (*Template, error) { return parseFS(nil, fsys, patterns) }

// ParseFS is ParseFiles for the files of a file system that match patterns of path.Match.
func (t *Template) ParseFS(fsys fs.FS, patterns ...string) (*Template, error) {
	t.init()
	return parseFS(t, fsys, patterns)
}

// A reader returns the name of a file without directory, and its content.
type reader func(file string) (name string, content []byte, err error)

func readFile(file string) (string, []byte, error) {
	content, err := os.ReadFile(file)
	return filepath.Base(file), content, err
}

func parseFiles(t *Template, read reader, files []string) (*Template, error) {
	if len(files) == 0 {
		return nil, fmt.Errorf("template: no files named in call to ParseFiles")
	}
	for _, file := range files {
		name, content, err := read(file)
		if err != nil {
			return nil, err
		}
		if t == nil {
			t = New(name)
		}
		defined := t
		if name != t.Name() {
			defined = t.New(name)
		}
		if _, err := defined.Parse(string(content)); err != nil {
			return nil, err
		}
	}
	return t, nil
}

func noMatch(pattern string) error {
	return fmt.Errorf("template: pattern matches no files: %#q", pattern)
}

func parseGlob(t *Template, pattern string) (*Template, error) {
	files, err := filepath.Glob(pattern)
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, noMatch(pattern)
	}
	return parseFiles(t, readFile, files)
}

func parseFS(t *Template, fsys fs.FS, patterns []string) (*Template, error) {
	var files []string
	for _, pattern := range patterns {
		list, err := fs.Glob(fsys, pattern)
		if err != nil {
			return nil, err
		}
		if len(list) == 0 {
			return nil, noMatch(pattern)
		}
		files = append(files, list...)
	}
	return parseFiles(t, func(file string) (string, []byte, error) {
		content, err := fs.ReadFile(fsys, file)
		return path.Base(file), content, err
	}, files)
}
