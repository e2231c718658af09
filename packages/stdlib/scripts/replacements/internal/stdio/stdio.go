// Package stdio gives fmt the standard streams of package os.
package stdio

import (
	"io"
	"os"
)

// Stdout and Stdin are the streams.
var (
	Stdout io.Writer = current{}
	Stdin  io.Reader = current{}
)

type current struct{}

func (current) Write(b []byte) (int, error) { return os.Stdout.Write(b) }

func (current) Read(b []byte) (int, error) { return os.Stdin.Read(b) }
