import type { Block } from "../block.ts";
import type { Func } from "../func.ts";
import { dominates, type Dominators } from "./dominators.ts";

/** A natural loop: the blocks that reach a back edge to the header without passing it. */
export interface Loop {
  readonly header: Block;
  readonly parent: Loop | undefined;
  /** 1 for outermost loops. */
  readonly depth: number;
  /** All blocks, those of inner loops too, the header first. */
  readonly blocks: readonly Block[];
  /** Predecessors of the header inside the loop. */
  readonly latches: readonly Block[];
}

/** The loops of a function. */
export interface LoopNest {
  /** Outer loops before inner ones. */
  readonly loops: readonly Loop[];
  /** The innermost loop by block id. */
  readonly innermost: readonly (Loop | undefined)[];
}

/** Finds the natural loops of a function; the builder makes no irreducible ones. */
export function computeLoops(func: Func, dominators: Dominators): LoopNest {
  const innermost = new Array<Loop | undefined>(func.blockBound).fill(undefined);
  const loops: Loop[] = [];
  // Headers in reverse postorder are seen outermost first.
  for (const header of dominators.order) {
    const latches = header.preds.filter((pred) => dominates(dominators, header, pred));
    if (latches.length === 0) continue;
    const parent = innermost[header.id];
    const seen = new Uint8Array(func.blockBound);
    seen[header.id] = 1;
    const blocks: Block[] = [header];
    const work: Block[] = [];
    for (const latch of latches) {
      if (seen[latch.id] === 1) continue;
      seen[latch.id] = 1;
      work.push(latch);
    }
    while (work.length > 0) {
      const block = work.pop()!;
      blocks.push(block);
      for (const pred of block.preds) {
        if (seen[pred.id] === 1 || dominators.position[pred.id]! < 0) continue;
        seen[pred.id] = 1;
        work.push(pred);
      }
    }
    const loop: Loop = { header, parent, depth: (parent?.depth ?? 0) + 1, blocks, latches };
    loops.push(loop);
    for (const block of blocks) innermost[block.id] = loop;
  }
  return { loops, innermost };
}

/** Whether `block` belongs to `loop` or a loop inside it. */
export function inLoop(nest: LoopNest, loop: Loop, block: Block): boolean {
  for (let at = nest.innermost[block.id]; at !== undefined; at = at.parent) if (at === loop) return true;
  return false;
}
