import { isInteger, types, type Value } from "@goes/ir";
import { underlying, type Type } from "@goes/types";
import { assignTo, toInt64 } from "./expressions.ts";
import type { FunctionBuilder } from "../function/function-builder.ts";
import { callRuntime } from "../function/runtime-call.ts";

/** The value of a conversion `to(value)` that is not constant (spec, "Conversions"). */
export function convertValue(fb: FunctionBuilder, value: Value, from: Type, to: Type): Value {
  if (from === to) return value;
  const source = underlying(from);
  const target = underlying(to);
  if (target.kind === "interface") return assignTo(fb, value, from, to);
  if (target.kind === "basic" && target.basic === "string") {
    if (source.kind === "slice") {
      const name = isByte(fb, source.element) ? "bytesToString" : "runesToString";
      return callRuntime(fb.ctx, fb, name, [value]);
    }
    if (isInteger(value.type)) return runeToString(fb, value);
    return value;
  }
  if (target.kind === "slice" && source.kind === "basic") {
    const name = isByte(fb, target.element) ? "stringToBytes" : "stringToRunes";
    return callRuntime(fb.ctx, fb, name, [value]);
  }
  if (source.kind === "slice" && target.kind === "array") {
    checkLength(fb, value, target.length);
    const data = fb.emit("data", types.ptr, [value]);
    return fb.isMemory(to) || target.length > 0 ? fb.load(to, data) : fb.zero(to);
  }
  if (source.kind === "slice" && target.kind === "pointer") {
    const array = underlying(target.element);
    checkLength(fb, value, array.kind === "array" ? array.length : 0);
    return fb.emit("data", types.ptr, [value]);
  }
  if (target.kind === "basic") return convertNumber(fb, value, to);
  // The same underlying type, or a pointer from unsafe.Pointer.
  return value;
}

/** Panics with gc's text unless the slice has at least `length` elements. */
function checkLength(fb: FunctionBuilder, slice: Value, length: number): void {
  if (length === 0) return;
  const have = fb.emit("len", types.int64, [slice]);
  const want = fb.int(length);
  const enough = fb.emit("ge", types.bool, [have, want]);
  fb.emit("check", types.void, [enough, have, want], { sym: fb.ctx.runtimeFunc("panicSliceConvert") });
}

function convertNumber(fb: FunctionBuilder, value: Value, to: Type): Value {
  const register = fb.ir(to);
  if (register.text === value.type.text) return value;
  if (register.kind === "complex64" || register.kind === "complex128") {
    if (!value.type.kind.startsWith("complex")) {
      // A real constant that is converted to a type parameter.
      const part = register.kind === "complex64" ? types.float32 : types.float64;
      const real = value.type.text === part.text ? value : fb.emit("convert", part, [value]);
      return fb.emit("make.complex", register, [real, fb.constant(part, 0)]);
    }
    const [narrow, wide] =
      register.kind === "complex64" ? [types.float64, types.float32] : [types.float32, types.float64];
    const part = (half: "real" | "imag"): Value => fb.emit("convert", wide, [fb.emit(half, narrow, [value])]);
    return fb.emit("make.complex", register, [part("real"), part("imag")]);
  }
  if (value.op === "const" && typeof value.imm === "bigint" && register.kind === "ptr") {
    return fb.constant(types.ptr, BigInt.asUintN(32, value.imm));
  }
  return fb.emit("convert", register, [value]);
}

/** `string(r)`: integers beyond the range of runes become the replacement character. */
function runeToString(fb: FunctionBuilder, value: Value): Value {
  let rune = value;
  if (value.type.kind !== "int32") {
    const wide = toInt64(fb, value);
    const narrow = fb.emit("convert", types.int32, [wide]);
    const same = fb.emit("eq", types.bool, [fb.emit("convert", types.int64, [narrow]), wide]);
    rune = fb.emit("select", types.int32, [same, narrow, fb.constant(types.int32, -1n)]);
  }
  return callRuntime(fb.ctx, fb, "runeToString", [rune]);
}

function isByte(fb: FunctionBuilder, element: Type): boolean {
  return fb.ir(element).kind === "uint8";
}
