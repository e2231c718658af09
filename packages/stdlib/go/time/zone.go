package time

import "errors"

// A Location is a time zone: one with one offset, or one whose offset depends on the time.
type Location struct {
	name   string
	offset int
	// zones of a location that LoadLocation has read; nil for one offset. Nothing of how zones are read and searched is in a program
	// that makes none.
	zones zoneFinder
}

// zoneFinder is implemented by *zoneTable alone.
type zoneFinder interface {
	find(seconds int64) zoneSpan
	findName(name string, seconds int64) (offset int, ok bool)
}

// zoneSpan is what holds for a while: name and offset of the zone, from the time start to before end, in seconds since 1970.
type zoneSpan struct {
	name       string
	offset     int
	dst        bool
	start, end int64
}

// The ends of a span that has none.
const (
	firstSecond = -1 << 63
	lastSecond  = 1<<63 - 1
)

var utc = Location{name: "UTC"}

// UTC is Universal Coordinated Time; Local is the zone of the host, which is UTC too.
var (
	UTC   = &utc
	Local = &Location{name: "Local"}
)

// FixedZone returns a location with a name and an offset in seconds east of UTC.
func FixedZone(name string, offset int) *Location { return &Location{name: name, offset: offset} }

// String returns the name.
func (l *Location) String() string {
	if l == nil {
		return "UTC"
	}
	return l.name
}

// at returns what holds at a time, in seconds since 1970.
func (l *Location) at(seconds int64) zoneSpan {
	switch {
	case l == nil || l == Local && l.zones == nil:
		return zoneSpan{"UTC", 0, false, firstSecond, lastSecond}
	case l.zones != nil:
		return l.zones.find(seconds)
	}
	return zoneSpan{l.name, l.offset, false, firstSecond, lastSecond}
}

// offsetAt returns the offset at a time, in seconds since 1970.
func (l *Location) offsetAt(seconds int64) int {
	if l.zones != nil {
		return l.zones.find(seconds).offset
	}
	return l.offset
}

// offsetOfClock returns the offset with which a clock in the location shows so many seconds since 1970. Where two do, or none, it is
// one of those around the change.
func (l *Location) offsetOfClock(shown int64) int {
	if l.zones == nil {
		return l.offset
	}
	span := l.zones.find(shown)
	if at := shown - int64(span.offset); at < span.start || at >= span.end {
		return l.zones.find(at).offset
	}
	return span.offset
}

// Zone returns name and offset of the zone.
func (t Time) Zone() (name string, offset int) {
	span := t.location.at(t.Unix())
	return span.name, span.offset
}

// IsDST reports whether the time is in daylight saving time.
func (t Time) IsDST() bool { return t.location.at(t.Unix()).dst }

// ZoneBounds returns when the zone that holds at t began and when it ends; zero times where it always has or will.
func (t Time) ZoneBounds() (start, end Time) {
	span := t.location.at(t.Unix())
	if span.start != firstSecond {
		start = unixNano(span.start, 0)
		start.location = t.location
	}
	if span.end != lastSecond {
		end = unixNano(span.end, 0)
		end.location = t.location
	}
	return start, end
}

// MarshalBinary returns the time in the form that package encoding/gob sends: the instant and the offset of its zone.
func (t Time) MarshalBinary() ([]byte, error) { return t.AppendBinary(nil) }

// AppendBinary appends the form of MarshalBinary.
func (t Time) AppendBinary(b []byte) ([]byte, error) {
	version, minutes, seconds := byte(1), int16(-1), 0
	if t.Location() != UTC {
		_, offset := t.Zone()
		if seconds = offset % 60; seconds != 0 {
			version = 2
		}
		if offset /= 60; offset < -32768 || offset == -1 || offset > 32767 {
			return b, errors.New("Time.MarshalBinary: unexpected zone offset")
		}
		minutes = int16(offset)
	}
	b = append(b, version)
	for shift := 56; shift >= 0; shift -= 8 {
		b = append(b, byte(t.seconds>>shift))
	}
	for shift := 24; shift >= 0; shift -= 8 {
		b = append(b, byte(t.nanoseconds>>shift))
	}
	b = append(b, byte(minutes>>8), byte(minutes))
	if version == 2 {
		b = append(b, byte(seconds))
	}
	return b, nil
}

// UnmarshalBinary reads the form of MarshalBinary.
func (t *Time) UnmarshalBinary(data []byte) error {
	if len(data) == 0 {
		return errors.New("Time.UnmarshalBinary: no data")
	}
	if data[0] != 1 && data[0] != 2 {
		return errors.New("Time.UnmarshalBinary: unsupported version")
	}
	if len(data) != 14+int(data[0]) {
		return errors.New("Time.UnmarshalBinary: invalid length")
	}
	*t = Time{}
	for _, b := range data[1:9] {
		t.seconds = t.seconds<<8 | int64(b)
	}
	for _, b := range data[9:13] {
		t.nanoseconds = t.nanoseconds<<8 | int32(b)
	}
	offset := int(int16(data[13])<<8|int16(data[14])) * 60
	if data[0] == 2 {
		offset += int(data[15])
	}
	switch {
	case offset == -60:
	case offset == Local.at(t.Unix()).offset:
		t.location = Local
	default:
		t.location = FixedZone("", offset)
	}
	return nil
}

// GobEncode is MarshalBinary.
func (t Time) GobEncode() ([]byte, error) { return t.MarshalBinary() }

// GobDecode is UnmarshalBinary.
func (t *Time) GobDecode(data []byte) error { return t.UnmarshalBinary(data) }

// AppendText appends what MarshalText returns.
func (t Time) AppendText(b []byte) ([]byte, error) {
	text, err := t.MarshalText()
	return append(b, text...), err
}
