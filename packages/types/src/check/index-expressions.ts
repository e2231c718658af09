import type * as ast from "@goes/ast";
import { basicTypes, byteType, invalidType } from "../basic.ts";
import { identical } from "../identical.ts";
import { unalias, underlying } from "../named.ts";
import { requireComplete } from "./declarations.ts";
import { allInteger, isTypeParam } from "../predicates.ts";
import { SliceType, type Type } from "../type.ts";
import { coreBytesOrString, forEachTerm } from "../typeset.ts";
import { representable } from "../constant/representable.ts";
import { assignment } from "./assignments.ts";
import { instantiateFunction } from "./instantiation.ts";
import type { Checker } from "./checker.ts";
import { expr, exprOrType, rawExpr } from "./expressions.ts";
import { describe, invalidOperand, Operand } from "./operand.ts";
import { definedType } from "./type-expressions.ts";
import { convertUntyped } from "./untyped.ts";
import { startPos } from "./expr-string.ts";

/** `x[i]`, or an instantiation. */
export function indexExpr(c: Checker, e: ast.IndexExpr, hint: Type | undefined): Operand {
  const x = exprOrType(c, e.x, true);
  if (x.mode === "invalid") {
    for (const index of e.indices) rawExpr(c, index, undefined);
    return x;
  }
  if (x.mode === "type") {
    const type = definedType(c, e, undefined);
    return type === invalidType ? invalidOperand(e) : new Operand("type", type, e);
  }
  if (c.pendingSignatures.has(x.type)) {
    for (const index of e.indices) rawExpr(c, index, undefined);
    return x.invalidate();
  }
  if (x.type.kind === "signature" && x.type.typeParams.length > 0) {
    return instantiateFunction(c, x, e, hint);
  }
  if (!completeElement(c, x)) return x.invalidate();
  const what = x.mode === "builtin" ? undefined : indexable(x);
  if (what === undefined) {
    c.error("NonIndexableOperand", e.lbrack, `cannot index ${describe(c, x)}`);
    for (const index of e.indices) rawExpr(c, index, undefined);
    return x.invalidate();
  }
  const index = e.indices[0]!;
  if (e.indices.length > 1) {
    c.error("InvalidIndex", e.indices[1]!.pos, "unexpected comma; expecting ]");
    return x.invalidate();
  }
  if (what.key !== undefined) {
    const key = expr(c, index, what.key);
    assignment(c, key, what.key, "map index");
    return new Operand("mapindex", what.element, e);
  }
  checkIndex(c, index, what.length);
  return new Operand(what.variable ? "variable" : "value", what.element, e);
}

/** Whether what a pointer operand points to is declared completely; reports otherwise. */
function completeElement(c: Checker, x: Operand): boolean {
  const plain = unalias(x.type);
  return plain.kind !== "pointer" || requireComplete(c, plain.element);
}

interface Indexable {
  readonly element: Type;
  /** Length, or -1 if it is not constant. */
  readonly length: number;
  readonly variable: boolean;
  /** For maps. */
  readonly key: Type | undefined;
}

function indexable(x: Operand): Indexable | undefined {
  if (!isTypeParam(x.type)) return indexableType(underlying(x.type), x);
  // Every type of the type set must be indexable with the same element type; maps do not mix with others.
  let result: Indexable | undefined;
  const ok = forEachTerm(x.type, (_, under) => {
    if (under === undefined) return false;
    const one = indexableType(under, x);
    if (one === undefined) return false;
    if (result === undefined) {
      result = one;
      return true;
    }
    if (!identical(one.element, result.element)) return false;
    if ((one.key === undefined) !== (result.key === undefined)) return false;
    if (one.key !== undefined && result.key !== undefined && !identical(one.key, result.key)) return false;
    let length = result.length;
    if (length < 0 || (one.length >= 0 && one.length < length)) length = one.length;
    result = { ...result, length, variable: result.variable && one.variable };
    return true;
  });
  return ok ? result : undefined;
}

function indexableType(under: Type, x: Operand): Indexable | undefined {
  switch (under.kind) {
    case "basic":
      if (under.basic !== "string" && under.basic !== "untyped string") return undefined;
      return {
        element: byteType,
        length: x.mode === "constant" && x.value?.kind === "string" ? x.value.value.length : -1,
        variable: false,
        key: undefined,
      };
    case "array":
      return {
        element: under.element,
        length: under.length,
        variable: x.mode === "variable",
        key: undefined,
      };
    case "pointer": {
      const array = underlying(under.element);
      return array.kind === "array"
        ? { element: array.element, length: array.length, variable: true, key: undefined }
        : undefined;
    }
    case "slice":
      return { element: under.element, length: -1, variable: true, key: undefined };
    case "map":
      return { element: under.value, length: -1, variable: false, key: under.key };
    case "alias":
    case "chan":
    case "interface":
    case "named":
    case "signature":
    case "struct":
    case "tuple":
    case "typeparam":
    case "union":
      return undefined;
  }
}

/** Checks an index; returns its value if it is constant, -1 if it is not, undefined after an error. */
function checkIndex(c: Checker, e: ast.Expr, length: number): number | undefined {
  return indexValue(c, e, length, "index");
}

/** As {@link checkIndex}. A slice bound may equal the length; a literal's index must be constant. */
export function indexValue(
  c: Checker,
  e: ast.Expr,
  length: number,
  use: "index" | "slice" | "literal",
): number | undefined {
  const x = expr(c, e);
  if (!isValidIndex(c, x, "index", false)) return undefined;
  if (x.mode !== "constant" || x.value?.kind === "unknown") return -1;
  const value = x.value?.kind === "int" ? x.value.value : undefined;
  if (value === undefined) return -1;
  const limit = BigInt(length);
  if (length >= 0 && (use === "slice" ? value > limit : value >= limit)) {
    c.error(
      "InvalidIndex",
      e.pos,
      `invalid argument: index ${value} out of bounds [0:${use === "slice" ? length + 1 : length}]`,
    );
    return undefined;
  }
  return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : undefined;
}

/** Whether `x` can be an index or a size; reports otherwise. */
export function isValidIndex(c: Checker, x: Operand, what: string, allowNegative: boolean): boolean {
  if (x.mode === "invalid") return false;
  convertUntyped(c, x, basicTypes.int);
  if ((x.mode as string) === "invalid") return false;
  if (!allInteger(x.type)) {
    c.error("InvalidIndex", startPos(x.expr), `invalid argument: ${what} ${describe(c, x)} must be integer`);
    return false;
  }
  if (x.mode !== "constant" || x.value === undefined) return true;
  if (x.value.kind === "int" && x.value.value < 0n && !allowNegative) {
    c.error(
      "InvalidIndex",
      startPos(x.expr),
      `invalid argument: ${what} ${describe(c, x)} must not be negative`,
    );
    return false;
  }
  if (x.value.kind !== "unknown" && !representable(x.value, "int", c.types.sizes).ok) {
    c.error("InvalidIndex", startPos(x.expr), `invalid argument: ${what} ${describe(c, x)} overflows int`);
    return false;
  }
  return true;
}

/** `x[low:high:max]`. */
export function sliceExpr(c: Checker, e: ast.SliceExpr): Operand {
  const x = expr(c, e.x);
  const useBounds = (): void => {
    for (const bound of [e.low, e.high, e.max]) if (bound !== undefined) expr(c, bound);
  };
  if (x.mode === "invalid") {
    useBounds();
    return x;
  }
  if (!completeElement(c, x)) return x.invalidate();
  const core = coreBytesOrString(x.type);
  let length = -1;
  let result: Operand | undefined;
  if (core !== undefined) {
    switch (core.kind) {
      case "basic":
        if (core.basic !== "string" && core.basic !== "untyped string") break;
        if (e.full) {
          c.error("InvalidSliceExpr", e.max?.pos ?? e.pos, "invalid operation: 3-index slice of string");
          useBounds();
          return x.invalidate();
        }
        if (x.mode === "constant" && x.value?.kind === "string") length = x.value.value.length;
        if (x.type === basicTypes["untyped string"]) convertUntyped(c, x, basicTypes.string);
        result = new Operand(
          "value",
          isTypeParam(x.type) || underlying(x.type).kind !== "basic"
            ? isTypeParam(x.type)
              ? x.type
              : basicTypes.string
            : x.type,
          e,
        );
        break;
      case "array":
        if (x.mode !== "variable") {
          c.error(
            "NonSliceableOperand",
            startPos(x.expr),
            `cannot slice unaddressable value ${describe(c, x)}`,
          );
          useBounds();
          return x.invalidate();
        }
        length = core.length;
        result = new Operand("value", new SliceType(core.element), e);
        break;
      case "pointer": {
        const array = underlying(core.element);
        if (array.kind !== "array") break;
        length = array.length;
        result = new Operand("value", new SliceType(array.element), e);
        break;
      }
      case "slice":
        result = new Operand("value", x.type, e);
        break;
      case "alias":
      case "chan":
      case "interface":
      case "map":
      case "named":
      case "signature":
      case "struct":
      case "tuple":
      case "typeparam":
      case "union":
        break;
    }
  }
  if (result === undefined) {
    c.error("NonSliceableOperand", startPos(x.expr), `cannot slice ${describe(c, x)}`);
    useBounds();
    return x.invalidate();
  }
  const constants: { readonly value: number; readonly e: ast.Expr }[] = [];
  for (const bound of [e.low, e.high, e.max]) {
    if (bound === undefined) continue;
    const value = indexValue(c, bound, length, "slice");
    if (value !== undefined && value >= 0) constants.push({ value, e: bound });
  }
  outer: for (let i = 0; i + 1 < constants.length; i++) {
    for (let j = i + 1; j < constants.length; j++) {
      if (constants[i]!.value > constants[j]!.value) {
        c.error(
          "SwappedSliceIndices",
          constants[j]!.e.pos,
          `invalid slice indices: ${constants[j]!.value} < ${constants[i]!.value}`,
        );
        break outer;
      }
    }
  }
  return result;
}
