import * as ir from "@goes/ir";
import type { Emitter } from "../function/emitter.ts";

/** More words than this are walked in a loop. */
const maxUnrolled = 6;

/** Where a piece of memory is read, and as which type. */
interface Piece {
  readonly offset: number;
  readonly type: ir.ScalarType;
}

/** What remains of `size` bytes after the whole 8-byte words. */
function tailPieces(size: number): readonly Piece[] {
  const pieces: Piece[] = [];
  let offset = size & ~7;
  for (const [bytes, type] of [
    [4, ir.types.uint32],
    [2, ir.types.uint16],
    [1, ir.types.uint8],
  ] as const) {
    if ((size & bytes) === 0) continue;
    pieces.push({ offset, type });
    offset += bytes;
  }
  return pieces;
}

/**
 * Calls `visit` to emit code for every piece of `size` bytes, words of 8 bytes first; many words in a loop. `visit`
 * gets the addresses of the piece in each of the memories `bases`. It loads without checks for nil: the zero value of
 * a small type may be at address 0.
 */
export function forEachPiece(
  to: Emitter,
  bases: readonly ir.Value[],
  size: number,
  visit: (addresses: readonly ir.Value[], type: ir.ScalarType) => void,
): void {
  const words = size >> 3;
  if (words <= maxUnrolled) {
    for (let i = 0; i < words; i++) {
      visit(
        bases.map((base) => to.offset(base, i * 8)),
        ir.types.uint64,
      );
    }
  } else {
    const i = to.variable(ir.types.int64);
    to.write(i, to.int(0));
    const head = to.newBlock();
    const done = to.newBlock();
    to.jump(head);
    to.enter(head);
    visit(
      bases.map((base) => to.emit("index", ir.types.ptr, [base, to.read(i)], { imm: 8 })),
      ir.types.uint64,
    );
    to.write(i, to.emit("add", ir.types.int64, [to.read(i), to.int(1)]));
    to.branch(to.emit("lt", ir.types.bool, [to.read(i), to.int(words)]), head, done);
    to.seal(head);
    to.enterSealed(done);
  }
  for (const { offset, type } of tailPieces(size)) {
    visit(
      bases.map((base) => to.offset(base, offset)),
      type,
    );
  }
}
