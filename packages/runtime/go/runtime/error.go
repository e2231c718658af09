package runtime

// Error is what run-time panics carry.
type Error interface {
	error
	RuntimeError()
}

// errorString is a run-time error that is only a text.
type errorString string

func (errorString) RuntimeError() {}

func (e errorString) Error() string { return "runtime error: " + string(e) }

// plainError is a run-time error whose text has no prefix.
type plainError string

func (plainError) RuntimeError() {}

func (e plainError) Error() string { return string(e) }

// PanicNilError is what recover returns for panic(nil).
type PanicNilError struct {
	_ [0]func()
}

func (*PanicNilError) Error() string {
	return "panic called with nil argument"
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
	boundsUnsigned = 0x80 // the value is a uint64
)

func (boundsError) RuntimeError() {}

// boundsTexts are the texts in brackets, and after them: %x is the value and %y the limit. A negative value is named
// alone, by the second of the two.
var boundsTexts = [...][2]string{
	boundsIndex:      {"%x] with length %y", "%x]"},
	boundsSliceAlen:  {":%x] with length %y", ":%x]"},
	boundsSliceAcap:  {":%x] with capacity %y", ":%x]"},
	boundsSliceB:     {"%x:%y]", "%x:]"},
	boundsSlice3Alen: {"::%x] with length %y", "::%x]"},
	boundsSlice3Acap: {"::%x] with capacity %y", "::%x]"},
	boundsSlice3B:    {":%x:%y]", ":%x:]"},
	boundsSlice3C:    {"%x:%y:]", "%x::]"},
	boundsConvert:    {"%x to array or pointer to array with length %y", ""},
}

func (e boundsError) Error() string {
	text := "runtime error: slice bounds out of range ["
	switch e.code &^ boundsUnsigned {
	case boundsIndex:
		text = "runtime error: index out of range ["
	case boundsConvert:
		text = "runtime error: cannot convert slice with length "
	}
	form := boundsTexts[e.code&^boundsUnsigned][0]
	value, negative := uint64(e.value), false
	if e.value < 0 && e.code < boundsUnsigned {
		form = boundsTexts[e.code][1]
		value, negative = -value, true
	}
	start := 0
	for i := 0; i < len(form); i++ {
		if form[i] == '%' {
			if form[i+1] == 'y' {
				value, negative = uint64(e.limit), false
			}
			text += form[start:i] + formatUint(value, 10, negative)
			start = i + 2
		}
	}
	return text + form[start:]
}

//go:noinline
func panicBounds(value, limit int, code uint8) {
	panicValue(boundsError{int64(value), int64(limit), code})
}

// panicBoundsU is for values of type uint64, which are beyond int64 where they look negative.
//
//go:noinline
func panicBoundsU(value, limit int, code uint8) {
	if value >= 0 {
		panicBounds(value, limit, code)
		return
	}
	panicValue(boundsError{int64(value), int64(limit), code | boundsUnsigned})
}

func panicIndexU(i, n int)      { panicBoundsU(i, n, boundsIndex) }
func panicSliceAlenU(i, n int)  { panicBoundsU(i, n, boundsSliceAlen) }
func panicSliceAcapU(i, n int)  { panicBoundsU(i, n, boundsSliceAcap) }
func panicSliceBU(i, n int)     { panicBoundsU(i, n, boundsSliceB) }
func panicSlice3AlenU(i, n int) { panicBoundsU(i, n, boundsSlice3Alen) }
func panicSlice3AcapU(i, n int) { panicBoundsU(i, n, boundsSlice3Acap) }
func panicSlice3BU(i, n int)    { panicBoundsU(i, n, boundsSlice3B) }
func panicSlice3CU(i, n int)    { panicBoundsU(i, n, boundsSlice3C) }

func panicIndex(i, n int)              { panicBounds(i, n, boundsIndex) }
func panicSliceAlen(i, n int)          { panicBounds(i, n, boundsSliceAlen) }
func panicSliceAcap(i, n int)          { panicBounds(i, n, boundsSliceAcap) }
func panicSliceB(i, n int)             { panicBounds(i, n, boundsSliceB) }
func panicSlice3Alen(i, n int)         { panicBounds(i, n, boundsSlice3Alen) }
func panicSlice3Acap(i, n int)         { panicBounds(i, n, boundsSlice3Acap) }
func panicSlice3B(i, n int)            { panicBounds(i, n, boundsSlice3B) }
func panicSlice3C(i, n int)            { panicBounds(i, n, boundsSlice3C) }
func panicSliceConvert(have, want int) { panicBounds(have, want, boundsConvert) }

// memoryError is the use of a nil pointer.
const memoryError errorString = "invalid memory address or nil pointer dereference"

func panicNil() { panicValue(memoryError) }

func panicDivide() { panicValue(errorString("integer divide by zero")) }

func panicShift() { panicValue(errorString("negative shift amount")) }

func panicMakeSliceLen() { panicValue(errorString("makeslice: len out of range")) }

func panicMakeSliceCap() { panicValue(errorString("makeslice: cap out of range")) }

func panicGrowSlice() { panicValue(errorString("growslice: len out of range")) }

func panicNilMap() { panicValue(plainError("assignment to entry in nil map")) }

// panicUnhashableProbe is the panic of reading from, or deleting in, a map without entries: its text is another one.
func panicUnhashableProbe(t *typeDescriptor) {
	panicValue(plainError("hash of unhashable type: " + t.name))
}

func panicUnhashable(t *typeDescriptor) { panicValue(errorString("hash of unhashable type " + t.name)) }

func panicUncomparable(t *typeDescriptor) {
	panicValue(errorString("comparing uncomparable type " + t.name))
}
