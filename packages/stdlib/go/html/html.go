// Package html writes text as HTML and reads it.
package html

import (
	"strings"
	"unicode/utf8"
)

// EscapeString returns text with references for <, >, &, ' and ".
func EscapeString(s string) string {
	at := strings.IndexAny(s, "&'<>\"")
	if at < 0 {
		return s
	}
	b := make([]byte, 0, len(s)+len(s)/4+8)
	from := 0
	for i := at; i < len(s); i++ {
		var reference string
		switch s[i] {
		case '&':
			reference = "&amp;"
		case '\'':
			reference = "&#39;"
		case '<':
			reference = "&lt;"
		case '>':
			reference = "&gt;"
		case '"':
			reference = "&#34;"
		default:
			continue
		}
		b = append(b, s[from:i]...)
		b = append(b, reference...)
		from = i + 1
	}
	return string(append(b, s[from:]...))
}

// UnescapeString returns text with all references replaced by what they stand for: names of the HTML standard and numbers.
func UnescapeString(s string) string {
	at := strings.IndexByte(s, '&')
	if at < 0 {
		return s
	}
	b := make([]byte, 0, len(s))
	for at >= 0 {
		b = append(b, s[:at]...)
		s = s[at:]
		var width int
		if strings.HasPrefix(s, "&#") {
			b, width = appendNumbered(b, s)
		} else {
			b, width = appendNamed(b, s)
		}
		if width == 0 {
			b = append(b, '&')
			width = 1
		}
		s = s[width:]
		at = strings.IndexByte(s, '&')
	}
	return string(append(b, s...))
}

// windows1252 are the characters that the numbers from 0x80 on stand for, as the HTML standard says.
var windows1252 = [32]rune{
	'€', '\u0081', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u008D', 'Ž', '\u008F',
	'\u0090', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u009D', 'ž', 'Ÿ',
}

// appendNumbered appends what a reference by number at the beginning of s stands for, and returns its width; 0: there is none.
func appendNumbered(b []byte, s string) ([]byte, int) {
	i, base := len("&#"), rune(10)
	if i < len(s) && (s[i] == 'x' || s[i] == 'X') {
		i, base = i+1, 16
	}
	r := rune(0)
	for ; i < len(s); i++ {
		digit := digitOf(s[i])
		if digit >= base {
			break
		}
		r = r*base + digit // which may overflow
	}
	if i < len(s) && s[i] == ';' {
		i++
	}
	if i <= len("&#x") { // Go asks for no more: &#x; is U+FFFD, and &#7 without semicolon no reference
		return b, 0
	}
	switch {
	case 0x80 <= r && r <= 0x9F:
		r = windows1252[r-0x80]
	case r == 0:
		r = utf8.RuneError
	}
	return utf8.AppendRune(b, r), i
}

// digitOf returns the value of a hexadecimal digit; 16: it is none.
func digitOf(c byte) rune {
	switch {
	case '0' <= c && c <= '9':
		return rune(c - '0')
	case 'a' <= c && c <= 'f':
		return rune(c - 'a' + 10)
	case 'A' <= c && c <= 'F':
		return rune(c - 'A' + 10)
	}
	return 16
}

// longestEntityWithoutSemicolon is how long names are whose references may leave out the semicolon.
const longestEntityWithoutSemicolon = 6

// appendNamed appends what a reference by name at the beginning of s stands for, and returns its width; 0: there is none.
func appendNamed(b []byte, s string) ([]byte, int) {
	end := 1
	for end < len(s) && isAlphanumeric(s[end]) {
		end++
	}
	name := s[1:end]
	if end < len(s) && s[end] == ';' {
		if text, _, ok := lookup(name); ok {
			return append(b, text...), end + 1
		}
	}
	for n := min(len(name), longestEntityWithoutSemicolon); n > 1; n-- {
		if text, short, ok := lookup(name[:n]); ok && short {
			return append(b, text...), n + 1
		}
	}
	return b, 0
}

func isAlphanumeric(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}

// lookup returns what a name stands for. short: the semicolon may be left out.
func lookup(name string) (text string, short, ok bool) {
	lo, hi := 0, len(entities)
	for lo < hi {
		begin := (lo + hi) / 2
		for begin > lo && entities[begin-1] != ' ' {
			begin--
		}
		mark := begin
		for isAlphanumeric(entities[mark]) {
			mark++
		}
		end := mark + 1 + strings.IndexByte(entities[mark+1:], ' ')
		switch other := entities[begin:mark]; {
		case other == name:
			return entities[mark+1 : end], entities[mark] == ',', true
		case other < name:
			lo = end + 1
		default:
			hi = begin
		}
	}
	return "", false, false
}
