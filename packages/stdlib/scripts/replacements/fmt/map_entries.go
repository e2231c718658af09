package fmt

import "reflect"

// mapEntries visits the entries of a map.
func mapEntries(v reflect.Value, visit func(key, element reflect.Value)) {
	for entries := v.MapRange(); entries.Next(); {
		visit(entries.Key(), entries.Value())
	}
}
