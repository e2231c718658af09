import type * as ast from "@goes/ast";
import { missingMethod } from "../lookup.ts";
import { underlying } from "../named.ts";
import { isTypeParam } from "../predicates.ts";
import type { Type } from "../type.ts";
import { invalidType } from "../basic.ts";
import type { Checker } from "./checker.ts";
import { exprString, startPos } from "./expr-string.ts";
import { expr } from "./expressions.ts";
import { describe, Operand, showType } from "./operand.ts";
import { typeExpr } from "./type-expressions.ts";

/** `x.(T)`. */
export function typeAssertion(c: Checker, e: ast.TypeAssertExpr): Operand {
  const x = expr(c, e.x);
  if (e.type === undefined) {
    if (x.mode !== "invalid") c.error("InvalidSyntaxTree", e.pos, "use of .(type) outside type switch");
    return x.invalidate();
  }
  if (x.mode === "invalid") {
    typeExpr(c, e.type);
    return x;
  }
  if (!isDynamic(x.type)) {
    const text = isTypeParam(x.type)
      ? `cannot use type assertion on type parameter value ${describe(c, x)}`
      : `${describe(c, x)} is not an interface`;
    c.error("InvalidAssert", startPos(x.expr), `invalid operation: ${text}`);
    typeExpr(c, e.type);
    return x.invalidate();
  }
  const type = typeExpr(c, e.type, "variable");
  if (type === invalidType) return x.invalidate();
  const cause = impossibleCause(c, x.type, type);
  if (cause !== undefined) {
    c.error(
      "ImpossibleAssert",
      e.pos,
      `impossible type assertion: ${exprString(e)}\n\t${showType(c, type)} does not implement ${showType(c, x.type)} ${cause}`,
    );
  }
  return new Operand("commaok", type, e);
}

/** Whether values of the type have a dynamic type: an interface that is not a type parameter. */
export function isDynamic(type: Type): boolean {
  return underlying(type).kind === "interface" && !isTypeParam(type);
}

/** Why a value of the interface type `x` can never have the dynamic type `type`; undefined if it can. */
export function impossibleCause(c: Checker, x: Type, type: Type): string | undefined {
  // A value may implement two interfaces, and what a type parameter stands for is not known.
  if (underlying(type).kind === "interface") return undefined;
  const missing = missingMethod(type, x, c.types);
  return missing?.cause;
}
