// Package ziggurat has the tables of the Ziggurat method (Marsaglia and Tsang 2000) for math/rand and math/rand/v2.
package ziggurat

import "math"

// Where the tails of the distributions begin.
const (
	NormalStart      = 3.442619855899
	ExponentialStart = 7.69711747013104972
)

// Tables of one distribution, by layer.
type Tables struct {
	K []uint32  // numbers below are in the layer for sure
	W []float32 // width of a unit
	F []float32 // density
}

// newTables makes those of n layers of the given area under density, the last of which begins at start.
func newTables(n int, start, area, scale float64, density, inverse func(float64) float64) Tables {
	t := Tables{make([]uint32, n), make([]float32, n), make([]float32, n)}
	x, before := start, start
	q := area / density(x)
	t.K[0], t.K[1] = uint32(x/q*scale), 0
	t.W[0], t.W[n-1] = float32(q/scale), float32(x/scale)
	t.F[0], t.F[n-1] = 1, float32(density(x))
	for i := n - 2; i >= 1; i-- {
		x = inverse(area/x + density(x))
		t.K[i+1] = uint32(x / before * scale)
		before = x
		t.F[i] = float32(density(x))
		t.W[i] = float32(x / scale)
	}
	return t
}

// Normal has 128 layers of the normal distribution.
var Normal = newTables(128, NormalStart, 9.91256303526217e-3, 1<<31,
	func(x float64) float64 { return math.Exp(-0.5 * x * x) },
	func(y float64) float64 { return math.Sqrt(-2 * math.Log(y)) })

// Exponential has 256 layers of the exponential distribution.
var Exponential = newTables(256, ExponentialStart, 3.949659822581572e-3, 1<<32,
	func(x float64) float64 { return math.Exp(-x) },
	func(y float64) float64 { return -math.Log(y) })

// A Source returns numbers: a layer with a number of 32 bits, and one of [0, 1).
type Source interface {
	Layer(mask uint32) (j uint32, i uint32)
	Float64() float64
}

// NormFloat64 is normally distributed with mean 0 and standard deviation 1.
func NormFloat64(s Source) float64 {
	for {
		bits, i := s.Layer(127)
		j := int32(bits)
		x := float64(j) * float64(Normal.W[i])
		size := uint32(j)
		if j < 0 {
			size = -size
		}
		if size < Normal.K[i] {
			return x
		}
		if i == 0 {
			for {
				x = -math.Log(s.Float64()) * (1 / NormalStart)
				y := -math.Log(s.Float64())
				if y+y >= x*x {
					break
				}
			}
			if j > 0 {
				return NormalStart + x
			}
			return -NormalStart - x
		}
		if Normal.F[i]+float32(s.Float64())*(Normal.F[i-1]-Normal.F[i]) < float32(math.Exp(-0.5*x*x)) {
			return x
		}
	}
}

// ExpFloat64 is exponentially distributed with rate 1.
func ExpFloat64(s Source) float64 {
	for {
		j, i := s.Layer(255)
		x := float64(j) * float64(Exponential.W[i])
		if j < Exponential.K[i] {
			return x
		}
		if i == 0 {
			return ExponentialStart - math.Log(s.Float64())
		}
		if Exponential.F[i]+float32(s.Float64())*(Exponential.F[i-1]-Exponential.F[i]) < float32(math.Exp(-x)) {
			return x
		}
	}
}

// Zipf draws Zipf distributed numbers by rejection-inversion (Hörmann and Derflinger 1996).
type Zipf struct {
	v, q, s         float64
	minusQ, inverse float64
	last, span      float64
}

// NewZipf prepares numbers k in [0, imax] with a probability proportional to (v+k)^-s; ok is false unless s > 1, v >= 1.
func NewZipf(s, v float64, imax uint64) (z Zipf, ok bool) {
	if s <= 1 || v < 1 {
		return z, false
	}
	z = Zipf{v: v, q: s, minusQ: 1 - s, inverse: 1 / (1 - s)}
	z.last = z.h(float64(imax) + 0.5)
	z.span = z.h(0.5) - math.Exp(math.Log(v)*-s) - z.last
	z.s = 1 - z.hInverse(z.h(1.5)-math.Exp(-s*math.Log(v+1)))
	return z, true
}

func (z *Zipf) h(x float64) float64 { return math.Exp(z.minusQ*math.Log(z.v+x)) * z.inverse }

func (z *Zipf) hInverse(x float64) float64 {
	return math.Exp(z.inverse*math.Log(z.minusQ*x)) - z.v
}

// Draw returns a number.
func (z *Zipf) Draw(float64 func() float64) uint64 {
	for {
		u := z.last + float64()*z.span
		x := z.hInverse(u)
		k := math.Floor(x + 0.5)
		if k-x <= z.s || u >= z.h(k+0.5)-math.Exp(-math.Log(k+z.v)*z.q) {
			return uint64(k)
		}
	}
}
