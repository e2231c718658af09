package json

import (
	"bytes"
	"io"
)

// A Decoder reads JSON values from a stream.
type Decoder struct {
	source io.Reader
	buffer []byte
	at     int   // the first byte of buffer that has not been used
	passed int64 // bytes of the stream before buffer
	// scanned counts the bytes of values: the offset of syntax errors. Token skips what is between them.
	scanned int64
	err     error
	// settings are those of the decoder of each value.
	useNumbers bool
	strict     bool
	// tokens is where Token is in the values that it has gone into.
	tokens position
	open   []position
}

// position is what Token may return next.
type position uint8

const (
	atValue position = iota // between values
	atFirstElement
	atElement // after a comma
	atComma   // in an array, after an element
	atFirstKey
	atKey // after a comma
	atColon
	atMember      // after a colon
	atMemberComma // in an object, after an element
)

// NewDecoder returns a decoder that may read more than it returns.
func NewDecoder(r io.Reader) *Decoder { return &Decoder{source: r} }

// UseNumber makes numbers in interfaces Numbers instead of float64s.
func (dec *Decoder) UseNumber() { dec.useNumbers = true }

// DisallowUnknownFields makes it an error if an object has a key that the struct has no field for.
func (dec *Decoder) DisallowUnknownFields() { dec.strict = true }

// Buffered returns what has been read of the stream and not used.
func (dec *Decoder) Buffered() io.Reader { return bytes.NewReader(dec.buffer[dec.at:]) }

// InputOffset returns the offset in the stream after the last token or value.
func (dec *Decoder) InputOffset() int64 { return dec.passed + int64(dec.at) }

// Decode stores the next value in what v points to.
func (dec *Decoder) Decode(v any) error {
	if dec.err != nil {
		return dec.err
	}
	if err := dec.beforeValue(); err != nil {
		return err
	}
	if !dec.wantsValue() {
		return &SyntaxError{"not at beginning of value", dec.InputOffset()}
	}
	n, err := dec.readValue()
	if err != nil {
		return err
	}
	d := decoder{data: dec.buffer[dec.at : dec.at+n], useNumbers: dec.useNumbers, strict: dec.strict}
	dec.at += n
	err = d.decode(v)
	dec.afterValue()
	return err
}

// readValue reads the next value into the buffer and returns the length of it and of the space before it.
func (dec *Decoder) readValue() (int, error) {
	var s scanner
	s.count = dec.scanned
	defer func() { dec.scanned = s.count }()
	i := dec.at
	for {
		for ; i < len(dec.buffer); i++ {
			c := dec.buffer[i]
			if len(s.open) == 0 && s.numberEnds(c) {
				return i - dec.at, nil
			}
			if s.feed(c) == failed {
				dec.err = s.err
				return 0, dec.err
			}
			if s.state == wantNothing {
				return i + 1 - dec.at, nil
			}
		}
		if dec.err != nil {
			break
		}
		done := i - dec.at
		dec.err = dec.refill()
		i = dec.at + done
	}
	if dec.err == io.EOF {
		if s.end() == nil {
			dec.err = nil
			return i - dec.at, nil
		}
		if len(bytes.TrimLeft(dec.buffer[dec.at:], " \t\r\n")) > 0 {
			dec.err = io.ErrUnexpectedEOF
		}
	}
	return 0, dec.err
}

// refill reads more of the stream.
func (dec *Decoder) refill() error {
	if dec.at > 0 {
		dec.passed += int64(dec.at)
		dec.buffer = dec.buffer[:copy(dec.buffer, dec.buffer[dec.at:])]
		dec.at = 0
	}
	const least = 512
	if cap(dec.buffer)-len(dec.buffer) < least {
		larger := make([]byte, len(dec.buffer), 2*cap(dec.buffer)+least)
		copy(larger, dec.buffer)
		dec.buffer = larger
	}
	n, err := dec.source.Read(dec.buffer[len(dec.buffer):cap(dec.buffer)])
	dec.buffer = dec.buffer[:len(dec.buffer)+n]
	return err
}

// peek returns the next byte that is no space, and leaves it.
func (dec *Decoder) peek() (byte, error) {
	blanks := 0
	for {
		for i := dec.at + blanks; i < len(dec.buffer); i++ {
			if c := dec.buffer[i]; !isBlank(c) {
				dec.at = i
				return c, nil
			}
			blanks++
		}
		if dec.err != nil {
			return 0, dec.err
		}
		if err := dec.refill(); err != nil && len(dec.buffer) == dec.at+blanks {
			return 0, err
		}
	}
}

// A Token is a Delim, bool, float64, Number, string or nil.
type Token any

// A Delim is one of [ ] { }.
type Delim rune

func (d Delim) String() string { return string(rune(d)) }

// wantsValue reports whether a value is allowed here.
func (dec *Decoder) wantsValue() bool {
	switch dec.tokens {
	case atValue, atFirstElement, atElement, atMember:
		return true
	}
	return false
}

// beforeValue skips the comma or colon before the value to decode, if Token has gone into something.
func (dec *Decoder) beforeValue() error {
	var want byte
	var next position
	var complaint string
	switch dec.tokens {
	case atComma:
		want, next, complaint = ',', atElement, "expected comma after array element"
	case atColon:
		want, next, complaint = ':', atMember, "expected colon after object key"
	default:
		return nil
	}
	c, err := dec.peek()
	if err != nil {
		return err
	}
	if c != want {
		return &SyntaxError{complaint, dec.InputOffset()}
	}
	dec.at++
	dec.tokens = next
	return nil
}

func (dec *Decoder) afterValue() {
	switch dec.tokens {
	case atFirstElement, atElement:
		dec.tokens = atComma
	case atMember:
		dec.tokens = atMemberComma
	}
}

// enter goes into an array or object.
func (dec *Decoder) enter(c byte, first position) (Token, error) {
	dec.at++
	dec.open = append(dec.open, dec.tokens)
	dec.tokens = first
	return Delim(c), nil
}

// leave goes out of an array or object.
func (dec *Decoder) leave(c byte) (Token, error) {
	dec.at++
	dec.tokens = dec.open[len(dec.open)-1]
	dec.open = dec.open[:len(dec.open)-1]
	dec.afterValue()
	return Delim(c), nil
}

// Token returns the next token; io.EOF at the end. Commas and colons are skipped.
func (dec *Decoder) Token() (Token, error) {
	for {
		c, err := dec.peek()
		if err != nil {
			return nil, err
		}
		switch c {
		case '[':
			if dec.wantsValue() {
				return dec.enter(c, atFirstElement)
			}
		case ']':
			if dec.tokens == atFirstElement || dec.tokens == atComma {
				return dec.leave(c)
			}
		case '{':
			if dec.wantsValue() {
				return dec.enter(c, atFirstKey)
			}
		case '}':
			if dec.tokens == atFirstKey || dec.tokens == atMemberComma {
				return dec.leave(c)
			}
		case ':':
			if dec.tokens == atColon {
				dec.at++
				dec.tokens = atMember
				continue
			}
		case ',':
			if dec.tokens == atComma {
				dec.at++
				dec.tokens = atElement
				continue
			}
			if dec.tokens == atMemberComma {
				dec.at++
				dec.tokens = atKey
				continue
			}
		case '"':
			if dec.tokens == atFirstKey || dec.tokens == atKey {
				return dec.key()
			}
			return dec.plainToken(c)
		default:
			return dec.plainToken(c)
		}
		return nil, dec.unexpected(c)
	}
}

// key returns the key of an object.
func (dec *Decoder) key() (Token, error) {
	var key string
	before := dec.tokens
	dec.tokens = atValue
	err := dec.Decode(&key)
	dec.tokens = before
	if err != nil {
		return nil, err
	}
	dec.tokens = atColon
	return key, nil
}

func (dec *Decoder) plainToken(c byte) (Token, error) {
	if !dec.wantsValue() {
		return nil, dec.unexpected(c)
	}
	var x any
	if err := dec.Decode(&x); err != nil {
		return nil, err
	}
	return x, nil
}

// unexpected is a byte where no token of its kind is allowed.
func (dec *Decoder) unexpected(c byte) error {
	var context string
	switch dec.tokens {
	case atValue, atFirstElement, atElement, atMember:
		context = "looking for beginning of value"
	case atComma:
		context = "after array element"
	case atKey:
		context = "looking for beginning of object key string"
	case atFirstKey:
		context = "looking for beginning of object key string"
	case atColon:
		context = "after object key"
	case atMemberComma:
		context = "after object key:value pair"
	}
	return &SyntaxError{"invalid character " + quoteByte(c) + " " + context, dec.InputOffset()}
}

// More reports whether the array or object that Token is in has another element.
func (dec *Decoder) More() bool {
	c, err := dec.peek()
	return err == nil && c != ']' && c != '}'
}

// An Encoder writes JSON values to a stream, each with a newline after it.
type Encoder struct {
	to        io.Writer
	err       error
	prefix    string
	indent    string
	keepsHTML bool
}

// NewEncoder returns an encoder that writes to w.
func NewEncoder(w io.Writer) *Encoder { return &Encoder{to: w} }

// Encode writes the JSON of a value.
func (enc *Encoder) Encode(v any) error {
	if enc.err != nil {
		return enc.err
	}
	e := encoder{escapeHTML: !enc.keepsHTML}
	if err := e.encode(v); err != nil {
		return err
	}
	out := append(e.out, '\n')
	if enc.prefix != "" || enc.indent != "" {
		var err error
		if out, err = appendIndent(nil, out, enc.prefix, enc.indent); err != nil {
			return err
		}
	}
	_, enc.err = enc.to.Write(out)
	return enc.err
}

// SetIndent makes values be written as Indent does.
func (enc *Encoder) SetIndent(prefix, indent string) { enc.prefix, enc.indent = prefix, indent }

// SetEscapeHTML says whether <, > and & in strings are escaped, which they are at first.
func (enc *Encoder) SetEscapeHTML(on bool) { enc.keepsHTML = !on }
