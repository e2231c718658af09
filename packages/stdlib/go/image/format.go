package image

import (
	"bufio"
	"errors"
	"io"
	"sync"
)

// ErrFormat is for data of no format that was registered.
var ErrFormat = errors.New("image: unknown format")

type format struct {
	name, magic  string
	decode       func(io.Reader) (Image, error)
	decodeConfig func(io.Reader) (Config, error)
}

var formats struct {
	sync.Mutex
	all []format
}

// RegisterFormat makes a format known to Decode. Its files begin with magic, in which ? is any byte.
func RegisterFormat(name, magic string, decode func(io.Reader) (Image, error), decodeConfig func(io.Reader) (Config, error)) {
	formats.Lock()
	formats.all = append(formats.all, format{name, magic, decode, decodeConfig})
	formats.Unlock()
}

type peeker interface {
	io.Reader
	Peek(int) ([]byte, error)
}

// find returns the format of r, and what reads it from the beginning.
func find(r io.Reader) (f format, p peeker, err error) {
	p, ok := r.(peeker)
	if !ok {
		p = bufio.NewReader(r)
	}
	formats.Lock()
	all := formats.all
	formats.Unlock()
	for _, f := range all {
		if b, err := p.Peek(len(f.magic)); err == nil && begins(b, f.magic) {
			return f, p, nil
		}
	}
	return f, p, ErrFormat
}

func begins(b []byte, magic string) bool {
	for i, c := range b {
		if magic[i] != c && magic[i] != '?' {
			return false
		}
	}
	return true
}

// Decode decodes an image of any format that was registered, and returns the name of the format.
func Decode(r io.Reader) (Image, string, error) {
	f, p, err := find(r)
	if err != nil {
		return nil, "", err
	}
	m, err := f.decode(p)
	return m, f.name, err
}

// DecodeConfig decodes the size and the color model of an image of any format that was registered, and returns the name of the format.
func DecodeConfig(r io.Reader) (Config, string, error) {
	f, p, err := find(r)
	if err != nil {
		return Config{}, "", err
	}
	c, err := f.decodeConfig(p)
	return c, f.name, err
}
