package template

import (
	"reflect"
	"text/template/parse"
)

// canBeNil reports whether nil is a value of a type.
func canBeNil(t reflect.Type) bool {
	switch t.Kind() {
	case reflect.Chan, reflect.Func, reflect.Interface, reflect.Map, reflect.Pointer, reflect.Slice:
		return true
	}
	return t == reflectValueType
}

// assignable returns a value as one that is assignable to a type: itself, what an interface has, what a pointer points to, or its
// address. No type: any will do.
func (s *state) assignable(v reflect.Value, t reflect.Type) reflect.Value {
	if t == nil {
		return v
	}
	if !v.IsValid() {
		if !canBeNil(t) {
			s.errorf("invalid value; expected %s", t)
		}
		return reflect.Zero(t)
	}
	if t == reflectValueType && v.Type() != t {
		return reflect.ValueOf(v)
	}
	if v.Type().AssignableTo(t) {
		return v
	}
	if v.Kind() == reflect.Interface && !v.IsNil() {
		if v = v.Elem(); v.Type().AssignableTo(t) {
			return v
		}
	}
	switch {
	case v.Kind() == reflect.Pointer && v.Type().Elem().AssignableTo(t):
		if v.IsNil() {
			s.errorf("dereference of nil pointer of type %s", t)
		}
		return v.Elem()
	case reflect.PointerTo(v.Type()).AssignableTo(t) && v.CanAddr():
		return v.Addr()
	}
	s.errorf("wrong type for value; expected %s; got %s", t, v.Type())
	return v
}

// evalArg returns an argument as a value of a type; no type: any will do.
func (s *state) evalArg(dot reflect.Value, t reflect.Type, n parse.Node) reflect.Value {
	s.at(n)
	switch arg := n.(type) {
	case *parse.DotNode:
		return s.assignable(dot, t)
	case *parse.NilNode:
		if !canBeNil(t) {
			s.errorf("cannot assign nil to %s", t)
		}
		return reflect.Zero(t)
	case *parse.FieldNode:
		return s.assignable(s.evalField(dot, arg, nil, piped{}), t)
	case *parse.VariableNode:
		return s.assignable(s.evalVariable(dot, arg, nil, piped{}), t)
	case *parse.PipeNode:
		return s.assignable(s.evalPipeline(dot, arg), t)
	case *parse.IdentifierNode:
		return s.assignable(s.evalFunction(dot, arg, arg, nil, piped{}), t)
	case *parse.ChainNode:
		return s.assignable(s.evalChain(dot, arg, nil, piped{}), t)
	}
	return s.evalConstant(t, n)
}

// evalConstant returns a constant as a value of a type.
func (s *state) evalConstant(t reflect.Type, n parse.Node) reflect.Value {
	kind := t.Kind()
	if t == reflectValueType {
		return reflect.ValueOf(s.plainConstant(n))
	}
	if kind == reflect.Interface && t.NumMethod() == 0 {
		return s.plainConstant(n)
	}
	value := reflect.New(t).Elem()
	number, _ := n.(*parse.NumberNode)
	switch kind {
	case reflect.Bool:
		b, ok := n.(*parse.BoolNode)
		if !ok {
			s.errorf("expected bool; found %s", n)
		}
		value.SetBool(b.True)
	case reflect.String:
		text, ok := n.(*parse.StringNode)
		if !ok {
			s.errorf("expected string; found %s", n)
		}
		value.SetString(text.Text)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		if number == nil || !number.IsInt {
			s.errorf("expected integer; found %s", n)
		}
		value.SetInt(number.Int64)
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		if number == nil || !number.IsUint {
			s.errorf("expected unsigned integer; found %s", n)
		}
		value.SetUint(number.Uint64)
	case reflect.Float32, reflect.Float64:
		if number == nil || !number.IsFloat {
			s.errorf("expected float; found %s", n)
		}
		value.SetFloat(number.Float64)
	case reflect.Complex64, reflect.Complex128:
		if number == nil || !number.IsComplex {
			s.errorf("expected complex; found %s", n)
		}
		value.SetComplex(number.Complex128)
	default:
		s.errorf("can't handle %s for arg of type %s", n, t)
	}
	return value
}

// plainConstant returns a constant where no type is asked for.
func (s *state) plainConstant(n parse.Node) reflect.Value {
	switch n := n.(type) {
	case *parse.BoolNode:
		return reflect.ValueOf(n.True)
	case *parse.NumberNode:
		return s.constant(n)
	case *parse.StringNode:
		return reflect.ValueOf(n.Text)
	}
	s.errorf("can't handle assignment of %s to empty interface argument", n)
	return reflect.Value{}
}
