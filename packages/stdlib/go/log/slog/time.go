package slog

import "time"

// appendRFC3339Millis appends a time with milliseconds.
func appendRFC3339Millis(b []byte, t time.Time) []byte {
	if year := t.Year(); year < 0 || year > 9999 {
		return t.AppendFormat(b, "2006-01-02T15:04:05.000Z07:00")
	}
	b = appendSeconds(b, t)
	b = append(b, '.')
	b = appendDigits(b, t.Nanosecond()/1e6, 3)
	return appendZone(b, t)
}

// appendRFC3339Nano appends a time with as many digits of nanoseconds as it has.
func appendRFC3339Nano(b []byte, t time.Time) []byte {
	if year := t.Year(); year < 0 || year > 9999 {
		return t.AppendFormat(b, time.RFC3339Nano)
	}
	b = appendSeconds(b, t)
	if n := t.Nanosecond(); n != 0 {
		b = append(b, '.')
		b = appendDigits(b, n, 9)
		for b[len(b)-1] == '0' {
			b = b[:len(b)-1]
		}
	}
	return appendZone(b, t)
}

func appendSeconds(b []byte, t time.Time) []byte {
	year, month, day := t.Date()
	b = appendDigits(b, year, 4)
	b = append(b, '-')
	b = appendDigits(b, int(month), 2)
	b = append(b, '-')
	b = appendDigits(b, day, 2)
	b = append(b, 'T')
	hour, minute, second := t.Clock()
	b = appendDigits(b, hour, 2)
	b = append(b, ':')
	b = appendDigits(b, minute, 2)
	b = append(b, ':')
	return appendDigits(b, second, 2)
}

// appendZone appends how far the zone is from UTC.
func appendZone(b []byte, t time.Time) []byte {
	_, offset := t.Zone()
	if offset == 0 {
		return append(b, 'Z')
	}
	minutes := offset / 60
	sign := byte('+')
	if minutes < 0 {
		sign, minutes = '-', -minutes
	}
	b = append(b, sign)
	b = appendDigits(b, minutes/60, 2)
	b = append(b, ':')
	return appendDigits(b, minutes%60, 2)
}

// appendDigits appends the last digits of a number.
func appendDigits(b []byte, n, digits int) []byte {
	var text [9]byte
	for i := digits - 1; i >= 0; i-- {
		text[i] = byte('0' + n%10)
		n /= 10
	}
	return append(b, text[:digits]...)
}
