package template

import (
	"errors"
	"fmt"
	"reflect"
	"sync"
	"unicode"
)

// A FuncMap has functions by their names. They return a value, or a value and an error that ends the execution if it is not nil.
type FuncMap map[string]any

// builtins returns the functions that all templates have.
func builtins() FuncMap { return builtinFuncs().parse }

// function returns a function by its name.
func (t *Template) function(name string) (v reflect.Value, builtin, ok bool) {
	if t != nil && t.common != nil {
		t.muFuncs.RLock()
		defer t.muFuncs.RUnlock()
		if v := t.execFuncs[name]; v.IsValid() {
			return v, false, true
		}
	}
	v, ok = builtinFuncs().exec[name]
	return v, true, ok
}

type functions struct {
	parse FuncMap
	exec  map[string]reflect.Value
}

var (
	builtinOnce  sync.Once
	builtinTable functions
)

// builtinFuncs makes the functions when the first template needs them.
func builtinFuncs() *functions {
	builtinOnce.Do(func() {
		builtinTable = functions{
			FuncMap{
				"and": and, "or": or, "not": not, "call": emptyCall, "index": index, "slice": slice, "len": length,
				"print": fmt.Sprint, "printf": fmt.Sprintf, "println": fmt.Sprintln,
				"html": HTMLEscaper, "js": JSEscaper, "urlquery": URLQueryEscaper,
				"eq": eq, "ge": ge, "gt": gt, "le": le, "lt": lt, "ne": ne,
			},
			make(map[string]reflect.Value),
		}
		addFuncs(builtinTable.exec, builtinTable.parse)
	})
	return &builtinTable
}

// addFuncs adds the values of functions. It panics for what is none.
func addFuncs(to map[string]reflect.Value, from FuncMap) {
	for name, function := range from {
		if !goodName(name) {
			panic(fmt.Errorf("function name %q is not a valid identifier", name))
		}
		v := reflect.ValueOf(function)
		if v.Kind() != reflect.Func {
			panic("value for " + name + " not a function")
		}
		if err := goodFunc(name, v.Type()); err != nil {
			panic(err)
		}
		to[name] = v
	}
}

func goodName(name string) bool {
	for i, r := range name {
		if r != '_' && !unicode.IsLetter(r) && (i == 0 || !unicode.IsDigit(r)) {
			return false
		}
	}
	return name != ""
}

// goodFunc reports what is wrong with the results of a function.
func goodFunc(name string, t reflect.Type) error {
	switch n := t.NumOut(); {
	case n == 1 || n == 2 && t.Out(1) == errorType:
		return nil
	case n == 2:
		return fmt.Errorf("invalid function signature for %s: second return value should be error; is %s", name, t.Out(1))
	default:
		return fmt.Errorf("function %s has %d return values; should be 1 or 2", name, n)
	}
}

// The functions that evalCall replaces: it evaluates only some arguments, or has more of them.

func and(arg0 reflect.Value, args ...reflect.Value) reflect.Value { panic("unreachable") }

func or(arg0 reflect.Value, args ...reflect.Value) reflect.Value { panic("unreachable") }

func emptyCall(function reflect.Value, args ...reflect.Value) reflect.Value { panic("unreachable") }

func truth(arg reflect.Value) bool {
	t, _ := isTrue(indirectInterface(arg))
	return t
}

func not(arg reflect.Value) bool { return !truth(arg) }

// call calls a function; name is how the template names it.
func call(name string, function reflect.Value, args ...reflect.Value) (reflect.Value, error) {
	function = indirectInterface(function)
	if !function.IsValid() {
		return reflect.Value{}, errors.New("call of nil")
	}
	t := function.Type()
	if t.Kind() != reflect.Func {
		return reflect.Value{}, fmt.Errorf("non-function %s of type %s", name, t)
	}
	if err := goodFunc(name, t); err != nil {
		return reflect.Value{}, err
	}
	fixed := t.NumIn()
	if t.IsVariadic() {
		fixed--
		if len(args) < fixed {
			return reflect.Value{}, fmt.Errorf("wrong number of args for %s: got %d want at least %d", name, len(args), fixed)
		}
	} else if len(args) != fixed {
		return reflect.Value{}, fmt.Errorf("wrong number of args for %s: got %d want %d", name, len(args), fixed)
	}
	values := make([]reflect.Value, len(args))
	for i, arg := range args {
		var argType reflect.Type
		if i < fixed {
			argType = t.In(i)
		} else {
			argType = t.In(fixed).Elem()
		}
		value, err := prepared(indirectInterface(arg), argType)
		if err != nil {
			return reflect.Value{}, fmt.Errorf("arg %d: %w", i, err)
		}
		values[i] = value
	}
	return safeCall(function, values)
}

// prepared returns a value as one of a type; integers are converted.
func prepared(v reflect.Value, t reflect.Type) (reflect.Value, error) {
	if !v.IsValid() {
		if !canBeNil(t) {
			return v, fmt.Errorf("value is nil; should be of type %s", t)
		}
		v = reflect.Zero(t)
	}
	if v.Type().AssignableTo(t) {
		return v, nil
	}
	if isInteger(v.Kind()) && isInteger(t.Kind()) && v.Type().ConvertibleTo(t) {
		return v.Convert(t), nil
	}
	return v, fmt.Errorf("value has type %s; should be %s", v.Type(), t)
}

func isInteger(k reflect.Kind) bool { return reflect.Int <= k && k <= reflect.Uint64 }

// index returns x[1][2] for index x 1 2.
func index(item reflect.Value, indexes ...reflect.Value) (reflect.Value, error) {
	item = indirectInterface(item)
	if !item.IsValid() {
		return item, errors.New("index of untyped nil")
	}
	for _, at := range indexes {
		at = indirectInterface(at)
		var isNil bool
		if item, isNil = indirect(item); isNil {
			return item, errors.New("index of nil pointer")
		}
		switch item.Kind() {
		case reflect.Array, reflect.Slice, reflect.String:
			i, err := position(at, item.Len())
			if err != nil {
				return item, err
			}
			item = item.Index(i)
		case reflect.Map:
			key, err := prepared(at, item.Type().Key())
			if err != nil {
				return item, err
			}
			element := item.MapIndex(key)
			if !element.IsValid() {
				element = reflect.Zero(item.Type().Elem())
			}
			item = element
		default:
			return item, fmt.Errorf("can't index item of type %s", item.Type())
		}
	}
	return item, nil
}

// position returns an index, which may be as large as limit.
func position(at reflect.Value, limit int) (int, error) {
	var i int64
	switch {
	case !at.IsValid():
		return 0, errors.New("cannot index slice/array with nil")
	case at.CanInt():
		i = at.Int()
	case at.CanUint():
		i = int64(at.Uint())
	default:
		return 0, fmt.Errorf("cannot index slice/array with type %s", at.Type())
	}
	if i < 0 || i > int64(limit) {
		return 0, fmt.Errorf("index out of range: %d", i)
	}
	return int(i), nil
}

// slice returns x[1:2] for slice x 1 2.
func slice(item reflect.Value, indexes ...reflect.Value) (reflect.Value, error) {
	item = indirectInterface(item)
	if !item.IsValid() {
		return item, errors.New("slice of untyped nil")
	}
	if len(indexes) > 3 {
		return item, fmt.Errorf("too many slice indexes: %d", len(indexes))
	}
	var isNil bool
	if item, isNil = indirect(item); isNil {
		return item, errors.New("slice of nil pointer")
	}
	var limit int
	switch item.Kind() {
	case reflect.String:
		if len(indexes) == 3 {
			return item, errors.New("cannot 3-index slice a string")
		}
		limit = item.Len()
	case reflect.Array, reflect.Slice:
		limit = item.Cap()
	default:
		return item, fmt.Errorf("can't slice item of type %s", item.Type())
	}
	bounds := [3]int{0, item.Len()}
	for i, at := range indexes {
		bound, err := position(indirectInterface(at), limit)
		if err != nil {
			return item, err
		}
		bounds[i] = bound
	}
	for i := range max(1, len(indexes)-1) {
		if bounds[i] > bounds[i+1] {
			return item, fmt.Errorf("invalid slice index: %d > %d", bounds[i], bounds[i+1])
		}
	}
	if len(indexes) < 3 {
		return item.Slice(bounds[0], bounds[1]), nil
	}
	return item.Slice3(bounds[0], bounds[1], bounds[2]), nil
}

func length(item reflect.Value) (int, error) {
	v, isNil := indirect(item)
	if isNil {
		return 0, errors.New("len of nil pointer")
	}
	switch v.Kind() {
	case reflect.Array, reflect.Chan, reflect.Map, reflect.Slice, reflect.String:
		return v.Len(), nil
	}
	return 0, fmt.Errorf("len of type %s", v.Type())
}
