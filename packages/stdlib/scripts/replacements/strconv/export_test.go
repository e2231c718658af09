package strconv

import "errors"

// What Go's tests expect the package to export to them. The optimisations cannot be switched off here.

func BaseError(fn, s string, base int) *NumError {
	return &NumError{fn, s, errors.New("invalid base " + Itoa(base))}
}

func BitSizeError(fn, s string, size int) *NumError {
	return &NumError{fn, s, errors.New("invalid bit size " + Itoa(size))}
}

func SetOptimize(optimize bool) bool { return true }

// The errors of internal/strconv for bad arguments.
var (
	ErrBase    = errors.New("invalid base")
	ErrBitSize = errors.New("invalid bit size")
)

var ParseFloatPrefix = parsePrefix
