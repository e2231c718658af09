package syscall

import "unsafe"

//go:wasmimport wasi_snapshot_preview1 sock_accept
func sockAccept(fd int32, flags uint32, opened unsafe.Pointer) uint32

//go:wasmimport wasi_snapshot_preview1 sock_shutdown
func sockShutdown(fd int32, how uint32) uint32

// WASI has no sockets of its own: package net makes connections within the program, and needs these names.

// Families, types and protocols of sockets, and options.
const (
	AF_UNSPEC = iota
	AF_UNIX
	AF_INET
	AF_INET6
)

const (
	SOCK_STREAM = 1 + iota
	SOCK_DGRAM
	SOCK_RAW
	SOCK_SEQPACKET
)

const (
	IPPROTO_IP   = 0
	IPPROTO_IPV4 = 4
	IPPROTO_IPV6 = 41
	IPPROTO_TCP  = 6
	IPPROTO_UDP  = 17

	SOMAXCONN   = 128
	IPV6_V6ONLY = 1
	SO_ERROR    = 2

	SHUT_RD   = 1
	SHUT_WR   = 2
	SHUT_RDWR = SHUT_RD | SHUT_WR
)

// Sockaddr is the address of a socket.
type Sockaddr any

// SockaddrInet4 is an address of IPv4.
type SockaddrInet4 struct {
	Port int
	Addr [4]byte
}

// SockaddrInet6 is an address of IPv6.
type SockaddrInet6 struct {
	Port   int
	ZoneId uint32
	Addr   [16]byte
}

// SockaddrUnix is the name of a socket in the file system.
type SockaddrUnix struct {
	Name string
}

// Socket makes a socket.
func Socket(family, kind, protocol int) (fd int, err error) { return 0, ENOSYS }

// Bind returns a socket an address.
func Bind(fd int, address Sockaddr) error { return ENOSYS }

// Connect connects a socket.
func Connect(fd int, address Sockaddr) error { return ENOSYS }

// Listen makes a socket one that accepts connections.
func Listen(fd int, backlog int) error { return ENOSYS }

// Accept waits for a connection.
func Accept(fd int) (int, Sockaddr, error) {
	number := sockAccept(int32(fd), 0, unsafe.Pointer(&openedFd))
	return int(openedFd), nil, errorOf(number)
}

// GetsockoptInt reads an option.
func GetsockoptInt(fd, level, option int) (int, error) { return 0, ENOSYS }

// SetsockoptInt sets an option.
func SetsockoptInt(fd, level, option, value int) error { return ENOSYS }

// Shutdown closes one direction of a connection, or both.
func Shutdown(fd int, how int) error { return errorOf(sockShutdown(int32(fd), uint32(how))) }

// StopIO, Recvfrom, Sendto, Recvmsg, SendmsgN and the deadlines fail.
func StopIO(fd int) error { return ENOSYS }

func Recvfrom(fd int, p []byte, flags int) (n int, from Sockaddr, err error) { return 0, nil, ENOSYS }

func Sendto(fd int, p []byte, flags int, to Sockaddr) error { return ENOSYS }

func Recvmsg(fd int, p, oob []byte, flags int) (n, oobn, recvflags int, from Sockaddr, err error) {
	return 0, 0, 0, nil, ENOSYS
}

func SendmsgN(fd int, p, oob []byte, to Sockaddr, flags int) (n int, err error) { return 0, ENOSYS }

func SetReadDeadline(fd int, t int64) error { return ENOSYS }

func SetWriteDeadline(fd int, t int64) error { return ENOSYS }

// A RawConn is what a Conn is to the system.
type RawConn interface {
	Control(f func(fd uintptr)) error
	Read(f func(fd uintptr) (done bool)) error
	Write(f func(fd uintptr) (done bool)) error
}

// A Conn has a RawConn.
type Conn interface {
	SyscallConn() (RawConn, error)
}
