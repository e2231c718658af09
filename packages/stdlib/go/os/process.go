package os

import (
	"syscall"
	"time"
)

// No host starts processes: what would start one says so.

// ProcAttr is what a new process is given.
type ProcAttr struct {
	Dir   string
	Env   []string
	Files []*File
	Sys   *syscall.SysProcAttr
}

// A Process is another process.
type Process struct {
	Pid int
}

// StartProcess fails: there are no other processes.
func StartProcess(name string, argv []string, attr *ProcAttr) (*Process, error) {
	return nil, &PathError{Op: "fork/exec", Path: name, Err: syscall.ENOSYS}
}

// FindProcess returns a process by its number; whether there is one is not known.
func FindProcess(pid int) (*Process, error) { return &Process{Pid: pid}, nil }

// Kill fails.
func (p *Process) Kill() error { return p.Signal(Kill) }

// Signal fails.
func (p *Process) Signal(sig Signal) error { return syscall.ENOSYS }

// Release does nothing.
func (p *Process) Release() error { return nil }

// WithHandle fails with ErrNoHandle: there are no handles of processes.
func (p *Process) WithHandle(f func(handle uintptr)) error { return ErrNoHandle }

// Wait fails.
func (p *Process) Wait() (*ProcessState, error) { return nil, NewSyscallError("wait", syscall.ENOSYS) }

// ProcessState is how a process has ended.
type ProcessState struct {
	pid    int
	status syscall.WaitStatus
}

// ExitCode returns the exit code, -1 if the process has not ended.
func (p *ProcessState) ExitCode() int {
	if p == nil {
		return -1
	}
	return p.status.ExitStatus()
}

// Exited reports whether the process has ended by itself.
func (p *ProcessState) Exited() bool { return p.status.Exited() }

// Pid returns the number of the process.
func (p *ProcessState) Pid() int { return p.pid }

// Success reports whether the exit code is 0.
func (p *ProcessState) Success() bool { return p.status.ExitStatus() == 0 }

// Sys returns what the system says.
func (p *ProcessState) Sys() any { return p.status }

// SysUsage returns nothing.
func (p *ProcessState) SysUsage() any { return nil }

// SystemTime and UserTime return how long the process has computed.
func (p *ProcessState) SystemTime() time.Duration { return 0 }
func (p *ProcessState) UserTime() time.Duration   { return 0 }

// String says how the process has ended.
func (p *ProcessState) String() string {
	if p == nil {
		return "<nil>"
	}
	return "exit status " + digits(p.status.ExitStatus())
}

func digits(n int) string {
	if n < 10 {
		return string(rune('0' + n))
	}
	return digits(n/10) + string(rune('0'+n%10))
}
