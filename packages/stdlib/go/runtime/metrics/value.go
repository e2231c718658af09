package metrics

import "math"

// ValueKind says what a Value holds.
type ValueKind int

const (
	// KindBad is the kind of a Value that holds nothing, since nothing is known under the name of the sample.
	KindBad ValueKind = iota
	KindUint64
	KindFloat64
	KindFloat64Histogram
)

// Value is what a metric was when it was read.
type Value struct {
	kind      ValueKind
	bits      uint64
	histogram *Float64Histogram
}

// Kind returns what v holds.
func (v Value) Kind() ValueKind { return v.kind }

// Uint64 returns the number of a KindUint64; it panics for other kinds.
func (v Value) Uint64() uint64 {
	if v.kind != KindUint64 {
		panic("called Uint64 on non-uint64 metric value")
	}
	return v.bits
}

// Float64 returns the number of a KindFloat64; it panics for other kinds.
func (v Value) Float64() float64 {
	if v.kind != KindFloat64 {
		panic("called Float64 on non-float64 metric value")
	}
	return math.Float64frombits(v.bits)
}

// Float64Histogram returns the distribution of a KindFloat64Histogram; it panics for other kinds. A later Read may write to it.
func (v Value) Float64Histogram() *Float64Histogram {
	if v.kind != KindFloat64Histogram {
		panic("called Float64Histogram on non-Float64Histogram metric value")
	}
	return v.histogram
}

// Float64Histogram is a distribution of numbers: Counts[i] of them were at least Buckets[i] and less than Buckets[i+1].
type Float64Histogram struct {
	Counts  []uint64
	Buckets []float64
}
