import type { Block } from "../block.ts";
import type { Func } from "../func.ts";
import { dominatorsOfReducible, largeGraph, listEdges } from "./large-graphs.ts";
import { computeReversePostorder } from "./order.ts";

/** Who dominates whom, for the reachable blocks of a function. */
export interface Dominators {
  /** The reachable blocks in reverse postorder. */
  readonly order: readonly Block[];
  /** Position in `order` by block id; -1: unreachable. */
  readonly position: Int32Array;
  /** Immediate dominator by block id; undefined for the entry and unreachable blocks. */
  readonly idom: readonly (Block | undefined)[];
  /** Preorder and last-descendant numbers in the dominator tree, by block id: a dominates b iff enter[a] ≤ enter[b] ≤ leave[a]. */
  readonly enter: Int32Array;
  readonly leave: Int32Array;
  /** The reachable blocks in preorder of the dominator tree. */
  readonly preorder: readonly Block[];
}

/** Computes dominators (Cooper, Harvey and Kennedy 2001); the entry dominates the landing block. */
export function computeDominators(
  func: Func,
  order: readonly Block[] = computeReversePostorder(func),
): Dominators {
  const position = new Int32Array(func.blockBound).fill(-1);
  for (let i = 0; i < order.length; i++) position[order[i]!.id] = i;
  // By position in the order.
  const landing = func.landing;
  if (order.length >= largeGraph) {
    const edges = listEdges(order.length, (index, add) => {
      const block = order[index]!;
      if (block === landing) add(0);
      for (const { id } of block.preds) if (position[id]! >= 0) add(position[id]!);
    });
    const found = dominatorsOfReducible(edges);
    if (found !== undefined) return numberTree(func, order, position, found);
  }
  const parents = new Int32Array(order.length).fill(-1);
  if (order.length > 0) parents[0] = 0;
  for (let changed = true; changed;) {
    changed = false;
    for (let i = 1; i < order.length; i++) {
      const block = order[i]!;
      let parent = block === landing ? 0 : -1;
      for (const pred of block.preds) {
        let other = position[pred.id]!;
        if (other < 0 || parents[other]! < 0) continue;
        if (parent < 0) {
          parent = other;
          continue;
        }
        while (parent !== other) {
          while (other > parent) other = parents[other]!;
          while (parent > other) parent = parents[parent]!;
        }
      }
      if (parents[i] !== parent) {
        parents[i] = parent;
        changed = true;
      }
    }
  }
  return numberTree(func, order, position, parents);
}

function numberTree(
  func: Func,
  order: readonly Block[],
  position: Int32Array,
  parents: Int32Array,
): Dominators {
  const count = order.length;
  const idom = new Array<Block | undefined>(func.blockBound).fill(undefined);
  const sizes = new Int32Array(count).fill(1);
  for (let i = count - 1; i > 0; i--) {
    sizes[parents[i]!]! += sizes[i]!;
    idom[order[i]!.id] = order[parents[i]!]!;
  }
  // A parent comes before its children in the order, so preorder numbers can be handed down in one sweep.
  const enter = new Int32Array(func.blockBound).fill(-1);
  const leave = new Int32Array(func.blockBound).fill(-2);
  const nextFree = new Int32Array(count);
  const preorder = new Array<Block>(count);
  for (let i = 0; i < count; i++) {
    const block = order[i]!;
    let number = 0;
    if (i > 0) {
      const parent = parents[i]!;
      number = nextFree[parent]!;
      nextFree[parent] = number + sizes[i]!;
    }
    nextFree[i] = number + 1;
    enter[block.id] = number;
    leave[block.id] = number + sizes[i]! - 1;
    preorder[number] = block;
  }
  return { order, position, idom, enter, leave, preorder };
}

/** Whether every path to `b` goes through `a`; a block dominates itself. */
export function dominates(dominators: Dominators, a: Block, b: Block): boolean {
  const at = dominators.enter[b.id]!;
  return (
    at >= 0 && dominators.enter[a.id]! <= at && at <= dominators.leave[a.id]! && dominators.enter[a.id]! >= 0
  );
}
