package runtime

import "unsafe"

// deadlock ends a program whose goroutines all wait for each other.
func deadlock() {
	if oldest == nil {
		printString("fatal error: no goroutines (main called runtime.Goexit) - deadlock!\n")
	} else {
		printString("fatal error: all goroutines are asleep - deadlock!\n")
	}
	for gp := oldest; gp != nil; gp = gp.newer {
		printString("\ngoroutine ")
		printUint(gp.id)
		printString(" [")
		printString(reasonTexts[gp.reason%16])
		if gp.locks != 0 {
			printString(", locked to thread")
		}
		printString("]:\n")
		askFrames(hostTraceWaiting, unsafe.Pointer(gp.coroutine.innermost), gp.panics, nil, 0)
		gp.printCreator()
	}
	exit(2)
}

// printCreator prints the go statement that made the goroutine.
func (gp *g) printCreator() {
	if gp.site == nil {
		return
	}
	printString("created by ")
	printString(gp.site.function)
	printString(" in goroutine ")
	printUint(gp.parent)
	printString("\n\t")
	printString(gp.site.line)
	printString("\n")
}

// fatal ends the program because of a mistake that no program can recover from.
func fatal(reason string) {
	printString("fatal error: ")
	printString(reason)
	printString("\n")
	printRunning()
	exit(2)
}

// printRunningGoroutine is printRunning of programs with goroutines.
func printRunningGoroutine() {
	printString("\ngoroutine ")
	printUint(machine.current.id)
	printString(" [running]:\n")
	printTrace()
	machine.current.printCreator()
}

// printRunningAlone is printRunning of other programs.
func printRunningAlone() {
	printString("\ngoroutine 1 [running]:\n")
	printTrace()
}

// printRunning prints the goroutine that runs, with its frames.
//
//goes:linkif runtime.(*p).run printRunningGoroutine printRunningAlone
func printRunning()
