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
			if typ == 0 || typ >= heapEnd-64 || (*Type)(unsafe.Pointer(uintptr(typ))).flags&flagPointer == 0 {
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

// drain looks into grey objects of so many bytes, and tells whether some are left.
//
//go:noinline
//goes:nobarrier
func drain(budget int32) bool {
	w := &grey
	for budget > 0 {
		if w.at == w.begin && !w.shrink() {
			return false
		}
		w.at -= 8
		pair := (*[2]uint32)(unsafe.Pointer(uintptr(w.at)))
		at := pair[0]
		s := (*span)(unsafe.Pointer(uintptr(pair[1])))
		switch s.kind {
		case spanFixed:
			scanElement(at, s.layout)
			budget -= int32(s.size) + 16
		case spanHeaded:
			header := (*arrayHeader)(unsafe.Pointer(uintptr(at)))
			if header.layout != nil {
				scanArray(at+arrayHeaderBytes, at+arrayHeaderBytes+header.size, header.layout)
			}
			budget -= int32(s.size) + 16
		case spanLarge:
			if s.layout == nil {
				break
			}
			size := *(*uint32)(s.layout)
			end := s.start + s.extent
			if stride := max(divide(markStride, size), 1) * size; end-at > stride {
				end = at + stride
				w.push(end, s)
			}
			scanArray(at, end, s.layout)
			budget -= int32(end - at)
		default:
			scanWords(at, at+s.size)
			budget -= int32(s.size) + 16
		}
		if greyFrames.at != greyFrames.begin {
			scanFrames()
		}
	}
	return true
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
