import type * as types from "@goes/types";
import type { DataContext } from "./data-context.ts";
import { notWritten } from "./ir-types.ts";

/** The bytes of a variable are computed now if the expression allows that; false: code must do it. */
export function tryStaticInitializer(
  ctx: DataContext,
  pkg: types.CheckedPackage,
  initializer: types.Initializer,
): boolean {
  return notWritten(ctx, pkg, initializer);
}
