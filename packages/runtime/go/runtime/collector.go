package runtime

import "unsafe"

// What a program may ask of the collector.

// GC collects garbage before it returns. As in Go, other goroutines run meanwhile. The compiler clears what is no longer used in the
// frames of functions that call it (optimizer/src/collector/roots.ts).
//
//go:noinline
func GC() {
	forcedCycles++
	freeDefers = nil
	forgetStack()
	collectNow()
	Gosched()
}

// forgetStack clears what calls that are over have left on the stack, where the frames of the collector are now.
//
//go:noinline
//goes:nobarrier
func forgetStack() {
	end := uint32(uintptr(stackPointer()))
	begin := max(stackLow, end-min(end, pageSize))
	memoryFill(unsafe.Pointer(uintptr(begin)), 0, end-begin)
}

// KeepAlive marks its argument as reachable up to this call.
//
//go:noinline
func KeepAlive(x any) {}

// keepPointer is called after calls of functions with //go:uintptrescapes, with the pointers that became their arguments.
//
//go:noinline
func keepPointer(p unsafe.Pointer) {}

// Breakpoint is where a debugger would stop.
func Breakpoint() {}

// Pinner holds objects at their places. Nothing moves, so it has nothing to do.
type Pinner struct {
	_ [0]func()
}

// Pin keeps the object that the pointer refers to where it is.
func (p *Pinner) Pin(pointer any) {
	t := (*anyWords)(unsafe.Pointer(&pointer)).typ
	if t == nil {
		panicValue(errorString("runtime.Pinner: argument is nil"))
		return
	}
	if t.kind != kindPointer && t.kind != kindUnsafePointer {
		panicValue(errorString("runtime.Pinner: argument is not a pointer: " + t.name))
	}
}

// Unpin ends what Pin began.
func (p *Pinner) Unpin() {}

// SetFinalizer asks for a call of finalizer(obj) when obj has become unreachable; nil takes the one that was set back. What is no
// object of the heap stays for ever.
func SetFinalizer(obj any, finalizer any) {
	object := (*anyWords)(unsafe.Pointer(&obj))
	if object.typ == nil {
		fatal("runtime.SetFinalizer: first argument is nil")
	}
	if object.typ.kind != kindPointer {
		fatal("runtime.SetFinalizer: first argument is " + object.typ.name + ", not pointer")
	}
	if object.low == 0 {
		fatal("runtime.SetFinalizer: pointer not in allocated block")
	}
	function := (*anyWords)(unsafe.Pointer(&finalizer)).typ
	address := object.low
	if function == nil {
		removeSpecial(address, isFinalizer)
		return
	}
	if function.kind != kindFunc {
		fatal("runtime.SetFinalizer: second argument is " + function.name + ", not a function")
	}
	const variadic = 1 << 31
	if function.length&variadic != 0 {
		fatal("runtime.SetFinalizer: cannot pass " + object.typ.name + " to finalizer " + function.name +
			" because dotdotdot")
	}
	// The parameters are there only in programs that use reflection.
	if function.length&0xffff == 1 && (function.fields == nil || accepts(*(**typeDescriptor)(function.fields), object.typ)) {
		s := spanOf(address)
		if s == nil {
			return
		}
		for other := specials[address]; other != nil; other = other.next {
			if isFinalizer(other) {
				fatal("runtime.SetFinalizer: finalizer already set")
			}
		}
		addCall(&special{object: address, kind: specialFinalizer, function: finalizer, typ: object.typ})
		return
	}
	fatal("runtime.SetFinalizer: cannot pass " + object.typ.name + " to finalizer " + function.name)
}

func isFinalizer(s *special) bool { return s.kind == specialFinalizer }

// accepts tells whether a parameter of type t takes a pointer of type from.
func accepts(t, from *typeDescriptor) bool {
	if t == from {
		return true
	}
	switch t.kind {
	case kindPointer:
		// One of the two types has no name of its own.
		return t.elem == from.elem && (t.flags&flagNamed == 0 || from.flags&flagNamed == 0)
	case kindInterface:
		return t.fieldCount == 0 || implements(from, t)
	}
	return false
}

// Cleanup is a call that AddCleanup has arranged.
type Cleanup struct {
	id     uint64
	object uint32
}

// Stop cancels the call.
func (c Cleanup) Stop() {
	if c.id != 0 {
		removeSpecial(c.object, func(s *special) bool { return s.id == c.id })
	}
}

// AddCleanup asks for a call of cleanup(arg) some time after ptr has become unreachable. ptr may point into an object.
func AddCleanup[T, S any](ptr *T, cleanup func(S), arg S) Cleanup {
	if ptr == nil {
		panicValue(errorString("runtime.AddCleanup: ptr is nil"))
	}
	address := uint32(uintptr(unsafe.Pointer(ptr)))
	argument := any(arg)
	words := (*anyWords)(unsafe.Pointer(&argument))
	if words.typ != nil && words.typ.kind == kindPointer && words.low == address {
		panicValue(errorString("runtime.AddCleanup: ptr is equal to arg, cleanup will never run"))
	}
	if spanOf(address) == nil {
		return Cleanup{}
	}
	s := &special{object: address, kind: specialCleanup, cleanup: func() { cleanup(arg) }}
	addCall(s)
	return Cleanup{s.id, address}
}

// setGCPercent is debug.SetGCPercent.
//
//go:linkname setGCPercent
func setGCPercent(percent int) int {
	previous := gcPercent
	gcPercent = int32(max(min(percent, 1<<20), -1))
	setTrigger()
	return int(previous)
}

// setMemoryLimit is debug.SetMemoryLimit.
//
//go:linkname setMemoryLimit
func setMemoryLimit(limit int64) int64 {
	previous := memoryLimit
	if limit >= 0 {
		memoryLimit = uint64(limit)
		setTrigger()
	}
	return int64(previous)
}

// freeOSMemory is debug.FreeOSMemory.
//
//go:linkname freeOSMemory
func freeOSMemory() {
	forcedCycles++
	collectNow()
}
