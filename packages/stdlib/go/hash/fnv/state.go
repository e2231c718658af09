package fnv

import (
	"errors"
	"internal/byteorder"
)

// MarshalBinary saves what was hashed.
func (s *sum32) MarshalBinary() ([]byte, error) { return s.AppendBinary(nil) }

// AppendBinary appends what MarshalBinary returns.
func (s *sum32) AppendBinary(b []byte) ([]byte, error) {
	b = append(b, "fnv\x01"...)
	b = byteorder.BEAppendUint32(b, uint32(*s))
	return b, nil
}

// UnmarshalBinary restores what MarshalBinary saved of the same hash function.
func (s *sum32) UnmarshalBinary(b []byte) error {
	if err := checkState(b, "fnv\x01", 8); err != nil {
		return err
	}
	*s = sum32(byteorder.BEUint32(b[4:]))
	return nil
}

// MarshalBinary saves what was hashed.
func (s *sum32a) MarshalBinary() ([]byte, error) { return s.AppendBinary(nil) }

// AppendBinary appends what MarshalBinary returns.
func (s *sum32a) AppendBinary(b []byte) ([]byte, error) {
	b = append(b, "fnv\x02"...)
	b = byteorder.BEAppendUint32(b, uint32(*s))
	return b, nil
}

// UnmarshalBinary restores what MarshalBinary saved of the same hash function.
func (s *sum32a) UnmarshalBinary(b []byte) error {
	if err := checkState(b, "fnv\x02", 8); err != nil {
		return err
	}
	*s = sum32a(byteorder.BEUint32(b[4:]))
	return nil
}

// MarshalBinary saves what was hashed.
func (s *sum64) MarshalBinary() ([]byte, error) { return s.AppendBinary(nil) }

// AppendBinary appends what MarshalBinary returns.
func (s *sum64) AppendBinary(b []byte) ([]byte, error) {
	b = append(b, "fnv\x03"...)
	b = byteorder.BEAppendUint64(b, uint64(*s))
	return b, nil
}

// UnmarshalBinary restores what MarshalBinary saved of the same hash function.
func (s *sum64) UnmarshalBinary(b []byte) error {
	if err := checkState(b, "fnv\x03", 12); err != nil {
		return err
	}
	*s = sum64(byteorder.BEUint64(b[4:]))
	return nil
}

// MarshalBinary saves what was hashed.
func (s *sum64a) MarshalBinary() ([]byte, error) { return s.AppendBinary(nil) }

// AppendBinary appends what MarshalBinary returns.
func (s *sum64a) AppendBinary(b []byte) ([]byte, error) {
	b = append(b, "fnv\x04"...)
	b = byteorder.BEAppendUint64(b, uint64(*s))
	return b, nil
}

// UnmarshalBinary restores what MarshalBinary saved of the same hash function.
func (s *sum64a) UnmarshalBinary(b []byte) error {
	if err := checkState(b, "fnv\x04", 12); err != nil {
		return err
	}
	*s = sum64a(byteorder.BEUint64(b[4:]))
	return nil
}

// MarshalBinary saves what was hashed.
func (s *sum128) MarshalBinary() ([]byte, error) { return s.AppendBinary(nil) }

// AppendBinary appends what MarshalBinary returns.
func (s *sum128) AppendBinary(b []byte) ([]byte, error) {
	b = append(b, "fnv\x05"...)
	b = byteorder.BEAppendUint64(b, s[0])
	b = byteorder.BEAppendUint64(b, s[1])
	return b, nil
}

// UnmarshalBinary restores what MarshalBinary saved of the same hash function.
func (s *sum128) UnmarshalBinary(b []byte) error {
	if err := checkState(b, "fnv\x05", 20); err != nil {
		return err
	}
	s[0], s[1] = byteorder.BEUint64(b[4:]), byteorder.BEUint64(b[12:])
	return nil
}

// MarshalBinary saves what was hashed.
func (s *sum128a) MarshalBinary() ([]byte, error) { return s.AppendBinary(nil) }

// AppendBinary appends what MarshalBinary returns.
func (s *sum128a) AppendBinary(b []byte) ([]byte, error) {
	b = append(b, "fnv\x06"...)
	b = byteorder.BEAppendUint64(b, s[0])
	b = byteorder.BEAppendUint64(b, s[1])
	return b, nil
}

// UnmarshalBinary restores what MarshalBinary saved of the same hash function.
func (s *sum128a) UnmarshalBinary(b []byte) error {
	if err := checkState(b, "fnv\x06", 20); err != nil {
		return err
	}
	s[0], s[1] = byteorder.BEUint64(b[4:]), byteorder.BEUint64(b[12:])
	return nil
}

// checkState reports what is wrong with a saved state.
func checkState(b []byte, magic string, size int) error {
	if len(b) < len(magic) || string(b[:len(magic)]) != magic {
		return errors.New("hash/fnv: invalid hash state identifier")
	}
	if len(b) != size {
		return errors.New("hash/fnv: invalid hash state size")
	}
	return nil
}
