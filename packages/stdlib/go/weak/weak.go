// Package weak has pointers that do not keep what they point at alive.
package weak

import "unsafe"

// A Pointer is a weak pointer. Two are equal if the pointers that they were made from are, even if the object is gone.
type Pointer[T any] struct {
	_ [0]*T
	p unsafe.Pointer // of the runtime, one for each address
}

//go:linkname weakHandleOf runtime.weakHandleOf
func weakHandleOf(p unsafe.Pointer) unsafe.Pointer

//go:linkname weakValue runtime.weakValue
func weakValue(p unsafe.Pointer) unsafe.Pointer

// Make returns a weak pointer to what p points at.
func Make[T any](p *T) Pointer[T] { return Pointer[T]{p: weakHandleOf(unsafe.Pointer(p))} }

// Value returns the pointer; nil if its object has been found unreachable.
func (p Pointer[T]) Value() *T { return (*T)(weakValue(p.p)) }
