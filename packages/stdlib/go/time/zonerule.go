package time

// ruleSpan returns what the rule of a TZ variable (`CET-1CEST,M3.5.0,M10.5.0/3`) says of a time later than `last`, the last change
// before it; false if it is not well formed.
func ruleSpan(rule string, last, seconds int64) (span zoneSpan, ok bool) {
	r := &ruleReader{rule, true}
	standard := zone{name: r.name()}
	standard.offset = -r.seconds()
	if !r.ok {
		return span, false
	}
	if r.rest == "" {
		return zoneSpan{standard.name, standard.offset, false, last, lastSecond}, true
	}
	summer := zone{r.name(), standard.offset + 3600, true}
	if r.rest != "" && r.rest[0] != ',' {
		summer.offset = -r.seconds()
	}
	if r.rest == "" {
		// What POSIX leaves open is as in the United States.
		r.rest = ",M3.2.0,M11.1.0"
	}
	days, _ := splitDays(seconds)
	year, _, _ := civilFromDays(days)
	first := daysFromCivil(year, 1, 1)
	r.sign(',')
	begins := first*secondsPerDay + r.change(year, first) - int64(standard.offset)
	r.sign(',')
	ends := first*secondsPerDay + r.change(year, first) - int64(summer.offset)
	if !r.ok || r.rest != "" {
		return span, false
	}
	// In the south summer goes over the end of the year.
	outer, inner := standard, summer
	if ends < begins {
		begins, ends = ends, begins
		outer, inner = summer, standard
	}
	start := first * secondsPerDay
	switch {
	case seconds < begins:
		return zoneSpan{outer.name, outer.offset, outer.dst, start, begins}, true
	case seconds >= ends:
		return zoneSpan{outer.name, outer.offset, outer.dst, ends, start + 365*secondsPerDay}, true
	}
	return zoneSpan{inner.name, inner.offset, inner.dst, begins, ends}, true
}

// ruleReader reads the parts of a rule; ok becomes false where one is missing.
type ruleReader struct {
	rest string
	ok   bool
}

func (r *ruleReader) sign(c byte) {
	if r.rest == "" || r.rest[0] != c {
		r.ok = false
		return
	}
	r.rest = r.rest[1:]
}

// name reads an abbreviation: letters, or anything in angle brackets.
func (r *ruleReader) name() string {
	end := 0
	if r.rest != "" && r.rest[0] == '<' {
		for end < len(r.rest) && r.rest[end] != '>' {
			end++
		}
		if end == len(r.rest) {
			r.ok = false
			return ""
		}
		text := r.rest[1:end]
		r.rest = r.rest[end+1:]
		return text
	}
	for end < len(r.rest) && (r.rest[end]|0x20 >= 'a' && r.rest[end]|0x20 <= 'z') {
		end++
	}
	if end < 3 {
		r.ok = false
	}
	text := r.rest[:end]
	r.rest = r.rest[end:]
	return text
}

func (r *ruleReader) number(low, high int) int {
	n, count := 0, 0
	for isDigit(r.rest, count) && count < 4 {
		n = n*10 + int(r.rest[count]-'0')
		count++
	}
	r.rest = r.rest[count:]
	if count == 0 || n < low || n > high {
		r.ok = false
	}
	return n
}

// seconds reads a time or an offset: `-2`, `1:30`, `10:00:15`.
func (r *ruleReader) seconds() int {
	negative := false
	if r.rest != "" && (r.rest[0] == '-' || r.rest[0] == '+') {
		negative = r.rest[0] == '-'
		r.rest = r.rest[1:]
	}
	n := r.number(0, 24*7) * 3600
	for unit := 60; unit > 0 && r.rest != "" && r.rest[0] == ':'; unit /= 60 {
		r.rest = r.rest[1:]
		n += r.number(0, 59) * unit
	}
	if negative {
		return -n
	}
	return n
}

// change reads when a change happens, and returns the seconds from the year's begin, which is the day `first`, as clocks show them before it.
func (r *ruleReader) change(year int, first int64) int64 {
	day := int64(0)
	switch {
	case r.rest != "" && r.rest[0] == 'M':
		r.rest = r.rest[1:]
		month := r.number(1, 12)
		r.sign('.')
		week := r.number(1, 5)
		r.sign('.')
		weekday := r.number(0, 6)
		if !r.ok {
			return 0
		}
		begin := daysFromCivil(year, month, 1)
		end := daysFromCivil(year+month/12, month%12+1, 1)
		day = begin + int64((weekday-int(weekdayOf(begin))+7)%7) + int64(week-1)*7
		if day >= end {
			day -= 7
		}
		day -= first
	case r.rest != "" && r.rest[0] == 'J':
		r.rest = r.rest[1:]
		day = int64(r.number(1, 365) - 1)
		// 29 February is not counted.
		if leap := daysFromCivil(year+1, 1, 1)-first == 366; leap && day >= 31+28 {
			day++
		}
	default:
		day = int64(r.number(0, 365))
	}
	at := 2 * 3600
	if r.rest != "" && r.rest[0] == '/' {
		r.rest = r.rest[1:]
		at = r.seconds()
	}
	return day*secondsPerDay + int64(at)
}
