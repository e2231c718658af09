import { dominates, ReplacementMap, opSpec, ops, type Block, type Func, type Value } from "@goes/ir";
import { analysesOf, type Pass, type PassContext } from "../pass.ts";

/**
 * Global value numbering: a pure value that a dominating block already computed from the same args is replaced by
 * that. One walk over the dominator tree in preorder, in which the arguments of a value come before it and a block that
 * does not dominate the current one never dominates a later one; values that differ only through back edges stay apart. Blocks that the
 * landing block reaches do not use values of others: unwinding may come before those are computed.
 */
export const gvn: Pass = {
  name: "gvn",
  doc: "merges equal computations",
  level: "both",
  requires: ["simplify-cfg"],
  preserves: "cfg",
  run(func: Func, context: PassContext): boolean {
    const { dominators } = analysesOf(func, context);
    const landing = reachedFromLanding(func);
    const replacements = new ReplacementMap();
    // Open hashing by chains: heads by hash, then the next candidate by value id.
    const size = tableSize(func.valueBound);
    const heads = new Int32Array(size).fill(-1);
    const next = new Int32Array(func.valueBound).fill(-1);
    const byId = new Array<Value | undefined>(func.valueBound);
    // Stretches of a block without a call are numbered; by value id, the stretch of a cast that hides a pointer.
    let stretch = 0;
    const stretches = new Int32Array(func.level === "wasm" ? func.valueBound : 0);
    for (const block of dominators.preorder) {
      stretch++;
      for (const value of block.values) {
        replacements.resolveArgs(value);
        if (!mergeable(value)) {
          if (opSpec(value.op).effect === "calls") stretch++;
          continue;
        }
        const hides = value.op === "cast" && hidesPointer(value);
        if (hides) stretches[value.id] = stretch;
        const slot = hashOf(value) & (size - 1);
        let found: Value | undefined;
        let previous = -1;
        for (let at = heads[slot]!; at >= 0; at = next[at]!) {
          const candidate = byId[at]!;
          if (!dominates(dominators, candidate.block, block)) {
            if (previous < 0) heads[slot] = next[at]!;
            else next[previous] = next[at]!;
            continue;
          }
          previous = at;
          if (!equal(candidate, value)) continue;
          // The latest comes first, so that all others are of earlier stretches too.
          if (hides && stretches[candidate.id] !== stretch) break;
          if (landing !== undefined && landing[candidate.block.id] !== landing[block.id]) continue;
          found = candidate;
          break;
        }
        if (found !== undefined) {
          replacements.replace(value, found);
          continue;
        }
        byId[value.id] = value;
        next[value.id] = heads[slot]!;
        heads[slot] = value.id;
      }
    }
    replacements.apply(func);
    return replacements.any;
  },
};

/** By block id, 1 for blocks that the landing block reaches; undefined if there is none. */
export function reachedFromLanding(func: Func): Uint8Array | undefined {
  if (func.landing === undefined) return undefined;
  const reached = new Uint8Array(func.blockBound);
  const work: Block[] = [func.landing];
  reached[func.landing.id] = 1;
  while (work.length > 0) {
    for (const succ of work.pop()!.succs) {
      if (reached[succ.id] === 1) continue;
      reached[succ.id] = 1;
      work.push(succ);
    }
  }
  return reached;
}

function tableSize(values: number): number {
  let size = 64;
  while (size < values) size *= 2;
  return size;
}

/** Pure values, but a slot is one of its own, and a parameter is where it must be. */
function mergeable(value: Value): boolean {
  const { op } = value;
  if (op === "slot" || op === "param") return false;
  return opSpec(op).effect === "pure";
}

/**
 * Whether a cast makes a number of what the collector follows. Such a number must not be kept over a call: the
 * collector does not see it, and what it points into may be gone then.
 */
export function hidesPointer(cast: Value): boolean {
  const from = cast.args[0]!.type.kind;
  return (from === "ptr" || from === "payload") && cast.type.kind !== from;
}

const opNumbers: ReadonlyMap<string, number> = new Map(Object.keys(ops).map((name, i) => [name, i + 1]));

function hashOf(value: Value): number {
  let hash = opNumbers.get(value.op)! * 0x9e3779b1;
  const { args, imm } = value;
  if (args.length === 2 && opSpec(value.op).commutative) {
    hash = Math.imul(hash, 31) + (args[0]!.id ^ args[1]!.id) + args[0]!.id + args[1]!.id;
  } else {
    for (let i = 0; i < args.length; i++) hash = Math.imul(hash, 31) + args[i]!.id;
  }
  if (typeof imm === "number") hash = Math.imul(hash, 31) + (imm | 0) + ((imm * 64) | 0);
  else if (typeof imm === "bigint") hash = Math.imul(hash, 31) + Number(BigInt.asIntN(32, imm));
  else if (typeof imm === "string") hash = hashText(hash, imm);
  const { sym } = value;
  if (sym !== undefined) hash = hashText(hash, sym);
  hash ^= hash >>> 15;
  return hash;
}

/** Symbols of strings are their text, and lists of strings often differ only near the end. */
function hashText(start: number, text: string): number {
  let hash = start + text.length;
  for (let i = Math.max(0, text.length - 12); i < text.length; i++) {
    hash = Math.imul(hash, 31) + text.charCodeAt(i);
  }
  return hash;
}

function equal(a: Value, b: Value): boolean {
  if (a.op !== b.op || a.sym !== b.sym || !sameImmediate(a, b)) return false;
  if (a.type !== b.type && a.type.text !== b.type.text) return false;
  const x = a.args;
  const y = b.args;
  if (x.length !== y.length) return false;
  if (a.op === "phi" && a.block !== b.block) return false;
  if (x.length === 2 && opSpec(a.op).commutative && x[0] === y[1] && x[1] === y[0]) return true;
  for (let i = 0; i < x.length; i++) if (x[i] !== y[i]) return false;
  return true;
}

function sameImmediate(a: Value, b: Value): boolean {
  // Object.is: 0 and -0 are different floats, a NaN is the same.
  return a.imm === b.imm ? a.imm !== 0 || Object.is(a.imm, b.imm) : Object.is(a.imm, b.imm);
}
