package math

// What Go's tests expect the package to export to them.

var (
	ExpGo   = Exp
	Exp2Go  = Exp2
	HypotGo = Hypot
	SqrtGo  = Sqrt
)

const ReduceThreshold = 1 << 29

func TrigReduce(x float64) (uint64, float64) {
	if x < Pi/4 {
		return 0, x
	}
	octant, z := reduceLarge(x)
	return uint64(octant), z
}
