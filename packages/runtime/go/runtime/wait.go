package runtime

import "unsafe"

// How the program waits when no goroutine can run: by poll_oneoff of WASI, or by returning to the host that drives it
// by step.

//go:wasmimport wasi_snapshot_preview1 poll_oneoff
func wasiPollOneoff(subscriptions, events unsafe.Pointer, count uint32, ready unsafe.Pointer) uint32

// subscription is a subscription of WASI to a clock.
type subscription struct {
	userdata  uint64
	tag       uint64
	clock     uint64
	timeout   uint64
	precision uint64
	flags     uint64
}

var (
	pauseSubscription subscription
	pauseEvent        [4]uint64
	pauseReady        uint32
)

// pause waits for so many nanoseconds.
func pause(nanoseconds int64) {
	pauseSubscription.clock = 1
	pauseSubscription.timeout = uint64(nanoseconds)
	wasiPollOneoff(unsafe.Pointer(&pauseSubscription), unsafe.Pointer(&pauseEvent), 1, unsafe.Pointer(&pauseReady))
}

var (
	hosted       bool // the host calls step
	inputWaiters goroutineQueue
)

// step runs the program, from its start or from where it waits, until it waits again; then it returns the nanoseconds
// after which it is to be called again, -1 if nothing but input can go on, and whether it waits for input. ready
// says that there is input. The end of the program is an exit.
//
//go:wasmexport goes_step
func step(ready_ bool) (wait int64, input bool) {
	if !hosted {
		hosted = true
		begin()
	}
	if ready_ {
		for wakeFrom(&inputWaiters) {
		}
	}
	// What is due very soon need not bother the host, but it is to have its turn.
	for range stepTimers {
		checkTimers()
		if machine.p.run(stepSwitches) {
			return 0, inputWaiters.first != nil
		}
		wait = untilTimer()
		if wait > soon || wait == forever {
			break
		}
	}
	if collectIdle() {
		return 0, inputWaiters.first != nil
	}
	if wait == forever && inputWaiters.first == nil {
		deadlock()
	}
	return wait, inputWaiters.first != nil
}

const (
	soon       = 2000 // nanoseconds
	stepTimers = 256
)

// awaitInput waits until reading from standard input does not block, if the host can say when. Programs without other
// goroutines just block.
//
//goes:linkif runtime.newGoroutine waitInput blockForInput
func awaitInput()

func waitInput() {
	if hosted {
		sleepIn(&inputWaiters, waitInputReason)
	}
}

func blockForInput() {}
