package testing

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"time"
)

// corpusDir has the corpus of each fuzz test in a directory of its name.
const corpusDir = "testdata/fuzz"

// InternalFuzzTarget is a fuzz test, as the main function that `goes test` makes lists them.
type InternalFuzzTarget struct {
	Name string
	Fn   func(f *F)
}

// F is what a fuzz test is given.
type F struct {
	common
	deps    testDeps
	state   *testState
	fuzzing bool // -fuzz names it
	called  bool // Fuzz was called
	corpus  []corpusEntry
}

var _ TB = (*F)(nil)

// corpusEntry is an input: a file, or the values of Add. Package testdeps has the same type.
type corpusEntry = struct {
	Parent     string
	Path       string
	Data       []byte
	Values     []any
	Generation int
	IsSeed     bool
}

// supported are the types that are fuzzed.
var supported = map[reflect.Type]bool{
	reflect.TypeFor[[]byte]():  true,
	reflect.TypeFor[string]():  true,
	reflect.TypeFor[bool]():    true,
	reflect.TypeFor[byte]():    true,
	reflect.TypeFor[rune]():    true,
	reflect.TypeFor[float32](): true,
	reflect.TypeFor[float64](): true,
	reflect.TypeFor[int]():     true,
	reflect.TypeFor[int8]():    true,
	reflect.TypeFor[int16]():   true,
	reflect.TypeFor[int64]():   true,
	reflect.TypeFor[uint]():    true,
	reflect.TypeFor[uint16]():  true,
	reflect.TypeFor[uint32]():  true,
	reflect.TypeFor[uint64]():  true,
}

// Helper marks the function that calls it as a helper.
func (f *F) Helper() {
	if f.inFuzzBody {
		panic("testing: f.Helper was called inside the fuzz target, use t.Helper instead")
	}
	f.common.Helper()
}

// Fail marks the fuzz test as failed.
func (f *F) Fail() {
	if f.inFuzzBody {
		panic("testing: f.Fail was called inside the fuzz target, use t.Fail instead")
	}
	f.common.Fail()
}

// Skipped reports whether the fuzz test was skipped.
func (f *F) Skipped() bool {
	if f.inFuzzBody {
		panic("testing: f.Skipped was called inside the fuzz target, use t.Skipped instead")
	}
	return f.common.Skipped()
}

// Add adds an input to the corpus: the arguments of the function that Fuzz is given, without the T.
func (f *F) Add(args ...any) {
	var values []any
	for i := range args {
		if t := reflect.TypeOf(args[i]); !supported[t] {
			panic(fmt.Sprintf("testing: unsupported type to Add %v", t))
		}
		values = append(values, args[i])
	}
	f.corpus = append(f.corpus, corpusEntry{Values: values, IsSeed: true, Path: fmt.Sprintf("seed#%d", len(f.corpus))})
}

// Fuzz calls a function, whose first parameter is a *T, with each input of the corpus, and with -fuzz with many others.
// It comes last in a fuzz test.
func (f *F) Fuzz(ff any) {
	if f.called {
		panic("testing: F.Fuzz called more than once")
	}
	f.called = true
	if f.Failed() {
		return
	}
	fn := reflect.ValueOf(ff)
	types := fuzzedTypes(fn)
	entries := f.corpus
	if err := checkCorpus(f.corpus, types); err != nil {
		f.Fatal(err)
	}
	if f.deps != nil {
		stored, err := f.deps.ReadCorpus(filepath.Join(corpusDir, f.name), types)
		if err != nil {
			f.Fatal(err)
		}
		entries = append(entries, stored...)
	}
	run := func(entry corpusEntry, quiet bool) *T { return f.runEntry(fn, entry, quiet) }
	if f.fuzzing {
		f.fuzz(entries, types, run)
		return
	}
	for _, entry := range entries {
		name := filepath.Base(entry.Path)
		full, ok, _ := f.state.match.fullName(&f.common, name)
		if !ok || shouldFailFast() {
			continue
		}
		entry.Path = full
		run(entry, false)
	}
}

func fuzzedTypes(fn reflect.Value) []reflect.Type {
	t := fn.Type()
	if t.Kind() != reflect.Func {
		panic("testing: F.Fuzz must receive a function")
	}
	if t.NumIn() < 2 || t.In(0) != reflect.TypeFor[*T]() {
		panic("testing: fuzz target must receive at least two arguments, where the first argument is a *T")
	}
	if t.NumOut() != 0 {
		panic("testing: fuzz target must not return a value")
	}
	var types []reflect.Type
	for i := 1; i < t.NumIn(); i++ {
		if !supported[t.In(i)] {
			panic(fmt.Sprintf("testing: unsupported type for fuzzing %v", t.In(i)))
		}
		types = append(types, t.In(i))
	}
	return types
}

func checkCorpus(entries []corpusEntry, types []reflect.Type) error {
	for _, entry := range entries {
		if len(entry.Values) != len(types) {
			return fmt.Errorf("wrong number of values in corpus entry: %d, want %d", len(entry.Values), len(types))
		}
		var have []string
		same := true
		for i, value := range entry.Values {
			have = append(have, fmt.Sprint(reflect.TypeOf(value)))
			same = same && reflect.TypeOf(value) == types[i]
		}
		if !same {
			return fmt.Errorf("mismatched types in corpus entry: [%s], want %v", strings.Join(have, " "), types)
		}
	}
	return nil
}

// runEntry runs the function with one input, as a subtest.
func (f *F) runEntry(fn reflect.Value, entry corpusEntry, quiet bool) *T {
	t := newT(&f.common, f.state, entry.Path)
	t.barrier = nil
	t.w = nested{&t.common}
	if quiet {
		t.printer = nil
		t.quiet = true
		t.parent = &common{name: f.name, w: discard{}, signal: make(chan bool, 1)}
	}
	if t.printer != nil {
		t.printer.update(t.name, "=== RUN   "+t.name+"\n")
	}
	f.hasSub.Store(true)
	f.inFuzzBody = true
	go tRunner(t, func(t *T) {
		args := []reflect.Value{reflect.ValueOf(t)}
		for _, value := range entry.Values {
			args = append(args, reflect.ValueOf(value))
		}
		fn.Call(args)
	})
	<-t.signal
	f.inFuzzBody = false
	if t.printer != nil && t.printer.json {
		t.printer.update(f.name, "=== NAME  "+f.name+"\n")
	}
	return t
}

// runFuzzTests runs the corpus of each fuzz test.
func runFuzzTests(deps testDeps, targets []InternalFuzzTarget, deadline time.Time) (ran, ok bool) {
	ok = true
	if len(targets) == 0 {
		return false, true
	}
	m := newMatcher(deps.MatchString, *match, "-test.run", *skip)
	if cpuList == nil {
		parseCPUList()
	}
	for range cpuList {
		for i := uint(0); i < *count; i++ {
			if shouldFailFast() || (i > 0 && !ran) {
				break
			}
			state := newTestState(*parallel, m)
			state.deadline = deadline
			root := rootT(state, deps.ImportPath())
			for _, target := range targets {
				if shouldFailFast() {
					break
				}
				name, matched, _ := m.fullName(nil, target.Name)
				if !matched {
					continue
				}
				if *matchFuzz != "" {
					if fuzzed, _ := deps.MatchString(*matchFuzz, target.Name); fuzzed {
						// It is run below, its corpus first.
						continue
					}
				}
				f := newF(deps, state, &root.common, name)
				fRunner(f, target.Fn)
				ran = true
			}
			ok = ok && !root.Failed()
			ran = ran || root.ran
		}
	}
	return ran, ok
}

func newF(deps testDeps, state *testState, parent *common, name string) *F {
	f := &F{deps: deps, state: state}
	f.common = common{
		signal: make(chan bool, 1), barrier: make(chan bool), name: name, parent: parent, level: parent.level + 1,
		printer: parent.printer, importPath: parent.importPath,
	}
	f.w = nested{&f.common}
	f.newContext()
	return f
}

// fRunner runs a fuzz test on its goroutine and waits for it.
func fRunner(f *F, fn func(*F)) {
	if f.printer != nil {
		f.printer.update(f.name, "=== RUN   "+f.name+"\n")
	}
	runningTests.Store(f.name, time.Now())
	go func() {
		defer f.finish()
		defer func() { f.runCleanups(passOn) }()
		f.start = time.Now()
		fn(f)
		f.mu.Lock()
		f.finished = true
		f.mu.Unlock()
	}()
	<-f.signal
}

// finish reports a fuzz test whose function is over.
func (f *F) finish() {
	problem := recover()
	f.inFuzzBody = false
	if problem == nil {
		f.mu.Lock()
		finished := f.finished
		f.mu.Unlock()
		if f.Failed() {
			numFailed.Add(1)
		}
		if !finished && !f.Failed() && !f.Skipped() {
			problem = errGoexit
		}
	}
	f.duration += time.Since(f.start)
	if problem != nil {
		f.Fail()
		f.reportToParent("--- FAIL: " + f.name + " (" + formatSeconds(f.duration) + ")\n")
		panic(problem)
	}
	how := "PASS"
	if f.Failed() {
		how = "FAIL"
	} else if f.Skipped() {
		how = "SKIP"
	}
	if how == "FAIL" || f.printer != nil {
		f.reportToParent("--- " + how + ": " + f.name + " (" + formatSeconds(f.duration) + ")\n")
	}
	f.mu.Lock()
	f.done = true
	f.mu.Unlock()
	f.setRan()
	runningTests.Delete(f.name)
	f.signal <- true
}

// runFuzzing fuzzes the one test that -fuzz names.
func runFuzzing(deps testDeps, targets []InternalFuzzTarget) bool {
	if *matchFuzz == "" || len(targets) == 0 {
		return true
	}
	var found []InternalFuzzTarget
	var names []string
	for _, target := range targets {
		if ok, _ := deps.MatchString(*matchFuzz, target.Name); ok {
			found = append(found, target)
			names = append(names, target.Name)
		}
	}
	if len(found) == 0 {
		fmt.Fprintln(os.Stderr, "testing: warning: no fuzz tests to fuzz")
		return true
	}
	if len(found) > 1 {
		fmt.Fprintf(os.Stderr, "testing: will not fuzz, -fuzz matches more than one fuzz test: %v\n", names)
		return false
	}
	state := newTestState(1, newMatcher(deps.MatchString, "", "-test.fuzz", ""))
	state.fuzzing = true
	root := rootT(state, deps.ImportPath())
	f := newF(deps, state, &root.common, found[0].Name)
	f.fuzzing = true
	fRunner(f, found[0].Fn)
	return !f.Failed()
}
