package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\r' || c == '\n' }

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// isAlphaNumeric reports whether a rune may be part of a name.
func isAlphaNumeric(r rune) bool { return r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) }

// wordEnd returns where the name from a position on ends.
func (l *lexer) wordEnd(at int) int {
	for at < len(l.input) {
		r, size := utf8.DecodeRuneInString(l.input[at:])
		if !isAlphaNumeric(r) {
			break
		}
		at += size
	}
	return at
}

// endsWord reports whether a name may end at a position.
func (l *lexer) endsWord(at int) bool {
	if at == len(l.input) {
		return true
	}
	c := l.input[at]
	return isSpace(c) || strings.IndexByte(".,|:()", c) >= 0 || strings.HasPrefix(l.input[at:], l.right)
}

// word returns the item of a name that ends at a position.
func (l *lexer) word(typ itemType, end int) item {
	if !l.endsWord(end) {
		r, _ := utf8.DecodeRuneInString(l.input[end:])
		return l.errorf("bad character %#U", r)
	}
	return l.emit(typ, end)
}

// name passes a name after a dot or a dollar; alone is the kind if there is none.
func (l *lexer) name(typ, alone itemType) item {
	if l.endsWord(l.pos + 1) {
		return l.emit(alone, l.pos+1)
	}
	return l.word(typ, l.wordEnd(l.pos+1))
}

func (l *lexer) identifier() item {
	end := l.wordEnd(l.pos)
	typ := itemIdentifier
	switch word := l.input[l.pos:end]; word {
	case "true", "false":
		typ = itemBool
	default:
		key := keyword(word)
		plain := key == itemError || key == itemBreak && !l.options.breakOK || key == itemContinue && !l.options.continueOK
		if !plain {
			typ = key
		}
	}
	return l.word(typ, end)
}

// quoted passes what ends with the quote that it begins with, in one line.
func (l *lexer) quoted(typ itemType, unterminated string) item {
	quote := l.input[l.pos]
	for at := l.pos + 1; at < len(l.input) && l.input[at] != '\n'; at++ {
		switch l.input[at] {
		case quote:
			return l.emit(typ, at+1)
		case '\\':
			if at+1 < len(l.input) && l.input[at+1] != '\n' {
				at++
			}
		}
	}
	return l.errorf("%s", unterminated)
}

// number passes a number, or a sum of two that is complex. Whether they are numbers is seen when they are converted.
func (l *lexer) number() item {
	end, ok := l.numberEnd(l.pos)
	if ok && end < len(l.input) && (l.input[end] == '+' || l.input[end] == '-') {
		if end, ok = l.numberEnd(end); ok && l.input[end-1] == 'i' {
			return l.emit(itemComplex, end)
		}
		ok = false
	}
	if !ok {
		return l.errorf("bad number syntax: %q", l.input[l.pos:end])
	}
	return l.emit(itemNumber, end)
}

// numberEnd returns where what looks like a number ends; not ok: a letter or digit follows, which is before the end.
func (l *lexer) numberEnd(at int) (end int, ok bool) {
	accept := func(set string) bool {
		if at == len(l.input) || strings.IndexByte(set, l.input[at]) < 0 {
			return false
		}
		at++
		return true
	}
	run := func(set string) {
		for accept(set) {
		}
	}
	accept("+-")
	digits, exponent := "0123456789_", "eE"
	if accept("0") {
		switch {
		case accept("xX"):
			digits, exponent = "0123456789abcdefABCDEF_", "pP"
		case accept("oO"):
			digits, exponent = "01234567_", ""
		case accept("bB"):
			digits, exponent = "01_", ""
		}
	}
	run(digits)
	if accept(".") {
		run(digits)
	}
	if accept(exponent) {
		accept("+-")
		run("0123456789_")
	}
	accept("i")
	if r, size := utf8.DecodeRuneInString(l.input[at:]); size > 0 && isAlphaNumeric(r) {
		return at + size, false
	}
	return at, true
}
