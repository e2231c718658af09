package fmt

import (
	"reflect"
	_ "unsafe" // for linkname
)

//go:linkname mapEntries reflect.mapEntries
func mapEntries(v reflect.Value, visit func(key, element reflect.Value))
