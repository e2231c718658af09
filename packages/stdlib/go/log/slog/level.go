package slog

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"sync/atomic"
)

// A Level says how severe an event is: the higher the more.
type Level int

// Names for some levels.
const (
	LevelDebug Level = -4
	LevelInfo  Level = 0
	LevelWarn  Level = 4
	LevelError Level = 8
)

// A Leveler has a level.
type Leveler interface {
	Level() Level
}

// String returns a name, that of the nearest one below and the difference if it has none of its own.
func (l Level) String() string {
	name, base := "ERROR", LevelError
	switch {
	case l < LevelInfo:
		name, base = "DEBUG", LevelDebug
	case l < LevelWarn:
		name, base = "INFO", LevelInfo
	case l < LevelError:
		name, base = "WARN", LevelWarn
	}
	switch {
	case l > base:
		return name + "+" + strconv.Itoa(int(l-base))
	case l < base:
		return name + strconv.Itoa(int(l-base))
	}
	return name
}

// Level returns the level itself.
func (l Level) Level() Level { return l }

// MarshalJSON returns the name as a JSON string.
func (l Level) MarshalJSON() ([]byte, error) { return strconv.AppendQuote(nil, l.String()), nil }

// UnmarshalJSON sets the level to what MarshalJSON returns, in any case, with any difference.
func (l *Level) UnmarshalJSON(data []byte) error {
	s, err := strconv.Unquote(string(data))
	if err != nil {
		return err
	}
	return l.parse(s)
}

// AppendText appends the name.
func (l Level) AppendText(b []byte) ([]byte, error) { return append(b, l.String()...), nil }

// MarshalText returns the name.
func (l Level) MarshalText() ([]byte, error) { return l.AppendText(nil) }

// UnmarshalText sets the level to what MarshalText returns, in any case, with any difference.
func (l *Level) UnmarshalText(data []byte) error { return l.parse(string(data)) }

func (l *Level) parse(s string) error {
	name, offset := s, 0
	if i := strings.IndexAny(s, "+-"); i >= 0 {
		var err error
		if offset, err = strconv.Atoi(s[i:]); err != nil {
			return fmt.Errorf("slog: level string %q: %w", s, err)
		}
		name = s[:i]
	}
	var base Level
	switch strings.ToUpper(name) {
	case "DEBUG":
		base = LevelDebug
	case "INFO":
		base = LevelInfo
	case "WARN":
		base = LevelWarn
	case "ERROR":
		base = LevelError
	default:
		return fmt.Errorf("slog: level string %q: %w", s, errors.New("unknown name"))
	}
	*l = base + Level(offset)
	return nil
}

// A LevelVar is a level that goroutines may change; at first LevelInfo.
type LevelVar struct {
	value atomic.Int64
}

// Level returns the level.
func (v *LevelVar) Level() Level { return Level(v.value.Load()) }

// Set sets the level.
func (v *LevelVar) Set(l Level) { v.value.Store(int64(l)) }

func (v *LevelVar) String() string { return "LevelVar(" + v.Level().String() + ")" }

// AppendText appends the name of the level.
func (v *LevelVar) AppendText(b []byte) ([]byte, error) { return v.Level().AppendText(b) }

// MarshalText returns the name of the level.
func (v *LevelVar) MarshalText() ([]byte, error) { return v.AppendText(nil) }

// UnmarshalText sets the level to what MarshalText returns.
func (v *LevelVar) UnmarshalText(data []byte) error {
	var l Level
	if err := l.UnmarshalText(data); err != nil {
		return err
	}
	v.Set(l)
	return nil
}
