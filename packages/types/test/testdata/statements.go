package p

type T struct{}

func f() int

func _(x int, s string, c chan int, rc <-chan int, sc chan<- int, e error, any_ any) {
L: // ERROR 1:"label L defined and not used"
	for {
	}
	goto M // ERROR 7:"label M not defined"
	break // ERROR 2:"break is not in a loop, switch, or select"
	continue // ERROR 2:"continue is not in a loop"
	break L2 // ERROR 8:"break label not defined: L2"
	var u int // ERROR 6:"declared and not used: u"
	defer int(3) // ERROR 8:"defer requires function call, not conversion int(3) (constant 3 of type int)"
	defer len("a") // ERROR 8:"defer discards result of len(\"a\") (constant 1 of type int)"
	go append([]int{}, 1) // ERROR 5:"go discards result of append([]int{}, 1) (value of type []int)"
	len("a") // ERROR 2:"len(\"a\") (constant 1 of type int) is not used"
	f // ERROR 2:"f (value of type func() int) is not used"
	1 // ERROR 2:"1 (untyped int constant) is not used"
	x == 1 // ERROR 2:"x == 1 (untyped bool value) is not used"
	switch y := any_.(type) { // ERROR 9:"y declared and not used"
	}
	switch any_.(type) {
	case int:
	case int, nil, nil: // ERROR 7:"duplicate case int in type switch\n\tstatements.go:26:7: previous case" 17:"duplicate case nil in type switch\n\tstatements.go:27:12: previous case"
	}
	switch x {
	case 1:
	case 1: // ERROR 7:"duplicate case 1 (constant of type int) in expression switch\n\tstatements.go:30:7: previous case"
	case "a": // ERROR 7:"cannot convert \"a\" (untyped string constant) to type int"
	default:
	default: // ERROR 2:"multiple defaults (first at statements.go:33:2)"
	}
	switch {
	case 1: // ERROR 7:"cannot convert 1 (untyped int constant) to type bool"
	}
	switch s {
	case "a", "b", "a": // ERROR 17:"duplicate case \"a\" (constant of type string) in expression switch\n\tstatements.go:40:7: previous case"
		fallthrough // ERROR 3:"cannot fallthrough final case in switch"
	}
	for range 10.5 { // ERROR 12:"cannot range over 10.5 (untyped float constant)"
	}
	for i, j := range 10 { // ERROR 6:"declared and not used: i" 9:"range over 10 (untyped int constant) permits only one iteration variable"
	}
	for i := range func(int) {} { // ERROR 17:"cannot range over func(int) {} (value of type func(int)): func must be func(yield func(...) bool): argument is not func"
	}
	for i := range f { // ERROR 17:"cannot range over f (value of type func() int): func must be func(yield func(...) bool): wrong argument count"
	}
	for a, b := range c { // ERROR 6:"declared and not used: a" 9:"range over c (variable of type chan int) permits only one iteration variable"
	}
	switch e.(type) {
	case int: // ERROR 7:"impossible type switch case: int\n\te (variable of interface type error) cannot have dynamic type int (missing method Error)"
	case *T: // ERROR 7:"impossible type switch case: *T\n\te (variable of interface type error) cannot have dynamic type *T (missing method Error)"
	}
	switch x.(type) { // ERROR 9:"x (variable of type int) is not an interface"
	}
	select {
	case 1: // ERROR 7:"select case must be send or receive (possibly with assignment)"
	case f(): // ERROR 8:"select case must be send or receive (possibly with assignment)"
	}
	fallthrough // ERROR 2:"fallthrough statement out of place"
	rc <- 1 // ERROR 2:"invalid operation: cannot send to receive-only channel <-chan int rc (variable of type <-chan int)"
	close(rc) // ERROR 8:"invalid operation: cannot close receive-only channel rc (variable of type <-chan int)"
	<-sc // ERROR 4:"invalid operation: cannot receive from send-only channel chan<- int sc (variable of type chan<- int)"
	for range sc { // ERROR 12:"cannot range over sc (variable of type chan<- int): receive from send-only channel chan<- int"
	}
	if x { // ERROR 5:"non-boolean condition in if statement"
	}
	for s { // ERROR 6:"non-boolean condition in for statement"
	}
	if x == 1 {
	} else if s { // ERROR 12:"non-boolean condition in if statement"
	}
	s++ // ERROR 2:"invalid operation: s++ (non-numeric type string)"
	switch func() {} {
	}
	for i := range x { // ERROR 6:"declared and not used: i"
		func() { _ = j }() // ERROR 16:"undefined: j"
	}
	x <- 1 // ERROR 2:"invalid operation: cannot send to non-channel int x (variable of type int)"
	c <- "a" // ERROR 7:"cannot use \"a\" (untyped string constant) as int value in send"
	{
		unused := func() { inner := 1 } // ERROR 3:"declared and not used: unused" 22:"declared and not used: inner"
	}
	var e2 error // ERROR 6:"declared and not used: e2"
	func() { e2 = nil }()
}

func _() int {
	for {
		break
	}
} // ERROR 1:"missing return"

func _(x int) int {
	switch x {
	case 1:
		return 1
	default:
		panic(1)
	}
}

func _() int {
	for {
	}
}

func _() {
	goto L // ERROR 7:"goto L jumps over declaration of x at statements.go:113:4"
	x := 1
	_ = x
L:
	goto N // ERROR 7:"goto N jumps into block starting at statements.go:117:2"
	{
	N:
	}
}
