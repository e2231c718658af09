package sync

// A RWMutex is a lock that many readers or one writer hold. Readers that come while a writer waits wait after it.
type RWMutex struct {
	readers int32
	writing bool
	toRead  queue
	toWrite queue
}

// RLock waits until no writer has the lock or waits for it, and takes it for reading.
func (rw *RWMutex) RLock() {
	if !rw.writing && rw.toWrite.first == nil {
		rw.readers++
		return
	}
	// Who wakes this goroutine has counted it.
	sleepIn(&rw.toRead, reasonReadLock)
}

// TryRLock takes the lock for reading if that needs no waiting, and reports whether it did.
func (rw *RWMutex) TryRLock() bool {
	if !rw.writing && rw.toWrite.first == nil {
		rw.readers++
		return true
	}
	yieldAfterTries()
	return false
}

// RUnlock undoes one RLock.
func (rw *RWMutex) RUnlock() {
	if rw.readers == 0 {
		fatal("sync: RUnlock of unlocked RWMutex")
	}
	rw.readers--
	if rw.readers == 0 && rw.toWrite.first != nil {
		rw.writing = true
		wakeFrom(&rw.toWrite)
	}
}

// Lock waits until the lock is free, and takes it for writing.
func (rw *RWMutex) Lock() {
	if !rw.writing && rw.readers == 0 {
		rw.writing = true
		return
	}
	reason := uint8(reasonWriteLock)
	if rw.writing || rw.toWrite.first != nil {
		reason = reasonMutex
	}
	sleepIn(&rw.toWrite, reason)
}

// TryLock takes the lock for writing if it is free, and reports whether it did.
func (rw *RWMutex) TryLock() bool {
	if !rw.writing && rw.readers == 0 {
		rw.writing = true
		return true
	}
	yieldAfterTries()
	return false
}

// Unlock returns the lock for writing back: to the readers that wait, else to the next writer.
func (rw *RWMutex) Unlock() {
	if !rw.writing {
		fatal("sync: Unlock of unlocked RWMutex")
	}
	rw.writing = false
	if rw.toRead.first != nil {
		for wakeFrom(&rw.toRead) {
			rw.readers++
		}
		return
	}
	if rw.toWrite.first != nil {
		rw.writing = true
		wakeFrom(&rw.toWrite)
	}
}

// RLocker returns a Locker whose Lock and Unlock are RLock and RUnlock.
func (rw *RWMutex) RLocker() Locker { return (*readLocker)(rw) }

type readLocker RWMutex

func (r *readLocker) Lock()   { (*RWMutex)(r).RLock() }
func (r *readLocker) Unlock() { (*RWMutex)(r).RUnlock() }
