package main
import "unsafe"
type MyInt int
type MyInt2 int
type MyStr string
type MyBool bool
type MyF float32
type S1 struct { a int; B string }
type S2 struct { a int; B string }
type S3 struct { a int "t"; B string }
type Emb struct { S1; *T1; x any }
type Arr [3]int
type Sl []int
type SlB []byte
type MyB byte
type SlMB []MyB
type Mp map[string]int
type Ch chan int
type ChR <-chan int
type Fn func(int) string
type Fn2 func(x int) (s string)
type I0 interface{}
type I1 interface { M(int) string }
type I2 interface { M(int) string; N() }
type I3 interface { M(string) string }
type I4 interface { m() }
type T1 struct{}
func (T1) M(int) string { return "" }
type T2 struct{ f func() }
func (*T2) M(int) string { return "" }
func (T2) N() {}
type T3 struct{ T1; p *T3 }
func (T3) N() {}
type T4 struct{ I1; T1 }
type P1 *T1
type PI *int
type G[T any] struct { v T }
func (g G[T]) Get() T { return g.v }
func (g *G[T]) Set(v T) {}
type GI[T any] interface { Get() T }
type GP[K comparable, V any] map[K]V
type L[T any] []T
type Al = L[int]
type A2 = S1
type Rec[T any] struct { next *Rec[T]; v []T }
type Num interface { ~int | ~float32 | MyInt2 } // ERROR 40:"overlapping terms main.MyInt2 and ~int"
type Cmp interface { comparable; M(int) string }
type Seq[V any] func(yield func(V) bool)
func g1[T any](x, y T) T { return x }
func g2[T Num](x T) T { return x }
func g3[K comparable, V any](m map[K]V, k K) V { return m[k] }
func g4[S ~[]E, E any](s S, e E) S { return s }
func g5[T any, P interface{ *T; Set(int) }](x T) P { return nil }
func g6[T interface{ GI[E] }, E any](x T) E { return x.Get() }
func g7[E any](x GI[E]) E { return x.Get() }
func g8[A, B any](f func(A) B, a A) B { return f(a) }
func g9[T Cmp](x T) {}
func g10[T any](x ...T) []T { return x }
func g11[C ~chan E, E any](c C) E { return <-c }
func g12[T ~struct{ a int; B string }](x T) T { return x }
func g13[T ~*E, E any](x T) E { return *x }
func g14[E any](s Seq[E]) E { panic(0) }
func g15[T any](x L[T], y []T) T { panic(0) }
func g16[T I1 | I2](x T) {} // ERROR 12:"cannot use main.I1 in union (main.I1 contains methods)" 17:"cannot use main.I2 in union (main.I2 contains methods)"
func g17[T fmtS](x T) {}
type fmtS interface { ~string | ~[]byte }
func id[T any](x T) T { return x }
func two[A, B any](a A, b B) (B, A) { return b, a }
func sum[T Num](x, y T) T { return x + y }

func main() {
{ var a []T1; var b S2 = a; _ = b } // ERROR 26:"cannot use a (variable of type []T1) as S2 value in variable declaration"
{ var a MyInt; var b map[int]string; _, _ = a, b; var r = g1(b, a); _ = r } // ERROR 65:"in call to g1, type MyInt of a does not match inferred type map[int]string for T"
{ var x G[func([]int)]; _ = x }
{ var a MyInt; var b Emb; _ = a < b } // ERROR 35:"invalid operation: a < b (mismatched types MyInt and Emb)"
{ var a Al; var b func(T1)T2; _, _ = a, b; var r = g13(a); _ = r } // ERROR 55:"in call to g13, T (type Al) does not satisfy ~*E"
{ var a complex128; var b Arr = a; _ = b } // ERROR 33:"cannot use a (variable of type complex128) as Arr value in variable declaration"
{ var a GP[string,int]; var b MyInt2 = a; _ = b } // ERROR 40:"cannot use a (variable of map type GP[string, int]) as MyInt2 value in variable declaration"
{ _ = (complex128)(true) } // ERROR 20:"cannot convert true (untyped bool constant) to type complex128"
{ var a unsafe.Pointer; _ = (unsafe.Pointer)(a) }
{ _ = g6[*T3, bool] } // ERROR 10:"*T3 does not satisfy interface{GI[bool]} (missing method Get)"
{ var a *G[int]; _ = a < 1<<40 } // ERROR 26:"invalid operation: a < 1 << 40 (mismatched types *G[int] and untyped int)"
{ var a [2]int; var b A2 = a; _ = b } // ERROR 28:"cannot use a (variable of type [2]int) as A2 value in variable declaration"
{ _ = (unsafe.Pointer)(nil) }
{ var a G[int]; var b *[3]int = a; _ = b } // ERROR 33:"cannot use a (variable of struct type G[int]) as *[3]int value in variable declaration"
{ var a MyInt2; var b MyBool = a; _ = b } // ERROR 32:"cannot use a (variable of int type MyInt2) as MyBool value in variable declaration"
{ var a PI; for i, j := range a { _, _ = i, j } } // ERROR 31:"cannot range over a (variable of pointer type PI)"
{ var a func([]int); _ = ([]T1)(a) } // ERROR 33:"cannot convert a (variable of type func([]int)) to type []T1"
{ _ = g7[[]MyB, []MyB] } // ERROR 17:"got 2 type arguments but want 1"
{ var a func(func(int)bool); var b GI[string]; _ = a == b } // ERROR 57:"invalid operation: a == b (mismatched types func(func(int) bool) and GI[string])"
{ var a T4; var b T4; _ = a == b }
{ var a SlMB; var b [0]func() = a; _ = b } // ERROR 33:"cannot use a (variable of slice type SlMB) as [0]func() value in variable declaration"
{ var a *T2; var b *T2; _, _ = a, b; var r = g7(b); _ = r } // ERROR 49:"in call to g7, type *T2 of b does not match GI[E] (cannot infer E)"
{ var a complex128; var b complex128; _ = a == b }
{ var a []rune; var b []rune = a; _ = b }
{ var a MyBool; var b GI[int]; _, _ = a, b; var r = g13(1<<40); _ = r } // ERROR 56:"in call to g13, cannot infer E (declared at relations.go:61:17)"
{ var a *T3; var b *T3 = a; _ = b }
{ var a []I1; _ = a == nil }
{ var a I2; _ = a.(interface{Get()int}) }
{ var a Fn; var b Fn = a; _ = b }
{ var a S3; for i, j := range a { _, _ = i, j } } // ERROR 31:"cannot range over a (variable of struct type S3)"
{ var a chan<- int; _ = (map[string]int)(a) } // ERROR 42:"cannot convert a (variable of type chan<- int) to type map[string]int"
{ var a *G[int]; var b func(int)string; _, _ = a, b; var r = g14(a); _ = r } // ERROR 66:"in call to g14, type *G[int] of a does not match Seq[E] (cannot infer E)"
{ var a struct{x []int}; var b S3; _, _ = a, b; var r = g4(a, "s"); _ = r } // ERROR 59:"in call to g4, S (type struct{x []int}) does not satisfy ~[]E"
{ var a G[G[int]]; _ = a * 2i } // ERROR 24:"invalid operation: a * 2i (mismatched types G[G[int]] and untyped complex)"
{ var a uintptr; var b PI; _ = a - b } // ERROR 32:"invalid operation: a - b (mismatched types uintptr and PI)"
{ var a any; _ = a.(T4) }
{ var a []T1; var b map[MyStr]int; _, _ = a, b; var r = g7(nil); _ = r } // ERROR 59:"in call to g7, cannot infer E (declared at relations.go:55:9)"
{ var a I0; for i, j := range a { _, _ = i, j } } // ERROR 31:"cannot range over a (variable of interface type I0)"
{ var a SlB; var b *T2 = a; _ = b } // ERROR 26:"cannot use a (variable of slice type SlB) as *T2 value in variable declaration"
{ var a Sl; _ = ([]I1)(a) } // ERROR 24:"cannot convert a (variable of slice type Sl) to type []I1"
{ var a SlMB; var b I3; _, _ = a, b; g17(a) } // ERROR 41:"SlMB does not satisfy fmtS (SlMB missing in ~string | ~[]byte)"
{ var a func(...int); var b func(...int) = a; _ = b }
{ _ = g4[T3] } // ERROR 9:"S (type T3) does not satisfy ~[]E"
{ var a *S1; _ = a * 2i } // ERROR 18:"invalid operation: a * 2i (mismatched types *S1 and untyped complex)"
{ var a G[MyInt]; var b G[MyInt] = 2i; _, _ = a, b } // ERROR 36:"cannot use 2i (untyped complex constant (0 + 2i)) as G[MyInt] value in variable declaration"
{ var a I1; _ = a.(*T1) }
{ var a any; var b func(func(int)bool); _ = a && b } // ERROR 45:"invalid operation: a && b (mismatched types any and func(func(int) bool))"
{ var a SlB; var b SlB = a; _ = b }
{ var a string; _ = (any)(a) }
{ var a GP[int,string]; var b *MyInt = a; _ = b } // ERROR 40:"cannot use a (variable of map type GP[int, string]) as *MyInt value in variable declaration"
{ var a chan int; var b complex128 = a; _ = b } // ERROR 38:"cannot use a (variable of type chan int) as complex128 value in variable declaration"
{ var a MyInt2; var b MyInt2 = a; _ = b }
{ var a []rune; var b []rune = a; _ = b }
{ var a Rec[int]; var b func(T1)T2 = a; _ = b } // ERROR 38:"cannot use a (variable of struct type Rec[int]) as func(T1) T2 value in variable declaration"
{ var a Seq[int]; var b Fn; _, _ = a, b; var r = g6(a); _ = r } // ERROR 52:"in call to g6, T (type Seq[int]) does not satisfy interface{GI[E]} (missing method Get)"
{ var a GP[int,string]; _ = a * true } // ERROR 29:"invalid operation: a * true (mismatched types GP[int, string] and untyped bool)"
{ var a Ch; _ = a * 1 } // ERROR 17:"invalid operation: a * 1 (mismatched types Ch and untyped int)"
{ var a S3; var b map[string]int = 'a'; _, _ = a, b } // ERROR 36:"cannot use 'a' (untyped rune constant 97) as map[string]int value in variable declaration"
{ var a MyStr; var b MyStr; _, _ = a, b; var r = g4(a, b); _ = r } // ERROR 52:"in call to g4, S (type MyStr) does not satisfy ~[]E"
{ var a []I1; _ = ([]any)(a) } // ERROR 27:"cannot convert a (variable of type []I1) to type []any"
{ var a func(); var b int8; _ = a != b } // ERROR 38:"invalid operation: a != b (mismatched types func() and int8)"
{ var a MyF; var b int8; _ = a != b } // ERROR 35:"invalid operation: a != b (mismatched types MyF and int8)"
{ var f func(a, b float64) float64 = g4; _ = f } // ERROR 38:"S (type float64) does not satisfy ~[]E"
{ var a *Arr; var b struct{a int;B string} = 1e100; _, _ = a, b } // ERROR 46:"cannot use 1e100 (untyped float constant 1e+100) as struct{a int; B string} value in variable declaration"
{ var a *T1; _ = (unsafe.Pointer)(a) }
{ var a G[G[int]]; var b any; _ = a == b }
{ var a I4; var b I2 = a; _ = b } // ERROR 24:"cannot use a (variable of interface type I4) as I2 value in variable declaration: I4 does not implement I2 (missing method M)"
{ var a T3; _ = (float64)(a) } // ERROR 27:"cannot convert a (variable of struct type T3) to type float64"
{ var a I4; var b I4; _ = a == b }
{ var a ChR; var b G[MyInt]; _, _ = a, b; var r = g12(b); _ = r } // ERROR 54:"in call to g12, T (type G[MyInt]) does not satisfy ~struct{a int; B string}"
{ var a I4; _ = a.(SlB) } // ERROR 17:"impossible type assertion: a.(SlB)\n\tSlB does not implement I4 (missing method m)"
{ var a I2; _ = a.(unsafe.Pointer) } // ERROR 17:"impossible type assertion: a.(unsafe.Pointer)\n\tunsafe.Pointer does not implement I2 (missing method M)"
{ var a any; _ = a.(MyInt2) }
{ var a GP[string,int]; var b struct{a int;B string}; _, _ = a, b; g16(b) }
{ _ = g6[float64] } // ERROR 9:"T (type float64) does not satisfy interface{GI[E]} (missing method Get)"
{ var a *int; var b GP[string,int] = a; _ = b } // ERROR 38:"cannot use a (variable of type *int) as GP[string, int] value in variable declaration"
{ var a I2; _ = a.(map[string]int) } // ERROR 17:"impossible type assertion: a.(map[string]int)\n\tmap[string]int does not implement I2 (missing method M)"
{ var x Seq[I1, *G[string]]; _ = x } // ERROR 9:"too many type arguments for type Seq: have 2, want 1"
{ var a func(T1)T2; var b Sl = a; _ = b } // ERROR 32:"cannot use a (variable of type func(T1) T2) as Sl value in variable declaration"
{ var f func(MyBool, map[MyStr]int) MyBool = g8; _ = f } // ERROR 46:"type func(MyBool, map[MyStr]int) MyBool of f does not match func(f func(A) B, a A) B (cannot infer A and B)"
{ var a any; var b any = a; _ = b }
{ var a func(T1)T2; var b func(T1)T2; _ = a - b } // ERROR 43:"invalid operation: operator - not defined on a (variable of type func(T1) T2)"
{ var a []T1; var b Al = true; _, _ = a, b } // ERROR 26:"cannot use true (untyped bool constant) as Al value in variable declaration"
{ var a uintptr; var b []int; _, _ = a, b; var r = g12(a); _ = r } // ERROR 55:"in call to g12, T (type uintptr) does not satisfy ~struct{a int; B string}"
{ var a S3; var b MyF; _, _ = a, b; var r = g12(b); _ = r } // ERROR 48:"in call to g12, T (type MyF) does not satisfy ~struct{a int; B string}"
{ _ = (map[int]string)(1e100) } // ERROR 24:"cannot convert 1e100 (untyped float constant 1e+100) to type map[int]string"
{ var x Seq[GI[int], *int]; _ = x } // ERROR 9:"too many type arguments for type Seq: have 2, want 1"
{ var a I1; var b SlB = a; _ = b } // ERROR 25:"cannot use a (variable of interface type I1) as SlB value in variable declaration"
{ var a map[string]int; var b map[string]int; _, _ = a, b; var r = g11(b); _ = r } // ERROR 71:"in call to g11, C (type map[string]int) does not satisfy ~chan E"
{ var a L[string]; var b *S1; _ = a + b } // ERROR 35:"invalid operation: a + b (mismatched types L[string] and *S1)"
{ _ = (*T3)(nil) }
{ var a MyStr; _ = (chan<- int)(a) } // ERROR 33:"cannot convert a (variable of string type MyStr) to type chan<- int"
{ var a float32; var b float32; _ = a == b }
{ var a float64; var b map[any]int; _ = a == b } // ERROR 46:"invalid operation: a == b (mismatched types float64 and map[any]int)"
{ var a []string; var b MyBool = a; _ = b } // ERROR 34:"cannot use a (variable of type []string) as MyBool value in variable declaration"
{ var x L[[]T1]; _ = x }
{ var a I1; for i, j := range a { _, _ = i, j } } // ERROR 31:"cannot range over a (variable of interface type I1)"
{ var a Fn2; var b T4; _ = a && b } // ERROR 28:"invalid operation: a && b (mismatched types Fn2 and T4)"
{ _ = (*G[int])(true) } // ERROR 17:"cannot convert true (untyped bool constant) to type *G[int]"
{ _ = (any)(true) }
{ var a <-chan int; _ = a == "s" } // ERROR 30:"invalid operation: a == \"s\" (mismatched types <-chan int and untyped string)"
{ var a T2; var b Mp = a; _ = b } // ERROR 24:"cannot use a (variable of struct type T2) as Mp value in variable declaration"
{ var a Emb; for i, j := range a { _, _ = i, j } } // ERROR 32:"cannot range over a (variable of struct type Emb)"
{ var a *int; var b *int; _, _ = a, b; var r = g8(a, b); _ = r } // ERROR 51:"in call to g8, type *int of a does not match func(A) B (cannot infer A and B)"
{ var a [2]int; var b Sl = a; _ = b } // ERROR 28:"cannot use a (variable of type [2]int) as Sl value in variable declaration"
{ var a interface{Get()int}; var b interface{Get()int} = a; _ = b }
{ var a *T1; var b *G[string]; _, _ = a, b; var r = g15(b, a); _ = r } // ERROR 57:"in call to g15, type *G[string] of b does not match L[T] (cannot infer T)"
{ var a I2; _ = ([]MyB)(a) } // ERROR 25:"cannot convert a (variable of interface type I2) to type []MyB"
{ var a **int; _ = a * 1.5 } // ERROR 20:"invalid operation: a * 1.5 (mismatched types **int and untyped float)"
{ var a *T1; _ = (*T1)(a) }
{ var a chan int; var b map[string]int = 1; _, _ = a, b } // ERROR 42:"cannot use 1 (untyped int constant) as map[string]int value in variable declaration"
{ var a Emb; for i, j := range a { _, _ = i, j } } // ERROR 32:"cannot range over a (variable of struct type Emb)"
{ var a GI[int]; var b *T2 = a; _ = b } // ERROR 30:"cannot use a (variable of interface type GI[int]) as *T2 value in variable declaration"
{ var a I1; _ = a.(ChR) } // ERROR 17:"impossible type assertion: a.(ChR)\n\tChR does not implement I1 (missing method M)"
{ var a GP[string,int]; var b GP[string,int] = a; _ = b }
{ var a *G[string]; var b I3 = a; _ = b } // ERROR 32:"cannot use a (variable of type *G[string]) as I3 value in variable declaration: *G[string] does not implement I3 (missing method M)"
{ var a T3; var b I3 = a; _ = b } // ERROR 24:"cannot use a (variable of struct type T3) as I3 value in variable declaration: T3 does not implement I3 (wrong type for method M)\n\t\thave M(int) string\n\t\twant M(string) string"
{ var a int8; _ = (int8)(a) }
{ var a MyBool; var b int = a; _ = b } // ERROR 29:"cannot use a (variable of bool type MyBool) as int value in variable declaration"
{ var a []I1; for i, j := range a { _, _ = i, j } }
{ var a T1; var b map[any]int = a; _ = b } // ERROR 33:"cannot use a (variable of struct type T1) as map[any]int value in variable declaration"
{ var a float32; for i, j := range a { _, _ = i, j } } // ERROR 36:"cannot range over a (variable of type float32)"
{ var a map[int]string; _ = a < 1 } // ERROR 33:"invalid operation: a < 1 (mismatched types map[int]string and untyped int)"
{ var a func(); _ = (func())(a) }
{ var a Rec[int]; _ = (ChR)(a) } // ERROR 29:"cannot convert a (variable of struct type Rec[int]) to type ChR"
{ var a [0]func(); var b [0]func(); _ = a - b } // ERROR 41:"invalid operation: operator - not defined on a (variable of type [0]func())"
{ var x G[I3]; _ = x }
{ var a GI[int]; _ = a.(Mp) } // ERROR 22:"impossible type assertion: a.(Mp)\n\tMp does not implement GI[int] (missing method Get)"
{ var a S3; var b func(...int) = a; _ = b } // ERROR 34:"cannot use a (variable of struct type S3) as func(...int) value in variable declaration"
{ var a L[int]; var b L[int] = 1; _, _ = a, b } // ERROR 32:"cannot use 1 (untyped int constant) as L[int] value in variable declaration"
{ var a MyStr; _ = (MyStr)(a) }
{ var a G[G[int]]; var b func([]int) = a; _ = b } // ERROR 40:"cannot use a (variable of struct type G[G[int]]) as func([]int) value in variable declaration"
{ var x L[func(func(int)bool)]; _ = x }
{ var a string; var b T3; _ = a + b } // ERROR 31:"invalid operation: a + b (mismatched types string and T3)"
{ var a struct{}; var b []any; _, _ = a, b; g9(nil) } // ERROR 47:"in call to g9, cannot infer T (declared at relations.go:57:9)"
{ var a I1; _ = a.(P1) } // ERROR 17:"impossible type assertion: a.(P1)\n\tP1 does not implement I1 (missing method M)"
{ _ = g1[*T3, *T3] } // ERROR 15:"got 2 type arguments but want 1"
{ var a func(T1)T2; _ = (MyInt2)(a) } // ERROR 34:"cannot convert a (variable of type func(T1) T2) to type MyInt2"
{ var a I1; _ = a.(rune) } // ERROR 17:"impossible type assertion: a.(rune)\n\trune does not implement I1 (missing method M)"
{ var a *MyInt; for i, j := range a { _, _ = i, j } } // ERROR 35:"cannot range over a (variable of type *MyInt)"
{ var a float32; var b float32 = a; _ = b }
{ var a map[string]int; var b I3 = a; _ = b } // ERROR 36:"cannot use a (variable of type map[string]int) as I3 value in variable declaration: map[string]int does not implement I3 (missing method M)"
{ var a []MyB; _ = (*Arr)(a) } // ERROR 27:"cannot convert a (variable of type []MyB) to type *Arr"
{ var a func(int)string; var b []any = a; _ = b } // ERROR 40:"cannot use a (variable of type func(int) string) as []any value in variable declaration"
{ var a [2]int; _ = a == 'a' } // ERROR 26:"invalid operation: a == 'a' (mismatched types [2]int and untyped rune)"
{ var a *int; _ = (*int)(a) }
{ var a *int; var b *T3 = a; _ = b } // ERROR 27:"cannot use a (variable of type *int) as *T3 value in variable declaration"
{ _ = g13[[0]func()] } // ERROR 10:"T (type [0]func()) does not satisfy ~*E"
{ var a *S2; var b func(func(int)bool); _, _ = a, b; var r = g11('a'); _ = r } // ERROR 65:"in call to g11, cannot infer E (declared at relations.go:59:21)"
{ var a GI[int]; var b *S2; _, _ = a, b; g9(a) } // ERROR 44:"in call to g9, T (type GI[int]) does not satisfy Cmp (missing method M)"
{ var a int8; var b L[int]; _, _ = a, b; var r = g7(b); _ = r } // ERROR 53:"in call to g7, type L[int] of b does not match GI[E] (cannot infer E)"
{ var a struct{a int;B string}; for i, j := range a { _, _ = i, j } } // ERROR 51:"cannot range over a (variable of type struct{a int; B string})"
{ var a uint8; var b GI[string] = a; _ = b } // ERROR 35:"cannot use a (variable of type uint8) as GI[string] value in variable declaration: uint8 does not implement GI[string] (missing method Get)"
{ var a error; var b *S2 = a; _ = b } // ERROR 28:"cannot use a (variable of interface type error) as *S2 value in variable declaration"
{ var a I0; var b I0 = a; _ = b }
{ var a error; _ = a.(bool) } // ERROR 20:"impossible type assertion: a.(bool)\n\tbool does not implement error (missing method Error)"
{ var a ChR; var b error = -1; _, _ = a, b } // ERROR 28:"cannot use -1 (constant of type int) as error value in variable declaration: int does not implement error (missing method Error)"
{ var a G[int]; _ = (interface{M(int)string})(a) } // ERROR 47:"cannot convert a (variable of struct type G[int]) to type interface{M(int) string}: G[int] does not implement interface{M(int) string} (missing method M)"
{ var a I0; var b I0; _, _ = a, b; var r = g12(b); _ = r } // ERROR 47:"I0 does not satisfy ~struct{a int; B string}"
{ var a T1; _ = (GP[int,string])(a) } // ERROR 34:"cannot convert a (variable of struct type T1) to type GP[int, string]"
{ var x GP[*T2]; _ = x } // ERROR 9:"not enough type arguments for type GP: have 1, want 2"
{ var a map[int]string; var b *T2 = a; _ = b } // ERROR 37:"cannot use a (variable of type map[int]string) as *T2 value in variable declaration"
{ var a L[string]; var b float64; _ = a & b } // ERROR 39:"invalid operation: a & b (mismatched types L[string] and float64)"
{ var a G[MyInt]; var b PI = a; _ = b } // ERROR 30:"cannot use a (variable of struct type G[MyInt]) as PI value in variable declaration"
{ var a *T1; var b GI[int] = a; _ = b } // ERROR 30:"cannot use a (variable of type *T1) as GI[int] value in variable declaration: *T1 does not implement GI[int] (missing method Get)"
{ var f func(string, T4) (T4, string) = g1; _ = f } // ERROR 41:"inferred type func(x string, y string) string for func(x T, y T) T does not match type func(string, T4) (T4, string) of f"
{ var x GP[L[int]]; _ = x } // ERROR 9:"not enough type arguments for type GP: have 1, want 2"
{ var a I1; _ = a.([]error) } // ERROR 17:"impossible type assertion: a.([]error)\n\t[]error does not implement I1 (missing method M)"
{ var a MyStr; var b MyStr = a; _ = b }
{ var a Emb; var b map[string]int; _, _ = a, b; var r = g7(a); _ = r } // ERROR 60:"in call to g7, type Emb of a does not match GI[E] (cannot infer E)"
{ var a *T3; var b *T3 = a; _ = b }
{ var a *S1; var b complex128; _ = a - b } // ERROR 36:"invalid operation: a - b (mismatched types *S1 and complex128)"
{ var a *T2; var b T4 = a; _ = b } // ERROR 25:"cannot use a (variable of type *T2) as T4 value in variable declaration"
{ var a func(); var b map[string]int = a; _ = b } // ERROR 40:"cannot use a (variable of type func()) as map[string]int value in variable declaration"
{ var a GP[int,string]; var b A2; _ = a & b } // ERROR 39:"invalid operation: a & b (mismatched types GP[int, string] and A2)"
{ var a I4; var b T3; _, _ = a, b; var r = g8(a, b); _ = r } // ERROR 47:"in call to g8, type I4 of a does not match func(A) B (cannot infer A and B)"
{ _ = g14[struct{a int;B string}] }
{ var a *T2; var b []error = a; _ = b } // ERROR 30:"cannot use a (variable of type *T2) as []error value in variable declaration"
{ var a MyBool; var b map[any]int = a; _ = b } // ERROR 37:"cannot use a (variable of bool type MyBool) as map[any]int value in variable declaration"
{ var a G[G[int]]; var b G[G[int]] = a; _ = b }
{ var a []T1; var b S1; _ = a + b } // ERROR 29:"invalid operation: a + b (mismatched types []T1 and S1)"
{ var a map[string]int; var b Al; _, _ = a, b; g17(b) } // ERROR 51:"Al does not satisfy fmtS (Al missing in ~string | ~[]byte)"
{ var a I4; _ = a.(I3) }
{ var a int; var b float32 = a; _ = b } // ERROR 30:"cannot use a (variable of type int) as float32 value in variable declaration"
{ var a MyInt; var b MyInt = a; _ = b }
{ var a func(); _ = (func())(a) }
{ var a ChR; _ = (map[int]string)(a) } // ERROR 35:"cannot convert a (variable of chan type ChR) to type map[int]string"
{ var a map[int]string; _ = (func(...int))(a) } // ERROR 44:"cannot convert a (variable of type map[int]string) to type func(...int)"
{ var a Seq[int]; var b L[int] = a; _ = b } // ERROR 34:"cannot use a (variable of func type Seq[int]) as L[int] value in variable declaration"
{ var a *MyInt; var b *MyInt; _ = a != b }
{ var x GP[any, any]; _ = x }
{ var f Fn = g3; _ = f } // ERROR 14:"type func(int) string of f does not match func(m map[K]V, k K) V (cannot infer K and V)"
{ var a S2; var b I4; _, _ = a, b; var r = g12(a); _ = r }
{ var a struct{}; var b struct{}; _ = a == b }
{ var a []any; var b Sl = a; _ = b } // ERROR 27:"cannot use a (variable of type []any) as Sl value in variable declaration"
{ var a bool; var b float64; _ = a != b } // ERROR 39:"invalid operation: a != b (mismatched types bool and float64)"
{ var x GI[T4]; _ = x }
{ var a chan<- int; var b GP[string,int]; _, _ = a, b; var r = g12(a); _ = r } // ERROR 67:"in call to g12, T (type chan<- int) does not satisfy ~struct{a int; B string}"
{ var a I4; _ = a.([]I1) } // ERROR 17:"impossible type assertion: a.([]I1)\n\t[]I1 does not implement I4 (missing method m)"
{ var a struct{x []int}; _ = a * 2i } // ERROR 30:"invalid operation: a * 2i (mismatched types struct{x []int} and untyped complex)"
{ var x GP[[]T1]; _ = x } // ERROR 9:"not enough type arguments for type GP: have 1, want 2"
{ var a *T3; var b *int = 1; _, _ = a, b } // ERROR 27:"cannot use 1 (untyped int constant) as *int value in variable declaration"
{ var a MyInt2; var b MyInt2; _, _ = a, b; var r = g13(a); _ = r } // ERROR 55:"in call to g13, T (type MyInt2) does not satisfy ~*E"
{ _ = g6[[3]int] } // ERROR 9:"T (type [3]int) does not satisfy interface{GI[E]} (missing method Get)"
{ var a *T1; var b map[any]int; _, _ = a, b; var r = g15(b, a); _ = r } // ERROR 58:"in call to g15, type map[any]int of b does not match L[T] (cannot infer T)"
{ _ = g4[L[string]] }
{ var a func(); var b func(); _, _ = a, b; var r = g3(a, b); _ = r } // ERROR 55:"in call to g3, type func() of a does not match map[K]V (cannot infer K and V)"
{ var a Arr; _ = (ChR)(a) } // ERROR 24:"cannot convert a (variable of array type Arr) to type ChR"
{ var x Rec[func(), *G[string]]; _ = x } // ERROR 9:"too many type arguments for type Rec: have 2, want 1"
{ var a unsafe.Pointer; _ = a < -1 } // ERROR 33:"invalid operation: a < -1 (mismatched types unsafe.Pointer and untyped int)"
{ var a error; _ = a < "s" } // ERROR 24:"cannot convert \"s\" (untyped string constant) to type interface{Error() string}"
{ var x GP[*S2, []int]; _ = x }
{ var a Al; var b ChR; _, _ = a, b; var r = g7(b); _ = r } // ERROR 48:"in call to g7, type ChR of b does not match GI[E] (cannot infer E)"
{ var a unsafe.Pointer; var b *int = a; _ = b } // ERROR 38:"cannot use a (variable of type unsafe.Pointer) as *int value in variable declaration"
{ var a map[int]string; _ = (func(func(int)bool))(a) } // ERROR 51:"cannot convert a (variable of type map[int]string) to type func(func(int) bool)"
{ _ = g2[Ch, []byte] } // ERROR 14:"got 2 type arguments but want 1"
{ var a L[int]; var b SlMB; _ = a == b } // ERROR 38:"invalid operation: a == b (mismatched types L[int] and SlMB)"
{ var a func(T1)T2; var b G[G[int]] = 'a'; _, _ = a, b } // ERROR 39:"cannot use 'a' (untyped rune constant 97) as G[G[int]] value in variable declaration"
{ var a S1; var b S1 = "s"; _, _ = a, b } // ERROR 24:"cannot use \"s\" (untyped string constant) as S1 value in variable declaration"
{ var a map[string]int; var b MyInt = a; _ = b } // ERROR 39:"cannot use a (variable of type map[string]int) as MyInt value in variable declaration"
{ var a []I1; var b uint8; _ = a + b } // ERROR 32:"invalid operation: a + b (mismatched types []I1 and uint8)"
{ var a func([]int); _ = a + -1 } // ERROR 26:"invalid operation: a + -1 (mismatched types func([]int) and untyped int)"
{ var a bool; var b bool = a; _ = b }
{ var a S1; var b *[3]int = a; _ = b } // ERROR 29:"cannot use a (variable of struct type S1) as *[3]int value in variable declaration"
{ _ = ([]any)(-1) } // ERROR 15:"cannot convert -1 (untyped int constant) to type []any"
{ var a MyF; var b MyStr; _, _ = a, b; var r = g2(sum); _ = r } // ERROR 50:"in call to g2, cannot infer T (declared at relations.go:50:9)"
{ var a interface{Get()int}; var b string; _, _ = a, b; var r = g4(a, "s"); _ = r } // ERROR 67:"in call to g4, S (type interface{Get() int}) does not satisfy ~[]E"
{ var a I0; _ = a.([]MyB) }
{ var a MyBool; var b MyBool; _ = a - b } // ERROR 35:"invalid operation: operator - not defined on a (variable of bool type MyBool)"
{ var a *S2; var b ChR = a; _ = b } // ERROR 26:"cannot use a (variable of type *S2) as ChR value in variable declaration"
{ var a I1; var b interface{M(int)string}; _, _ = a, b; var r = g6(b); _ = r } // ERROR 67:"in call to g6, T (type interface{M(int) string}) does not satisfy interface{GI[E]} (missing method Get)"
{ var a map[string]int; _ = (func([]int))(a) } // ERROR 43:"cannot convert a (variable of type map[string]int) to type func([]int)"
{ var a G[MyInt]; for i, j := range a { _, _ = i, j } } // ERROR 37:"cannot range over a (variable of struct type G[MyInt])"
{ var a Emb; var b GP[int,string]; _, _ = a, b; var r = g8(b, a); _ = r } // ERROR 60:"in call to g8, type GP[int, string] of b does not match func(A) B (cannot infer A and B)"
{ var a I0; var b [0]func(); _ = a && b } // ERROR 34:"invalid operation: a && b (mismatched types I0 and [0]func())"
{ var a [3]int; _ = (<-chan int)(a) } // ERROR 34:"cannot convert a (variable of type [3]int) to type <-chan int"
{ var a *T1; var b L[int] = a; _ = b } // ERROR 29:"cannot use a (variable of type *T1) as L[int] value in variable declaration"
{ var a *G[int]; _ = a < 2i } // ERROR 26:"invalid operation: a < 2i (mismatched types *G[int] and untyped complex)"
{ var a MyBool; for i, j := range a { _, _ = i, j } } // ERROR 35:"cannot range over a (variable of bool type MyBool)"
{ var x Rec[A2]; _ = x }
{ var a GP[int,string]; var b Ch = a; _ = b } // ERROR 36:"cannot use a (variable of map type GP[int, string]) as Ch value in variable declaration"
{ var a S2; var b **int; _ = a + b } // ERROR 30:"invalid operation: a + b (mismatched types S2 and **int)"
{ _ = g9[[]int] } // ERROR 10:"[]int does not satisfy Cmp (missing method M)"
{ var x GI[I3]; _ = x }
{ var a any; var b I1; _ = a && b } // ERROR 28:"invalid operation: a && b (mismatched types any and I1)"
{ var a Ch; var b Mp; _, _ = a, b; var r = g6(a); _ = r } // ERROR 46:"in call to g6, T (type Ch) does not satisfy interface{GI[E]} (missing method Get)"
{ var a map[MyStr]int; _ = a * -1 } // ERROR 28:"invalid operation: a * -1 (mismatched types map[MyStr]int and untyped int)"
{ var a I4; _ = a.(L[int]) } // ERROR 17:"impossible type assertion: a.(L[int])\n\tL[int] does not implement I4 (missing method m)"
{ _ = g9[<-chan int, *S1] } // ERROR 22:"got 2 type arguments but want 1"
{ var a Emb; var b error; _ = a << b } // ERROR 31:"invalid operation: shifted operand a (variable of struct type Emb) must be integer"
{ var a S2; var b GP[string,int] = a; _ = b } // ERROR 36:"cannot use a (variable of struct type S2) as GP[string, int] value in variable declaration"
{ var a *MyInt; for i, j := range a { _, _ = i, j } } // ERROR 35:"cannot range over a (variable of type *MyInt)"
{ var a MyStr; _ = (PI)(a) } // ERROR 25:"cannot convert a (variable of string type MyStr) to type PI"
{ var a func([]int); for i, j := range a { _, _ = i, j } } // ERROR 40:"cannot range over a (variable of type func([]int)): func must be func(yield func(...) bool): argument is not func"
{ var a float32; _ = (MyBool)(a) } // ERROR 31:"cannot convert a (variable of type float32) to type MyBool"
{ var a *[3]int; _ = (<-chan int)(a) } // ERROR 35:"cannot convert a (variable of type *[3]int) to type <-chan int"
{ var a interface{M(int)string}; var b chan<- int = a; _ = b } // ERROR 53:"cannot use a (variable of type interface{M(int) string}) as chan<- int value in variable declaration"
{ var a MyInt; var b any = "s"; _, _ = a, b }
{ var x G[*T2]; _ = x }
{ var x GP[PI, *Arr]; _ = x }
{ var a *S1; _ = (*S1)(a) }
{ var a *MyInt; var b G[MyInt] = a; _ = b } // ERROR 34:"cannot use a (variable of type *MyInt) as G[MyInt] value in variable declaration"
{ var a T1; var b func(); _, _ = a, b; var r = g14(a); _ = r } // ERROR 52:"in call to g14, type T1 of a does not match Seq[E] (cannot infer E)"
{ var a error; _ = a.(ChR) } // ERROR 20:"impossible type assertion: a.(ChR)\n\tChR does not implement error (missing method Error)"
{ var a GI[string]; var b T1; _, _ = a, b; var r = g15(a, b); _ = r } // ERROR 56:"in call to g15, type GI[string] of a does not match L[T] (cannot infer T)"
{ var a float64; var b S3 = 1; _, _ = a, b } // ERROR 29:"cannot use 1 (untyped int constant) as S3 value in variable declaration"
{ var a []MyB; var b unsafe.Pointer = "s"; _, _ = a, b } // ERROR 39:"cannot use \"s\" (untyped string constant) as unsafe.Pointer value in variable declaration"
{ var f func(struct{x []int}) struct{x []int} = g9; _ = f } // ERROR 49:"inferred type func(x struct{x []int}) for func(x T) does not match type func(struct{x []int}) struct{x []int} of f"
{ var a rune; var b map[int]string; _, _ = a, b; var r = g5(b); _ = r } // ERROR 60:"*map[int]string does not satisfy interface{Set(int); *map[int]string} (missing method Set)"
{ var a Fn2; for i, j := range a { _, _ = i, j } } // ERROR 32:"cannot range over a (variable of func type Fn2): func must be func(yield func(...) bool): unexpected results"
{ _ = g13[uintptr] } // ERROR 10:"T (type uintptr) does not satisfy ~*E"
{ var a func(T1)T2; _ = a + "s" } // ERROR 25:"invalid operation: a + \"s\" (mismatched types func(T1) T2 and untyped string)"
{ var a error; var b GI[string]; _ = a == b } // ERROR 43:"invalid operation: a == b (mismatched types error and GI[string])"
{ _ = (G[MyInt])('a') } // ERROR 18:"cannot convert 'a' (untyped rune constant 97) to type G[MyInt]"
{ var a []string; var b []I1; _, _ = a, b; var r = g5(a); _ = r } // ERROR 54:"*[]string does not satisfy interface{Set(int); *[]string} (missing method Set)"
{ var a Emb; var b [3]int = a; _ = b } // ERROR 29:"cannot use a (variable of struct type Emb) as [3]int value in variable declaration"
{ _ = (int)(1) }
{ var a func([]int); var b struct{x []int} = a; _ = b } // ERROR 46:"cannot use a (variable of type func([]int)) as struct{x []int} value in variable declaration"
{ var a *T3; var b string; _, _ = a, b; var r = g8(b, a); _ = r } // ERROR 52:"in call to g8, type string of b does not match func(A) B (cannot infer A and B)"
{ var a Arr; var b []error = a; _ = b } // ERROR 30:"cannot use a (variable of array type Arr) as []error value in variable declaration"
{ var a [2]int; var b *S2; _ = a < b } // ERROR 36:"invalid operation: a < b (mismatched types [2]int and *S2)"
{ var a chan<- int; _ = (chan<- int)(a) }
{ var a I3; for i, j := range a { _, _ = i, j } } // ERROR 31:"cannot range over a (variable of interface type I3)"
{ var a [3]int; _ = ([3]int)(a) }
{ var a interface{M(int)string}; var b [3]int; _ = a == b } // ERROR 57:"invalid operation: a == b (mismatched types interface{M(int) string} and [3]int)"
{ var a *T3; var b *T3 = a; _ = b }
{ var a <-chan int; _ = (S1)(a) } // ERROR 30:"cannot convert a (variable of type <-chan int) to type S1"
{ var a Arr; _ = (I1)(a) } // ERROR 23:"cannot convert a (variable of array type Arr) to type I1: Arr does not implement I1 (missing method M)"
{ var a [2]int; var b I0 = a; _ = b }
{ _ = g4[[]T1] }
{ var a I4; _ = a.(float64) } // ERROR 17:"impossible type assertion: a.(float64)\n\tfloat64 does not implement I4 (missing method m)"
{ var a Emb; var b I4 = true; _, _ = a, b } // ERROR 25:"cannot use true (constant of type bool) as I4 value in variable declaration: bool does not implement I4 (missing method m)"
{ var a unsafe.Pointer; var b T2 = a; _ = b } // ERROR 36:"cannot use a (variable of type unsafe.Pointer) as T2 value in variable declaration"
{ var a **int; var b []any = a; _ = b } // ERROR 30:"cannot use a (variable of type **int) as []any value in variable declaration"
{ var a int; var b int = 1e100; _, _ = a, b } // ERROR 26:"cannot use 1e100 (untyped float constant 1e+100) as int value in variable declaration (truncated)"
{ var a struct{x []int}; _ = (struct{x []int})(a) }
{ var a Sl; var b GI[string] = a; _ = b } // ERROR 32:"cannot use a (variable of slice type Sl) as GI[string] value in variable declaration: Sl does not implement GI[string] (missing method Get)"
{ var x GI[Emb]; _ = x }
{ var a **int; _ = a < true } // ERROR 24:"invalid operation: a < true (mismatched types **int and untyped bool)"
{ var a []int; var b Sl = true; _, _ = a, b } // ERROR 27:"cannot use true (untyped bool constant) as Sl value in variable declaration"
{ _ = g13[[0]func()] } // ERROR 10:"T (type [0]func()) does not satisfy ~*E"
{ var a func(func(int)bool); _ = a + nil } // ERROR 34:"invalid operation: operator + not defined on a (variable of type func(func(int) bool))"
{ var a MyF; var b GI[string]; _, _ = a, b; var r = g10(a); _ = r }
{ var a float64; _ = (struct{x []int})(a) } // ERROR 40:"cannot convert a (variable of type float64) to type struct{x []int}"
{ var a error; _ = (error)(a) }
{ var a T4; var b SlMB = a; _ = b } // ERROR 26:"cannot use a (variable of struct type T4) as SlMB value in variable declaration"
{ var a rune; var b rune = 1.5; _, _ = a, b } // ERROR 28:"cannot use 1.5 (untyped float constant) as rune value in variable declaration (truncated)"
{ var a interface{M(int)string}; var b <-chan int = a; _ = b } // ERROR 53:"cannot use a (variable of type interface{M(int) string}) as <-chan int value in variable declaration"
{ var f func(L[int]) L[int] = g9; _ = f } // ERROR 31:"inferred type func(x L[int]) for func(x T) does not match type func(L[int]) L[int] of f"
{ var a []error; _ = (func(T1)T2)(a) } // ERROR 35:"cannot convert a (variable of type []error) to type func(T1) T2"
{ var a []any; var b error = 1e100; _, _ = a, b } // ERROR 30:"cannot use 1e100 (constant 1e+100 of type float64) as error value in variable declaration: float64 does not implement error (missing method Error)"
{ var a struct{}; _ = (struct{})(a) }
{ var a MyInt; var b T3 = a; _ = b } // ERROR 27:"cannot use a (variable of int type MyInt) as T3 value in variable declaration"
{ var x L[[]MyB, []MyB]; _ = x } // ERROR 9:"too many type arguments for type L: have 2, want 1"
{ var a []any; for i, j := range a { _, _ = i, j } }
{ var a G[G[int]]; for i, j := range a { _, _ = i, j } } // ERROR 38:"cannot range over a (variable of struct type G[G[int]])"
{ var a Mp; var b Emb; _ = a == b } // ERROR 33:"invalid operation: a == b (mismatched types Mp and Emb)"
{ var a map[string]int; for i, j := range a { _, _ = i, j } }
{ var a S3; var b PI = a; _ = b } // ERROR 24:"cannot use a (variable of struct type S3) as PI value in variable declaration"
{ var a *T1; var b T2 = a; _ = b } // ERROR 25:"cannot use a (variable of type *T1) as T2 value in variable declaration"
{ var a SlB; var b map[MyStr]int; _ = a & b } // ERROR 39:"invalid operation: a & b (mismatched types SlB and map[MyStr]int)"
{ var a A2; var b A2 = a; _ = b }
{ var a []I1; var b func([]int) = 1<<40; _, _ = a, b } // ERROR 35:"cannot use 1 << 40 (untyped int constant 1099511627776) as func([]int) value in variable declaration"
{ var a SlMB; var b error = a; _ = b } // ERROR 29:"cannot use a (variable of slice type SlMB) as error value in variable declaration: SlMB does not implement error (missing method Error)"
{ var a I4; _ = a.(T4) } // ERROR 17:"impossible type assertion: a.(T4)\n\tT4 does not implement I4 (missing method m)"
{ var x GI[struct{}, error]; _ = x } // ERROR 9:"too many type arguments for type GI: have 2, want 1"
{ var a GI[int]; _ = a.(Seq[int]) } // ERROR 22:"impossible type assertion: a.(Seq[int])\n\tSeq[int] does not implement GI[int] (missing method Get)"
{ var a struct{}; _ = (complex128)(a) } // ERROR 36:"cannot convert a (variable of type struct{}) to type complex128"
{ var a Seq[int]; var b map[MyStr]int; _, _ = a, b; var r = g1(a, b); _ = r } // ERROR 67:"in call to g1, type map[MyStr]int of b does not match inferred type Seq[int] for T"
{ var a GI[int]; var b MyBool = a; _ = b } // ERROR 33:"cannot use a (variable of interface type GI[int]) as MyBool value in variable declaration"
{ var a struct{a int;B string}; var b error = a; _ = b } // ERROR 47:"cannot use a (variable of type struct{a int; B string}) as error value in variable declaration: struct{a int; B string} does not implement error (missing method Error)"
{ _ = g5[L[int]] } // ERROR 9:"*L[int] does not satisfy interface{Set(int); *L[int]} (missing method Set)"
{ var a GI[int]; _ = a.(T1) } // ERROR 22:"impossible type assertion: a.(T1)\n\tT1 does not implement GI[int] (missing method Get)"
{ var a []I1; for i, j := range a { _, _ = i, j } }
{ var a Al; _ = (Al)(a) }
{ var a Sl; var b Sl; _, _ = a, b; g9(b) } // ERROR 38:"in call to g9, T (type Sl) does not satisfy Cmp (missing method M)"
{ _ = (*G[int])(1) } // ERROR 17:"cannot convert 1 (untyped int constant) to type *G[int]"
{ var a SlMB; _ = (Al)(a) } // ERROR 24:"cannot convert a (variable of slice type SlMB) to type Al"
{ var a *Arr; _ = (MyBool)(a) } // ERROR 28:"cannot convert a (variable of type *Arr) to type MyBool"
{ var a I2; var b struct{}; _ = a && b } // ERROR 33:"invalid operation: a && b (mismatched types I2 and struct{})"
{ var a T3; _ = a < 'a' } // ERROR 21:"invalid operation: a < 'a' (mismatched types T3 and untyped rune)"
{ var a <-chan int; var b GP[int,string] = a; _ = b } // ERROR 44:"cannot use a (variable of type <-chan int) as GP[int, string] value in variable declaration"
{ var a G[int]; var b G[int]; _, _ = a, b; var r = g14(b); _ = r } // ERROR 56:"in call to g14, type G[int] of b does not match inferred type Seq[int] for Seq[E]"
{ var a MyBool; var b *T1; _ = a << b } // ERROR 32:"invalid operation: shifted operand a (variable of bool type MyBool) must be integer"
{ var a float32; var b *T3; _, _ = a, b; var r = g6(a); _ = r } // ERROR 52:"in call to g6, T (type float32) does not satisfy interface{GI[E]} (missing method Get)"
{ var a *T2; var b T3; _ = a == b } // ERROR 33:"invalid operation: a == b (mismatched types *T2 and T3)"
{ var a G[G[int]]; var b map[string]int; _, _ = a, b; var r = g13(a); _ = r } // ERROR 66:"in call to g13, T (type G[G[int]]) does not satisfy ~*E"
{ var f Fn = g2; _ = f } // ERROR 14:"inferred type func(x int) int for func(x T) T does not match type func(int) string of f"
{ var a T2; var b T2; _, _ = a, b; g17(b) } // ERROR 39:"T2 does not satisfy fmtS (T2 missing in ~string | ~[]byte)"
{ var a MyInt2; var b GP[string,int] = a; _ = b } // ERROR 40:"cannot use a (variable of int type MyInt2) as GP[string, int] value in variable declaration"
{ var a []MyB; var b map[any]int = 1; _, _ = a, b } // ERROR 36:"cannot use 1 (untyped int constant) as map[any]int value in variable declaration"
{ var a func([]int); var b Fn2; _ = a & b } // ERROR 37:"invalid operation: a & b (mismatched types func([]int) and Fn2)"
{ var a T2; var b T2; _ = a < b } // ERROR 27:"invalid operation: a < b (operator < not defined on struct)"
{ var a Emb; _ = a < true } // ERROR 22:"invalid operation: a < true (mismatched types Emb and untyped bool)"
{ var x GI[struct{a int;B string}]; _ = x }
{ var a []I1; var b L[string] = a; _ = b } // ERROR 33:"cannot use a (variable of type []I1) as L[string] value in variable declaration"
{ var a chan int; var b rune; _ = a - b } // ERROR 35:"invalid operation: a - b (mismatched types chan int and rune)"
{ var a T3; _ = ([]string)(a) } // ERROR 28:"cannot convert a (variable of struct type T3) to type []string"
{ _ = g13[SlMB] } // ERROR 10:"T (type SlMB) does not satisfy ~*E"
{ var a *Arr; var b MyStr = a; _ = b } // ERROR 29:"cannot use a (variable of type *Arr) as MyStr value in variable declaration"
{ _ = g16[MyStr] }
{ var a *int; for i, j := range a { _, _ = i, j } } // ERROR 33:"cannot range over a (variable of type *int)"
{ var a chan<- int; var b MyStr; _ = a && b } // ERROR 38:"invalid operation: a && b (mismatched types chan<- int and MyStr)"
{ var a error; _ = a.(Mp) } // ERROR 20:"impossible type assertion: a.(Mp)\n\tMp does not implement error (missing method Error)"
{ _ = g11[Arr] } // ERROR 10:"C (type Arr) does not satisfy ~chan E"
{ var a *G[string]; var b []byte; _ = a & b } // ERROR 39:"invalid operation: a & b (mismatched types *G[string] and []byte)"
{ var a Al; _ = (MyF)(a) } // ERROR 23:"cannot convert a (variable of slice type Al) to type MyF"
{ var a []byte; var b chan int; _ = a & b } // ERROR 37:"invalid operation: a & b (mismatched types []byte and chan int)"
{ _ = g1[MyF] }
{ var a T3; var b MyInt = a; _ = b } // ERROR 27:"cannot use a (variable of struct type T3) as MyInt value in variable declaration"
{ var a Mp; var b []I1; _ = a < b } // ERROR 33:"invalid operation: a < b (mismatched types Mp and []I1)"
{ var x GI[[]any]; _ = x }
{ var a func(func(int)bool); var b func(func(int)bool); _, _ = a, b; g16(a) }
{ var a [3]int; _ = (*MyInt)(a) } // ERROR 30:"cannot convert a (variable of type [3]int) to type *MyInt"
{ var a Arr; for i, j := range a { _, _ = i, j } }
{ var a Ch; var b chan<- int; _, _ = a, b; var r = g11(b); _ = r } // ERROR 55:"chan<- int does not satisfy ~chan int (chan<- int missing in ~chan int)"
{ var a []MyB; _ = (<-chan int)(a) } // ERROR 33:"cannot convert a (variable of type []MyB) to type <-chan int"
{ var f func(*[3]int, *[3]int) *[3]int = g17; _ = f } // ERROR 42:"type func(*[3]int, *[3]int) *[3]int of f does not match func(x T) (cannot infer T)"
{ var a int; var b int = a; _ = b }
{ var a I0; var b func(func(int)bool) = a; _ = b } // ERROR 41:"cannot use a (variable of interface type I0) as func(func(int) bool) value in variable declaration: need type assertion"
{ var a Arr; var b func(); _, _ = a, b; var r = g15(a, b); _ = r } // ERROR 53:"in call to g15, type Arr of a does not match L[T] (cannot infer T)"
{ var a T3; var b struct{a int;B string} = a; _ = b } // ERROR 44:"cannot use a (variable of struct type T3) as struct{a int; B string} value in variable declaration"
{ var a T1; var b []string = a; _ = b } // ERROR 30:"cannot use a (variable of struct type T1) as []string value in variable declaration"
{ var a *int; _ = (*int)(a) }
{ var f Fn = two; _ = f } // ERROR 14:"type func(int) string of f does not match func(a A, b B) (B, A) (cannot infer A and B)"
{ var a rune; _ = (Fn)(a) } // ERROR 24:"cannot convert a (variable of type rune) to type Fn"
{ var a L[int]; for i, j := range a { _, _ = i, j } }
{ var a struct{x []int}; _ = a == 1 } // ERROR 35:"invalid operation: a == 1 (mismatched types struct{x []int} and untyped int)"
{ var a map[MyStr]int; var b L[int]; _ = a < b } // ERROR 46:"invalid operation: a < b (mismatched types map[MyStr]int and L[int])"
{ var a GP[int,string]; var b GP[int,string]; _ = a & b } // ERROR 51:"invalid operation: operator & not defined on a (variable of map type GP[int, string])"
{ var a G[G[int]]; var b G[MyInt]; _ = a == b } // ERROR 45:"invalid operation: a == b (mismatched types G[G[int]] and G[MyInt])"
{ var a *T3; var b Al; _, _ = a, b; var r = g5(a); _ = r } // ERROR 47:"**T3 does not satisfy interface{Set(int); **T3} (missing method Set)"
{ var a I0; _ = a.(I1) }
{ _ = (Ch)(true) } // ERROR 12:"cannot convert true (untyped bool constant) to type Ch"
{ var x Seq[Fn, Fn]; _ = x } // ERROR 9:"too many type arguments for type Seq: have 2, want 1"
{ var a *T3; var b map[MyStr]int; _, _ = a, b; var r = g10(b); _ = r }
{ var a T3; var b struct{} = -1; _, _ = a, b } // ERROR 30:"cannot use -1 (untyped int constant) as struct{} value in variable declaration"
{ var a map[string]int; var b P1 = a; _ = b } // ERROR 36:"cannot use a (variable of type map[string]int) as P1 value in variable declaration"
{ var f func([0]func(), [0]func()) ([0]func(), [0]func()) = g16; _ = f } // ERROR 61:"type func([0]func(), [0]func()) ([0]func(), [0]func()) of f does not match func(x T) (cannot infer T)"
{ var a S1; var b S1 = a; _ = b }
{ _ = g8[Al, rune] }
{ var a SlMB; var b *S2; _ = a - b } // ERROR 30:"invalid operation: a - b (mismatched types SlMB and *S2)"
{ var x GI[complex128, bool]; _ = x } // ERROR 9:"too many type arguments for type GI: have 2, want 1"
{ var a []rune; _ = ([3]int)(a) } // ERROR 30:"cannot convert a (variable of type []rune) to type [3]int"
{ var a func([]int); for i, j := range a { _, _ = i, j } } // ERROR 40:"cannot range over a (variable of type func([]int)): func must be func(yield func(...) bool): argument is not func"
{ var x Rec[**int, []int]; _ = x } // ERROR 9:"too many type arguments for type Rec: have 2, want 1"
{ var a I4; _ = a.(I1) }
{ var a T3; var b []I1; _, _ = a, b; var r = g8(b, a); _ = r } // ERROR 49:"in call to g8, type []I1 of b does not match func(A) B (cannot infer A and B)"
{ _ = g13[[]string] } // ERROR 10:"T (type []string) does not satisfy ~*E"
{ var a S1; var b GI[int]; _, _ = a, b; var r = g4(a, b); _ = r } // ERROR 51:"in call to g4, S (type S1) does not satisfy ~[]E"
{ var x Rec[*S1]; _ = x }
{ var a int8; var b GI[int]; _ = a == b } // ERROR 39:"invalid operation: a == b (mismatched types int8 and GI[int])"
{ var a *S1; _ = a < "s" } // ERROR 22:"invalid operation: a < \"s\" (mismatched types *S1 and untyped string)"
{ var a []string; var b []string; _, _ = a, b; g9(1.5) } // ERROR 50:"float64 does not satisfy Cmp (missing method M)"
{ var a GI[string]; _ = (GP[int,string])(a) } // ERROR 42:"cannot convert a (variable of interface type GI[string]) to type GP[int, string]"
{ var a I4; _ = a.(*Arr) } // ERROR 17:"impossible type assertion: a.(*Arr)\n\t*Arr does not implement I4 (missing method m)"
{ _ = g6[struct{a int;B string}, struct{a int;B string}] } // ERROR 10:"struct{a int; B string} does not satisfy interface{GI[struct{a int; B string}]} (missing method Get)"
{ var x GP[rune]; _ = x } // ERROR 9:"not enough type arguments for type GP: have 1, want 2"
{ var x Rec[**int]; _ = x }
{ var a func(int)string; _ = (Mp)(a) } // ERROR 35:"cannot convert a (variable of type func(int) string) to type Mp"
{ _ = g5[struct{a int;B string}] } // ERROR 9:"*struct{a int; B string} does not satisfy interface{Set(int); *struct{a int; B string}} (missing method Set)"
{ var a PI; var b *T1 = a; _ = b } // ERROR 25:"cannot use a (variable of pointer type PI) as *T1 value in variable declaration"
{ var a I4; for i, j := range a { _, _ = i, j } } // ERROR 31:"cannot range over a (variable of interface type I4)"
{ _ = g5[chan int] } // ERROR 9:"*chan int does not satisfy interface{Set(int); *chan int} (missing method Set)"
{ _ = g17[Sl] } // ERROR 11:"Sl does not satisfy fmtS (Sl missing in ~string | ~[]byte)"
{ var a []I1; var b []I1 = a; _ = b }
{ var a *[3]int; _ = (Al)(a) } // ERROR 27:"cannot convert a (variable of type *[3]int) to type Al"
{ var f func(int) int = g12; _ = f } // ERROR 25:"T (type int) does not satisfy ~struct{a int; B string}"
{ var a Al; _ = (float64)(a) } // ERROR 27:"cannot convert a (variable of slice type Al) to type float64"
{ var a P1; for i, j := range a { _, _ = i, j } } // ERROR 31:"cannot range over a (variable of pointer type P1)"
{ _ = (S3)("s") } // ERROR 12:"cannot convert \"s\" (untyped string constant) to type S3"
{ var a [2]int; _ = (*MyInt)(a) } // ERROR 30:"cannot convert a (variable of type [2]int) to type *MyInt"
{ var a []MyB; for i, j := range a { _, _ = i, j } }
{ var f func(MyInt, Al) (Al, MyInt) = g14; _ = f } // ERROR 39:"type func(MyInt, Al) (Al, MyInt) of f does not match func(s Seq[E]) E (cannot infer E)"
{ var a []int; _ = a < 1<<40 } // ERROR 24:"invalid operation: a < 1 << 40 (mismatched types []int and untyped int)"
{ var a MyInt; var b MyInt = 'a'; _, _ = a, b }
{ _ = g7[interface{Get()int}, interface{Get()int}] } // ERROR 31:"got 2 type arguments but want 1"
{ var a complex128; _ = (GP[int,string])(a) } // ERROR 42:"cannot convert a (variable of type complex128) to type GP[int, string]"
{ var a I0; var b any = a; _ = b }
{ _ = (S2)(1e100) } // ERROR 12:"cannot convert 1e100 (untyped float constant 1e+100) to type S2"
{ var a *S2; var b int8 = a; _ = b } // ERROR 27:"cannot use a (variable of type *S2) as int8 value in variable declaration"
{ var a I0; _ = a.(Mp) }
{ var a PI; var b []I1 = 2i; _, _ = a, b } // ERROR 26:"cannot use 2i (untyped complex constant (0 + 2i)) as []I1 value in variable declaration"
{ var a uint8; var b <-chan int = a; _ = b } // ERROR 35:"cannot use a (variable of type uint8) as <-chan int value in variable declaration"
{ var a <-chan int; var b []int; _, _ = a, b; var r = g3(b, a); _ = r } // ERROR 58:"in call to g3, type []int of b does not match map[K]V (cannot infer K and V)"
{ var a []int; _ = a < 1<<40 } // ERROR 24:"invalid operation: a < 1 << 40 (mismatched types []int and untyped int)"
{ var a chan<- int; var b map[MyStr]int; _ = a & b } // ERROR 46:"invalid operation: a & b (mismatched types chan<- int and map[MyStr]int)"
{ var a Sl; var b GP[int,string] = a; _ = b } // ERROR 36:"cannot use a (variable of slice type Sl) as GP[int, string] value in variable declaration"
{ var a []any; var b any; _ = a << b } // ERROR 31:"invalid operation: shifted operand a (variable of type []any) must be integer"
{ var a T4; _ = (T4)(a) }
{ _ = g2[Arr, map[int]string] } // ERROR 15:"got 2 type arguments but want 1"
{ var a func(func(int)bool); var b func(func(int)bool); _ = a != b } // ERROR 61:"invalid operation: a != b (func can only be compared to nil)"
{ var a Al; var b Emb; _, _ = a, b; g9(b) }
{ var a S3; _ = (func())(a) } // ERROR 26:"cannot convert a (variable of struct type S3) to type func()"
{ var a I0; var b [2]int; _ = a < b } // ERROR 31:"invalid operation: a < b (operator < not defined on interface)"
{ var a T4; var b Mp = a; _ = b } // ERROR 24:"cannot use a (variable of struct type T4) as Mp value in variable declaration"
{ var a []error; var b MyInt2 = a; _ = b } // ERROR 33:"cannot use a (variable of type []error) as MyInt2 value in variable declaration"
{ var a map[string]int; var b map[string]int = a; _ = b }
{ var a rune; var b ChR = 1e100; _, _ = a, b } // ERROR 27:"cannot use 1e100 (untyped float constant 1e+100) as ChR value in variable declaration"
{ var a GI[string]; var b unsafe.Pointer = a; _ = b } // ERROR 44:"cannot use a (variable of interface type GI[string]) as unsafe.Pointer value in variable declaration"
{ var a GI[string]; var b func() = a; _ = b } // ERROR 36:"cannot use a (variable of interface type GI[string]) as func() value in variable declaration"
{ var a GI[int]; _ = (A2)(a) } // ERROR 27:"cannot convert a (variable of interface type GI[int]) to type A2"
{ var a interface{Get()int}; var b Arr; _, _ = a, b; var r = g10(a); _ = r }
{ var a func(func(int)bool); _ = (func(func(int)bool))(a) }
{ var f Fn = g4; _ = f } // ERROR 14:"type func(int) string of f does not match func(s S, e E) S (cannot infer S and E)"
{ var a []int; var b Sl = a; _ = b }
{ var a PI; _ = (float32)(a) } // ERROR 27:"cannot convert a (variable of pointer type PI) to type float32"
{ var a I2; _ = a.(*T1) } // ERROR 17:"impossible type assertion: a.(*T1)\n\t*T1 does not implement I2 (missing method N)"
{ _ = g3[bool, interface{Get()int}] }
{ var a <-chan int; var b []int = a; _ = b } // ERROR 35:"cannot use a (variable of type <-chan int) as []int value in variable declaration"
{ var a []MyB; var b []MyB = nil; _, _ = a, b }
{ var x GP[[]T1]; _ = x } // ERROR 9:"not enough type arguments for type GP: have 1, want 2"
{ var a error; _ = a.(*T2) } // ERROR 20:"impossible type assertion: a.(*T2)\n\t*T2 does not implement error (missing method Error)"
{ var a chan int; var b S2 = a; _ = b } // ERROR 30:"cannot use a (variable of type chan int) as S2 value in variable declaration"
{ var a struct{x []int}; var b []error; _ = a + b } // ERROR 45:"invalid operation: a + b (mismatched types struct{x []int} and []error)"
{ var x Seq[L[string]]; _ = x }
{ var a I4; _ = (*T2)(a) } // ERROR 23:"cannot convert a (variable of interface type I4) to type *T2"
{ var a []byte; var b complex128 = "s"; _, _ = a, b } // ERROR 36:"cannot use \"s\" (untyped string constant) as complex128 value in variable declaration"
{ var a func(int)string; var b func(int)string; _, _ = a, b; g9(a) } // ERROR 64:"in call to g9, T (type func(int) string) does not satisfy Cmp (missing method M)"
{ var a *S1; var b *S1 = a; _ = b }
{ var a string; for i, j := range a { _, _ = i, j } }
{ var x Rec[func(...int)]; _ = x }
{ var a GI[string]; var b [0]func() = a; _ = b } // ERROR 39:"cannot use a (variable of interface type GI[string]) as [0]func() value in variable declaration"
{ var a GI[int]; _ = a.(rune) } // ERROR 22:"impossible type assertion: a.(rune)\n\trune does not implement GI[int] (missing method Get)"
{ var a Rec[int]; _ = ([]rune)(a) } // ERROR 32:"cannot convert a (variable of struct type Rec[int]) to type []rune"
{ var a T2; var b <-chan int; _ = a == b } // ERROR 40:"invalid operation: a == b (mismatched types T2 and <-chan int)"
{ var a any; _ = a.(G[int]) }
{ var a struct{}; var b SlMB = a; _ = b } // ERROR 32:"cannot use a (variable of type struct{}) as SlMB value in variable declaration"
{ var a L[int]; for i, j := range a { _, _ = i, j } }
{ var a MyInt2; var b *[3]int = a; _ = b } // ERROR 33:"cannot use a (variable of int type MyInt2) as *[3]int value in variable declaration"
{ var a I3; var b []string = a; _ = b } // ERROR 30:"cannot use a (variable of interface type I3) as []string value in variable declaration"
{ var a <-chan int; var b MyF; _, _ = a, b; var r = g14(b); _ = r } // ERROR 57:"in call to g14, type MyF of b does not match Seq[E] (cannot infer E)"
{ var a []T1; var b []T1; _ = a && b } // ERROR 31:"invalid operation: operator && not defined on a (variable of type []T1)"
{ var a any; _ = a.(map[int]string) }
{ var a *S2; var b *S2 = a; _ = b }
{ _ = g4[bool, L[int]] } // ERROR 10:"bool does not satisfy ~[]L[int] (bool missing in ~[]main.L[int])"
{ var a [2]int; _ = a < 1.5 } // ERROR 25:"invalid operation: a < 1.5 (mismatched types [2]int and untyped float)"
{ var a *T2; var b *T2 = a; _ = b }
{ var a T3; var b T3 = 2i; _, _ = a, b } // ERROR 24:"cannot use 2i (untyped complex constant (0 + 2i)) as T3 value in variable declaration"
}
var _ unsafe.Pointer
