package runtime

import "unsafe"

// The heap in pages: spans of pages that hold objects, and spans that are free. Addresses of what is no object (spans,
// bitmaps, tables) are never in the table of pages, so the collector does not take them for objects.

// Set by the linker.
var (
	heapStart uint32
	stackLow  uint32
	stackHigh uint32
	// Variables that hold pointers are between these two.
	rootsLow  uint32
	rootsHigh uint32
)

//goes:intrinsic memory.size
func memorySize() int32

//goes:intrinsic memory.grow
func memoryGrow(pages int32) int32

//goes:intrinsic memory.copy
func memoryCopy(to, from unsafe.Pointer, size uint32)

//goes:intrinsic memory.fill
func memoryFill(to unsafe.Pointer, value, size uint32)

// What can panic would be thought to unwind the stack: these divide without asking whether the divisor is 0.

//goes:intrinsic i32.div_u
func divide(a, b uint32) uint32

//goes:intrinsic i32.rem_u
func remainder(a, b uint32) uint32

//goes:intrinsic i64.div_u
func divideWide(a, b uint64) uint64

const (
	// pageSize is the unit in which memory grows.
	pageSize = 65536
	// lastPage is the number of such pages that memory grows to at most: the end of one more would not be a uint32.
	lastPage = 1<<16 - 1
	// The heap deals in smaller pages.
	heapPageShift = 13
	heapPage      = 1 << heapPageShift
)

// Kinds of spans.
const (
	spanFree   = iota
	spanPlain  // objects without pointers
	spanFixed  // objects of one layout
	spanHeaded // objects that begin with an arrayHeader
	spanLarge  // one object
	spanWords  // any word of an object may be a pointer
	spanFrames // frames of goroutines: like words, but scanned at once
)

// notInHeap marks types whose values the collector does not look at, wherever they are: they are not in the heap, and what they
// refer to is not either. So the end of a run of slots, which an allocator holds, is not taken for a pointer to what is there.
type notInHeap struct{}

// span is a row of pages in one use. Slots of one size begin at start; a bitmap of a bit for each slot says which were
// reachable at the end of the last cycle (live), another which are found reachable in this one (marks).
type span struct {
	_        notInHeap
	start    uint32
	extent   uint32 // bytes of all slots
	size     uint32 // bytes of a slot
	magic    uint32 // 1<<32 / size, rounded up: multiplied by an offset it is the slot
	count    uint32 // slots
	position uint32 // slots before it have been handed out, or were live
	pages    uint32
	kind     uint32
	layout   unsafe.Pointer
	live     *uint32
	marks    *uint32
	words    uint32 // of a bitmap
	dirty    uint32 // not 0: free slots may hold anything
	next     *span
	previous *span
	mask     uint32 // of fixed objects that are small and have no interfaces: the words that are pointers
}

const spanBytes = 64

const pageBins = 64

var (
	heapEnd uint32
	// pageTable has an address of a span for each page of memory.
	pageTable       unsafe.Pointer
	pageTableLength uint32
	// freePages are lists of free spans by number of pages; the last one has those of more.
	freePages     [pageBins + 1]*span
	freePageCount uint32
	// Spans by words of a bitmap, to be used again.
	spareSpans [33]*span
	spareNext  uint32
	spareEnd   uint32
	// growLimit is by how many pages memory grows beyond what is needed at once, at most. It becomes less where the host
	// has refused more.
	growLimit uint32 = 4096
)

//goes:nobarrier
func pageEntry(page uint32) **span {
	return (**span)(unsafe.Add(pageTable, page*4))
}

// newSpan returns a span with bitmaps of so many words, all zero.
//
//goes:nobarrier
func newSpan(words uint32) *span {
	list := (**span)(unsafe.Add(unsafe.Pointer(&spareSpans), words*4))
	s := *list
	// What the collector looks at for each object is in one line of the cache.
	size := (spanBytes + words*8 + 63) &^ 63
	if s != nil {
		*list = s.next
		memoryFill(unsafe.Pointer(s), 0, size)
	} else {
		if spareEnd-spareNext < size {
			spareNext = takeRawPages(1)
			spareEnd = spareNext + heapPage
		}
		s = (*span)(unsafe.Pointer(uintptr(spareNext)))
		spareNext += size
	}
	s.words = words
	if words != 0 {
		s.live = (*uint32)(unsafe.Add(unsafe.Pointer(s), spanBytes))
		s.marks = (*uint32)(unsafe.Add(unsafe.Pointer(s), spanBytes+words*4))
	}
	return s
}

// spare gives a span back. What the table still says of it does no harm: it covers nothing.
//
//goes:nobarrier
func (s *span) spare() {
	s.extent = 0
	s.kind = spanFixed
	list := (**span)(unsafe.Add(unsafe.Pointer(&spareSpans), s.words*4))
	s.next = *list
	*list = s
}

//goes:nobarrier
func binOf(pages uint32) **span {
	return (**span)(unsafe.Add(unsafe.Pointer(&freePages), (min(pages, pageBins+1)-1)*4))
}

// link makes a span of free pages known.
//
//goes:nobarrier
func (s *span) link() {
	first := s.start >> heapPageShift
	*pageEntry(first) = s
	*pageEntry(first + s.pages - 1) = s
	freePageCount += s.pages
	list := binOf(s.pages)
	s.previous = nil
	s.next = *list
	if s.next != nil {
		s.next.previous = s
	}
	*list = s
}

//goes:nobarrier
func (s *span) unlink() {
	freePageCount -= s.pages
	if s.previous != nil {
		s.previous.next = s.next
	} else {
		*binOf(s.pages) = s.next
	}
	if s.next != nil {
		s.next.previous = s.previous
	}
}

// findPages returns a free span of at least so many pages, nil if there is none.
//
//goes:nobarrier
func findPages(pages uint32) *span {
	for bin := pages; bin <= pageBins; bin++ {
		if s := *binOf(bin); s != nil {
			return s
		}
	}
	var best *span
	for s := *binOf(pageBins + 1); s != nil; s = s.next {
		if s.pages >= pages && (best == nil || s.pages < best.pages) {
			best = s
		}
	}
	return best
}

// cutPages takes pages from the beginning of a free span.
//
//goes:nobarrier
func (s *span) cutPages(pages uint32) uint32 {
	at := s.start
	s.unlink()
	if s.pages == pages {
		s.spare()
		return at
	}
	s.start += pages << heapPageShift
	s.pages -= pages
	s.link()
	return at
}

// takeRawPages returns pages for what is no object. Without memory, the program ends.
//
//goes:nobarrier
func takeRawPages(pages uint32) uint32 {
	s := findPages(pages)
	for s == nil {
		if !growHeap(pages) {
			outOfMemory(pages << heapPageShift)
		}
		s = findPages(pages)
	}
	dirty := s.dirty
	at := s.cutPages(pages)
	first := at >> heapPageShift
	memoryFill(unsafe.Pointer(pageEntry(first)), 0, pages*4)
	if dirty != 0 {
		memoryFill(unsafe.Pointer(uintptr(at)), 0, pages<<heapPageShift)
	}
	return at
}

// takePages returns a span of pages for slots of size bytes, nil if there is no memory.
//
//goes:nobarrier
func takePages(pages, size, count uint32) *span {
	free := findPages(pages)
	for free == nil {
		if !reclaimPages() && !growHeap(pages) {
			return nil
		}
		free = findPages(pages)
	}
	// Making the span may take pages as well.
	s := newSpan((count + 31) / 32)
	free = findPages(pages)
	for free == nil {
		if !growHeap(pages) {
			s.spare()
			return nil
		}
		free = findPages(pages)
	}
	s.dirty = free.dirty
	s.start = free.cutPages(pages)
	s.pages = pages
	s.size = size
	s.count = count
	s.extent = size * count
	if count > 1 {
		s.magic = uint32(divideWide((1<<32)+uint64(size)-1, uint64(size)))
	}
	entry := pageEntry(s.start >> heapPageShift)
	for i := uint32(0); i < pages; i++ {
		*entry = s
		entry = (**span)(unsafe.Add(unsafe.Pointer(entry), 4))
	}
	return s
}

// givePages makes the pages of a span free.
//
//goes:nobarrier
func (s *span) givePages() {
	free := s
	if s.words != 0 {
		free = newSpan(0)
		free.start = s.start
		free.pages = s.pages
		s.spare()
	}
	free.kind = spanFree
	free.extent = 0
	free.dirty = 1
	free.merge()
}

// merge makes pages free, together with free neighbours.
//
//goes:nobarrier
func (s *span) merge() {
	first := s.start >> heapPageShift
	if before := *pageEntry(first - 1); before != nil && before.kind == spanFree && before.start+before.pages<<heapPageShift == s.start {
		before.unlink()
		s.start = before.start
		s.pages += before.pages
		s.dirty |= before.dirty
		before.spare()
	}
	end := s.start>>heapPageShift + s.pages
	if end < heapEnd>>heapPageShift {
		if after := *pageEntry(end); after != nil && after.kind == spanFree && after.start == end<<heapPageShift {
			after.unlink()
			s.pages += after.pages
			s.dirty |= after.dirty
			after.spare()
		}
	}
	s.link()
}

// growHeap makes room for so many pages more.
//
//go:noinline
//goes:nobarrier
func growHeap(pages uint32) bool {
	start := heapEnd
	if start == 0 {
		start = (heapStart + heapPage - 1) &^ (heapPage - 1)
		heapEnd = uint32(memorySize()) * pageSize
	} else if end := uint32(memorySize()) * pageSize; end != heapEnd {
		// Somebody else has made memory larger: what is there is not ours.
		start = end
		heapEnd = end
	}
	// A page for spans, and a larger table of pages, come out of it too.
	need := uint64(pages+1) << heapPageShift
	length := uint32((uint64(heapEnd)+need)>>heapPageShift) + 2*pageSize/heapPage
	grows := length > pageTableLength
	if grows {
		length = max(length+length/2, 2048)
		need += uint64(length)*4 + heapPage
	}
	if have := uint64(heapEnd - start); need > have {
		wanted := need - have
		if wanted > lastPage*pageSize || !growMemory(uint32((wanted+pageSize-1)/pageSize)) {
			return false
		}
	}
	if grows || heapEnd>>heapPageShift > pageTableLength {
		length = max(length, heapEnd>>heapPageShift+1)
		bytes := (length*4 + heapPage - 1) &^ (heapPage - 1)
		if bytes > heapEnd-start {
			return false
		}
		table := unsafe.Pointer(uintptr(start))
		start += bytes
		memoryCopy(table, pageTable, pageTableLength*4)
		pageTable = table
		pageTableLength = bytes / 4
	}
	if spareEnd-spareNext < spanBytes && start < heapEnd {
		spareNext = start
		start += heapPage
		spareEnd = start
	}
	if start < heapEnd {
		s := newSpan(0)
		s.start = start
		s.pages = (heapEnd - start) >> heapPageShift
		s.merge()
	}
	return true
}

// growMemory makes memory, and the heap, larger by so many pages, or more.
//
//goes:nobarrier
func growMemory(pages uint32) bool {
	// Doubling keeps the number of calls to the host logarithmic: each may make an engine look through its own heap and
	// stack. Pages that nobody touches cost nothing. Towards the end of what there is to have, halves of the rest do the same.
	present := uint32(memorySize())
	if pages > lastPage-present {
		return false
	}
	extra := min(max(present-heapStart/pageSize, 16), growLimit, lastPage-present-pages)
	for memoryGrow(int32(pages+extra)) < 0 {
		if extra == 0 {
			return false
		}
		extra /= 2
		growLimit = extra
	}
	heapEnd = (present + pages + extra) * pageSize
	return true
}

// outOfMemory ends the program. Nothing that is called from here allocates.
//
//go:noinline
func outOfMemory(size uint32) {
	printString("runtime: out of memory: cannot allocate ")
	printUint(uint64(size))
	printString("-byte block (")
	printUint(uint64(usedBytes()))
	printString(" in use)\n")
	fatal("out of memory")
}

// usedBytes is how much of the heap is in use.
func usedBytes() uint32 {
	return heapEnd - min(heapEnd, heapStart) - freePageCount<<heapPageShift
}
