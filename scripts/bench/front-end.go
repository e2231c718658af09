// Measures go/scanner, go/parser and go/types on the packages that standard input lists, imports first; the other half
// of scripts/bench-front-end.ts.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/scanner"
	"go/token"
	"go/types"
	"os"
	"runtime"
	"time"
)

type input struct {
	Rounds   int
	Packages []struct {
		Path  string
		Files []string
	}
}

// output has a time in milliseconds for each round.
type output struct {
	Lex, LexParse, Check []float64
	Errors               int
	MemoryBytes          uint64
	Version              string
}

func milliseconds(work func()) float64 {
	start := time.Now()
	work()
	return float64(time.Since(start).Nanoseconds()) / 1e6
}

func main() {
	var in input
	if err := json.NewDecoder(os.Stdin).Decode(&in); err != nil {
		panic(err)
	}
	texts := make(map[string][]byte)
	for _, p := range in.Packages {
		for _, name := range p.Files {
			text, err := os.ReadFile(name)
			if err != nil {
				panic(err)
			}
			texts[name] = text
		}
	}
	out := output{Version: runtime.Version()}
	// The first round is for warming up.
	for round := 0; round <= in.Rounds; round++ {
		out.Errors = 0
		lexing := milliseconds(func() {
			fset := token.NewFileSet()
			for name, text := range texts {
				var s scanner.Scanner
				s.Init(fset.AddFile(name, -1, len(text)), text, nil, 0)
				for {
					if _, tok, _ := s.Scan(); tok == token.EOF {
						break
					}
				}
			}
		})
		fset := token.NewFileSet()
		parsed := make([][]*ast.File, len(in.Packages))
		parsing := milliseconds(func() {
			for i, p := range in.Packages {
				for _, name := range p.Files {
					file, err := parser.ParseFile(fset, name, texts[name], parser.SkipObjectResolution)
					if err != nil {
						out.Errors++
					}
					parsed[i] = append(parsed[i], file)
				}
			}
		})
		checking := milliseconds(func() {
			library := library{"unsafe": types.Unsafe}
			config := types.Config{
				Importer:  library,
				Sizes:     types.SizesFor("gc", "wasm"),
				GoVersion: "go1.26",
				Error:     func(error) { out.Errors++ },
			}
			for i, p := range in.Packages {
				info := &types.Info{
					Types:      make(map[ast.Expr]types.TypeAndValue),
					Instances:  make(map[*ast.Ident]types.Instance),
					Defs:       make(map[*ast.Ident]types.Object),
					Uses:       make(map[*ast.Ident]types.Object),
					Implicits:  make(map[ast.Node]types.Object),
					Selections: make(map[*ast.SelectorExpr]*types.Selection),
					Scopes:     make(map[ast.Node]*types.Scope),
				}
				// Errors have been counted by the function above.
				library[p.Path], _ = config.Check(p.Path, fset, parsed[i], info)
			}
		})
		if round == 0 {
			continue
		}
		out.Lex = append(out.Lex, lexing)
		out.LexParse = append(out.LexParse, parsing)
		out.Check = append(out.Check, checking)
	}
	var memory runtime.MemStats
	runtime.ReadMemStats(&memory)
	out.MemoryBytes = memory.Sys
	if err := json.NewEncoder(os.Stdout).Encode(out); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// library is an importer of the packages that have been checked in this round.
type library map[string]*types.Package

func (l library) Import(path string) (*types.Package, error) {
	for _, name := range []string{"vendor/" + path, path} {
		if p := l[name]; p != nil {
			return p, nil
		}
	}
	return nil, errors.New("no package " + path)
}
