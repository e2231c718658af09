import type { Func, Value } from "@goes/ir";
import { wasmType, type WasmType } from "../value-types.ts";
import type { FlowGraph, FlowNode } from "./graph.ts";
import { stackOp } from "./stack-code.ts";
import type { Uses } from "./uses.ts";

/** Where the values of a function live. */
export interface Locals {
  /** Index of the local by value id; -1: the value is in none. */
  readonly of: Int32Array;
  /** Types of the locals behind the parameters. */
  readonly declared: readonly WasmType[];
  /** Index of the local that holds the frame pointer; -1: no frame. */
  readonly framePointer: number;
  /** Indexes of the locals of dispatch registers. */
  readonly selectors: readonly number[];
}

/**
 * Gives values their locals. Live ranges are exact to the instruction, with holes; the values of a phi are
 * joined with it where their ranges do not meet (aggressive coalescing, innermost loops first), so that most
 * copies vanish; then linear scan over the hulls of the joined ranges shares locals of the same type.
 */
export function assignLocals(func: Func, graph: FlowGraph, uses: Uses, params: readonly WasmType[]): Locals {
  const ranges = computeRanges(func, graph, uses);
  const webs = coalesce(graph, uses, ranges);
  return colour(func, graph, params, webs);
}

/** Half-open ranges of positions, start and end alternating, ascending. */
type Ranges = number[];

/** Values that share a local. */
interface Web {
  readonly values: Value[];
  ranges: Ranges;
  param: number;
}

/** The live ranges of all values that are kept in locals, by value id. */
function computeRanges(func: Func, graph: FlowGraph, uses: Uses): Map<Value, Ranges> {
  const { nodes } = graph;
  const starts = new Int32Array(nodes.length);
  const ends = new Int32Array(nodes.length);
  const byId: (Value | undefined)[] = [];
  for (const node of nodes) {
    if (node.block === undefined) continue;
    for (const value of node.block.values) if (uses.live[value.id] !== 0) byId[value.id] = value;
  }
  // Which node writes a value, and where; phis and parameters are there from the start of their node.
  const definedIn = new Int32Array(func.valueBound).fill(-1);
  const definedAt = new Int32Array(func.valueBound);
  const lastRead = new Int32Array(func.valueBound);
  const readIn = new Int32Array(func.valueBound).fill(-1);
  const local = new Map<Value, Ranges>();
  const seeds: { value: Value; node: FlowNode; last: number }[] = [];
  let position = 0;
  for (const node of nodes) {
    starts[node.order] = position;
    const touched: number[] = [];
    for (const value of node.block?.values ?? []) {
      if ((value.op === "phi" || value.op === "param") && uses.live[value.id] !== 0) {
        definedIn[value.id] = node.order;
        definedAt[value.id] = position;
      }
    }
    const scan = (code: readonly number[]): void => {
      for (const element of code) {
        const kind = element & 7;
        position++;
        if (kind > stackOp.tee) continue;
        const id = element >> 3;
        if (kind === stackOp.get) {
          if (readIn[id] !== node.order) {
            readIn[id] = node.order;
            touched.push(id);
          }
          lastRead[id] = position;
        } else {
          definedIn[id] = node.order;
          definedAt[id] = position;
        }
      }
    };
    scan(node.code);
    for (const edge of node.succs) for (const part of edge.parts) scan(part);
    position++;
    ends[node.order] = position;
    for (const id of touched) seeds.push({ value: byId[id]!, node, last: lastRead[id]! });
  }
  const rangesOf = (value: Value): Ranges => {
    let list = local.get(value);
    if (list === undefined) local.set(value, (list = []));
    return list;
  };
  // From each use backwards to the definition (Appel and Palsberg 2002, liveness by use).
  const reached: (Set<number> | undefined)[] = [];
  for (const seed of seeds) {
    const id = seed.value.id;
    const home = definedIn[id]!;
    if (home === seed.node.order) continue;
    const reachedHere = (reached[id] ??= new Set());
    const ranges = rangesOf(seed.value);
    ranges.push(starts[seed.node.order]!, seed.last);
    const work: FlowNode[] = [...seed.node.preds];
    for (let node = work.pop(); node !== undefined; node = work.pop()) {
      if (reachedHere.has(node.order)) continue;
      reachedHere.add(node.order);
      if (node.order === home) {
        ranges.push(definedAt[id]!, ends[home]!);
        continue;
      }
      ranges.push(starts[node.order]!, ends[node.order]!);
      for (const pred of node.preds) work.push(pred);
    }
  }
  for (const seed of seeds) {
    const id = seed.value.id;
    if (definedIn[id] === seed.node.order && reached[id]?.has(seed.node.order) !== true) {
      rangesOf(seed.value).push(definedAt[id]!, seed.last);
    }
  }
  for (const value of byId) {
    if (value === undefined || definedIn[value.id] === -1) continue;
    // Even what nobody reads is written somewhere.
    const at = definedAt[value.id]!;
    if (!local.has(value) || value.op === "phi") rangesOf(value).push(at, at + 1);
  }
  for (const node of nodes) {
    for (const edge of node.succs) {
      // Copies in front of a dispatch node must survive it.
      for (const phi of edge.phis) {
        if (edge.target.block !== phi.block)
          rangesOf(phi).push(starts[edge.target.order]!, ends[edge.target.order]!);
      }
    }
  }
  for (const [value, list] of local) local.set(value, normalize(list));
  return local;
}

/** Sorts ranges and joins those that touch or overlap. */
function normalize(list: Ranges): Ranges {
  if (list.length <= 2) return list;
  const pairs: [number, number][] = [];
  for (let i = 0; i < list.length; i += 2) pairs.push([list[i]!, list[i + 1]!]);
  pairs.sort((a, b) => a[0] - b[0]);
  const out: Ranges = [];
  for (const [start, end] of pairs) {
    const last = out.length - 1;
    if (last > 0 && start <= out[last]!) out[last] = Math.max(out[last]!, end);
    else out.push(start, end);
  }
  return out;
}

function intersects(a: Ranges, b: Ranges): boolean {
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    if (a[i + 1]! <= b[j]!) i += 2;
    else if (b[j + 1]! <= a[i]!) j += 2;
    else return true;
  }
  return false;
}

/** Webs with more ranges than this are not joined further: time over beauty. */
const coalesceLimit = 4000;

function coalesce(graph: FlowGraph, uses: Uses, ranges: ReadonlyMap<Value, Ranges>): readonly Web[] {
  const webOf = new Map<Value, Web>();
  for (const [value, list] of ranges) {
    webOf.set(value, {
      values: [value],
      ranges: list,
      param: value.op === "param" ? (value.imm as number) : -1,
    });
  }
  const edges: { depth: number; phi: Value; arg: Value }[] = [];
  for (const node of graph.nodes) {
    for (const edge of node.succs) {
      edge.phis.forEach((phi, i) => {
        const arg = uses.resolve(edge.args[i]!);
        if (arg !== phi && webOf.has(arg)) edges.push({ depth: node.loop?.depth ?? 0, phi, arg });
      });
    }
  }
  edges.sort((a, b) => b.depth - a.depth);
  for (const { phi, arg } of edges) {
    const a = webOf.get(phi)!;
    const b = webOf.get(arg)!;
    if (a === b || (a.param >= 0 && b.param >= 0)) continue;
    if (a.ranges.length + b.ranges.length > coalesceLimit) continue;
    if (wasmType(phi.type) !== wasmType(arg.type) || intersects(a.ranges, b.ranges)) continue;
    const [large, small] = a.values.length >= b.values.length ? [a, b] : [b, a];
    large.ranges = normalize([...large.ranges, ...small.ranges]);
    large.param = Math.max(large.param, small.param);
    for (const value of small.values) {
      large.values.push(value);
      webOf.set(value, large);
    }
  }
  return [...new Set(webOf.values())];
}

function colour(func: Func, graph: FlowGraph, params: readonly WasmType[], webs: readonly Web[]): Locals {
  const of = new Int32Array(func.valueBound).fill(-1);
  // Per type: where each local is free again, and its name: a parameter (< 0: -1 - index) or the n-th of its type.
  const free: Record<WasmType, number[]> = { i32: [], i64: [], f32: [], f64: [] };
  const paramSlots: Record<WasmType, number[]> = { i32: [], i64: [], f32: [], f64: [] };
  params.forEach((type, i) => {
    free[type].push(0);
    paramSlots[type].push(i);
  });
  const sorted = [...webs].sort((a, b) => a.ranges[0]! - b.ranges[0]! || a.values[0]!.id - b.values[0]!.id);
  const chosen: { web: Web; type: WasmType; slot: number }[] = [];
  for (const web of sorted) {
    if (web.param < 0) continue;
    const type = params[web.param]!;
    free[type][paramSlots[type].indexOf(web.param)] = web.ranges[web.ranges.length - 1]!;
    for (const value of web.values) of[value.id] = web.param;
  }
  for (const web of sorted) {
    if (web.param >= 0) continue;
    const type = wasmType(web.values[0]!.type);
    const slots = free[type];
    const start = web.ranges[0]!;
    let slot = 0;
    while (slot < slots.length && slots[slot]! > start) slot++;
    slots[slot] = web.ranges[web.ranges.length - 1]!;
    chosen.push({ web, type, slot });
  }
  const declared: WasmType[] = [];
  const base: Record<WasmType, number> = { i32: 0, i64: 0, f32: 0, f64: 0 };
  const framePointer = func.frameSize > 0 ? params.length : -1;
  if (framePointer >= 0) declared.push("i32");
  const selectors: number[] = [];
  for (let i = 0; i < graph.selectors; i++) {
    selectors.push(params.length + declared.length);
    declared.push("i32");
  }
  for (const type of ["i32", "i64", "f32", "f64"] as const) {
    base[type] = params.length + declared.length;
    for (let i = paramSlots[type].length; i < free[type].length; i++) declared.push(type);
  }
  for (const { web, type, slot } of chosen) {
    const own = paramSlots[type];
    const index = slot < own.length ? own[slot]! : base[type] + slot - own.length;
    for (const value of web.values) of[value.id] = index;
  }
  return { of, declared, framePointer, selectors };
}
