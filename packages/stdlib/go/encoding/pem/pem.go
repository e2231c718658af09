// Package pem writes and reads the blocks in which keys and certificates are kept (RFC 1421, RFC 7468).
package pem

import (
	"bytes"
	"encoding/base64"
	"errors"
	"io"
	"slices"
	"strings"
)

// A Block is what is between "-----BEGIN Type-----" and "-----END Type-----".
type Block struct {
	Type    string
	Headers map[string]string
	Bytes   []byte // decoded
}

var (
	begin  = []byte("-----BEGIN ")
	end    = []byte("-----END ")
	dashes = []byte("-----")
)

// getLine returns the first line, what follows it, and how long both the line and its end are. A line loses space at its end, the last one of all not.
func getLine(data []byte) (line, rest []byte, length int) {
	i := bytes.IndexByte(data, '\n')
	if i < 0 {
		return data, data[len(data):], len(data)
	}
	return bytes.TrimRight(data[:i], " \t\r"), data[i+1:], i + 1
}

// indexLine returns where a line begins with prefix.
func indexLine(data, prefix []byte) int {
	for at := 0; ; {
		i := bytes.Index(data[at:], prefix)
		if i < 0 {
			return -1
		}
		at += i
		if at == 0 || data[at-1] == '\n' {
			return at
		}
		at++
	}
}

// Decode returns the first block of data, and what follows it; nil and all of data if there is none.
func Decode(data []byte) (p *Block, rest []byte) {
	rest = data
	for {
		i := indexLine(rest, begin)
		if i < 0 {
			return nil, data
		}
		rest = rest[i+len(begin):]
		var line []byte
		line, rest, _ = getLine(rest)
		name, ok := bytes.CutSuffix(line, dashes)
		if !ok {
			continue
		}
		block := &Block{Type: string(name), Headers: map[string]string{}}
		next := rest
		for len(next) > 0 {
			line, after, _ := getLine(next)
			key, value, ok := bytes.Cut(line, []byte(":"))
			if !ok {
				break
			}
			block.Headers[string(bytes.TrimSpace(key))] = string(bytes.TrimSpace(value))
			next = after
		}
		// The end may follow at once only where there are no headers.
		at := -1
		if len(block.Headers) == 0 && bytes.HasPrefix(next, end) {
			at = 0
		} else if i := bytes.Index(next, append([]byte("\n"), end...)); i >= 0 {
			at = i + 1
		}
		if at < 0 {
			rest = next
			continue
		}
		last, after, _ := getLine(next[at+len(end):])
		last = bytes.TrimRight(last, " \t\r")
		if string(last) != string(name)+string(dashes) {
			rest = next
			continue
		}
		encoded := slices.DeleteFunc(slices.Clone(next[:at]), func(c byte) bool {
			return c == ' ' || c == '\t' || c == '\r' || c == '\n'
		})
		decoded, err := base64.StdEncoding.AppendDecode(nil, encoded)
		if err != nil {
			rest = next
			continue
		}
		block.Bytes = decoded
		if decoded == nil {
			block.Bytes = []byte{}
		}
		return block, after
	}
}

const lineLength = 64

// A lineBreaker writes lines of equal length.
type lineBreaker struct {
	line [lineLength + 1]byte
	used int
	out  io.Writer
}

func (l *lineBreaker) Write(p []byte) (n int, err error) {
	for n < len(p) {
		k := copy(l.line[l.used:lineLength], p[n:])
		n += k
		if l.used += k; l.used == lineLength {
			if err := l.Close(); err != nil {
				return n, err
			}
		}
	}
	return n, nil
}

// Close writes the last line.
func (l *lineBreaker) Close() error {
	if l.used == 0 {
		return nil
	}
	l.line[l.used] = '\n'
	_, err := l.out.Write(l.line[:l.used+1])
	l.used = 0
	return err
}

// Encode writes a block. Headers are sorted, but for Proc-Type, which is the first; their names must be without colons.
func Encode(out io.Writer, b *Block) error {
	keys := make([]string, 0, len(b.Headers))
	for key := range b.Headers {
		if strings.Contains(key, ":") {
			return errors.New("pem: cannot encode a header key that contains a colon")
		}
		keys = append(keys, key)
	}
	const first = "Proc-Type"
	slices.SortFunc(keys, func(x, y string) int {
		switch {
		case x == y:
			return 0
		case x == first:
			return -1
		case y == first:
			return 1
		}
		return strings.Compare(x, y)
	})
	text := append([]byte(nil), begin...)
	text = append(text, b.Type+"-----\n"...)
	for _, key := range keys {
		text = append(text, key+": "+b.Headers[key]+"\n"...)
	}
	if len(keys) > 0 {
		text = append(text, '\n')
	}
	if _, err := out.Write(text); err != nil {
		return err
	}
	lines := &lineBreaker{out: out}
	encoder := base64.NewEncoder(base64.StdEncoding, lines)
	if _, err := encoder.Write(b.Bytes); err != nil {
		return err
	}
	encoder.Close()
	if err := lines.Close(); err != nil {
		return err
	}
	text = append(append(text[:0], end...), b.Type+"-----\n"...)
	_, err := out.Write(text)
	return err
}

// EncodeToMemory returns a block as Encode writes it, or nil if its headers are wrong.
func EncodeToMemory(b *Block) []byte {
	var buf bytes.Buffer
	if err := Encode(&buf, b); err != nil {
		return nil
	}
	return buf.Bytes()
}
