import type { Func } from "@goes/ir";
import type { FlowGraph } from "./graph.ts";
import { stackOp } from "./stack-code.ts";
import type { Uses } from "./uses.ts";

/** Half-open ranges of positions in the stack code of all nodes: start and end alternating, ascending. */
type Ranges = readonly number[];

/** The live ranges of the values that are kept in locals, by value id; exact to the instruction, with holes. */
export type RangesById = (number[] | undefined)[];

/**
 * Follows each use backwards to the definition (Appel and Palsberg 2002, liveness by use). A phi is there from the
 * start of its node: the copies into it are made on the edges, where nothing but what is live into the node matters.
 */
export function computeRanges(func: Func, graph: FlowGraph, uses: Uses): RangesById {
  const { nodes } = graph;
  const bound = func.valueBound;
  const starts = new Int32Array(nodes.length);
  const ends = new Int32Array(nodes.length);
  const homes = new Int32Array(bound).fill(-1);
  const definedAt = new Int32Array(bound);
  const lastRead = new Int32Array(bound);
  const readIn = new Int32Array(bound).fill(-1);
  const defined: number[] = [];
  // One entry for each node that reads a value: value, node, position of the last read.
  const readIds: number[] = [];
  const readNodes: number[] = [];
  const readLasts: number[] = [];
  const readCount = new Int32Array(bound + 1);
  let position = 0;
  let touched = 0;
  let order = 0;
  const scan = (code: readonly number[]): void => {
    for (let i = 0; i < code.length; i++) {
      const element = code[i]!;
      const kind = element & 7;
      position++;
      if (kind > stackOp.tee) continue;
      const id = element >> 3;
      if (kind === stackOp.get) {
        if (readIn[id] !== order) {
          readIn[id] = order;
          readIds.push(id);
          readNodes.push(order);
          readCount[id]!++;
        }
        lastRead[id] = position;
      } else {
        homes[id] = order;
        definedAt[id] = position;
        defined.push(id);
      }
    }
  };
  for (const node of nodes) {
    order = node.order;
    starts[order] = position;
    if (node.block !== undefined) {
      for (const value of node.block.values) {
        if (value.op !== "phi" && value.op !== "param") continue;
        if (uses.live[value.id] === 0) continue;
        homes[value.id] = order;
        definedAt[value.id] = position;
        defined.push(value.id);
      }
    }
    scan(node.code);
    for (const edge of node.succs) {
      for (const part of edge.parts) scan(part);
      // A copy onto its own local is not written, so its source must stay in place until all copies are made.
      for (const part of edge.parts) if (isCopy(part)) lastRead[part[0]! >> 3] = position + 1;
    }
    position++;
    ends[order] = position;
    for (; touched < readIds.length; touched++) readLasts.push(lastRead[readIds[touched]!]!);
  }
  // The reads of each value in a row.
  const first = new Int32Array(bound + 1);
  for (let id = 0; id < bound; id++) first[id + 1] = first[id]! + readCount[id]!;
  const fill = first.slice();
  const reads = new Int32Array(readIds.length);
  for (let i = 0; i < readIds.length; i++) reads[fill[readIds[i]!]!++] = i;

  const result: number[][] = [];
  const reached = new Int32Array(nodes.length).fill(-1);
  const work: number[] = [];
  for (const id of defined) {
    const home = homes[id]!;
    const at = definedAt[id]!;
    // Even what nothing reads is written somewhere, and a phi is there at the start of its node.
    const ranges: number[] = [at, at + 1];
    let lastAtHome = -1;
    for (let i = first[id]!; i < first[id + 1]!; i++) {
      const read = reads[i]!;
      const node = readNodes[read]!;
      if (node === home) {
        lastAtHome = readLasts[read]!;
        continue;
      }
      ranges.push(starts[node]!, readLasts[read]!);
      for (const pred of nodes[node]!.preds) work.push(pred.order);
      while (work.length > 0) {
        const through = work.pop()!;
        if (reached[through] === id) continue;
        reached[through] = id;
        if (through === home) {
          ranges.push(at, ends[home]!);
          continue;
        }
        ranges.push(starts[through]!, ends[through]!);
        for (const pred of nodes[through]!.preds) work.push(pred.order);
      }
    }
    if (lastAtHome > at) ranges.push(at, lastAtHome);
    result[id] = ranges.length === 4 && ranges[0] === ranges[2] ? [at, ranges[3]!] : joined(ranges);
  }
  if (graph.selectors > 0) keepBeforeDispatch(graph, starts, ends, result);
  return result;
}

/** Whether the arg of an edge just reads a local, so that it is not written if that is the local of the phi as well. */
export function isCopy(part: readonly number[]): boolean {
  return part.length === 1 && (part[0]! & 7) === stackOp.get;
}

/** Copies in front of a dispatch node must survive it. */
function keepBeforeDispatch(
  graph: FlowGraph,
  starts: Int32Array,
  ends: Int32Array,
  ranges: number[][],
): void {
  for (const node of graph.nodes) {
    for (const edge of node.succs) {
      for (const phi of edge.phis) {
        if (edge.target.block === phi.block) continue;
        const at = edge.target.order;
        ranges[phi.id] = joined([...ranges[phi.id]!, starts[at]!, ends[at]!]);
      }
    }
  }
}

/** Positions are below this: about as many as a body of 64 MiB has. */
const positionLimit = 2 ** 26;

/** Sorts ranges and joins those that touch or overlap. */
function joined(list: readonly number[]): number[] {
  const count = list.length / 2;
  const keys = new Float64Array(count);
  for (let i = 0; i < count; i++) keys[i] = list[2 * i]! * positionLimit + list[2 * i + 1]!;
  keys.sort();
  const out: number[] = [];
  for (let i = 0; i < count; i++) {
    const key = keys[i]!;
    const start = Math.floor(key / positionLimit);
    const end = key - start * positionLimit;
    const last = out.length - 1;
    if (last > 0 && start <= out[last]!) {
      if (end > out[last]!) out[last] = end;
    } else {
      out.push(start, end);
    }
  }
  return out;
}

/** A list that is so many times shorter than another is looked up in it instead of walked with it. */
const lookUpRatio = 8;

/** Whether two lists of ranges have a position in common. */
export function intersects(a: Ranges, b: Ranges): boolean {
  const [large, small] = a.length >= b.length ? [a, b] : [b, a];
  if (small.length * lookUpRatio < large.length) {
    for (let j = 0; j < small.length; j += 2) {
      const i = firstEndingAfter(large, small[j]!);
      if (i < large.length && large[i]! < small[j + 1]!) return true;
    }
    return false;
  }
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    if (a[i + 1]! <= b[j]!) i += 2;
    else if (b[j + 1]! <= a[i]!) j += 2;
    else return true;
  }
  return false;
}

/** The union of two lists of ranges that have no position in common; may reuse the longer list. */
export function union(a: number[], b: number[]): number[] {
  const [large, small] = a.length >= b.length ? [a, b] : [b, a];
  if (small.length * lookUpRatio < large.length) {
    for (let j = 0; j < small.length; j += 2) insert(large, small[j]!, small[j + 1]!);
    return large;
  }
  const out: number[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const first = j >= b.length || (i < a.length && a[i]! < b[j]!);
    const start = first ? a[i]! : b[j]!;
    const end = first ? a[i + 1]! : b[j + 1]!;
    if (first) i += 2;
    else j += 2;
    if (out.length > 0 && out[out.length - 1] === start) out[out.length - 1] = end;
    else out.push(start, end);
  }
  return out;
}

function insert(list: number[], start: number, end: number): void {
  const i = firstEndingAfter(list, start);
  const joinsLeft = i > 0 && list[i - 1] === start;
  const joinsRight = i < list.length && list[i] === end;
  if (joinsLeft && joinsRight) list.splice(i - 1, 2);
  else if (joinsLeft) list[i - 1] = end;
  else if (joinsRight) list[i] = start;
  else list.splice(i, 0, start, end);
}

/** Index of the first range whose end is after `position`. */
function firstEndingAfter(list: Ranges, position: number): number {
  let low = 0;
  let high = list.length / 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[2 * middle + 1]! <= position) low = middle + 1;
    else high = middle;
  }
  return 2 * low;
}
