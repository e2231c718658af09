import { test } from "vitest";
import { checkFuncs } from "../support.ts";

test("a literal that captures nothing is constant data", () => {
  checkFuncs(
    `func f() func() int { return func() int { return 1 } }
func main() { f() }`,
    {
      "main.f": `func @main.f() ptr {
b0:
  jump b1
b1:
  v0 = global ptr @main.f.func1·o 0
  return v0
}`,
      "main.f.func1": `func @main.f.func1(ptr) int64 closure {
b0:
  v0 = param ptr 0
  jump b1
b1:
  v1 = const int64 1
  return v1
}`,
    },
  );
});

test("fixed variables are captured by value, others by address", () => {
  checkFuncs(
    `func f(a int) func() int {
	b := 1
	g := func() int { b++; return a + b }
	b = 2
	return g
}
func main() { f(1) }`,
    {
      "main.f": `func @main.f(int64) ptr {
b0:
  v0 = param int64 0
  jump b1
b1:
  v1 = const int64 1
  v2 = new ptr @int
  store v2, v1 0
  v4 = new ptr @closure:main.f.func1
  v5 = table.index i32 @main.f.func1
  store v4, v5 0
  store v4, v2 4
  store v4, v0 8
  v9 = const int64 2
  store v2, v9 0
  return v4
}`,
      "main.f.func1": `func @main.f.func1(ptr) int64 closure {
b0:
  v0 = param ptr 0
  jump b1
b1:
  v1 = load ptr v0 4
  v2 = load int64 v0 8
  v3 = load int64 v1 0
  v4 = const int64 1
  v5 = add int64 v3, v4
  store v1, v5 0
  v7 = load int64 v1 0
  v8 = add int64 v2, v7
  return v8
}`,
    },
  );
});

test("a literal in a literal captures through the one around it", () => {
  checkFuncs(
    `func f(a int) func() func() int {
	return func() func() int { return func() int { return a } }
}
func main() { f(1) }`,
    {
      "main.f.func1": `func @main.f.func1(ptr) ptr closure {
b0:
  v0 = param ptr 0
  jump b1
b1:
  v1 = load int64 v0 8
  v2 = new ptr @closure:main.f.func1.1
  v3 = table.index i32 @main.f.func1.1
  store v2, v3 0
  store v2, v1 8
  return v2
}`,
      "main.f.func1.1": `func @main.f.func1.1(ptr) int64 closure {
b0:
  v0 = param ptr 0
  jump b1
b1:
  v1 = load int64 v0 8
  return v1
}`,
    },
  );
});

test("a literal that names itself captures its variable by address", () => {
  checkFuncs(
    `func f() func(int) int {
	var g func(int) int
	g = func(n int) int { return g(n - 1) }
	return g
}
func main() { f() }`,
    {
      "main.f": `func @main.f() ptr {
b0:
  jump b1
b1:
  v0 = new ptr @"func(int) int"
  v1 = new ptr @closure:main.f.func1
  v2 = table.index i32 @main.f.func1
  store v1, v2 0
  store v1, v0 4
  store v0, v1 0
  v6 = load ptr v0 0
  return v6
}`,
      "main.f.func1": `func @main.f.func1(int64, ptr) int64 closure {
b0:
  v0 = param ptr 1
  v2 = param int64 0
  jump b1
b1:
  v1 = load ptr v0 4
  v3 = load ptr v1 0
  v4 = const int64 1
  v5 = sub int64 v2, v4
  check.nil v3
  v7 = call.closure int64 v3, v5 sig(int64) int64
  return v7
}`,
    },
  );
});
