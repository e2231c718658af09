// Bits of the results of math functions for many arguments. Differences in the last places are expected.
package main

import (
	"fmt"
	"math"
)

func main() {
	one := map[string]func(float64) float64{
		"Sqrt": math.Sqrt, "Floor": math.Floor, "Ceil": math.Ceil, "Trunc": math.Trunc, "Round": math.Round,
		"RoundToEven": math.RoundToEven, "Abs": math.Abs, "Logb": math.Logb, "Exp": math.Exp, "Exp2": math.Exp2,
		"Expm1": math.Expm1, "Log": math.Log, "Log10": math.Log10, "Log1p": math.Log1p, "Log2": math.Log2,
		"Sin": math.Sin, "Cos": math.Cos, "Tan": math.Tan, "Asin": math.Asin, "Acos": math.Acos, "Atan": math.Atan,
		"Sinh": math.Sinh, "Cosh": math.Cosh, "Tanh": math.Tanh, "Asinh": math.Asinh, "Acosh": math.Acosh,
		"Atanh": math.Atanh, "Cbrt": math.Cbrt, "Gamma": math.Gamma, "Erf": math.Erf, "Erfc": math.Erfc,
		"Lgamma": func(x float64) float64 { y, _ := math.Lgamma(x); return y },
		"J0":     math.J0, "Y0": math.Y0, "J1": math.J1, "Y1": math.Y1,
	}
	two := map[string]func(x, y float64) float64{
		"Pow": math.Pow, "Mod": math.Mod, "Remainder": math.Remainder, "Hypot": math.Hypot, "Atan2": math.Atan2,
		"Max": math.Max, "Min": math.Min, "Dim": math.Dim, "Copysign": math.Copysign, "Nextafter": math.Nextafter,
		"FMA":   func(x, y float64) float64 { return math.FMA(x, y, -x*y) },
		"FMA2":  func(x, y float64) float64 { return math.FMA(x, x, y) },
		"Ldexp": func(x, y float64) float64 { return math.Ldexp(x, int(y)) },
	}
	state := uint64(1)
	next := func() uint64 {
		state = state*6364136223846793005 + 1442695040888963407
		return state ^ state>>29
	}
	// Uniform, over magnitudes, small integers and any bits.
	number := func(i int) float64 {
		switch i % 4 {
		case 0:
			return float64(int64(next())) / (1 << 60)
		case 1:
			return math.Ldexp(float64(int64(next()))/(1<<63), int(next()%40)-20)
		case 2:
			return float64(int64(next()%2001) - 1000)
		}
		return math.Float64frombits(next())
	}
	for i := range 4000 {
		x := number(i)
		for name, f := range one {
			fmt.Printf("%s(%v) %d\n", name, x, int64(bits(f(x))))
		}
		y := number(i / 4)
		for name, f := range two {
			fmt.Printf("%s(%v,%v) %d\n", name, x, y, int64(bits(f(x, y))))
		}
	}
}

func bits(x float64) uint64 {
	if x != x {
		return 0x7FF8000000000001
	}
	return math.Float64bits(x)
}
