// Package crc32 has cyclic redundancy checks of 32 bits (Peterson and Brown 1961), bits in reversed order.
package crc32

import (
	"errors"
	"hash"
	"internal/byteorder"
)

// Size is the number of bytes of a checksum.
const Size = 4

// Polynomials, with the lowest power as the highest bit.
const (
	IEEE       = 0xEDB88320 // Ethernet, gzip, zip, png
	Castagnoli = 0x82F63B78 // iSCSI
	Koopman    = 0xEB31D82E
)

// A Table is what a polynomial makes of each byte.
type Table [256]uint32

// IEEETable is the table of IEEE.
var IEEETable = newTable(IEEE)

var castagnoli *Table

func newTable(poly uint32) *Table {
	t := new(Table)
	for i := range t {
		c := uint32(i)
		for range 8 {
			c = c>>1 ^ poly&-(c&1)
		}
		t[i] = c
	}
	return t
}

// MakeTable returns the table of a polynomial; it must not be changed.
func MakeTable(poly uint32) *Table {
	switch poly {
	case IEEE:
		return IEEETable
	case Castagnoli:
		if castagnoli == nil {
			castagnoli = newTable(poly)
		}
		return castagnoli
	}
	return newTable(poly)
}

// Update adds p to a checksum.
func Update(crc uint32, tab *Table, p []byte) uint32 {
	crc = ^crc
	if tab == IEEETable && len(p) >= slicesFrom {
		crc, p = updateSlices(crc, p)
	}
	for _, c := range p {
		crc = tab[byte(crc)^c] ^ crc>>8
	}
	return ^crc
}

// Checksum is the checksum of data.
func Checksum(data []byte, tab *Table) uint32 { return Update(0, tab, data) }

// ChecksumIEEE is the checksum of data with the polynomial IEEE.
func ChecksumIEEE(data []byte) uint32 { return Update(0, IEEETable, data) }

type digest struct {
	crc uint32
	tab *Table
}

// New returns a hash with the polynomial of a table; Sum is the checksum with the highest byte first.
func New(tab *Table) hash.Hash32 { return &digest{0, tab} }

// NewIEEE is New(IEEETable).
func NewIEEE() hash.Hash32 { return New(IEEETable) }

func (d *digest) Size() int      { return Size }
func (d *digest) BlockSize() int { return 1 }
func (d *digest) Reset()         { d.crc = 0 }
func (d *digest) Sum32() uint32  { return d.crc }

func (d *digest) Write(p []byte) (n int, err error) {
	d.crc = Update(d.crc, d.tab, p)
	return len(p), nil
}

func (d *digest) Sum(in []byte) []byte {
	return append(in, byte(d.crc>>24), byte(d.crc>>16), byte(d.crc>>8), byte(d.crc))
}

func (d *digest) Clone() (hash.Cloner, error) {
	c := *d
	return &c, nil
}

// MarshalBinary saves what was hashed.
func (d *digest) MarshalBinary() ([]byte, error) { return d.AppendBinary(nil) }

// AppendBinary appends what MarshalBinary returns.
func (d *digest) AppendBinary(b []byte) ([]byte, error) {
	b = append(b, "crc\x01"...)
	b = byteorder.BEAppendUint32(b, tableSum(d.tab))
	b = byteorder.BEAppendUint32(b, d.crc)
	return b, nil
}

// UnmarshalBinary restores what MarshalBinary saved of the same hash function.
func (d *digest) UnmarshalBinary(b []byte) error {
	if err := checkState(b, "crc\x01", 12); err != nil {
		return err
	}
	if tableSum(d.tab) != byteorder.BEUint32(b[4:]) {
		return errors.New("hash/crc32: tables do not match")
	}
	d.crc = byteorder.BEUint32(b[8:])
	return nil
}

// checkState reports what is wrong with a saved state.
func checkState(b []byte, magic string, size int) error {
	if len(b) < len(magic) || string(b[:len(magic)]) != magic {
		return errors.New("hash/crc32: invalid hash state identifier")
	}
	if len(b) != size {
		return errors.New("hash/crc32: invalid hash state size")
	}
	return nil
}

// tableSum tells tables apart: the IEEE checksum of the words of a table.
func tableSum(t *Table) uint32 {
	var b []byte
	for _, x := range t {
		b = byteorder.BEAppendUint32(b, x)
	}
	return ChecksumIEEE(b)
}
