package log

import "runtime"

// callerAt gives file and line of a caller.
func callerAt(depth int) (file string, line int) {
	_, file, line, ok := runtime.Caller(depth)
	if !ok {
		return "???", 0
	}
	return file, line
}
