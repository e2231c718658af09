package bufio

import (
	"errors"
	"internal/bytealg"
	"io"
	"unicode/utf8"
)

// A Scanner reads tokens, by default lines, that a SplitFunc finds.
type Scanner struct {
	r            io.Reader
	split        SplitFunc
	maxTokenSize int
	token        []byte
	buf          []byte
	start, end   int // buf[start:end] is still to be split
	err          error
	empties      int // empty tokens in a row without progress
	started      bool
	done         bool
}

// A SplitFunc looks at the next input, all of it if atEOF, and says how far to go on and what the token is. A nil token
// without error asks for more input; ErrFinalToken ends the scan with the token, if it is not nil, as the last.
type SplitFunc func(data []byte, atEOF bool) (advance int, token []byte, err error)

var (
	ErrTooLong         = errors.New("bufio.Scanner: token too long")
	ErrNegativeAdvance = errors.New("bufio.Scanner: SplitFunc returns negative advance count")
	ErrAdvanceTooFar   = errors.New("bufio.Scanner: SplitFunc returns advance count beyond input")
	ErrBadReadCount    = errors.New("bufio.Scanner: Read returned impossible count")
)

// ErrFinalToken ends a scan without error.
var ErrFinalToken = errors.New("final token")

// MaxScanTokenSize limits tokens, with the line end or what else the SplitFunc looks at, unless Buffer says otherwise.
const MaxScanTokenSize = 64 * 1024

// NewScanner returns a Scanner of the lines of r.
func NewScanner(r io.Reader) *Scanner {
	return &Scanner{r: r, split: ScanLines, maxTokenSize: MaxScanTokenSize}
}

// Err returns the first error that was not io.EOF.
func (s *Scanner) Err() error {
	if s.err == io.EOF {
		return nil
	}
	return s.err
}

// Bytes returns the token of the last Scan, valid until the next.
func (s *Scanner) Bytes() []byte { return s.token }

// Text returns the token of the last Scan as a new string.
func (s *Scanner) Text() string { return string(s.token) }

// Scan goes to the next token; false says that there is none, and Err why.
func (s *Scanner) Scan() bool {
	if s.done {
		return false
	}
	s.started = true
	for {
		if s.end > s.start || s.err != nil {
			advance, token, err := s.split(s.buf[s.start:s.end], s.err != nil)
			if err == ErrFinalToken {
				s.token, s.done = token, true
				return token != nil
			}
			if err == nil && advance < 0 {
				err = ErrNegativeAdvance
			} else if err == nil && advance > s.end-s.start {
				err = ErrAdvanceTooFar
			}
			if err != nil {
				s.fail(err)
				return false
			}
			s.start += advance
			s.token = token
			if token != nil {
				if s.err == nil || advance > 0 {
					s.empties = 0
				} else if s.empties++; s.empties > mostEmptyRead {
					panic("bufio.Scan: too many empty tokens without progressing")
				}
				return true
			}
		}
		if s.err != nil {
			s.start, s.end, s.token = 0, 0, nil
			return false
		}
		if !s.more() {
			return false
		}
	}
}

// fail keeps the first error, of which io.EOF is none.
func (s *Scanner) fail(err error) {
	s.token, s.done = nil, true
	if s.err == nil || s.err == io.EOF {
		s.err = err
	}
}

// more reads more input after what is there; false: there is no room.
func (s *Scanner) more() bool {
	if s.start > 0 && (s.end == len(s.buf) || s.start > len(s.buf)/2) {
		s.end = copy(s.buf, s.buf[s.start:s.end])
		s.start = 0
	}
	if s.end == len(s.buf) {
		const mostInt = int(^uint(0) >> 1)
		if len(s.buf) >= s.maxTokenSize || len(s.buf) > mostInt/2 {
			s.fail(ErrTooLong)
			return false
		}
		size := len(s.buf) * 2
		if size == 0 {
			size = defaultBufSize
		}
		longer := make([]byte, min(size, s.maxTokenSize))
		s.end = copy(longer, s.buf[s.start:s.end])
		s.start = 0
		s.buf = longer
	}
	for empty := 0; ; {
		n, err := s.r.Read(s.buf[s.end:])
		if n < 0 || n > len(s.buf)-s.end {
			s.err = ErrBadReadCount
			return true
		}
		s.end += n
		if err != nil {
			if s.err == nil || s.err == io.EOF {
				s.err = err
			}
			return true
		}
		if n > 0 {
			s.empties = 0
			return true
		}
		if empty++; empty > mostEmptyRead {
			s.err = io.ErrNoProgress
			return true
		}
	}
}

// Buffer returns the first buffer and the largest token size that it may grow for; it panics after the first Scan.
func (s *Scanner) Buffer(buf []byte, max int) {
	if s.started {
		panic("Buffer called after Scan")
	}
	s.buf = buf[0:cap(buf)]
	s.maxTokenSize = max
}

// Split sets the function that finds tokens; it panics after the first Scan.
func (s *Scanner) Split(split SplitFunc) {
	if s.started {
		panic("Split called after Scan")
	}
	s.split = split
}

// ScanBytes makes each byte a token.
func ScanBytes(data []byte, atEOF bool) (advance int, token []byte, err error) {
	if len(data) == 0 {
		return 0, nil, nil
	}
	return 1, data[:1], nil
}

// ScanRunes makes each rune a token; a bad byte is the encoding of U+FFFD.
func ScanRunes(data []byte, atEOF bool) (advance int, token []byte, err error) {
	if len(data) == 0 {
		return 0, nil, nil
	}
	if !atEOF && !utf8.FullRune(data) {
		return 0, nil, nil
	}
	r, size := utf8.DecodeRune(data)
	if r == utf8.RuneError && size == 1 {
		return 1, []byte("\uFFFD"), nil
	}
	return size, data[:size], nil
}

// ScanLines makes each line a token, without its end, which is \n or \r\n; the last one may have none.
func ScanLines(data []byte, atEOF bool) (advance int, token []byte, err error) {
	n := bytealg.IndexByte(data, '\n')
	switch {
	case n >= 0:
		advance = n + 1
	case atEOF && len(data) > 0:
		n, advance = len(data), len(data)
	default:
		return 0, nil, nil
	}
	if n > 0 && data[n-1] == '\r' {
		n--
	}
	return advance, data[:n], nil
}

// isSpace is unicode.IsSpace, without the tables of that package.
func isSpace(r rune) bool {
	switch r {
	case ' ', '\t', '\n', '\v', '\f', '\r', 0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
		return true
	}
	return 0x2000 <= r && r <= 0x200A
}

// ScanWords makes each run of what is no space a token.
func ScanWords(data []byte, atEOF bool) (advance int, token []byte, err error) {
	start := 0
	for start < len(data) {
		r, size := utf8.DecodeRune(data[start:])
		if !isSpace(r) {
			break
		}
		start += size
	}
	for i := start; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if isSpace(r) {
			return i + size, data[start:i], nil
		}
		i += size
	}
	if atEOF && len(data) > start {
		return len(data), data[start:], nil
	}
	return start, nil, nil
}
