import type { Func, Value } from "@goes/ir";
import { wasmType, type WasmType } from "../value-types.ts";
import type { FlowGraph } from "./graph.ts";
import { computeRanges, intersects, union, type RangesById } from "./live-ranges.ts";
import type { Uses } from "./uses.ts";

/** Where the values of a function live. */
export interface Locals {
  /** Index of the local by value id; -1: the value is in none. */
  readonly of: Int32Array;
  /** Types of the locals after the parameters. */
  readonly declared: readonly WasmType[];
  /** Index of the local that holds the frame pointer; -1: no frame. */
  readonly framePointer: number;
  /** Indexes of the locals of dispatch registers. */
  readonly selectors: readonly number[];
}

/**
 * Assigns locals to values. The values of a phi are joined with it if their live ranges do not overlap
 * (aggressive coalescing, innermost loops first), so that most copies vanish; then linear scan over the hulls of
 * the joined ranges shares locals of the same type.
 */
export function assignLocals(func: Func, graph: FlowGraph, uses: Uses, params: readonly WasmType[]): Locals {
  const webs = new Webs(func, graph, uses);
  webs.coalesce(graph, uses);
  return colour(func, graph, params, webs);
}

/** Values that share a local: a forest over value ids, whose roots hold the ranges. */
class Webs {
  readonly values: (Value | undefined)[] = [];
  readonly ranges: RangesById;
  /** Index of the parameter that is in the web of a root; -1: none. */
  readonly param: Int32Array;
  readonly #parent: Int32Array;

  constructor(func: Func, graph: FlowGraph, uses: Uses) {
    this.ranges = computeRanges(func, graph, uses);
    this.param = new Int32Array(func.valueBound).fill(-1);
    this.#parent = Int32Array.from({ length: func.valueBound }, (_, id) => id);
    for (const node of graph.nodes) {
      for (const value of node.block?.values ?? []) {
        if (this.ranges[value.id] === undefined) continue;
        this.values[value.id] = value;
        if (value.op === "param") this.param[value.id] = value.imm as number;
      }
    }
  }

  root(id: number): number {
    const parent = this.#parent;
    let at = id;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  }

  coalesce(graph: FlowGraph, uses: Uses): void {
    // Phi and arg in turn, by loop depth.
    const copies: Value[][] = [];
    for (const node of graph.nodes) {
      const depth = node.loop?.depth ?? 0;
      for (const edge of node.succs) {
        for (let i = 0; i < edge.phis.length; i++) {
          const phi = edge.phis[i]!;
          const arg = uses.resolve(edge.args[i]!);
          if (arg !== phi && this.ranges[arg.id] !== undefined) (copies[depth] ??= []).push(phi, arg);
        }
      }
    }
    for (let depth = copies.length - 1; depth >= 0; depth--) {
      const list = copies[depth] ?? [];
      for (let i = 0; i < list.length; i += 2) {
        const [phi, arg] = [list[i]!, list[i + 1]!];
        if (wasmType(phi.type) === wasmType(arg.type)) this.#join(this.root(phi.id), this.root(arg.id));
      }
    }
  }

  #join(a: number, b: number): void {
    if (a === b || (this.param[a]! >= 0 && this.param[b]! >= 0)) return;
    const [left, right] = [this.ranges[a]!, this.ranges[b]!];
    if (intersects(left, right)) return;
    this.#parent[b] = a;
    this.ranges[a] = union(left, right);
    this.param[a] = Math.max(this.param[a]!, this.param[b]!);
  }
}

/** Ids are below this if they share a number with a position. */
const idLimit = 2 ** 24;

function colour(func: Func, graph: FlowGraph, params: readonly WasmType[], webs: Webs): Locals {
  const of = new Int32Array(func.valueBound).fill(-1);
  // Per type, for each local where it is free again: first the parameters, then those that are declared.
  const free: Record<WasmType, number[]> = { i32: [], i64: [], f32: [], f64: [] };
  const paramSlots: Record<WasmType, number[]> = { i32: [], i64: [], f32: [], f64: [] };
  params.forEach((type, i) => {
    free[type].push(0);
    paramSlots[type].push(i);
  });
  const keys: number[] = [];
  webs.values.forEach((value, id) => {
    if (value === undefined || webs.root(id) !== id) return;
    const ranges = webs.ranges[id]!;
    const param = webs.param[id]!;
    if (param < 0) {
      keys.push(ranges[0]! * idLimit + id);
      return;
    }
    const type = params[param]!;
    const slot = paramSlots[type].indexOf(param);
    free[type][slot] = Math.max(free[type][slot]!, ranges[ranges.length - 1]!);
    of[id] = param;
  });
  const sorted = Float64Array.from(keys).sort();
  const slots = new Int32Array(func.valueBound);
  for (const key of sorted) {
    const id = key % idLimit;
    const ranges = webs.ranges[id]!;
    const list = free[wasmType(webs.values[id]!.type)];
    const start = ranges[0]!;
    let slot = 0;
    while (slot < list.length && list[slot]! > start) slot++;
    list[slot] = ranges[ranges.length - 1]!;
    slots[id] = slot;
  }
  const declared: WasmType[] = [];
  const framePointer = func.frameSize > 0 ? params.length : -1;
  if (framePointer >= 0) declared.push("i32");
  const selectors: number[] = [];
  for (let i = 0; i < graph.selectors; i++) {
    selectors.push(params.length + declared.length);
    declared.push("i32");
  }
  const base: Record<WasmType, number> = { i32: 0, i64: 0, f32: 0, f64: 0 };
  for (const type of ["i32", "i64", "f32", "f64"] as const) {
    base[type] = params.length + declared.length;
    for (let i = paramSlots[type].length; i < free[type].length; i++) declared.push(type);
  }
  for (const key of sorted) {
    const id = key % idLimit;
    const type = wasmType(webs.values[id]!.type);
    const slot = slots[id]!;
    const own = paramSlots[type];
    of[id] = slot < own.length ? own[slot]! : base[type] + slot - own.length;
  }
  webs.values.forEach((value, id) => {
    if (value !== undefined) of[id] = of[webs.root(id)]!;
  });
  return { of, declared, framePointer, selectors };
}
