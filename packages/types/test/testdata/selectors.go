package main
type Reader interface { Read() }

type T0 struct { a func(); B string }
func (r T0) m(int) {}
type T1 struct { B int; a int }
func (r T1) Error(int) {}
type T2 struct { B bool; a func() }
func (r *T2) N() {}
type T3[P any] struct { a int; T1 }
type T4 struct { B int; A bool }
func (r T4) Error(int) {}
func (r *T4) n() int { panic(0) }
type T5 struct {  }
type T6 struct { A bool; *T1; T2 }
type T7[P any] struct { b string; A string; T5 }
func (r T7[Q]) n() {}
type T8 struct { *T1 }
func (r *T8) M(int) int { panic(0) }
func (r *T8) N() {}
type T9 struct { A bool; B bool; T2 }
type T10 struct {  }
func (r T10) M(int) string { panic(0) }
type T11[P any] struct { *T7[P] }
type I0 interface { M() int; n() }
type I1 interface { m(); N(int) }
type D0 T2; type D1 = T1; type D2 *T4; type D3 T3[int]; type D4 I0
func main() {
{ _ = (&T3[string]{}).T2 } // ERROR 23:"(&T3[string]{}).T2 undefined (type *T3[string] has no field or method T2)"
{ var x T3[string]; _ = x.n } // ERROR 27:"x.n undefined (type T3[string] has no field or method n)"
{ x := T0{}; x.T1() } // ERROR 16:"x.T1 undefined (type T0 has no field or method T1)"
{ var x I0; _ = x.(T8) } // ERROR 17:"impossible type assertion: x.(T8)\n\tT8 does not implement I0 (method M has pointer receiver)"
{ _ = (&T9{}).T5 } // ERROR 15:"(&T9{}).T5 undefined (type *T9 has no field or method T5)"
{ var x *T6; _ = x.A }
{ var m map[int]T5; m[0].Error = 1 } // ERROR 26:"m[0].Error undefined (type T5 has no field or method Error)"
{ var x T10; _ = x.N } // ERROR 20:"x.N undefined (type T10 has no field or method N)"
{ var x T11[string]; _ = x.B } // ERROR 28:"x.B undefined (type T11[string] has no field or method B, but does have field b)"
{ var x T2; var _ interface{M()} = x } // ERROR 36:"cannot use x (variable of struct type T2) as interface{M()} value in variable declaration: T2 does not implement interface{M()} (missing method M)"
{ var x T4; var _ error = x } // ERROR 27:"cannot use x (variable of struct type T4) as error value in variable declaration: T4 does not implement error (wrong type for method Error)\n\t\thave Error(int)\n\t\twant Error() string"
{ _ = (&D4{}).T5 } // ERROR 9:"invalid composite literal type D4"
{ _ = T6{}.x } // ERROR 12:"T6{}.x undefined (type T6 has no field or method x)"
{ var x *T6; _ = x.T1 }
{ _ = T11[string]{}.x } // ERROR 21:"T11[string]{}.x undefined (type T11[string] has no field or method x)"
{ var x T3[int]; _ = x.B }
{ _ = T0{}.Read } // ERROR 12:"T0{}.Read undefined (type T0 has no field or method Read)"
{ var x T7[int]; var _ I1 = x } // ERROR 29:"cannot use x (variable of struct type T7[int]) as I1 value in variable declaration: T7[int] does not implement I1 (missing method N)\n\t\thave n()\n\t\twant N(int)"
{ var x T2; _ = x.x } // ERROR 19:"x.x undefined (type T2 has no field or method x)"
{ _ = T10{}.b } // ERROR 13:"T10{}.b undefined (type T10 has no field or method b)"
{ _ = (*T8).T0 } // ERROR 13:"(*T8).T0 undefined (type *T8 has no field or method T0)"
{ var x I0; _ = x.(*D3) } // ERROR 17:"impossible type assertion: x.(*D3)\n\t*D3 does not implement I0 (missing method M)"
{ var x T6; _ = x.b } // ERROR 19:"x.b undefined (type T6 has no field or method b)"
{ _ = D1.M } // ERROR 10:"D1.M undefined (type D1 has no field or method M)"
{ var x T1; var _ I0 = x } // ERROR 24:"cannot use x (variable of struct type T1) as I0 value in variable declaration: T1 does not implement I0 (missing method M)"
{ var x *D0; _ = x.T1 } // ERROR 20:"x.T1 undefined (type *D0 has no field or method T1)"
{ var x T3[int]; _ = x.B }
{ _ = D2.A } // ERROR 10:"D2.A undefined (type D2 has no method A)"
{ x := T7[int]{N: 1}; _ = x } // ERROR 16:"unknown field N in struct literal of type T7[int]"
{ var m map[int]T3[int]; m[0].T0 = 1 } // ERROR 31:"m[0].T0 undefined (type T3[int] has no field or method T0)"
{ var x I0; _ = x.(T2) } // ERROR 17:"impossible type assertion: x.(T2)\n\tT2 does not implement I0 (missing method M)"
{ _ = T5.n } // ERROR 10:"T5.n undefined (type T5 has no field or method n)"
{ var x D0; _ = x.x } // ERROR 19:"x.x undefined (type D0 has no field or method x)"
{ var m map[int]D0; m[0].a = m[1].a } // ERROR 21:"cannot assign to struct field m[0].a in map"
{ _ = (*D2).m } // ERROR 13:"(*D2).m undefined (type *D2 has no field or method m)"
{ var x D3; _ = x.A } // ERROR 19:"x.A undefined (type D3 has no field or method A, but does have field a)"
{ _ = T6{}.a } // ERROR 12:"ambiguous selector T6{}.a"
{ var x *T1; _ = x.T1 } // ERROR 20:"x.T1 undefined (type *T1 has no field or method T1)"
{ _ = (*T1).Read } // ERROR 13:"(*T1).Read undefined (type *T1 has no field or method Read)"
{ var x D4; _ = x.A } // ERROR 19:"x.A undefined (type D4 has no field or method A)"
{ x := D4{}; x.b() } // ERROR 8:"invalid composite literal type D4"
{ var x T2; _ = x.Read } // ERROR 19:"x.Read undefined (type T2 has no field or method Read)"
{ f := func() T7[string] { panic(0) }; f().b() } // ERROR 40:"invalid operation: cannot call f().b (value of type string): string is not a function"
{ var x T7[int]; _ = x.Read } // ERROR 24:"x.Read undefined (type T7[int] has no field or method Read)"
{ f := func() D4 { panic(0) }; f().M() }
{ var x T6; var _ error = x } // ERROR 27:"cannot use x (variable of struct type T6) as error value in variable declaration: T6 does not implement error (wrong type for method Error)\n\t\thave Error(int)\n\t\twant Error() string"
{ var x *D0; var _ Reader = x } // ERROR 29:"cannot use x (variable of type *D0) as Reader value in variable declaration: *D0 does not implement Reader (missing method Read)"
{ var x I0; _ = x.(T10) } // ERROR 17:"impossible type assertion: x.(T10)\n\tT10 does not implement I0 (wrong type for method M)\n\t\thave M(int) string\n\t\twant M() int"
{ _ = (&T0{}).N } // ERROR 15:"(&T0{}).N undefined (type *T0 has no field or method N)"
{ var x T3[int]; _ = x.Error }
{ f := func() T8 { panic(0) }; f().A() } // ERROR 36:"f().A undefined (type T8 has no field or method A, but does have field a)"
{ var x T2; _ = x.x } // ERROR 19:"x.x undefined (type T2 has no field or method x)"
{ _ = (*T9).A } // ERROR 13:"(*T9).A undefined (type *T9 has no method A)"
{ var m map[int]T9; m[0].Read = 1 } // ERROR 26:"m[0].Read undefined (type T9 has no field or method Read)"
{ var x T9; var _ error = x } // ERROR 27:"cannot use x (variable of struct type T9) as error value in variable declaration: T9 does not implement error (missing method Error)"
{ _ = T3[int]{}.T1 }
{ _ = (&T8{}).m } // ERROR 15:"(&T8{}).m undefined (type *T8 has no field or method m, but does have method M)"
{ var x *T10; var _ interface{M()} = x } // ERROR 38:"cannot use x (variable of type *T10) as interface{M()} value in variable declaration: *T10 does not implement interface{M()} (wrong type for method M)\n\t\thave M(int) string\n\t\twant M()"
{ f := func() D3 { panic(0) }; f().m() } // ERROR 36:"f().m undefined (type D3 has no field or method m)"
{ _ = (&T1{}).b } // ERROR 15:"(&T1{}).b undefined (type *T1 has no field or method b, but does have field B)"
{ var x T8; _ = x.a }
{ var m map[int]T4; m[0].T0 = 1 } // ERROR 26:"m[0].T0 undefined (type T4 has no field or method T0)"
{ var x D2; var _ I0 = x } // ERROR 24:"cannot use x (variable of pointer type D2) as I0 value in variable declaration: D2 does not implement I0 (missing method M)"
{ var x T2; var _ interface{M()} = x } // ERROR 36:"cannot use x (variable of struct type T2) as interface{M()} value in variable declaration: T2 does not implement interface{M()} (missing method M)"
{ var x *T1; _ = x.T5 } // ERROR 20:"x.T5 undefined (type *T1 has no field or method T5)"
{ var x T4; _ = x.n }
{ x := T9{}; x.M() } // ERROR 16:"x.M undefined (type T9 has no field or method M)"
{ var x *T1; _ = x.x } // ERROR 20:"x.x undefined (type *T1 has no field or method x)"
{ var x I0; _ = x.(*T7[int]) } // ERROR 17:"impossible type assertion: x.(*T7[int])\n\t*T7[int] does not implement I0 (missing method M)"
{ f := func() T4 { panic(0) }; f().x() } // ERROR 36:"f().x undefined (type T4 has no field or method x)"
{ x := T5{T2: 1}; _ = x } // ERROR 11:"unknown field T2 in struct literal of type T5"
{ var x D1; _ = x.a }
{ f := func() T10 { panic(0) }; f().T2() } // ERROR 37:"f().T2 undefined (type T10 has no field or method T2)"
{ var x I0; _ = x.(T7[string]) } // ERROR 17:"impossible type assertion: x.(T7[string])\n\tT7[string] does not implement I0 (missing method M)"
{ var x D0; _ = x.T5 } // ERROR 19:"x.T5 undefined (type D0 has no field or method T5)"
{ var x D3; _ = x.B }
{ var x *D2; _ = x.M } // ERROR 20:"x.M undefined (type *D2 has no field or method M)"
{ var x *T7[int]; var _ error = x } // ERROR 33:"cannot use x (variable of type *T7[int]) as error value in variable declaration: *T7[int] does not implement error (missing method Error)"
{ var x T8; _ = x.T5 } // ERROR 19:"x.T5 undefined (type T8 has no field or method T5)"
{ _ = (&T8{}).M }
{ var m map[int]D0; m[0].T0 = m[1].T0 } // ERROR 26:"m[0].T0 undefined (type D0 has no field or method T0)" 36:"m[1].T0 undefined (type D0 has no field or method T0)"
{ x := T0{}; x.b() } // ERROR 16:"x.b undefined (type T0 has no field or method b, but does have field B)"
{ _ = T8{}.A } // ERROR 12:"T8{}.A undefined (type T8 has no field or method A, but does have field a)"
{ var x T8; _ = x.a }
{ var x *D1; var _ Reader = x } // ERROR 29:"cannot use x (variable of type *D1) as Reader value in variable declaration: *D1 does not implement Reader (missing method Read)"
{ var x *D4; _ = x.b } // ERROR 20:"x.b undefined (type *D4 is pointer to interface, not interface)"
{ var x T6; _ = x.m } // ERROR 19:"x.m undefined (type T6 has no field or method m)"
{ _ = D1{}.a }
{ _ = (*T6).M } // ERROR 13:"(*T6).M undefined (type *T6 has no field or method M)"
{ var x *T10; _ = x.Read } // ERROR 21:"x.Read undefined (type *T10 has no field or method Read)"
{ var x *T3[string]; _ = x.Error }
{ _ = D1.M } // ERROR 10:"D1.M undefined (type D1 has no field or method M)"
{ _ = (*T4).B } // ERROR 13:"(*T4).B undefined (type *T4 has no method B)"
{ _ = T5{}.Read } // ERROR 12:"T5{}.Read undefined (type T5 has no field or method Read)"
{ x := D0{Error: 1}; _ = x } // ERROR 11:"unknown field Error in struct literal of type D0"
{ var x T9; _ = x.m } // ERROR 19:"x.m undefined (type T9 has no field or method m)"
{ _ = (*T10).N } // ERROR 14:"(*T10).N undefined (type *T10 has no field or method N)"
{ var x I0; _ = x.(D4) }
{ _ = T2{}.m } // ERROR 12:"T2{}.m undefined (type T2 has no field or method m)"
{ x := T10{b: 1}; _ = x } // ERROR 12:"unknown field b in struct literal of type T10"
{ x := T7[string]{B: 1}; _ = x } // ERROR 19:"unknown field B in struct literal of type T7[string], but does have b"
{ var x T4; _ = x.a } // ERROR 19:"x.a undefined (type T4 has no field or method a, but does have field A)"
{ x := D3{Read: 1}; _ = x } // ERROR 11:"unknown field Read in struct literal of type D3"
{ _ = (*T2).N }
{ var x *T6; var _ Reader = x } // ERROR 29:"cannot use x (variable of type *T6) as Reader value in variable declaration: *T6 does not implement Reader (missing method Read)"
{ var x T7[int]; var _ Reader = x } // ERROR 33:"cannot use x (variable of struct type T7[int]) as Reader value in variable declaration: T7[int] does not implement Reader (missing method Read)"
{ var m map[int]T7[int]; m[0].T2 = m[1].T2 } // ERROR 31:"m[0].T2 undefined (type T7[int] has no field or method T2)" 41:"m[1].T2 undefined (type T7[int] has no field or method T2)"
{ var x T1; _ = x.Error }
{ x := T3[string]{A: 1}; _ = x } // ERROR 19:"unknown field A in struct literal of type T3[string], but does have a"
{ _ = D4{}.Error } // ERROR 7:"invalid composite literal type D4"
{ x := D2{Read: 1}; _ = x } // ERROR 8:"invalid composite literal type D2"
{ x := D4{n: 1}; _ = x } // ERROR 8:"invalid composite literal type D4"
{ var x D2; _ = x.x } // ERROR 19:"x.x undefined (type D2 has no field or method x)"
{ var x D3; _ = x.N } // ERROR 19:"x.N undefined (type D3 has no field or method N)"
{ var x I0; _ = x.(*T7[string]) } // ERROR 17:"impossible type assertion: x.(*T7[string])\n\t*T7[string] does not implement I0 (missing method M)"
{ var x T7[string]; _ = x.N } // ERROR 27:"x.N undefined (type T7[string] has no field or method N, but does have method n)"
{ var x T9; _ = x.B }
{ _ = T10{}.x } // ERROR 13:"T10{}.x undefined (type T10 has no field or method x)"
{ var x T4; _ = x.A }
{ var x T4; _ = x.T1 } // ERROR 19:"x.T1 undefined (type T4 has no field or method T1)"
{ var x *D1; _ = x.n } // ERROR 20:"x.n undefined (type *D1 has no field or method n)"
{ var x D2; _ = x.n } // ERROR 19:"x.n undefined (type D2 has no field or method n)"
{ f := func() D1 { panic(0) }; f().n() } // ERROR 36:"f().n undefined (type D1 has no field or method n)"
{ x := T0{}; x.T5() } // ERROR 16:"x.T5 undefined (type T0 has no field or method T5)"
{ var x D0; _ = x.N } // ERROR 19:"x.N undefined (type D0 has no field or method N)"
{ var x *T11[string]; _ = x.T2 } // ERROR 29:"x.T2 undefined (type *T11[string] has no field or method T2)"
{ var x D1; var _ Reader = x } // ERROR 28:"cannot use x (variable of struct type D1) as Reader value in variable declaration: T1 does not implement Reader (missing method Read)"
{ _ = T7[string].n }
{ var x D0; _ = x.T1 } // ERROR 19:"x.T1 undefined (type D0 has no field or method T1)"
{ var x D2; _ = x.x } // ERROR 19:"x.x undefined (type D2 has no field or method x)"
{ var x *T0; _ = x.x } // ERROR 20:"x.x undefined (type *T0 has no field or method x)"
{ _ = (&T0{}).b } // ERROR 15:"(&T0{}).b undefined (type *T0 has no field or method b, but does have field B)"
{ _ = T4.T5 } // ERROR 10:"T4.T5 undefined (type T4 has no field or method T5)"
{ var x D0; _ = x.M } // ERROR 19:"x.M undefined (type D0 has no field or method M)"
{ var x I0; _ = x.(*T10) } // ERROR 17:"impossible type assertion: x.(*T10)\n\t*T10 does not implement I0 (wrong type for method M)\n\t\thave M(int) string\n\t\twant M() int"
{ var m map[int]T8; m[0].T2 = m[1].T2 } // ERROR 26:"m[0].T2 undefined (type T8 has no field or method T2)" 36:"m[1].T2 undefined (type T8 has no field or method T2)"
{ var x T8; _ = x.T5 } // ERROR 19:"x.T5 undefined (type T8 has no field or method T5)"
{ _ = T0{}.T1 } // ERROR 12:"T0{}.T1 undefined (type T0 has no field or method T1)"
{ var x T11[int]; _ = x.T0 } // ERROR 25:"x.T0 undefined (type T11[int] has no field or method T0)"
{ var x T1; _ = x.T2 } // ERROR 19:"x.T2 undefined (type T1 has no field or method T2)"
{ var x T7[int]; _ = x.T5 }
{ var x T4; _ = x.B }
{ var x *T3[int]; var _ I1 = x } // ERROR 30:"cannot use x (variable of type *T3[int]) as I1 value in variable declaration: *T3[int] does not implement I1 (missing method N)"
{ var x T3[int]; _ = x.m } // ERROR 24:"x.m undefined (type T3[int] has no field or method m)"
{ var x *T0; _ = x.x } // ERROR 20:"x.x undefined (type *T0 has no field or method x)"
{ f := func() D0 { panic(0) }; f().n() } // ERROR 36:"f().n undefined (type D0 has no field or method n)"
{ _ = T6{}.b } // ERROR 12:"T6{}.b undefined (type T6 has no field or method b)"
{ var x I0; _ = x.(T7[int]) } // ERROR 17:"impossible type assertion: x.(T7[int])\n\tT7[int] does not implement I0 (missing method M)"
{ _ = T1{}.M } // ERROR 12:"T1{}.M undefined (type T1 has no field or method M)"
{ _ = (&T11[int]{}).Error } // ERROR 21:"(&T11[int]{}).Error undefined (type *T11[int] has no field or method Error)"
{ _ = T0.T5 } // ERROR 10:"T0.T5 undefined (type T0 has no field or method T5)"
{ _ = (&D1{}).M } // ERROR 15:"(&D1{}).M undefined (type *D1 has no field or method M)"
{ var x D2; _ = x.T1 } // ERROR 19:"x.T1 undefined (type D2 has no field or method T1)"
{ _ = T5{}.T1 } // ERROR 12:"T5{}.T1 undefined (type T5 has no field or method T1)"
{ x := T8{Read: 1}; _ = x } // ERROR 11:"unknown field Read in struct literal of type T8"
{ _ = (*D3).N } // ERROR 13:"(*D3).N undefined (type *D3 has no field or method N)"
{ x := T8{}; x.M() } // ERROR 14:"not enough arguments in call to x.M\n\thave ()\n\twant (int)"
{ x := T2{}; x.m() } // ERROR 16:"x.m undefined (type T2 has no field or method m)"
{ _ = (&T7[string]{}).Read } // ERROR 23:"(&T7[string]{}).Read undefined (type *T7[string] has no field or method Read)"
{ var x D0; _ = x.M } // ERROR 19:"x.M undefined (type D0 has no field or method M)"
{ _ = T10.A } // ERROR 11:"T10.A undefined (type T10 has no field or method A)"
{ var x T8; _ = x.M }
{ var x T8; _ = x.Error }
{ var x T6; _ = x.b } // ERROR 19:"x.b undefined (type T6 has no field or method b)"
{ _ = D1{}.N } // ERROR 12:"D1{}.N undefined (type D1 has no field or method N)"
{ var x *T7[string]; var _ I0 = x } // ERROR 33:"cannot use x (variable of type *T7[string]) as I0 value in variable declaration: *T7[string] does not implement I0 (missing method M)"
{ var x T2; _ = x.m } // ERROR 19:"x.m undefined (type T2 has no field or method m)"
{ _ = T7[string]{}.T0 } // ERROR 20:"T7[string]{}.T0 undefined (type T7[string] has no field or method T0)"
{ _ = D3{}.Error }
{ _ = D1{}.T1 } // ERROR 12:"D1{}.T1 undefined (type D1 has no field or method T1)"
{ var x *T11[string]; _ = x.m } // ERROR 29:"x.m undefined (type *T11[string] has no field or method m)"
{ var x T7[int]; _ = x.T1 } // ERROR 24:"x.T1 undefined (type T7[int] has no field or method T1)"
{ var x T3[int]; _ = x.B }
{ var x *D3; var _ I0 = x } // ERROR 25:"cannot use x (variable of type *D3) as I0 value in variable declaration: *D3 does not implement I0 (missing method M)"
{ var x T6; _ = x.m } // ERROR 19:"x.m undefined (type T6 has no field or method m)"
{ var x T5; _ = x.m } // ERROR 19:"x.m undefined (type T5 has no field or method m)"
{ var x T4; _ = x.m } // ERROR 19:"x.m undefined (type T4 has no field or method m)"
{ var x T1; _ = x.Error }
{ x := T4{}; x.T0() } // ERROR 16:"x.T0 undefined (type T4 has no field or method T0)"
{ x := D3{}; x.b() } // ERROR 16:"x.b undefined (type D3 has no field or method b, but does have field B)"
{ _ = T9.N } // ERROR 10:"invalid method expression T9.N (needs pointer receiver (*T9).N)"
{ f := func() T1 { panic(0) }; f().m() } // ERROR 36:"f().m undefined (type T1 has no field or method m)"
{ x := D3{b: 1}; _ = x } // ERROR 11:"unknown field b in struct literal of type D3"
{ var x D0; _ = x.N } // ERROR 19:"x.N undefined (type D0 has no field or method N)"
{ var x T1; _ = x.A } // ERROR 19:"x.A undefined (type T1 has no field or method A, but does have field a)"
{ var m map[int]T9; m[0].b = 1 } // ERROR 26:"m[0].b undefined (type T9 has no field or method b, but does have field B)"
{ _ = D1{}.Read } // ERROR 12:"D1{}.Read undefined (type D1 has no field or method Read)"
{ f := func() T7[string] { panic(0) }; f().N() } // ERROR 44:"f().N undefined (type T7[string] has no field or method N, but does have method n)"
{ _ = T9{}.T5 } // ERROR 12:"T9{}.T5 undefined (type T9 has no field or method T5)"
{ _ = D1{}.m } // ERROR 12:"D1{}.m undefined (type D1 has no field or method m)"
{ var m map[int]T1; m[0].Read = 1 } // ERROR 26:"m[0].Read undefined (type T1 has no field or method Read)"
{ var x T6; _ = x.T0 } // ERROR 19:"x.T0 undefined (type T6 has no field or method T0)"
{ var x T2; _ = x.A } // ERROR 19:"x.A undefined (type T2 has no field or method A, but does have field a)"
{ var x T2; _ = x.A } // ERROR 19:"x.A undefined (type T2 has no field or method A, but does have field a)"
{ _ = D2{}.T1 } // ERROR 7:"invalid composite literal type D2"
{ var x T9; _ = x.a }
{ x := T9{}; x.T1() } // ERROR 16:"x.T1 undefined (type T9 has no field or method T1)"
{ var x T2; _ = x.T0 } // ERROR 19:"x.T0 undefined (type T2 has no field or method T0)"
{ var x I0; _ = x.(T8) } // ERROR 17:"impossible type assertion: x.(T8)\n\tT8 does not implement I0 (method M has pointer receiver)"
{ _ = D1{}.b } // ERROR 12:"D1{}.b undefined (type D1 has no field or method b, but does have field B)"
{ var x T4; _ = x.x } // ERROR 19:"x.x undefined (type T4 has no field or method x)"
{ var x T4; _ = x.b } // ERROR 19:"x.b undefined (type T4 has no field or method b, but does have field B)"
{ var x *T9; var _ Reader = x } // ERROR 29:"cannot use x (variable of type *T9) as Reader value in variable declaration: *T9 does not implement Reader (missing method Read)"
{ var x *T3[string]; _ = x.T1 }
{ _ = D0{}.m } // ERROR 12:"D0{}.m undefined (type D0 has no field or method m)"
{ var x D3; _ = x.N } // ERROR 19:"x.N undefined (type D3 has no field or method N)"
{ _ = T1.x } // ERROR 10:"T1.x undefined (type T1 has no field or method x)"
{ var x T8; _ = x.a }
{ var x *T0; var _ interface{M()} = x } // ERROR 37:"cannot use x (variable of type *T0) as interface{M()} value in variable declaration: *T0 does not implement interface{M()} (missing method M)\n\t\thave m(int)\n\t\twant M()"
{ var x I0; _ = x.(*T1) } // ERROR 17:"impossible type assertion: x.(*T1)\n\t*T1 does not implement I0 (missing method M)"
{ _ = D4.T0 } // ERROR 10:"D4.T0 undefined (type D4 has no field or method T0)"
{ x := D1{T0: 1}; _ = x } // ERROR 11:"unknown field T0 in struct literal of type D1"
{ var x *T2; _ = x.N }
{ var x T10; var _ error = x } // ERROR 28:"cannot use x (variable of struct type T10) as error value in variable declaration: T10 does not implement error (missing method Error)"
{ _ = (*D1).T1 } // ERROR 13:"(*D1).T1 undefined (type *D1 has no field or method T1)"
{ var x I0; _ = x.(D0) } // ERROR 17:"impossible type assertion: x.(D0)\n\tD0 does not implement I0 (missing method M)"
{ var x *D2; _ = x.b } // ERROR 20:"x.b undefined (type *D2 has no field or method b)"
{ var m map[int]T10; m[0].b = m[1].b } // ERROR 27:"m[0].b undefined (type T10 has no field or method b)" 36:"m[1].b undefined (type T10 has no field or method b)"
{ var m map[int]D4; m[0].T5 = m[1].T5 } // ERROR 26:"m[0].T5 undefined (type D4 has no field or method T5)" 36:"m[1].T5 undefined (type D4 has no field or method T5)"
{ var x D1; _ = x.a }
{ _ = T11[string].T0 } // ERROR 19:"T11[string].T0 undefined (type T11[string] has no field or method T0)"
{ var x T8; _ = x.Error }
{ x := T9{}; x.N() }
{ var x D3; _ = x.b } // ERROR 19:"x.b undefined (type D3 has no field or method b, but does have field B)"
{ _ = T7[int]{}.m } // ERROR 17:"T7[int]{}.m undefined (type T7[int] has no field or method m)"
{ var x D1; _ = x.b } // ERROR 19:"x.b undefined (type D1 has no field or method b, but does have field B)"
{ _ = (&T3[string]{}).b } // ERROR 23:"(&T3[string]{}).b undefined (type *T3[string] has no field or method b, but does have field B)"
{ f := func() T4 { panic(0) }; f().N() } // ERROR 36:"f().N undefined (type T4 has no field or method N)"
{ var x *T9; var _ Reader = x } // ERROR 29:"cannot use x (variable of type *T9) as Reader value in variable declaration: *T9 does not implement Reader (missing method Read)"
{ _ = D3.B } // ERROR 10:"D3.B undefined (type D3 has no method B)"
{ _ = T6{}.x } // ERROR 12:"T6{}.x undefined (type T6 has no field or method x)"
{ var x T4; _ = x.T5 } // ERROR 19:"x.T5 undefined (type T4 has no field or method T5)"
{ f := func() D1 { panic(0) }; f().M() } // ERROR 36:"f().M undefined (type D1 has no field or method M)"
{ x := D4{m: 1}; _ = x } // ERROR 8:"invalid composite literal type D4"
{ var x T9; _ = x.T1 } // ERROR 19:"x.T1 undefined (type T9 has no field or method T1)"
{ var x D3; _ = x.T5 } // ERROR 19:"x.T5 undefined (type D3 has no field or method T5)"
{ var x *D3; _ = x.M } // ERROR 20:"x.M undefined (type *D3 has no field or method M)"
{ f := func() D0 { panic(0) }; f().N() } // ERROR 36:"f().N undefined (type D0 has no field or method N)"
{ var x T6; _ = x.T1 }
{ x := D0{}; x.B() } // ERROR 14:"invalid operation: cannot call x.B (variable of type bool): bool is not a function"
{ var x *D1; _ = x.a }
{ f := func() D3 { panic(0) }; f().T1() } // ERROR 32:"invalid operation: cannot call f().T1 (value of struct type T1): T1 is not a function"
{ var m map[int]D0; m[0].n = 1 } // ERROR 26:"m[0].n undefined (type D0 has no field or method n)"
{ var x D3; _ = x.a }
{ var x T10; _ = x.T5 } // ERROR 20:"x.T5 undefined (type T10 has no field or method T5)"
{ _ = D2{}.b } // ERROR 7:"invalid composite literal type D2"
{ var x *D2; var _ interface{N(int) string} = x } // ERROR 47:"cannot use x (variable of type *D2) as interface{N(int) string} value in variable declaration: *D2 does not implement interface{N(int) string} (missing method N)"
{ _ = (*T4).b } // ERROR 13:"(*T4).b undefined (type *T4 has no field or method b, but does have field B)"
{ var x T10; var _ error = x } // ERROR 28:"cannot use x (variable of struct type T10) as error value in variable declaration: T10 does not implement error (missing method Error)"
{ _ = (&D0{}).M } // ERROR 15:"(&D0{}).M undefined (type *D0 has no field or method M)"
{ _ = D3{}.T5 } // ERROR 12:"D3{}.T5 undefined (type D3 has no field or method T5)"
{ _ = (&T2{}).B }
{ var x *T9; var _ I0 = x } // ERROR 25:"cannot use x (variable of type *T9) as I0 value in variable declaration: *T9 does not implement I0 (missing method M)"
{ var x T3[string]; var _ I0 = x } // ERROR 32:"cannot use x (variable of struct type T3[string]) as I0 value in variable declaration: T3[string] does not implement I0 (missing method M)"
{ var x T10; _ = x.T2 } // ERROR 20:"x.T2 undefined (type T10 has no field or method T2)"
{ var x T11[string]; _ = x.n }
{ _ = D4{}.n } // ERROR 7:"invalid composite literal type D4"
{ var x T5; _ = x.A } // ERROR 19:"x.A undefined (type T5 has no field or method A)"
{ var x *D0; var _ interface{M()} = x } // ERROR 37:"cannot use x (variable of type *D0) as interface{M()} value in variable declaration: *D0 does not implement interface{M()} (missing method M)"
{ _ = T4.B } // ERROR 10:"T4.B undefined (type T4 has no method B)"
{ var x T8; _ = x.T0 } // ERROR 19:"x.T0 undefined (type T8 has no field or method T0)"
{ var x D2; _ = x.x } // ERROR 19:"x.x undefined (type D2 has no field or method x)"
{ _ = T5.b } // ERROR 10:"T5.b undefined (type T5 has no field or method b)"
{ var m map[int]T9; m[0].T0 = m[1].T0 } // ERROR 26:"m[0].T0 undefined (type T9 has no field or method T0)" 36:"m[1].T0 undefined (type T9 has no field or method T0)"
{ var x *D2; _ = x.T5 } // ERROR 20:"x.T5 undefined (type *D2 has no field or method T5)"
{ _ = D0.T5 } // ERROR 10:"D0.T5 undefined (type D0 has no field or method T5)"
{ var x T11[string]; _ = x.T1 } // ERROR 28:"x.T1 undefined (type T11[string] has no field or method T1)"
{ var x D0; _ = x.m } // ERROR 19:"x.m undefined (type D0 has no field or method m)"
{ _ = (&T1{}).x } // ERROR 15:"(&T1{}).x undefined (type *T1 has no field or method x)"
{ f := func() D3 { panic(0) }; f().T5() } // ERROR 36:"f().T5 undefined (type D3 has no field or method T5)"
{ var x I0; _ = x.(*T9) } // ERROR 17:"impossible type assertion: x.(*T9)\n\t*T9 does not implement I0 (missing method M)"
{ var x T7[int]; _ = x.Read } // ERROR 24:"x.Read undefined (type T7[int] has no field or method Read)"
{ var x T4; _ = x.T0 } // ERROR 19:"x.T0 undefined (type T4 has no field or method T0)"
{ var x I0; _ = x.(T1) } // ERROR 17:"impossible type assertion: x.(T1)\n\tT1 does not implement I0 (missing method M)"
{ f := func() T11[int] { panic(0) }; f().b() } // ERROR 38:"invalid operation: cannot call f().b (variable of type string): string is not a function"
{ _ = T10.T1 } // ERROR 11:"T10.T1 undefined (type T10 has no field or method T1)"
{ var x T11[string]; _ = x.T5 }
{ var x D3; _ = x.T2 } // ERROR 19:"x.T2 undefined (type D3 has no field or method T2)"
{ var x T10; _ = x.T2 } // ERROR 20:"x.T2 undefined (type T10 has no field or method T2)"
{ var x I0; _ = x.(T2) } // ERROR 17:"impossible type assertion: x.(T2)\n\tT2 does not implement I0 (missing method M)"
{ x := D0{T5: 1}; _ = x } // ERROR 11:"unknown field T5 in struct literal of type D0"
{ var x *T11[int]; _ = x.T2 } // ERROR 26:"x.T2 undefined (type *T11[int] has no field or method T2)"
{ var x T8; _ = x.Error }
{ var x *T11[string]; _ = x.Read } // ERROR 29:"x.Read undefined (type *T11[string] has no field or method Read)"
{ var x T11[int]; _ = x.T0 } // ERROR 25:"x.T0 undefined (type T11[int] has no field or method T0)"
{ x := T0{}; x.Read() } // ERROR 16:"x.Read undefined (type T0 has no field or method Read)"
{ _ = (&T10{}).x } // ERROR 16:"(&T10{}).x undefined (type *T10 has no field or method x)"
{ x := T2{T0: 1}; _ = x } // ERROR 11:"unknown field T0 in struct literal of type T2"
{ _ = T9.T0 } // ERROR 10:"T9.T0 undefined (type T9 has no field or method T0)"
{ var m map[int]T1; m[0].m = 1 } // ERROR 26:"m[0].m undefined (type T1 has no field or method m)"
{ _ = T3[int]{}.x } // ERROR 17:"T3[int]{}.x undefined (type T3[int] has no field or method x)"
{ var x *D0; _ = x.N } // ERROR 20:"x.N undefined (type *D0 has no field or method N)"
{ var x D1; var _ Reader = x } // ERROR 28:"cannot use x (variable of struct type D1) as Reader value in variable declaration: T1 does not implement Reader (missing method Read)"
{ _ = (*T3[string]).Read } // ERROR 21:"(*T3[string]).Read undefined (type *T3[string] has no field or method Read)"
{ var x *T1; _ = x.T1 } // ERROR 20:"x.T1 undefined (type *T1 has no field or method T1)"
{ var m map[int]D2; m[0].N = m[1].N } // ERROR 26:"m[0].N undefined (type D2 has no field or method N)" 35:"m[1].N undefined (type D2 has no field or method N)"
{ f := func() T3[string] { panic(0) }; f().Error() } // ERROR 40:"not enough arguments in call to f().Error\n\thave ()\n\twant (int)"
{ var x T11[int]; _ = x.n }
{ var x T3[string]; var _ I0 = x } // ERROR 32:"cannot use x (variable of struct type T3[string]) as I0 value in variable declaration: T3[string] does not implement I0 (missing method M)"
{ var m map[int]T10; m[0].B = 1 } // ERROR 27:"m[0].B undefined (type T10 has no field or method B)"
{ var x I0; _ = x.(T2) } // ERROR 17:"impossible type assertion: x.(T2)\n\tT2 does not implement I0 (missing method M)"
{ x := T6{}; x.T5() } // ERROR 16:"x.T5 undefined (type T6 has no field or method T5)"
{ var x T10; _ = x.T2 } // ERROR 20:"x.T2 undefined (type T10 has no field or method T2)"
{ x := T0{}; x.m() } // ERROR 14:"not enough arguments in call to x.m\n\thave ()\n\twant (int)"
{ _ = T4{}.A }
{ var x T5; var _ I1 = x } // ERROR 24:"cannot use x (variable of struct type T5) as I1 value in variable declaration: T5 does not implement I1 (missing method N)"
{ var x I0; _ = x.(T0) } // ERROR 17:"impossible type assertion: x.(T0)\n\tT0 does not implement I0 (missing method M)\n\t\thave m(int)\n\t\twant M() int"
{ var x T10; _ = x.a } // ERROR 20:"x.a undefined (type T10 has no field or method a)"
{ var x T1; var _ interface{N(int) string} = x } // ERROR 46:"cannot use x (variable of struct type T1) as interface{N(int) string} value in variable declaration: T1 does not implement interface{N(int) string} (missing method N)"
{ _ = T2.N } // ERROR 10:"invalid method expression T2.N (needs pointer receiver (*T2).N)"
{ var x T3[string]; _ = x.Error }
{ var x I0; _ = x.(*T1) } // ERROR 17:"impossible type assertion: x.(*T1)\n\t*T1 does not implement I0 (missing method M)"
{ var m map[int]D2; m[0].T0 = 1 } // ERROR 26:"m[0].T0 undefined (type D2 has no field or method T0)"
{ _ = (*D3).T5 } // ERROR 13:"(*D3).T5 undefined (type *D3 has no field or method T5)"
{ f := func() D3 { panic(0) }; f().T1() } // ERROR 32:"invalid operation: cannot call f().T1 (value of struct type T1): T1 is not a function"
{ var x T2; _ = x.x } // ERROR 19:"x.x undefined (type T2 has no field or method x)"
{ var x T4; _ = x.b } // ERROR 19:"x.b undefined (type T4 has no field or method b, but does have field B)"
{ var m map[int]T10; m[0].n = m[1].n } // ERROR 27:"m[0].n undefined (type T10 has no field or method n)" 36:"m[1].n undefined (type T10 has no field or method n)"
{ _ = (&D2{}).Error } // ERROR 9:"invalid composite literal type D2"
{ var x T3[int]; var _ Reader = x } // ERROR 33:"cannot use x (variable of struct type T3[int]) as Reader value in variable declaration: T3[int] does not implement Reader (missing method Read)"
{ var x D2; _ = x.x } // ERROR 19:"x.x undefined (type D2 has no field or method x)"
{ _ = T10.T5 } // ERROR 11:"T10.T5 undefined (type T10 has no field or method T5)"
{ var x *T3[string]; _ = x.n } // ERROR 28:"x.n undefined (type *T3[string] has no field or method n)"
{ var m map[int]T8; m[0].M = m[1].M } // ERROR 26:"cannot call pointer method M on T8"
{ x := T2{b: 1}; _ = x } // ERROR 11:"unknown field b in struct literal of type T2, but does have B"
{ var x T2; _ = x.n } // ERROR 19:"x.n undefined (type T2 has no field or method n, but does have method N)"
{ var x T11[int]; _ = x.Error } // ERROR 25:"x.Error undefined (type T11[int] has no field or method Error)"
{ var x T10; _ = x.T0 } // ERROR 20:"x.T0 undefined (type T10 has no field or method T0)"
{ f := func() T11[string] { panic(0) }; f().T5() } // ERROR 41:"invalid operation: cannot call f().T5 (variable of struct type T5): T5 is not a function"
{ _ = (&T1{}).m } // ERROR 15:"(&T1{}).m undefined (type *T1 has no field or method m)"
{ _ = T11[int]{}.Read } // ERROR 18:"T11[int]{}.Read undefined (type T11[int] has no field or method Read)"
{ _ = (*T4).T0 } // ERROR 13:"(*T4).T0 undefined (type *T4 has no field or method T0)"
{ var x I0; _ = x.(T11[string]) } // ERROR 17:"impossible type assertion: x.(T11[string])\n\tT11[string] does not implement I0 (missing method M)"
{ _ = D1{}.T5 } // ERROR 12:"D1{}.T5 undefined (type D1 has no field or method T5)"
{ f := func() T0 { panic(0) }; f().Read() } // ERROR 36:"f().Read undefined (type T0 has no field or method Read)"
{ var x T8; _ = x.a }
{ var x *T9; _ = x.x } // ERROR 20:"x.x undefined (type *T9 has no field or method x)"
{ x := T0{}; x.A() } // ERROR 16:"x.A undefined (type T0 has no field or method A, but does have field a)"
{ var x D0; _ = x.b } // ERROR 19:"x.b undefined (type D0 has no field or method b, but does have field B)"
{ var x T0; var _ Reader = x } // ERROR 28:"cannot use x (variable of struct type T0) as Reader value in variable declaration: T0 does not implement Reader (missing method Read)"
{ var x *D1; _ = x.N } // ERROR 20:"x.N undefined (type *D1 has no field or method N)"
{ var x *T11[string]; _ = x.T1 } // ERROR 29:"x.T1 undefined (type *T11[string] has no field or method T1)"
{ var x T2; _ = x.x } // ERROR 19:"x.x undefined (type T2 has no field or method x)"
{ _ = (&T5{}).T2 } // ERROR 15:"(&T5{}).T2 undefined (type *T5 has no field or method T2)"
{ _ = T2.m } // ERROR 10:"T2.m undefined (type T2 has no field or method m)"
{ var x D2; _ = x.n } // ERROR 19:"x.n undefined (type D2 has no field or method n)"
{ var x *D4; _ = x.b } // ERROR 20:"x.b undefined (type *D4 is pointer to interface, not interface)"
{ var x *T3[string]; var _ interface{M()} = x } // ERROR 45:"cannot use x (variable of type *T3[string]) as interface{M()} value in variable declaration: *T3[string] does not implement interface{M()} (missing method M)"
{ var x T9; _ = x.a }
{ var x T1; _ = x.a }
}
