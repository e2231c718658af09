package runtime

import "unsafe"

// What is to happen when objects are found unreachable: weak pointers to them become nil, finalizers and cleanups are called.
// Programs that ask for none of this have none of it.

// Kinds of specials.
const (
	specialWeak = iota
	specialFinalizer
	specialCleanup
)

// special is one of these things. It does not keep the object alive: its address is a number.
type special struct {
	object   uint32
	kind     uint32
	next     *special // of the same object, or ready to be called
	handle   *weakHandle
	function any             // a finalizer
	cleanup  func()          // or a cleanup
	argument any             // the object, when its finalizer is to be called
	typ      *typeDescriptor // of the pointer to the object
	id       uint64
}

// weakHandle is what weak pointers to one address share.
type weakHandle struct {
	object uint32
}

var (
	specials      map[uint32]*special
	readySpecials *special
	lastReady     *special
	lastSpecial   uint64
	calling       bool // a goroutine calls what is ready
)

// addSpecial adds something that is to happen to the object at an address.
//
//go:noinline
func addSpecial(s *special) {
	if specials == nil {
		specials = map[uint32]*special{}
	}
	s.next = specials[s.object]
	specials[s.object] = s
}

// removeSpecial removes the specials of an object for which match holds and tells whether there was one.
func removeSpecial(object uint32, match func(s *special) bool) bool {
	var kept *special
	found := false
	for s := specials[object]; s != nil; {
		next := s.next
		if match(s) {
			found = true
		} else {
			s.next = kept
			kept = s
		}
		s = next
	}
	if kept == nil {
		delete(specials, object)
	} else {
		specials[object] = kept
	}
	return found
}

// spanOf returns the span of an object, nil if it is none of the heap.
//
//goes:nobarrier
func spanOf(address uint32) *span {
	page := address >> heapPageShift
	if page >= pageTableLength {
		return nil
	}
	s := *pageEntry(page)
	if s == nil || address-s.start >= s.extent {
		return nil
	}
	return s
}

// isMarked tells whether an object has been found reachable in this cycle; what is not of the heap always is.
//
//goes:nobarrier
func isMarked(address uint32) bool {
	s := spanOf(address)
	if s == nil {
		return true
	}
	index := uint32(uint64(address-s.start) * uint64(s.magic) >> 32)
	return *(*uint32)(unsafe.Add(unsafe.Pointer(s.marks), index/32*4))>>(index%32)&1 != 0
}

// markBehindFinalizers keeps what objects with finalizers refer to, but not the objects.
//
//goes:linkif runtime.SetFinalizer markBehindEach markBehindNone
func markBehindFinalizers()

func markBehindNone() {}

func markBehindEach() {
	for object, first := range specials {
		for s := first; s != nil; s = s.next {
			if s.kind == specialFinalizer {
				lookBehind(object)
				break
			}
		}
	}
}

// lookBehind makes the collector look into an object without marking it.
//
//goes:nobarrier
func lookBehind(object uint32) {
	s := spanOf(object)
	if s == nil || s.kind == spanPlain {
		return
	}
	index := uint32(uint64(object-s.start) * uint64(s.magic) >> 32)
	grey.push(s.start+index*s.size, s)
}

// markSpecials is called when all that is reachable has been marked.
//
//goes:linkif runtime.addSpecial handleSpecials handleNone
func markSpecials()

func handleNone() {}

func handleSpecials() {
	for object, first := range specials {
		if isMarked(object) {
			continue
		}
		hasMore := false
		for s := first; s != nil; s = s.next {
			if s.kind == specialWeak {
				s.handle.object = 0
			} else {
				hasMore = true
			}
		}
		if !hasMore {
			delete(specials, object)
		}
	}
	// An object whose finalizer is called lives until then; what it refers to has been marked.
	for object, first := range specials {
		if isMarked(object) {
			continue
		}
		for s := first; s != nil; s = s.next {
			if s.kind == specialFinalizer {
				argument := (*anyWords)(unsafe.Pointer(&s.argument))
				argument.typ = s.typ
				argument.low = object
				shade(object)
				break
			}
		}
	}
	for drainSome(1 << 30) {
	}
	for object, first := range specials {
		if !isMarked(object) || isToBeCalled(first) {
			takeReady(object, first)
		}
	}
	for drainSome(1 << 30) {
	}
}

// isToBeCalled tells whether there is a finalizer among specials whose object has been found unreachable.
func isToBeCalled(first *special) bool {
	for s := first; s != nil; s = s.next {
		if s.argument != nil {
			return true
		}
	}
	return false
}

// takeReady takes what is to be called out of the specials of an object. Cleanups wait until the object is gone for good.
func takeReady(object uint32, first *special) {
	gone := !isMarked(object)
	var kept *special
	for s := first; s != nil; {
		next := s.next
		s.next = nil
		if s.kind == specialFinalizer || s.kind == specialCleanup && gone {
			if readySpecials == nil {
				readySpecials = s
			} else {
				lastReady.next = s
			}
			lastReady = s
		} else if s.kind == specialCleanup {
			s.next = kept
			kept = s
		}
		s = next
	}
	if kept == nil {
		delete(specials, object)
	} else {
		specials[object] = kept
	}
}

// callReady lets a goroutine call what is ready.
//
//goes:linkif runtime.addCall startCalling startNothing
func callReady()

func startNothing() {}

func startCalling() {
	if readySpecials != nil && !calling {
		calling = true
		ready(makeGoroutine(callSpecials))
	}
}

// callSpecials is that goroutine.
func callSpecials() {
	pullCount-- // it does not count
	for s := readySpecials; s != nil; s = readySpecials {
		readySpecials = s.next
		if s.kind == specialCleanup {
			s.cleanup()
		} else {
			callFinalizer(s.function, s.argument)
		}
	}
	lastReady = nil
	calling = false
	pullCount++
}

// addCall adds a finalizer or a cleanup. What calls it is a goroutine.
//
//go:noinline
func addCall(s *special) {
	lastSpecial++
	s.id = lastSpecial
	addSpecial(s)
	if s.kind == specialFinalizer && marking != 0 {
		lookBehind(s.object)
	}
}

// thunks are the functions by which functions of a type are called.
type thunks struct {
	call     unsafe.Pointer
	make     uint32
	finalize func(function unsafe.Pointer, argument *any)
}

// callFinalizer calls a function with one argument, a pointer or an interface that holds it, and forgets the results. The
// compiler makes thunks for functions of programs that have this one.
//
//go:noinline
func callFinalizer(function, argument any) {
	f := (*anyWords)(unsafe.Pointer(&function))
	(*thunks)(f.typ.functions).finalize(unsafe.Pointer(uintptr(f.low)), &argument)
}

//go:linkname weakHandleOf
func weakHandleOf(p unsafe.Pointer) unsafe.Pointer {
	if p == nil {
		return nil
	}
	object := uint32(uintptr(p))
	for s := specials[object]; s != nil; s = s.next {
		if s.kind == specialWeak {
			return unsafe.Pointer(s.handle)
		}
	}
	s := &special{object: object, kind: specialWeak, handle: &weakHandle{object}}
	addSpecial(s)
	return unsafe.Pointer(s.handle)
}

// weakValue returns the address that a weak pointer stands for, nil if the object is gone.
//
//go:linkname weakValue
func weakValue(p unsafe.Pointer) unsafe.Pointer {
	if p == nil {
		return nil
	}
	object := (*weakHandle)(p).object
	if marking != 0 {
		// From now on it is reachable.
		shade(object)
	}
	return unsafe.Pointer(uintptr(object))
}

// weakIsGone tells whether the object of a weak pointer is gone. It does not keep it.
//
//go:linkname weakIsGone
func weakIsGone(p unsafe.Pointer) bool { return (*weakHandle)(p).object == 0 }

//go:linkname cyclesOfCollector
func cyclesOfCollector() uint32 { return cycles }
