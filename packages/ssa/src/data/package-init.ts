import type * as types from "@goes/types";
import type { DataContext } from "./data-context.ts";
import { notWritten } from "./ir-types.ts";

/** The data symbol of a package-level variable, which becomes reachable, its initialiser too. */
export function reachGlobal(ctx: DataContext, variable: types.Var): string {
  return notWritten(ctx, variable);
}

/** Before the worklist is drained: makes initialisers and `init` functions of all packages reachable as they must be. */
export function startInitialization(ctx: DataContext): void {
  return notWritten(ctx);
}

/** When the worklist is empty: writes the `pkg.init` functions and `goes.init`, which calls them in dependency order. */
export function finishInitialization(ctx: DataContext): void {
  return notWritten(ctx);
}
