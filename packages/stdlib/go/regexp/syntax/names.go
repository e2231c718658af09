package syntax

import (
	"strings"
	"unicode"
)

// perlClasses are the classes of one letter; a capital letter is what is not in it.
func perlClass(letter byte) []rune {
	switch letter {
	case 'd':
		return []rune("09")
	case 's':
		return []rune("\t\n\f\r  ")
	case 'w':
		return []rune("09AZ__az")
	}
	return nil
}

// posixClass returns the ranges of the class that is written [:name:].
func posixClass(name string) []rune {
	switch name {
	case "alnum":
		return []rune("09AZaz")
	case "alpha":
		return []rune("AZaz")
	case "ascii":
		return []rune("\x00\x7f")
	case "blank":
		return []rune("\t\t  ")
	case "cntrl":
		return []rune("\x00\x1f\x7f\x7f")
	case "digit":
		return []rune("09")
	case "graph":
		return []rune("!~")
	case "lower":
		return []rune("az")
	case "print":
		return []rune(" ~")
	case "punct":
		return []rune("!/:@[`{~")
	case "space":
		return []rune("\t\r  ")
	case "upper":
		return []rune("AZ")
	case "word":
		return []rune("09AZ__az")
	case "xdigit":
		return []rune("09AFaf")
	}
	return nil
}

// plainName drops what does not count in the names of Unicode's properties: case, spaces, hyphens, underscores.
func plainName(name string) string {
	drop := func(r rune) rune {
		switch {
		case r == ' ' || r == '-' || r == '_':
			return -1
		case 'A' <= r && r <= 'Z':
			return r + 'a' - 'A'
		}
		return r
	}
	return strings.Map(drop, name)
}

// tableNames are the categories, their long names, and the scripts by their plain names.
var tableNames map[string]tableName

// A tableName is where a table is found.
type tableName struct {
	category bool
	name     string
}

func readTableNames() {
	tableNames = make(map[string]tableName, len(unicode.Scripts)+len(unicode.Categories)+len(unicode.CategoryAliases))
	for name := range unicode.Scripts {
		tableNames[plainName(name)] = tableName{false, name}
	}
	for long, name := range unicode.CategoryAliases {
		tableNames[plainName(long)] = tableName{true, name}
	}
	for name := range unicode.Categories {
		tableNames[plainName(name)] = tableName{true, name}
	}
}

// unicodeTable returns the runes of a category or a script, and those outside that are the same but for case; nil if there is none.
// `negative`: what is meant is what is not in it.
func unicodeTable(name string) (table, fold *unicode.RangeTable, negative bool) {
	if table, ok := unicode.Categories[name]; ok {
		return table, unicode.FoldCategory[name], false
	}
	if table, ok := unicode.Scripts[name]; ok {
		return table, unicode.FoldScript[name], false
	}
	plain := plainName(name)
	switch plain {
	case "any":
		return anyTable, anyTable, false
	case "ascii":
		return asciiTable, asciiFoldTable, false
	case "assigned":
		return unicode.Categories["Cn"], unicode.Categories["Cn"], true
	}
	if tableNames == nil {
		readTableNames()
	}
	found, ok := tableNames[plain]
	switch {
	case !ok:
		return nil, nil, false
	case found.category:
		return unicode.Categories[found.name], unicode.FoldCategory[found.name], false
	}
	return unicode.Scripts[found.name], unicode.FoldScript[found.name], false
}

var anyTable = &unicode.RangeTable{
	R16: []unicode.Range16{{Lo: 0, Hi: 0xFFFF, Stride: 1}},
	R32: []unicode.Range32{{Lo: 0x10000, Hi: unicode.MaxRune, Stride: 1}},
}

var asciiTable = &unicode.RangeTable{R16: []unicode.Range16{{Lo: 0, Hi: 0x7F, Stride: 1}}}

// asciiFoldTable has what is the same as an ASCII letter but for case: the long s and the sign for Kelvin.
var asciiFoldTable = &unicode.RangeTable{R16: []unicode.Range16{{Lo: 0x017F, Hi: 0x017F, Stride: 1}, {Lo: 0x212A, Hi: 0x212A, Stride: 1}}}
