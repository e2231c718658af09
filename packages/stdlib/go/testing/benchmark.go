package testing

import (
	"fmt"
	"os"
	"runtime"
	"sync"
	"sync/atomic"
	"time"
)

// InternalBenchmark is a benchmark, as the main function that `goes test` makes lists them.
type InternalBenchmark struct {
	Name string
	F    func(b *B)
}

// B is what a benchmark is given. Its function does its work b.N times, or as long as b.Loop returns true.
type B struct {
	common
	N int

	state       *benchState
	f           func(b *B)
	previousN   int
	previous    time.Duration
	benchTime   durationOrCount
	timerOn     bool
	showAllocs  bool
	result      BenchmarkResult
	parallelism int
	bytes       int64

	startAllocs, startBytes uint64 // counts when the timer was started
	netAllocs, netBytes     uint64
	extra                   map[string]float64
	missingBytes            bool

	loop struct {
		n    int // how often in all
		i    int // how often so far
		done bool
	}
}

// benchState is what the benchmarks of one run share.
type benchState struct {
	match  *matcher
	maxLen int // of the names
	extLen int // of the number of processors after them
}

// One benchmark runs at a time.
var benchmarkLock sync.Mutex

// StartTimer goes on measuring.
func (b *B) StartTimer() {
	if b.timerOn {
		return
	}
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	b.startAllocs, b.startBytes = stats.Mallocs, stats.TotalAlloc
	b.start = time.Now()
	b.timerOn = true
}

// StopTimer stops measuring.
func (b *B) StopTimer() {
	if !b.timerOn {
		return
	}
	b.duration += time.Since(b.start)
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	b.netAllocs += stats.Mallocs - b.startAllocs
	b.netBytes += stats.TotalAlloc - b.startBytes
	b.timerOn = false
}

// ResetTimer forgets what was measured, and the metrics that were reported.
func (b *B) ResetTimer() {
	if b.extra == nil {
		b.extra = make(map[string]float64, 16)
	} else {
		clear(b.extra)
	}
	if b.timerOn {
		var stats runtime.MemStats
		runtime.ReadMemStats(&stats)
		b.startAllocs, b.startBytes = stats.Mallocs, stats.TotalAlloc
		b.start = time.Now()
	}
	b.duration = 0
	b.netAllocs, b.netBytes = 0, 0
}

// SetBytes says how many bytes are worked on each time: MB/s are printed, too.
func (b *B) SetBytes(n int64) { b.bytes = n }

// ReportAllocs prints allocations for this benchmark, as -benchmem does for all.
func (b *B) ReportAllocs() { b.showAllocs = true }

// Elapsed returns what has been measured.
func (b *B) Elapsed() time.Duration {
	d := b.duration
	if b.timerOn {
		d += time.Since(b.start)
	}
	return d
}

// ReportMetric adds a number of its own to the result; its unit is for example "items/op".
func (b *B) ReportMetric(n float64, unit string) {
	if unit == "" {
		panic("metric unit must not be empty")
	}
	if hasSpace(unit) {
		panic("metric unit must not contain whitespace")
	}
	b.extra[unit] = n
}

// Loop reports whether the work is to be done once more; what comes before the first call is not measured.
func (b *B) Loop() bool {
	if b.loop.i != 0 && b.loop.i < b.loop.n {
		b.loop.i++
		return true
	}
	return b.loopSlow()
}

func (b *B) loopSlow() bool {
	if b.loop.n == 0 {
		// A benchmark that loops like this is called once.
		b.loop.n = 1
		if b.benchTime.n > 0 {
			b.loop.n = b.benchTime.n
		}
		b.loop.i = 1
		b.ResetTimer()
		b.StartTimer()
		return true
	}
	if !b.timerOn {
		b.Fatal("B.Loop called with timer stopped")
	}
	if b.benchTime.n == 0 {
		goal := b.benchTime.d
		elapsed := b.Elapsed()
		if elapsed < goal {
			b.loop.n = predict(goal.Nanoseconds(), int64(b.loop.n), elapsed.Nanoseconds(), int64(b.loop.n))
			b.loop.i++
			return true
		}
	}
	b.StopTimer()
	b.N = b.loop.n
	b.loop.done = true
	return false
}

// runN runs the function once with b.N = n.
func (b *B) runN(n int) {
	benchmarkLock.Lock()
	defer benchmarkLock.Unlock()
	b.newContext()
	defer func() {
		b.runCleanups(passOn)
	}()
	// What others have left is not paid for by this one.
	runtime.GC()
	b.N = n
	b.loop.n, b.loop.i, b.loop.done = 0, 0, false
	b.parallelism = 1
	b.ResetTimer()
	b.StartTimer()
	b.f(b)
	b.StopTimer()
	b.previousN = n
	b.previous = b.duration
	if b.loop.n > 0 && !b.loop.done && !b.Failed() {
		b.Error("benchmark function returned without B.Loop() == false (break or return in loop?)")
	}
}

// run1 runs the function once and reports whether it is to be measured.
func (b *B) run1() bool {
	if state := b.state; state != nil {
		// With some room, so that the column does not move with every name.
		const room = 8
		if n := len(b.name) + state.extLen + 1; n > state.maxLen {
			state.maxLen = n + room
		}
	}
	go func() {
		defer func() { b.signal <- true }()
		b.runN(1)
	}()
	<-b.signal
	if b.Failed() {
		fmt.Fprintf(b.w, "%s--- FAIL: %s\n%s", b.printer.prefix(), b.name, b.output)
		return false
	}
	// What has subbenchmarks only, or was skipped, is no benchmark itself.
	b.mu.Lock()
	finished := b.finished
	b.mu.Unlock()
	if b.hasSub.Load() || finished {
		tag := "BENCH"
		if b.skipped {
			tag = "SKIP"
		}
		if b.printer != nil && (len(b.output) > 0 || finished) {
			b.printLogs("--- " + tag + ": " + b.name + "\n")
		}
		return false
	}
	return true
}

func (b *B) printLogs(header string) {
	fmt.Fprintf(b.w, "%s%s%s", b.printer.prefix(), header, b.output)
	b.output = nil
}

// run measures on a goroutine of its own.
func (b *B) run() {
	b.labels()
	if b.state != nil {
		b.state.measure(b)
	} else {
		b.measure()
	}
}

var labelsOnce sync.Once

// labels prints what the results depend on, before the first of them.
func (b *B) labels() {
	labelsOnce.Do(func() {
		fmt.Fprintf(b.w, "goos: %s\n", runtime.GOOS)
		fmt.Fprintf(b.w, "goarch: %s\n", runtime.GOARCH)
		if b.importPath != "" {
			fmt.Fprintf(b.w, "pkg: %s\n", b.importPath)
		}
	})
}

func (b *B) measure() BenchmarkResult {
	go b.launch()
	<-b.signal
	return b.result
}

// launch runs the function with more and more turns, until it takes as long as it should.
func (b *B) launch() {
	defer func() { b.signal <- true }()
	if b.loop.n == 0 {
		if b.benchTime.n > 0 {
			// That of run1 counts if it was as long.
			if b.benchTime.n > 1 {
				b.runN(b.benchTime.n)
			}
		} else {
			d := b.benchTime.d
			for n := int64(1); !b.Failed() && b.duration < d && n < 1e9; {
				last := n
				n = int64(predict(d.Nanoseconds(), int64(b.previousN), b.previous.Nanoseconds(), last))
				b.runN(int(n))
			}
		}
	}
	b.result = BenchmarkResult{b.N, b.duration, b.bytes, b.netAllocs, b.netBytes, b.extra}
}

// predict says how many turns fill the time, from what it took before: at most 100 times as many, and always more.
func predict(goal, previousN, previous, last int64) int {
	if previous == 0 {
		previous = 1
	}
	n := goal * previousN / previous
	n += n / 5
	n = min(n, 100*last)
	n = max(n, last+1)
	return int(min(n, 1e9))
}

// runBenchmarks runs those that -bench names.
func runBenchmarks(importPath string, matchString func(pat, str string) (bool, error), benchmarks []InternalBenchmark) bool {
	if *matchBenchmarks == "" {
		return true
	}
	if cpuList == nil {
		parseCPUList()
	}
	state := &benchState{match: newMatcher(matchString, *matchBenchmarks, "-test.bench", *skip)}
	maxProcs := 1
	for _, procs := range cpuList {
		maxProcs = max(maxProcs, procs)
	}
	state.extLen = len(benchmarkName("", maxProcs))
	var chosen []InternalBenchmark
	for _, benchmark := range benchmarks {
		if _, ok, _ := state.match.fullName(nil, benchmark.Name); ok {
			chosen = append(chosen, benchmark)
			state.maxLen = max(state.maxLen, len(benchmarkName(benchmark.Name, maxProcs))+state.extLen+1)
		}
	}
	main := &B{benchTime: benchTime, state: state}
	main.common = common{w: os.Stdout, bench: true, importPath: importPath, signal: make(chan bool)}
	main.printer = newPrinter()
	main.f = func(b *B) {
		for _, benchmark := range chosen {
			b.Run(benchmark.Name, benchmark.F)
		}
	}
	main.runN(1)
	return !main.Failed()
}

// measure measures a benchmark as often as -count and -cpu want it, and prints the results.
func (s *benchState) measure(b *B) {
	for i, procs := range cpuList {
		for j := uint(0); j < *count; j++ {
			name := benchmarkName(b.name, procs)
			if b.printer == nil {
				fmt.Fprintf(b.w, "%-*s\t", s.maxLen, name)
			}
			if i > 0 || j > 0 {
				b = b.again()
				b.run1()
			}
			r := b.measure()
			if b.Failed() {
				// The output follows the name that was printed.
				fmt.Fprintf(b.w, "%s--- FAIL: %s\n%s", b.printer.prefix(), name, b.output)
				continue
			}
			results := r.String()
			if b.printer != nil {
				fmt.Fprintf(b.w, "%-*s\t", s.maxLen, name)
			}
			if *benchmarkMemory || b.showAllocs {
				results += "\t" + r.MemString()
			}
			fmt.Fprintln(b.w, results)
			if len(b.output) > 0 {
				b.printLogs("--- BENCH: " + name + "\n")
			}
		}
	}
}

// again makes a fresh B of the same benchmark.
func (b *B) again() *B {
	fresh := &B{f: b.f, state: b.state, benchTime: b.benchTime}
	fresh.common = common{signal: make(chan bool), name: b.name, w: b.w, printer: b.printer, bench: true, parent: b.parent, level: b.level, importPath: b.importPath}
	return fresh
}

// benchmarkName adds the number of processors, if it is not 1.
func benchmarkName(name string, procs int) string {
	if procs != 1 {
		return fmt.Sprintf("%s-%d", name, procs)
	}
	return name
}

// Run measures f as a subbenchmark and reports whether it succeeded. What calls it is not measured itself.
func (b *B) Run(name string, f func(b *B)) bool {
	b.hasSub.Store(true)
	benchmarkLock.Unlock()
	defer benchmarkLock.Lock()
	full, ok, partial := name, true, false
	if b.state != nil {
		full, ok, partial = b.state.match.fullName(&b.common, name)
	}
	if !ok {
		return true
	}
	sub := &B{f: f, state: b.state, benchTime: b.benchTime}
	sub.common = common{
		signal: make(chan bool), name: full, parent: &b.common, level: b.level + 1, w: b.w, printer: b.printer,
		bench: true, importPath: b.importPath,
	}
	if partial {
		// Only some of its subbenchmarks are to run: it is not measured.
		sub.hasSub.Store(true)
	}
	if b.printer != nil {
		sub.labels()
		if chatty.json {
			b.printer.update(full, "=== RUN   "+full+"\n")
		}
		fmt.Fprintln(b.w, full)
	}
	if sub.run1() {
		sub.run()
	}
	if sub.Failed() {
		numFailed.Add(1)
	}
	b.add(sub)
	return !sub.Failed()
}

// add adds the result of a subbenchmark to that of what has called it, which is that of all together.
func (b *B) add(sub *B) {
	r := &b.result
	r.N = 1
	r.T += time.Duration(sub.result.NsPerOp())
	if sub.result.Bytes == 0 {
		b.missingBytes = true
		r.Bytes = 0
	}
	if !b.missingBytes {
		r.Bytes += sub.result.Bytes
	}
	r.MemAllocs += uint64(sub.result.AllocsPerOp())
	r.MemBytes += uint64(sub.result.AllocedBytesPerOp())
}

// PB is what goroutines of RunParallel ask.
type PB struct {
	next *atomic.Int64
	n    int64
}

// Next reports whether there is more to do.
func (pb *PB) Next() bool { return pb.next.Add(-1) >= 0 }

// RunParallel calls body in several goroutines, which share the b.N turns.
func (b *B) RunParallel(body func(*PB)) {
	if b.N == 0 {
		return
	}
	var next atomic.Int64
	next.Store(int64(b.N))
	var group sync.WaitGroup
	for range b.parallelism * runtime.GOMAXPROCS(0) {
		group.Add(1)
		go func() {
			defer group.Done()
			body(&PB{next: &next, n: int64(b.N)})
		}()
	}
	group.Wait()
	if next.Load() > 0 && !b.Failed() {
		b.Fatal("RunParallel: body exited without pb.Next() == false")
	}
}

// SetParallelism has RunParallel start p times as many goroutines as there are processors.
func (b *B) SetParallelism(p int) {
	if p >= 1 {
		b.parallelism = p
	}
}

// Benchmark measures one function: for programs that are no tests.
func Benchmark(f func(b *B)) BenchmarkResult {
	b := &B{f: f, benchTime: benchTime}
	b.common = common{signal: make(chan bool), w: discard{}, bench: true}
	if b.run1() {
		return b.measure()
	}
	return b.result
}

// RunBenchmarks runs benchmarks: for those who make their own main function.
func RunBenchmarks(matchString func(pat, str string) (bool, error), benchmarks []InternalBenchmark) {
	runBenchmarks("", matchString, benchmarks)
}

type discard struct{}

func (discard) Write(b []byte) (int, error) { return len(b), nil }
