// unicode over all code points, sets that are looked up by name included.
package main

import (
	"fmt"
	"maps"
	"slices"
	"unicode"
)

func main() {
	for r := rune(-2); r < 0x110100; r++ {
		fmt.Println(r, unicode.IsLetter(r), unicode.IsUpper(r), unicode.IsLower(r), unicode.IsTitle(r), unicode.IsDigit(r),
			unicode.IsNumber(r), unicode.IsMark(r), unicode.IsPunct(r), unicode.IsSymbol(r), unicode.IsSpace(r),
			unicode.IsControl(r), unicode.IsGraphic(r), unicode.IsPrint(r), unicode.ToUpper(r), unicode.ToLower(r),
			unicode.ToTitle(r), unicode.SimpleFold(r))
	}
	for _, tables := range []map[string]*unicode.RangeTable{unicode.Categories, unicode.Scripts, unicode.Properties,
		unicode.FoldCategory, unicode.FoldScript} {
		for _, name := range slices.Sorted(maps.Keys(tables)) {
			fmt.Println(name, *tables[name])
		}
	}
	fmt.Println(unicode.CategoryAliases, unicode.CaseRanges, unicode.TurkishCase, unicode.Version)
}
