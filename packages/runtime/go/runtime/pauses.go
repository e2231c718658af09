package runtime

// The times in which a cycle of the collector begins and ends, for ReadMemStats and traces (GODEBUG=gctrace=1). Programs that have
// neither do not look at the clock.

type pauseRecord struct {
	first  int64 // when the first cycle began, or the trace
	begin  int64 // of the pause that there is now
	end    uint64
	last   uint64 // nanoseconds of the pause at the beginning of this cycle
	total  uint64
	marked uint64 // nanoseconds of steps of marking, if they are traced
	pauses [256]uint64
	ends   [256]uint64
}

var pauseRecords pauseRecord

// pauseTimes returns what is known of pauses.
//
//go:noinline
func pauseTimes() *pauseRecord { return &pauseRecords }

//goes:linkif runtime.pauseTimes pauseBeginsNow nothingPaused
func pauseBegins()

//goes:linkif runtime.pauseTimes pauseEndsNow nothingPaused
func pauseEnds()

//goes:linkif runtime.pauseTimes cycleEndsNow nothingPaused
func cycleEnds()

//goes:nobarrier
func nothingPaused() {}

//goes:nobarrier
func pauseBeginsNow() {
	r := &pauseRecords
	r.begin = nanotime()
	if r.first == 0 {
		r.first = r.begin
	}
	if gcTrace && marking == 0 {
		traceBegins()
	}
}

//goes:nobarrier
func pauseEndsNow() {
	r := &pauseRecords
	r.last = uint64(nanotime() - r.begin)
}

//goes:nobarrier
func cycleEndsNow() {
	r := &pauseRecords
	pause := uint64(nanotime() - r.begin)
	at := (cycles - 1) % 256
	r.pauses[at] = r.last + pause
	r.total += r.last + pause
	r.end = uint64(walltime())
	r.ends[at] = r.end
	if gcTrace {
		traceCycle(pause)
	}
}
