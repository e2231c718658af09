package runtime

import "unsafe"

// MemStats says how a program uses memory. Objects that a cycle has found unreachable are free from its end on, swept or not. Pauses are those
// times in which a cycle begins and ends; what it marks in between, in steps, is in GCCPUFraction of programs that trace. BySize counts
// the objects that are there, rounded up to Go's sizes.
type MemStats struct {
	Alloc         uint64
	TotalAlloc    uint64
	Sys           uint64
	Lookups       uint64
	Mallocs       uint64
	Frees         uint64
	HeapAlloc     uint64
	HeapSys       uint64
	HeapIdle      uint64
	HeapInuse     uint64
	HeapReleased  uint64
	HeapObjects   uint64
	StackInuse    uint64
	StackSys      uint64
	MSpanInuse    uint64
	MSpanSys      uint64
	MCacheInuse   uint64
	MCacheSys     uint64
	BuckHashSys   uint64
	GCSys         uint64
	OtherSys      uint64
	NextGC        uint64
	LastGC        uint64
	PauseTotalNs  uint64
	PauseNs       [256]uint64
	PauseEnd      [256]uint64
	NumGC         uint32
	NumForcedGC   uint32
	GCCPUFraction float64
	EnableGC      bool
	DebugGC       bool
	BySize        [61]struct {
		Size    uint32
		Mallocs uint64
		Frees   uint64
	}
}

// ReadMemStats fills m with figures of this moment.
func ReadMemStats(m *MemStats) {
	*m = MemStats{Sys: uint64(memorySize()) * pageSize}
	m.StackSys = uint64(stackHigh - stackLow)
	m.StackInuse = m.StackSys
	unused, unusedBytes := unusedSlots()
	m.TotalAlloc = handedOut - unusedBytes
	m.Mallocs = objectsHandedOut - unused
	if heapEnd != 0 {
		m.HeapSys = uint64(heapEnd - heapStart)
		countHeap(m)
		m.HeapObjects -= unused
		m.HeapAlloc -= unusedBytes
		m.HeapIdle = uint64(freePageCount) << heapPageShift
		// Tables, bitmaps and lists of the collector are pages that are neither.
		m.GCSys = m.HeapSys - min(m.HeapSys, m.HeapInuse+m.HeapIdle)
		m.HeapSys -= m.GCSys
	}
	m.Frees = m.Mallocs - min(m.Mallocs, m.HeapObjects)
	m.Alloc = m.HeapAlloc
	m.OtherSys = m.Sys - m.HeapSys - m.GCSys - m.StackSys
	m.NumGC = cycles
	m.NumForcedGC = forcedCycles
	m.EnableGC = !gcOff
	m.NextGC = goal()
	for i := range m.BySize {
		if i > 0 {
			m.BySize[i].Size = uint32(sizeClasses[i-1]) * 8
		}
	}
	times := pauseTimes()
	m.LastGC = times.end
	m.PauseTotalNs = times.total
	m.PauseNs = times.pauses
	m.PauseEnd = times.ends
	if now := nanotime(); now > times.first && times.first != 0 {
		m.GCCPUFraction = float64(times.total+times.marked) / float64(now-times.first)
	}
}

// unusedSlots returns the number of slots that have been handed out to allocators, but not to the program, and their bytes.
func unusedSlots() (slots, bytes uint64) {
	for c := allocators; c != nil; c = c.link {
		if rest := c.limit - c.next; rest != 0 {
			bytes += uint64(rest)
			slots += uint64(divide(rest, c.size))
		}
	}
	return slots, bytes
}

// countHeap counts the objects of all spans.
func countHeap(m *MemStats) {
	for c := allocators; c != nil; c = c.link {
		for s := c.swept; s != nil; s = s.next {
			m.count(s, s.position+s.bitsFrom(s.live, s.position))
		}
		for s := c.partial; s != nil; s = s.next {
			m.count(s, s.bitsFrom(s.live, 0))
		}
		for s := c.unswept; s != nil; s = s.next {
			m.count(s, s.bitsFrom(s.marks, 0))
		}
	}
	for s := largeSpans; s != nil; s = s.next {
		m.count(s, 1)
	}
	for s := unsweptLarge; s != nil; s = s.next {
		m.count(s, *s.marks)
	}
}

func (m *MemStats) count(s *span, objects uint32) {
	m.HeapInuse += uint64(s.pages) << heapPageShift
	m.HeapObjects += uint64(objects)
	m.HeapAlloc += uint64(objects) * uint64(s.size)
	if s.size > largestSmall {
		return
	}
	if class := classOf(s.size); class < uint32(len(m.BySize)) {
		m.BySize[class].Mallocs += uint64(objects)
	}
}

// bitsFrom counts the ones of a bitmap of the span from a slot on.
func (s *span) bitsFrom(bitmap *uint32, first uint32) uint32 {
	count := uint32(0)
	for i := first / 32; i < s.words; i++ {
		word := *(*uint32)(unsafe.Add(unsafe.Pointer(bitmap), i*4))
		if i == first/32 {
			word &= ^uint32(0) << (first % 32)
		}
		count += uint32(populationCount(int32(word)))
	}
	return count
}

// MemProfileRate is how many bytes a program allocates between two samples of the memory profile. No samples are taken.
var MemProfileRate = 512 * 1024

// MemProfileRecord describes the objects that one chain of calls has allocated.
type MemProfileRecord struct {
	AllocBytes, FreeBytes     int64
	AllocObjects, FreeObjects int64
	Stack0                    [32]uintptr
}

// InUseBytes returns the bytes that have not been freed.
func (r *MemProfileRecord) InUseBytes() int64 { return r.AllocBytes - r.FreeBytes }

// InUseObjects returns the number of objects that have not been freed.
func (r *MemProfileRecord) InUseObjects() int64 { return r.AllocObjects - r.FreeObjects }

// Stack returns the chain of calls.
func (r *MemProfileRecord) Stack() []uintptr {
	for i, pc := range r.Stack0 {
		if pc == 0 {
			return r.Stack0[:i]
		}
	}
	return r.Stack0[:]
}

// MemProfile returns the memory profile, which is empty.
func MemProfile(p []MemProfileRecord, inuseZero bool) (n int, ok bool) { return 0, true }

// SetBlockProfileRate would set how often waiting is recorded; nothing is.
func SetBlockProfileRate(rate int) {}

// SetMutexProfileFraction would set how often contention is recorded, and returns the old setting; nothing is.
func SetMutexProfileFraction(rate int) int { return 0 }
