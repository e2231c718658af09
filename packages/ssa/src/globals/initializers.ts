import type { Initializer } from "@goes/types";
import { globalSymbol } from "../names/symbols.ts";
import { symbolPath } from "../names/type-text.ts";
import type { DataContext } from "../program/data-context.ts";
import type { PackageInitState } from "../program/data-state.ts";
import { tryStaticInitializer } from "./static-initializers.ts";

/** An initialiser of package-level variables that has been reached. */
export interface ReachedInitializer {
  readonly state: PackageInitState;
  readonly initializer: Initializer;
  /** Its index in the order of being reached, within the package. */
  readonly number: number;
}

/** Gives the variables their values: as data if the expression allows that, else by a function. */
export function buildVariables(ctx: DataContext, { state, initializer, number }: ReachedInitializer): void {
  const { checked, dynamic } = state;
  // Initialisers of library packages are checked when they are needed.
  const { faults } = ctx;
  for (const variable of initializer.lhs) checked.checkInitializer(variable);
  if (ctx.faults > faults) return;
  if (tryStaticInitializer(ctx, checked, initializer)) return;
  const first = initializer.lhs.find(({ name }) => name !== "_");
  const name = first === undefined ? `${symbolPath(checked.pkg)}._${number}` : globalSymbol(first);
  const symbol = `${name}·init`;
  dynamic.set(initializer.rhs, symbol);
  ctx.define(symbol, () => {
    ctx.buildInitializer(symbol, checked, initializer);
  });
}
