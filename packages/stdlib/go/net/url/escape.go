package url

import (
	"strconv"
	"strings"
)

// An encoding is a part of a URL: each has characters of its own that are escaped.
type encoding int

const (
	encodePath encoding = 1 + iota
	encodePathSegment
	encodeHost
	encodeZone
	encodeUserPassword
	encodeQueryComponent
	encodeFragment
)

// An EscapeError is an escape that is none.
type EscapeError string

func (e EscapeError) Error() string { return "invalid URL escape " + strconv.Quote(string(e)) }

// An InvalidHostError is a character that a host must not have.
type InvalidHostError string

func (e InvalidHostError) Error() string {
	return "invalid character " + strconv.Quote(string(e)) + " in host name"
}

// plain has the characters other than letters, digits and -_.~ that are not escaped, by part (RFC 3986, as it is applied in practice).
var plain = [...]string{
	encodePath:           "$&+,/:;=@",
	encodePathSegment:    "$&+:=@",
	encodeHost:           "!$&'()*+,;=:[]<>\"",
	encodeZone:           "!$&'()*+,;=:[]<>\"",
	encodeUserPassword:   "$&+,;=",
	encodeQueryComponent: "",
	encodeFragment:       "$&+,/:;=?@!()*",
}

func shouldEscape(c byte, mode encoding) bool {
	if 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '-' || c == '_' || c == '.' || c == '~' {
		return false
	}
	return strings.IndexByte(plain[mode], c) < 0
}

func hexValue(c byte) (byte, bool) {
	switch {
	case '0' <= c && c <= '9':
		return c - '0', true
	case 'a' <= c && c <= 'f':
		return c - 'a' + 10, true
	case 'A' <= c && c <= 'F':
		return c - 'A' + 10, true
	}
	return 0, false
}

// hexPair returns the byte of an escape %hh at the beginning of s.
func hexPair(s string) (byte, bool) {
	if len(s) < 3 {
		return 0, false
	}
	high, ok1 := hexValue(s[1])
	low, ok2 := hexValue(s[2])
	return high<<4 | low, ok1 && ok2
}

func unescape(s string, mode encoding) (string, error) {
	isHost := mode == encodeHost || mode == encodeZone
	changes := false
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '%':
			changes = true
			v, ok := hexPair(s[i:])
			if !ok {
				return "", EscapeError(s[i:min(i+3, len(s))])
			}
			// Hosts have escapes of bytes above ASCII only, and %25 before a zone; zones also of what could not be written otherwise.
			escape := s[i : i+3]
			if mode == encodeHost && v < 0x80 && escape != "%25" ||
				mode == encodeZone && escape != "%25" && v != ' ' && shouldEscape(v, encodeHost) {
				return "", EscapeError(escape)
			}
			i += 2
		case c == '+':
			changes = changes || mode == encodeQueryComponent
		case isHost && c < 0x80 && shouldEscape(c, mode):
			return "", InvalidHostError(s[i : i+1])
		}
	}
	if !changes {
		return s, nil
	}
	out := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '%':
			v, _ := hexPair(s[i:])
			out = append(out, v)
			i += 2
		case c == '+' && mode == encodeQueryComponent:
			out = append(out, ' ')
		default:
			out = append(out, c)
		}
	}
	return string(out), nil
}

func escape(s string, mode encoding) string {
	count := 0
	for i := range len(s) {
		if shouldEscape(s[i], mode) {
			count++
		}
	}
	if count == 0 {
		return s
	}
	const hex = "0123456789ABCDEF"
	out := make([]byte, 0, len(s)+2*count)
	for i := range len(s) {
		switch c := s[i]; {
		case c == ' ' && mode == encodeQueryComponent:
			out = append(out, '+')
		case shouldEscape(c, mode):
			out = append(out, '%', hex[c>>4], hex[c&15])
		default:
			out = append(out, c)
		}
	}
	return string(out)
}

// validEncoded reports whether s could be an escaped path or fragment as it is.
func validEncoded(s string, mode encoding) bool {
	for i := range len(s) {
		if c := s[i]; strings.IndexByte("!$&'()*+,;=:@[]%", c) < 0 && shouldEscape(c, mode) {
			return false
		}
	}
	return true
}

// QueryEscape escapes s for a query.
func QueryEscape(s string) string { return escape(s, encodeQueryComponent) }

// PathEscape escapes s for a part of a path between slashes.
func PathEscape(s string) string { return escape(s, encodePathSegment) }

// QueryUnescape does the reverse of QueryEscape.
func QueryUnescape(s string) (string, error) { return unescape(s, encodeQueryComponent) }

// PathUnescape does the reverse of PathEscape: + stays.
func PathUnescape(s string) (string, error) { return unescape(s, encodePathSegment) }
