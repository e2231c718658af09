import { printFunc, verifyFunc, type Module, type Value } from "@goes/ir";
import { FileSet, formatDiagnostic, type Diagnostic } from "@goes/source";
import { checkPackage, type CheckedPackage } from "@goes/types";
import { expect } from "vitest";
import { parseFile } from "../../parser/src/index.ts";
import { buildProgram } from "../src/index.ts";

/** What the builder asks of package runtime, without bodies that matter. */
const runtimeSource = `package runtime

import "unsafe"

type Type struct{}
type hmap[K comparable, V any] struct {
	count uint32
}
type hiter[K comparable, V any] struct {
	key   *K
	value *V
}
func _start() { initPackages(); mainMain() }
//go:linkname initPackages goes.init
func initPackages()
//go:linkname mainMain main.main
func mainMain()
func mapMake[K comparable, V any](hint int) *hmap[K, V] { return nil }
func mapFind[K comparable, V any](m *hmap[K, V], key K) *V { return nil }
func mapAssign[K comparable, V any](m *hmap[K, V], key K) *V { return nil }
func mapDelete[K comparable, V any](m *hmap[K, V], key K) {}
func mapClear[K comparable, V any](m *hmap[K, V]) {}
func mapIterInit[K comparable, V any](m *hmap[K, V], it *hiter[K, V]) {}
func mapIterNext[K comparable, V any](it *hiter[K, V]) {}
func ifaceEqual(a, b any) bool { return false }
func ifaceHash(v any, seed uint64) uint64 { return 0 }
func stringHash(s string, seed uint64) uint64 { return 0 }
func memoryEqual(p, q unsafe.Pointer, size uint32) bool { return false }
func memoryHash(p unsafe.Pointer, size uint32, seed uint64) uint64 { return 0 }
func newFixed(allocator unsafe.Pointer, size uint32) unsafe.Pointer { return nil }
func newObject(size uint32, layout unsafe.Pointer) unsafe.Pointer { return nil }
func newArray(count int, size uint32, layout unsafe.Pointer) unsafe.Pointer { return nil }
func shadeSlot(at unsafe.Pointer) {}
func shadeRange(at unsafe.Pointer, size uint32) {}
func growSlice(ptr unsafe.Pointer, len, cap, need, size uint32, layout unsafe.Pointer) (unsafe.Pointer, uint32) { return nil, 0 }
func concat2(a, b string) string { return a }
func concat3(a, b, c string) string { return a }
func concat4(a, b, c, d string) string { return a }
func concatN(parts *string, n int) string { return "" }
func stringEqual(a, b string) bool { return false }
func stringCompare(a, b string) int { return 0 }
func decodeRune(s string, i int) (rune, int) { return 0, 0 }
func implements(t, iface *Type) bool { return false }
func panicIndex(i, n int) {}
func panicSliceAcap(i, n int) {}
func panicSliceB(i, n int) {}
func panicSliceAlen(i, n int) {}
func panicSlice3Alen(i, n int) {}
func panicSlice3Acap(i, n int) {}
func panicSlice3B(i, n int) {}
func panicSlice3C(i, n int) {}
func panicIndexU(i, n int) {}
func floatHash(f float64, seed uint64) uint64 { return 0 }
func panicMakeSliceLen() {}
func panicMakeSliceCap() {}
func panicSliceConvert(have, want int) {}
func stringToBytes(s string) []byte { return nil }
func bytesToString(b []byte) string { return "" }
func runeToString(r rune) string { return "" }
func panicNil() {}
func stackOverflow() {}
func reserveStack() {}
func panicDivide() {}
func panicShift() {}
func panicTypeAssert(have, want, static *Type) {}
func panicTypeAssertIface(have, want *Type) {}
func panicValue(v any) {}
func panicWrap(text string) {}
func panicRangeState(state int32) {}
func panicRangeSwallowed() {}
func deferCall(f func(), frame unsafe.Pointer) {}
type hchan struct{}
type waiter struct {
	g, next, previous unsafe.Pointer
	channel *hchan
	word uint64
	element unsafe.Pointer
	send uint32
}
func makeChan(capacity int, size uint32, layout unsafe.Pointer) *hchan { return nil }
func makeChanWord(capacity int, size uint32, layout unsafe.Pointer) *hchan { return nil }
func sendWord(c *hchan, word uint64) {}
func sendMemory(c *hchan, element unsafe.Pointer) {}
func receiveWord(c *hchan) (uint64, bool) { return 0, false }
func receiveMemory(c *hchan, element unsafe.Pointer) bool { return false }
func trySendWord(c *hchan, word uint64) bool { return false }
func tryReceiveMemory(c *hchan, element unsafe.Pointer) (selected, ok bool) { return false, false }
func selectNone() {}
func selectWait(cases *waiter, count uint32) (int32, bool) { return 0, false }
func selectTry(cases *waiter, count uint32) (int32, bool) { return 0, false }
func chanLen(c *hchan) int { return 0 }
func closeChan(c *hchan) {}
func newGoroutine(entry func(), site unsafe.Pointer) {}
func checkGo(function unsafe.Pointer) {}
func _startGoroutines() { initPackages(); mainMain() }
func seedScheduler() {}
func overflown() {}
func passDeferToken(f unsafe.Pointer) {}
func runExported(entry func()) {}
func deferReturn(frame unsafe.Pointer) {}
func landHere(frame unsafe.Pointer) bool { return false }
func takeDeferToken() unsafe.Pointer { return nil }
func recoverValue(token unsafe.Pointer) any { return nil }
func printString(s string) {}
func printInt(i int64) {}
func printNewline() {}
func printSpace() {}
`;

/** Builds a program from the declarations of package main; every function must be sound. */
export function build(source: string): Module {
  const files = new FileSet();
  const diagnostics: Diagnostic[] = [];
  const report = (item: Diagnostic): void => {
    diagnostics.push(item);
  };
  const packages = new Map<string, CheckedPackage>();
  for (const [path, text] of [
    ["runtime", runtimeSource],
    ["main", `package main\n${source}`],
  ] as const) {
    const file = parseFile(files.addText(`${path}.go`, text), report);
    const input = { path, files: [file], bodies: "all", allowBodyless: path === "runtime" } as const;
    packages.set(
      path,
      checkPackage(input, (wanted) => packages.get(wanted), report),
    );
  }
  const module = buildProgram({ packages, main: "main", files, report, library: new Set(["runtime"]) });
  expect(diagnostics.map((item) => formatDiagnostic(files, item))).toEqual([]);
  for (const func of module.funcs.values()) {
    if (func.blocks.length > 0) expect(verifyFunc(func, module)).toEqual([]);
  }
  return module;
}

/** Builds a program and compares some of its functions, by symbol, with the expected texts. */
export function checkFuncs(source: string, expected: Readonly<Record<string, string>>): void {
  const module = build(source);
  for (const [name, text] of Object.entries(expected)) {
    const func = module.funcs.get(name);
    expect(func, `${name} is not part of the program`).toBeDefined();
    expect(printFunc(func!).trim()).toBe(text.trim());
  }
}

/** {@link checkFuncs} of one function. */
export function checkFunc(source: string, name: string, expected: string): void {
  checkFuncs(source, { [name]: expected });
}

/** The values of a function in the order of its blocks. */
export function valuesOf(module: Module, name: string): readonly Value[] {
  return module.funcs.get(name)!.blocks.flatMap((block) => block.values);
}
