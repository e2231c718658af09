import * as ir from "@goes/ir";
import type { Emitter } from "./emitter.ts";
import type { DataContext } from "../program/data-context.ts";

/** Emits a call of a function of package runtime, which becomes reachable: its result, of type void if it has none. */
export function callRuntime(
  ctx: DataContext,
  to: Emitter,
  name: ir.RuntimeFunctionName,
  args: readonly ir.Value[] = [],
): ir.Value {
  const { results } = ir.runtimeFunction(name);
  return to.emit("call", ir.resultType(results), args, { sym: ctx.runtimeFunc(name) });
}
