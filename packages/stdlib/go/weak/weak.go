// Package weak has pointers that do not keep what they point at alive. Nothing is ever freed yet, so they stay valid.
package weak

import "unsafe"

// A Pointer is a weak pointer. Two are equal if the pointers that they were made from are.
type Pointer[T any] struct {
	_ [0]*T
	p unsafe.Pointer
}

// Make returns a weak pointer to what p points at.
func Make[T any](p *T) Pointer[T] { return Pointer[T]{p: unsafe.Pointer(p)} }

// Value returns the pointer; nil if its object has been freed.
func (p Pointer[T]) Value() *T { return (*T)(p.p) }
