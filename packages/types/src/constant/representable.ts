import { goesSizes, type Sizes } from "../sizes.ts";
import type { BasicKind } from "../type.ts";
import { toComplex, toFloat, toInt } from "./convert.ts";
import { makeComplex, makeFloat } from "./make.ts";
import { binary32, binary64, roundReal, type FloatFormat } from "./real.ts";
import type { ConstantValue, RealValue } from "./value.ts";

/** A value as a type holds it (rounded, for floats), or why the type cannot hold it. */
export type Representation =
  | { readonly ok: true; readonly value: ConstantValue }
  | { readonly ok: false; readonly reason: "truncated" | "overflows" | "mismatch" };

/**
 * The value that `value` becomes as a constant of type `kind` (spec, "Representability"). `mismatch`: it is no
 * constant of that sort at all, a string for an int say. Untyped kinds do not bound the value.
 */
export function representable(
  value: ConstantValue,
  kind: BasicKind,
  sizes: Sizes = goesSizes,
): Representation {
  if (value.kind === "unknown") return { ok: true, value };
  const numeric = value.kind !== "bool" && value.kind !== "string";
  switch (kind) {
    case "bool":
    case "untyped bool":
      return value.kind === "bool" ? { ok: true, value } : mismatch;
    case "string":
    case "untyped string":
      return value.kind === "string" ? { ok: true, value } : mismatch;
    case "float32":
    case "float64":
    case "untyped float": {
      const real = toFloat(value);
      if (real.kind === "unknown") return numeric ? truncated : mismatch;
      const rounded = kind === "untyped float" ? real : round(real, kind === "float32" ? binary32 : binary64);
      return rounded === undefined ? overflows : { ok: true, value: rounded };
    }
    case "complex64":
    case "complex128":
    case "untyped complex": {
      const complex = toComplex(value);
      if (complex.kind === "unknown") return mismatch;
      if (kind === "untyped complex") return { ok: true, value: complex };
      const format = kind === "complex64" ? binary32 : binary64;
      const real = round(complex.real, format);
      const imaginary = round(complex.imaginary, format);
      if (real === undefined || imaginary === undefined) return overflows;
      return { ok: true, value: makeComplex(real, imaginary) };
    }
    case "invalid":
    case "unsafe.Pointer":
    case "untyped nil":
      return mismatch;
    case "int":
    case "int16":
    case "int32":
    case "int64":
    case "int8":
    case "uint":
    case "uint16":
    case "uint32":
    case "uint64":
    case "uint8":
    case "uintptr":
    case "untyped int":
    case "untyped rune": {
      const int = toInt(value);
      if (int.kind !== "int") return numeric ? truncated : mismatch;
      if (kind === "untyped int" || kind === "untyped rune") return { ok: true, value: int };
      const bits = bitsOf(kind, sizes);
      const wrapped = kind.startsWith("u") ? BigInt.asUintN(bits, int.value) : BigInt.asIntN(bits, int.value);
      return wrapped === int.value ? { ok: true, value: int } : overflows;
    }
  }
}

const mismatch: Representation = { ok: false, reason: "mismatch" };
const truncated: Representation = { ok: false, reason: "truncated" };
const overflows: Representation = { ok: false, reason: "overflows" };

function round(value: RealValue, format: FloatFormat): RealValue | undefined {
  const rounded = makeFloat(roundReal(value, format));
  return rounded.kind === "unknown" ? undefined : rounded;
}

function bitsOf(
  kind: Exclude<
    BasicKind,
    | "bool"
    | "string"
    | "invalid"
    | "unsafe.Pointer"
    | "float32"
    | "float64"
    | "complex64"
    | "complex128"
    | `untyped ${string}`
  >,
  sizes: Sizes,
): number {
  switch (kind) {
    case "int":
    case "uint":
      return sizes.intBits;
    case "uintptr":
      return sizes.uintptrBits;
    case "int8":
    case "uint8":
      return 8;
    case "int16":
    case "uint16":
      return 16;
    case "int32":
    case "uint32":
      return 32;
    case "int64":
    case "uint64":
      return 64;
  }
}
