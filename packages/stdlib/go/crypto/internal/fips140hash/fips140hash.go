// Package fips140hash is what packages of a Go tree ask for the hash function within one of the library. Ours are what they are.
package fips140hash

import "hash"

// Unwrap returns h.
func Unwrap(h hash.Hash) hash.Hash { return h }

// UnwrapNew returns newHash as a function that returns a hash.Hash.
func UnwrapNew[Hash hash.Hash](newHash func() Hash) func() hash.Hash {
	return func() hash.Hash { return newHash() }
}
