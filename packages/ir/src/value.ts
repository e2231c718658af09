import type { Pos } from "@goes/source";
import type { Block } from "./block.ts";
import type { Opcode } from "./ops/op-table.ts";
import type { Type } from "./type.ts";

/** Parameters and results of an indirect call. */
export interface CallSignature {
  readonly params: readonly Type[];
  readonly results: readonly Type[];
}

/** The immediate operand of a value: an integer, a float, or the bytes of a string. */
export type Immediate = number | bigint | string | undefined;

/** One SSA instruction and its result. The op table says what each field means for its op. */
export class Value {
  /** Unique in the function; printed as `v<id>`. */
  readonly id: number;
  op: Opcode;
  type: Type;
  args: Value[];
  imm: Immediate;
  /** A function, data symbol or layout, by name. */
  sym: string | undefined;
  /** Of indirect calls. */
  sig: CallSignature | undefined;
  pos: Pos;
  block: Block;

  constructor(id: number, block: Block, op: Opcode, type: Type, args: Value[], pos: Pos) {
    this.id = id;
    this.op = op;
    this.type = type;
    this.args = args;
    this.imm = undefined;
    this.sym = undefined;
    this.sig = undefined;
    this.pos = pos;
    this.block = block;
  }
}
