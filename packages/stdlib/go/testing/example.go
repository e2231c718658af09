package testing

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"time"
	_ "unsafe" // for go:linkname
)

// InternalExample is an example, as the main function that `goes test` makes lists them.
type InternalExample struct {
	Name      string
	F         func()
	Output    string
	Unordered bool
}

// RunExamples runs examples: for those who make their own main function.
func RunExamples(matchString func(pat, str string) (bool, error), examples []InternalExample) (ok bool) {
	_, ok = runExamples(matchString, examples)
	return ok
}

func runExamples(matchString func(pat, str string) (bool, error), examples []InternalExample) (ran, ok bool) {
	ok = true
	m := newMatcher(matchString, *match, "-test.run", *skip)
	for _, example := range examples {
		_, matched, _ := m.fullName(nil, example.Name)
		if !matched {
			continue
		}
		ran = true
		if !runExample(example) {
			ok = false
			numFailed.Add(1)
		}
		if shouldFailFast() {
			break
		}
	}
	return ran, ok
}

// captured makes a file that keeps what is written to it; package os has it.
//
//go:linkname captured os.captured
func captured(into *[]byte) *os.File

func runExample(example InternalExample) (ok bool) {
	if chatty.on {
		fmt.Printf("%s=== RUN   %s\n", chatty.prefix(), example.Name)
	}
	out := os.Stdout
	var text []byte
	os.Stdout = captured(&text)
	start := time.Now()
	finished := false
	defer func() {
		duration := time.Since(start)
		problem := recover()
		os.Stdout = out
		ok = example.report(string(text), duration, finished, problem)
	}()
	example.F()
	finished = true
	return
}

// report compares what an example has printed with what it is to print.
func (example *InternalExample) report(got string, duration time.Duration, finished bool, problem any) bool {
	seconds := formatSeconds(duration)
	got = strings.TrimSpace(got)
	want := strings.TrimSpace(example.Output)
	fail := ""
	if example.Unordered {
		if sortLines(got) != sortLines(want) && problem == nil {
			fail = fmt.Sprintf("got:\n%s\nwant (unordered):\n%s\n", got, example.Output)
		}
	} else if got != want && problem == nil {
		fail = fmt.Sprintf("got:\n%s\nwant:\n%s\n", got, want)
	}
	if fail != "" || !finished || problem != nil {
		fmt.Printf("%s--- FAIL: %s (%s)\n%s", chatty.prefix(), example.Name, seconds, fail)
	} else if chatty.on {
		fmt.Printf("%s--- PASS: %s (%s)\n", chatty.prefix(), example.Name, seconds)
	}
	if chatty.on && chatty.json {
		fmt.Printf("%s=== NAME   \n", chatty.prefix())
	}
	if problem != nil {
		panic(problem)
	} else if !finished {
		panic(errGoexit)
	}
	return fail == ""
}

func sortLines(text string) string {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	for i, line := range lines {
		lines[i] = strings.TrimSpace(line)
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}
