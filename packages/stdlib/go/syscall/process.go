package syscall

import "unsafe"

// WASI has one process: what is about others fails.

// SysProcAttr would be what a new process is given: there are none.
type SysProcAttr struct{}

// ProcAttr would be what a new process begins with.
type ProcAttr struct {
	Dir   string
	Env   []string
	Files []uintptr
	Sys   *SysProcAttr
}

// Rusage would be what a process has used.
type Rusage struct {
	Utime Timeval
	Stime Timeval
}

// WaitStatus would be how a process has ended.
type WaitStatus uint32

func (w WaitStatus) Exited() bool       { return false }
func (w WaitStatus) ExitStatus() int    { return 0 }
func (w WaitStatus) Signaled() bool     { return false }
func (w WaitStatus) Signal() Signal     { return 0 }
func (w WaitStatus) CoreDump() bool     { return false }
func (w WaitStatus) Stopped() bool      { return false }
func (w WaitStatus) Continued() bool    { return false }
func (w WaitStatus) StopSignal() Signal { return 0 }
func (w WaitStatus) TrapCause() int     { return 0 }

// StartProcess fails.
func StartProcess(argv0 string, argv []string, attr *ProcAttr) (pid int, handle uintptr, err error) {
	return 0, 0, ENOSYS
}

// Wait4 fails.
func Wait4(pid int, wstatus *WaitStatus, options int, rusage *Rusage) (wpid int, err error) {
	return 0, ENOSYS
}

// Kill ends the program if it is about itself, as the signal would.
func Kill(pid int, signum Signal) error {
	if pid > 0 && pid != Getpid() {
		return ESRCH
	}
	ProcExit(128 + int32(signum))
	return nil
}

// ProcExit ends the program at once.
func ProcExit(code int32) { procExit(code) }

// Exit ends the program at once.
func Exit(code int) { procExit(int32(code)) }

// Getpid and Getppid return the numbers that Go has for the process and its parent.
func Getpid() int  { return 3 }
func Getppid() int { return 2 }

// Getuid, Geteuid, Getgid and Getegid return the numbers of user and group: hosts have none.
func Getuid() int  { return 1 }
func Geteuid() int { return 1 }
func Getgid() int  { return 1 }
func Getegid() int { return 1 }

// Getgroups returns the groups of the user.
func Getgroups() ([]int, error) { return []int{1}, nil }

// Getpagesize returns the size of a page of memory.
func Getpagesize() int { return 65536 }

// Rlimit has the limits of a resource.
type Rlimit struct {
	Cur uint64
	Max uint64
}

// RLIMIT_NOFILE is the number of open files.
const RLIMIT_NOFILE = 0

// Getrlimit returns the limits of a resource: no host has them.
func Getrlimit(which int, limit *Rlimit) error { return ENOSYS }

// Sysctl knows the name of the host, which is that of the target.
func Sysctl(key string) (string, error) {
	if key == "kern.hostname" {
		return "wasip1", nil
	}
	return "", ENOSYS
}

// SYS_FCNTL would be the number of a system call.
const SYS_FCNTL = 500

// Syscall, Syscall6, RawSyscall and RawSyscall6 fail: there are no numbers of system calls.
func Syscall(trap, a1, a2, a3 uintptr) (r1, r2 uintptr, err Errno) { return 0, 0, ENOSYS }

func Syscall6(trap, a1, a2, a3, a4, a5, a6 uintptr) (r1, r2 uintptr, err Errno) {
	return 0, 0, ENOSYS
}

func RawSyscall(trap, a1, a2, a3 uintptr) (r1, r2 uintptr, err Errno) { return 0, 0, ENOSYS }

func RawSyscall6(trap, a1, a2, a3, a4, a5, a6 uintptr) (r1, r2 uintptr, err Errno) {
	return 0, 0, ENOSYS
}

// RandomGet fills b with random bytes of the host.
func RandomGet(b []byte) error {
	if len(b) == 0 {
		return nil
	}
	return errorOf(randomGet(unsafe.Pointer(&b[0]), uint32(len(b))))
}

// ByteSliceFromString returns the bytes of a string with a zero at the end; EINVAL if there is one within.
func ByteSliceFromString(s string) ([]byte, error) {
	for i := 0; i < len(s); i++ {
		if s[i] == 0 {
			return nil, EINVAL
		}
	}
	return append([]byte(s), 0), nil
}

// BytePtrFromString returns the address of the bytes that ByteSliceFromString makes.
func BytePtrFromString(s string) (*byte, error) {
	b, err := ByteSliceFromString(s)
	if err != nil {
		return nil, err
	}
	return &b[0], nil
}

// StringByteSlice is ByteSliceFromString that panics.
//
// Deprecated: ByteSliceFromString returns the error.
func StringByteSlice(s string) []byte {
	b, err := ByteSliceFromString(s)
	if err != nil {
		panic("syscall: string with NUL passed to StringByteSlice")
	}
	return b
}

// StringBytePtr is BytePtrFromString that panics.
//
// Deprecated: BytePtrFromString returns the error.
func StringBytePtr(s string) *byte { return &StringByteSlice(s)[0] }
