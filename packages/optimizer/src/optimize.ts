import { verifyFunc, type Func, type Module } from "@goes/ir";
import { InternalError } from "@goes/source";
import { Analyses } from "./analyses.ts";
import type { ModuleOptions, Pass, PassContext } from "./pass.ts";
import { pipelineUpTo, type PipelinePart } from "./pipeline/pipeline.ts";
import type { FunctionStage, OptimizationLevel } from "./pipeline/stage.ts";

/** Sees each function after each pass that ran on it. */
export type DumpHook = (passName: string, func: Func) => void;

/** How to optimise. */
export interface OptimizeOptions extends ModuleOptions {
  readonly level: OptimizationLevel;
  /**
   * The last part of the pipeline that runs. After `go` the program can be printed and optimised on, but not emitted;
   * after `lowering` it can be emitted if nothing in it suspends. Default: `wasm`, everything.
   */
  readonly stopAfter?: PipelinePart | undefined;
  /** Verifies each function before the first and after each pass. Default: no. */
  readonly verify?: boolean | undefined;
  /** Let loops that call nothing be interrupted for other goroutines. Default: no. */
  readonly preempt?: boolean | undefined;
  /** Suspend at every call, to test suspension. Default: no. */
  readonly suspendEverywhere?: boolean | undefined;
  readonly dump?: DumpHook | undefined;
  /** Names of passes to leave out: to find the one that is guilty of something. */
  readonly without?: ReadonlySet<string> | undefined;
  /** Milliseconds from any origin; with it, `time` hears how long each pass took in all. */
  readonly clock?: (() => number) | undefined;
  readonly time?: ((passName: string, milliseconds: number) => void) | undefined;
}

/**
 * Runs the pipeline over a program, in place: afterwards all functions are on the wasm level, unless it stopped after
 * the Go level. A function that does not verify is an {@link InternalError} that names the pass and the function.
 */
export function optimize(module: Module, options: OptimizeOptions): void {
  if (options.verify === true) for (const func of module.funcs.values()) verify("the builder", func, module);
  const times = new Map<string, number>();
  let changed: ReadonlySet<Func> = new Set();
  for (const stage of pipelineUpTo(options.stopAfter ?? "wasm")) {
    if ("module" in stage) {
      if (stage.option !== undefined && (options[stage.option] ?? false) === false) continue;
      if (options.level < stage.from || options.without?.has(stage.module.name) === true) continue;
      const started = options.clock?.() ?? 0;
      const funcs = stage.module.run(module, options);
      addTime(times, stage.module.name, started, options);
      changed = new Set([...changed, ...funcs]);
      for (const func of funcs) after(stage.module.name, func, module, options);
    } else {
      runStage(stage, stage.funcs === "all" ? module.funcs.values() : changed, module, options, times);
      changed = new Set();
    }
  }
  for (const [name, milliseconds] of times) options.time?.(name, milliseconds);
}

function runStage(
  stage: FunctionStage,
  funcs: Iterable<Func>,
  module: Module,
  options: OptimizeOptions,
  times: Map<string, number>,
): void {
  const passes = stage.steps
    .filter((step) => step.from <= options.level && options.without?.has(step.pass.name) !== true)
    .map((step) => step.pass);
  if (passes.length === 0) return;
  for (const func of funcs) {
    if (func.blocks.length === 0) continue;
    const analyses = new Analyses(func);
    const context: PassContext = { module, analyses };
    // A pass has nothing to do if no other pass has changed the function since its last run.
    let changes = 0;
    const seen = new Map<Pass, number>();
    for (const pass of passes) {
      if (pass.level !== "both" && pass.level !== func.level) continue;
      if (seen.get(pass) === changes) continue;
      const started = options.clock?.() ?? 0;
      const changed = pass.run(func, context);
      addTime(times, pass.name, started, options);
      if (changed && pass.preserves === "nothing") analyses.drop();
      if (options.verify === true) verifyAnalyses(pass.name, analyses);
      if (changed) {
        changes++;
        after(pass.name, func, module, options);
      }
      seen.set(pass, changes);
    }
  }
}

/** Also if a pass says that it changed nothing. */
function verifyAnalyses(passName: string, analyses: Analyses): void {
  const stale = analyses.stale();
  if (stale.length === 0) return;
  const { name } = analyses.func;
  throw new InternalError("optimizer", `${passName} broke ${name}: ${stale.join(", ")} are no longer true`);
}

function addTime(times: Map<string, number>, name: string, started: number, options: OptimizeOptions): void {
  if (options.clock !== undefined) times.set(name, (times.get(name) ?? 0) + options.clock() - started);
}

function after(passName: string, func: Func, module: Module, options: OptimizeOptions): void {
  options.dump?.(passName, func);
  if (options.verify === true) verify(passName, func, module);
}

function verify(passName: string, func: Func, module: Module): void {
  const messages = verifyFunc(func, module);
  if (messages.length === 0) return;
  throw new InternalError("optimizer", `${passName} broke ${func.name}:\n  ${messages.join("\n  ")}`);
}
