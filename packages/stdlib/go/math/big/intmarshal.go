package big

import (
	"bytes"
	"fmt"
)

const intGobVersion = 1

// GobEncode returns the form for package gob: version and sign in one byte, and the bytes of |x|.
func (x *Int) GobEncode() ([]byte, error) {
	if x == nil {
		return nil, nil
	}
	buf := make([]byte, 1+len(x.abs)*_S)
	i := 1 + x.abs.bytes(buf[1:]) - 1
	buf[i] = versionAndSign(intGobVersion, x.neg)
	return buf[i:], nil
}

func versionAndSign(version byte, neg bool) byte {
	b := version << 1
	if neg {
		b |= 1
	}
	return b
}

// GobDecode reads that form.
func (z *Int) GobDecode(buf []byte) error {
	if len(buf) == 0 {
		*z = Int{}
		return nil
	}
	if version := buf[0] >> 1; version != intGobVersion {
		return fmt.Errorf("Int.GobDecode: encoding version %d not supported", version)
	}
	z.neg = buf[0]&1 != 0
	z.abs = z.abs.setBytes(buf[1:])
	return nil
}

// AppendText appends what MarshalText returns.
func (x *Int) AppendText(b []byte) ([]byte, error) { return x.Append(b, 10), nil }

// MarshalText returns x in base 10.
func (x *Int) MarshalText() ([]byte, error) {
	if x == nil {
		return []byte("<nil>"), nil
	}
	return x.abs.itoa(x.neg, 10), nil
}

// UnmarshalText sets z to the number in text, as SetString with base 0.
func (z *Int) UnmarshalText(text []byte) error {
	r := bytes.NewReader(text)
	if _, _, err := z.scan(r, 0); err != nil || r.Len() > 0 {
		return fmt.Errorf("math/big: cannot unmarshal %q into a *big.Int", text)
	}
	return nil
}

// MarshalJSON returns x as a JSON number.
func (x *Int) MarshalJSON() ([]byte, error) {
	if x == nil {
		return []byte("null"), nil
	}
	return x.abs.itoa(x.neg, 10), nil
}

// UnmarshalJSON reads a JSON number; null leaves z as it is.
func (z *Int) UnmarshalJSON(text []byte) error {
	if string(text) == "null" {
		return nil
	}
	return z.UnmarshalText(text)
}
