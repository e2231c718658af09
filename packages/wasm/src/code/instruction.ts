import { InternalError } from "@goes/source";
import type { Opcode, Value } from "@goes/ir";
import type { ByteWriter } from "../byte-writer.ts";
import type { OpInfo } from "../op-info.ts";
import { instruction } from "../opcodes.ts";
import type { Symbols } from "./symbols.ts";

/** Writes the instruction of a value whose operands are on the stack. `extra`: added to the offset of a memory access. */
export function writeInstruction(
  out: ByteWriter,
  value: Value,
  info: OpInfo,
  symbols: Symbols,
  framePointer: number,
  extra: number,
): void {
  switch (info.form) {
    case "plain":
      writeCode(out, info.code);
      return;
    case "memory":
      out.u8(info.code);
      out.u32(info.align);
      out.u32(Number(value.imm ?? 0) + extra);
      return;
    case "i32.const":
      out.u8(instruction.i32Const);
      out.s32(Number(value.imm));
      return;
    case "null":
      out.u8(instruction.i32Const);
      out.u8(0);
      return;
    case "i64.const":
    case "payload.const":
      out.u8(instruction.i64Const);
      out.s64(BigInt(value.imm!));
      return;
    case "f32.const":
      out.u8(instruction.f32Const);
      out.f32(Number(value.imm));
      return;
    case "f64.const":
      out.u8(instruction.f64Const);
      out.f64(Number(value.imm));
      return;
    case "global":
      out.u8(instruction.i32Const);
      out.s32(symbols.address(value.sym!) + Number(value.imm ?? 0));
      return;
    case "frame":
      out.u8(instruction.localGet);
      out.u32(framePointer);
      writeOffset(out, Number(value.imm ?? 0));
      return;
    case "offset":
      writeOffset(out, Number(value.imm ?? 0));
      return;
    case "table.index":
      out.u8(instruction.i32Const);
      out.s32(symbols.tableIndex(value.sym!));
      return;
    case "selector":
      out.u8(instruction.i32Const);
      out.s32(symbols.selectorOffset(value.imm as string));
      return;
    case "select":
      out.u8(instruction.select);
      return;
    case "call":
    case "panic.if":
      out.u8(instruction.call);
      out.u32(symbols.functionIndex(value.sym!));
      return;
    case "call.indirect":
      out.u8(instruction.callIndirect);
      out.u32(symbols.typeIndex(value.sig!));
      out.u8(0);
      return;
    case "page":
      out.u8(info.code);
      out.u8(0);
      return;
    case "copy":
      writeCode(out, info.code);
      out.u8(0);
      out.u8(0);
      return;
    case "fill":
      writeCode(out, info.code);
      out.u8(0);
      return;
    case "stack.get":
    case "unwind.get":
      out.u8(instruction.globalGet);
      out.u32(info.form === "stack.get" ? symbols.stackPointer : symbols.unwind);
      return;
    case "stack.set":
    case "unwind.set":
      out.u8(instruction.globalSet);
      out.u32(info.form === "stack.set" ? symbols.stackPointer : symbols.unwind);
      return;
    case "none":
      throw new InternalError("wasm", `${value.op} has no instruction`);
  }
}

/** Writes an opcode of the op table: one byte, or the prefix 0xfc and a number. */
export function writeCode(out: ByteWriter, code: number): void {
  if (code > 0xff) {
    out.u8(code >> 8);
    out.u32(code & 0xff);
  } else {
    out.u8(code);
  }
}

function writeOffset(out: ByteWriter, offset: number): void {
  if (offset === 0) return;
  out.u8(instruction.i32Const);
  out.s32(offset);
  out.u8(instruction.i32Add);
}

/** The table of instructions by op. */
export type InstructionTable = ReadonlyMap<Opcode, OpInfo>;
