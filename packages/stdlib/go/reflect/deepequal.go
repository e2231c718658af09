package reflect

import "unsafe"

// comparison is a pair of variables that is being compared, or has been.
type comparison struct {
	a, b unsafe.Pointer
	typ  *rtype
}

// DeepEqual reports whether two values are equal, pointers, slices, maps and interfaces by what they hold. Pairs that
// are met again on the path are taken to be equal, so cycles end.
func DeepEqual(x, y any) bool {
	if x == nil || y == nil {
		return x == y
	}
	v, w := ValueOf(x), ValueOf(y)
	return v.typ == w.typ && deepEqual(v, w, map[comparison]bool{})
}

func deepEqual(v, w Value, seen map[comparison]bool) bool {
	if !v.IsValid() || !w.IsValid() {
		return v.IsValid() == w.IsValid()
	}
	if v.typ != w.typ {
		return false
	}
	switch v.Kind() {
	case Pointer, Map, Slice:
		if v.IsNil() || w.IsNil() {
			return v.IsNil() == w.IsNil()
		}
		if v.Kind() != Pointer && v.Len() != w.Len() {
			return false
		}
		c := comparison{v.UnsafePointer(), w.UnsafePointer(), v.typ}
		if c.a == c.b {
			return true
		}
		if uintptr(c.a) > uintptr(c.b) {
			c.a, c.b = c.b, c.a
		}
		if seen[c] {
			return true
		}
		seen[c] = true
	}
	switch v.Kind() {
	case Array, Slice:
		if v.Kind() == Slice && v.typ.d().elem.kind() == Uint8 {
			return string(v.Bytes()) == string(w.Bytes())
		}
		for i := range v.Len() {
			if !deepEqual(v.Index(i), w.Index(i), seen) {
				return false
			}
		}
		return true
	case Interface:
		if v.IsNil() || w.IsNil() {
			return v.IsNil() == w.IsNil()
		}
		return deepEqual(v.Elem(), w.Elem(), seen)
	case Pointer:
		return deepEqual(v.Elem(), w.Elem(), seen)
	case Struct:
		for i := range v.NumField() {
			if !deepEqual(v.Field(i), w.Field(i), seen) {
				return false
			}
		}
		return true
	case Map:
		for it := v.MapRange(); it.Next(); {
			e := w.MapIndex(it.Key())
			if !e.IsValid() || !deepEqual(it.Value(), e, seen) {
				return false
			}
		}
		return true
	case Func:
		return v.IsNil() && w.IsNil()
	}
	return equalMemory(v.typ, v.pointer(), w.pointer())
}
