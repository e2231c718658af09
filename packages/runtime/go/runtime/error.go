package runtime

// Error is what run-time panics carry.
type Error interface {
	error
	RuntimeError()
}

// plainError is a run-time error that is only a text.
type plainError string

func (plainError) RuntimeError() {}

func (e plainError) Error() string { return "runtime error: " + string(e) }

// bareError is a run-time error whose text has no prefix.
type bareError string

func (bareError) RuntimeError() {}

func (e bareError) Error() string { return string(e) }

// PanicNilError is what recover gives for panic(nil).
type PanicNilError struct {
	_ [0]func()
}

func (*PanicNilError) Error() string {
	return "panic called with nil argument (use GODEBUG=panicnil=1 to disable)"
}

func (*PanicNilError) RuntimeError() {}

// boundsError is an index or a slice bound out of range.
type boundsError struct {
	value int64
	limit int64
	code  uint8
}

// Codes of boundsError: which sentence.
const (
	boundsIndex = iota
	boundsSliceAlen
	boundsSliceAcap
	boundsSliceB
	boundsSlice3Alen
	boundsSlice3Acap
	boundsSlice3B
	boundsSlice3C
	boundsConvert
)

func (boundsError) RuntimeError() {}

func (e boundsError) Error() string {
	value := copyString(formatInt(e.value))
	limit := copyString(formatInt(e.limit))
	var text string
	switch e.code {
	case boundsIndex:
		text = "index out of range [" + value + "]"
		if e.value >= 0 {
			text += " with length " + limit
		}
		return "runtime error: " + text
	case boundsSliceAlen:
		text = "[:" + value + "] with length " + limit
	case boundsSliceAcap:
		text = "[:" + value + "] with capacity " + limit
	case boundsSliceB:
		text = "[" + value + ":" + limit + "]"
	case boundsSlice3Alen:
		text = "[::" + value + "] with length " + limit
	case boundsSlice3Acap:
		text = "[::" + value + "] with capacity " + limit
	case boundsSlice3B:
		text = "[:" + value + ":" + limit + "]"
	case boundsSlice3C:
		text = "[" + value + ":" + limit + ":]"
	case boundsConvert:
		return "runtime error: cannot convert slice with length " + value + " to array or pointer to array with length " + limit
	}
	if e.value < 0 { // a negative bound is named alone
		switch e.code {
		case boundsSliceB:
			text = "[" + value + ":]"
		case boundsSlice3B:
			text = "[:" + value + ":]"
		case boundsSlice3C:
			text = "[" + value + "::]"
		case boundsSliceAlen, boundsSliceAcap:
			text = "[:" + value + "]"
		default:
			text = "[::" + value + "]"
		}
	}
	return "runtime error: slice bounds out of range " + text
}

// copyString gives a string of its own memory: that of formatInt lasts only until the next call.
func copyString(s string) string {
	copied, p := newString(uint32(len(s)))
	memoryCopy(p, dataOf(s), uint32(len(s)))
	return copied
}

//go:noinline
func panicBounds(value, limit int, code uint8) {
	panicValue(boundsError{int64(value), int64(limit), code})
}

func panicIndex(i, n int)              { panicBounds(i, n, boundsIndex) }
func panicSliceAlen(i, n int)          { panicBounds(i, n, boundsSliceAlen) }
func panicSliceAcap(i, n int)          { panicBounds(i, n, boundsSliceAcap) }
func panicSliceB(i, n int)             { panicBounds(i, n, boundsSliceB) }
func panicSlice3Alen(i, n int)         { panicBounds(i, n, boundsSlice3Alen) }
func panicSlice3Acap(i, n int)         { panicBounds(i, n, boundsSlice3Acap) }
func panicSlice3B(i, n int)            { panicBounds(i, n, boundsSlice3B) }
func panicSlice3C(i, n int)            { panicBounds(i, n, boundsSlice3C) }
func panicSliceConvert(have, want int) { panicBounds(have, want, boundsConvert) }

func panicNil() {
	panicValue(memoryError{})
}

// memoryError is the use of a nil pointer.
type memoryError struct{}

func (memoryError) RuntimeError() {}

func (memoryError) Error() string {
	return "runtime error: invalid memory address or nil pointer dereference"
}

func panicDivide() { panicValue(plainError("integer divide by zero")) }

func panicShift() { panicValue(plainError("negative shift amount")) }

func panicMakeSliceLen() { panicValue(plainError("makeslice: len out of range")) }

func panicMakeSliceCap() { panicValue(plainError("makeslice: cap out of range")) }

func panicGrowSlice() { panicValue(plainError("growslice: len out of range")) }

func panicNilMap() { panicValue(bareError("assignment to entry in nil map")) }

func panicUnhashable(t *Type) { panicValue(plainError("hash of unhashable type " + t.name)) }

func panicUncomparable(t *Type) { panicValue(plainError("comparing uncomparable type " + t.name)) }
