package syscall

import "unsafe"

//go:wasmimport wasi_snapshot_preview1 random_get
func randomGet(at unsafe.Pointer, size uint32) uint32

//go:wasmimport wasi_snapshot_preview1 fd_close
func fdClose(fd int32) uint32

//go:wasmimport wasi_snapshot_preview1 environ_sizes_get
func environSizesGet(count, size unsafe.Pointer) uint32

//go:wasmimport wasi_snapshot_preview1 environ_get
func environGet(pointers, text unsafe.Pointer) uint32

//go:wasmimport wasi_snapshot_preview1 fd_fdstat_get
func fdFdstatGet(fd int32, buf unsafe.Pointer) uint32

func errorOf(number uint32) error {
	if number == 0 {
		return nil
	}
	return Errno(number)
}

// RandomGet fills b with random bytes of the host.
func RandomGet(b []byte) error {
	if len(b) == 0 {
		return nil
	}
	return errorOf(randomGet(unsafe.Pointer(&b[0]), uint32(len(b))))
}

// Close closes a descriptor.
func Close(fd int) error { return errorOf(fdClose(int32(fd))) }

// CloseOnExec does nothing: there are no other processes.
func CloseOnExec(fd int) {}

// SetNonblock does nothing: what waits lets other goroutines run.
func SetNonblock(fd int, nonblocking bool) error { return nil }

// Filetype is the kind of a file.
type Filetype = uint8

// Kinds of files.
const (
	FILETYPE_UNKNOWN Filetype = iota
	FILETYPE_BLOCK_DEVICE
	FILETYPE_CHARACTER_DEVICE
	FILETYPE_DIRECTORY
	FILETYPE_REGULAR_FILE
	FILETYPE_SOCKET_DGRAM
	FILETYPE_SOCKET_STREAM
	FILETYPE_SYMBOLIC_LINK
)

// Flags of WASI that other packages name.
const (
	FDFLAG_NONBLOCK       = 4
	FILESTAT_SET_ATIM     = 1
	FILESTAT_SET_MTIM     = 4
	LOOKUP_SYMLINK_FOLLOW = 1
	F_GETFL               = 3
	F_SETFL               = 4
	F_DUPFD_CLOEXEC       = 1030
)

type fdstat struct {
	filetype   uint8
	flags      uint16
	rights     uint64
	inheriting uint64
}

// Packages internal/syscall/unix and net ask for these by name.

//go:linkname fd_fdstat_get_flags
func fd_fdstat_get_flags(fd int) (uint32, error) {
	var stat fdstat
	err := errorOf(fdFdstatGet(int32(fd), unsafe.Pointer(&stat)))
	return uint32(stat.flags), err
}

//go:linkname fd_fdstat_get_type
func fd_fdstat_get_type(fd int) (uint8, error) {
	var stat fdstat
	err := errorOf(fdFdstatGet(int32(fd), unsafe.Pointer(&stat)))
	return stat.filetype, err
}

// Timespec is a time as the system has it.
type Timespec struct {
	Sec  int64
	Nsec int64
}

// TimespecToNsec returns it in nanoseconds.
func TimespecToNsec(t Timespec) int64 { return t.Sec*1e9 + t.Nsec }

// NsecToTimespec returns nanoseconds as a Timespec.
func NsecToTimespec(nanoseconds int64) Timespec {
	return Timespec{nanoseconds / 1e9, nanoseconds % 1e9}
}

// Stat_t is what the system says of a file.
type Stat_t struct {
	Dev, Ino     uint64
	Filetype     uint8
	Nlink        uint64
	Size         uint64
	Atime, Mtime uint64
	Ctime        uint64
	Mode         int
	Uid, Gid     uint32
}

// SysProcAttr would be what a new process is given: there are none.
type SysProcAttr struct{}

// WaitStatus is how a process has ended.
type WaitStatus uint32

// ExitStatus returns the exit code.
func (w WaitStatus) ExitStatus() int { return int(w) }

// Exited reports whether the process has ended by itself.
func (w WaitStatus) Exited() bool { return true }

// Signaled reports whether a signal has ended the process.
func (w WaitStatus) Signaled() bool { return false }

// Getpid returns the number of the process; there is one.
func Getpid() int { return 1 }

// Getppid returns the number of the parent process.
func Getppid() int { return 1 }

// Getuid, Geteuid, Getgid and Getegid return the numbers of user and group: hosts have none.
func Getuid() int  { return 1 }
func Geteuid() int { return 1 }
func Getgid() int  { return 1 }
func Getegid() int { return 1 }

// Getpagesize returns the size of a page of memory.
func Getpagesize() int { return 65536 }
