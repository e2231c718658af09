package rand

import "internal/ziggurat"

// layers draws for the Ziggurat method as Go 1 did: the layer is the low bits of the number.
type layers struct{ *Rand }

func (l layers) Layer(mask uint32) (j, i uint32) {
	j = l.Uint32()
	return j, j & mask
}

// NormFloat64 is normally distributed with mean 0 and standard deviation 1.
func (r *Rand) NormFloat64() float64 { return ziggurat.NormFloat64(layers{r}) }

// ExpFloat64 is exponentially distributed with rate 1.
func (r *Rand) ExpFloat64() float64 { return ziggurat.ExpFloat64(layers{r}) }

// A Zipf returns Zipf distributed numbers.
type Zipf struct {
	r *Rand
	z ziggurat.Zipf
}

// NewZipf returns k in [0, imax] with a probability proportional to (v+k)^-s; nil unless s > 1 and v >= 1.
func NewZipf(r *Rand, s float64, v float64, imax uint64) *Zipf {
	z, ok := ziggurat.NewZipf(s, v, imax)
	if !ok {
		return nil
	}
	return &Zipf{r, z}
}

// Uint64 draws a number.
func (z *Zipf) Uint64() uint64 {
	if z == nil {
		panic("rand: nil Zipf")
	}
	return z.z.Draw(z.r.Float64)
}
