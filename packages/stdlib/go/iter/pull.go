package iter

import "unsafe"

// The runtime makes a stack for a sequence, on top of the goroutine that calls it.

//go:linkname newPull runtime.newPull
func newPull(entry func()) unsafe.Pointer

//go:linkname pullNext runtime.pullNext
func pullNext(stack unsafe.Pointer)

//go:linkname dropPull runtime.dropPull
func dropPull(stack unsafe.Pointer)

//go:linkname pullYield runtime.pullYield
func pullYield(stack unsafe.Pointer)

// puller is a sequence whose values are pulled.
type puller struct {
	stack    unsafe.Pointer
	started  bool
	asked    bool // and has not answered
	running  bool
	done     bool // there are no more answers
	returned bool
	panicked any
}

// ask lets the sequence run until it answers or ends. Its panics become panics of the caller.
func (p *puller) ask() {
	if p.running {
		panic("iter.Pull: next called again before yield")
	}
	p.running = true
	p.started = true
	p.asked = true
	pullNext(p.stack)
	p.running = false
	if p.panicked != nil {
		panicked := p.panicked
		p.panicked = nil
		panic(panicked)
	}
}

// answer goes back to the caller; it reports whether there is another call.
func (p *puller) answer() bool {
	pullYield(p.stack)
	return !p.done
}

// mayAnswer reports whether somebody wants an answer.
func (p *puller) mayAnswer() bool {
	if p.done {
		return false
	}
	if !p.asked {
		panic("iter.Pull: yield called again before next")
	}
	p.asked = false
	return true
}

// finish is called when the sequence ends, however it does.
func (p *puller) finish() {
	p.done = true
	p.running = false
	if !p.returned {
		p.panicked = recover()
	}
}

// stop ends the sequence: what it waits for is answered by false.
func (p *puller) stop() {
	if p.done {
		return
	}
	p.done = true
	if p.started {
		p.ask()
	} else {
		dropPull(p.stack)
	}
}

// Pull turns a sequence of calls into one of calls of next: next returns the next value, stop ends the sequence. The sequence
// runs only during these calls. A panic of seq comes out of next or stop.
func Pull[V any](seq Seq[V]) (next func() (V, bool), stop func()) {
	p := new(puller)
	var value V
	answered := false
	p.stack = newPull(func() {
		defer p.finish()
		seq(func(v V) bool {
			if !p.mayAnswer() {
				return false
			}
			value, answered = v, true
			return p.answer()
		})
		p.returned = true
	})
	next = func() (v V, ok bool) {
		if p.done {
			return v, false
		}
		answered = false
		p.ask()
		if !answered {
			return v, false
		}
		v, value = value, v
		return v, true
	}
	return next, p.stop
}

// Pull2 is Pull for pairs.
func Pull2[K, V any](seq Seq2[K, V]) (next func() (K, V, bool), stop func()) {
	p := new(puller)
	var key K
	var value V
	answered := false
	p.stack = newPull(func() {
		defer p.finish()
		seq(func(k K, v V) bool {
			if !p.mayAnswer() {
				return false
			}
			key, value, answered = k, v, true
			return p.answer()
		})
		p.returned = true
	})
	next = func() (k K, v V, ok bool) {
		if p.done {
			return k, v, false
		}
		answered = false
		p.ask()
		if !answered {
			return k, v, false
		}
		k, key = key, k
		v, value = value, v
		return k, v, true
	}
	return next, p.stop
}
