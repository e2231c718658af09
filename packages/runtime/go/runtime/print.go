package runtime

import "unsafe"

// The built-in functions print and println, one function a kind of value. They write to standard error.

func printString(s string) {
	writeError(dataOf(s), uint32(len(s)))
}

func printNewline() { printString("\n") }

func printSpace() { printString(" ") }

func printBool(b bool) {
	if b {
		printString("true")
	} else {
		printString("false")
	}
}

var digits [24]byte

// formatUint writes u in base 10 or 16, with a sign if wanted, to the end of digits and returns it as a string
// that is valid until the next call.
//
//go:noinline
func formatUint(u uint64, base uint64, negative bool) string {
	at := unsafe.Add(unsafe.Pointer(&digits), 24)
	size := 0
	for {
		at = unsafe.Add(at, -1)
		size++
		digit := byte(u & 15)
		if base == 10 {
			digit = byte(u % 10)
			u /= 10
		} else {
			u >>= 4
		}
		if digit < 10 {
			*(*byte)(at) = '0' + digit
		} else {
			*(*byte)(at) = 'a' + digit - 10
		}
		if u == 0 {
			break
		}
	}
	if negative {
		at = unsafe.Add(at, -1)
		size++
		*(*byte)(at) = '-'
	}
	return unsafe.String((*byte)(at), size)
}

func formatInt(i int64) string {
	if i < 0 {
		return formatUint(-uint64(i), 10, true)
	}
	return formatUint(uint64(i), 10, false)
}

func printInt(i int64) { printString(formatInt(i)) }

func printUint(u uint64) { printString(formatUint(u, 10, false)) }

func printHex(u uint64) {
	printString("0x")
	printString(formatUint(u, 16, false))
}

func printPointer(p unsafe.Pointer) { printHex(uint64(uintptr(p))) }

func printIface(v any) {
	words := (*anyWords)(unsafe.Pointer(&v))
	printString("(")
	printHex(uint64(uintptr(unsafe.Pointer(words.typ))))
	printString(",")
	printHex(words.bits())
	printString(")")
}
