package json

import "strconv"

// A Number is a number of JSON as it is written.
type Number string

// String returns the text.
func (n Number) String() string { return string(n) }

// Float64 returns the number as a float64.
func (n Number) Float64() (float64, error) { return strconv.ParseFloat(string(n), 64) }

// Int64 returns the number as an int64.
func (n Number) Int64() (int64, error) { return strconv.ParseInt(string(n), 10, 64) }

// isValidNumber reports whether a text is a number of JSON.
func isValidNumber(text string) bool {
	if text == "" || text[0] != '-' && !isDigit(text[0]) {
		return false
	}
	var s scanner
	for i := range len(text) {
		if s.feed(text[i]) != content {
			return false
		}
	}
	return s.numberEnds(' ')
}
