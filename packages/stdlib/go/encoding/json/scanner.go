package json

import "strconv"

// A SyntaxError is text that is not JSON.
type SyntaxError struct {
	msg    string
	Offset int64 // the error was seen after reading so many bytes
}

func (e *SyntaxError) Error() string { return e.msg }

// Valid reports whether data is one JSON value.
func Valid(data []byte) bool { return checkSyntax(data) == nil }

// checkSyntax returns what is wrong with data as one JSON value.
func checkSyntax(data []byte) error {
	var s scanner
	for _, c := range data {
		if s.feed(c) == failed {
			return s.err
		}
	}
	return s.end()
}

// scanner reads JSON byte by byte and knows at each what may follow.
type scanner struct {
	state state
	// open has the opening bracket of each value that is not closed yet.
	open []byte
	// isKey: the string that is being read is the key of an object.
	isKey bool
	// word is the literal that is being read, of which matched bytes have been seen.
	word    string
	matched int
	count   int64
	err     *SyntaxError
}

// state is what a scanner expects.
type state uint8

const (
	wantValue state = iota
	wantElementOrEnd
	wantKey
	wantKeyOrEnd
	wantColon
	wantNext // a comma, or the end of what is open
	wantNothing
	inString
	inEscape
	inHex // and three more for the other digits
	inHex2
	inHex3
	inHex4
	inWord
	afterMinus
	afterZero
	inInteger
	afterPoint
	inFraction
	afterE
	afterExponentSign
	inExponent
)

// meaning is what a byte is for.
type meaning uint8

const (
	blank   meaning = iota // space between tokens
	content                // part of a string, number or literal
	bracket                // [ ] { }
	colon
	comma
	failed
)

// maxDepth is how many values may be open.
const maxDepth = 10000

func (s *scanner) fail(c byte, context string) meaning {
	s.err = &SyntaxError{"invalid character " + quoteByte(c) + " " + context, s.count}
	return failed
}

// quoteByte writes a byte as a character literal.
func quoteByte(c byte) string {
	switch c {
	case '\'':
		return `'\''`
	case '"':
		return `'"'`
	}
	quoted := strconv.Quote(string(rune(c)))
	return "'" + quoted[1:len(quoted)-1] + "'"
}

func isBlank(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// feed takes the next byte.
func (s *scanner) feed(c byte) meaning {
	s.count++
	return s.take(c)
}

func (s *scanner) take(c byte) meaning {
	switch s.state {
	case inString:
		switch {
		case c == '"':
			s.state = s.afterValue()
			if s.isKey {
				s.state = wantColon
			}
		case c == '\\':
			s.state = inEscape
		case c < ' ':
			return s.fail(c, "in string literal")
		}
		return content
	case inEscape:
		switch c {
		case 'b', 'f', 'n', 'r', 't', '\\', '/', '"':
			s.state = inString
		case 'u':
			s.state = inHex
		default:
			return s.fail(c, "in string escape code")
		}
		return content
	case inHex, inHex2, inHex3, inHex4:
		if !isDigit(c) && (c|0x20 < 'a' || c|0x20 > 'f') {
			return s.fail(c, "in \\u hexadecimal character escape")
		}
		s.state++
		if s.state > inHex4 {
			s.state = inString
		}
		return content
	case inWord:
		if c != s.word[s.matched] {
			return s.fail(c, "in literal "+s.word+" (expecting "+quoteByte(s.word[s.matched])+")")
		}
		s.matched++
		if s.matched == len(s.word) {
			s.state = s.afterValue()
		}
		return content
	case afterMinus, afterZero, inInteger, afterPoint, inFraction, afterE, afterExponentSign, inExponent:
		return s.takeInNumber(c)
	}
	if isBlank(c) {
		return blank
	}
	switch s.state {
	case wantElementOrEnd:
		if c == ']' {
			return s.close()
		}
		return s.begin(c)
	case wantValue:
		return s.begin(c)
	case wantKey, wantKeyOrEnd:
		if c == '}' && s.state == wantKeyOrEnd {
			return s.close()
		}
		if c != '"' {
			return s.fail(c, "looking for beginning of object key string")
		}
		s.state = inString
		s.isKey = true
		return content
	case wantColon:
		if c != ':' {
			return s.fail(c, "after object key")
		}
		s.state = wantValue
		return colon
	case wantNext:
		return s.next(c)
	}
	return s.fail(c, "after top-level value")
}

// begin takes the first byte of a value.
func (s *scanner) begin(c byte) meaning {
	switch {
	case c == '{':
		return s.push(c, wantKeyOrEnd)
	case c == '[':
		return s.push(c, wantElementOrEnd)
	case c == '"':
		s.state = inString
		s.isKey = false
	case c == '-':
		s.state = afterMinus
	case c == '0':
		s.state = afterZero
	case isDigit(c):
		s.state = inInteger
	case c == 't':
		s.expect("true")
	case c == 'f':
		s.expect("false")
	case c == 'n':
		s.expect("null")
	default:
		return s.fail(c, "looking for beginning of value")
	}
	return content
}

func (s *scanner) expect(word string) {
	s.state = inWord
	s.word = word
	s.matched = 1
}

func (s *scanner) push(c byte, next state) meaning {
	s.open = append(s.open, c)
	if len(s.open) > maxDepth {
		return s.fail(c, "exceeded max depth")
	}
	s.state = next
	return bracket
}

func (s *scanner) close() meaning {
	s.open = s.open[:len(s.open)-1]
	s.state = s.afterValue()
	return bracket
}

// afterValue returns what is expected after a value.
func (s *scanner) afterValue() state {
	if len(s.open) == 0 {
		return wantNothing
	}
	return wantNext
}

// next takes the byte after a value in an array or object.
func (s *scanner) next(c byte) meaning {
	inObject := s.open[len(s.open)-1] == '{'
	switch {
	case c == ',':
		s.state = wantValue
		if inObject {
			s.state = wantKey
		}
		return comma
	case c == '}' && inObject, c == ']' && !inObject:
		return s.close()
	case inObject:
		return s.fail(c, "after object key:value pair")
	}
	return s.fail(c, "after array element")
}

func (s *scanner) takeInNumber(c byte) meaning {
	isExponent := c == 'e' || c == 'E'
	switch s.state {
	case afterMinus:
		switch {
		case c == '0':
			s.state = afterZero
		case isDigit(c):
			s.state = inInteger
		default:
			return s.fail(c, "in numeric literal")
		}
		return content
	case afterPoint:
		if !isDigit(c) {
			return s.fail(c, "after decimal point in numeric literal")
		}
		s.state = inFraction
		return content
	case afterE, afterExponentSign:
		switch {
		case isDigit(c):
			s.state = inExponent
		case s.state == afterE && (c == '+' || c == '-'):
			s.state = afterExponentSign
		default:
			return s.fail(c, "in exponent of numeric literal")
		}
		return content
	}
	switch {
	case s.numberEnds(c):
		s.state = s.afterValue()
		return s.take(c)
	case c == '.':
		s.state = afterPoint
	case isExponent:
		s.state = afterE
	}
	return content
}

// numberEnds reports whether a number is being read that c does not belong to.
func (s *scanner) numberEnds(c byte) bool {
	isExponent := c == 'e' || c == 'E'
	switch s.state {
	case afterZero:
		return c != '.' && !isExponent
	case inInteger:
		return !isDigit(c) && c != '.' && !isExponent
	case inFraction:
		return !isDigit(c) && !isExponent
	case inExponent:
		return !isDigit(c)
	}
	return false
}

// end reports what is wrong with the text ending here.
func (s *scanner) end() error {
	if s.err != nil {
		return s.err
	}
	// What cannot end here may not even go on with a space.
	if s.take(' ') == failed {
		return s.err
	}
	if s.state == wantNothing {
		return nil
	}
	return &SyntaxError{"unexpected end of JSON input", s.count}
}
