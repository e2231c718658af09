package slog

import (
	"context"
	"log"
	loginternal "log/internal"
	"runtime"
	"strings"
	"sync/atomic"
	"time"
)

var (
	defaultLogger  atomic.Pointer[Logger]
	logLoggerLevel LevelVar
)

// SetLogLoggerLevel sets the level of the bridge to package log, and returns the one before: the lowest that is passed to log as long as
// there was no SetDefault, and afterwards that of what log passes.
func SetLogLoggerLevel(level Level) (oldLevel Level) {
	oldLevel = logLoggerLevel.Level()
	logLoggerLevel.Set(level)
	return oldLevel
}

// Default returns the default logger.
func Default() *Logger {
	l := defaultLogger.Load()
	if l == nil {
		defaultLogger.CompareAndSwap(nil, New(newDefaultHandler(loginternal.DefaultOutput)))
		l = defaultLogger.Load()
	}
	return l
}

// SetDefault sets the default logger. What package log logs by its own default logger then goes to its handler.
func SetDefault(l *Logger) {
	defaultLogger.Store(l)
	if _, ok := l.Handler().(*defaultHandler); ok {
		return // log writes by itself: the other direction would be a circle
	}
	log.SetOutput(&handlerWriter{l.Handler(), &logLoggerLevel})
	log.SetFlags(0)
}

// A handlerWriter is a writer of package log that passes lines to a handler.
type handlerWriter struct {
	h     Handler
	level Leveler
}

func (w *handlerWriter) Write(line []byte) (int, error) {
	level := w.level.Level()
	if !w.h.Enabled(context.Background(), level) {
		return 0, nil
	}
	message := strings.TrimSuffix(string(line), "\n")
	return len(line), w.h.Handle(context.Background(), NewRecord(time.Now(), level, message, callerOfLog()))
}

// callerOfLog returns the program counter of what called package log.
func callerOfLog() uintptr {
	var pcs [8]uintptr
	n := runtime.Callers(3, pcs[:])
	for _, pc := range pcs[:n] {
		frame, _ := runtime.CallersFrames([]uintptr{pc}).Next()
		if !strings.HasPrefix(frame.Function, "log.") {
			return pc
		}
	}
	return 0
}

// NewLogLogger returns a logger of package log whose lines go to a handler.
func NewLogLogger(h Handler, level Level) *log.Logger {
	return log.New(&handlerWriter{h, level}, "", 0)
}

// A Logger passes events to a handler.
type Logger struct {
	handler Handler
}

// New returns a logger for a handler.
func New(h Handler) *Logger {
	if h == nil {
		panic("nil Handler")
	}
	return &Logger{h}
}

// With calls With of the default logger.
func With(args ...any) *Logger { return Default().With(args...) }

// Handler returns the handler.
func (l *Logger) Handler() Handler { return l.handler }

// With returns a logger whose events have attributes, which are given as to Log.
func (l *Logger) With(args ...any) *Logger {
	if len(args) == 0 {
		return l
	}
	return &Logger{l.handler.WithAttrs(attrsOf(args))}
}

// WithGroup returns a logger whose attributes from now on are in a group. An empty name is none.
func (l *Logger) WithGroup(name string) *Logger {
	if name == "" {
		return l
	}
	return &Logger{l.handler.WithGroup(name)}
}

// Enabled reports whether the logger logs events of a level.
func (l *Logger) Enabled(ctx context.Context, level Level) bool {
	if ctx == nil {
		ctx = context.Background()
	}
	return l.handler.Enabled(ctx, level)
}

// log logs an event; who called the caller of log is its source.
func (l *Logger) log(ctx context.Context, level Level, msg string, args []any) {
	if ctx == nil {
		ctx = context.Background()
	}
	if !l.handler.Enabled(ctx, level) {
		return
	}
	var pc uintptr
	if needsPC(l.handler) {
		pc = callerPC(4)
	}
	r := NewRecord(time.Now(), level, msg, pc)
	r.Add(args...)
	_ = l.handler.Handle(ctx, r)
}

func (l *Logger) logAttrs(ctx context.Context, level Level, msg string, attrs []Attr) {
	if ctx == nil {
		ctx = context.Background()
	}
	if !l.handler.Enabled(ctx, level) {
		return
	}
	var pc uintptr
	if needsPC(l.handler) {
		pc = callerPC(4)
	}
	r := NewRecord(time.Now(), level, msg, pc)
	r.AddAttrs(attrs...)
	_ = l.handler.Handle(ctx, r)
}

// needsPC reports whether a handler looks at the program counter, which takes much longer to find than all the rest.
func needsPC(h Handler) bool {
	switch h := h.(type) {
	case *TextHandler:
		return h.opts.AddSource
	case *JSONHandler:
		return h.opts.AddSource
	case *defaultHandler:
		return log.Flags()&(log.Lshortfile|log.Llongfile) != 0
	}
	return true
}

// Log logs an event now. Its attributes follow those of the logger: an argument that is an Attr is one; a string is the key of the argument
// after it; the key of anything else is !BADKEY.
func (l *Logger) Log(ctx context.Context, level Level, msg string, args ...any) {
	l.log(ctx, level, msg, args)
}

// LogAttrs is Log for attributes.
func (l *Logger) LogAttrs(ctx context.Context, level Level, msg string, attrs ...Attr) {
	l.logAttrs(ctx, level, msg, attrs)
}

// Log calls Log of the default logger.
func Log(ctx context.Context, level Level, msg string, args ...any) {
	Default().log(ctx, level, msg, args)
}

// LogAttrs calls LogAttrs of the default logger.
func LogAttrs(ctx context.Context, level Level, msg string, attrs ...Attr) {
	Default().logAttrs(ctx, level, msg, attrs)
}
