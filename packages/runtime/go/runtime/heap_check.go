package runtime

import "unsafe"

// The heap checker, for programs that were built with -gcstress: between cycles it walks all spans and compares what the spans, the
// table of pages, the bitmaps and the lists say of each other.

//go:noinline
//goes:nobarrier
func checkHeap() {
	pages := uint32(0)
	for c := allocators; c != nil; c = c.link {
		if c.limit < c.next || remainder(c.limit-c.next, c.size) != 0 {
			heapIsBroken("the run of an allocator is no row of slots", c.next)
		}
		if c.limit != c.next && (c.current == nil || c.limit != c.current.start+c.current.position*c.current.size) {
			heapIsBroken("the run of an allocator does not end where its span says", c.next)
		}
		pages += checkSpans(c, c.swept) + checkSpans(c, c.partial) + checkSpans(c, c.unswept)
	}
	for s := largeSpans; s != nil; s = s.next {
		pages += checkSpan(s, spanLarge)
	}
	for s := unsweptLarge; s != nil; s = s.next {
		pages += checkSpan(s, spanLarge)
	}
	free := uint32(0)
	for bin := uint32(1); bin <= pageBins+1; bin++ {
		for s := *binOf(bin); s != nil; s = s.next {
			first := s.start >> heapPageShift
			if s.kind != spanFree || s.extent != 0 || s.pages == 0 || binOf(s.pages) != binOf(bin) {
				heapIsBroken("a span in a list of free ones is not free", s.start)
			}
			if *pageEntry(first) != s || *pageEntry(first + s.pages - 1) != s {
				heapIsBroken("the table of pages does not know a free span", s.start)
			}
			if s.next != nil && s.next.previous != s {
				heapIsBroken("a list of free spans is no list", s.start)
			}
			free += s.pages
		}
	}
	if free != freePageCount {
		heapIsBroken("free pages were counted wrongly", free)
	}
	if uint64(pages+free)<<heapPageShift > uint64(heapEnd-heapStart) {
		heapIsBroken("spans have more pages than the heap", pages)
	}
}

//goes:nobarrier
func checkSpans(c *allocator, s *span) uint32 {
	pages := uint32(0)
	for ; s != nil; s = s.next {
		if s.size != c.size || s.layout != c.layout {
			heapIsBroken("a span has other slots than its allocator", s.start)
		}
		pages += checkSpan(s, c.kind)
	}
	return pages
}

// checkSpan checks a span in use and returns its number of pages.
//
//goes:nobarrier
func checkSpan(s *span, kind uint32) uint32 {
	// Large blocks of goroutines are in spans of their own too.
	if s.kind != kind && !(kind == spanLarge && s.kind == spanFrames) {
		heapIsBroken("a span is of another kind than its list", s.start)
	}
	if s.extent != s.size*s.count || s.extent > s.pages<<heapPageShift || s.position > s.count {
		heapIsBroken("a span has more slots than room", s.start)
	}
	for i := uint32(0); i < s.pages; i++ {
		if *pageEntry(s.start>>heapPageShift + i) != s {
			heapIsBroken("the table of pages does not know a span", s.start)
		}
	}
	for i := s.count; i < s.words*32; i++ {
		at := i / 32 * 4
		bit := uint32(1) << (i % 32)
		if *(*uint32)(unsafe.Add(unsafe.Pointer(s.live), at))&bit != 0 || *(*uint32)(unsafe.Add(unsafe.Pointer(s.marks), at))&bit != 0 {
			heapIsBroken("a bitmap has slots that its span does not have", s.start)
		}
	}
	return s.pages
}

//go:noinline
func heapIsBroken(what string, at uint32) {
	printString("runtime: the heap is broken: ")
	printString(what)
	printString(" (")
	printHex(uint64(at))
	printString(")\n")
	fatal("heap check")
}
