import { test } from "vitest";
import { checkFunc } from "../support.ts";

test("break, continue and labels", () => {
  checkFunc(
    `func f(n int) (s int) {
outer:
	for i := 0; i < n; i++ {
		for {
			if s > 9 {
				break outer
			}
			if s > i {
				continue outer
			}
			s++
		}
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
  v13 = phi int64 b1:v1 b4:v6
  v3 = phi int64 b1:v2 b4:v15
  v5 = lt bool v3, v0
  if v5 b3 b5
b3:
  jump b8
b4:
  v14 = const int64 1
  v15 = add int64 v3, v14
  jump b2
b5:
  v17 = phi int64 b2:v13 b12:v6
  return v17
b8:
  v6 = phi int64 b3:v13 b9:v12
  v7 = const int64 9
  v8 = gt bool v6, v7
  if v8 b12 b13
b9:
  jump b8
b12:
  jump b5
b13:
  v10 = gt bool v6, v3
  if v10 b17 b18
b17:
  jump b4
b18:
  v11 = const int64 1
  v12 = add int64 v6, v11
  jump b9
}`,
  );
});

test("goto may go back and ahead", () => {
  checkFunc(
    `func f(n int) int {
again:
	n--
	if n > 5 {
		goto again
	}
	if n < 0 {
		goto done
	}
	n = 7
done:
	return n
}
func main() { f(1) }`,
    "main.f",
    `func @main.f(int64) int64 {
b0:
  v0 = param int64 0
  jump b1
b1:
  jump b2
b2:
  v1 = phi int64 b1:v0 b4:v3
  v2 = const int64 1
  v3 = sub int64 v1, v2
  v4 = const int64 5
  v5 = gt bool v3, v4
  if v5 b4 b5
b4:
  jump b2
b5:
  v6 = const int64 0
  v7 = lt bool v3, v6
  if v7 b9 b10
b9:
  jump b12
b10:
  v8 = const int64 7
  jump b12
b12:
  v9 = phi int64 b9:v3 b10:v8
  return v9
}`,
  );
});

test("what cannot be reached is left out", () => {
  checkFunc(
    `func g() {}
func f() int {
	for {
		if true {
			return 1
		}
		g()
	}
}
func main() { f() }`,
    "main.f",
    `func @main.f() int64 {
b0:
  jump b1
b1:
  jump b2
b2:
  v0 = const bool 1
  jump b6
b6:
  v1 = const int64 1
  return v1
}`,
  );
});
