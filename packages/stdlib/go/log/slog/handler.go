// Package slog writes log records of a message, a level and attributes.
package slog

import (
	"context"
	"errors"
	"io"
	"log/slog/internal/buffer"
	"slices"
	"sync"
)

// A Handler handles records. Goroutines may share it.
type Handler interface {
	// Enabled reports whether records of a level are handled. It is called first.
	Enabled(context.Context, Level) bool
	// Handle handles a record that is enabled. It leaves out a time or PC that is zero, empty attributes, and groups without any;
	// it resolves values, and puts the attributes of a group without key among the others.
	Handle(context.Context, Record) error
	// WithAttrs returns a handler that adds attributes. They belong to it.
	WithAttrs(attrs []Attr) Handler
	// WithGroup returns a handler whose attributes from now on are in a group; itself for an empty name.
	WithGroup(name string) Handler
}

// The keys of attributes that all records have.
const (
	TimeKey    = "time"   // a time.Time
	LevelKey   = "level"  // a Level
	MessageKey = "msg"    // a string
	SourceKey  = "source" // a *Source
)

// HandlerOptions are options of a TextHandler or JSONHandler.
type HandlerOptions struct {
	// AddSource adds the place of the call that logs.
	AddSource bool
	// Level is the lowest level that is handled; nil: LevelInfo.
	Level Leveler
	// ReplaceAttr returns what is written in place of an attribute that is no group, an empty one for nothing. It gets the names of the
	// groups around it, which it must not keep, and its value resolved. Time, level, source and message come, too.
	ReplaceAttr func(groups []string, a Attr) Attr
}

// DiscardHandler handles nothing.
var DiscardHandler Handler = discardHandler{}

type discardHandler struct{}

func (discardHandler) Enabled(context.Context, Level) bool  { return false }
func (discardHandler) Handle(context.Context, Record) error { return nil }
func (d discardHandler) WithAttrs(attrs []Attr) Handler     { return d }
func (d discardHandler) WithGroup(name string) Handler      { return d }

// commonHandler is what the handlers of this package have in common.
type commonHandler struct {
	json   bool
	opts   HandlerOptions
	groups []string // all that are open
	// What attributes of the handler look like, the names of their groups included: the first nOpenGroups are open in it.
	preformattedAttrs []byte
	groupPrefix       string // names of these groups, for text
	nOpenGroups       int
	mu                *sync.Mutex // of w
	w                 io.Writer
}

func newCommonHandler(w io.Writer, opts *HandlerOptions, json bool) *commonHandler {
	h := &commonHandler{json: json, w: w, mu: &sync.Mutex{}}
	if opts != nil {
		h.opts = *opts
	}
	return h
}

func (h *commonHandler) clone() *commonHandler {
	cloned := *h
	cloned.preformattedAttrs = slices.Clip(h.preformattedAttrs)
	cloned.groups = slices.Clip(h.groups)
	return &cloned
}

func (h *commonHandler) enabled(l Level) bool {
	least := LevelInfo
	if h.opts.Level != nil {
		least = h.opts.Level.Level()
	}
	return l >= least
}

func (h *commonHandler) withAttrs(as []Attr) *commonHandler {
	if !slices.ContainsFunc(as, func(a Attr) bool { return !isEmptyGroup(a) }) {
		return h
	}
	with := h.clone()
	s := with.newHandleState((*buffer.Buffer)(&with.preformattedAttrs), false, "")
	if n := len(with.preformattedAttrs); n > 0 && with.preformattedAttrs[n-1] != '{' {
		s.sep = h.separator()
	}
	before := s.buf.Len()
	s.openGroups()
	if s.appendAttrs(as) {
		if s.prefix != nil {
			with.groupPrefix = s.prefix.String()
		}
		with.nOpenGroups = len(with.groups)
	} else {
		s.buf.SetLen(before)
	}
	s.free()
	return with
}

func (h *commonHandler) withGroup(name string) *commonHandler {
	with := h.clone()
	with.groups = append(with.groups, name)
	return with
}

// separator returns what is between attributes.
func (h *commonHandler) separator() string {
	if h.json {
		return ","
	}
	return " "
}

// handle writes a record.
func (h *commonHandler) handle(r Record) error {
	s := h.newHandleState(buffer.New(), true, "")
	if h.json {
		s.buf.WriteByte('{')
	}
	groups, tracked, prefix := s.groups, s.tracked, s.prefix
	s.groups, s.tracked, s.prefix = nil, false, nil // the built-in attributes are in no group
	s.appendBuiltIns(&r)
	s.groups, s.tracked, s.prefix = groups, tracked, prefix
	s.appendOthers(&r)
	s.buf.WriteByte('\n')
	err := h.write(*s.buf)
	s.free()
	return err
}

func (h *commonHandler) write(line []byte) error {
	h.mu.Lock()
	defer h.mu.Unlock()
	_, err := h.w.Write(line)
	return err
}

// appendBuiltIns appends time, level, source and message.
func (s *handleState) appendBuiltIns(r *Record) {
	replace := s.h.opts.ReplaceAttr
	if !r.Time.IsZero() {
		now := r.Time.Round(0)
		if replace == nil {
			s.appendKey(TimeKey)
			s.appendTime(now)
		} else {
			s.appendAttr(Time(TimeKey, now))
		}
	}
	if replace == nil {
		s.appendKey(LevelKey)
		s.appendString(r.Level.String())
	} else {
		s.appendAttr(Any(LevelKey, r.Level))
	}
	if s.h.opts.AddSource {
		source := r.Source()
		if source == nil {
			source = &Source{}
		}
		s.appendAttr(Any(SourceKey, source))
	}
	if replace == nil {
		s.appendKey(MessageKey)
		s.appendString(r.Message)
	} else {
		s.appendAttr(String(MessageKey, r.Message))
	}
}

// appendOthers appends the attributes of handler and record, and what ends the groups.
func (s *handleState) appendOthers(r *Record) {
	if formatted := s.h.preformattedAttrs; len(formatted) > 0 {
		s.buf.WriteString(s.sep)
		s.buf.Write(formatted)
		s.sep = s.h.separator()
		if formatted[len(formatted)-1] == '{' {
			s.sep = ""
		}
	}
	open := s.h.nOpenGroups
	if r.NumAttrs() > 0 {
		before := s.buf.Len()
		s.openGroups()
		some := false
		for i := range r.nFront {
			if s.appendAttr(r.front[i]) {
				some = true
			}
		}
		if s.appendAttrs(r.back) || some {
			open = len(s.h.groups)
		} else {
			s.buf.SetLen(before)
		}
	}
	if s.h.json {
		for range open {
			s.buf.WriteByte('}')
		}
		s.buf.WriteByte('}')
	}
}

// A defaultHandler writes by package log.
type defaultHandler struct {
	common *commonHandler
	// output writes a line; pc is where it comes from.
	output func(pc uintptr, line []byte) error
}

func newDefaultHandler(output func(uintptr, []byte) error) *defaultHandler {
	return &defaultHandler{&commonHandler{}, output}
}

func (*defaultHandler) Enabled(_ context.Context, l Level) bool { return l >= logLoggerLevel.Level() }

func (h *defaultHandler) Handle(ctx context.Context, r Record) error {
	b := buffer.New()
	b.WriteString(r.Level.String())
	b.WriteByte(' ')
	b.WriteString(r.Message)
	s := h.common.newHandleState(b, true, " ")
	defer s.free()
	s.appendOthers(&r)
	return h.output(r.PC, *s.buf)
}

func (h *defaultHandler) WithAttrs(as []Attr) Handler {
	return &defaultHandler{h.common.withAttrs(as), h.output}
}

func (h *defaultHandler) WithGroup(name string) Handler {
	return &defaultHandler{h.common.withGroup(name), h.output}
}

// A MultiHandler passes records to several handlers.
type MultiHandler struct {
	handlers []Handler
}

// NewMultiHandler returns a handler that passes records to some others.
func NewMultiHandler(handlers ...Handler) *MultiHandler {
	return &MultiHandler{slices.Clone(handlers)}
}

// Enabled reports whether one of the handlers is enabled.
func (h *MultiHandler) Enabled(ctx context.Context, l Level) bool {
	return slices.ContainsFunc(h.handlers, func(h Handler) bool { return h.Enabled(ctx, l) })
}

// Handle passes a record to those handlers that are enabled, and returns all their errors.
func (h *MultiHandler) Handle(ctx context.Context, r Record) error {
	var errs []error
	for _, handler := range h.handlers {
		if handler.Enabled(ctx, r.Level) {
			errs = append(errs, handler.Handle(ctx, r.Clone()))
		}
	}
	return errors.Join(errs...)
}

// WithAttrs calls WithAttrs of all handlers.
func (h *MultiHandler) WithAttrs(attrs []Attr) Handler {
	return h.each(func(handler Handler) Handler { return handler.WithAttrs(slices.Clone(attrs)) })
}

// WithGroup calls WithGroup of all handlers.
func (h *MultiHandler) WithGroup(name string) Handler {
	return h.each(func(handler Handler) Handler { return handler.WithGroup(name) })
}

func (h *MultiHandler) each(f func(Handler) Handler) Handler {
	handlers := make([]Handler, len(h.handlers))
	for i, handler := range h.handlers {
		handlers[i] = f(handler)
	}
	return &MultiHandler{handlers}
}
