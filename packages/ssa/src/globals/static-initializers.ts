import type * as ast from "@goes/ast";
import { unparen } from "@goes/ast";
import { DataBuilder, payloadOffset } from "@goes/ir";
import {
  safeIntValue,
  underlying,
  type ArrayType,
  type CheckedPackage,
  type Initializer,
  type SliceType,
  type StructType,
  type Type,
  type TypesObject,
} from "@goes/types";
import { constantClosure } from "../synthesized/closure-objects.ts";
import { functionValue, methodExpression } from "../synthesized/function-values.ts";
import type { DataContext } from "../program/data-context.ts";
import { noteConversion } from "../descriptors/dispatch.ts";
import { payloadForm } from "../descriptors/interfaces.ts";
import { sizeOf, structOffsets, typeOf } from "../layout/ir-types.ts";
import { reachGlobal } from "./reach-globals.ts";
import { defineStatic, writeConstant } from "./static-values.ts";
import { typeDescriptor } from "../descriptors/type-descriptors.ts";

/** Where an expression is used. */
export interface Source {
  readonly ctx: DataContext;
  readonly pkg: CheckedPackage;
  /** The variable that is being initialised: names the data that it refers to. */
  readonly name: string;
}

/** The bytes of a variable are computed now if the expression allows that; false: code must do it. */
export function tryStaticInitializer(
  ctx: DataContext,
  pkg: CheckedPackage,
  initializer: Initializer,
): boolean {
  const { lhs, rhs } = initializer;
  const variable = lhs[0];
  if (lhs.length !== 1 || variable === undefined) return false;
  const type = typeOf(variable);
  // A large zeroed array needs no image.
  if (!isStatic({ ctx, pkg, name: "" }, type, rhs)) return false;
  if (variable.name === "_") return true;
  const name = reachGlobal(ctx, variable);
  const image = new DataBuilder(ctx.module, sizeOf(ctx, type));
  writeValue({ ctx, pkg, name }, image, 0, type, rhs);
  const present = ctx.module.data.get(name)!;
  ctx.module.data.set(name, { ...present, bytes: trimZeros(image), relocations: image.relocations });
  return true;
}

/** The bytes without the zeros at their end. */
function trimZeros({ bytes }: DataBuilder): Uint8Array {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end--;
  return end === bytes.length ? bytes : bytes.slice(0, end);
}

/** The operand of a conversion that changes nothing in memory. */
export function conversionOperand({ pkg }: Source, expr: ast.CallExpr): ast.Expr | undefined {
  const { types } = pkg.info;
  const arg = expr.args[0];
  if (arg === undefined || expr.args.length !== 1 || types.get(expr.callee)?.mode !== "type")
    return undefined;
  const target = types.get(expr)?.type;
  const operand = types.get(arg);
  if (target === undefined || operand === undefined) return undefined;
  if (operand.mode === "nil") return arg;
  const to = underlying(target);
  const from = underlying(operand.type);
  if (to.kind !== from.kind || to.kind === "basic" || to.kind === "interface") return undefined;
  return arg;
}

/** `[]byte("text")`: the text. */
function byteSliceText({ pkg }: Source, expr: ast.CallExpr): string | undefined {
  const { types } = pkg.info;
  const arg = expr.args[0];
  const target = types.get(expr)?.type;
  if (arg === undefined || target === undefined || types.get(expr.callee)?.mode !== "type") return undefined;
  const value = types.get(arg)?.value;
  const under = underlying(target);
  if (value?.kind !== "string" || under.kind !== "slice") return undefined;
  const element = underlying(under.element);
  return element.kind === "basic" && element.basic === "uint8" ? value.value : undefined;
}

/** `new(T)`: T. */
function newedType({ pkg }: Source, expr: ast.CallExpr): Type | undefined {
  const callee = unparen(expr.callee);
  const object = callee.kind === "Ident" ? pkg.info.uses.get(callee) : undefined;
  if (object?.kind !== "builtin" || object.builtin !== "new") return undefined;
  const arg = pkg.info.types.get(expr.args[0]!);
  return arg?.mode === "type" ? arg.type : undefined;
}

/** The object that a name or qualified name denotes. */
export function objectOf({ pkg }: Source, expr: ast.Expr): TypesObject | undefined {
  const inner = expr.kind === "IndexExpr" ? unparen(expr.x) : expr;
  if (inner.kind === "Ident") return pkg.info.uses.get(inner);
  if (inner.kind === "SelectorExpr" && !pkg.info.selections.has(inner))
    return pkg.info.uses.get(inner.selector);
  return undefined;
}

function typeArgsAt({ pkg }: Source, expr: ast.Expr): readonly Type[] {
  const inner = expr.kind === "IndexExpr" ? unparen(expr.x) : expr;
  const ident = inner.kind === "SelectorExpr" ? inner.selector : inner;
  return ident.kind === "Ident" ? (pkg.info.instances.get(ident)?.typeArgs ?? []) : [];
}

/** Whether the value of `expr`, assigned to a variable of `type`, is known now. Changes nothing. */
function isStatic(source: Source, type: Type, original: ast.Expr): boolean {
  const expr = unparen(original);
  const known = source.pkg.info.types.get(expr);
  if (known?.mode === "nil") return true;
  // The literal of an element may leave out its type; its own is then that of the element.
  const own = known?.type ?? type;
  if (underlying(type).kind === "interface" && underlying(own).kind === "interface") return false;
  if (known?.value !== undefined) return known.value.kind !== "unknown";
  switch (expr.kind) {
    case "CompositeLit":
      return isStaticLiteral(source, own, expr);
    case "UnaryExpr": {
      if (expr.op !== "&") return false;
      const x = unparen(expr.x);
      if (x.kind === "CompositeLit") {
        const literal = source.pkg.info.types.get(x)?.type;
        return literal !== undefined && isStaticLiteral(source, literal, x);
      }
      const object = objectOf(source, x);
      return object?.kind === "var" && object.role === "package" && x.kind !== "IndexExpr";
    }
    case "Ident":
    case "IndexExpr":
    case "SelectorExpr": {
      const selection = expr.kind === "SelectorExpr" ? source.pkg.info.selections.get(expr) : undefined;
      if (selection !== undefined) return selection.kind === "methodexpr";
      return objectOf(source, expr)?.kind === "func";
    }
    case "FuncLit":
      return true;
    case "CallExpr": {
      if (newedType(source, expr) !== undefined || byteSliceText(source, expr) !== undefined) return true;
      const operand = conversionOperand(source, expr);
      return operand !== undefined && isStatic(source, own, operand);
    }
    case "ArrayType":
    case "BadExpr":
    case "BasicLit":
    case "BinaryExpr":
    case "ChanType":
    case "Ellipsis":
    case "FuncType":
    case "InterfaceType":
    case "KeyValueExpr":
    case "MapType":
    case "ParenExpr":
    case "SliceExpr":
    case "StarExpr":
    case "StructType":
    case "TypeAssertExpr":
      return false;
  }
}

function isStaticLiteral(source: Source, type: Type, literal: ast.CompositeLit): boolean {
  const under = underlying(type);
  switch (under.kind) {
    case "pointer":
      return isStaticLiteral(source, under.element, literal);
    case "struct":
      return structElements(under, literal).every(({ type: part, value }) => isStatic(source, part, value));
    case "array":
    case "slice":
      return literal.elements.every((element) =>
        isStatic(source, under.element, element.kind === "KeyValueExpr" ? element.value : element),
      );
    case "basic":
    case "chan":
    case "interface":
    case "map":
    case "signature":
    case "tuple":
    case "union":
      return false;
  }
}

/** An element of a struct literal. */
interface StructElement {
  readonly index: number;
  readonly type: Type;
  readonly value: ast.Expr;
}

/** The elements of a struct literal with their fields. */
export function structElements(under: StructType, literal: ast.CompositeLit): StructElement[] {
  return literal.elements.map((element, position) => {
    if (element.kind !== "KeyValueExpr") {
      return { index: position, type: typeOf(under.fields[position]!), value: element };
    }
    const { key } = element;
    const name = key.kind === "Ident" ? key.name : "";
    const index = under.fields.findIndex((field) => field.name === name);
    return { index, type: typeOf(under.fields[index]!), value: element.value };
  });
}

/** Writes the value of `expr`, for which {@link isStatic} holds. */
export function writeValue(
  source: Source,
  image: DataBuilder,
  offset: number,
  type: Type,
  original: ast.Expr,
): void {
  const expr = unparen(original);
  const known = source.pkg.info.types.get(expr);
  if (known?.mode === "nil") return;
  const { ctx } = source;
  const own = known?.type ?? type;
  if (underlying(type).kind === "interface") {
    writeInterface(source, image, offset, own, expr);
    return;
  }
  if (known?.value !== undefined) {
    writeConstant(ctx, image, offset, type, known.value);
    return;
  }
  switch (expr.kind) {
    case "CompositeLit":
      writeLiteral(source, image, offset, own, expr);
      return;
    case "UnaryExpr": {
      const x = unparen(expr.x);
      if (x.kind === "CompositeLit") {
        writePointerTo(source, image, offset, source.pkg.info.types.get(x)!.type, x);
        return;
      }
      const object = objectOf(source, x);
      if (object?.kind === "var") image.address(offset, reachGlobal(ctx, object));
      return;
    }
    case "FuncLit":
      image.address(offset, constantClosure(ctx, ctx.buildFuncLit(expr, source.pkg)));
      return;
    case "CallExpr":
      writeCall(source, image, offset, own, expr);
      return;
    case "Ident":
    case "IndexExpr":
    case "SelectorExpr": {
      const selection = expr.kind === "SelectorExpr" ? source.pkg.info.selections.get(expr) : undefined;
      if (selection?.obj.kind === "func") {
        const { receiver, obj, index } = selection;
        image.address(offset, methodExpression(ctx, receiver, { obj, index }));
        return;
      }
      const object = objectOf(source, expr);
      if (object?.kind === "func") {
        image.address(offset, functionValue(ctx, object, typeArgsAt(source, expr)));
      }
      return;
    }
    case "ArrayType":
    case "BadExpr":
    case "BasicLit":
    case "BinaryExpr":
    case "ChanType":
    case "Ellipsis":
    case "FuncType":
    case "InterfaceType":
    case "KeyValueExpr":
    case "MapType":
    case "ParenExpr":
    case "SliceExpr":
    case "StarExpr":
    case "StructType":
    case "TypeAssertExpr":
      return;
  }
}

function writeCall(source: Source, image: DataBuilder, offset: number, type: Type, expr: ast.CallExpr): void {
  const { ctx } = source;
  const newed = newedType(source, expr);
  if (newed !== undefined) {
    const empty = new DataBuilder(ctx.module, 0);
    image.address(offset, defineStatic(ctx, anonymousName(source), newed, 1, empty, "variable"));
    return;
  }
  const text = byteSliceText(source, expr);
  const under = underlying(type);
  if (text !== undefined && under.kind === "slice") {
    const backing = new DataBuilder(ctx.module, text.length);
    for (let i = 0; i < text.length; i++) backing.bytes[i] = text.charCodeAt(i);
    const name = defineStatic(ctx, anonymousName(source), under.element, text.length, backing, "variable");
    writeSlice(image, offset, name, text.length);
    return;
  }
  writeValue(source, image, offset, type, conversionOperand(source, expr)!);
}

function writeInterface(
  source: Source,
  image: DataBuilder,
  offset: number,
  type: Type,
  expr: ast.Expr,
): void {
  const { ctx } = source;
  noteConversion(ctx, type);
  image.address(offset, typeDescriptor(ctx, type));
  if (payloadForm(type) === "indirect") {
    const size = sizeOf(ctx, type);
    if (size === 0) return;
    const copy = new DataBuilder(ctx.module, size);
    writeValue(source, copy, 0, type, expr);
    image.address(
      offset + payloadOffset,
      defineStatic(ctx, anonymousName(source), type, 1, copy, "constant"),
    );
    return;
  }
  const at = offset + payloadOffset;
  const value = source.pkg.info.types.get(expr)?.value;
  const under = underlying(type);
  const isFloat = under.kind === "basic" && under.basic.startsWith("float");
  if (value?.kind === "int" && !isFloat) image.integer(at, 8, value.value);
  else if (value?.kind === "string") image.string(at, value.value);
  else writeValue(source, image, at, type, expr);
}

function writePointerTo(
  source: Source,
  image: DataBuilder,
  offset: number,
  type: Type,
  literal: ast.CompositeLit,
): void {
  const target = new DataBuilder(source.ctx.module, sizeOf(source.ctx, type));
  writeLiteral(source, target, 0, type, literal);
  image.address(offset, defineStatic(source.ctx, anonymousName(source), type, 1, target, "variable"));
}

/** Writes what a literal of a value of `type` holds; the literal itself may be a pointer to it. */
export function writeLiteral(
  source: Source,
  image: DataBuilder,
  offset: number,
  type: Type,
  literal: ast.CompositeLit,
): void {
  const under = underlying(type);
  switch (under.kind) {
    case "pointer":
      writePointerTo(source, image, offset, under.element, literal);
      return;
    case "struct": {
      const offsets = structOffsets(source.ctx, type);
      for (const element of structElements(under, literal)) {
        if (under.fields[element.index]!.name === "_") continue;
        writeValue(source, image, offset + offsets[element.index]!, element.type, element.value);
      }
      return;
    }
    case "array":
      writeElements(source, image, offset, under, literal);
      return;
    case "slice":
      writeSliceLiteral(source, image, offset, under, literal);
      return;
    case "basic":
    case "chan":
    case "interface":
    case "map":
    case "signature":
    case "tuple":
    case "union":
      return;
  }
}

function writeElements(
  source: Source,
  image: DataBuilder,
  offset: number,
  under: ArrayType | SliceType,
  literal: ast.CompositeLit,
): void {
  const size = sizeOf(source.ctx, under.element);
  forEachElement(source, literal, (index, value) => {
    writeValue(source, image, offset + index * size, under.element, value);
  });
}

function writeSliceLiteral(
  source: Source,
  image: DataBuilder,
  offset: number,
  under: SliceType,
  literal: ast.CompositeLit,
): void {
  let length = 0;
  forEachElement(source, literal, (index) => {
    length = Math.max(length, index + 1);
  });
  const backing = new DataBuilder(source.ctx.module, length * sizeOf(source.ctx, under.element));
  writeElements(source, backing, 0, under, literal);
  const name = defineStatic(source.ctx, anonymousName(source), under.element, length, backing, "variable");
  writeSlice(image, offset, name, length);
}

function writeSlice(image: DataBuilder, offset: number, symbol: string, length: number): void {
  image.address(offset, symbol);
  image.u32(offset + 4, length);
  image.u32(offset + 8, length);
}

/** The elements of an array or slice literal with their indices. */
export function forEachElement(
  { pkg }: Source,
  literal: ast.CompositeLit,
  visit: (index: number, value: ast.Expr) => void,
): void {
  let next = 0;
  for (const element of literal.elements) {
    if (element.kind === "KeyValueExpr") {
      const key = pkg.info.types.get(element.key)?.value;
      next = (key === undefined ? undefined : safeIntValue(key)) ?? next;
      visit(next, element.value);
    } else {
      visit(next, element);
    }
    next++;
  }
}

function anonymousName({ ctx, name }: Source): string {
  ctx.data.anonymous++;
  return `${name}·${ctx.data.anonymous}`;
}
