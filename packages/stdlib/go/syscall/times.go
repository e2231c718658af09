package syscall

import "unsafe"

// Timespec is a time as the system has it.
type Timespec struct {
	Sec  int64
	Nsec int64
}

// Unix returns seconds and nanoseconds since 1970.
func (t *Timespec) Unix() (sec int64, nsec int64) { return t.Sec, t.Nsec }

// Nano returns nanoseconds since 1970.
func (t *Timespec) Nano() int64 { return t.Sec*1e9 + t.Nsec }

// Timeval is a time with microseconds.
type Timeval struct {
	Sec  int64
	Usec int64
}

// Unix returns seconds and nanoseconds since 1970.
func (t *Timeval) Unix() (sec int64, nsec int64) { return t.Sec, t.Usec * 1000 }

// Nano returns nanoseconds since 1970.
func (t *Timeval) Nano() int64 { return t.Sec*1e9 + t.Usec*1000 }

// TimespecToNsec returns a Timespec in nanoseconds.
func TimespecToNsec(t Timespec) int64 { return t.Nano() }

// TimevalToNsec returns a Timeval in nanoseconds.
func TimevalToNsec(t Timeval) int64 { return t.Nano() }

// split returns whole units and the rest, which is not negative.
func split(n, unit int64) (whole, rest int64) {
	whole, rest = n/unit, n%unit
	if rest < 0 {
		return whole - 1, rest + unit
	}
	return whole, rest
}

// NsecToTimespec returns nanoseconds as a Timespec.
func NsecToTimespec(nanoseconds int64) Timespec {
	sec, nsec := split(nanoseconds, 1e9)
	return Timespec{sec, nsec}
}

// NsecToTimeval returns nanoseconds as a Timeval, rounded up.
func NsecToTimeval(nanoseconds int64) Timeval {
	sec, nsec := split(nanoseconds+999, 1e9)
	return Timeval{sec, nsec / 1000}
}

// Gettimeofday tells the time.
func Gettimeofday(t *Timeval) error {
	var now int64
	if number := clockTimeGet(0, 1000, unsafe.Pointer(&now)); number != 0 {
		return Errno(number)
	}
	t.Sec, t.Usec = now/1e9, now%1e9/1000
	return nil
}
