import { expect, test } from "vitest";
import {
  findViolations,
  invariants,
  parseModule,
  types,
  type Block,
  type Func,
  type Invariant,
} from "@goes/ir";

// Each invariant of the verifier, with functions that break it and nothing else.

const sound = `layout @T size 16 align 8
data @d size 8 align 8
func @g(int64, bool) int64 {
b0:
  v0 = param int64 0
  v1 = param bool 1
  return v0
}
func @f(int64, bool, ptr, iface) int64 landing b7 {
b0:
  v0 = param int64 0
  v1 = param bool 1
  v2 = param ptr 2
  v3 = param iface 3
  v4 = const int64 1
  v5 = slot ptr @T
  v6 = global ptr @d 0
  if v1 b1 b2
b1:
  v7 = add int64 v0, v4
  v8 = make.struct {int64, bool} v7, v1
  v9 = extract int64 v8 0
  jump b3
b2:
  v10 = call int64 @g v0, v1
  v11 = call.closure int64 v2, v10 sig(int64) int64
  jump b3
b3:
  v12 = phi int64 b1:v9 b2:v11
  switch v12 b4 b5 b6 [0 1 0]
b4:
  v13 = call.iface int64 v3 "Get() int64" sig() int64
  v14 = select int64 v1, v13, v12
  return v14
b5:
  return v4
b6:
  unreachable
b7:
  return v0
}
`;

/** Changes the function @f, whose blocks are given by their numbers. */
type Change = (blocks: readonly Block[], func: Func) => void;

/** A text and what takes its place, or a change. */
type Breaking = readonly [string, string] | Change;

const valueOf = (blocks: readonly Block[], id: number) =>
  blocks.flatMap((block) => block.values).find((value) => value.id === id)!;

const breakings: Readonly<Record<Invariant, readonly Breaking[]>> = {
  entry: [
    (blocks) => {
      blocks[5]!.kind = "jump";
      blocks[5]!.control = [];
      blocks[5]!.succs = [blocks[0]!];
      blocks[0]!.preds = [blocks[5]!];
    },
  ],
  landing: [
    (blocks) => {
      blocks[5]!.kind = "jump";
      blocks[5]!.control = [];
      blocks[5]!.succs = [blocks[7]!];
      blocks[7]!.preds = [blocks[5]!];
    },
    (_, func) => {
      func.landing = func.blocks[0];
    },
    (_, func) => void func.blocks.pop(),
  ],
  listed: [
    (blocks, func) => void func.blocks.push(blocks[7]!),
    (blocks) => void blocks[1]!.values.push(blocks[1]!.values[0]!),
    (blocks) => {
      blocks[1]!.values[0]!.block = blocks[2]!;
    },
    (blocks, func) => void blocks[7]!.values.push(func.makeValue(blocks[7]!, "const", types.int64, [], 0, 4)),
    (_, func) => {
      func.newBlock(7).kind = "unreachable";
    },
  ],
  edges: [
    (blocks) => void blocks[3]!.preds.push(blocks[5]!),
    (blocks) => {
      blocks[0]!.succs[1] = blocks[1]!;
    },
    (blocks) => void blocks[1]!.preds.pop(),
    (_, func) => {
      func.blocks = func.blocks.filter((block) => block.id !== 6);
    },
  ],
  ends: [
    ["if v1 b1 b2", "if v0 b1 b2"],
    ["return v14", "return v1"],
    ["return v14", "return"],
    ["switch v12 ", "switch v1 "],
    ["[0 1 0]", "[0 1 3]"],
    (blocks) => void blocks[6]!.control.push(blocks[0]!.values[0]!),
    (blocks) => void blocks[1]!.control.push(blocks[0]!.values[0]!),
    (blocks) => void blocks[1]!.cases.push(0),
  ],
  phis: [
    (blocks) => void blocks[3]!.values[0]!.args.pop(),
    (blocks, func) => {
      const late = func.newValue(blocks[4]!, "phi", types.int64, [blocks[3]!.values[0]!]);
      expect(blocks[4]!.values.at(-1)).toBe(late);
    },
    ["b2:v11", "b2:v1"],
  ],
  dominance: [
    ["return v14", "return v9"],
    ["b2:v11", "b2:v9"],
    ["v7 = add int64 v0, v4", "v7 = add int64 v0, v9"],
    (blocks) => void blocks[1]!.values.shift(),
    (blocks) => {
      blocks[5]!.control[0] = valueOf(blocks, 9);
    },
  ],
  unwinding: [
    (blocks) => {
      blocks[7]!.control[0] = valueOf(blocks, 9);
    },
  ],
  level: [
    ["v7 = add int64 v0, v4", "v7 = i64.add i64 v0, v4"],
    ["v6 = global ptr @d 0", "v6 = ptr.null ptr"],
  ],
  args: [
    ["v7 = add int64 v0, v4", "v7 = add int64 v0"],
    ["v7 = add int64 v0, v4", "v7 = add int64 v0, v1"],
    ["v7 = add int64 v0, v4", "v7 = add int64 v0, v4, v4"],
    ["select int64 v1,", "select int64 v0,"],
  ],
  result: [["v6 = global ptr @d 0", "v6 = global int64 @d 0"]],
  params: [
    ["v4 = const int64 1", "v4 = param int64 4"],
    ["v2 = param ptr 2", "v2 = param ptr 0"],
    ["v7 = add int64 v0, v4", "v7 = param int64 0"],
  ],
  imm: [
    (blocks) => {
      valueOf(blocks, 7).imm = 1;
    },
    (blocks) => {
      valueOf(blocks, 4).imm = 1;
    },
    (blocks) => {
      valueOf(blocks, 6).imm = 0.5;
    },
    (blocks) => {
      valueOf(blocks, 13).imm = undefined;
    },
  ],
  sym: [
    ["slot ptr @T", "slot ptr @U"],
    ["global ptr @d", "global ptr @e"],
    ["call int64 @g", "call int64 @h"],
    (blocks) => {
      valueOf(blocks, 5).sym = undefined;
    },
    (blocks) => {
      valueOf(blocks, 7).sym = "g";
    },
  ],
  sig: [
    (blocks) => {
      valueOf(blocks, 11).sig = undefined;
    },
    (blocks) => {
      valueOf(blocks, 10).sig = { params: [], results: [] };
    },
  ],
  call: [
    ["@g v0, v1", "@g v0"],
    ["@g v0, v1", "@g v1, v0"],
    ["v11 = call.closure int64 v2, v10 sig(int64) int64", "v11 = call.closure int64 v2, v10 sig(bool) int64"],
    ["v13 = call.iface int64", "v13 = call.iface bool"],
  ],
  fields: [
    ["} v7, v1", "} v7"],
    ["} v7, v1", "} v1, v7"],
    ["v9 = extract int64 v8 0", "v9 = extract int64 v8 1"],
    ["v9 = extract int64 v8 0", "v9 = extract int64 v0 0"],
    ["make.struct {int64, bool}", "make.struct int64"],
  ],
};

function violationsAfter(breaking: Breaking | undefined): Set<Invariant | undefined> {
  const text = breaking === undefined || typeof breaking === "function" ? sound : sound.replace(...breaking);
  if (Array.isArray(breaking)) expect(text).not.toBe(sound);
  const module = parseModule(text);
  const func = module.funcs.get("f")!;
  if (typeof breaking === "function")
    breaking(
      [...func.blocks].toSorted((a, b) => a.id - b.id),
      func,
    );
  return new Set(findViolations(func, module).map(({ invariant }) => invariant));
}

test("the function is sound before it is broken", () => {
  expect([...violationsAfter(undefined)]).toEqual([]);
});

for (const name of Object.keys(invariants) as Invariant[]) {
  test.each(breakings[name].map((breaking, i) => [i, breaking] as const))(
    `${name}: breaking %i`,
    (_, breaking) => {
      expect([...violationsAfter(breaking)]).toContain(name);
    },
  );
}

test("what breaks one invariant mostly breaks no other", () => {
  const alone = Object.entries(breakings).filter(([name, list]) =>
    list.some((breaking) => [...violationsAfter(breaking)].join() === name),
  );
  expect(alone.map(([name]) => name)).toEqual(Object.keys(invariants).filter((name) => name !== "unwinding"));
});
