// Package sync holds what goroutines share memory with: locks, groups to wait for, and things that happen once.
package sync

import "unsafe"

// queue is where goroutines wait: first in, first out.
type queue struct {
	first unsafe.Pointer
	last  unsafe.Pointer
}

// Reasons for waiting, as the runtime numbers them.
const (
	reasonMutex = iota + 9
	reasonReadLock
	reasonWriteLock
	reasonGroup
	reasonCond
)

//go:linkname sleepIn runtime.sleepIn
func sleepIn(q *queue, reason uint8)

//go:linkname sleepFirstIn runtime.sleepFirstIn
func sleepFirstIn(q *queue, reason uint8)

//go:linkname wakeFrom runtime.wakeFrom
func wakeFrom(q *queue) bool

//go:linkname yieldAfterTries runtime.yieldAfterTries
func yieldAfterTries()

//go:linkname fatal runtime.fatal
func fatal(text string)

// A Locker can be locked and unlocked.
type Locker interface {
	Lock()
	Unlock()
}

// A Mutex is a lock that one goroutine at a time holds. Its zero value is unlocked.
type Mutex struct {
	state   uint32
	waiters queue
}

// States of a Mutex. A goroutine that was woken tries to get the lock; if others were faster it is handed the lock the
// next time.
const (
	mutexLocked   = 1 << iota
	mutexWoken    // a goroutine was woken to get the lock
	mutexStarving // a woken goroutine found the lock taken
	mutexHanded   // the lock has been kept for the goroutine that was woken
)

// Lock waits until the lock is free, and takes it.
func (m *Mutex) Lock() {
	if m.state&mutexLocked == 0 {
		m.state |= mutexLocked
		return
	}
	m.lockSlow()
}

func (m *Mutex) lockSlow() {
	sleepIn(&m.waiters, reasonMutex)
	for {
		if m.state&mutexHanded != 0 {
			m.state &^= mutexHanded
			return
		}
		m.state &^= mutexWoken
		if m.state&mutexLocked == 0 {
			m.state |= mutexLocked
			return
		}
		m.state |= mutexStarving
		sleepFirstIn(&m.waiters, reasonMutex)
	}
}

// TryLock takes the lock if it is free, and reports whether it did.
func (m *Mutex) TryLock() bool {
	if m.state&mutexLocked == 0 {
		m.state |= mutexLocked
		return true
	}
	yieldAfterTries()
	return false
}

// Unlock returns the lock back; it need not be the goroutine that took it.
func (m *Mutex) Unlock() {
	if m.state&mutexLocked == 0 {
		fatal("sync: unlock of unlocked mutex")
	}
	if m.waiters.first == nil {
		m.state &^= mutexLocked
		return
	}
	m.unlockSlow()
}

func (m *Mutex) unlockSlow() {
	switch {
	case m.state&mutexStarving != 0:
		m.state = mutexLocked | mutexHanded
		wakeFrom(&m.waiters)
	case m.state&mutexWoken != 0:
		m.state &^= mutexLocked
	default:
		m.state = mutexWoken
		wakeFrom(&m.waiters)
	}
}
