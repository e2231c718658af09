import { runtimeName, runtimeNeedsOf, type Func, type Module } from "@goes/ir";
import { InternalError } from "@goes/source";
import { ProgramContext, type ProgramInput } from "./context.ts";
import { bindConditionalFuncs, reachConditionalFuncs } from "../linking/conditional-linking.ts";
import { finishData } from "./finish.ts";
import { finishInitialization, startInitialization } from "../globals/package-init.ts";
import { reportMissingSymbols } from "../linking/linkname.ts";
import { useExports } from "./exports.ts";
import { builders } from "./builders.ts";
import { reachScheduler } from "./scheduling.ts";

/**
 * Builds the Go-level SSA of a whole program: everything that is reachable from the runtime's `_start`, the
 * package initialisers and exported functions. What cannot be compiled is reported, and the module then incomplete.
 */
export function buildProgram(input: ProgramInput): Module {
  const context = new ProgramContext(input, builders);
  const main = input.packages.get(input.main)?.pkg.scope.lookup("main");
  if (main?.kind !== "func") throw new InternalError("ssa", "package main has no function main");
  const isLibrary = input.buildMode === "c-shared";
  context.module.start = context.runtimeFunc(isLibrary ? "_initialize" : "_start");
  if (!isLibrary) context.useFunc(main);
  useExports(context);
  startInitialization(context);
  const seen = new Set<Func>();
  do {
    do {
      context.drain();
      // What has been left out because of errors would be missed from here on.
      if (context.faults > 0) return context.module;
    } while (useNeeds(context, seen) || reachScheduler(context, input) || reachConditionalFuncs(context));
  } while (finishData(context) || reachConditionalFuncs(context));
  bindConditionalFuncs(context);
  reportMissingSymbols(context);
  context.module.exportTable = context.module.funcs.has(runtimeName("placeOf"));
  finishInitialization(context);
  return context.module;
}

/** Requests the runtime functions that lowering will call in functions not seen before; returns whether there were any. */
function useNeeds(context: ProgramContext, seen: Set<Func>): boolean {
  const before = seen.size;
  for (const func of [...context.module.funcs.values()]) {
    if (seen.has(func)) continue;
    seen.add(func);
    for (const block of func.blocks) {
      for (const value of block.values) {
        for (const name of runtimeNeedsOf(value)) context.runtimeFunc(name);
      }
    }
  }
  return seen.size > before;
}
