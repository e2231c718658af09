import { closureLayout, DataBuilder, Func, types, type Module, runtimeSymbol } from "@goes/ir";
import type { ModulePass } from "../pass.ts";
import { computeMaySuspend, type MaySuspend } from "./may-suspend.ts";
import { resultsSymbol } from "./frame.ts";
import { resultOffset } from "./storage.ts";
import { makeThunk, resumeSymbols, transformFunction } from "./transform.ts";

/**
 * Lets goroutines wait without a stack of their own: finds the functions that can suspend, and gives them paths out
 * and in again (see {@link transformFunction}). Other functions stay as they are.
 */
export const coroutines: ModulePass = {
  name: "coroutines",
  doc: "lets functions that can suspend save their state and continue later",
  level: "wasm",
  requires: ["lower"],
  run(module: Module): readonly Func[] {
    const maySuspend = computeMaySuspend(module);
    if (maySuspend === undefined) return [];
    const panicsUnwind = module.funcs.has(runtimeSymbol("landHere"));
    const suspending = [...module.funcs.values()].filter(
      (func) => func.blocks.length > 0 && maySuspend.causes.has(func.name),
    );
    let mostResults = 0;
    letDeferredWait(module, maySuspend);
    for (const func of suspending) {
      mostResults = Math.max(mostResults, func.results.length);
      transformFunction(func, { maySuspend, panicsUnwind });
      func.suspendCause = maySuspend.causes.get(func.name);
      const thunk = makeThunk(func, (name) => new Func(name, [types.ptr], []));
      module.funcs.set(thunk.name, thunk);
      addDescriptor(module, func.name);
    }
    addResults(module, mostResults);
    return suspending;
  },
};

/** Where a deferred call can suspend, its frame runs all of them with the function of the runtime that can wait. */
function letDeferredWait(module: Module, maySuspend: MaySuspend): void {
  const owners = new Set<string>();
  for (const func of module.funcs.values())
    if (func.role?.kind === "deferred" && maySuspend.causes.has(func.name)) owners.add(func.role.owner);
  if (owners.size === 0) return;
  for (const func of module.funcs.values()) {
    if (!owners.has(func.defersFor ?? func.name)) continue;
    for (const block of func.blocks) {
      for (const value of block.values) {
        if (value.op !== "call") continue;
        if (value.sym === runtimeSymbol("deferCall")) value.sym = runtimeSymbol("deferCallWaiting");
        else if (value.sym === runtimeSymbol("deferReturn")) value.sym = runtimeSymbol("deferReturnWaiting");
      }
    }
  }
}

/** A closure object of the function that enters `name` again: its frames refer to it. */
function addDescriptor(module: Module, name: string): void {
  const { descriptor, thunk } = resumeSymbols(name);
  const data = new DataBuilder(module, 0);
  data.table(closureLayout.offset.code, thunk);
  data.define(descriptor, { size: closureLayout.size, align: 4, kind: "constant" });
}

/** Where results wait. */
function addResults(module: Module, count: number): void {
  const size = Math.max(resultOffset(count), 8);
  // Any of them may be a pointer.
  const pointers = Array.from({ length: size / 4 }, (_, i) => i * 4);
  new DataBuilder(module, 0).define(resultsSymbol, { size, align: 8, pointers, kind: "variable" });
}
