import { types, type Value } from "@goes/ir";
import {
  basicTypes,
  float32Value,
  float64Value,
  imaginaryPart,
  int64Value,
  realPart,
  toInt,
  underlying,
  type ConstantValue,
  type Type,
} from "@goes/types";
import { emitMakeInterface } from "../descriptors/interfaces.ts";
import type { FunctionBuilder } from "../function/function-builder.ts";

/** A constant as a value of the type. */
export function buildConstant(fb: FunctionBuilder, value: ConstantValue, type: Type): Value {
  const under = underlying(type);
  if (under.kind === "interface") {
    const own = defaultTypeOf(value);
    return emitMakeInterface(fb.ctx, fb, own, buildConstant(fb, value, own));
  }
  const register = fb.ir(type);
  if (register.kind === "bool") return fb.bool(value.kind === "bool" && value.value);
  if (register.kind === "string") return fb.string(value.kind === "string" ? value.value : "");
  if (register.kind === "float32") return fb.constant(register, float32Value(value));
  if (register.kind === "float64") return fb.constant(register, float64Value(value));
  if (register.kind === "complex64" || register.kind === "complex128") {
    const narrow = register.kind === "complex64";
    const part = narrow ? types.float32 : types.float64;
    const number = narrow ? float32Value : float64Value;
    return fb.emit("make.complex", register, [
      fb.constant(part, number(realPart(value))),
      fb.constant(part, number(imaginaryPart(value))),
    ]);
  }
  return fb.constant(register, integerOf(value));
}

/** The integer that a constant is; 0 for what the checker has refused. */
export function integerOf(value: ConstantValue): bigint {
  if (value.kind === "int") return value.value;
  const integer = toInt(value);
  return integer.kind === "int" ? integer.value : (int64Value(value) ?? 0n);
}

function defaultTypeOf(value: ConstantValue): Type {
  switch (value.kind) {
    case "bool":
      return basicTypes.bool;
    case "string":
      return basicTypes.string;
    case "int":
      return basicTypes.int;
    case "complex":
      return basicTypes.complex128;
    case "bigfloat":
    case "rational":
    case "unknown":
      return basicTypes.float64;
  }
}
