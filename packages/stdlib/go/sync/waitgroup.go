package sync

// A WaitGroup is a number of things to wait for.
type WaitGroup struct {
	count   int
	waiters queue
}

// Add adds delta, which may be negative, to the number; at zero all who wait go on.
func (wg *WaitGroup) Add(delta int) {
	wg.count += delta
	if wg.count < 0 {
		panic("sync: negative WaitGroup counter")
	}
	if wg.count == 0 {
		for wakeFrom(&wg.waiters) {
		}
	}
}

// Done takes one off the number.
func (wg *WaitGroup) Done() { wg.Add(-1) }

// Wait waits until the number is zero.
func (wg *WaitGroup) Wait() {
	if wg.count != 0 {
		sleepIn(&wg.waiters, reasonGroup)
	}
}

// Go calls f in a new goroutine, for whose end Wait waits.
func (wg *WaitGroup) Go(f func()) {
	wg.Add(1)
	go func() {
		defer wg.finish()
		f()
	}()
}

// finish is Done, but not after a panic, which ends the program: it must not be seen that Wait returned.
func (wg *WaitGroup) finish() {
	if x := recover(); x != nil {
		panic(x)
	}
	wg.Done()
}
