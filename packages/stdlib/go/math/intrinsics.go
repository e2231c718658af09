//go:build goes

package math

//goes:intrinsic f64.sqrt
func Sqrt(x float64) float64

//goes:intrinsic f64.floor
func Floor(x float64) float64

//goes:intrinsic f64.ceil
func Ceil(x float64) float64

//goes:intrinsic f64.trunc
func Trunc(x float64) float64

//goes:intrinsic f64.nearest
func RoundToEven(x float64) float64

//goes:intrinsic f64.abs
func Abs(x float64) float64

//goes:intrinsic f64.copysign
func Copysign(f, sign float64) float64

//goes:intrinsic i64.reinterpret_f64
func Float64bits(f float64) uint64

//goes:intrinsic f64.reinterpret_i64
func Float64frombits(b uint64) float64

//goes:intrinsic i32.reinterpret_f32
func Float32bits(f float32) uint32

//goes:intrinsic f32.reinterpret_i32
func Float32frombits(b uint32) float32
