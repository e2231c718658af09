// Package crc64 has cyclic redundancy checks of 64 bits, bits in reversed order.
package crc64

import (
	"errors"
	"hash"
	"internal/byteorder"
)

// Size is the number of bytes of a checksum.
const Size = 8

// Polynomials, with the lowest power as the highest bit.
const (
	ISO  = 0xD800000000000000
	ECMA = 0xC96C5795D7870F42
)

// A Table is what a polynomial makes of each byte.
type Table [256]uint64

// MakeTable returns the table of a polynomial; it must not be changed.
func MakeTable(poly uint64) *Table {
	t := new(Table)
	for i := range t {
		c := uint64(i)
		for range 8 {
			c = c>>1 ^ poly&-(c&1)
		}
		t[i] = c
	}
	return t
}

// Update adds p to a checksum.
func Update(crc uint64, tab *Table, p []byte) uint64 {
	crc = ^crc
	for _, c := range p {
		crc = tab[byte(crc)^c] ^ crc>>8
	}
	return ^crc
}

// Checksum is the checksum of data.
func Checksum(data []byte, tab *Table) uint64 { return Update(0, tab, data) }

type digest struct {
	crc uint64
	tab *Table
}

// New returns a hash with the polynomial of a table; Sum is the checksum with the highest byte first.
func New(tab *Table) hash.Hash64 { return &digest{0, tab} }

func (d *digest) Size() int      { return Size }
func (d *digest) BlockSize() int { return 1 }
func (d *digest) Reset()         { d.crc = 0 }
func (d *digest) Sum64() uint64  { return d.crc }

func (d *digest) Write(p []byte) (n int, err error) {
	d.crc = Update(d.crc, d.tab, p)
	return len(p), nil
}

func (d *digest) Sum(in []byte) []byte {
	for shift := 56; shift >= 0; shift -= 8 {
		in = append(in, byte(d.crc>>shift))
	}
	return in
}

func (d *digest) Clone() (hash.Cloner, error) {
	c := *d
	return &c, nil
}

// MarshalBinary saves what was hashed.
func (d *digest) MarshalBinary() ([]byte, error) { return d.AppendBinary(nil) }

// AppendBinary appends what MarshalBinary returns.
func (d *digest) AppendBinary(b []byte) ([]byte, error) {
	b = append(b, "crc\x02"...)
	b = byteorder.BEAppendUint64(b, tableSum(d.tab))
	b = byteorder.BEAppendUint64(b, d.crc)
	return b, nil
}

// UnmarshalBinary restores what MarshalBinary saved of the same hash function.
func (d *digest) UnmarshalBinary(b []byte) error {
	if err := checkState(b, "crc\x02", 20); err != nil {
		return err
	}
	if tableSum(d.tab) != byteorder.BEUint64(b[4:]) {
		return errors.New("hash/crc64: tables do not match")
	}
	d.crc = byteorder.BEUint64(b[12:])
	return nil
}

// checkState reports what is wrong with a saved state.
func checkState(b []byte, magic string, size int) error {
	if len(b) < len(magic) || string(b[:len(magic)]) != magic {
		return errors.New("hash/crc64: invalid hash state identifier")
	}
	if len(b) != size {
		return errors.New("hash/crc64: invalid hash state size")
	}
	return nil
}

// tableSum tells tables apart: the ISO checksum of the words of a table.
func tableSum(t *Table) uint64 {
	var b []byte
	for _, x := range t {
		b = byteorder.BEAppendUint64(b, x)
	}
	return Checksum(b, MakeTable(ISO))
}
