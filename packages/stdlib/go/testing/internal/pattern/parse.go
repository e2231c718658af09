// Package pattern matches names of tests against regular expressions of Go's syntax. Only whether something matches is
// asked, so that an automaton without captures does; package regexp would be much more to compile for each test.
package pattern

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// An Error says what is wrong with an expression, in the words of package regexp.
type Error struct{ Code, Expr string }

func (e *Error) Error() string { return "error parsing regexp: " + e.Code + ": `" + e.Expr + "`" }

const (
	badCharRange    = "invalid character class range"
	badEscape       = "invalid escape sequence"
	badNamedGroup   = "invalid named capture"
	badPerlOp       = "invalid or unsupported Perl syntax"
	badRepeatOp     = "invalid nested repetition operator"
	badRepeatSize   = "invalid repeat count"
	badUTF8         = "invalid UTF-8"
	missingBracket  = "missing closing ]"
	missingParen    = "missing closing )"
	missingArgument = "missing argument to repetition operator"
	trailingSlash   = "trailing backslash at end of expression"
	unexpectedParen = "unexpected )"
)

// flags of `(?ims)`
type flags struct{ fold, lines, dotAll bool }

// parser compiles an expression while it reads it. Each part that has been read leaves instructions.
type parser struct {
	whole string
	rest  string
	code  []instruction
}

func (p *parser) fail(code, expr string) { panic(&Error{code, expr}) }

// alternation = sequence { "|" sequence }
func (p *parser) alternation(f *flags, depth int) {
	if depth > 1000 {
		p.fail("expression nests too deeply", p.whole)
	}
	start := len(p.code)
	p.sequence(f, depth)
	var ends []int
	for strings.HasPrefix(p.rest, "|") {
		p.rest = p.rest[1:]
		p.insert(start, instruction{op: opSplit, x: start + 1, y: len(p.code) + 2})
		ends = append(ends, len(p.code))
		p.code = append(p.code, instruction{op: opJump})
		start = len(p.code)
		p.sequence(f, depth)
	}
	for i := range ends {
		p.code[ends[i]].x = len(p.code)
	}
}

// insert puts an instruction in before others; the jumps of these go along.
func (p *parser) insert(at int, added instruction) {
	p.code = append(p.code, instruction{})
	copy(p.code[at+1:], p.code[at:])
	for i := at + 1; i < len(p.code); i++ {
		if p.code[i].op == opSplit || p.code[i].op == opJump {
			if p.code[i].x >= at {
				p.code[i].x++
			}
			if p.code[i].y >= at {
				p.code[i].y++
			}
		}
	}
	p.code[at] = added
}

// sequence = { atom [ repetition ] }
func (p *parser) sequence(f *flags, depth int) {
	previous := "" // the repetition that was read last, if nothing else came after it
	for p.rest != "" && p.rest[0] != '|' && p.rest[0] != ')' {
		start := len(p.code)
		if isFlags := p.atom(f, depth); isFlags {
			previous = ""
			continue
		}
		previous = ""
		for {
			from := p.rest
			low, high, ok := p.repetition()
			if !ok {
				break
			}
			op := from[:len(from)-len(p.rest)]
			if previous != "" {
				p.fail(badRepeatOp, previous+op)
			}
			previous = op
			p.repeat(start, low, high)
		}
	}
}

// repetition reads *, +, ?, {n}, {n,} or {n,m}, and a ? after it; high is -1 without a limit.
func (p *parser) repetition() (low, high int, ok bool) {
	if p.rest == "" {
		return 0, 0, false
	}
	switch p.rest[0] {
	case '*':
		low, high = 0, -1
	case '+':
		low, high = 1, -1
	case '?':
		low, high = 0, 1
	case '{':
		end := strings.IndexByte(p.rest, '}')
		if end < 0 {
			return 0, 0, false
		}
		first, second, both := strings.Cut(p.rest[1:end], ",")
		var err error
		if low, err = number(first); err != nil {
			return 0, 0, false
		}
		high = low
		if both && second == "" {
			high = -1
		} else if both {
			if high, err = number(second); err != nil {
				return 0, 0, false
			}
		}
		if low > 1000 || high > 1000 || (high >= 0 && low > high) {
			p.fail(badRepeatSize, p.rest[:end+1])
		}
		p.rest = p.rest[end:]
	default:
		return 0, 0, false
	}
	p.rest = p.rest[1:]
	// Whether few or many are preferred makes no difference to whether it matches.
	p.rest = strings.TrimPrefix(p.rest, "?")
	return low, high, true
}

func number(text string) (int, error) {
	if text == "" || len(text) > 8 || len(text) > 1 && text[0] == '0' || strings.Trim(text, "0123456789") != "" {
		return 0, strconv.ErrSyntax
	}
	return strconv.Atoi(text)
}

// maxCode bounds what repetitions of repetitions may become.
const maxCode = 100_000

// repeat makes of the instructions from start on what comes so many times.
func (p *parser) repeat(start, low, high int) {
	body := append([]instruction(nil), p.code[start:]...)
	p.code = p.code[:start]
	add := func() {
		delta := len(p.code) - start
		for _, i := range body {
			if i.op == opSplit || i.op == opJump {
				i.x += delta
				i.y += delta
			}
			p.code = append(p.code, i)
		}
		if len(p.code) > maxCode {
			p.fail("expression too large", p.whole)
		}
	}
	for range low {
		add()
	}
	if high < 0 {
		// L: split M, N; M: body; jump L; N:
		loop := len(p.code)
		p.code = append(p.code, instruction{op: opSplit, x: loop + 1})
		add()
		p.code = append(p.code, instruction{op: opJump, x: loop})
		p.code[loop].y = len(p.code)
		return
	}
	var splits []int
	for range high - low {
		splits = append(splits, len(p.code))
		p.code = append(p.code, instruction{op: opSplit, x: len(p.code) + 1})
		add()
	}
	for _, at := range splits {
		p.code[at].y = len(p.code)
	}
}

// atom reads one part that may be repeated; isFlags: it was `(?i)` or the like.
func (p *parser) atom(f *flags, depth int) (isFlags bool) {
	emit := func(i instruction) { p.code = append(p.code, i) }
	switch c := p.rest[0]; c {
	case '*', '+', '?':
		from := p.rest
		p.repetition()
		p.fail(missingArgument, from[:len(from)-len(p.rest)])
	case '{':
		from := p.rest
		if _, _, ok := p.repetition(); ok {
			p.fail(missingArgument, from[:len(from)-len(p.rest)])
		}
	case '(':
		return p.group(f, depth)
	case '[':
		emit(instruction{op: opClass, class: p.class(*f)})
		return false
	case '.':
		p.rest = p.rest[1:]
		class := &class{negated: true}
		if !f.dotAll {
			class.add('\n', '\n')
		}
		emit(instruction{op: opClass, class: class})
		return false
	case '^', '$':
		p.rest = p.rest[1:]
		switch {
		case c == '^' && f.lines:
			emit(instruction{op: opLineBegin})
		case c == '^':
			emit(instruction{op: opBegin})
		case f.lines:
			emit(instruction{op: opLineEnd})
		default:
			emit(instruction{op: opEnd})
		}
		return false
	case '\\':
		p.escape(f)
		return false
	}
	emit(literal(p.next(), f.fold))
	return false
}

func (p *parser) next() rune {
	r, size := utf8.DecodeRuneInString(p.rest)
	if r == utf8.RuneError && size == 1 {
		p.fail(badUTF8, p.whole)
	}
	p.rest = p.rest[size:]
	return r
}

func literal(r rune, fold bool) instruction {
	class := &class{}
	class.add(r, r)
	if fold {
		class.fold()
	}
	return instruction{op: opClass, class: class}
}

// group = "(" [ "?" … ] alternation ")"
func (p *parser) group(f *flags, depth int) (isFlags bool) {
	from := p.rest
	p.rest = p.rest[1:]
	inner := *f
	if strings.HasPrefix(p.rest, "?") {
		if strings.HasPrefix(p.rest, "?P<") || strings.HasPrefix(p.rest, "?<") {
			open := strings.IndexByte(p.rest, '<')
			end := strings.IndexByte(p.rest, '>')
			if end < 0 {
				p.fail(badNamedGroup, from)
			}
			name := p.rest[open+1 : end]
			if name == "" || strings.ContainsFunc(name, func(r rune) bool { return !isWord(r) }) {
				p.fail(badNamedGroup, from[:end+2])
			}
			p.rest = p.rest[end+1:]
		} else if p.flags(&inner, from) {
			*f = inner
			return true
		}
	}
	p.alternation(&inner, depth+1)
	if !strings.HasPrefix(p.rest, ")") {
		p.fail(missingParen, p.whole)
	}
	p.rest = p.rest[1:]
	return false
}

// flags reads what follows `(?`; alone says that it ends with a parenthesis, not with a colon.
func (p *parser) flags(f *flags, from string) (alone bool) {
	on, any := true, false
	for i := 1; i < len(p.rest); i++ {
		switch c := p.rest[i]; c {
		case 'i':
			f.fold, any = on, true
		case 'm':
			f.lines, any = on, true
		case 's':
			f.dotAll, any = on, true
		case 'U':
			any = true
		case '-':
			if !on {
				p.fail(badPerlOp, from[:i+2])
			}
			on, any = false, false
		case ':', ')':
			if !on && !any {
				p.fail(badPerlOp, from[:i+2])
			}
			p.rest = p.rest[i+1:]
			return c == ')'
		default:
			_, size := utf8.DecodeRuneInString(p.rest[i:])
			p.fail(badPerlOp, from[:i+1+size])
		}
	}
	p.fail(badPerlOp, from)
	return false
}

func isWord(r rune) bool {
	return r == '_' || '0' <= r && r <= '9' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z'
}

// escape reads what begins with a backslash, outside of brackets.
func (p *parser) escape(f *flags) {
	emit := func(i instruction) { p.code = append(p.code, i) }
	if len(p.rest) >= 2 {
		switch p.rest[1] {
		case 'A':
			emit(instruction{op: opBegin})
		case 'z':
			emit(instruction{op: opEnd})
		case 'b':
			emit(instruction{op: opWordBoundary})
		case 'B':
			emit(instruction{op: opNoWordBoundary})
		case 'Q':
			text, rest, _ := strings.Cut(p.rest[2:], `\E`)
			p.rest = rest
			for _, r := range text {
				emit(literal(r, f.fold))
			}
			return
		default:
			var class class
			if p.classEscape(&class, f.fold) {
				emit(instruction{op: opClass, class: &class})
				return
			}
			emit(literal(p.escapedRune(), f.fold))
			return
		}
		p.rest = p.rest[2:]
		return
	}
	p.fail(trailingSlash, "")
}

// classEscape adds \d, \w, \s, \p{…} and their opposites to a class, if that is what comes next.
func (p *parser) classEscape(c *class, fold bool) bool {
	if len(p.rest) < 2 || p.rest[0] != '\\' {
		return false
	}
	kind := p.rest[1]
	var own class
	switch kind {
	case 'd', 'D':
		own.add('0', '9')
	case 's', 'S':
		own.add('\t', '\n')
		own.add('\f', '\r')
		own.add(' ', ' ')
	case 'w', 'W':
		own.add('0', '9')
		own.add('A', 'Z')
		own.add('_', '_')
		own.add('a', 'z')
	case 'p', 'P':
		p.unicodeClass(c, kind == 'P', fold)
		return true
	default:
		return false
	}
	p.rest = p.rest[2:]
	if kind < 'a' {
		own.negate()
	}
	c.addAll(&own)
	return true
}

// unicodeClass reads \pL or \p{Greek}.
func (p *parser) unicodeClass(c *class, negated, fold bool) {
	from := p.rest
	p.rest = p.rest[2:]
	var name string
	if strings.HasPrefix(p.rest, "{") {
		end := strings.IndexByte(p.rest, '}')
		if end < 0 {
			p.fail(badCharRange, from)
		}
		name, p.rest = p.rest[1:end], p.rest[end+1:]
	} else if p.rest != "" {
		name = string(p.next())
	}
	if strings.HasPrefix(name, "^") {
		negated, name = !negated, name[1:]
	}
	table, ok := findTable(name)
	if !ok {
		p.fail(badCharRange, from[:len(from)-len(p.rest)])
	}
	c.tables = append(c.tables, tableOf{table, negated, fold})
}

// findTable looks a class up whose name is written in any case, with or without spaces and the like.
func findTable(name string) (table *unicode.RangeTable, ok bool) {
	name = plain(name)
	switch name {
	case "any":
		return nil, true
	case "ascii":
		return ascii, true
	}
	for _, tables := range []map[string]*unicode.RangeTable{unicode.Categories, unicode.Scripts} {
		for key, table := range tables {
			if plain(key) == name {
				return table, true
			}
		}
	}
	for alias, key := range unicode.CategoryAliases {
		if plain(alias) == name {
			return unicode.Categories[key], true
		}
	}
	return nil, false
}

var ascii = &unicode.RangeTable{R16: []unicode.Range16{{Lo: 0, Hi: 0x7f, Stride: 1}}}

func plain(name string) string {
	return strings.ToLower(strings.Map(func(r rune) rune {
		if r == ' ' || r == '_' || r == '-' {
			return -1
		}
		return r
	}, name))
}

// escapedRune reads a character that is written with a backslash.
func (p *parser) escapedRune() rune {
	from := p.rest
	p.rest = p.rest[1:]
	if p.rest == "" {
		p.fail(trailingSlash, "")
	}
	c := p.next()
	switch {
	case '1' <= c && c <= '7':
		if p.rest == "" || p.rest[0] < '0' || p.rest[0] > '7' {
			break
		}
		fallthrough
	case c == '0':
		r := c - '0'
		for i := 1; i < 3 && p.rest != "" && '0' <= p.rest[0] && p.rest[0] <= '7'; i++ {
			r = r*8 + rune(p.rest[0]-'0')
			p.rest = p.rest[1:]
		}
		return r
	case c == 'x':
		digits := ""
		if strings.HasPrefix(p.rest, "{") {
			p.rest = p.rest[1:]
			for !strings.HasPrefix(p.rest, "}") {
				if p.rest == "" {
					p.fail(badEscape, from)
				}
				digit := string(p.next())
				digits += digit
				if n, err := strconv.ParseUint(digits, 16, 32); err != nil || n > unicode.MaxRune {
					p.fail(badEscape, from[:len(from)-len(p.rest)])
				}
			}
			p.rest = p.rest[1:]
		} else {
			for range 2 {
				if p.rest == "" {
					p.fail(badEscape, from)
				}
				digits += string(p.next())
			}
		}
		if n, err := strconv.ParseUint(digits, 16, 32); err == nil && n <= unicode.MaxRune {
			return rune(n)
		}
	case c < utf8.RuneSelf && !isWord(c) || c == '_':
		return c
	default:
		if at := strings.IndexRune("afnrtv", c); at >= 0 {
			return rune("\a\f\n\r\t\v"[at])
		}
	}
	p.fail(badEscape, from[:len(from)-len(p.rest)])
	return 0
}
