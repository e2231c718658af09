package binary

import (
	"reflect"
	"sync"
)

// Internals by which Go's tests ask.

var structSize sync.Map // a cache that is not here

func dataSize(v reflect.Value) int {
	if v.Kind() == reflect.Slice {
		if n := sizeOf(v.Type().Elem()); n >= 0 {
			return n * v.Len()
		}
		return -1
	}
	return sizeOf(v.Type())
}
