package path

import (
	"errors"
	"unicode/utf8"
)

// ErrBadPattern says that a pattern is malformed.
var ErrBadPattern = errors.New("syntax error in pattern")

// Match reports whether the whole name matches a pattern: * stands for any characters but slashes, ? for one, [a-z] and
// [^a-z] for one of a class or outside of it, a backslash takes the meaning away from what follows.
func Match(pattern, name string) (matched bool, err error) {
	if !wellFormed(pattern) {
		return false, ErrBadPattern
	}
	// Where to go on after the last star: extending an earlier one could only begin further right.
	afterStar, restart := -1, 0
	p, n := 0, 0
	for {
		if p < len(pattern) && pattern[p] == '*' {
			p++
			afterStar, restart = p, n
			continue
		}
		if p == len(pattern) && n == len(name) {
			return true, nil
		}
		if p < len(pattern) && n < len(name) {
			if nextP, size, ok := matchOne(pattern, p, name[n:]); ok {
				p = nextP
				n += size
				continue
			}
		}
		if afterStar < 0 || restart >= len(name) || name[restart] == '/' {
			return false, nil
		}
		restart++
		p, n = afterStar, restart
	}
}

// matchOne matches the element of the pattern at p, no star, with the beginning of a name that is not empty.
func matchOne(pattern string, p int, name string) (next, size int, ok bool) {
	switch pattern[p] {
	case '?':
		_, size = utf8.DecodeRuneInString(name)
		return p + 1, size, name[0] != '/'
	case '[':
		r, size := utf8.DecodeRuneInString(name)
		p++
		negated := pattern[p] == '^'
		if negated {
			p++
		}
		found := false
		for first := true; first || pattern[p] != ']'; first = false {
			var low, high rune
			low, p, _ = classRune(pattern, p)
			high = low
			if pattern[p] == '-' {
				high, p, _ = classRune(pattern, p+1)
			}
			if low <= r && r <= high {
				found = true
			}
		}
		return p + 1, size, found != negated
	case '\\':
		p++
	}
	return p + 1, 1, pattern[p] == name[0]
}

// classRune reads one character of a class.
func classRune(pattern string, p int) (r rune, next int, ok bool) {
	if p >= len(pattern) || pattern[p] == '-' || pattern[p] == ']' {
		return 0, p, false
	}
	if pattern[p] == '\\' {
		p++
		if p >= len(pattern) {
			return 0, p, false
		}
	}
	r, size := utf8.DecodeRuneInString(pattern[p:])
	if r == utf8.RuneError && size == 1 {
		return 0, p, false
	}
	p += size
	return r, p, p < len(pattern)
}

func wellFormed(pattern string) bool {
	for p := 0; p < len(pattern); p++ {
		switch pattern[p] {
		case '\\':
			p++
			if p == len(pattern) {
				return false
			}
		case '[':
			p++
			if p < len(pattern) && pattern[p] == '^' {
				p++
			}
			for first := true; first || pattern[p] != ']'; first = false {
				var ok bool
				if _, p, ok = classRune(pattern, p); !ok {
					return false
				}
				if pattern[p] == '-' {
					if _, p, ok = classRune(pattern, p+1); !ok {
						return false
					}
				}
			}
		}
	}
	return true
}
