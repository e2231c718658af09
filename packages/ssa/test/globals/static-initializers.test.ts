import { expect, test } from "vitest";
import { finishInitialization, startInitialization } from "../../src/globals/package-init.ts";
import { reachGlobal } from "../../src/globals/reach-globals.ts";
import { finishData } from "../../src/program/finish.ts";
import { programOf, type TestProgram } from "../data-support.ts";

function reach(source: string, name: string): TestProgram {
  const program = programOf(`package main\n${source}\nfunc main() {}\n`);
  const variable = program.main.pkg.scope.lookup(name);
  if (variable?.kind !== "var") throw new Error(name);
  reachGlobal(program.ctx, variable);
  program.ctx.drain();
  return program;
}

/** The 32-bit words of a data symbol; relocated ones by what they point to. */
function words(program: TestProgram, symbol: string): (number | string)[] {
  const data = program.ctx.module.data.get(symbol)!;
  const bytes = new Uint8Array(data.size);
  bytes.set(data.bytes);
  const view = new DataView(bytes.buffer);
  const result: (number | string)[] = [];
  for (let at = 0; at + 4 <= data.size; at += 4) result.push(view.getUint32(at, true));
  for (const { offset, symbol: target } of data.relocations) result[offset / 4] = target;
  return result;
}

test("scalars, strings and arrays are bytes", () => {
  const program = reach(
    `type S struct { b bool; i int16; f float32; s string; c complex64; u uint64 }
var x = [...]S{2: {true, -2, 0.5, "hi", 1 + 2i, 1 << 63}}`,
    "x",
  );
  expect(words(program, "main.x").slice(16)).toEqual([
    // b and i share a word; f; s; c; u begins at 24.
    0xfffe0001,
    0x3f000000,
    '"hi"',
    2,
    0x3f800000,
    0x40000000,
    0,
    0x80000000,
  ]);
  expect(program.built).toEqual([]);
});

test("slices and pointers get symbols of their own", () => {
  const program = reach(
    `type N struct { v int32; next *N }
var x = []*N{{1, nil}, {2, &N{v: 3}}}`,
    "x",
  );
  const [backing, length, capacity] = words(program, "main.x");
  expect([length, capacity]).toEqual([2, 2]);
  const [first, second] = words(program, backing as string);
  expect(words(program, first as string)).toEqual([1, 0]);
  const [value, next] = words(program, second as string);
  expect(value).toBe(2);
  expect(words(program, next as string)).toEqual([3, 0]);
  const mutable = program.ctx.module.data.get(second as string)!;
  expect(mutable.constant).toBe(false);
  expect(mutable.pointers).toEqual([4]);
});

test("interfaces hold small constants themselves", () => {
  const program = reach(
    `type P struct{ x, y int32 }
var x = []any{-1, "abc", 1.5, nil, P{7, 8}, &P{}, true}`,
    "x",
  );
  const backing = words(program, words(program, "main.x")[0] as string);
  const element = (i: number): (number | string)[] => backing.slice(i * 3, i * 3 + 3);
  expect(element(0)).toEqual(["type:int", 0xffffffff, 0xffffffff]);
  expect(element(1)).toEqual(["type:string", '"abc"', 3]);
  expect(element(2)).toEqual(["type:float64", 0, 0x3ff80000]);
  expect(element(3)).toEqual([0, 0, 0]);
  expect(element(4)[0]).toBe("type:main.P");
  expect(words(program, element(4)[1] as string)).toEqual([7, 8]);
  expect(element(5)[0]).toBe("type:*main.P");
  expect(element(6)).toEqual(["type:bool", 1, 0]);
});

test("functions are constant closures, and addresses of variables relocations", () => {
  const program = reach(
    `var y int
type T struct{}
func (T) M() {}
func g[K any](k K) {}
var x = struct { f func(int); m func(T); p *int; l func(); c func(string) }{f, T.M, &y, func() {}, g[string]}
func f(int) {}`,
    "x",
  );
  const found = words(program, "main.x");
  expect(found.slice(0, 3)).toEqual(["main.f·o", "main.T.M·o", "main.y"]);
  expect(found[4]).toBe("main.g[string]·o");
  expect(program.ctx.module.data.get("main.f·o")!.relocations).toEqual([
    { offset: 0, kind: "table", symbol: "main.f·f", addend: 0 },
  ]);
  const thunk = program.ctx.module.funcs.get("main.f·f")!;
  expect(thunk.params.map(({ text }) => text)).toEqual(["int64", "ptr"]);
});

test("byte slices of constants and new need no code", () => {
  const program = reach(`var x = struct { b []byte; p *[3]int }{[]byte("hey"), new([3]int)}`, "x");
  const [bytes, length, , pointer] = words(program, "main.x");
  expect(length).toBe(3);
  expect([...program.ctx.module.data.get(bytes as string)!.bytes]).toEqual([0x68, 0x65, 0x79]);
  expect(program.ctx.module.data.get(pointer as string)!.size).toBe(24);
});

test("what needs code gets a function, called in order of initialisation", () => {
  const program = programOf(`package main
var a = b + 1
var b = f()
var c = 5
func f() int { return c }
func init() {}
func main() {}
`);
  const { ctx } = program;
  startInitialization(ctx);
  ctx.drain();
  while (finishData(ctx)) ctx.drain();
  finishInitialization(ctx);
  const calls = (name: string): (string | undefined)[] =>
    ctx.module.funcs.get(name)!.blocks.flatMap((block) => block.values.map(({ sym }) => sym));
  expect(calls("main.init")).toEqual(["main.b·init", "main.a·init", "main.init.0"]);
  expect(calls("goes.init")).toEqual(["main.init"]);
});

test("a hundred thousand elements take well under a second", () => {
  const program = programOf(`package main
var x = []struct{ a int; s string }{${'{1, "x"}, '.repeat(100_000)}}
func main() {}
`);
  const variable = program.main.pkg.scope.lookup("x");
  if (variable?.kind !== "var") throw new Error("x");
  const start = process.cpuUsage();
  reachGlobal(program.ctx, variable);
  program.ctx.drain();
  // 0.3 s of one processor; anything quadratic takes minutes.
  expect(process.cpuUsage(start).user).toBeLessThan(3_000_000);
  expect(program.built).toEqual([]);
});
