package time

import "unsafe"

// Sleep waits for at least d.
//
//go:linkname Sleep runtime.timeSleep
func Sleep(d Duration)

//go:linkname newTimer runtime.newTimer
func newTimer(channel unsafe.Pointer, deliver func(channel unsafe.Pointer), function func()) unsafe.Pointer

//go:linkname resetTimer runtime.resetTimer
func resetTimer(timer unsafe.Pointer, nanoseconds, period int64) bool

//go:linkname stopTimer runtime.stopTimer
func stopTimer(timer unsafe.Pointer) bool

//go:linkname offer runtime.offerMemory
func offer(channel, element unsafe.Pointer)

// delivered is the time that is sent to a channel.
var delivered Time

// deliver sends the time to the channel of a timer unless one is waiting there. The scheduler calls it.
//
//goes:suspends never
func deliver(channel unsafe.Pointer) {
	delivered = Now()
	offer(channel, unsafe.Pointer(&delivered))
}

// channelTimer makes a timer that sends the time to a new channel.
func channelTimer() (<-chan Time, unsafe.Pointer) {
	c := make(chan Time, 1)
	return c, newTimer(*(*unsafe.Pointer)(unsafe.Pointer(&c)), deliver, nil)
}

// A Timer is something that happens once: it sends the time to C, or calls a function. NewTimer and AfterFunc make it.
type Timer struct {
	C <-chan Time
	t unsafe.Pointer
}

// NewTimer returns a timer that sends the time to its channel after d at least.
func NewTimer(d Duration) *Timer {
	t := new(Timer)
	t.C, t.t = channelTimer()
	resetTimer(t.t, int64(d), 0)
	return t
}

// AfterFunc returns a timer that calls f in a goroutine of its own after d at least.
func AfterFunc(d Duration, f func()) *Timer {
	t := &Timer{t: newTimer(nil, nil, f)}
	resetTimer(t.t, int64(d), 0)
	return t
}

// After returns a channel to which the time is sent after d at least.
func After(d Duration) <-chan Time { return NewTimer(d).C }

// Stop keeps the timer from happening, and reports whether it did so. Nothing is received from C after it.
func (t *Timer) Stop() bool {
	if t.t == nil {
		panic("time: Stop called on uninitialized Timer")
	}
	return stopTimer(t.t)
}

// Reset makes the timer happen after d from now, and reports whether it was going to happen.
func (t *Timer) Reset(d Duration) bool {
	if t.t == nil {
		panic("time: Reset called on uninitialized Timer")
	}
	return resetTimer(t.t, int64(d), 0)
}

// A Ticker sends the time to C again and again.
type Ticker struct {
	C <-chan Time
	t unsafe.Pointer
}

// NewTicker returns a ticker with the period d, which is positive. Ticks that are received too late are dropped.
func NewTicker(d Duration) *Ticker {
	if d <= 0 {
		panic("non-positive interval for NewTicker")
	}
	t := new(Ticker)
	t.C, t.t = channelTimer()
	resetTimer(t.t, int64(d), int64(d))
	return t
}

// Tick returns the channel of a ticker; nil if d is not positive.
func Tick(d Duration) <-chan Time {
	if d <= 0 {
		return nil
	}
	return NewTicker(d).C
}

// Stop ends the ticks. The channel is not closed.
func (t *Ticker) Stop() {
	if t.t != nil {
		stopTimer(t.t)
	}
}

// Reset begins the ticks anew, with the period d.
func (t *Ticker) Reset(d Duration) {
	if d <= 0 {
		panic("non-positive interval for Ticker.Reset")
	}
	if t.t == nil {
		panic("time: Reset called on uninitialized Ticker")
	}
	resetTimer(t.t, int64(d), int64(d))
}
