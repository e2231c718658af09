package runtime

// MemStats says how a program uses memory. Memory is handed out in runs of slots, and counts as allocated from then on. What has
// been freed is not counted by objects, and pauses are not timed.
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
	if heapEnd != 0 {
		m.HeapAlloc = liveBytes + (handedOut - sweptFrom)
		m.HeapSys = uint64(heapEnd - heapStart)
	}
	m.NumGC = cycles
	m.NumForcedGC = forcedCycles
	m.HeapInuse = m.HeapAlloc
	m.HeapIdle = m.HeapSys - m.HeapInuse
	m.Alloc = m.HeapAlloc
	m.TotalAlloc = handedOut
	m.Mallocs = objectsHandedOut
	m.EnableGC = !gcOff
	m.NextGC = goal()
	m.OtherSys = m.Sys - m.HeapSys - m.StackSys
	for i := range m.BySize {
		if i > 0 {
			m.BySize[i].Size = uint32(sizeClasses[i-1]) * 8
		}
	}
}

// MemProfileRate is how many bytes a program allocates between two samples of the memory profile. No samples are taken.
var MemProfileRate = 512 * 1024

// MemProfileRecord describes the objects that one chain of calls has allocated.
type MemProfileRecord struct {
	AllocBytes, FreeBytes     int64
	AllocObjects, FreeObjects int64
	Stack0                    [32]uintptr
}

// InUseBytes gives the bytes that have not been freed.
func (r *MemProfileRecord) InUseBytes() int64 { return r.AllocBytes - r.FreeBytes }

// InUseObjects gives the number of objects that have not been freed.
func (r *MemProfileRecord) InUseObjects() int64 { return r.AllocObjects - r.FreeObjects }

// Stack gives the chain of calls.
func (r *MemProfileRecord) Stack() []uintptr {
	for i, pc := range r.Stack0 {
		if pc == 0 {
			return r.Stack0[:i]
		}
	}
	return r.Stack0[:]
}

// MemProfile gives the memory profile, which is empty.
func MemProfile(p []MemProfileRecord, inuseZero bool) (n int, ok bool) { return 0, true }

// SetBlockProfileRate would set how often waiting is recorded; nothing is.
func SetBlockProfileRate(rate int) {}

// SetMutexProfileFraction would set how often contention is recorded, and gives the old setting; nothing is.
func SetMutexProfileFraction(rate int) int { return 0 }
