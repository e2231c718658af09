import type { Ident } from "@goes/ast";
import { FileSet } from "@goes/source";
import { typeString, type CheckedPackage, type TypesObject } from "@goes/types";
import { expect, test } from "vitest";
import { check, messages, type Checked } from "./support.ts";

function use({ checked }: Checked, name: string): TypesObject {
  for (const [ident, object] of checked.info.uses) if (ident.name === name) return object;
  throw new Error(`${name} is not used`);
}

function typesOf({ checked, files }: Checked): Map<string, string> {
  const out = new Map<string, string>();
  for (const [expr, { type }] of checked.info.types) {
    const file = files.fileOf(expr.pos)!;
    out.set(file.text.slice(expr.pos - file.base, expr.end - file.base), typeString(type));
  }
  return out;
}

test("a program is checked, and its objects, types and scopes can be looked up", () => {
  const result = check(
    `package main

import "strings"

type point struct{ x, y int }

func (p *point) move(by int) { p.x += by }

func main() {
	p := point{1, 2}
	p.move(3)
	println(strings.ToUpper("a"), p.x)
}
`,
    {
      imports: new Map([
        ["strings", check("package strings\n\nfunc ToUpper(s string) string { return s }\n").checked],
      ]),
    },
  );
  expect(messages(result)).toEqual([]);
  const { checked } = result;
  expect(checked.pkg.scope.names()).toEqual(["main", "point"]);
  expect(checked.pkg.imports.map((p) => p.path)).toEqual(["strings"]);
  const move = use(result, "move");
  expect(move.kind === "func" && move.pointerReceiver).toBe(true);
  expect(typeString(use(result, "point").type!)).toBe("main.point");
  const selection = [...checked.info.selections].find(([e]) => e.selector.name === "move")![1];
  expect([selection.kind, selection.index, selection.indirect]).toEqual(["method", [0], false]);
});

test("untyped constants get the type that their context gives them", () => {
  const result = check(`package p

var f float32 = 1 + 2
var s uint = 3
var i int64 = 4 << s
var b = 5 == 6.5
var e any = 'x'
`);
  expect(messages(result)).toEqual([]);
  const types = typesOf(result);
  expect(types.get("1 + 2")).toBe("float32");
  expect(types.get("4")).toBe("int64");
  expect(types.get("4 << s")).toBe("int64");
  expect(types.get("5 == 6.5")).toBe("bool");
  expect(types.get("'x'")).toBe("rune");
});

test("instances are noted for written and for inferred type arguments", () => {
  const result = check(`package p

func pair[A, B any](a A, b B) {}

func f() {
	pair[int, string](1, "a")
	pair(2.5, true)
}
`);
  expect(messages(result)).toEqual([]);
  const args = [...result.checked.info.instances.values()].map((i) => i.typeArgs.map((t) => typeString(t)));
  expect(args).toEqual([
    ["int", "string"],
    ["float64", "bool"],
  ]);
});

test("a library package is looked into only where it is used", () => {
  const files = new FileSet();
  const library = check(
    `package lib

var Table = undefined1()

func Used() int { return helper() }
func helper() int { return undefined2 }
func Unused(x undefined3) {}
`,
    { files, bodies: "demand", path: "lib" },
  );
  expect(messages(library)).toEqual([]);
  const user = check('package main\n\nimport "lib"\n\nfunc main() { lib.Used() }\n', {
    files,
    imports: new Map<string, CheckedPackage>([["lib", library.checked]]),
  });
  expect(messages(user)).toEqual([]);
  const used = library.checked.pkg.scope.lookup("Used");
  expect(used?.kind).toBe("func");
  expect(library.checked.info.uses.size).toBe(1); // the `int` of its signature
});

test("bodies and initialisers of a library package are checked on demand, once", () => {
  const found: string[] = [];
  const files = new FileSet();
  const source = "package lib\n\nvar V int = w\nvar w = f()\n\nfunc f() int { return 1 }\n";
  const { checked } = check(source, { files, bodies: "demand" });
  expect(checked.initializers.map((i) => i.lhs.map((v) => v.name))).toEqual([["V"], ["w"]]);
  expect(checked.initOrder()).toEqual([]);
  const v = checked.pkg.scope.lookup("V");
  if (v?.kind !== "var") throw new Error("V is a variable");
  checked.checkInitializer(v);
  checked.checkInitializer(v);
  found.push(...checked.initOrder().map((i) => i.lhs[0]!.name));
  expect(found).toEqual(["w", "V"]);
});

test("the initialisation order follows references, not the source", () => {
  const { checked, diagnostics } = check(`package p

var a = c + b
var b = f()
var c = 1

func f() int { return c }
`);
  expect(diagnostics).toEqual([]);
  expect(checked.initOrder().map((i) => i.lhs[0]!.name)).toEqual(["c", "b", "a"]);
});

test("language versions withhold later features", () => {
  expect(messages(check("package p\n\nfunc f[T error]() {}\n", { goVersion: "go1.17" }))).toEqual([
    "type parameter requires go1.18 or later (-lang was set to go1.17; check go.mod)",
  ]);
  expect(messages(check("package p\n\nfunc f() { for range 3 {} }\n", { goVersion: "go1.21" }))).toHaveLength(
    1,
  );
});

test("nothing that is wrong makes the checker throw", () => {
  for (const source of [
    "package p\n\ntype T [len(x)]int\nvar x T\n",
    "package p\n\nfunc f() { var x = x.y[z](T{1}); x.x = <-x }\n",
    "package p\n\ntype A = B\ntype B = A\nvar x A\n",
    "package p\n\ntype T[P any] struct { f *T[T[P]] }\nvar x T[int]\n",
    "package p\n\nfunc (t T[P]) m() {}\nfunc (T) n() {}\ntype T[P interface{ m() }] P\n",
    "package p\n\nconst c = len([c]int{})\n",
  ]) {
    expect(() => check(source)).not.toThrow();
  }
});

test("identifiers that declare and use point at the same object", () => {
  const { checked } = check("package p\n\nfunc f(count int) int { return count }\n");
  const def = [...checked.info.defs].find(([ident]) => ident.name === "count")!;
  const found = [...checked.info.uses].find(([ident]: [Ident, TypesObject]) => ident.name === "count")!;
  expect(found[1]).toBe(def[1]);
});
