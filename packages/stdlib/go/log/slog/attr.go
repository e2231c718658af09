package slog

import "time"

// An Attr is a key and a value.
type Attr struct {
	Key   string
	Value Value
}

// badKey is the key of an argument that has none.
const badKey = "!BADKEY"

// String returns an Attr for a string.
func String(key, value string) Attr { return Attr{key, StringValue(value)} }

// Int64 returns an Attr for an int64.
func Int64(key string, value int64) Attr { return Attr{key, Int64Value(value)} }

// Int returns an Attr for an int.
func Int(key string, value int) Attr { return Attr{key, Int64Value(int64(value))} }

// Uint64 returns an Attr for a uint64.
func Uint64(key string, v uint64) Attr { return Attr{key, Uint64Value(v)} }

// Float64 returns an Attr for a float64.
func Float64(key string, v float64) Attr { return Attr{key, Float64Value(v)} }

// Bool returns an Attr for a bool.
func Bool(key string, v bool) Attr { return Attr{key, BoolValue(v)} }

// Time returns an Attr for a time, without the monotonic part.
func Time(key string, v time.Time) Attr { return Attr{key, TimeValue(v)} }

// Duration returns an Attr for a duration.
func Duration(key string, v time.Duration) Attr { return Attr{key, DurationValue(v)} }

// Group returns an Attr for a group of attributes, which are given as to Logger.Log.
func Group(key string, args ...any) Attr { return Attr{key, GroupValue(attrsOf(args)...)} }

// GroupAttrs returns an Attr for a group of attributes.
func GroupAttrs(key string, attrs ...Attr) Attr { return Attr{key, GroupValue(attrs...)} }

// Any returns an Attr for any value, as AnyValue takes it.
func Any(key string, value any) Attr { return Attr{key, AnyValue(value)} }

// Equal reports whether keys and values are equal.
func (a Attr) Equal(b Attr) bool { return a.Key == b.Key && a.Value.Equal(b.Value) }

func (a Attr) String() string { return a.Key + "=" + a.Value.String() }

func (a Attr) isEmpty() bool { return a.Key == "" && a.Value.num == 0 && a.Value.any == nil }

// nextAttr makes an attribute of the first arguments, and returns the others.
func nextAttr(args []any) (Attr, []any) {
	switch first := args[0].(type) {
	case string:
		if len(args) == 1 {
			return String(badKey, first), nil
		}
		return Any(first, args[1]), args[2:]
	case Attr:
		return first, args[1:]
	default:
		return Any(badKey, first), args[1:]
	}
}

// attrsOf makes attributes of arguments.
func attrsOf(args []any) []Attr {
	var attrs []Attr
	for len(args) > 0 {
		var a Attr
		a, args = nextAttr(args)
		attrs = append(attrs, a)
	}
	return attrs
}
