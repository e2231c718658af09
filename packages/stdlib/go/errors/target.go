package errors

// All that this package needs to know about types at run time is in this file. Until internal/reflectlite is there,
// As knows only *error as a target, and every error counts as comparable; scripts/replacements/errors/target.go
// has the code for then.

type targetType struct{}

// checkTarget panics unless target can be the second argument of As.
func checkTarget(target any) targetType {
	if target == nil {
		panic("errors: target cannot be nil")
	}
	return targetType{}
}

// assign does *target = err if the types allow it.
func (t targetType) assign(err error, target any) bool {
	if p, ok := target.(*error); ok {
		*p = err
		return true
	}
	return false
}

func canCompare(err error) bool { return true }
