package p

import "unsafe"

type T struct {
	a int
	b struct{ c byte }
}

func (T) m()

func _(x int, s []int, m map[string]int, c chan int) {
	_ = append(1, 2) // ERROR 13:"invalid append: argument must be a slice; have 1 (untyped int constant)"
	append(s, 1) // ERROR 2:"append(s, 1) (value of type []int) is not used"
	_ = append(s, "a") // ERROR 16:"cannot use \"a\" (untyped string constant) as int value in argument to append"
	_ = append(nil, 1) // ERROR 13:"invalid append: argument must be a slice; have untyped nil"
	_ = append() // ERROR 6:"invalid operation: not enough arguments for append() (expected 1, found 0)"
	_ = append(s, s) // ERROR 16:"cannot use s (variable of type []int) as int value in argument to append"
	_ = append(s, "abc"...) // ERROR 16:"cannot use \"abc\" (untyped string constant) as []int value in argument to append"
	_ = make(int) // ERROR 11:"invalid argument: cannot make int: type must be slice, map, or channel"
	_ = make([]int) // ERROR 6:"invalid operation: make([]int) expects 2 or 3 arguments; found 1"
	_ = make([]int, 5, 2) // ERROR 18:"invalid argument: length and capacity swapped"
	_ = make([]int, -1) // ERROR 18:"invalid argument: index -1 (constant of type int) must not be negative"
	_ = make([]int, "a") // ERROR 18:"cannot convert \"a\" (untyped string constant) to type int"
	_ = make([]int, 1.5) // ERROR 18:"1.5 (untyped float constant) truncated to int"
	_ = make(map[string]int, 1, 2) // ERROR 6:"invalid operation: make(map[string]int, 1, 2) expects 1 or 2 arguments; found 3"
	_ = new(1)
	_ = cap(m) // ERROR 10:"invalid argument: m (variable of type map[string]int) for built-in cap"
	_ = len(1) // ERROR 10:"invalid argument: 1 (untyped int constant) for built-in len"
	_ = len() // ERROR 6:"invalid operation: not enough arguments for len() (expected 1, found 0)"
	_ = len(s, s) // ERROR 6:"invalid operation: too many arguments for len(s, s) (expected 1, found 2)"
	_ = len(s...) // ERROR 6:"invalid operation: invalid use of ... with built-in len"
	copy(1, 2) // ERROR 7:"invalid copy: argument must be a slice; have 1 (untyped int constant)"
	copy(s, 2) // ERROR 10:"invalid copy: argument must be a slice; have 2 (untyped int constant)"
	copy(s, []string{}) // ERROR 7:"invalid copy: arguments s (variable of type []int) and []string{} (value of type []string) have different element types int and string"
	delete(1, 2) // ERROR 9:"invalid argument: 1 (untyped int constant) is not a map"
	delete(m, 1) // ERROR 12:"cannot use 1 (untyped int constant) as string value in argument to delete"
	panic() // ERROR 2:"invalid operation: not enough arguments for panic() (expected 1, found 0)"
	panic(1, 2) // ERROR 2:"invalid operation: too many arguments for panic(1, 2) (expected 1, found 2)"
	_ = complex(1, "a") // ERROR 14:"invalid operation: complex(1, \"a\") (mismatched types untyped float and untyped string)"
	_ = complex(x, x) // ERROR 14:"invalid argument: arguments have type int, expected floating-point"
	_ = real("a") // ERROR 11:"invalid argument: argument has type untyped string, expected complex type"
	_ = imag(x) // ERROR 11:"invalid argument: argument has type int, expected complex type"
	_ = min(1, "a") // ERROR 13:"invalid argument: mismatched types untyped int (previous argument) and untyped string (type of \"a\")"
	_ = max() // ERROR 6:"invalid operation: not enough arguments for max() (expected 1, found 0)"
	_ = max(x, 1.5) // ERROR 13:"1.5 (untyped float constant) truncated to int"
	_ = min(s) // ERROR 10:"invalid argument: s (variable of type []int) cannot be ordered"
	clear(x) // ERROR 8:"invalid argument: cannot clear x (variable of type int): argument must be (or constrained by) map or slice"
	close(x) // ERROR 8:"invalid operation: cannot close non-channel x (variable of type int)"
	const _ = len(s) // ERROR 12:"len(s) (value of type int) is not constant"
	const _ = len([3]int{})
	const _ = len([1]int{f()}) // ERROR 12:"len([1]int{…}) (value of type int) is not constant"
	_ = unsafe.Sizeof() // ERROR 6:"invalid operation: not enough arguments for unsafe.Sizeof() (expected 1, found 0)"
	_ = unsafe.Offsetof(x) // ERROR 22:"invalid argument: x is not a selector expression"
	_ = unsafe.Offsetof(T{}.m) // ERROR 22:"invalid argument: T{}.m is a method value"
	_ = unsafe.Offsetof(T{}.b.c)
	_ = unsafe.Slice(x, 1) // ERROR 19:"invalid argument: x (variable of type int) is not a pointer"
	_ = unsafe.Foo // ERROR 13:"undefined: unsafe.Foo"
	_ = print // ERROR 6:"print (built-in) must be called"
	println(1<<100, print()) // ERROR 18:"print() (no value) used as value"
	_ = recover(1) // ERROR 6:"invalid operation: too many arguments for recover(1) (expected 0, found 1)"
}

func f() int
