package template

import (
	"reflect"
	"text/template/parse"
	_ "unsafe" // for linkname
)

// visitSorted visits the entries of a map in the order of the keys, up to one where visit reports false.
//
//go:linkname visitSorted fmt.visitSorted
func visitSorted(v reflect.Value, visit func(key, element reflect.Value) bool)

// A loop is a range action that is executed.
type loop struct {
	s     *state
	node  *parse.RangeNode
	known int // variables outside of the body
	turns int
}

// turn executes the body for an element. It reports whether the loop goes on.
func (l *loop) turn(index, element reflect.Value) bool {
	l.turns++
	s, decl := l.s, l.node.Pipe.Decl
	switch len(decl) {
	case 0:
	case 1:
		l.set(0, element)
	default:
		l.set(0, index)
		l.set(1, element)
	}
	f := s.walk(element, l.node.List)
	s.vars = s.vars[:l.known]
	return f != flowBreak
}

// set sets a variable of the pipeline.
func (l *loop) set(number int, value reflect.Value) {
	pipe := l.node.Pipe
	if pipe.IsAssign {
		l.s.variable(pipe.Decl[number].Ident[0]).value = value
		return
	}
	l.s.vars[l.known-len(pipe.Decl)+number].value = value
}

func (s *state) walkRange(dot reflect.Value, node *parse.RangeNode) flow {
	s.at(node)
	before := len(s.vars)
	value, _ := indirect(s.evalPipeline(dot, node.Pipe))
	l := &loop{s: s, node: node, known: len(s.vars)}
	l.run(value)
	f := flowNext
	if l.turns == 0 && node.ElseList != nil {
		f = s.walk(dot, node.ElseList)
	}
	s.vars = s.vars[:before]
	return f
}

// run executes the body for each element of a value.
func (l *loop) run(v reflect.Value) {
	s, pair := l.s, len(l.node.Pipe.Decl) > 1
	switch v.Kind() {
	case reflect.Array, reflect.Slice:
		for i := range v.Len() {
			if !l.turn(reflect.ValueOf(i), v.Index(i)) {
				break
			}
		}
		return
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64,
		reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		if pair {
			s.errorf("can't use %v to iterate over more than one variable", v)
		}
		for i := range v.Seq() {
			if !l.turn(i, i) {
				break
			}
		}
		return
	case reflect.Map:
		visitSorted(v, l.turn)
		return
	case reflect.Chan:
		if v.IsNil() {
			return
		}
		if v.Type().ChanDir() == reflect.SendDir {
			s.errorf("range over send-only channel %v", v)
		}
		for i := 0; ; i++ {
			element, ok := v.Recv()
			if !ok || !l.turn(reflect.ValueOf(i), element) {
				return
			}
		}
	case reflect.Invalid:
		return
	case reflect.Func:
		if l.runFunc(v, pair) {
			return
		}
	}
	s.errorf("range can't iterate over %v", v)
}

// runFunc is run for an iterator; false: it is none. Of a pair the first value counts if there is room for one only.
func (l *loop) runFunc(v reflect.Value, pair bool) bool {
	if v.Type().CanSeq() {
		if pair {
			l.s.errorf("can't use %v iterate over more than one variable", v)
		}
		for element := range v.Seq() {
			if !l.turn(element, element) {
				break
			}
		}
		return true
	}
	if !v.Type().CanSeq2() {
		return false
	}
	for key, element := range v.Seq2() {
		if !pair {
			element = key
		}
		if !l.turn(key, element) {
			break
		}
	}
	return true
}
