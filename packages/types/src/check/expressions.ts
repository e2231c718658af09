import type * as ast from "@goes/ast";
import { basicTypes, invalidType } from "../basic.ts";
import { makeFromLiteral } from "../constant/make.ts";
import { isTypeParam } from "../predicates.ts";
import type { Type } from "../type.ts";
import { commonUnderlying } from "../typeset.ts";
import { call, inferForTarget } from "./calls.ts";
import type { Checker } from "./checker.ts";
import { requireComplete } from "./declarations.ts";
import { exprString, startPos } from "./expr-string.ts";
import { indexExpr, sliceExpr } from "./index-expressions.ts";
import { compositeLit, funcLit } from "./literals.ts";
import { describe, invalidOperand, Operand, showType } from "./operand.ts";
import { binary, siteOf, unary } from "./operators.ts";
import { selector } from "./selectors.ts";
import { prepareSpine } from "./spine.ts";
import { definedType, ident } from "./type-expressions.ts";
import { record } from "./untyped.ts";
import { typeAssertion } from "./type-assertion.ts";

/**
 * Checks any expression, type or call without result and records what it is. `hint`: the type of an elided composite
 * literal, or of the variable that a function is assigned to. Functions without their type arguments are allowed.
 */
export function rawExpr(c: Checker, e: ast.Expr, hint: Type | undefined): Operand {
  const ready = takePrepared(c, e);
  if (ready !== undefined) return ready;
  const ahead = prepareSpine(c, e, (inner) => rawExpr(c, inner, undefined));
  const x = dispatch(c, e, hint);
  for (const inner of ahead) c.prepared.delete(inner);
  x.expr = e;
  if (c.pendingRhs.size > 0 && isValueMode(x) && !requireComplete(c, x.type)) return x.invalidate();
  record(c, x);
  return x;
}

/** The operand that an expression was found to be ahead of time; it can be taken once. */
function takePrepared(c: Checker, e: ast.Expr): Operand | undefined {
  if (c.prepared.size === 0) return undefined;
  const x = c.prepared.get(e);
  if (x !== undefined) c.prepared.delete(e);
  return x;
}

function isValueMode(x: Operand): boolean {
  return x.mode === "value" || x.mode === "variable" || x.mode === "mapindex" || x.mode === "commaok";
}

function dispatch(c: Checker, e: ast.Expr, hint: Type | undefined): Operand {
  switch (e.kind) {
    case "BadExpr":
      return invalidOperand(e);
    case "Ident":
      return ident(c, e, false);
    case "BasicLit":
      return literal(c, e);
    case "CompositeLit":
      return compositeLit(c, e, hint);
    case "FuncLit":
      return funcLit(c, e);
    case "ParenExpr":
      return rawExpr(c, e.x, hint);
    case "SelectorExpr":
      return selector(c, e, false);
    case "IndexExpr":
      return indexExpr(c, e, hint);
    case "SliceExpr":
      return sliceExpr(c, e);
    case "TypeAssertExpr":
      return typeAssertion(c, e);
    case "CallExpr":
      return call(c, e);
    case "StarExpr":
      return star(c, e);
    case "UnaryExpr":
      return unary(c, e, hint);
    case "BinaryExpr":
      return binaryExpr(c, e);
    case "KeyValueExpr":
      c.error("InvalidSyntaxTree", e.pos, "no key:value expected");
      return invalidOperand(e);
    case "Ellipsis":
      c.error("BadDotDotDotSyntax", e.pos, "invalid use of ...");
      return invalidOperand(e);
    case "ArrayType":
    case "ChanType":
    case "FuncType":
    case "InterfaceType":
    case "MapType":
    case "StructType": {
      const type = definedType(c, e, undefined);
      return type === invalidType ? invalidOperand(e) : new Operand("type", type, e);
    }
  }
}

/** Reports forms of number literals that go1.13 introduced. */
function requireNumberForm(c: Checker, { text, literal: kind, pos }: ast.BasicLit): void {
  if (c.allows(13) || text.length <= 2 || kind === "string" || kind === "rune") return;
  const prefix = text.slice(0, 2).toLowerCase();
  let form: string | undefined;
  if (text.includes("_")) form = "underscore in numeric literal";
  else if (prefix === "0b") form = "binary literal";
  else if (prefix === "0o") form = "0o/0O-style octal literal";
  else if (prefix === "0x" && kind !== "int") form = "hexadecimal floating-point literal";
  if (form !== undefined) c.requireVersion(13, pos, form);
}

function literal(c: Checker, e: ast.BasicLit): Operand {
  requireNumberForm(c, e);
  const value = makeFromLiteral(e.text, e.literal);
  if (value.kind === "unknown") {
    c.error("InvalidConstVal", e.pos, `malformed constant: ${exprString(e)}`);
    return invalidOperand(e);
  }
  if (e.literal === "int" && value.kind === "int" && e.text.length > 150 && value.value >= 1n << 512n) {
    c.error("InvalidConstVal", e.pos, "constant overflow");
    return invalidOperand(e);
  }
  switch (e.literal) {
    case "int":
      return new Operand("constant", basicTypes["untyped int"], e, value);
    case "float":
      return new Operand("constant", basicTypes["untyped float"], e, value);
    case "imaginary":
      return new Operand("constant", basicTypes["untyped complex"], e, value);
    case "rune":
      return new Operand("constant", basicTypes["untyped rune"], e, value);
    case "string":
      return new Operand("constant", basicTypes["untyped string"], e, value);
  }
}

/** Long chains `a + b + c …` nest to the left: they are taken apart without recursion. */
function binaryExpr(c: Checker, e: ast.BinaryExpr): Operand {
  const chain: ast.BinaryExpr[] = [];
  let left: ast.Expr = e;
  while (left.kind === "BinaryExpr") {
    chain.push(left);
    left = left.x;
  }
  let x = expr(c, left);
  for (let i = chain.length - 1; i >= 0; i--) {
    const node = chain[i]!;
    const y = expr(c, node.y);
    x = binary(c, x, y, node.op, siteOf(node));
    x.expr = node;
    if (i > 0) record(c, x);
  }
  return x;
}

function star(c: Checker, e: ast.StarExpr): Operand {
  const x = exprOrType(c, e.x, false);
  switch (x.mode) {
    case "invalid":
      return x;
    case "type": {
      const type = definedType(c, e, undefined);
      return type === invalidType ? invalidOperand(e) : new Operand("type", type, e);
    }
    case "nil":
      c.error("InvalidIndirection", e.x.pos, "invalid operation: cannot indirect nil");
      return x.invalidate();
    case "builtin":
    case "commaok":
    case "constant":
    case "mapindex":
    case "novalue":
    case "value":
    case "variable":
      break;
  }
  const core = commonUnderlying(x.type);
  if (x.mode === "builtin" || !core.ok || core.type.kind !== "pointer") {
    const hintText = isTypeParam(x.type) && !core.ok && core.cause !== "" ? `: ${core.cause}` : "";
    c.error(
      "InvalidIndirection",
      startPos(x.expr),
      `invalid operation: cannot indirect ${describe(c, x)}${hintText}`,
    );
    return x.invalidate();
  }
  return new Operand("variable", core.type.element, e);
}

/** A single value. `hint` as for {@link rawExpr}. */
export function expr(c: Checker, e: ast.Expr, hint?: Type): Operand {
  let x = rawExpr(c, e, hint);
  if (hint !== undefined) x = inferForTarget(c, x, hint);
  refuseGeneric(c, x);
  return singleValue(c, refuse(c, x));
}

/** A single value, or a generic function without its type arguments. */
export function genericExpr(c: Checker, e: ast.Expr, hint?: Type): Operand {
  const x = rawExpr(c, e, hint);
  return singleValue(c, refuse(c, x));
}

/** One or more values: the results of a call may be a tuple. */
export function multiExpr(c: Checker, e: ast.Expr): Operand {
  const x = rawExpr(c, e, undefined);
  refuseGeneric(c, x);
  return refuse(c, x);
}

/** A value or a type. */
export function exprOrType(c: Checker, e: ast.Expr, allowGeneric: boolean): Operand {
  const x = rawExpr(c, e, undefined);
  if (!allowGeneric) refuseGeneric(c, x);
  if (x.mode === "novalue") {
    c.error("TooManyValues", startPos(x.expr), `${describe(c, x)} used as value or type`);
    return x.invalidate();
  }
  // A built-in function is refused by the caller, in its own words.
  return singleValue(c, x);
}

function refuse(c: Checker, x: Operand): Operand {
  switch (x.mode) {
    case "novalue":
      c.error("TooManyValues", startPos(x.expr), `${describe(c, x)} used as value`);
      return x.invalidate();
    case "builtin":
      c.error("UncalledBuiltin", startPos(x.expr), `${describe(c, x)} must be called`);
      return x.invalidate();
    case "type":
      c.error("NotAnExpr", startPos(x.expr), `${describe(c, x)} is not an expression`);
      return x.invalidate();
    case "commaok":
    case "constant":
    case "invalid":
    case "mapindex":
    case "nil":
    case "value":
    case "variable":
      return x;
  }
}

/** Reports a generic type or function that lacks its type arguments. */
function refuseGeneric(c: Checker, x: Operand): void {
  if (x.mode === "invalid" || x.mode === "novalue") return;
  const type = x.type;
  let what = "";
  if (type.kind === "named" || type.kind === "alias") {
    if (x.mode === "type" && type.typeParams.length > 0 && type.typeArgs.length === 0) what = "type";
  } else if (type.kind === "signature") {
    if (x.mode !== "type" && type.typeParams.length > 0) what = "function";
  }
  if (what === "") return;
  const text = what === "type" ? showType(c, type) : exprString(x.expr);
  c.error("WrongTypeArgCount", startPos(x.expr), `cannot use generic ${what} ${text} without instantiation`);
  x.invalidate();
}

/** Reports a call with several results where one value is wanted. */
export function singleValue(c: Checker, x: Operand): Operand {
  if (x.mode === "value" && x.type.kind === "tuple") {
    c.error("TooManyValues", startPos(x.expr), `multiple-value ${describe(c, x)} in single-value context`);
    x.invalidate();
  }
  return x;
}
