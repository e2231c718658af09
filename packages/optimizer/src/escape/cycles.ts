import type { Block, Func, Value } from "@goes/ir";

/** Finds the values of a function that may be computed more than once in an activation: those in cycles of its graph. */
export function repeatedIn(func: Func): (value: Value) => boolean {
  let cyclic: Uint8Array | undefined;
  return (value) => (cyclic ??= computeCyclic(func))[value.block.id] === 1;
}

/** By block id: 1 for blocks that can reach themselves (the components of Tarjan 1972). */
export function computeCyclic(func: Func): Uint8Array {
  const bound = func.blockBound;
  const cyclic = new Uint8Array(bound);
  const index = new Int32Array(bound).fill(-1);
  const low = new Int32Array(bound);
  const onStack = new Uint8Array(bound);
  const stack: Block[] = [];
  let counter = 0;
  for (const root of func.blocks) {
    if (index[root.id]! >= 0) continue;
    const frames: { readonly block: Block; next: number }[] = [{ block: root, next: 0 }];
    while (frames.length > 0) {
      const frame = frames.at(-1)!;
      const { id, succs } = frame.block;
      if (frame.next === 0) {
        index[id] = low[id] = counter++;
        stack.push(frame.block);
        onStack[id] = 1;
      }
      const succ = succs[frame.next++];
      if (succ !== undefined) {
        if (index[succ.id]! < 0) frames.push({ block: succ, next: 0 });
        else if (onStack[succ.id] === 1) low[id] = Math.min(low[id]!, index[succ.id]!);
        continue;
      }
      frames.pop();
      const parent = frames.at(-1)?.block;
      if (parent !== undefined) low[parent.id] = Math.min(low[parent.id]!, low[id]!);
      if (low[id] !== index[id]) continue;
      const many = stack.at(-1) !== frame.block || succs.includes(frame.block);
      for (;;) {
        const member = stack.pop()!;
        onStack[member.id] = 0;
        if (many) cyclic[member.id] = 1;
        if (member === frame.block) break;
      }
    }
  }
  return cyclic;
}
