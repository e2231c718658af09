import type * as types from "@goes/types";
import type { DataContext } from "./data-context.ts";
import { notWritten } from "./ir-types.ts";

/** The functions of package runtime for one map type, by what they do; each is made reachable when it is asked for. */
export type MapOperation = "make" | "find" | "assign" | "delete" | "clear" | "iterInit" | "iterNext";

/** The symbol of a map function, for `map.find`, `map.assign`, `map.delete` and calls. */
export function mapSymbol(ctx: DataContext, type: types.MapType, operation: MapOperation): string {
  return notWritten(ctx, type, operation);
}

/** The instance `runtime.hiter[K,V]`: what a slot for an iterator holds; `key` and `value` are its first fields. */
export function mapIteratorType(ctx: DataContext, type: types.MapType): types.Type {
  return notWritten(ctx, type);
}
