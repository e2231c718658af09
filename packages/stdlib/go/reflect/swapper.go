package reflect

import "unsafe"

// Swapper returns a function that swaps two elements of a slice.
func Swapper(slice any) func(i, j int) {
	v := ValueOf(slice)
	if v.Kind() != Slice {
		panic(&ValueError{Method: "Swapper", Kind: v.Kind()})
	}
	h := v.header()
	element := v.typ.d().elem
	size, n := int(element.d().size), uint(h.length)
	spare := allocateCopy(element)
	return func(i, j int) {
		if uint(i) >= n || uint(j) >= n {
			panic("reflect: slice index out of range")
		}
		p, q := unsafe.Add(h.data, i*size), unsafe.Add(h.data, j*size)
		copyMemory(spare, p, uint32(size))
		copyMemory(p, q, uint32(size))
		copyMemory(q, spare, uint32(size))
	}
}
