package log

import (
	"fmt"
	"io"
	"os"
)

// SetOutput sets where the standard logger writes to.
func SetOutput(w io.Writer) { std.SetOutput(w) }

// Writer returns where the standard logger writes to.
func Writer() io.Writer { return std.Writer() }

// Flags returns the flags of the standard logger.
func Flags() int { return std.Flags() }

// SetFlags sets the flags of the standard logger.
func SetFlags(flag int) { std.SetFlags(flag) }

// Prefix returns the prefix of lines of the standard logger.
func Prefix() string { return std.Prefix() }

// SetPrefix sets the prefix of lines of the standard logger.
func SetPrefix(prefix string) { std.SetPrefix(prefix) }

// Output writes a line with the text s to the standard logger.
func Output(calldepth int, s string) error { return std.Output(calldepth+1, s) }

// Print writes a line to the standard logger as fmt.Print would.
func Print(v ...any) { std.print(2, v) }

// Printf writes a line to the standard logger as fmt.Printf would.
func Printf(format string, v ...any) { std.printf(2, format, v) }

// Println writes a line to the standard logger as fmt.Println would.
func Println(v ...any) { std.println(2, v) }

// Fatal is Print and the end of the program with exit code 1.
func Fatal(v ...any) {
	std.print(2, v)
	os.Exit(1)
}

// Fatalf is Printf and the end of the program with exit code 1.
func Fatalf(format string, v ...any) {
	std.printf(2, format, v)
	os.Exit(1)
}

// Fatalln is Println and the end of the program with exit code 1.
func Fatalln(v ...any) {
	std.println(2, v)
	os.Exit(1)
}

// Panic is Print and a panic with the text.
func Panic(v ...any) {
	s := fmt.Sprint(v...)
	std.Output(2, s)
	panic(s)
}

// Panicf is Printf and a panic with the text.
func Panicf(format string, v ...any) {
	s := fmt.Sprintf(format, v...)
	std.Output(2, s)
	panic(s)
}

// Panicln is Println and a panic with the text.
func Panicln(v ...any) {
	s := fmt.Sprintln(v...)
	std.Output(2, s)
	panic(s)
}
