import { types, type Block, type Func, type Value } from "@goes/ir";
import { FuncBuilder } from "./build.ts";

// Random control flow, often irreducible, with phis and a bound on the steps.

const { i32 } = types;

/** A small generator (Marsaglia 2003, xorshift), so that failures can be repeated. */
export function randomSource(seed: number): (below: number) => number {
  let state = seed * 2654435761 + 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

/**
 * Every block has three phis (fuel and two numbers), computes on them and leaves by jump, if or switch; when the fuel is
 * used up it returns.
 */
export function buildRandom(seed: number): FuncBuilder {
  const random = randomSource(seed);
  const f = new FuncBuilder("f", [i32, i32, i32], [i32]);
  const params = [f.param(0), f.param(1), f.param(2)];
  const count = 2 + random(8);
  const nodes = Array.from({ length: count }, () => {
    const block = f.newBlock();
    f.at(block);
    const phis = [f.phi(i32), f.phi(i32), f.phi(i32)];
    return { block, phis, work: f.newBlock(), done: f.newBlock() };
  });
  const edges: { to: number; values: Value[] }[] = [];
  const jump = (to: number, values: Value[]): void => {
    f.jump(nodes[to]!.block);
    edges.push({ to, values });
  };
  f.at(f.func.blocks[0]!);
  const [first, second] = [random(count), random(count)];
  if (first === second) jump(first, params);
  else {
    f.if(params[1]!, nodes[first]!.block, nodes[second]!.block);
    edges.push({ to: first, values: params }, { to: second, values: [params[0]!, params[2]!, params[1]!] });
  }
  for (const { block, phis, work, done } of nodes) {
    const [c, b, a] = [phis[0]!, phis[1]!, phis[2]!];
    f.at(block);
    f.if(f.op("i32.le_s", i32, [a, f.i32(0)]), done, work);
    f.at(done).return(f.op("i32.xor", i32, [b, f.op("i32.shl", i32, [c, f.i32(3)])]));
    f.at(work);
    const less = f.op("i32.sub", i32, [a, f.i32(1)]);
    const sum = f.op("i32.add", i32, [b, f.op("i32.mul", i32, [c, f.i32(1 + random(9))])]);
    const mixed = f.op("i32.xor", i32, [sum, f.op("i32.shr_u", i32, [b, f.i32(random(5))])]);
    const choices = [
      [less, sum, mixed],
      [less, c, sum],
      [less, mixed, b],
      [less, f.i32(random(100)), c],
      [less, c, b],
    ];
    const pick = (): Value[] => choices[random(choices.length)]!;
    const targets = [...new Set([random(count), random(count), random(count)])];
    if (targets.length === 1) jump(targets[0]!, pick());
    else if (targets.length === 2) {
      const [x, y] = [targets[0]!, targets[1]!];
      f.if(f.op("i32.and", i32, [mixed, f.i32(1)]), nodes[x]!.block, nodes[y]!.block);
      edges.push({ to: x, values: pick() }, { to: y, values: pick() });
    } else {
      const cases = [random(3), random(3), random(3)];
      f.switch(
        f.op("i32.and", i32, [sum, f.i32(3)]),
        cases,
        ...targets.map((target) => nodes[target]!.block),
      );
      for (const target of targets) edges.push({ to: target, values: pick() });
    }
  }
  // Edges were made in the order of the predecessors of each block. Phis stand in the order c, b, a of the values.
  for (const { to, values } of edges) {
    const [c, b, a] = nodes[to]!.phis;
    a!.args.push(values[0]!);
    b!.args.push(values[1]!);
    c!.args.push(values[2]!);
  }
  return f;
}

/** What the functions of {@link buildRandom} are called with. */
export const argsOfRandom: readonly (readonly number[])[] = [
  [0, 1, 2],
  [1, 0, 5],
  [7, 3, 4],
  [40, 11, 6],
  [41, 0, 123456],
];

/** Walks over the blocks with a table of values. */
export function interpret(func: Func, args: readonly number[]): number {
  const values = new Map<Value, number>();
  const get = (value: Value): number => values.get(value)!;
  let block = func.blocks[0]!;
  let from: Block | undefined;
  for (;;) {
    const phis = block.values.filter((value) => value.op === "phi");
    const incoming = phis.map((phi) => get(phi.args[block.preds.indexOf(from!)]!));
    phis.forEach((phi, i) => values.set(phi, incoming[i]!));
    for (const value of block.values) {
      if (value.op !== "phi") values.set(value, evaluate(value, get, args) | 0);
    }
    const control = block.control[0] === undefined ? 0 : get(block.control[0]);
    from = block;
    if (block.kind === "return") return control;
    if (block.kind === "jump") block = block.succs[0]!;
    else if (block.kind === "if") block = block.succs[control !== 0 ? 0 : 1]!;
    else block = block.succs[block.cases[control] ?? block.succs.length - 1]!;
  }
}

function evaluate(value: Value, get: (value: Value) => number, args: readonly number[]): number {
  if (value.op === "param") return args[value.imm as number]!;
  if (value.op === "i32.const") return value.imm as number;
  const [a, b] = [get(value.args[0]!), get(value.args[1]!)];
  switch (value.op) {
    case "i32.add":
      return a + b;
    case "i32.sub":
      return a - b;
    case "i32.mul":
      return Math.imul(a, b);
    case "i32.xor":
      return a ^ b;
    case "i32.and":
      return a & b;
    case "i32.shl":
      return a << b;
    case "i32.shr_u":
      return a >>> b;
    case "i32.le_s":
      return a <= b ? 1 : 0;
    default:
      // The generator makes no others.
      throw new Error(value.op);
  }
}
