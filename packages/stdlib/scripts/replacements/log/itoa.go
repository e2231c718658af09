package log

import "fmt"

// itoa is what Go's benchmarks of the line header call.
func itoa(buf *[]byte, i int, width int) { *buf = fmt.Appendf(*buf, "%0*d", max(width, 0), i) }
