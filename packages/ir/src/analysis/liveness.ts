import type { Block } from "../block.ts";
import type { Func } from "../func.ts";
import { computeReversePostorder } from "./order.ts";

/** Bit sets of value ids by block id: bit `id & 31` of word `id >> 5`. */
export interface Liveness {
  readonly words: number;
  /** Live before the phis' block begins; args of phis are live out of the predecessor instead. */
  readonly liveIn: readonly Uint32Array[];
  readonly liveOut: readonly Uint32Array[];
}

/** Which values are live at the ends of the blocks, by backward data flow. */
export function computeLiveness(func: Func): Liveness {
  const words = (func.valueBound + 31) >> 5;
  const liveIn: Uint32Array[] = [];
  const liveOut: Uint32Array[] = [];
  for (let id = 0; id < func.blockBound; id++) {
    liveIn.push(new Uint32Array(words));
    liveOut.push(new Uint32Array(words));
  }
  const order = computeReversePostorder(func).reverse();
  const pending = new Uint8Array(func.blockBound).fill(1);
  for (let changed = true; changed;) {
    changed = false;
    for (const block of order) {
      if (pending[block.id] === 0) continue;
      pending[block.id] = 0;
      if (!flow(block, liveIn, liveOut)) continue;
      changed = true;
      for (const pred of block.preds) pending[pred.id] = 1;
    }
  }
  return { words, liveIn, liveOut };
}

/** Recomputes one block; whether its live-in set (with what its phis need) grew. */
function flow(block: Block, liveIn: readonly Uint32Array[], liveOut: readonly Uint32Array[]): boolean {
  const out = liveOut[block.id]!;
  for (const succ of block.succs) {
    const from = liveIn[succ.id]!;
    for (let i = 0; i < from.length; i++) out[i]! |= from[i]!;
    const edge = succ.preds.indexOf(block);
    for (const phi of succ.values) {
      if (phi.op !== "phi") break;
      const arg = phi.args[edge];
      if (arg !== undefined) out[arg.id >> 5]! |= 1 << (arg.id & 31);
    }
  }
  const live = out.slice();
  for (const value of block.control) live[value.id >> 5]! |= 1 << (value.id & 31);
  for (let i = block.values.length - 1; i >= 0; i--) {
    const value = block.values[i]!;
    live[value.id >> 5]! &= ~(1 << (value.id & 31));
    if (value.op === "phi") continue;
    for (const arg of value.args) live[arg.id >> 5]! |= 1 << (arg.id & 31);
  }
  const before = liveIn[block.id]!;
  let grew =
    before.length > 0 && block.values.some((value) => value.op === "phi") && liveInPhiPending(block, liveOut);
  for (let i = 0; i < live.length; i++) {
    if (live[i] === before[i]) continue;
    before[i] = live[i]!;
    grew = true;
  }
  return grew;
}

/** Whether some arg of a phi is not yet live out of its predecessor. */
function liveInPhiPending(block: Block, liveOut: readonly Uint32Array[]): boolean {
  for (const phi of block.values) {
    if (phi.op !== "phi") break;
    for (let i = 0; i < phi.args.length; i++) {
      const { id } = phi.args[i]!;
      const pred = block.preds[i];
      if (pred !== undefined && (liveOut[pred.id]![id >> 5]! & (1 << (id & 31))) === 0) return true;
    }
  }
  return false;
}

/** Whether bit `id` of the set is there. */
export function hasBit(set: Uint32Array, id: number): boolean {
  return (set[id >> 5]! & (1 << (id & 31))) !== 0;
}
