import { InternalError } from "@goes/source";
import type { Block } from "../block.ts";
import type { Func } from "../func.ts";
import { computeReversePostorder } from "../analysis/order.ts";

/** Adds the edge `from` → `to` at the end of both lists; the caller adds an arg to each phi of `to`. */
export function addEdge(from: Block, to: Block): void {
  from.succs.push(to);
  to.preds.push(from);
}

/** Takes predecessor number `edge` of `block` away, with the args of its phis. */
export function removePred(block: Block, edge: number): void {
  block.preds.splice(edge, 1);
  for (const phi of block.values) {
    if (phi.op !== "phi") break;
    phi.args.splice(edge, 1);
  }
}

/** Removes the edge between two blocks at both ends, with the args of phis; the kind of `from` is the caller's. */
export function removeEdge(from: Block, to: Block): void {
  const edge = to.preds.indexOf(from);
  const at = from.succs.indexOf(to);
  if (edge < 0 || at < 0) throw new InternalError("ir", `no edge b${from.id} → b${to.id}`);
  removePred(to, edge);
  from.succs.splice(at, 1);
}

/** Makes `block` end with a jump to `succ`, which must be one of its successors; other edges are removed. */
export function makeJump(block: Block, succ: Block): void {
  for (const other of [...block.succs]) if (other !== succ) removeEdge(block, other);
  block.kind = "jump";
  block.control = [];
  block.cases = [];
}

/** Makes `block` end without successors: kind return (the caller sets control) or unreachable. */
export function makeExit(block: Block, kind: "return" | "unreachable"): void {
  for (const succ of [...block.succs]) removeEdge(block, succ);
  block.kind = kind;
  block.control = [];
  block.cases = [];
}

/** Replaces the successor `old` of `block` by `to`, at both ends; phi args of `to` are the caller's. */
export function redirectEdge(block: Block, old: Block, to: Block): void {
  removePred(old, old.preds.indexOf(block));
  block.succs[block.succs.indexOf(old)] = to;
  to.preds.push(block);
}

/** Puts an empty block into the edge `from` → `to` and returns it; phis keep their args. */
export function splitEdge(func: Func, from: Block, to: Block): Block {
  const middle = func.newBlock();
  middle.kind = "jump";
  middle.pos = to.pos;
  middle.unlikely = to.unlikely || from.unlikely;
  from.succs[from.succs.indexOf(to)] = middle;
  to.preds[to.preds.indexOf(from)] = middle;
  middle.preds.push(from);
  middle.succs.push(to);
  return middle;
}

/** Splits every edge from a block with several successors to one with several predecessors; whether any was. */
export function splitCriticalEdges(func: Func): boolean {
  let changed = false;
  for (const block of [...func.blocks]) {
    if (block.succs.length < 2) continue;
    for (const succ of [...block.succs]) {
      if (succ.preds.length < 2) continue;
      splitEdge(func, block, succ);
      changed = true;
    }
  }
  return changed;
}

/**
 * Drops the blocks that neither entry nor landing reach; whether any block was dropped. The others come into reverse
 * postorder, or keep their order.
 */
export function removeUnreachableBlocks(
  func: Func,
  order: "reversePostorder" | "kept" = "reversePostorder",
): boolean {
  const sorted = computeReversePostorder(func);
  const dropped = sorted.length < func.blocks.length;
  if (dropped) {
    const reached = new Uint8Array(func.blockBound);
    for (const block of sorted) reached[block.id] = 1;
    for (const block of sorted) {
      for (let i = block.preds.length - 1; i >= 0; i--)
        if (reached[block.preds[i]!.id] === 0) removePred(block, i);
    }
    if (order === "kept") func.blocks = func.blocks.filter(({ id }) => reached[id] === 1);
  }
  if (order === "reversePostorder") func.blocks = sorted;
  return dropped;
}
