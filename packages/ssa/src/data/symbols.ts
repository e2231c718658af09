import type * as types from "@goes/types";
import type { DataContext } from "./data-context.ts";
import { notWritten } from "./ir-types.ts";

/** Canonical text of a type, with full package paths: equal iff the types are identical. */
export function typeKey(ctx: DataContext, type: types.Type): string {
  return notWritten(ctx, type);
}

/** A type as `reflect.Type.String` prints it. */
export function reflectString(ctx: DataContext, type: types.Type): string {
  return notWritten(ctx, type);
}

/** The symbol of a function or declared method; `typeArgs` as for `DataContext.useFunc`. */
export function funcSymbol(ctx: DataContext, func: types.Func, typeArgs: readonly types.Type[]): string {
  return notWritten(ctx, func, typeArgs);
}

/** The symbol of the number `index` (from 1) function literal of `outer`; nested literals count on: `f.func1.2`. */
export function closureSymbol(outer: string, index: number): string {
  return /\.func\d+(\.\d+)*$/.test(outer) ? `${outer}.${index}` : `${outer}.func${index}`;
}

/** The symbol of a package-level variable. */
export function globalSymbol(variable: types.Var): string {
  return `${variable.pkg?.path ?? ""}.${variable.name}`;
}
