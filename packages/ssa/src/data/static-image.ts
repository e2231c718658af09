import { type Relocation, goSiteLayout } from "@goes/ir";
import {
  float64Value,
  int64Value,
  uint64Value,
  underlying,
  type ConstantValue,
  type Type,
} from "@goes/types";
import type { DataContext } from "./data-context.ts";
import { alignOf, pointerOffsets, sizeOf } from "./ir-types.ts";
import { asBytes } from "./type-text.ts";

/** The bytes of a variable that is being initialised at compile time. */
export class StaticImage {
  readonly bytes: Uint8Array;
  readonly relocations: Relocation[] = [];
  readonly #view: DataView;

  constructor(size: number) {
    this.bytes = new Uint8Array(size);
    this.#view = new DataView(this.bytes.buffer);
  }

  u32(offset: number, value: number): void {
    this.#view.setUint32(offset, value >>> 0, true);
  }

  /** The low `size` bytes of an integer. */
  integer(offset: number, size: number, value: bigint): void {
    if (size === 8) this.#view.setBigUint64(offset, BigInt.asUintN(64, value), true);
    else if (size === 4) this.#view.setUint32(offset, Number(BigInt.asUintN(32, value)), true);
    else if (size === 2) this.#view.setUint16(offset, Number(BigInt.asUintN(16, value)), true);
    else this.#view.setUint8(offset, Number(BigInt.asUintN(8, value)));
  }

  float(offset: number, size: number, value: number): void {
    if (size === 4) this.#view.setFloat32(offset, value, true);
    else this.#view.setFloat64(offset, value, true);
  }

  address(offset: number, symbol: string, addend = 0): void {
    this.relocations.push({ offset, kind: "address", symbol, addend });
  }
}

/** Writes a constant as a value of the (basic) type. */
export function writeConstant(
  ctx: DataContext,
  image: StaticImage,
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
      writeString(ctx, image, offset, value.value);
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

/** Writes a string from a byte string. */
export function writeString(ctx: DataContext, image: StaticImage, offset: number, value: string): void {
  if (value === "") return;
  image.address(offset, ctx.module.stringSymbol(value));
  image.u32(offset + 4, value.length);
}

/** Adds a constant `runtime.goSite`: the function that a go statement stands in, and `file:line` of it. */
export function writeGoSite(ctx: DataContext, func: string, line: string): string {
  const { size, offset } = goSiteLayout;
  const image = new StaticImage(size);
  writeString(ctx, image, offset.function, asBytes(func));
  writeString(ctx, image, offset.line, asBytes(line));
  const name = `go:${func}@${line}`;
  const { bytes, relocations } = image;
  ctx.module.data.set(name, { name, size, align: 4, bytes, relocations, pointers: [], constant: true });
  return name;
}

/** Adds a data symbol for `count` values of the type that an image holds. */
export function defineStatic(
  ctx: DataContext,
  name: string,
  type: Type,
  count: number,
  image: StaticImage,
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
  ctx.module.data.set(name, {
    name,
    size: size * count,
    align: alignOf(ctx, type),
    bytes: image.bytes,
    relocations: image.relocations,
    pointers,
    constant: kind === "constant",
  });
  return name;
}
