import type { Block, Func } from "@goes/ir";

/** Removes the blocks that cannot be reached from the entry (or the landing block), with their edges and phi args. */
export function pruneUnreachable(func: Func): void {
  const reached = new Set<Block>();
  const pending: Block[] = [func.blocks[0]!];
  if (func.landing !== undefined) pending.push(func.landing);
  while (pending.length > 0) {
    const block = pending.pop()!;
    if (reached.has(block)) continue;
    reached.add(block);
    for (const succ of block.succs) pending.push(succ);
  }
  if (reached.size === func.blocks.length) return;
  for (const block of func.blocks) {
    if (!reached.has(block)) continue;
    for (let i = block.preds.length - 1; i >= 0; i--) {
      if (reached.has(block.preds[i]!)) continue;
      block.preds.splice(i, 1);
      for (const value of block.values) {
        if (value.op !== "phi") break;
        value.args.splice(i, 1);
      }
    }
  }
  func.blocks = func.blocks.filter((block) => reached.has(block));
}
