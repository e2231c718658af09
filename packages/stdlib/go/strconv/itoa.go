package strconv

const pairs = "00010203040506070809" +
	"10111213141516171819" +
	"20212223242526272829" +
	"30313233343536373839" +
	"40414243444546474849" +
	"50515253545556575859" +
	"60616263646566676869" +
	"70717273747576777879" +
	"80818283848586878889" +
	"90919293949596979899"

const letters = "0123456789abcdefghijklmnopqrstuvwxyz"

// putDecimal writes the decimal digits of u so that they end at buf[end], and returns where they start.
func putDecimal(buf []byte, end int, u uint64) int {
	for u >= 100 {
		rest := u / 100
		pair := (u - rest*100) * 2
		end -= 2
		buf[end+1] = pairs[pair+1]
		buf[end] = pairs[pair]
		u = rest
	}
	if u >= 10 {
		end--
		buf[end] = pairs[u*2+1]
		u /= 10
	}
	end--
	buf[end] = byte('0' + u)
	return end
}

// put writes the number at the end of buf and returns where it starts.
func put(buf *[65]byte, u uint64, negative bool, base int) int {
	i := len(buf)
	if negative {
		u = -u
	}
	switch {
	case base == 10:
		i = putDecimal(buf[:], i, u)
	case base < 2 || base > 36:
		panic("strconv: illegal AppendInt/FormatInt base")
	default:
		b := uint64(base)
		for u >= b {
			rest := u / b
			i--
			buf[i] = letters[u-rest*b]
			u = rest
		}
		i--
		buf[i] = letters[u]
	}
	if negative {
		i--
		buf[i] = '-'
	}
	return i
}

func small(i uint64) string {
	if i < 10 {
		return pairs[2*i+1 : 2*i+2]
	}
	return pairs[2*i : 2*i+2]
}

// FormatUint returns i in the given base, 2 to 36.
func FormatUint(i uint64, base int) string {
	if i < 100 && base == 10 {
		return small(i)
	}
	var buf [65]byte
	return string(buf[put(&buf, i, false, base):])
}

// FormatInt returns i in the given base, 2 to 36.
func FormatInt(i int64, base int) string {
	if 0 <= i && i < 100 && base == 10 {
		return small(uint64(i))
	}
	var buf [65]byte
	return string(buf[put(&buf, uint64(i), i < 0, base):])
}

// Itoa is FormatInt(int64(i), 10).
func Itoa(i int) string { return FormatInt(int64(i), 10) }

// AppendInt appends FormatInt(i, base).
func AppendInt(dst []byte, i int64, base int) []byte {
	var buf [65]byte
	return append(dst, buf[put(&buf, uint64(i), i < 0, base):]...)
}

// AppendUint appends FormatUint(i, base).
func AppendUint(dst []byte, i uint64, base int) []byte {
	var buf [65]byte
	return append(dst, buf[put(&buf, i, false, base):]...)
}
