package template

import (
	"fmt"
	"reflect"
	"strings"
	"text/template/parse"
)

// evalCommand returns the value of a command. What the command before passes is its last argument.
func (s *state) evalCommand(dot reflect.Value, command *parse.CommandNode, final piped) reflect.Value {
	switch n := command.Args[0].(type) {
	case *parse.FieldNode:
		return s.evalField(dot, n, command.Args, final)
	case *parse.ChainNode:
		return s.evalChain(dot, n, command.Args, final)
	case *parse.IdentifierNode:
		return s.evalFunction(dot, n, command, command.Args, final)
	case *parse.PipeNode:
		s.notFunction(command.Args, final)
		return s.evalPipeline(dot, n)
	case *parse.VariableNode:
		return s.evalVariable(dot, n, command.Args, final)
	}
	word := command.Args[0]
	s.at(word)
	s.notFunction(command.Args, final)
	switch word := word.(type) {
	case *parse.BoolNode:
		return reflect.ValueOf(word.True)
	case *parse.DotNode:
		return dot
	case *parse.NilNode:
		s.errorf("nil is not a command")
	case *parse.NumberNode:
		return s.constant(word)
	case *parse.StringNode:
		return reflect.ValueOf(word.Text)
	}
	s.errorf("can't evaluate command %q", word)
	return reflect.Value{}
}

// notFunction reports arguments of what is no function.
func (s *state) notFunction(args []parse.Node, final piped) {
	if len(args) > 1 || final.ok {
		s.errorf("can't give argument to non-function %s", args[0])
	}
}

// constant returns the value of a number where no type is asked for.
func (s *state) constant(n *parse.NumberNode) reflect.Value {
	s.at(n)
	switch {
	case n.IsComplex:
		return reflect.ValueOf(n.Complex128)
	case n.IsFloat && writtenAsFloat(n.Text):
		return reflect.ValueOf(n.Float64)
	case n.IsInt:
		if int64(int(n.Int64)) != n.Int64 {
			s.errorf("%s overflows int", n.Text)
		}
		return reflect.ValueOf(int(n.Int64))
	case n.IsUint:
		s.errorf("%s overflows int", n.Text)
	}
	return reflect.Value{}
}

// writtenAsFloat reports whether a number has a point or an exponent. The digits of a hexadecimal one are none.
func writtenAsFloat(text string) bool {
	if text[0] == '\'' {
		return false
	}
	digits := strings.TrimLeft(text, "+-")
	if strings.HasPrefix(digits, "0x") || strings.HasPrefix(digits, "0X") {
		return strings.ContainsAny(digits, "pP")
	}
	return strings.ContainsAny(digits, ".eE")
}

func (s *state) evalField(dot reflect.Value, n *parse.FieldNode, args []parse.Node, final piped) reflect.Value {
	s.at(n)
	return s.evalFields(dot, dot, n, n.Ident, args, final)
}

func (s *state) evalChain(dot reflect.Value, n *parse.ChainNode, args []parse.Node, final piped) reflect.Value {
	s.at(n)
	if len(n.Field) == 0 {
		s.errorf("internal error: no fields in evalChainNode")
	}
	if n.Node.Type() == parse.NodeNil {
		s.errorf("indirection through explicit nil in %s", n)
	}
	return s.evalFields(dot, s.evalArg(dot, nil, n.Node), n, n.Field, args, final)
}

func (s *state) evalVariable(dot reflect.Value, n *parse.VariableNode, args []parse.Node, final piped) reflect.Value {
	s.at(n)
	value := s.variable(n.Ident[0]).value
	if len(n.Ident) == 1 {
		s.notFunction(args, final)
		return value
	}
	return s.evalFields(dot, value, n, n.Ident[1:], args, final)
}

// evalFields returns a field of a field … of a value. The arguments are those of the last one.
func (s *state) evalFields(dot, value reflect.Value, n parse.Node, names []string, args []parse.Node, final piped) reflect.Value {
	last := len(names) - 1
	for _, name := range names[:last] {
		value = s.evalMember(dot, name, n, nil, piped{}, value)
	}
	return s.evalMember(dot, names[last], n, args, final, value)
}

// evalMember returns what a method returns, the value of a field, or an element of a map.
func (s *state) evalMember(dot reflect.Value, name string, n parse.Node, args []parse.Node, final piped, of reflect.Value) reflect.Value {
	if !of.IsValid() {
		if s.tmpl.missingKey == missingError {
			s.errorf("nil data; no entry for key %q", name)
		}
		return reflect.Value{}
	}
	t := of.Type()
	of, isNil := indirect(of)
	if of.Kind() == reflect.Interface && isNil {
		s.errorf("nil pointer evaluating %s.%s", t, name)
	}
	receiver := of
	if of.Kind() != reflect.Interface && of.Kind() != reflect.Pointer && of.CanAddr() {
		receiver = of.Addr()
	}
	if method := receiver.MethodByName(name); method.IsValid() {
		return s.evalCall(dot, method, false, n, name, args, final)
	}
	hasArgs := len(args) > 1 || final.ok
	switch of.Kind() {
	case reflect.Struct:
		if field, ok := of.Type().FieldByName(name); ok {
			value, err := of.FieldByIndexErr(field.Index)
			if !field.IsExported() {
				s.errorf("%s is an unexported field of struct type %s", name, t)
			}
			if err != nil {
				s.errorf("%v", err)
			}
			if hasArgs {
				s.errorf("%s has arguments but cannot be invoked as function", name)
			}
			return value
		}
	case reflect.Map:
		key := reflect.ValueOf(name)
		if key.Type().AssignableTo(of.Type().Key()) {
			if hasArgs {
				s.errorf("%s is not a method but has arguments", name)
			}
			return s.element(of, key, name)
		}
	case reflect.Pointer:
		// It is nil. That the field is missing is worse.
		if base := of.Type().Elem(); base.Kind() == reflect.Struct {
			if _, ok := base.FieldByName(name); !ok {
				break
			}
		}
		if isNil {
			s.errorf("nil pointer evaluating %s.%s", t, name)
		}
	}
	s.errorf("can't evaluate field %s in type %s", name, t)
	return reflect.Value{}
}

// element returns an element of a map.
func (s *state) element(of, key reflect.Value, name string) reflect.Value {
	value := of.MapIndex(key)
	if value.IsValid() {
		return value
	}
	switch s.tmpl.missingKey {
	case missingZero:
		return reflect.Zero(of.Type().Elem())
	case missingError:
		s.errorf("map has no entry for key %q", name)
	}
	return value
}

func (s *state) evalFunction(dot reflect.Value, n *parse.IdentifierNode, call parse.Node, args []parse.Node, final piped) reflect.Value {
	s.at(n)
	function, builtin, ok := s.tmpl.function(n.Ident)
	if !ok {
		s.errorf("%q is not a defined function", n.Ident)
	}
	return s.evalCall(dot, function, builtin, call, n.Ident, args, final)
}

// evalCall calls a function or method. Its name is the first of args, if there are any.
func (s *state) evalCall(dot, function reflect.Value, builtin bool, n parse.Node, name string, args []parse.Node, final piped) reflect.Value {
	if args != nil {
		args = args[1:]
	}
	t := function.Type()
	count := len(args)
	if final.ok {
		count++
	}
	fixed := t.NumIn()
	if t.IsVariadic() {
		fixed--
		if count < fixed {
			s.errorf("wrong number of args for %s: want at least %d got %d", name, fixed, len(args))
		}
	} else if count != fixed {
		s.errorf("wrong number of args for %s: want %d got %d", name, fixed, count)
	}
	if err := goodFunc(name, t); err != nil {
		s.errorf("%v", err)
	}
	if builtin && (name == "and" || name == "or") {
		return s.evalLogic(dot, name == "or", args, final)
	}
	argType := func(i int) reflect.Type {
		if i < fixed {
			return t.In(i)
		}
		return t.In(fixed).Elem()
	}
	values := make([]reflect.Value, 0, count+1)
	for i, arg := range args {
		values = append(values, s.evalArg(dot, argType(i), arg))
	}
	if final.ok {
		values = append(values, s.assignable(final.value, argType(count-1)))
	}
	if builtin && name == "call" {
		callee := final.value.String()
		if len(args) > 0 {
			callee = args[0].String()
		}
		function = reflect.ValueOf(call)
		values = append([]reflect.Value{reflect.ValueOf(callee)}, values...)
	}
	value, err := safeCall(function, values)
	if err != nil {
		s.at(n)
		s.errorf("error calling %s: %w", name, err)
	}
	return unwrap(value)
}

// evalLogic is evalCall for and and or, which evaluate arguments only up to that which decides.
func (s *state) evalLogic(dot reflect.Value, or bool, args []parse.Node, final piped) (value reflect.Value) {
	for _, arg := range args {
		value = unwrap(s.evalArg(dot, reflectValueType, arg))
		if truth(value) == or {
			return value
		}
	}
	if final.ok {
		value = unwrap(s.assignable(final.value, reflectValueType))
	}
	return value
}

// unwrap returns the value that a value of type reflect.Value is.
func unwrap(v reflect.Value) reflect.Value {
	if v.Type() == reflectValueType {
		return v.Interface().(reflect.Value)
	}
	return v
}

// safeCall calls a function and returns its error, or its panic as an error.
func safeCall(function reflect.Value, args []reflect.Value) (value reflect.Value, err error) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case error:
			err = r
		default:
			err = fmt.Errorf("%v", r)
		}
	}()
	results := function.Call(args)
	if len(results) == 2 && !results[1].IsNil() {
		return results[0], results[1].Interface().(error)
	}
	return results[0], nil
}
