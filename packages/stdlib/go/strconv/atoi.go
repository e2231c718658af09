// Package strconv converts between strings and the values of basic types.
package strconv

import "errors"

// IntSize is the number of bits of an int.
const IntSize = 64

// ErrRange says that a value does not fit the wanted type.
var ErrRange = errors.New("value out of range")

// ErrSyntax says that a value is not written as the wanted type has to be.
var ErrSyntax = errors.New("invalid syntax")

// A NumError is a failed conversion.
type NumError struct {
	Func string // the function that failed
	Num  string // its input
	Err  error  // why
}

func (e *NumError) Error() string {
	return "strconv." + e.Func + ": parsing " + Quote(e.Num) + ": " + e.Err.Error()
}

func (e *NumError) Unwrap() error { return e.Err }

func fail(function, s string, err error) *NumError {
	return &NumError{function, string(append([]byte(nil), s...)), err} // a copy: s may be part of something large
}

// ParseBool accepts 1, t, T, TRUE, true, True, 0, f, F, FALSE, false and False.
func ParseBool(str string) (bool, error) {
	switch str {
	case "1", "t", "T", "true", "TRUE", "True":
		return true, nil
	case "0", "f", "F", "false", "FALSE", "False":
		return false, nil
	}
	return false, fail("ParseBool", str, ErrSyntax)
}

// FormatBool returns "true" or "false".
func FormatBool(b bool) string {
	if b {
		return "true"
	}
	return "false"
}

// AppendBool appends "true" or "false".
func AppendBool(dst []byte, b bool) []byte { return append(dst, FormatBool(b)...) }

func lower(c byte) byte { return c | ('x' - 'X') }

// digitOf is the value of a digit or letter, 255 for other bytes.
func digitOf(c byte) byte {
	if '0' <= c && c <= '9' {
		return c - '0'
	}
	if l := lower(c); 'a' <= l && l <= 'z' {
		return l - 'a' + 10
	}
	return 255
}

// ParseUint is ParseInt for unsigned numbers, which have no sign.
func ParseUint(s string, base int, bitSize int) (uint64, error) {
	n, err := parseUint(s, base, bitSize)
	if err != nil {
		return n, fail("ParseUint", s, err)
	}
	return n, nil
}

func parseUint(s string, base int, bitSize int) (uint64, error) {
	if s == "" {
		return 0, ErrSyntax
	}
	whole, prefixed := s, base == 0
	switch {
	case 2 <= base && base <= 36:
	case base == 0:
		base = 10
		if s[0] == '0' {
			base = 8
			cut := 1
			if len(s) >= 3 {
				switch lower(s[1]) {
				case 'b':
					base, cut = 2, 2
				case 'o':
					cut = 2
				case 'x':
					base, cut = 16, 2
				}
			}
			s = s[cut:]
		}
	default:
		return 0, errors.New("invalid base " + Itoa(base))
	}
	if bitSize == 0 {
		bitSize = IntSize
	} else if bitSize < 0 || bitSize > 64 {
		return 0, errors.New("invalid bit size " + Itoa(bitSize))
	}
	limit := uint64(1)<<uint(bitSize) - 1
	most := ^uint64(0) / uint64(base) // larger numbers overflow when they get another digit
	underscores := false
	n := uint64(0)
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c == '_' && prefixed {
			underscores = true
			continue
		}
		d := digitOf(c)
		if int(d) >= base {
			return 0, ErrSyntax
		}
		if n > most {
			return limit, ErrRange
		}
		next := n*uint64(base) + uint64(d)
		if next < uint64(d) || next > limit {
			return limit, ErrRange
		}
		n = next
	}
	if underscores && !underscoresFit(whole) {
		return 0, ErrSyntax
	}
	return n, nil
}

// underscoresFit reports whether each underscore of s is between digits, or a base prefix and a digit.
func underscoresFit(s string) bool {
	if s != "" && (s[0] == '-' || s[0] == '+') {
		s = s[1:]
	}
	hex, previous := false, byte('.') // kinds: 0 digit or prefix, _ underscore, . other
	i := 0
	if len(s) >= 2 && s[0] == '0' {
		if l := lower(s[1]); l == 'b' || l == 'o' || l == 'x' {
			i, previous, hex = 2, '0', l == 'x'
		}
	}
	for ; i < len(s); i++ {
		d := digitOf(s[i])
		switch {
		case d < 10 || hex && d < 16:
			previous = '0'
		case s[i] == '_':
			if previous != '0' {
				return false
			}
			previous = '_'
		default:
			if previous == '_' {
				return false
			}
			previous = '.'
		}
	}
	return previous != '_'
}

// ParseInt reads a number in the given base (2 to 36), with an optional sign, that fits bitSize bits (0: those of int).
// With base 0 the prefixes 0b, 0, 0o and 0x decide, and underscores may separate digits. Errors are *NumError;
// a number that is out of range comes with the nearest one that fits.
func ParseInt(s string, base int, bitSize int) (int64, error) {
	return parseInt("ParseInt", s, base, bitSize)
}

func parseInt(function, s string, base, bitSize int) (int64, error) {
	if s == "" {
		return 0, fail(function, s, ErrSyntax)
	}
	digits, negative := s, s[0] == '-'
	if negative || s[0] == '+' {
		digits = s[1:]
	}
	n, err := parseUint(digits, base, bitSize)
	if err != nil && err != ErrRange {
		return 0, fail(function, s, err)
	}
	if bitSize == 0 {
		bitSize = IntSize
	}
	limit := uint64(1) << uint(bitSize-1)
	if negative {
		if n > limit {
			return -int64(limit), fail(function, s, ErrRange)
		}
		return -int64(n), nil
	}
	if n >= limit {
		return int64(limit - 1), fail(function, s, ErrRange)
	}
	return int64(n), nil
}

// Atoi is ParseInt(s, 10, 0) as an int.
func Atoi(s string) (int, error) {
	// Up to 18 digits cannot overflow.
	if n := len(s); 0 < n && n < 19 {
		i := 0
		if s[0] == '-' || s[0] == '+' {
			i = 1
		}
		value := 0
		for i < n && s[i]-'0' <= 9 {
			value = value*10 + int(s[i]-'0')
			i++
		}
		if i == n && s[n-1] >= '0' {
			if s[0] == '-' {
				value = -value
			}
			return value, nil
		}
	}
	value, err := parseInt("Atoi", s, 10, 0)
	return int(value), err
}
