import { test } from "vitest";
import { checkFunc } from "../support.ts";

test("append makes room, then stores; the length comes last", () => {
  checkFunc(
    `func f(s []int, a int) []int { return append(s, a, 2) }
func main() { f(nil, 1) }`,
    "main.f",
    `func @main.f(slice, int64) slice {
b0:
  v0 = param slice 0
  v1 = param int64 1
  jump b1
b1:
  v2 = const int64 2
  v3 = const int64 2
  v4 = append.reserve slice @int v0, v3
  v5 = len int64 v0
  v6 = data ptr v4
  v7 = index ptr v6, v5 8
  store v7, v1 0
  store v7, v2 8
  v10 = const int64 2
  v11 = add int64 v5, v10
  v12 = data ptr v4
  v13 = cap int64 v4
  v14 = make.slice slice v12, v11, v13
  return v14
}`,
  );
});

test("append of a slice or a string moves memory", () => {
  checkFunc(
    `func f(s []byte, t string) []byte { return append(s, t...) }
func main() { f(nil, "") }`,
    "main.f",
    `func @main.f(slice, string) slice {
b0:
  v0 = param slice 0
  v1 = param string 1
  jump b1
b1:
  v2 = len int64 v1
  v3 = append.reserve slice @uint8 v0, v2
  v4 = len int64 v0
  v5 = data ptr v3
  v6 = index ptr v5, v4 1
  v7 = data ptr v1
  v8 = convert uint32 v2
  intrinsic.effect v6, v7, v8 memory.copy
  v10 = add int64 v4, v2
  v11 = data ptr v3
  v12 = cap int64 v3
  v13 = make.slice slice v11, v10, v12
  return v13
}`,
  );
});

test("copy moves the smaller number of elements and returns it", () => {
  checkFunc(
    `func f(a, b []int16) int { return copy(a, b) }
func main() { f(nil, nil) }`,
    "main.f",
    `func @main.f(slice, slice) int64 {
b0:
  v0 = param slice 0
  v1 = param slice 1
  jump b1
b1:
  v2 = len int64 v0
  v3 = len int64 v1
  v4 = min int64 v2, v3
  v5 = data ptr v0
  v6 = data ptr v1
  v7 = convert uint32 v4
  v8 = const uint32 2
  v9 = mul uint32 v7, v8
  intrinsic.effect v5, v6, v9 memory.copy
  return v4
}`,
  );
});

test("len and cap: a constant for arrays, the value otherwise", () => {
  checkFunc(
    `func f(a [5]int, s []int, t string, p *[7]int) int { return len(a) + cap(s) + len(t) + len(p) }
func main() { f([5]int{}, nil, "", nil) }`,
    "main.f",
    `func @main.f(ptr, slice, string, ptr) int64 {
b0:
  v0 = param ptr 0
  v1 = param slice 1
  v2 = param string 2
  v3 = param ptr 3
  jump b1
b1:
  v4 = const int64 5
  v5 = cap int64 v1
  v6 = add int64 v4, v5
  v7 = len int64 v2
  v8 = add int64 v6, v7
  v9 = const int64 7
  v10 = add int64 v8, v9
  return v10
}`,
  );
});

test("min and max of numbers and strings", () => {
  checkFunc(
    `func f(a, b int, s, t string) (int, string) { return min(a, b, 3), max(s, t) }
func main() { f(1, 2, "", "") }`,
    "main.f",
    `func @main.f(int64, int64, string, string) (int64, string) {
b0:
  v0 = param int64 0
  v1 = param int64 1
  v2 = param string 2
  v3 = param string 3
  jump b1
b1:
  v4 = const int64 3
  v5 = min int64 v0, v1
  v6 = min int64 v5, v4
  v7 = gt bool v3, v2
  v8 = select string v7, v3, v2
  return v6, v8
}`,
  );
});

test("new and make allocate", () => {
  checkFunc(
    `func f(n int) (*int, []string, map[string]int) { return new(int), make([]string, n), make(map[string]int) }
func main() { f(1) }`,
    "main.f",
    `func @main.f(int64) (ptr, slice, ptr) {
b0:
  v0 = param int64 0
  jump b1
b1:
  v1 = new ptr @int
  v2 = const int64 536862720
  v3 = convert uint64 v0
  v4 = convert uint64 v2
  v5 = le bool v3, v4
  check @runtime.panicMakeSliceLen v5
  v7 = new.array ptr @string v0
  v8 = make.slice slice v7, v0, v0
  v9 = const int64 0
  v10 = call ptr @runtime.mapMake[string,int] v9
  return v1, v8, v10
}`,
  );
});

test("complex, real, imag", () => {
  checkFunc(
    `func f(a float64, c complex128) (complex128, float64) { return complex(a, 1), real(c) + imag(c) }
func main() { f(1, 1) }`,
    "main.f",
    `func @main.f(float64, complex128) (complex128, float64) {
b0:
  v0 = param float64 0
  v1 = param complex128 1
  jump b1
b1:
  v2 = const float64 1
  v3 = make.complex complex128 v0, v2
  v4 = real float64 v1
  v5 = imag float64 v1
  v6 = add float64 v4, v5
  return v3, v6
}`,
  );
});

test("delete and clear", () => {
  checkFunc(
    `func f(m map[string]int, s []int) { delete(m, "a"); clear(s); clear(m) }
func main() { f(nil, nil) }`,
    "main.f",
    `func @main.f(ptr, slice) {
b0:
  v0 = param ptr 0
  v1 = param slice 1
  jump b1
b1:
  v2 = string.const string "a"
  map.delete @runtime.mapDelete[string,int] v0, v2
  v4 = len int64 v1
  v5 = convert uint32 v4
  v6 = const uint32 8
  v7 = mul uint32 v5, v6
  v8 = data ptr v1
  v9 = const int32 0
  intrinsic.effect v8, v9, v7 memory.fill
  call @runtime.mapClear[string,int] v0
  return
}`,
  );
});

test("panic with any value", () => {
  checkFunc(
    `func f() int { panic("x") }
func main() { f() }`,
    "main.f",
    `func @main.f() int64 {
b0:
  jump b1
b1:
  v0 = string.const string "x"
  v1 = global ptr @type:string 0
  v2 = make.payload payload v0
  v3 = make.iface iface v1, v2
  call @runtime.panicValue v3
  unreachable
}`,
  );
});
