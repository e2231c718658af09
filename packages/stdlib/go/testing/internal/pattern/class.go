package pattern

import (
	"strings"
	"unicode"
)

// class is a set of characters.
type class struct {
	negated bool
	ranges  [][2]rune
	tables  []tableOf
}

type tableOf struct {
	table   *unicode.RangeTable // nil: all characters
	negated bool
	fold    bool
}

func (c *class) add(low, high rune) { c.ranges = append(c.ranges, [2]rune{low, high}) }

func (c *class) addAll(other *class) {
	c.ranges = append(c.ranges, other.ranges...)
	c.tables = append(c.tables, other.tables...)
}

// negate replaces sorted ranges that do not overlap by what is between them.
func (c *class) negate() {
	var out [][2]rune
	next := rune(0)
	for _, r := range c.ranges {
		if r[0] > next {
			out = append(out, [2]rune{next, r[0] - 1})
		}
		next = r[1] + 1
	}
	c.ranges = append(out, [2]rune{next, unicode.MaxRune})
}

// fold adds what differs from a member only in case.
func (c *class) fold() {
	for _, r := range c.ranges {
		if r[1]-r[0] > 0x1000 {
			continue // so large a range is closed already, or near it
		}
		for member := r[0]; member <= r[1]; member++ {
			for other := unicode.SimpleFold(member); other != member; other = unicode.SimpleFold(other) {
				c.add(other, other)
			}
		}
	}
}

func (c *class) has(r rune) bool {
	for _, limits := range c.ranges {
		if limits[0] <= r && r <= limits[1] {
			return !c.negated
		}
	}
	for _, t := range c.tables {
		if t.has(r) != t.negated {
			return !c.negated
		}
	}
	return c.negated
}

func (t tableOf) has(r rune) bool {
	if t.table == nil || unicode.Is(t.table, r) {
		return true
	}
	if t.fold {
		for other := unicode.SimpleFold(r); other != r; other = unicode.SimpleFold(other) {
			if unicode.Is(t.table, other) {
				return true
			}
		}
	}
	return false
}

// posix has the classes that are written `[:name:]`.
var posix = map[string][]rune{
	"alnum": {'0', '9', 'A', 'Z', 'a', 'z'}, "alpha": {'A', 'Z', 'a', 'z'}, "ascii": {0, 0x7f},
	"blank": {'\t', '\t', ' ', ' '}, "cntrl": {0, 0x1f, 0x7f, 0x7f}, "digit": {'0', '9'}, "graph": {'!', '~'},
	"lower": {'a', 'z'}, "print": {' ', '~'}, "punct": {'!', '/', ':', '@', '[', '`', '{', '~'},
	"space": {'\t', '\r', ' ', ' '}, "upper": {'A', 'Z'}, "word": {'0', '9', 'A', 'Z', '_', '_', 'a', 'z'},
	"xdigit": {'0', '9', 'A', 'F', 'a', 'f'},
}

// class reads what is in brackets.
func (p *parser) class(f flags) *class {
	from := p.rest
	p.rest = p.rest[1:]
	c := &class{}
	if strings.HasPrefix(p.rest, "^") {
		p.rest = p.rest[1:]
		c.negated = true
	}
	for first := true; ; first = false {
		if p.rest == "" {
			p.fail(missingBracket, from)
		}
		if p.rest[0] == ']' && !first {
			break
		}
		if p.posixClass(c) || p.classEscape(c, f.fold) {
			continue
		}
		start := p.rest
		low := p.classRune(from)
		high := low
		if len(p.rest) >= 2 && p.rest[0] == '-' && p.rest[1] != ']' {
			p.rest = p.rest[1:]
			if high = p.classRune(from); high < low {
				p.fail(badCharRange, start[:len(start)-len(p.rest)])
			}
		}
		c.add(low, high)
	}
	p.rest = p.rest[1:]
	if f.fold {
		c.fold()
	}
	return c
}

func (p *parser) classRune(from string) rune {
	if p.rest == "" {
		p.fail(missingBracket, from)
	}
	if p.rest[0] == '\\' {
		return p.escapedRune()
	}
	return p.next()
}

func (p *parser) posixClass(c *class) bool {
	if !strings.HasPrefix(p.rest, "[:") {
		return false
	}
	end := strings.Index(p.rest[2:], ":]") + 2
	if end < 2 {
		return false
	}
	name, negated := strings.CutPrefix(p.rest[2:end], "^")
	ranges, ok := posix[name]
	if !ok {
		p.fail(badCharRange, p.rest[:end+2])
	}
	p.rest = p.rest[end+2:]
	var own class
	for i := 0; i < len(ranges); i += 2 {
		own.add(ranges[i], ranges[i+1])
	}
	if negated {
		own.negate()
	}
	c.addAll(&own)
	return true
}
