package rand

import (
	"internal/godebug"
	_ "unsafe" // for go:linkname
)

//go:linkname runtimeRand runtime.rand
func runtimeRand() uint64

func entropy() uint64 { return runtimeRand() }

func debugSetting(name string) string { return godebug.New(name).Value() }
