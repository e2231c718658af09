package os

import (
	"errors"
	"io/fs"
	"syscall"
)

// Errors that many functions return.
var (
	ErrInvalid          = fs.ErrInvalid
	ErrPermission       = fs.ErrPermission
	ErrExist            = fs.ErrExist
	ErrNotExist         = fs.ErrNotExist
	ErrClosed           = fs.ErrClosed
	ErrNoDeadline       = errors.New("file type does not support deadline")
	ErrDeadlineExceeded = error(&timeoutError{})
	ErrProcessDone      = errors.New("os: process already finished")
	ErrNoHandle         = errors.New("os: process handle unavailable")
)

var errDirFSEmpty = errors.New("os: DirFS with empty root")

type timeoutError struct{}

func (*timeoutError) Error() string   { return "i/o timeout" }
func (*timeoutError) Timeout() bool   { return true }
func (*timeoutError) Temporary() bool { return true }

// PathError is an error with the operation and the file that caused it.
type PathError = fs.PathError

// LinkError is an error of an operation with two paths.
type LinkError struct {
	Op  string
	Old string
	New string
	Err error
}

func (e *LinkError) Error() string { return e.Op + " " + e.Old + " " + e.New + ": " + e.Err.Error() }

// Unwrap returns the error of the operation.
func (e *LinkError) Unwrap() error { return e.Err }

// SyscallError is an error with the name of the system call that caused it.
type SyscallError struct {
	Syscall string
	Err     error
}

func (e *SyscallError) Error() string { return e.Syscall + ": " + e.Err.Error() }

// Unwrap returns the error of the call.
func (e *SyscallError) Unwrap() error { return e.Err }

// Timeout reports whether the time for the operation was over.
func (e *SyscallError) Timeout() bool { return isTimeout(e.Err) }

// NewSyscallError returns a SyscallError, or nil if there is no error.
func NewSyscallError(syscall string, err error) error {
	if err == nil {
		return nil
	}
	return &SyscallError{syscall, err}
}

// IsExist reports whether an error says that something exists already. It does not look through wrappers as errors.Is does.
func IsExist(err error) bool { return means(err, ErrExist) }

// IsNotExist reports whether an error says that something does not exist.
func IsNotExist(err error) bool { return means(err, ErrNotExist) }

// IsPermission reports whether an error says that something is not allowed.
func IsPermission(err error) bool { return means(err, ErrPermission) }

// IsTimeout reports whether an error says that the time was over.
func IsTimeout(err error) bool { return isTimeout(underlyingError(err)) }

func isTimeout(err error) bool {
	inner, ok := err.(interface{ Timeout() bool })
	return ok && inner.Timeout()
}

func means(err, target error) bool {
	err = underlyingError(err)
	if err == target {
		return true
	}
	errno, ok := err.(syscall.Errno)
	return ok && errno.Is(target)
}

// underlyingError returns the error in one of the types of this package.
func underlyingError(err error) error {
	switch e := err.(type) {
	case *PathError:
		return e.Err
	case *LinkError:
		return e.Err
	case *SyscallError:
		return e.Err
	}
	return err
}
