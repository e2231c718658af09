// Package rand makes pseudo-random numbers, none for secrets.
package rand

// A Rand draws from a Source.
type Rand struct {
	src      Source
	src64    Source64 // src if it is one
	readVal  int64    // bytes that Read has drawn and not given
	readLeft int8
}

// New returns a Rand that draws from src.
func New(src Source) *Rand {
	src64, _ := src.(Source64)
	return &Rand{src: src, src64: src64}
}

// Seed starts the source again.
func (r *Rand) Seed(seed int64) {
	r.src.Seed(seed)
	r.readLeft = 0
}

// Int63 returns 0 <= x < 2^63.
func (r *Rand) Int63() int64 { return r.src.Int63() }

// Uint32 returns 32 bits.
func (r *Rand) Uint32() uint32 { return uint32(r.Int63() >> 31) }

// Uint64 returns 64 bits.
func (r *Rand) Uint64() uint64 {
	if r.src64 != nil {
		return r.src64.Uint64()
	}
	return uint64(r.Int63())>>31 | uint64(r.Int63())<<32
}

// Int31 returns 0 <= x < 2^31.
func (r *Rand) Int31() int32 { return int32(r.Int63() >> 32) }

// Int returns x >= 0.
func (r *Rand) Int() int { return int(uint(r.Int63())) }

// Int63n returns 0 <= x < n; it panics if n <= 0.
func (r *Rand) Int63n(n int64) int64 {
	if n <= 0 {
		panic("invalid argument to Int63n")
	}
	if n&(n-1) == 0 {
		return r.Int63() & (n - 1)
	}
	most := int64(1<<63 - 1 - (1<<63)%uint64(n)) // beyond, some remainders would come more often
	x := r.Int63()
	for x > most {
		x = r.Int63()
	}
	return x % n
}

// Int31n returns 0 <= x < n; it panics if n <= 0.
func (r *Rand) Int31n(n int32) int32 {
	if n <= 0 {
		panic("invalid argument to Int31n")
	}
	if n&(n-1) == 0 {
		return r.Int31() & (n - 1)
	}
	most := int32(1<<31 - 1 - (1<<31)%uint32(n))
	x := r.Int31()
	for x > most {
		x = r.Int31()
	}
	return x % n
}

// below returns 0 <= x < n by multiplication (Lemire 2019, Fast Random Integer Generation in an Interval).
func (r *Rand) below(n int32) int32 {
	product := uint64(r.Uint32()) * uint64(n)
	if low := uint32(product); low < uint32(n) {
		for threshold := uint32(-n) % uint32(n); low < threshold; low = uint32(product) {
			product = uint64(r.Uint32()) * uint64(n)
		}
	}
	return int32(product >> 32)
}

// Intn returns 0 <= x < n; it panics if n <= 0.
func (r *Rand) Intn(n int) int {
	if n <= 0 {
		panic("invalid argument to Intn")
	}
	if n <= 1<<31-1 {
		return int(r.Int31n(int32(n)))
	}
	return int(r.Int63n(int64(n)))
}

// Float64 returns 0 <= x < 1.
func (r *Rand) Float64() float64 {
	for {
		if x := float64(r.Int63()) / (1 << 63); x != 1 {
			return x
		}
	}
}

// Float32 returns 0 <= x < 1.
func (r *Rand) Float32() float32 {
	for {
		if x := float32(r.Float64()); x != 1 {
			return x
		}
	}
}

// Perm returns the numbers from 0 to n-1 in random order.
func (r *Rand) Perm(n int) []int {
	m := make([]int, n)
	for i := range n {
		j := r.Intn(i + 1)
		m[i] = m[j]
		m[j] = i
	}
	return m
}

// Shuffle puts n elements in random order (Fisher and Yates); it panics if n < 0.
func (r *Rand) Shuffle(n int, swap func(i, j int)) {
	if n < 0 {
		panic("invalid argument to Shuffle")
	}
	for i := n - 1; i > 0; i-- {
		if i >= 1<<31-1 {
			swap(i, int(r.Int63n(int64(i+1))))
		} else {
			swap(i, int(r.below(int32(i+1))))
		}
	}
}

// Read fills p; it never fails.
func (r *Rand) Read(p []byte) (n int, err error) {
	for i := range p {
		if r.readLeft == 0 {
			r.readVal, r.readLeft = r.Int63(), 7
		}
		p[i] = byte(r.readVal)
		r.readVal >>= 8
		r.readLeft--
	}
	return len(p), nil
}

var global = newGlobal()

func newGlobal() *Rand {
	if debugSetting("randautoseed") == "0" {
		return New(NewSource(1))
	}
	return New(new(random))
}

// Seed does nothing, as in Go since 1.24, but in programs of an older version, or where GODEBUG has randseednop=0: there the
// functions of the package give the same sequence for the same seed.
//
// Deprecated: programs that need a sequence again should have a Rand of their own.
func Seed(seed int64) {
	if debugSetting("randseednop") == "0" {
		*global = *New(NewSource(seed))
	}
}

// Int63 returns 0 <= x < 2^63.
func Int63() int64 { return global.Int63() }

// Uint32 returns 32 bits.
func Uint32() uint32 { return global.Uint32() }

// Uint64 returns 64 bits.
func Uint64() uint64 { return global.Uint64() }

// Int31 returns 0 <= x < 2^31.
func Int31() int32 { return global.Int31() }

// Int returns x >= 0.
func Int() int { return global.Int() }

// Int63n returns 0 <= x < n; it panics if n <= 0.
func Int63n(n int64) int64 { return global.Int63n(n) }

// Int31n returns 0 <= x < n; it panics if n <= 0.
func Int31n(n int32) int32 { return global.Int31n(n) }

// Intn returns 0 <= x < n; it panics if n <= 0.
func Intn(n int) int { return global.Intn(n) }

// Float64 returns 0 <= x < 1.
func Float64() float64 { return global.Float64() }

// Float32 returns 0 <= x < 1.
func Float32() float32 { return global.Float32() }

// Perm returns the numbers from 0 to n-1 in random order.
func Perm(n int) []int { return global.Perm(n) }

// Shuffle puts n elements in random order; it panics if n < 0.
func Shuffle(n int, swap func(i, j int)) { global.Shuffle(n, swap) }

// Read fills p; it never fails.
//
// Deprecated: use crypto/rand.
func Read(p []byte) (n int, err error) { return global.Read(p) }

// NormFloat64 is normally distributed with mean 0 and standard deviation 1.
func NormFloat64() float64 { return global.NormFloat64() }

// ExpFloat64 is exponentially distributed with rate 1.
func ExpFloat64() float64 { return global.ExpFloat64() }
