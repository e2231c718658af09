import type * as ast from "@goes/ast";
import { basicTypes } from "../basic.ts";
import { imaginaryPart, realPart, toComplex, toFloat } from "../constant/convert.ts";
import { makeComplex } from "../constant/make.ts";
import { compare } from "../constant/operations.ts";
import type { ConstantValue } from "../constant/value.ts";
import { identical } from "../identical.ts";
import { underlying } from "../named.ts";
import { allOrdered, defaultType, isNumeric, isTypeParam, isUntyped } from "../predicates.ts";
import { type Type } from "../type.ts";
import { coreType } from "../typeset.ts";
import type { Checker } from "./checker.ts";
import { exprString, startPos } from "./expr-string.ts";
import { describe, Operand, showType } from "./operand.ts";
import { matchOperands } from "./operators.ts";
import { convertUntyped, updateType } from "./untyped.ts";

/** `complex(x, y)`. */
export function complexCall(c: Checker, e: ast.CallExpr, x: Operand, y: Operand): Operand {
  const xUntyped = isUntyped(x.type);
  const yUntyped = isUntyped(y.type);
  if (xUntyped && yUntyped) {
    if (x.mode === "constant" && y.mode === "constant") {
      const toUntypedFloat = (z: Operand): void => {
        if (isNumeric(z.type) && z.value !== undefined) {
          const imaginary = imaginaryPart(z.value);
          if (imaginary.kind === "int" && imaginary.value === 0n) z.type = basicTypes["untyped float"];
        }
      };
      toUntypedFloat(x);
      toUntypedFloat(y);
    } else {
      convertUntyped(c, x, basicTypes.float64);
      convertUntyped(c, y, basicTypes.float64);
    }
  } else if (xUntyped) convertUntyped(c, x, y.type);
  else if (yUntyped) convertUntyped(c, y, x.type);
  if (x.mode === "invalid" || y.mode === "invalid") return x.invalidate();
  if (!identical(x.type, y.type)) {
    c.error(
      "InvalidComplex",
      startPos(x.expr),
      `invalid operation: ${exprString(e)} (mismatched types ${showType(c, x.type)} and ${showType(c, y.type)})`,
    );
    return x.invalidate();
  }
  const under = isTypeParam(x.type) ? coreType(x.type) : underlying(x.type);
  let result: Type | undefined;
  if (under?.kind === "basic" && !isTypeParam(x.type)) {
    if (under.basic === "float32") result = basicTypes.complex64;
    else if (under.basic === "float64") result = basicTypes.complex128;
    else if (under.basic === "untyped float") result = basicTypes["untyped complex"];
  }
  if (result === undefined) {
    c.error(
      "InvalidComplex",
      startPos(x.expr),
      `invalid argument: arguments have type ${showType(c, x.type)}, expected floating-point`,
    );
    return x.invalidate();
  }
  if (x.mode === "constant" && y.mode === "constant" && x.value !== undefined && y.value !== undefined) {
    const real = toFloat(x.value);
    const imaginary = toFloat(y.value);
    if (real.kind !== "unknown" && imaginary.kind !== "unknown") {
      return new Operand("constant", result, e, makeComplex(real, imaginary));
    }
  }
  return new Operand("value", result, e);
}

/** `real(x)` and `imag(x)`. */
export function part(c: Checker, id: "real" | "imag", e: ast.CallExpr, x: Operand): Operand {
  if (isUntyped(x.type)) {
    if (x.mode === "constant") {
      if (isNumeric(x.type)) x.type = basicTypes["untyped complex"];
    } else convertUntyped(c, x, basicTypes.complex128);
    if ((x.mode as string) === "invalid") return x;
  }
  const under = isTypeParam(x.type) ? undefined : underlying(x.type);
  let result: Type | undefined;
  if (under?.kind === "basic") {
    if (under.basic === "complex64") result = basicTypes.float32;
    else if (under.basic === "complex128") result = basicTypes.float64;
    else if (under.basic === "untyped complex") result = basicTypes["untyped float"];
  }
  if (result === undefined) {
    c.error(
      id === "real" ? "InvalidReal" : "InvalidImag",
      startPos(x.expr),
      `invalid argument: argument has type ${showType(c, x.type)}, expected complex type`,
    );
    return x.invalidate();
  }
  if (x.mode === "constant" && x.value !== undefined) {
    const value: ConstantValue =
      id === "real" ? realPart(toComplex(x.value)) : imaginaryPart(toComplex(x.value));
    return new Operand("constant", result, e, value);
  }
  return new Operand("value", result, e);
}

/** `min(x…)` and `max(x…)`. */
export function extreme(c: Checker, id: "min" | "max", e: ast.CallExpr, args: Operand[]): Operand {
  const op = id === "max" ? ">" : "<";
  for (const arg of args) {
    if (!allOrdered(arg.type)) {
      c.error(
        "InvalidMinMaxOperand",
        startPos(arg.expr),
        `invalid argument: ${describe(c, arg)} cannot be ordered`,
      );
      return arg.invalidate();
    }
  }
  let x = args[0]!.copy();
  for (let i = 1; i < args.length; i++) {
    const y = args[i]!;
    const previous = x.type;
    const own = y.type;
    const before = c.errorCount;
    const site = {
      pos: startPos(y.expr),
      opPos: startPos(y.expr),
      text: (): string => exprString(e),
      expr: e,
    };
    if (
      isUntyped(x.type) !== isUntyped(y.type) ||
      (isUntyped(x.type) && isNumeric(x.type) && isNumeric(y.type))
    ) {
      matchOperands(c, x, y, site);
      if (x.mode === "invalid") return x;
    }
    if (c.errorCount > before) return x.invalidate();
    if (!identical(x.type, y.type)) {
      c.error(
        "MismatchedTypes",
        startPos(y.expr),
        `invalid argument: mismatched types ${showType(c, previous)} (previous argument) and ${showType(c, own)} (type of ${exprString(y.expr)})`,
      );
      return x.invalidate();
    }
    if (x.mode === "constant" && y.mode === "constant" && x.value !== undefined && y.value !== undefined) {
      if (compare(y.value, op, x.value)) x = y.copy();
    } else {
      x.mode = "value";
      x.value = undefined;
    }
  }
  if (x.mode !== "constant") {
    x.mode = "value";
    if (isUntyped(x.type)) x.type = defaultType(x.type);
  }
  // Constants of any size may be compared: they get a type only with the result.
  if (!isUntyped(x.type)) for (const arg of args) updateType(c, arg.expr, x.type);
  return new Operand(x.mode, x.type, e, x.value);
}
