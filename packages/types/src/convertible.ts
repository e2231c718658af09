import { notWritten } from "./stub.ts";
import type { ConstantValue } from "./constant/value.ts";
import type { TypeEnvironment, Verdict } from "./environment.ts";
import type { TypeAndValue } from "./info.ts";
import type { Type } from "./type.ts";

/** Whether a non-constant operand converts to `target` (spec, "Conversions"), type parameters included. */
export function convertibleTo(operand: TypeAndValue, target: Type, environment: TypeEnvironment): Verdict {
  return notWritten(operand, target, environment);
}

/**
 * The constant that converting a constant operand to the constant type `target` gives, or undefined if it does not
 * convert: numbers that are representable, and integers to strings.
 */
export function convertConstant(
  operand: TypeAndValue,
  target: Type,
  environment: TypeEnvironment,
): ConstantValue | undefined {
  return notWritten(operand, target, environment);
}
