// Package unique makes equal values one: handles are equal exactly if the values are.
package unique

import "unsafe"

// Handle represents a value. Comparing handles is comparing pointers.
type Handle[T comparable] struct {
	value *T
}

// Value returns the value that the handle represents.
func (h Handle[T]) Value() T { return *h.value }

//go:linkname weakHandleOf runtime.weakHandleOf
func weakHandleOf(p unsafe.Pointer) unsafe.Pointer

//go:linkname weakValue runtime.weakValue
func weakValue(p unsafe.Pointer) unsafe.Pointer

//go:linkname weakIsGone runtime.weakIsGone
func weakIsGone(p unsafe.Pointer) bool

//go:linkname cyclesOfCollector runtime.cyclesOfCollector
func cyclesOfCollector() uint32

//goes:intrinsic hash
func hashOf[T comparable](value T, seed uint64) uint64

// entry is a value that has been seen. It does not keep it: a value for which no handle is left is forgotten.
type entry struct {
	typ  any            // a nil pointer of type *T
	weak unsafe.Pointer // to a T
	hash uint32
	next *entry
}

var (
	// A power of two of lists, by hash.
	table []*entry
	count int
	// The cycle of the collector after which entries whose values are gone were taken out.
	cleaned uint32
)

// Make returns the handle of a value.
func Make[T comparable](value T) Handle[T] {
	if unsafe.Sizeof(value) == 0 {
		// All objects without size are at one place, which is not in the heap.
		return Handle[T]{new(T)}
	}
	typ := any((*T)(nil))
	hash := uint32(hashOf(value, 0))
	if cycle := cyclesOfCollector(); cycle != cleaned || count >= len(table) {
		cleaned = cycle
		rebuild()
	}
	list := &table[hash%uint32(len(table))]
	for e := *list; e != nil; e = e.next {
		if e.hash == hash && e.typ == typ {
			if object := (*T)(weakValue(e.weak)); object != nil && *object == value {
				return Handle[T]{object}
			}
		}
	}
	object := new(T)
	*object = value
	count++
	*list = &entry{typ, weakHandleOf(unsafe.Pointer(object)), hash, *list}
	return Handle[T]{object}
}

// rebuild makes a table of the entries whose values are there, with room for as many again.
func rebuild() {
	count = 0
	for _, e := range table {
		for ; e != nil; e = e.next {
			if !weakIsGone(e.weak) {
				count++
			}
		}
	}
	size := 64
	for size < 2*count {
		size *= 2
	}
	old := table
	table = make([]*entry, size)
	for _, e := range old {
		for e != nil {
			next := e.next
			if !weakIsGone(e.weak) {
				list := &table[e.hash%uint32(size)]
				e.next = *list
				*list = e
			}
			e = next
		}
	}
}
