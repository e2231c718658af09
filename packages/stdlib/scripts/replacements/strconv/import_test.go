package strconv_test

import (
	. "strconv"
	"strings"
)

var (
	baseError        = BaseError
	bitSizeError     = BitSizeError
	parseFloatPrefix = ParseFloatPrefix
)

// The tests of internal/strconv expect errors without a *NumError around them.

func unwrap[T any](value T, err error) (T, error) {
	if e, ok := err.(*NumError); ok {
		err = e.Err
		switch text := err.Error(); {
		case strings.HasPrefix(text, "invalid base"):
			err = ErrBase
		case strings.HasPrefix(text, "invalid bit size"):
			err = ErrBitSize
		}
	}
	return value, err
}

func bareParseFloat(s string, bitSize int) (float64, error) { return unwrap(ParseFloat(s, bitSize)) }
func bareAtoi(s string) (int, error)                        { return unwrap(Atoi(s)) }
func bareParseComplex(s string, bitSize int) (complex128, error) {
	return unwrap(ParseComplex(s, bitSize))
}
func bareParseInt(s string, base, bitSize int) (int64, error) {
	return unwrap(ParseInt(s, base, bitSize))
}
func bareParseUint(s string, base, bitSize int) (uint64, error) {
	return unwrap(ParseUint(s, base, bitSize))
}
