// Package time measures, calculates with, formats and parses time. Local time is UTC: the host has no time zone.
package time

import _ "unsafe"

//go:linkname walltime runtime.walltime
func walltime() int64

//go:linkname nanotime runtime.nanotime
func nanotime() int64

// A Month is a month of the year: January is 1.
type Month int

// The months.
const (
	January Month = 1 + iota
	February
	March
	April
	May
	June
	July
	August
	September
	October
	November
	December
)

const monthNames = "JanuaryFebruaryMarchAprilMayJuneJulyAugustSeptemberOctoberNovemberDecember"

var monthEnds = [...]uint8{0, 7, 15, 20, 25, 28, 32, 36, 42, 51, 58, 66, 74}

// String returns the English name.
func (m Month) String() string {
	if m >= January && m <= December {
		return monthNames[monthEnds[m-1]:monthEnds[m]]
	}
	return "%!Month(" + digits(uint64(m), 1) + ")"
}

// A Weekday is a day of the week: Sunday is 0.
type Weekday int

// The days.
const (
	Sunday Weekday = iota
	Monday
	Tuesday
	Wednesday
	Thursday
	Friday
	Saturday
)

const dayNames = "SundayMondayTuesdayWednesdayThursdayFridaySaturday"

var dayEnds = [...]uint8{0, 6, 12, 19, 28, 36, 42, 50}

// String returns the English name.
func (d Weekday) String() string {
	if d >= Sunday && d <= Saturday {
		return dayNames[dayEnds[d]:dayEnds[d+1]]
	}
	return "%!Weekday(" + digits(uint64(d), 1) + ")"
}

const (
	secondsPerDay = 86400
	// unixToInternal is the number of seconds from 1 January of the year 1 to 1970.
	unixToInternal = 62135596800
)

// A Time is an instant with nanosecond precision. The zero Time is 1 January of the year 1, 00:00 UTC.
type Time struct {
	seconds     int64 // since the year 1
	nanoseconds int32
	monotonic   int64 // reading of the monotonic clock plus 1; 0 for none
	location    *Location
}

// Now returns the current time.
func Now() Time {
	t := unixNano(0, walltime())
	t.monotonic = nanotime() + 1
	t.location = Local
	return t
}

// unixNano returns a time from seconds and nanoseconds since 1970, which may be out of range.
func unixNano(seconds, nanoseconds int64) Time {
	seconds += nanoseconds / 1e9
	nanoseconds %= 1e9
	if nanoseconds < 0 {
		nanoseconds += 1e9
		seconds--
	}
	return Time{seconds: seconds + unixToInternal, nanoseconds: int32(nanoseconds), location: Local}
}

// Unix returns the time so many seconds and nanoseconds after 1 January 1970.
func Unix(seconds, nanoseconds int64) Time { return unixNano(seconds, nanoseconds) }

// UnixMilli returns the time so many milliseconds after 1 January 1970.
func UnixMilli(ms int64) Time { return unixNano(ms/1e3, ms%1e3*1e6) }

// UnixMicro returns the time so many microseconds after 1 January 1970.
func UnixMicro(us int64) Time { return unixNano(us/1e6, us%1e6*1e3) }

// Date returns the time of a date in a location. Values out of range carry over.
func Date(year int, month Month, day, hour, minute, second, nanosecond int, location *Location) Time {
	if location == nil {
		panic("time: missing Location in call to Date")
	}
	m := int(month) - 1
	year += m / 12
	m %= 12
	if m < 0 {
		m += 12
		year--
	}
	seconds := (daysFromCivil(year, m+1, 1)+int64(day-1))*secondsPerDay + int64(hour)*3600 + int64(minute)*60 + int64(second)
	t := unixNano(seconds-int64(location.offsetOfClock(seconds)), int64(nanosecond))
	t.location = location
	if location == UTC {
		t.location = nil
	}
	return t
}

// daysFromCivil returns the days from 1970-01-01 to a date of the proleptic Gregorian calendar, and civilFromDays the
// other way: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
func daysFromCivil(year, month, day int) int64 {
	y := int64(year)
	if month <= 2 {
		y--
	}
	era := y / 400
	if y < 0 {
		era = (y - 399) / 400
	}
	yearOfEra := y - era*400
	shifted := int64((month + 9) % 12)
	dayOfYear := (153*shifted+2)/5 + int64(day) - 1
	return era*146097 + yearOfEra*365 + yearOfEra/4 - yearOfEra/100 + dayOfYear - 719468
}

func civilFromDays(days int64) (year int, month Month, day int) {
	z := days + 719468
	era := z / 146097
	if z < 0 {
		era = (z - 146096) / 146097
	}
	dayOfEra := z - era*146097
	yearOfEra := (dayOfEra - dayOfEra/1460 + dayOfEra/36524 - dayOfEra/146096) / 365
	dayOfYear := dayOfEra - (365*yearOfEra + yearOfEra/4 - yearOfEra/100)
	shifted := (5*dayOfYear + 2) / 153
	day = int(dayOfYear - (153*shifted+2)/5 + 1)
	m := shifted + 3
	if m > 12 {
		m -= 12
	}
	y := yearOfEra + era*400
	if m <= 2 {
		y++
	}
	return int(y), Month(m), day
}

// local returns days since 1970 and seconds of the day in the time's location.
func (t Time) local() (days int64, second int) {
	seconds := t.seconds - unixToInternal
	if t.location != nil {
		seconds += int64(t.location.offsetAt(seconds))
	}
	return splitDays(seconds)
}

// splitDays divides seconds since 1970 into days and seconds of the day.
func splitDays(seconds int64) (days int64, second int) {
	days = seconds / secondsPerDay
	rest := seconds % secondsPerDay
	if rest < 0 {
		rest += secondsPerDay
		days--
	}
	return days, int(rest)
}

// Date returns year, month and day.
func (t Time) Date() (year int, month Month, day int) {
	days, _ := t.local()
	return civilFromDays(days)
}

// Clock returns hour, minute and second.
func (t Time) Clock() (hour, minute, second int) {
	_, s := t.local()
	return s / 3600, s / 60 % 60, s % 60
}

// Year returns the year.
func (t Time) Year() int {
	year, _, _ := t.Date()
	return year
}

// Month returns the month.
func (t Time) Month() Month {
	_, month, _ := t.Date()
	return month
}

// Day returns the day of the month.
func (t Time) Day() int {
	_, _, day := t.Date()
	return day
}

// Hour returns the hour.
func (t Time) Hour() int {
	_, s := t.local()
	return s / 3600
}

// Minute returns the minute of the hour.
func (t Time) Minute() int {
	_, s := t.local()
	return s / 60 % 60
}

// Second returns the second of the minute.
func (t Time) Second() int {
	_, s := t.local()
	return s % 60
}

// Nanosecond returns the nanoseconds of the second.
func (t Time) Nanosecond() int { return int(t.nanoseconds) }

// Weekday returns the day of the week.
func (t Time) Weekday() Weekday {
	days, _ := t.local()
	return weekdayOf(days)
}

// weekdayOf returns the day of the week of a day since 1970.
func weekdayOf(days int64) Weekday {
	day := (days + 4) % 7 // 1970 began on a Thursday
	if day < 0 {
		day += 7
	}
	return Weekday(day)
}

// YearDay returns the day of the year, from 1.
func (t Time) YearDay() int {
	days, _ := t.local()
	return int(days-daysFromCivil(t.Year(), 1, 1)) + 1
}

// ISOWeek returns the ISO 8601 year and week.
func (t Time) ISOWeek() (year, week int) {
	days, _ := t.local()
	// The week belongs to the year of its Thursday.
	thursday := days + 3 - int64(t.Weekday()+6)%7
	year, _, _ = civilFromDays(thursday)
	return year, int(thursday-daysFromCivil(year, 1, 1))/7 + 1
}

// IsZero reports whether the time is the zero Time.
func (t Time) IsZero() bool { return t.seconds == 0 && t.nanoseconds == 0 }

// Compare returns -1, 0 or 1 as t is before, at or after u.
func (t Time) Compare(u Time) int {
	if t.monotonic != 0 && u.monotonic != 0 {
		return compare(t.monotonic, u.monotonic)
	}
	if c := compare(t.seconds, u.seconds); c != 0 {
		return c
	}
	return compare(int64(t.nanoseconds), int64(u.nanoseconds))
}

func compare(a, b int64) int {
	if a < b {
		return -1
	}
	if a > b {
		return 1
	}
	return 0
}

// Before reports whether t is before u.
func (t Time) Before(u Time) bool { return t.Compare(u) < 0 }

// After reports whether t is after u.
func (t Time) After(u Time) bool { return t.Compare(u) > 0 }

// Equal reports whether two times are the same instant.
func (t Time) Equal(u Time) bool { return t.Compare(u) == 0 }

// Add returns the time d later.
func (t Time) Add(d Duration) Time {
	t.seconds += int64(d / 1e9)
	n := t.nanoseconds + int32(d%1e9)
	if n >= 1e9 {
		n -= 1e9
		t.seconds++
	} else if n < 0 {
		n += 1e9
		t.seconds--
	}
	t.nanoseconds = n
	if t.monotonic != 0 {
		t.monotonic += int64(d)
	}
	return t
}

// Sub returns t - u, or the nearest Duration that there is.
func (t Time) Sub(u Time) Duration {
	if t.monotonic != 0 && u.monotonic != 0 {
		return Duration(t.monotonic - u.monotonic)
	}
	d := Duration(t.seconds-u.seconds)*Second + Duration(t.nanoseconds-u.nanoseconds)
	switch {
	case u.Add(d).Equal(t):
		return d
	case t.Before(u):
		return minDuration
	}
	return maxDuration
}

// AddDate adds years, months and days; values out of range carry over.
func (t Time) AddDate(years, months, days int) Time {
	year, month, day := t.Date()
	hour, minute, second := t.Clock()
	return Date(year+years, month+Month(months), day+days, hour, minute, second, int(t.nanoseconds), t.Location())
}

// Since returns the time that has passed since t.
func Since(t Time) Duration { return Now().Sub(t) }

// Until returns the time until t.
func Until(t Time) Duration { return t.Sub(Now()) }

// Round rounds to the nearest multiple of d since the zero Time; halves go up.
func (t Time) Round(d Duration) Time {
	t.monotonic = 0
	if d <= 0 {
		return t
	}
	rest := t.remainder(d)
	if rest+rest < d {
		return t.Add(-rest)
	}
	return t.Add(d - rest)
}

// Truncate rounds down to a multiple of d since the zero Time.
func (t Time) Truncate(d Duration) Time {
	t.monotonic = 0
	if d <= 0 {
		return t
	}
	return t.Add(-t.remainder(d))
}

// remainder returns the time since the zero Time modulo d, bit by bit where that does not fit 64 bits.
func (t Time) remainder(d Duration) Duration {
	if d%Second == 0 {
		seconds := int64(d / Second)
		rest := t.seconds % seconds
		if rest < 0 {
			rest += seconds
		}
		return Duration(rest)*Second + Duration(t.nanoseconds)
	}
	// seconds * 1e9 mod d by doubling and adding.
	m := uint64(d)
	rest := uint64(0)
	for bit := 63; bit >= 0; bit-- {
		rest = addModulo(rest, rest, m)
		if uint64(t.seconds)>>bit&1 != 0 {
			rest = addModulo(rest, 1e9%m, m)
		}
	}
	return Duration(addModulo(rest, uint64(t.nanoseconds)%m, m))
}

func addModulo(a, b, m uint64) uint64 {
	sum := a + b
	if sum >= m || sum < a {
		sum -= m
	}
	return sum
}

// Unix returns the seconds since 1 January 1970.
func (t Time) Unix() int64 { return t.seconds - unixToInternal }

// UnixMilli returns the milliseconds since 1 January 1970.
func (t Time) UnixMilli() int64 { return t.Unix()*1e3 + int64(t.nanoseconds)/1e6 }

// UnixMicro returns the microseconds since 1 January 1970.
func (t Time) UnixMicro() int64 { return t.Unix()*1e6 + int64(t.nanoseconds)/1e3 }

// UnixNano returns the nanoseconds since 1 January 1970.
func (t Time) UnixNano() int64 { return t.Unix()*1e9 + int64(t.nanoseconds) }

// UTC returns the same instant in UTC.
func (t Time) UTC() Time {
	t.location = nil
	return t
}

// Local returns the same instant in the local zone.
func (t Time) Local() Time {
	t.location = Local
	return t
}

// In returns the same instant in a location.
func (t Time) In(location *Location) Time {
	if location == nil {
		panic("time: missing Location in call to Time.In")
	}
	t.location = location
	if location == UTC {
		t.location = nil
	}
	return t
}

// Location returns the location of the time.
func (t Time) Location() *Location {
	if t.location == nil {
		return UTC
	}
	return t.location
}
