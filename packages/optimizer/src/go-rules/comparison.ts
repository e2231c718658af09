import { type GoOp, isInteger, isSigned, types, type Opcode, type Type, type Value } from "@goes/ir";
import { become, type Rewriter, type RuleTable } from "../rewrite/rewriter.ts";
import {
  becomeBool,
  boolConstant,
  constant,
  floatConstant,
  integerConstant,
  isFloat,
  isNonNegative,
  isNonNil,
  wrapInteger,
} from "./constants.ts";

type Comparison = "eq" | "ne" | "lt" | "le" | "gt" | "ge";

const swapped: Readonly<Record<Comparison, Comparison>> = {
  eq: "eq",
  ne: "ne",
  lt: "gt",
  le: "ge",
  gt: "lt",
  ge: "le",
};
const negated: Readonly<Record<Comparison, Comparison>> = {
  eq: "ne",
  ne: "eq",
  lt: "ge",
  le: "gt",
  gt: "le",
  ge: "lt",
};

function isComparison(op: Opcode): op is Comparison {
  return Object.hasOwn(swapped, op);
}

/** Whether the comparison holds for a first operand that is less (-1), equal (0) or greater (1). */
function holds(op: Comparison, order: number): boolean {
  switch (op) {
    case "eq":
      return order === 0;
    case "ne":
      return order !== 0;
    case "lt":
      return order < 0;
    case "le":
      return order <= 0;
    case "gt":
      return order > 0;
    case "ge":
      return order >= 0;
  }
}

function compare(value: Value, rewriter: Rewriter): Value | undefined {
  const op = value.op as Comparison;
  const [a, b] = value.args as [Value, Value];
  const { type } = a;
  if (a === b && !mayBeUnequalToItself(type)) return becomeBool(value, holds(op, 0));
  if (isConstant(a)) {
    if (isConstant(b)) return foldConstants(value, op, a, b);
    return become(value, swapped[op], [b, a]);
  }
  if (type.kind === "bool") return compareBool(value, op, a, b);
  if (type.kind === "ptr" && integerConstant(b) === 0n && isNonNil(a)) return becomeBool(value, holds(op, 1));
  if (type.kind === "string") return compareString(value, op, a, b, rewriter);
  const c = integerConstant(b);
  return c === undefined || !isInteger(type) ? undefined : compareWith(value, op, a, c, rewriter);
}

/** Floats and complex numbers may be NaN. */
function mayBeUnequalToItself(type: Type): boolean {
  return isFloat(type) || type.kind === "complex64" || type.kind === "complex128";
}

function isConstant(value: Value): boolean {
  return value.op === "const" || value.op === "string.const";
}

function foldConstants(value: Value, op: Comparison, a: Value, b: Value): Value {
  const x = floatConstant(a);
  const y = floatConstant(b);
  if (x !== undefined && y !== undefined) {
    const unordered = Number.isNaN(x) || Number.isNaN(y);
    return becomeBool(value, unordered ? op === "ne" : holds(op, x < y ? -1 : x > y ? 1 : 0));
  }
  // Byte strings compare like their UTF-16 form, as no unit is above 0xff.
  const m = a.imm as bigint | string;
  const n = b.imm as bigint | string;
  return becomeBool(value, holds(op, m < n ? -1 : m > n ? 1 : 0));
}

function compareBool(value: Value, op: Comparison, a: Value, b: Value): Value | undefined {
  const known = boolConstant(b);
  if (known === undefined) return undefined;
  return known === (op === "eq") ? a : become(value, "not", [a]);
}

function compareString(
  value: Value,
  op: Comparison,
  a: Value,
  b: Value,
  rewriter: Rewriter,
): Value | undefined {
  if (b.op !== "string.const" || b.imm !== "") return undefined;
  if (op === "lt") return becomeBool(value, false);
  if (op === "ge") return becomeBool(value, true);
  const length = rewriter.op("len", types.int64, [a]);
  const zero = constant(rewriter, types.int64, 0n);
  return become(value, op === "le" ? "eq" : op === "gt" ? "ne" : op, [length, zero]);
}

/** An integer against a constant: the ends of the range, and constants moved to the right side. */
function compareWith(
  value: Value,
  op: Comparison,
  a: Value,
  c: bigint,
  rewriter: Rewriter,
): Value | undefined {
  const { type } = a;
  const nonNegative = isNonNegative(a);
  if (nonNegative && c === 0n) {
    if (op === "lt") return becomeBool(value, false);
    if (op === "ge") return becomeBool(value, true);
    if (op === "le") return become(value, "eq", [a, value.args[1]!]);
    if (op === "gt") return become(value, "ne", [a, value.args[1]!]);
  }
  if (nonNegative && c < 0n) return becomeBool(value, op === "ne" || op === "gt" || op === "ge");
  if (nonNegative && c === 1n && (op === "lt" || op === "ge"))
    return become(value, op === "lt" ? "eq" : "ne", [a, constant(rewriter, type, 0n)]);
  if (op === "eq" || op === "ne") {
    if (a.op === "add" || a.op === "xor") {
      const inner = integerConstant(a.args[1]!);
      if (inner !== undefined) {
        const moved = wrapInteger(type, a.op === "add" ? c - inner : c ^ inner);
        return become(value, op, [a.args[0]!, constant(rewriter, type, moved)]);
      }
    }
    if (a.op === "neg")
      return become(value, op, [a.args[0]!, constant(rewriter, type, wrapInteger(type, -c))]);
    if (c === 0n && a.op === "sub") return become(value, op, [a.args[0]!, a.args[1]!]);
  }
  return narrow(value, op, a, c, rewriter);
}

/** A comparison of a widened integer with a constant that fits the narrow type is done there. */
function narrow(value: Value, op: Comparison, a: Value, c: bigint, rewriter: Rewriter): Value | undefined {
  if (a.op !== "convert") return undefined;
  const from = a.args[0]!;
  if (!isInteger(from.type) || wrapInteger(from.type, c) !== c) return undefined;
  // The conversion must keep the value: a wider type, and not a signed one read as unsigned.
  const wider = widthOf(a) > widthOf(from);
  if (!wider || (isSigned(from.type) && !isSigned(a.type))) return undefined;
  return become(value, op, [from, constant(rewriter, from.type, c)]);
}

function widthOf(value: Value): number {
  return Number(value.type.kind.replace(/^u?int/, ""));
}

function not(value: Value): Value | undefined {
  const a = value.args[0]!;
  const known = boolConstant(a);
  if (known !== undefined) return becomeBool(value, !known);
  if (a.op === "not") return a.args[0];
  if (!isComparison(a.op)) return undefined;
  // !(x < y) is not x >= y if there can be a NaN.
  if (isFloat(a.args[0]!.type) && a.op !== "eq" && a.op !== "ne") return undefined;
  return become(value, negated[a.op], [a.args[0]!, a.args[1]!]);
}

/** Comparisons and `not`. */
export const comparisonRules: RuleTable<GoOp> = {
  eq: compare,
  ne: compare,
  lt: compare,
  le: compare,
  gt: compare,
  ge: compare,
  not,
};
