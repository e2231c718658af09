import type * as ast from "@goes/ast";
import { unparen } from "@goes/ast";
import { types, type Value } from "@goes/ir";
import { assertNever } from "@goes/source";
import { underlying, type Func, type Type } from "@goes/types";
import { buildCall } from "./calls/calls.ts";
import { buildFuncLit } from "./function-literals.ts";
import { buildConstant } from "./constants.ts";
import { convertValue } from "./conversions.ts";
import { emitMakeInterface } from "../descriptors/interfaces.ts";
import { emitMethodValue, functionValue, methodExpression } from "../synthesized/function-values.ts";
import type { FunctionBuilder } from "../function/function-builder.ts";
import { noteExpr, noteInterface } from "../function/allocation-notes.ts";
import { buildCompositeLit, buildCompositeLitAt } from "./composite-literals.ts";
import { takeHoisted } from "./order/hoisted-calls.ts";
import { buildBinary, buildUnary } from "./operators.ts";
import { boundsCheck, buildPlace, placeAddress, readPlace } from "./places.ts";
import { methodReceiver } from "./calls/receivers.ts";
import { selectionOf } from "../function/selections.ts";
import { prepareSteps } from "./order/spines.ts";
import { buildSliceExpr } from "./slice-expressions.ts";
import { buildTypeAssert } from "./type-assertions.ts";

/** The value of an expression, of its own type. Memory class: the address of memory that nothing changes for now. */
export function buildExpr(fb: FunctionBuilder, expr: ast.Expr): Value {
  const value = buildPlainExpr(fb, expr);
  noteExpr(fb, expr, value);
  return value;
}

function buildPlainExpr(fb: FunctionBuilder, expr: ast.Expr): Value {
  const entry = fb.unit.info.types.get(expr);
  if (entry?.value !== undefined) return buildConstant(fb, entry.value, fb.type(entry.type));
  if (entry?.mode === "nil") return fb.zero(fb.type(entry.type));
  const hoisted = takeHoisted(fb, expr);
  if (hoisted !== undefined) return hoisted[0] ?? fb.zero(fb.typeOf(expr));
  switch (expr.kind) {
    case "ParenExpr":
      return buildExpr(fb, expr.x);
    case "Ident":
      return buildIdent(fb, expr);
    case "SelectorExpr":
      return buildSelector(fb, expr);
    case "IndexExpr":
      return buildIndex(fb, expr);
    case "StarExpr":
      return readPlace(fb, buildPlace(fb, expr));
    case "CompositeLit":
      return buildCompositeLit(fb, expr);
    case "FuncLit":
      return buildFuncLit(fb, expr);
    case "SliceExpr":
      prepareSteps(fb, expr);
      return buildSliceExpr(fb, expr);
    case "TypeAssertExpr":
      prepareSteps(fb, expr);
      return buildTypeAssert(fb, expr);
    case "CallExpr": {
      const results = buildCall(fb, expr);
      return results[0] ?? fb.zero(fb.typeOf(expr));
    }
    case "UnaryExpr":
      return buildUnary(fb, expr);
    case "BinaryExpr":
      return buildBinary(fb, expr);
    case "BasicLit":
    case "KeyValueExpr":
    case "Ellipsis":
    case "BadExpr":
    case "ArrayType":
    case "StructType":
    case "FuncType":
    case "InterfaceType":
    case "MapType":
    case "ChanType":
      throw fb.broken(`${expr.kind} has no value`, expr);
    default:
      return assertNever(expr, "ssa");
  }
}

/** The value of an expression, converted to the type that it is assigned to. */
export function buildExprAs(fb: FunctionBuilder, expr: ast.Expr, target: Type): Value {
  const entry = fb.unit.info.types.get(expr);
  if (entry?.mode === "nil") return fb.zero(target);
  if (entry?.value !== undefined) {
    const own = fb.type(entry.type);
    const interfaceTarget = underlying(target).kind === "interface";
    if (!interfaceTarget) return buildConstant(fb, entry.value, target);
    if (underlying(own).kind === "interface") return buildConstant(fb, entry.value, target);
  }
  const from = fb.typeOf(expr);
  const value = assignTo(fb, buildExpr(fb, expr), from, target);
  noteInterface(fb, expr, from, target, value);
  return value;
}

/**
 * Evaluates an expression into memory that nothing else refers to yet (its contents are undefined unless
 * `zeroed`), so that large values are made in place.
 */
export function buildExprInto(
  fb: FunctionBuilder,
  expr: ast.Expr,
  target: Type,
  address: Value,
  zeroed: "zeroed" | "undefined",
): void {
  const node = unparen(expr);
  if (fb.isMemory(target)) {
    if (node.kind === "CompositeLit") {
      buildCompositeLitAt(fb, node, address, zeroed);
      return;
    }
    if (node.kind === "CallExpr" && fb.unit.info.types.get(node.callee)?.mode === "value") {
      const [result] = buildCall(fb, node, address);
      if (result !== undefined && result !== address) fb.store(target, address, result);
      return;
    }
  }
  fb.store(target, address, buildExprAs(fb, expr, target));
}

/** A value of type `from` as one of a type that it is assignable to: makes interfaces. */
export function assignTo(fb: FunctionBuilder, value: Value, from: Type, to: Type): Value {
  if (from === to) return value;
  if (underlying(to).kind === "interface") {
    const under = underlying(from);
    if (under.kind === "interface") return value;
    if (under.kind === "basic" && under.basic === "untyped nil") return fb.zero(to);
    return emitMakeInterface(fb.ctx, fb, from, value);
  }
  return value;
}

/** The value of an integer expression as int64. */
export function buildInt(fb: FunctionBuilder, expr: ast.Expr): Value {
  return toInt64(fb, buildExpr(fb, expr));
}

/** An integer as int64: values of uint64 beyond its range become negative. */
export function toInt64(fb: FunctionBuilder, value: Value): Value {
  if (value.type.kind === "int64") return value;
  if (value.op === "const" && typeof value.imm === "bigint") return fb.int(BigInt.asIntN(64, value.imm));
  return fb.emit("convert", types.int64, [value]);
}

/** The address of what an expression denotes: for `&x` and receivers of methods with pointer receiver. */
export function buildAddress(fb: FunctionBuilder, expr: ast.Expr): Value {
  return placeAddress(fb, buildPlace(fb, expr));
}

function buildIdent(fb: FunctionBuilder, expr: ast.Ident): Value {
  const object = fb.unit.info.uses.get(expr) ?? fb.unit.info.defs.get(expr);
  switch (object?.kind) {
    case "var":
      return readPlace(fb, buildPlace(fb, expr));
    case "func":
      return fb.global(functionValue(fb.ctx, object, instanceArgs(fb, expr)));
    case "nil":
      return fb.zero(fb.typeOf(expr));
    default:
      throw fb.broken(`${expr.name} has no value`, expr);
  }
}

/** The type arguments at an identifier that denotes an instance of a generic function. */
export function instanceArgs(fb: FunctionBuilder, ident: ast.Ident): readonly Type[] {
  const instance = fb.unit.info.instances.get(ident);
  return instance === undefined ? [] : instance.typeArgs.map((arg) => fb.type(arg));
}

function buildSelector(fb: FunctionBuilder, expr: ast.SelectorExpr): Value {
  const selection = selectionOf(fb, expr);
  if (selection === undefined) return buildIdent(fb, expr.selector);
  const saved = fb.pos;
  fb.pos = expr.selector.pos;
  let value: Value;
  if (selection.kind === "field") {
    value = readPlace(fb, buildPlace(fb, expr));
  } else if (selection.kind === "methodexpr") {
    const method = { obj: selection.obj as Func, index: selection.index };
    value = fb.global(methodExpression(fb.ctx, selection.receiver, method));
  } else {
    const receiver = methodReceiver(fb, expr, selection);
    if (underlying(receiver.type).kind === "interface") {
      fb.nilCheck(fb.emit("typeword", types.ptr, [receiver.value]));
    }
    value = emitMethodValue(fb.ctx, fb, receiver.type, receiver.method, receiver.value);
  }
  fb.pos = saved;
  return value;
}

function buildIndex(fb: FunctionBuilder, expr: ast.IndexExpr): Value {
  const info = fb.unit.info.types.get(expr.x);
  const node = unparen(expr.x);
  const type = info === undefined ? undefined : underlying(fb.type(info.type));
  if (type === undefined || type.kind === "signature") {
    // An instance of a generic function.
    return node.kind === "SelectorExpr" ? buildIdent(fb, node.selector) : buildIdent(fb, node as ast.Ident);
  }
  if (type.kind === "basic") {
    const text = buildExpr(fb, expr.x);
    const index = buildInt(fb, expr.indices[0]!);
    fb.pos = expr.lbrack;
    return stringByte(fb, text, index);
  }
  return readPlace(fb, buildPlace(fb, expr));
}

/** Byte `index` of a string, checked. */
function stringByte(fb: FunctionBuilder, text: Value, index: Value): Value {
  boundsCheck(fb, index, fb.emit("len", types.int64, [text]));
  const data = fb.emit("data", types.ptr, [text]);
  const address = fb.emit("index", types.ptr, [data, index], { imm: 1 });
  return fb.emit("load", types.uint8, [address], { imm: 0 });
}

/**
 * An expression whose value of memory class nothing will change: calls and literals make new memory; what is read
 * from a variable has to be copied if it must last.
 */
export function isFresh(fb: FunctionBuilder, expr: ast.Expr): boolean {
  const node = unparen(expr);
  if (node.kind === "CompositeLit" || node.kind === "TypeAssertExpr") return true;
  if (node.kind === "CallExpr") {
    const mode = fb.unit.info.types.get(node.callee)?.mode;
    return mode === "type" ? isFresh(fb, node.args[0]!) : true;
  }
  return false;
}

/** As {@link buildExprAs}, but the value lasts: it is copied if it may be changed before it is used. */
export function buildLasting(fb: FunctionBuilder, expr: ast.Expr, target: Type): Value {
  const value = buildExprAs(fb, expr, target);
  return isFresh(fb, expr) ? value : fb.copied(target, value);
}

/** An argument of memory class: variables that only this function knows need no copy for a call. */
export function buildArgument(fb: FunctionBuilder, expr: ast.Expr, target: Type): Value {
  if (!fb.isMemory(target)) return buildExprAs(fb, expr, target);
  const node = unparen(expr);
  if (node.kind === "Ident" || node.kind === "SelectorExpr") {
    const selection = node.kind === "SelectorExpr" ? selectionOf(fb, node) : undefined;
    if (node.kind === "Ident" || selection?.kind === "field") {
      const place = buildPlace(fb, node);
      const value = readPlace(fb, place);
      return place.kind === "memory" && place.isPrivate ? value : fb.copied(target, value);
    }
  }
  return buildLasting(fb, expr, target);
}

/** An explicit conversion `T(x)`. */
export function buildConversion(fb: FunctionBuilder, expr: ast.CallExpr): Value {
  const target = fb.typeOf(expr);
  const operand = expr.args[0]!;
  const entry = fb.unit.info.types.get(operand);
  if (entry?.mode === "nil") return fb.zero(target);
  const from = fb.typeOf(operand);
  return convertValue(fb, buildExpr(fb, operand), from, target);
}
