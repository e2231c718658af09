package html

import (
	"strings"
	"unicode/utf8"
)

// entityMaps returns the references as Go's test asks for them: by name with the semicolon, and without where it may be left out, those
// for one character and those for two.
func entityMaps() (one map[string]rune, two map[string][2]rune) {
	one, two = map[string]rune{}, map[string][2]rune{}
	for entry := range strings.SplitSeq(strings.TrimSuffix(entities, " "), " ") {
		mark := strings.IndexAny(entry, ",;")
		names := []string{entry[:mark] + ";"}
		if entry[mark] == ',' {
			names = append(names, entry[:mark])
		}
		first, size := utf8.DecodeRuneInString(entry[mark+1:])
		for _, name := range names {
			if rest := entry[mark+1+size:]; rest != "" {
				second, _ := utf8.DecodeRuneInString(rest)
				two[name] = [2]rune{first, second}
			} else {
				one[name] = first
			}
		}
	}
	return one, two
}
