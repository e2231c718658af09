import { bitsOf, types, type Block, type Value } from "@goes/ir";
import type { FunctionBuilder } from "../../function/function-builder.ts";

/** A case of a switch over constants of type `T` (strings as byte strings). */
export interface ConstantCase<T> {
  readonly value: T;
  readonly to: Block;
}

/** So many cases are compared one after the other. */
const mostCompared = 3;

/** Values that one table covers at most: engines take 65,520 targets (WebAssembly JavaScript interface, limits). */
const mostInTable = 16_384n;

/** Cases that one table decides, or one case. */
interface Cluster {
  readonly cases: readonly ConstantCase<bigint>[];
  readonly min: bigint;
  readonly max: bigint;
}

/** Branches on an integer: tables for cases that lie close together, binary search among these and the others. */
export function switchOnInteger(
  fb: FunctionBuilder,
  tag: Value,
  cases: readonly ConstantCase<bigint>[],
  otherwise: Block,
): void {
  const sorted = [...cases].sort((a, b) => (a.value < b.value ? -1 : a.value > b.value ? 1 : 0));
  search(fb, tag, clustersOf(sorted), otherwise);
}

/** A stretch becomes a table if at least about half of its values are cases. */
function clustersOf(sorted: readonly ConstantCase<bigint>[]): Cluster[] {
  const clusters: Cluster[] = [];
  for (let start = 0; start < sorted.length;) {
    const min = sorted[start]!.value;
    let end = start + 1;
    while (end < sorted.length) {
      const distance = sorted[end]!.value - min;
      if (distance >= mostInTable || distance > 2 * (end - start) + 4) break;
      end++;
    }
    if (end - start <= mostCompared) end = start + 1;
    const inside = sorted.slice(start, end);
    clusters.push({ cases: inside, min, max: inside.at(-1)!.value });
    start = end;
  }
  return clusters;
}

function search(fb: FunctionBuilder, tag: Value, clusters: readonly Cluster[], otherwise: Block): void {
  const [first] = clusters;
  if (first === undefined) {
    fb.jump(otherwise);
  } else if (clusters.length === 1 && first.cases.length > 1) {
    jumpTable(fb, tag, first, otherwise);
  } else if (clusters.length <= mostCompared && clusters.every(({ cases }) => cases.length === 1)) {
    for (const { cases } of clusters) {
      const { value, to } = cases[0]!;
      const next = fb.newBlock();
      const equal = fb.emit("eq", types.bool, [tag, fb.constant(tag.type, value)]);
      fb.branch(equal, to, next);
      fb.enterSealed(next);
    }
    fb.jump(otherwise);
  } else {
    const middle = clusters.length >> 1;
    const below = fb.newBlock();
    const above = fb.newBlock();
    const pivot = fb.constant(tag.type, clusters[middle]!.min);
    fb.branch(fb.emit("lt", types.bool, [tag, pivot]), below, above);
    fb.enterSealed(below);
    search(fb, tag, clusters.slice(0, middle), otherwise);
    fb.enterSealed(above);
    search(fb, tag, clusters.slice(middle), otherwise);
  }
}

/** Unsigned, the distance from the least case is beyond the table for smaller values too. */
function jumpTable(fb: FunctionBuilder, tag: Value, { cases, min, max }: Cluster, otherwise: Block): void {
  const wide = bitsOf(tag.type) === 64;
  const unsigned = wide ? types.uint64 : types.uint32;
  const value = fb.emit("convert", unsigned, [tag]);
  const least = fb.constant(unsigned, BigInt.asUintN(wide ? 64 : 32, min));
  const targets = new Array<Block>(Number(max - min) + 2).fill(otherwise);
  for (const { value: at, to } of cases) targets[Number(at - min)] = to;
  fb.switch(fb.emit("sub", unsigned, [value, least]), targets);
}

/** Branches on a string: by its length first, then by binary search among the cases of one length. */
export function switchOnString(
  fb: FunctionBuilder,
  tag: Value,
  cases: readonly ConstantCase<string>[],
  otherwise: Block,
): void {
  const groups = new Map<number, ConstantCase<string>[]>();
  for (const one of cases) {
    const group = groups.get(one.value.length);
    if (group === undefined) groups.set(one.value.length, [one]);
    else group.push(one);
  }
  const byLength = [...groups].map(([length, group]) => ({ length, group, at: fb.newBlock() }));
  const lengths = byLength.map(({ length, at }) => ({ value: BigInt(length), to: at }));
  switchOnInteger(fb, fb.emit("len", types.int64, [tag]), lengths, otherwise);
  for (const { group, at } of byLength) {
    fb.enterSealed(at);
    group.sort((a, b) => (a.value < b.value ? -1 : 1));
    searchStrings(fb, tag, group, otherwise);
  }
}

function searchStrings(
  fb: FunctionBuilder,
  tag: Value,
  sorted: readonly ConstantCase<string>[],
  otherwise: Block,
): void {
  if (sorted.length <= mostCompared) {
    for (const { value, to } of sorted) {
      const next = fb.newBlock();
      fb.branch(fb.emit("eq", types.bool, [tag, fb.string(value)]), to, next);
      fb.enterSealed(next);
    }
    fb.jump(otherwise);
    return;
  }
  const middle = sorted.length >> 1;
  const below = fb.newBlock();
  const above = fb.newBlock();
  fb.branch(fb.emit("lt", types.bool, [tag, fb.string(sorted[middle]!.value)]), below, above);
  fb.enterSealed(below);
  searchStrings(fb, tag, sorted.slice(0, middle), otherwise);
  fb.enterSealed(above);
  searchStrings(fb, tag, sorted.slice(middle), otherwise);
}
