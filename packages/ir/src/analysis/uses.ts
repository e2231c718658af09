import type { Block } from "../block.ts";
import type { Func } from "../func.ts";
import type { Value } from "../value.ts";

/** How often each value is used, by id: args of values and controls of blocks. */
export function computeUseCounts(func: Func): Int32Array {
  const counts = new Int32Array(func.valueBound);
  for (const block of func.blocks) {
    for (const value of block.values) for (const arg of value.args) counts[arg.id]!++;
    for (const value of block.control) counts[value.id]!++;
  }
  return counts;
}

/** The users of each value. */
export interface Uses {
  /** By value id: the values that have it as an arg, once for each arg; undefined: none. */
  readonly users: readonly (Value[] | undefined)[];
  /** By value id: the blocks that it controls; undefined: none. */
  readonly controls: readonly (Block[] | undefined)[];
}

/** Who uses each value. */
export function computeUses(func: Func): Uses {
  const users = new Array<Value[] | undefined>(func.valueBound).fill(undefined);
  const controls = new Array<Block[] | undefined>(func.valueBound).fill(undefined);
  for (const block of func.blocks) {
    for (const value of block.values) for (const arg of value.args) (users[arg.id] ??= []).push(value);
    for (const value of block.control) (controls[value.id] ??= []).push(block);
  }
  return { users, controls };
}
