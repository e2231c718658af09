package rand

// What Go's tests expect the package to export to them.

func Int31nForTest(r *Rand, n int32) int32 { return r.below(n) }

func GetNormalDistributionParameters() (float64, [128]uint32, [128]float32, [128]float32) {
	return normalStart, [128]uint32(normal.k), [128]float32(normal.w), [128]float32(normal.f)
}

func GetExponentialDistributionParameters() (float64, [256]uint32, [256]float32, [256]float32) {
	return exponentialStart, [256]uint32(exponential.k), [256]float32(exponential.w), [256]float32(exponential.f)
}
