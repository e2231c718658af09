package slog

import (
	"runtime"
	"slices"
	"time"
)

// nAttrsInline is how many attributes a record has room for in itself.
const nAttrsInline = 5

// A Record is an event. Copies share attributes: Clone makes one that does not.
type Record struct {
	Time    time.Time
	Message string
	Level   Level
	// PC is that of the call that logs, as runtime.Callers returns it; 0: unknown.
	PC uintptr

	front  [nAttrsInline]Attr
	nFront int
	back   []Attr
}

// NewRecord returns a record without attributes.
func NewRecord(t time.Time, level Level, msg string, pc uintptr) Record {
	return Record{Time: t, Message: msg, Level: level, PC: pc}
}

// Clone returns a copy with which the record shares nothing that changes.
func (r Record) Clone() Record {
	r.back = slices.Clip(r.back)
	return r
}

// NumAttrs returns how many attributes the record has.
func (r Record) NumAttrs() int { return r.nFront + len(r.back) }

// Attrs calls f for each attribute, up to one for which it returns false.
func (r Record) Attrs(f func(Attr) bool) {
	for i := range r.nFront {
		if !f(r.front[i]) {
			return
		}
	}
	for _, a := range r.back {
		if !f(a) {
			return
		}
	}
}

// AddAttrs adds attributes, without groups that are empty.
func (r *Record) AddAttrs(attrs ...Attr) {
	for i, a := range attrs {
		if r.nFront == nAttrsInline {
			r.checkCopy()
			r.back = slices.Grow(r.back, len(attrs)-i)
			for _, a := range attrs[i:] {
				if !isEmptyGroup(a) {
					r.back = append(r.back, a)
				}
			}
			return
		}
		r.addFront(a)
	}
}

// Add adds attributes, which are given as to Logger.Log, without groups that are empty.
func (r *Record) Add(args ...any) {
	for len(args) > 0 {
		var a Attr
		a, args = nextAttr(args)
		if r.nFront < nAttrsInline {
			r.addFront(a)
			continue
		}
		if isEmptyGroup(a) {
			continue
		}
		r.checkCopy()
		if r.back == nil {
			r.back = make([]Attr, 0, (len(args)+1)/2+1)
		}
		r.back = append(r.back, a)
	}
}

func (r *Record) addFront(a Attr) {
	if !isEmptyGroup(a) {
		r.front[r.nFront] = a
		r.nFront++
	}
}

// checkCopy adds an attribute that says so if a copy of the record has added attributes to what both share.
func (r *Record) checkCopy() {
	n := len(r.back)
	if cap(r.back) > n && !r.back[:n+1][n].isEmpty() {
		r.back = append(slices.Clip(r.back),
			String("!BUG", "AddAttrs unsafely called on copy of Record made without using Record.Clone"))
	}
}

// A Source is a place in a program.
type Source struct {
	// Function has the path of its package; empty: unknown.
	Function string `json:"function"`
	// File and Line are that of the line; empty and 0: unknown.
	File string `json:"file"`
	Line int    `json:"line"`
}

// Source returns the place of the call that logs; nil: it is unknown.
func (r Record) Source() *Source {
	if r.PC == 0 {
		return nil
	}
	frame, _ := runtime.CallersFrames([]uintptr{r.PC}).Next()
	return &Source{Function: frame.Function, File: frame.File, Line: frame.Line}
}

// attrs returns what is known of the place.
func (s *Source) attrs() Value {
	var as []Attr
	if s.Function != "" {
		as = append(as, String("function", s.Function))
	}
	if s.File != "" {
		as = append(as, String("file", s.File))
	}
	if s.Line != 0 {
		as = append(as, Int("line", s.Line))
	}
	return GroupValue(as...)
}

// callerPC returns the program counter of a caller, as runtime.Callers counts them from its own caller.
func callerPC(depth int) uintptr {
	var pcs [1]uintptr
	runtime.Callers(depth, pcs[:])
	return pcs[0]
}
