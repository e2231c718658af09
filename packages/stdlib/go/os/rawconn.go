package os

import (
	"syscall"
	"time"
)

// SetDeadline fails: WASI has no deadlines for files.
func (f *File) SetDeadline(t time.Time) error { return f.noDeadline("SetDeadline") }

// SetReadDeadline fails as SetDeadline does.
func (f *File) SetReadDeadline(t time.Time) error { return f.noDeadline("SetReadDeadline") }

// SetWriteDeadline fails as SetDeadline does.
func (f *File) SetWriteDeadline(t time.Time) error { return f.noDeadline("SetWriteDeadline") }

func (f *File) noDeadline(op string) error {
	if err := f.check(op); err != nil {
		return err
	}
	return ErrNoDeadline
}

// SyscallConn returns access to the descriptor.
func (f *File) SyscallConn() (syscall.RawConn, error) {
	if err := f.check("SyscallConn"); err != nil {
		return nil, err
	}
	return rawConn{f}, nil
}

type rawConn struct{ f *File }

func (c rawConn) Control(do func(fd uintptr)) error {
	if err := c.f.check("SyscallConn"); err != nil {
		return err
	}
	do(c.f.Fd())
	return nil
}

func (c rawConn) Read(done func(fd uintptr) bool) error  { return c.until("SyscallConn", done) }
func (c rawConn) Write(done func(fd uintptr) bool) error { return c.until("SyscallConn", done) }

// until calls done until it is: there is nothing to wait for in between.
func (c rawConn) until(op string, done func(fd uintptr) bool) error {
	for {
		if err := c.f.check(op); err != nil {
			return err
		}
		if done(c.f.Fd()) {
			return nil
		}
	}
}
