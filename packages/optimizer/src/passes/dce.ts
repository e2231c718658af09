import { opSpec, type Effect, type Func, type Value } from "@goes/ir";
import type { Pass } from "../pass.ts";

const droppable: Readonly<Record<Effect, boolean>> = {
  pure: true,
  reads: true,
  allocates: true,
  panics: false,
  writes: false,
  calls: false,
};

/** Removes values that nothing needs: neither an effect nor a used result (mark and sweep). */
export const dce: Pass = {
  name: "dce",
  doc: "removes values that are not used",
  level: "both",
  requires: [],
  preserves: "cfg",
  run(func: Func): boolean {
    const live = new Uint8Array(func.valueBound);
    const work: Value[] = [];
    for (const block of func.blocks) {
      for (const value of block.control) mark(value, live, work);
      for (const value of block.values) if (!droppable[opSpec(value.op).effect]) mark(value, live, work);
    }
    while (work.length > 0) for (const arg of work.pop()!.args) mark(arg, live, work);
    let changed = false;
    for (const block of func.blocks) {
      const { values } = block;
      let kept = 0;
      for (let i = 0; i < values.length; i++) {
        const value = values[i]!;
        if (live[value.id] === 1) values[kept++] = value;
      }
      if (kept === values.length) continue;
      values.length = kept;
      changed = true;
    }
    return changed;
  },
};

function mark(value: Value, live: Uint8Array, work: Value[]): void {
  if (live[value.id] === 1) return;
  live[value.id] = 1;
  work.push(value);
}
