import type * as ast from "@goes/ast";
import { types, type Value } from "@goes/ir";
import {
  ArrayType,
  underlying,
  type ArrayType as Array,
  type MapType,
  type SliceType,
  type StructType,
  type Type,
} from "@goes/types";
import { integerOf } from "./constants.ts";
import { constantEntries, constantLiteral } from "../globals/constant-literals.ts";
import { mapSymbol } from "../layout/map-functions.ts";
import { structOffsets } from "../layout/ir-types.ts";
import { buildExprAs, buildExprInto } from "./expressions.ts";
import type { FunctionBuilder } from "../function/function-builder.ts";
import { mapKeyRole } from "./order/operand-roles.ts";
import { hoistCalls } from "./order/hoisted-calls.ts";

/** A composite literal (spec, "Composite literals"). */
export function buildCompositeLit(fb: FunctionBuilder, expr: ast.CompositeLit): Value {
  const type = fb.typeOf(expr);
  const under = underlying(type);
  fb.pos = expr.pos;
  switch (under.kind) {
    case "pointer": {
      // An elided &T inside another literal.
      const object = fb.newObject(under.element);
      buildCompositeLitAt(fb, expr, object, "zeroed");
      return object;
    }
    case "slice":
      return buildSliceLit(fb, expr, under);
    case "map":
      return buildMapLit(fb, expr, under, type);
    case "struct":
      if (expr.elements.length === 0) return fb.zero(type);
      if (!fb.isMemory(type)) return buildStructValue(fb, expr, type, under);
      break;
    case "array":
      if (expr.elements.length === 0) return fb.zero(type);
      if (!fb.isMemory(type)) {
        const element = indexedElements(fb, expr)[0]!;
        return fb.emit("make.struct", fb.ir(type), [buildElement(fb, element.value, under.element)]);
      }
      break;
    case "basic":
    case "chan":
    case "interface":
    case "signature":
    case "tuple":
    case "union":
      throw fb.broken("a composite literal of this type", expr);
  }
  const constant = constantData(fb, expr, type);
  if (constant !== undefined) return constant;
  const address = fb.temp(type);
  buildCompositeLitAt(fb, expr, address, "undefined");
  return address;
}

/**
 * The address of what a large literal of constants holds, if it is of memory class. Nobody writes there. `held` is the
 * type of the data: of a slice literal, the array of its elements.
 */
function constantData(
  fb: FunctionBuilder,
  expr: ast.CompositeLit,
  type: Type,
  held: Type = type,
): Value | undefined {
  if (!fb.unit.substituter.empty || !fb.isMemory(held)) return undefined;
  const symbol = constantLiteral(fb.ctx, fb.unit.checked, fb.func.name, type, expr);
  return symbol === undefined ? undefined : fb.global(symbol);
}

/** A composite literal of a struct or array type, made at `address`, which nothing refers to yet. */
export function buildCompositeLitAt(
  fb: FunctionBuilder,
  expr: ast.CompositeLit,
  address: Value,
  contents: "zeroed" | "undefined",
): void {
  const own = fb.typeOf(expr);
  const outer = underlying(own);
  const type = outer.kind === "pointer" ? outer.element : own;
  const under = underlying(type);
  fb.pos = expr.pos;
  const constant =
    under.kind === "struct" || under.kind === "array" ? constantData(fb, expr, type) : undefined;
  if (constant !== undefined) {
    fb.store(type, address, constant);
    return;
  }
  if (under.kind === "struct") {
    const elements = fieldElements(fb, expr, under);
    const complete = elements.length === under.fields.length;
    if (contents === "undefined" && !complete) fb.clear(type, address);
    const offsets = structOffsets(fb.ctx, type);
    const zeroed = contents === "zeroed" || !complete ? "zeroed" : "undefined";
    for (const { index, value } of elements) {
      const fieldType = fb.type(under.fields[index]!.type!);
      buildElementInto(fb, value, fieldType, fb.offset(address, offsets[index]!), zeroed);
    }
    return;
  }
  if (under.kind === "array") {
    const elements = indexedElements(fb, expr);
    const complete = elements.length === under.length;
    if (contents === "undefined" && !complete) fb.clear(type, address);
    const zeroed = contents === "zeroed" || !complete ? "zeroed" : "undefined";
    storeElements(fb, elements, under.element, address, zeroed);
    return;
  }
  fb.store(type, address, buildCompositeLit(fb, expr));
}

function buildStructValue(fb: FunctionBuilder, expr: ast.CompositeLit, type: Type, under: StructType): Value {
  const given = new Map<number, Value>();
  for (const { index, value } of fieldElements(fb, expr, under)) {
    given.set(index, buildElement(fb, value, fb.type(under.fields[index]!.type!)));
  }
  const fields = under.fields.map((field, i) => given.get(i) ?? fb.zero(fb.type(field.type!)));
  return fb.emit("make.struct", fb.ir(type), fields);
}

/** The values of a struct literal with the numbers of their fields, in source order. */
function fieldElements(
  fb: FunctionBuilder,
  expr: ast.CompositeLit,
  under: StructType,
): { readonly index: number; readonly value: ast.Expr }[] {
  return expr.elements.map((element, position) => {
    if (element.kind !== "KeyValueExpr") return { index: position, value: element };
    const name = (element.key as ast.Ident).name;
    const pkg = fb.unit.checked.pkg;
    const index = under.fields.findIndex(
      (field) => field.name === name && (field.exported || field.pkg === undefined || field.pkg === pkg),
    );
    return { index, value: element.value };
  });
}

/** The values of an array or slice literal with their indices. */
function indexedElements(
  fb: FunctionBuilder,
  expr: ast.CompositeLit,
): { readonly index: number; readonly value: ast.Expr }[] {
  let next = 0;
  return expr.elements.map((element) => {
    let value = element;
    if (element.kind === "KeyValueExpr") {
      const key = fb.unit.info.types.get(element.key)?.value;
      if (key !== undefined) next = Number(integerOf(key));
      value = element.value;
    }
    return { index: next++, value };
  });
}

function storeElements(
  fb: FunctionBuilder,
  elements: readonly { readonly index: number; readonly value: ast.Expr }[],
  elementType: Type,
  address: Value,
  contents: "zeroed" | "undefined",
): void {
  const size = fb.sizeOf(elementType);
  for (const { index, value } of elements) {
    buildElementInto(fb, value, elementType, fb.offset(address, index * size), contents);
  }
}

function buildSliceLit(fb: FunctionBuilder, expr: ast.CompositeLit, type: SliceType): Value {
  const elements = indexedElements(fb, expr);
  const length = elements.reduce((most, { index }) => Math.max(most, index + 1), 0);
  const array: Array = new ArrayType(type.element, length);
  // An empty literal is not nil.
  const data = fb.newObject(array);
  const constant = constantData(fb, expr, type, array);
  if (constant === undefined) storeElements(fb, elements, type.element, data, "zeroed");
  else fb.store(array, data, constant);
  const count = fb.int(length);
  return fb.emit("make.slice", types.slice, [data, count, count]);
}

function buildMapLit(fb: FunctionBuilder, expr: ast.CompositeLit, type: MapType, whole: Type): Value {
  const map = fb.emit("call", fb.ir(whole), [fb.int(expr.elements.length)], {
    sym: mapSymbol(fb.ctx, type, "make"),
  });
  const { substituter, checked } = fb.unit;
  const entries = substituter.empty ? constantEntries(fb.ctx, checked, fb.func.name, type, expr) : undefined;
  if (entries !== undefined) {
    const values = entries.values === undefined ? valuesOf(fb, expr, type) : fb.global(entries.values);
    insertEntries(fb, type, map, expr.elements.length, fb.global(entries.keys), values);
    return map;
  }
  for (const element of expr.elements) {
    if (element.kind !== "KeyValueExpr") continue;
    hoistCalls(fb, [element.key, element.value], [mapKeyRole(fb, expr, element.key), type.value]);
    const key = buildElement(fb, element.key, type.key);
    const value = buildElement(fb, element.value, type.value);
    fb.pos = element.pos;
    const address = fb.emit("map.assign", types.ptr, [map, key], { sym: mapSymbol(fb.ctx, type, "assign") });
    fb.store(type.value, address, value);
  }
  return map;
}

/** An array of the elements of a map literal: with constant keys, a loop over both is less code than an assignment for each. */
function valuesOf(fb: FunctionBuilder, expr: ast.CompositeLit, type: MapType): Value {
  const array = fb.newObject(new ArrayType(type.value, expr.elements.length));
  storeElements(fb, indexedValues(expr), type.value, array, "zeroed");
  return array;
}

/** The elements of a map literal in their order. */
function indexedValues(
  expr: ast.CompositeLit,
): readonly { readonly index: number; readonly value: ast.Expr }[] {
  return expr.elements.map((element, index) => ({
    index,
    value: element.kind === "KeyValueExpr" ? element.value : element,
  }));
}

/** Makes entries of keys and elements that are in two arrays. */
function insertEntries(
  fb: FunctionBuilder,
  type: MapType,
  map: Value,
  count: number,
  keys: Value,
  values: Value,
): void {
  const counter = fb.variable(types.int64);
  fb.write(counter, fb.int(0));
  const head = fb.newBlock();
  const body = fb.newBlock();
  const end = fb.newBlock();
  fb.jump(head);
  fb.enter(head);
  const index = fb.read(counter);
  fb.branch(fb.emit("lt", types.bool, [index, fb.int(count)]), body, end);
  fb.enterSealed(body);
  const at = (base: Value, element: Type): Value =>
    fb.load(element, fb.emit("index", types.ptr, [base, index], { imm: fb.sizeOf(element) }));
  const sym = mapSymbol(fb.ctx, type, "assign");
  const address = fb.emit("map.assign", types.ptr, [map, at(keys, type.key)], { sym });
  fb.store(type.value, address, at(values, type.value));
  fb.write(counter, fb.emit("add", types.int64, [index, fb.int(1)]));
  fb.jump(head);
  fb.seal(head);
  fb.enterSealed(end);
}

/** An element of a composite literal, whose own type may have been elided. */
function buildElement(fb: FunctionBuilder, expr: ast.Expr, type: Type): Value {
  if (expr.kind === "CompositeLit" && expr.type === undefined) return buildCompositeLit(fb, expr);
  return buildExprAs(fb, expr, type);
}

function buildElementInto(
  fb: FunctionBuilder,
  expr: ast.Expr,
  type: Type,
  address: Value,
  contents: "zeroed" | "undefined",
): void {
  if (expr.kind === "CompositeLit" && expr.type === undefined && !fb.isMemory(type)) {
    fb.store(type, address, buildCompositeLit(fb, expr));
    return;
  }
  buildExprInto(fb, expr, type, address, contents);
}
