package syscall

// WASI has no sockets of its own: package net makes connections within the program, and asks for these names.

// Families, types and protocols of sockets, and options.
const (
	AF_UNSPEC = iota
	AF_INET
	AF_INET6
	AF_UNIX
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
	IPV6_V6ONLY = 26
	SOL_SOCKET  = 1
	SO_ERROR    = 4

	SHUT_RD   = 1
	SHUT_WR   = 2
	SHUT_RDWR = SHUT_RD | SHUT_WR

	RLIMIT_NOFILE = 7
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

// Rlimit has the limits of a resource.
type Rlimit struct {
	Cur uint64
	Max uint64
}

// Getrlimit tells the limits of a resource: no host does.
func Getrlimit(which int, limit *Rlimit) error { return ENOSYS }

// Socket makes a socket.
func Socket(family, kind, protocol int) (fd int, err error) { return 0, ENOSYS }

// Bind gives a socket an address.
func Bind(fd int, address Sockaddr) error { return ENOSYS }

// Connect connects a socket.
func Connect(fd int, address Sockaddr) error { return ENOSYS }

// Listen makes a socket one that accepts connections.
func Listen(fd int, backlog int) error { return ENOSYS }

// Accept waits for a connection.
func Accept(fd int) (int, Sockaddr, error) { return 0, nil, ENOSYS }

// GetsockoptInt reads an option.
func GetsockoptInt(fd, level, option int) (int, error) { return 0, ENOSYS }

// SetsockoptInt sets an option.
func SetsockoptInt(fd, level, option, value int) error { return ENOSYS }

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
