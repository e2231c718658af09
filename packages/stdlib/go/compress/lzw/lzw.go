// Package lzw has the compressed data format of Welch ("A Technique for High-Performance Data Compression", Computer 17(6), 1984) as GIF and PDF
// have it: codes of up to 12 bits, of which the first two that are no literals mean to clear the table, and the end.
package lzw

import (
	"errors"
	"fmt"
)

// An Order is that of the bits in a byte.
type Order int

const (
	LSB Order = iota // the lowest first, as in GIF
	MSB              // the highest first, as in TIFF and PDF
)

const (
	mostBits  = 12
	codes     = 1 << mostBits
	leastBits = 2 // of literals
	byteBits  = 8
)

var errClosed = errors.New("lzw: reader/writer is closed")

// check reports what is wrong with the parameters of a reader or writer.
func check(order Order, litWidth int) error {
	switch {
	case order != LSB && order != MSB:
		return errors.New("lzw: unknown order")
	case litWidth < leastBits || litWidth > byteBits:
		return fmt.Errorf("lzw: litWidth %d out of range", litWidth)
	}
	return nil
}
