import type { Block } from "../block.ts";
import type { Func } from "../func.ts";

/**
 * The reachable blocks in reverse postorder, the entry first. The landing block counts as reachable: unwinding
 * enters it as if it followed the entry.
 */
export function computeReversePostorder(func: Func): Block[] {
  const seen = new Uint8Array(func.blockBound);
  const postorder: Block[] = [];
  // Landing first: blocks that both roots reach then come after both in the reversed order.
  if (func.landing !== undefined) walk(func.landing, seen, postorder);
  const entry = func.blocks[0];
  if (entry !== undefined) walk(entry, seen, postorder);
  return postorder.reverse();
}

/** Appends the blocks that `root` reaches in postorder, with its own stack: functions may be deep. */
function walk(root: Block, seen: Uint8Array, postorder: Block[]): void {
  if (seen[root.id] === 1) return;
  seen[root.id] = 1;
  const stack: Block[] = [root];
  // The next successor to visit. Last ones first, so that the order follows the text.
  const next: number[] = [root.succs.length - 1];
  while (stack.length > 0) {
    const top = stack.length - 1;
    const block = stack[top]!;
    const i = next[top]!;
    if (i < 0) {
      postorder.push(block);
      stack.pop();
      next.pop();
      continue;
    }
    next[top] = i - 1;
    const succ = block.succs[i]!;
    if (seen[succ.id] === 1) continue;
    seen[succ.id] = 1;
    stack.push(succ);
    next.push(succ.succs.length - 1);
  }
}
