package time

// ParseError says what Parse could not read.
type ParseError struct {
	Layout     string
	Value      string
	LayoutElem string
	ValueElem  string
	Message    string
}

func (e *ParseError) Error() string {
	if e.Layout == "" && e.Value == "" {
		return e.Message
	}
	if e.Message != "" {
		return "parsing time " + quote(e.Value) + e.Message
	}
	return "parsing time " + quote(e.Value) + " as " + quote(e.Layout) + ": cannot parse " + quote(e.ValueElem) +
		" as " + quote(e.LayoutElem)
}

// Parse reads a time that is written as the layout shows. Without a zone it is in UTC.
func Parse(layout, value string) (Time, error) { return parse(layout, value, UTC) }

// ParseInLocation is Parse with the location of times without a zone.
func ParseInLocation(layout, value string, location *Location) (Time, error) {
	return parse(layout, value, location)
}

// reader reads the parts of a value; ok becomes false where one is missing.
type reader struct {
	rest string
	ok   bool
}

// number reads between low and high digits.
func (r *reader) number(low, high int) int {
	n, count := 0, 0
	for count < high && isDigit(r.rest, count) {
		n = n*10 + int(r.rest[count]-'0')
		count++
	}
	if count < low {
		r.ok = false
		return 0
	}
	r.rest = r.rest[count:]
	return n
}

// name reads one of the names that name(1) … name(count) return, in any case, by its first `length` letters (0: all).
func (r *reader) name(count, length int, name func(int) string) int {
	for i := 0; i < count; i++ {
		text := name(i)
		if length > 0 {
			text = text[:length]
		}
		if len(r.rest) >= len(text) && equalFold(r.rest[:len(text)], text) {
			r.rest = r.rest[len(text):]
			return i
		}
	}
	r.ok = false
	return 0
}

func equalFold(a, b string) bool {
	for i := 0; i < len(a); i++ {
		if a[i]|0x20 != b[i]|0x20 {
			return false
		}
	}
	return true
}

func (r *reader) fraction() int {
	count := 1
	for isDigit(r.rest, count) {
		count++
	}
	n := 0
	for i := 1; i <= 9; i++ {
		n *= 10
		if i < count {
			n += int(r.rest[i] - '0')
		}
	}
	r.rest = r.rest[count:]
	return n
}

func (r *reader) offset(form string) int {
	if form[0] == 'Z' && hasPrefix(r.rest, "Z") {
		r.rest = r.rest[1:]
		return 0
	}
	if r.rest == "" || r.rest[0] != '+' && r.rest[0] != '-' {
		r.ok = false
		return 0
	}
	negative := r.rest[0] == '-'
	r.rest = r.rest[1:]
	offset := r.number(2, 2) * 3600
	colon := len(form) > 3 && form[3] == ':'
	for part, unit := 0, 60; part < (len(form)-2)/2 && unit > 0; part, unit = part+1, unit/60 {
		if colon && part >= (len(form)-3)/3 {
			break
		}
		if colon {
			if !hasPrefix(r.rest, ":") {
				r.ok = false
				return 0
			}
			r.rest = r.rest[1:]
		}
		offset += r.number(2, 2) * unit
	}
	if negative {
		return -offset
	}
	return offset
}

func parse(layout, value string, location *Location) (Time, error) {
	year, month, day, yearDay := 1, 0, 0, 0
	year = 0
	var hour, minute, second, nanosecond int
	half := ""
	var zone *Location
	abbreviation, shift, shifted := "", 0, false
	r := &reader{rest: value, ok: true}
	rest := layout
	for {
		before, kind, text, after := next(rest)
		if !skip(r, before) {
			return Time{}, &ParseError{layout, value, before, r.rest, ""}
		}
		if kind == none {
			if r.rest != "" {
				return Time{}, &ParseError{layout, value, "", r.rest, ": extra text: " + quote(r.rest)}
			}
			break
		}
		rest = after
		held := r.rest
		wrong := ""
		switch kind {
		case longMonth:
			month = r.name(12, 0, func(i int) string { return Month(i + 1).String() }) + 1
		case shortMonth:
			month = r.name(12, 3, func(i int) string { return Month(i + 1).String() }) + 1
		case numMonth, zeroMonth:
			month = r.number(digitsOf(kind == zeroMonth), 2)
			if r.ok && (month < 1 || month > 12) {
				wrong = "month"
			}
		case longWeekday:
			r.name(7, 0, func(i int) string { return Weekday(i).String() })
		case shortWeekday:
			r.name(7, 3, func(i int) string { return Weekday(i).String() })
		case numDay, spaceDay, zeroDay:
			if kind == spaceDay && hasPrefix(r.rest, " ") {
				r.rest = r.rest[1:]
			}
			day = r.number(digitsOf(kind == zeroDay), 2)
		case zeroYearDay, spaceYearDay:
			for kind == spaceYearDay && hasPrefix(r.rest, " ") {
				r.rest = r.rest[1:]
			}
			yearDay = r.number(digitsOf(kind == zeroYearDay)+digitsOf(kind == zeroYearDay)/2, 3)
			if r.ok && (yearDay < 1 || yearDay > 366) {
				wrong = "day-of-year"
			}
		case hour24:
			hour = r.number(1, 2)
			if hour > 23 {
				wrong = "hour"
			}
		case hour12, zeroHour12:
			hour = r.number(digitsOf(kind == zeroHour12), 2)
			if hour > 12 {
				wrong = "hour"
			}
		case numMinute, zeroMinute:
			minute = r.number(digitsOf(kind == zeroMinute), 2)
			if minute > 59 {
				wrong = "minute"
			}
		case numSecond, zeroSecond:
			second = r.number(digitsOf(kind == zeroSecond), 2)
			if second > 59 {
				wrong = "second"
			}
			// A fraction may follow although the layout has none.
			if len(r.rest) >= 2 && (r.rest[0] == '.' || r.rest[0] == ',') && isDigit(r.rest, 1) {
				if _, following, _, _ := next(rest); following != fraction || !hasPrefix(rest, ".") && !hasPrefix(rest, ",") {
					nanosecond = r.fraction()
				}
			}
		case longYear:
			year = r.number(4, 4)
		case shortYear:
			year = r.number(2, 2)
			if year >= 69 {
				year += 1900
			} else {
				year += 2000
			}
		case upperPM, lowerPM:
			if len(r.rest) >= 2 {
				half = r.rest[:2]
			}
			if half != "AM" && half != "PM" && half != "am" && half != "pm" {
				r.ok = false
			} else {
				r.rest = r.rest[2:]
			}
		case zoneName:
			end := 0
			for end < len(r.rest) && (r.rest[end] >= 'A' && r.rest[end] <= 'Z') {
				end++
			}
			if end < 3 {
				r.ok = false
				break
			}
			zone = UTC
			if r.rest[:end] != "UTC" {
				zone = FixedZone(r.rest[:end], 0)
				abbreviation = r.rest[:end]
			}
			r.rest = r.rest[end:]
		case zoneOffset:
			if offset := r.offset(text); offset == 0 {
				zone = UTC
			} else {
				zone = FixedZone("", offset)
				shift, shifted = offset, true
			}
		case fraction:
			if text[1] == '0' {
				if len(r.rest) < len(text) || r.rest[0] != text[0] || !isDigit(r.rest, len(text)-1) {
					r.ok = false
					break
				}
				head := reader{rest: r.rest[:len(text)]}
				nanosecond = head.fraction()
				r.rest = r.rest[len(text):]
			} else if len(r.rest) >= 2 && (r.rest[0] == '.' || r.rest[0] == ',') && isDigit(r.rest, 1) {
				nanosecond = r.fraction()
			}
		}
		if !r.ok {
			return Time{}, &ParseError{layout, value, text, held, ""}
		}
		if wrong != "" {
			return Time{}, &ParseError{layout, value, text, r.rest, ": " + wrong + " out of range"}
		}
	}
	switch {
	case half != "" && half[0]|0x20 == 'p' && hour < 12:
		hour += 12
	case half != "" && half[0]|0x20 == 'a' && hour == 12:
		hour = 0
	}
	if yearDay > 0 && month == 0 {
		_, m, d := civilFromDays(daysFromCivil(year, 1, 1) + int64(yearDay-1))
		month, day = int(m), d
	}
	if month == 0 {
		month = 1
	}
	if day == 0 && yearDay == 0 {
		if containsDay(layout) {
			return Time{}, &ParseError{layout, value, "", value, ": day out of range"}
		}
		day = 1
	}
	length := daysFromCivil(year, month+1, 1)
	if month == 12 {
		length = daysFromCivil(year+1, 1, 1)
	}
	if int64(day) > length-daysFromCivil(year, month, 1) {
		return Time{}, &ParseError{layout, value, "", value, ": day out of range"}
	}
	if zone == nil {
		zone = location
	} else if location.zones != nil {
		// What is written may be what holds in the location then.
		shown := Date(year, Month(month), day, hour, minute, second, 0, UTC).Unix()
		if shifted && location.zones.find(shown-int64(shift)).offset == shift {
			t := unixNano(shown-int64(shift), int64(nanosecond))
			t.location = location
			return t, nil
		}
		if offset, ok := location.zones.findName(abbreviation, shown); ok && !shifted && abbreviation != "" {
			t := unixNano(shown-int64(offset), int64(nanosecond))
			t.location = location
			return t, nil
		}
	}
	return Date(year, Month(month), day, hour, minute, second, nanosecond, zone), nil
}

// digitsOf returns how many digits a number must have.
func digitsOf(padded bool) int {
	if padded {
		return 2
	}
	return 1
}

func containsDay(layout string) bool {
	for layout != "" {
		_, kind, _, after := next(layout)
		if kind == numDay || kind == spaceDay || kind == zeroDay {
			return true
		}
		layout = after
	}
	return false
}

// skip passes over the text between elements; spaces of the layout match any number of spaces.
func skip(r *reader, text string) bool {
	for text != "" {
		if text[0] == ' ' {
			if r.rest != "" && r.rest[0] != ' ' {
				return false
			}
			for hasPrefix(text, " ") {
				text = text[1:]
			}
			for hasPrefix(r.rest, " ") {
				r.rest = r.rest[1:]
			}
			continue
		}
		if r.rest == "" || r.rest[0] != text[0] {
			return false
		}
		text, r.rest = text[1:], r.rest[1:]
	}
	return true
}
