package sort

// Internals by which Go's tests ask.

func heapSort(data Interface, a, b int) { heapsort(data, a, b) }

func reverseRange(data Interface, a, b int) {
	for i, j := a, b-1; i < j; i, j = i+1, j-1 {
		data.Swap(i, j)
	}
}
