// Package registry has the constructors of hash functions that crypto.Hash finds. It is apart from crypto, so that a hash function imports little.
package registry

import "hash"

// Constructors has the constructor of each hash function that is linked, by its number in crypto.
var Constructors [20]func() hash.Hash

// Numbers of the hash functions of the library, as in crypto.
const (
	MD5 = 2 + iota
	SHA1
	SHA224
	SHA256
	SHA384
	SHA512
	_
	_
	SHA3_224
	SHA3_256
	SHA3_384
	SHA3_512
	SHA512_224
	SHA512_256
)
