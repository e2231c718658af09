package runtime

import "unsafe"

// timer is something that is to happen at a time: a goroutine is woken, a time is sent to a channel, or a function
// is called in a goroutine of its own.
type timer struct {
	when     int64 // by nanotime
	period   int64 // not 0: it happens again and again
	sequence uint32
	index    uint32 // index in the heap, from 1; 0: it is not pending
	g        *g
	channel  *hchan
	deliver  func(channel unsafe.Pointer) // sends the time to channel, without waiting
	function func()
}

// timerHeap is a heap of timers with four children a node; the first one is due first.
type timerHeap struct {
	timers   unsafe.Pointer // of capacity pointers
	count    uint32
	capacity uint32
	sequence uint32
}

const forever = -1

// checkTimers lets everything happen that is due. Programs without timers have none of this.
//
//goes:linkif runtime.(*timerHeap).add checkPendingTimers checkNoTimers
func checkTimers()

func checkPendingTimers() {
	if h := &machine.p.timers; h.count != 0 {
		h.run(nanotime())
	}
}

func checkNoTimers() {}

// untilTimer returns the nanoseconds until something is due, or forever.
//
//goes:linkif runtime.(*timerHeap).add untilPendingTimer untilNoTimer
func untilTimer() int64

func untilPendingTimer() int64 { return machine.p.timers.untilNext() }

func untilNoTimer() int64 { return forever }

// pollTimer lets the timer of a channel happen if it is due.
//
//goes:linkif runtime.newTimer pollPendingTimer pollNoTimer
func pollTimer(c *hchan)

func pollPendingTimer(c *hchan) {
	if c.timer != nil {
		c.timer.poll()
	}
}

func pollNoTimer(c *hchan) {}

// before orders timers by time; those of one time, as they were set.
func (t *timer) before(u *timer) bool {
	return t.when < u.when || t.when == u.when && int32(t.sequence-u.sequence) < 0
}

func (h *timerHeap) at(index uint32) *timer {
	return *(**timer)(unsafe.Add(h.timers, (index-1)*4))
}

func (h *timerHeap) set(index uint32, t *timer) {
	*(**timer)(unsafe.Add(h.timers, (index-1)*4)) = t
	t.index = index
}

func (h *timerHeap) up(index uint32, t *timer) {
	for index > 1 {
		parent := (index + 2) / 4
		u := h.at(parent)
		if !t.before(u) {
			break
		}
		h.set(index, u)
		index = parent
	}
	h.set(index, t)
}

func (h *timerHeap) down(index uint32, t *timer) {
	for {
		first := index*4 - 2
		if first > h.count {
			break
		}
		child, least := first, h.at(first)
		for i := first + 1; i < first+4 && i <= h.count; i++ {
			if u := h.at(i); u.before(least) {
				child, least = i, u
			}
		}
		if !least.before(t) {
			break
		}
		h.set(index, least)
		index = child
	}
	h.set(index, t)
}

// add makes a timer pending.
func (h *timerHeap) add(t *timer) {
	h.sequence++
	t.sequence = h.sequence
	h.count++
	if h.count > h.capacity {
		h.grow()
	}
	h.up(h.count, t)
}

func (h *timerHeap) grow() {
	old := h.capacity
	h.capacity = old*2 + 8
	timers := newArray(int(h.capacity), 4, layoutOf[unsafe.Pointer]())
	memoryCopy(timers, h.timers, old*4)
	h.timers = timers
}

// remove makes a pending timer not pending.
func (h *timerHeap) remove(t *timer) {
	index := t.index
	t.index = 0
	last := h.at(h.count)
	h.count--
	if last == t {
		return
	}
	if index > 1 && last.before(h.at((index+2)/4)) {
		h.up(index, last)
	} else {
		h.down(index, last)
	}
}

// run lets everything happen that is due.
func (h *timerHeap) run(now int64) {
	for h.count != 0 {
		t := h.at(1)
		if t.when > now {
			return
		}
		h.fire(t, now)
	}
}

// fire lets a pending timer happen.
//
//goes:suspends never
func (h *timerHeap) fire(t *timer, now int64) {
	h.remove(t)
	if t.period > 0 {
		t.when += t.period * (1 + quotient(now-t.when, t.period))
		h.add(t)
	}
	switch {
	case t.g != nil:
		readyLater(t.g)
	case t.channel != nil:
		// Who receives the time runs after those that were woken before.
		pp := machine.p
		next := pp.next
		pp.next = nil
		t.deliver(unsafe.Pointer(t.channel))
		if pp.next != nil {
			pp.put(pp.next)
		}
		pp.next = next
	default:
		gp := makeGoroutine(t.function)
		gp.site = nil
		gp.parent = 0
		readyLater(gp)
	}
}

// quotient divides by a number that is not zero.
//
//goes:intrinsic i64.div_s
func quotient(x, y int64) int64

// readyLater makes a goroutine runnable after those that are.
func readyLater(gp *g) {
	machine.p.put(gp)
}

// poll lets the timer of a channel happen if it is due: a loop that polls the channel may never wait.
//
//go:noinline
func (t *timer) poll() {
	if t.index != 0 && t.channel.count == 0 {
		if now := nanotime(); t.when <= now {
			machine.p.timers.fire(t, now)
		}
	}
}

// untilNext returns the nanoseconds until the first timer that something waits for, or forever.
func (h *timerHeap) untilNext() int64 {
	wanted := false
	for i := uint32(1); i <= h.count && !wanted; i++ {
		t := h.at(i)
		wanted = t.channel == nil || t.channel.receivers.first != nil
	}
	if !wanted {
		return forever
	}
	wait := h.at(1).when - nanotime()
	if wait < 0 {
		return 0
	}
	return wait
}

// addNanoseconds returns a time that many nanoseconds ahead, as far as time goes.
func addNanoseconds(now, nanoseconds int64) int64 {
	if nanoseconds < 0 {
		nanoseconds = 0
	}
	when := now + nanoseconds
	if when < 0 {
		return 1<<63 - 1
	}
	return when
}

// timeSleep is time.Sleep.
func timeSleep(nanoseconds int64) {
	if nanoseconds <= 0 {
		return
	}
	gp := machine.current
	t := gp.timer
	if t == nil {
		t = new(timer)
		t.g = gp
		gp.timer = t
	}
	t.when = addNanoseconds(nanotime(), nanoseconds)
	machine.p.timers.add(t)
	park(waitSleep)
}

// newTimer returns a timer for package time: one of the two, a channel with its deliver or a function.
func newTimer(channel unsafe.Pointer, deliver func(channel unsafe.Pointer), function func()) unsafe.Pointer {
	t := new(timer)
	t.function = function
	if channel != nil {
		t.channel = (*hchan)(channel)
		t.channel.timer = t
		t.deliver = deliver
	}
	return unsafe.Pointer(t)
}

// resetTimer makes a timer pending, and reports whether it was, or had happened unseen.
func resetTimer(timer_ unsafe.Pointer, nanoseconds, period int64) bool {
	was := stopTimer(timer_)
	t := (*timer)(timer_)
	t.when = addNanoseconds(nanotime(), nanoseconds)
	t.period = period
	machine.p.timers.add(t)
	return was
}

// stopTimer makes a timer not pending, and reports whether it was, or had happened unseen.
func stopTimer(timer_ unsafe.Pointer) bool {
	t := (*timer)(timer_)
	pending := t.index != 0
	if pending {
		machine.p.timers.remove(t)
	}
	if c := t.channel; c != nil && c.count != 0 && !asyncTimerChannels() {
		clearElement(c.place(0), c.size)
		c.drop()
		return true
	}
	return pending
}

// asyncTimerChannels reports whether what a timer has sent stays in its channel when it is stopped or reset: where GODEBUG
// has asynctimerchan=1, the default below go 1.23, or 2, which differs in the length of such a channel only.
// Package time asks for 1 as a text, the runtime for any number but 0.
func asyncTimerChannels() bool {
	return debugSetting("asynctimerchan") == "1" || timerChanSetting.get() != 0
}

// offerMemory sends to a channel if that does not have to wait.
func offerMemory(channel, element unsafe.Pointer) {
	(*hchan)(channel).giveMemory(element)
}
