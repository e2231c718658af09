package scanner

import "fmt"

func lower(ch rune) rune { return ch | ('x' - 'X') }

func isDecimal(ch rune) bool { return '0' <= ch && ch <= '9' }

func isHex(ch rune) bool { return isDecimal(ch) || 'a' <= lower(ch) && lower(ch) <= 'f' }

// digits reads digits and underscores; the second result has bit 0 set if there were digits, and bit 1 if there were underscores. The first digit that is too large for the base goes to
// *wrong.
func (s *Scanner) digits(ch rune, base int, wrong *rune) (rune, int) {
	found := 0
	belongs := isDecimal
	if base > 10 {
		belongs = isHex
	}
	for belongs(ch) || ch == '_' {
		if ch == '_' {
			found |= 2
		} else {
			found |= 1
			if base <= 10 && ch >= rune('0'+base) && *wrong == 0 {
				*wrong = ch
			}
		}
		ch = s.next()
	}
	return ch, found
}

// literalName names a kind of number by its prefix.
func literalName(prefix rune) string {
	switch prefix {
	case 'b':
		return "binary literal"
	case '0', 'o':
		return "octal literal"
	case 'x':
		return "hexadecimal literal"
	}
	return "decimal literal"
}

// number reads a number that begins with ch, perhaps after a point.
func (s *Scanner) number(ch rune, point bool) (tok, next rune) {
	base, prefix := 10, rune(0)
	found := 0
	wrong := rune(0)
	tok = Int
	if !point {
		if ch == '0' {
			ch = s.next()
			switch lower(ch) {
			case 'x':
				ch = s.next()
				base, prefix = 16, 'x'
			case 'o':
				ch = s.next()
				base, prefix = 8, 'o'
			case 'b':
				ch = s.next()
				base, prefix = 2, 'b'
			default:
				base, prefix = 8, '0'
				found = 1
			}
		}
		var more int
		ch, more = s.digits(ch, base, &wrong)
		found |= more
		if ch == '.' && s.Mode&ScanFloats != 0 {
			ch = s.next()
			point = true
		}
	}
	if point {
		tok = Float
		if prefix == 'o' || prefix == 'b' {
			s.error("invalid radix point in " + literalName(prefix))
		}
		var more int
		ch, more = s.digits(ch, base, &wrong)
		found |= more
	}
	if found&1 == 0 {
		s.error(literalName(prefix) + " has no digits")
	}
	if e := lower(ch); (e == 'e' || e == 'p') && s.Mode&ScanFloats != 0 {
		switch {
		case e == 'e' && prefix != 0 && prefix != '0':
			s.error(fmt.Sprintf("%q exponent requires decimal mantissa", ch))
		case e == 'p' && prefix != 'x':
			s.error(fmt.Sprintf("%q exponent requires hexadecimal mantissa", ch))
		}
		ch = s.next()
		tok = Float
		if ch == '+' || ch == '-' {
			ch = s.next()
		}
		var more int
		ch, more = s.digits(ch, 10, new(rune))
		found |= more
		if more&1 == 0 {
			s.error("exponent has no digits")
		}
	} else if prefix == 'x' && tok == Float {
		s.error("hexadecimal mantissa requires a 'p' exponent")
	}
	if tok == Int && wrong != 0 {
		s.error(fmt.Sprintf("invalid digit %q in %s", wrong, literalName(prefix)))
	}
	if found&2 != 0 {
		s.tokenEnd = s.at - s.lastCharLen
		begin, end := s.tokenBegin, s.tokenEnd
		text := s.tokenText.String() + string(s.buf[begin:end])
		if misplacedUnderscore(text) {
			s.error("'_' must separate successive digits")
		}
	}
	return tok, ch
}

// misplacedUnderscore reports whether an underscore is not between digits, or a prefix and a digit.
func misplacedUnderscore(text string) bool {
	prefix := ' '
	before := '.' // a digit counts as '0'
	i := 0
	if len(text) >= 2 && text[0] == '0' {
		prefix = lower(rune(text[1]))
		if prefix == 'x' || prefix == 'o' || prefix == 'b' {
			before = '0'
			i = 2
		}
	}
	for ; i < len(text); i++ {
		c := rune(text[i])
		switch {
		case c == '_':
			if before != '0' {
				return true
			}
		case isDecimal(c) || prefix == 'x' && isHex(c):
			c = '0'
		default:
			if before == '_' {
				return true
			}
			c = '.'
		}
		before = c
	}
	return before == '_'
}

// quoted reads a literal up to the quote, which it reads too, and returns how many characters there were.
func (s *Scanner) quoted(quote rune) (count int) {
	ch := s.next()
	for ch != quote {
		if ch == '\n' || ch < 0 {
			s.error("literal not terminated")
			return count
		}
		if ch == '\\' {
			ch = s.escape(quote)
		} else {
			ch = s.next()
		}
		count++
	}
	return count
}

// escape reads what follows a backslash, and returns the character after it.
func (s *Scanner) escape(quote rune) rune {
	ch := s.next()
	switch ch {
	case 'a', 'b', 'f', 'n', 'r', 't', 'v', '\\', quote:
		return s.next()
	case '0', '1', '2', '3', '4', '5', '6', '7':
		return s.escapeDigits(ch, 8, 3)
	case 'x':
		return s.escapeDigits(s.next(), 16, 2)
	case 'u':
		return s.escapeDigits(s.next(), 16, 4)
	case 'U':
		return s.escapeDigits(s.next(), 16, 8)
	}
	s.error("invalid char escape")
	return ch
}

func (s *Scanner) escapeDigits(ch rune, base, n int) rune {
	for n > 0 && (base == 16 && isHex(ch) || '0' <= ch && ch < '8') {
		ch = s.next()
		n--
	}
	if n > 0 {
		s.error("invalid char escape")
	}
	return ch
}
