// Package hmac has message authentication codes by hash functions: RFC 2104, FIPS 198.
package hmac

import (
	"crypto/subtle"
	"errors"
	"hash"
)

// mac is the outer hash of the inner hash of what is written. Both begin with a block of the key.
type mac struct {
	outer, inner       hash.Hash
	outerPad, innerPad []byte
}

// New returns the code of what is written to it, by the hash functions that h makes and a key.
func New(h func() hash.Hash, key []byte) hash.Hash {
	m := &mac{outer: h(), inner: h()}
	if !distinct(m.outer, m.inner) {
		panic("crypto/hmac: hash generation function does not produce unique values")
	}
	size := m.inner.BlockSize()
	m.innerPad, m.outerPad = make([]byte, size), make([]byte, size)
	if len(key) > size {
		m.outer.Write(key)
		key = m.outer.Sum(nil)
	}
	copy(m.innerPad, key)
	copy(m.outerPad, key)
	for i := range size {
		m.innerPad[i] ^= 0x36
		m.outerPad[i] ^= 0x5C
	}
	m.inner.Write(m.innerPad)
	return m
}

// distinct reports whether writing to one does not change the other. Values that cannot be compared are no pointers.
func distinct(a, b hash.Hash) (yes bool) {
	defer func() {
		if recover() != nil {
			yes = true
		}
	}()
	return a != b
}

func (m *mac) Write(p []byte) (int, error) { return m.inner.Write(p) }
func (m *mac) Size() int                   { return m.outer.Size() }
func (m *mac) BlockSize() int              { return m.inner.BlockSize() }

func (m *mac) Sum(in []byte) []byte {
	start := len(in)
	in = m.inner.Sum(in)
	m.outer.Reset()
	m.outer.Write(m.outerPad)
	m.outer.Write(in[start:])
	return m.outer.Sum(in[:start])
}

func (m *mac) Reset() {
	m.inner.Reset()
	m.inner.Write(m.innerPad)
}

// An errNoClone is for a hash function that cannot be cloned.
type errNoClone struct{}

func (errNoClone) Error() string { return "crypto/hmac: hash does not support hash.Cloner" }
func (errNoClone) Unwrap() error { return errors.ErrUnsupported }

func clone(h hash.Hash) (hash.Hash, error) {
	if c, ok := h.(hash.Cloner); ok {
		return c.Clone()
	}
	return nil, errNoClone{}
}

func (m *mac) Clone() (hash.Cloner, error) {
	outer, err := clone(m.outer)
	if err != nil {
		return nil, err
	}
	inner, err := clone(m.inner)
	if err != nil {
		return nil, err
	}
	return &mac{outer, inner, m.outerPad, m.innerPad}, nil
}

// Equal compares two codes in a time that depends on their length only.
func Equal(mac1, mac2 []byte) bool { return subtle.ConstantTimeCompare(mac1, mac2) == 1 }
