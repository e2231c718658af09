package sha3

// A SHAKE is a function with output of any length; without being made by a function, SHAKE256.
type SHAKE struct {
	sponge sponge
	prefix []byte // of cSHAKE: what is written first
}

func newSHAKE(rate int) *SHAKE {
	return &SHAKE{sponge: sponge{rate: rate, pad: padSHAKE, kind: kindSHAKE}}
}

// newCSHAKE is SP 800-185, 3.3: the names are encoded, padded to blocks, and written first.
func newCSHAKE(rate int, name, custom []byte) *SHAKE {
	s := newSHAKE(rate)
	if len(name) == 0 && len(custom) == 0 {
		return s
	}
	s.sponge.pad, s.sponge.kind = padCSHAKE, kindCSHAKE
	s.prefix = appendString(appendString(nil, name), custom)
	s.writePrefix()
	return s
}

// appendString is encode_string of SP 800-185, 2.3.2.
func appendString(b, s []byte) []byte {
	return append(appendLength(b, uint64(len(s))*8), s...)
}

// appendLength is left_encode: the number of bytes, and the number with the highest byte first.
func appendLength(b []byte, x uint64) []byte {
	n := 1
	for n < 8 && x>>(8*n) != 0 {
		n++
	}
	b = append(b, byte(n))
	for n--; n >= 0; n-- {
		b = append(b, byte(x>>(8*n)))
	}
	return b
}

// writePrefix is bytepad of SP 800-185, 2.3.3.
func (s *SHAKE) writePrefix() {
	if s.prefix == nil {
		return
	}
	s.sponge.write(appendLength(nil, uint64(s.sponge.rate)))
	s.sponge.write(s.prefix)
	if s.sponge.at > 0 {
		s.sponge.write(make([]byte, s.sponge.rate-s.sponge.at))
	}
}

// NewSHAKE128 returns SHAKE128.
func NewSHAKE128() *SHAKE { return newSHAKE(rate128) }

// NewSHAKE256 returns SHAKE256.
func NewSHAKE256() *SHAKE { return newSHAKE(rate256) }

// NewCSHAKE128 returns cSHAKE128 with the name N of a function and a text S that tells uses apart. Without both it is SHAKE128.
func NewCSHAKE128(N, S []byte) *SHAKE { return newCSHAKE(rate128, N, S) }

// NewCSHAKE256 returns cSHAKE256 with the name N of a function and a text S that tells uses apart. Without both it is SHAKE256.
func NewCSHAKE256(N, S []byte) *SHAKE { return newCSHAKE(rate256, N, S) }

// SumSHAKE128 is SHAKE128 of data, of a length in bytes.
func SumSHAKE128(data []byte, length int) []byte { return sumSHAKE(rate128, data, length) }

// SumSHAKE256 is SHAKE256 of data, of a length in bytes.
func SumSHAKE256(data []byte, length int) []byte { return sumSHAKE(rate256, data, length) }

func sumSHAKE(rate int, data []byte, length int) []byte {
	out := make([]byte, length)
	s := newSHAKE(rate)
	s.sponge.write(data)
	s.sponge.read(out)
	return out
}

func (s *SHAKE) init() {
	if s.sponge.rate == 0 {
		*s = *NewSHAKE256()
	}
}

// Write adds p to the input. It panics after a Read.
func (s *SHAKE) Write(p []byte) (n int, err error) {
	s.init()
	return s.sponge.write(p)
}

// Read returns more output.
func (s *SHAKE) Read(p []byte) (n int, err error) {
	s.init()
	return s.sponge.read(p)
}

// Reset begins anew.
func (s *SHAKE) Reset() {
	s.init()
	s.sponge.reset()
	s.writePrefix()
}

// BlockSize is the number of bytes that are taken at once.
func (s *SHAKE) BlockSize() int {
	s.init()
	return s.sponge.rate
}

// MarshalBinary saves input and output so far.
func (s *SHAKE) MarshalBinary() ([]byte, error) { return s.AppendBinary(nil) }

// AppendBinary appends what MarshalBinary returns.
func (s *SHAKE) AppendBinary(p []byte) ([]byte, error) {
	s.init()
	return append(s.sponge.appendState(p), s.prefix...), nil
}

// UnmarshalBinary restores what MarshalBinary saved of the same function.
func (s *SHAKE) UnmarshalBinary(data []byte) error {
	s.init()
	rest, err := s.sponge.readState(data)
	if err != nil {
		return err
	}
	if s.prefix != nil {
		s.prefix = append([]byte{}, rest...)
	}
	return nil
}
