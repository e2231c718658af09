package log

import "log/internal"

func init() {
	internal.DefaultOutput = func(pc uintptr, data []byte) error {
		return std.writeFrom(pc, 4, func(line []byte) []byte { return append(line, data...) })
	}
}
