package slog

import (
	"context"
	"encoding"
	"fmt"
	"io"
	"reflect"
	"strconv"
	"unicode"
	"unicode/utf8"
)

// A TextHandler writes records as lines of key=value.
type TextHandler struct {
	*commonHandler
}

// NewTextHandler returns a handler that writes to w; nil options are the default ones.
func NewTextHandler(w io.Writer, opts *HandlerOptions) *TextHandler {
	return &TextHandler{newCommonHandler(w, opts, false)}
}

// Enabled reports whether records of a level are handled.
func (h *TextHandler) Enabled(_ context.Context, level Level) bool { return h.enabled(level) }

// Handle writes a record by one call of Write: time, level, source, message and attributes. Keys in groups have the names of the groups
// before them, with dots. Text with spaces, quotes, = or what does not print is quoted.
func (h *TextHandler) Handle(_ context.Context, r Record) error { return h.handle(r) }

// WithAttrs returns a handler that adds attributes.
func (h *TextHandler) WithAttrs(attrs []Attr) Handler { return &TextHandler{h.withAttrs(attrs)} }

// WithGroup returns a handler whose attributes from now on are in a group.
func (h *TextHandler) WithGroup(name string) Handler {
	if name == "" {
		return h
	}
	return &TextHandler{h.withGroup(name)}
}

func appendTextValue(s *handleState, v Value) error {
	switch v.Kind() {
	case KindString:
		s.appendString(v.str())
	case KindTime:
		s.appendTime(v.time())
	case KindAny:
		if m, ok := v.any.(encoding.TextMarshaler); ok {
			text, err := m.MarshalText()
			if err != nil {
				return err
			}
			s.appendString(string(text))
			return nil
		}
		if b, ok := bytesOf(v.any); ok {
			*s.buf = strconv.AppendQuote(*s.buf, string(b))
			return nil
		}
		s.appendString(fmt.Sprintf("%+v", v.Any()))
	default:
		*s.buf = v.append(*s.buf)
	}
	return nil
}

// bytesOf returns a value that is a slice of bytes.
func bytesOf(v any) ([]byte, bool) {
	if b, ok := v.([]byte); ok {
		return b, true
	}
	if t := reflect.TypeOf(v); t != nil && t.Kind() == reflect.Slice && t.Elem().Kind() == reflect.Uint8 {
		return reflect.ValueOf(v).Bytes(), true
	}
	return nil, false
}

// needsQuoting reports whether a text is quoted: where a reader could not tell where it ends, or could not see what it is.
func needsQuoting(s string) bool {
	if s == "" {
		return true
	}
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if c <= ' ' || c == '=' || c == '"' {
				return true
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError || unicode.IsSpace(r) || !unicode.IsPrint(r) {
			return true
		}
		i += size
	}
	return false
}
