package strconv

import "unicode/utf8"

// Which runes are written as they are.
type quoteMode byte

const (
	quotePrintable quoteMode = iota
	quoteASCII
	quoteGraphic
)

func (m quoteMode) keeps(r rune) bool {
	if r < utf8.RuneSelf {
		return ' ' <= r && r < 0x7F
	}
	return m != quoteASCII && (IsPrint(r) || m == quoteGraphic && isGraphicSpace(r))
}

func appendHexDigits(dst []byte, r rune, n int) []byte {
	for shift := 4 * (n - 1); shift >= 0; shift -= 4 {
		dst = append(dst, letters[r>>uint(shift)&15])
	}
	return dst
}

func appendEscaped(dst []byte, r rune, quote byte, mode quoteMode) []byte {
	if r == rune(quote) || r == '\\' {
		return append(dst, '\\', byte(r))
	}
	if mode.keeps(r) {
		return utf8.AppendRune(dst, r)
	}
	if '\a' <= r && r <= '\r' {
		return append(dst, '\\', "abtnvfr"[r-'\a'])
	}
	switch {
	case r < ' ' || r == 0x7F:
		return appendHexDigits(append(dst, `\x`...), r, 2)
	case r < 0x10000:
		return appendHexDigits(append(dst, `\u`...), r, 4)
	}
	return appendHexDigits(append(dst, `\U`...), r, 8)
}

func appendQuoted(dst []byte, s string, mode quoteMode) []byte {
	dst = append(dst, '"')
	plain := 0 // s[plain:i] needs no change and is still to be copied
	for i := 0; i < len(s); {
		c := s[i]
		if ' ' <= c && c < 0x7F && c != '"' && c != '\\' {
			i++
			continue
		}
		r, size := rune(c), 1
		if c >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[i:])
		}
		if r == utf8.RuneError && size == 1 {
			dst = append(dst, s[plain:i]...)
			dst = appendHexDigits(append(dst, `\x`...), rune(c), 2)
			plain = i + 1
		} else if c < utf8.RuneSelf || !mode.keeps(r) {
			dst = append(dst, s[plain:i]...)
			dst = appendEscaped(dst, r, '"', mode)
			plain = i + size
		}
		i += size
	}
	dst = append(dst, s[plain:]...)
	return append(dst, '"')
}

func appendQuotedRune(dst []byte, r rune, mode quoteMode) []byte {
	if !utf8.ValidRune(r) {
		r = utf8.RuneError
	}
	return append(appendEscaped(append(dst, '\''), r, '\'', mode), '\'')
}

func quoted(s string, mode quoteMode) string {
	return string(appendQuoted(make([]byte, 0, len(s)+len(s)/2+2), s, mode))
}

func quotedRune(r rune, mode quoteMode) string {
	var buf [16]byte
	return string(appendQuotedRune(buf[:0], r, mode))
}

// Quote returns a Go string literal of s, with escapes for control characters and what is not printable.
func Quote(s string) string { return quoted(s, quotePrintable) }

// AppendQuote appends Quote(s).
func AppendQuote(dst []byte, s string) []byte { return appendQuoted(dst, s, quotePrintable) }

// QuoteToASCII is Quote with escapes for all that is not ASCII.
func QuoteToASCII(s string) string { return quoted(s, quoteASCII) }

// AppendQuoteToASCII appends QuoteToASCII(s).
func AppendQuoteToASCII(dst []byte, s string) []byte { return appendQuoted(dst, s, quoteASCII) }

// QuoteToGraphic is Quote that leaves what IsGraphic as it is.
func QuoteToGraphic(s string) string { return quoted(s, quoteGraphic) }

// AppendQuoteToGraphic appends QuoteToGraphic(s).
func AppendQuoteToGraphic(dst []byte, s string) []byte { return appendQuoted(dst, s, quoteGraphic) }

// QuoteRune returns a Go character literal of r, with escapes as in Quote; an invalid r is U+FFFD.
func QuoteRune(r rune) string { return quotedRune(r, quotePrintable) }

// AppendQuoteRune appends QuoteRune(r).
func AppendQuoteRune(dst []byte, r rune) []byte { return appendQuotedRune(dst, r, quotePrintable) }

// QuoteRuneToASCII is QuoteRune with escapes for all that is not ASCII.
func QuoteRuneToASCII(r rune) string { return quotedRune(r, quoteASCII) }

// AppendQuoteRuneToASCII appends QuoteRuneToASCII(r).
func AppendQuoteRuneToASCII(dst []byte, r rune) []byte { return appendQuotedRune(dst, r, quoteASCII) }

// QuoteRuneToGraphic is QuoteRune that leaves what IsGraphic as it is.
func QuoteRuneToGraphic(r rune) string { return quotedRune(r, quoteGraphic) }

// AppendQuoteRuneToGraphic appends QuoteRuneToGraphic(r).
func AppendQuoteRuneToGraphic(dst []byte, r rune) []byte {
	return appendQuotedRune(dst, r, quoteGraphic)
}

// CanBackquote reports whether s can be a raw string literal on one line.
func CanBackquote(s string) bool {
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if size == 1 && (r == utf8.RuneError || r < ' ' && r != '\t' || r == '`' || r == 0x7F) || r == '\uFEFF' {
			return false
		}
		i += size
	}
	return true
}

// UnquoteChar decodes the first character or escape of the inside of a literal in the given quotes ('\”, '"', or 0 to
// allow both unescaped). multibyte says that the value takes more than one byte of UTF-8.
func UnquoteChar(s string, quote byte) (value rune, multibyte bool, tail string, err error) {
	if s == "" {
		return 0, false, "", ErrSyntax
	}
	c := s[0]
	switch {
	case c == quote && (quote == '\'' || quote == '"'):
		return 0, false, "", ErrSyntax
	case c >= utf8.RuneSelf:
		r, size := utf8.DecodeRuneInString(s)
		return r, true, s[size:], nil
	case c != '\\':
		return rune(c), false, s[1:], nil
	case len(s) == 1:
		return 0, false, "", ErrSyntax
	}
	c, s = s[1], s[2:]
	hexDigits := 0
	switch c {
	case 'a':
		value = '\a'
	case 'b':
		value = '\b'
	case 'f':
		value = '\f'
	case 'n':
		value = '\n'
	case 'r':
		value = '\r'
	case 't':
		value = '\t'
	case 'v':
		value = '\v'
	case '\\':
		value = '\\'
	case '\'', '"':
		if c != quote {
			return 0, false, "", ErrSyntax
		}
		value = rune(c)
	case 'x':
		hexDigits = 2
	case 'u':
		hexDigits = 4
	case 'U':
		hexDigits = 8
	case '0', '1', '2', '3', '4', '5', '6', '7':
		value = rune(c - '0')
		if len(s) < 2 {
			return 0, false, "", ErrSyntax
		}
		for i := 0; i < 2; i++ {
			d := s[i] - '0'
			if d > 7 {
				return 0, false, "", ErrSyntax
			}
			value = value<<3 | rune(d)
		}
		if value > 255 {
			return 0, false, "", ErrSyntax
		}
		s = s[2:]
	default:
		return 0, false, "", ErrSyntax
	}
	if hexDigits > 0 {
		if len(s) < hexDigits {
			return 0, false, "", ErrSyntax
		}
		for i := 0; i < hexDigits; i++ {
			d := digitOf(s[i])
			if d > 15 {
				return 0, false, "", ErrSyntax
			}
			value = value<<4 | rune(d)
		}
		s = s[hexDigits:]
		if hexDigits > 2 {
			if !utf8.ValidRune(value) {
				return 0, false, "", ErrSyntax
			}
			multibyte = true
		}
	}
	return value, multibyte, s, nil
}

// unquotePrefix walks over the literal at the start of s. It returns its length and, if decode is set, its value.
func unquotePrefix(s string, decode bool) (value string, length int, err error) {
	if len(s) < 2 {
		return "", 0, ErrSyntax
	}
	quote := s[0]
	if quote == '`' {
		end, returns := 1, 0
		for end < len(s) && s[end] != '`' {
			if s[end] == '\r' {
				returns++
			}
			end++
		}
		if end == len(s) {
			return "", 0, ErrSyntax
		}
		value = s[1:end]
		if returns > 0 && decode { // raw literals do not have them
			buf := make([]byte, 0, len(value)-returns)
			for i := 0; i < len(value); i++ {
				if value[i] != '\r' {
					buf = append(buf, value[i])
				}
			}
			value = string(buf)
		}
		return value, end + 1, nil
	}
	if quote != '"' && quote != '\'' {
		return "", 0, ErrSyntax
	}
	// Without escapes and bad bytes the value is a part of s.
	end := 1
	for end < len(s) && s[end] != quote && s[end] != '\\' && s[end] != '\n' {
		end++
	}
	if end < len(s) && s[end] == quote && (!decode || utf8.ValidString(s[1:end])) {
		inside := s[1:end]
		if quote == '"' {
			return inside, end + 1, nil
		}
		if r, size := utf8.DecodeRuneInString(inside); size > 0 && size == len(inside) && (r != utf8.RuneError || size > 1) {
			return inside, end + 1, nil
		}
	}
	var buf []byte
	rest := s[1:]
	for rest != "" && rest[0] != quote {
		if rest[0] == '\n' {
			return "", 0, ErrSyntax
		}
		r, multibyte, tail, err := UnquoteChar(rest, quote)
		if err != nil {
			return "", 0, err
		}
		rest = tail
		if decode {
			if multibyte {
				buf = utf8.AppendRune(buf, r)
			} else {
				buf = append(buf, byte(r))
			}
		}
		if quote == '\'' {
			break // exactly one character
		}
	}
	if rest == "" || rest[0] != quote || quote == '\'' && len(s)-len(rest) == 1 {
		return "", 0, ErrSyntax
	}
	return string(buf), len(s) - len(rest) + 1, nil
}

// QuotedPrefix returns the literal (string, raw string or character) that s begins with, as it is written.
func QuotedPrefix(s string) (string, error) {
	_, n, err := unquotePrefix(s, false)
	if err != nil {
		return "", err
	}
	return s[:n], nil
}

// Unquote returns the value of s, a Go string, raw string or character literal.
func Unquote(s string) (string, error) {
	value, n, err := unquotePrefix(s, true)
	if err != nil || n != len(s) {
		return "", ErrSyntax
	}
	return value, nil
}

// IsGraphic reports whether r is printable or a space in the sense of Unicode.
func IsGraphic(r rune) bool { return IsPrint(r) || isGraphicSpace(r) }

// isGraphicSpace is category Zs without the ASCII space.
func isGraphicSpace(r rune) bool {
	switch r {
	case 0xA0, 0x1680, 0x202F, 0x205F, 0x3000:
		return true
	}
	return 0x2000 <= r && r <= 0x200A
}

// printable are the ends of alternating runs of runes that are not, and are, printable; filled when needed.
var printable []rune

// IsPrint reports whether r is a letter, mark, number, punctuation, symbol or the ASCII space.
func IsPrint(r rune) bool {
	switch {
	case r < 0x7F:
		return r >= ' '
	case r <= 0xFF:
		return r > 0xA0 && r != 0xAD
	case r > utf8.MaxRune:
		return false
	}
	if printable == nil {
		printable = unpackRuns(packedPrintable)
	}
	lo, hi := 0, len(printable) // the first run that ends after r
	for lo < hi {
		middle := (lo + hi) / 2
		if printable[middle] > r {
			hi = middle
		} else {
			lo = middle + 1
		}
	}
	return lo&1 == 1
}

// unpackRuns returns the ends of runs whose lengths are packed: five bits a byte, lowest first, offset ' ', and 32 more if
// the number goes on.
func unpackRuns(packed string) []rune {
	ends := make([]rune, 0, len(packed))
	end, length, shift := rune(0), rune(0), uint(0)
	for i := 0; i < len(packed); i++ {
		c := packed[i] - ' '
		length |= rune(c&31) << shift
		shift += 5
		if c < 32 {
			end += length
			ends = append(ends, end)
			length, shift = 0, 0
		}
	}
	return ends
}
