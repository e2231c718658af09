package testing

import (
	"context"
	"fmt"
	"io"
	"runtime"
	"sync"
	"sync/atomic"
	"time"
)

// common is what tests, benchmarks and fuzz tests share.
type common struct {
	mu      sync.Mutex
	w       io.Writer // where the reports of its subtests go
	output  []byte    // what is printed once the test has failed, or at once if chatty
	partial []byte    // the end of what was written to Output, still without its newline
	ran     bool      // it, or one of its subtests, has run to its end
	failed  bool
	skipped bool
	done    bool // its report is out
	helpers map[uintptr]bool

	cleanups       []func()
	cleanupStarted atomic.Bool
	cleaning       bool // its cleanups are running: their lines are told by where they were registered
	cleanupPC      uintptr

	printer    *printer
	bench      bool
	hasSub     atomic.Bool
	finished   bool // the function came to its end, or to FailNow or SkipNow
	inFuzzBody bool

	parent      *common
	level       int
	name        string
	start       time.Time
	duration    time.Duration
	barrier     chan bool // closed when parallel subtests may go on
	signal      chan bool // that a test is done, or waits for its turn to be parallel
	sub         []*T      // parallel subtests
	importPath  string
	quiet       bool // what it prints is kept for whoever has run it
	quietOutput string

	isParallel bool
	denied     string // the method that may not be used together with Parallel

	tempDir    string
	tempDirErr error
	tempDirSeq int
	artifacts  string

	ctx    context.Context
	cancel context.CancelFunc
}

func (c *common) private() {}

// Name returns the name of the test: those of its parents before it, with slashes between.
func (c *common) Name() string { return c.name }

func (c *common) setRan() {
	if c.parent != nil {
		c.parent.setRan()
	}
	c.mu.Lock()
	c.ran = true
	c.mu.Unlock()
}

// Fail marks the test as failed; it goes on.
func (c *common) Fail() {
	if c.parent != nil {
		c.parent.Fail()
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.done {
		panic("Fail in goroutine after " + c.name + " has completed")
	}
	c.failed = true
}

// Failed reports whether the test has failed.
func (c *common) Failed() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.failed
}

// FailNow marks the test as failed and ends it, by runtime.Goexit.
func (c *common) FailNow() {
	c.checkFuzzBody("FailNow")
	c.Fail()
	c.finishNow()
}

func (c *common) finishNow() {
	c.mu.Lock()
	c.finished = true
	c.mu.Unlock()
	runtime.Goexit()
}

// Log formats its arguments as Println does and keeps that as a line of the test's output.
func (c *common) Log(args ...any) {
	c.checkFuzzBody("Log")
	c.logDepth(fmt.Sprintln(args...), 2)
}

// Logf is Log with a format.
func (c *common) Logf(format string, args ...any) {
	c.checkFuzzBody("Logf")
	c.logDepth(fmt.Sprintf(format, args...), 2)
}

// Error is Log and Fail.
func (c *common) Error(args ...any) {
	c.checkFuzzBody("Error")
	c.logDepth(fmt.Sprintln(args...), 2)
	c.Fail()
}

// Errorf is Logf and Fail.
func (c *common) Errorf(format string, args ...any) {
	c.checkFuzzBody("Errorf")
	c.logDepth(fmt.Sprintf(format, args...), 2)
	c.Fail()
}

// Fatal is Log and FailNow.
func (c *common) Fatal(args ...any) {
	c.checkFuzzBody("Fatal")
	c.logDepth(fmt.Sprintln(args...), 2)
	c.FailNow()
}

// Fatalf is Logf and FailNow.
func (c *common) Fatalf(format string, args ...any) {
	c.checkFuzzBody("Fatalf")
	c.logDepth(fmt.Sprintf(format, args...), 2)
	c.FailNow()
}

// Skip is Log and SkipNow.
func (c *common) Skip(args ...any) {
	c.checkFuzzBody("Skip")
	c.logDepth(fmt.Sprintln(args...), 2)
	c.SkipNow()
}

// Skipf is Logf and SkipNow.
func (c *common) Skipf(format string, args ...any) {
	c.checkFuzzBody("Skipf")
	c.logDepth(fmt.Sprintf(format, args...), 2)
	c.SkipNow()
}

// SkipNow marks the test as skipped and ends it. One that has failed before has still failed.
func (c *common) SkipNow() {
	c.checkFuzzBody("SkipNow")
	c.mu.Lock()
	c.skipped = true
	c.mu.Unlock()
	c.finishNow()
}

// Skipped reports whether the test was skipped.
func (c *common) Skipped() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.skipped
}

// checkFuzzBody refuses methods of an F within the function that is fuzzed.
func (c *common) checkFuzzBody(name string) {
	if c.inFuzzBody {
		panic(fmt.Sprintf("testing: f.%s was called inside the fuzz target, use t.%s instead", name, name))
	}
}

// Cleanup registers a function that is called when the test and all its subtests are done; the last one comes first.
func (c *common) Cleanup(f func()) {
	c.checkFuzzBody("Cleanup")
	var pc [1]uintptr
	runtime.Callers(2, pc[:])
	c.mu.Lock()
	defer c.mu.Unlock()
	c.cleanups = append(c.cleanups, func() {
		c.mu.Lock()
		c.cleanupPC = pc[0]
		c.mu.Unlock()
		f()
	})
}

// onPanic says what happens when a cleanup panics.
type onPanic int

const (
	passOn onPanic = iota
	giveBack
)

// runCleanups calls the functions that are registered, also those that are registered meanwhile.
func (c *common) runCleanups(how onPanic) (panicked any) {
	c.cleanupStarted.Store(true)
	defer c.cleanupStarted.Store(false)
	if how == giveBack {
		defer func() { panicked = recover() }()
	}
	// If one panics, the others run all the same.
	defer func() {
		c.mu.Lock()
		more := len(c.cleanups) > 0
		c.cleaning = false
		c.mu.Unlock()
		if more {
			c.runCleanups(passOn)
		}
	}()
	c.mu.Lock()
	cancel := c.cancel
	c.cleaning = true
	c.mu.Unlock()
	if cancel != nil {
		cancel()
	}
	for {
		c.mu.Lock()
		last := len(c.cleanups) - 1
		var cleanup func()
		if last >= 0 {
			cleanup = c.cleanups[last]
			c.cleanups = c.cleanups[:last]
		}
		c.mu.Unlock()
		if cleanup == nil {
			return nil
		}
		cleanup()
	}
}

// Context returns a context that is cancelled just before the functions of Cleanup are called.
func (c *common) Context() context.Context {
	c.checkFuzzBody("Context")
	return c.ctx
}

// Attr adds an attribute to the results of the test.
func (c *common) Attr(key, value string) {
	c.checkFuzzBody("Attr")
	if hasSpace(key) {
		c.Errorf("disallowed whitespace in attribute key %q", key)
		return
	}
	if hasNewline(value) {
		c.Errorf("disallowed newline in attribute value %q", value)
		return
	}
	if c.printer == nil {
		return
	}
	c.printer.update(c.name, fmt.Sprintf("=== ATTR  %s %v %v\n", c.name, key, value))
}

func (c *common) newContext() {
	c.ctx, c.cancel = context.WithCancel(context.Background())
}
