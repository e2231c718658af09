package p

type I interface{ M() }

func f[T any](t T, a any, i I, n int) {
	_ = "a" + a // ERROR 6:"invalid operation: \"a\" + a (mismatched types string and any)"
	_ = a + "a" // ERROR 6:"invalid operation: a + \"a\" (mismatched types any and string)"
	_ = 1 + a // ERROR 6:"invalid operation: 1 + a (mismatched types untyped int and any)"
	_ = 'x' * a // ERROR 6:"invalid operation: 'x' * a (mismatched types untyped rune and any)"
	_ = a && true // ERROR 6:"invalid operation: a && true (mismatched types any and bool)"
	_ = (1 == 2) + a // ERROR 6:"invalid operation: (1 == 2) + a (mismatched types bool and any)"
	_ = "a" + t // ERROR 6:"invalid operation: \"a\" + t (mismatched types untyped string and T)"
	_ = "a" + n // ERROR 6:"invalid operation: \"a\" + n (mismatched types untyped string and int)"
}
