package testing

import (
	"errors"
	"fmt"
	"os"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"
	_ "unsafe" // for go:linkname
)

// T is what a test is given.
type T struct {
	common
	state    *testState
	returned bool      // the function has returned
	trace    []uintptr // the calls when it has panicked
}

// InternalTest is a test function, as the main function that `goes test` makes lists them.
type InternalTest struct {
	Name string
	F    func(*T)
}

// testState is what the tests of one run share: their names, and how many run in parallel.
type testState struct {
	match    *matcher
	deadline time.Time
	fuzzing  bool

	mu          sync.Mutex
	start       chan bool // tells a waiting test that it may run
	running     int
	waiting     int
	maxParallel int
}

func newTestState(maxParallel int, match *matcher) *testState {
	return &testState{match: match, start: make(chan bool), maxParallel: maxParallel, running: 1}
}

// waitParallel waits until one more test may run.
func (s *testState) waitParallel() {
	s.mu.Lock()
	if s.running < s.maxParallel {
		s.running++
		s.mu.Unlock()
		return
	}
	s.waiting++
	s.mu.Unlock()
	<-s.start
}

// release lets another test run.
func (s *testState) release() {
	s.mu.Lock()
	if s.waiting == 0 {
		s.running--
		s.mu.Unlock()
		return
	}
	s.waiting--
	s.mu.Unlock()
	s.start <- true
}

// runningTests are the tests that run, for the message of a timeout.
var runningTests sync.Map // string → time.Time

// Parallel lets the test run side by side with other parallel tests. Its parent's function ends first.
func (t *T) Parallel() {
	if t.isParallel {
		panic("testing: t.Parallel called multiple times")
	}
	if t.denied != "" {
		panic("testing: test using " + t.denied + " can not use t.Parallel")
	}
	if t.parent.barrier == nil {
		// The corpus of a fuzz test.
		return
	}
	t.isParallel = true
	// What the test waits is not its own time.
	t.duration += time.Since(t.start)
	t.parent.sub = append(t.parent.sub, t)
	if t.printer != nil {
		t.printer.update(t.name, "=== PAUSE "+t.name+"\n")
	}
	runningTests.Delete(t.name)
	t.signal <- true
	<-t.parent.barrier
	t.state.waitParallel()
	parallelRunning.Add(1)
	if t.printer != nil {
		t.printer.update(t.name, "=== CONT  "+t.name+"\n")
	}
	runningTests.Store(t.name, time.Now())
	t.start = time.Now()
}

// Setenv sets an environment variable until the end of the test.
func (t *T) Setenv(key, value string) {
	t.refuseParallel("t.Setenv")
	t.common.Setenv(key, value)
}

// Chdir changes the working directory until the end of the test.
func (t *T) Chdir(dir string) {
	t.refuseParallel("t.Chdir")
	t.common.Chdir(dir)
}

// refuseParallel panics in tests that share their process with others at the time.
func (t *T) refuseParallel(method string) {
	for c := &t.common; c != nil; c = c.parent {
		if c.isParallel {
			panic("testing: test using " + method + " can not use t.Parallel")
		}
	}
	t.denied = method
}

// Deadline returns when the tests time out, and whether they do.
func (t *T) Deadline() (deadline time.Time, ok bool) {
	return t.state.deadline, !t.state.deadline.IsZero()
}

// Run runs f as a subtest and reports whether it succeeded; of one that is parallel, whether it had failed before that.
func (t *T) Run(name string, f func(t *T)) bool {
	if t.cleanupStarted.Load() {
		panic("testing: t.Run called during t.Cleanup")
	}
	t.hasSub.Store(true)
	full, ok, _ := t.state.match.fullName(&t.common, name)
	if !ok || shouldFailFast() {
		return true
	}
	sub := newT(&t.common, t.state, full)
	sub.w = nested{&sub.common}
	return sub.start1(f)
}

func newT(parent *common, state *testState, name string) *T {
	t := &T{state: state}
	t.common = common{
		barrier:    make(chan bool),
		signal:     make(chan bool, 1),
		name:       name,
		parent:     parent,
		level:      parent.level + 1,
		printer:    parent.printer,
		importPath: parent.importPath,
	}
	t.newContext()
	return t
}

// start1 starts a test on its goroutine and waits for it, or until it is parallel.
func (t *T) start1(f func(t *T)) bool {
	if t.printer != nil {
		t.printer.update(t.name, "=== RUN   "+t.name+"\n")
	}
	runningTests.Store(t.name, time.Now())
	go tRunner(t, f)
	if !<-t.signal {
		// A subtest has ended its parent by FailNow: so all above it end.
		runtime.Goexit()
	}
	if t.printer != nil && t.printer.json && t.parent.name != "" {
		t.printer.update(t.parent.name, "=== NAME  "+t.parent.name+"\n")
	}
	return !t.Failed()
}

var errGoexit = errors.New("test executed panic(nil) or runtime.Goexit")

func tRunner(t *T, f func(t *T)) {
	defer func() {
		if t.Failed() {
			numFailed.Add(1)
		}
		problem := recover()
		t.mu.Lock()
		finished := t.finished
		t.mu.Unlock()
		signal := true
		if !finished && problem == nil {
			problem = errGoexit
			for p := t.parent; p != nil; p = p.parent {
				p.mu.Lock()
				finished = p.finished
				p.mu.Unlock()
				if finished {
					t.Errorf("%v: subtest may have called FailNow on a parent test", problem)
					problem = nil
					signal = false
					break
				}
			}
		}
		if problem != nil && t.state.fuzzing {
			// The fuzz test reports a panic as a failure of its input.
			t.Errorf("panic: %v\n%s", problem, stackText())
			t.mu.Lock()
			t.finished = true
			t.mu.Unlock()
			problem = nil
		}
		if problem != nil {
			t.die(problem)
		}
		defer func() {
			runningTests.Delete(t.name)
			if t.isParallel {
				parallelRunning.Add(-1)
			}
			t.signal <- signal
		}()
		t.complete()
	}()
	defer func() {
		if len(t.sub) == 0 {
			t.runCleanups(passOn)
		}
	}()
	t.start = time.Now()
	callTest(t, f)
	t.mu.Lock()
	t.finished = true
	t.mu.Unlock()
}

// callTest calls the function of a test. While a panic is on its way the frames that it came from are there only as long as
// no deferred call has waited: so the trace is taken here.
//
//go:noinline
func callTest(t *T, f func(t *T)) {
	defer noteTrace(t)
	f(t)
	t.returned = true
}

func noteTrace(t *T) {
	if !t.returned && !t.finished {
		var pcs [100]uintptr
		t.trace = append(t.trace, pcs[:runtime.Callers(1, pcs[:])]...)
	}
}

// complete waits for the parallel subtests and reports.
func (t *T) complete() {
	t.duration += time.Since(t.start)
	if len(t.sub) > 0 {
		t.state.release()
		runningTests.Delete(t.name)
		close(t.barrier)
		for _, sub := range t.sub {
			<-sub.signal
		}
		start := time.Now()
		runningTests.Store(t.name, start)
		problem := t.runCleanups(giveBack)
		t.duration += time.Since(start)
		if problem != nil {
			t.die(problem)
		}
		if !t.isParallel {
			t.state.waitParallel()
		}
	} else if t.isParallel {
		t.state.release()
	}
	t.report()
	t.mu.Lock()
	t.done = true
	t.mu.Unlock()
	if t.parent != nil && !t.hasSub.Load() {
		t.setRan()
	}
}

// die reports the test and all above it as failed and panics.
func (t *T) die(problem any) {
	t.Fail()
	if r := t.runCleanups(giveBack); r != nil {
		t.Logf("cleanup panicked with %v", r)
	}
	// The output of all above it is printed, since nothing else will do it.
	for c := &t.common; c.parent != nil; c = c.parent {
		c.mu.Lock()
		c.duration += time.Since(c.start)
		d := c.duration
		c.mu.Unlock()
		c.reportToParent("--- FAIL: " + c.name + " (" + formatSeconds(d) + ")\n")
		if r := c.parent.runCleanups(giveBack); r != nil {
			fmt.Printf("cleanup panicked with %v", r)
		}
	}
	if t.trace == nil || problem == errGoexit {
		panic(problem)
	}
	fatal(problem, t.trace)
}

//go:linkname printPanicValue runtime.printPanicValue
func printPanicValue(value any)

// fatal ends the program as a panic does that was recovered and raised again, with the trace of where it came from.
func fatal(problem any, trace []uintptr) {
	print("panic: ")
	switch v := problem.(type) {
	case error:
		print(strings.ReplaceAll(v.Error(), "\n", "\n\t"))
	case fmt.Stringer:
		print(strings.ReplaceAll(v.String(), "\n", "\n\t"))
	default:
		printPanicValue(problem)
	}
	print(" [recovered, repanicked]\n")
	if err, ok := problem.(runtime.Error); ok && strings.HasSuffix(err.Error(), "nil pointer dereference") {
		print("[signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x0]\n")
	}
	print("\n", panicTrace(trace))
	os.Exit(2)
}

// panicTrace is the trace of calls, from that of panic on.
func panicTrace(calls []uintptr) string {
	header, _, _ := strings.Cut(stackText(), "\n")
	text := header + "\n"
	frames := runtime.CallersFrames(calls)
	for range calls {
		frame, more := frames.Next()
		function := frame.Function + "(...)"
		if frame.Function == "runtime.panicValue" {
			// What is above it ran this function.
			function, text = "panic({...})", header+"\n"
		}
		text += fmt.Sprintf("%s\n\t%s:%d\n", function, frame.File, frame.Line)
		if !more {
			break
		}
	}
	return text
}

func (t *T) report() {
	if t.parent == nil {
		return
	}
	how := "PASS"
	switch {
	case t.Failed():
		how = "FAIL"
	case t.printer == nil:
		return
	case t.Skipped():
		how = "SKIP"
	}
	t.reportToParent("--- " + how + ": " + t.name + " (" + formatSeconds(t.duration) + ")\n")
}

func stackOfAll() string {
	buffer := make([]byte, 1<<20)
	return string(buffer[:runtime.Stack(buffer, true)])
}

func stackText() string {
	buffer := make([]byte, 64<<10)
	return string(buffer[:runtime.Stack(buffer, false)])
}

// RunTests runs tests: for those who make their own main function.
func RunTests(matchString func(pat, str string) (bool, error), tests []InternalTest) (ok bool) {
	var deadline time.Time
	if *timeout > 0 {
		deadline = time.Now().Add(*timeout)
	}
	ran, ok := runTests(matchString, tests, deadline, "")
	if !ran && !haveExamples {
		fmt.Fprintln(os.Stderr, "testing: warning: no tests to run")
	}
	return ok
}

// haveExamples says that there are examples, so that no tests need no warning.
var haveExamples bool

func runTests(matchString func(pat, str string) (bool, error), tests []InternalTest, deadline time.Time, importPath string) (ran, ok bool) {
	ok = true
	if cpuList == nil {
		parseCPUList()
	}
	for range cpuList {
		for i := uint(0); i < *count; i++ {
			if shouldFailFast() {
				break
			}
			if i > 0 && !ran {
				// There are no tests: they need not be counted again.
				break
			}
			state := newTestState(*parallel, newMatcher(matchString, *match, "-test.run", *skip))
			state.deadline = deadline
			root := rootT(state, importPath)
			tRunner(root, func(t *T) {
				for _, test := range tests {
					t.Run(test.Name, test.F)
				}
			})
			select {
			case <-root.signal:
			default:
				panic("internal error: tRunner exited without sending on t.signal")
			}
			ok = ok && !root.Failed()
			ran = ran || root.ran
		}
	}
	return ran, ok
}

// rootT is the parent of all tests.
func rootT(state *testState, importPath string) *T {
	t := &T{state: state}
	t.common = common{signal: make(chan bool, 1), barrier: make(chan bool), w: os.Stdout, importPath: importPath}
	t.printer = newPrinter()
	t.newContext()
	return t
}

// timedOut panics with the tests that run.
func timedOut() {
	var list []string
	now := time.Now()
	runningTests.Range(func(name, started any) bool {
		list = append(list, fmt.Sprintf("%s (%v)", name, now.Sub(started.(time.Time)).Round(time.Second)))
		return true
	})
	slices.Sort(list)
	text := ""
	if len(list) > 0 {
		text = "\nrunning tests:\n\t" + strings.Join(list, "\n\t")
	}
	print("panic: ", strings.ReplaceAll(fmt.Sprintf("test timed out after %v%s", *timeout, text), "\n", "\n\t"), "\n\n", stackOfAll())
	os.Exit(2)
}
