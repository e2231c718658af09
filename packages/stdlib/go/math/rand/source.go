package rand

// A Source returns uniformly distributed numbers of 63 bits.
type Source interface {
	Int63() int64
	Seed(seed int64)
}

// A Source64 also gives numbers of 64 bits.
type Source64 interface {
	Source
	Uint64() uint64
}

const (
	stateLength = 607
	stateTap    = 273
)

// fibonacci is the additive lagged Fibonacci generator of Go 1 (Mitchell and Reeds): x[n] = x[n-607] + x[n-273]. It is
// described in the Go blog, "Evolving the Go Standard Library with math/rand/v2".
type fibonacci struct {
	tap, feed int
	state     [stateLength]uint64
}

// NewSource returns a generator with the sequence that Go has for the seed. It has the method Uint64 too.
func NewSource(seed int64) Source {
	f := new(fibonacci)
	f.Seed(seed)
	return f
}

// Seed fills the state from a table and Lehmer's generator.
func (f *fibonacci) Seed(seed int64) {
	const modulus = 1<<31 - 1
	x := seed % modulus
	if x < 0 {
		x += modulus
	}
	if x == 0 {
		x = 89482311
	}
	next := func() uint64 {
		x = 48271 * x % modulus
		return uint64(x)
	}
	for range 20 {
		next()
	}
	for i := range f.state {
		var word uint64
		for k := 10; k >= 0; k-- {
			word = word<<6 | uint64(packedState[11*i+k]-' ')
		}
		word ^= next() << 40
		word ^= next() << 20
		word ^= next()
		f.state[i] = word
	}
	f.tap, f.feed = 0, stateLength-stateTap
}

func (f *fibonacci) Uint64() uint64 {
	if f.tap--; f.tap < 0 {
		f.tap += stateLength
	}
	if f.feed--; f.feed < 0 {
		f.feed += stateLength
	}
	x := f.state[f.feed] + f.state[f.tap]
	f.state[f.feed] = x
	return x
}

func (f *fibonacci) Int63() int64 { return int64(f.Uint64() & (1<<63 - 1)) }

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

func (r *random) Int63() int64    { return int64(r.Uint64() & (1<<63 - 1)) }
func (r *random) Seed(seed int64) { panic("rand: the random source has no seed") }
