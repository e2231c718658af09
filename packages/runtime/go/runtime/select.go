package runtime

import "unsafe"

// trySendWord is select with a send and a default clause.
func trySendWord(c *hchan, word uint64) bool {
	if c != nil {
		if c.closed {
			panicSendClosed()
			return false
		}
		if c.giveWord(word) {
			return true
		}
	}
	yieldAfterTries()
	return false
}

// trySendMemory is trySendWord for elements that are no words.
func trySendMemory(c *hchan, element unsafe.Pointer) bool {
	if c != nil {
		if c.closed {
			panicSendClosed()
			return false
		}
		if c.giveMemory(element) {
			return true
		}
	}
	yieldAfterTries()
	return false
}

// tryReceiveWord is select with a receive and a default clause.
func tryReceiveWord(c *hchan) (word uint64, selected, ok bool) {
	if c != nil {
		word, taken := c.takeWord()
		if taken != takenNothing {
			return word, true, taken == takenValue
		}
	}
	yieldAfterTries()
	return 0, false, false
}

// tryReceiveMemory is tryReceiveWord for elements that are no words.
func tryReceiveMemory(c *hchan, element unsafe.Pointer) (selected, ok bool) {
	if c != nil {
		taken := c.takeMemory(element)
		if taken != takenNothing {
			return true, taken == takenValue
		}
	}
	yieldAfterTries()
	return false, false
}

// selectNone is select without clauses.
func selectNone() {
	park(waitSelectNone)
}

// caseAt returns a case of a select statement.
func caseAt(cases *waiter, index uint32) *waiter {
	return (*waiter)(unsafe.Add(unsafe.Pointer(cases), index*uint32(unsafe.Sizeof(waiter{}))))
}

// selectWait waits for one of the cases; it returns its index and, for a receive, whether the value was sent.
func selectWait(cases *waiter, count uint32) (index int32, ok bool) {
	if scheduler.seed != 0 {
		preempt()
	}
	index, ok = selectReady(cases, count)
	if index >= 0 {
		return index, ok
	}
	gp := machine.current
	gp.cases = cases
	gp.caseCount = count
	for i := uint32(0); i < count; i++ {
		w := caseAt(cases, i)
		w.g = gp
		if w.channel == nil {
			continue
		}
		w.queue().push(w)
	}
	park(waitSelect)
	gp = machine.current
	w := gp.woken
	if w.send != 0 && !gp.success {
		panicSendClosed()
	}
	return int32((uintptr(unsafe.Pointer(w)) - uintptr(unsafe.Pointer(gp.cases))) / unsafe.Sizeof(waiter{})), gp.success
}

// selectTry is selectWait with a default clause, whose index is -1.
func selectTry(cases *waiter, count uint32) (index int32, ok bool) {
	index, ok = selectReady(cases, count)
	if index < 0 {
		yieldAfterTries()
	}
	return index, ok
}

func (w *waiter) queue() *waitQueue {
	if w.send != 0 {
		return &w.channel.senders
	}
	return &w.channel.receivers
}

// leaveCases takes the goroutine out of the queues of all cases but the one that ended its waiting.
func (gp *g) leaveCases(woken *waiter) {
	count := gp.caseCount
	gp.caseCount = 0
	gp.woken = woken
	for i := uint32(0); i < count; i++ {
		w := caseAt(gp.cases, i)
		if w != woken && w.channel != nil {
			w.queue().remove(w)
		}
	}
}

// isReady reports whether a case needs no waiting.
func (w *waiter) isReady() bool {
	c := w.channel
	if c == nil {
		return false
	}
	if w.send != 0 {
		return c.receivers.first != nil || c.count != c.limit || c.closed
	}
	pollTimer(c)
	return c.count != 0 || c.senders.first != nil || c.closed
}

// selectReady chooses one of the cases that are ready, each with the same probability, and executes it.
func selectReady(cases *waiter, count uint32) (index int32, ok bool) {
	index = -1
	candidates := uint32(0)
	for i := uint32(0); i < count; i++ {
		if caseAt(cases, i).isReady() {
			candidates++
			if candidates == 1 || chance(candidates) == 0 {
				index = int32(i)
			}
		}
	}
	if index < 0 {
		return index, false
	}
	w := caseAt(cases, uint32(index))
	c := w.channel
	taken := uint32(takenNothing)
	switch {
	case w.send != 0 && c.closed:
		panicSendClosed()
	case w.send != 0 && c.words:
		c.giveWord(w.word)
	case w.send != 0:
		c.giveMemory(w.element)
	case c.words:
		w.word, taken = c.takeWord()
	default:
		taken = c.takeMemory(w.element)
	}
	return index, taken == takenValue
}
