package time

// A Duration is the time between two instants, in nanoseconds.
type Duration int64

// Common durations.
const (
	Nanosecond  Duration = 1
	Microsecond          = 1000 * Nanosecond
	Millisecond          = 1000 * Microsecond
	Second               = 1000 * Millisecond
	Minute               = 60 * Second
	Hour                 = 60 * Minute
)

const (
	minDuration Duration = -1 << 63
	maxDuration Duration = 1<<63 - 1
)

// Nanoseconds returns the duration in nanoseconds.
func (d Duration) Nanoseconds() int64 { return int64(d) }

// Microseconds returns the duration in whole microseconds.
func (d Duration) Microseconds() int64 { return int64(d) / 1000 }

// Milliseconds returns the duration in whole milliseconds.
func (d Duration) Milliseconds() int64 { return int64(d) / 1e6 }

// Seconds returns the duration in seconds.
func (d Duration) Seconds() float64 { return float64(d/Second) + float64(d%Second)/1e9 }

// Minutes returns the duration in minutes.
func (d Duration) Minutes() float64 { return float64(d/Minute) + float64(d%Minute)/60e9 }

// Hours returns the duration in hours.
func (d Duration) Hours() float64 { return float64(d/Hour) + float64(d%Hour)/3600e9 }

// Abs returns the absolute value; that of the least duration is the greatest.
func (d Duration) Abs() Duration {
	switch {
	case d >= 0:
		return d
	case d == minDuration:
		return maxDuration
	}
	return -d
}

// Truncate rounds towards zero to a multiple of m.
func (d Duration) Truncate(m Duration) Duration {
	if m <= 0 {
		return d
	}
	return d - d%m
}

// Round rounds to the nearest multiple of m, halves away from zero.
func (d Duration) Round(m Duration) Duration {
	if m <= 0 {
		return d
	}
	rest := d % m
	if d < 0 {
		rest = -rest
		if rest < m-rest {
			return d + rest
		}
		if down := d - m + rest; down < d {
			return down
		}
		return minDuration
	}
	if rest < m-rest {
		return d - rest
	}
	if up := d + m - rest; up > d {
		return up
	}
	return maxDuration
}

// String returns a text like "1h15m30.918s".
func (d Duration) String() string {
	if d == 0 {
		return "0s"
	}
	u := uint64(d)
	sign := ""
	if d < 0 {
		u, sign = -u, "-"
	}
	switch {
	case u < 1000:
		return sign + digits(u, 1) + "ns"
	case u < 1e6:
		return sign + decimal(u, 3) + "µs"
	case u < 1e9:
		return sign + decimal(u, 6) + "ms"
	}
	seconds := u / 1e9
	text := decimal(seconds%60*1e9+u%1e9, 9) + "s"
	if seconds >= 60 {
		text = digits(seconds/60%60, 1) + "m" + text
	}
	if seconds >= 3600 {
		text = digits(seconds/3600, 1) + "h" + text
	}
	return sign + text
}

// digits writes u with at least width digits.
func digits(u uint64, width int) string {
	var buffer [20]byte
	at := len(buffer)
	for u > 0 || len(buffer)-at < width {
		at--
		buffer[at] = byte('0' + u%10)
		u /= 10
	}
	return string(buffer[at:])
}

// decimal writes u / 10**places without zeros at the end.
func decimal(u uint64, places int) string {
	power := uint64(1)
	for range places {
		power *= 10
	}
	text := digits(u/power, 1)
	rest := u % power
	if rest == 0 {
		return text
	}
	fraction := digits(rest, places)
	for fraction[len(fraction)-1] == '0' {
		fraction = fraction[:len(fraction)-1]
	}
	return text + "." + fraction
}

var units = []struct {
	name string
	size uint64
}{
	{"ns", 1}, {"us", 1e3}, {"µs", 1e3}, {"μs", 1e3}, {"ms", 1e6}, {"s", 1e9}, {"m", 60e9}, {"h", 3600e9},
}

// ParseDuration reads a text like "-1.5h" or "2h45m".
func ParseDuration(s string) (Duration, error) {
	rest := s
	negative := false
	if rest != "" && (rest[0] == '-' || rest[0] == '+') {
		negative = rest[0] == '-'
		rest = rest[1:]
	}
	if rest == "0" {
		return 0, nil
	}
	if rest == "" {
		return 0, &durationError{"invalid duration ", s}
	}
	const limit = uint64(1) << 63
	var total uint64
	for rest != "" {
		var whole, fraction, scale uint64 = 0, 0, 1
		count := 0
		for rest != "" && rest[0] >= '0' && rest[0] <= '9' {
			if whole > limit/10 {
				return 0, &durationError{"invalid duration ", s}
			}
			whole = whole*10 + uint64(rest[0]-'0')
			if whole > limit {
				return 0, &durationError{"invalid duration ", s}
			}
			rest = rest[1:]
			count++
		}
		if rest != "" && rest[0] == '.' {
			rest = rest[1:]
			for rest != "" && rest[0] >= '0' && rest[0] <= '9' {
				if scale <= limit/100 && fraction <= (limit-10)/10 {
					fraction = fraction*10 + uint64(rest[0]-'0')
					scale *= 10
				}
				rest = rest[1:]
				count++
			}
		}
		if count == 0 {
			return 0, &durationError{"invalid duration ", s}
		}
		end := 0
		for end < len(rest) && rest[end] != '.' && (rest[end] < '0' || rest[end] > '9') {
			end++
		}
		if end == 0 {
			return 0, &durationError{"missing unit in duration ", s}
		}
		name := rest[:end]
		rest = rest[end:]
		size := uint64(0)
		for _, unit := range units {
			if unit.name == name {
				size = unit.size
			}
		}
		if size == 0 {
			return 0, &durationError{"unknown unit " + quote(name) + " in duration ", s}
		}
		if whole > limit/size {
			return 0, &durationError{"invalid duration ", s}
		}
		part := whole*size + uint64(float64(fraction)*(float64(size)/float64(scale)))
		total += part
		if part > limit || total > limit {
			return 0, &durationError{"invalid duration ", s}
		}
	}
	if negative {
		return -Duration(total), nil
	}
	if total > limit-1 {
		return 0, &durationError{"invalid duration ", s}
	}
	return Duration(total), nil
}

type durationError struct{ what, text string }

func (e *durationError) Error() string { return "time: " + e.what + quote(e.text) }

// quote writes a text in quotes; bytes that do not print are escaped.
func quote(s string) string {
	const hex = "0123456789abcdef"
	out := []byte{'"'}
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c == '"' || c == '\\':
			out = append(out, '\\', c)
		case c < ' ' || c >= 0x7f:
			out = append(out, '\\', 'x', hex[c>>4], hex[c&15])
		default:
			out = append(out, c)
		}
	}
	return string(append(out, '"'))
}
