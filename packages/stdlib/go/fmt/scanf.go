package fmt

import (
	"errors"
	"unicode/utf8"
)

// scanFormat reads operands as a format says.
func (s *scanner) scanFormat(format string, a []any) (n int, err error) {
	defer caught(&err)
	for format != "" {
		r, size := utf8.DecodeRuneInString(format)
		if isSpace(r) {
			end := size
			for end < len(format) {
				r, size := utf8.DecodeRuneInString(format[end:])
				if !isSpace(r) {
					break
				}
				end += size
			}
			s.matchSpace(format[:end])
			format = format[end:]
			continue
		}
		format = format[size:]
		if r != '%' {
			if s.mustNext() != r {
				s.UnreadRune()
				return n, errors.New("input does not match format")
			}
			continue
		}
		if format == "" {
			return n, errors.New("missing verb: % at end of format string")
		}
		s.width = noWidth
		var width int
		digits := 0
		for digits < len(format) && '0' <= format[digits] && format[digits] <= '9' && width < noWidth/10 {
			width = width*10 + int(format[digits]-'0')
			digits++
		}
		if digits > 0 && digits == len(format) {
			// Without a verb after it, the last digit is taken for one.
			digits--
			width /= 10
		}
		if digits > 0 {
			s.width = width
		}
		format = format[digits:]
		verb, size := utf8.DecodeRuneInString(format)
		if verb != 'c' {
			s.SkipSpace()
		}
		if verb == '%' {
			if s.mustNext() != '%' {
				return n, errors.New("missing literal %")
			}
			format = format[size:]
			continue
		}
		if n >= len(a) {
			return n, errors.New("too few operands for format '%" + format + "'")
		}
		s.limit = noWidth
		if s.width < noWidth {
			s.limit = s.read + s.width
		}
		s.scanOne(verb, a[n])
		n++
		s.limit = noWidth
		format = format[size:]
	}
	if n < len(a) {
		return n, errors.New("too many operands")
	}
	return n, nil
}

// matchSpace reads what a run of space in a format matches: for each newline, spaces and a newline or the end of the
// input; after the last newline any spaces; a run without newlines at least one space or the end of the input.
func (s *scanner) matchSpace(run string) {
	newlines := 0
	spacesAtEnd := false
	for _, r := range run {
		spacesAtEnd = r != '\n'
		if !spacesAtEnd {
			newlines++
		}
	}
	for range newlines {
		if r := s.afterSpaces(s.next()); r != '\n' && r != endOfInput {
			fail("newline in format does not match input")
		}
	}
	if !spacesAtEnd {
		return
	}
	r := s.next()
	if newlines == 0 {
		if !isSpace(r) && r != endOfInput {
			fail("expected space in input to match format")
		}
		if r == '\n' {
			fail("newline in input does not match format")
		}
	}
	if s.afterSpaces(r) != endOfInput {
		s.UnreadRune()
	}
}

// afterSpaces returns r, or if it is a space, the first rune after it that is none or a newline.
func (s *scanner) afterSpaces(r rune) rune {
	for isSpace(r) && r != '\n' {
		r = s.next()
	}
	return r
}
