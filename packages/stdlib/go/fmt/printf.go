package fmt

import (
	"reflect"
	"unicode/utf8"
)

// tooLarge bounds width and precision.
const tooLarge = 1_000_000

// number reads a decimal number from format[start:].
func number(format string, start int) (value int, found bool, next int) {
	for next = start; next < len(format) && '0' <= format[next] && format[next] <= '9'; next++ {
		value = value*10 + int(format[next]-'0')
		if value > tooLarge {
			return 0, false, len(format)
		}
		found = true
	}
	return value, found, next
}

// index reads `[n]` at format[i]; found says that there was one, and goodIndex whether it is valid.
func (p *printer) index(argIndex int, format string, i int, argCount int) (newIndex, next int, found bool) {
	if i >= len(format) || format[i] != '[' {
		return argIndex, i, false
	}
	p.reordered = true
	if len(format)-i < 3 {
		p.goodIndex = false
		return argIndex, i + 1, false
	}
	end := i + 1
	for end < len(format) && format[end] != ']' {
		end++
	}
	if end < len(format) {
		value, ok, after := number(format, i+1)
		if ok && after == end && value >= 1 && value <= argCount {
			return value - 1, end + 1, true
		}
		p.goodIndex = false
		return argIndex, end + 1, ok && after == end
	}
	p.goodIndex = false
	return argIndex, i + 1, false
}

// star takes the operand for a `*`.
func star(args []any, at int) (value int, ok bool, next int) {
	next = at
	if at < len(args) {
		value, ok = args[at].(int)
		if !ok {
			switch v := reflect.ValueOf(args[at]); {
			case v.CanInt():
				n := v.Int()
				value, ok = int(n), true
			case v.CanUint():
				n := v.Uint()
				value, ok = int(n), int64(n) >= 0
			}
		}
		next++
		if value > tooLarge || value < -tooLarge {
			value, ok = 0, false
		}
	}
	return value, ok, next
}

func (p *printer) printf(format string, args []any) {
	argIndex := 0
	afterIndex := false
	p.reordered = false
	for i := 0; i < len(format); {
		p.goodIndex = true
		start := i
		for i < len(format) && format[i] != '%' {
			i++
		}
		p.buf = append(p.buf, format[start:i]...)
		if i >= len(format) {
			break
		}
		i++
		p.flags = flags{}
	readFlags:
		for ; i < len(format); i++ {
			switch format[i] {
			case '#':
				p.sharp = true
			case '0':
				p.zero = true
			case '+':
				p.plus = true
			case '-':
				p.minus = true
			case ' ':
				p.space = true
			default:
				break readFlags
			}
		}
		argIndex, i, afterIndex = p.index(argIndex, format, i, len(args))
		if i < len(format) && format[i] == '*' {
			i++
			p.width, p.hasWidth, argIndex = star(args, argIndex)
			if !p.hasWidth {
				p.text("%!(BADWIDTH)")
			}
			if p.width < 0 {
				p.width = -p.width
				p.minus = true
				p.zero = false
			}
			afterIndex = false
		} else {
			p.width, p.hasWidth, i = number(format, i)
			if afterIndex && p.hasWidth {
				p.goodIndex = false
			}
		}
		if i+1 < len(format) && format[i] == '.' {
			i++
			if afterIndex {
				p.goodIndex = false
			}
			argIndex, i, afterIndex = p.index(argIndex, format, i, len(args))
			if i < len(format) && format[i] == '*' {
				i++
				p.precision, p.hasPrec, argIndex = star(args, argIndex)
				if p.precision < 0 {
					p.precision = 0
					p.hasPrec = false
				}
				if !p.hasPrec {
					p.text("%!(BADPREC)")
				}
				afterIndex = false
			} else {
				p.precision, p.hasPrec, i = number(format, i)
				if !p.hasPrec {
					p.precision = 0
					p.hasPrec = true
				}
			}
		}
		if !afterIndex {
			argIndex, i, afterIndex = p.index(argIndex, format, i, len(args))
		}
		if i >= len(format) {
			p.text("%!(NOVERB)")
			break
		}
		verb, size := rune(format[i]), 1
		if verb >= utf8.RuneSelf {
			verb, size = utf8.DecodeRuneInString(format[i:])
		}
		i += size
		switch {
		case verb == '%':
			p.buf = append(p.buf, '%')
		case !p.goodIndex:
			p.note(verb, "BADINDEX")
		case argIndex >= len(args):
			p.note(verb, "MISSING")
		default:
			if verb == 'w' {
				p.wrapped = append(p.wrapped, argIndex)
			}
			if verb == 'v' || verb == 'w' {
				p.sharpV, p.sharp = p.sharp, false
				p.plusV, p.plus = p.plus, false
			}
			p.printArg(args[argIndex], verb)
			argIndex++
		}
	}
	if !p.reordered && argIndex < len(args) {
		p.flags = flags{}
		p.text("%!(EXTRA ")
		for i, arg := range args[argIndex:] {
			if i > 0 {
				p.text(", ")
			}
			if arg == nil {
				p.text("<nil>")
			} else {
				p.text(reflect.TypeOf(arg).String())
				p.text("=")
				p.printArg(arg, 'v')
			}
		}
		p.text(")")
	}
}

func (p *printer) note(verb rune, what string) {
	p.text("%!")
	p.buf = append(p.buf, string(verb)...)
	p.text("(")
	p.text(what)
	p.text(")")
}

// print writes operands with spaces between those of which neither is a string.
func (p *printer) print(args []any) {
	wasString := false
	for i, arg := range args {
		isString := arg != nil && reflect.TypeOf(arg).Kind() == reflect.String
		if i > 0 && !isString && !wasString {
			p.buf = append(p.buf, ' ')
		}
		p.printArg(arg, 'v')
		wasString = isString
	}
}

// println writes operands with spaces between them, and a newline.
func (p *printer) println(args []any) {
	for i, arg := range args {
		if i > 0 {
			p.buf = append(p.buf, ' ')
		}
		p.printArg(arg, 'v')
	}
	p.buf = append(p.buf, '\n')
}
