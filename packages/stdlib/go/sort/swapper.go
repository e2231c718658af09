package sort

import "internal/reflectlite"

// funcs sorts a slice of any type by its length, an order and a function that swaps elements.
type funcs struct {
	length int
	less   func(i, j int) bool
	swap   func(i, j int)
}

func (f *funcs) Len() int           { return f.length }
func (f *funcs) Less(i, j int) bool { return f.less(i, j) }
func (f *funcs) Swap(i, j int)      { f.swap(i, j) }

func ofSlice(x any, less func(i, j int) bool) *funcs {
	swap := reflectlite.Swapper(x) // panics if x is not a slice
	return &funcs{reflectlite.ValueOf(x).Len(), less, swap}
}

// Slice sorts the slice x by the order less of its indices; equal elements may change places. It panics if x is not a slice.
func Slice(x any, less func(i, j int) bool) { Sort(ofSlice(x, less)) }

// SliceStable is Slice that keeps equal elements in their order.
func SliceStable(x any, less func(i, j int) bool) { Stable(ofSlice(x, less)) }

// SliceIsSorted reports whether the slice x is in the order less.
func SliceIsSorted(x any, less func(i, j int) bool) bool {
	return inOrder(&funcs{reflectlite.ValueOf(x).Len(), less, nil}, 0, reflectlite.ValueOf(x).Len())
}
