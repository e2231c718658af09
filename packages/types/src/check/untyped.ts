import type * as ast from "@goes/ast";
import { implicitConversion } from "../assignable.ts";
import { invalidType } from "../basic.ts";
import { toInt } from "../constant/convert.ts";
import type { ConstantValue } from "../constant/value.ts";
import type { TypeAndValue } from "../info.ts";
import { underlying } from "../named.ts";
import { allInteger, defaultType, isUntyped } from "../predicates.ts";
import { representable } from "../constant/representable.ts";
import type { Type } from "../type.ts";
import type { Checker } from "./checker.ts";
import { exprString, startPos } from "./expr-string.ts";
import { asValue, describe, Operand, showType } from "./operand.ts";

/** Notes what was found out about the expression of `x`. */
export function record(c: Checker, x: Operand): void {
  if (x.mode === "invalid") return;
  c.info.types.set(x.expr, {
    mode: x.mode,
    type: x.type,
    value: x.mode === "constant" ? x.value : undefined,
  });
}

/**
 * Gives an untyped expression, and the operands that it got its type from, the type that the context requires.
 * `type` may be a wider untyped type.
 */
export function updateType(c: Checker, e: ast.Expr, type: Type, value?: ConstantValue): void {
  // An expression comes after its operands, a left operand before the right one: chains of operators are long.
  const work: { readonly e: ast.Expr; readonly value: ConstantValue | undefined; operandsDone: boolean }[] = [
    { e, value, operandsDone: false },
  ];
  for (let item = work.at(-1); item !== undefined; item = work.at(-1)) {
    const entry = c.info.types.get(item.e);
    if (entry === undefined || !isUntyped(entry.type)) {
      work.pop();
      continue;
    }
    if (item.operandsDone) {
      work.pop();
      updateEntry(c, item.e, entry, type, item.value);
      continue;
    }
    item.operandsDone = true;
    // The parts of a constant keep their types, except for parentheses.
    const operands = entry.value === undefined ? typedByContext(item.e) : [];
    for (let i = operands.length - 1; i >= 0; i--) {
      work.push({ e: operands[i]!, value: undefined, operandsDone: false });
    }
    if (entry.value !== undefined && item.e.kind === "ParenExpr") {
      work.push({ e: item.e.x, value: item.value, operandsDone: false });
    }
  }
}

/** The operands that have the type of the expression. */
function typedByContext(e: ast.Expr): readonly ast.Expr[] {
  if (e.kind === "ParenExpr") return [e.x];
  if (e.kind === "UnaryExpr") return e.op === "<-" ? [] : [e.x];
  if (e.kind !== "BinaryExpr") return [];
  switch (e.op) {
    case "==":
    case "!=":
    case "<":
    case "<=":
    case ">":
    case ">=":
      return [];
    case "<<":
    case ">>":
      return [e.x];
    case "%":
    case "&":
    case "&&":
    case "&^":
    case "*":
    case "+":
    case "-":
    case "/":
    case "^":
    case "|":
    case "||":
      return [e.x, e.y];
  }
}

function updateEntry(
  c: Checker,
  e: ast.Expr,
  entry: TypeAndValue,
  type: Type,
  value: ConstantValue | undefined,
): void {
  if (isUntyped(type)) {
    c.info.types.set(e, { mode: entry.mode, type, value: value ?? entry.value });
    return;
  }
  if (c.shiftOperands.has(e)) {
    c.shiftOperands.delete(e);
    if (!allInteger(type)) {
      c.error(
        "InvalidShiftOperand",
        e.pos,
        `invalid operation: shifted operand ${exprString(e)} (type ${showType(c, type)}) must be integer`,
      );
      return;
    }
  }
  let final = value ?? entry.value;
  if (final !== undefined && value === undefined) {
    const under = underlying(type);
    if (under.kind === "basic") {
      const result = representable(final, under.basic, c.types.sizes);
      if (result.ok) final = result.value;
      else if (result.reason !== "mismatch") {
        const x = new Operand("constant", entry.type, e, final);
        reportNotRepresentable(c, x, type, result.reason);
      }
    }
  }
  c.info.types.set(e, { mode: entry.mode, type, value: final });
}

/** Converts an untyped operand to `target`, which another operand or the context determines; reports what cannot be converted. */
export function convertUntyped(c: Checker, x: Operand, target: Type): void {
  if (x.mode === "invalid" || target === invalidType || !isUntyped(x.type)) return;
  const result = implicitConversion(asValue(x), target, c.types);
  if (!result.ok) {
    if (result.reason === "mismatch") {
      c.error(
        "InvalidUntypedConversion",
        startPos(x.expr),
        `cannot convert ${describe(c, x)} to type ${showType(c, target)}`,
      );
    } else reportNotRepresentable(c, x, target, result.reason);
    x.invalidate();
    return;
  }
  applyConversion(c, x, result.type, result.value);
}

/** Gives `x` the type and value that an implicit conversion found, and its expression too. */
export function applyConversion(c: Checker, x: Operand, type: Type, value: ConstantValue | undefined): void {
  if (value !== undefined) x.value = value;
  if (type !== x.type) {
    updateType(c, x.expr, type, x.mode === "constant" ? x.value : undefined);
    x.type = type;
  }
}

/** Reports a constant that its type cannot hold. */
export function reportNotRepresentable(
  c: Checker,
  x: Operand,
  type: Type,
  reason: "truncated" | "overflows" | "mismatch",
): void {
  const text = describe(c, x);
  if (reason === "truncated")
    c.error("TruncatedFloat", startPos(x.expr), `${text} truncated to ${showType(c, type)}`);
  else if (reason === "overflows")
    c.error("NumericOverflow", startPos(x.expr), `${text} overflows ${showType(c, type)}`);
  else c.error("InvalidConstVal", startPos(x.expr), `cannot represent ${text} as ${showType(c, type)}`);
}

/** Gives an untyped operand its default type. */
export function useDefaultType(c: Checker, x: Operand): void {
  convertUntyped(c, x, defaultType(x.type));
}

/** The value of a constant operand as an integer, if it is one. */
export function integerValue(x: Operand): bigint | undefined {
  if (x.mode !== "constant" || x.value === undefined) return undefined;
  const value = toInt(x.value);
  return value.kind === "int" ? value.value : undefined;
}
