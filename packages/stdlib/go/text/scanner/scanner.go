// Package scanner cuts texts into tokens: by default those of Go.
package scanner

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"unicode"
	"unicode/utf8"
)

// A Position is a place in a text; it is valid if its line is above 0.
type Position struct {
	Filename string
	Offset   int // bytes, from 0
	Line     int // from 1
	Column   int // characters, from 1
}

// IsValid reports whether the line is above 0.
func (pos *Position) IsValid() bool { return pos.Line > 0 }

// String returns file:line:column, or as much of it as there is.
func (pos Position) String() string {
	s := pos.Filename
	if s == "" {
		s = "<input>"
	}
	if pos.IsValid() {
		s += fmt.Sprintf(":%d:%d", pos.Line, pos.Column)
	}
	return s
}

// Bits of Scanner.Mode: which tokens are recognised. SkipComments, with ScanComments, makes comments white space.
const (
	ScanIdents     = 1 << -Ident
	ScanInts       = 1 << -Int
	ScanFloats     = 1 << -Float // and Ints
	ScanChars      = 1 << -Char
	ScanStrings    = 1 << -String
	ScanRawStrings = 1 << -RawString
	ScanComments   = 1 << -Comment
	SkipComments   = 1 << -skipComment
	GoTokens       = ScanIdents | ScanFloats | ScanChars | ScanStrings | ScanRawStrings | ScanComments | SkipComments
)

// What Scan returns besides single characters.
const (
	EOF = -(iota + 1)
	Ident
	Int
	Float
	Char
	String
	RawString
	Comment
	skipComment
)

// tokenNames has the names by the negated token. (A map would be made in each program that imports the package.)
var tokenNames = [...]string{
	-EOF: "EOF", -Ident: "Ident", -Int: "Int", -Float: "Float", -Char: "Char", -String: "String", -RawString: "RawString", -Comment: "Comment",
}

// TokenString returns the name of a token, or the character in quotes.
func TokenString(tok rune) string {
	if tok < 0 && int(-tok) < len(tokenNames) {
		return tokenNames[-tok]
	}
	return fmt.Sprintf("%q", string(tok))
}

// GoWhitespace is Go's white space, a bit for each character.
const GoWhitespace = 1<<'\t' | 1<<'\n' | 1<<'\r' | 1<<' '

const bufferSize = 1024

// A Scanner reads characters and tokens. Init comes first; fields may be changed then.
type Scanner struct {
	src io.Reader
	buf [bufferSize + 1]byte // what was read ends with a byte that begins a character of several bytes
	at  int
	end int

	bufOffset    int // of buf[0] in the text
	line, column int
	lastLineLen  int
	lastCharLen  int
	tokenText    bytes.Buffer // the part of the token that was in buf before
	tokenBegin   int          // in buf; -1 without a token
	tokenEnd     int
	ch           rune // before at; -2 before the first

	// Error is called for errors; without it they go to standard error.
	Error func(s *Scanner, msg string)
	// ErrorCount counts them.
	ErrorCount int
	// Mode says which tokens are recognised.
	Mode uint
	// Whitespace has a bit for each character that is skipped, up to ' '.
	Whitespace uint64
	// IsIdentRune, if set, says which characters identifiers have at an index.
	IsIdentRune func(ch rune, i int) bool
	// Position is where the last token of Scan begins, or invalid. It is also where errors are if it is valid.
	Position
}

// Init begins with a text.
func (s *Scanner) Init(src io.Reader) *Scanner {
	s.src = src
	s.buf[0] = utf8.RuneSelf
	s.at, s.end = 0, 0
	s.bufOffset, s.line, s.column = 0, 1, 0
	s.lastLineLen, s.lastCharLen = 0, 0
	s.tokenBegin = -1
	s.ch = -2
	s.Error = nil
	s.ErrorCount = 0
	s.Mode = GoTokens
	s.Whitespace = GoWhitespace
	s.Line = 0
	return s
}

// next reads a character.
func (s *Scanner) next() rune {
	ch, width := rune(s.buf[s.at]), 1
	if ch >= utf8.RuneSelf {
		for s.at+utf8.UTFMax > s.end && !utf8.FullRune(s.buf[s.at:s.end]) {
			// Keep the part of the token that is in the buffer, and the bytes of the character.
			if s.tokenBegin >= 0 {
				s.tokenText.Write(s.buf[s.tokenBegin:s.at])
				s.tokenBegin = 0
			}
			copy(s.buf[:], s.buf[s.at:s.end])
			s.bufOffset += s.at
			rest := s.end - s.at
			n, err := s.src.Read(s.buf[rest:bufferSize])
			s.at = 0
			s.end = rest + n
			s.buf[s.end] = utf8.RuneSelf
			if err != nil {
				if err != io.EOF {
					s.error(err.Error())
				}
				if s.end == 0 {
					if s.lastCharLen > 0 {
						s.column++
					}
					s.lastCharLen = 0
					return EOF
				}
				break
			}
		}
		ch = rune(s.buf[s.at])
		if ch >= utf8.RuneSelf {
			ch, width = utf8.DecodeRune(s.buf[s.at:s.end])
			if ch == utf8.RuneError && width == 1 {
				s.at += width
				s.lastCharLen = width
				s.column++
				s.error("invalid UTF-8 encoding")
				return ch
			}
		}
	}
	s.at += width
	s.lastCharLen = width
	s.column++
	switch ch {
	case 0:
		s.error("invalid character NUL")
	case '\n':
		s.line++
		s.lastLineLen = s.column
		s.column = 0
	}
	return ch
}

// Next reads a character, EOF at the end. It does not change Position.
func (s *Scanner) Next() rune {
	s.tokenBegin = -1
	s.Line = 0
	ch := s.Peek()
	if ch != EOF {
		s.ch = s.next()
	}
	return ch
}

// Peek returns the next character without reading it.
func (s *Scanner) Peek() rune {
	if s.ch == -2 {
		// The mark of the order of bytes may be the first.
		s.ch = s.next()
		if s.ch == '\uFEFF' {
			s.ch = s.next()
		}
	}
	return s.ch
}

func (s *Scanner) error(msg string) {
	s.tokenEnd = s.at - s.lastCharLen
	s.ErrorCount++
	if s.Error != nil {
		s.Error(s, msg)
		return
	}
	pos := s.Position
	if !pos.IsValid() {
		pos = s.Pos()
	}
	fmt.Fprintf(os.Stderr, "%s: %s\n", pos, msg)
}

func (s *Scanner) isIdentRune(ch rune, i int) bool {
	if s.IsIdentRune != nil {
		return ch != EOF && s.IsIdentRune(ch, i)
	}
	return ch == '_' || unicode.IsLetter(ch) || unicode.IsDigit(ch) && i > 0
}

// Scan reads a token or character, and returns EOF at the end. Position is where it begins.
func (s *Scanner) Scan() rune {
	ch := s.Peek()
	s.tokenBegin = -1
	s.Line = 0
	for {
		for ch >= 0 && ch <= ' ' && s.Whitespace>>uint(ch)&1 != 0 {
			ch = s.next()
		}
		s.tokenText.Reset()
		s.tokenBegin = s.at - s.lastCharLen
		s.Offset = s.bufOffset + s.tokenBegin
		if s.column > 0 {
			s.Line, s.Column = s.line, s.column
		} else {
			s.Line, s.Column = s.line-1, s.lastLineLen
		}
		tok, next := s.token(ch)
		if tok == skipComment {
			s.tokenBegin = -1
			ch = next
			continue
		}
		s.tokenEnd = s.at - s.lastCharLen
		s.ch = next
		return tok
	}
}

// token reads the token that begins with ch, and returns it and the character after it.
func (s *Scanner) token(ch rune) (tok, next rune) {
	has := func(bits uint) bool { return s.Mode&bits != 0 }
	switch {
	case s.isIdentRune(ch, 0):
		if !has(ScanIdents) {
			return ch, s.next()
		}
		next = s.next()
		for i := 1; s.isIdentRune(next, i); i++ {
			next = s.next()
		}
		return Ident, next
	case '0' <= ch && ch <= '9':
		if !has(ScanInts | ScanFloats) {
			return ch, s.next()
		}
		return s.number(ch, false)
	}
	switch ch {
	case EOF:
		return EOF, EOF
	case '"':
		if has(ScanStrings) {
			s.quoted('"')
			return String, s.next()
		}
	case '\'':
		if has(ScanChars) {
			if s.quoted('\'') != 1 {
				s.error("invalid char literal")
			}
			return Char, s.next()
		}
	case '.':
		next = s.next()
		if '0' <= next && next <= '9' && has(ScanFloats) {
			return s.number(next, true)
		}
		return '.', next
	case '/':
		next = s.next()
		if (next == '/' || next == '*') && has(ScanComments) {
			next = s.comment(next)
			if has(SkipComments) {
				return skipComment, next
			}
			return Comment, next
		}
		return '/', next
	case '`':
		if has(ScanRawStrings) {
			for c := s.next(); c != '`'; c = s.next() {
				if c == EOF {
					s.error("literal not terminated")
					break
				}
			}
			return RawString, s.next()
		}
	}
	return ch, s.next()
}

func (s *Scanner) comment(ch rune) rune {
	if ch == '/' {
		ch = s.next()
		for ch != '\n' && ch >= 0 {
			ch = s.next()
		}
		return ch
	}
	ch = s.next()
	for {
		if ch < 0 {
			s.error("comment not terminated")
			return ch
		}
		before := ch
		ch = s.next()
		if before == '*' && ch == '/' {
			return s.next()
		}
	}
}

// Pos returns the place after what Next or Scan read last.
func (s *Scanner) Pos() (pos Position) {
	pos.Filename = s.Filename
	pos.Offset = s.bufOffset + s.at - s.lastCharLen
	switch {
	case s.column > 0:
		pos.Line, pos.Column = s.line, s.column
	case s.lastLineLen > 0:
		pos.Line, pos.Column = s.line-1, s.lastLineLen
	default:
		pos.Line, pos.Column = 1, 1
	}
	return pos
}

// TokenText returns the text of the token that Scan returned last.
func (s *Scanner) TokenText() string {
	if s.tokenBegin < 0 {
		return ""
	}
	if s.tokenEnd < s.tokenBegin {
		// The end of all was reached.
		s.tokenEnd = s.tokenBegin
	}
	if s.tokenText.Len() == 0 {
		return string(s.buf[s.tokenBegin:s.tokenEnd])
	}
	s.tokenText.Write(s.buf[s.tokenBegin:s.tokenEnd])
	s.tokenBegin = s.tokenEnd
	return s.tokenText.String()
}
