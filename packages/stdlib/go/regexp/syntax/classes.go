package syntax

import (
	"strings"
	"unicode"
)

// escape reads what begins with a backslash, outside of a class.
func (p *parser) escape() *Error {
	rest := p.rest
	if p.flags&PerlX != 0 && len(rest) >= 2 {
		switch rest[1] {
		case 'A':
			return p.pushEmpty(OpBeginText, p.flags, 2)
		case 'b':
			return p.pushEmpty(OpWordBoundary, p.flags, 2)
		case 'B':
			return p.pushEmpty(OpNoWordBoundary, p.flags, 2)
		case 'C':
			return &Error{ErrInvalidEscape, `\C`}
		case 'z':
			return p.pushEmpty(OpEndText, p.flags, 2)
		case 'Q':
			return p.quoted()
		}
	}
	class, after, err := p.namedClass(nil, rest)
	if err != nil {
		return err
	}
	if class != nil {
		return p.pushClass(cleanClass(class), after)
	}
	r, after, err := escapedRune(rest)
	if err != nil {
		return err
	}
	return p.pushRune(r, len(rest)-len(after))
}

// quoted reads text between \Q and \E, or the end.
func (p *parser) quoted() *Error {
	text, after, _ := strings.Cut(p.rest[len(`\Q`):], `\E`)
	for text != "" {
		r, size, err := decode(text)
		if err != nil {
			return err
		}
		text = text[size:]
		if p.flags&FoldCase != 0 {
			r = smallestFold(r)
		}
		rest := ""
		if text == "" {
			rest = after
		}
		if err := p.push(literal(r, p.flags), rest); err != nil {
			return err
		}
		if text == "" {
			return nil
		}
	}
	p.rest = after
	return nil
}

// escapedRune reads a backslash and what it makes of the next runes.
func escapedRune(s string) (rune, string, *Error) {
	rest := s[1:]
	if rest == "" {
		return 0, "", &Error{ErrTrailingBackslash, ""}
	}
	r, size, err := decode(rest)
	if err != nil {
		return 0, "", err
	}
	rest = rest[size:]
	switch r {
	case '1', '2', '3', '4', '5', '6', '7':
		// One digit would be the text of a group, which there is not.
		if rest == "" || rest[0] < '0' || '7' < rest[0] {
			break
		}
		fallthrough
	case '0':
		value := r - '0'
		for i := 1; i < 3 && rest != "" && '0' <= rest[0] && rest[0] <= '7'; i++ {
			value = value*8 + rune(rest[0]-'0')
			rest = rest[1:]
		}
		return value, rest, nil
	case 'x':
		return hexRune(s, rest)
	case 'a':
		return '\a', rest, nil
	case 'f':
		return '\f', rest, nil
	case 'n':
		return '\n', rest, nil
	case 'r':
		return '\r', rest, nil
	case 't':
		return '\t', rest, nil
	case 'v':
		return '\v', rest, nil
	default:
		if r < 0x80 && (!IsWordChar(r) || r == '_') {
			return r, rest, nil
		}
	}
	return 0, "", &Error{ErrInvalidEscape, s[:len(s)-len(rest)]}
}

// hexRune reads two hexadecimal digits or any number in braces, after \x.
func hexRune(s, rest string) (rune, string, *Error) {
	value, most, braces := rune(0), 2, strings.HasPrefix(rest, "{")
	if braces {
		rest, most = rest[1:], len(rest)
	}
	wrong := false
	for digits := 0; rest != "" && digits < most; digits++ {
		r, size, err := decode(rest)
		if err != nil {
			return 0, "", err
		}
		rest = rest[size:]
		if braces && r == '}' && digits > 0 {
			return value, rest, nil
		}
		digit := hexDigit(r)
		wrong = wrong || digit < 0
		value = value*16 + digit
		if braces && (wrong || value > unicode.MaxRune) {
			break
		}
		if !braces && !wrong && digits == 1 {
			return value, rest, nil
		}
	}
	return 0, "", &Error{ErrInvalidEscape, s[:len(s)-len(rest)]}
}

func hexDigit(r rune) rune {
	switch {
	case '0' <= r && r <= '9':
		return r - '0'
	case 'a' <= r && r <= 'f':
		return r - 'a' + 10
	case 'A' <= r && r <= 'F':
		return r - 'A' + 10
	}
	return -1
}

// class reads what is in brackets.
func (p *parser) class() *Error {
	rest := p.rest[1:]
	negative := strings.HasPrefix(rest, "^")
	class := []rune{}
	if negative {
		rest = rest[1:]
		if p.flags&ClassNL == 0 {
			// The newline is in what is negated.
			class = append(class, '\n', '\n')
		}
	}
	for first := true; rest == "" || rest[0] != ']' || first; first = false {
		// POSIX: - is only first, last, or a range.
		if rest != "" && rest[0] == '-' && p.flags&PerlX == 0 && !first && (len(rest) == 1 || rest[1] != ']') {
			_, size, err := decode(rest[1:])
			if len(rest) > 1 && err != nil {
				return err
			}
			return &Error{ErrInvalidCharRange, rest[:1+size]}
		}
		more, after, err := p.classElement(class, rest)
		if err != nil {
			return err
		}
		class, rest = more, after
	}
	class = cleanClass(class)
	if negative {
		class = negated(class)
	}
	return p.pushClass(class, rest[1:])
}

// classElement reads a class in a class, a rune or a range of them.
func (p *parser) classElement(class []rune, rest string) ([]rune, string, *Error) {
	if strings.HasPrefix(rest, "[:") {
		if name, after, ok := strings.Cut(rest[2:], ":]"); ok {
			positive, negative := strings.CutPrefix(name, "^")
			ranges := posixClass(positive)
			if ranges == nil {
				return nil, "", &Error{ErrInvalidCharRange, rest[:len(rest)-len(after)]}
			}
			return p.appendNamed(class, ranges, negative), after, nil
		}
	}
	more, after, err := p.namedClass(class, rest)
	if err != nil || more != nil {
		return more, after, err
	}
	lo, after, err := p.classRune(rest)
	if err != nil {
		return nil, "", err
	}
	hi := lo
	if len(after) >= 2 && after[0] == '-' && after[1] != ']' {
		if hi, after, err = p.classRune(after[1:]); err != nil {
			return nil, "", err
		}
		if hi < lo {
			return nil, "", &Error{ErrInvalidCharRange, rest[:len(rest)-len(after)]}
		}
	}
	if p.flags&FoldCase != 0 {
		return appendFoldedRange(class, lo, hi), after, nil
	}
	return appendRange(class, lo, hi), after, nil
}

// classRune reads one rune of a class.
func (p *parser) classRune(s string) (rune, string, *Error) {
	if s == "" {
		return 0, "", &Error{ErrMissingBracket, p.rest}
	}
	if s[0] == '\\' {
		return escapedRune(s)
	}
	r, size, err := decode(s)
	if err != nil {
		return 0, "", err
	}
	return r, s[size:], nil
}

// namedClass adds a class such as \d or \p{Greek} if one begins here; otherwise it returns nil.
func (p *parser) namedClass(class []rune, s string) ([]rune, string, *Error) {
	if len(s) < 2 || s[0] != '\\' {
		return nil, "", nil
	}
	if class == nil {
		class = []rune{}
	}
	letter := s[1]
	if p.flags&UnicodeGroups != 0 && (letter == 'p' || letter == 'P') {
		return p.unicodeClass(class, s)
	}
	if p.flags&PerlX != 0 {
		if ranges := perlClass(letter | 0x20); ranges != nil && 'A' <= letter && letter <= 'z' {
			return p.appendNamed(class, ranges, letter < 'a'), s[2:], nil
		}
	}
	return nil, "", nil
}

// appendNamed adds a class of ASCII, or what is not in it.
func (p *parser) appendNamed(class, ranges []rune, negative bool) []rune {
	if p.flags&FoldCase != 0 {
		folded := []rune{}
		for i := 0; i < len(ranges); i += 2 {
			folded = appendFoldedRange(folded, ranges[i], ranges[i+1])
		}
		ranges = cleanClass(folded)
	}
	if negative {
		return appendNegated(class, ranges)
	}
	return appendClass(class, ranges)
}

// unicodeClass reads \pN, \p{Name}, \p{^Name} or one of them with P, which is what is not in it.
func (p *parser) unicodeClass(class []rune, s string) ([]rune, string, *Error) {
	negative := s[1] == 'P'
	rest := s[2:]
	if rest == "" {
		return nil, "", &Error{ErrInvalidCharRange, s}
	}
	r, size, err := decode(rest)
	if err != nil {
		return nil, "", err
	}
	name, rest := rest[:size], rest[size:]
	if r == '{' {
		var ok bool
		if name, rest, ok = strings.Cut(rest, "}"); !ok {
			if err := validText(s); err != nil {
				return nil, "", err
			}
			return nil, "", &Error{ErrInvalidCharRange, s}
		}
		if err := validText(name); err != nil {
			return nil, "", err
		}
	}
	key := name
	if positive, caret := strings.CutPrefix(name, "^"); caret {
		name, negative = positive, !negative
	}
	ranges, ok := p.tableRanges(key, name)
	if !ok {
		return nil, "", &Error{ErrInvalidCharRange, s[:len(s)-len(rest)]}
	}
	if negative {
		return appendNegated(class, ranges), rest, nil
	}
	return appendClass(class, ranges), rest, nil
}

// tableRanges returns the ranges of a property of Unicode.
func (p *parser) tableRanges(key, name string) ([]rune, bool) {
	if p.flags&FoldCase != 0 {
		key += "\x00"
	}
	if ranges, ok := p.tables[key]; ok {
		return ranges, true
	}
	table, fold, negative := unicodeTable(name)
	if table == nil {
		return nil, false
	}
	ranges := appendTable(nil, table)
	if p.flags&FoldCase != 0 && fold != nil && fold != table {
		ranges = appendTable(ranges, fold)
	}
	ranges = cleanClass(ranges)
	if negative {
		ranges = negated(ranges)
	}
	if p.tables == nil {
		p.tables = make(map[string][]rune)
	}
	p.tables[key] = ranges
	return ranges, true
}
