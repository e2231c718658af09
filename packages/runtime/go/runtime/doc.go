// Package runtime is what every program carries with it: memory, strings, slices, maps, interfaces, panics and
// printing. It is compiled by goes like any other package, and only what a program reaches is linked into it.
// ABI.md beside this folder says how the compiler and this package meet.
package runtime
