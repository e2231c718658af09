package rand

// random is the source of the functions of the package: SplitMix64 (Steele, Lea and Flood 2014), begun at random.
type random struct {
	state   uint64
	started bool
}

func (r *random) Uint64() uint64 {
	if !r.started {
		r.state, r.started = entropy(), true
	}
	r.state += 0x9E3779B97F4A7C15
	z := r.state
	z = (z ^ z>>30) * 0xBF58476D1CE4E5B9
	z = (z ^ z>>27) * 0x94D049BB133111EB
	return z ^ z>>31
}

var global = New(new(random))

type integer interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 | ~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uintptr
}

// N returns 0 <= x < n for any integer type; it panics if n <= 0.
func N[Int integer](n Int) Int {
	if n <= 0 {
		panic("invalid argument to N")
	}
	return Int(global.below(uint64(n)))
}

// Int64 returns 0 <= x < 2^63.
func Int64() int64 { return global.Int64() }

// Uint32 returns 32 bits.
func Uint32() uint32 { return global.Uint32() }

// Uint64 returns 64 bits.
func Uint64() uint64 { return global.Uint64() }

// Int32 returns 0 <= x < 2^31.
func Int32() int32 { return global.Int32() }

// Int returns x >= 0.
func Int() int { return global.Int() }

// Uint returns all bits of a uint.
func Uint() uint { return global.Uint() }

// Int64N returns 0 <= x < n; it panics if n <= 0.
func Int64N(n int64) int64 { return global.Int64N(n) }

// Uint64N returns 0 <= x < n; it panics if n == 0.
func Uint64N(n uint64) uint64 { return global.Uint64N(n) }

// Int32N returns 0 <= x < n; it panics if n <= 0.
func Int32N(n int32) int32 { return global.Int32N(n) }

// Uint32N returns 0 <= x < n; it panics if n == 0.
func Uint32N(n uint32) uint32 { return global.Uint32N(n) }

// IntN returns 0 <= x < n; it panics if n <= 0.
func IntN(n int) int { return global.IntN(n) }

// UintN returns 0 <= x < n; it panics if n == 0.
func UintN(n uint) uint { return global.UintN(n) }

// Float64 returns 0 <= x < 1.
func Float64() float64 { return global.Float64() }

// Float32 returns 0 <= x < 1.
func Float32() float32 { return global.Float32() }

// Perm returns the numbers from 0 to n-1 in random order.
func Perm(n int) []int { return global.Perm(n) }

// Shuffle puts n elements in random order; it panics if n < 0.
func Shuffle(n int, swap func(i, j int)) { global.Shuffle(n, swap) }

// NormFloat64 is normally distributed with mean 0 and standard deviation 1.
func NormFloat64() float64 { return global.NormFloat64() }

// ExpFloat64 is exponentially distributed with rate 1.
func ExpFloat64() float64 { return global.ExpFloat64() }
