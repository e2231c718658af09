import { printFunc, verifyFunc } from "@goes/ir";
import { FileSet, formatDiagnostic, type Diagnostic } from "@goes/source";
import { checkPackage, type CheckedPackage } from "@goes/types";
import { expect, test } from "vitest";
import { parseFile } from "../../../parser/src/index.ts";
import { buildPackage } from "../../src/index.ts";

const texts = {
  other: `package other
func Twice(x int) int { return x + x }
func Map[T any](list []T, f func(T) T) { for i := range list { list[i] = f(list[i]) } }`,
  shapes: `package shapes
import "other"
type Square struct{ Side int }
var count int
func (s Square) Area() int { count++; return s.Side * s.Side }
func unused(list []int) int { return list[0] + len(list) }
func Doubled(s *Square) int { return other.Twice(s.Side) }
func All(list []int) { other.Map(list, other.Twice) }
func Keep[T any](x T) T { return x }
func Shown(x any) string { println(len("a")); return x.(string) + "!" }
func later() { go func() { defer recover(); ch := make(chan int); ch <- 1 }() }`,
};

test("one package is built without main and without its runtime", () => {
  const files = new FileSet();
  const diagnostics: Diagnostic[] = [];
  const report = (item: Diagnostic): void => {
    diagnostics.push(item);
  };
  const imports = new Map<string, CheckedPackage>();
  for (const [path, text] of Object.entries(texts)) {
    const file = parseFile(files.addText(`${path}.go`, text), report);
    const input = { path, files: [file], bodies: "all", allowBodyless: false } as const;
    imports.set(
      path,
      checkPackage(input, (wanted) => imports.get(wanted), report),
    );
  }
  const module = buildPackage({ package: imports.get("shapes")!, imports, files, report });
  expect(diagnostics.map((item) => formatDiagnostic(files, item))).toEqual([]);
  const built = [...module.funcs.values()].filter((func) => func.blocks.length > 0).map(({ name }) => name);
  expect(built.toSorted()).toEqual([
    "other.Map[int]",
    "other.Twice·f",
    "shapes.All",
    "shapes.Doubled",
    "shapes.Shown",
    "shapes.Square.Area",
    "shapes.later",
    "shapes.later.func1",
    "shapes.later.func1.deferwrap1",
    "shapes.unused",
  ]);
  for (const func of module.funcs.values()) expect(verifyFunc(func, module)).toEqual([]);
  expect(printFunc(module.funcs.get("shapes.Doubled")!)).toContain("call int64 @other.Twice");
  expect(printFunc(module.funcs.get("other.Twice")!)).toBe("func @other.Twice(int64) int64 origin library\n");
});

test("a package that imports nothing needs nothing", () => {
  const files = new FileSet();
  const file = parseFile(files.addText("x.go", "package x\nfunc f() int { return 1 }"), () => {});
  const input = { path: "x", files: [file], bodies: "all", allowBodyless: false } as const;
  const built = checkPackage(input, () => undefined, () => {}); // prettier-ignore
  const module = buildPackage({ package: built, files, report: () => {} });
  expect([...module.funcs.keys()]).toEqual(["x.f"]);
});
