package p

type T struct{}

func (T) m(x int)

func h(a int, b string)
func v(a ...int)
func w(a string, b ...int)
func two() (int, int)
func none()

func _() {
	h(1) // ERROR 4:"not enough arguments in call to h\n\thave (number)\n\twant (int, string)"
	h() // ERROR 2:"not enough arguments in call to h\n\thave ()\n\twant (int, string)"
	h(1, 2, 3) // ERROR 10:"too many arguments in call to h\n\thave (number, number, number)\n\twant (int, string)"
	h(two()) // ERROR 4:"cannot use two() (value of type int) as string value in argument to h"
	v(1, "a") // ERROR 7:"cannot use \"a\" (untyped string constant) as int value in argument to v"
	v(1, []int{}...) // ERROR 7:"too many arguments in call to v\n\thave (number, []int...)\n\twant (...int)"
	v([]string{}...) // ERROR 4:"cannot use []string{} (value of type []string) as []int value in argument to v"
	v(two()...) // ERROR 2:"cannot use ... with 2-valued two()"
	h(two()...) // ERROR 2:"cannot use ... in call to non-variadic h"
	w() // ERROR 2:"not enough arguments in call to w\n\thave ()\n\twant (string, ...int)"
	w(1, 2) // ERROR 4:"cannot use 1 (untyped int constant) as string value in argument to w"
	w("a", two()) // ERROR 9:"multiple-value two() (value of type (int, int)) in single-value context"
	T{}.m() // ERROR 2:"not enough arguments in call to T{}.m\n\thave ()\n\twant (int)"
	T.m(1) // ERROR 6:"not enough arguments in call to T.m\n\thave (number)\n\twant (T, int)"
	T.m(T{}, "a") // ERROR 11:"cannot use \"a\" (untyped string constant) as int value in argument to T.m"
	(*T).m(nil, 1)
	_ = int() // ERROR 6:"missing argument in conversion to int"
	_ = int(1, 2) // ERROR 13:"too many arguments in conversion to int"
	_ = int(two()) // ERROR 10:"multiple-value two() (value of type (int, int)) in single-value context"
	none()() // ERROR 2:"none() (no value) used as value or type"
	two().x // ERROR 2:"multiple-value two() (value of type (int, int)) in single-value context"
	h(undefined1, undefined2) // ERROR 4:"undefined: undefined1" 16:"undefined: undefined2"
	func(x int) {}("a") // ERROR 17:"cannot use \"a\" (untyped string constant) as int value in argument to func(x int) {}"
	_ = none() // ERROR 6:"none() (no value) used as value"
	two()
}
