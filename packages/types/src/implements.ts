import { notWritten } from "./stub.ts";
import type { TypeEnvironment, Verdict } from "./environment.ts";
import type { Type } from "./type.ts";

/** How the question is put in the cause: "does not implement", or "does not satisfy" for type arguments. */
export type ImplementsPurpose = "implement" | "satisfy";

/** Whether `type` implements (or as a type argument satisfies) the interface `target`. */
export function implementsInterface(
  type: Type,
  target: Type,
  purpose: ImplementsPurpose,
  environment: TypeEnvironment,
): Verdict {
  return notWritten(type, target, purpose, environment);
}
