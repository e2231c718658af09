package p

type I interface{ m() }
type J interface{ m(int) }
type T struct{}

func (T) m() {}

type U struct{}

func (*U) m() {}

func f[P any, Q interface{ m() }, R interface{ m(int) }](i I, x any, p P) {
	_ = i.(P)
	_ = i.(Q)
	_ = i.(R)
	_ = i.(J)
	_ = i.(T)
	_ = i.(U) // ERROR 6:"impossible type assertion: i.(U)\n\tU does not implement I (method m has pointer receiver)"
	_ = i.(*U)
	_ = i.(int) // ERROR 6:"impossible type assertion: i.(int)\n\tint does not implement I (missing method m)"
	_ = x.(P)
	_ = x.(int)
	_ = p.(int) // ERROR 6:"invalid operation: cannot use type assertion on type parameter value p (variable of type P constrained by any)"
	switch i.(type) {
	case P, Q, R, J, T, *U:
	case U: // ERROR 7:"impossible type switch case: U\n\ti (variable of interface type I) cannot have dynamic type U (method m has pointer receiver)"
	case int: // ERROR 7:"impossible type switch case: int\n\ti (variable of interface type I) cannot have dynamic type int (missing method m)"
	}
}
