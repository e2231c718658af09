package runtime

import "unsafe"

// WASI preview 1, as far as the runtime itself needs it.

//go:wasmimport wasi_snapshot_preview1 fd_write
func wasiFdWrite(fd int32, iovs unsafe.Pointer, count uint32, written unsafe.Pointer) uint32

//go:wasmimport wasi_snapshot_preview1 proc_exit
func wasiProcExit(code int32)

//go:wasmimport wasi_snapshot_preview1 clock_time_get
func wasiClockTimeGet(clock uint32, precision uint64, result unsafe.Pointer) uint32

//go:wasmimport wasi_snapshot_preview1 random_get
func wasiRandomGet(buffer unsafe.Pointer, size uint32) uint32

type ioVector struct {
	base unsafe.Pointer
	size uint32
}

var (
	errorVector  ioVector
	errorWritten uint32
)

// errnoAgain is what a stream that does not block says when it is full, as the pipes that Node makes under node:wasi.
const errnoAgain = 6

// writeError writes to standard error, all of it unless the host refuses.
//
//go:noinline
func writeError(base unsafe.Pointer, size uint32) {
	for size > 0 {
		errorVector.base = base
		errorVector.size = size
		errno := wasiFdWrite(2, unsafe.Pointer(&errorVector), 1, unsafe.Pointer(&errorWritten))
		if errno == errnoAgain {
			continue
		}
		if errno != 0 || errorWritten == 0 {
			return
		}
		base = unsafe.Add(base, errorWritten)
		size -= errorWritten
	}
}

// exit ends the program at once.
func exit(code int32) {
	wasiProcExit(code)
	unreachable()
}

// endByBrokenPipe ends the program as SIGPIPE does: a shell sees 128 and the number of the signal.
func endByBrokenPipe() { exit(128 + 13) }

//goes:intrinsic unreachable
func unreachable()

var clockResult uint64

// walltime returns the time since 1970 in nanoseconds.
func walltime() int64 {
	wasiClockTimeGet(0, 1000, unsafe.Pointer(&clockResult))
	return int64(clockResult)
}

// nanotime returns the monotonic clock in nanoseconds.
func nanotime() int64 {
	wasiClockTimeGet(1, 1000, unsafe.Pointer(&clockResult))
	return int64(clockResult)
}

var randomState uint64

// fastrand64 returns a random number: SplitMix64 (Steele, Lea and Flood 2014), seeded by the host at first use.
func fastrand64() uint64 {
	if randomState == 0 {
		wasiRandomGet(unsafe.Pointer(&randomState), 8)
		randomState |= 1
	}
	randomState += 0x9e3779b97f4a7c15
	z := randomState
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}
