import { splitBlockAt, type Block, type Func, type Value } from "@goes/ir";
import type { MaySuspend } from "./may-suspend.ts";

/** A call at which a function may be suspended. */
export interface SuspensionPoint {
  /** From 1, as frames hold it. */
  readonly state: number;
  readonly call: Value;
  /** The results that are used: the call itself, or what is extracted from it; by number of the result. */
  readonly results: readonly (readonly [index: number, value: Value])[];
  /** Ends with the call and its extracts. */
  readonly before: Block;
  /** What follows: one predecessor, no phis. */
  readonly after: Block;
}

/** Splits the blocks after every suspension point. */
export function isolatePoints(func: Func, maySuspend: MaySuspend): SuspensionPoint[] {
  const points: SuspensionPoint[] = [];
  const extractsOf = collectExtracts(func);
  for (const block of [...func.blocks]) {
    let before = block;
    for (let at = 0; at < before.values.length; at++) {
      const call = before.values[at]!;
      if (!maySuspend.isPoint(func, call)) continue;
      const extracts = extractsOf.get(call) ?? [];
      gatherExtracts(call, extracts);
      const after = splitBlockAt(func, before, before.values.indexOf(call) + extracts.length + 1);
      const single = call.type.kind === "void" || call.type.kind === "tuple" ? [] : [[0, call] as const];
      const results = [...single, ...extracts.map((value) => [value.imm as number, value] as const)];
      points.push({ state: points.length + 1, call, results, before, after });
      before = after;
      at = -1;
    }
  }
  return points;
}

/** The extracts of each call. */
function collectExtracts(func: Func): ReadonlyMap<Value, readonly Value[]> {
  const extracts = new Map<Value, Value[]>();
  for (const block of func.blocks) {
    for (const value of block.values) {
      if (value.op !== "extract") continue;
      const list = extracts.get(value.args[0]!);
      if (list === undefined) extracts.set(value.args[0]!, [value]);
      else list.push(value);
    }
  }
  return extracts;
}

/** Moves the extracts of a call right after it. */
function gatherExtracts(call: Value, extracts: readonly Value[]): void {
  for (const value of extracts) {
    value.block.values.splice(value.block.values.indexOf(value), 1);
    value.block = call.block;
  }
  call.block.values.splice(call.block.values.indexOf(call) + 1, 0, ...extracts);
}
