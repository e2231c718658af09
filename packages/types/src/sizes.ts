import type { Var } from "./object.ts";
import { underlying } from "./named.ts";
import type { BasicKind, Type } from "./type.ts";

/** Sizes of types in bytes. A size of -1 says that the type is too large for the address space. */
export interface Sizes {
  readonly sizeof: (type: Type) => number;
  readonly alignof: (type: Type) => number;
  /** Offset of each field; -1 after a field that is too large. */
  readonly offsetsof: (fields: readonly Var[]) => readonly number[];
  /** Bits of `int` and `uint`. */
  readonly intBits: number;
  readonly uintptrBits: number;
}

/** What distinguishes one target from another. */
interface Target {
  /** Bytes of a pointer. */
  readonly pointer: number;
  readonly string: number;
  readonly slice: number;
  readonly interface: number;
  /** The largest size of a type. */
  readonly limit: number;
}

/** The layout of goes: 64-bit int, 32-bit pointers, interfaces of 12 bytes (a type word and 64 bits). */
export const goesSizes: Sizes = layout({
  pointer: 4,
  string: 8,
  slice: 12,
  interface: 12,
  limit: 2 ** 32 - 1,
});

/** The layout of the gc compiler on 64-bit machines (and on its own wasm port). */
export const gcSizes: Sizes = layout({ pointer: 8, string: 16, slice: 24, interface: 16, limit: 2 ** 50 });

// prettier-ignore
const fixedSizes: Readonly<Partial<Record<BasicKind, number>>> = {
  bool: 1, int8: 1, uint8: 1, int16: 2, uint16: 2, int32: 4, uint32: 4, int64: 8, uint64: 8, int: 8, uint: 8,
  float32: 4, float64: 8, complex64: 8, complex128: 16,
  "untyped bool": 1, "untyped rune": 4, "untyped int": 8, "untyped float": 8, "untyped complex": 16,
};

/** Types that nest deeper than this contain themselves, which is reported elsewhere. */
const maxDepth = 1000;

/** What one question has found out so far: types that occur many times are measured once. */
interface Measured {
  readonly sizes: Map<Type, number>;
  readonly alignments: Map<Type, number>;
}

function nothingMeasured(): Measured {
  return { sizes: new Map(), alignments: new Map() };
}

/** The value that `map` has for `key`, computed on first use. */
function memoized(map: Map<Type, number>, key: Type, compute: () => number): number {
  let value = map.get(key);
  if (value === undefined) {
    value = compute();
    map.set(key, value);
  }
  return value;
}

function layout(target: Target): Sizes {
  const alignment = (type: Type, depth: number, known: Measured): number => {
    if (depth > maxDepth) return 1;
    const under = underlying(type);
    switch (under.kind) {
      case "array":
        return alignment(under.element, depth + 1, known);
      case "struct":
        return memoized(known.alignments, under, () =>
          under.fields.reduce(
            (largest, field) =>
              field.type === undefined ? largest : Math.max(largest, alignment(field.type, depth + 1, known)),
            1,
          ),
        );
      case "basic":
        // The parts of a complex number are aligned as floats are.
        if (under.basic === "complex64") return 4;
        if (under.basic === "complex128") return 8;
        return fixedSizes[under.basic] ?? target.pointer;
      case "chan":
      case "interface":
      case "map":
      case "pointer":
      case "signature":
      case "slice":
      case "tuple":
      case "union":
        return target.pointer;
    }
  };
  const size = (type: Type, depth: number, known: Measured): number => {
    if (depth > maxDepth) return -1;
    const under = underlying(type);
    switch (under.kind) {
      case "array": {
        const element = size(under.element, depth + 1, known);
        if (under.length <= 0) return element < 0 && under.length !== 0 ? -1 : 0;
        const total = element * under.length;
        return element < 0 || total > target.limit ? -1 : total;
      }
      case "struct":
        return memoized(known.sizes, under, () => structSize(under.fields, depth, known));
      case "slice":
        return target.slice;
      case "interface":
        return target.interface;
      case "basic":
        if (under.basic === "string" || under.basic === "untyped string") return target.string;
        return fixedSizes[under.basic] ?? target.pointer;
      case "chan":
      case "map":
      case "pointer":
      case "signature":
      case "tuple":
      case "union":
        return target.pointer;
    }
  };
  const structSize = (fields: readonly Var[], depth: number, known: Measured): number => {
    let end = 0;
    let largest = 1;
    let lastSize = 0;
    for (const { type } of fields) {
      if (type === undefined) continue;
      const align = alignment(type, depth + 1, known);
      lastSize = size(type, depth + 1, known);
      if (lastSize < 0) return -1;
      largest = Math.max(largest, align);
      end = alignUp(end, align) + lastSize;
    }
    // A pointer to a last field without size must not point past the struct.
    if (fields.length > 0 && end > 0 && lastSize === 0) end++;
    const total = alignUp(end, largest);
    return total > target.limit ? -1 : total;
  };
  const offsetsof = (fields: readonly Var[]): readonly number[] => {
    let end = 0;
    const known = nothingMeasured();
    return fields.map(({ type }) => {
      if (type === undefined || end < 0) return end;
      const offset = alignUp(end, alignment(type, 0, known));
      const fieldSize = size(type, 0, known);
      end = fieldSize < 0 ? -1 : offset + fieldSize;
      return offset;
    });
  };
  return {
    sizeof: (type) => size(type, 0, nothingMeasured()),
    alignof: (type) => alignment(type, 0, nothingMeasured()),
    offsetsof,
    intBits: 64,
    uintptrBits: target.pointer * 8,
  };
}

function alignUp(offset: number, align: number): number {
  return Math.ceil(offset / align) * align;
}
