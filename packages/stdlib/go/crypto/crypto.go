// Package crypto has what cryptographic packages share: the names of hash functions, and interfaces of keys.
package crypto

import (
	"crypto/internal/registry"
	"hash"
	"io"
	"strconv"
)

// A Hash names a hash function, which another package has.
type Hash uint

// The hash functions. The package of one must be imported for it to be available.
const (
	MD4 Hash = 1 + iota
	MD5
	SHA1
	SHA224
	SHA256
	SHA384
	SHA512
	MD5SHA1
	RIPEMD160
	SHA3_224
	SHA3_256
	SHA3_384
	SHA3_512
	SHA512_224
	SHA512_256
	BLAKE2s_256
	BLAKE2b_256
	BLAKE2b_384
	BLAKE2b_512
	end
)

var descriptions = [end]struct {
	name string
	size uint8
}{
	MD4:         {"MD4", 16},
	MD5:         {"MD5", 16},
	SHA1:        {"SHA-1", 20},
	SHA224:      {"SHA-224", 28},
	SHA256:      {"SHA-256", 32},
	SHA384:      {"SHA-384", 48},
	SHA512:      {"SHA-512", 64},
	MD5SHA1:     {"MD5+SHA1", 36},
	RIPEMD160:   {"RIPEMD-160", 20},
	SHA3_224:    {"SHA3-224", 28},
	SHA3_256:    {"SHA3-256", 32},
	SHA3_384:    {"SHA3-384", 48},
	SHA3_512:    {"SHA3-512", 64},
	SHA512_224:  {"SHA-512/224", 28},
	SHA512_256:  {"SHA-512/256", 32},
	BLAKE2s_256: {"BLAKE2s-256", 32},
	BLAKE2b_256: {"BLAKE2b-256", 32},
	BLAKE2b_384: {"BLAKE2b-384", 48},
	BLAKE2b_512: {"BLAKE2b-512", 64},
}

// HashFunc returns h, so that a Hash is a SignerOpts.
func (h Hash) HashFunc() Hash { return h }

func (h Hash) String() string {
	if h == 0 || h >= end {
		return "unknown hash value " + strconv.FormatUint(uint64(h), 10)
	}
	return descriptions[h].name
}

// Size is the number of bytes of a hash, whether or not the function is linked.
func (h Hash) Size() int {
	if h == 0 || h >= end {
		panic("crypto: Size of unknown hash function")
	}
	return int(descriptions[h].size)
}

// Available reports whether the hash function is linked into the program.
func (h Hash) Available() bool { return h < end && registry.Constructors[h] != nil }

// New returns the hash function, and panics if it is not linked.
func (h Hash) New() hash.Hash {
	if !h.Available() {
		panic("crypto: requested hash function #" + strconv.FormatUint(uint64(h), 10) + " is unavailable")
	}
	return registry.Constructors[h]()
}

// RegisterHash makes a hash function available.
func RegisterHash(h Hash, f func() hash.Hash) {
	if h >= end {
		panic("crypto: RegisterHash of unknown hash function")
	}
	registry.Constructors[h] = f
}

// A PublicKey is one of any algorithm. Those of the library have a method Equal.
type PublicKey any

// A PrivateKey is one of any algorithm. Those of the library have methods Public and Equal.
type PrivateKey any

// A Signer has a private key that can sign.
type Signer interface {
	Public() PublicKey
	// Sign signs a digest that was made by the hash function of opts.
	Sign(rand io.Reader, digest []byte, opts SignerOpts) (signature []byte, err error)
}

// A MessageSigner signs messages which its caller does not hash.
type MessageSigner interface {
	Signer
	SignMessage(rand io.Reader, msg []byte, opts SignerOpts) (signature []byte, err error)
}

// SignerOpts are options of a Signer.
type SignerOpts interface {
	// HashFunc is the hash function that made the digest, 0 if there is none.
	HashFunc() Hash
}

// A Decrypter has a private key that can decrypt.
type Decrypter interface {
	Public() PublicKey
	Decrypt(rand io.Reader, msg []byte, opts DecrypterOpts) (plaintext []byte, err error)
}

// DecrypterOpts are options of a Decrypter.
type DecrypterOpts any

// An Encapsulator has a public key that encapsulates a shared key.
type Encapsulator interface {
	Bytes() []byte
	Encapsulate() (sharedKey, ciphertext []byte)
}

// A Decapsulator has the private key of an Encapsulator.
type Decapsulator interface {
	Encapsulator() Encapsulator
	Decapsulate(ciphertext []byte) (sharedKey []byte, err error)
}

// SignMessage signs msg, by the method SignMessage if signer has it, otherwise its hash.
func SignMessage(signer Signer, rand io.Reader, msg []byte, opts SignerOpts) (signature []byte, err error) {
	if s, ok := signer.(MessageSigner); ok {
		return s.SignMessage(rand, msg, opts)
	}
	if h := opts.HashFunc(); h != 0 {
		f := h.New()
		f.Write(msg)
		msg = f.Sum(nil)
	}
	return signer.Sign(rand, msg, opts)
}
