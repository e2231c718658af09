import * as ir from "@goes/ir";
import { underlying, type Type } from "@goes/types";
import type { Emitter } from "../function/emitter.ts";
import type { DataContext } from "../program/data-context.ts";
import { comparedParts, isPlainMemory } from "./equality.ts";
import type { Generator } from "./generator.ts";
import { hashFunc } from "./requests.ts";
import { irType, sizeOf } from "../layout/ir-types.ts";
import { forEachPiece } from "./memory-words.ts";
import { callRuntime } from "../function/runtime-call.ts";

const { ptr, uint64 } = ir.types;

// The two rounds of xor-shift and multiplication of SplitMix64's finalizer (Steele, Lea and Flood 2014).
const multiplier1 = 0x9e3779b97f4a7c15n;
const multiplier2 = 0xbf58476d1ce4e5b9n;

/** The hash (uint64) of a value of a type with `seed`; makes no blocks. Memory class: `value` is its address. */
export function emitHash(
  ctx: DataContext,
  to: Emitter,
  type: Type,
  value: ir.Value,
  seed: ir.Value,
): ir.Value {
  const under = underlying(type);
  const call = (name: ir.RuntimeFunctionName, args: ir.Value[]): ir.Value => callRuntime(ctx, to, name, args);
  switch (under.kind) {
    case "pointer":
    case "chan":
      return mixWord(to, asUint64(to, to.emit("convert", ir.types.uint32, [value])), seed);
    case "interface":
      return call("ifaceHash", [value, seed]);
    case "struct":
    case "array":
      return hashAggregate(ctx, to, type, value, seed);
    case "basic":
      break;
    case "map":
    case "signature":
    case "slice":
    case "tuple":
    case "union":
      return seed;
  }
  switch (under.basic) {
    case "string":
      return call("stringHash", [value, seed]);
    case "float32":
    case "float64":
      return call("floatHash", [asFloat64(to, value), seed]);
    case "complex64":
    case "complex128": {
      const part = under.basic === "complex64" ? ir.types.float32 : ir.types.float64;
      const real = call("floatHash", [asFloat64(to, to.emit("real", part, [value])), seed]);
      return call("floatHash", [asFloat64(to, to.emit("imag", part, [value])), real]);
    }
    case "bool": {
      const one = to.constant(uint64, 1n);
      return mixWord(to, to.emit("select", uint64, [value, one, to.constant(uint64, 0n)]), seed);
    }
    case "unsafe.Pointer":
      return mixWord(to, asUint64(to, to.emit("convert", ir.types.uint32, [value])), seed);
    case "int":
    case "int16":
    case "int32":
    case "int64":
    case "int8":
    case "invalid":
    case "uint":
    case "uint16":
    case "uint32":
    case "uint64":
    case "uint8":
    case "uintptr":
    case "untyped bool":
    case "untyped complex":
    case "untyped float":
    case "untyped int":
    case "untyped nil":
    case "untyped rune":
    case "untyped string":
      return mixWord(to, asUint64(to, value), seed);
  }
}

function asFloat64(to: Emitter, value: ir.Value): ir.Value {
  return value.type.kind === "float64" ? value : to.emit("convert", ir.types.float64, [value]);
}

function asUint64(to: Emitter, value: ir.Value): ir.Value {
  return value.type.kind === "uint64" ? value : to.emit("convert", uint64, [value]);
}

/** One word mixed with the seed, as `runtime.hash64` does it. */
function mixWord(to: Emitter, word: ir.Value, seed: ir.Value): ir.Value {
  let x = to.emit("xor", uint64, [word, seed]);
  const fold = (bits: bigint): ir.Value =>
    to.emit("xor", uint64, [x, to.emit("shr", uint64, [x, to.constant(uint64, bits)])]);
  x = to.emit("mul", uint64, [fold(32n), to.constant(uint64, multiplier1)]);
  x = to.emit("mul", uint64, [fold(29n), to.constant(uint64, multiplier2)]);
  return fold(32n);
}

function hashAggregate(ctx: DataContext, to: Emitter, type: Type, value: ir.Value, seed: ir.Value): ir.Value {
  if (irType(ctx, type) === undefined) {
    return to.emit("call", uint64, [value, seed], { sym: hashFunc(ctx, type) });
  }
  let result = seed;
  for (const part of comparedParts(ctx, type)) {
    result = emitHash(ctx, to, part.type, to.extract(value, part.index), result);
  }
  return result;
}

/** `hash:T`. */
export const hash: Generator<"hash"> = (ctx, to, [address, seed], { type }) => {
  const under = underlying(type);
  const register = irType(ctx, type);
  if (register !== undefined) {
    const value = to.emit("load", register, [address!], { imm: 0 });
    to.ret([emitHash(ctx, to, type, value, seed!)]);
  } else if (isPlainMemory(ctx, type)) {
    emitPlainHash(to, address!, sizeOf(ctx, type), seed!);
  } else if (under.kind === "array") {
    emitArrayHash(ctx, to, under.element, under.length, address!, seed!);
  } else {
    let result = seed!;
    for (const part of comparedParts(ctx, type)) {
      result = hashAt(ctx, to, part.type, to.offset(address!, part.offset), result);
    }
    to.ret([result]);
  }
};

function emitPlainHash(to: Emitter, address: ir.Value, size: number, seed: ir.Value): void {
  const result = to.variable(uint64);
  to.write(result, seed);
  forEachPiece(to, [address], size, ([at], type) => {
    const word = asUint64(to, to.emit("load", type, [at!], { imm: 0 }));
    const mixed = to.emit("xor", uint64, [to.read(result), word]);
    const product = to.emit("mul", uint64, [mixed, to.constant(uint64, multiplier1)]);
    const high = to.emit("shr", uint64, [product, to.constant(uint64, 32n)]);
    to.write(result, to.emit("xor", uint64, [product, high]));
  });
  to.ret([mixWord(to, to.read(result), seed)]);
}

/** The hash of the value at an address. */
function hashAt(ctx: DataContext, to: Emitter, type: Type, address: ir.Value, seed: ir.Value): ir.Value {
  const register = irType(ctx, type);
  const value = register === undefined ? address : to.emit("load", register, [address], { imm: 0 });
  return emitHash(ctx, to, type, value, seed);
}

function emitArrayHash(
  ctx: DataContext,
  to: Emitter,
  element: Type,
  length: number,
  address: ir.Value,
  seed: ir.Value,
): void {
  const i = to.variable(ir.types.int64);
  const result = to.variable(uint64);
  to.write(i, to.int(0));
  to.write(result, seed);
  const head = to.newBlock();
  const done = to.newBlock();
  to.jump(head);
  to.enter(head);
  const at = to.emit("index", ptr, [address, to.read(i)], { imm: sizeOf(ctx, element) });
  to.write(result, hashAt(ctx, to, element, at, to.read(result)));
  to.write(i, to.emit("add", ir.types.int64, [to.read(i), to.int(1)]));
  to.branch(to.emit("lt", ir.types.bool, [to.read(i), to.int(length)]), head, done);
  to.seal(head);
  to.enterSealed(done);
  to.ret([to.read(result)]);
}
