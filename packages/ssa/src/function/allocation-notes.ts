import type * as ast from "@goes/ast";
import { unparen } from "@goes/ast";
import type { Allocation, Value } from "@goes/ir";
import type { Pos } from "@goes/source";
import { exprString, underlying, type Type, type Var } from "@goes/types";
import { pointerOffsets } from "../layout/ir-types.ts";
import type { FunctionBuilder } from "./function-builder.ts";

/** Notes a variable whose object is `value`, if somebody wants to know. */
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
  switch (expr.kind) {
    case "FuncLit":
      return true;
    case "CompositeLit": {
      const { kind } = underlying(fb.typeOf(expr));
      return expr.type !== undefined && (kind === "slice" || kind === "map");
    }
    case "UnaryExpr":
      return expr.op === "&" && unparen(expr.x).kind === "CompositeLit";
    case "BinaryExpr":
      return expr.op === "+" && isString(fb.typeOf(expr));
    case "CallExpr": {
      const entry = types.get(expr.callee);
      if (entry?.mode === "type") {
        const [from, to] = [fb.typeOf(expr.args[0]!), fb.typeOf(expr)];
        return isString(to)
          ? underlying(from).kind === "slice"
          : isString(from) && underlying(to).kind === "slice";
      }
      const callee = unparen(expr.callee);
      return (
        entry?.mode === "builtin" &&
        callee.kind === "Ident" &&
        (callee.name === "new" || callee.name === "make")
      );
    }
    default:
      return false;
  }
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
  switch (under.kind) {
    case "pointer":
    case "map":
    case "chan":
    case "signature":
    case "interface":
      return true;
    default:
      return under.kind === "basic" && (under.basic === "unsafe.Pointer" || under.basic === "untyped nil");
  }
}

function isString(type: Type): boolean {
  const under = underlying(type);
  return under.kind === "basic" && under.basic.endsWith("string");
}

/** Where gc reports an expression. */
function positionOf(expr: ast.Expr): Pos {
  switch (expr.kind) {
    case "CallExpr":
      return expr.lparen;
    case "CompositeLit":
      return expr.lbrace;
    case "BinaryExpr":
      return expr.opPos;
    case "SelectorExpr":
      return expr.selector.pos - 1;
    case "IndexExpr":
      return expr.lbrack;
    case "ParenExpr":
      return positionOf(expr.x);
    default:
      return expr.pos;
  }
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
