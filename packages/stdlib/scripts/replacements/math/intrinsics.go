package math

import "unsafe"

// What the instructions of wasm do, for runs under gc.

func Float64bits(f float64) uint64     { return *(*uint64)(unsafe.Pointer(&f)) }
func Float64frombits(b uint64) float64 { return *(*float64)(unsafe.Pointer(&b)) }
func Float32bits(f float32) uint32     { return *(*uint32)(unsafe.Pointer(&f)) }
func Float32frombits(b uint32) float32 { return *(*float32)(unsafe.Pointer(&b)) }
func Abs(x float64) float64            { return Float64frombits(Float64bits(x) &^ signBit) }

func Copysign(f, sign float64) float64 {
	return Float64frombits(Float64bits(f)&^signBit | Float64bits(sign)&signBit)
}

// Sqrt is replaced by the instruction where gc calls it.
func Sqrt(x float64) float64 { return sqrt(x) }
func sqrt(x float64) float64 { return sqrt(x) }

func Trunc(x float64) float64 {
	if a := Abs(x); a < 1<<53 {
		return Copysign(float64(int64(a)), x)
	}
	return x
}

func Floor(x float64) float64 {
	t := Trunc(x)
	if t > x {
		t--
	}
	return t
}

func Ceil(x float64) float64 {
	t := Trunc(x)
	if t < x {
		t++
	}
	return Copysign(t, x)
}

func RoundToEven(x float64) float64 {
	if a := Abs(x); a < 1<<52 {
		return Copysign(a+1<<52-1<<52, x)
	}
	return x
}
