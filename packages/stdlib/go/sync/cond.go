package sync

// A Cond is where goroutines wait for something to be announced. L is held when what is waited for is looked at.
type Cond struct {
	L       Locker
	waiters queue
	leaving int32 // goroutines in Wait that are giving up L
	pending int32 // announcements for those
	self    *Cond
}

// NewCond returns a Cond with the lock l.
func NewCond(l Locker) *Cond { return &Cond{L: l} }

func (c *Cond) check() {
	if c.self == nil {
		c.self = c
	} else if c.self != c {
		panic("sync.Cond is copied")
	}
}

// Wait returns up L, waits for Signal or Broadcast, and takes L again.
func (c *Cond) Wait() {
	c.check()
	c.leaving++
	c.L.Unlock()
	c.leaving--
	if c.pending > 0 {
		c.pending--
	} else {
		sleepIn(&c.waiters, reasonCond)
	}
	c.L.Lock()
}

// Signal wakes the goroutine that has waited longest.
func (c *Cond) Signal() {
	c.check()
	if !wakeFrom(&c.waiters) && c.pending < c.leaving {
		c.pending++
	}
}

// Broadcast wakes all who wait.
func (c *Cond) Broadcast() {
	c.check()
	for wakeFrom(&c.waiters) {
	}
	c.pending = c.leaving
}
