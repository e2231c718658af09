// Package syscall has the error numbers of the host and the constants that package os is asked with. System calls
// themselves are not here: what the host can do, package os does.
package syscall

import (
	"errors"
	"internal/oserror"
)

// Errno is an error number of WASI. Zero is no error.
type Errno uintptr

// Error numbers, by their POSIX names.
const (
	E2BIG        Errno = 1
	EACCES       Errno = 2
	EAGAIN       Errno = 6
	EBADF        Errno = 8
	EBUSY        Errno = 10
	EEXIST       Errno = 20
	EFAULT       Errno = 21
	EFBIG        Errno = 22
	EINTR        Errno = 27
	EINVAL       Errno = 28
	EIO          Errno = 29
	EISDIR       Errno = 31
	ELOOP        Errno = 32
	EMFILE       Errno = 33
	EMLINK       Errno = 34
	ENAMETOOLONG Errno = 37
	ENFILE       Errno = 41
	ENODEV       Errno = 43
	ENOENT       Errno = 44
	ENOMEM       Errno = 48
	ENOSPC       Errno = 51
	ENOSYS       Errno = 52
	ENOTDIR      Errno = 54
	ENOTEMPTY    Errno = 55
	ENOTSUP      Errno = 58
	ENOTTY       Errno = 59
	ENXIO        Errno = 60
	EOVERFLOW    Errno = 61
	EPERM        Errno = 63
	EPIPE        Errno = 64
	ERANGE       Errno = 68
	EROFS        Errno = 69
	ESPIPE       Errno = 70
	ESRCH        Errno = 71
	ETIMEDOUT    Errno = 73
	ETXTBSY      Errno = 74
	EXDEV        Errno = 75
	ENOTCAPABLE  Errno = 76
	EWOULDBLOCK        = EAGAIN
	EOPNOTSUPP         = ENOTSUP
)

// Error gives the text that Linux has for the error.
func (e Errno) Error() string {
	switch e {
	case E2BIG:
		return "argument list too long"
	case EACCES:
		return "permission denied"
	case EAGAIN:
		return "resource temporarily unavailable"
	case EBADF:
		return "bad file descriptor"
	case EBUSY:
		return "device or resource busy"
	case EEXIST:
		return "file exists"
	case EFAULT:
		return "bad address"
	case EFBIG:
		return "file too large"
	case EINTR:
		return "interrupted system call"
	case EINVAL:
		return "invalid argument"
	case EIO:
		return "input/output error"
	case EISDIR:
		return "is a directory"
	case ELOOP:
		return "too many levels of symbolic links"
	case EMFILE:
		return "too many open files"
	case EMLINK:
		return "too many links"
	case ENAMETOOLONG:
		return "file name too long"
	case ENFILE:
		return "too many open files in system"
	case ENODEV:
		return "no such device"
	case ENOENT:
		return "no such file or directory"
	case ENOMEM:
		return "cannot allocate memory"
	case ENOSPC:
		return "no space left on device"
	case ENOSYS:
		return "function not implemented"
	case ENOTDIR:
		return "not a directory"
	case ENOTEMPTY:
		return "directory not empty"
	case ENOTSUP:
		return "operation not supported"
	case ENOTTY:
		return "inappropriate ioctl for device"
	case ENXIO:
		return "no such device or address"
	case EOVERFLOW:
		return "value too large for defined data type"
	case EPERM:
		return "operation not permitted"
	case EPIPE:
		return "broken pipe"
	case ERANGE:
		return "numerical result out of range"
	case EROFS:
		return "read-only file system"
	case ESPIPE:
		return "illegal seek"
	case ESRCH:
		return "no such process"
	case ETIMEDOUT:
		return "connection timed out"
	case ETXTBSY:
		return "text file busy"
	case EXDEV:
		return "invalid cross-device link"
	case ENOTCAPABLE:
		return "capabilities insufficient"
	}
	return "errno " + itoa(uint(e))
}

func itoa(n uint) string {
	if n < 10 {
		return string(rune('0' + n))
	}
	return itoa(n/10) + string(rune('0'+n%10))
}

// Is tells which of the general errors of package os the number stands for.
func (e Errno) Is(target error) bool {
	switch target {
	case oserror.ErrPermission:
		return e == EACCES || e == EPERM || e == ENOTCAPABLE
	case oserror.ErrExist:
		return e == EEXIST || e == ENOTEMPTY
	case oserror.ErrNotExist:
		return e == ENOENT
	case errors.ErrUnsupported:
		return e == ENOSYS || e == ENOTSUP
	}
	return false
}

// Temporary tells whether trying again may help.
func (e Errno) Temporary() bool {
	return e == EINTR || e == EMFILE || e == ENFILE || e.Timeout()
}

// Timeout tells whether the time for the operation was over.
func (e Errno) Timeout() bool { return e == EAGAIN || e == ETIMEDOUT }

// Flags for opening files.
const (
	O_RDONLY = 0
	O_WRONLY = 1
	O_RDWR   = 2
	O_CREAT  = 0x40
	O_CREATE = O_CREAT
	O_EXCL   = 0x80
	O_TRUNC  = 0x200
	O_APPEND = 0x400
	O_SYNC   = 0x101000
)

// Descriptors of the standard streams.
const (
	Stdin  = 0
	Stdout = 1
	Stderr = 2
)

// Signal is the number of a signal. Programs get none.
type Signal int

// Signals that programs name.
const (
	SIGHUP  Signal = 1
	SIGINT  Signal = 2
	SIGQUIT Signal = 3
	SIGABRT Signal = 6
	SIGKILL Signal = 9
	SIGSEGV Signal = 11
	SIGPIPE Signal = 13
	SIGTERM Signal = 15
)

// Signal makes it an os.Signal.
func (s Signal) Signal() {}

// String names the signal.
func (s Signal) String() string {
	switch s {
	case SIGHUP:
		return "hangup"
	case SIGINT:
		return "interrupt"
	case SIGQUIT:
		return "quit"
	case SIGABRT:
		return "aborted"
	case SIGKILL:
		return "killed"
	case SIGSEGV:
		return "segmentation fault"
	case SIGPIPE:
		return "broken pipe"
	case SIGTERM:
		return "terminated"
	}
	if s < 0 {
		return "signal -" + itoa(uint(-s))
	}
	return "signal " + itoa(uint(s))
}
