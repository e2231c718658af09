import { notWritten } from "./stub.ts";
import type { ConstantValue } from "./constant/value.ts";
import type { TypeEnvironment, Verdict } from "./environment.ts";
import type { TypeAndValue } from "./info.ts";
import type { Type } from "./type.ts";

/** Whether the operand can be assigned to a variable of type `target` (spec, "Assignability"). */
export function assignableTo(operand: TypeAndValue, target: Type, environment: TypeEnvironment): Verdict {
  return notWritten(operand, target, environment);
}

/** What an untyped operand becomes in a context. */
export type ImplicitConversion =
  | { readonly ok: true; readonly type: Type; readonly value: ConstantValue | undefined }
  | { readonly ok: false; readonly reason: "mismatch" | "truncated" | "overflows" };

/**
 * The type and value of an untyped operand where `target` is expected (which may be untyped itself). Typed operands
 * keep theirs. For an interface, the default type of the operand.
 */
export function implicitConversion(
  operand: TypeAndValue,
  target: Type,
  environment: TypeEnvironment,
): ImplicitConversion {
  return notWritten(operand, target, environment);
}
