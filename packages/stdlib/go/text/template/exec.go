package template

import (
	"fmt"
	"io"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"text/template/parse"
)

// maxExecDepth limits templates within templates.
const maxExecDepth = 1000

// A variable has the value of a variable now.
type variable struct {
	name  string
	value reflect.Value
}

// A state is an execution of a template.
type state struct {
	tmpl  *Template
	wr    io.Writer
	node  parse.Node // what is executed, for messages
	vars  []variable
	depth int // of templates within templates
}

// A piped value is what the command before passes to a command.
type piped struct {
	value reflect.Value
	ok    bool
}

// An ExecError is an error of executing a template.
type ExecError struct {
	Name string // of the template
	Err  error  // the whole message
}

func (e ExecError) Error() string { return e.Err.Error() }

// Unwrap returns the error that the message is about.
func (e ExecError) Unwrap() error { return e.Err }

// writeError is how an error of the writer leaves an execution.
type writeError struct{ err error }

// errorf ends the execution with an error.
func (s *state) errorf(format string, args ...any) {
	name := s.tmpl.Name()
	where := "template: " + name + ": "
	if s.node != nil {
		location, context := s.tmpl.ErrorContext(s.node)
		where = "template: " + location + ": executing " + strconv.Quote(name) + " at <" + context + ">: "
	}
	panic(ExecError{name, fmt.Errorf(strings.ReplaceAll(where, "%", "%%")+format, args...)})
}

// at sets the node that errors are about.
func (s *state) at(node parse.Node) { s.node = node }

// Execute writes what the template makes of data. If data is a reflect.Value, its value counts.
func (t *Template) Execute(wr io.Writer, data any) (err error) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case writeError:
			err = r.err
		case ExecError:
			err = r
		default:
			panic(r)
		}
	}()
	value, ok := data.(reflect.Value)
	if !ok {
		value = reflect.ValueOf(data)
	}
	s := &state{tmpl: t, wr: wr, vars: []variable{{"$", value}}}
	if t.Tree == nil || t.Root == nil {
		s.errorf("%q is an incomplete or empty template", t.Name())
	}
	s.walk(value, t.Root)
	return nil
}

// ExecuteTemplate is Execute for the template of a name that is associated with t.
func (t *Template) ExecuteTemplate(wr io.Writer, name string, data any) error {
	tmpl := t.Lookup(name)
	if tmpl == nil {
		return fmt.Errorf("template: no template %q associated with template %q", name, t.name)
	}
	return tmpl.Execute(wr, data)
}

// DefinedTemplates returns the names of the templates that are associated with t and defined, for a message; empty: there are none.
func (t *Template) DefinedTemplates() string {
	if t.common == nil {
		return ""
	}
	var names []string
	for _, other := range t.Templates() {
		if other.Tree != nil && other.Root != nil {
			names = append(names, strconv.Quote(other.name))
		}
	}
	if len(names) == 0 {
		return ""
	}
	slices.Sort(names)
	return "; defined templates are: " + strings.Join(names, ", ")
}

// A flow says how a loop goes on.
type flow int

const (
	flowNext flow = iota
	flowBreak
	flowContinue
)

// walk executes a node.
func (s *state) walk(dot reflect.Value, node parse.Node) flow {
	s.at(node)
	switch node := node.(type) {
	case *parse.ActionNode:
		value := s.evalPipeline(dot, node.Pipe)
		if len(node.Pipe.Decl) == 0 {
			s.printValue(node, value)
		}
	case *parse.TextNode:
		s.write(node.Text)
	case *parse.ListNode:
		for _, n := range node.Nodes {
			if f := s.walk(dot, n); f != flowNext {
				return f
			}
		}
	case *parse.IfNode:
		return s.walkBranch(dot, &node.BranchNode, "if")
	case *parse.WithNode:
		return s.walkBranch(dot, &node.BranchNode, "with")
	case *parse.RangeNode:
		return s.walkRange(dot, node)
	case *parse.TemplateNode:
		s.walkTemplate(dot, node)
	case *parse.BreakNode:
		return flowBreak
	case *parse.ContinueNode:
		return flowContinue
	case *parse.CommentNode:
	default:
		s.errorf("unknown node: %s", node)
	}
	return flowNext
}

func (s *state) write(b []byte) {
	if _, err := s.wr.Write(b); err != nil {
		panic(writeError{err})
	}
}

// walkBranch executes an if or with.
func (s *state) walkBranch(dot reflect.Value, node *parse.BranchNode, name string) flow {
	known := len(s.vars)
	value := s.evalPipeline(dot, node.Pipe)
	truth, ok := isTrue(indirectInterface(value))
	if !ok {
		s.errorf("%s can't use %v", name, value)
	}
	f := flowNext
	switch {
	case truth && node.NodeType == parse.NodeWith:
		f = s.walk(value, node.List)
	case truth:
		f = s.walk(dot, node.List)
	case node.ElseList != nil:
		f = s.walk(dot, node.ElseList)
	}
	s.vars = s.vars[:known]
	return f
}

func (s *state) walkTemplate(dot reflect.Value, node *parse.TemplateNode) {
	tmpl := s.tmpl.Lookup(node.Name)
	if tmpl == nil || tmpl.Tree == nil {
		s.errorf("template %q not defined", node.Name)
	}
	if s.depth == maxExecDepth {
		s.errorf("exceeded maximum template depth (%v)", maxExecDepth)
	}
	dot = s.evalPipeline(dot, node.Pipe)
	inner := &state{tmpl: tmpl, wr: s.wr, node: s.node, vars: []variable{{"$", dot}}, depth: s.depth + 1}
	inner.walk(dot, tmpl.Root)
}

func (s *state) push(name string, value reflect.Value) {
	s.vars = append(s.vars, variable{name, value})
}

// variable returns the variable of a name that was declared last.
func (s *state) variable(name string) *variable {
	for i := len(s.vars) - 1; i >= 0; i-- {
		if s.vars[i].name == name {
			return &s.vars[i]
		}
	}
	s.errorf("undefined variable: %s", name)
	return nil
}

// evalPipeline returns the value of a pipeline, and sets its variables.
func (s *state) evalPipeline(dot reflect.Value, pipe *parse.PipeNode) (value reflect.Value) {
	if pipe == nil {
		return
	}
	s.at(pipe)
	var final piped
	for _, command := range pipe.Cmds {
		value = s.evalCommand(dot, command, final)
		if value.Kind() == reflect.Interface && value.Type().NumMethod() == 0 {
			value = value.Elem()
		}
		final = piped{value, true}
	}
	for _, v := range pipe.Decl {
		if pipe.IsAssign {
			s.variable(v.Ident[0]).value = value
		} else {
			s.push(v.Ident[0], value)
		}
	}
	return value
}

// printValue writes a value as fmt.Print does.
func (s *state) printValue(n parse.Node, v reflect.Value) {
	s.at(n)
	value, ok := printableValue(v)
	if !ok {
		s.errorf("can't print %s of type %s", n, v.Type())
	}
	if text, ok := value.(string); ok {
		if _, err := io.WriteString(s.wr, text); err != nil {
			panic(writeError{err})
		}
		return
	}
	if _, err := fmt.Fprint(s.wr, value); err != nil {
		panic(writeError{err})
	}
}

var (
	errorType        = reflect.TypeFor[error]()
	stringerType     = reflect.TypeFor[fmt.Stringer]()
	reflectValueType = reflect.TypeFor[reflect.Value]()
)

// printableValue returns what is printed for a value, which may be reached by a pointer or by its address.
func printableValue(v reflect.Value) (any, bool) {
	if v.Kind() == reflect.Pointer {
		v, _ = indirect(v)
	}
	if !v.IsValid() {
		return "<no value>", true
	}
	if t := v.Type(); !t.Implements(errorType) && !t.Implements(stringerType) {
		switch address := reflect.PointerTo(t); {
		case v.CanAddr() && (address.Implements(errorType) || address.Implements(stringerType)):
			v = v.Addr()
		case v.Kind() == reflect.Chan || v.Kind() == reflect.Func:
			return nil, false
		}
	}
	return v.Interface(), true
}

// indirect follows pointers and interfaces, up to one that is nil.
func indirect(v reflect.Value) (value reflect.Value, isNil bool) {
	for v.Kind() == reflect.Pointer || v.Kind() == reflect.Interface {
		if v.IsNil() {
			return v, true
		}
		v = v.Elem()
	}
	return v, false
}

// indirectInterface returns what an interface has; if that is nothing, no value.
func indirectInterface(v reflect.Value) reflect.Value {
	if v.Kind() == reflect.Interface {
		return v.Elem()
	}
	return v
}

// IsTrue reports whether a value is not the zero value of its type, and whether that can be told.
func IsTrue(val any) (truth, ok bool) { return isTrue(reflect.ValueOf(val)) }

func isTrue(v reflect.Value) (truth, ok bool) {
	if !v.IsValid() {
		return false, true
	}
	switch v.Kind() {
	case reflect.Array, reflect.Map, reflect.Slice, reflect.String:
		return v.Len() > 0, true
	case reflect.Bool:
		return v.Bool(), true
	case reflect.Complex64, reflect.Complex128:
		return v.Complex() != 0, true
	case reflect.Chan, reflect.Func, reflect.Pointer, reflect.UnsafePointer, reflect.Interface:
		return !v.IsNil(), true
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return v.Int() != 0, true
	case reflect.Float32, reflect.Float64:
		return v.Float() != 0, true
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		return v.Uint() != 0, true
	case reflect.Struct:
		return true, true
	}
	return false, false
}
