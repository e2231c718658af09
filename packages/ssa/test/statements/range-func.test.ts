import { test } from "vitest";
import { checkFuncs } from "../support.ts";

test("the body is a function that returns whether to go on; the state tells misuse", () => {
  checkFuncs(
    `func each(yield func(int) bool) {}
func f() (s int) {
	for i := range each {
		if i == 2 {
			break
		}
		s += i
	}
	return
}
func main() { f() }`,
    {
      "main.f": `func @main.f() int64 {
b0:
  v0 = new ptr @int
  jump b1
b1:
  v1 = global ptr @main.each·o 0
  v2 = new ptr @[2]int32
  v3 = new ptr @closure:main.f-range1
  v4 = table.index i32 @main.f-range1
  store v3, v4 0
  store v3, v2 4
  store v3, v0 8
  store v3, v0 12
  call.closure v1, v3 sig(ptr)
  v10 = load int32 v2 0
  v11 = const int32 1
  v12 = ne bool v10, v11
  check @runtime.panicRangeSwallowed v12
  v14 = const int32 3
  store v2, v14 0
  v16 = load int64 v0 0
  return v16
}`,
      "main.f-range1": `func @main.f-range1(int64, ptr) bool defers-for @main.f closure {
b0:
  v0 = param ptr 1
  v10 = param int64 0
  jump b1
b1:
  v1 = load ptr v0 4
  v2 = load ptr v0 8
  v3 = load ptr v0 12
  v4 = load int32 v1 0
  v5 = const int32 0
  v6 = eq bool v4, v5
  check @runtime.panicRangeState v6, v4
  v8 = const int32 1
  store v1, v8 0
  v11 = const int64 2
  v12 = eq bool v10, v11
  if v12 b3 b4
b2:
  v19 = const int32 0
  store v1, v19 0
  v21 = const bool 1
  return v21
b3:
  v13 = const int32 2
  store v1, v13 0
  v15 = const bool 0
  return v15
b4:
  v16 = load int64 v3 0
  v17 = add int64 v16, v10
  store v3, v17 0
  jump b2
}`,
    },
  );
});

test("a return in the body stores the results and leaves by a number", () => {
  checkFuncs(
    `func each(yield func() bool) {}
func f() int {
	for range each {
		return 7
	}
	return 8
}
func main() { f() }`,
    {
      "main.f": `func @main.f() int64 {
b0:
  v0 = new ptr @int
  jump b1
b1:
  v1 = global ptr @main.each·o 0
  v2 = new ptr @[2]int32
  v3 = new ptr @closure:main.f-range1
  v4 = table.index i32 @main.f-range1
  store v3, v4 0
  store v3, v2 4
  store v3, v0 8
  call.closure v1, v3 sig(ptr)
  v9 = load int32 v2 0
  v10 = const int32 1
  v11 = ne bool v9, v10
  check @runtime.panicRangeSwallowed v11
  v13 = const int32 3
  store v2, v13 0
  v15 = load int32 v2 4
  v16 = const int32 1
  v17 = eq bool v15, v16
  if v17 b3 b4
b2:
  v19 = const int64 8
  store v0, v19 0
  v21 = load int64 v0 0
  return v21
b3:
  v18 = load int64 v0 0
  return v18
b4:
  jump b2
}`,
      "main.f-range1": `func @main.f-range1(ptr) bool defers-for @main.f closure {
b0:
  v0 = param ptr 0
  jump b1
b1:
  v1 = load ptr v0 4
  v2 = load ptr v0 8
  v3 = load int32 v1 0
  v4 = const int32 0
  v5 = eq bool v3, v4
  check @runtime.panicRangeState v5, v3
  v7 = const int32 1
  store v1, v7 0
  v9 = const int64 7
  store v2, v9 0
  v11 = const int32 1
  store v1, v11 4
  v13 = const int32 2
  store v1, v13 0
  v15 = const bool 0
  return v15
}`,
    },
  );
});
