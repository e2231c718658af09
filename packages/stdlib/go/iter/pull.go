package iter

// Pull turns a sequence of calls into one of questions: next gives the next value, stop ends the sequence, which runs
// as a goroutine that is waited for and so never at the same time as the caller. A panic of seq comes out of next or stop.
func Pull[V any](seq Seq[V]) (next func() (V, bool), stop func()) {
	next2, stop := Pull2(func(yield func(V, struct{}) bool) {
		seq(func(v V) bool { return yield(v, struct{}{}) })
	})
	return func() (V, bool) {
		v, _, ok := next2()
		return v, ok
	}, stop
}

type answer[K, V any] struct {
	key   K
	value V
	more  bool
	panic any
}

// Pull2 is Pull for pairs.
func Pull2[K, V any](seq Seq2[K, V]) (next func() (K, V, bool), stop func()) {
	questions := make(chan bool) // false: stop
	answers := make(chan answer[K, V])
	done, busy := false, false
	run := func() {
		var last answer[K, V]
		defer func() { answers <- last }()
		if !<-questions {
			return
		}
		defer func() {
			if last.panic != nil {
				last.panic = recover()
			}
		}()
		last.panic = true // unless seq returns
		seq(func(k K, v V) bool {
			if !busy {
				panic("iter.Pull: yield called again before next")
			}
			answers <- answer[K, V]{k, v, true, nil}
			return <-questions
		})
		last.panic = nil
	}
	ask := func(more bool) (K, V, bool) {
		if busy { // seq itself asks
			panic("iter.Pull: next called again before yield")
		}
		busy = true
		questions <- more
		a := <-answers
		busy = false
		done = done || !a.more
		if a.panic != nil {
			panic(a.panic)
		}
		return a.key, a.value, a.more
	}
	next = func() (k K, v V, ok bool) {
		if done {
			return k, v, false
		}
		return ask(true)
	}
	stop = func() {
		if done {
			return
		}
		ask(false)
		done = true
	}
	go run()
	return next, stop
}
