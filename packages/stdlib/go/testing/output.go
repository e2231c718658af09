package testing

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"time"
	"unicode"
)

const indentation = "    "

// printer prints what tests have to say at once (-v), with lines that tell which test it is.
type printer struct {
	mu   sync.Mutex
	w    io.Writer
	last string // the test whose output was the last
	json bool
}

func newPrinter() *printer {
	if !chatty.on {
		return nil
	}
	return &printer{w: os.Stdout, json: chatty.json}
}

func (p *printer) prefix() string {
	if p != nil && p.json {
		return marker
	}
	return ""
}

// update prints a line that says itself which test it is about.
func (p *printer) update(name, text string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.last = name
	io.WriteString(p.w, p.prefix()+text)
}

// print prints output of a test.
func (p *printer) print(name, text string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.last == "" {
		p.last = name
	} else if p.last != name {
		io.WriteString(p.w, p.prefix()+"=== NAME  "+name+"\n")
		p.last = name
	}
	io.WriteString(p.w, text)
}

// nested is where subtests of a test write: indented, to its output.
type nested struct{ c *common }

func (n nested) Write(b []byte) (int, error) {
	size := len(b)
	for len(b) > 0 {
		end := bytes.IndexByte(b, '\n') + 1
		if end == 0 {
			end = len(b)
		}
		line := b[:end]
		b = b[end:]
		// A line for the program that makes JSON of all begins with its marker.
		if line[0] == marker[0] {
			n.c.output = append(n.c.output, marker[0])
			line = line[1:]
		}
		n.c.output = append(n.c.output, indentation...)
		n.c.output = append(n.c.output, line...)
	}
	return size, nil
}

// report prints the first line of a test's report, and what it has printed below it, to where its parent wants it.
func (c *common) reportToParent(line string) {
	c.flushPartial()
	p := c.parent
	p.mu.Lock()
	defer p.mu.Unlock()
	c.mu.Lock()
	defer c.mu.Unlock()
	text := line + string(c.output)
	if c.quiet {
		c.quietOutput = string(c.output)
	}
	c.output = nil
	if c.printer != nil && (p.w == c.printer.w || c.printer.json) {
		c.printer.update(c.name, text)
	} else {
		io.WriteString(p.w, c.printer.prefix()+text)
	}
}

// logDepth logs a text; depth is how many calls are between it and the function that the line is told of.
func (c *common) logDepth(text string, depth int) {
	text = strings.TrimSuffix(text, "\n")
	c.emit(c.place(depth+1)+strings.ReplaceAll(text, "\n", "\n"+indentation)+"\n", text)
}

// emit prints lines or keeps them; they are indented. `shown` is what a panic says if the test is over.
func (c *common) emit(lines, shown string) {
	c.mu.Lock()
	if c.done {
		c.mu.Unlock()
		// A test that has ended has a parent that may not.
		for parent := c.parent; parent != nil; parent = parent.parent {
			parent.mu.Lock()
			if !parent.done {
				parent.output = appendIndented(parent.output, lines)
				parent.mu.Unlock()
				return
			}
			parent.mu.Unlock()
		}
		panic("Log in goroutine after " + c.name + " has completed: " + shown)
	}
	defer c.mu.Unlock()
	if c.printer == nil {
		c.output = appendIndented(c.output, lines)
		return
	}
	text := string(appendIndented(nil, lines))
	if c.bench {
		// Benchmarks say their names themselves.
		io.WriteString(c.printer.w, text)
		return
	}
	c.printer.print(c.name, text)
}

func appendIndented(out []byte, lines string) []byte {
	for line := range strings.Lines(lines) {
		out = append(out, indentation...)
		out = append(out, line...)
	}
	return out
}

// place returns "file:line: " of the call that is logged, helpers left out; depth is how many calls are between it and place.
func (c *common) place(depth int) string {
	var pcs [50]uintptr
	n := runtime.Callers(depth+1, pcs[:])
	c.mu.Lock()
	helpers := c.helpers
	cleaning := c.cleaning
	cleanupPC := c.cleanupPC
	c.mu.Unlock()
	var first, found runtime.Frame
	var names map[string]bool
	frames := runtime.CallersFrames(pcs[:n])
	for i := 0; i < n; i++ {
		frame, _ := frames.Next()
		if i == 0 {
			first = frame
			if len(helpers) == 0 && !cleaning {
				found = frame
				break
			}
			names = helperNames(helpers)
		}
		if cleaning && frame.Function == "testing.(*common).Cleanup.func1" {
			// The cleanup itself was a helper: what counts is where it was registered.
			at, _ := runtime.CallersFrames([]uintptr{cleanupPC}).Next()
			found = at
			break
		}
		if frame.Function == "testing.tRunner" {
			// The whole test is a helper.
			found = first
			break
		}
		if !names[frame.Function] {
			found = frame
			break
		}
	}
	if found.PC == 0 {
		found = first
	}
	if found.File == "" {
		return "???:1: "
	}
	file := found.File
	if fullPath == nil || !*fullPath {
		file = filepath.Base(file)
	}
	return fmt.Sprintf("%s:%d: ", file, max(found.Line, 1))
}

func helperNames(helpers map[uintptr]bool) map[string]bool {
	names := make(map[string]bool)
	for pc := range helpers {
		frame, _ := runtime.CallersFrames([]uintptr{pc}).Next()
		names[frame.Function] = true
	}
	return names
}

// Helper marks the function that calls it as a helper: lines are told of the calls of it.
func (c *common) Helper() {
	c.checkFuzzBody("Helper")
	var pc [1]uintptr
	if runtime.Callers(2, pc[:]) == 0 {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.helpers == nil {
		c.helpers = make(map[uintptr]bool)
	}
	c.helpers[pc[0]] = true
}

// Output returns what is written to the output of the test, like Log but without a place.
func (c *common) Output() io.Writer {
	c.checkFuzzBody("Output")
	return lines{c}
}

// lines is the writer of Output: whole lines are printed, the rest waits for its newline.
type lines struct{ c *common }

func (l lines) Write(b []byte) (int, error) {
	c := l.c
	c.mu.Lock()
	done := c.done
	text := append(c.partial, b...)
	end := bytes.LastIndexByte(text, '\n') + 1
	c.partial = append([]byte(nil), text[end:]...)
	c.mu.Unlock()
	if done {
		for parent := c.parent; parent != nil; parent = parent.parent {
			parent.mu.Lock()
			over := parent.done
			parent.mu.Unlock()
			if !over {
				return lines{parent}.Write(b)
			}
		}
		panic("Write called after " + c.name + " has completed")
	}
	if end > 0 {
		c.emit(string(text[:end]), string(text[:end]))
	}
	return len(b), nil
}

func (c *common) flushPartial() {
	c.mu.Lock()
	rest := string(c.partial)
	c.partial = nil
	c.mu.Unlock()
	if rest != "" {
		c.emit(rest+"\n", rest)
	}
}

func formatSeconds(d time.Duration) string { return fmt.Sprintf("%.2fs", d.Seconds()) }

func hasSpace(text string) bool   { return strings.ContainsFunc(text, unicode.IsSpace) }
func hasNewline(text string) bool { return strings.ContainsAny(text, "\r\n") }
