package log

import "log/internal"

func init() {
	internal.DefaultOutput = func(pc uintptr, data []byte) error {
		return std.write(4, func(line []byte) []byte { return append(line, data...) })
	}
}
