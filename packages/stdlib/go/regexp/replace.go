package regexp

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// replace returns a text with each match replaced by what `with` appends for it; nil if there is no match.
func (re *Regexp) replace(s string, count int, with func(dst []byte, match []int) []byte) []byte {
	var dst []byte
	copied := 0
	re.all(s, -1, count, func(match []int) {
		if dst == nil {
			dst = make([]byte, 0, len(s))
		}
		dst = append(dst, s[copied:match[0]]...)
		dst = with(dst, match)
		copied = match[1]
	})
	if dst == nil {
		return nil
	}
	return append(dst, s[copied:]...)
}

// ReplaceAllString returns a text with each match replaced by a template, as Expand reads it.
func (re *Regexp) ReplaceAllString(src, repl string) string {
	count := 2
	if strings.IndexByte(repl, '$') >= 0 {
		count = re.prog.slots
	}
	replaced := re.replace(src, count, func(dst []byte, match []int) []byte { return re.expand(dst, repl, src, match) })
	return orOriginal(src, replaced)
}

// ReplaceAllLiteralString returns a text with each match replaced by another text.
func (re *Regexp) ReplaceAllLiteralString(src, repl string) string {
	return orOriginal(src, re.replace(src, 2, func(dst []byte, match []int) []byte { return append(dst, repl...) }))
}

// ReplaceAllStringFunc returns a text with each match replaced by what a function makes of it.
func (re *Regexp) ReplaceAllStringFunc(src string, repl func(string) string) string {
	replaced := re.replace(src, 2, func(dst []byte, match []int) []byte {
		return append(dst, repl(src[match[0]:match[1]])...)
	})
	return orOriginal(src, replaced)
}

// orOriginal returns what was replaced, or the text if nothing was.
func orOriginal(src string, replaced []byte) string {
	if replaced == nil {
		return src
	}
	return string(replaced)
}

// ReplaceAll returns a copy of bytes with each match replaced by a template, as Expand reads it.
func (re *Regexp) ReplaceAll(src, repl []byte) []byte {
	count := 2
	template := asString(repl)
	if strings.IndexByte(template, '$') >= 0 {
		count = re.prog.slots
	}
	replaced := re.replace(asString(src), count, func(dst []byte, match []int) []byte {
		return re.expand(dst, template, asString(src), match)
	})
	return orCopy(src, replaced)
}

// ReplaceAllLiteral returns a copy of bytes with each match replaced by other bytes.
func (re *Regexp) ReplaceAllLiteral(src, repl []byte) []byte {
	return orCopy(src, re.replace(asString(src), 2, func(dst []byte, match []int) []byte { return append(dst, repl...) }))
}

// ReplaceAllFunc returns a copy of bytes with each match replaced by what a function makes of it.
func (re *Regexp) ReplaceAllFunc(src []byte, repl func([]byte) []byte) []byte {
	return orCopy(src, re.replace(asString(src), 2, func(dst []byte, match []int) []byte {
		return append(dst, repl(src[match[0]:match[1]:match[1]])...)
	}))
}

// orCopy returns what was replaced, or a copy of the bytes if nothing was.
func orCopy(src, replaced []byte) []byte {
	if replaced == nil {
		return append([]byte(nil), src...)
	}
	return replaced
}

// Expand appends a template to dst in which $1, ${1}, $name and ${name} are the groups of a match of src, and $$ is a dollar. A name
// without braces is as long as it can be. What no group has is empty.
func (re *Regexp) Expand(dst []byte, template []byte, src []byte, match []int) []byte {
	return re.expand(dst, asString(template), asString(src), match)
}

// ExpandString is Expand for strings.
func (re *Regexp) ExpandString(dst []byte, template string, src string, match []int) []byte {
	return re.expand(dst, template, src, match)
}

func (re *Regexp) expand(dst []byte, template, src string, match []int) []byte {
	for {
		before, after, ok := strings.Cut(template, "$")
		dst = append(dst, before...)
		if !ok {
			return dst
		}
		template = after
		if strings.HasPrefix(template, "$") {
			dst = append(dst, '$')
			template = template[1:]
			continue
		}
		name, number, rest, ok := reference(template)
		if !ok {
			dst = append(dst, '$')
			continue
		}
		template = rest
		if number >= 0 {
			dst = appendGroup(dst, src, match, number)
			continue
		}
		for i, other := range re.names {
			if other == name && 2*i+1 < len(match) && match[2*i] >= 0 {
				dst = appendGroup(dst, src, match, i)
				break
			}
		}
	}
}

func appendGroup(dst []byte, src string, match []int, group int) []byte {
	if 2*group+1 < len(match) && match[2*group] >= 0 {
		dst = append(dst, src[match[2*group]:match[2*group+1]]...)
	}
	return dst
}

// reference reads a name or a number after a dollar, in braces or not; number -1: it is a name.
func reference(s string) (name string, number int, rest string, ok bool) {
	braces := strings.HasPrefix(s, "{")
	if braces {
		s = s[1:]
	}
	end := 0
	for end < len(s) {
		r, size := utf8.DecodeRuneInString(s[end:])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_' {
			break
		}
		end += size
	}
	name, rest = s[:end], s[end:]
	if name == "" {
		return "", 0, "", false
	}
	if braces {
		if !strings.HasPrefix(rest, "}") {
			return "", 0, "", false
		}
		rest = rest[1:]
	}
	for i := range len(name) {
		if name[i] < '0' || '9' < name[i] || number >= 1e8 {
			return name, -1, rest, true
		}
		number = number*10 + int(name[i]-'0')
	}
	if name[0] == '0' && len(name) > 1 {
		return name, -1, rest, true
	}
	return name, number, rest, true
}
