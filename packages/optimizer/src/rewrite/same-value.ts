import type { Value } from "@goes/ir";

/** The rule of `copy` on both levels: it is its arg. */
export function copy(value: Value): Value | undefined {
  return value.args[0];
}

/** The rule of `phi` on both levels: of one value, besides itself, it is that value. */
export function phi(value: Value): Value | undefined {
  let only: Value | undefined;
  for (const arg of value.args) {
    if (arg === value || arg === only) continue;
    if (only !== undefined) return undefined;
    only = arg;
  }
  return only;
}
