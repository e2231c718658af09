package template

import (
	"fmt"
	"io"
	"reflect"
	"strings"
	"unicode"
	"unicode/utf8"
)

// htmlEscapes returns what is written for a byte in HTML; empty: itself.
func htmlEscapes(c byte) string {
	switch c {
	case 0:
		return "\uFFFD"
	case '"':
		return "&#34;"
	case '\'':
		return "&#39;"
	case '&':
		return "&amp;"
	case '<':
		return "&lt;"
	case '>':
		return "&gt;"
	}
	return ""
}

// HTMLEscape writes plain text as HTML.
func HTMLEscape(w io.Writer, b []byte) {
	from := 0
	for i, c := range b {
		if escape := htmlEscapes(c); escape != "" {
			w.Write(b[from:i])
			io.WriteString(w, escape)
			from = i + 1
		}
	}
	w.Write(b[from:])
}

// HTMLEscapeString returns plain text as HTML.
func HTMLEscapeString(s string) string {
	if !strings.ContainsAny(s, "'\"&<>\000") {
		return s
	}
	var b strings.Builder
	HTMLEscape(&b, []byte(s))
	return b.String()
}

// HTMLEscaper returns the texts of values as HTML.
func HTMLEscaper(args ...any) string { return HTMLEscapeString(textOf(args)) }

// JSEscape writes plain text for a string of JavaScript.
func JSEscape(w io.Writer, b []byte) {
	from := 0
	for i := 0; i < len(b); {
		r, size := rune(b[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRune(b[i:])
		}
		if escape := jsEscape(r); escape != "" {
			w.Write(b[from:i])
			io.WriteString(w, escape)
			from = i + size
		}
		i += size
	}
	w.Write(b[from:])
}

// jsEscape returns what is written for a rune in JavaScript; empty: itself.
func jsEscape(r rune) string {
	switch r {
	case '\\', '\'', '"':
		return `\` + string(r)
	case '<', '>', '&', '=':
		return fmt.Sprintf(`\u%04X`, r)
	}
	if r < ' ' || r >= utf8.RuneSelf && !unicode.IsPrint(r) {
		return fmt.Sprintf(`\u%04X`, r)
	}
	return ""
}

// JSEscapeString returns plain text for a string of JavaScript.
func JSEscapeString(s string) string {
	var b strings.Builder
	JSEscape(&b, []byte(s))
	return b.String()
}

// JSEscaper returns the texts of values for a string of JavaScript.
func JSEscaper(args ...any) string { return JSEscapeString(textOf(args)) }

// URLQueryEscaper returns the texts of values for the query of a URL.
func URLQueryEscaper(args ...any) string {
	const hex = "0123456789ABCDEF"
	text := textOf(args)
	b := make([]byte, 0, len(text))
	for i := range len(text) {
		switch c := text[i]; {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', c == '-', c == '_', c == '.', c == '~':
			b = append(b, c)
		case c == ' ':
			b = append(b, '+')
		default:
			b = append(b, '%', hex[c>>4], hex[c&15])
		}
	}
	return string(b)
}

// textOf returns the text of values, as actions print them.
func textOf(args []any) string {
	if len(args) == 1 {
		if s, ok := args[0].(string); ok {
			return s
		}
	}
	for i, arg := range args {
		if value, ok := printableValue(reflect.ValueOf(arg)); ok {
			args[i] = value
		}
	}
	return fmt.Sprint(args...)
}
