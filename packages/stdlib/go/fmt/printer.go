package fmt

import (
	"reflect"
	"unsafe"
)

// printer holds the state of one call of a print function.
type printer struct {
	buf []byte
	flags
	// arg is the operand that is being printed, value the reflected one where reflection is in use.
	arg   any
	value reflect.Value
	// reordered: the format used an explicit index; goodIndex: the last one was valid.
	reordered, goodIndex bool
	// panicking and erroring keep the printing of a panic or a bad verb from calling methods again.
	panicking, erroring bool
	wrapErrors          bool
	wrapped             []int
	next                *printer
}

// spare is a list of printers to use again.
var spare *printer

func newPrinter() *printer {
	p := spare
	if p == nil {
		return new(printer)
	}
	spare = p.next
	return p
}

func (p *printer) release() {
	if cap(p.buf) > 64<<10 {
		p.buf = nil
	}
	*p = printer{buf: p.buf[:0], next: spare}
	spare = p
}

// State is what a Formatter prints to.
type State interface {
	Write(b []byte) (n int, err error)
	Width() (width int, ok bool)
	Precision() (precision int, ok bool)
	Flag(c int) bool
}

// Formatter is implemented by values that print themselves.
type Formatter interface {
	Format(f State, verb rune)
}

// Stringer is implemented by values that have a text.
type Stringer interface {
	String() string
}

// GoStringer is implemented by values that have a text for %#v.
type GoStringer interface {
	GoString() string
}

// printerState is a printer as Formatters see it, at the same address. It has no fields, so that programs do not carry
// the description of a printer.
type printerState struct {
	_ [0]func()
}

func (s *printerState) printer() *printer { return (*printer)(unsafe.Pointer(s)) }

// Write appends to the output.
func (s *printerState) Write(b []byte) (int, error) {
	p := s.printer()
	p.buf = append(p.buf, b...)
	return len(b), nil
}

// WriteString appends to the output.
func (s *printerState) WriteString(text string) (int, error) {
	s.printer().text(text)
	return len(text), nil
}

// Width returns the width of the verb.
func (s *printerState) Width() (int, bool) { return s.printer().width, s.printer().hasWidth }

// Precision returns the precision of the verb.
func (s *printerState) Precision() (int, bool) { return s.printer().precision, s.printer().hasPrec }

// Flag reports whether the verb has a flag.
func (s *printerState) Flag(c int) bool {
	p := s.printer()
	switch c {
	case '-':
		return p.minus
	case '+':
		return p.plus || p.plusV
	case '#':
		return p.sharp || p.sharpV
	case ' ':
		return p.space
	case '0':
		return p.zero
	}
	return false
}

func (p *printer) text(s string) { p.buf = append(p.buf, s...) }

func (p *printer) badVerb(verb rune) {
	p.erroring = true
	p.text("%!")
	p.buf = append(p.buf, string(verb)...)
	p.text("(")
	switch {
	case p.arg != nil:
		p.text(reflect.TypeOf(p.arg).String())
		p.text("=")
		p.printArg(p.arg, 'v')
	case p.value.IsValid():
		p.text(p.value.Type().String())
		p.text("=")
		p.printValue(p.value, 'v', 0)
	default:
		p.text("<nil>")
	}
	p.text(")")
	p.erroring = false
}

func (p *printer) printBool(v bool, verb rune) {
	if verb == 't' || verb == 'v' {
		p.formatBool(v)
	} else {
		p.badVerb(verb)
	}
}

// printInteger prints an integer by a verb; signed says that u is the bits of an int64.
func (p *printer) printInteger(u uint64, signed bool, verb rune) {
	switch verb {
	case 'v':
		if p.sharpV && !signed {
			sharp := p.sharp
			p.sharp = true
			p.formatInteger(u, 16, false, 'v', lowerDigits)
			p.sharp = sharp
		} else {
			p.formatInteger(u, 10, signed, verb, lowerDigits)
		}
	case 'd':
		p.formatInteger(u, 10, signed, verb, lowerDigits)
	case 'b':
		p.formatInteger(u, 2, signed, verb, lowerDigits)
	case 'o', 'O':
		p.formatInteger(u, 8, signed, verb, lowerDigits)
	case 'x':
		p.formatInteger(u, 16, signed, verb, lowerDigits)
	case 'X':
		p.formatInteger(u, 16, signed, verb, upperDigits)
	case 'c':
		p.formatChar(u)
	case 'q':
		p.formatQuotedChar(u)
	case 'U':
		p.formatUnicode(u)
	default:
		p.badVerb(verb)
	}
}

func (p *printer) printFloat(v float64, bits int, verb rune) {
	switch verb {
	case 'v':
		p.formatFloat(v, bits, 'g', -1)
	case 'b', 'g', 'G', 'x', 'X':
		p.formatFloat(v, bits, byte(verb), -1)
	case 'f', 'e', 'E':
		p.formatFloat(v, bits, byte(verb), 6)
	case 'F':
		p.formatFloat(v, bits, 'f', 6)
	default:
		p.badVerb(verb)
	}
}

func (p *printer) printComplex(v complex128, bits int, verb rune) {
	switch verb {
	case 'v':
		p.formatComplex(v, bits, 'g', -1)
	case 'b', 'g', 'G', 'x', 'X':
		p.formatComplex(v, bits, byte(verb), -1)
	case 'f', 'F', 'e', 'E':
		if verb == 'F' {
			verb = 'f'
		}
		p.formatComplex(v, bits, byte(verb), 6)
	default:
		p.badVerb(verb)
	}
}

func (p *printer) printString(v string, verb rune) {
	switch verb {
	case 'v':
		if p.sharpV {
			p.formatQuoted(v)
		} else {
			p.formatString(v)
		}
	case 's':
		p.formatString(v)
	case 'x':
		p.formatHexString(v, lowerDigits)
	case 'X':
		p.formatHexString(v, upperDigits)
	case 'q':
		p.formatQuoted(v)
	default:
		p.badVerb(verb)
	}
}

func (p *printer) printBytes(v []byte, verb rune, typeName string) {
	switch verb {
	case 'v', 'd':
		if p.sharpV {
			p.text(typeName)
			if v == nil {
				p.text("(nil)")
				return
			}
			p.text("{")
			for i, b := range v {
				if i > 0 {
					p.text(", ")
				}
				p.printInteger(uint64(b), false, 'v')
			}
			p.text("}")
			return
		}
		p.text("[")
		for i, b := range v {
			if i > 0 {
				p.text(" ")
			}
			p.formatInteger(uint64(b), 10, false, verb, lowerDigits)
		}
		p.text("]")
	case 's', 'x', 'X', 'q':
		p.printString(string(v), verb)
	default:
		p.printValue(reflect.ValueOf(v), verb, 0)
	}
}

func (p *printer) printPointer(v reflect.Value, verb rune) {
	switch v.Kind() {
	case reflect.Chan, reflect.Func, reflect.Map, reflect.Pointer, reflect.Slice, reflect.UnsafePointer:
	default:
		p.badVerb(verb)
		return
	}
	u := uint64(v.Pointer())
	switch verb {
	case 'v':
		if p.sharpV {
			p.text("(" + v.Type().String() + ")(")
			if u == 0 {
				p.text("nil")
			} else {
				p.hexAddress(u, true)
			}
			p.text(")")
		} else if u == 0 {
			p.padded("<nil>")
		} else {
			p.hexAddress(u, !p.sharp)
		}
	case 'p':
		p.hexAddress(u, !p.sharp)
	case 'b', 'o', 'd', 'x', 'X':
		p.printInteger(u, false, verb)
	default:
		p.badVerb(verb)
	}
}

func (p *printer) hexAddress(u uint64, prefix bool) {
	sharp := p.sharp
	p.sharp = prefix
	p.formatInteger(u, 16, false, 'v', lowerDigits)
	p.sharp = sharp
}

// printArg prints an operand: basic types at once, others by their methods or by reflection.
func (p *printer) printArg(arg any, verb rune) {
	p.arg = arg
	p.value = reflect.Value{}
	if arg == nil {
		if verb == 'T' || verb == 'v' {
			p.paddedWithSpaces("<nil>")
		} else {
			p.badVerb(verb)
		}
		return
	}
	switch verb {
	case 'T':
		p.printString(reflect.TypeOf(arg).String(), 's')
		return
	case 'p':
		p.printPointer(reflect.ValueOf(arg), 'p')
		return
	}
	switch v := arg.(type) {
	case bool:
		p.printBool(v, verb)
	case string:
		p.printString(v, verb)
	case int:
		p.printInteger(uint64(v), true, verb)
	case int8:
		p.printInteger(uint64(v), true, verb)
	case int16:
		p.printInteger(uint64(v), true, verb)
	case int32:
		p.printInteger(uint64(v), true, verb)
	case int64:
		p.printInteger(uint64(v), true, verb)
	case uint:
		p.printInteger(uint64(v), false, verb)
	case uint8:
		p.printInteger(uint64(v), false, verb)
	case uint16:
		p.printInteger(uint64(v), false, verb)
	case uint32:
		p.printInteger(uint64(v), false, verb)
	case uint64:
		p.printInteger(v, false, verb)
	case uintptr:
		p.printInteger(uint64(v), false, verb)
	case float32:
		p.printFloat(float64(v), 32, verb)
	case float64:
		p.printFloat(v, 64, verb)
	case complex64:
		p.printComplex(complex128(v), 64, verb)
	case complex128:
		p.printComplex(v, 128, verb)
	case []byte:
		p.printBytes(v, verb, "[]byte")
	case reflect.Value:
		if v.IsValid() && v.CanInterface() {
			p.arg = v.Interface()
			if p.handleMethods(verb) {
				return
			}
		}
		p.printValue(v, verb, 0)
	default:
		if !p.handleMethods(verb) {
			p.printValue(reflect.ValueOf(arg), verb, 0)
		}
	}
}

// handleMethods lets the operand print itself if it can, and reports whether it did.
func (p *printer) handleMethods(verb rune) (handled bool) {
	if p.erroring {
		return false
	}
	if verb == 'w' {
		if _, ok := p.arg.(error); !ok || !p.wrapErrors {
			p.badVerb(verb)
			return true
		}
		verb = 'v'
	}
	if f, ok := p.arg.(Formatter); ok {
		handled = true // also if the method panics
		defer p.catchPanic(p.arg, verb, "Format")
		f.Format((*printerState)(unsafe.Pointer(p)), verb)
		return true
	}
	if p.sharpV {
		if g, ok := p.arg.(GoStringer); ok {
			handled = true
			defer p.catchPanic(p.arg, verb, "GoString")
			p.formatString(g.GoString())
			return true
		}
		return false
	}
	switch verb {
	case 'v', 's', 'x', 'X', 'q':
		switch v := p.arg.(type) {
		case error:
			handled = true
			defer p.catchPanic(p.arg, verb, "Error")
			p.printString(v.Error(), verb)
			return true
		case Stringer:
			handled = true
			defer p.catchPanic(p.arg, verb, "String")
			p.printString(v.String(), verb)
			return true
		}
	}
	return false
}

// catchPanic turns a panic of a method into a note in the output.
func (p *printer) catchPanic(arg any, verb rune, method string) {
	err := recover()
	if err == nil {
		return
	}
	if v := reflect.ValueOf(arg); v.Kind() == reflect.Pointer && v.IsNil() {
		p.text("<nil>")
		return
	}
	if p.panicking {
		panic(err)
	}
	saved := p.flags
	p.flags = flags{}
	p.text("%!")
	p.buf = append(p.buf, string(verb)...)
	p.text("(PANIC=")
	p.text(method)
	p.text(" method: ")
	p.panicking = true
	p.printArg(err, 'v')
	p.panicking = false
	p.text(")")
	p.flags = saved
}
