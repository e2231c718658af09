import * as ir from "@goes/ir";
import { underlying, type Type } from "@goes/types";
import type { Emitter } from "../emitter.ts";
import { constantClosure } from "./closures.ts";
import type { DataContext } from "./data-context.ts";
import { comparedParts, isPlainMemory } from "./equality.ts";
import { defineFunc } from "./forward.ts";
import { irType, sizeOf } from "./ir-types.ts";
import { typeKey } from "./symbols.ts";

const { ptr, uint64 } = ir.types;

// The two rounds of xor-shift and multiplication of SplitMix64's finalizer (Steele, Lea and Flood 2014).
const multiplier1 = 0x9e3779b97f4a7c15n;
const multiplier2 = 0xbf58476d1ce4e5b9n;

/** More parts than this, and a struct is hashed by a function of its own. */
const maxInlineParts = 4;

/** The hash (uint64) of the value of a type at `address` with `seed`; makes no blocks. */
export function emitHash(
  ctx: DataContext,
  to: Emitter,
  type: Type,
  address: ir.Value,
  seed: ir.Value,
): ir.Value {
  const under = underlying(type);
  const load = (register: ir.Type, at = 0): ir.Value => to.emit("load", register, [address], { imm: at });
  const call = (name: string, args: ir.Value[]): ir.Value =>
    to.emit("call", uint64, args, { sym: ctx.runtimeFunc(name) });
  switch (under.kind) {
    case "pointer":
    case "chan":
      return mixWord(
        to,
        to.emit("convert", uint64, [to.emit("convert", ir.types.uint32, [load(ptr)])]),
        seed,
      );
    case "interface":
      ctx.data.hashesInterfaces = true;
      return call("ifaceHash", [load(ir.types.iface), seed]);
    case "struct":
    case "array":
      return hashAggregate(ctx, to, type, address, seed);
    case "basic":
      break;
    default:
      return seed;
  }
  switch (under.basic) {
    case "string":
      return call("stringHash", [load(ir.types.string), seed]);
    case "float32":
    case "float64":
      return call("floatHash", [asFloat64(to, load(irType(ctx, type)!)), seed]);
    case "complex64":
    case "complex128": {
      const part = under.basic === "complex64" ? ir.types.float32 : ir.types.float64;
      const real = call("floatHash", [asFloat64(to, load(part)), seed]);
      return call("floatHash", [asFloat64(to, load(part, ir.sizeAlignOf(part).size)), real]);
    }
    case "bool":
      return mixWord(to, to.emit("convert", uint64, [load(ir.types.uint8)]), seed);
    case "unsafe.Pointer":
      return mixWord(
        to,
        to.emit("convert", uint64, [to.emit("convert", ir.types.uint32, [load(ptr)])]),
        seed,
      );
    default:
      return mixWord(to, asUint64(to, load(irType(ctx, type)!)), seed);
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

function hashAggregate(
  ctx: DataContext,
  to: Emitter,
  type: Type,
  address: ir.Value,
  seed: ir.Value,
): ir.Value {
  const size = sizeOf(ctx, type);
  if (isPlainMemory(ctx, type) && size > 16) {
    const args = [address, to.constant(ir.types.uint32, BigInt(size)), seed];
    return to.emit("call", uint64, args, { sym: ctx.runtimeFunc("memoryHash") });
  }
  const under = underlying(type);
  const parts = comparedParts(ctx, type);
  if ((under.kind === "array" && under.length > 1) || parts.length > maxInlineParts) {
    return to.emit("call", uint64, [address, seed], { sym: hashFunc(ctx, type) });
  }
  return hashParts(ctx, to, type, address, seed);
}

function hashParts(ctx: DataContext, to: Emitter, type: Type, address: ir.Value, seed: ir.Value): ir.Value {
  let hash = seed;
  for (const part of comparedParts(ctx, type)) {
    hash = emitHash(ctx, to, part.type, to.offset(address, part.offset), hash);
  }
  return hash;
}

/** The symbol of `hash:T`: `func(p unsafe.Pointer, seed uint64) uint64`. */
export function hashFunc(ctx: DataContext, type: Type): string {
  const shape = { params: [ptr, uint64], results: [uint64] };
  return defineFunc(ctx, `hash:${typeKey(ctx, type)}`, shape, (to, [address, seed]) => {
    const under = underlying(type);
    if (under.kind === "array" && under.length > 1) {
      emitArrayHash(ctx, to, under.element, under.length, address!, seed!);
    } else if (under.kind === "struct") {
      to.ret([hashParts(ctx, to, type, address!, seed!)]);
    } else {
      to.ret([emitHash(ctx, to, type, address!, seed!)]);
    }
  });
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
  const hash = to.variable(uint64);
  to.write(i, to.int(0));
  to.write(hash, seed);
  const head = to.newBlock();
  const done = to.newBlock();
  to.jump(head);
  to.enter(head);
  const at = to.emit("index", ptr, [address, to.read(i)], { imm: sizeOf(ctx, element) });
  to.write(hash, emitHash(ctx, to, element, at, to.read(hash)));
  to.write(i, to.emit("add", ir.types.int64, [to.read(i), to.int(1)]));
  to.branch(to.emit("lt", ir.types.bool, [to.read(i), to.int(length)]), head, done);
  to.seal(head);
  to.enterSealed(done);
  to.ret([to.read(hash)]);
}

/** The closure object of {@link hashFunc}, for type descriptors. */
export function hashClosure(ctx: DataContext, type: Type): string {
  const target = hashFunc(ctx, type);
  const shape = { params: [ptr, uint64, ptr], results: [uint64], closure: true };
  const code = defineFunc(ctx, `${target}·f`, shape, (to, [address, seed]) => {
    to.ret([to.emit("call", uint64, [address!, seed!], { sym: target })]);
  });
  return constantClosure(ctx, code);
}
