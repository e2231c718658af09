package runtime

import "unsafe"

// Sweeping is lazy: an allocator looks at its spans when it needs slots. What is left is swept a little at a time, so that
// all is done before the next cycle begins.

var sweeping *allocator // the first whose spans may not have been swept

// sweep makes the marks of the last cycle the live bits of the span, and returns the number of live slots.
//
//goes:nobarrier
func (s *span) sweep() uint32 {
	s.live, s.marks = s.marks, s.live
	live := uint32(0)
	for i := uint32(0); i < s.words; i++ {
		live += uint32(populationCount(*(*int32)(unsafe.Add(unsafe.Pointer(s.live), i*4))))
	}
	memoryFill(unsafe.Pointer(s.marks), 0, s.words*4)
	s.position = 0
	s.dirty = 1
	if gcStress != 0 {
		s.poison()
	}
	return live
}

//goes:intrinsic i32.popcnt
func populationCount(x int32) int32

// poison fills free slots with a pattern, so that whoever still uses them is found out.
//
//goes:nobarrier
func (s *span) poison() {
	for i := uint32(0); i < s.count; i++ {
		if s.kind != spanFrames && *(*uint32)(unsafe.Add(unsafe.Pointer(s.live), i/32*4))>>(i%32)&1 == 0 {
			memoryFill(unsafe.Pointer(uintptr(s.start+i*s.size)), 0xdb, s.size)
		}
	}
}

// sweepSome sweeps so many spans, and tells whether it may be worth while to go on.
//
//go:noinline
//goes:nobarrier
func sweepSome(spans uint32) bool {
	for ; spans != 0; spans-- {
		if s := unsweptLarge; s != nil {
			unsweptLarge = s.next
			if s.sweep() == 0 {
				s.givePages()
			} else {
				s.position = 1
				s.next = largeSpans
				largeSpans = s
			}
			continue
		}
		c := sweeping
		if c == nil {
			return false
		}
		s := c.unswept
		if s == nil {
			sweeping = c.link
			continue
		}
		c.unswept = s.next
		switch s.sweep() {
		case 0:
			s.givePages()
		case s.count:
			s.next = c.swept
			c.swept = s
		default:
			s.next = c.partial
			c.partial = s
		}
	}
	return true
}

// reclaimPages looks for free pages in spans that have not been swept, and tells whether there were any such spans.
//
//goes:nobarrier
func reclaimPages() bool { return sweepSome(32) }
