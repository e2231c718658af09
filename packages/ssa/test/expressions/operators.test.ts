import { test } from "vitest";
import { checkFunc, checkFuncs } from "../support.ts";

test("division checks its divisor unless it is a constant", () => {
  checkFunc(
    `func f(a, b int) int { return a/b + a/3 + a%b }
func main() { f(1, 1) }`,
    "main.f",
    `func @main.f(int64, int64) int64 {
b0:
  v0 = param int64 0
  v1 = param int64 1
  jump b1
b1:
  check.div v1
  v3 = div int64 v0, v1
  v4 = const int64 3
  v5 = div int64 v0, v4
  v6 = add int64 v3, v5
  check.div v1
  v8 = rem int64 v0, v1
  v9 = add int64 v6, v8
  return v9
}`,
  );
});

test("a signed shift count is checked, an unsigned one is not", () => {
  checkFunc(
    `func f(a int32, s int, u uint8) int32 { return a<<s | a>>u }
func main() { f(1, 1, 1) }`,
    "main.f",
    `func @main.f(int32, int64, uint8) int32 {
b0:
  v0 = param int32 0
  v1 = param int64 1
  v2 = param uint8 2
  jump b1
b1:
  check.shift v1
  v4 = convert uint64 v1
  v5 = shl int32 v0, v4
  v6 = convert uint64 v2
  v7 = shr int32 v0, v6
  v8 = or int32 v5, v7
  return v8
}`,
  );
});

test("comparisons with nil look at the pointer, the data or the type word", () => {
  checkFunc(
    `func f(p *int, s []int, e any, g func(), m map[int]int) bool {
	return p == nil || s != nil || e == nil || g != nil || m == nil
}
func main() { f(nil, nil, nil, nil, nil) }`,
    "main.f",
    `func @main.f(ptr, slice, iface, ptr, ptr) bool {
b0:
  v0 = param ptr 0
  v1 = param slice 1
  v2 = param iface 2
  v3 = param ptr 3
  v4 = param ptr 4
  jump b1
b1:
  v5 = const ptr 0
  v6 = eq bool v0, v5
  if v6 b3 b7
b2:
  v16 = const ptr 0
  v17 = eq bool v4, v16
  jump b4
b3:
  v15 = const bool 1
  jump b4
b4:
  v18 = phi bool b3:v15 b2:v17
  return v18
b5:
  v13 = const ptr 0
  v14 = ne bool v3, v13
  if v14 b3 b2
b6:
  v10 = typeword ptr v2
  v11 = const ptr 0
  v12 = eq bool v10, v11
  if v12 b3 b5
b7:
  v7 = data ptr v1
  v8 = const ptr 0
  v9 = ne bool v7, v8
  if v9 b3 b6
}`,
  );
});

test("&& and || are control flow as values and as conditions", () => {
  checkFuncs(
    `func g() bool { return true }
func f(a bool) bool { return a && !g() }
func h(a, b bool) int {
	if a || b {
		return 1
	}
	return 2
}
func main() { f(true); h(true, true) }`,
    {
      "main.f": `func @main.f(bool) bool {
b0:
  v0 = param bool 0
  jump b1
b1:
  if v0 b2 b3
b2:
  v2 = call bool @main.g
  v3 = not bool v2
  jump b4
b3:
  v1 = const bool 0
  jump b4
b4:
  v4 = phi bool b3:v1 b2:v3
  return v4
}`,
      "main.h": `func @main.h(bool, bool) int64 {
b0:
  v0 = param bool 0
  v1 = param bool 1
  jump b1
b1:
  if v0 b2 b4
b2:
  v2 = const int64 1
  return v2
b3:
  v3 = const int64 2
  return v3
b4:
  if v1 b2 b3
}`,
    },
  );
});

test("unary operators", () => {
  checkFunc(
    `func f(a int8, b uint16, c bool, d float64, e complex128) (int8, uint16, bool, float64, complex128) {
	return -a, ^b, !c, -d, -e
}
func main() { f(1, 1, true, 1, 1) }`,
    "main.f",
    `func @main.f(int8, uint16, bool, float64, complex128) (int8, uint16, bool, float64, complex128) {
b0:
  v0 = param int8 0
  v1 = param uint16 1
  v2 = param bool 2
  v3 = param float64 3
  v4 = param complex128 4
  jump b1
b1:
  v5 = neg int8 v0
  v6 = com uint16 v1
  v7 = not bool v2
  v8 = neg float64 v3
  v9 = neg complex128 v4
  return v5, v6, v7, v8, v9
}`,
  );
});

test("&^ is bit clear; strings are compared as values", () => {
  checkFunc(
    `func f(a, b uint, s, t string) (uint, bool, bool) { return a &^ b, s < t, s == t }
func main() { f(1, 1, "", "") }`,
    "main.f",
    `func @main.f(uint64, uint64, string, string) (uint64, bool, bool) {
b0:
  v0 = param uint64 0
  v1 = param uint64 1
  v2 = param string 2
  v3 = param string 3
  jump b1
b1:
  v4 = andnot uint64 v0, v1
  v5 = lt bool v2, v3
  v6 = eq bool v2, v3
  return v4, v5, v6
}`,
  );
});
