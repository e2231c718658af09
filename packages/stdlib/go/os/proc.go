package os

import (
	"errors"
	"internal/testlog"
	"runtime"
	"syscall"
	"unsafe"
)

//go:wasmimport wasi_snapshot_preview1 proc_exit
func procExit(code int32)

//go:wasmimport wasi_snapshot_preview1 args_sizes_get
func argsSizesGet(count, size unsafe.Pointer) uint32

//go:wasmimport wasi_snapshot_preview1 args_get
func argsGet(pointers, text unsafe.Pointer) uint32

// Args are the name of the program and its arguments.
var Args = hostArgs()

//go:linkname hostStrings syscall.hostStrings
func hostStrings(count, size uint32, get func(pointers, text unsafe.Pointer) uint32) []string

func hostArgs() []string {
	var count, size uint32
	argsSizesGet(unsafe.Pointer(&count), unsafe.Pointer(&size))
	return hostStrings(count, size, argsGet)
}

// LookupEnv returns the value of an environment variable and whether it is set.
func LookupEnv(key string) (string, bool) { return syscall.Getenv(key) }

// Getenv returns the value of an environment variable, "" if it is not set.
func Getenv(key string) string {
	value, _ := syscall.Getenv(key)
	return value
}

// Setenv sets an environment variable for the program itself.
func Setenv(key, value string) error {
	if err := syscall.Setenv(key, value); err != nil {
		return NewSyscallError("setenv", err)
	}
	return nil
}

// Unsetenv removes an environment variable for the program itself.
func Unsetenv(key string) error { return syscall.Unsetenv(key) }

// Clearenv removes all environment variables for the program itself.
func Clearenv() { syscall.Clearenv() }

// Environ returns a copy of the environment as NAME=value.
func Environ() []string { return syscall.Environ() }

// Exit ends the program at once with a code; deferred calls do not run.
func Exit(code int) {
	if code == 0 && testlog.PanicOnExit0() {
		panic("unexpected call to os.Exit(0) during test")
	}
	procExit(int32(code))
}

// Signal is something that a process may be told. Programs get none.
type Signal interface {
	String() string
	Signal()
}

// Signals that all systems have.
var (
	Interrupt Signal = syscall.SIGINT
	Kill      Signal = syscall.SIGKILL
)

// Getpid returns the number of the process; there is one.
func Getpid() int { return syscall.Getpid() }

// Getppid returns the number of the parent process.
func Getppid() int { return syscall.Getppid() }

// Getuid returns the number of the user; the host has none.
func Getuid() int { return 1 }

// Geteuid returns the number of the user in whose name the program runs.
func Geteuid() int { return 1 }

// Getgid returns the number of the group.
func Getgid() int { return 1 }

// Getegid returns the number of the group in whose name the program runs.
func Getegid() int { return 1 }

// Getgroups returns the groups of the user.
func Getgroups() ([]int, error) { return []int{1}, nil }

// Getpagesize returns the size of a page of memory.
func Getpagesize() int { return 65536 }

// Hostname fails: the host does not say its name.
func Hostname() (name string, err error) {
	return "", NewSyscallError("hostname", syscall.ENOSYS)
}

// Executable fails: the host does not say where the module is.
func Executable() (string, error) {
	return "", errors.New("Executable not implemented for " + runtime.GOOS)
}

// Pipe fails: the host has no pipes.
func Pipe() (r *File, w *File, err error) {
	return nil, nil, NewSyscallError("pipe", syscall.ENOSYS)
}

// TempDir returns the directory for temporary files: $TMPDIR or /tmp.
func TempDir() string {
	if dir := Getenv("TMPDIR"); dir != "" {
		return dir
	}
	return "/tmp"
}

// UserHomeDir returns $HOME.
func UserHomeDir() (string, error) {
	if dir := Getenv("HOME"); dir != "" {
		return dir, nil
	}
	return "", errors.New("$HOME is not defined")
}

// UserCacheDir returns $XDG_CACHE_HOME or $HOME/.cache.
func UserCacheDir() (string, error) { return userDir("XDG_CACHE_HOME", "/.cache") }

// UserConfigDir returns $XDG_CONFIG_HOME or $HOME/.config.
func UserConfigDir() (string, error) { return userDir("XDG_CONFIG_HOME", "/.config") }

func userDir(variable, below string) (string, error) {
	if dir := Getenv(variable); dir != "" {
		if dir[0] != '/' {
			return "", errors.New("path in $" + variable + " is relative")
		}
		return dir, nil
	}
	home := Getenv("HOME")
	if home == "" {
		return "", errors.New("neither $" + variable + " nor $HOME are defined")
	}
	return home + below, nil
}
