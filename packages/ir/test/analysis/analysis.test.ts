import { expect, test } from "vitest";
import {
  computeDominators,
  computeLiveness,
  computeLoops,
  computeReversePostorder,
  dominates,
  hasBit,
  parseFunc,
} from "@goes/ir";

// Two nested loops: b1 outer header, b2 inner header, b3 inner body, b4 outer latch, b5 exit; b6 unreachable.
const nested = parseFunc(`func @f(int64) int64 {
b0:
  v0 = param int64 0
  v1 = const int64 0
  v2 = const int64 1
  jump b1
b1:
  v3 = phi int64 b0:v1 b4:v8
  v4 = lt bool v3, v0
  if v4 b2 b5
b2:
  v5 = phi int64 b1:v1 b3:v7
  v6 = lt bool v5, v3
  if v6 b3 b4
b3:
  v7 = add int64 v5, v2
  jump b2
b4:
  v8 = add int64 v3, v2
  jump b1
b5:
  return v3
b6:
  unreachable
}
`);

test("reverse postorder: the entry first, unreachable blocks absent", () => {
  expect(computeReversePostorder(nested).map((block) => block.id)).toEqual([0, 1, 2, 3, 4, 5]);
});

test("dominators", () => {
  const dominators = computeDominators(nested);
  expect(nested.blocks.map((block) => dominators.idom[block.id]?.id)).toEqual([
    undefined,
    0,
    1,
    2,
    2,
    1,
    undefined,
  ]);
  const [b0, b1, b2, b3, b4, b5, b6] = nested.blocks;
  expect(dominates(dominators, b2!, b4!)).toBe(true);
  expect(dominates(dominators, b3!, b4!)).toBe(false);
  expect(dominates(dominators, b0!, b5!)).toBe(true);
  expect(dominates(dominators, b1!, b1!)).toBe(true);
  expect(dominates(dominators, b0!, b6!)).toBe(false);
});

test("loops nest", () => {
  const nest = computeLoops(nested, computeDominators(nested));
  expect(
    nest.loops.map((loop) => [loop.header.id, loop.depth, loop.blocks.map((block) => block.id).sort()]),
  ).toEqual([
    [1, 1, [1, 2, 3, 4]],
    [2, 2, [2, 3]],
  ]);
  expect(nest.innermost.map((loop) => loop?.header.id)).toEqual([
    undefined,
    1,
    2,
    2,
    1,
    undefined,
    undefined,
  ]);
});

test("liveness: around loops, and phi args at the predecessor's end", () => {
  const { liveIn, liveOut } = computeLiveness(nested);
  const list = (set: Uint32Array): number[] => [0, 1, 2, 3, 4, 5, 6, 7, 8].filter((id) => hasBit(set, id));
  expect(list(liveIn[0]!)).toEqual([]);
  expect(list(liveOut[0]!)).toEqual([0, 1, 2]);
  expect(list(liveOut[1]!)).toEqual([0, 1, 2, 3]);
  expect(list(liveIn[3]!)).toEqual([0, 1, 2, 3, 5]);
  expect(list(liveOut[3]!)).toEqual([0, 1, 2, 3, 7]);
  expect(list(liveOut[4]!)).toEqual([0, 1, 2, 8]);
  expect(list(liveIn[5]!)).toEqual([3]);
});
