import { types, type Type } from "./type.ts";

/**
 * More components than this and a Go value belongs to the memory class: it lives in linear memory, is passed by
 * the address of a copy and returned through a hidden pointer.
 */
export const maxComponents = 8;

/**
 * The wasm-level types that a Go-level value becomes: string → ptr i32, slice → ptr i32 i32, iface → ptr payload,
 * complex → two floats, struct and tuple → those of the fields in order.
 */
export function components(type: Type): readonly Type[] {
  switch (type.kind) {
    case "void":
      return [];
    case "bool":
    case "int8":
    case "int16":
    case "int32":
    case "uint8":
    case "uint16":
    case "uint32":
    case "i32":
      return [types.i32];
    case "int64":
    case "uint64":
    case "i64":
      return [types.i64];
    case "float32":
    case "f32":
      return [types.f32];
    case "float64":
    case "f64":
      return [types.f64];
    case "ptr":
      return [types.ptr];
    case "payload":
      return [types.payload];
    case "string":
      return [types.ptr, types.i32];
    case "slice":
      return [types.ptr, types.i32, types.i32];
    case "iface":
      return [types.ptr, types.payload];
    case "complex64":
      return [types.f32, types.f32];
    case "complex128":
      return [types.f64, types.f64];
    case "struct":
    case "tuple":
      return type.fields.flatMap((field) => components(field));
  }
}

/**
 * Where the payload of an interface is, after the type word: at the second word, as in gc's layout, so that code that
 * looks at the header by `unsafe` finds the pointer in a pointer-shaped value.
 */
export const payloadOffset = 4;

/** Size and alignment in memory, in bytes, by Go's layout rules on this target (design: data model). */
export interface SizeAlign {
  readonly size: number;
  readonly align: number;
}

/** Memory form of a register type. */
export function sizeAlignOf(type: Type): SizeAlign {
  switch (type.kind) {
    case "void":
    case "tuple":
      return { size: 0, align: 1 };
    case "bool":
    case "int8":
    case "uint8":
      return { size: 1, align: 1 };
    case "int16":
    case "uint16":
      return { size: 2, align: 2 };
    case "int32":
    case "uint32":
    case "float32":
    case "i32":
    case "f32":
    case "ptr":
      return { size: 4, align: 4 };
    case "int64":
    case "uint64":
    case "float64":
    case "i64":
    case "f64":
    case "payload":
      return { size: 8, align: 8 };
    case "complex64":
      return { size: 8, align: 4 };
    case "complex128":
      return { size: 16, align: 8 };
    case "string":
      return { size: 8, align: 4 };
    case "slice":
    case "iface":
      return { size: 12, align: 4 };
    case "struct": {
      const { end, align } = placeFields(type.fields);
      return { size: alignTo(end, align), align };
    }
  }
}

/** Byte offsets of the fields of a struct type. */
export function fieldOffsets(fields: readonly Type[]): readonly number[] {
  return placeFields(fields).offsets;
}

/**
 * The byte offset of each of `components(type)` in the memory form of the type.
 */
export function componentOffsets(type: Type): readonly number[] {
  switch (type.kind) {
    case "string":
      return [0, 4];
    case "slice":
      return [0, 4, 8];
    case "iface":
      return [0, payloadOffset];
    case "complex64":
      return [0, 4];
    case "complex128":
      return [0, 8];
    case "struct": {
      const offsets = fieldOffsets(type.fields);
      return type.fields.flatMap((field, i) => componentOffsets(field).map((at) => at + offsets[i]!));
    }
    case "void":
    case "tuple":
      return [];
    case "bool":
    case "payload":
    case "f32":
    case "f64":
    case "float32":
    case "float64":
    case "i32":
    case "i64":
    case "int16":
    case "int32":
    case "int64":
    case "int8":
    case "ptr":
    case "uint16":
    case "uint32":
    case "uint64":
    case "uint8":
      return [0];
  }
}

/** The next multiple of `align` (a power of two) from `offset`. */
export function alignTo(offset: number, align: number): number {
  return (offset + align - 1) & -align;
}

function placeFields(fields: readonly Type[]): { offsets: number[]; end: number; align: number } {
  const offsets: number[] = [];
  let end = 0;
  let align = 1;
  fields.forEach((field, i) => {
    const at = sizeAlignOf(field);
    const offset = alignTo(end, at.align);
    offsets.push(offset);
    end = offset + at.size;
    align = Math.max(align, at.align);
    // Go pads a struct whose last field has no size, so that its address stays inside the object.
    if (i === fields.length - 1 && at.size === 0 && end > 0) end += 1;
  });
  return { offsets, end, align };
}
