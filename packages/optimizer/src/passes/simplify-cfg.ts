import {
  computeUseCounts,
  ReplacementMap,
  makeJump,
  redirectEdge,
  removeUnreachableBlocks,
  type Block,
  type Func,
  type Value,
} from "@goes/ir";
import type { Pass } from "../pass.ts";

/**
 * Cleans the control-flow graph: branches on constants, jumps through blocks that decide on a phi of constants,
 * empty blocks, blocks with one way in and out, unreachable blocks. Leaves the blocks in reverse postorder, which
 * most passes need.
 */
export const simplifyCfg: Pass = {
  name: "simplify-cfg",
  doc: "folds branches, threads jumps, merges blocks",
  level: "both",
  requires: [],
  preserves: "nothing",
  run(func: Func): boolean {
    let changed = removeUnreachableBlocks(func);
    // Each round removes an edge or a block; chains are followed within a round.
    for (let again = true; again;) {
      again = false;
      let folded = false;
      for (const block of func.blocks) if (foldBranch(block)) folded = true;
      if (folded) removeUnreachableBlocks(func);
      // Counted once a round: threading uses no value more that was only a control before.
      let counts: Int32Array | undefined;
      const isUsedOnce = (value: Value): boolean => (counts ??= computeUseCounts(func))[value.id] === 1;
      for (const block of func.blocks) {
        if (threadPhi(block, isUsedOnce) || skipEmpty(func, block)) again = true;
      }
      if (again || folded) {
        removeUnreachableBlocks(func);
        changed = true;
      }
      if (mergeChains(func)) again = changed = true;
    }
    return changed;
  },
};

function constantOf(value: Value): number | undefined {
  if (value.op === "i32.const") return value.imm as number;
  return value.op === "const" && typeof value.imm === "bigint" ? Number(value.imm) : undefined;
}

/** A branch whose outcome is known becomes a jump. */
function foldBranch(block: Block): boolean {
  if (block.kind !== "if" && block.kind !== "switch") return false;
  const condition = block.control[0]!;
  if (block.kind === "if" && (condition.op === "not" || isZeroTest(condition))) {
    block.control[0] = condition.args[0]!;
    block.succs.reverse();
    foldBranch(block);
    return true;
  }
  const known = constantOf(condition);
  if (known !== undefined) {
    makeJump(block, takenSuccessor(block, known));
    return true;
  }
  if (block.kind === "switch" && block.succs.length === 1) {
    makeJump(block, block.succs[0]!);
    return true;
  }
  return false;
}

function isZeroTest(value: Value): boolean {
  return value.op === "i32.eqz";
}

function takenSuccessor(block: Block, known: number): Block {
  const { succs, cases } = block;
  if (block.kind === "if") return known !== 0 ? succs[0]! : succs[1]!;
  const at = known >= 0 && known < cases.length ? cases[known]! : succs.length - 1;
  return succs[at]!;
}

/**
 * A block with nothing but one phi that decides its branch: predecessors that bring a constant go straight to
 * where it leads.
 */
function threadPhi(block: Block, isUsedOnce: (value: Value) => boolean): boolean {
  if (block.kind !== "if" || block.values.length !== 1) return false;
  const phi = block.values[0]!;
  if (phi.op !== "phi" || block.control[0] !== phi || !isUsedOnce(phi)) return false;
  let changed = false;
  for (let i = block.preds.length - 1; i >= 0; i--) {
    const known = constantOf(phi.args[i]!);
    if (known === undefined) continue;
    const pred = block.preds[i]!;
    const target = takenSuccessor(block, known);
    if (target === block || pred.succs.includes(target)) continue;
    copyPhiArgs(target, block);
    redirectEdge(pred, block, target);
    changed = true;
  }
  return changed;
}

/** Gives each phi of `to` one more arg: that which it has for predecessor `like`. */
function copyPhiArgs(to: Block, like: Block): void {
  const edge = to.preds.indexOf(like);
  for (const phi of to.values) {
    if (phi.op !== "phi") break;
    phi.args.push(phi.args[edge]!);
  }
}

/** Predecessors of an empty block jump past it; of a chain of such blocks (the ends of nested statements) past all. */
function skipEmpty(func: Func, block: Block): boolean {
  if (!isEmpty(func, block)) return false;
  if (!isEmpty(func, block.succs[0]!)) return skipOne(block);
  const chain: Block[] = [];
  const seen = new Set<Block>();
  for (let at = block; isEmpty(func, at) && !seen.has(at); at = at.succs[0]!) {
    seen.add(at);
    chain.push(at);
  }
  let changed = false;
  // The last one first, so that no edge is moved twice.
  for (let at = chain.pop(); at !== undefined; at = chain.pop()) if (skipOne(at)) changed = true;
  return changed;
}

function isEmpty(func: Func, block: Block): boolean {
  if (block.kind !== "jump" || block.values.length > 0) return false;
  return block !== func.blocks[0] && block !== func.landing && block.succs[0] !== block;
}

function skipOne(block: Block): boolean {
  const to = block.succs[0]!;
  if (to === block) return false;
  let changed = false;
  for (const pred of [...block.preds]) {
    if (pred === block) continue;
    if (pred.succs.includes(to)) {
      // Both edges of a branch lead to the same block with the same values: it decides nothing.
      if (pred.kind !== "if" || !samePhiArgs(to, pred, block)) continue;
      makeJump(pred, to);
    } else {
      copyPhiArgs(to, block);
      redirectEdge(pred, block, to);
      if (block.unlikely && pred.kind === "jump") pred.unlikely = true;
    }
    changed = true;
  }
  return changed;
}

function samePhiArgs(block: Block, one: Block, other: Block): boolean {
  const a = block.preds.indexOf(one);
  const b = block.preds.indexOf(other);
  for (const phi of block.values) {
    if (phi.op !== "phi") break;
    if (phi.args[a] !== phi.args[b]) return false;
  }
  return true;
}

/** Blocks with one edge in are appended to the block before, if that has one edge out. */
function mergeChains(func: Func): boolean {
  const replacements = new ReplacementMap();
  const merged = new Uint8Array(func.blockBound);
  let changed = false;
  for (const block of func.blocks) {
    if (merged[block.id] === 1) continue;
    while (block.kind === "jump") {
      const next = block.succs[0]!;
      if (next.preds.length !== 1 || next === block || next === func.landing || next === func.blocks[0])
        break;
      for (const value of next.values) {
        if (value.op === "phi") replacements.replace(value, value.args[0]!);
        else {
          value.block = block;
          block.values.push(value);
        }
      }
      block.kind = next.kind;
      block.control = next.control;
      block.cases = next.cases;
      block.succs = next.succs;
      for (const succ of block.succs) succ.preds[succ.preds.indexOf(next)] = block;
      next.values = [];
      next.succs = [];
      next.preds = [];
      merged[next.id] = 1;
      changed = true;
    }
  }
  if (changed) {
    func.blocks = func.blocks.filter((block) => merged[block.id] === 0);
    replacements.apply(func);
  }
  return changed;
}
