/**
 * The value of a constant expression, exact as the spec requires ("Constants"). Integers and rationals are exact;
 * floats that no short rational represents are binary floats of 512 bits of mantissa.
 */
export type ConstantValue =
  BoolValue | StringValue | IntValue | RationalValue | BigFloatValue | ComplexValue | UnknownValue;

/** A boolean constant. */
export interface BoolValue {
  readonly kind: "bool";
  readonly value: boolean;
}

/** A string constant as a byte string: each character is one byte (0–255). */
export interface StringValue {
  readonly kind: "string";
  readonly value: string;
}

/** An integer constant. */
export interface IntValue {
  readonly kind: "int";
  readonly value: bigint;
}

/** `numerator / denominator` in lowest terms, denominator > 1. */
export interface RationalValue {
  readonly kind: "rational";
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** `mantissa * 2**exponent`; mantissa is odd or 0 and has at most 512 bits. */
export interface BigFloatValue {
  readonly kind: "bigfloat";
  readonly mantissa: bigint;
  readonly exponent: number;
}

/** A complex constant; the parts are int, rational or bigfloat values. */
export interface ComplexValue {
  readonly kind: "complex";
  readonly real: RealValue;
  readonly imaginary: RealValue;
}

/** The value of an expression that could not be evaluated after an error. */
export interface UnknownValue {
  readonly kind: "unknown";
}

/** Values that are numbers without an imaginary part. */
export type RealValue = IntValue | RationalValue | BigFloatValue;
