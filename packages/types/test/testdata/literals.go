package p

type S struct {
	a int
	b string
}
type P *S

func _(i int) {
	_ = []int{"a", 1.5} // ERROR 12:"cannot use \"a\" (untyped string constant) as int value in array or slice literal" 17:"cannot use 1.5 (untyped float constant) as int value in array or slice literal (truncated)"
	_ = [3]int{1, 2, 3, 4} // ERROR 22:"index 3 is out of bounds (>= 3)"
	_ = [3]int{5: 1} // ERROR 13:"invalid argument: index 5 out of bounds [0:3]"
	_ = []int{0: 1, 0: 2} // ERROR 18:"duplicate index 0 in array or slice literal"
	_ = []int{i: 1} // ERROR 12:"index i must be integer constant"
	_ = []int{-1: 1} // ERROR 12:"invalid argument: index -1 (constant of type int) must not be negative"
	_ = []int{"a": 1} // ERROR 12:"cannot convert \"a\" (untyped string constant) to type int"
	_ = S{1} // ERROR 9:"too few values in struct literal of type S"
	_ = S{1, "a", 2} // ERROR 16:"too many values in struct literal of type S"
	_ = S{1, 2} // ERROR 11:"cannot use 2 (untyped int constant) as string value in struct literal"
	_ = S{c: 1} // ERROR 8:"unknown field c in struct literal of type S"
	_ = S{A: 1} // ERROR 8:"unknown field A in struct literal of type S, but does have a"
	_ = S{a: 1, "b"} // ERROR 14:"mixture of field:value and value elements in struct literal"
	_ = S{a: 1, a: 2} // ERROR 14:"duplicate field name a in struct literal"
	_ = S{"a": 1} // ERROR 8:"invalid field name \"a\" in struct literal"
	_ = map[string]int{"a": 1, "a": 2} // ERROR 29:"duplicate key \"a\" in map literal"
	_ = map[string]int{"a"} // ERROR 21:"missing key in map literal"
	_ = map[string]int{1: "a"} // ERROR 21:"cannot use 1 (untyped int constant) as string value in map literal"
	_ = map[any]int{1: 1, 1.0: 2, "a": 3, 1: 4} // ERROR 40:"duplicate key 1 in map literal"
	_ = int{} // ERROR 6:"invalid composite literal type int"
	_ = P{} // ERROR 6:"invalid composite literal type P"
	_ = []*S{{1, "a"}, {2}} // ERROR 23:"too few values in struct literal of type S"
	_ = [...]string{2: "a", "b"}[4] // ERROR 31:"invalid argument: index 4 out of bounds [0:4]"
	_ = map[S]int{{1, "a"}: 1, {a: "b"}: 2} // ERROR 33:"cannot use \"b\" (untyped string constant) as int value in struct literal"
	_ = []int{1, 2, x: 3} // ERROR 18:"undefined: x"
	_ = &undefined1{1} // ERROR 7:"undefined: undefined1"
	_ = struct{ x, y int }{1} // ERROR 26:"too few values in struct literal of type struct{x int; y int}"
	_ = func() int {} // ERROR 18:"missing return"
	_ = [...]int{1, 2, 3}[:2] // ERROR 6:"cannot slice unaddressable value [...]int{…} (value of type [3]int)"
}
