// Package sort sorts slices and collections, and searches sorted ones.
package sort

import "math/bits"

// An Interface is a collection that this package can sort.
type Interface interface {
	Len() int
	// Less reports whether element i must be before element j; it is a strict weak order.
	Less(i, j int) bool
	Swap(i, j int)
}

// Sort sorts in ascending order with O(n log n) calls of Less and Swap; equal elements may change places.
func Sort(data Interface) {
	n := data.Len()
	introsort(data, 0, n, 2*bits.Len(uint(n)))
}

// introsort is quicksort, heapsort after depth bad partitions (Musser 1997), insertion sort for few elements.
func introsort(data Interface, a, b, depth int) {
	for b-a > 12 {
		if depth == 0 {
			heapsort(data, a, b)
			return
		}
		depth--
		pivot := a + (b-a)/2
		if b-a > 50 {
			eighth := (b - a) / 8
			median(data, a, a+eighth, a+2*eighth)
			median(data, pivot-eighth, pivot, pivot+eighth)
			median(data, b-1-2*eighth, b-1-eighth, b-1)
			median(data, a+eighth, pivot, b-1-eighth)
		} else {
			median(data, a, pivot, b-1)
		}
		lo, hi := partition(data, a, b, pivot)
		if lo-a+b-hi <= 1 || hi-lo == 1 && inOrder(data, a, b) {
			return
		}
		if lo-a < b-hi {
			introsort(data, a, lo, depth)
			a = hi
		} else {
			introsort(data, hi, b, depth)
			b = lo
		}
	}
	insertionSort(data, a, b)
}

// inOrder reports whether nothing is to be done; it returns up at the first pair that is out of order.
func inOrder(data Interface, a, b int) bool {
	for i := a + 1; i < b; i++ {
		if data.Less(i, i-1) {
			return false
		}
	}
	return true
}

// median puts the median of the three in the middle one.
func median(data Interface, i, m, j int) {
	if data.Less(m, i) {
		data.Swap(m, i)
	}
	if data.Less(j, m) {
		data.Swap(j, m)
		if data.Less(m, i) {
			data.Swap(m, i)
		}
	}
}

// partition moves what is less than the pivot before lo and what is greater from hi on; between are its equals.
func partition(data Interface, a, b, pivot int) (lo, hi int) {
	data.Swap(a, pivot)
	i, j := a+1, b-1
	for {
		for i <= j && data.Less(i, a) {
			i++
		}
		for i <= j && data.Less(a, j) {
			j--
		}
		if i >= j {
			break
		}
		data.Swap(i, j) // equals go to both sides, so that many of them still divide well
		i++
		j--
	}
	data.Swap(a, i-1)
	lo, hi = i-1, i
	// Equals beside the pivot need no more sorting.
	for lo > a && !data.Less(lo-1, lo) {
		lo--
	}
	for hi < b && !data.Less(hi-1, hi) {
		hi++
	}
	return lo, hi
}

func insertionSort(data Interface, a, b int) {
	for i := a + 1; i < b; i++ {
		for j := i; j > a && data.Less(j, j-1); j-- {
			data.Swap(j, j-1)
		}
	}
}

func heapsort(data Interface, a, b int) {
	n := b - a
	for i := n/2 - 1; i >= 0; i-- {
		siftDown(data, a, i, n)
	}
	for n > 1 {
		n--
		data.Swap(a, a+n)
		siftDown(data, a, 0, n)
	}
}

func siftDown(data Interface, a, i, n int) {
	for {
		child := 2*i + 1
		if child >= n {
			return
		}
		if child+1 < n && data.Less(a+child, a+child+1) {
			child++
		}
		if !data.Less(a+i, a+child) {
			return
		}
		data.Swap(a+i, a+child)
		i = child
	}
}

// Stable sorts in ascending order and keeps equal elements in their order: insertion sort of blocks, then merging in
// place (Kim and Kutzner 2004, Stable Minimum Storage Merging by Symmetric Comparisons).
func Stable(data Interface) {
	n := data.Len()
	const block = 20
	for a := 0; a < n; a += block {
		insertionSort(data, a, min(a+block, n))
	}
	for width := block; width < n; width *= 2 {
		for a := 0; a+width < n; a += 2 * width {
			merge(data, a, a+width, min(a+2*width, n))
		}
	}
}

// merge merges the sorted a…m and m…b in place.
func merge(data Interface, a, m, b int) {
	if a == m || m == b || !data.Less(m, m-1) {
		return
	}
	if b-a == 2 {
		data.Swap(a, m)
		return
	}
	// Find start so that exchanging start…m with m…end leaves two smaller merges around the middle.
	middle := a + (b-a)/2
	sum := middle + m
	start, limit := a, m
	if m > middle {
		start, limit = sum-b, middle
	}
	for start < limit {
		c := start + (limit-start)/2
		if data.Less(sum-1-c, c) {
			limit = c
		} else {
			start = c + 1
		}
	}
	end := sum - start
	if start < m && m < end {
		rotate(data, start, m, end)
	}
	merge(data, a, start, middle)
	merge(data, middle, end, b)
}

// rotate exchanges the neighbouring blocks a…m and m…b.
func rotate(data Interface, a, m, b int) {
	left, right := m-a, b-m
	for left != right {
		if left > right {
			swapRange(data, m-left, m, right)
			left -= right
		} else {
			swapRange(data, m-left, m+right-left, left)
			right -= left
		}
	}
	swapRange(data, m-left, m, left)
}

func swapRange(data Interface, i, j, n int) {
	for k := 0; k < n; k++ {
		data.Swap(i+k, j+k)
	}
}

// IsSorted reports whether data is in ascending order.
func IsSorted(data Interface) bool { return inOrder(data, 0, data.Len()) }

type reversed struct{ Interface }

func (r reversed) Less(i, j int) bool { return r.Interface.Less(j, i) }

// Reverse returns data with the opposite order.
func Reverse(data Interface) Interface { return &reversed{data} }
