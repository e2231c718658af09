package debug

import (
	"os"
	"runtime"
)

// PrintStack prints the trace of the goroutine that runs to standard error.
//
//go:noinline
func PrintStack() { os.Stderr.Write(Stack()) }

// Stack returns the trace of the goroutine that runs.
//
//go:noinline
func Stack() []byte {
	for size := 1024; ; size *= 2 {
		buf := make([]byte, size)
		if n := runtime.Stack(buf, false); n < size {
			return buf[:n]
		}
	}
}
