import { test } from "vitest";
import { checkFunc } from "../support.ts";

test("an integer", () => {
  checkFunc(
    `func f(n int) (s int) { for i := range n { s += i }; return }
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
  v5 = phi int64 b1:v1 b4:v6
  v3 = phi int64 b1:v2 b4:v8
  v4 = lt bool v3, v0
  if v4 b3 b5
b3:
  v6 = add int64 v5, v3
  jump b4
b4:
  v7 = const int64 1
  v8 = add int64 v3, v7
  jump b2
b5:
  return v5
}`,
  );
});

test("a slice: the length is taken once, elements are read in each turn", () => {
  checkFunc(
    `func f(a []int) (s int) { for _, x := range a { s += x }; return }
func main() { f(nil) }`,
    "main.f",
    `func @main.f(slice) int64 {
b0:
  v0 = param slice 0
  jump b1
b1:
  v1 = zero int64
  v2 = len int64 v0
  v3 = data ptr v0
  v4 = const int64 0
  jump b2
b2:
  v9 = phi int64 b1:v1 b4:v10
  v5 = phi int64 b1:v4 b4:v12
  v6 = lt bool v5, v2
  if v6 b3 b5
b3:
  v7 = index ptr v3, v5 8
  v8 = load int64 v7 0
  v10 = add int64 v9, v8
  jump b4
b4:
  v11 = const int64 1
  v12 = add int64 v5, v11
  jump b2
b5:
  return v9
}`,
  );
});

test("a string: bytes below 0x80 are the runes themselves", () => {
  checkFunc(
    `func f(s string) (n rune) { for _, r := range s { n += r }; return }
func main() { f("") }`,
    "main.f",
    `func @main.f(string) int32 {
b0:
  v0 = param string 0
  jump b1
b1:
  v1 = zero int32
  v2 = len int64 v0
  v3 = data ptr v0
  v4 = const int64 0
  jump b2
b2:
  v19 = phi int32 b1:v1 b7:v20
  v5 = phi int64 b1:v4 b7:v21
  v6 = lt bool v5, v2
  if v6 b3 b8
b3:
  v7 = index ptr v3, v5 1
  v8 = load uint8 v7 0
  v9 = const uint8 128
  v10 = lt bool v8, v9
  if v10 b4 b5
b4:
  v11 = convert int32 v8
  v12 = const int64 1
  v13 = add int64 v5, v12
  jump b6
b5: unlikely
  v14 = call (int32, int64) @runtime.decodeRune v0, v5
  v15 = extract int32 v14 0
  v16 = extract int64 v14 1
  jump b6
b6:
  v21 = phi int64 b4:v13 b5:v16
  v17 = phi int32 b4:v11 b5:v15
  v20 = add int32 v19, v17
  jump b7
b7:
  jump b2
b8:
  return v19
}`,
  );
});

test("a map: an iterator in a slot", () => {
  checkFunc(
    `func f(m map[string]int) (n int) { for _, v := range m { n += v }; return }
func main() { f(nil) }`,
    "main.f",
    `func @main.f(ptr) int64 {
b0:
  v0 = param ptr 0
  v2 = slot ptr @runtime.hiter[string,int]
  jump b1
b1:
  v1 = zero int64
  call @runtime.mapIterInit[string,int] v0, v2
  jump b2
b2:
  v10 = phi int64 b1:v1 b3:v11
  call @runtime.mapIterNext[string,int] v2
  v5 = load ptr v2 0
  v6 = const ptr 0
  v7 = ne bool v5, v6
  if v7 b3 b4
b3:
  v8 = load ptr v2 4
  v9 = load int64 v8 0
  v11 = add int64 v10, v9
  jump b2
b4:
  return v10
}`,
  );
});

test("a channel: until it is closed", () => {
  checkFunc(
    `func f(c chan int) (n int) { for v := range c { n += v }; return }
func main() { f(nil) }`,
    "main.f",
    `func @main.f(ptr) int64 {
b0:
  v0 = param ptr 0
  jump b1
b1:
  v1 = zero int64
  jump b2
b2:
  v7 = phi int64 b1:v1 b3:v8
  v2 = call (uint64, bool) @runtime.receiveWord v0
  v3 = extract bool v2 1
  v4 = extract uint64 v2 0
  v5 = intrinsic payload v4 cast
  v6 = payload.value int64 v5
  if v3 b3 b4
b3:
  v8 = add int64 v7, v6
  jump b2
b4:
  return v7
}`,
  );
});

test("an array is not evaluated if its length is all that counts, unless there is a call", () => {
  checkFunc(
    `func g() *[3]int { return nil }
func f(a *[3]int) (n int) { for i := range a { n += i }; for range g() { n++ }; return }
func main() { f(nil) }`,
    "main.f",
    `func @main.f(ptr) int64 {
b0:
  v0 = param ptr 0
  jump b1
b1:
  v1 = zero int64
  v2 = const int64 3
  v3 = const int64 0
  jump b2
b2:
  v6 = phi int64 b1:v1 b4:v7
  v4 = phi int64 b1:v3 b4:v9
  v5 = lt bool v4, v2
  if v5 b3 b5
b3:
  v7 = add int64 v6, v4
  jump b4
b4:
  v8 = const int64 1
  v9 = add int64 v4, v8
  jump b2
b5:
  v10 = const int64 3
  v11 = call ptr @main.g
  v12 = const int64 0
  jump b10
b10:
  v15 = phi int64 b5:v6 b12:v17
  v13 = phi int64 b5:v12 b12:v19
  v14 = lt bool v13, v10
  if v14 b11 b13
b11:
  v16 = const int64 1
  v17 = add int64 v15, v16
  jump b12
b12:
  v18 = const int64 1
  v19 = add int64 v13, v18
  jump b10
b13:
  return v15
}`,
  );
});
