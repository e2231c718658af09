// Package metrics reads figures of the runtime by name. The names are Go's, as far as the runtime knows their values; a sample
// of another name is of KindBad.
package metrics

import (
	"math"
	"runtime"
	"runtime/debug"
)

// Description describes a metric.
type Description struct {
	Name        string // a path and a unit: /path/to:unit
	Description string
	Kind        ValueKind
	Cumulative  bool // the value never becomes less
}

// Sample is a metric that was asked for by Name, and its Value.
type Sample struct {
	Name  string
	Value Value
}

// state is what values are computed from.
type state struct {
	memory     runtime.MemStats
	goroutines uint64
	percent    int
	limit      int64
}

type metric struct {
	Description
	number func(s *state) uint64 // of KindUint64
	float  func(s *state) float64
}

// pauseBounds are the ends of the buckets of pauses, in seconds.
var pauseBounds = []float64{0, 1e-6, 1e-5, 1e-4, 2e-4, 5e-4, 1e-3, 2e-3, 5e-3, 1e-2, 1e-1, 1}

var known = []metric{
	number("/cgo/go-to-c-calls:calls", "Calls from Go to C: there are none.", true, func(*state) uint64 { return 0 }),
	seconds("/cpu/classes/gc/pause:cpu-seconds", "Time in pauses of the collector.", func(s *state) float64 { return float64(s.memory.PauseTotalNs) / 1e9 }),
	number("/gc/cycles/automatic:gc-cycles", "Cycles of the collector that the program did not ask for.", true, func(s *state) uint64 {
		return uint64(s.memory.NumGC - min(s.memory.NumGC, s.memory.NumForcedGC))
	}),
	number("/gc/cycles/forced:gc-cycles", "Cycles of the collector that the program asked for.", true, func(s *state) uint64 { return uint64(s.memory.NumForcedGC) }),
	number("/gc/cycles/total:gc-cycles", "Cycles of the collector.", true, func(s *state) uint64 { return uint64(s.memory.NumGC) }),
	number("/gc/gogc:percent", "By how much the heap may grow before it is collected: GOGC, or debug.SetGCPercent.", false, func(s *state) uint64 {
		if s.percent < 0 {
			return math.MaxUint64
		}
		return uint64(s.percent)
	}),
	number("/gc/gomemlimit:bytes", "The limit of memory: GOMEMLIMIT, or debug.SetMemoryLimit.", false, func(s *state) uint64 { return uint64(s.limit) }),
	number("/gc/heap/allocs:bytes", "Bytes that have been allocated.", true, func(s *state) uint64 { return s.memory.TotalAlloc }),
	number("/gc/heap/allocs:objects", "Objects that have been allocated.", true, func(s *state) uint64 { return s.memory.Mallocs }),
	number("/gc/heap/frees:bytes", "Bytes of objects that have been freed.", true, func(s *state) uint64 {
		return s.memory.TotalAlloc - min(s.memory.TotalAlloc, s.memory.HeapAlloc)
	}),
	number("/gc/heap/frees:objects", "Objects that have been freed.", true, func(s *state) uint64 { return s.memory.Frees }),
	number("/gc/heap/goal:bytes", "The size that the heap is to have at the end of the next cycle.", false, func(s *state) uint64 { return s.memory.NextGC }),
	number("/gc/heap/objects:objects", "Objects in the heap.", false, func(s *state) uint64 { return s.memory.HeapObjects }),
	number("/gc/heap/tiny/allocs:objects", "Small objects that share a block: there are none.", true, func(*state) uint64 { return 0 }),
	{Description: Description{"/gc/pauses:seconds", "The last pauses of the collector, at most 256.", KindFloat64Histogram, true}},
	number("/memory/classes/heap/free:bytes", "Memory of the heap that is free, in whole pages.", false, func(s *state) uint64 { return s.memory.HeapIdle }),
	number("/memory/classes/heap/objects:bytes", "Memory of objects.", false, func(s *state) uint64 { return s.memory.HeapAlloc }),
	number("/memory/classes/heap/released:bytes", "Memory that has been given back to the host: none.", false, func(s *state) uint64 { return s.memory.HeapReleased }),
	number("/memory/classes/heap/stacks:bytes", "Memory of the stack.", false, func(s *state) uint64 { return s.memory.StackInuse }),
	number("/memory/classes/heap/unused:bytes", "Memory of pages with objects that is free.", false, func(s *state) uint64 {
		return s.memory.HeapInuse - min(s.memory.HeapInuse, s.memory.HeapAlloc)
	}),
	number("/memory/classes/metadata/other:bytes", "Memory of the collector.", false, func(s *state) uint64 { return s.memory.GCSys }),
	number("/memory/classes/other:bytes", "Memory of variables and constants.", false, func(s *state) uint64 { return s.memory.OtherSys }),
	number("/memory/classes/total:bytes", "The memory of the program.", false, func(s *state) uint64 { return s.memory.Sys }),
	number("/sched/gomaxprocs:threads", "Threads that run goroutines at the same time.", false, func(*state) uint64 { return uint64(runtime.GOMAXPROCS(0)) }),
	number("/sched/goroutines:goroutines", "Goroutines that exist.", false, func(s *state) uint64 { return s.goroutines }),
	{Description: Description{"/sched/pauses/total/gc:seconds", "The last pauses of the collector, at most 256.", KindFloat64Histogram, true}},
	number("/sched/threads/total:threads", "Threads: there is one.", false, func(*state) uint64 { return 1 }),
}

func number(name, description string, cumulative bool, value func(s *state) uint64) metric {
	return metric{Description: Description{name, description, KindUint64, cumulative}, number: value}
}

func seconds(name, description string, value func(s *state) float64) metric {
	return metric{Description: Description{name, description, KindFloat64, true}, float: value}
}

// All returns the descriptions of all metrics that have values, by name.
func All() []Description {
	all := make([]Description, len(known))
	for i := range known {
		all[i] = known[i].Description
	}
	return all
}

// Read fills in the values of samples.
func Read(m []Sample) {
	if len(m) == 0 {
		return
	}
	s := &state{goroutines: uint64(runtime.NumGoroutine()), limit: debug.SetMemoryLimit(-1)}
	s.percent = debug.SetGCPercent(100)
	debug.SetGCPercent(s.percent)
	runtime.ReadMemStats(&s.memory)
	for i := range m {
		read(&m[i], s)
	}
}

func read(sample *Sample, s *state) {
	for i := range known {
		k := &known[i]
		if k.Name != sample.Name {
			continue
		}
		switch {
		case k.number != nil:
			sample.Value = Value{kind: KindUint64, bits: k.number(s)}
		case k.float != nil:
			sample.Value = Value{kind: KindFloat64, bits: math.Float64bits(k.float(s))}
		default:
			sample.Value = Value{kind: KindFloat64Histogram, histogram: pauses(s)}
		}
		return
	}
	sample.Value = Value{}
}

// pauses is the distribution of the pauses that are remembered.
func pauses(s *state) *Float64Histogram {
	h := &Float64Histogram{Counts: make([]uint64, len(pauseBounds)), Buckets: append(pauseBounds[:len(pauseBounds):len(pauseBounds)], math.Inf(1))}
	for i := range min(int(s.memory.NumGC), len(s.memory.PauseNs)) {
		pause := float64(s.memory.PauseNs[i]) / 1e9
		at := 0
		for h.Buckets[at+1] <= pause {
			at++
		}
		h.Counts[at]++
	}
	return h
}
