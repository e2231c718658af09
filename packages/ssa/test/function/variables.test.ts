import { test } from "vitest";
import { checkFunc, checkFuncs } from "../support.ts";

test("a variable that nobody takes the address of is a value", () => {
  checkFunc(
    `func f(a int) int {
	x := a
	x++
	return x
}
func main() { f(1) }`,
    "main.f",
    `func @main.f(int64) int64 {
b0:
  v0 = param int64 0
  jump b1
b1:
  v1 = const int64 1
  v2 = add int64 v0, v1
  return v2
}`,
  );
});

test("a variable of register class whose address is taken lives on the heap", () => {
  checkFunc(
    `func f() *int {
	x := 1
	p := &x
	x = 2
	return p
}
func main() { f() }`,
    "main.f",
    `func @main.f() ptr {
b0:
  jump b1
b1:
  v0 = const int64 1
  v1 = new ptr @int
  store v1, v0 0
  v3 = const int64 2
  store v1, v3 0
  return v1
}`,
  );
});

test("a variable of memory class is a slot, cleared when it is declared; a copy is one move", () => {
  checkFunc(
    `type big struct{ a [9]int }
func f(in *big) int {
	var x, y big
	y = *in
	x = y
	return x.a[3]
}
func main() { f(nil) }`,
    "main.f",
    `func @main.f(ptr) int64 {
b0:
  v0 = param ptr 0
  v1 = slot ptr @main.big
  v3 = slot ptr @main.big
  jump b1
b1:
  clear @main.big v1 72
  clear @main.big v3 72
  check.nil v0
  move @main.big v3, v0 72
  move @main.big v1, v3 72
  v8 = const int64 3
  v9 = const int64 9
  v10 = load int64 v1 24
  return v10
}`,
  );
});

test("a loop without captures has one phi for its variable", () => {
  checkFunc(
    `func f(n int) (s int) {
	for i := 0; i < n; i++ {
		s += i
	}
	return
}
func main() { f(1) }`,
    "main.f",
    `func @main.f(int64) int64 {
b0:
  v0 = param int64 0
  jump b1
b1:
  v1 = zero int64
  v2 = const int64 0
  jump b2
b2:
  v6 = phi int64 b1:v1 b4:v7
  v3 = phi int64 b1:v2 b4:v9
  v5 = lt bool v3, v0
  if v5 b3 b5
b3:
  v7 = add int64 v6, v3
  jump b4
b4:
  v8 = const int64 1
  v9 = add int64 v3, v8
  jump b2
b5:
  return v6
}`,
  );
});

test("a captured loop variable is a new one in each iteration, with the value of the last", () => {
  checkFunc(
    `func use(f func()) {}
func f() {
	for i := 0; i < 3; i++ {
		use(func() { i++ })
	}
}
func main() { f() }`,
    "main.f",
    `func @main.f() {
b0:
  jump b1
b1:
  v0 = const int64 0
  v1 = new ptr @int
  store v1, v0 0
  jump b2
b2:
  v3 = phi ptr b1:v1 b4:v12
  v4 = load int64 v3 0
  v5 = const int64 3
  v6 = lt bool v4, v5
  if v6 b3 b5
b3:
  v7 = new ptr @closure:main.f.func1
  v8 = table.index i32 @main.f.func1
  store v7, v8 0
  store v7, v3 4
  call @main.use v7
  jump b4
b4:
  v12 = new ptr @int
  v13 = load int64 v3 0
  store v12, v13 0
  v15 = load int64 v12 0
  v16 = const int64 1
  v17 = add int64 v15, v16
  store v12, v17 0
  jump b2
b5:
  return
}`,
  );
});

test("a parameter of memory class is copied before it is changed, and not otherwise", () => {
  checkFuncs(
    `type big struct{ a [9]int }
func read(b big) int { return b.a[1] }
func change(b big) int { b.a[1] = 5; return b.a[2] }
func main() { var b big; read(b); change(b) }`,
    {
      "main.read": `func @main.read(ptr) int64 {
b0:
  v0 = param ptr 0
  jump b1
b1:
  v1 = const int64 1
  v2 = const int64 9
  v3 = load int64 v0 8
  return v3
}`,
      "main.change": `func @main.change(ptr) int64 {
b0:
  v0 = param ptr 0
  v1 = slot ptr @main.big
  jump b1
b1:
  move @main.big v1, v0 72
  v3 = const int64 1
  v4 = const int64 9
  v5 = const int64 5
  store v1, v5 8
  v7 = const int64 2
  v8 = const int64 9
  v9 = load int64 v1 16
  return v9
}`,
    },
  );
});
