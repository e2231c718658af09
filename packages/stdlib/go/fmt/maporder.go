package fmt

import "reflect"

// mapEntry is one entry of a map that is printed.
type mapEntry struct {
	key     reflect.Value
	element reflect.Value
}

// sortedEntries returns the entries of a map in the order in which they are printed: sorted by key.
func sortedEntries(v reflect.Value) []mapEntry {
	entries := make([]mapEntry, 0, v.Len())
	mapEntries(v, func(key, element reflect.Value) {
		entries = append(entries, mapEntry{key, element})
	})
	mergeSort(entries, make([]mapEntry, len(entries)))
	return entries
}

// visitSorted visits the entries of a map in that order. text/template uses it.
func visitSorted(v reflect.Value, visit func(key, element reflect.Value) bool) {
	for _, entry := range sortedEntries(v) {
		if !visit(entry.key, entry.element) {
			return
		}
	}
}

func mergeSort(list, spare []mapEntry) {
	if len(list) < 2 {
		return
	}
	half := len(list) / 2
	mergeSort(list[:half], spare)
	mergeSort(list[half:], spare)
	copy(spare, list)
	left, right := spare[:half], spare[half:len(list)]
	for i := range list {
		if len(right) == 0 || len(left) > 0 && compareKeys(left[0].key, right[0].key) <= 0 {
			list[i] = left[0]
			left = left[1:]
		} else {
			list[i] = right[0]
			right = right[1:]
		}
	}
}

// compareKeys orders keys: numbers and strings by <, false before true, nil first, NaN before numbers, structs and
// arrays by their parts, pointers by address, interfaces first by type.
func compareKeys(a, b reflect.Value) int {
	if a.Type() != b.Type() {
		return -1
	}
	switch a.Kind() {
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return order(a.Int(), b.Int())
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		return order(a.Uint(), b.Uint())
	case reflect.String:
		return order(a.String(), b.String())
	case reflect.Float32, reflect.Float64:
		return orderFloats(a.Float(), b.Float())
	case reflect.Complex64, reflect.Complex128:
		x, y := a.Complex(), b.Complex()
		if c := orderFloats(real(x), real(y)); c != 0 {
			return c
		}
		return orderFloats(imag(x), imag(y))
	case reflect.Bool:
		switch {
		case a.Bool() == b.Bool():
			return 0
		case a.Bool():
			return 1
		}
		return -1
	case reflect.Pointer, reflect.UnsafePointer, reflect.Chan:
		return order(a.Pointer(), b.Pointer())
	case reflect.Struct:
		for i := 0; i < a.NumField(); i++ {
			if c := compareKeys(a.Field(i), b.Field(i)); c != 0 {
				return c
			}
		}
	case reflect.Array:
		for i := 0; i < a.Len(); i++ {
			if c := compareKeys(a.Index(i), b.Index(i)); c != 0 {
				return c
			}
		}
	case reflect.Interface:
		x, y := a.Elem(), b.Elem()
		if !x.IsValid() || !y.IsValid() {
			switch {
			case x.IsValid():
				return 1
			case y.IsValid():
				return -1
			}
			return 0
		}
		if c := order(reflect.ValueOf(x.Type()).Pointer(), reflect.ValueOf(y.Type()).Pointer()); c != 0 {
			return c
		}
		return compareKeys(x, y)
	}
	return 0
}

//go:noinline
func order[T int64 | uint64 | uintptr | float64 | string](a, b T) int {
	if a < b {
		return -1
	}
	if a > b {
		return 1
	}
	return 0
}

//go:noinline
func orderFloats(a, b float64) int {
	switch {
	case a != a && b == b:
		return -1
	case b != b && a == a:
		return 1
	}
	return order(a, b)
}
