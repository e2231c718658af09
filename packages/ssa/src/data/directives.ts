import type * as ir from "@goes/ir";
import type * as types from "@goes/types";
import type { DataContext, Emitter } from "./data-context.ts";
import { notWritten } from "./ir-types.ts";

/** How a function without body is called. */
export type BodylessFunc =
  /** Through {@link emitIntrinsic}. */
  | { readonly kind: "intrinsic"; readonly op: string }
  /** Another function, or a host import. */
  | { readonly kind: "function"; readonly symbol: string }
  /** Not at all: reported. */
  | { readonly kind: "missing" };

/** What the directives of a body-less function say; undefined for functions with a body. */
export function bodylessFunc(ctx: DataContext, func: types.Func): BodylessFunc | undefined {
  return notWritten(ctx, func);
}

/** A call of an intrinsic function: its result, `void` where it has none. */
export function emitIntrinsic(
  ctx: DataContext,
  to: Emitter,
  op: string,
  signature: types.Signature,
  typeArgs: readonly types.Type[],
  args: readonly ir.Value[],
): ir.Value {
  return notWritten(ctx, to, op, signature, typeArgs, args);
}

/** What `//go:noinline`, `//go:wasmexport` and the like say of a function with body is set on its IR form. */
export function applyDirectives(ctx: DataContext, func: types.Func, target: ir.Func): void {
  return notWritten(ctx, func, target);
}
