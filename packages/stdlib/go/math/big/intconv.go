package big

import (
	"errors"
	"fmt"
	"io"
	"strings"
)

// Text returns x in a base from 2 to 62, with a sign if it is negative; nil is "<nil>".
func (x *Int) Text(base int) string {
	if x == nil {
		return "<nil>"
	}
	return string(x.abs.itoa(x.neg, base))
}

// Append appends x.Text(base).
func (x *Int) Append(buf []byte, base int) []byte {
	if x == nil {
		return append(buf, "<nil>"...)
	}
	return append(buf, x.abs.itoa(x.neg, base)...)
}

// String returns x in base 10.
func (x *Int) String() string { return x.Text(10) }

// SetString sets z to the number in s, all of which must be one, and reports whether it was; if not, z has no certain value. Base 0 takes it from the
// prefix 0b, 0, 0o or 0x and allows underscores between digits.
func (z *Int) SetString(s string, base int) (*Int, bool) {
	r := strings.NewReader(s)
	if _, _, err := z.scan(r, base); err != nil || r.Len() > 0 {
		return nil, false
	}
	return z, true
}

// scan reads a number with or without a sign.
func (z *Int) scan(r io.ByteScanner, base int) (*Int, int, error) {
	neg, err := scanSign(r)
	if err != nil {
		return nil, 0, err
	}
	z.abs, base, _, err = z.abs.scan(r, base, false)
	if err != nil {
		return nil, base, err
	}
	z.neg = len(z.abs) > 0 && neg
	return z, base, nil
}

func scanSign(r io.ByteScanner) (neg bool, err error) {
	c, err := r.ReadByte()
	if err != nil {
		return false, err
	}
	switch c {
	case '-':
		return true, nil
	case '+':
		return false, nil
	}
	return false, r.UnreadByte()
}

// byteReader reads the ASCII characters of a scan.
type byteReader struct{ fmt.ScanState }

func (r byteReader) ReadByte() (byte, error) {
	c, size, err := r.ReadRune()
	if size != 1 && err == nil {
		err = fmt.Errorf("invalid rune %#U", c)
	}
	return byte(c), err
}

func (r byteReader) UnreadByte() error { return r.UnreadRune() }

// Scan is what package fmt calls for the verbs b, o, d, x, X, s and v.
func (z *Int) Scan(s fmt.ScanState, verb rune) error {
	s.SkipSpace()
	base := 0
	switch verb {
	case 'b':
		base = 2
	case 'o':
		base = 8
	case 'd':
		base = 10
	case 'x', 'X':
		base = 16
	case 's', 'v':
	default:
		return errors.New("Int.Scan: invalid verb")
	}
	_, _, err := z.scan(byteReader{s}, base)
	return err
}

var _ fmt.Scanner = (*Int)(nil)

func writeMany(s fmt.State, text string, count int) {
	if count > 0 {
		io.WriteString(s, strings.Repeat(text, count))
	}
}

// Format is what package fmt calls for the verbs b, o, O, d, x, X, s and v, with all flags.
func (x *Int) Format(s fmt.State, verb rune) {
	base := 10
	switch verb {
	case 'b':
		base = 2
	case 'o', 'O':
		base = 8
	case 'd', 's', 'v':
	case 'x', 'X':
		base = 16
	default:
		fmt.Fprintf(s, "%%!%c(big.Int=%s)", verb, x.String())
		return
	}
	if x == nil {
		io.WriteString(s, "<nil>")
		return
	}
	sign := ""
	switch {
	case x.neg:
		sign = "-"
	case s.Flag('+'):
		sign = "+"
	case s.Flag(' '):
		sign = " "
	}
	prefix := ""
	if s.Flag('#') {
		switch verb {
		case 'b':
			prefix = "0b"
		case 'o':
			prefix = "0"
		case 'x':
			prefix = "0x"
		case 'X':
			prefix = "0X"
		}
	}
	if verb == 'O' {
		prefix = "0o"
	}
	text := string(x.abs.utoa(base))
	if verb == 'X' {
		text = strings.ToUpper(text)
	}
	var left, zeros, right int
	precision, hasPrecision := s.Precision()
	if hasPrecision {
		if len(text) < precision {
			zeros = precision - len(text)
		} else if text == "0" && precision == 0 {
			return // as fmt prints nothing of integers then
		}
	}
	length := len(sign) + len(prefix) + zeros + len(text)
	if width, ok := s.Width(); ok && length < width {
		switch fill := width - length; {
		case s.Flag('-'):
			right = fill
		case s.Flag('0') && !hasPrecision:
			zeros = fill
		default:
			left = fill
		}
	}
	writeMany(s, " ", left)
	io.WriteString(s, sign)
	io.WriteString(s, prefix)
	writeMany(s, "0", zeros)
	io.WriteString(s, text)
	writeMany(s, " ", right)
}

var _ fmt.Formatter = (*Int)(nil)
