// Package iter has the types of functions that range can iterate over.
package iter

// Seq calls yield for each value until it returns false.
type Seq[V any] func(yield func(V) bool)

// Seq2 calls yield for each pair of values until it returns false.
type Seq2[K, V any] func(yield func(K, V) bool)
