package reflect

import (
	"iter"
	"unsafe"
)

// A Method describes one method of a type.
type Method struct {
	Name    string
	PkgPath string
	Type    Type
	// Func is the method as a function whose first parameter is the receiver; not valid for interfaces.
	Func  Value
	Index int
}

// IsExported reports whether the name begins with an upper-case letter.
func (m Method) IsExported() bool { return m.PkgPath == "" }

// exportedMethods returns the number of exported methods, which come first in the table of a type.
func (t *rtype) exportedMethods() int {
	n := 0
	for n < int(t.d().methodCount) && methodAt(t.d().methods, n).pkgPath == "" {
		n++
	}
	return n
}

func (t *rtype) NumMethod() int {
	if t.kind() == Interface {
		return int(t.d().fieldCount)
	}
	return t.exportedMethods()
}

func (t *rtype) Method(i int) Method {
	if uint(i) >= uint(t.NumMethod()) {
		panic("reflect: Method index out of range")
	}
	return t.methodValue(i)
}

func (t *rtype) Methods() iter.Seq[Method] {
	return func(yield func(Method) bool) {
		for i := range t.NumMethod() {
			if !yield(t.methodValue(i)) {
				return
			}
		}
	}
}

func (t *rtype) MethodByName(name string) (Method, bool) { return typeMethodNamed(t, name) }

// typeMethodNamed is t.MethodByName(name). The compiler calls it itself where name is a constant.
func typeMethodNamed(typ Type, name string) (Method, bool) {
	t := typ.common()
	i := t.methodIndex(name)
	if i < 0 {
		return Method{}, false
	}
	return t.methodValue(i), true
}

// methodIndex finds a method, an exported one unless the type is an interface; -1 if there is none.
func (t *rtype) methodIndex(name string) int {
	table := t.d().methods
	if t.kind() == Interface {
		table = t.d().fields
	}
	for i := range t.NumMethod() {
		if methodAt(table, i).name == name {
			return i
		}
	}
	return -1
}

func (t *rtype) methodValue(i int) Method {
	if t.kind() == Interface {
		m := methodAt(t.d().fields, i)
		return Method{Name: m.name, PkgPath: m.pkgPath, Type: toType(m.typ), Index: i}
	}
	m := methodAt(t.d().methods, i)
	in := []*rtype{t}
	for k := range m.typ.inCount() {
		in = append(in, m.typ.parameter(k))
	}
	var out []*rtype
	for k := range m.typ.outCount() {
		out = append(out, m.typ.parameter(len(in)-1+k))
	}
	typ := funcOf(in, out, m.typ.variadic())
	return Method{Name: m.name, Type: typ, Func: methodFunc(typ, i), Index: i}
}

// boundMethod is the closure object of a method value. Its code takes the receiver from it.
type boundMethod struct {
	code     uint32
	receiver any
}

// NumMethod returns the number of methods that Method returns.
func (v Value) NumMethod() int {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value.NumMethod", Invalid})
	}
	return v.typ.NumMethod()
}

// Method returns the i-th method as a function that is bound to v.
func (v Value) Method(i int) Value {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value.Method", Invalid})
	}
	if uint(i) >= uint(v.typ.NumMethod()) {
		panic("reflect: Method index out of range")
	}
	return v.boundMethod(i)
}

// Methods walks over the methods and the functions that Method returns for them.
func (v Value) Methods() iter.Seq2[Method, Value] {
	t := v.Type().common()
	return func(yield func(Method, Value) bool) {
		for i := range t.NumMethod() {
			if !yield(t.methodValue(i), v.boundMethod(i)) {
				return
			}
		}
	}
}

// MethodByName returns the method of that name bound to v, the zero Value if there is none.
func (v Value) MethodByName(name string) Value { return valueMethodNamed(v, name) }

// valueMethodNamed is v.MethodByName(name). The compiler calls it itself where name is a constant.
func valueMethodNamed(v Value, name string) Value {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value.MethodByName", Invalid})
	}
	i := v.typ.methodIndex(name)
	if i < 0 {
		return Value{}
	}
	return v.boundMethod(i)
}

func (v Value) boundMethod(i int) Value {
	if v.typ.kind() != Interface {
		m := methodAt(v.typ.d().methods, i)
		return pointerValue(m.typ, unsafe.Pointer(&boundMethod{m.code, v.pack()}), v.readOnly())
	}
	if v.IsNil() {
		panic("reflect: Method on nil interface value")
	}
	wanted := methodAt(v.typ.d().fields, i)
	held := v.Elem()
	for k := range int(held.typ.d().methodCount) {
		m := methodAt(held.typ.d().methods, k)
		if m.name == wanted.name && m.pkgPath == wanted.pkgPath && m.typ != nil {
			return pointerValue(wanted.typ, unsafe.Pointer(&boundMethod{m.code, held.pack()}), v.readOnly())
		}
	}
	// Unexported methods cannot be called.
	return pointerValue(wanted.typ, unsafe.Pointer(&boundMethod{code: noCode()}), isStickyRO)
}
