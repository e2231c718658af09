package big

import (
	"errors"
	"fmt"
	"math"
)

const ratGobVersion = 1

func putUint32(b []byte, v uint32) {
	b[0], b[1], b[2], b[3] = byte(v>>24), byte(v>>16), byte(v>>8), byte(v)
}

func getUint32(b []byte) uint32 {
	return uint32(b[0])<<24 | uint32(b[1])<<16 | uint32(b[2])<<8 | uint32(b[3])
}

// GobEncode returns the form for package gob: version and sign, the length of the numerator in four bytes, and both numbers.
func (x *Rat) GobEncode() ([]byte, error) {
	if x == nil {
		return nil, nil
	}
	buf := make([]byte, 5+(len(x.a.abs)+len(x.b.abs))*_S)
	i := x.b.abs.bytes(buf)
	j := x.a.abs.bytes(buf[:i])
	n := i - j
	if int(uint32(n)) != n || n > math.MaxUint32 {
		return nil, errors.New("Rat.GobEncode: numerator too large")
	}
	putUint32(buf[j-4:], uint32(n))
	buf[j-5] = versionAndSign(ratGobVersion, x.a.neg)
	return buf[j-5:], nil
}

// GobDecode reads that form.
func (z *Rat) GobDecode(buf []byte) error {
	if len(buf) == 0 {
		*z = Rat{}
		return nil
	}
	if len(buf) < 5 {
		return errors.New("Rat.GobDecode: buffer too small")
	}
	if version := buf[0] >> 1; version != ratGobVersion {
		return fmt.Errorf("Rat.GobDecode: encoding version %d not supported", version)
	}
	n := uint64(getUint32(buf[1:])) + 5
	if uint64(len(buf)) < n {
		return errors.New("Rat.GobDecode: invalid length")
	}
	z.a.neg = buf[0]&1 != 0
	z.a.abs = z.a.abs.setBytes(buf[5:n])
	z.b.abs = z.b.abs.setBytes(buf[n:])
	return nil
}

// AppendText appends what MarshalText returns.
func (x *Rat) AppendText(b []byte) ([]byte, error) {
	if x.IsInt() {
		return x.a.AppendText(b)
	}
	return append(b, x.text()...), nil
}

// MarshalText returns what RatString does.
func (x *Rat) MarshalText() ([]byte, error) {
	if x.IsInt() {
		return x.a.MarshalText()
	}
	return x.text(), nil
}

// UnmarshalText sets z to the number in text, as SetString.
func (z *Rat) UnmarshalText(text []byte) error {
	if _, ok := z.SetString(string(text)); !ok {
		return fmt.Errorf("math/big: cannot unmarshal %q into a *big.Rat", text)
	}
	return nil
}
