package rand

import _ "unsafe" // for go:linkname

//go:linkname runtimeRand runtime.rand
func runtimeRand() uint64

func entropy() uint64 { return runtimeRand() }
