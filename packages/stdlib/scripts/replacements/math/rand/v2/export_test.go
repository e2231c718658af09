package rand

import "internal/ziggurat"

// What Go's tests expect the package to export to them.

func GetNormalDistributionParameters() (float64, [128]uint32, [128]float32, [128]float32) {
	t := ziggurat.Normal
	return ziggurat.NormalStart, [128]uint32(t.K), [128]float32(t.W), [128]float32(t.F)
}

func GetExponentialDistributionParameters() (float64, [256]uint32, [256]float32, [256]float32) {
	t := ziggurat.Exponential
	return ziggurat.ExponentialStart, [256]uint32(t.K), [256]float32(t.W), [256]float32(t.F)
}
