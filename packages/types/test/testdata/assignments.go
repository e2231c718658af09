package p

type S struct{ a int }
type I interface{ m() }
type F func()
type M map[string]int

func two() (int, int)
func none()

func _() {
	var x int = "a" // ERROR 14:"cannot use \"a\" (untyped string constant) as int value in variable declaration"
	var s string = S{} // ERROR 17:"cannot use S{} (value of struct type S) as string value in variable declaration"
	var i I = S{} // ERROR 12:"cannot use S{} (value of struct type S) as I value in variable declaration: S does not implement I (missing method m)"
	var f F
	var m M
	s = f // ERROR 6:"cannot use f (variable of func type F) as string value in assignment"
	s = m // ERROR 6:"cannot use m (variable of map type M) as string value in assignment"
	s = i // ERROR 6:"cannot use i (variable of interface type I) as string value in assignment"
	s = []int{1} // ERROR 6:"cannot use []int{…} (value of type []int) as string value in assignment"
	s = func(a, b int) (c string) { return "" } // ERROR 6:"cannot use func(a, b int) (c string) {…} (value of type func(a int, b int) (c string)) as string value in assignment"
	s = two() // ERROR 6:"assignment mismatch: 1 variable but two returns 2 values"
	s = none() // ERROR 6:"none() (no value) used as value"
	s = int // ERROR 6:"int (type) is not an expression"
	s = len // ERROR 6:"len (built-in) must be called"
	s = nil // ERROR 6:"cannot use nil as string value in assignment"
	s = 1 << 3 // ERROR 6:"cannot use 1 << 3 (untyped int constant 8) as string value in assignment"
	const c = 5
	const d int8 = 5
	s = c // ERROR 6:"cannot use c (untyped int constant 5) as string value in assignment"
	s = d // ERROR 6:"cannot use d (constant 5 of type int8) as string value in assignment"
	s = m["a"] // ERROR 6:"cannot use m[\"a\"] (map index expression of type int) as string value in assignment"
	s = two // ERROR 6:"cannot use two (value of type func() (int, int)) as string value in assignment"
	s = struct{ a, b int }{1, 2} // ERROR 6:"cannot use struct{a, b int}{…} (value of type struct{a int; b int}) as string value in assignment"
	s = &S{} // ERROR 6:"cannot use &S{} (value of type *S) as string value in assignment"
	s = (x) // ERROR 6:"cannot use (x) (variable of type int) as string value in assignment"
	s = -x // ERROR 6:"cannot use -x (value of type int) as string value in assignment"
	s = <-make(chan int) // ERROR 6:"cannot use <-make(chan int) (comma, ok expression of type int) as string value in assignment"
	_, _ = s, i
}

func _() {
	q := 1 // ERROR 2:"declared and not used: q"
	a, b := 1 // ERROR 2:"declared and not used: a" 5:"declared and not used: b" 10:"assignment mismatch: 2 variables but 1 value"
	a, b := two(), 1 // ERROR 7:"no new variables on left side of :=" 10:"multiple-value two() (value of type (int, int)) in single-value context"
	a, b = none() // ERROR 9:"none() (no value) used as value"
	x, y, z := two() // ERROR 2:"declared and not used: x" 5:"declared and not used: y" 8:"declared and not used: z" 13:"assignment mismatch: 3 variables but two returns 2 values"
	var u, v = two(), 1 // ERROR 6:"declared and not used: u" 9:"declared and not used: v" 13:"multiple-value two() (value of type (int, int)) in single-value context"
	var w string = two() // ERROR 6:"declared and not used: w" 17:"multiple-value two() (value of type (int, int)) in single-value context"
	var n = nil // ERROR 6:"declared and not used: n" 10:"use of untyped nil in variable declaration"
	_ = nil // ERROR 6:"use of untyped nil in assignment to _ identifier"
	1 = 2 // ERROR 2:"cannot assign to 1 (neither addressable nor a map index expression)"
	two() = 3 // ERROR 2:"multiple-value two() (value of type (int, int)) in single-value context"
	"abc"[0] = 'x' // ERROR 2:"cannot assign to \"abc\"[0] (neither addressable nor a map index expression)"
	map[string]S{}["a"].a = 1 // ERROR 2:"cannot assign to struct field map[string]S{}[\"a\"].a in map"
	x, x := 1, 2 // ERROR 5:"x repeated on left side of :="
	S{}.a = 2 // ERROR 2:"cannot assign to S{}.a (neither addressable nor a map index expression)"
}

func _() (x int) {
	var b byte = 256 // ERROR 15:"cannot use 256 (untyped int constant) as byte value in variable declaration (overflows)"
	b = 300 // ERROR 6:"cannot use 300 (untyped int constant) as byte value in assignment (overflows)"
	b = byte(300) // ERROR 11:"constant 300 overflows byte"
	b = 1.5 // ERROR 6:"cannot use 1.5 (untyped float constant) as byte value in assignment (truncated)"
	var i8 int8 = 'a' * 2 // ERROR 16:"cannot use 'a' * 2 (untyped rune constant 194) as int8 value in variable declaration (overflows)"
	var f float32 = 1e100 // ERROR 18:"cannot use 1e100 (untyped float constant 1e+100) as float32 value in variable declaration (overflows)"
	var t bool = 1 // ERROR 15:"cannot use 1 (untyped int constant) as bool value in variable declaration"
	i8 += "a" // ERROR 2:"invalid operation: i8 += \"a\" (mismatched types int8 and untyped string)"
	i8 <<= 1.5 // ERROR 9:"1.5 (untyped float constant) truncated to uint"
	t++ // ERROR 2:"invalid operation: t++ (non-numeric type bool)"
	_, _, _ = b, i8, f
	{
		x := 1
		_ = x
		return // ERROR 3:"result parameter x not in scope at return\n\tassignments.go:73:3: inner declaration of var x int"
	}
}

func _() int    { return } // ERROR 19:"not enough return values\n\thave ()\n\twant (int)"
func _() int    { return 1, 2 } // ERROR 29:"too many return values\n\thave (number, number)\n\twant (int)"
func _() int    { return two() } // ERROR 26:"too many return values\n\thave (int, int)\n\twant (int)"
func _()        { return 1 } // ERROR 26:"too many return values\n\thave (number)\n\twant ()"
func _() string { return two() } // ERROR 26:"too many return values\n\thave (int, int)\n\twant (string)"
func _() (a int, b string) { return 1 } // ERROR 37:"not enough return values\n\thave (number)\n\twant (int, string)"
func _() (a int, b string) { return two() } // ERROR 37:"cannot use two() (value of type int) as string value in return statement"
