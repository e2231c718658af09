package runtime

import "unsafe"

// Deferred calls that can suspend. The frames between a panic and the function that deferred such a call do not
// survive its waiting, and nothing will continue them. So the stack is unwound to that function first, and its landing
// block runs the calls, from where they suspend like any other.

func deferCallWaiting(function func(), frame unsafe.Pointer) {
	defers = &deferRecord{function: function, frame: frame, link: defers, waits: true}
}

// panicWaiting unwinds to the frame of d, which goes on with the panic.
func panicWaiting(p *panicRecord, d *deferRecord) {
	if p.frames == nil {
		p.frames = keepFrames()
	}
	p.landing = d.frame
	unwindTarget = d.frame
	setUnwinding(unwindPanic)
}

// keptFrames returns the address of the calls that the innermost one of deferPanicking took the place of; 0: there are none.
func keptFrames(p *panicRecord) uint32 {
	for ; p != nil; p = p.link {
		if p.frames != nil {
			return uint32(uintptr(unsafe.Pointer(unsafe.SliceData(p.frames))))
		}
	}
	return 0
}

// deferReturnWaiting runs the deferred calls of a frame that returns, or to which a panic has been unwound.
//
//goes:suspends always
func deferReturnWaiting(frame unsafe.Pointer) {
	if p := panics; p != nil && !p.recovered && p.landing == frame {
		deferPanicking(p, frame)
		if unwinding() != 0 {
			return
		}
	}
	for defers != nil && defers.frame == frame {
		d := defers
		defers = d.link
		if passToken(d.function, nil) {
			d.function()
		}
		if unwinding() != 0 {
			return
		}
	}
}

// deferPanicking runs the deferred calls of a frame to which a panic has been unwound, until one recovers it. In
// traces it is in the place of the calls that the panic has left.
//
//go:noinline
//goes:suspends always
func deferPanicking(p *panicRecord, frame unsafe.Pointer) {
	for defers != nil && defers.frame == frame {
		d := defers
		defers = d.link
		abortBefore(p, d)
		p.rest = d.link
		if passToken(d.function, unsafe.Pointer(p)) {
			d.function()
		}
		if unwinding() != 0 {
			return
		}
		if p.recovered {
			dropPanic(p)
			return
		}
	}
	p.landing = nil
	continuePanic(p)
}

// abortBefore is called before the deferred call d runs for the panic p. Earlier panics whose frame was running the
// call before d, in which p began, have been left.
func abortBefore(p *panicRecord, d *deferRecord) {
	for q := p.link; q != nil && q.landing != nil && q.rest == d; q = q.link {
		q.aborted = true
	}
}
