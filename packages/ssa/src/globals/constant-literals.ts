import type * as ast from "@goes/ast";
import { unparen } from "@goes/ast";
import { DataBuilder } from "@goes/ir";
import { underlying, type CheckedPackage, type Type } from "@goes/types";
import type { DataContext } from "../program/data-context.ts";
import { sizeOf } from "../layout/ir-types.ts";
import {
  conversionOperand,
  forEachElement,
  objectOf,
  structElements,
  writeLiteral,
  writeValue,
  type Source,
} from "./static-initializers.ts";
import { defineStatic } from "./static-values.ts";

/** With fewer values, stores of constants are shorter than a copy of data. */
const fewestValues = 8;

/**
 * The data symbol of what a literal of a struct, array or slice type (then: of its elements) holds, if all of that is known
 * now and enough for copying it to pay.
 */
export function constantLiteral(
  ctx: DataContext,
  pkg: CheckedPackage,
  func: string,
  type: Type,
  literal: ast.CompositeLit,
): string | undefined {
  const source: Source = { ctx, pkg, name: func };
  if (literal.elements.length === 0) return undefined;
  const under = underlying(type);
  const values = countLiteral(source, type, literal);
  if (values === undefined || values < fewestValues) return undefined;
  if (under.kind !== "slice") {
    const image = new DataBuilder(ctx.module, sizeOf(ctx, type));
    writeLiteral(source, image, 0, type, literal);
    return define(source, type, 1, image);
  }
  let length = 0;
  forEachElement(source, literal, (index) => {
    length = Math.max(length, index + 1);
  });
  return constantElements(source, under.element, length, (write) => {
    forEachElement(source, literal, write);
  });
}

/** Data symbols of the keys of a map literal, if all are known now, and of the elements, if they are too. */
export function constantEntries(
  ctx: DataContext,
  pkg: CheckedPackage,
  func: string,
  types: { readonly key: Type; readonly value: Type },
  literal: ast.CompositeLit,
): { readonly keys: string; readonly values: string | undefined } | undefined {
  const source: Source = { ctx, pkg, name: func };
  const entries = literal.elements.filter((element) => element.kind === "KeyValueExpr");
  if (entries.length < fewestValues) return undefined;
  if (entries.some(({ key }) => countValue(source, types.key, key) === undefined)) return undefined;
  const known = entries.every(({ value }) => countValue(source, types.value, value) !== undefined);
  const column = (type: Type, part: "key" | "value"): string =>
    constantElements(source, type, entries.length, (write) => {
      entries.forEach((entry, i) => {
        write(i, entry[part]);
      });
    });
  return { keys: column(types.key, "key"), values: known ? column(types.value, "value") : undefined };
}

function constantElements(
  source: Source,
  element: Type,
  length: number,
  forEach: (write: (index: number, value: ast.Expr) => void) => void,
): string {
  const size = sizeOf(source.ctx, element);
  const image = new DataBuilder(source.ctx.module, length * size);
  forEach((index, value) => {
    writeValue(source, image, index * size, element, value);
  });
  return define(source, element, length, image);
}

function define(source: Source, type: Type, count: number, image: DataBuilder): string {
  source.ctx.data.anonymous++;
  const name = `${source.name}·${source.ctx.data.anonymous}`;
  return defineStatic(source.ctx, name, type, count, image, "constant");
}

/** How many constants a literal holds; undefined if something is no constant, or needs memory of its own. */
function countLiteral(source: Source, type: Type, literal: ast.CompositeLit): number | undefined {
  const under = underlying(type);
  let total: number | undefined = 0;
  const add = (part: Type, value: ast.Expr): void => {
    if (total === undefined) return;
    const count = countValue(source, part, value);
    total = count === undefined ? undefined : total + count;
  };
  switch (under.kind) {
    case "struct":
      for (const { type: part, value } of structElements(under, literal)) add(part, value);
      return total;
    case "array":
    case "slice":
      for (const element of literal.elements) {
        add(under.element, element.kind === "KeyValueExpr" ? element.value : element);
        if (total === undefined) return undefined;
      }
      return total;
    case "basic":
    case "chan":
    case "interface":
    case "map":
    case "pointer":
    case "signature":
    case "tuple":
    case "union":
      return undefined;
  }
}

function countValue(source: Source, type: Type, original: ast.Expr): number | undefined {
  const expr = unparen(original);
  const known = source.pkg.info.types.get(expr);
  if (known?.mode === "nil") return 1;
  const own = known?.type ?? type;
  if (underlying(type).kind === "interface") {
    return known?.value === undefined || underlying(own).kind === "interface" ? undefined : 1;
  }
  if (known?.value !== undefined) return known.value.kind === "unknown" ? undefined : 1;
  if (expr.kind === "CompositeLit") {
    const { kind } = underlying(own);
    return kind === "struct" || kind === "array" ? countLiteral(source, own, expr) : undefined;
  }
  if (expr.kind === "Ident" || expr.kind === "SelectorExpr")
    return objectOf(source, expr)?.kind === "func" ? 1 : undefined;
  if (expr.kind === "CallExpr") {
    const operand = conversionOperand(source, expr);
    return operand === undefined ? undefined : countValue(source, own, operand);
  }
  return undefined;
}
