// Package hash has the interfaces of hash functions.
package hash

import "io"

// A Hash is written to and returns the hash of all that was written; Write never fails.
type Hash interface {
	io.Writer
	// Sum appends the hash to b and changes nothing.
	Sum(b []byte) []byte
	// Reset begins anew.
	Reset()
	// Size is the number of bytes that Sum appends.
	Size() int
	// BlockSize is the unit in which writes are fastest.
	BlockSize() int
}

// A Hash32 has a hash of 32 bits.
type Hash32 interface {
	Hash
	Sum32() uint32
}

// A Hash64 has a hash of 64 bits.
type Hash64 interface {
	Hash
	Sum64() uint64
}

// A Cloner can be copied with what was written to it.
type Cloner interface {
	Hash
	Clone() (Cloner, error)
}

// An XOF is a hash function with output of any length: first all writes, then all reads.
type XOF interface {
	io.Writer
	io.Reader
	Reset()
	BlockSize() int
}
