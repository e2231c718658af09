// Package internal is what packages log and log/slog share.
package internal

// DefaultOutput writes by the standard logger of package log, which sets it.
var DefaultOutput func(pc uintptr, data []byte) error
