import { expect, test } from "vitest";
import { addEdge, makeExit, makeJump, parseModule, printModule, type Block, type Func } from "@goes/ir";
import { Analyses, optimize } from "@goes/optimizer";

const program = `start @main.main
data @main.used size 8 align 8
data @main.unused size 8 align 8
data @type:main.T size 88 align 8 constant
methods @type:main.T {
  "String() string" @main.T.String
}
func @main.T.String(payload) string noinline {
b0:
  v0 = string.const string "T"
  return v0
}
func @main.unused(ptr) ptr {
b0:
  v0 = global ptr @type:main.T 0
  return v0
}
func @main.double(int64) int64 {
b0:
  v0 = param int64 0
  v1 = const int64 2
  v2 = mul int64 v0, v1
  return v2
}
func @main.main() {
b0:
  v0 = global ptr @main.used 0
  v1 = load int64 v0 0
  v2 = call int64 @main.double v1
  store v0, v2 0
  return
}
`;

/** The module with values numbered as they appear. */
function renumbered(text: string): string {
  const names = new Map<string, string>();
  return text.replace(/\bv\d+\b/g, (name) => {
    if (!names.has(name)) names.set(name, `v${names.size}`);
    return names.get(name)!;
  });
}

test("a program is inlined, lowered, and loses what nothing reaches", () => {
  const module = parseModule(program);
  const seen: string[] = [];
  optimize(module, { level: 2, verify: true, dump: (pass, func) => seen.push(`${pass} ${func.name}`) });
  expect(renumbered(printModule(module))).toBe(`start @main.main
data @main.used size 8 align 8
func @main.main() wasm {
b0:
  v0 = global ptr @main.used 0
  v1 = i64.load i64 v0 0
  v2 = i64.const i64 1
  v3 = i64.shl i64 v1, v2
  i64.store v0, v3 0
  return
}
`);
  expect(seen).toContain("inline main.main");
});

test("optimize stops after a part of the pipeline", () => {
  const stopped = (stopAfter: "go" | "lowering"): string => {
    const module = parseModule(program);
    optimize(module, { level: 2, verify: true, stopAfter });
    return renumbered(printModule(module));
  };
  expect(stopped("go")).toBe(`start @main.main
data @main.used size 8 align 8
func @main.main() {
b0:
  v0 = global ptr @main.used 0
  v1 = load int64 v0 0
  v2 = const uint64 1
  v3 = shl int64 v1, v2
  store v0, v3 0
  return
}
`);
  expect(stopped("lowering")).toContain("i64.shl");
});

test("level 0 lowers, and keeps the methods of descriptors in use", () => {
  const module = parseModule(
    program.replace("v1 = load int64 v0 0", "v1 = load int64 v0 0\n  v9 = call ptr @main.unused v0"),
  );
  optimize(module, { level: 0, verify: true });
  expect([...module.funcs.keys()]).toEqual(["main.T.String", "main.unused", "main.double", "main.main"]);
  expect([...module.funcs.values()].every((func) => func.level === "wasm")).toBe(true);
});

test("analyses that a pass breaks without saying so are found", () => {
  const module = parseModule(`func @f(bool) {
b0:
  v0 = param bool 0
  if v0 b1 b2
b1:
  return
b2:
  return
}
`);
  const func = module.funcs.get("f")!;
  const analyses = new Analyses(func);
  expect(analyses.dominators.idom[2]).toBe(func.blocks[0]);
  expect(analyses.loops.loops).toEqual([]);
  expect(analyses.stale()).toEqual([]);
  const [entry, then, otherwise] = func.blocks as [Block, Block, Block];
  makeExit(otherwise, "unreachable");
  makeExit(then, "unreachable");
  then.kind = "jump";
  addEdge(then, then);
  expect(analyses.stale()).toEqual(["loops"]);
  makeJump(entry, then);
  expect(analyses.stale()).toEqual(["dominators", "loops"]);
  analyses.drop();
  expect(analyses.stale()).toEqual([]);
  expect(analyses.loops.loops).toHaveLength(1);
});

test("with verify, analyses are computed again after each pass", () => {
  const module = parseModule(`start @f
data @x size 8 align 8
func @f(bool, int64) int64 {
b0:
  v0 = param bool 0
  v1 = param int64 1
  if v0 b1 b2
b1:
  v2 = add int64 v1, v1
  v3 = add int64 v1, v1
  v4 = mul int64 v2, v3
  return v4
b2:
  return v1
}
`);
  // Makes the branch a jump behind the back of the pass that found the analyses.
  const dump = (pass: string, func: Func): void => {
    const [entry, then] = func.blocks as [Block, Block];
    if (pass === "gvn" && entry.kind === "if") makeJump(entry, then);
  };
  expect(() => optimize(module, { level: 2, verify: true, dump })).toThrow(
    /broke f: dominators are no longer true/,
  );
});

test("the pass that breaks a function is named", () => {
  const module = parseModule(program);
  const dump = (pass: string): void => {
    // Breaks the function behind the pass's back, just before it is verified.
    if (pass === "rewrite-go") module.funcs.get("main.double")!.blocks[0]!.control = [];
  };
  expect(() => optimize(module, { level: 2, verify: true, dump })).toThrow(/rewrite-go broke main\.double/);
});
