import type { WasmOp } from "../ops/op-table.ts";
import { types, type Type } from "../type.ts";
import type { Value } from "../value.ts";
import { InstructionBuilder } from "./instruction-builder.ts";

/** Makes instructions of the wasm level. */
export class WasmBuilder extends InstructionBuilder<WasmOp> {
  /** An i32 constant: the low 32 bits of the number. */
  i32(value: number): Value {
    return this.op("i32.const", types.i32, [], value | 0);
  }

  /** An i64 constant: the low 64 bits of the number. */
  i64(value: bigint): Value {
    return this.op("i64.const", types.i64, [], BigInt.asIntN(64, value));
  }

  /** The nil pointer. */
  null(): Value {
    return this.op("ptr.null", types.ptr);
  }

  /** The address of a data symbol. */
  global(symbol: string, offset = 0): Value {
    return this.op("global", types.ptr, [], offset, symbol);
  }

  /** The same bits as a value of another type. */
  cast(value: Value, type: Type): Value {
    if (value.type === type) return value;
    if (value.op === "cast" && value.args[0]!.type === type) return value.args[0]!;
    return this.op("cast", type, [value]);
  }

  /** A 64-bit integer without its high half. */
  wrap(value: Value): Value {
    if (value.op === "i64.extend_i32_u" || value.op === "i64.extend_i32_s") return value.args[0]!;
    if (value.op === "i64.const") return this.i32(Number(BigInt.asIntN(32, value.imm as bigint)));
    return this.op("i32.wrap_i64", types.i32, [value]);
  }

  /** An unsigned 32-bit integer in 64 bits. */
  extend(value: Value): Value {
    if (value.op === "i32.const") return this.i64(BigInt.asUintN(32, BigInt(value.imm as number)));
    return this.op("i64.extend_i32_u", types.i64, [value]);
  }
}
