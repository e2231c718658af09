import {
  computeDominators,
  removeUnreachableBlocks,
  splitBlockAt,
  type Block,
  type Func,
  type Module,
  type Value,
} from "@goes/ir";
import type { ModulePass } from "../pass.ts";
import { reachedFromLanding } from "../passes/gvn.ts";
import { landingNeeds } from "./inline.ts";
import { outline } from "./outline.ts";

/** How large functions may be, in units of {@link weightOf}. */
interface SizeLimits {
  /** Functions up to this weight stay as they are. */
  readonly func: number;
  /** What is taken out of larger ones has at least this weight. */
  readonly part: number;
  /** If that leaves many small pieces in one spot, such as the cases of a switch, pieces from this weight on are taken out by themselves. */
  readonly piece: number;
}

/**
 * V8 takes functions of up to 7,654,321 bytes and 50,000 locals. A call can be a suspension point, whose code saves
 * all that is live, so the limits are far below.
 */
const engineLimits: SizeLimits = { func: 60_000, part: 20_000, piece: 400 };

/** Moves pieces of functions that engines would not take to functions of their own. */
export const splitLarge: ModulePass = {
  name: "split-large",
  doc: "moves parts of functions that are too large for engines to functions of their own",
  level: "wasm",
  requires: ["lower"],
  run: (module, { splitFrom } = {}) =>
    splitFunctions(module, splitFrom === undefined ? engineLimits : limitsFrom(splitFrom)),
};

/** Limits in the proportions of the engines'. */
function limitsFrom(func: number): SizeLimits {
  const part = Math.max(1, Math.round(func / 3));
  return { func, part, piece: Math.max(1, Math.round(part / 50)) };
}

/** Splits the functions that are larger than `limits.func`; returns those that have changed, parts included. */
function splitFunctions(module: Module, limits: SizeLimits): readonly Func[] {
  return [...module.funcs.values()].flatMap((func) => {
    // Those of the runtime are small, and some deal with stacks for their own activation.
    if (func.origin === "runtime" || weightOfAll(func) <= limits.func) return [];
    return splitFunction(func, module, limits);
  });
}

/** What a value adds to the size of the code, roughly. */
function weightOf(value: Value): number {
  const calls = value.op === "call" || value.op === "call.indirect" || value.op === "panic.if";
  return calls ? 4 + value.args.length : 1;
}

function weightOfBlock(block: Block): number {
  return block.values.reduce((sum, value) => sum + weightOf(value), 2);
}

function weightOfAll(func: Func): number {
  return func.blocks.reduce((sum, block) => sum + weightOfBlock(block), 0);
}

/**
 * Takes subtrees of the dominator tree out, the deepest first: each is entered at its root only. Of code without branches that
 * is always the rest of the function, so each part ends with a call of the next one.
 */
function splitFunction(func: Func, module: Module, limits: SizeLimits): readonly Func[] {
  removeUnreachableBlocks(func);
  cutBlocks(func, Math.max(1, limits.part / 8));
  const { preorder, idom } = computeDominators(func);
  const landing = reachedFromLanding(func);
  const children: Block[][] = [];
  for (const block of preorder) {
    const parent = idom[block.id];
    if (parent !== undefined && parent !== block) (children[parent.id] ??= []).push(block);
  }
  const weights: number[] = [];
  // Where too many values are alive, the next try is at a root with twice the weight: trying every one would be quadratic.
  const failed: number[] = [];
  const gone = new Set<Block>();
  const parts: Func[] = [];
  const takeOut = (root: Block): boolean => {
    const weight = weights[root.id]!;
    if (root === func.blocks[0] || landing?.[root.id] === 1 || weight < 2 * failed[root.id]!) return false;
    const part = outline(func, module, {
      root,
      blocks: subtree(root, children),
      name: `${func.name}\u00b7part${parts.length + 1}`,
    });
    if (part === undefined) {
      failed[root.id] = weight;
      return false;
    }
    for (const block of part.moved) gone.add(block);
    children[root.id] = [...part.made];
    parts.push(part.func);
    weights[root.id] = weightOfBlock(root) + 2 * part.made.length;
    return true;
  };
  for (const block of preorder.toReversed()) {
    const below = children[block.id] ?? [];
    let weight = weightOfBlock(block) + below.reduce((sum, child) => sum + weights[child.id]!, 0);
    if (weight > 2 * limits.part) {
      for (const child of below.toSorted((a, b) => weights[b.id]! - weights[a.id]!)) {
        const before = weights[child.id]!;
        if (weight <= limits.part || before < limits.piece) break;
        if (takeOut(child)) weight += weights[child.id]! - before;
      }
    }
    weights[block.id] = weight;
    failed[block.id] = below.reduce((most, child) => Math.max(most, failed[child.id]!), 0);
    if (weight >= limits.part) takeOut(block);
  }
  func.blocks = func.blocks.filter((block) => !gone.has(block));
  return parts.length === 0 ? [] : [func, ...parts];
}

function subtree(root: Block, children: readonly (readonly Block[] | undefined)[]): readonly Block[] {
  const blocks = [root];
  for (let i = 0; i < blocks.length; i++)
    for (const child of children[blocks[i]!.id] ?? []) blocks.push(child);
  return blocks;
}

/** Cuts long blocks, so that they can be split. The parts of a result stay with the call. */
function cutBlocks(func: Func, size: number): void {
  const entry = func.blocks[0]!.values;
  // Parameters stay in the entry, and what the landing block needs.
  const fixed = Math.max(
    landingNeeds(func),
    entry.findLastIndex(({ op }) => op === "param"),
  );
  for (const block of [...func.blocks]) {
    if (weightOfBlock(block) <= 2 * size) continue;
    const cuts: number[] = [];
    let weight = 0;
    block.values.forEach((value, i) => {
      const attached = value.op === "phi" || value.op === "param" || value.op === "extract";
      if (weight >= size && !attached && (block !== func.blocks[0] || i > fixed)) {
        cuts.push(i);
        weight = 0;
      }
      weight += weightOf(value);
    });
    for (const at of cuts.toReversed()) splitBlockAt(func, block, at);
  }
}
