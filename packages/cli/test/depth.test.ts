// Programs that are long where programs usually are short: chains of operators, of else-if, of declarations, of selectors
// and calls; and programs that nest deeply. What they print follows from the rules of the language.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { compile, check } from "@goes/driver";
import { encodeUtf8, formatDiagnostic } from "@goes/source";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadLibrary } from "../src/library.ts";
import { nodeFileSystem } from "../src/node-file-system.ts";
import { runInMemory } from "./run-in-memory.ts";

const library = loadLibrary();

function inputOf(source: string) {
  const files = [{ path: "main.go", bytes: encodeUtf8(source) }];
  const target = { kind: "files", files, directory: "." } as const;
  return { target, fileSystem: nodeFileSystem, library };
}

/** A part of a program: declarations, statements of main, and what these print. */
interface Part {
  readonly name: string;
  readonly top?: string;
  readonly main?: string;
  readonly prints?: string;
}

function each(count: number, text: (i: number) => string, separator = "\n"): string {
  return Array.from({ length: count }, (_, i) => text(i)).join(separator);
}

const n = 1300;

const longParts: readonly Part[] = [
  {
    name: "operators that skip",
    top: `func and(x int) bool { return ${each(n, (i) => `x != ${i}`, " && ")} }
func or(x int) int { if ${each(n, (i) => `x == ${i}`, " || ")} { return 1 }; return 2 }
func mixed(x int) bool { return ${each(n, (i) => `x > ${i} && x != ${i + 1}`, " || ")} }`,
    main: `println(and(-1), and(5), and(${n - 1}), and(${n}), or(7), or(-7), mixed(0), mixed(1), mixed(2), mixed(3))`,
    prints: "true false false true 1 2 false false true true",
  },
  {
    name: "arithmetic and texts",
    top: `var one, text = 1, "a"
const sum, long = ${each(n, () => "1", " + ")}, ${each(n, () => '"ab"', " + ")}`,
    main: `println(${each(n, () => "one", " + ")}, len(${each(n, () => "text", " + ")}), sum, len(long))`,
    prints: `${n} ${n} ${n} ${2 * n}`,
  },
  {
    name: "else if",
    top: `func choose(x int) (r int) {
	${each(2 * n, (i) => `if y := x - ${i}; y == 0 { return ${i * 3} } else `, "")}{ r = y - 1 }
	return
}
func side(x int) (r int) {
	${each(n, (i) => `if x == ${i} { r = ${i * 2} } else `, "")}if x < 0 { r = -1 }
	return r + 1
}`,
    main: `println(choose(0), choose(${n - 1}), choose(${2 * n}), side(0), side(${n - 1}), side(-5), side(${n}))`,
    prints: `0 ${(n - 1) * 3} 0 1 ${(n - 1) * 2 + 1} 0 1`,
  },
  {
    name: "declarations that need the next one",
    top: `${each(n, (i) => `var v${i} = v${i + 1} + 1`)}
var v${n} = 1
${each(n, (i) => `const c${i} = c${i + 1} + 1`)}
const c${n} = 2
${each(n, (i) => `func f${i}() int { return w${i} + 1 }; var w${i} = f${i + 1}()`)}
func f${n}() int { return 0 }
${each(n, (i) => `var a${i} [len(a${i + 1})]int`)}
var a${n} [3]int`,
    main: `println(v0, c0, w0, len(a0))`,
    prints: `${n + 1} ${n + 2} ${n - 1} 3`,
  },
  {
    name: "types that need the next one",
    top: `${each(n, (i) => `type Slice${i} []Slice${i + 1}`)}
type Slice${n} int
${each(n, (i) => `type Alias${i} = Alias${i + 1}`)}
type Alias${n} int
${each(n, (i) => `type Same${i} Same${i + 1}`)}
type Same${n} string
${each(n, (i) => `type Ring${i} struct { next *Ring${(i + 1) % n}; prev *Ring${(i + n - 1) % n}; n int }`)}
${each(n, (i) => `type Outer${i} struct { *Outer${i + 1} }`)}
type Outer${n} struct{ z int }
${each(n, (i) => `type Map${i} map[string]func() *Map${i + 1}`)}
type Map${n} bool
${each(500, (i) => `type Iface${i} interface { Iface${i + 1}; M${i}() }`)}
type Iface500 interface{ Z() int }
type all struct{}
${each(500, (i) => `func (all) M${i}() {}`)}
func (all) Z() int { return 9 }`,
    main: `var s Slice0 = Slice0{nil}
	var a Alias0 = Alias${n}(4)
	var r Ring0
	var o Outer0
	var m Map0
	var i Iface0 = all{}
	var boxed any = s
	_, isSlice := boxed.(Slice0)
	println(len(s), a, Same0("x"), r.prev == nil, o.Outer1 == nil, m == nil, i.Z(), isSlice)`,
    prints: "1 4 x true true true 9 true",
  },
  {
    name: "chains of fields, elements and calls",
    top: `type any1 interface{ Next(int) any1; Val() int }
type node struct { n int; p *node; kids []*node; pair [2]*node; named map[string]*node; self any1; fn func(int) *node }
func (x *node) Next(k int) any1 { x.n += k; return x }
func (x *node) Val() int { return x.n }
func (x *node) Add(k int) *node { x.n += k; return x }
func (x node) Copy(k int) node { x.n += k; return x }
type list []list
var calls int
func count() int { calls++; return 0 }`,
    main: `x := &node{}
	x.p, x.kids, x.pair, x.self = x, []*node{x, x}, [2]*node{x, x}, x
	x.named, x.fn = map[string]*node{"k": x}, x.Add
	l := make(list, 1)
	l[0] = l
	println(x${".p".repeat(n)}.n, len(l${"[0]".repeat(n)}), (&node{})${".Add(1)".repeat(n)}.n, (*x)${".Copy(1)".repeat(n)}.n)
	println(x${'.kids[count()].pair[1].named["k"].Add(1).self.(*node).fn(count()+1).kids[0:2][1:][0].Next(0).(*node)'.repeat(n >> 4)}.n, calls)
	(*x)${".kids[0].pair[1]".repeat(n >> 2)}.n, x${".Add(0)".repeat(n >> 2)}.p.n = 7, 8
	address := &x${".p.pair[1]".repeat(n >> 2)}.n
	*address += 3
	func() { defer x${".Add(1)".repeat(n >> 2)}.Next(1) }()
	v, ok := x.self${".Next(0).(*node).self".repeat(n >> 4)}.(*node)
	println(x.n, v == x, ok, x.self${".Next(1)".repeat(n >> 2)}.Val())`,
    prints: `0 1 ${n} ${n}\n${(n >> 4) * 2} ${(n >> 4) * 2}\n${11 + (n >> 2) * 2 + 1} true true ${11 + (n >> 2) * 2 + 1}`,
  },
  {
    name: "statements",
    top: `func pair(a int) (int, int) { return a + 1, a }`,
    main: `p, q := 0, 0
	${each(n, () => "p, q = pair(p)")}
	switch {
	${each(n, (i) => `case p == ${i}: println("no")`)}
	case p == ${n}: println(p, q)
	}
	${each(n, (i) => `L${i}: if q < ${n + i} { q++; goto L${i} }`)}
	println(q)`,
    prints: `${n} ${n - 1}\n${2 * n - 1}`,
  },
];

const program = `package main

${longParts.map(({ top }) => top ?? "").join("\n")}

${longParts.map(({ main }, i) => `func part${i}() {\n\t${main ?? ""}\n}`).join("\n")}

func main() {
${longParts.map((_, i) => `\tpart${i}()`).join("\n")}
}
`;

test.each([0, 2] as const)(
  "what a program is long in is no nesting: -O%d",
  (level) => {
    const result = compile({ ...inputOf(program), level });
    expect(result.diagnostics.map((item) => formatDiagnostic(result.files, item))).toEqual([]);
    const { stderr, code } = runInMemory(result.wasm!);
    expect(code).toBe(0);
    expect(stderr).toBe(`${longParts.map(({ prints }) => prints ?? "").join("\n")}\n`);
  },
  60_000,
);

test.each([
  ["constants", (i: number, next: number) => `const c${i} = c${next} + 1`, "initialization cycle for c0"],
  ["variables", (i: number, next: number) => `var c${i} = c${next} + 1`, "initialization cycle for c0"],
  ["aliases", (i: number, next: number) => `type c${i} = c${next}`, "invalid recursive type c0"],
])("a cycle of 20,000 %s is reported", (_name, declare, message) => {
  const count = 20_000;
  const result = check(
    inputOf(`package main\n${each(count, (i) => declare(i, (i + 1) % count))}\nfunc main() {}`),
  );
  expect(result.diagnostics.map((item) => item.message)).toEqual([message]);
  expect(result.diagnostics[0]!.notes).toHaveLength(count);
});

test("messages show chains of 20,000 calls, operators and types in full", () => {
  const count = 20_000;
  const calls = `a${".m(1).f.s[0]".repeat(count)}`;
  const sum = `${each(count, () => "a.e", " + ")} + n`;
  const result = check(
    inputOf(`package main
type T struct { f *T; s []T; e any }
func (T) m(int) T { return T{} }
func main() { var a T; var n int; n = ${calls}; n = ${calls}.no; var x any = a.e; _ = x; n = ${calls}.e + n }`),
  );
  expect(result.diagnostics.map((item) => item.message)).toEqual([
    `cannot use ${calls} (variable of struct type T) as int value in assignment`,
    `${calls}.no undefined (type T has no field or method no)`,
    `invalid operation: ${calls}.e + n (mismatched types any and int)`,
  ]);
  const other = check(
    inputOf(`package main\ntype T struct { e any }\nfunc f(a T, n int) { n = ${sum} }\nfunc main() {}`),
  );
  expect(other.diagnostics.map((item) => item.message)).toEqual([
    `invalid operation: operator + not defined on a.e (variable of interface type any)`,
  ]);
});

test("as a library the compiler reports what nests too deeply for the stack", () => {
  const structs = `${each(20_000, (i) => `type T${i} struct { T${i + 1}; a int }`)}\ntype T20000 struct { T0 }`;
  for (const text of [`var x = ${"(".repeat(5000)}1${")".repeat(5000)}`, structs]) {
    const result = check(inputOf(`package main\n${text}\nfunc main() {}`));
    expect(result.diagnostics.map((item) => item.code)).toEqual(["TooDeep"]);
    expect(result.wasm).toBeUndefined();
  }
});

const depth = 1000;
const nested = `package main

type node struct { p *node; n int }

func next(x int) int { return x + 1 }

func main() {
	x := 1
	println(${"(".repeat(depth)}x${")".repeat(depth)}, ${"- ".repeat(depth)}x, ${"next(".repeat(depth)}0${")".repeat(depth)})
	${"{ ".repeat(depth)}x++${" }".repeat(depth)}
	${"if x > 0 { ".repeat(depth)}x++${" }".repeat(depth)}
	${"func() { ".repeat(320)}x++${" }()".repeat(320)}
	list := ${"&node{p: ".repeat(depth)}nil${", n: 1}".repeat(depth)}
	var slices ${"[]".repeat(depth)}int
	var pointers ${"*".repeat(depth)}int
	println(x, list.n, len(slices), pointers == nil)
}
`;

describe("the command line", () => {
  const goes = join(import.meta.dirname, "../bin/goes.js");
  let directory: string;
  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), "goes-depth-"));
    writeFileSync(join(directory, "nested.go"), nested);
    writeFileSync(
      join(directory, "read.go"),
      `package main\nimport "os"\nfunc main() { b := make([]byte, 9); n, _ := os.Stdin.Read(b); println(string(b[:n]), os.Args[1], ${"(".repeat(500)}1${")".repeat(500)}); os.Exit(3) }\n`,
    );
    writeFileSync(
      join(directory, "deeper.go"),
      `package main\nvar x = ${"(".repeat(50_000)}1${")".repeat(50_000)}\nfunc main() {}\n`,
    );
  });
  afterAll(() => rmSync(directory, { recursive: true }));
  const run = (args: readonly string[], input = "") =>
    spawnSync(process.execPath, [goes, ...args], {
      cwd: directory,
      input,
      encoding: "utf8",
      maxBuffer: 2 ** 30,
    });

  test("what nests deeply is compiled on a larger stack", () => {
    const { stderr, status } = run(["run", "nested.go"]);
    expect(stderr).toBe(`1 ${depth % 2 === 0 ? 1 : -1} ${depth}\n4 1 0 true\n`);
    expect(status).toBe(0);
  });

  test("every command takes a larger stack where it needs one", () => {
    for (const command of ["check", "ast", "ssa", "wat"]) {
      const { stdout, stderr, status } = run(
        [command, "-"],
        nested.replaceAll("func() { ", "{ ").replaceAll(" }()", " }"),
      );
      expect([command, stderr, status]).toEqual([command, "", 0]);
      expect(stdout.length > 100).toBe(command !== "check");
    }
    const { stderr, status } = run(["run", "read.go", "argument"], "input");
    expect([stderr, status]).toEqual(["input argument 1\n", 3]);
  });

  test("types that contain each other in a long cycle", () => {
    const types = each(4000, (i) => `type c${i} struct { x c${(i + 1) % 4000} }`);
    writeFileSync(join(directory, "cycle.go"), `package main\n${types}\nfunc main() {}\n`);
    const { stderr, status } = run(["check", "cycle.go"]);
    expect(stderr).toMatch(
      /^# command-line-arguments\n\.\/cycle\.go:2:6: invalid recursive type c0\n\t\.\/cycle\.go:2:6: c0 refers to c1/,
    );
    expect(status).toBe(1);
  });

  test("beyond every limit there is one diagnostic", () => {
    const { stderr, status } = run(["run", "deeper.go"]);
    expect(stderr).toMatch(/^# command-line-arguments\n\.\/deeper\.go:2: nesting is too deep\n$/);
    expect(status).toBe(1);
  });
});
