package runtime

import "unsafe"

// Channels. The values of most element types fit into a word: booleans, numbers, pointers and strings, which the
// operations pass in registers; so do values without size. Other elements are passed by address. The compiler knows
// which functions a channel takes: those whose names end in Word are for words.
//
// A sender that meets a waiting receiver hands it the value directly, and the other way round.

// hchan is what a channel value points to.
type hchan struct {
	count     uint32 // values in the buffer
	limit     uint32 // elements that the buffer holds
	buffer    unsafe.Pointer
	first     uint32 // index of the oldest value in the buffer
	size      uint32 // bytes of an element
	closed    bool
	words     bool
	timer     *timer // whose channel this is
	receivers waitQueue
	senders   waitQueue
}

// waiter is a goroutine that waits to send to a channel, or to receive from it. The compiler fills those of a select
// statement: ABI.md.
type waiter struct {
	g        *g
	next     *waiter
	previous *waiter
	channel  *hchan
	word     uint64         // the value
	element  unsafe.Pointer // its address, if it is not a word; nil if it is not used
	send     uint32
}

type waitQueue struct {
	first *waiter
	last  *waiter
}

func (q *waitQueue) push(w *waiter) {
	last := q.last
	w.next = nil
	w.previous = last
	if last == nil {
		q.first = w
	} else {
		last.next = w
	}
	q.last = w
}

func (q *waitQueue) remove(w *waiter) {
	if w.previous == nil {
		q.first = w.next
	} else {
		w.previous.next = w.next
	}
	if w.next == nil {
		q.last = w.previous
	} else {
		w.next.previous = w.previous
	}
}

// wake ends the waiting of the first waiter of the queue.
func (q *waitQueue) wake(w *waiter, success bool) {
	next := w.next
	q.first = next
	if next == nil {
		q.last = nil
	} else {
		next.previous = nil
	}
	gp := w.g
	if gp.caseCount != 0 {
		gp.leaveCases(w)
	}
	gp.success = success
	ready(gp)
}

// makeChan returns a channel for elements of size bytes with room for capacity of them.
func makeChan(capacity int, size uint32, layout unsafe.Pointer) *hchan {
	if uint64(capacity) > maxAlloc || uint64(capacity)*uint64(size) > maxAlloc {
		panicValue(plainError("makechan: size out of range"))
		return nil
	}
	c := new(hchan)
	c.size = size
	c.limit = uint32(capacity)
	if size != 0 && capacity != 0 {
		c.buffer = newArray(capacity, size, layout)
	}
	return c
}

// makeChanWord returns a channel for words; size is 8, or 0 if the elements have no size.
func makeChanWord(capacity int, size uint32, layout unsafe.Pointer) *hchan {
	c := makeChan(capacity, size, layout)
	c.words = true
	return c
}

// chanLen is len of a channel; that of a timer looks unbuffered.
func chanLen(c *hchan) int {
	if c.timer != nil {
		return 0
	}
	return int(c.count)
}

// chanCap is cap of a channel.
func chanCap(c *hchan) int {
	if c.timer != nil {
		return 0
	}
	return int(c.limit)
}

// panicSendClosed is a panic only in programs that close channels at all.
//
//goes:linkif runtime.closeChan panicSendOnClosed neverClosed
func panicSendClosed()

func panicSendOnClosed() { panicValue(plainError("send on closed channel")) }

func neverClosed() {}

// place returns the address in the buffer that is index elements after the oldest value.
func (c *hchan) place(index uint32) unsafe.Pointer {
	index += c.first
	if index >= c.limit {
		index -= c.limit
	}
	return unsafe.Add(c.buffer, index*c.size)
}

// drop takes the oldest value out of the buffer, from where it has been copied.
func (c *hchan) drop() {
	c.count--
	c.first++
	if c.first == c.limit {
		c.first = 0
	}
}

// copyElement copies a value of size bytes.
func copyElement(to, from unsafe.Pointer, size uint32) {
	if size > 64 || size%4 != 0 {
		memoryCopy(to, from, size)
		return
	}
	for ; size != 0; size -= 4 {
		*(*uint32)(to) = *(*uint32)(from)
		to = unsafe.Add(to, 4)
		from = unsafe.Add(from, 4)
	}
}

// clearElement zeroes a value of size bytes.
func clearElement(at unsafe.Pointer, size uint32) {
	clear(unsafe.Slice((*byte)(at), int(size)))
}

// giveWord sends to a channel that is not closed, if that needs no waiting.
func (c *hchan) giveWord(word uint64) bool {
	if w := c.receivers.first; w != nil {
		w.word = word
		c.receivers.wake(w, true)
		return true
	}
	if c.count == c.limit {
		return false
	}
	if c.size != 0 {
		*(*uint64)(c.place(c.count)) = word
	}
	c.count++
	return true
}

// giveMemory is giveWord for elements that are no words.
func (c *hchan) giveMemory(element unsafe.Pointer) bool {
	if w := c.receivers.first; w != nil {
		if w.element != nil {
			copyElement(w.element, element, c.size)
		}
		c.receivers.wake(w, true)
		return true
	}
	if c.count == c.limit {
		return false
	}
	copyElement(c.place(c.count), element, c.size)
	c.count++
	return true
}

// Results of receiving without waiting.
const (
	takenNothing = iota
	takenValue
	takenClosed
)

// takeWord receives if that needs no waiting.
func (c *hchan) takeWord() (word uint64, taken uint32) {
	if c.count != 0 {
		if c.size != 0 {
			at := (*uint64)(c.place(0))
			word = *at
			if marking != 0 {
				shade(uint32(word))
			}
			*at = 0
		}
		c.drop()
		if w := c.senders.first; w != nil {
			// The buffer was full: the first sender gets the element that is free now, after all others.
			if c.size != 0 {
				*(*uint64)(c.place(c.count)) = w.word
			}
			c.count++
			c.senders.wake(w, true)
		}
		return word, takenValue
	}
	if w := c.senders.first; w != nil {
		word = w.word
		c.senders.wake(w, true)
		return word, takenValue
	}
	if c.closed {
		return 0, takenClosed
	}
	return 0, takenNothing
}

// takeMemory is takeWord for elements that are no words.
func (c *hchan) takeMemory(element unsafe.Pointer) uint32 {
	pollTimer(c)
	if c.count != 0 {
		if element != nil {
			copyElement(element, c.place(0), c.size)
		}
		if marking != 0 {
			shadeRange(c.place(0), c.size)
		}
		clearElement(c.place(0), c.size)
		c.drop()
		if w := c.senders.first; w != nil {
			copyElement(c.place(c.count), w.element, c.size)
			c.count++
			c.senders.wake(w, true)
		}
		return takenValue
	}
	if w := c.senders.first; w != nil {
		if element != nil {
			copyElement(element, w.element, c.size)
		}
		c.senders.wake(w, true)
		return takenValue
	}
	if c.closed {
		if element != nil {
			clearElement(element, c.size)
		}
		return takenClosed
	}
	return takenNothing
}

// sendWord is c <- word.
func sendWord(c *hchan, word uint64) {
	if c == nil {
		park(waitSendNil)
	}
	if scheduler.seed != 0 {
		preempt()
	}
	if c.closed {
		panicSendClosed()
		return
	}
	if c.giveWord(word) {
		return
	}
	w := &machine.current.waiter
	w.word = word
	c.senders.push(w)
	park(waitSend)
	if !machine.current.success {
		panicSendClosed()
	}
}

// sendMemory is c <- *element.
func sendMemory(c *hchan, element unsafe.Pointer) {
	if c == nil {
		park(waitSendNil)
	}
	if scheduler.seed != 0 {
		preempt()
	}
	if c.closed {
		panicSendClosed()
		return
	}
	if c.giveMemory(element) {
		return
	}
	w := &machine.current.waiter
	w.element = element
	c.senders.push(w)
	park(waitSend)
	if !machine.current.success {
		panicSendClosed()
	}
}

// receiveWord is <-c, and whether the value was sent.
func receiveWord(c *hchan) (word uint64, ok bool) {
	if c == nil {
		park(waitReceiveNil)
	}
	if scheduler.seed != 0 {
		preempt()
	}
	word, taken := c.takeWord()
	if taken != takenNothing {
		return word, taken == takenValue
	}
	c.receivers.push(&machine.current.waiter)
	park(waitReceive)
	gp := machine.current
	return gp.waiter.word, gp.success
}

// receiveMemory is *element = <-c, and whether the value was sent; element may be nil.
func receiveMemory(c *hchan, element unsafe.Pointer) (ok bool) {
	if c == nil {
		park(waitReceiveNil)
	}
	if scheduler.seed != 0 {
		preempt()
	}
	taken := c.takeMemory(element)
	if taken != takenNothing {
		return taken == takenValue
	}
	w := &machine.current.waiter
	w.element = element
	c.receivers.push(w)
	park(waitReceive)
	return machine.current.success
}

// closeChan is close.
func closeChan(c *hchan) {
	if c == nil {
		panicValue(plainError("close of nil channel"))
		return
	}
	if c.closed {
		panicValue(plainError("close of closed channel"))
		return
	}
	c.closed = true
	for w := c.receivers.first; w != nil; w = c.receivers.first {
		w.word = 0
		if !c.words && w.element != nil {
			clearElement(w.element, c.size)
		}
		c.receivers.wake(w, false)
	}
	for w := c.senders.first; w != nil; w = c.senders.first {
		c.senders.wake(w, false)
	}
}
