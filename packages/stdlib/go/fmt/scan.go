package fmt

import (
	"errors"
	"internal/stdio"
	"io"
	"unicode/utf8"
)

// ScanState is what a Scanner reads from.
type ScanState interface {
	// ReadRune returns the next rune; io.EOF after a width, and after a newline in Scanln.
	ReadRune() (r rune, size int, err error)
	// UnreadRune makes the next ReadRune return the same rune again.
	UnreadRune() error
	// SkipSpace skips space; whether a newline is space depends on the function that was called.
	SkipSpace()
	// Token returns the runes that f takes, by default those that are no space; it is good until the next call.
	Token(skipSpace bool, f func(rune) bool) (token []byte, err error)
	// Width returns the width of the verb, if there is one, in runes.
	Width() (wid int, ok bool)
	// Read always fails: scanners read runes.
	Read(buf []byte) (n int, err error)
}

// Scanner is an operand that reads itself.
type Scanner interface {
	Scan(state ScanState, verb rune) error
}

// Scan reads operands separated by spaces and newlines from standard input.
func Scan(a ...any) (n int, err error) { return Fscan(stdio.Stdin, a...) }

// Scanln is Scan for one line.
func Scanln(a ...any) (n int, err error) { return Fscanln(stdio.Stdin, a...) }

// Scanf reads operands from standard input as a format says.
func Scanf(format string, a ...any) (n int, err error) { return Fscanf(stdio.Stdin, format, a...) }

// Sscan reads operands separated by spaces and newlines from a string.
func Sscan(str string, a ...any) (n int, err error) { return Fscan(&stringRunes{text: str}, a...) }

// Sscanln is Sscan for one line.
func Sscanln(str string, a ...any) (n int, err error) { return Fscanln(&stringRunes{text: str}, a...) }

// Sscanf reads operands from a string as a format says.
func Sscanf(str string, format string, a ...any) (n int, err error) {
	return Fscanf(&stringRunes{text: str}, format, a...)
}

// Fscan reads operands separated by spaces and newlines.
func Fscan(r io.Reader, a ...any) (n int, err error) {
	s := newScanner(r)
	s.newlineIsSpace = true
	return s.scanAll(a)
}

// Fscanln is Fscan for one line.
func Fscanln(r io.Reader, a ...any) (n int, err error) {
	s := newScanner(r)
	s.newlineIsEnd = true
	return s.scanAll(a)
}

// Fscanf reads operands as a format says.
func Fscanf(r io.Reader, format string, a ...any) (n int, err error) {
	return newScanner(r).scanFormat(format, a)
}

// stringRunes reads a string.
type stringRunes struct {
	text string
	at   int
	last int
}

func (s *stringRunes) ReadRune() (r rune, size int, err error) {
	if s.at == len(s.text) {
		return 0, 0, io.EOF
	}
	r, size = utf8.DecodeRuneInString(s.text[s.at:])
	s.at += size
	s.last = size
	return r, size, nil
}

func (s *stringRunes) UnreadRune() error {
	s.at -= s.last
	s.last = 0
	return nil
}

func (s *stringRunes) Read(b []byte) (n int, err error) { return 0, io.EOF }

// readerRunes reads runes from a reader byte by byte, never more than it needs.
type readerRunes struct {
	reader  io.Reader
	pending [utf8.UTFMax]byte
	count   int
	last    rune
	size    int
	again   bool
}

func (s *readerRunes) readByte() error {
	n, err := io.ReadFull(s.reader, s.pending[s.count:s.count+1])
	if n == 1 {
		s.count++
		return nil
	}
	return err
}

func (s *readerRunes) ReadRune() (r rune, size int, err error) {
	if s.again {
		s.again = false
		return s.last, s.size, nil
	}
	if s.count == 0 {
		if err := s.readByte(); err != nil {
			return 0, 0, err
		}
	}
	for !utf8.FullRune(s.pending[:s.count]) {
		if err := s.readByte(); err != nil {
			if err == io.EOF {
				break
			}
			return 0, 0, err
		}
	}
	s.last, s.size = utf8.DecodeRune(s.pending[:s.count])
	copy(s.pending[:], s.pending[s.size:s.count])
	s.count -= s.size
	return s.last, s.size, nil
}

func (s *readerRunes) UnreadRune() error {
	s.again = true
	return nil
}

const (
	endOfInput = -1
	noWidth    = 1 << 30
)

// scanner is the state of one call.
type scanner struct {
	runes          io.RuneScanner
	token          []byte
	read           int // runes so far
	limit          int // where the operand ends by its width, counted as read is
	width          int
	ended          bool
	newlineIsSpace bool
	newlineIsEnd   bool
}

// scanFailure is what the scanner panics with.
type scanFailure struct{ err error }

func newScanner(r io.Reader) *scanner {
	s := &scanner{limit: noWidth, width: noWidth}
	if runes, ok := r.(io.RuneScanner); ok {
		s.runes = runes
	} else {
		s.runes = &readerRunes{reader: r}
	}
	return s
}

// caught, when deferred, turns the panic of a failure into its error.
func caught(err *error) {
	switch failure := recover().(type) {
	case nil:
	case scanFailure:
		*err = failure.err
	default:
		panic(failure)
	}
}

func fail(text string) { panic(scanFailure{errors.New(text)}) }

func (s *scanner) ReadRune() (r rune, size int, err error) {
	if s.ended || s.read >= s.limit {
		return 0, 0, io.EOF
	}
	r, size, err = s.runes.ReadRune()
	switch {
	case err == nil:
		s.read++
		s.ended = s.newlineIsEnd && r == '\n'
	case err == io.EOF:
		s.ended = true
	}
	return r, size, err
}

func (s *scanner) UnreadRune() error {
	s.runes.UnreadRune()
	s.ended = false
	s.read--
	return nil
}

func (s *scanner) Read(buf []byte) (n int, err error) {
	return 0, errors.New("ScanState's Read should not be called. Use ReadRune")
}

func (s *scanner) Width() (wid int, ok bool) {
	if s.width == noWidth {
		return 0, false
	}
	return s.width, true
}

func (s *scanner) Token(skipSpace bool, f func(rune) bool) (token []byte, err error) {
	defer caught(&err)
	s.token = s.token[:0]
	if f == nil {
		f = isNoSpace
	}
	if skipSpace {
		s.SkipSpace()
	}
	s.takeWhile(f)
	return s.token, nil
}

// next returns the next rune, or endOfInput.
func (s *scanner) next() rune {
	r, _, err := s.ReadRune()
	if err == io.EOF {
		return endOfInput
	}
	if err != nil {
		panic(scanFailure{err})
	}
	return r
}

// mustNext returns the next rune where the operand cannot end yet.
func (s *scanner) mustNext() rune {
	r := s.next()
	if r == endOfInput {
		panic(scanFailure{io.ErrUnexpectedEOF})
	}
	return r
}

// begin skips space before an operand, of which there must be something.
func (s *scanner) begin() {
	s.SkipSpace()
	if s.next() == endOfInput {
		panic(scanFailure{io.EOF})
	}
	s.UnreadRune()
}

func (s *scanner) SkipSpace() {
	for {
		r := s.next()
		if r == endOfInput {
			return
		}
		if r == '\r' && s.peek("\n") {
			continue
		}
		if r == '\n' {
			if s.newlineIsSpace {
				continue
			}
			fail("unexpected newline")
		}
		if !isSpace(r) {
			s.UnreadRune()
			return
		}
	}
}

// takeWhile adds the runes that f takes to the token.
func (s *scanner) takeWhile(f func(rune) bool) {
	for {
		r := s.next()
		if r == endOfInput {
			return
		}
		if !f(r) {
			s.UnreadRune()
			return
		}
		s.token = utf8.AppendRune(s.token, r)
	}
}

// accept adds the next rune to the token if it is one of set.
func (s *scanner) accept(set string) bool {
	r := s.next()
	if r == endOfInput {
		return false
	}
	if containsRune(set, r) {
		s.token = utf8.AppendRune(s.token, r)
		return true
	}
	s.UnreadRune()
	return false
}

func (s *scanner) acceptAll(set string) {
	for s.accept(set) {
	}
}

// peek reports whether the next rune is one of set.
func (s *scanner) peek(set string) bool {
	r := s.next()
	if r == endOfInput {
		return false
	}
	s.UnreadRune()
	return containsRune(set, r)
}

func containsRune(set string, r rune) bool {
	for _, one := range set {
		if one == r {
			return true
		}
	}
	return false
}

func isNoSpace(r rune) bool { return !isSpace(r) }

// isSpace reports whether r has the property White_Space of Unicode.
func isSpace(r rune) bool {
	switch {
	case r < 0x80:
		return r == ' ' || '\t' <= r && r <= '\r'
	case 0x2000 <= r && r <= 0x200a:
		return true
	}
	switch r {
	case 0x85, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000:
		return true
	}
	return false
}

// scanAll reads operands without a format.
func (s *scanner) scanAll(a []any) (n int, err error) {
	defer caught(&err)
	for _, operand := range a {
		s.scanOne('v', operand)
		n++
	}
	if !s.newlineIsEnd {
		return n, nil
	}
	for {
		r := s.next()
		if r == '\n' || r == endOfInput {
			return n, nil
		}
		if !isSpace(r) {
			return n, errors.New("expected newline")
		}
	}
}
