package runtime

import "unsafe"

// Marking is incremental, from a snapshot of the beginning (Yuasa 1990): what was reachable when the cycle began is
// found, because the old value of a pointer that is overwritten is shaded (the write barrier), and because what is in
// registers and on the stack has been looked at before anything ran. A suspended goroutine does not run: its frames are
// looked at when they are reached, or just before it is resumed. What is allocated meanwhile counts as reachable.

var (
	// marking is not 0 while a cycle marks; write barriers ask it.
	marking     uint32
	markedBytes uint64
	grey        workList // objects to look into
	greyFrames  workList // frames to look into at once
	spareChunks uint32
)

// workList is a stack of pairs of words in chunks of pages.
type workList struct {
	at    uint32 // where the next one goes
	begin uint32 // of the places of the chunk
	end   uint32
}

const (
	chunkPages = 2
	chunkBytes = chunkPages << heapPageShift
	// So much of a large object is looked at in one step.
	markStride = 32 << 10
)

//goes:nobarrier
func (w *workList) push(address uint32, s *span) {
	if w.at == w.end {
		w.extend()
	}
	at := (*[2]uint32)(unsafe.Pointer(uintptr(w.at)))
	at[0] = address
	at[1] = uint32(uintptr(unsafe.Pointer(s)))
	w.at += 8
}

// extend begins a new chunk; the first place of a chunk has the end of the one before.
//
//go:noinline
//goes:nobarrier
func (w *workList) extend() {
	chunk := spareChunks
	if chunk != 0 {
		spareChunks = *(*uint32)(unsafe.Pointer(uintptr(chunk)))
	} else {
		chunk = takeRawPages(chunkPages)
	}
	*(*uint32)(unsafe.Pointer(uintptr(chunk))) = w.end
	w.begin = chunk + 8
	w.at = w.begin
	w.end = chunk + chunkBytes
}

// shrink leaves an empty chunk and tells whether there is one before.
//
//go:noinline
//goes:nobarrier
func (w *workList) shrink() bool {
	if w.end == 0 {
		return false
	}
	chunk := w.end - chunkBytes
	w.end = *(*uint32)(unsafe.Pointer(uintptr(chunk)))
	*(*uint32)(unsafe.Pointer(uintptr(chunk))) = spareChunks
	spareChunks = chunk
	w.at = w.end
	if w.end == 0 {
		w.begin = 0
		return false
	}
	w.begin = w.end - chunkBytes + 8
	return true
}

// shade makes sure that the object that a word points to, if it does, will be looked at.
//
//go:noinline
//goes:nobarrier
func shade(word uint32) {
	page := word >> heapPageShift
	if page >= pageTableLength {
		return
	}
	s := *pageEntry(page)
	if s == nil {
		return
	}
	offset := word - s.start
	if offset >= s.extent {
		return
	}
	index := uint32(uint64(offset) * uint64(s.magic) >> 32)
	at := (*uint32)(unsafe.Add(unsafe.Pointer(s.marks), index/32*4))
	bit := uint32(1) << (index % 32)
	if *at&bit != 0 {
		return
	}
	// Stale words may point to slots that are free.
	if index >= s.position && *(*uint32)(unsafe.Add(unsafe.Pointer(s.live), index/32*4))&bit == 0 {
		return
	}
	*at |= bit
	markedBytes += uint64(s.size)
	if s.kind == spanPlain {
		return
	}
	if s.kind == spanFrames {
		greyFrames.push(s.start+index*s.size, s)
		return
	}
	grey.push(s.start+index*s.size, s)
}

// shadeSlot is the write barrier: the pointer at the address is about to be overwritten.
//
//go:noinline
//goes:nobarrier
func shadeSlot(at unsafe.Pointer) { shade(*(*uint32)(at)) }

// shadeRange is the write barrier of size bytes.
//
//go:noinline
//goes:nobarrier
func shadeRange(at unsafe.Pointer, size uint32) {
	begin := uint32(uintptr(at))
	scanWords(begin&^3, (begin+size)&^3)
}

// scanWords shades whatever words between two addresses point to.
//
//go:noinline
//goes:nobarrier
func scanWords(at, end uint32) {
	for ; at < end; at += 4 {
		word := *(*uint32)(unsafe.Pointer(uintptr(at)))
		if word >= heapStart {
			shade(word)
		}
	}
}

// scanElement shades what the pointers of a value point to. Bit 0 of the offset of a payload is set: there the
// interface's type says whether it is a pointer.
//
//goes:nobarrier
func scanElement(at uint32, layout unsafe.Pointer) {
	count := *(*uint32)(unsafe.Add(layout, 4))
	offsets := unsafe.Add(layout, 8)
	for ; count != 0; count-- {
		offset := *(*uint32)(offsets)
		offsets = unsafe.Add(offsets, 4)
		slot := at + offset
		if offset&1 != 0 {
			// Stale memory may be looked at: a type is one only if it can be read.
			typ := *(*uint32)(unsafe.Pointer(uintptr(slot - 5)))
			if typ == 0 || typ >= heapEnd-64 || (*typeDescriptor)(unsafe.Pointer(uintptr(typ))).flags&flagPointer == 0 {
				continue
			}
			slot--
		}
		if word := *(*uint32)(unsafe.Pointer(uintptr(slot))); word >= heapStart {
			shade(word)
		}
	}
}

//goes:nobarrier
func scanArray(at, end uint32, layout unsafe.Pointer) {
	size := *(*uint32)(layout)
	if *(*uint32)(unsafe.Add(layout, 4)) == 1 && *(*uint32)(unsafe.Add(layout, 8))&1 == 0 {
		// Pointers, strings, slices …
		at += *(*uint32)(unsafe.Add(layout, 8))
		for ; at < end; at += size {
			if word := *(*uint32)(unsafe.Pointer(uintptr(at))); word >= heapStart {
				shade(word)
			}
		}
		return
	}
	for ; at+size <= end; at += size {
		scanElement(at, layout)
	}
}

// scanFrames looks into all frames that are known to be reachable.
//
//go:noinline
//goes:nobarrier
func scanFrames() {
	w := &greyFrames
	for {
		if w.at == w.begin && !w.shrink() {
			return
		}
		w.at -= 8
		pair := (*[2]uint32)(unsafe.Pointer(uintptr(w.at)))
		at := pair[0]
		s := (*span)(unsafe.Pointer(uintptr(pair[1])))
		scanWords(at, at+s.size)
	}
}

// Objects wait in a ring before they are looked into, so that the processor fetches several of them at once: what comes off the
// list one after the other often depends on each other (Cher, Hosking and Vitek 2004). The ring is longer than that needs: lists that
// grew side by side are then followed side by side, through memory in order, which made a queue of lists twice as fast.
var (
	greyRing [greyRingSize][2]uint32
	greyNext uint32
)

const greyRingSize = 128

// drain looks into grey objects of so many bytes, and tells whether some are left.
//
//go:noinline
//goes:nobarrier
func drain(budget int32) bool {
	low := heapStart
	size := pageTableLength<<heapPageShift - low
	marked := uint64(0)
	idle := uint32(0)
	for budget > 0 {
		place := unsafe.Add(unsafe.Pointer(&greyRing), greyNext%greyRingSize*8)
		greyNext++
		pair := *(*uint64)(place)
		if grey.at != grey.begin || grey.shrink() {
			grey.at -= 8
			*(*uint64)(place) = *(*uint64)(unsafe.Pointer(uintptr(grey.at)))
			idle = 0
		} else {
			*(*uint64)(place) = 0
			idle++
			if idle > greyRingSize {
				if greyFrames.at == greyFrames.begin {
					break
				}
				scanFrames()
				idle = 0
			}
		}
		at := uint32(pair)
		if at == 0 {
			continue
		}
		s := (*span)(unsafe.Pointer(uintptr(pair >> 32)))
		budget -= int32(s.size) + 16
		mask := s.mask
		if mask == 0 {
			budget -= scanObject(at, s)
			continue
		}
		// This is shade for each pointer of a small object.
		for ; mask != 0; mask &= mask - 1 {
			word := *(*uint32)(unsafe.Pointer(uintptr(at + uint32(trailingZeros32(int32(mask)))*4)))
			if word-low >= size {
				continue
			}
			t := *pageEntry(word >> heapPageShift)
			if t == nil {
				continue
			}
			offset := word - t.start
			if offset >= t.extent {
				continue
			}
			index := uint32(uint64(offset) * uint64(t.magic) >> 32)
			marks := (*uint32)(unsafe.Add(unsafe.Pointer(t.marks), index/32*4))
			bit := uint32(1) << (index % 32)
			old := *marks
			if old&bit != 0 {
				continue
			}
			if index >= t.position && *(*uint32)(unsafe.Add(unsafe.Pointer(t.live), index/32*4))&bit == 0 {
				continue
			}
			*marks = old | bit
			marked += uint64(t.size)
			if t.kind == spanPlain {
				continue
			}
			if t.kind == spanFrames {
				greyFrames.push(t.start+index*t.size, t)
				continue
			}
			grey.push(t.start+index*t.size, t)
		}
	}
	markedBytes += marked
	if greyFrames.at != greyFrames.begin {
		scanFrames()
	}
	// What frames refer to is left.
	return idle <= greyRingSize || grey.at != grey.begin
}

// scanObject looks into an object that is not small or has interfaces, and returns how much more than its size that was.
//
//go:noinline
//goes:nobarrier
func scanObject(at uint32, s *span) int32 {
	switch s.kind {
	case spanFixed:
		scanElement(at, s.layout)
	case spanHeaded:
		header := (*arrayHeader)(unsafe.Pointer(uintptr(at)))
		if header.layout != nil {
			scanArray(at+arrayHeaderBytes, at+arrayHeaderBytes+header.size, header.layout)
		}
	case spanLarge:
		if s.layout == nil {
			break
		}
		size := *(*uint32)(s.layout)
		end := s.start + s.extent
		if stride := max(divide(markStride, size), 1) * size; end-at > stride {
			end = at + stride
			grey.push(end, s)
		}
		scanArray(at, end, s.layout)
		return int32(end-at) - int32(s.size)
	default:
		scanWords(at, at+s.size)
	}
	return 0
}

// maskOf returns the words of an object of the layout that are pointers, bit by bit; 0 if it has more than 32 words, or interfaces.
//
//goes:nobarrier
func maskOf(layout unsafe.Pointer, size uint32) uint32 {
	mask := uint32(0)
	if size > 32*4 {
		return 0
	}
	for i := *(*uint32)(unsafe.Add(layout, 4)); i != 0; i-- {
		offset := *(*uint32)(unsafe.Add(layout, 4+i*4))
		if offset%4 != 0 {
			return 0
		}
		mask |= 1 << (offset / 4)
	}
	return mask
}

// moveMemory copies bytes that may be pointers to where pointers may be.
func moveMemory(to, from unsafe.Pointer, size uint32) {
	if marking != 0 {
		shadeRange(to, size)
	}
	memoryCopy(to, from, size)
}

// clearMemory zeroes bytes that may be pointers.
func clearMemory(at unsafe.Pointer, size uint32) {
	if marking != 0 {
		shadeRange(at, size)
	}
	memoryFill(at, 0, size)
}
