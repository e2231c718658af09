import type { Func } from "@goes/ir";
import type { Flows, FlowKind } from "./flow.ts";
import { newLevels, raise, type Levels } from "./levels.ts";

/** Where the values of a function go, by id: the least solution of its flows. */
export function solve(func: Func, { flows, leaks }: Flows): Levels {
  const bound = func.valueBound;
  const levels = newLevels(bound);
  // By destination of a flow: the first of its flows, and the next one of each.
  const first = new Int32Array(bound).fill(-1);
  const next = new Int32Array(flows.length);
  flows.forEach(({ to }, i) => {
    next[i] = first[to]!;
    first[to] = i;
  });
  const work: number[] = [];
  for (const { from, level, bits } of leaks) {
    if (raise(levels, from, level === 0 ? bits : 0, level === 1 ? bits : 0, level === 2 ? bits : 0))
      work.push(from);
  }
  for (let to = work.pop(); to !== undefined; to = work.pop()) {
    for (let i = first[to]!; i >= 0; i = next[i]!) {
      const { from, kind } = flows[i]!;
      if (flowBack(levels, from, to, kind)) work.push(from);
    }
  }
  return levels;
}

function flowBack(levels: Levels, from: number, to: number, kind: FlowKind): boolean {
  const zero = levels.at[0][to]!;
  const one = levels.at[1][to]!;
  const two = levels.at[2][to]!;
  switch (kind) {
    case "copy":
      return raise(levels, from, zero, one, two);
    case "load":
      return raise(levels, from, 0, zero, two);
    case "loadFar":
      return raise(levels, from, 0, 0, two);
    case "store":
      // What is farther than two steps away may be two steps away.
      return raise(levels, from, one, two, two);
    case "contents":
      return raise(levels, from, 0, one, two);
  }
}
