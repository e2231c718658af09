// Package hashstate writes and reads the states of hash functions that MarshalBinary and UnmarshalBinary save: an identifier, the words
// of the state, the block that is not full yet, and the number of bytes that were hashed.
package hashstate

import (
	"errors"
	"internal/byteorder"
)

// Append32 appends the state of a hash function with words of 32 bits.
func Append32(b []byte, magic string, state []uint32, buf []byte, filled int, length uint64) []byte {
	b = append(b, magic...)
	for _, s := range state {
		b = byteorder.BEAppendUint32(b, s)
	}
	return appendBlock(b, buf, filled, length)
}

// Append64 appends the state of a hash function with words of 64 bits.
func Append64(b []byte, magic string, state []uint64, buf []byte, filled int, length uint64) []byte {
	b = append(b, magic...)
	for _, s := range state {
		b = byteorder.BEAppendUint64(b, s)
	}
	return appendBlock(b, buf, filled, length)
}

func appendBlock(b, buf []byte, filled int, length uint64) []byte {
	b = append(b, buf[:filled]...)
	b = append(b, make([]byte, len(buf)-filled)...)
	return byteorder.BEAppendUint64(b, length)
}

// Read32 reads what Append32 wrote into state and buf, and returns the number of bytes that were hashed.
func Read32(b []byte, name, magic string, state []uint32, buf []byte) (length uint64, err error) {
	if err := check(b, name, magic, 4*len(state)+len(buf)+8); err != nil {
		return 0, err
	}
	b = b[len(magic):]
	for i := range state {
		state[i] = byteorder.BEUint32(b[4*i:])
	}
	b = b[4*len(state):]
	return byteorder.BEUint64(b[copy(buf, b):]), nil
}

// Read64 reads what Append64 wrote into state and buf, and returns the number of bytes that were hashed.
func Read64(b []byte, name, magic string, state []uint64, buf []byte) (length uint64, err error) {
	if err := check(b, name, magic, 8*len(state)+len(buf)+8); err != nil {
		return 0, err
	}
	b = b[len(magic):]
	for i := range state {
		state[i] = byteorder.BEUint64(b[8*i:])
	}
	b = b[8*len(state):]
	return byteorder.BEUint64(b[copy(buf, b):]), nil
}

func check(b []byte, name, magic string, size int) error {
	if len(b) < len(magic) || string(b[:len(magic)]) != magic {
		return errors.New(name + ": invalid hash state identifier")
	}
	if len(b) != len(magic)+size {
		return errors.New(name + ": invalid hash state size")
	}
	return nil
}
