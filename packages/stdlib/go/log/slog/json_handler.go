package slog

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"math"
	"strconv"
	"time"
	"unicode/utf8"
)

// A JSONHandler writes records as lines that are JSON objects.
type JSONHandler struct {
	*commonHandler
}

// NewJSONHandler returns a handler that writes to w; nil options are the default ones.
func NewJSONHandler(w io.Writer, opts *HandlerOptions) *JSONHandler {
	return &JSONHandler{newCommonHandler(w, opts, true)}
}

// Enabled reports whether records of a level are handled.
func (h *JSONHandler) Enabled(_ context.Context, level Level) bool { return h.enabled(level) }

// Handle writes a record by one call of Write: time, level, source, message and attributes, as encoding/json does without escapes for HTML.
// An attribute that is an error has its text; what fails has the error's.
func (h *JSONHandler) Handle(_ context.Context, r Record) error { return h.handle(r) }

// WithAttrs returns a handler that adds attributes.
func (h *JSONHandler) WithAttrs(attrs []Attr) Handler { return &JSONHandler{h.withAttrs(attrs)} }

// WithGroup returns a handler whose attributes from now on are in a group.
func (h *JSONHandler) WithGroup(name string) Handler {
	if name == "" {
		return h
	}
	return &JSONHandler{h.withGroup(name)}
}

func appendJSONTime(s *handleState, t time.Time) {
	if y := t.Year(); y < 0 || y >= 10000 {
		s.appendError(errors.New("time.Time year outside of range [0,9999]"))
	}
	s.buf.WriteByte('"')
	*s.buf = appendRFC3339Nano(*s.buf, t)
	s.buf.WriteByte('"')
}

func appendJSONValue(s *handleState, v Value) error {
	switch v.Kind() {
	case KindString:
		s.appendString(v.str())
	case KindInt64, KindDuration:
		*s.buf = strconv.AppendInt(*s.buf, int64(v.num), 10)
	case KindUint64:
		*s.buf = strconv.AppendUint(*s.buf, v.num, 10)
	case KindFloat64:
		f := v.float()
		if size := math.Abs(f); size == 0 || 1e-6 <= size && size < 1e21 {
			*s.buf = strconv.AppendFloat(*s.buf, f, 'f', -1, 64)
			return nil
		}
		return appendJSON(s, f)
	case KindBool:
		*s.buf = strconv.AppendBool(*s.buf, v.num == 1)
	case KindTime:
		s.appendTime(v.time())
	case KindAny:
		value := v.Any()
		_, own := value.(json.Marshaler)
		if err, ok := value.(error); ok && !own {
			s.appendString(err.Error())
			return nil
		}
		return appendJSON(s, value)
	default:
		return appendJSON(s, v.Any())
	}
	return nil
}

// appendJSON appends what encoding/json writes for a value.
func appendJSON(s *handleState, value any) error {
	before := s.buf.Len()
	encoder := json.NewEncoder(s.buf)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(value); err != nil {
		s.buf.SetLen(before)
		return err
	}
	s.buf.SetLen(s.buf.Len() - 1) // its newline
	return nil
}

// appendJSONString appends a string in quotes. What is no UTF-8 becomes U+FFFD.
func appendJSONString(b []byte, text string) []byte {
	const hex = "0123456789abcdef"
	b = append(b, '"')
	from := 0
	for i := 0; i < len(text); {
		c := text[i]
		if c < utf8.RuneSelf {
			if c >= ' ' && c != '"' && c != '\\' {
				i++
				continue
			}
			b = append(b, text[from:i]...)
			switch c {
			case '"', '\\':
				b = append(b, '\\', c)
			case '\n':
				b = append(b, '\\', 'n')
			case '\r':
				b = append(b, '\\', 'r')
			case '\t':
				b = append(b, '\\', 't')
			default:
				b = append(b, '\\', 'u', '0', '0', hex[c>>4], hex[c&15])
			}
			i++
			from = i
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		invalid := r == utf8.RuneError && size == 1
		if invalid || r == '\u2028' || r == '\u2029' {
			b = append(b, text[from:i]...)
			if invalid {
				b = append(b, `\ufffd`...)
			} else {
				b = append(b, `\u202`...)
				b = append(b, hex[r&15])
			}
			from = i + size
		}
		i += size
	}
	b = append(b, text[from:]...)
	return append(b, '"')
}
