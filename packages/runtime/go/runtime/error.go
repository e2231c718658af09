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
)

func (boundsError) RuntimeError() {}

// boundsTexts are what stands in brackets, and behind: %x is the value and %y the limit. A negative value is named
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
	switch e.code {
	case boundsIndex:
		text = "runtime error: index out of range ["
	case boundsConvert:
		text = "runtime error: cannot convert slice with length "
	}
	form := boundsTexts[e.code][0]
	if e.value < 0 {
		form = boundsTexts[e.code][1]
	}
	start := 0
	for i := 0; i < len(form); i++ {
		if form[i] == '%' {
			number := e.value
			if form[i+1] == 'y' {
				number = e.limit
			}
			text += form[start:i] + formatInt(number)
			start = i + 2
		}
	}
	return text + form[start:]
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

// panicUnhashableProbe is the panic of reading from, or deleting in, a map without entries: its text is another one.
func panicUnhashableProbe(t *Type) { panicValue(bareError("hash of unhashable type: " + t.name)) }

func panicUnhashable(t *Type) { panicValue(plainError("hash of unhashable type " + t.name)) }

func panicUncomparable(t *Type) { panicValue(plainError("comparing uncomparable type " + t.name)) }
