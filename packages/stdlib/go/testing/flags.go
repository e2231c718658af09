package testing

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"runtime"
	"strconv"
	"strings"
	"time"
)

// The flags of a test binary; nil before Init.
var (
	short                *bool
	failFast             *bool
	outputDir            *string
	chatty               verbosity
	count                *uint
	coverProfile         *string
	coverDir             *string
	matchList            *string
	match                *string
	skip                 *string
	memProfile           *string
	memProfileRate       *int
	cpuProfile           *string
	blockProfile         *string
	blockProfileRate     *int
	mutexProfile         *string
	mutexProfileFraction *int
	panicOnExit0         *bool
	traceFile            *string
	timeout              *time.Duration
	cpuListStr           *string
	parallel             *int
	shuffle              *string
	testlog              *string
	fullPath             *bool
	artifacts            *bool
	matchBenchmarks      *string
	benchmarkMemory      *bool
	benchTime            = durationOrCount{d: time.Second}
	matchFuzz            *string
	fuzzTime             durationOrCount
	fuzzMinimize         = durationOrCount{d: time.Minute, allowZero: true}
	fuzzCacheDir         *string
	fuzzWorker           *bool

	cpuList    []int
	initRan    bool
	alarmTimer *time.Timer
)

// Init registers the flags of tests; `goes test` does that before the tests. For programs that call Benchmark.
func Init() {
	if initRan {
		return
	}
	initRan = true
	short = flag.Bool("test.short", false, "run smaller test suite to save time")
	failFast = flag.Bool("test.failfast", false, "do not start new tests after the first test failure")
	outputDir = flag.String("test.outputdir", "", "write profiles to `dir`")
	flag.Var(&chatty, "test.v", "verbose: print additional output")
	count = flag.Uint("test.count", 1, "run tests and benchmarks `n` times")
	coverProfile = flag.String("test.coverprofile", "", "write a coverage profile to `file`")
	coverDir = flag.String("test.gocoverdir", "", "write coverage intermediate files to this directory")
	matchList = flag.String("test.list", "", "list tests, examples, and benchmarks matching `regexp` then exit")
	match = flag.String("test.run", "", "run only tests and examples matching `regexp`")
	skip = flag.String("test.skip", "", "do not list or run tests matching `regexp`")
	memProfile = flag.String("test.memprofile", "", "write an allocation profile to `file`")
	memProfileRate = flag.Int("test.memprofilerate", 0, "set memory allocation profiling `rate` (see runtime.MemProfileRate)")
	cpuProfile = flag.String("test.cpuprofile", "", "write a cpu profile to `file`")
	blockProfile = flag.String("test.blockprofile", "", "write a goroutine blocking profile to `file`")
	blockProfileRate = flag.Int("test.blockprofilerate", 1, "set blocking profile `rate` (see runtime.SetBlockProfileRate)")
	mutexProfile = flag.String("test.mutexprofile", "", "write a mutex contention profile to the named file after execution")
	mutexProfileFraction = flag.Int("test.mutexprofilefraction", 1, "if >= 0, calls runtime.SetMutexProfileFraction()")
	panicOnExit0 = flag.Bool("test.paniconexit0", false, "panic on call to os.Exit(0)")
	traceFile = flag.String("test.trace", "", "write an execution trace to `file`")
	timeout = flag.Duration("test.timeout", 0, "panic test binary after duration `d` (default 0, timeout disabled)")
	cpuListStr = flag.String("test.cpu", "", "comma-separated `list` of cpu counts to run each test with")
	parallel = flag.Int("test.parallel", runtime.GOMAXPROCS(0), "run at most `n` tests in parallel")
	testlog = flag.String("test.testlogfile", "", "write test action log to `file` (for use only by cmd/go)")
	shuffle = flag.String("test.shuffle", "off", "randomize the execution order of tests and benchmarks")
	fullPath = flag.Bool("test.fullpath", false, "show full file names in error messages")
	artifacts = flag.Bool("test.artifacts", false, "store test artifacts in test.,outputdir")

	matchBenchmarks = flag.String("test.bench", "", "run only benchmarks matching `regexp`")
	benchmarkMemory = flag.Bool("test.benchmem", false, "print memory allocations for benchmarks")
	flag.Var(&benchTime, "test.benchtime", "run each benchmark for duration `d` or N times if `d` is of the form Nx")

	matchFuzz = flag.String("test.fuzz", "", "run the fuzz test matching `regexp`")
	flag.Var(&fuzzTime, "test.fuzztime", "time to spend fuzzing; default is to run indefinitely")
	flag.Var(&fuzzMinimize, "test.fuzzminimizetime", "time to spend minimizing a value after finding a failing input")
	fuzzCacheDir = flag.String("test.fuzzcachedir", "", "directory where interesting fuzzing inputs are stored (for use only by cmd/go)")
	fuzzWorker = flag.Bool("test.fuzzworker", false, "coordinate with the parent process to fuzz random values (for use only by cmd/go)")
}

// verbosity is the value of -test.v.
type verbosity struct {
	on   bool
	json bool // what is printed is for a program that makes JSON of it
}

func (*verbosity) IsBoolFlag() bool { return true }

func (v *verbosity) Set(text string) error {
	switch text {
	case "true", "test2json":
		*v = verbosity{on: true, json: text == "test2json"}
	case "false":
		*v = verbosity{}
	default:
		return fmt.Errorf("invalid flag -test.v=%s", text)
	}
	return nil
}

func (v *verbosity) String() string {
	switch {
	case v.json:
		return "test2json"
	case v.on:
		return "true"
	}
	return "false"
}

func (v *verbosity) Get() any {
	if v.json {
		return "test2json"
	}
	return v.on
}

const marker = "\x16" // begins the lines that are framing, for the program that makes JSON of them

func (v *verbosity) prefix() string {
	if v.json {
		return marker
	}
	return ""
}

// durationOrCount is the value of a flag such as -test.benchtime: a duration, or a number with an x after it.
type durationOrCount struct {
	d         time.Duration
	n         int
	allowZero bool
}

func (f *durationOrCount) String() string {
	if f.n > 0 {
		return strconv.Itoa(f.n) + "x"
	}
	return f.d.String()
}

func (f *durationOrCount) Set(text string) error {
	if digits, ok := strings.CutSuffix(text, "x"); ok {
		n, err := strconv.ParseInt(digits, 10, 0)
		if err != nil || n < 0 || (!f.allowZero && n == 0) {
			return errors.New("invalid count")
		}
		*f = durationOrCount{n: int(n), allowZero: f.allowZero}
		return nil
	}
	d, err := time.ParseDuration(text)
	if err != nil || d < 0 || (!f.allowZero && d == 0) {
		return errors.New("invalid duration")
	}
	*f = durationOrCount{d: d, allowZero: f.allowZero}
	return nil
}

// Short reports whether -short was given.
func Short() bool {
	if short == nil {
		panic("testing: Short called before Init")
	}
	// Flags are asked for by initialisers and TestMain, too.
	if !flag.Parsed() {
		panic("testing: Short called before Parse")
	}
	return *short
}

// Verbose reports whether -v was given.
func Verbose() bool {
	if isTestBinary && !flag.Parsed() {
		panic("testing: Verbose called before Parse")
	}
	return chatty.on
}

// parseCPUList reads the value of -test.cpu.
func parseCPUList() {
	for text := range strings.SplitSeq(*cpuListStr, ",") {
		text = strings.TrimSpace(text)
		if text == "" {
			continue
		}
		cpu, err := strconv.Atoi(text)
		if err != nil || cpu <= 0 {
			fmt.Fprintf(os.Stderr, "testing: invalid value %q for -test.cpu\n", text)
			os.Exit(1)
		}
		cpuList = append(cpuList, cpu)
	}
	if cpuList == nil {
		cpuList = append(cpuList, runtime.GOMAXPROCS(-1))
	}
}
