package runtime

import "unsafe"

// The map functions in a form that does not depend on the map type: reflection calls them through the table in the
// descriptor of the map type.

func reflectMapFind[K comparable, V any](m, key unsafe.Pointer) unsafe.Pointer {
	return unsafe.Pointer(mapFind((*hmap[K, V])(m), *(*K)(key)))
}

func reflectMapAssign[K comparable, V any](m, key unsafe.Pointer) unsafe.Pointer {
	return unsafe.Pointer(mapAssign((*hmap[K, V])(m), *(*K)(key)))
}

func reflectMapDelete[K comparable, V any](m, key unsafe.Pointer) {
	mapDelete((*hmap[K, V])(m), *(*K)(key))
}

// reflectMapIterInit begins an iteration; every instance of hiter has the same layout.
func reflectMapIterInit[K comparable, V any](m, it unsafe.Pointer) {
	mapIterInit((*hmap[K, V])(m), (*hiter[K, V])(it))
}

func reflectMapIterNext[K comparable, V any](it unsafe.Pointer) {
	mapIterNext((*hiter[K, V])(it))
}

func reflectMapMake[K comparable, V any](hint int) unsafe.Pointer {
	return unsafe.Pointer(mapMake[K, V](hint))
}

func reflectMapClear[K comparable, V any](m unsafe.Pointer) {
	mapClear((*hmap[K, V])(m))
}
