import type * as ast from "@goes/ast";
import { basicTypes, byteType, invalidType } from "../basic.ts";
import { makeInt } from "../constant/make.ts";
import { identical } from "../identical.ts";
import { underlying } from "../named.ts";
import { isNumeric, isTypeParam, isUntyped } from "../predicates.ts";
import { SliceType, type Type } from "../type.ts";
import { commonUnderlying, coreBytesOrString, coreType, forEachTerm } from "../typeset.ts";
import { assignment } from "./assignments.ts";
import { useArguments } from "./calls.ts";
import type { Checker } from "./checker.ts";
import { exprString, startPos } from "./expr-string.ts";
import { expr } from "./expressions.ts";
import { isValidIndex } from "./index-expressions.ts";
import { describe, invalidOperand, Operand, showType } from "./operand.ts";
import { convertUntyped, integerValue, useDefaultType } from "./untyped.ts";
import { typeExpr } from "./type-expressions.ts";

/** `append(s, x…)`. */
export function append(c: Checker, e: ast.CallExpr, args: Operand[]): Operand {
  const x = args[0]!;
  const sliceType = x.type;
  const core = coreType(sliceType);
  if (core?.kind !== "slice") {
    const cause = x.mode === "nil" ? "untyped nil" : describe(c, x);
    c.error("InvalidAppend", startPos(x.expr), `invalid append: argument must be a slice; have ${cause}`);
    return x.invalidate();
  }
  const result = new Operand("value", sliceType, e);
  if (e.ellipsis !== undefined) {
    if (args.length !== 2) {
      const few = args.length < 2;
      const have = args.map((a, k) =>
        k > 0 && isUntyped(a.type) && isNumeric(a.type) ? "number" : showType(c, a.type),
      );
      const want = `${showType(c, sliceType)}, ...${showType(c, core.element)}`;
      c.error(
        "WrongArgCount",
        few ? startPos(x.expr) : startPos(args[2]!.expr),
        `${few ? "not enough" : "too many"} arguments in call to append\n\thave (${have.join(", ")}...)\n\twant (${want})`,
      );
      return x.invalidate();
    }
    const y = args[1]!;
    // Bytes may be appended from a string.
    if (y.mode === "nil") {
      assignment(c, y, sliceType, "argument to append");
      return result;
    }
    const from = coreBytesOrString(y.type);
    const element = underlying(core.element);
    if (from?.kind === "basic" && element.kind === "basic" && element.basic === "uint8") {
      if (isUntyped(y.type)) convertUntyped(c, y, basicTypes.string);
      return result;
    }
    assignment(c, y, new SliceType(core.element), "argument to append");
    return y.mode === "invalid" ? y : result;
  }
  for (const arg of args.slice(1)) assignment(c, arg, core.element, "argument to append");
  return result;
}

/** `len(x)` and `cap(x)`. */
export function length(c: Checker, id: "len" | "cap", e: ast.CallExpr, x: Operand): Operand {
  const forLen = id === "len";
  let value: number | undefined;
  const plain = isTypeParam(x.type) ? undefined : underlying(x.type);
  const measured = (under: Type | undefined): boolean => {
    if (under === undefined) return false;
    switch (under.kind) {
      case "basic":
        return forLen && (under.basic === "string" || under.basic === "untyped string");
      case "array":
      case "slice":
      case "chan":
        return true;
      case "map":
        return forLen;
      case "pointer":
        return underlying(under.element).kind === "array";
      case "alias":
      case "interface":
      case "named":
      case "signature":
      case "struct":
      case "tuple":
      case "typeparam":
      case "union":
        return false;
    }
  };
  const ok = plain === undefined ? forEachTerm(x.type, (_, under) => measured(under)) : measured(plain);
  if (!ok) {
    if (underlying(x.type) !== invalidType) {
      c.error(
        forLen ? "InvalidLen" : "InvalidCap",
        startPos(x.expr),
        `invalid argument: ${describe(c, x)} for built-in ${id}`,
      );
    }
    return x.invalidate();
  }
  if (plain !== undefined) {
    if (plain.kind === "basic" && x.mode === "constant" && x.value?.kind === "string")
      value = x.value.value.length;
    else {
      const array = plain.kind === "pointer" ? underlying(plain.element) : plain;
      if (array.kind === "array" && !c.env.hasCallOrReceive) value = array.length;
    }
  }
  if (isUntyped(x.type)) useDefaultType(c, x);
  if (value !== undefined) return new Operand("constant", basicTypes.int, e, makeInt(value));
  return new Operand("value", basicTypes.int, e);
}

/** `close(c)`. */
export function close(c: Checker, e: ast.CallExpr, x: Operand): Operand {
  let cause: string | undefined;
  forEachTerm(x.type, (_, under) => {
    if (under?.kind !== "chan") {
      cause = `invalid operation: cannot close non-channel ${describe(c, x)}`;
      return false;
    }
    if (under.direction === "receive") {
      cause = `invalid operation: cannot close receive-only channel ${describe(c, x)}`;
      return false;
    }
    return true;
  });
  if (cause !== undefined) {
    c.error("InvalidClose", startPos(x.expr), cause);
    return x.invalidate();
  }
  return new Operand("novalue", invalidType, e);
}

/** `copy(to, from)`. */
export function copy(c: Checker, e: ast.CallExpr, x: Operand, y: Operand): Operand {
  const to = coreType(x.type);
  if (to?.kind !== "slice") {
    c.error(
      "InvalidCopy",
      startPos(x.expr),
      `invalid copy: argument must be a slice; have ${x.mode === "nil" ? "untyped nil" : describe(c, x)}`,
    );
    return x.invalidate();
  }
  const from = y.mode === "nil" ? undefined : coreBytesOrString(y.type);
  let element: Type | undefined;
  const source = describe(c, y);
  if (from?.kind === "slice") element = from.element;
  else if (from?.kind === "basic" && (from.basic === "string" || from.basic === "untyped string")) {
    element = byteType;
    if (isUntyped(y.type)) convertUntyped(c, y, basicTypes.string);
  }
  if (element === undefined) {
    c.error(
      "InvalidCopy",
      startPos(y.expr),
      `invalid copy: argument must be a slice; have ${y.mode === "nil" ? "untyped nil" : describe(c, y)}`,
    );
    return x.invalidate();
  }
  if (
    !identical(to.element, element) &&
    !(from?.kind === "basic" && identical(underlying(to.element), byteType))
  ) {
    c.error(
      "InvalidCopy",
      startPos(x.expr),
      `invalid copy: arguments ${describe(c, x)} and ${source} have different element types ${showType(c, to.element)} and ${showType(c, element)}`,
    );
    return x.invalidate();
  }
  return new Operand("value", basicTypes.int, e);
}

/** `delete(m, key)`. */
export function deleteCall(c: Checker, e: ast.CallExpr, x: Operand, y: Operand): Operand {
  let key: Type | undefined;
  let mixed = false;
  const ok = forEachTerm(x.type, (_, under) => {
    if (under?.kind !== "map") return false;
    if (key !== undefined && !identical(under.key, key)) {
      mixed = true;
      return false;
    }
    key = under.key;
    return true;
  });
  if (mixed) {
    c.error(
      "InvalidDelete",
      startPos(x.expr),
      `invalid argument: maps of ${describe(c, x)} must have identical key types`,
    );
    return x.invalidate();
  }
  if (!ok || key === undefined) {
    c.error("InvalidDelete", startPos(x.expr), `invalid argument: ${describe(c, x)} is not a map`);
    return x.invalidate();
  }
  assignment(c, y, key, "argument to delete");
  return y.mode === "invalid" ? y : new Operand("novalue", invalidType, e);
}

/** `make(T, sizes…)`. */
export function make(c: Checker, e: ast.CallExpr): Operand {
  const first = e.args[0]!;
  const type = typeExpr(c, first);
  const sizes = e.args.slice(1);
  if (type === invalidType) {
    useArguments(c, sizes);
    return invalidOperand(e);
  }
  const common = commonUnderlying(type);
  const core = common.ok ? common.type : undefined;
  let min: number;
  switch (core?.kind) {
    case "slice":
      min = 2;
      break;
    case "map":
    case "chan":
      min = 1;
      break;
    default:
      c.error(
        "InvalidMake",
        first.pos,
        !common.ok
          ? `invalid argument: cannot make ${exprString(first)}: ${common.cause}`
          : `invalid argument: cannot make ${exprString(first)}: type must be slice, map, or channel`,
      );
      useArguments(c, sizes);
      return invalidOperand(e);
  }
  if (e.args.length < min || e.args.length > min + 1) {
    c.error(
      "WrongArgCount",
      e.pos,
      `invalid operation: ${exprString(e)} expects ${min} or ${min + 1} arguments; found ${e.args.length}`,
    );
    useArguments(c, sizes);
    return invalidOperand(e);
  }
  const values: bigint[] = [];
  for (const arg of sizes) {
    const x = expr(c, arg);
    // A size may be an untyped float constant such as 1e3.
    if (isValidIndex(c, x, "index", false)) {
      const value = integerValue(x);
      if (value !== undefined) values.push(value);
    }
  }
  if (values.length === 2 && values[0]! > values[1]!) {
    c.error("SwappedMakeArgs", sizes[0]!.pos, "invalid argument: length and capacity swapped");
  }
  return new Operand("value", type, e);
}
