import { notWritten } from "../stub.ts";
import type { LiteralKind } from "@goes/ast";
import type {
  BoolValue,
  ComplexValue,
  ConstantValue,
  IntValue,
  RealValue,
  StringValue,
  UnknownValue,
} from "./value.ts";

/** The unknown value. */
export const unknownValue: UnknownValue = { kind: "unknown" };

/** A boolean constant. */
export function makeBool(value: boolean): BoolValue {
  return { kind: "bool", value };
}

/** A string constant from a byte string. */
export function makeString(value: string): StringValue {
  return { kind: "string", value };
}

/** An integer constant; a number must be an integer. */
export function makeInt(value: bigint | number): IntValue {
  return { kind: "int", value: BigInt(value) };
}

/** The exact value of a float; unknown for infinities and NaN. */
export function makeFloat(value: number): RealValue | UnknownValue {
  return notWritten(value);
}

/** A complex constant. */
export function makeComplex(real: RealValue, imaginary: RealValue): ComplexValue {
  return { kind: "complex", real, imaginary };
}

/**
 * The value of a literal as written (underscores, prefixes and quotes included; source text, not bytes). Unknown
 * if it is malformed or its exponent is beyond all reason.
 */
export function makeFromLiteral(text: string, literal: LiteralKind): ConstantValue {
  return notWritten(text, literal);
}
