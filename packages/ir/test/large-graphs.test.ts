import { expect, test } from "vitest";
import { dominatorsOfReducible, listEdges } from "@goes/ir";

/** Immediate dominators by definition: the closest node without which the node cannot be reached. */
function byDefinition(count: number, preds: readonly (readonly number[])[]): number[] {
  const reachable = (without: number): Set<number> => {
    const seen = new Set<number>(without === 0 ? [] : [0]);
    for (let changed = true; changed;) {
      changed = false;
      for (let node = 1; node < count; node++) {
        if (seen.has(node) || node === without || !preds[node]!.some((pred) => seen.has(pred))) continue;
        seen.add(node);
        changed = true;
      }
    }
    return seen;
  };
  const without = Array.from({ length: count }, (_, node) => reachable(node));
  const dominates = (a: number, b: number): boolean => a === b || !without[a]!.has(b);
  return Array.from({ length: count }, (_, node) => {
    const all = Array.from({ length: count }, (__, a) => a).filter((a) => a !== node && dominates(a, node));
    return all.find((a) => all.every((other) => dominates(other, a))) ?? 0;
  });
}

function compute(preds: readonly (readonly number[])[]): number[] | undefined {
  const edges = listEdges(preds.length, (index, add) => preds[index]!.forEach(add));
  const found = dominatorsOfReducible(edges);
  return found === undefined ? undefined : [...found];
}

test("dominators of random graphs are those of the definition, unless a graph is irreducible", () => {
  let state = 7;
  const random = (bound: number): number => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * bound);
  };
  let reducible = 0;
  for (let round = 0; round < 400; round++) {
    const count = 3 + random(25);
    // Every node but the entry has an edge from an earlier one, as in reverse postorder.
    const preds = Array.from({ length: count }, (_, node) => {
      if (node === 0) return [];
      const list = [random(node)];
      for (let more = random(3); more > 0; more--) list.push(random(random(4) === 0 ? count : node));
      return list;
    });
    const found = compute(preds);
    if (found === undefined) continue;
    reducible++;
    expect(found).toEqual(byDefinition(count, preds));
  }
  expect(reducible).toBeGreaterThan(100);
});

test("a loop with two entries is irreducible", () => {
  expect(compute([[], [0, 2], [0, 1]])).toBeUndefined();
  expect(compute([[], [0], [1, 3], [1, 2]])).toBeUndefined();
});

test("a long chain whose links all lead to its end", () => {
  const count = 100_000;
  const preds = Array.from({ length: count }, (_, node) => (node === 0 ? [] : [node - 1]));
  preds[count - 1] = Array.from({ length: count - 1 }, (_, node) => node);
  expect(compute(preds)![count - 1]).toBe(0);
});
