import { barriers } from "../collector/barriers.ts";
import { clearObjects } from "../collector/clear-objects.ts";
import { roots } from "../collector/roots.ts";
import { coroutines } from "../coroutines/coroutines.ts";
import { preempt } from "../coroutines/preempt.ts";
import { suspendEverywhere } from "../coroutines/suspend-everywhere.ts";
import { deadFunctions } from "../module-passes/dead-functions.ts";
import { inline } from "../module-passes/inline.ts";
import { splitLarge } from "../module-passes/split-large.ts";
import { simplifyCfg } from "../passes/simplify-cfg.ts";
import { dce } from "../passes/dce.ts";
import { gvn } from "../passes/gvn.ts";
import { licm } from "../passes/licm.ts";
import { rewriteWasm } from "../passes/rewrite-wasm.ts";
import { recordCalls } from "../traces/record-calls.ts";
import type { Stage } from "./stage.ts";

/** The last part of the pipeline: from what lowering made to what is emitted. */
export const wasmLevel: readonly Stage[] = [
  {
    name: "low",
    funcs: "all",
    steps: [
      { from: 1, pass: simplifyCfg },
      { from: 1, pass: rewriteWasm },
      { from: 1, pass: gvn },
      { from: 2, pass: licm },
      { from: 1, pass: dce },
      { from: 1, pass: simplifyCfg },
    ],
  },
  { name: "inline-lowered", from: 2, module: inline },
  {
    name: "low-again",
    funcs: "changed",
    steps: [
      { from: 2, pass: simplifyCfg },
      { from: 2, pass: rewriteWasm },
      { from: 2, pass: gvn },
      { from: 2, pass: dce },
      { from: 2, pass: simplifyCfg },
    ],
  },
  { name: "clear-objects", from: 0, module: clearObjects },
  { name: "split-large", from: 0, module: splitLarge },
  { name: "preempt", from: 0, option: "preempt", module: preempt },
  { name: "suspend-everywhere", from: 0, option: "suspendEverywhere", module: suspendEverywhere },
  { name: "barriers", from: 0, module: barriers },
  { name: "coroutines", from: 0, module: coroutines },
  {
    name: "after-coroutines",
    funcs: "changed",
    steps: [
      { from: 1, pass: simplifyCfg },
      { from: 1, pass: rewriteWasm },
      { from: 1, pass: gvn },
      { from: 1, pass: dce },
      { from: 1, pass: simplifyCfg },
    ],
  },
  { name: "roots", from: 0, module: roots },
  { name: "record-calls", from: 0, option: "locateCall", module: recordCalls },
  { name: "unreached", from: 0, module: deadFunctions },
];
