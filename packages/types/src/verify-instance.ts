import type { TypeEnvironment } from "./environment.ts";
import { implementsInterface } from "./implements.ts";
import { constraintInterface } from "./named.ts";
import { substitute, substitutionOf } from "./substitute.ts";
import type { Type, TypeParam } from "./type.ts";

/** The first argument that does not satisfy its constraint, and why: "T does not satisfy C (missing method M)". */
export function verifyInstance(
  params: readonly TypeParam[],
  args: readonly Type[],
  environment: TypeEnvironment,
): { readonly index: number; readonly cause: string } | undefined {
  const map = substitutionOf(params, args);
  for (const [index, param] of params.entries()) {
    const arg = args[index];
    if (arg === undefined) continue;
    // A constraint that is not an interface stands for the interface that embeds it.
    constraintInterface(param);
    if (param.constraint === undefined) continue;
    const bound = substitute(param.constraint, map);
    const verdict = implementsInterface(arg, bound, "satisfy", environment);
    if (!verdict.ok) return { index, cause: verdict.cause };
  }
  return undefined;
}
