import type * as ast from "@goes/ast";
import { unparen } from "@goes/ast";
import type { Allocation, Value } from "@goes/ir";
import type { Pos } from "@goes/source";
import { exprString, underlying, type Type, type Var } from "@goes/types";
import { pointerOffsets } from "../layout/ir-types.ts";
import type { FunctionBuilder } from "./function-builder.ts";

/** Notes a variable whose object is `value`, if allocations are explained. */
export function noteVariable(fb: FunctionBuilder, variable: Var, value: Value): void {
  note(fb, "variable", value, variable.pos, variable.name);
}

/** Notes a parameter that holds pointers. */
export function noteParam(
  fb: FunctionBuilder,
  variable: Var,
  value: Value,
  results: readonly string[],
): void {
  if (isWanted(fb) && pointerOffsets(fb.ctx, fb.typeOfVar(variable)).length > 0)
    note(fb, "param", value, variable.pos, variable.name, {
      results,
      flat: isFlat(fb, fb.typeOfVar(variable)),
    });
}

/** Notes an expression if it is one that makes an object. */
export function noteExpr(fb: FunctionBuilder, expr: ast.Expr, value: Value): void {
  if (isWanted(fb) && makesObject(fb, expr))
    note(fb, "expression", value, makerPosition(fb, expr), textOf(fb, expr));
}

/** Notes the interface made of an expression, if its value is put somewhere for that. */
export function noteInterface(fb: FunctionBuilder, expr: ast.Expr, from: Type, to: Type, value: Value): void {
  if (!isWanted(fb) || underlying(to).kind !== "interface" || isPointer(from)) return;
  note(fb, "expression", value, positionOf(expr), textOf(fb, expr));
}

/** Notes the slice that holds the last arguments of a call. */
export function noteArguments(fb: FunctionBuilder, call: ast.CallExpr, value: Value): void {
  if (value.op !== "zero") note(fb, "expression", value, call.lparen, "... argument");
}

function isWanted({ ctx, func }: FunctionBuilder): boolean {
  return ctx.module.allocations !== undefined && func.origin === "user" && !func.wrapper;
}

function note(
  fb: FunctionBuilder,
  kind: "variable" | "expression" | "param",
  value: Value,
  pos: Pos,
  text: string,
  param: Pick<Allocation, "results" | "flat"> = {},
): void {
  if (isWanted(fb)) fb.ctx.module.allocations!.push({ kind, func: fb.func, value, pos, text, ...param });
}

function makesObject(fb: FunctionBuilder, expr: ast.Expr): boolean {
  const { types } = fb.unit.info;
  if (expr.kind === "FuncLit") return true;
  if (expr.kind === "CompositeLit") {
    const { kind } = underlying(fb.typeOf(expr));
    return expr.type !== undefined && (kind === "slice" || kind === "map");
  }
  if (expr.kind === "UnaryExpr") return expr.op === "&" && unparen(expr.x).kind === "CompositeLit";
  if (expr.kind === "BinaryExpr") return expr.op === "+" && isString(fb.typeOf(expr));
  if (expr.kind !== "CallExpr") return false;
  const entry = types.get(expr.callee);
  if (entry?.mode === "type") {
    const [from, to] = [fb.typeOf(expr.args[0]!), fb.typeOf(expr)];
    return isString(to)
      ? underlying(from).kind === "slice"
      : isString(from) && underlying(to).kind === "slice";
  }
  const callee = unparen(expr.callee);
  return (
    entry?.mode === "builtin" && callee.kind === "Ident" && (callee.name === "new" || callee.name === "make")
  );
}

/** Whether what pointers of the type point to holds no pointers. */
function isFlat(fb: FunctionBuilder, type: Type): boolean {
  const under = underlying(type);
  if (under.kind !== "pointer" && under.kind !== "slice") return isString(type);
  return pointerOffsets(fb.ctx, under.element).length === 0;
}

/** Whether values of the type, or interfaces, are in an interface as they are. */
function isPointer(type: Type): boolean {
  const under = underlying(type);
  if (under.kind === "basic") return under.basic === "unsafe.Pointer" || under.basic === "untyped nil";
  return ["pointer", "map", "chan", "signature", "interface"].includes(under.kind);
}

function isString(type: Type): boolean {
  const under = underlying(type);
  return under.kind === "basic" && under.basic.endsWith("string");
}

/** Where gc reports an expression. */
function positionOf(expr: ast.Expr): Pos {
  if (expr.kind === "CallExpr") return expr.lparen;
  if (expr.kind === "CompositeLit") return expr.lbrace;
  if (expr.kind === "BinaryExpr") return expr.opPos;
  if (expr.kind === "SelectorExpr") return expr.selector.pos - 1;
  if (expr.kind === "IndexExpr") return expr.lbrack;
  return expr.kind === "ParenExpr" ? positionOf(expr.x) : expr.pos;
}

/** As {@link positionOf}; of a conversion, what is converted. */
function makerPosition(fb: FunctionBuilder, expr: ast.Expr): Pos {
  return isConversion(fb, expr) ? positionOf(expr.args[0]!) : positionOf(expr);
}

function isConversion(fb: FunctionBuilder, expr: ast.Expr): expr is ast.CallExpr {
  return expr.kind === "CallExpr" && fb.unit.info.types.get(expr.callee)?.mode === "type";
}

function textOf(fb: FunctionBuilder, expr: ast.Expr): string {
  if (isConversion(fb, expr) && expr.callee.kind === "ArrayType")
    return `(${exprString(expr.callee)})(${exprString(expr.args[0]!)})`;
  return expr.kind === "FuncLit" ? "func literal" : exprString(expr).replaceAll("…", "...");
}
