package slog

import (
	"fmt"
	"math"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"
	"unsafe"
)

// A Value is any Go value; many are without an allocation. The zero Value is nil.
type Value struct {
	_   [0]func() // no comparison by ==
	num uint64    // a number, or the length of a string or group
	any any       // what says the kind: a Kind, a pointer to the data, or the value itself
}

type (
	stringData *byte
	groupData  *Attr
	timePlace  *time.Location // of a time whose nanoseconds are in num; nil: the zero time
	otherTime  time.Time      // a time too far away for that
	kindValue  Kind           // a value of type Kind, which is none that says the kind
)

// A Kind is a kind of values.
type Kind int

// The kinds of values.
const (
	KindAny Kind = iota
	KindBool
	KindDuration
	KindFloat64
	KindInt64
	KindString
	KindTime
	KindUint64
	KindGroup
	KindLogValuer
)

func (k Kind) String() string {
	names := [...]string{"Any", "Bool", "Duration", "Float64", "Int64", "String", "Time", "Uint64", "Group", "LogValuer"}
	if k < 0 || int(k) >= len(names) {
		return "<unknown slog.Kind>"
	}
	return names[k]
}

// A LogValuer returns what is logged for it.
type LogValuer interface {
	LogValue() Value
}

// Kind returns the kind.
func (v Value) Kind() Kind {
	switch x := v.any.(type) {
	case Kind:
		return x
	case stringData:
		return KindString
	case timePlace, otherTime:
		return KindTime
	case groupData:
		return KindGroup
	case LogValuer:
		return KindLogValuer
	}
	return KindAny
}

// StringValue returns a Value for a string.
func StringValue(value string) Value {
	return Value{num: uint64(len(value)), any: stringData(unsafe.StringData(value))}
}

// IntValue returns a Value for an int.
func IntValue(v int) Value { return Int64Value(int64(v)) }

// Int64Value returns a Value for an int64.
func Int64Value(v int64) Value { return Value{num: uint64(v), any: KindInt64} }

// Uint64Value returns a Value for a uint64.
func Uint64Value(v uint64) Value { return Value{num: v, any: KindUint64} }

// Float64Value returns a Value for a float64.
func Float64Value(v float64) Value { return Value{num: math.Float64bits(v), any: KindFloat64} }

// BoolValue returns a Value for a bool.
func BoolValue(v bool) Value {
	if v {
		return Value{num: 1, any: KindBool}
	}
	return Value{any: KindBool}
}

// TimeValue returns a Value for a time, without the monotonic part.
func TimeValue(v time.Time) Value {
	if v.IsZero() {
		return Value{any: timePlace(nil)}
	}
	nanoseconds := v.UnixNano()
	if v.Equal(time.Unix(0, nanoseconds)) {
		return Value{num: uint64(nanoseconds), any: timePlace(v.Location())}
	}
	return Value{any: otherTime(v.Round(0))}
}

// DurationValue returns a Value for a duration.
func DurationValue(v time.Duration) Value { return Value{num: uint64(v), any: KindDuration} }

// GroupValue returns a Value for attributes, which then belong to it. Groups that are empty are left out.
func GroupValue(as ...Attr) Value {
	if slices.ContainsFunc(as, isEmptyGroup) {
		kept := make([]Attr, 0, len(as))
		for _, a := range as {
			if !isEmptyGroup(a) {
				kept = append(kept, a)
			}
		}
		as = kept
	}
	return Value{num: uint64(len(as)), any: groupData(unsafe.SliceData(as))}
}

func isEmptyGroup(a Attr) bool { return a.Value.Kind() == KindGroup && a.Value.num == 0 }

// AnyValue returns a Value for any value. Numbers, strings, bools, times and durations have their own kinds, without regard to width.
func AnyValue(v any) Value {
	switch v := v.(type) {
	case string:
		return StringValue(v)
	case int:
		return Int64Value(int64(v))
	case uint:
		return Uint64Value(uint64(v))
	case int64:
		return Int64Value(v)
	case uint64:
		return Uint64Value(v)
	case bool:
		return BoolValue(v)
	case time.Duration:
		return DurationValue(v)
	case time.Time:
		return TimeValue(v)
	case uint8:
		return Uint64Value(uint64(v))
	case uint16:
		return Uint64Value(uint64(v))
	case uint32:
		return Uint64Value(uint64(v))
	case uintptr:
		return Uint64Value(uint64(v))
	case int8:
		return Int64Value(int64(v))
	case int16:
		return Int64Value(int64(v))
	case int32:
		return Int64Value(int64(v))
	case float64:
		return Float64Value(v)
	case float32:
		return Float64Value(float64(v))
	case []Attr:
		return GroupValue(v...)
	case Kind:
		return Value{any: kindValue(v)}
	case Value:
		return v
	}
	return Value{any: v}
}

// Any returns the value.
func (v Value) Any() any {
	switch v.Kind() {
	case KindGroup:
		return v.group()
	case KindInt64:
		return int64(v.num)
	case KindUint64:
		return v.num
	case KindFloat64:
		return v.float()
	case KindString:
		return v.str()
	case KindBool:
		return v.num == 1
	case KindDuration:
		return time.Duration(v.num)
	case KindTime:
		return v.time()
	}
	if k, ok := v.any.(kindValue); ok {
		return Kind(k)
	}
	return v.any
}

// String returns the value as fmt.Sprint does.
func (v Value) String() string {
	if v.Kind() == KindString {
		return v.str()
	}
	return string(v.append(nil))
}

// expect panics if the value is not of a kind.
func (v Value) expect(wanted Kind) {
	if k := v.Kind(); k != wanted {
		panic(fmt.Sprintf("Value kind is %s, not %s", k, wanted))
	}
}

// Int64 returns an integer; it panics for other kinds.
func (v Value) Int64() int64 {
	v.expect(KindInt64)
	return int64(v.num)
}

// Uint64 returns an unsigned integer; it panics for other kinds.
func (v Value) Uint64() uint64 {
	v.expect(KindUint64)
	return v.num
}

// Bool returns a bool; it panics for other kinds.
func (v Value) Bool() bool {
	v.expect(KindBool)
	return v.num == 1
}

// Duration returns a duration; it panics for other kinds.
func (v Value) Duration() time.Duration {
	v.expect(KindDuration)
	return time.Duration(v.num)
}

// Float64 returns a floating-point number; it panics for other kinds.
func (v Value) Float64() float64 {
	v.expect(KindFloat64)
	return v.float()
}

// Time returns a time; it panics for other kinds.
func (v Value) Time() time.Time {
	v.expect(KindTime)
	return v.time()
}

// LogValuer returns the LogValuer; it panics for other kinds.
func (v Value) LogValuer() LogValuer { return v.any.(LogValuer) }

// Group returns the attributes; it panics for other kinds.
func (v Value) Group() []Attr {
	if v.Kind() != KindGroup {
		panic("Group: bad kind")
	}
	return v.group()
}

func (v Value) str() string    { return unsafe.String(v.any.(stringData), v.num) }
func (v Value) float() float64 { return math.Float64frombits(v.num) }
func (v Value) group() []Attr  { return unsafe.Slice((*Attr)(v.any.(groupData)), v.num) }

func (v Value) time() time.Time {
	switch place := v.any.(type) {
	case timePlace:
		if place == nil {
			return time.Time{}
		}
		return time.Unix(0, int64(v.num)).In(place)
	case otherTime:
		return time.Time(place)
	}
	panic(fmt.Sprintf("bad time type %T", v.any))
}

// Equal reports whether two Values are the same Go value.
func (v Value) Equal(w Value) bool {
	kind := v.Kind()
	if kind != w.Kind() {
		return false
	}
	switch kind {
	case KindInt64, KindUint64, KindBool, KindDuration:
		return v.num == w.num
	case KindString:
		return v.str() == w.str()
	case KindFloat64:
		return v.float() == w.float()
	case KindTime:
		return v.time().Equal(w.time())
	case KindGroup:
		return slices.EqualFunc(v.group(), w.group(), Attr.Equal)
	}
	return v.any == w.any
}

// append appends the text of the value.
func (v Value) append(b []byte) []byte {
	switch v.Kind() {
	case KindString:
		return append(b, v.str()...)
	case KindInt64:
		return strconv.AppendInt(b, int64(v.num), 10)
	case KindUint64:
		return strconv.AppendUint(b, v.num, 10)
	case KindFloat64:
		return strconv.AppendFloat(b, v.float(), 'g', -1, 64)
	case KindBool:
		return strconv.AppendBool(b, v.num == 1)
	case KindDuration:
		return append(b, time.Duration(v.num).String()...)
	case KindTime:
		return append(b, v.time().String()...)
	case KindGroup:
		return fmt.Append(b, v.group())
	}
	return fmt.Append(b, v.any)
}

// maxLogValues is how often LogValue is called for a value.
const maxLogValues = 100

// Resolve calls LogValue until there is no LogValuer. Attributes of groups are left as they are. After too many calls, or a panic, it
// returns an error.
func (v Value) Resolve() (rv Value) {
	if v.Kind() != KindLogValuer {
		return v
	}
	return v.resolve()
}

func (v Value) resolve() (rv Value) {
	original := v
	defer func() {
		if r := recover(); r != nil {
			rv = AnyValue(fmt.Errorf("LogValue panicked\n%s", callers(3, 5)))
		}
	}()
	for range maxLogValues {
		if v.Kind() != KindLogValuer {
			return v
		}
		v = v.LogValuer().LogValue()
	}
	return AnyValue(fmt.Errorf("LogValue called too many times on Value of type %T", original.Any()))
}

// callers returns the names and places of some callers, without those of package runtime.
func callers(skip, count int) string {
	var pcs [32]uintptr
	n := runtime.Callers(skip, pcs[:])
	var b strings.Builder
	frames := runtime.CallersFrames(pcs[:n])
	for more := n > 0; more && count > 0; {
		var frame runtime.Frame
		frame, more = frames.Next()
		if !strings.HasPrefix(frame.Function, "runtime.") {
			fmt.Fprintf(&b, "called from %s (%s:%d)\n", frame.Function, frame.File, frame.Line)
			count--
		}
	}
	if b.Len() == 0 {
		return "(no stack)"
	}
	return b.String()
}
