import { expect, test } from "vitest";
import { build, checkFunc } from "../support.ts";

test("branches and arithmetic", () => {
  checkFunc(
    `func abs(x int) int {
	if x < 0 {
		x = -x
	}
	return x
}
func main() { abs(1) }`,
    "main.abs",
    `func @main.abs(int64) int64 {
b0:
  v0 = param int64 0
  jump b1
b1:
  v1 = const int64 0
  v2 = lt bool v0, v1
  if v2 b2 b3
b2:
  v3 = neg int64 v0
  jump b3
b3:
  v4 = phi int64 b1:v0 b2:v3
  return v4
}`,
  );
});

test("calls come before the other operands of an assignment, and before its checks", () => {
  checkFunc(
    `func f() int { return 0 }
func set(a []int, i int) { a[i] = f() }
func main() { set(nil, 0) }`,
    "main.set",
    `func @main.set(slice, int64) {
b0:
  v0 = param slice 0
  v1 = param int64 1
  jump b1
b1:
  v2 = call int64 @main.f
  v3 = len int64 v0
  v4 = data ptr v0
  check.index @runtime.panicIndex v1, v3
  v6 = index ptr v4, v1 8
  store v6, v2 0
  return
}`,
  );
});

test("a swap of large values goes through a copy; one assignment does not", () => {
  const module = build(`type big struct{ a [9]int }
func swap(x, y *big) { *x, *y = *y, *x }
func set(x, y *big) { *x = *y }
func main() { var a, b big; swap(&a, &b); set(&a, &b) }`);
  const moves = (name: string): number =>
    module.funcs
      .get(name)!
      .blocks.flatMap((block) => block.values)
      .filter((value) => value.op === "move").length;
  expect(moves("main.swap")).toBe(3);
  expect(moves("main.set")).toBe(1);
});

test("captured variables that never change are captured by value", () => {
  const module = build(`func use(f func() int) int { return f() }
func main() {
	fixed, changing := 1, 2
	use(func() int { return fixed + changing })
	changing = 3
}`);
  const layout = module.layouts.get("closure:main.main.func1")!;
  // Table index, fixed (int64), the address of changing.
  expect(layout.size).toBe(24);
  expect(layout.pointers).toEqual([16]);
});

test("only what is reachable is built, once for each list of type arguments", () => {
  const module = build(`func id[T any](x T) T { return x }
func never() { id(1.5) }
const debug = false
func main() {
	id(1)
	id(2)
	id("s")
	if debug {
		never()
	}
}`);
  const instances = [...module.funcs.keys()].filter((name) => name.startsWith("main.id"));
  expect(instances.toSorted()).toEqual(["main.id[int]", "main.id[string]"]);
  expect(module.funcs.has("main.never")).toBe(false);
});

test("a local type of a generic function is a type of its own in each instance", () => {
  const module = build(`func f[T any](x T) any {
	type box struct{ v T }
	return box{x}
}
func main() { f(1); f("s") }`);
  const descriptors = [...module.data.keys()].filter((name) => name.startsWith("type:main.box"));
  expect(new Set(descriptors).size).toBe(2);
});

test("a function with deferred calls has a landing block and its results in memory", () => {
  const module = build(`func f() (n int) {
	defer func() { recover() }()
	n = 5
	return n + 1
}
func main() { f() }`);
  const func = module.funcs.get("main.f")!;
  expect(func.landing).toBeDefined();
  expect(module.funcs.get("main.f.func1")!.recovers).toBe(true);
  expect(func.recovers).toBe(false);
});

test("break, continue and return leave the body of a range over a function", () => {
  const module = build(`func each(yield func(int) bool) { _ = yield(1) && yield(2) }
func find(want int) (int, bool) {
outer:
	for i := range each {
		for j := range each {
			switch {
			case i == want:
				return j, true
			case j == want:
				continue outer
			case i+j == want:
				break outer
			}
		}
	}
	return 0, false
}
func main() { find(2) }`);
  expect(module.funcs.has("main.find-range1")).toBe(true);
  expect(module.funcs.has("main.find-range1-range1")).toBe(true);
});

test("a chain of string additions is one concatenation", () => {
  const module = build(`func f(a, b, c string) string { s := a + b + c; s += a + b; return s }
func main() { f("", "", "") }`);
  const concats = module.funcs
    .get("main.f")!
    .blocks.flatMap((block) => block.values)
    .filter((value) => value.op === "string.concat");
  expect(concats.map((value) => value.args.length)).toEqual([3, 3]);
});
