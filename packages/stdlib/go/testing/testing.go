// Package testing runs the tests, benchmarks, fuzz tests and examples that `goes test` finds in files whose names end
// in _test.go.
package testing

import (
	"context"
	"io"
	"runtime"
	"sync/atomic"
)

// Testing reports whether the program was made by `goes test`.
func Testing() bool { return isTestBinary }

// isTestBinary is set by MainStart, before any test runs, and by package testdeps, before the packages' initialisers.
var isTestBinary bool

// AllocsPerRun returns how many allocations a call of f makes on average; f is called once before counting begins.
func AllocsPerRun(runs int, f func()) (avg float64) {
	if parallelRunning.Load() > 0 {
		panic("testing: AllocsPerRun called during parallel test")
	}
	f()
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	before := stats.Mallocs
	for range runs {
		f()
	}
	runtime.ReadMemStats(&stats)
	// A whole number, as what others do now and then counts for nothing.
	return float64((stats.Mallocs - before) / uint64(runs))
}

// parallelRunning counts the tests that called Parallel and have not ended.
var parallelRunning atomic.Int32

// numFailed counts the tests and benchmarks that have failed.
var numFailed atomic.Uint32

func shouldFailFast() bool { return *failFast && numFailed.Load() > 0 }

// TB is what T, B and F have in common.
type TB interface {
	ArtifactDir() string
	Attr(key, value string)
	Cleanup(func())
	Error(args ...any)
	Errorf(format string, args ...any)
	Fail()
	FailNow()
	Failed() bool
	Fatal(args ...any)
	Fatalf(format string, args ...any)
	Helper()
	Log(args ...any)
	Logf(format string, args ...any)
	Name() string
	Setenv(key, value string)
	Chdir(dir string)
	Skip(args ...any)
	SkipNow()
	Skipf(format string, args ...any)
	Skipped() bool
	TempDir() string
	Context() context.Context
	Output() io.Writer

	// Only this package makes some: methods may be added.
	private()
}

var (
	_ TB = (*T)(nil)
	_ TB = (*B)(nil)
)
