import { escape } from "../escape/escape.ts";
import { deadFunctions } from "../module-passes/dead-functions.ts";
import { inline } from "../module-passes/inline.ts";
import { unrollRecursion } from "../module-passes/unroll-recursion.ts";
import { simplifyCfg } from "../passes/simplify-cfg.ts";
import { removeChecks } from "../passes/remove-checks.ts";
import { dce } from "../passes/dce.ts";
import { loadStoreForwarding } from "../passes/load-store-forwarding.ts";
import { gvn } from "../passes/gvn.ts";
import { licm } from "../passes/licm.ts";
import { mem2reg } from "../passes/mem2reg.ts";
import { rewriteGo } from "../passes/rewrite-go.ts";
import type { Stage } from "./stage.ts";

/** The first part of the pipeline: from what the builder made to what is lowered. */
export const goLevel: readonly Stage[] = [
  // What the builder left: cheap clean-up, so that the inliner sees true sizes.
  {
    name: "early",
    funcs: "all",
    steps: [
      { from: 1, pass: simplifyCfg },
      { from: 1, pass: rewriteGo },
      { from: 1, pass: mem2reg },
      { from: 1, pass: dce },
      { from: 1, pass: simplifyCfg },
    ],
  },
  { name: "inline", from: 1, module: inline },
  { name: "unroll-recursion", from: 2, module: unrollRecursion },
  { name: "unused", from: 1, module: deadFunctions },
  { name: "escape", from: 1, module: escape },
  {
    name: "main",
    funcs: "all",
    steps: [
      { from: 1, pass: simplifyCfg },
      { from: 1, pass: rewriteGo },
      { from: 1, pass: mem2reg },
      { from: 2, pass: loadStoreForwarding },
      { from: 1, pass: rewriteGo },
      { from: 1, pass: gvn },
      { from: 2, pass: licm },
      { from: 2, pass: removeChecks },
      { from: 2, pass: simplifyCfg },
      { from: 2, pass: rewriteGo },
      { from: 2, pass: loadStoreForwarding },
      { from: 2, pass: gvn },
      { from: 1, pass: dce },
      { from: 1, pass: simplifyCfg },
    ],
  },
];
