// Compares what the packages of our library export with the packages of the Go tree for wasip1: names that are missing, and
// names that are something else. The first argument is the directory of our packages, the others are packages of Go; without
// any, all that users may import.
package main

import (
	"fmt"
	"go/ast"
	"go/build"
	"go/constant"
	"go/parser"
	"go/token"
	"go/types"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

func main() {
	libraries := []string{filepath.Join(os.Args[1], "runtime/go"), filepath.Join(os.Args[1], "stdlib/go")}
	paths := os.Args[2:]
	if len(paths) == 0 {
		for _, library := range libraries {
			paths = append(paths, packagesBelow(library)...)
		}
		slices.Sort(paths)
	}
	ours := newLoader([]string{"goes"}, libraries...)
	theirs := newLoader(nil)
	faults := 0
	for _, path := range paths {
		found := compare(ours.load(path), theirs.load(path))
		faults += len(found)
		fmt.Printf("%-24s %s\n", path, verdict(found))
		for _, line := range found {
			fmt.Printf("    %s\n", line)
		}
	}
	fmt.Printf("api: %d packages, %d differences\n", len(paths), faults)
	if faults > 0 {
		os.Exit(1)
	}
}

func verdict(found []string) string {
	if len(found) == 0 {
		return "as in Go"
	}
	return fmt.Sprintf("%d differences", len(found))
}

// packagesBelow returns the packages that users may import.
func packagesBelow(library string) (paths []string) {
	filepath.WalkDir(library, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.IsDir() {
			return err
		}
		rel, _ := filepath.Rel(library, path)
		if entry.Name() == "internal" || entry.Name() == "testdata" {
			return filepath.SkipDir
		}
		if files, _ := filepath.Glob(filepath.Join(path, "*.go")); len(files) > 0 {
			paths = append(paths, filepath.ToSlash(rel))
		}
		return nil
	})
	return paths
}

// loader checks the declarations of packages: those of its directories, all others from the Go tree.
type loader struct {
	fset        *token.FileSet
	context     build.Context
	directories []string
	done        map[string]*types.Package
}

func newLoader(tags []string, directories ...string) *loader {
	context := build.Default
	context.GOOS, context.GOARCH, context.CgoEnabled = "wasip1", "wasm", false
	context.BuildTags = tags
	return &loader{token.NewFileSet(), context, directories, map[string]*types.Package{"unsafe": types.Unsafe}}
}

func (l *loader) Import(path string) (*types.Package, error) { return l.load(path), nil }

func (l *loader) load(path string) *types.Package {
	if pkg := l.done[path]; pkg != nil {
		return pkg
	}
	tree := filepath.Join(l.context.GOROOT, "src")
	for _, directory := range append(slices.Clone(l.directories), tree, filepath.Join(tree, "vendor")) {
		listed, err := l.context.ImportDir(filepath.Join(directory, path), 0)
		if err != nil {
			continue
		}
		var files []*ast.File
		for _, name := range listed.GoFiles {
			file, err := parser.ParseFile(l.fset, filepath.Join(listed.Dir, name), nil, parser.SkipObjectResolution)
			if err == nil {
				files = append(files, file)
			}
		}
		// Types that could not be found are of no interest: what is compared is there, or it is reported.
		config := types.Config{IgnoreFuncBodies: true, Importer: l, Error: func(error) {}, Sizes: sizes{}}
		pkg, _ := config.Check(path, l.fset, files, nil)
		l.done[path] = pkg
		return pkg
	}
	pkg := types.NewPackage(path, filepath.Base(path))
	l.done[path] = pkg
	return pkg
}

// sizes are those of goes, whose pointers take 4 bytes and whose int takes 8.
type sizes struct{}

var words = types.StdSizes{WordSize: 8, MaxAlign: 8}

func (sizes) Alignof(t types.Type) int64            { return words.Alignof(t) }
func (sizes) Offsetsof(fields []*types.Var) []int64 { return words.Offsetsof(fields) }
func (sizes) Sizeof(t types.Type) int64             { return words.Sizeof(t) }

// compare returns what ours lacks, or has otherwise.
func compare(ours, theirs *types.Package) (found []string) {
	for _, name := range theirs.Scope().Names() {
		if !token.IsExported(name) {
			continue
		}
		want, have := theirs.Scope().Lookup(name), ours.Scope().Lookup(name)
		if have == nil {
			found = append(found, "missing: "+show(want))
			continue
		}
		if show(want) != show(have) {
			found = append(found, fmt.Sprintf("%s; here %s", show(want), show(have)))
		}
		found = append(found, compareMembers(name, want, have)...)
	}
	for _, name := range ours.Scope().Names() {
		if token.IsExported(name) && theirs.Scope().Lookup(name) == nil {
			found = append(found, "not in Go: "+show(ours.Scope().Lookup(name)))
		}
	}
	return found
}

// compareMembers compares methods, and the exported fields of structs.
func compareMembers(name string, want, have types.Object) (found []string) {
	if _, ok := want.(*types.TypeName); !ok {
		return nil
	}
	mine := members(have.Type())
	theirs := members(want.Type())
	for _, member := range slices.Sorted(keys(theirs)) {
		switch text, ok := mine[member]; {
		case !ok:
			found = append(found, fmt.Sprintf("missing: %s.%s %s", name, member, theirs[member]))
		case text != theirs[member]:
			found = append(found, fmt.Sprintf("%s.%s %s; here %s", name, member, theirs[member], text))
		}
	}
	return found
}

func keys(m map[string]string) func(func(string) bool) {
	return func(yield func(string) bool) {
		for key := range m {
			if !yield(key) {
				return
			}
		}
	}
}

func members(t types.Type) map[string]string {
	all := map[string]string{}
	for _, typ := range []types.Type{t, types.NewPointer(t)} {
		set := types.NewMethodSet(typ)
		for i := range set.Len() {
			if method := set.At(i).Obj(); method.Exported() {
				if _, ok := all[method.Name()]; !ok {
					kind := ""
					if typ != t {
						kind = "(of the pointer) "
					}
					all[method.Name()] = kind + text(method.Type())
				}
			}
		}
	}
	if s, ok := t.Underlying().(*types.Struct); ok {
		for i := range s.NumFields() {
			if field := s.Field(i); field.Exported() {
				all[field.Name()] = text(field.Type())
			}
		}
	}
	return all
}

// show returns a declaration in one line, without the names of parameters and what a type consists of.
func show(object types.Object) string {
	switch object := object.(type) {
	case *types.Const:
		value := object.Val().ExactString()
		if object.Val().Kind() == constant.Float {
			value = object.Val().String()
		}
		return fmt.Sprintf("const %s %s = %s", object.Name(), text(object.Type()), value)
	case *types.Var:
		return fmt.Sprintf("var %s %s", object.Name(), text(object.Type()))
	case *types.Func:
		return fmt.Sprintf("func %s%s", object.Name(), strings.TrimPrefix(text(object.Type()), "func"))
	case *types.TypeName:
		under := object.Type().Underlying()
		kind := fmt.Sprintf("%T", under)
		if basic, ok := under.(*types.Basic); ok {
			kind = basic.Name()
		}
		return fmt.Sprintf("type %s %s", object.Name(), strings.ToLower(strings.TrimPrefix(kind, "*types.")))
	}
	return object.String()
}

// text returns a type without the names of parameters. Type parameters are not listed; that they are used as in Go shows.
func text(t types.Type) string {
	if signature, ok := t.(*types.Signature); ok {
		t = types.NewSignatureType(nil, nil, nil, unnamed(signature.Params()), unnamed(signature.Results()), signature.Variadic())
	}
	return types.TypeString(t, func(pkg *types.Package) string { return pkg.Path() })
}

func unnamed(tuple *types.Tuple) *types.Tuple {
	vars := make([]*types.Var, tuple.Len())
	for i := range vars {
		vars[i] = types.NewVar(token.NoPos, nil, "", tuple.At(i).Type())
	}
	return types.NewTuple(vars...)
}
