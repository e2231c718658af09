import { expect, test } from "vitest";
import { build, checkFunc } from "../support.ts";

test("a reference calls the function that defines the symbol", () => {
  checkFunc(
    `import _ "unsafe"
//go:linkname again main.twice
func again(x int) int
func twice(x int) int { return 2 * x }
func main() { again(1) }`,
    "main.main",
    `func @main.main() noinline once {
b0:
  jump b1
b1:
  v0 = const int64 1
  v1 = call int64 @main.twice v0
  return
}`,
  );
});

test("a slice and the struct of its header are converted between the two ends", () => {
  const source = `import "unsafe"
type header struct { data unsafe.Pointer; length, capacity int }
//go:linkname lengthOf main.length
func lengthOf(h header) uintptr
func length(s []byte) uint32 { return uint32(len(s)) }
func main() { lengthOf(header{}) }`;
  checkFunc(
    source,
    "main.lengthOf",
    `func @main.lengthOf({ptr, int64, int64}) uint32 origin compiler {
b0:
  v0 = param {ptr, int64, int64} 0
  jump b1
b1:
  v1 = extract ptr v0 0
  v2 = extract int64 v0 1
  v3 = extract int64 v0 2
  v4 = make.slice slice v1, v2, v3
  v5 = call uint32 @main.length v4
  return v5
}`,
  );
});

test("a directive says what a function is", () => {
  const module = build(`//go:noinline
func kept() {}
//go:wasmimport env log
func log(x int32)
func main() { kept(); log(1) }`);
  expect(module.funcs.get("main.kept")!.noinline).toBe(true);
  expect(module.funcs.get("main.log")!.importName).toEqual({ module: "env", name: "log" });
  expect(module.funcs.get("main.log")!.blocks).toEqual([]);
});
