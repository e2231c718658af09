package runtime

// What iter.Pull rests on: a stack of its own for a sequence, which runs on top of the goroutine that calls it.

// pull is such a stack.
type pull struct {
	coroutine coroutine
	entry     func() // nil once it has started
	defers    *deferRecord
	panics    *panicRecord
	outer     *pull // the sequence that calls this one
	yielded   bool
	exited    bool // Goexit was called
}

// pullCount is how many sequences have begun or may begin and have not ended. They count as goroutines.
var pullCount int

// newPull returns a stack for entry.
func newPull(entry func()) *pull {
	pullCount++
	return &pull{entry: entry}
}

// dropPull is called instead of pullNext if the sequence is not to begin.
func dropPull(c *pull) {
	pullCount--
	c.entry = nil
}

// pullNext runs the sequence until it yields or ends.
func pullNext(c *pull) {
	c.enter()
	c.yielded = false
	for !c.run() {
		// The sequence waits for something: so does the goroutine that calls.
		c.leave()
		suspend()
		c.enter()
	}
	c.leave()
	pullLeft(c)
}

// run runs the sequence and reports whether it has yielded or ended.
func (c *pull) run() bool {
	callers := callersOfResumed
	finished := false
	if entry := c.entry; entry != nil {
		c.entry = nil
		finished = c.coroutine.start(entry)
	} else {
		finished = c.coroutine.resume()
	}
	callersOfResumed = callers
	if finished || c.exited {
		pullCount--
	}
	return finished || c.yielded || c.exited
}

// enter makes the deferred calls and panics of the sequence those that are current.
func (c *pull) enter() {
	c.defers, defers = defers, c.defers
	c.panics, panics = panics, c.panics
	pullEntered(c)
}

func (c *pull) leave() {
	c.defers, defers = defers, c.defers
	c.panics, panics = panics, c.panics
}

// pullYield goes back to the caller.
func pullYield(c *pull) {
	c.yielded = true
	suspend()
}

// pullEntered and pullLeft let Goexit know which sequence it is called in.
//
//goes:linkif runtime.Goexit notePullEntered notePull
func pullEntered(c *pull)

//goes:linkif runtime.Goexit notePullLeft notePull
func pullLeft(c *pull)

func notePull(c *pull) {}

func notePullEntered(c *pull) {
	gp := machine.current
	if gp.pull != c {
		c.outer = gp.pull
		gp.pull = c
	}
}

// notePullLeft ends the calling goroutine if the sequence called Goexit.
func notePullLeft(c *pull) {
	machine.current.pull = c.outer
	if c.exited {
		c.coroutine.drop()
		Goexit()
	}
}
