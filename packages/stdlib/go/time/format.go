package time

// Layouts for Format and Parse: how the time of reference, 01/02 03:04:05PM '06 -0700, would be written.
const (
	Layout      = "01/02 03:04:05PM '06 -0700"
	ANSIC       = "Mon Jan _2 15:04:05 2006"
	UnixDate    = "Mon Jan _2 15:04:05 MST 2006"
	RubyDate    = "Mon Jan 02 15:04:05 -0700 2006"
	RFC822      = "02 Jan 06 15:04 MST"
	RFC822Z     = "02 Jan 06 15:04 -0700"
	RFC850      = "Monday, 02-Jan-06 15:04:05 MST"
	RFC1123     = "Mon, 02 Jan 2006 15:04:05 MST"
	RFC1123Z    = "Mon, 02 Jan 2006 15:04:05 -0700"
	RFC3339     = "2006-01-02T15:04:05Z07:00"
	RFC3339Nano = "2006-01-02T15:04:05.999999999Z07:00"
	Kitchen     = "3:04PM"
	Stamp       = "Jan _2 15:04:05"
	StampMilli  = "Jan _2 15:04:05.000"
	StampMicro  = "Jan _2 15:04:05.000000"
	StampNano   = "Jan _2 15:04:05.000000000"
	DateTime    = "2006-01-02 15:04:05"
	DateOnly    = "2006-01-02"
	TimeOnly    = "15:04:05"
)

// element is a part of a layout for a part of a time.
type element uint8

const (
	none element = iota
	longMonth
	shortMonth
	numMonth
	zeroMonth
	longWeekday
	shortWeekday
	numDay
	spaceDay
	zeroDay
	spaceYearDay
	zeroYearDay
	hour24
	hour12
	zeroHour12
	numMinute
	zeroMinute
	numSecond
	zeroSecond
	longYear
	shortYear
	upperPM
	lowerPM
	zoneName
	zoneOffset // with the form in the text of the layout
	fraction   // likewise
)

// elements are tried in this order: longer texts before their beginnings.
var elements = [...]struct {
	text string
	kind element
}{
	{"January", longMonth}, {"Jan", shortMonth}, {"Monday", longWeekday}, {"Mon", shortWeekday}, {"MST", zoneName},
	{"002", zeroYearDay}, {"01", zeroMonth}, {"02", zeroDay}, {"03", zeroHour12}, {"04", zeroMinute},
	{"05", zeroSecond}, {"06", shortYear}, {"15", hour24}, {"1", numMonth}, {"2006", longYear}, {"2", numDay},
	{"__2", spaceYearDay}, {"_2", spaceDay}, {"3", hour12}, {"4", numMinute}, {"5", numSecond}, {"PM", upperPM},
	{"pm", lowerPM}, {"-07:00:00", zoneOffset}, {"-07:00", zoneOffset}, {"-070000", zoneOffset},
	{"-0700", zoneOffset}, {"-07", zoneOffset}, {"Z07:00:00", zoneOffset}, {"Z07:00", zoneOffset},
	{"Z070000", zoneOffset}, {"Z0700", zoneOffset}, {"Z07", zoneOffset},
}

func hasPrefix(s, prefix string) bool { return len(s) >= len(prefix) && s[:len(prefix)] == prefix }

func isDigit(s string, i int) bool { return i < len(s) && s[i] >= '0' && s[i] <= '9' }

// next splits a layout at its first element.
func next(layout string) (before string, kind element, text, after string) {
	for i := 0; i < len(layout); i++ {
		rest := layout[i:]
		switch c := rest[0]; c {
		case 'J', 'M', '0', '1', '2', '_', '3', '4', '5', 'P', 'p', '-', 'Z':
			if hasPrefix(rest, "_2006") {
				return layout[:i+1], longYear, "2006", rest[5:]
			}
			for _, e := range &elements {
				if !hasPrefix(rest, e.text) {
					continue
				}
				if (e.kind == shortMonth || e.kind == shortWeekday) && len(rest) > 3 && rest[3] >= 'a' && rest[3] <= 'z' {
					continue
				}
				return layout[:i], e.kind, e.text, rest[len(e.text):]
			}
		case '.', ',':
			if len(rest) > 1 && (rest[1] == '0' || rest[1] == '9') {
				end := 1
				for end < len(rest) && rest[end] == rest[1] {
					end++
				}
				if !isDigit(rest, end) {
					return layout[:i], fraction, rest[:end], rest[end:]
				}
			}
		}
	}
	return layout, none, "", ""
}

// Format writes the time as a layout shows it.
func (t Time) Format(layout string) string { return string(t.AppendFormat(nil, layout)) }

// AppendFormat is Format that appends.
func (t Time) AppendFormat(b []byte, layout string) []byte {
	year, month, day := t.Date()
	hour, minute, second := t.Clock()
	number := func(n, width int) {
		if n < 0 {
			b = append(b, '-')
			n = -n
		}
		b = append(b, digits(uint64(n), width)...)
	}
	for layout != "" {
		before, kind, text, after := next(layout)
		b = append(b, before...)
		layout = after
		switch kind {
		case longMonth:
			b = append(b, month.String()...)
		case shortMonth:
			b = append(b, month.String()[:3]...)
		case numMonth:
			number(int(month), 1)
		case zeroMonth:
			number(int(month), 2)
		case longWeekday:
			b = append(b, t.Weekday().String()...)
		case shortWeekday:
			b = append(b, t.Weekday().String()[:3]...)
		case numDay:
			number(day, 1)
		case zeroDay:
			number(day, 2)
		case spaceDay:
			if day < 10 {
				b = append(b, ' ')
			}
			number(day, 1)
		case zeroYearDay:
			number(t.YearDay(), 3)
		case spaceYearDay:
			n := t.YearDay()
			if n < 100 {
				b = append(b, ' ')
			}
			if n < 10 {
				b = append(b, ' ')
			}
			number(n, 1)
		case hour24:
			number(hour, 2)
		case hour12:
			number((hour+11)%12+1, 1)
		case zeroHour12:
			number((hour+11)%12+1, 2)
		case numMinute:
			number(minute, 1)
		case zeroMinute:
			number(minute, 2)
		case numSecond:
			number(second, 1)
		case zeroSecond:
			number(second, 2)
		case longYear:
			number(year, 4)
		case shortYear:
			number((year%100+100)%100, 2)
		case upperPM, lowerPM:
			half := "AMam"
			if hour >= 12 {
				half = "PMpm"
			}
			if kind == upperPM {
				b = append(b, half[:2]...)
			} else {
				b = append(b, half[2:]...)
			}
		case zoneName:
			name, offset := t.Zone()
			if name == "" {
				b = appendOffset(b, offset, "-0700")
			} else {
				b = append(b, name...)
			}
		case zoneOffset:
			_, offset := t.Zone()
			if text[0] == 'Z' && offset == 0 {
				b = append(b, 'Z')
			} else {
				b = appendOffset(b, offset, text)
			}
		case fraction:
			count := len(text) - 1
			part := digits(uint64(t.nanoseconds), 9)
			if count < 9 {
				part = part[:count]
			}
			if text[1] == '9' {
				for part != "" && part[len(part)-1] == '0' {
					part = part[:len(part)-1]
				}
				if part == "" {
					continue
				}
			}
			b = append(b, text[0])
			b = append(b, part...)
		}
	}
	return b
}

// appendOffset writes an offset in the form of -07, -0700, -07:00, -070000 or -07:00:00.
func appendOffset(b []byte, offset int, form string) []byte {
	sign := byte('+')
	// As in Go, the sign is that of the whole minutes, and less than one of them has its own.
	if offset <= -60 {
		sign = '-'
		offset = -offset
	}
	b = append(b, sign)
	b = append(b, digits(uint64(offset/3600), 2)...)
	colon := len(form) > 3 && form[3] == ':'
	for i, part := range [2]int{offset / 60 % 60, offset % 60} {
		if len(form) >= []int{5, 7}[i] && (i == 0 || len(form) == 7 || len(form) == 9) {
			if colon {
				b = append(b, ':')
			}
			if part < 0 {
				b = append(b, '-')
				part = -part
			}
			b = append(b, digits(uint64(part), 2)...)
		}
	}
	return b
}

// String writes the time with its zone, and the reading of the monotonic clock where there is one.
func (t Time) String() string {
	text := t.Format("2006-01-02 15:04:05.999999999 -0700 MST")
	if t.monotonic != 0 {
		m := t.monotonic - 1
		text += " m=+" + digits(uint64(m/1e9), 1) + "." + digits(uint64(m%1e9), 9)
	}
	return text
}

// GoString writes the time as a call of Date.
func (t Time) GoString() string {
	year, month, day := t.Date()
	hour, minute, second := t.Clock()
	zone := "time.UTC"
	if t.location == Local {
		zone = "time.Local"
	} else if t.location != nil {
		zone = "time.Location(" + quote(t.location.name) + ")"
	}
	text := "time.Date(" + digits(uint64(year), 1) + ", time." + month.String()
	for _, n := range []int{day, hour, minute, second, int(t.nanoseconds)} {
		text += ", " + digits(uint64(n), 1)
	}
	return text + ", " + zone + ")"
}

// MarshalText writes RFC 3339.
func (t Time) MarshalText() ([]byte, error) { return t.AppendFormat(nil, RFC3339Nano), nil }

// MarshalJSON writes RFC 3339 in quotes.
func (t Time) MarshalJSON() ([]byte, error) {
	return append(t.AppendFormat([]byte{'"'}, RFC3339Nano), '"'), nil
}

// UnmarshalText reads RFC 3339.
func (t *Time) UnmarshalText(data []byte) (err error) {
	*t, err = Parse(RFC3339, string(data))
	return err
}

// UnmarshalJSON reads RFC 3339 in quotes.
func (t *Time) UnmarshalJSON(data []byte) (err error) {
	if string(data) == "null" {
		return nil
	}
	if len(data) < 2 || data[0] != '"' || data[len(data)-1] != '"' {
		return &ParseError{Message: "Time.UnmarshalJSON: input is not a JSON string"}
	}
	return t.UnmarshalText(data[1 : len(data)-1])
}
