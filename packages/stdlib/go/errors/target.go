package errors

import "internal/reflectlite"

// All that this package needs to know about types at run time is in this file.

type targetType struct{ elem reflectlite.Type }

var errorType = reflectlite.TypeOf((*error)(nil)).Elem()

// checkTarget panics unless target can be the second argument of As.
func checkTarget(target any) targetType {
	if target == nil {
		panic("errors: target cannot be nil")
	}
	v := reflectlite.ValueOf(target)
	t := v.Type()
	if t.Kind() != reflectlite.Ptr || v.IsNil() {
		panic("errors: target must be a non-nil pointer")
	}
	elem := t.Elem()
	if elem.Kind() != reflectlite.Interface && !elem.Implements(errorType) {
		panic("errors: *target must be interface or implement error")
	}
	return targetType{elem}
}

// assign does *target = err if the types allow it.
func (t targetType) assign(err error, target any) bool {
	if !reflectlite.TypeOf(err).AssignableTo(t.elem) {
		return false
	}
	reflectlite.ValueOf(target).Elem().Set(reflectlite.ValueOf(err))
	return true
}

func canCompare(err error) bool { return reflectlite.TypeOf(err).Comparable() }
