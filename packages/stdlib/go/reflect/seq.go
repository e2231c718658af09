package reflect

import "iter"

func (t *rtype) CanSeq() bool {
	switch t.kind() {
	case Int8, Int16, Int32, Int64, Int, Uint8, Uint16, Uint32, Uint64, Uint, Uintptr, Array, Slice, Chan, String, Map:
		return true
	case Func:
		return rangesOverFunc(t, 1)
	case Pointer:
		return t.d().elem.kind() == Array
	}
	return false
}

func (t *rtype) CanSeq2() bool {
	switch t.kind() {
	case Array, Slice, String, Map:
		return true
	case Func:
		return rangesOverFunc(t, 2)
	case Pointer:
		return t.d().elem.kind() == Array
	}
	return false
}

// rangesOverFunc reports whether a function type is one that range takes, with n variables.
func rangesOverFunc(t *rtype, n int) bool {
	if t.inCount() != 1 || t.outCount() != 0 {
		return false
	}
	yield := t.parameter(0)
	return yield.kind() == Func && yield.inCount() == n && yield.outCount() == 1 && yield.parameter(n).kind() == Bool
}

// Seq walks over what a range with one variable yields.
func (v Value) Seq() iter.Seq[Value] {
	switch k := v.Kind(); {
	case k == Func && rangesOverFunc(v.typ, 1):
		return func(yield func(Value) bool) {
			body := MakeFunc(v.typ.parameter(0), func(in []Value) []Value {
				return []Value{ValueOf(yield(in[0]))}
			})
			v.Call([]Value{body})
		}
	case k >= Int && k <= Uintptr:
		return func(yield func(Value) bool) {
			if v.CanInt() {
				for i := range v.Int() {
					if !yield(intValue(v.typ, uint64(i), 0)) {
						return
					}
				}
				return
			}
			for i := range v.Uint() {
				if !yield(intValue(v.typ, i, 0)) {
					return
				}
			}
		}
	case k == Pointer && v.typ.d().elem.kind() == Array, k == Array, k == Slice:
		return func(yield func(Value) bool) {
			for i := range v.Len() {
				if !yield(ValueOf(i)) {
					return
				}
			}
		}
	case k == String:
		return func(yield func(Value) bool) {
			for i := range v.text() {
				if !yield(ValueOf(i)) {
					return
				}
			}
		}
	case k == Chan:
		return func(yield func(Value) bool) {
			for x, ok := v.Recv(); ok; x, ok = v.Recv() {
				if !yield(x) {
					return
				}
			}
		}
	case k == Map:
		return func(yield func(Value) bool) {
			for it := v.MapRange(); it.Next(); {
				if !yield(it.Key()) {
					return
				}
			}
		}
	}
	panic("reflect: " + v.Type().String() + " cannot produce iter.Seq[Value]")
}

// Seq2 walks over what a range with two variables yields.
func (v Value) Seq2() iter.Seq2[Value, Value] {
	switch k := v.Kind(); {
	case k == Func && rangesOverFunc(v.typ, 2):
		return func(yield func(Value, Value) bool) {
			body := MakeFunc(v.typ.parameter(0), func(in []Value) []Value {
				return []Value{ValueOf(yield(in[0], in[1]))}
			})
			v.Call([]Value{body})
		}
	case k == Pointer && v.typ.d().elem.kind() == Array:
		return v.Elem().Seq2()
	case k == Array, k == Slice:
		return func(yield func(Value, Value) bool) {
			for i := range v.Len() {
				if !yield(ValueOf(i), v.Index(i)) {
					return
				}
			}
		}
	case k == String:
		return func(yield func(Value, Value) bool) {
			for i, r := range v.text() {
				if !yield(ValueOf(i), ValueOf(r)) {
					return
				}
			}
		}
	case k == Map:
		return func(yield func(Value, Value) bool) {
			for it := v.MapRange(); it.Next(); {
				if !yield(it.Key(), it.Value()) {
					return
				}
			}
		}
	}
	panic("reflect: " + v.Type().String() + " cannot produce iter.Seq2[Value, Value]")
}
