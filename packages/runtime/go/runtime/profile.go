package runtime

import "unsafe"

// Profiles and traces. Nothing is sampled, so they are empty; labels and names work.

// StackRecord is a chain of calls.
type StackRecord struct {
	Stack0 [32]uintptr
}

// Stack returns the chain of calls.
func (r *StackRecord) Stack() []uintptr {
	for i, pc := range r.Stack0 {
		if pc == 0 {
			return r.Stack0[:i]
		}
	}
	return r.Stack0[:]
}

// BlockProfileRecord says how long goroutines have waited at one position.
type BlockProfileRecord struct {
	Count  int64
	Cycles int64
	StackRecord
}

// BlockProfile returns the profile of waiting, which is empty.
func BlockProfile(p []BlockProfileRecord) (n int, ok bool) { return 0, true }

// MutexProfile returns the profile of contention, which is empty.
func MutexProfile(p []BlockProfileRecord) (n int, ok bool) { return 0, true }

// ThreadCreateProfile returns the profile of threads, which is empty.
func ThreadCreateProfile(p []StackRecord) (n int, ok bool) { return 0, true }

// GoroutineProfile returns a record for each goroutine. Where they are is not known.
func GoroutineProfile(p []StackRecord) (n int, ok bool) {
	n = NumGoroutine()
	if n > len(p) {
		return n, false
	}
	clear(p[:n])
	return n, true
}

// SetCPUProfileRate would set how often the processor is looked at; it is not.
func SetCPUProfileRate(hz int) {}

// CPUProfile is what Go has for old programs: it panics.
func CPUProfile() []byte { panic("CPUProfile no longer available") }

// NumCgoCall returns the number of calls of C: there are none.
func NumCgoCall() int64 { return 0 }

// SetDefaultGOMAXPROCS does nothing: GOMAXPROCS cannot be changed.
func SetDefaultGOMAXPROCS() {}

// StartTrace would begin to record what the scheduler does.
func StartTrace() error { return errorString("tracing is not supported") }

// StopTrace ends a trace.
func StopTrace() {}

// ReadTrace returns the next part of a trace: there is none.
func ReadTrace() []byte { return nil }

//go:linkname pprof_readProfile runtime/pprof.readProfile
func pprof_readProfile() (data []uint64, tags []unsafe.Pointer, eof bool) {
	// The header of a profile, with how often a second it looks, and nothing after it.
	return []uint64{3, 0, 100}, []unsafe.Pointer{nil}, true
}

//go:linkname pprof_goroutines runtime.pprof_goroutineProfileWithLabels
func pprof_goroutines(p []unsafe.Pointer, labels []unsafe.Pointer) (n int, ok bool) { return 0, true }

//go:linkname pprof_goroutineLeaks runtime.pprof_goroutineLeakProfileWithLabels
func pprof_goroutineLeaks(p []unsafe.Pointer, labels []unsafe.Pointer) (n int, ok bool) {
	return 0, true
}

//go:linkname pprof_memory runtime.pprof_memProfileInternal
func pprof_memory(p []unsafe.Pointer, inuseZero bool) (n int, ok bool) { return 0, true }

//go:linkname pprof_block runtime.pprof_blockProfileInternal
func pprof_block(p []unsafe.Pointer) (n int, ok bool) { return 0, true }

//go:linkname pprof_mutex runtime.pprof_mutexProfileInternal
func pprof_mutex(p []unsafe.Pointer) (n int, ok bool) { return 0, true }

//go:linkname pprof_threads runtime.pprof_threadCreateInternal
func pprof_threads(p []unsafe.Pointer) (n int, ok bool) { return 0, true }

//go:linkname pprof_expand runtime.pprof_fpunwindExpand
func pprof_expand(to, from []uintptr) int { return copy(to, from) }

//go:linkname pprof_makeStack runtime.pprof_makeProfStack
func pprof_makeStack() []uintptr { return make([]uintptr, 128) }

//go:linkname pprof_cycles runtime/pprof.runtime_cyclesPerSecond
func pprof_cycles() int64 { return 1e9 }

//go:linkname pprof_startLine runtime/pprof.runtime_FrameStartLine
func pprof_startLine(f *Frame) int { return 0 }

//go:linkname pprof_symbolName runtime/pprof.runtime_FrameSymbolName
func pprof_symbolName(f *Frame) string { return f.Function }

//go:linkname pprof_expandInlined runtime/pprof.runtime_expandFinalInlineFrame
func pprof_expandInlined(stack []uintptr) []uintptr { return stack }

//go:linkname pprof_setLabels runtime/pprof.runtime_setProfLabel
func pprof_setLabels(labels unsafe.Pointer) { running().labels = labels }

//go:linkname pprof_labels runtime/pprof.runtime_getProfLabel
func pprof_labels() unsafe.Pointer { return running().labels }

//go:linkname pprof_leakCount runtime/pprof.runtime_goroutineleakcount
func pprof_leakCount() int { return 0 }

//go:linkname pprof_leakSearch runtime/pprof.runtime_goroutineLeakGC
func pprof_leakSearch() {}

//go:linkname trace_taskCreate runtime/trace.userTaskCreate
func trace_taskCreate(id, parent uint64, kind string) {}

//go:linkname trace_taskEnd runtime/trace.userTaskEnd
func trace_taskEnd(id uint64) {}

//go:linkname trace_region runtime/trace.userRegion
func trace_region(id, mode uint64, kind string) {}

//go:linkname trace_log runtime/trace.userLog
func trace_log(id uint64, category, message string) {}

//go:linkname trace_clockUnits runtime/trace.runtime_traceClockUnitsPerSecond
func trace_clockUnits() uint64 { return 1e9 }

//go:linkname trace_advance runtime.traceAdvance
func trace_advance(stop bool) {}

//go:linkname trace_clock runtime.traceClockNow
func trace_clock() uint64 { return uint64(nanotime()) }

//go:linkname trace_read runtime/trace.runtime_readTrace
func trace_read() []byte { return nil }
