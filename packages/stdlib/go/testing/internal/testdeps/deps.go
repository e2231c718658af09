// Package testdeps gives package testing what it cannot import itself: the packages that it would need have tests, too.
package testdeps

import (
	"errors"
	"io"
	"os"
	"reflect"
	"time"

	"internal/testlog"
	"testing/internal/pattern"
)

// Paths of what is tested; the main function that `goes test` makes sets them.
var (
	ImportPath string
	ModulePath string
)

// TestDeps has the methods that testing.MainStart asks for.
type TestDeps struct{}

func (TestDeps) ImportPath() string { return ImportPath }
func (TestDeps) ModulePath() string { return ModulePath }

var (
	lastText    string
	lastPattern *pattern.Pattern
)

// MatchString reports whether a name matches a regular expression.
func (TestDeps) MatchString(pat, str string) (bool, error) {
	if lastPattern == nil || lastText != pat {
		compiled, err := pattern.Compile(pat)
		if err != nil {
			return false, err
		}
		lastText, lastPattern = pat, compiled
	}
	return lastPattern.Match(str), nil
}

func (TestDeps) SetPanicOnExit0(on bool) { testlog.SetPanicOnExit0(on) }

var errNoProfiles = errors.New("profiles are not supported on this target")

func (TestDeps) StartCPUProfile(w io.Writer) error              { return errNoProfiles }
func (TestDeps) StopCPUProfile()                                {}
func (TestDeps) WriteProfileTo(string, io.Writer, int) error    { return errNoProfiles }
func (TestDeps) StartTestLog(w io.Writer)                       {}
func (TestDeps) StopTestLog() error                             { return nil }
func (TestDeps) ResetCoverage()                                 {}
func (TestDeps) SnapshotCoverage()                              {}
func (TestDeps) CheckCorpus(v []any, t []reflect.Type) error    { return nil }
func (TestDeps) RunFuzzWorker(fn func(corpusEntry) error) error { return errNoWorkers }

var errNoWorkers = errors.New("fuzz tests run in one process")

type corpusEntry = struct {
	Parent     string
	Path       string
	Data       []byte
	Values     []any
	Generation int
	IsSeed     bool
}

func (TestDeps) CoordinateFuzzing(limit time.Duration, limitRuns int64, minimize time.Duration, minimizeRuns int64, parallel int, seed []corpusEntry, types []reflect.Type, corpusDir, cacheDir string) error {
	return errNoWorkers
}

func (TestDeps) InitRuntimeCoverage() (mode string, tearDown func(string, string) (string, error), snapcov func() float64) {
	return "", nil, nil
}

// ReadCorpus reads the files of a directory, each an input of a fuzz test; without the directory there are none.
func (TestDeps) ReadCorpus(dir string, types []reflect.Type) ([]corpusEntry, error) {
	files, err := os.ReadDir(dir)
	if os.IsNotExist(err) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return readEntries(dir, files, types)
}
