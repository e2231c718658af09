// Package testlog is what package os tells tests of.
package testlog

// Interface is for programs that want to know which files and variables are read; nobody is told here.
type Interface interface {
	Getenv(key string)
	Stat(file string)
	Open(file string)
	Chdir(dir string)
}

// SetLogger does nothing.
func SetLogger(impl Interface) {}

// Logger returns nil.
func Logger() Interface { return nil }

// Getenv, Open and Stat do nothing.
func Getenv(name string) {}
func Open(name string)   {}
func Stat(name string)   {}

var panicOnExit0 bool

// PanicOnExit0 reports whether os.Exit(0) is to panic: a test that ends the program has not succeeded.
func PanicOnExit0() bool { return panicOnExit0 }

// SetPanicOnExit0 says that.
func SetPanicOnExit0(v bool) { panicOnExit0 = v }
