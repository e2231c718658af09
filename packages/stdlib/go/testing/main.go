package testing

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"math/rand"
	"os"
	"reflect"
	"strconv"
	"time"
)

// testDeps is what tests need beyond what this package can import: package testdeps has it.
type testDeps interface {
	ImportPath() string
	MatchString(pat, str string) (bool, error)
	ModulePath() string
	SetPanicOnExit0(bool)
	StartCPUProfile(io.Writer) error
	StopCPUProfile()
	StartTestLog(io.Writer)
	StopTestLog() error
	WriteProfileTo(string, io.Writer, int) error
	CoordinateFuzzing(time.Duration, int64, time.Duration, int64, int, []corpusEntry, []reflect.Type, string, string) error
	RunFuzzWorker(func(corpusEntry) error) error
	ReadCorpus(string, []reflect.Type) ([]corpusEntry, error)
	CheckCorpus([]any, []reflect.Type) error
	ResetCoverage()
	SnapshotCoverage()
	InitRuntimeCoverage() (mode string, tearDown func(coverprofile string, gocoverdir string) (string, error), snapcov func() float64)
}

// M is what TestMain is given.
type M struct {
	deps       testDeps
	tests      []InternalTest
	benchmarks []InternalBenchmark
	fuzz       []InternalFuzzTarget
	examples   []InternalExample
	numRun     int
	// What os.Exit is called with when TestMain returns; the main function that `goes test` makes reads it.
	exitCode int
}

// MainStart is for the main function that `goes test` makes.
func MainStart(deps testDeps, tests []InternalTest, benchmarks []InternalBenchmark, fuzzTargets []InternalFuzzTarget, examples []InternalExample) *M {
	isTestBinary = true
	Init()
	return &M{deps: deps, tests: tests, benchmarks: benchmarks, fuzz: fuzzTargets, examples: examples}
}

// matchOnly is all that programs which call Main give.
type matchOnly func(pat, str string) (bool, error)

var errMain = errors.New("testing: unexpected use of func Main")

func (f matchOnly) MatchString(pat, str string) (bool, error)   { return f(pat, str) }
func (f matchOnly) ImportPath() string                          { return "" }
func (f matchOnly) ModulePath() string                          { return "" }
func (f matchOnly) SetPanicOnExit0(bool)                        {}
func (f matchOnly) StartCPUProfile(io.Writer) error             { return errMain }
func (f matchOnly) StopCPUProfile()                             {}
func (f matchOnly) StartTestLog(io.Writer)                      {}
func (f matchOnly) StopTestLog() error                          { return errMain }
func (f matchOnly) WriteProfileTo(string, io.Writer, int) error { return errMain }
func (f matchOnly) CoordinateFuzzing(time.Duration, int64, time.Duration, int64, int, []corpusEntry, []reflect.Type, string, string) error {
	return errMain
}
func (f matchOnly) RunFuzzWorker(func(corpusEntry) error) error { return errMain }
func (f matchOnly) ReadCorpus(string, []reflect.Type) ([]corpusEntry, error) {
	return nil, errMain
}
func (f matchOnly) CheckCorpus([]any, []reflect.Type) error { return nil }
func (f matchOnly) ResetCoverage()                          {}
func (f matchOnly) SnapshotCoverage()                       {}
func (f matchOnly) InitRuntimeCoverage() (string, func(string, string) (string, error), func() float64) {
	return "", nil, nil
}

// Main runs tests and ends the program: for main functions of former times.
func Main(matchString func(pat, str string) (bool, error), tests []InternalTest, benchmarks []InternalBenchmark, examples []InternalExample) {
	os.Exit(MainStart(matchOnly(matchString), tests, benchmarks, nil, examples).Run())
}

// Run runs the tests and returns the code for os.Exit.
func (m *M) Run() (code int) {
	defer func() { code = m.exitCode }()
	// TestMain may call it more often.
	m.numRun++
	if !flag.Parsed() {
		flag.Parse()
	}
	if refused := m.checkFlags(); refused != 0 {
		m.exitCode = refused
		return
	}
	if *matchList != "" {
		listTests(m.deps.MatchString, m.tests, m.benchmarks, m.fuzz, m.examples)
		m.exitCode = 0
		return
	}
	if !m.shuffle() {
		m.exitCode = 2
		return
	}
	parseCPUList()
	m.before()
	defer m.after()
	if m.runAll() {
		fmt.Print(chatty.prefix(), "PASS\n")
		m.exitCode = 0
	} else {
		fmt.Print(chatty.prefix(), "FAIL\n")
		m.exitCode = 1
	}
	return
}

func (m *M) checkFlags() int {
	refuse := func(message string) int {
		fmt.Fprintln(os.Stderr, "testing: "+message)
		flag.Usage()
		return 2
	}
	if *parallel < 1 {
		return refuse("-parallel can only be given a positive integer")
	}
	if *matchFuzz != "" && *fuzzCacheDir == "" {
		return refuse("-test.fuzzcachedir must be set if -test.fuzz is set")
	}
	return 0
}

// shuffle brings the tests and benchmarks into another order, if that is asked for.
func (m *M) shuffle() bool {
	if *shuffle == "off" {
		return true
	}
	seed := time.Now().UnixNano()
	if *shuffle != "on" {
		n, err := strconv.ParseInt(*shuffle, 10, 64)
		if err != nil {
			fmt.Fprintln(os.Stderr, `testing: -shuffle should be "off", "on", or a valid integer:`, err)
			return false
		}
		seed = n
	}
	fmt.Println("-test.shuffle", seed)
	random := rand.New(rand.NewSource(seed))
	random.Shuffle(len(m.tests), func(i, j int) { m.tests[i], m.tests[j] = m.tests[j], m.tests[i] })
	random.Shuffle(len(m.benchmarks), func(i, j int) {
		m.benchmarks[i], m.benchmarks[j] = m.benchmarks[j], m.benchmarks[i]
	})
	return true
}

func (m *M) runAll() bool {
	deadline := m.startAlarm()
	haveExamples = len(m.examples) > 0
	path := m.deps.ImportPath()
	testRan, testOk := runTests(m.deps.MatchString, m.tests, deadline, path)
	fuzzRan, fuzzOk := runFuzzTests(m.deps, m.fuzz, deadline)
	exampleRan, exampleOk := runExamples(m.deps.MatchString, m.examples)
	if alarmTimer != nil {
		alarmTimer.Stop()
	}
	if !testRan && !exampleRan && !fuzzRan && *matchBenchmarks == "" && *matchFuzz == "" {
		fmt.Fprintln(os.Stderr, "testing: warning: no tests to run")
	}
	if !testOk || !exampleOk || !fuzzOk || !runBenchmarks(path, m.deps.MatchString, m.benchmarks) {
		return false
	}
	return runFuzzing(m.deps, m.fuzz)
}

// startAlarm starts the timer of -timeout.
func (m *M) startAlarm() time.Time {
	if *timeout <= 0 {
		return time.Time{}
	}
	deadline := time.Now().Add(*timeout)
	alarmTimer = time.AfterFunc(*timeout, timedOut)
	return deadline
}

func (m *M) before() {
	if *panicOnExit0 {
		m.deps.SetPanicOnExit0(true)
	}
	for _, file := range []string{*cpuProfile, *traceFile, *memProfile, *blockProfile, *mutexProfile} {
		if file == "" {
			continue
		}
		f, err := os.Create(toOutputDir(file))
		if err != nil {
			fmt.Fprintln(os.Stderr, "testing:", err)
			continue
		}
		f.Close()
	}
	if *coverProfile != "" && CoverMode() == "" {
		fmt.Fprintf(os.Stderr, "testing: cannot use -test.coverprofile because test binary was not built with coverage enabled\n")
		os.Exit(2)
	}
	if *testlog != "" {
		f, err := os.Create(*testlog)
		if err != nil {
			fmt.Fprintln(os.Stderr, "testing:", err)
			os.Exit(2)
		}
		m.deps.StartTestLog(f)
	}
}

func (m *M) after() {
	if *panicOnExit0 {
		m.deps.SetPanicOnExit0(false)
	}
	if CoverMode() != "" {
		coverReport()
	}
}

// listTests prints the names that -list asks for.
func listTests(matchString func(pat, str string) (bool, error), tests []InternalTest, benchmarks []InternalBenchmark, fuzz []InternalFuzzTarget, examples []InternalExample) {
	if _, err := matchString(*matchList, "non-empty"); err != nil {
		fmt.Fprintf(os.Stderr, "testing: invalid regexp in -test.list (%q): %s\n", *matchList, err)
		os.Exit(1)
	}
	show := func(name string) {
		if ok, _ := matchString(*matchList, name); ok {
			fmt.Println(name)
		}
	}
	for _, test := range tests {
		show(test.Name)
	}
	for _, benchmark := range benchmarks {
		show(benchmark.Name)
	}
	for _, target := range fuzz {
		show(target.Name)
	}
	for _, example := range examples {
		show(example.Name)
	}
}
