/** The edges of a graph by the indices of its nodes in reverse postorder: those into node `i` begin at `starts[i]`. */
export interface IncomingEdges {
  readonly starts: Int32Array;
  /** Indices of predecessors. */
  readonly preds: Int32Array;
}

/** Graphs with fewer nodes are done before anything could be prepared for them. */
export const largeGraph = 200;

/** Lists the edges. `forEach` calls `add` for each reachable predecessor of the node at a index. */
export function listEdges(
  count: number,
  forEach: (index: number, add: (pred: number) => void) => void,
): IncomingEdges {
  const starts = new Int32Array(count + 1);
  const preds: number[] = [];
  const add = (pred: number): void => {
    preds.push(pred);
  };
  for (let index = 0; index < count; index++) {
    forEach(index, add);
    starts[index + 1] = preds.length;
  }
  return { starts, preds: Int32Array.from(preds) };
}

/**
 * The immediate dominator of each node of a reducible graph, the entry its own; undefined if the graph is irreducible. A
 * chain of conditions that all lead to one node takes n·log n steps: the common dominator of two nodes is found by
 * pointers that skip ahead (Myers 1983, "An applicative random-access stack").
 */
export function dominatorsOfReducible({ starts, preds }: IncomingEdges): Int32Array | undefined {
  const count = starts.length - 1;
  const parents = new Int32Array(count);
  const depths = new Int32Array(count);
  const jumps = new Int32Array(count);
  const common = (a: number, b: number): number => {
    let left = a;
    let right = b;
    while (depths[left]! > depths[right]!) {
      left = depths[jumps[left]!]! >= depths[right]! ? jumps[left]! : parents[left]!;
    }
    while (depths[right]! > depths[left]!) {
      right = depths[jumps[right]!]! >= depths[left]! ? jumps[right]! : parents[right]!;
    }
    while (left !== right) {
      const jump = jumps[left] !== jumps[right];
      left = jump ? jumps[left]! : parents[left]!;
      right = jump ? jumps[right]! : parents[right]!;
    }
    return left;
  };
  // Of edges that lead backwards the source is dominated by the target, or the graph is irreducible.
  for (let index = 1; index < count; index++) {
    let parent = -1;
    for (let i = starts[index]!; i < starts[index + 1]!; i++) {
      const pred = preds[i]!;
      if (pred < index) parent = parent < 0 ? pred : common(parent, pred);
    }
    parents[index] = parent;
    depths[index] = depths[parent]! + 1;
    const jump = jumps[parent]!;
    const farther = jumps[jump]!;
    const twice = 2 * depths[jump]!;
    jumps[index] = depths[parent]! + depths[farther]! - twice === 0 ? farther : parent;
  }
  for (let index = 0; index < count; index++) {
    for (let i = starts[index]!; i < starts[index + 1]!; i++) {
      const pred = preds[i]!;
      if (pred >= index && common(index, pred) !== index) return undefined;
    }
  }
  return parents;
}
