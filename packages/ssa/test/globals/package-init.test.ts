import { test } from "vitest";
import { checkFuncs } from "../support.ts";

test("constant initialisers are data, others code, in the order of their dependencies", () => {
  checkFuncs(
    `var (
	a = b + 1
	b = g()
	c = 3
	d = &c
	e = [...]string{"x"}
)
func g() int { return c }
func init() { a++ }
func main() { println(a, b, *d, e[0]) }`,
    {
      "main.init": `func @main.init() origin compiler once {
b0:
  jump b1
b1:
  call @main.b·init
  call @main.a·init
  call @main.init.0
  return
}`,
      "main.a·init": `func @main.a·init() {
b0:
  jump b1
b1:
  v0 = global ptr @main.a 0
  v1 = global ptr @main.b 0
  v2 = load int64 v1 0
  v3 = const int64 1
  v4 = add int64 v2, v3
  store v0, v4 0
  return
}`,
      "main.b·init": `func @main.b·init() {
b0:
  jump b1
b1:
  v0 = global ptr @main.b 0
  v1 = call int64 @main.g
  store v0, v1 0
  return
}`,
      "goes.init": `func @goes.init() origin compiler once {
b0:
  jump b1
b1:
  call @main.init
  return
}`,
    },
  );
});
