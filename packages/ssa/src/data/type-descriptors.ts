import type * as types from "@goes/types";
import type { DataContext } from "./data-context.ts";
import { notWritten } from "./ir-types.ts";

/** The symbol of the descriptor of a type. */
export function typeDescriptor(ctx: DataContext, type: types.Type): string {
  return notWritten(ctx, type);
}
