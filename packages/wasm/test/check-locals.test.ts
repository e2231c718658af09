import { parseModule, type Func, type Module } from "@goes/ir";
import { expect, test } from "vitest";
import { ByteWriter } from "../src/byte-writer.ts";
import { checkLocals } from "../src/check/check-locals.ts";
import { Trace } from "../src/check/trace.ts";
import { writeBody, type BodyPlan } from "../src/code/body.ts";
import { planBody } from "../src/code/compile.ts";
import { link } from "../src/link/link.ts";
import { computeOpInfo } from "../src/op-info.ts";
import { moduleOf } from "./build.ts";
import { argsOfRandom, buildRandom, interpret, randomSource } from "./random-graph.ts";

// The checker of locals must refuse allocations that are broken on purpose, whatever the emitter thinks of them.

function plan(module: Module, name = "f"): BodyPlan {
  const linked = link(module, 65536);
  const func = module.funcs.get(name)!;
  const type = linked.types[linked.typeIndexes.get(func)!]!;
  return planBody(func, type, computeOpInfo(), linked.symbols, linked.unwinding(func));
}

interface Written {
  readonly trace: Trace;
  readonly bytes: Uint8Array;
}

function write(body: BodyPlan): Written {
  const trace = new Trace();
  const out = new ByteWriter();
  writeBody(body, out, trace);
  return { trace, bytes: Uint8Array.from(out.view()) };
}

function faults(body: BodyPlan, { trace, bytes } = write(body)): readonly string[] {
  return checkLocals(body, trace, bytes);
}

/** The same decisions, but a value is in the local of another. */
function moved(body: BodyPlan, value: number, to: number): BodyPlan {
  const of = body.locals.of.slice();
  of[value] = of[to]!;
  return { ...body, locals: { ...body.locals, of } };
}

const loop = `func @f(i32, i32) i32 wasm export "f" {
b0:
  v0 = param i32 0
  v1 = param i32 1
  v2 = i32.const i32 0
  jump b1
b1:
  v3 = phi i32 b0:v0 b2:v3
  v4 = phi i32 b0:v2 b2:v10
  v5 = phi i32 b0:v1 b2:v12
  if v5 b2 b3
b2:
  v6 = i32.const i32 3
  v7 = i32.add i32 v4, v3
  v8 = i32.mul i32 v7, v6
  v9 = i32.shr_u i32 v8, v6
  v10 = i32.xor i32 v8, v9
  v11 = i32.const i32 1
  v12 = i32.sub i32 v5, v11
  jump b1
b3:
  return v4
}
`;

test("a temporary in the local of what goes around the loop unchanged", () => {
  const body = plan(parseModule(loop));
  expect(faults(body)).toEqual([]);
  expect(faults(moved(body, 8, 3))[0]).toMatch(/v7 \(i32.add\) needs v3, and the stack holds nothing known/);
});

test("code that does what another edge or another order of args would need", () => {
  const change = (edit: (func: Func) => void): readonly string[] => {
    const module = parseModule(loop);
    const body = plan(module);
    const written = write(body);
    edit(module.funcs.get("f")!);
    return faults(body, written);
  };
  expect(change(() => {})).toEqual([]);
  const phis = (func: Func) => func.blocks[1]!.values;
  expect(change((func) => phis(func)[1]!.args.reverse())).not.toEqual([]);
  expect(
    change(
      (func) => ([phis(func)[1]!.args, phis(func)[2]!.args] = [phis(func)[2]!.args, phis(func)[1]!.args]),
    ),
  ).not.toEqual([]);
  expect(change((func) => func.blocks[1]!.succs.reverse())[0]).toMatch(/b\d is entered from b1, successor/);
  expect(change((func) => func.blocks[2]!.values[1]!.args.reverse())).not.toEqual([]);
  expect(change((func) => (func.blocks[3]!.control = [phis(func)[2]!]))[0]).toMatch(/result 0 of b3 is v5/);
});

/** The body as the only function of a module. */
function instantiate(bytes: Uint8Array): (...args: number[]) => number {
  const i32 = 0x7f;
  const code = new ByteWriter();
  code.u32(1);
  code.vector(bytes);
  const module = new ByteWriter();
  module.bytes(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0));
  module.bytes(Uint8Array.of(1, 8, 1, 0x60, 3, i32, i32, i32, 1, i32));
  module.bytes(Uint8Array.of(3, 2, 1, 0, 7, 5, 1, 1, 0x66, 0, 0, 10));
  module.vector(code.view());
  const compiled = new WebAssembly.Module(module.toBytes() as Uint8Array<ArrayBuffer>);
  return new WebAssembly.Instance(compiled).exports["f"] as never;
}

test("of random graphs with a value in a wrong local only those pass that compute the same", () => {
  const counts = { refused: 0, harmless: 0 };
  const wrong: string[] = [];
  for (let seed = 1; seed <= 50; seed++) {
    const { func } = buildRandom(seed);
    const body = plan(moduleOf({ func } as never));
    expect(faults(body)).toEqual([]);
    const random = randomSource(seed);
    const kept = [...body.locals.of.keys()].filter((id) => body.locals.of[id]! >= 0);
    for (let turn = 0; turn < 15; turn++) {
      const [value, to] = [kept[random(kept.length)]!, kept[random(kept.length)]!];
      const broken = moved(body, value, to);
      const written = write(broken);
      if (faults(broken, written).length > 0) {
        counts.refused++;
        continue;
      }
      counts.harmless++;
      const f = instantiate(written.bytes);
      if (argsOfRandom.some((args) => f(...args) !== interpret(func, args)))
        wrong.push(`seed ${seed}: v${value} in the local of v${to}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(counts.refused).toBeGreaterThan(100);
  expect(counts.harmless).toBeGreaterThan(100);
});
