package syntax

import "strings"

// perlGroup reads what begins with (?: a group with a name or none, or flags.
func (p *parser) perlGroup() *Error {
	rest := p.rest
	if strings.HasPrefix(rest, "(?P<") && len(rest) > len("(?P<") || strings.HasPrefix(rest, "(?<") && len(rest) > len("(?<") {
		return p.namedGroup(strings.IndexByte(rest, '<') + 1)
	}
	flags := p.flags
	negative, any := false, false
	for at := len("(?"); at < len(rest); {
		r, size, err := decode(rest[at:])
		if err != nil {
			return err
		}
		at += size
		flag := Flags(0)
		switch r {
		case 'i':
			flag = FoldCase
		case 'm':
			flag = OneLine
		case 's':
			flag = DotNL
		case 'U':
			flag = NonGreedy
		case '-':
			if negative {
				return &Error{ErrInvalidPerlOp, rest[:at]}
			}
			negative, any = true, false
			continue
		case ':', ')':
			if negative && !any {
				return &Error{ErrInvalidPerlOp, rest[:at]}
			}
			p.rest = rest[at:]
			if r == ':' {
				p.open(-1, "")
			}
			p.flags = flags
			return nil
		default:
			return &Error{ErrInvalidPerlOp, rest[:at]}
		}
		any = true
		if negative != (flag == OneLine) {
			flags &^= flag
		} else {
			flags |= flag
		}
	}
	return &Error{ErrInvalidPerlOp, rest}
}

// namedGroup begins a group whose name is at an offset.
func (p *parser) namedGroup(at int) *Error {
	end := strings.IndexByte(p.rest, '>')
	if end < 0 {
		if err := validText(p.rest); err != nil {
			return err
		}
		return &Error{ErrInvalidNamedCapture, p.rest}
	}
	name := p.rest[at:end]
	if err := validText(name); err != nil {
		return err
	}
	if !isName(name) {
		return &Error{ErrInvalidNamedCapture, p.rest[:end+1]}
	}
	p.caps++
	p.open(p.caps, name)
	p.rest = p.rest[end+1:]
	return nil
}

// validText refuses what is no UTF-8.
func validText(s string) *Error {
	for s != "" {
		_, size, err := decode(s)
		if err != nil {
			return err
		}
		s = s[size:]
	}
	return nil
}

// isName reports whether a text is the name of a group: letters, digits and underscores of ASCII.
func isName(s string) bool {
	for _, r := range s {
		if !IsWordChar(r) {
			return false
		}
	}
	return s != ""
}
