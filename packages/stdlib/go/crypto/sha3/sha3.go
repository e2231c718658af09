// Package sha3 has the hash functions SHA-3 and the functions SHAKE, with output of any length, of FIPS 202.
package sha3

import (
	"crypto/internal/registry"
	"errors"
	"hash"
)

func init() {
	registry.Constructors[registry.SHA3_224] = func() hash.Hash { return New224() }
	registry.Constructors[registry.SHA3_256] = func() hash.Hash { return New256() }
	registry.Constructors[registry.SHA3_384] = func() hash.Hash { return New384() }
	registry.Constructors[registry.SHA3_512] = func() hash.Hash { return New512() }
}

// A SHA3 is one of the hash functions SHA-3; without being made by a function, SHA3-256.
type SHA3 struct{ sponge sponge }

func newSHA3(size int) SHA3 {
	return SHA3{sponge{rate: stateBytes - 2*size, size: size, pad: padSHA3, kind: kindSHA3}}
}

func sum(size int, data []byte) (s [64]byte) {
	d := newSHA3(size)
	d.sponge.write(data)
	d.sponge.read(s[:size])
	return s
}

// New224 returns SHA3-224.
func New224() *SHA3 { d := newSHA3(28); return &d }

// New256 returns SHA3-256.
func New256() *SHA3 { d := newSHA3(32); return &d }

// New384 returns SHA3-384.
func New384() *SHA3 { d := newSHA3(48); return &d }

// New512 returns SHA3-512.
func New512() *SHA3 { d := newSHA3(64); return &d }

// Sum224 is the SHA3-224 hash of data.
func Sum224(data []byte) [28]byte { s := sum(28, data); return [28]byte(s[:28]) }

// Sum256 is the SHA3-256 hash of data.
func Sum256(data []byte) [32]byte { s := sum(32, data); return [32]byte(s[:32]) }

// Sum384 is the SHA3-384 hash of data.
func Sum384(data []byte) [48]byte { s := sum(48, data); return [48]byte(s[:48]) }

// Sum512 is the SHA3-512 hash of data.
func Sum512(data []byte) [64]byte { return sum(64, data) }

func (s *SHA3) init() {
	if s.sponge.rate == 0 {
		*s = newSHA3(32)
	}
}

// Write adds p to what is hashed.
func (s *SHA3) Write(p []byte) (n int, err error) {
	s.init()
	return s.sponge.write(p)
}

// Sum appends the hash to b and changes nothing.
func (s *SHA3) Sum(b []byte) []byte {
	s.init()
	return s.sponge.appendHash(b)
}

// Reset begins anew.
func (s *SHA3) Reset() {
	s.init()
	s.sponge.reset()
}

// Size is the number of bytes of a hash.
func (s *SHA3) Size() int {
	s.init()
	return s.sponge.size
}

// BlockSize is the number of bytes that are hashed at once.
func (s *SHA3) BlockSize() int {
	s.init()
	return s.sponge.rate
}

// Clone returns a copy.
func (d *SHA3) Clone() (hash.Cloner, error) {
	c := *d
	return &c, nil
}

// MarshalBinary saves what was hashed.
func (s *SHA3) MarshalBinary() ([]byte, error) { return s.AppendBinary(nil) }

// AppendBinary appends what MarshalBinary returns.
func (s *SHA3) AppendBinary(p []byte) ([]byte, error) {
	s.init()
	return s.sponge.appendState(p), nil
}

// UnmarshalBinary restores what MarshalBinary saved of the same hash function.
func (s *SHA3) UnmarshalBinary(data []byte) error {
	s.init()
	rest, err := s.sponge.readState(data)
	if err == nil && len(rest) > 0 {
		err = errors.New("sha3: invalid hash state")
	}
	return err
}
