import { InternalError } from "@goes/source";
import type { GoOp } from "../ops/op-table.ts";
import { types, type Type } from "../type.ts";
import type { Value } from "../value.ts";
import { InstructionBuilder } from "./instruction-builder.ts";

/** Makes instructions of the Go level. */
export class GoBuilder extends InstructionBuilder<GoOp> {
  /** A constant of an integer, bool, float or pointer type. */
  constant(type: Type, imm: bigint | number): Value {
    return this.emit("const", type, [], { imm });
  }

  /** The int64 constant `value`: what `int` is. */
  int(value: number | bigint): Value {
    return this.constant(types.int64, BigInt(value));
  }

  /** A bool constant. */
  bool(value: boolean): Value {
    return this.constant(types.bool, value ? 1n : 0n);
  }

  /** The nil pointer. */
  nil(): Value {
    return this.constant(types.ptr, 0n);
  }

  /** A constant string from a byte string. */
  string(bytes: string): Value {
    return this.emit("string.const", types.string, [], { imm: bytes });
  }

  /** The address of a data symbol. */
  global(symbol: string, offset = 0): Value {
    return this.emit("global", types.ptr, [], { sym: symbol, imm: offset });
  }

  /** The address `offset` bytes after `address`. */
  offset(address: Value, offset: number): Value {
    if (offset === 0) return address;
    if (address.op === "offset" || address.op === "global") {
      const base = address.imm as number;
      return this.emit(address.op, types.ptr, address.args, { imm: base + offset, sym: address.sym });
    }
    return this.emit("offset", types.ptr, [address], { imm: offset });
  }

  /** Field `index` of a struct or tuple value. */
  extract(aggregate: Value, index: number): Value {
    const { type } = aggregate;
    if (type.kind !== "struct" && type.kind !== "tuple") {
      throw new InternalError("ir", `extract from ${type.text} in ${this.func.name}`);
    }
    if (aggregate.op === "make.struct") return aggregate.args[index]!;
    return this.emit("extract", type.fields[index]!, [aggregate], { imm: index });
  }
}
