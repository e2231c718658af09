import { InternalError } from "@goes/source";
import type { Block } from "../block.ts";
import type { Func } from "../func.ts";
import type { Value } from "../value.ts";

/** The copies that {@link cloneBlocks} made. */
export interface Cloned {
  /** By id of the original block. */
  readonly blocks: readonly (Block | undefined)[];
  /** By id of the original value. */
  readonly values: readonly (Value | undefined)[];
}

/**
 * Copies the body of `from` (another function or the same) into new blocks of `into`. `param` n becomes
 * `params[n]`. Returns keep their kind and control, for the caller to turn into edges; positions are kept.
 */
export function cloneBody(into: Func, from: Func, params: readonly Value[]): Cloned {
  const blocks = new Array<Block | undefined>(from.blockBound).fill(undefined);
  const values = new Array<Value | undefined>(from.valueBound).fill(undefined);
  // The list may be the one that grows when a function is copied into itself.
  const originals = [...from.blocks];
  for (const block of originals) {
    const copy = into.newBlock();
    copy.kind = block.kind;
    copy.cases = [...block.cases];
    copy.unlikely = block.unlikely;
    copy.pos = block.pos;
    blocks[block.id] = copy;
    for (const value of block.values) {
      if (value.op === "param") {
        values[value.id] = params[value.imm as number];
        continue;
      }
      const made = into.newValue(copy, value.op, value.type, [], value.pos);
      made.imm = value.imm;
      made.sym = value.sym;
      made.sig = value.sig;
      values[value.id] = made;
    }
  }
  const blockOf = (block: Block): Block => blocks[block.id] ?? broken(from);
  const valueOf = (value: Value): Value => values[value.id] ?? broken(from);
  for (const block of originals) {
    const copy = blockOf(block);
    copy.succs = block.succs.map(blockOf);
    copy.preds = block.preds.map(blockOf);
    copy.control = block.control.map(valueOf);
    for (const value of block.values) if (value.op !== "param") valueOf(value).args = value.args.map(valueOf);
  }
  return { blocks, values };
}

function broken(func: Func): never {
  throw new InternalError("ir", `${func.name} uses a block or value that is not part of it`);
}
