// Package os is a program's arguments, its environment, its standard streams, files, and its exit. The host
// decides which files there are; processes and signals it has none.
package os

import (
	"errors"
	"internal/stdio"
	"io"
	"io/fs"
	"syscall"
	"unsafe"
)

// The standard streams.
var (
	Stdin  = NewFile(0, "/dev/stdin")
	Stdout = NewFile(1, "/dev/stdout")
	Stderr = NewFile(2, "/dev/stderr")
)

// Package fmt prints to and reads from what these variables hold at the time.
func init() {
	stdio.Stdout = currentStdout{}
	stdio.Stdin = currentStdin{}
}

type currentStdout struct{}

func (currentStdout) Write(b []byte) (int, error) { return Stdout.Write(b) }

type currentStdin struct{}

func (currentStdin) Read(b []byte) (int, error) { return Stdin.Read(b) }

// Flags of OpenFile: one of the first three, and any of the others.
const (
	O_RDONLY int = syscall.O_RDONLY
	O_WRONLY int = syscall.O_WRONLY
	O_RDWR   int = syscall.O_RDWR
	O_APPEND int = syscall.O_APPEND
	O_CREATE int = syscall.O_CREAT
	O_EXCL   int = syscall.O_EXCL
	O_SYNC   int = syscall.O_SYNC
	O_TRUNC  int = syscall.O_TRUNC
)

// Where Seek counts from; io has the same.
const (
	SEEK_SET int = 0
	SEEK_CUR int = 1
	SEEK_END int = 2
)

// DevNull is the name of the file that swallows all.
const DevNull = "/dev/null"

// File is an open file.
type File struct {
	fd         int32
	name       string
	appendOnly bool
	dir        *directory
	captured   *[]byte
}

// captured makes a file that only adds what is written to it to some bytes, for examples of package testing.
func captured(into *[]byte) *File { return &File{fd: capturedFd, name: "/dev/stdout", captured: into} }

// capturedFd is no descriptor of any file.
const capturedFd = 1<<31 - 1

// NewFile returns a File for a descriptor that is open.
func NewFile(fd uintptr, name string) *File {
	return &File{fd: int32(fd), name: name}
}

// Open opens a file for reading.
func Open(name string) (*File, error) { return OpenFile(name, O_RDONLY, 0) }

// Create opens a file for reading and writing; it is made, or emptied.
func Create(name string) (*File, error) { return OpenFile(name, O_RDWR|O_CREATE|O_TRUNC, 0666) }

// OpenFile opens a file by the flags O_RDONLY and so on. The host chooses the permissions of a new file.
func OpenFile(name string, flag int, perm FileMode) (*File, error) {
	fd, errno := openFile(name, flag)
	if errno != 0 {
		return nil, &PathError{Op: "open", Path: name, Err: errno}
	}
	return &File{fd: fd, name: name, appendOnly: flag&O_APPEND != 0}, nil
}

// Name returns the name with which the file was opened.
func (f *File) Name() string { return f.name }

// Fd returns the descriptor of the file.
func (f *File) Fd() uintptr {
	if f == nil {
		return ^uintptr(0)
	}
	return uintptr(f.fd)
}

type vector struct {
	base unsafe.Pointer
	size uint32
}

// What calls of the host write their results to.
var (
	transfer    vector
	transferred uint32
	position    int64
)

// check returns the error of an operation on a file that cannot be used.
func (f *File) check(op string) error {
	if f == nil {
		return ErrInvalid
	}
	if f.fd < 0 {
		return &PathError{Op: op, Path: f.name, Err: ErrClosed}
	}
	return nil
}

func (f *File) fail(op string, errno syscall.Errno) error {
	if errno == 0 {
		return nil
	}
	return &PathError{Op: op, Path: f.name, Err: errno}
}

// Write writes all of b.
func (f *File) Write(b []byte) (n int, err error) {
	if err := f.check("write"); err != nil {
		return 0, err
	}
	if f.captured != nil {
		*f.captured = append(*f.captured, b...)
		return len(b), nil
	}
	for n < len(b) {
		transfer = vector{unsafe.Pointer(&b[n]), uint32(len(b) - n)}
		errno := fdWrite(f.fd, unsafe.Pointer(&transfer), 1, unsafe.Pointer(&transferred))
		switch {
		case errno == syscall.EINTR:
		case errno != 0:
			stdio.WriteFailed(f.fd, uint32(errno))
			return n, f.fail("write", errno)
		case transferred == 0:
			return n, &PathError{Op: "write", Path: f.name, Err: io.ErrUnexpectedEOF}
		default:
			n += int(transferred)
		}
	}
	return n, nil
}

var errWriteAtInAppendMode = errors.New("os: invalid use of WriteAt on file opened with O_APPEND")

// WriteAt writes all of b from an offset on.
func (f *File) WriteAt(b []byte, off int64) (n int, err error) {
	if err := f.check("write"); err != nil {
		return 0, err
	}
	if f.appendOnly {
		return 0, errWriteAtInAppendMode
	}
	if off < 0 {
		return 0, &PathError{Op: "writeat", Path: f.name, Err: errors.New("negative offset")}
	}
	for n < len(b) {
		transfer = vector{unsafe.Pointer(&b[n]), uint32(len(b) - n)}
		errno := fdPwrite(f.fd, unsafe.Pointer(&transfer), 1, off+int64(n), unsafe.Pointer(&transferred))
		if errno != 0 && errno != syscall.EINTR {
			return n, f.fail("write", errno)
		}
		if errno == 0 {
			n += int(transferred)
		}
	}
	return n, nil
}

// WriteString writes all of s.
func (f *File) WriteString(s string) (n int, err error) {
	return f.Write(unsafe.Slice(unsafe.StringData(s), len(s)))
}

// awaitInput lets other goroutines run until standard input can be read, if the host can say when.
//
//go:linkname awaitInput runtime.awaitInput
func awaitInput()

// Read reads at most len(b) bytes; io.EOF at the end.
func (f *File) Read(b []byte) (n int, err error) {
	if err := f.check("read"); err != nil {
		return 0, err
	}
	if len(b) == 0 {
		return 0, nil
	}
	for {
		if f.fd == 0 {
			awaitInput()
		}
		transfer = vector{unsafe.Pointer(&b[0]), uint32(len(b))}
		errno := fdRead(f.fd, unsafe.Pointer(&transfer), 1, unsafe.Pointer(&transferred))
		switch {
		case errno == syscall.EINTR:
		case errno != 0:
			return 0, f.fail("read", errno)
		case transferred == 0:
			return 0, io.EOF
		default:
			return int(transferred), nil
		}
	}
}

// ReadAt reads len(b) bytes from an offset on; fewer only with an error, io.EOF at the end.
func (f *File) ReadAt(b []byte, off int64) (n int, err error) {
	if err := f.check("read"); err != nil {
		return 0, err
	}
	if off < 0 {
		return 0, &PathError{Op: "readat", Path: f.name, Err: errors.New("negative offset")}
	}
	for n < len(b) {
		transfer = vector{unsafe.Pointer(&b[n]), uint32(len(b) - n)}
		errno := fdPread(f.fd, unsafe.Pointer(&transfer), 1, off+int64(n), unsafe.Pointer(&transferred))
		if errno == syscall.EINTR {
			continue
		}
		if errno != 0 {
			return n, f.fail("read", errno)
		}
		if transferred == 0 {
			return n, io.EOF
		}
		n += int(transferred)
	}
	return n, nil
}

// Only the methods that io.Copy may fall back on.
type writerOnly struct{ f *File }

func (w writerOnly) Write(b []byte) (int, error) { return w.f.Write(b) }

type readerOnly struct{ f *File }

func (r readerOnly) Read(b []byte) (int, error) { return r.f.Read(b) }

// ReadFrom writes what it reads from r.
func (f *File) ReadFrom(r io.Reader) (n int64, err error) {
	if err := f.check("write"); err != nil {
		return 0, err
	}
	return io.Copy(writerOnly{f}, r)
}

// WriteTo writes the rest of the file to w.
func (f *File) WriteTo(w io.Writer) (n int64, err error) {
	if err := f.check("read"); err != nil {
		return 0, err
	}
	return io.Copy(w, readerOnly{f})
}

// Seek sets the offset of the next Read or Write and returns it, counted from the start.
func (f *File) Seek(offset int64, whence int) (ret int64, err error) {
	if err := f.check("seek"); err != nil {
		return 0, err
	}
	if whence < SEEK_SET || whence > SEEK_END {
		return 0, f.fail("seek", syscall.EINVAL)
	}
	errno := fdSeek(f.fd, offset, int32(whence), unsafe.Pointer(&position))
	if errno != 0 && offset == 0 && whence == SEEK_SET && f.isDirectory() {
		// Some hosts have no positions in directories; entries are read from the first one on all the same.
		errno, position = 0, 0
	}
	if errno != 0 {
		return 0, f.fail("seek", errno)
	}
	f.dir = nil
	return position, nil
}

func (f *File) isDirectory() bool {
	info, err := f.Stat()
	return err == nil && info.IsDir()
}

// Close closes the file.
func (f *File) Close() error {
	if err := f.check("close"); err != nil {
		return err
	}
	errno := fdClose(f.fd)
	f.fd = -1
	f.dir = nil
	return f.fail("close", errno)
}

// Sync has the host put what was written onto the disk.
func (f *File) Sync() error {
	if err := f.check("sync"); err != nil {
		return err
	}
	return f.fail("sync", fdSync(f.fd))
}

// Truncate changes the size of the file.
func (f *File) Truncate(size int64) error {
	if err := f.check("truncate"); err != nil {
		return err
	}
	if size < 0 {
		return f.fail("truncate", syscall.EINVAL)
	}
	return f.fail("truncate", fdFilestatSetSize(f.fd, size))
}

// Stat describes the file.
func (f *File) Stat() (FileInfo, error) {
	if f == nil {
		return nil, ErrInvalid
	}
	if err := f.check("stat"); err != nil {
		return nil, err
	}
	info := &fileStat{name: baseName(f.name)}
	if errno := fdFilestatGet(f.fd, unsafe.Pointer(&info.data)); errno != 0 {
		return nil, f.fail("stat", errno)
	}
	return info, nil
}

// Chmod does nothing to the file: the host has no permissions to set.
func (f *File) Chmod(mode FileMode) error {
	if err := f.check("chmod"); err != nil {
		return err
	}
	return nil
}

// Chown fails: the host has no owners to set.
func (f *File) Chown(uid, gid int) error {
	if err := f.check("chown"); err != nil {
		return err
	}
	return f.fail("chown", syscall.ENOSYS)
}

// Chdir makes the file, a directory, the current one.
func (f *File) Chdir() error {
	if err := f.check("chdir"); err != nil {
		return err
	}
	if err := Chdir(f.name); err != nil {
		return &PathError{Op: "chdir", Path: f.name, Err: underlyingError(err)}
	}
	return nil
}

// ReadFile reads a whole file.
func ReadFile(name string) ([]byte, error) {
	f, err := Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	size := 0
	if info, err := f.Stat(); err == nil && info.Size() < 1<<30 {
		size = int(info.Size())
	}
	data := make([]byte, 0, max(size+1, 512))
	for {
		n, err := f.Read(data[len(data):cap(data)])
		data = data[:len(data)+n]
		if err == io.EOF {
			return data, nil
		}
		if err != nil {
			return data, err
		}
		if len(data) == cap(data) {
			data = append(data, 0)[:len(data)]
		}
	}
}

// WriteFile makes a file, or empties it, and writes data to it.
func WriteFile(name string, data []byte, perm FileMode) error {
	f, err := OpenFile(name, O_WRONLY|O_CREATE|O_TRUNC, perm)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if closed := f.Close(); closed != nil && err == nil {
		err = closed
	}
	return err
}

var _ fs.ReadDirFile = (*File)(nil)
