import type * as types from "@goes/types";
import type { DataContext } from "./data-context.ts";
import { notWritten } from "./ir-types.ts";

/** Values of the type (no interface) can be in interfaces: methods called through interfaces become reachable. */
export function noteConversion(ctx: DataContext, type: types.Type): void {
  return notWritten(ctx, type);
}

/** A method is called through an interface: gives the selector for `call.iface`. `method` has no type parameters. */
export function noteInterfaceCall(ctx: DataContext, method: types.Func): string {
  return notWritten(ctx, method);
}

/** A type assertion (or case of a type switch) to an interface type: gives the symbol of its descriptor. */
export function noteAssertTo(ctx: DataContext, type: types.Type): string {
  return notWritten(ctx, type);
}
