package csv

import (
	"bufio"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Writer writes records. Its fields may be changed before the first is written.
type Writer struct {
	// Comma separates fields: ',' by NewWriter.
	Comma rune
	// UseCRLF ends lines with \r\n.
	UseCRLF bool
	w       *bufio.Writer
}

// NewWriter returns a Writer.
func NewWriter(w io.Writer) *Writer { return &Writer{Comma: ',', w: bufio.NewWriter(w)} }

// Write writes a record, with quotes where fields need them. Flush lets it reach what is written to.
func (w *Writer) Write(record []string) error {
	if !validDelim(w.Comma) {
		return errInvalidDelim
	}
	for i, field := range record {
		if i > 0 {
			if _, err := w.w.WriteRune(w.Comma); err != nil {
				return err
			}
		}
		var err error
		if w.needsQuotes(field) {
			err = w.writeQuoted(field)
		} else {
			_, err = w.w.WriteString(field)
		}
		if err != nil {
			return err
		}
	}
	if w.UseCRLF {
		_, err := w.w.WriteString("\r\n")
		return err
	}
	return w.w.WriteByte('\n')
}

func (w *Writer) writeQuoted(field string) error {
	w.w.WriteByte('"')
	for len(field) > 0 {
		i := strings.IndexAny(field, "\"\r\n")
		if i < 0 {
			i = len(field)
		}
		if _, err := w.w.WriteString(field[:i]); err != nil {
			return err
		}
		if field = field[i:]; len(field) == 0 {
			break
		}
		switch c := field[0]; {
		case c == '"':
			w.w.WriteString(`""`)
		case c == '\n' && w.UseCRLF:
			w.w.WriteString("\r\n")
		case c != '\r' || !w.UseCRLF:
			w.w.WriteByte(c)
		}
		field = field[1:]
	}
	return w.w.WriteByte('"')
}

// needsQuotes reports whether a field would be read as another without quotes, here or by Postgres, for which \. is the end of all.
func (w *Writer) needsQuotes(field string) bool {
	if field == "" {
		return false
	}
	if field == `\.` || strings.ContainsRune(field, w.Comma) || strings.ContainsAny(field, "\"\r\n") {
		return true
	}
	first, _ := utf8.DecodeRuneInString(field)
	return unicode.IsSpace(first)
}

// Flush writes what is kept back; Error returns what went wrong.
func (w *Writer) Flush() { w.w.Flush() }

// Error returns what went wrong in Write or Flush.
func (w *Writer) Error() error {
	_, err := w.w.Write(nil)
	return err
}

// WriteAll writes records and flushes.
func (w *Writer) WriteAll(records [][]string) error {
	for _, record := range records {
		if err := w.Write(record); err != nil {
			return err
		}
	}
	return w.w.Flush()
}
