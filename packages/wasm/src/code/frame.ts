import type { Func } from "@goes/ir";
import type { ByteWriter } from "../byte-writer.ts";
import { instruction, valueType } from "../opcodes.ts";
import { typeByte, type WasmType } from "../value-types.ts";
import type { Locals } from "./locals.ts";
import type { Symbols } from "./symbols.ts";

// What is around the code of a function: its locals, and its frame on the shadow stack.

/** The declarations of the locals, equal types in groups. */
export function writeLocals(out: ByteWriter, locals: Locals): void {
  const groups: { type: number; count: number }[] = [];
  for (const type of locals.declared) {
    const byte = typeByte(type);
    const last = groups[groups.length - 1];
    if (last?.type === byte) last.count++;
    else groups.push({ type: byte, count: 1 });
  }
  out.u32(groups.length);
  for (const { type, count } of groups) {
    out.u32(count);
    out.u8(type);
  }
}

/** Moves the shadow-stack pointer down by the size of the frame, if there is one, and looks for overflow, if the function does. */
export function writePrologue(out: ByteWriter, func: Func, locals: Locals, symbols: Symbols): void {
  const { stackPointer, stackOverflow } = symbols;
  const checks = stackOverflow !== undefined && symbols.checksStack(func);
  if (func.frameSize === 0 && !checks) return;
  out.u8(instruction.globalGet);
  out.u32(stackPointer);
  if (func.frameSize > 0) {
    out.u8(instruction.i32Const);
    out.s32(func.frameSize);
    out.u8(instruction.i32Sub);
    out.u8(instruction.localTee);
    out.u32(locals.framePointer);
  }
  if (checks) {
    // Signed, so that a frame larger than the rest of the low memory is noticed as well. What is called never comes back.
    out.u8(instruction.i32Const);
    out.s32(symbols.stackLimit);
    out.u8(instruction.i32LtS);
    out.u8(instruction.if);
    out.u8(valueType.empty);
    out.u8(instruction.call);
    out.u32(symbols.functionIndex(stackOverflow));
    out.u8(instruction.end);
    if (func.frameSize === 0) return;
    out.u8(instruction.localGet);
    out.u32(locals.framePointer);
  }
  out.u8(instruction.globalSet);
  out.u32(stackPointer);
}

/** Frees the frame. */
export function writeEpilogue(out: ByteWriter, func: Func, locals: Locals, symbols: Symbols): void {
  if (func.frameSize === 0) return;
  out.u8(instruction.localGet);
  out.u32(locals.framePointer);
  out.u8(instruction.i32Const);
  out.s32(func.frameSize);
  out.u8(instruction.i32Add);
  out.u8(instruction.globalSet);
  out.u32(symbols.stackPointer);
}

/** A zero of the type. */
export function writeZero(out: ByteWriter, type: WasmType): void {
  switch (type) {
    case "i32":
      out.u8(instruction.i32Const);
      out.u8(0);
      return;
    case "i64":
      out.u8(instruction.i64Const);
      out.u8(0);
      return;
    case "f32":
      out.u8(instruction.f32Const);
      out.f32(0);
      return;
    case "f64":
      out.u8(instruction.f64Const);
      out.f64(0);
  }
}
