import { computeDominators, computeLoops, dominates, inLoop, type Func, type Value } from "@goes/ir";
import type { Flow, FlowKind } from "./flow.ts";

/**
 * Which objects that a loop makes are done with when the next turn makes one, so that all can be in one slot. An object of an
 * earlier iteration is reached through a phi that the making of the object does not dominate, or from memory that is older
 * than the turn; in SSA form every other value is computed again first.
 */
export class Turns {
  readonly #func: Func;
  readonly #dominators;
  readonly #loops;
  readonly #byFrom = new Map<number, Flow[]>();
  readonly #values: (Value | undefined)[] = [];

  constructor(func: Func, flows: readonly Flow[]) {
    this.#func = func;
    this.#dominators = computeDominators(func);
    this.#loops = computeLoops(func, this.#dominators);
    for (const flow of flows) {
      const list = this.#byFrom.get(flow.from);
      if (list === undefined) this.#byFrom.set(flow.from, [flow]);
      else list.push(flow);
    }
    for (const block of func.blocks) for (const value of block.values) this.#values[value.id] = value;
  }

  /** Whether the object, made in a cycle, is used only in the iteration that made it. */
  endsWithTurn(object: Value): boolean {
    const loop = this.#loops.innermost[object.block.id];
    if (loop === undefined || !this.#reducible()) return false;
    // By value: at which distances (a bit each) the address of the object is.
    const distances = new Map<number, number>([[object.id, 1]]);
    const work = [object.id];
    for (let at = work.pop(); at !== undefined; at = work.pop()) {
      const value = this.#values[at]!;
      const distance = distances.get(at)!;
      if (value !== object) {
        if (
          value.op === "phi" &&
          (value.block === object.block || !dominates(this.#dominators, object.block, value.block))
        )
          return false;
        if (keeps(value) && (value.op === "slot" || !inLoop(this.#loops, loop, value.block))) return false;
      }
      for (const { to, kind } of this.#byFrom.get(at) ?? []) {
        const before = distances.get(to) ?? 0;
        const after = before | step(distance, kind);
        if (after === before) continue;
        distances.set(to, after);
        work.push(to);
      }
    }
    return true;
  }

  #checked: boolean | undefined;

  /** Whether every cycle has one entry. */
  #reducible(): boolean {
    return (this.#checked ??= this.#func.blocks.every(
      (block) =>
        this.#dominators.position[block.id]! < 0 ||
        block.succs.every(
          (succ) =>
            this.#dominators.position[succ.id]! > this.#dominators.position[block.id]! ||
            dominates(this.#dominators, succ, block),
        ),
    ));
  }
}

/** Whether the value is the address of an object that it made. */
function keeps({ op }: Value): boolean {
  return op === "slot" || op === "new" || op === "new.array" || op === "append.reserve";
}

/** Distances after a flow: bit 0 is the address itself, bit 1 a pointer to where it is kept, bit 2 all that is farther away. */
function step(distance: number, kind: FlowKind): number {
  switch (kind) {
    case "copy":
      return distance;
    case "load":
      return (distance >> 1) | (distance & 4);
    case "loadFar":
      return (distance & 4) === 0 ? 0 : 7;
    case "store":
      return ((distance << 1) & 7) | (distance & 4);
    case "contents":
      return distance & 6;
  }
}
