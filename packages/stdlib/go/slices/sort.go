package slices

import (
	"cmp"
	"math/bits"
)

// Sort sorts in ascending order, NaN first; equal elements may change places.
func Sort[S ~[]E, E cmp.Ordered](x S) {
	// No function value for the order here: < is worth its own copy of the algorithm.
	sortOrdered(x, 2*bits.Len(uint(len(x))))
}

// sortOrdered is quicksort, heapsort after depth bad partitions (Musser 1997), insertion sort for few elements.
func sortOrdered[E cmp.Ordered](x []E, depth int) {
	for len(x) > 12 {
		if depth == 0 {
			heapsortOrdered(x)
			return
		}
		depth--
		p := pivotOrdered(x)
		lo, hi, swaps := partitionOrdered(x, p)
		if swaps == 0 && IsSorted(x) {
			return
		}
		if lo < len(x)-hi {
			sortOrdered(x[:lo], depth)
			x = x[hi:]
		} else {
			sortOrdered(x[hi:], depth)
			x = x[:lo]
		}
	}
	for i := 1; i < len(x); i++ {
		v, j := x[i], i
		for ; j > 0 && cmp.Less(v, x[j-1]); j-- {
			x[j] = x[j-1]
		}
		x[j] = v
	}
}

// pivotOrdered returns a likely middle value: the median of three, or of three medians of three.
func pivotOrdered[E cmp.Ordered](x []E) E {
	n := len(x)
	if n < 50 {
		return medianOrdered(x[0], x[n/2], x[n-1])
	}
	e := n / 8
	return medianOrdered(medianOrdered(x[0], x[e], x[2*e]), medianOrdered(x[n/2-e], x[n/2], x[n/2+e]),
		medianOrdered(x[n-1-2*e], x[n-1-e], x[n-1]))
}

func medianOrdered[E cmp.Ordered](a, b, c E) E {
	if cmp.Less(b, a) {
		a, b = b, a
	}
	if cmp.Less(c, b) {
		b = c
		if cmp.Less(b, a) {
			b = a
		}
	}
	return b
}

// partitionOrdered moves what is not greater than p before lo and what is not less from hi on.
func partitionOrdered[E cmp.Ordered](x []E, p E) (lo, hi, swaps int) {
	i, j := 0, len(x)-1
	for {
		for cmp.Less(x[i], p) {
			i++
		}
		for cmp.Less(p, x[j]) {
			j--
		}
		if i >= j {
			break
		}
		if cmp.Less(x[j], x[i]) {
			swaps++
		}
		x[i], x[j] = x[j], x[i]
		i++
		j--
	}
	if i == j { // x[i] equals p
		return i, i + 1, swaps
	}
	return i, i, swaps
}

func heapsortOrdered[E cmp.Ordered](x []E) {
	for i := len(x)/2 - 1; i >= 0; i-- {
		siftOrdered(x, i)
	}
	for n := len(x) - 1; n > 0; n-- {
		x[0], x[n] = x[n], x[0]
		siftOrdered(x[:n], 0)
	}
}

func siftOrdered[E cmp.Ordered](x []E, i int) {
	for {
		child := 2*i + 1
		if child >= len(x) {
			return
		}
		if child+1 < len(x) && cmp.Less(x[child], x[child+1]) {
			child++
		}
		if !cmp.Less(x[i], x[child]) {
			return
		}
		x[i], x[child] = x[child], x[i]
		i = child
	}
}

// SortFunc sorts in the order of cmp, a strict weak one; equal elements may change places.
func SortFunc[S ~[]E, E any](x S, cmp func(a, b E) int) {
	sortFunc(x, 2*bits.Len(uint(len(x))), cmp)
}

// sortFunc is sortOrdered with a function for the order; it checks its bounds, as the order may be inconsistent.
func sortFunc[E any](x []E, depth int, cmp func(a, b E) int) {
	for len(x) > 12 {
		if depth == 0 {
			heapsortFunc(x, cmp)
			return
		}
		depth--
		n := len(x)
		e := n / 8
		p := medianFunc(x[e], x[n/2], x[n-1-e], cmp)
		if n >= 50 {
			p = medianFunc(medianFunc(x[0], x[e], x[2*e], cmp), medianFunc(x[n/2-e], x[n/2], x[n/2+e], cmp),
				medianFunc(x[n-1-2*e], x[n-1-e], x[n-1], cmp), cmp)
		}
		i, j, swaps := 0, n-1, 0
		for {
			for i < n && cmp(x[i], p) < 0 {
				i++
			}
			for j >= 0 && cmp(p, x[j]) < 0 {
				j--
			}
			if i >= j {
				break
			}
			if swaps == 0 && cmp(x[j], x[i]) < 0 {
				swaps++
			}
			x[i], x[j] = x[j], x[i]
			i++
			j--
		}
		if swaps == 0 && IsSortedFunc(x, cmp) {
			return
		}
		i = min(i, n-1)
		if i < n-i {
			sortFunc(x[:i], depth, cmp)
			x = x[i:]
		} else {
			sortFunc(x[i:], depth, cmp)
			x = x[:i]
		}
	}
	insertionFunc(x, cmp)
}

func medianFunc[E any](a, b, c E, cmp func(a, b E) int) E {
	if cmp(b, a) < 0 {
		a, b = b, a
	}
	if cmp(c, b) < 0 {
		b = c
		if cmp(b, a) < 0 {
			b = a
		}
	}
	return b
}

func insertionFunc[E any](x []E, cmp func(a, b E) int) {
	for i := 1; i < len(x); i++ {
		v, j := x[i], i
		for ; j > 0 && cmp(v, x[j-1]) < 0; j-- {
			x[j] = x[j-1]
		}
		x[j] = v
	}
}

func heapsortFunc[E any](x []E, cmp func(a, b E) int) {
	sift := func(x []E, i int) {
		for child := 2*i + 1; child < len(x); child = 2*i + 1 {
			if child+1 < len(x) && cmp(x[child], x[child+1]) < 0 {
				child++
			}
			if cmp(x[i], x[child]) >= 0 {
				return
			}
			x[i], x[child] = x[child], x[i]
			i = child
		}
	}
	for i := len(x)/2 - 1; i >= 0; i-- {
		sift(x, i)
	}
	for n := len(x) - 1; n > 0; n-- {
		x[0], x[n] = x[n], x[0]
		sift(x[:n], 0)
	}
}

// SortStableFunc sorts in the order of cmp and keeps equal elements in their order; it takes memory for half of them.
func SortStableFunc[S ~[]E, E any](x S, cmp func(a, b E) int) {
	if len(x) <= 12 {
		insertionFunc(x, cmp)
		return
	}
	mergeSort(x, make([]E, len(x)/2), cmp)
}

func mergeSort[E any](x, buffer []E, cmp func(a, b E) int) {
	if len(x) <= 12 {
		insertionFunc(x, cmp)
		return
	}
	m := len(x) / 2
	mergeSort(x[:m], buffer, cmp)
	mergeSort(x[m:], buffer, cmp)
	if cmp(x[m], x[m-1]) >= 0 {
		return
	}
	left := buffer[:copy(buffer, x[:m])]
	i, j, k := 0, m, 0
	for i < len(left) && j < len(x) {
		if cmp(x[j], left[i]) < 0 {
			x[k] = x[j]
			j++
		} else {
			x[k] = left[i]
			i++
		}
		k++
	}
	copy(x[k:], left[i:])
}

// IsSorted reports whether x is in ascending order, NaN first.
func IsSorted[S ~[]E, E cmp.Ordered](x S) bool {
	for i := 1; i < len(x); i++ {
		if cmp.Less(x[i], x[i-1]) {
			return false
		}
	}
	return true
}

// IsSortedFunc reports whether x is in the order of cmp.
func IsSortedFunc[S ~[]E, E any](x S, cmp func(a, b E) int) bool {
	for i := 1; i < len(x); i++ {
		if cmp(x[i], x[i-1]) < 0 {
			return false
		}
	}
	return true
}

// Min returns the least element, NaN if there is one; it panics if x is empty.
func Min[S ~[]E, E cmp.Ordered](x S) E {
	if len(x) == 0 {
		panic("slices.Min: empty list")
	}
	m := x[0]
	for _, v := range x[1:] {
		m = min(m, v)
	}
	return m
}

// MinFunc returns the first of the least elements in the order of cmp; it panics if x is empty.
func MinFunc[S ~[]E, E any](x S, cmp func(a, b E) int) E {
	if len(x) == 0 {
		panic("slices.MinFunc: empty list")
	}
	m := x[0]
	for _, v := range x[1:] {
		if cmp(v, m) < 0 {
			m = v
		}
	}
	return m
}

// Max returns the greatest element, NaN if there is one; it panics if x is empty.
func Max[S ~[]E, E cmp.Ordered](x S) E {
	if len(x) == 0 {
		panic("slices.Max: empty list")
	}
	m := x[0]
	for _, v := range x[1:] {
		m = max(m, v)
	}
	return m
}

// MaxFunc returns the first of the greatest elements in the order of cmp; it panics if x is empty.
func MaxFunc[S ~[]E, E any](x S, cmp func(a, b E) int) E {
	if len(x) == 0 {
		panic("slices.MaxFunc: empty list")
	}
	m := x[0]
	for _, v := range x[1:] {
		if cmp(v, m) > 0 {
			m = v
		}
	}
	return m
}

// BinarySearch returns the first position in the sorted x of an element that is not less than target, and whether it is equal.
func BinarySearch[S ~[]E, E cmp.Ordered](x S, target E) (int, bool) {
	lo, hi := 0, len(x)
	for lo < hi {
		middle := int(uint(lo+hi) >> 1)
		if cmp.Less(x[middle], target) {
			lo = middle + 1
		} else {
			hi = middle
		}
	}
	return lo, lo < len(x) && cmp.Compare(x[lo], target) == 0
}

// BinarySearchFunc is BinarySearch in a slice that is sorted in the order of cmp(element, target).
func BinarySearchFunc[S ~[]E, E, T any](x S, target T, cmp func(E, T) int) (int, bool) {
	lo, hi := 0, len(x)
	for lo < hi {
		middle := int(uint(lo+hi) >> 1)
		if cmp(x[middle], target) < 0 {
			lo = middle + 1
		} else {
			hi = middle
		}
	}
	return lo, lo < len(x) && cmp(x[lo], target) == 0
}
