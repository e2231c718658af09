package runtime

import "unsafe"

// Panics and deferred calls, as ABI.md lays them out: a panic runs the deferred calls on top of the panicking
// frames, and only a recovered panic unwinds.

// deferRecord is one deferred call that has not run.
type deferRecord struct {
	function func()
	frame    unsafe.Pointer
	link     *deferRecord
	// waits: the call may suspend, so its frame must run it (see panicWaiting).
	waits bool
}

// panicRecord is one panic that runs deferred calls.
type panicRecord struct {
	value     any
	link      *panicRecord
	recovered bool
	// repanics: its value is that of the panic before it, which is repanicked then; known when they are printed.
	repanics   bool
	repanicked bool
	// landing is the frame that runs the deferred calls, where these can suspend.
	landing unsafe.Pointer
	// rest are the deferred calls that were left when landing began to run the last one.
	rest *deferRecord
	// frames are the calls at the panic, once it has left them for landing: see keepFrames.
	frames []uint32
	// aborted: a later panic has unwound what ran the deferred calls of this one.
	aborted bool
	// text is what the value says of itself, as an error or a Stringer.
	text    string
	hasText bool
}

var (
	defers       *deferRecord
	panics       *panicRecord
	unwindTarget unsafe.Pointer
	deferToken   unsafe.Pointer
)

// recoverTableStart is where the functions that contain recover begin in the table; set by the linker.
var recoverTableStart uint32

//goes:intrinsic unwind.get
func unwinding() int32

//goes:intrinsic unwind.set
func setUnwinding(reason int32)

const unwindPanic = 2

// freeDefers are records that can be used again.
var freeDefers *deferRecord

// deferCall is the defer statement of a function with this frame.
//
// Whether the call can suspend is known after inlining: it is a call of deferCallWaiting then.
//
//go:noinline
func deferCall(function func(), frame unsafe.Pointer) {
	d := freeDefers
	if d == nil {
		d = new(deferRecord)
	} else {
		freeDefers = d.link
	}
	d.function = function
	d.frame = frame
	d.link = defers
	defers = d
}

// deferMark is called before a range over a function whose body defers: it leaves a record of the frame below those
// of the iterator.
func deferMark(frame unsafe.Pointer) {
	if defers == nil || defers.frame != frame {
		deferCall(doNothing, frame)
	}
}

func doNothing() {}

// deferSink moves the newest record, made by the body of a range over a function for the function around it, below
// those of the frames between them.
func deferSink(frame unsafe.Pointer) {
	record := defers
	at := &record.link
	for *at != nil && (*at).frame != frame {
		at = &(*at).link
	}
	if at != &record.link {
		defers = record.link
		record.link = *at
		*at = record
	}
}

// runDeferred calls a deferred function that does not suspend; token is what recover in it will see.
//
//goes:suspends never
func runDeferred(function func(), token unsafe.Pointer) {
	if !passToken(function, token) {
		return
	}
	function()
}

// passToken sets the token for a deferred function that contains recover; false: it is nil, and that panics.
func passToken(function func(), token unsafe.Pointer) bool {
	closure := *(*unsafe.Pointer)(unsafe.Pointer(&function))
	if closure == nil {
		panicNil()
		return false
	}
	if *(*uint32)(closure) >= recoverTableStart {
		deferToken = token
	} else {
		deferToken = nil
	}
	return true
}

// deferReturn runs the deferred calls of a frame that returns; deferReturnWaiting replaces it, as with deferCall.
//
//go:noinline
func deferReturn(frame unsafe.Pointer) {
	for defers != nil && defers.frame == frame {
		d := defers
		function := d.function
		defers = d.link
		if panics == nil {
			// Panics compare records: none is used again while there are any.
			d.link = freeDefers
			freeDefers = d
		}
		runDeferred(function, nil)
		if unwinding() != 0 {
			return
		}
	}
}

// takeDeferToken returns and clears the token: a function that contains recover calls it first.
func takeDeferToken() unsafe.Pointer {
	token := deferToken
	deferToken = nil
	return token
}

// passDeferToken takes the token unless the function value, which a wrapper is about to call, leads to recover.
func passDeferToken(closure unsafe.Pointer) {
	if deferToken != nil && *(*uint32)(closure) < recoverTableStart {
		deferToken = nil
	}
}

// recoverValue is the built-in recover in a function that took token.
func recoverValue(token unsafe.Pointer) any {
	p := (*panicRecord)(token)
	if p == nil || p.recovered || p != panics {
		return nil
	}
	p.recovered = true
	return p.value
}

// landHere reports whether unwinding ends at this frame, and ends it then.
func landHere(frame unsafe.Pointer) bool {
	if unwindTarget != frame {
		return false
	}
	unwindTarget = nil
	setUnwinding(0)
	return true
}

// panicNilInterface is the built-in panic of a nil interface: it panics with a PanicNilError, or with nil where GODEBUG has
// panicnil=1 (the default below go 1.21).
//
//go:noinline
func panicNilInterface() {
	if panicNilSetting.get() == 1 {
		startPanic(&panicRecord{text: "nil", hasText: true})
		return
	}
	panicValue(new(PanicNilError))
}

// panicValue is the built-in panic of a value that is not nil. It comes back only to unwind.
func panicValue(value any) { startPanic(&panicRecord{value: value}) }

// startPanic begins a panic that nothing but its value is known of.
func startPanic(p *panicRecord) {
	p.link = panics
	panics = p
	continuePanic(p)
}

// continuePanic runs the deferred calls that are left.
func continuePanic(p *panicRecord) {
	for defers != nil {
		d := defers
		abortBefore(p, d)
		if d.waits {
			panicWaiting(p, d)
			return
		}
		defers = d.link
		runDeferred(d.function, unsafe.Pointer(p))
		if unwinding() != 0 {
			// A later panic goes further out: this one is given up.
			p.aborted = true
			if panics == p {
				dropPanic(p)
			}
			return
		}
		if p.recovered {
			dropPanic(p)
			unwindTarget = d.frame
			setUnwinding(unwindPanic)
			return
		}
	}
	fatalPanic(p)
}

// dropPanic ends a panic, and those before it that it has aborted.
func dropPanic(p *panicRecord) {
	p = p.link
	for p != nil && p.aborted {
		p = p.link
	}
	panics = p
}

// sameValue compares interfaces by their words.
func sameValue(a, b any) bool {
	x, y := (*anyWords)(unsafe.Pointer(&a)), (*anyWords)(unsafe.Pointer(&b))
	return x.typ == y.typ && x.bits() == y.bits()
}

// explaining is set once an uncaught panic has begun to compute the texts of values.
var explaining bool

// fatalPanic prints the panics that led here and ends the program. All texts are computed first: a panic of a method
// that returns one is all there is to print then.
func fatalPanic(p *panicRecord) {
	if explaining {
		printString("fatal error: panic while printing panic value: ")
		if text, ok := p.value.(string); ok {
			printString(text)
		} else {
			printString("type ")
			printString((*anyWords)(unsafe.Pointer(&p.value)).typ.name)
		}
		printString("\n")
		printSignal(p)
		printRunning()
		exit(2)
	}
	explaining = true
	for q := p; q != nil; q = q.link {
		if q.link != nil && sameValue(q.value, q.link.value) {
			q.repanics, q.link.repanicked = true, true
			continue
		}
		switch v := q.value.(type) {
		case error:
			q.text, q.hasText = v.Error(), true
		case stringer:
			q.text, q.hasText = v.String(), true
		}
	}
	printPanics(p)
	printSignal(p)
	printRunning()
	exit(2)
}

// printSignal prints what a use of a nil pointer is on other systems, if there is one among the panics.
func printSignal(p *panicRecord) {
	for ; p != nil; p = p.link {
		if e, ok := p.value.(errorString); ok && e == memoryError {
			printString("[signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x0]\n")
			return
		}
	}
}

func printPanics(p *panicRecord) {
	if p.link != nil {
		printPanics(p.link)
		if p.repanics {
			return
		}
		printString("\t")
	}
	printString("panic: ")
	if p.hasText {
		printIndented(p.text)
	} else {
		printPanicValue(p.value)
	}
	if p.recovered {
		printString(" [recovered")
		if p.repanicked {
			printString(", repanicked")
		}
		printString("]")
	}
	printString("\n")
}

// printPanicValue prints basic values as print does, others by type and address.
func printPanicValue(value any) {
	words := (*anyWords)(unsafe.Pointer(&value))
	t := words.typ
	basic := t.pkgPath == ""
	if t.kind == kindString {
		text := *(*string)(words.payload())
		if basic {
			printIndented(text)
			return
		}
		printString(t.name)
		printString("(\"")
		printIndented(text)
		printString("\")")
		return
	}
	if t.kind < kindBool || t.kind > kindComplex128 {
		printString("(")
		printString(t.name)
		printString(") ")
		printHex(words.bits())
		return
	}
	if !basic {
		printString(t.name)
	}
	// Complex numbers bring their own.
	parentheses := !basic && t.kind < kindComplex64
	if parentheses {
		printString("(")
	}
	printScalar(t.kind, words.payload(), words.bits())
	if parentheses {
		printString(")")
	}
}

// printIndented prints a text whose further lines begin with a tab.
func printIndented(text string) {
	at, left := dataOf(text), len(text)
	for i := 0; i < left; i++ {
		if *(*byte)(unsafe.Add(at, i)) == '\n' {
			writeError(at, uint32(i+1))
			printString("\t")
			at = unsafe.Add(at, i+1)
			left -= i + 1
			i = -1
		}
	}
	writeError(at, uint32(left))
}

func printScalar(kind uint8, payload unsafe.Pointer, bits uint64) {
	switch {
	case kind == kindBool:
		printBool(bits != 0)
	case kind <= kindInt64:
		printInt(int64(bits))
	case kind <= kindUintptr:
		printUint(bits)
	default:
		printFloating(kind, payload)
	}
}

// printFloating prints a floating-point or complex number.
//
//goes:linkif descriptor:float printAnyFloat printNoFloat
func printFloating(kind uint8, payload unsafe.Pointer)

func printAnyFloat(kind uint8, payload unsafe.Pointer) {
	switch kind {
	case kindFloat32:
		printFloat32(*(*float32)(payload))
	case kindFloat64:
		printFloat(*(*float64)(payload))
	case kindComplex64:
		printComplex64(**(**complex64)(payload))
	default:
		printComplex(**(**complex128)(payload))
	}
}

// printNoFloat replaces it in programs that have no such type in an interface.
func printNoFloat(kind uint8, payload unsafe.Pointer) {}

type stringer interface{ String() string }
