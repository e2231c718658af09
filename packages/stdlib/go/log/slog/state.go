package slog

import (
	"fmt"
	"log/slog/internal/buffer"
	"reflect"
	"slices"
	"strconv"
	"sync"
	"time"
)

// A handleState is what a handler has written of a record.
type handleState struct {
	h       *commonHandler
	buf     *buffer.Buffer
	freeBuf bool
	sep     string         // comes before the next key
	prefix  *buffer.Buffer // names of the groups, for text; nil: there are none
	groups  []string       // for ReplaceAttr
	tracked bool           // groups are needed
}

var states sync.Pool

func (h *commonHandler) newHandleState(buf *buffer.Buffer, freeBuf bool, sep string) *handleState {
	s, ok := states.Get().(*handleState)
	if !ok {
		s = new(handleState)
	}
	*s = handleState{h: h, buf: buf, freeBuf: freeBuf, sep: sep}
	if h.groupPrefix != "" {
		s.prefix = buffer.New()
		s.prefix.WriteString(h.groupPrefix)
	}
	if h.opts.ReplaceAttr != nil {
		s.groups, s.tracked = slices.Clone(h.groups[:h.nOpenGroups]), true
	}
	return s
}

// free ends the use of the state.
func (s *handleState) free() {
	if s.freeBuf {
		s.buf.Free()
	}
	if s.prefix != nil {
		s.prefix.Free()
	}
	*s = handleState{}
	states.Put(s)
}

// openGroups begins those groups of the handler that its attributes have not begun.
func (s *handleState) openGroups() {
	for _, name := range s.h.groups[s.h.nOpenGroups:] {
		s.openGroup(name)
	}
}

func (s *handleState) openGroup(name string) {
	if s.h.json {
		s.appendKey(name)
		s.buf.WriteByte('{')
		s.sep = ""
	} else {
		if s.prefix == nil {
			s.prefix = buffer.New()
		}
		s.prefix.WriteString(name)
		s.prefix.WriteByte('.')
	}
	if s.tracked {
		s.groups = append(s.groups, name)
	}
}

// closeGroup ends a group.
func (s *handleState) closeGroup(name string) {
	if s.h.json {
		s.buf.WriteByte('}')
	} else {
		s.prefix.SetLen(s.prefix.Len() - len(name) - 1)
	}
	s.sep = s.h.separator()
	if s.tracked {
		s.groups = s.groups[:len(s.groups)-1]
	}
}

// appendAttrs appends attributes. It reports whether there was one that is not left out.
func (s *handleState) appendAttrs(as []Attr) bool {
	some := false
	for _, a := range as {
		if s.appendAttr(a) {
			some = true
		}
	}
	return some
}

// appendAttr appends an attribute, and reports whether it is not left out.
func (s *handleState) appendAttr(a Attr) bool {
	a.Value = a.Value.Resolve()
	if replace := s.h.opts.ReplaceAttr; replace != nil && a.Value.Kind() != KindGroup {
		a = replace(s.groups, a)
		a.Value = a.Value.Resolve()
	}
	if a.isEmpty() {
		return false
	}
	if source, ok := a.Value.any.(*Source); ok && source != nil {
		switch {
		case *source == Source{}:
			return false
		case s.h.json:
			a.Value = source.attrs()
		default:
			a.Value = StringValue(source.File + ":" + strconv.Itoa(source.Line))
		}
	}
	if a.Value.Kind() == KindGroup {
		return s.appendGroup(a)
	}
	s.appendKey(a.Key)
	s.appendValue(a.Value)
	return true
}

// appendGroup appends a group. If all of it is left out, so is the group.
func (s *handleState) appendGroup(a Attr) bool {
	if a.Key == "" {
		return s.appendAttrs(a.Value.group())
	}
	before, sep := s.buf.Len(), s.sep
	s.openGroup(a.Key)
	some := s.appendAttrs(a.Value.group())
	s.closeGroup(a.Key)
	if !some {
		s.buf.SetLen(before)
		s.sep = sep
	}
	return some
}

func (s *handleState) appendKey(key string) {
	s.buf.WriteString(s.sep)
	s.sep = s.h.separator()
	if s.h.json {
		s.appendString(key)
		s.buf.WriteByte(':')
		return
	}
	if s.prefix != nil && s.prefix.Len() > 0 {
		s.appendString(s.prefix.String() + key)
	} else {
		s.appendString(key)
	}
	s.buf.WriteByte('=')
}

func (s *handleState) appendString(text string) {
	switch {
	case s.h.json:
		*s.buf = appendJSONString(*s.buf, text)
	case needsQuoting(text):
		*s.buf = strconv.AppendQuote(*s.buf, text)
	default:
		s.buf.WriteString(text)
	}
}

// appendValue appends a value; for one that fails or panics, what says so.
func (s *handleState) appendValue(v Value) {
	var err error
	switch {
	case v.Kind() == KindAny:
		err = s.appendAny(v)
	case s.h.json:
		err = appendJSONValue(s, v)
	default:
		err = appendTextValue(s, v)
	}
	if err != nil {
		s.appendError(err)
	}
}

// appendAny appends a value whose methods are called.
func (s *handleState) appendAny(v Value) error {
	defer func() {
		r := recover()
		if r == nil {
			return
		}
		if p := reflect.ValueOf(v.any); p.Kind() == reflect.Pointer && p.IsNil() {
			s.appendString("<nil>") // a method that does not expect nil
			return
		}
		s.appendString(fmt.Sprintf("!PANIC: %v", r))
	}()
	if s.h.json {
		return appendJSONValue(s, v)
	}
	return appendTextValue(s, v)
}

func (s *handleState) appendError(err error) { s.appendString(fmt.Sprintf("!ERROR:%v", err)) }

func (s *handleState) appendTime(t time.Time) {
	if s.h.json {
		appendJSONTime(s, t)
	} else {
		*s.buf = appendRFC3339Millis(*s.buf, t)
	}
}
