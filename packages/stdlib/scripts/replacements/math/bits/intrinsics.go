package bits

// What the instructions of wasm do, for runs under gc.

func clz64(x uint64) (n uint64) {
	for n = 64; x != 0; x >>= 1 {
		n--
	}
	return n
}

func ctz64(x uint64) (n uint64) {
	for n < 64 && x>>n&1 == 0 {
		n++
	}
	return n
}

func popcnt64(x uint64) (n uint64) {
	for ; x != 0; x >>= 1 {
		n += x & 1
	}
	return n
}

func rotl64(x, k uint64) uint64 { return x<<(k&63) | x>>((64-k)&63) }
func clz32(x uint32) uint32     { return uint32(clz64(uint64(x))) - 32 }
func ctz32(x uint32) uint32     { return uint32(ctz64(uint64(x) | 1<<32)) }
func popcnt32(x uint32) uint32  { return uint32(popcnt64(uint64(x))) }
func rotl32(x, k uint32) uint32 { return x<<(k&31) | x>>((32-k)&31) }
