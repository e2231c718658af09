import type { DiagnosticSpec } from "./spec.ts";

/** Errors of the type checker. */
export const typeCodes = {
  UndeclaredName: {
    summary: "A name is used that no declaration in scope introduces.",
    example: "var x = y",
  },
  DuplicateDecl: {
    summary: "A name is declared twice in one block, struct or interface.",
    example: "var x int\nvar x int",
  },
  InvalidDeclCycle: {
    summary: "A declaration refers to itself where that cannot be resolved; a type contains itself.",
    example: "type T struct{ t T }",
  },
  InvalidInitCycle: {
    summary: "The initial value of a variable depends on the variable itself.",
    example: "var x = f()\nfunc f() int { return x }",
  },
  MisplacedLabel: {
    summary: "A break or continue names a label of a statement that it is not in.",
    example: "func f() { L: for {}; for { break L } }",
  },
  UndeclaredLabel: { summary: "A label is used that is not declared.", example: "func f() { goto L }" },
  UnusedLabel: { summary: "A label is declared and not used.", example: "func f() { L: for {} }" },
  DuplicateLabel: {
    summary: "A label is declared twice in one function.",
    example: "func f() { L: for { break L }; L: for {} }",
  },
  JumpOverDecl: {
    summary: "A goto jumps over the declaration of a variable.",
    example: "func f() { goto L; var x int; _ = x; L: }",
  },
  JumpIntoBlock: {
    summary: "A goto jumps into a block that it is not in.",
    example: "func f() { goto L; { L: } }",
  },
  AmbiguousSelector: {
    summary: "A selector finds several fields or methods at the same depth.",
    example: "type A struct{ x int }\ntype B struct{ x int }\ntype C struct{ A; B }\nvar c C\nvar _ = c.x",
  },
  BadDecl: {
    summary: "A declaration that is incomplete or of a form that the language does not have.",
    example: "func f() { var a []int; a[0] := 1 }",
  },
  BadDotDotDotSyntax: {
    summary: "`...` is used where no list ends, or as an array length outside of a literal.",
    example: "var x [...]int",
  },
  BadOffsetofSyntax: {
    summary: "The argument of unsafe.Offsetof is no selector.",
    example: 'import "unsafe"\nvar x int\nvar _ = unsafe.Offsetof(x)',
  },
  BadRecv: {
    summary: "A receiver declares another number of type parameters than its type.",
    example: "type T[P any] struct{}\nfunc (T[A, B]) m() {}",
  },
  BlankIfaceMethod: {
    summary: "A method of an interface is named `_`.",
    example: "type T interface{ _() }",
  },
  BlankSelector: {
    summary: "A field or method named `_` is selected.",
    example: "type T struct{ _ int }\nvar t T\nvar _ = t._",
  },
  CannotInferTypeArgs: {
    summary: "Type arguments are left out that cannot be inferred.",
    example: "func f[P any]() {}\nfunc _() { f() }",
  },
  DivByZero: {
    summary: "An integer or constant is divided by the constant 0.",
    example: "var x = 1\nvar _ = x / 0",
  },
  DuplicateCase: {
    summary: "A switch has two cases of one value or type.",
    example: "func f(x int) { switch x { case 1: case 1: } }",
  },
  DuplicateDefault: {
    summary: "A switch or select has two default clauses.",
    example: "func f() { switch { default: default: } }",
  },
  DuplicateFieldAndMethod: {
    summary: "A type has a field and a method of one name.",
    example: "type T struct{ x int }\nfunc (T) x() {}",
  },
  DuplicateLitField: {
    summary: "A struct literal sets a field twice.",
    example: "var _ = struct{ x int }{x: 1, x: 2}",
  },
  DuplicateLitKey: {
    summary: "A map, slice or array literal has two equal constant keys.",
    example: "var _ = map[int]int{1: 1, 1: 2}",
  },
  DuplicateMethod: {
    summary: "A method is declared twice.",
    example: "type T int\nfunc (T) m() {}\nfunc (T) m() {}",
  },
  ImpossibleAssert: {
    summary: "A type assertion or type switch case can never hold.",
    example: "type T int\nvar e error\nvar _ = e.(T)",
  },
  IncomparableMapKey: {
    summary: "The key type of a map has no `==`.",
    example: "var m map[[]int]int",
  },
  IncomparableTypes: {
    summary: "Values that have no `==` are compared.",
    example: "",
  },
  IncompatibleAssign: {
    summary: "A value is not assignable to the type that its context requires.",
    example: 'var x int = "a"',
  },
  InvalidAppend: {
    summary: "The first argument of append is no slice.",
    example: "var _ = append(1, 2)",
  },
  InvalidArrayLen: {
    summary: "An array length is no constant integer that is 0 or more.",
    example: "var n int\nvar _ [n]int",
  },
  InvalidAssert: {
    summary: "The operand of a type assertion is no interface.",
    example: "var x int\nvar _ = x.(int)",
  },
  InvalidBlank: {
    summary: "The blank identifier is used as a value or type.",
    example: "var x = _",
  },
  InvalidCall: {
    summary: "What is called is no function.",
    example: "var x int\nvar _ = x()",
  },
  InvalidCap: {
    summary: "The argument of cap has no capacity.",
    example: "var _ = cap(map[int]int{})",
  },
  InvalidClear: {
    summary: "The argument of clear is no map or slice.",
    example: "func f(x int) { clear(x) }",
  },
  InvalidClose: {
    summary: "The argument of close is no channel that can be sent to.",
    example: "func f(c <-chan int) { close(c) }",
  },
  InvalidComplex: {
    summary: "The arguments of complex are no floats of one type.",
    example: "var x int\nvar _ = complex(x, x)",
  },
  InvalidCond: {
    summary: "The condition of if or for is not boolean.",
    example: "func f(x int) { if x {} }",
  },
  InvalidConstInit: {
    summary: "The value of a constant is not constant.",
    example: "var x int\nconst c = x",
  },
  InvalidConstType: {
    summary: "The type of a constant is none that constants can have.",
    example: "const c []int = nil",
  },
  InvalidConstVal: {
    summary: "A constant has a value that cannot be represented.",
    example: "const c = 1 << 1000",
  },
  InvalidConversion: {
    summary: "A value does not convert to the type.",
    example: "var x string\nvar _ = int(x)",
  },
  InvalidCopy: {
    summary: "The arguments of copy are no slices of one element type.",
    example: "func f(x []int) { copy(x, 1) }",
  },
  InvalidDefer: {
    summary: "What is deferred is no call, or one whose result must be used.",
    example: "func f(x []int) { defer len(x) }",
  },
  InvalidDelete: {
    summary: "The first argument of delete is no map.",
    example: "func f(x []int) { delete(x, 1) }",
  },
  InvalidDotDotDot: {
    summary: "`...` is used with an argument that it cannot go with.",
    example: "var x []int\nvar _ = len(x...)",
  },
  InvalidExprSwitch: {
    summary: "The value of a switch cannot be compared.",
    example: "func f(x struct{ f func() }) { switch x {} }",
  },
  InvalidGo: {
    summary: "What a go statement starts is no call, or one whose result must be used.",
    example: "func f(x []int) { go len(x) }",
  },
  InvalidIfaceEmbed: {
    summary: "An interface embeds what this language version does not allow.",
    example: "",
  },
  InvalidImag: {
    summary: "The argument of imag is not complex.",
    example: "var x int\nvar _ = imag(x)",
  },
  InvalidImportPath: {
    summary: "An import path has characters that it must not have.",
    example: 'import "a b"',
  },
  InvalidIndex: {
    summary: "An index or size is no integer, negative or out of range.",
    example: "var x [3]int\nvar _ = x[3]",
  },
  InvalidIndirection: {
    summary: "What is dereferenced is no pointer.",
    example: "var x int\nvar _ = *x",
  },
  InvalidInitDecl: {
    summary: "The name init is declared as anything but a function without parameters and results.",
    example: "var init int",
  },
  InvalidIota: {
    summary: "iota is used outside of a constant declaration.",
    example: "var x = iota",
  },
  InvalidIterVar: {
    summary: "A range clause has more variables than there are values.",
    example: "func f(c chan int) { for x, y := range c { _, _ = x, y } }",
  },
  InvalidLen: {
    summary: "The argument of len has no length.",
    example: "var _ = len(1)",
  },
  InvalidLit: {
    summary: "The type of a composite literal is none that has literals.",
    example: "var _ = int{}",
  },
  InvalidLitField: {
    summary: "A key of a struct literal is no field name.",
    example: "var _ = struct{ x int }{1: 1}",
  },
  InvalidLitIndex: {
    summary: "A key of an array or slice literal is not constant.",
    example: "var i int\nvar _ = []int{i: 1}",
  },
  InvalidMainDecl: {
    summary: "main of package main is no function without parameters and results.",
    example: "package main\n\nfunc main() int { return 0 }",
  },
  InvalidMake: {
    summary: "The first argument of make is no slice, map or channel type.",
    example: "var _ = make(int)",
  },
  InvalidMethodExpr: {
    summary: "A method with a pointer receiver is selected of a value that is not addressable.",
    example: "type T int\nfunc (*T) m() {}\nvar _ = T.m",
  },
  InvalidMethodTypeParams: {
    summary: "A method declares type parameters.",
    example: "",
  },
  InvalidMinMaxOperand: {
    summary: "An argument of min or max cannot be ordered.",
    example: "var x []int\nvar _ = min(x)",
  },
  InvalidOffsetof: {
    summary: "The argument of unsafe.Offsetof is no field of the struct itself.",
    example:
      'import "unsafe"\ntype A struct{ x int }\ntype B struct{ *A }\nvar b B\nvar _ = unsafe.Offsetof(b.x)',
  },
  InvalidPkgName: {
    summary: "A package is named `_`.",
    example: "package _",
  },
  InvalidPkgUse: {
    summary: "A package name is used without a selector.",
    example: 'import "unsafe"\nvar _ unsafe.Pointer\nvar _ = unsafe',
  },
  InvalidPostDecl: {
    summary: "The post statement of a loop declares a variable.",
    example: "",
  },
  InvalidPtrEmbed: {
    summary: "A pointer type, or a pointer to an interface, is embedded in a struct.",
    example: "type P *int\ntype T struct{ P }",
  },
  InvalidRangeExpr: {
    summary: "A value cannot be ranged over.",
    example: "func f(x float64) { for range x {} }",
  },
  InvalidReal: {
    summary: "The argument of real is not complex.",
    example: "var x int\nvar _ = real(x)",
  },
  InvalidReceive: {
    summary: "A value is received from what is no channel, or from a send-only one.",
    example: "func f(c chan<- int) { <-c }",
  },
  InvalidRecv: {
    summary: "The receiver of a method is none that methods may have.",
    example: "func (int) m() {}",
  },
  InvalidSelectCase: {
    summary: "A case of a select is neither a send nor a receive.",
    example: "func f(x int) { select { case x: } }",
  },
  InvalidSend: {
    summary: "A value is sent to what is no channel, or to a receive-only one.",
    example: "func f(c <-chan int) { c <- 1 }",
  },
  InvalidShiftCount: {
    summary: "A shift count is negative or no integer.",
    example: 'var x int\nvar _ = x << "a"[:]',
  },
  InvalidShiftOperand: {
    summary: "What is shifted is no integer.",
    example: "var x float64\nvar _ = x << 1",
  },
  InvalidSliceExpr: {
    summary: "A slice expression has three indices although its operand is a string.",
    example: "var s string\nvar _ = s[0:1:2]",
  },
  InvalidStructLit: {
    summary: "A struct literal has too few or too many values.",
    example: "var _ = struct{ x int }{1, 2}",
  },
  InvalidSyntaxTree: {
    summary: "A construct is used where the grammar does not allow it.",
    example: "",
  },
  InvalidTypeArg: {
    summary: "A type argument does not satisfy its constraint.",
    example: "func f[P comparable]() {}\nfunc _() { f[[]int]() }",
  },
  InvalidTypeSwitch: {
    summary: "The operand of a type switch is no interface.",
    example: "func f(x int) { switch x.(type) {} }",
  },
  InvalidUnion: {
    summary: "A union has terms that overlap or that it must not have.",
    example: "type T interface{ int | int }",
  },
  InvalidUnsafeSlice: {
    summary: "The first argument of unsafe.Slice is no pointer.",
    example: 'import "unsafe"\nvar x int\nvar _ = unsafe.Slice(x, 1)',
  },
  InvalidUnsafeSliceData: {
    summary: "The argument of unsafe.SliceData is no slice.",
    example: 'import "unsafe"\nvar x int\nvar _ = unsafe.SliceData(x)',
  },
  InvalidUntypedConversion: {
    summary: "An untyped constant cannot have the type that its context requires.",
    example: 'var x = []int{}["a"]',
  },
  MismatchedTypes: {
    summary: "The operands of a binary operation have different types.",
    example: 'var x = 1 + "a"',
  },
  MisplacedBreak: {
    summary: "break is used outside of any loop, switch or select.",
    example: "func f() { break }",
  },
  MisplacedConstraintIface: {
    summary: "A constraint interface is used as the type of a value.",
    example: "var x interface{ ~int }",
  },
  MisplacedContinue: {
    summary: "continue is used outside of any loop.",
    example: "func f() { continue }",
  },
  MisplacedFallthrough: {
    summary: "fallthrough does not end a clause that another one follows.",
    example: "func f() { switch { case true: fallthrough } }",
  },
  MisplacedTypeParam: {
    summary: "A type parameter is used where it cannot be.",
    example: "type T[P any] P",
  },
  MissingFieldOrMethod: {
    summary: "A selector finds no field or method.",
    example: "var x struct{}\nvar _ = x.f",
  },
  MissingInitBody: {
    summary: "A function init has no body.",
    example: "func init()",
  },
  MissingLitField: {
    summary: "A key of a struct literal is no field of the struct.",
    example: "var _ = struct{}{x: 1}",
  },
  MissingLitKey: {
    summary: "An element of a map literal has no key.",
    example: "var _ = map[int]int{1}",
  },
  MissingReturn: {
    summary: "A function with results can reach its end.",
    example: "func f() int {}",
  },
  MixedStructLit: {
    summary: "A struct literal has values with and without names.",
    example: "var _ = struct{ x, y int }{x: 1, 2}",
  },
  MultiValAssignOp: {
    summary: "An assignment operation has several operands.",
    example: "",
  },
  NoNewVar: {
    summary: "`:=` declares no new variable.",
    example: "func f() { x := 1; x := 2; _ = x }",
  },
  NonIndexableOperand: {
    summary: "What is indexed has no elements.",
    example: "var x int\nvar _ = x[0]",
  },
  NonNumericIncDec: {
    summary: "`++` or `--` is applied to what is no number.",
    example: "func f(s string) { s++ }",
  },
  NonSliceableOperand: {
    summary: "What is sliced is no slice, string or addressable array.",
    example: "var x int\nvar _ = x[:]",
  },
  NonVariadicCall: {
    summary: "`...` is used in a call of a function that is not variadic.",
    example: "func g(x []int) {}\nfunc f(x []int) { g(x...) }",
  },
  NotAGenericType: {
    summary: "A type that has no parameters is instantiated.",
    example: "type T int\nvar x T[int]",
  },
  NotAType: {
    summary: "What is not a type is used where one is needed.",
    example: "var x int\nvar y x",
  },
  NotAnExpr: {
    summary: "A type is used where a value is needed.",
    example: "var x = int",
  },
  NumericOverflow: {
    summary: "A constant is too large for its type.",
    example: "var x int8 = 1000",
  },
  OutOfScopeResult: {
    summary: "A bare return cannot see a result that is shadowed.",
    example: "func f() (x int) { { x := 1; _ = x; return } }",
  },
  OversizeArrayLit: {
    summary: "An array literal has more elements than the array.",
    example: "var _ = [1]int{1, 2}",
  },
  RepeatedDecl: {
    summary: "A name occurs twice on the left side of `:=`.",
    example: "func f() { x, x := 1, 2; _ = x }",
  },
  SwappedMakeArgs: {
    summary: "The length given to make is larger than the capacity.",
    example: "var _ = make([]int, 2, 1)",
  },
  SwappedSliceIndices: {
    summary: "A constant slice index is smaller than the one before it.",
    example: "var s string\nvar _ = s[2:1]",
  },
  TooManyValues: {
    summary: "A call with several results, or none, is used as one value.",
    example: "func f() (int, int) { return 1, 2 }\nvar x = 1 + f()",
  },
  TruncatedFloat: {
    summary: "A constant with a fraction would become an integer.",
    example: "var x int = 1.5",
  },
  TypeTooLarge: {
    summary: "A type is too large for the address space.",
    example: "",
  },
  UnaddressableFieldAssign: {
    summary: "A field of a struct in a map is assigned to.",
    example: "func f(m map[int]struct{ x int }) { m[1].x = 1 }",
  },
  UnaddressableOperand: {
    summary: "The address of a value is taken that has none.",
    example: "var _ = &1",
  },
  UnassignableOperand: {
    summary: "The left side of an assignment cannot be assigned to.",
    example: "func f() { 1 = 2 }",
  },
  UncalledBuiltin: {
    summary: "A built-in function is used without being called.",
    example: "var x = len",
  },
  UndeclaredImportedName: {
    summary: "A package has no such name.",
    example: 'import "unsafe"\nvar _ = unsafe.Foo',
  },
  UndefinedOp: {
    summary: "An operator is not defined for its operands.",
    example: 'var x = -"a"',
  },
  UnexportedLitField: {
    summary: "A struct literal sets a field of another package that is not exported.",
    example: "",
  },
  UnexportedName: {
    summary: "A name of another package is not exported.",
    example: "",
  },
  UnsupportedFeature: {
    summary: "A feature is used that the language version of the module does not have.",
    example: "",
  },
  UntypedLit: {
    summary: "A composite literal has no type.",
    example: "",
  },
  UntypedNilUse: {
    summary: "nil is used where nothing gives it a type.",
    example: "var x = nil",
  },
  UnusedExpr: {
    summary: "The value of an expression statement is not used.",
    example: "func f(x int) { x }",
  },
  UnusedImport: {
    summary: "An import is not used.",
    example: 'import "unsafe"',
  },
  UnusedVar: {
    summary: "A variable is declared and not used.",
    example: "func f() { x := 1 }",
  },
  WrongArgCount: {
    summary: "A call has too few or too many arguments.",
    example: "func f(int) {}\nfunc _() { f() }",
  },
  WrongAssignCount: {
    summary: "An assignment has another number of values than variables.",
    example: "var x, y = 1",
  },
  WrongResultCount: {
    summary: "A return statement has another number of values than the function has results.",
    example: "func f() int { return 1, 2 }",
  },
  WrongTypeArgCount: {
    summary: "A generic type or function has too few or too many type arguments.",
    example: "type T[P any] struct{}\nvar x T",
  },
  InstantiationCycle: {
    summary: "A generic function or type needs ever larger instances of itself.",
    example: "func f[T any]() { f[*T]() }",
  },
  MisplacedDirective: {
    summary: "A `//go:` comment is used where it has no effect, or requires what is not allowed.",
    example: "//go:noinline\nvar x int",
  },
} as const satisfies Record<string, DiagnosticSpec>;
