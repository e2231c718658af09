package fmt

import (
	"errors"
	"io"
	"reflect"
	"strconv"
	"unicode/utf8"
)

const (
	binaryDigits  = "01"
	octalDigits   = "01234567"
	decimalDigits = "0123456789"
	hexDigits     = "0123456789abcdefABCDEF"
	floatVerbs    = "beEfFgGvxX"
)

// scanOne reads one operand.
func (s *scanner) scanOne(verb rune, operand any) {
	s.token = s.token[:0]
	if own, ok := operand.(Scanner); ok {
		if err := own.Scan(s, verb); err != nil {
			if err == io.EOF {
				err = io.ErrUnexpectedEOF
			}
			panic(scanFailure{err})
		}
		return
	}
	switch p := operand.(type) {
	case *bool:
		*p = s.scanBool(verb)
	case *int:
		*p = int(s.scanInt(verb, 64))
	case *int8:
		*p = int8(s.scanInt(verb, 8))
	case *int16:
		*p = int16(s.scanInt(verb, 16))
	case *int32:
		*p = int32(s.scanInt(verb, 32))
	case *int64:
		*p = s.scanInt(verb, 64)
	case *uint:
		*p = uint(s.scanUint(verb, 64))
	case *uint8:
		*p = uint8(s.scanUint(verb, 8))
	case *uint16:
		*p = uint16(s.scanUint(verb, 16))
	case *uint32:
		*p = uint32(s.scanUint(verb, 32))
	case *uint64:
		*p = s.scanUint(verb, 64)
	case *uintptr:
		*p = uintptr(s.scanUint(verb, 8*int(reflect.TypeFor[uintptr]().Size())))
	case *float32:
		*p = float32(s.scanFloat(verb, 32))
	case *float64:
		*p = s.scanFloat(verb, 64)
	case *complex64:
		*p = complex64(s.scanComplex(verb, 64))
	case *complex128:
		*p = s.scanComplex(verb, 128)
	case *string:
		*p = s.scanString(verb)
	case *[]byte:
		*p = []byte(s.scanString(verb))
	default:
		s.scanReflected(verb, reflect.ValueOf(operand))
	}
}

// scanReflected reads an operand of a type that has a name.
func (s *scanner) scanReflected(verb rune, pointer reflect.Value) {
	if pointer.Kind() != reflect.Pointer {
		fail("type not a pointer: " + pointer.Type().String())
	}
	v := pointer.Elem()
	switch v.Kind() {
	case reflect.Bool:
		v.SetBool(s.scanBool(verb))
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		v.SetInt(s.scanInt(verb, v.Type().Bits()))
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		v.SetUint(s.scanUint(verb, v.Type().Bits()))
	case reflect.String:
		v.SetString(s.scanString(verb))
	case reflect.Slice:
		if v.Type().Elem().Kind() != reflect.Uint8 {
			fail("can't scan type: " + pointer.Type().String())
		}
		text := s.scanString(verb)
		v.Set(reflect.MakeSlice(v.Type(), len(text), len(text)))
		for i := range len(text) {
			v.Index(i).SetUint(uint64(text[i]))
		}
	case reflect.Float32, reflect.Float64:
		s.begin()
		v.SetFloat(s.scanFloat(verb, v.Type().Bits()))
	case reflect.Complex64, reflect.Complex128:
		v.SetComplex(s.scanComplex(verb, v.Type().Bits()))
	default:
		fail("can't scan type: " + pointer.Type().String())
	}
}

// allow fails unless the verb is one of those for the kind of operand.
func allow(verb rune, verbs, kind string) {
	if !containsRune(verbs, verb) {
		fail("bad verb '%" + string(verb) + "' for " + kind)
	}
}

func (s *scanner) scanBool(verb rune) bool {
	s.begin()
	allow(verb, "tv", "boolean")
	rest := ""
	value := false
	switch s.next() {
	case '1':
		return true
	case 't', 'T':
		value = true
		rest = "rRuUeE"
	case 'f', 'F':
		rest = "aAlLsSeE"
	default:
		return false
	}
	// The first letter alone is enough; after the second all must be there.
	for i := 0; i < len(rest); i += 2 {
		if !s.accept(rest[i : i+2]) {
			if i > 0 {
				fail("syntax error scanning boolean")
			}
			break
		}
	}
	return value
}

// number reads the digits of an integer and returns the base for strconv.
func (s *scanner) number(verb rune, signs string) (base int) {
	allow(verb, "bdoUxXv", "integer")
	digits := decimalDigits
	base = 10
	switch verb {
	case 'b':
		base, digits = 2, binaryDigits
	case 'o':
		base, digits = 8, octalDigits
	case 'x', 'X', 'U':
		base, digits = 16, hexDigits
	}
	found := false
	switch {
	case verb == 'U':
		if s.next() != 'U' || s.next() != '+' {
			fail("bad unicode format ")
		}
	case signs != "":
		s.accept(signs)
	}
	if verb == 'v' {
		base, digits = 0, decimalDigits+"_"
		if s.accept("0") {
			found = true
			switch {
			case s.accept("bB"):
				digits = binaryDigits + "_"
			case s.accept("oO"):
				digits = octalDigits + "_"
			case s.accept("xX"):
				digits = hexDigits + "_"
			default:
				digits = octalDigits + "_"
			}
		}
	}
	if !found {
		if s.next() == endOfInput {
			panic(scanFailure{io.EOF})
		}
		s.UnreadRune()
		if !s.accept(digits) {
			fail("expected integer")
		}
	}
	s.acceptAll(digits)
	return base
}

func (s *scanner) scanInt(verb rune, bits int) int64 {
	if verb == 'c' {
		return int64(s.scanRune(bits))
	}
	s.begin()
	base := s.number(verb, "+-")
	token := string(s.token)
	value, err := strconv.ParseInt(token, base, 64)
	if err != nil {
		panic(scanFailure{err})
	}
	if shift := 64 - bits; value<<shift>>shift != value {
		fail("integer overflow on token " + token)
	}
	return value
}

func (s *scanner) scanUint(verb rune, bits int) uint64 {
	if verb == 'c' {
		return uint64(s.scanRune(bits))
	}
	s.begin()
	base := s.number(verb, "")
	token := string(s.token)
	value, err := strconv.ParseUint(token, base, 64)
	if err != nil {
		panic(scanFailure{err})
	}
	if shift := 64 - bits; value<<shift>>shift != value {
		fail("unsigned integer overflow on token " + token)
	}
	return value
}

func (s *scanner) scanRune(bits int) rune {
	r := s.next()
	if r == endOfInput {
		panic(scanFailure{io.EOF})
	}
	if shift := 64 - bits; int64(r)<<shift>>shift != int64(r) {
		fail("overflow on character value " + string(r))
	}
	return r
}

// floatToken reads as much as may be a float.
func (s *scanner) floatToken() string {
	s.token = s.token[:0]
	if s.accept("nN") && s.accept("aA") && s.accept("nN") {
		return string(s.token)
	}
	s.accept("+-")
	if s.accept("iI") && s.accept("nN") && s.accept("fF") {
		return string(s.token)
	}
	digits, exponent := decimalDigits+"_", "eEpP"
	if s.accept("0") && s.accept("xX") {
		digits, exponent = hexDigits+"_", "pP"
	}
	s.acceptAll(digits)
	if s.accept(".") {
		s.acceptAll(digits)
	}
	if s.accept(exponent) {
		s.accept("+-")
		s.acceptAll(decimalDigits + "_")
	}
	return string(s.token)
}

func (s *scanner) scanFloat(verb rune, bits int) float64 {
	allow(verb, floatVerbs, "float"+strconv.Itoa(bits))
	s.begin()
	return parseFloat(s.floatToken(), bits)
}

// parseFloat reads a float, also one as %b prints it: a decimal integer, p and an exponent of two.
func parseFloat(text string, bits int) float64 {
	power, hex := -1, false
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case 'p', 'P':
			if power < 0 {
				power = i
			}
		case 'x', 'X':
			hex = true
		}
	}
	if power < 0 || hex {
		value, err := strconv.ParseFloat(text, bits)
		if err != nil {
			panic(scanFailure{err})
		}
		return value
	}
	value, err := strconv.ParseFloat(text[:power], bits)
	var exponent int
	if err == nil {
		exponent, err = strconv.Atoi(text[power+1:])
	}
	if err != nil {
		var number *strconv.NumError
		if errors.As(err, &number) {
			number.Num = text
		}
		panic(scanFailure{err})
	}
	for ; exponent > 0 && value-value == 0 && value != 0; exponent-- {
		value *= 2
	}
	for ; exponent < 0 && value-value == 0 && value != 0; exponent++ {
		value /= 2
	}
	return value
}

func (s *scanner) scanComplex(verb rune, bits int) complex128 {
	allow(verb, floatVerbs, "complex")
	s.begin()
	const wrong = "syntax error scanning complex number"
	parenthesis := s.accept("(")
	re := s.floatToken()
	s.token = s.token[:0]
	if !s.accept("+-") {
		fail(wrong)
	}
	sign := string(s.token)
	im := s.floatToken()
	if !s.accept("i") || parenthesis && !s.accept(")") {
		fail(wrong)
	}
	return complex(parseFloat(re, bits/2), parseFloat(sign+im, bits/2))
}

func (s *scanner) scanString(verb rune) string {
	allow(verb, "svqxX", "string")
	s.begin()
	switch verb {
	case 'q':
		return s.quoted()
	case 'x', 'X':
		return s.hexBytes()
	}
	s.takeWhile(isNoSpace)
	return string(s.token)
}

// quoted reads a string literal.
func (s *scanner) quoted() string {
	quote := s.mustNext()
	if quote != '"' && quote != '`' {
		fail("expected quoted string")
	}
	s.token = utf8.AppendRune(s.token, quote)
	for {
		r := s.mustNext()
		s.token = utf8.AppendRune(s.token, r)
		if r == quote {
			break
		}
		if r == '\\' && quote == '"' {
			s.token = utf8.AppendRune(s.token, s.mustNext())
		}
	}
	text := string(s.token)
	if quote == '`' {
		return text[1 : len(text)-1]
	}
	text, err := strconv.Unquote(text)
	if err != nil {
		panic(scanFailure{err})
	}
	return text
}

// hexBytes reads pairs of hexadecimal digits.
func (s *scanner) hexBytes() string {
	for {
		r := s.next()
		if r == endOfInput {
			break
		}
		high, ok := hexDigit(r)
		if !ok {
			s.UnreadRune()
			break
		}
		low, ok := hexDigit(s.mustNext())
		if !ok {
			fail("illegal hex digit")
		}
		s.token = append(s.token, high<<4|low)
	}
	if len(s.token) == 0 {
		fail("no hex data for %x string")
	}
	return string(s.token)
}

func hexDigit(r rune) (byte, bool) {
	switch {
	case '0' <= r && r <= '9':
		return byte(r - '0'), true
	case 'a' <= r && r <= 'f':
		return byte(r-'a') + 10, true
	case 'A' <= r && r <= 'F':
		return byte(r-'A') + 10, true
	}
	return 0, false
}
