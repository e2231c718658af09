package runtime

// Programs that are compiled to test suspension call suspendHere wherever they can: the goroutine is suspended, and
// continues before any other runs.

// So many suspensions are made in any case, and then one of so many.
const (
	firstSuspensions  = 20_000
	seldomSuspensions = 61
)

var (
	suspensionsAsked uint32
	suspendedHere    bool
)

//go:noinline
func suspendHere() {
	suspensionsAsked++
	if suspensionsAsked > firstSuspensions && suspensionsAsked%seldomSuspensions != 0 {
		return
	}
	suspendedHere = true
	suspend()
}

// continuesAtOnce reports whether the goroutine that was suspended last is to go on before others run.
//
//goes:linkif runtime.suspendHere wasSuspendedHere neverSuspendedHere
func continuesAtOnce() bool

func wasSuspendedHere() bool {
	was := suspendedHere
	suspendedHere = false
	return was
}

func neverSuspendedHere() bool { return false }
