import type { Module, Value } from "@goes/ir";
import { expect, test } from "vitest";
import { build, checkFunc } from "../support.ts";

function valuesOf(module: Module, name: string): readonly Value[] {
  return module.funcs.get(name)!.blocks.flatMap((block) => block.values);
}

/** The functions of the runtime that a function calls, in order. */
function calls(module: Module, name: string): readonly string[] {
  return valuesOf(module, name)
    .filter(({ op, sym }) => op === "call" && sym!.startsWith("runtime."))
    .map(({ sym }) => sym!.slice("runtime.".length));
}

test("what fits into a word goes through channels in registers", () => {
  checkFunc(
    `func relay(in <-chan string, out chan<- int8) string {
	out <- 3
	return <-in
}
func main() { relay(nil, nil) }`,
    "main.relay",
    `func @main.relay(ptr, ptr) string {
b0:
  v0 = param ptr 0
  v1 = param ptr 1
  jump b1
b1:
  v2 = const int8 3
  v3 = make.payload payload v2
  v4 = intrinsic uint64 v3 cast
  call @runtime.sendWord v1, v4
  v6 = call (uint64, bool) @runtime.receiveWord v0
  v7 = extract bool v6 1
  v8 = extract uint64 v6 0
  v9 = intrinsic payload v8 cast
  v10 = payload.value string v9
  return v10
}`,
  );
});

test("other elements go by address; what nobody wants has none", () => {
  const module = build(`func use(n int, ok bool) {}
func f(c chan []int) {
	c <- nil
	v, ok := <-c
	<-c
	use(len(v), ok)
	for range c {
	}
}
func g(c chan struct{}) { c <- struct{}{}; <-c }
func main() { f(make(chan []int)); g(make(chan struct{}, 3)) }`);
  expect(calls(module, "main.f")).toEqual(["sendMemory", "receiveMemory", "receiveMemory", "receiveMemory"]);
  const inputs = valuesOf(module, "main.f")
    .filter(({ sym }) => sym === "runtime.receiveMemory")
    .map(({ args }) => args[1]!.op);
  expect(inputs).toEqual(["slot", "const", "const"]);
  expect(calls(module, "main.g")).toEqual(["sendWord", "receiveWord"]);
  expect(calls(module, "main.main")).toEqual(["makeChan", "makeChanWord"]);
});

test("select: the number of clauses decides", () => {
  const module = build(`func use(err error) {}
func none() { select {} }
func one(c chan int) { select { case c <- 1: } }
func try(c chan int, d chan error) {
	select { case c <- 1: default: }
	select { case err := <-d: use(err); default: }
}
func two(c chan int, d chan error) (v int) {
	select { case v = <-c: case d <- nil: }
	select { case <-c: case <-d: default: v++ }
	return
}
func main() { none(); one(nil); try(nil, nil); two(nil, nil) }`);
  expect(calls(module, "main.none")).toEqual(["selectNone"]);
  expect(calls(module, "main.one")).toEqual(["sendWord"]);
  expect(calls(module, "main.try").slice(0, 2)).toEqual(["trySendWord", "tryReceiveMemory"]);
  expect(calls(module, "main.two")).toEqual(["selectWait", "selectTry"]);
});

test("a program with goroutines starts with the scheduler; what the host calls becomes one", () => {
  const source = (statement: string): string =>
    `//go:wasmexport twice\nfunc twice(x int32) int32 { return 2 * x }\nfunc main() { ${statement} }`;
  const plain = build(source("twice(1)"));
  expect(plain.start).toBe("runtime._start");
  expect(plain.funcs.get("main.twice")!.exportName).toBe("twice");
  const module = build(source("go twice(1)"));
  expect(module.start).toBe("runtime._startGoroutines");
  expect(module.funcs.has("runtime._start")).toBe(false);
  expect(module.funcs.get("main.twice")!.exportName).toBeUndefined();
  expect(module.funcs.get("main.twice·export")!.exportName).toBe("twice");
  expect(calls(module, "main.twice·export")).toEqual(["runExported"]);
  expect(module.funcs.get("main.twice·exported")!.role).toEqual({ kind: "goroutine" });
});

test("a go statement evaluates its operands, and names the place in data", () => {
  const module = build(`func f(x int) {}
func main() {
	var g func(int)
	go f(1)
	go g(2)
	go func() { g(3) }()
}`);
  expect(calls(module, "main.main")).toEqual(["newGoroutine", "checkGo", "newGoroutine", "newGoroutine"]);
  const sites = [...module.data.keys()].filter((name) => name.startsWith("go:main.main@"));
  expect(sites.length).toBe(3);
});
