import type * as ast from "@goes/ast";
import { unparen } from "@goes/ast";
import { basicTypes, invalidType } from "../basic.ts";
import { makeInt } from "../constant/make.ts";
import { lookupFieldOrMethod } from "../lookup.ts";
import { underlying } from "../named.ts";
import { hasVarSize } from "../predicates.ts";
import { type Type } from "../type.ts";
import type { Checker } from "./checker.ts";
import { exprString, startPos } from "./expr-string.ts";
import { expr } from "./expressions.ts";
import { describe, invalidOperand, Operand, showType } from "./operand.ts";

/** A constant of type uintptr. */
export function uintptrConstant(e: ast.Expr, value: number): Operand {
  return new Operand("constant", basicTypes.uintptr, e, makeInt(value));
}

/** The constant that unsafe.Sizeof returns; sizes that are too large are reported. */
export function sizeConstant(c: Checker, e: ast.Expr, size: number, x: Operand): Operand {
  if (size < 0) {
    c.error("TypeTooLarge", startPos(x.expr), `${describe(c, x)} is too large`);
    return invalidOperand(e);
  }
  return uintptrConstant(e, size);
}

/** `unsafe.Offsetof(x.f)`. */
export function offsetof(c: Checker, e: ast.CallExpr): Operand {
  const arg = unparen(e.args[0]!);
  if (arg.kind !== "SelectorExpr") {
    c.error(
      "BadOffsetofSyntax",
      arg.pos,
      `invalid argument: ${exprString(arg)} is not a selector expression`,
    );
    expr(c, arg);
    return invalidOperand(e);
  }
  const x = expr(c, arg.x);
  if (x.mode === "invalid") return x;
  const under = underlying(x.type);
  const base = under.kind === "pointer" ? under.element : x.type;
  const name = arg.selector.name;
  const found = lookupFieldOrMethod(base, false, c.pkg, name);
  if (found.kind !== "found") {
    if (found.kind === "pointer-receiver") {
      c.error("InvalidOffsetof", arg.pos, `invalid argument: ${exprString(arg)} is a method value`);
    } else
      c.error(
        "MissingFieldOrMethod",
        arg.pos,
        `invalid argument: ${showType(c, base)} has no single field ${name}`,
      );
    return x.invalidate();
  }
  if (found.obj.kind === "func") {
    c.error("InvalidOffsetof", arg.pos, `invalid argument: ${exprString(arg)} is a method value`);
    return x.invalidate();
  }
  if (found.indirect) {
    c.error(
      "InvalidOffsetof",
      startPos(x.expr),
      `invalid argument: field ${name} is embedded via a pointer in ${showType(c, base)}`,
    );
    return x.invalidate();
  }
  c.recordUse(arg.selector, found.obj);
  const type = found.obj.type ?? invalidType;
  c.info.selections.set(arg, {
    kind: "field",
    receiver: base,
    obj: found.obj,
    index: found.index,
    indirect: false,
    type,
  });
  c.recordType(arg, { mode: "variable", type, value: undefined });
  if (hasVarSize(base)) return new Operand("value", basicTypes.uintptr, e);
  if (c.types.sizes.sizeof(base) < 0) {
    c.error("TypeTooLarge", startPos(x.expr), `${describe(c, x)} is too large`);
    return x.invalidate();
  }
  let offset = 0;
  let at: Type = base;
  for (const index of found.index) {
    const struct = underlying(at);
    if (struct.kind !== "struct") break;
    offset += c.types.sizes.offsetsof(struct.fields)[index] ?? 0;
    at = struct.fields[index]?.type ?? invalidType;
  }
  return uintptrConstant(e, offset);
}
