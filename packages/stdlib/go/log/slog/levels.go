package slog

import "context"

// Debug logs at LevelDebug.
func (l *Logger) Debug(msg string, args ...any) { l.log(nil, LevelDebug, msg, args) }

// DebugContext logs at LevelDebug with a context.
func (l *Logger) DebugContext(ctx context.Context, msg string, args ...any) {
	l.log(ctx, LevelDebug, msg, args)
}

// Debug calls Debug of the default logger.
func Debug(msg string, args ...any) { Default().log(nil, LevelDebug, msg, args) }

// DebugContext calls DebugContext of the default logger.
func DebugContext(ctx context.Context, msg string, args ...any) {
	Default().log(ctx, LevelDebug, msg, args)
}

// Info logs at LevelInfo.
func (l *Logger) Info(msg string, args ...any) { l.log(nil, LevelInfo, msg, args) }

// InfoContext logs at LevelInfo with a context.
func (l *Logger) InfoContext(ctx context.Context, msg string, args ...any) {
	l.log(ctx, LevelInfo, msg, args)
}

// Info calls Info of the default logger.
func Info(msg string, args ...any) { Default().log(nil, LevelInfo, msg, args) }

// InfoContext calls InfoContext of the default logger.
func InfoContext(ctx context.Context, msg string, args ...any) {
	Default().log(ctx, LevelInfo, msg, args)
}

// Warn logs at LevelWarn.
func (l *Logger) Warn(msg string, args ...any) { l.log(nil, LevelWarn, msg, args) }

// WarnContext logs at LevelWarn with a context.
func (l *Logger) WarnContext(ctx context.Context, msg string, args ...any) {
	l.log(ctx, LevelWarn, msg, args)
}

// Warn calls Warn of the default logger.
func Warn(msg string, args ...any) { Default().log(nil, LevelWarn, msg, args) }

// WarnContext calls WarnContext of the default logger.
func WarnContext(ctx context.Context, msg string, args ...any) {
	Default().log(ctx, LevelWarn, msg, args)
}

// Error logs at LevelError.
func (l *Logger) Error(msg string, args ...any) { l.log(nil, LevelError, msg, args) }

// ErrorContext logs at LevelError with a context.
func (l *Logger) ErrorContext(ctx context.Context, msg string, args ...any) {
	l.log(ctx, LevelError, msg, args)
}

// Error calls Error of the default logger.
func Error(msg string, args ...any) { Default().log(nil, LevelError, msg, args) }

// ErrorContext calls ErrorContext of the default logger.
func ErrorContext(ctx context.Context, msg string, args ...any) {
	Default().log(ctx, LevelError, msg, args)
}
