package template

import (
	"errors"
	"fmt"
	"reflect"
)

// A basicKind is a kind of values that are compared with each other.
type basicKind int

const (
	otherKind basicKind = iota
	boolKind
	complexKind
	intKind
	floatKind
	stringKind
	uintKind
)

var (
	errBadComparisonType = errors.New("invalid type for comparison")
	errNoComparison      = errors.New("missing argument for comparison")
)

func kindOf(v reflect.Value) basicKind {
	switch k := v.Kind(); {
	case k == reflect.Bool:
		return boolKind
	case k == reflect.String:
		return stringKind
	case v.CanInt():
		return intKind
	case v.CanUint():
		return uintKind
	case v.CanFloat():
		return floatKind
	case v.CanComplex():
		return complexKind
	}
	return otherKind
}

func isNil(v reflect.Value) bool {
	if !v.IsValid() {
		return true
	}
	switch v.Kind() {
	case reflect.Chan, reflect.Func, reflect.Interface, reflect.Map, reflect.Pointer, reflect.Slice:
		return v.IsNil()
	}
	return false
}

func incompatible(a, b reflect.Value) error {
	return fmt.Errorf("incompatible types for comparison: %v and %v", a.Type(), b.Type())
}

// eq reports whether the first argument equals one of the others.
func eq(arg1 reflect.Value, arg2 ...reflect.Value) (bool, error) {
	arg1 = indirectInterface(arg1)
	if len(arg2) == 0 {
		return false, errNoComparison
	}
	for _, arg := range arg2 {
		equal, err := equals(arg1, indirectInterface(arg))
		if equal || err != nil {
			return equal, err
		}
	}
	return false, nil
}

func equals(a, b reflect.Value) (bool, error) {
	kind, other := kindOf(a), kindOf(b)
	if kind != other {
		switch {
		case kind == intKind && other == uintKind:
			return a.Int() >= 0 && uint64(a.Int()) == b.Uint(), nil
		case kind == uintKind && other == intKind:
			return b.Int() >= 0 && a.Uint() == uint64(b.Int()), nil
		case a.IsValid() && b.IsValid():
			return false, incompatible(a, b)
		}
		return false, nil
	}
	switch kind {
	case boolKind:
		return a.Bool() == b.Bool(), nil
	case complexKind:
		return a.Complex() == b.Complex(), nil
	case floatKind:
		return a.Float() == b.Float(), nil
	case intKind:
		return a.Int() == b.Int(), nil
	case stringKind:
		return a.String() == b.String(), nil
	case uintKind:
		return a.Uint() == b.Uint(), nil
	}
	if a.IsValid() && b.IsValid() && a.Kind() != b.Kind() {
		return false, fmt.Errorf("non-comparable types %s: %v, %s: %v", a, a.Type(), b.Type(), b)
	}
	if isNil(a) || isNil(b) {
		return isNil(a) == isNil(b), nil
	}
	if !b.Type().Comparable() {
		return false, fmt.Errorf("non-comparable type %s: %v", b, b.Type())
	}
	return a.Interface() == b.Interface(), nil
}

func ne(arg1, arg2 reflect.Value) (bool, error) {
	equal, err := eq(arg1, arg2)
	return !equal, err
}

func lt(arg1, arg2 reflect.Value) (bool, error) {
	a, b := indirectInterface(arg1), indirectInterface(arg2)
	kind, other := kindOf(a), kindOf(b)
	if kind == otherKind || other == otherKind {
		return false, errBadComparisonType
	}
	if kind != other {
		switch {
		case kind == intKind && other == uintKind:
			return a.Int() < 0 || uint64(a.Int()) < b.Uint(), nil
		case kind == uintKind && other == intKind:
			return b.Int() >= 0 && a.Uint() < uint64(b.Int()), nil
		}
		return false, incompatible(a, b)
	}
	switch kind {
	case floatKind:
		return a.Float() < b.Float(), nil
	case intKind:
		return a.Int() < b.Int(), nil
	case stringKind:
		return a.String() < b.String(), nil
	case uintKind:
		return a.Uint() < b.Uint(), nil
	}
	return false, errBadComparisonType
}

func le(arg1, arg2 reflect.Value) (bool, error) {
	less, err := lt(arg1, arg2)
	if less || err != nil {
		return less, err
	}
	return eq(arg1, arg2)
}

func gt(arg1, arg2 reflect.Value) (bool, error) {
	lessOrEqual, err := le(arg1, arg2)
	return !lessOrEqual && err == nil, err
}

func ge(arg1, arg2 reflect.Value) (bool, error) {
	less, err := lt(arg1, arg2)
	return !less && err == nil, err
}
