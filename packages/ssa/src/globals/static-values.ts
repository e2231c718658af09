import { DataBuilder, goSiteLayout } from "@goes/ir";
import {
  float64Value,
  int64Value,
  uint64Value,
  underlying,
  type ConstantValue,
  type Type,
} from "@goes/types";
import type { DataContext } from "../program/data-context.ts";
import { alignOf, pointerOffsets, sizeOf } from "../layout/ir-types.ts";
import { asBytes } from "../names/type-text.ts";

/** Writes a constant as a value of the (basic) type. */
export function writeConstant(
  ctx: DataContext,
  image: DataBuilder,
  offset: number,
  type: Type,
  value: ConstantValue,
): boolean {
  const under = underlying(type);
  if (under.kind !== "basic") return false;
  switch (value.kind) {
    case "bool":
      image.integer(offset, 1, value.value ? 1n : 0n);
      return true;
    case "string":
      image.string(offset, value.value);
      return true;
    case "unknown":
      return false;
    case "bigfloat":
    case "complex":
    case "int":
    case "rational":
      break;
  }
  const size = sizeOf(ctx, type);
  if (under.basic.startsWith("float")) {
    image.float(offset, size, float64Value(value));
    return true;
  }
  if (under.basic.startsWith("complex")) {
    const parts = value.kind === "complex" ? [value.real, value.imaginary] : [value];
    parts.forEach((part, i) => {
      image.float(offset + (i * size) / 2, size / 2, float64Value(part));
    });
    return true;
  }
  const integer = int64Value(value) ?? uint64Value(value);
  if (integer === undefined) return false;
  image.integer(offset, size, integer);
  return true;
}

/** Adds a constant `runtime.goSite`: the function that a go statement is in, and `file:line` of it. */
export function writeGoSite(ctx: DataContext, func: string, line: string): string {
  const { size, offset } = goSiteLayout;
  const image = new DataBuilder(ctx.module, size);
  image.string(offset.function, asBytes(func));
  image.string(offset.line, asBytes(line));
  return image.define(`go:${func}@${line}`, { align: 4, kind: "constant" });
}

/** Adds a data symbol for `count` values of the type that an image holds. */
export function defineStatic(
  ctx: DataContext,
  name: string,
  type: Type,
  count: number,
  image: DataBuilder,
  kind: "constant" | "variable",
): string {
  const size = sizeOf(ctx, type);
  const pointers: number[] = [];
  if (kind === "variable") {
    const inner = pointerOffsets(ctx, type);
    if (inner.length > 0) {
      for (let i = 0; i < count; i++) for (const at of inner) pointers.push(i * size + at);
    }
  }
  return image.define(name, { size: size * count, align: alignOf(ctx, type), pointers, kind });
}
