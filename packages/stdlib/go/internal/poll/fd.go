// Package poll is what package net of a Go tree makes connections of. WASI gives programs none, so all operations fail; those within a
// program do without it.
package poll

import (
	"errors"
	"syscall"
	"time"
)

type netClosing struct{}

func (netClosing) Error() string   { return "use of closed network connection" }
func (netClosing) Timeout() bool   { return false }
func (netClosing) Temporary() bool { return false }

// DeadlineExceededError is the error of an operation whose time was over.
type DeadlineExceededError struct{}

func (*DeadlineExceededError) Error() string   { return "i/o timeout" }
func (*DeadlineExceededError) Timeout() bool   { return true }
func (*DeadlineExceededError) Temporary() bool { return true }

// Errors of descriptors.
var (
	ErrNetClosing             = netClosing{}
	ErrFileClosing            = errors.New("use of closed file")
	ErrNoDeadline             = errors.New("file type does not support deadline")
	ErrDeadlineExceeded error = &DeadlineExceededError{}
	ErrNotPollable            = errors.New("not pollable")
)

// CloseFunc closes a descriptor.
var CloseFunc func(int) error = syscall.Close

// AcceptFunc accepts a connection.
var AcceptFunc func(int) (int, syscall.Sockaddr, error) = syscall.Accept

// String is a text with a type of its own.
type String string

// SysFile is what a FD is to the system.
type SysFile struct{}

// FD is a descriptor.
type FD struct {
	SysFile
	Sysfd         int
	IsStream      bool
	ZeroReadIsEOF bool
}

// Init begins to use the descriptor.
func (fd *FD) Init(net string, pollable bool) error { return syscall.ENOSYS }

// Copy returns a copy.
func (fd *FD) Copy() FD { return *fd }

// Close fails, as all operations do.
func (fd *FD) Close() error { return syscall.ENOSYS }

func (fd *FD) Accept() (int, syscall.Sockaddr, string, error) { return 0, nil, "", syscall.ENOSYS }
func (fd *FD) Shutdown(how int) error                         { return syscall.ENOSYS }
func (fd *FD) Read(p []byte) (int, error)                     { return 0, syscall.ENOSYS }
func (fd *FD) Write(p []byte) (int, error)                    { return 0, syscall.ENOSYS }
func (fd *FD) SetDeadline(t time.Time) error                  { return syscall.ENOSYS }
func (fd *FD) SetReadDeadline(t time.Time) error              { return syscall.ENOSYS }
func (fd *FD) SetWriteDeadline(t time.Time) error             { return syscall.ENOSYS }
func (fd *FD) RawControl(f func(uintptr)) error               { return syscall.ENOSYS }
func (fd *FD) RawRead(f func(uintptr) bool) error             { return syscall.ENOSYS }
func (fd *FD) RawWrite(f func(uintptr) bool) error            { return syscall.ENOSYS }
func (fd *FD) Dup() (int, string, error)                      { return 0, "", syscall.ENOSYS }
func (fd *FD) SetsockoptInt(level, name, value int) error     { return syscall.ENOSYS }
