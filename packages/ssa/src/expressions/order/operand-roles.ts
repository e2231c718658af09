import type * as ast from "@goes/ast";
import { unparen } from "@goes/ast";
import { gcSizes, underlying, type BuiltinName, type Signature, type Type } from "@goes/types";
import { builtinOf } from "../calls/callee.ts";
import { pointerOffsets } from "../../layout/ir-types.ts";
import { typed, type FunctionBuilder } from "../../function/function-builder.ts";
import { forEachChild } from "../../function/syntax-walk.ts";

/** What an operand is for: it is assigned to a type (or any interface), or evaluated in its turn as calls are. */
export type OperandRole = Type | "interface" | "in turn" | undefined;

/**
 * Whether gc copies an operand before it makes an interface of it: a value that is no variable, unless its conversion takes
 * the value itself (integers and floats of 2, 4 and 8 bytes, and what looks like them, strings, slices).
 */
export function isCopiedForInterface(fb: FunctionBuilder, expr: ast.Expr): boolean {
  const entry = fb.unit.info.types.get(expr);
  if (entry === undefined || entry.value !== undefined || entry.mode === "nil") return false;
  const node = unparen(expr);
  if (node.kind === "FuncLit" || isVariable(fb, node)) return false;
  const type = typed(fb.typeOf(expr));
  const under = underlying(type);
  if (under.kind === "interface" || under.kind === "tuple" || under.kind === "slice") return false;
  return !(under.kind === "basic" && under.basic === "string") && !isScalarSized(fb, type);
}

/** Whether gc's layout of the type has no pointers and the size and alignment of an integer of 16, 32 or 64 bits. */
function isScalarSized(fb: FunctionBuilder, type: Type): boolean {
  const size = gcSizes.sizeof(type);
  return (
    (size === 2 || size === 4 || size === 8) &&
    gcSizes.alignof(type) === size &&
    pointerOffsets(fb.ctx, type).length === 0
  );
}

/** Whether gc has values of the type as they are in the data word of an interface. */
export function isPointerShaped(type: Type): boolean {
  const under = underlying(typed(type));
  switch (under.kind) {
    case "chan":
    case "map":
    case "pointer":
    case "signature":
      return true;
    case "basic":
      return under.basic === "unsafe.Pointer";
    case "array":
      return under.length === 1 && isPointerShaped(under.element);
    case "struct":
      return under.fields.length === 1 && isPointerShaped(under.fields[0]!.type!);
    case "interface":
    case "slice":
    case "tuple":
    case "union":
      return false;
  }
}

/** Whether an expression denotes a variable: its own, a field, an element, or what a pointer points to. */
function isVariable(fb: FunctionBuilder, expr: ast.Expr): boolean {
  const { info } = fb.unit;
  for (let node = unparen(expr); ;) {
    if (node.kind === "Ident") {
      return info.uses.get(node)?.kind === "var";
    } else if (node.kind === "StarExpr") {
      return true;
    } else if (node.kind === "SelectorExpr") {
      const selection = info.selections.get(node);
      if (selection === undefined) return info.uses.get(node.selector)?.kind === "var";
      if (selection.kind !== "field" || selection.indirect) return selection.kind === "field";
      node = unparen(node.x);
    } else if (node.kind === "IndexExpr") {
      const { kind } = underlying(fb.typeOf(node.x));
      if (kind !== "array") return kind === "slice" || kind === "pointer";
      node = unparen(node.x);
    } else {
      return false;
    }
  }
}

/** Elements larger than this (in bytes) are in maps whose keys gc always takes by address. */
const largestQuickElement = 128;

/** The role of an index: gc copies keys that its functions for maps take by address. */
export function mapKeyRole(fb: FunctionBuilder, map: ast.Expr, key: ast.Expr): OperandRole {
  const type = underlying(fb.typeOf(map));
  if (type.kind !== "map" || fb.unit.info.types.get(key)?.value !== undefined) return undefined;
  const target = underlying(type.key);
  const isText = target.kind === "basic" && target.basic === "string";
  const size = gcSizes.sizeof(type.key);
  const isQuick = isText || ((size === 4 || size === 8) && comparesAsMemory(type.key));
  if (isQuick && gcSizes.sizeof(type.value) <= largestQuickElement) return undefined;
  const becomesInterface = target.kind === "interface" && underlying(fb.typeOf(key)).kind !== "interface";
  return becomesInterface || !isVariable(fb, key) ? "in turn" : undefined;
}

/** Whether values of the type are equal if their bytes are. */
function comparesAsMemory(type: Type): boolean {
  const under = underlying(type);
  switch (under.kind) {
    case "basic":
      return !/string|float|complex/.test(under.basic);
    case "array":
      return comparesAsMemory(under.element);
    case "struct":
      return under.fields.every((field) => field.name !== "_" && comparesAsMemory(field.type!));
    case "chan":
    case "interface":
    case "map":
    case "pointer":
    case "signature":
    case "slice":
    case "tuple":
    case "union":
      return under.kind !== "interface";
  }
}

/** The types that the arguments of a call are assigned to. */
export function argumentRoles(signature: Signature, call: ast.CallExpr): readonly OperandRole[] {
  const params = signature.params.vars;
  return call.args.map((_, i) => {
    const last = params.at(-1)?.type;
    const isExtra = signature.variadic && call.ellipsis === undefined && i >= params.length - 1;
    if (!isExtra || last === undefined) return params[i]?.type;
    const list = underlying(last);
    return list.kind === "slice" ? list.element : undefined;
  });
}

/** The roles of the arguments of a built-in function. */
export function builtinRoles(
  fb: FunctionBuilder,
  call: ast.CallExpr,
  builtin: BuiltinName,
): readonly OperandRole[] {
  if (builtin === "panic") return ["interface"];
  if (builtin !== "append" || call.ellipsis !== undefined) return [];
  const list = underlying(fb.typeOf(call));
  return call.args.map((_, i) => (i > 0 && list.kind === "slice" ? list.element : undefined));
}

/** The roles of the bounds of a slice expression: gc copies each but bare names before the calls in those after it. */
export function boundRoles(
  fb: FunctionBuilder,
  bounds: readonly (ast.Expr | undefined)[],
): readonly OperandRole[] {
  return bounds.map((bound, i) => {
    if (bound === undefined || unparen(bound).kind === "Ident") return undefined;
    return bounds.slice(i + 1).some((later) => later !== undefined && hasCall(fb, later))
      ? "in turn"
      : undefined;
  });
}

/** Built-in functions that change nothing: what they are given may as well be evaluated later. */
const isPureBuiltin: Readonly<Record<BuiltinName, boolean>> = Object.freeze({
  append: false,
  cap: true,
  clear: false,
  close: false,
  complex: true,
  copy: false,
  delete: false,
  imag: true,
  len: true,
  make: true,
  max: true,
  min: true,
  new: true,
  panic: false,
  print: false,
  println: false,
  real: true,
  recover: false,
  // Mostly constants, which are not evaluated at all.
  "unsafe.Alignof": false,
  "unsafe.Offsetof": false,
  "unsafe.Sizeof": false,
  "unsafe.Add": true,
  "unsafe.Slice": true,
  "unsafe.SliceData": true,
  "unsafe.String": true,
  "unsafe.StringData": true,
});

/** Whether an expression holds a call or a receive operation. */
export function hasCall(fb: FunctionBuilder, expr: ast.Node): boolean {
  const work = [expr];
  for (let node = work.pop(); node !== undefined; node = work.pop()) {
    if (node.kind === "FuncLit") continue;
    if (node.kind === "UnaryExpr" && node.op === "<-") return true;
    if (node.kind === "CallExpr" && fb.unit.info.types.get(node.callee)?.mode !== "type") {
      const builtin = builtinOf(fb, node);
      if (builtin === undefined || !isPureBuiltin[builtin]) return true;
    }
    forEachChild(node, (child) => work.push(child));
  }
  return false;
}
