package reflect

import "unsafe"

// passDeferToken is called before a function that may call recover, if it is called for a made function that was deferred.
//
//go:linkname passDeferToken runtime.passDeferToken
func passDeferToken(closure unsafe.Pointer)

// thunks are what the compiler makes for the representation of a function type.
type thunks struct {
	// call calls a closure with the arguments at addresses, and puts the results to addresses.
	call func(fn, args, results unsafe.Pointer)
	// make is the code of closures that callMade can serve.
	make uint32
}

// callThunk returns the function that calls closures of a type, nil if the program has none for it.
func callThunk(t *rtype) func(fn, args, results unsafe.Pointer) {
	if table := t.thunks(); table != nil {
		return table.call
	}
	return nil
}

func (t *rtype) thunks() *thunks { return (*thunks)(t.d().functions) }

// Call calls the function with the arguments and returns its results. Arguments for a variadic parameter are put
// together.
func (v Value) Call(in []Value) []Value {
	v.mustBe("reflect.Value.Call", Func)
	v.mustBeExported("reflect.Value.Call")
	t := v.typ
	if v.word() == nil {
		panic("reflect.Value.Call: call of nil function")
	}
	n := t.inCount()
	if t.variadic() {
		n--
	}
	if len(in) < n {
		panic("reflect: Call with too few input arguments")
	}
	if !t.variadic() {
		if len(in) > n {
			panic("reflect: Call with too many input arguments")
		}
		return v.call("Call", in)
	}
	checkArguments("Call", t, in[:n])
	list := t.parameter(n)
	rest := in[n:]
	slice := makeSlice(list, len(rest), len(rest))
	if len(rest) == 0 {
		slice = zeroOf(list)
	}
	for i, x := range rest {
		if x.typ == nil {
			panic("reflect: Call using zero Value argument")
		}
		element := list.d().elem
		if !x.typ.AssignableTo(element) {
			panic("reflect: cannot use " + x.typ.d().name + " as type " + element.d().name + " in Call")
		}
		slice.Index(i).Set(x)
	}
	return v.call("Call", append(in[:n:n], slice))
}

// CallSlice calls a variadic function with a slice for its variadic parameter.
func (v Value) CallSlice(in []Value) []Value {
	v.mustBe("reflect.Value.CallSlice", Func)
	v.mustBeExported("reflect.Value.CallSlice")
	if v.word() == nil {
		panic("reflect.Value.Call: call of nil function")
	}
	switch {
	case !v.typ.variadic():
		panic("reflect: CallSlice of non-variadic function")
	case len(in) < v.typ.inCount():
		panic("reflect: CallSlice with too few input arguments")
	case len(in) > v.typ.inCount():
		panic("reflect: CallSlice with too many input arguments")
	}
	return v.call("CallSlice", in)
}

func checkArguments(method string, t *rtype, in []Value) {
	for _, x := range in {
		if x.typ == nil {
			panic("reflect: " + method + " using zero Value argument")
		}
	}
	for i, x := range in {
		if want := t.parameter(i); !x.typ.AssignableTo(want) {
			panic("reflect: " + method + " using " + x.typ.d().name + " as type " + want.d().name)
		}
	}
}

// call calls the function with as many arguments as it has parameters.
func (v Value) call(method string, in []Value) []Value {
	t := v.typ
	checkArguments(method, t, in)
	args := make([]unsafe.Pointer, len(in))
	for i, x := range in {
		x.mustBeExported("reflect.Value." + method)
		x = x.assignTo("reflect.Value.Call", t.parameter(i))
		args[i] = x.pointer()
		if x.CanAddr() {
			args[i] = copyOf(x.typ, args[i]) // the function may change the variable and still read the argument
		}
	}
	results := make([]unsafe.Pointer, t.outCount())
	out := make([]Value, len(results))
	for i := range results {
		typ := t.parameter(len(in) + i)
		results[i] = allocate(typ)
		out[i] = Value{typ: typ, address: results[i]}
	}
	closure := v.word()
	passDeferToken(closure)
	thunk := callThunk(t)
	argsAt, resultsAt := unsafe.Pointer(unsafe.SliceData(args)), unsafe.Pointer(unsafe.SliceData(results))
	switch {
	case *(*uint32)(closure) == noCode():
		callMade(closure, argsAt, resultsAt)
	case thunk == nil:
		panic("reflect: the program has no function of a type like " + t.d().name + ", so it cannot call one")
	default:
		thunk(closure, argsAt, resultsAt)
	}
	return out
}
