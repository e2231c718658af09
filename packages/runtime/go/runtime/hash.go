package runtime

import "unsafe"

const (
	hashMultiplier1 = 0x9e3779b97f4a7c15
	hashMultiplier2 = 0xbf58476d1ce4e5b9
)

// hash64 mixes one word into a hash: the finalizer of SplitMix64 (Steele, Lea and Flood 2014).
func hash64(x, seed uint64) uint64 {
	x ^= seed
	x = (x ^ x>>32) * hashMultiplier1
	x = (x ^ x>>29) * hashMultiplier2
	return x ^ x>>32
}

// memoryHash hashes size bytes.
func memoryHash(p unsafe.Pointer, size uint32, seed uint64) uint64 {
	h := seed ^ uint64(size)*hashMultiplier2
	for size >= 8 {
		h = (h ^ *(*uint64)(p)) * hashMultiplier1
		h ^= h >> 32
		p = unsafe.Add(p, 8)
		size -= 8
	}
	tail := uint64(0)
	for size > 0 {
		tail = tail<<8 | uint64(*(*byte)(p))
		p = unsafe.Add(p, 1)
		size--
	}
	return hash64(tail, h)
}
