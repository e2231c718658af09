package rand

import "math"

// The Ziggurat method with its tables: Marsaglia and Tsang 2000.

const (
	normalStart      = 3.442619855899
	exponentialStart = 7.69711747013104972
)

type ziggurat struct {
	k []uint32
	w []float32
	f []float32
}

// newZiggurat makes the tables of n layers of the given area under density, the last of which begins at start.
func newZiggurat(n int, start, area, scale float64, density, inverse func(float64) float64) ziggurat {
	z := ziggurat{make([]uint32, n), make([]float32, n), make([]float32, n)}
	x, before := start, start
	q := area / density(x)
	z.k[0], z.k[1] = uint32(x/q*scale), 0
	z.w[0], z.w[n-1] = float32(q/scale), float32(x/scale)
	z.f[0], z.f[n-1] = 1, float32(density(x))
	for i := n - 2; i >= 1; i-- {
		x = inverse(area/x + density(x))
		z.k[i+1] = uint32(x / before * scale)
		before = x
		z.f[i] = float32(density(x))
		z.w[i] = float32(x / scale)
	}
	return z
}

var normal = newZiggurat(128, normalStart, 9.91256303526217e-3, 1<<31,
	func(x float64) float64 { return math.Exp(-0.5 * x * x) },
	func(y float64) float64 { return math.Sqrt(-2 * math.Log(y)) })

var exponential = newZiggurat(256, exponentialStart, 3.949659822581572e-3, 1<<32,
	func(x float64) float64 { return math.Exp(-x) },
	func(y float64) float64 { return -math.Log(y) })

// NormFloat64 is normally distributed with mean 0 and standard deviation 1.
func (r *Rand) NormFloat64() float64 {
	for {
		j := int32(r.Uint32())
		i := j & 127
		x := float64(j) * float64(normal.w[i])
		size := uint32(j)
		if j < 0 {
			size = -size
		}
		if size < normal.k[i] {
			return x
		}
		if i == 0 {
			for {
				x = -math.Log(r.Float64()) * (1 / normalStart)
				y := -math.Log(r.Float64())
				if y+y >= x*x {
					break
				}
			}
			if j > 0 {
				return normalStart + x
			}
			return -normalStart - x
		}
		if normal.f[i]+float32(r.Float64())*(normal.f[i-1]-normal.f[i]) < float32(math.Exp(-0.5*x*x)) {
			return x
		}
	}
}

// ExpFloat64 is exponentially distributed with rate 1.
func (r *Rand) ExpFloat64() float64 {
	for {
		j := r.Uint32()
		i := j & 255
		x := float64(j) * float64(exponential.w[i])
		if j < exponential.k[i] {
			return x
		}
		if i == 0 {
			return exponentialStart - math.Log(r.Float64())
		}
		if exponential.f[i]+float32(r.Float64())*(exponential.f[i-1]-exponential.f[i]) < float32(math.Exp(-x)) {
			return x
		}
	}
}

// A Zipf gives Zipf distributed numbers.
type Zipf struct {
	r              *Rand
	imax, v, q, s  float64
	minusQ, invers float64
	last, span     float64
}

func (z *Zipf) h(x float64) float64 {
	return math.Exp(z.minusQ*math.Log(z.v+x)) * z.invers
}

func (z *Zipf) hInverse(x float64) float64 {
	return math.Exp(z.invers*math.Log(z.minusQ*x)) - z.v
}

// NewZipf gives k in [0, imax] with a probability proportional to (v+k)^-s; nil unless s > 1 and v >= 1.
// Rejection-inversion: Hörmann and Derflinger 1996.
func NewZipf(r *Rand, s float64, v float64, imax uint64) *Zipf {
	if s <= 1 || v < 1 {
		return nil
	}
	z := &Zipf{r: r, imax: float64(imax), v: v, q: s, minusQ: 1 - s, invers: 1 / (1 - s)}
	z.last = z.h(z.imax + 0.5)
	z.span = z.h(0.5) - math.Exp(math.Log(v)*-s) - z.last
	z.s = 1 - z.hInverse(z.h(1.5)-math.Exp(-s*math.Log(v+1)))
	return z
}

// Uint64 draws a number.
func (z *Zipf) Uint64() uint64 {
	if z == nil {
		panic("rand: nil Zipf")
	}
	for {
		u := z.last + z.r.Float64()*z.span
		x := z.hInverse(u)
		k := math.Floor(x + 0.5)
		if k-x <= z.s || u >= z.h(k+0.5)-math.Exp(-math.Log(k+z.v)*z.q) {
			return uint64(k)
		}
	}
}
