package log

import "runtime"

// callerAt returns file and line of a caller; 1 is the caller of callerAt. What cannot be told is "???" and 0.
func callerAt(depth int) (file string, line int) {
	_, file, line, ok := runtime.Caller(depth)
	if !ok {
		return "???", 0
	}
	return file, line
}

// placeOf returns file and line of a program counter, as runtime.Callers returns it.
func placeOf(pc uintptr) (file string, line int) {
	if pc == 0 {
		return "???", 0
	}
	frame, _ := runtime.CallersFrames([]uintptr{pc}).Next()
	return frame.File, frame.Line
}
