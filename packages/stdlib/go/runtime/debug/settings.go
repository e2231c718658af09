// Package debug has settings of the memory management and what a program may know about its own build.
package debug

import (
	"runtime"
	"time"
	_ "unsafe"
)

//go:linkname setGCPercent runtime.setGCPercent
func setGCPercent(percent int) int

//go:linkname setMemoryLimit runtime.setMemoryLimit
func setMemoryLimit(limit int64) int64

//go:linkname freeOSMemory runtime.freeOSMemory
func freeOSMemory()

// settings are what a program has set. The stack has the size that the host sets, so they have no effect of their own.
var settings = struct {
	maxStack     int
	maxThreads   int
	panicOnFault bool
}{maxStack: 1000000000, maxThreads: 10000}

// SetGCPercent sets the garbage collection target percentage and returns the previous one.
func SetGCPercent(percent int) int {
	return setGCPercent(percent)
}

// SetMemoryLimit sets a soft limit for the memory of the program and returns the previous one; a negative limit only reads it.
func SetMemoryLimit(limit int64) int64 {
	return setMemoryLimit(limit)
}

// SetMaxStack sets how much memory the stack of a goroutine may take and returns the previous limit. The host has a limit of its
// own.
func SetMaxStack(bytes int) int {
	previous := settings.maxStack
	settings.maxStack = bytes
	return previous
}

// SetMaxThreads sets how many threads of the system the program may use and returns the previous limit.
func SetMaxThreads(threads int) int {
	previous := settings.maxThreads
	settings.maxThreads = threads
	return previous
}

// SetPanicOnFault says whether a fault at an unexpected address is to be a panic, and returns the previous answer. There are no
// such faults.
func SetPanicOnFault(enabled bool) bool {
	previous := settings.panicOnFault
	settings.panicOnFault = enabled
	return previous
}

// SetTraceback says how much is to be printed when the program ends by a panic. There is one form only.
func SetTraceback(level string) {}

// FreeOSMemory collects garbage and returns memory back to the host, which takes none back.
func FreeOSMemory() { freeOSMemory() }

// GCStats says what the collector has done.
type GCStats struct {
	LastGC         time.Time
	NumGC          int64
	PauseTotal     time.Duration
	Pause          []time.Duration
	PauseEnd       []time.Time
	PauseQuantiles []time.Duration
}

// ReadGCStats fills stats; the latest pause comes first.
func ReadGCStats(stats *GCStats) {
	var memory runtime.MemStats
	runtime.ReadMemStats(&memory)
	stats.LastGC = time.Unix(0, int64(memory.LastGC))
	stats.NumGC = int64(memory.NumGC)
	stats.PauseTotal = time.Duration(memory.PauseTotalNs)
	stats.Pause = stats.Pause[:0]
	stats.PauseEnd = stats.PauseEnd[:0]
	size := uint32(len(memory.PauseNs))
	for i := uint32(0); i < min(memory.NumGC, size); i++ {
		at := (memory.NumGC - 1 - i) % size
		stats.Pause = append(stats.Pause, time.Duration(memory.PauseNs[at]))
		stats.PauseEnd = append(stats.PauseEnd, time.Unix(0, int64(memory.PauseEnd[at])))
	}
	fillQuantiles(stats.PauseQuantiles, stats.Pause)
}

// fillQuantiles spreads the pauses by size over quantiles, from the least to the greatest.
func fillQuantiles(quantiles, pauses []time.Duration) {
	if len(quantiles) == 0 {
		return
	}
	if len(pauses) == 0 {
		clear(quantiles)
		return
	}
	sorted := append([]time.Duration(nil), pauses...)
	for i := range sorted {
		for j := i; j > 0 && sorted[j] < sorted[j-1]; j-- {
			sorted[j], sorted[j-1] = sorted[j-1], sorted[j]
		}
	}
	last := len(quantiles) - 1
	for i := range quantiles {
		quantiles[i] = sorted[min(len(sorted)*i/max(last, 1), len(sorted)-1)]
	}
}
