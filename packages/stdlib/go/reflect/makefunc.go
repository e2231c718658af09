package reflect

import "unsafe"

// madeFunc is the closure object of a function that MakeFunc has made.
type madeFunc struct {
	code     uint32
	typ      *rtype
	function func(args []Value) []Value
	// method is the number of the method of the first argument that is called, or -1: function is.
	method int
}

// MakeFunc returns a function of a type that calls fn.
func MakeFunc(typ Type, fn func(args []Value) (results []Value)) Value {
	if typ.Kind() != Func {
		panic("reflect: call of MakeFunc with non-Func type")
	}
	t := typ.common()
	return pointerValue(t, unsafe.Pointer(&madeFunc{code: makeThunk(t), typ: t, function: fn, method: -1}), 0)
}

// methodFunc returns a function that calls a method of its first argument.
func methodFunc(t *rtype, method int) Value {
	return pointerValue(t, unsafe.Pointer(&madeFunc{code: makeThunk(t), typ: t, method: method}), 0)
}

// makeThunk returns the code of made functions of a type.
func makeThunk(t *rtype) uint32 {
	if table := t.thunks(); table != nil {
		return table.make
	}
	return noCode()
}

// noCode returns the code of made functions of types for which the program has none: only reflection can call them,
// since no code of the program has their type.
func noCode() uint32 {
	function := cannotCall
	return **(**uint32)(unsafe.Pointer(&function))
}

func cannotCall() { panic("reflect: call of a function of a type that the program does not have") }

func (made *madeFunc) call(in []Value) []Value {
	if made.method >= 0 {
		return in[0].boundMethod(made.method).call("Call", in[1:])
	}
	passDeferToken(*(*unsafe.Pointer)(unsafe.Pointer(&made.function)))
	return made.function(in)
}

// callMade is what the code of made functions calls, with the addresses of arguments and memory for results.
func callMade(closure, args, results unsafe.Pointer) {
	made := (*madeFunc)(closure)
	t := made.typ
	in := make([]Value, t.inCount())
	for i := range in {
		typ := t.parameter(i)
		in[i] = Value{typ: typ, address: copyOf(typ, *(*unsafe.Pointer)(unsafe.Add(args, i*4)))}
	}
	out := made.call(in)
	if len(out) != t.outCount() {
		panic("reflect: wrong return count from function created by MakeFunc")
	}
	for i, x := range out {
		if x.typ == nil {
			panic("reflect: function created by MakeFunc using closure returned zero Value")
		}
		if x.flag&isReadOnly != 0 {
			panic("reflect: function created by MakeFunc using closure returned value obtained from unexported field")
		}
		typ := t.parameter(len(in) + i)
		x = x.assignTo("reflect.MakeFunc", typ)
		Value{typ, *(*unsafe.Pointer)(unsafe.Add(results, i*4)), payload{}, isAddressable}.assign(x)
	}
}
