package reflect

import "unsafe"

// madeFunc is the closure object of a function that MakeFunc has made.
type madeFunc struct {
	code     uint32
	typ      *rtype
	function func(args []Value) []Value
}

// MakeFunc gives a function of a type that calls fn.
func MakeFunc(typ Type, fn func(args []Value) (results []Value)) Value {
	if typ.Kind() != Func {
		panic("reflect: call of MakeFunc with non-Func type")
	}
	return makeFunc(typ.common(), fn)
}

func makeFunc(t *rtype, fn func(args []Value) []Value) Value {
	return pointerValue(t, unsafe.Pointer(&madeFunc{makeThunk(t), t, fn}), 0)
}

// makeThunk gives the code of made functions of a type.
func makeThunk(t *rtype) uint32 {
	if table := t.thunks(); table != nil {
		return table.make
	}
	return noCode()
}

// noCode gives the code of made functions of types for which the program has none: only reflection can call them,
// since no code of the program has their type.
func noCode() uint32 {
	function := cannotCall
	return **(**uint32)(unsafe.Pointer(&function))
}

func cannotCall() { panic("reflect: call of a function of a type that the program does not have") }

// callMade is what the code of made functions calls, with the addresses of arguments and places for results.
func callMade(closure, args, results unsafe.Pointer) {
	made := (*madeFunc)(closure)
	t := made.typ
	in := make([]Value, t.inCount())
	for i := range in {
		typ := t.parameter(i)
		in[i] = Value{typ: typ, address: copyOf(typ, *(*unsafe.Pointer)(unsafe.Add(args, i*4)))}
	}
	out := made.function(in)
	if len(out) != t.outCount() {
		panic("reflect: wrong return count from function created by MakeFunc")
	}
	for i, x := range out {
		if x.typ == nil {
			panic("reflect: function created by MakeFunc using closure returned zero Value")
		}
		if x.flags&isReadOnly != 0 {
			panic("reflect: function created by MakeFunc using closure returned value obtained from unexported field")
		}
		typ := t.parameter(len(in) + i)
		x = x.assignTo("reflect.MakeFunc", typ)
		Value{typ, *(*unsafe.Pointer)(unsafe.Add(results, i*4)), 0, isAddressable}.assign(x)
	}
}
