// Package csv reads and writes records of fields that are separated by commas (RFC 4180).
package csv

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"unicode"
	"unicode/utf8"
)

// A ParseError says where a record is wrong: lines and columns (bytes) from 1.
type ParseError struct {
	StartLine int // where the record begins
	Line      int
	Column    int
	Err       error
}

// Error returns place and cause.
func (e *ParseError) Error() string {
	switch {
	case e.Err == ErrFieldCount:
		return fmt.Sprintf("record on line %d: %v", e.Line, e.Err)
	case e.StartLine != e.Line:
		return fmt.Sprintf("record on line %d; parse error on line %d, column %d: %v", e.StartLine, e.Line, e.Column, e.Err)
	}
	return fmt.Sprintf("parse error on line %d, column %d: %v", e.Line, e.Column, e.Err)
}

// Unwrap returns the cause.
func (e *ParseError) Unwrap() error { return e.Err }

// Causes of a ParseError.
var (
	ErrBareQuote  = errors.New("bare \" in non-quoted-field")
	ErrQuote      = errors.New("extraneous or missing \" in quoted-field")
	ErrFieldCount = errors.New("wrong number of fields")

	// Deprecated: ErrTrailingComma is no longer used.
	ErrTrailingComma = errors.New("extra delimiter at end of line")
)

var errInvalidDelim = errors.New("csv: invalid field or comment delimiter")

func validDelim(r rune) bool {
	return r != 0 && r != '"' && r != '\r' && r != '\n' && utf8.ValidRune(r) && r != utf8.RuneError
}

// A Reader reads records. Its fields may be changed before the first is read.
type Reader struct {
	// Comma separates fields: ',' by NewReader.
	Comma rune
	// Comment, if not 0, begins lines that are left out.
	Comment rune
	// FieldsPerRecord is how many fields each record must have: 0 means as many as the first, negative numbers any.
	FieldsPerRecord int
	// LazyQuotes allows quotes in fields without quotes, and single ones in those with.
	LazyQuotes bool
	// TrimLeadingSpace leaves space out at the beginning of fields.
	TrimLeadingSpace bool
	// ReuseRecord lets Read return the slice of the record before.
	ReuseRecord bool

	// Deprecated: TrailingComma is no longer used.
	TrailingComma bool

	r       *bufio.Reader
	numLine int
	offset  int64
	long    []byte // a line that is longer than the buffer of r

	text       []byte // of all fields, one after the other
	ends       []int  // of the fields in text
	positions  []position
	lastRecord []string
}

type position struct{ line, column int }

// NewReader returns a Reader.
func NewReader(r io.Reader) *Reader { return &Reader{Comma: ',', r: bufio.NewReader(r)} }

// Read returns the next record, or io.EOF. With ErrFieldCount, the record is returned too.
func (r *Reader) Read() (record []string, err error) {
	if r.ReuseRecord {
		record, err = r.readRecord(r.lastRecord)
		r.lastRecord = record
		return record, err
	}
	return r.readRecord(nil)
}

// FieldPos returns line and column of the beginning of a field of the record that was read last; it panics if there is none.
func (r *Reader) FieldPos(field int) (line, column int) {
	if field < 0 || field >= len(r.positions) {
		panic("out of range index passed to FieldPos")
	}
	p := r.positions[field]
	return p.line, p.column
}

// InputOffset returns how many bytes were read up to the end of the last record.
func (r *Reader) InputOffset() int64 { return r.offset }

// ReadAll returns all records that are left.
func (r *Reader) ReadAll() (records [][]string, err error) {
	for {
		record, err := r.readRecord(nil)
		if err == io.EOF {
			return records, nil
		}
		if err != nil {
			return nil, err
		}
		records = append(records, record)
	}
}

// readLine returns the next line; it ends with \n, for which \r\n counts too, except for the last one.
func (r *Reader) readLine() ([]byte, error) {
	line, err := r.r.ReadSlice('\n')
	if err == bufio.ErrBufferFull {
		r.long = append(r.long[:0], line...)
		for err == bufio.ErrBufferFull {
			line, err = r.r.ReadSlice('\n')
			r.long = append(r.long, line...)
		}
		line = r.long
	}
	size := len(line)
	if size > 0 && err == io.EOF {
		err = nil
		if line[size-1] == '\r' {
			line = line[:size-1]
		}
	}
	r.numLine++
	r.offset += int64(size)
	if n := len(line); n >= 2 && line[n-2] == '\r' && line[n-1] == '\n' {
		line[n-2] = '\n'
		line = line[:n-1]
	}
	return line, err
}

// newline is 1 if the line ends with one.
func newline(line []byte) int {
	if len(line) > 0 && line[len(line)-1] == '\n' {
		return 1
	}
	return 0
}

func (r *Reader) readRecord(into []string) ([]string, error) {
	if r.Comma == r.Comment || !validDelim(r.Comma) || r.Comment != 0 && !validDelim(r.Comment) {
		return nil, errInvalidDelim
	}
	var line []byte
	for {
		var err error
		line, err = r.readLine()
		if err == nil && (r.isComment(line) || len(line) == newline(line)) {
			continue
		}
		if err != nil {
			return nil, err
		}
		break
	}
	failure := r.parseFields(line)
	if failure != nil && failure.Err == nil {
		failure = nil
	}
	text := string(r.text)
	record := into[:0]
	if cap(into) < len(r.ends) {
		record = make([]string, 0, len(r.ends))
	}
	begin := 0
	for _, end := range r.ends {
		record = append(record, text[begin:end])
		begin = end
	}
	if failure != nil {
		if failure.StartLine == 0 {
			return record, failure.Err // of what is read from
		}
		return record, failure
	}
	if r.FieldsPerRecord == 0 {
		r.FieldsPerRecord = len(record)
	} else if r.FieldsPerRecord > 0 && len(record) != r.FieldsPerRecord {
		return record, &ParseError{StartLine: r.positions[0].line, Line: r.positions[0].line, Column: 1, Err: ErrFieldCount}
	}
	return record, nil
}

func (r *Reader) isComment(line []byte) bool {
	if r.Comment == 0 {
		return false
	}
	c, _ := utf8.DecodeRune(line)
	return c == r.Comment
}

// parseFields reads the fields of a record that begins with this line.
func (r *Reader) parseFields(line []byte) *ParseError {
	start := r.numLine
	at := position{start, 1}
	commaLen := utf8.RuneLen(r.Comma)
	r.text, r.ends, r.positions = r.text[:0], r.ends[:0], r.positions[:0]
	for {
		if r.TrimLeadingSpace {
			i := bytes.IndexFunc(line, func(c rune) bool { return !unicode.IsSpace(c) })
			if i < 0 {
				i = len(line)
				at.column -= newline(line)
			}
			line = line[i:]
			at.column += i
		}
		if len(line) == 0 || line[0] != '"' {
			i := r.indexComma(line)
			field := line
			if i >= 0 {
				field = field[:i]
			} else {
				field = field[:len(field)-newline(field)]
			}
			if !r.LazyQuotes {
				if j := bytes.IndexByte(field, '"'); j >= 0 {
					return &ParseError{start, r.numLine, at.column + j, ErrBareQuote}
				}
			}
			r.text = append(r.text, field...)
			r.ends = append(r.ends, len(r.text))
			r.positions = append(r.positions, at)
			if i < 0 {
				return nil
			}
			line = line[i+commaLen:]
			at.column += i + commaLen
			continue
		}
		r.positions = append(r.positions, at)
		line = line[1:]
		at.column++
		ended, rest, failure := r.quotedField(line, start, &at, commaLen)
		if ended || failure != nil {
			return failure
		}
		line = rest
	}
}

func (r *Reader) indexComma(line []byte) int {
	if r.Comma < utf8.RuneSelf {
		return bytes.IndexByte(line, byte(r.Comma))
	}
	return bytes.IndexRune(line, r.Comma)
}

// quotedField reads the rest of a field after its quote. It reports whether the record ends with it, and returns what is after the comma otherwise.
func (r *Reader) quotedField(line []byte, start int, at *position, commaLen int) (bool, []byte, *ParseError) {
	for {
		if i := bytes.IndexByte(line, '"'); i >= 0 {
			r.text = append(r.text, line[:i]...)
			line = line[i+1:]
			at.column += i + 1
			switch c, _ := utf8.DecodeRune(line); {
			case c == '"':
				r.text = append(r.text, '"')
				line = line[1:]
				at.column++
			case c == r.Comma:
				r.ends = append(r.ends, len(r.text))
				at.column += commaLen
				return false, line[commaLen:], nil
			case newline(line) == len(line):
				r.ends = append(r.ends, len(r.text))
				return true, nil, nil
			case r.LazyQuotes:
				r.text = append(r.text, '"')
			default:
				return true, nil, &ParseError{start, r.numLine, at.column - 1, ErrQuote}
			}
			continue
		}
		if len(line) == 0 {
			// The text ends within the field.
			if !r.LazyQuotes {
				return true, nil, &ParseError{start, at.line, at.column, ErrQuote}
			}
			r.ends = append(r.ends, len(r.text))
			return true, nil, nil
		}
		r.text = append(r.text, line...)
		at.column += len(line)
		var err error
		line, err = r.readLine()
		if len(line) > 0 {
			at.line++
			at.column = 1
		}
		if err != nil && err != io.EOF {
			if !r.LazyQuotes && len(line) == 0 {
				return true, nil, &ParseError{Err: err}
			}
			r.ends = append(r.ends, len(r.text))
			return true, nil, &ParseError{Err: err}
		}
	}
}
