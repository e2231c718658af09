package sync

// A Once calls a function once.
type Once struct {
	done  bool
	mutex Mutex
}

// Do calls f unless Do has been called before; it comes back when f has returned, whoever called it.
func (o *Once) Do(f func()) {
	if !o.done {
		o.first(f)
	}
}

func (o *Once) first(f func()) {
	o.mutex.Lock()
	defer o.mutex.Unlock()
	if !o.done {
		defer o.finish()
		f()
	}
}

func (o *Once) finish() { o.done = true }

// onceCall is a call that happens once; if it panics, so does every caller.
type onceCall struct {
	once     Once
	returned bool
	panicked any
}

func (c *onceCall) do(f func()) {
	c.once.Do(func() {
		defer func() {
			if !c.returned {
				c.panicked = recover()
				panic(c.panicked)
			}
		}()
		f()
		c.returned = true
	})
	if !c.returned {
		panic(c.panicked)
	}
}

// OnceFunc returns a function that calls f the first time it is called. If f panics, it panics with that value always.
func OnceFunc(f func()) func() {
	c := new(onceCall)
	return func() {
		c.do(func() {
			g := f
			f = nil
			g()
		})
	}
}

// OnceValue returns a function that calls f the first time it is called, and returns its result always.
func OnceValue[T any](f func() T) func() T {
	c := new(onceCall)
	var result T
	return func() T {
		c.do(func() {
			g := f
			f = nil
			result = g()
		})
		return result
	}
}

// OnceValues is OnceValue for functions with two results.
func OnceValues[T1, T2 any](f func() (T1, T2)) func() (T1, T2) {
	c := new(onceCall)
	var first T1
	var second T2
	return func() (T1, T2) {
		c.do(func() {
			g := f
			f = nil
			first, second = g()
		})
		return first, second
	}
}
