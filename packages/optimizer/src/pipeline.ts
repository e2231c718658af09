import type { ModulePass, Pass } from "./pass.ts";
import { barriers } from "./collector/barriers.ts";
import { roots } from "./collector/roots.ts";
import { coroutines } from "./coroutines/coroutines.ts";
import { preempt } from "./coroutines/preempt.ts";
import { suspendEverywhere } from "./coroutines/suspend-everywhere.ts";
import { deadFunctions } from "./module-passes/dead-functions.ts";
import { lower } from "./lower/lower.ts";
import { inline } from "./module-passes/inline.ts";
import { unrollRecursion } from "./module-passes/unroll-recursion.ts";
import { cfg } from "./passes/cfg.ts";
import { checks } from "./passes/checks.ts";
import { dce } from "./passes/dce.ts";
import { forward } from "./passes/forward.ts";
import { gvn } from "./passes/gvn.ts";
import { licm } from "./passes/licm.ts";
import { mem2reg } from "./passes/mem2reg.ts";
import { peephole } from "./passes/peephole.ts";
import { simplify } from "./passes/simplify.ts";

/** How much is done: 0 only what the emitter needs, 1 what is quick, 2 everything. */
export type OptimizationLevel = 0 | 1 | 2;

/** A pass in the pipeline, and the lowest level at which it runs. */
export interface Step {
  readonly from: OptimizationLevel;
  readonly pass: Pass;
}

/**
 * A stretch of the pipeline: function passes that run one after the other on one function after the other, or one
 * pass over the whole program.
 */
export type Stage =
  | {
      readonly name: string;
      /** `changed`: only functions that a module pass changed since the last stage. */
      readonly funcs: "all" | "changed";
      readonly steps: readonly Step[];
    }
  | {
      readonly name: string;
      readonly from: OptimizationLevel;
      /** Runs only where the caller asks for it. */
      readonly option?: "preempt" | "suspendEverywhere";
      readonly module: ModulePass;
    };

/** The order in which a program is optimised. */
export const pipeline: readonly Stage[] = [
  // What the builder left: cheap clean-up, so that the inliner sees true sizes.
  {
    name: "early",
    funcs: "all",
    steps: [
      { from: 1, pass: cfg },
      { from: 1, pass: simplify },
      { from: 1, pass: mem2reg },
      { from: 1, pass: dce },
      { from: 1, pass: cfg },
    ],
  },
  { name: "inline", from: 1, module: inline },
  { name: "unroll-recursion", from: 2, module: unrollRecursion },
  { name: "unused", from: 1, module: deadFunctions },
  {
    name: "main",
    funcs: "all",
    steps: [
      { from: 1, pass: cfg },
      { from: 1, pass: simplify },
      { from: 1, pass: mem2reg },
      { from: 2, pass: forward },
      { from: 1, pass: simplify },
      { from: 1, pass: gvn },
      { from: 2, pass: licm },
      { from: 2, pass: checks },
      { from: 2, pass: cfg },
      { from: 2, pass: simplify },
      { from: 2, pass: forward },
      { from: 2, pass: gvn },
      { from: 1, pass: dce },
      { from: 1, pass: cfg },
    ],
  },
  { name: "lower", funcs: "all", steps: [{ from: 0, pass: lower }] },
  {
    name: "low",
    funcs: "all",
    steps: [
      { from: 1, pass: cfg },
      { from: 1, pass: peephole },
      { from: 1, pass: gvn },
      { from: 2, pass: licm },
      { from: 1, pass: dce },
      { from: 1, pass: cfg },
    ],
  },
  { name: "inline-lowered", from: 2, module: inline },
  {
    name: "low-again",
    funcs: "changed",
    steps: [
      { from: 2, pass: cfg },
      { from: 2, pass: peephole },
      { from: 2, pass: gvn },
      { from: 2, pass: dce },
      { from: 2, pass: cfg },
    ],
  },
  { name: "preempt", from: 0, option: "preempt", module: preempt },
  { name: "suspend-everywhere", from: 0, option: "suspendEverywhere", module: suspendEverywhere },
  { name: "barriers", from: 0, module: barriers },
  { name: "coroutines", from: 0, module: coroutines },
  {
    name: "after-coroutines",
    funcs: "changed",
    steps: [
      { from: 1, pass: cfg },
      { from: 1, pass: peephole },
      { from: 1, pass: gvn },
      { from: 1, pass: dce },
      { from: 1, pass: cfg },
    ],
  },
  { name: "roots", from: 0, module: roots },
  { name: "unreached", from: 0, module: deadFunctions },
];

/** One pass must have run before another, and why. */
export interface OrderConstraint {
  readonly before: string;
  readonly after: string;
  readonly reason: string;
}

/** Checked by a test; `requires` of the passes is checked with it. */
export const orderConstraints: readonly OrderConstraint[] = [
  {
    before: "simplify",
    after: "inline",
    reason: "calls with known targets are direct then, and costs are true",
  },
];
