import { passesOf, type Stage } from "./stage.ts";

/** Stages of the pipeline, or passes of one stage, come in this order (others may come between), and why. */
export interface OrderConstraint {
  /** The stage whose passes are meant; undefined: the stages of the pipeline. */
  readonly stage: string | undefined;
  readonly order: readonly string[];
  readonly reason: string;
}

/**
 * The orders that matter. A test breaks each; those of passes have a case in `test/testdata/order.ir`, whose result another
 * order does not reach. What a pass cannot do without is in its `requires`.
 */
export const orderConstraints: readonly OrderConstraint[] = [
  {
    stage: undefined,
    order: ["early", "inline"],
    reason: "calls with known targets are direct then, and functions as small as they will be",
  },
  {
    stage: undefined,
    order: ["inline", "unroll-recursion"],
    reason: "the copy that a recursive function takes in has its own small calls inlined",
  },
  {
    stage: undefined,
    order: ["inline", "unused", "main"],
    reason:
      "functions that were only inlined are not optimised, and the others together with what they took in",
  },
  {
    stage: undefined,
    order: ["inline", "unused", "escape", "main"],
    reason:
      "what a constructor makes belongs to its caller when it is inlined; functions that nothing calls let nothing escape; slots become values",
  },
  {
    stage: undefined,
    order: ["main", "lower", "low"],
    reason: "checks, types and objects are known on the Go level only, addresses and words only after it",
  },
  {
    stage: undefined,
    order: ["low", "inline-lowered", "low-again"],
    reason: "what lowering leaves behind would make functions look large; then callers are cleaned again",
  },
  {
    stage: undefined,
    order: ["inline-lowered", "preempt", "coroutines"],
    reason:
      "which loops call nothing is known when calls are inlined; the checks in them are suspension points",
  },
  {
    stage: undefined,
    order: ["inline-lowered", "suspend-everywhere", "coroutines"],
    reason: "only calls that are left can suspend, and a function with resume paths cannot be inlined",
  },
  {
    stage: undefined,
    order: ["low-again", "clear-objects", "split-large", "coroutines"],
    reason:
      "where the address of an object goes is known while the frame is on the stack and belongs to one function",
  },
  {
    stage: undefined,
    order: ["inline-lowered", "barriers", "coroutines"],
    reason:
      "objects are seen to be new when what makes them and what fills them are in one function; frames of goroutines need no barriers",
  },
  {
    stage: undefined,
    order: ["after-coroutines", "roots", "unreached"],
    reason: "every value that is used after a call is known then; frames call what reports an overflow",
  },
  {
    stage: undefined,
    order: ["coroutines", "after-coroutines", "unreached"],
    reason: "paths out and in leave empty blocks, and functions of the runtime that only they call",
  },
  {
    stage: "early",
    order: ["rewrite-go", "mem2reg"],
    reason: "the address of an element with a constant index is an offset, so the array is taken apart",
  },
  {
    stage: "early",
    order: ["mem2reg", "dce"],
    reason: "what only computed addresses in objects is dead when those are values",
  },
  {
    stage: "early",
    order: ["dce", "simplify-cfg"],
    reason: "a diamond whose phi was dead decides nothing",
  },
  {
    stage: "main",
    order: ["mem2reg", "rewrite-go"],
    reason: "constants come out of variables and fold",
  },
  {
    stage: "main",
    order: ["load-store-forwarding", "rewrite-go"],
    reason: "a part of what was stored as a whole is that part",
  },
  {
    stage: "main",
    order: ["rewrite-go", "gvn"],
    reason: "equal computations are written alike: x - 1 is x + -1",
  },
  {
    stage: "main",
    order: ["gvn", "remove-checks"],
    reason: "facts are about values: the length in a condition must be the length in the check",
  },
  {
    stage: "main",
    order: ["licm", "simplify-cfg"],
    reason: "preheaders that stayed empty go",
  },
  {
    stage: "main",
    order: ["remove-checks", "simplify-cfg"],
    reason: "branches whose outcome is known branch on a constant",
  },
  {
    stage: "main",
    order: ["load-store-forwarding", "remove-checks", "simplify-cfg", "load-store-forwarding"],
    reason:
      "the first lets facts see through memory; where branches are gone, the second sees stores before loads that were in other blocks",
  },
  {
    stage: "main",
    order: ["remove-checks", "simplify-cfg", "rewrite-go"],
    reason: "a phi that lost an edge may be a constant",
  },
  {
    stage: "main",
    order: ["load-store-forwarding", "gvn"],
    reason: "computations on loads of the same memory are equal when the loads are one",
  },
  {
    stage: "main",
    order: ["rewrite-go", "dce"],
    reason: "rules leave operands behind that nothing uses",
  },
  {
    stage: "low",
    order: ["rewrite-wasm", "gvn"],
    reason: "equal computations are written alike",
  },
  {
    stage: "low",
    order: ["rewrite-wasm", "dce"],
    reason: "rules leave operands behind that nothing uses",
  },
  {
    stage: "low",
    order: ["licm", "simplify-cfg"],
    reason: "preheaders that stayed empty go",
  },
];

/** The constraints that a pipeline does not keep. */
export function brokenConstraints(stages: readonly Stage[]): readonly OrderConstraint[] {
  return orderConstraints.filter(({ stage, order }) => {
    const inside = stages.find(({ name }) => name === stage);
    const names =
      stage === undefined
        ? stages.map(({ name }) => name)
        : inside === undefined
          ? []
          : passesOf(inside).map(({ name }) => name);
    let next = 0;
    for (const name of names) if (name === order[next]) next++;
    return next < order.length;
  });
}
