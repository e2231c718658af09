package runtime

import "unsafe"

// Allocation. An allocator hands out slots of one size: it bumps through a run of free slots that stand in a row in a span,
// and looks for the next run when that one is used up. Runs are cleared as a whole when they are found, if anything was
// there before.

// allocator hands out slots. The compiler makes one for each layout of single objects; the others are here.
type allocator struct {
	_       notInHeap
	next    uint32 // the first free slot of the run
	limit   uint32 // the end of the run
	size    uint32 // bytes of a slot
	kind    uint32
	layout  unsafe.Pointer
	current *span // in which the run is
	swept   *span // spans in use
	partial *span // swept spans with free slots
	unswept *span // spans that have not been looked at since the last cycle
	link    *allocator
	known   uint32
}

const (
	largestSmall     = 32768
	classCount       = 68
	arrayHeaderBytes = 8
)

// arrayHeader is before the objects of spans that hold arrays with pointers.
type arrayHeader struct {
	layout unsafe.Pointer // of an element
	size   uint32         // bytes
}

var (
	// By class, from 1.
	plainAllocators  [classCount + 1]allocator
	headedAllocators [classCount + 1]allocator
	allocators       *allocator
	largeSpans       *span // that have been seen in this cycle
	unsweptLarge     *span
	// The class of a size up to 1024, by eights, and of a larger one, by 128.
	classesBy8   [129]uint8
	classesBy128 [257]uint8
)

// nothing is where objects without size are.
var nothing uint64

// newFixed returns a zeroed slot.
//
//go:noinline
func newFixed(c *allocator, size uint32) unsafe.Pointer {
	at := c.next
	if at == c.limit {
		return c.refill(size)
	}
	c.next = at + size
	return unsafe.Pointer(uintptr(at))
}

// classOf returns the class of a size up to largestSmall, from 1; 0 for no bytes, and before the tables are made.
func classOf(size uint32) uint32 {
	if size <= 1024 {
		return uint32(*(*uint8)(unsafe.Add(unsafe.Pointer(&classesBy8), (size+7)/8)))
	}
	return uint32(*(*uint8)(unsafe.Add(unsafe.Pointer(&classesBy128), (size+127)/128)))
}

// classBytes returns the size of a class.
func classBytes(class uint32) uint32 {
	return uint32(*(*uint16)(unsafe.Add(unsafe.Pointer(&sizeClasses), (class-1)*2))) * 8
}

// newObject returns size bytes of zeroed memory, aligned to 8. The layout is that of its elements: nil if there are no
// pointers in it.
//
//go:noinline
func newObject(size uint32, layout unsafe.Pointer) unsafe.Pointer {
	if size > largestSmall {
		return newLarge(size, layout)
	}
	class := classOf(size)
	if class == 0 {
		return newFirst(size, layout)
	}
	offset := class * uint32(unsafe.Sizeof(allocator{}))
	if layout == nil {
		c := (*allocator)(unsafe.Add(unsafe.Pointer(&plainAllocators), offset))
		at := c.next
		if at == c.limit {
			return c.refill(classBytes(class))
		}
		c.next = at + c.size
		return unsafe.Pointer(uintptr(at))
	}
	c := (*allocator)(unsafe.Add(unsafe.Pointer(&headedAllocators), offset))
	header := (*arrayHeader)(newFixed(c, classBytes(class)+arrayHeaderBytes))
	setHeader(header, layout, size)
	return unsafe.Add(unsafe.Pointer(header), arrayHeaderBytes)
}

//goes:nobarrier
func setHeader(header *arrayHeader, layout unsafe.Pointer, size uint32) {
	header.layout = layout
	header.size = size
}

// newFirst is newObject for no bytes, and for the first object that needs a class.
//
//go:noinline
func newFirst(size uint32, layout unsafe.Pointer) unsafe.Pointer {
	if size == 0 {
		return unsafe.Pointer(&nothing)
	}
	initClasses()
	return newObject(size, layout)
}

//go:noinline
//goes:nobarrier
func initClasses() {
	class := uint32(1)
	for i := uint32(1); i <= 128; i++ {
		for classBytes(class) < i*8 {
			class++
		}
		*(*uint8)(unsafe.Add(unsafe.Pointer(&classesBy8), i)) = uint8(class)
	}
	class = 1
	for i := uint32(1); i <= 256; i++ {
		for classBytes(class) < i*128 {
			class++
		}
		*(*uint8)(unsafe.Add(unsafe.Pointer(&classesBy128), i)) = uint8(class)
	}
	for i := uint32(1); i <= classCount; i++ {
		c := (*allocator)(unsafe.Add(unsafe.Pointer(&headedAllocators), i*uint32(unsafe.Sizeof(allocator{}))))
		c.kind = spanHeaded
	}
}

// newArray returns count zeroed elements of size bytes in a row. The product has been checked.
func newArray(count int, size uint32, layout unsafe.Pointer) unsafe.Pointer {
	return newObject(uint32(count)*size, layout)
}

// newLarge returns an object that has a span of its own.
//
//go:noinline
//goes:nobarrier
func newLarge(size uint32, layout unsafe.Pointer) unsafe.Pointer {
	if size > maxAlloc {
		outOfMemory(size)
	}
	collectSome()
	s := newLargeSpan(size)
	if s == nil {
		// What a collection finds may suffice.
		collectNow()
		if s = newLargeSpan(size); s == nil {
			outOfMemory(size)
		}
	}
	s.layout = layout
	return unsafe.Pointer(uintptr(s.start))
}

// newLargeSpan returns the span of a zeroed object, nil if there is no memory.
//
//goes:nobarrier
func newLargeSpan(size uint32) *span {
	pages := (size + heapPage - 1) >> heapPageShift
	s := takePages(pages, pages<<heapPageShift, 1)
	if s == nil {
		return nil
	}
	handedOut += uint64(s.extent)
	objectsHandedOut++
	s.kind = spanLarge
	s.position = 1
	s.next = largeSpans
	largeSpans = s
	if s.dirty != 0 {
		memoryFill(unsafe.Pointer(uintptr(s.start)), 0, s.extent)
	}
	if marking != 0 {
		*s.marks = 1
		markedBytes += uint64(s.extent)
	}
	return s
}

// refill finds the next run and returns its first slot.
//
//go:noinline
//goes:nobarrier
func (c *allocator) refill(size uint32) unsafe.Pointer {
	c.prepare(size)
	collectSome()
	if !c.findRun() {
		collectNow()
		if !c.findRun() {
			outOfMemory(c.size)
		}
	}
	at := c.next
	c.next = at + c.size
	return unsafe.Pointer(uintptr(at))
}

// prepare makes an allocator known that is used for the first time.
//
//goes:nobarrier
func (c *allocator) prepare(size uint32) {
	if c.known == 0 {
		c.known = 1
		if c.size == 0 {
			c.size = size
		}
		if c.kind == spanFree {
			c.kind = spanPlain
			if c.layout != nil {
				c.kind = spanFixed
			}
		}
		c.link = allocators
		allocators = c
	}
}

// findRun finds the next run and tells whether there is memory for one.
//
//goes:nobarrier
func (c *allocator) findRun() bool {
	for !c.nextRun() {
		if !c.nextSpan() {
			return false
		}
	}
	return true
}

// nextRun finds free slots in a row in the current span, clears them and makes them the run.
//
//goes:nobarrier
func (c *allocator) nextRun() bool {
	s := c.current
	if s == nil {
		return false
	}
	first := s.nextBit(s.position, 0)
	if first == s.count {
		s.position = first
		c.current = nil
		return false
	}
	end := first + 1
	if gcStress == 0 {
		end = s.nextBit(first, ^uint32(0))
	}
	s.position = end
	at := s.start + first*s.size
	bytes := (end - first) * s.size
	c.next = at
	c.limit = at + bytes
	handedOut += uint64(bytes)
	objectsHandedOut += uint64(end - first)
	if s.dirty != 0 {
		clearRun(at, bytes)
	}
	if marking != 0 {
		s.markRun(first, end)
		markedBytes += uint64(bytes)
	}
	return true
}

// clearRun zeroes a run; for a few words a call of the host's function would take longer.
//
//goes:nobarrier
func clearRun(at, bytes uint32) {
	if bytes > 256 {
		memoryFill(unsafe.Pointer(uintptr(at)), 0, bytes)
		return
	}
	for end := at + bytes; at != end; at += 8 {
		*(*uint64)(unsafe.Pointer(uintptr(at))) = 0
	}
}

// nextBit returns the first slot from at on whose live bit is 0 (flip 0) or 1 (flip all ones).
//
//goes:nobarrier
func (s *span) nextBit(at, flip uint32) uint32 {
	for at < s.count {
		// What is looked for is 0 in x.
		x := *(*uint32)(unsafe.Add(unsafe.Pointer(s.live), at/32*4)) ^ flip
		free := ^x >> (at % 32)
		if free != 0 {
			return min(at+uint32(trailingZeros32(int32(free))), s.count)
		}
		at = (at + 32) &^ 31
	}
	return s.count
}

//goes:intrinsic i32.ctz
func trailingZeros32(x int32) int32

// markRun marks slots of which the collector need not look at the objects.
//
//goes:nobarrier
func (s *span) markRun(first, end uint32) {
	for first < end {
		count := min(32-first%32, end-first)
		bits := uint32(uint64(1)<<count-1) << (first % 32)
		word := (*uint32)(unsafe.Add(unsafe.Pointer(s.marks), first/32*4))
		*word |= bits
		first += count
	}
}

// nextSpan finds a span with free slots for the next runs: one that has not been swept, or a new one.
//
//goes:nobarrier
func (c *allocator) nextSpan() bool {
	if s := c.partial; s != nil {
		c.partial = s.next
		c.use(s)
		return true
	}
	for s := c.unswept; s != nil; s = c.unswept {
		c.unswept = s.next
		if s.sweep() != s.count {
			c.use(s)
			return true
		}
		s.next = c.swept
		c.swept = s
	}
	pages := spanPages(c.size)
	s := takePages(pages, c.size, divide(pages<<heapPageShift, c.size))
	if s == nil {
		return false
	}
	s.kind = c.kind
	s.layout = c.layout
	if s.kind == spanFixed {
		s.mask = maskOf(s.layout, s.size)
	}
	c.use(s)
	return true
}

// use makes a span the one that runs are taken from.
//
//goes:nobarrier
func (c *allocator) use(s *span) {
	s.next = c.swept
	c.swept = s
	c.current = s
}

// spanPages returns a number of pages of which slots of a size leave little over.
//
//goes:nobarrier
func spanPages(size uint32) uint32 {
	pages := (size + heapPage - 1) >> heapPageShift
	for remainder(pages<<heapPageShift, size) > pages<<(heapPageShift-3) {
		pages++
	}
	return pages
}
