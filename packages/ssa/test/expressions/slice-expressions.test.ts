import { test } from "vitest";
import { checkFunc } from "../support.ts";

test("bounds are checked from the right to the left, with gc's panics", () => {
  checkFunc(
    `func f(s []int, i, j int) []int { return s[i:j] }
func main() { f(nil, 0, 0) }`,
    "main.f",
    `func @main.f(slice, int64, int64) slice {
b0:
  v0 = param slice 0
  v1 = param int64 1
  v2 = param int64 2
  jump b1
b1:
  v3 = data ptr v0
  v4 = len int64 v0
  v5 = cap int64 v0
  check.range @runtime.panicSliceAcap v2, v5
  check.range @runtime.panicSliceB v1, v2
  v8 = sub int64 v2, v1
  v9 = sub int64 v5, v1
  v10 = index ptr v3, v1 8
  v11 = const int64 0
  v12 = eq bool v9, v11
  v13 = select ptr v12, v3, v10
  v14 = make.slice slice v13, v8, v9
  return v14
}`,
  );
});

test("a string has no capacity", () => {
  checkFunc(
    `func f(s string, i int) string { return s[i:] }
func main() { f("", 0) }`,
    "main.f",
    `func @main.f(string, int64) string {
b0:
  v0 = param string 0
  v1 = param int64 1
  jump b1
b1:
  v2 = data ptr v0
  v3 = len int64 v0
  check.range @runtime.panicSliceB v1, v3
  v5 = sub int64 v3, v1
  v6 = index ptr v2, v1 1
  v7 = const int64 0
  v8 = eq bool v5, v7
  v9 = select ptr v8, v2, v6
  v10 = make.string string v9, v5
  return v10
}`,
  );
});

test("an array is sliced where it is; the full form says the capacity", () => {
  checkFunc(
    `func f(a *[8]int16) []int16 { return a[1:2:3] }
func main() { f(nil) }`,
    "main.f",
    `func @main.f(ptr) slice {
b0:
  v0 = param ptr 0
  jump b1
b1:
  check.nil v0
  v2 = const int64 8
  v3 = const int64 1
  v4 = const int64 2
  v5 = const int64 3
  v6 = sub int64 v4, v3
  v7 = sub int64 v5, v3
  v8 = index ptr v0, v3 2
  v9 = const int64 0
  v10 = eq bool v7, v9
  v11 = select ptr v10, v0, v8
  v12 = make.slice slice v11, v6, v7
  return v12
}`,
  );
});
