package runtime

// States of a range over a function, as the builder keeps them.
const (
	rangeReady = iota
	rangeRunning
	rangeDone
	rangeExhausted
)

// panicRangeSwallowed ends a program whose iterator function has recovered a panic of the loop body.
func panicRangeSwallowed() {
	panicValue(errorString("range function recovered a loop body panic and did not resume panicking"))
}

// panicRangeState ends a program whose iterator function calls the loop body when it must not.
func panicRangeState(state int32) {
	switch state {
	case rangeRunning:
		panicValue(errorString("range function continued iteration after loop body panic"))
	case rangeDone:
		panicValue(errorString("range function continued iteration after function for loop body returned false"))
	case rangeExhausted:
		panicValue(errorString("range function continued iteration after whole loop exit"))
	}
}
