package big

import (
	"errors"
	"fmt"
)

const floatGobVersion = 1

// GobEncode returns the form for package gob: version; mode, accuracy, form and sign in one byte; precision; and of finite numbers the exponent and those words of the mantissa that
// the precision needs.
func (x *Float) GobEncode() ([]byte, error) {
	if x == nil {
		return nil, nil
	}
	size, words := 6, 0
	if x.form == finite {
		words = min(int((x.prec+_W-1)/_W), len(x.mant))
		size += 4 + words*_S
	}
	buf := make([]byte, size)
	buf[0] = floatGobVersion
	b := byte(x.mode&7)<<5 | byte((x.acc+1)&3)<<3 | byte(x.form&3)<<1
	if x.neg {
		b |= 1
	}
	buf[1] = b
	putUint32(buf[2:], x.prec)
	if x.form == finite {
		putUint32(buf[6:], uint32(x.exp))
		x.mant[len(x.mant)-words:].bytes(buf[10:])
	}
	return buf, nil
}

// GobDecode reads that form; the value is rounded to the precision of z, unless that is 0.
func (z *Float) GobDecode(buf []byte) error {
	if len(buf) == 0 {
		*z = Float{}
		return nil
	}
	if len(buf) < 6 {
		return errors.New("Float.GobDecode: buffer too small")
	}
	if buf[0] != floatGobVersion {
		return fmt.Errorf("Float.GobDecode: encoding version %d not supported", buf[0])
	}
	oldPrec, oldMode := z.prec, z.mode
	b := buf[1]
	z.mode = RoundingMode(b >> 5 & 7)
	z.acc = Accuracy(b>>3&3) - 1
	z.form = form(b >> 1 & 3)
	z.neg = b&1 != 0
	z.prec = getUint32(buf[2:])
	if z.form == finite {
		if len(buf) < 10 {
			return errors.New("Float.GobDecode: buffer too small for finite form float")
		}
		z.exp = int32(getUint32(buf[6:]))
		z.mant = z.mant.setBytes(buf[10:])
	}
	if oldPrec != 0 {
		z.mode = oldMode
		z.SetPrec(uint(oldPrec))
	}
	if message := z.problem(); message != "" {
		return errors.New("Float.GobDecode: " + message)
	}
	return nil
}

// problem says what is wrong with the fields of x, or is empty.
func (x *Float) problem() string {
	if x.form != finite {
		return ""
	}
	switch {
	case len(x.mant) == 0:
		return "nonzero finite number with empty mantissa"
	case x.mant[len(x.mant)-1]>>(_W-1) == 0:
		return fmt.Sprintf("msb not set in last word %#x of %s", x.mant[len(x.mant)-1], x.Text('p', 0))
	case x.prec == 0:
		return "zero precision finite number"
	}
	return ""
}

// AppendText appends what MarshalText returns.
func (x *Float) AppendText(b []byte) ([]byte, error) {
	if x == nil {
		return append(b, "<nil>"...), nil
	}
	return x.Append(b, 'g', -1), nil
}

// MarshalText returns x with as many digits as are needed; precision, mode and accuracy are not in it.
func (x *Float) MarshalText() ([]byte, error) { return x.AppendText(nil) }

// UnmarshalText sets z to the number in text, as Parse with base 0.
func (z *Float) UnmarshalText(text []byte) error {
	_, _, err := z.Parse(string(text), 0)
	if err != nil {
		err = fmt.Errorf("math/big: cannot unmarshal %q into a *big.Float (%v)", text, err)
	}
	return err
}
