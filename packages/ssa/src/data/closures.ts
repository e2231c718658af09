import type * as ir from "@goes/ir";
import type * as types from "@goes/types";
import type { DataContext, Emitter } from "./data-context.ts";
import { notWritten } from "./ir-types.ts";

/** The data symbol of the constant closure object of a function that takes a closure parameter but captures nothing. */
export function constantClosure(ctx: DataContext, code: string): string {
  return notWritten(ctx, code);
}

/** A plain function (or its instance) as a function value: the data symbol of its closure object. */
export function functionValue(ctx: DataContext, func: types.Func, typeArgs: readonly types.Type[]): string {
  return notWritten(ctx, func, typeArgs);
}

/**
 * `T.M` as a function value: the data symbol of its closure object. Promoted methods, pointer types, interfaces and
 * instances included; `receiver` is T.
 */
export function methodExpression(
  ctx: DataContext,
  receiver: types.Type,
  selection: { readonly obj: types.Func; readonly index: readonly number[] },
): string {
  return notWritten(ctx, receiver, selection);
}

/**
 * The symbol of a function `(hidden pointers, receiver, parameters)` that calls the method that `index` leads to
 * from `receiver`, through embedded fields: the method itself where nothing is between. Not for interfaces.
 */
export function methodFunction(
  ctx: DataContext,
  receiver: types.Type,
  selection: { readonly obj: types.Func; readonly index: readonly number[] },
): string {
  return notWritten(ctx, receiver, selection);
}

/**
 * A method value `x.M`: a new closure object that holds `value`. `receiver` is the type of `value`: the receiver type of
 * the method, or an interface (checked for nil by the caller).
 */
export function emitMethodValue(
  ctx: DataContext,
  to: Emitter,
  receiver: types.Type,
  method: types.Func,
  value: ir.Value,
): ir.Value {
  return notWritten(ctx, to, receiver, method, value);
}
