package p

import "unsafe" // ERROR 8:"\"unsafe\" imported and not used"
import u "unsafe" // ERROR 8:"\"unsafe\" imported as u and not used"

type T struct{ T2 }
type T2 struct{ x int }
type A [2]A // ERROR 6:"invalid recursive type: A refers to itself"
type B struct{ b B } // ERROR 6:"invalid recursive type: B refers to itself"
type C1 C2 // ERROR 6:"invalid recursive type C1\n\tdeclarations.go:10:6: C1 refers to C2\n\tdeclarations.go:11:6: C2 refers to C1"
type C2 C1
type I1 interface{ I2 } // ERROR 6:"invalid recursive type I1\n\tdeclarations.go:12:6: I1 refers to I2\n\tdeclarations.go:13:6: I2 refers to I1"
type I2 interface{ I1 }
type V1 [len(V1{})]int // ERROR 6:"invalid recursive type: V1 refers to itself"

var v1 = v2 // ERROR 5:"initialization cycle for v1\n\tdeclarations.go:16:5: v1 refers to v2\n\tdeclarations.go:17:5: v2 refers to f1\n\tdeclarations.go:19:6: f1 refers to v1"
var v2 = f1()

func f1() int { return v1 }

const c1 = c2 // ERROR 7:"initialization cycle for c1\n\tdeclarations.go:21:7: c1 refers to c2\n\tdeclarations.go:22:7: c2 refers to c1"
const c2 = c1

func dup()        {}
func dup()        {} // ERROR 6:"dup redeclared in this block\n\tdeclarations.go:24:6: other declaration of dup"
func (T) M()      {}
func (T) M()      {} // ERROR 10:"method T.M already declared at declarations.go:26:10"
func (T2) x()     {} // ERROR 11:"field and method with the same name x\n\tdeclarations.go:7:17: other declaration of x"
func (int) foo()  {} // ERROR 7:"cannot define new methods on non-local type int"
func (**T) foo()  {} // ERROR 8:"invalid receiver type **T"
func (Undef) foo() {} // ERROR 7:"undefined: Undef"
func init() int   { return 1 } // ERROR 6:"func init must have no arguments and no return values"

var init = 1 // ERROR 5:"cannot declare init - must be func"
var x, y = 1 // ERROR 12:"assignment mismatch: 2 variables but 1 value"
var x1, y1 int = 1, 2, 3 // ERROR 24:"extra init expr 3"

const z // ERROR 7:"missing init expr for z"
const z1, z2 = 1 // ERROR 11:"missing init expr for z2"
const z3 = f1() // ERROR 12:"f1() (value of type int) is not constant"
const z4 []int = nil // ERROR 10:"invalid constant type []int"
const (
	k1, k2 = iota, iota
	k3 // ERROR 2:"extra init expr at declarations.go:43:17"
	k4, k5, k6 // ERROR 10:"missing init expr for k6"
)

var unresolved undefinedType // ERROR 16:"undefined: undefinedType"

type E struct {
	a int
	a string // ERROR 2:"a redeclared\n\tdeclarations.go:51:2: other declaration of a"
	int
	int // ERROR 2:"int redeclared\n\tdeclarations.go:53:2: other declaration of int"
}
type P *int

func (P) m() {} // ERROR 7:"invalid receiver type P (pointer or interface type)"

type S struct {
	P // ERROR 2:"embedded field type cannot be a pointer"
	*P2 // ERROR 2:"embedded field type cannot be a pointer to an interface"
	*error // ERROR 2:"embedded field type cannot be a pointer to an interface"
}
type P2 interface{}
type M1 map[[]int]int // ERROR 13:"invalid map key type []int"
type Arr [f1()]int // ERROR 11:"array length f1() (value of type int) must be constant"
type Arr2 [-1]int // ERROR 12:"invalid array length -1 (untyped int constant)"
type Arr3 ["a"]int // ERROR 12:"array length \"a\" (untyped string constant) must be integer"
type Arr4 [1.5]int // ERROR 12:"array length 1.5 (untyped float constant) must be integer"
type Arr5 [v1]int // ERROR 12:"invalid array length v1"
type Arr6 [...]int // ERROR 11:"invalid use of [...] array (outside a composite literal)"
type G int[string] // ERROR 8:"invalid operation: int[string] (int is not a generic type)"
type H f1 // ERROR 8:"f1 (function) is not a type"
type D interface {
	m()
	m() // ERROR 2:"duplicate method m\n\tdeclarations.go:76:2: other declaration of method m"
}

func k(a int, a string) (a int) { return } // ERROR 15:"a redeclared in this block\n\tdeclarations.go:80:8: other declaration of a" 35:"result parameter a not in scope at return\n\tdeclarations.go:80:8: inner declaration of var a int"
func variadic(a ...int, b int)  {} // ERROR 17:"can only use ... with final parameter"
func missing() int {
} // ERROR 1:"missing return"
func noBody() int
