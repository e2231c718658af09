// Package unique makes equal values one: handles are equal exactly if the values are.
package unique

// Handle stands for a value. Comparing handles is comparing pointers.
type Handle[T comparable] struct {
	value *T
}

// Value gives the value that the handle stands for.
func (h Handle[T]) Value() T { return *h.value }

// key tells values of different types apart, interfaces included.
type key struct {
	typ   any
	value any
}

// handles has a pointer of type *T for each value that has been seen.
var handles = map[key]any{}

// Make gives the handle of a value.
func Make[T comparable](value T) Handle[T] {
	k := key{(*T)(nil), value}
	if known, ok := handles[k]; ok {
		return Handle[T]{known.(*T)}
	}
	object := new(T)
	*object = value
	handles[k] = object
	return Handle[T]{object}
}
