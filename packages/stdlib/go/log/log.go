// Package log writes lines with a time before them.
package log

import (
	"fmt"
	"io"
	"os"
	"sync"
	"time"
)

// Flags say what comes before the text of a line.
const (
	Ldate         = 1 << iota     // 2009/01/23
	Ltime                         // 01:23:23
	Lmicroseconds                 // 01:23:23.123123
	Llongfile                     // /a/b/c/d.go:23
	Lshortfile                    // d.go:23
	LUTC                          // date and time in UTC
	Lmsgprefix                    // the prefix before the text instead of at the beginning
	LstdFlags     = Ldate | Ltime // of the standard logger
)

// Logger writes lines to a writer, each by one call of Write. Goroutines may share it.
type Logger struct {
	mutex  sync.Mutex
	out    io.Writer
	prefix string
	flags  int
	line   []byte
}

// New returns a logger that writes to out.
func New(out io.Writer, prefix string, flag int) *Logger {
	return &Logger{out: out, prefix: prefix, flags: flag}
}

var std = New(os.Stderr, "", LstdFlags)

// Default returns the logger that the functions of the package use.
func Default() *Logger { return std }

// SetOutput sets where the logger writes to.
func (l *Logger) SetOutput(w io.Writer) {
	l.mutex.Lock()
	l.out = w
	l.mutex.Unlock()
}

// Writer returns where the logger writes to.
func (l *Logger) Writer() io.Writer {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	return l.out
}

// Flags returns the flags of the logger.
func (l *Logger) Flags() int {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	return l.flags
}

// SetFlags sets the flags of the logger.
func (l *Logger) SetFlags(flag int) {
	l.mutex.Lock()
	l.flags = flag
	l.mutex.Unlock()
}

// Prefix returns the prefix of lines.
func (l *Logger) Prefix() string {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	return l.prefix
}

// SetPrefix sets the prefix of lines.
func (l *Logger) SetPrefix(prefix string) {
	l.mutex.Lock()
	l.prefix = prefix
	l.mutex.Unlock()
}

// Output writes a line with the text s. calldepth says which caller Llongfile and Lshortfile name: 1 is that of Output.
func (l *Logger) Output(calldepth int, s string) error {
	return l.write(calldepth+1, func(line []byte) []byte { return append(line, s...) })
}

// write writes a line whose text is what appendText appends; depth 1 is the caller of write.
func (l *Logger) write(depth int, appendText func(line []byte) []byte) error {
	return l.writeFrom(0, depth+1, appendText)
}

// writeFrom is write for a line from a program counter; 0: from a caller, 1 being that of writeFrom.
func (l *Logger) writeFrom(pc uintptr, depth int, appendText func(line []byte) []byte) error {
	now := time.Now()
	l.mutex.Lock()
	defer l.mutex.Unlock()
	if l.out == io.Discard {
		return nil
	}
	file, number := "", 0
	if l.flags&(Lshortfile|Llongfile) != 0 {
		file, number = placeOf(pc)
		if pc == 0 {
			file, number = callerAt(depth + 1)
		}
	}
	line := l.appendHeader(l.line[:0], now, file, number)
	line = appendText(line)
	if len(line) == 0 || line[len(line)-1] != '\n' {
		line = append(line, '\n')
	}
	l.line = line
	_, err := l.out.Write(line)
	return err
}

func (l *Logger) appendHeader(line []byte, now time.Time, file string, number int) []byte {
	if l.flags&Lmsgprefix == 0 {
		line = append(line, l.prefix...)
	}
	if l.flags&LUTC != 0 {
		now = now.UTC()
	}
	if l.flags&Ldate != 0 {
		line = now.AppendFormat(line, "2006/01/02 ")
	}
	switch {
	case l.flags&Lmicroseconds != 0:
		line = now.AppendFormat(line, "15:04:05.000000 ")
	case l.flags&Ltime != 0:
		line = now.AppendFormat(line, "15:04:05 ")
	}
	if l.flags&(Lshortfile|Llongfile) != 0 {
		if l.flags&Lshortfile != 0 {
			for i := len(file) - 1; i >= 0; i-- {
				if file[i] == '/' {
					file = file[i+1:]
					break
				}
			}
		}
		line = fmt.Appendf(line, "%s:%d: ", file, number)
	}
	if l.flags&Lmsgprefix != 0 {
		line = append(line, l.prefix...)
	}
	return line
}

func (l *Logger) print(depth int, v []any) {
	l.write(depth+1, func(line []byte) []byte { return fmt.Append(line, v...) })
}

func (l *Logger) printf(depth int, format string, v []any) {
	l.write(depth+1, func(line []byte) []byte { return fmt.Appendf(line, format, v...) })
}

func (l *Logger) println(depth int, v []any) {
	l.write(depth+1, func(line []byte) []byte { return fmt.Appendln(line, v...) })
}

// Print writes a line as fmt.Print would.
func (l *Logger) Print(v ...any) { l.print(2, v) }

// Printf writes a line as fmt.Printf would.
func (l *Logger) Printf(format string, v ...any) { l.printf(2, format, v) }

// Println writes a line as fmt.Println would.
func (l *Logger) Println(v ...any) { l.println(2, v) }

// Fatal is Print and the end of the program with exit code 1.
func (l *Logger) Fatal(v ...any) {
	l.print(2, v)
	os.Exit(1)
}

// Fatalf is Printf and the end of the program with exit code 1.
func (l *Logger) Fatalf(format string, v ...any) {
	l.printf(2, format, v)
	os.Exit(1)
}

// Fatalln is Println and the end of the program with exit code 1.
func (l *Logger) Fatalln(v ...any) {
	l.println(2, v)
	os.Exit(1)
}

// Panic is Print and a panic with the text.
func (l *Logger) Panic(v ...any) {
	s := fmt.Sprint(v...)
	l.Output(2, s)
	panic(s)
}

// Panicf is Printf and a panic with the text.
func (l *Logger) Panicf(format string, v ...any) {
	s := fmt.Sprintf(format, v...)
	l.Output(2, s)
	panic(s)
}

// Panicln is Println and a panic with the text.
func (l *Logger) Panicln(v ...any) {
	s := fmt.Sprintln(v...)
	l.Output(2, s)
	panic(s)
}
