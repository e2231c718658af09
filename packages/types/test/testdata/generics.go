package p

type G[T any] struct{ x T }
type G2[A, B any] struct{}
type N[T ~int | ~string] struct{ v T }
type C interface{ ~int | string }
type L[T any] struct{ next *L[T] }

func (g G[T]) get() T        { return g.x }
func (g *G[T]) set(x T)      { g.x = x }
func (g G[A, B]) wrong()     {} // ERROR 9:"receiver declares 2 type parameters, but receiver base type declares 1"
func (n N[T]) add(x T) T     { return n.v + x }
func (l *L[T]) bad() T       { return l.next } // ERROR 39:"cannot use l.next (variable of type *L[T]) as T value in return statement"

var g1 G // ERROR 8:"cannot use generic type G[T any] without instantiation"
var g2 G[int, string] // ERROR 8:"too many type arguments for type G: have 2, want 1"
var g3 G2[int] // ERROR 8:"not enough type arguments for type G2: have 1, want 2"
var g4 N[float64] // ERROR 10:"float64 does not satisfy ~int | ~string (float64 missing in ~int | ~string)"
var g5 C // ERROR 8:"cannot use type C outside a type constraint: interface contains type constraints"
var g6 = G{} // ERROR 10:"cannot use generic type G[T any] without instantiation"
var g7 = G[int]{x: "a"} // ERROR 20:"cannot use \"a\" (untyped string constant) as int value in struct literal"

func f[T any, U ~int](t T, u U) {}
func id[T any](x T) T           { return x }
func apply[A, B any](xs []A, fn func(A) B) []B {
	var out []B
	for _, x := range xs {
		out = append(out, fn(x))
	}
	return out
}
func sum[T int | float64](xs ...T) (s T) {
	for _, x := range xs {
		s += x
	}
	return
}
func cmp[T any](a, b T) bool        { return a == b } // ERROR 46:"invalid operation: a == b (incomparable types in type set)"
func cmp2[T comparable](a, b T) bool { return a == b }
func less[T any](a, b T) bool       { return a < b } // ERROR 46:"invalid operation: a < b (type parameter T cannot use operator <)"
func conv[T int | string](x T) int  { return int(x) } // ERROR 50:"cannot convert x (variable of type T constrained by int | string) to type int: cannot convert string (in T) to type int"
func none[T any]() T                { var z T; return z }
func mustPtr[T any, PT interface {
	*T
	set(T)
}](x T) PT {
	p := PT(new(T))
	p.set(x)
	return p
}

func _() {
	f(1, "a") // ERROR 3:"string does not satisfy ~int (string missing in ~int)"
	f(1, 2)
	f[int](1) // ERROR 9:"not enough arguments in call to f[int]\n\thave (number)\n\twant (T, U)"
	f[int, string](1, "a") // ERROR 9:"string does not satisfy ~int (string missing in ~int)"
	f() // ERROR 2:"not enough arguments in call to f\n\thave ()\n\twant (T, U)"
	var _ func(int, int) = f
	var _ func(int) = f // ERROR 20:"type func(int) of _ does not match func(t T, u U) (cannot infer T and U)"
	var _ func(int) int = id
	_ = id // ERROR 6:"cannot use generic function id without instantiation"
	_ = id[int]
	_ = id[int, int] // ERROR 14:"got 2 type arguments but want 1"
	_ = apply([]int{1}, func(x int) string { return "" })
	_ = apply([]int{1}, func(x string) string { return "" }) // ERROR 22:"in call to apply, type func(x string) string of func(x string) string {…} does not match inferred type func(int) B for func(A) B"
	var _ []string = apply([]int{1}, id) // ERROR 19:"cannot use apply([]int{…}, id) (value of type []int) as []string value in variable declaration"
	_ = sum(1, 2.5)
	_ = sum("a") // ERROR 9:"string does not satisfy int | float64 (string missing in int | float64)"
	_ = cmp2([]int{}, nil) // ERROR 10:"[]int does not satisfy comparable"
	none() // ERROR 6:"in call to none, cannot infer T (declared at generics.go:42:11)"
	_ = none[string]() + 1 // ERROR 6:"invalid operation: none[string]() + 1 (mismatched types string and untyped int)"
	_ = g7.get() + "a" // ERROR 6:"invalid operation: g7.get() + \"a\" (mismatched types int and untyped string)"
	g7.set("a") // ERROR 9:"cannot use \"a\" (untyped string constant) as int value in argument to g7.set"
	_ = G[int]{1}.get
	var _ G[string] = g7 // ERROR 20:"cannot use g7 (variable of struct type G[int]) as G[string] value in variable declaration"
	type local[T any] []T
	_ = local[int]{1, "a"} // ERROR 20:"cannot use \"a\" (untyped string constant) as int value in array or slice literal"
}

type tree[K comparable, V any] struct {
	left, right *tree[K, V]
	key         K
	value       V
}

func (t *tree[K, V]) find(k K, less func(a, b K) bool) (V, bool) {
	var zero V
	switch {
	case t == nil:
		return zero, false
	case less(k, t.key):
		return t.left.find(k, less)
	case less(t.key, k):
		return t.right.find(k, less)
	}
	return t.value, true
}

type set[T comparable] = map[T]struct{}

var _ = set[string]{"a": {}}
var _ = set[[]int]{} // ERROR 13:"[]int does not satisfy comparable"

func _[T int8 | int | float64](x T) bool {
	switch x {
	case 1, 2:
		return true
	case "s": // ERROR 7:"cannot convert \"s\" (untyped string constant) to type T"
	}
	return x == 3
}
