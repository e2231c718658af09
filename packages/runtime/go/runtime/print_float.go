package runtime

import "unsafe"

// Floats are printed with the fewest digits that read back as the same number: the free-format algorithm of Steele
// and White 1990, in the form of Burger and Dybvig 1996, on exact integers.

const bigWords = 38

// bigNatural is a natural number of at most 1216 bits, lowest word first.
type bigNatural struct {
	used  int
	words [bigWords]uint32
}

//go:noinline
func (x *bigNatural) multiply(by uint32) {
	carry := uint64(0)
	for i := 0; i < x.used; i++ {
		carry += uint64(x.words[i]) * uint64(by)
		x.words[i] = uint32(carry)
		carry >>= 32
	}
	if carry != 0 {
		x.words[x.used] = uint32(carry)
		x.used++
	}
}

// setShifted makes x the number value << bits.
func (x *bigNatural) setShifted(value uint64, bits int) {
	*x = bigNatural{}
	at := bits / 32
	shift := uint(bits % 32)
	low := value << shift
	x.words[at] = uint32(low)
	x.words[at+1] = uint32(low >> 32)
	if shift > 0 {
		x.words[at+2] = uint32(value >> (64 - shift))
	}
	x.used = at + 3
	x.trim()
}

func (x *bigNatural) trim() {
	for x.used > 0 && x.words[x.used-1] == 0 {
		x.used--
	}
}

func (x *bigNatural) subtract(y *bigNatural) {
	borrow := int64(0)
	for i := 0; i < x.used; i++ {
		borrow += int64(x.words[i]) - int64(y.words[i])
		x.words[i] = uint32(borrow)
		borrow >>= 32
	}
	x.trim()
}

// compareSum compares x + y with z: -1, 0 or 1.
func compareSum(x, y, z *bigNatural) int {
	difference := int64(0)
	for i := bigWords - 1; i >= 0; i-- {
		difference = difference<<32 + int64(x.words[i]) + int64(y.words[i]) - int64(z.words[i])
		// The words below add less than 2, and take away less than 1.
		if difference > 0 {
			return 1
		}
		if difference < -1 {
			return -1
		}
	}
	return int(difference)
}

// shortestDigits writes the digits of mantissa * 2**exponent to buffer; the number is 0.digits * 10**point.
// uneven: the next smaller float is only half as far away as the next greater one.
func shortestDigits(buffer *[20]byte, mantissa uint64, exponent int, uneven bool) (count, point int) {
	var rest, scale, above, below, zero bigNatural
	extra := 1
	if uneven {
		extra = 2
	}
	if exponent >= 0 {
		rest.setShifted(mantissa, exponent+extra)
		scale.setShifted(1, extra)
		above.setShifted(1, exponent+extra-1)
		below.setShifted(1, exponent)
	} else {
		rest.setShifted(mantissa, extra)
		scale.setShifted(1, extra-exponent)
		above.setShifted(1, extra-1)
		below.setShifted(1, 0)
	}
	// An even mantissa owns the boundaries of its interval.
	reach := 1
	if mantissa&1 == 0 {
		reach = 0
	}
	for compareSum(&rest, &above, &scale) >= reach {
		scale.multiply(10)
		point++
	}
	for {
		rest.multiply(10)
		above.multiply(10)
		below.multiply(10)
		if compareSum(&rest, &above, &scale) >= reach {
			break
		}
		point--
	}
	for {
		digit := byte('0')
		for compareSum(&rest, &zero, &scale) >= 0 {
			rest.subtract(&scale)
			digit++
		}
		low := compareSum(&rest, &zero, &below) <= -reach
		high := compareSum(&rest, &above, &scale) >= reach
		if low || high {
			half := compareSum(&rest, &rest, &scale)
			if high && (!low || half > 0 || half == 0 && digit&1 != 0) {
				digit++
			}
			buffer[count] = digit
			return count + 1, point
		}
		buffer[count] = digit
		count++
		rest.multiply(10)
		above.multiply(10)
		below.multiply(10)
	}
}

func printFloat(f float64) {
	bits := *(*uint64)(unsafe.Pointer(&f))
	printBinary(bits>>63 != 0, bits&(1<<52-1), int(bits>>52)&0x7ff, 52, 0x7ff)
}

func printFloat32(f float32) {
	bits := *(*uint32)(unsafe.Pointer(&f))
	printBinary(bits>>31 != 0, uint64(bits&(1<<23-1)), int(bits>>23)&0xff, 23, 0xff)
}

// printBinary prints the float of these parts; width is the number of bits of the fraction.
func printBinary(negative bool, fraction uint64, exponent, width, special int) {
	if exponent == special {
		if fraction != 0 {
			printString("NaN")
		} else if negative {
			printString("-Inf")
		} else {
			printString("+Inf")
		}
		return
	}
	if negative {
		printString("-")
	}
	if exponent == 0 && fraction == 0 {
		printString("0")
		return
	}
	uneven := fraction == 0 && exponent > 1
	if exponent == 0 {
		exponent = 1
	} else {
		fraction |= 1 << uint(width)
	}
	var buffer [20]byte
	count, point := shortestDigits(&buffer, fraction, exponent-special/2-width, uneven)
	digits := unsafe.String(&buffer[0], count)
	switch {
	case point < -3 || point > 6:
		printExponential(digits, point-1)
	case point <= 0:
		printString("0.")
		printString("000"[:-point])
		printString(digits)
	case point >= count:
		printString(digits)
		printString("00000"[:point-count])
	default:
		printString(digits[:point])
		printString(".")
		printString(digits[point:])
	}
}

// printExponential prints digits with the point after the first one, and an exponent of at least two digits.
func printExponential(digits string, exponent int) {
	printString(digits[:1])
	if len(digits) > 1 {
		printString(".")
		printString(digits[1:])
	}
	if exponent < 0 {
		printString("e-")
		exponent = -exponent
	} else {
		printString("e+")
	}
	if exponent < 10 {
		printString("0")
	}
	printUint(uint64(exponent))
}

//go:noinline
func printComplex(c complex128) {
	printString("(")
	printFloat(real(c))
	printPlus(imag(c))
	printFloat(imag(c))
	printString("i)")
}

//go:noinline
func printComplex64(c complex64) {
	printString("(")
	printFloat32(real(c))
	printPlus(float64(imag(c)))
	printFloat32(imag(c))
	printString("i)")
}

// printPlus prints the sign of an imaginary part that is printed without one.
func printPlus(f float64) {
	bits := *(*uint64)(unsafe.Pointer(&f))
	if f != f || bits>>52 < 0x7ff {
		printString("+")
	}
}
