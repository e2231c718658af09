// Package errnotext says what the error numbers of WASI mean.
package errnotext

// texts are those that Linux has, by number.
var texts = [...]string{
	1:  "argument list too long",
	2:  "permission denied",
	3:  "address already in use",
	4:  "cannot assign requested address",
	5:  "address family not supported by protocol",
	6:  "resource temporarily unavailable",
	7:  "operation already in progress",
	8:  "bad file descriptor",
	9:  "bad message",
	10: "device or resource busy",
	11: "operation canceled",
	12: "no child processes",
	13: "software caused connection abort",
	14: "connection refused",
	15: "connection reset by peer",
	16: "resource deadlock avoided",
	17: "destination address required",
	18: "numerical argument out of domain",
	19: "disk quota exceeded",
	20: "file exists",
	21: "bad address",
	22: "file too large",
	23: "no route to host",
	24: "identifier removed",
	25: "invalid or incomplete multibyte or wide character",
	26: "operation now in progress",
	27: "interrupted system call",
	28: "invalid argument",
	29: "input/output error",
	30: "transport endpoint is already connected",
	31: "is a directory",
	32: "too many levels of symbolic links",
	33: "too many open files",
	34: "too many links",
	35: "message too long",
	36: "multihop attempted",
	37: "file name too long",
	38: "network is down",
	39: "network dropped connection on reset",
	40: "network is unreachable",
	41: "too many open files in system",
	42: "no buffer space available",
	43: "no such device",
	44: "no such file or directory",
	45: "exec format error",
	46: "no locks available",
	47: "link has been severed",
	48: "cannot allocate memory",
	49: "no message of desired type",
	50: "protocol not available",
	51: "no space left on device",
	52: "function not implemented",
	53: "transport endpoint is not connected",
	54: "not a directory",
	55: "directory not empty",
	56: "state not recoverable",
	57: "socket operation on non-socket",
	58: "operation not supported",
	59: "inappropriate ioctl for device",
	60: "no such device or address",
	61: "value too large for defined data type",
	62: "owner died",
	63: "operation not permitted",
	64: "broken pipe",
	65: "protocol error",
	66: "protocol not supported",
	67: "protocol wrong type for socket",
	68: "numerical result out of range",
	69: "read-only file system",
	70: "illegal seek",
	71: "no such process",
	72: "stale file handle",
	73: "connection timed out",
	74: "text file busy",
	75: "invalid cross-device link",
	76: "capabilities insufficient",
	77: "file descriptor in bad state",
}

// Of returns the text of an error number.
func Of(number uint) string {
	if 0 < number && number < uint(len(texts)) {
		return texts[number]
	}
	return "errno " + itoa(number)
}

func itoa(n uint) string {
	if n < 10 {
		return string(rune('0' + n))
	}
	return itoa(n/10) + string(rune('0'+n%10))
}
