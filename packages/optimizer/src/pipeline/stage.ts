import type { ModulePass, Pass } from "../pass.ts";

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
export type Stage = FunctionStage | ModuleStage;

/** Passes that run one after the other on each function. */
export interface FunctionStage {
  readonly name: string;
  /** `changed`: only functions that a module pass changed since the last stage. */
  readonly funcs: "all" | "changed";
  readonly steps: readonly Step[];
}

/** A pass over the whole program. */
export interface ModuleStage {
  readonly name: string;
  readonly from: OptimizationLevel;
  /** Runs only if the caller asks for it. */
  readonly option?: "preempt" | "suspendEverywhere" | "locateCall";
  readonly module: ModulePass;
}

/** The passes of a stage in order. */
export function passesOf(stage: Stage): readonly (Pass | ModulePass)[] {
  return "module" in stage ? [stage.module] : stage.steps.map(({ pass }) => pass);
}
