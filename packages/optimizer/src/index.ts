// Passes over the IR, and the pipeline that runs them.
export { Analyses } from "./analyses.ts";
export { barriers } from "./collector/barriers.ts";
export { clearObjects } from "./collector/clear-objects.ts";
export { roots } from "./collector/roots.ts";
export { computeMaySuspend, type MaySuspend } from "./coroutines/may-suspend.ts";
export { coroutines } from "./coroutines/coroutines.ts";
export { preempt } from "./coroutines/preempt.ts";
export { suspendEverywhere } from "./coroutines/suspend-everywhere.ts";
export { explainEscapes, type EscapeNote } from "./escape/explain.ts";
export { escape } from "./escape/escape.ts";
export { lower } from "./lower/lower.ts";
export { deadFunctions } from "./module-passes/dead-functions.ts";
export { inline } from "./module-passes/inline.ts";
export { splitLarge } from "./module-passes/split-large.ts";
export { unrollRecursion } from "./module-passes/unroll-recursion.ts";
export { simplifyCfg } from "./passes/simplify-cfg.ts";
export { removeChecks } from "./passes/remove-checks.ts";
export { dce } from "./passes/dce.ts";
export { loadStoreForwarding } from "./passes/load-store-forwarding.ts";
export { gvn } from "./passes/gvn.ts";
export { licm } from "./passes/licm.ts";
export { mem2reg } from "./passes/mem2reg.ts";
export { rewriteWasm } from "./passes/rewrite-wasm.ts";
export { rewriteGo } from "./passes/rewrite-go.ts";
export { recordCalls } from "./traces/record-calls.ts";
export { optimize, type DumpHook, type OptimizeOptions } from "./optimize.ts";
export type {
  CallLocation,
  LocateCall,
  ModuleOptions,
  ModulePass,
  Pass,
  PassContext,
  PassInfo,
} from "./pass.ts";
export { brokenConstraints, orderConstraints, type OrderConstraint } from "./pipeline/order-constraints.ts";
export { lastPartOf, pipeline, pipelineUpTo, type PipelinePart } from "./pipeline/pipeline.ts";
export {
  passesOf,
  type FunctionStage,
  type ModuleStage,
  type OptimizationLevel,
  type Stage,
  type Step,
} from "./pipeline/stage.ts";
