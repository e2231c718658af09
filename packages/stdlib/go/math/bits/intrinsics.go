//go:build goes

package bits

//goes:intrinsic i64.clz
func clz64(x uint64) uint64

//goes:intrinsic i64.ctz
func ctz64(x uint64) uint64

//goes:intrinsic i64.popcnt
func popcnt64(x uint64) uint64

//goes:intrinsic i64.rotl
func rotl64(x, k uint64) uint64

//goes:intrinsic i32.clz
func clz32(x uint32) uint32

//goes:intrinsic i32.ctz
func ctz32(x uint32) uint32

//goes:intrinsic i32.popcnt
func popcnt32(x uint32) uint32

//goes:intrinsic i32.rotl
func rotl32(x, k uint32) uint32
