package json

import "bytes"

const hexDigits = "0123456789abcdef"

// HTMLEscape appends src to dst with <, >, &, U+2028 and U+2029 in strings escaped, so that it can be part of HTML.
func HTMLEscape(dst *bytes.Buffer, src []byte) {
	dst.Grow(len(src))
	dst.Write(appendEscaped(dst.AvailableBuffer(), src))
}

// appendEscaped appends JSON text with the characters escaped that mean something in HTML or JavaScript.
func appendEscaped(dst, src []byte) []byte {
	start := 0
	for i, c := range src {
		if c == '<' || c == '>' || c == '&' {
			dst = append(dst, src[start:i]...)
			dst = append(dst, '\\', 'u', '0', '0', hexDigits[c>>4], hexDigits[c&15])
			start = i + 1
		}
		if isSeparator(src, i) {
			dst = append(dst, src[start:i]...)
			dst = append(dst, '\\', 'u', '2', '0', '2', hexDigits[src[i+2]&15])
			start = i + 3
		}
	}
	return append(dst, src[start:]...)
}

// isSeparator reports whether U+2028 or U+2029 is at src[i].
func isSeparator(src []byte, i int) bool {
	return src[i] == 0xe2 && i+2 < len(src) && src[i+1] == 0x80 && src[i+2]&^1 == 0xa8
}

// Compact appends src to dst without the space between tokens.
func Compact(dst *bytes.Buffer, src []byte) error {
	dst.Grow(len(src))
	b, err := appendCompact(dst.AvailableBuffer(), src, false)
	dst.Write(b)
	return err
}

// appendCompact appends JSON text without the space between tokens; nothing if it is none.
func appendCompact(dst, src []byte, escape bool) ([]byte, error) {
	length := len(dst)
	var s scanner
	start := 0
	for i, c := range src {
		switch s.feed(c) {
		case failed:
			return dst[:length], s.err
		case blank:
			dst = append(dst, src[start:i]...)
			start = i + 1
		}
		switch {
		case escape && (c == '<' || c == '>' || c == '&'):
			dst = append(dst, src[start:i]...)
			dst = append(dst, '\\', 'u', '0', '0', hexDigits[c>>4], hexDigits[c&15])
			start = i + 1
		case escape && isSeparator(src, i):
			dst = append(dst, src[start:i]...)
			dst = append(dst, '\\', 'u', '2', '0', '2', hexDigits[src[i+2]&15])
			start = i + 3
		}
	}
	if err := s.end(); err != nil {
		return dst[:length], err
	}
	if start < len(src) {
		dst = append(dst, src[start:]...)
	}
	return dst, nil
}

// Indent appends src to dst with each element on a line of its own that begins with prefix and one indent for each
// open bracket. Space after the value stays.
func Indent(dst *bytes.Buffer, src []byte, prefix, indent string) error {
	dst.Grow(len(src) * 2)
	b, err := appendIndent(dst.AvailableBuffer(), src, prefix, indent)
	dst.Write(b)
	return err
}

func appendIndent(dst, src []byte, prefix, indent string) ([]byte, error) {
	length := len(dst)
	var s scanner
	depth := 0
	// fresh: nothing comes after the last opening bracket, so that empty values can be closed on one line.
	fresh := false
	line := func() {
		dst = append(dst, '\n')
		dst = append(dst, prefix...)
		for range depth {
			dst = append(dst, indent...)
		}
	}
	for _, c := range src {
		kind := s.feed(c)
		if kind == failed {
			return dst[:length], s.err
		}
		if kind == blank {
			continue
		}
		closes := kind == bracket && (c == '}' || c == ']')
		if fresh && !closes {
			depth++
			line()
		}
		switch {
		case closes:
			if !fresh {
				depth--
				line()
			}
			fresh = false
			dst = append(dst, c)
			continue
		case kind == comma:
			dst = append(dst, c)
			line()
		case kind == colon:
			dst = append(dst, c, ' ')
		default:
			dst = append(dst, c)
		}
		fresh = kind == bracket
	}
	if err := s.end(); err != nil {
		return dst[:length], err
	}
	tail := len(src)
	for tail > 0 && isBlank(src[tail-1]) {
		tail--
	}
	return append(dst, src[tail:]...), nil
}
