//go:build ignore

// Writes the tables of go/strconv and go/unicode from those of the Go installation that runs it:
// `go run generate-unicode.go` in this directory. The format is described where the tables are unpacked.
package main

import (
	"fmt"
	"go/format"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// pack appends a number: five bits a byte, lowest first, offset ' ', and 32 more if the number goes on.
func pack(b *strings.Builder, n rune) {
	for n >= 32 {
		b.WriteByte(byte(' ' + 32 + n&31))
		n >>= 5
	}
	b.WriteByte(byte(' ' + n))
}

func printable() string {
	var b strings.Builder
	start, state := rune(0), false
	for r := rune(0); r <= unicode.MaxRune+1; r++ {
		if now := r <= unicode.MaxRune && strconv.IsPrint(r); now != state || r == unicode.MaxRune+1 {
			pack(&b, r-start)
			start, state = r, now
		}
	}
	return b.String()
}

func write(path, text string) {
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		panic(err)
	}
}

// table packs ranges: from the end of the last one to Lo, then steps*2 + (stride != 1), then the stride if it is not 1.
func table(t *unicode.RangeTable) string {
	var b strings.Builder
	last := rune(0)
	add := func(lo, hi, stride rune) {
		pack(&b, lo-last)
		steps := (hi - lo) / stride * 2
		if stride != 1 {
			steps++
		}
		pack(&b, steps)
		if stride != 1 {
			pack(&b, stride)
		}
		last = hi
	}
	for _, r := range t.R16 {
		add(rune(r.Lo), rune(r.Hi), rune(r.Stride))
	}
	for _, r := range t.R32 {
		add(rune(r.Lo), rune(r.Hi), rune(r.Stride))
	}
	return "table(`" + b.String() + "`)"
}

func sorted[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

func variables(b *strings.Builder, title string, tables map[string]*unicode.RangeTable) {
	fmt.Fprintf(b, "\n// %s\nvar (\n", title)
	for _, name := range sorted(tables) {
		fmt.Fprintf(b, "%s = %s\n", name, table(tables[name]))
	}
	fmt.Fprint(b, ")\n")
}

func index(b *strings.Builder, name, doc string, tables map[string]*unicode.RangeTable) {
	fmt.Fprintf(b, "\n// %s %s\nvar %s = map[string]*RangeTable{\n", name, doc, name)
	for _, key := range sorted(tables) {
		fmt.Fprintf(b, "%q: %s,\n", key, key)
	}
	fmt.Fprint(b, "}\n")
}

func folds(b *strings.Builder, name, doc string, tables map[string]*unicode.RangeTable) {
	fmt.Fprintf(b, "\n// %s %s\nvar %s = map[string]*RangeTable{\n", name, doc, name)
	for _, key := range sorted(tables) {
		fmt.Fprintf(b, "%q: %s,\n", key, table(tables[key]))
	}
	fmt.Fprint(b, "}\n")
}

func cases() string {
	var b strings.Builder
	last := rune(0)
	for _, c := range unicode.CaseRanges {
		pack(&b, rune(c.Lo)-last)
		pack(&b, rune(c.Hi-c.Lo))
		for _, d := range c.Delta {
			sign := rune(0)
			if d < 0 {
				d, sign = -d, 1
			}
			pack(&b, d<<1|sign)
		}
		last = rune(c.Hi)
	}
	return b.String()
}

// orbits are the runes whose SimpleFold does not follow from upper and lower case.
func orbits() string {
	var b strings.Builder
	last := rune(0)
	for r := rune(0); r <= unicode.MaxRune; r++ {
		simple := unicode.ToLower(r)
		if simple == r {
			simple = unicode.ToUpper(r)
		}
		if fold := unicode.SimpleFold(r); fold != simple {
			pack(&b, r-last)
			pack(&b, fold)
			last = r
		}
	}
	return b.String()
}

func main() {
	const header = "// Written by scripts/generate-unicode.go.\n\npackage "
	write("../go/strconv/printable.go", fmt.Sprintf("%sstrconv\n\nconst packedPrintable = `%s`\n", header, printable()))

	var b strings.Builder
	fmt.Fprintf(&b, "%sunicode\n\n// Version is the edition of Unicode that the tables are from.\nconst Version = %q\n", header, unicode.Version)
	variables(&b, "The general categories, by their abbreviations.", unicode.Categories)
	fmt.Fprint(&b, `
// The larger categories, by name.
var (
	Digit  = Nd
	Letter = L
	Lower  = Ll
	Mark   = M
	Number = N
	Other  = C
	Punct  = P
	Space  = Z
	Symbol = S
	Title  = Lt
	Upper  = Lu
)
`)
	variables(&b, "The scripts.", unicode.Scripts)
	properties := maps.Clone(unicode.Properties)
	delete(properties, "STerm")
	variables(&b, "The properties.", properties)
	fmt.Fprint(&b, "\n// STerm is another name of Sentence_Terminal.\nvar STerm = Sentence_Terminal\n")
	index(&b, "Categories", "are the general categories by abbreviation.", unicode.Categories)
	index(&b, "Scripts", "are the scripts by name.", unicode.Scripts)
	index(&b, "Properties", "are the properties by name.", unicode.Properties)
	folds(&b, "FoldCategory", "has for a category the runes outside of it that fold to runes inside.", unicode.FoldCategory)
	folds(&b, "FoldScript", "has for a script the runes outside of it that fold to runes inside.", unicode.FoldScript)
	fmt.Fprint(&b, "\n// CategoryAliases gives the abbreviations of long names of categories.\nvar CategoryAliases = map[string]string{\n")
	for _, key := range sorted(unicode.CategoryAliases) {
		fmt.Fprintf(&b, "%q: %q,\n", key, unicode.CategoryAliases[key])
	}
	fmt.Fprint(&b, "}\n")
	fmt.Fprintf(&b, "\nconst packedCases = `%s`\n\nconst packedOrbits = `%s`\n", cases(), orbits())
	text, err := format.Source([]byte(b.String()))
	if err != nil {
		panic(err)
	}
	write("../go/unicode/tables.go", string(text))
}
