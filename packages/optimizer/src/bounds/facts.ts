import { bitsOf, dominates, isSigned, type Block, type Dominators, type Func, type Value } from "@goes/ir";

/** `value <= other + offset` (no other: `<= offset`), as mathematical integers. */
interface UpperFact {
  readonly other: Value | undefined;
  readonly offset: number;
}

/** Offsets beyond this are not reasoned about, so that sums of them are exact and far from overflow. */
const limit = 2 ** 40;
/** Values between these are far enough from the ends of int64 and within the limit with what is added to them. */
const modest = 2 ** 38;
const minInt64 = -(2n ** 63n);
const maxDepth = 12;

/** A proof in progress. */
interface Hypothesis {
  readonly phi: Value;
  readonly other: Value | undefined;
  readonly offset: number;
  readonly lower: boolean;
}

/**
 * What is known of int64 values at a point of a walk over the dominator tree: inequalities from branches and passed
 * checks, and how values are defined. In the manner of ABCD (Bodík, Gupta and Sarkar 2000): to prove `v <= w + c`,
 * follow facts and definitions; a phi is proved for all args, where the proof may assume itself around a cycle that
 * does not gain.
 *
 * Facts are about the values of this iteration of every loop around the point. The args of a loop header's phi are of
 * earlier iterations: below it only facts about values from outside the loop count.
 */
export class Facts {
  readonly #dominators: Dominators;
  /** By value id: upper bounds of the value; lower bounds by other values are their upper bounds. */
  readonly #upper: (UpperFact[] | undefined)[];
  /** By value id: constant lower bounds, the last the best. */
  readonly #lower: (number[] | undefined)[];
  readonly #undo: (() => void)[] = [];
  /** Proofs in progress for phis. */
  readonly #active: Hypothesis[] = [];
  #steps = 0;

  constructor(func: Func, dominators: Dominators) {
    this.#dominators = dominators;
    this.#upper = new Array<UpperFact[] | undefined>(func.valueBound);
    this.#lower = new Array<number[] | undefined>(func.valueBound);
  }

  /** A point to come back to with `restore`. */
  mark(): number {
    return this.#undo.length;
  }

  restore(mark: number): void {
    while (this.#undo.length > mark) this.#undo.pop()!();
  }

  /** Learns `a <= b + offset`. */
  learn(a: Value, b: Value, offset: number): void {
    const constantA = smallConstant(a);
    const constantB = smallConstant(b);
    if (constantA !== undefined && constantB === undefined) {
      this.#learnLower(b, constantA - offset);
    } else if (constantA === undefined) {
      const facts = (this.#upper[a.id] ??= []);
      facts.push(
        constantB !== undefined ? { other: undefined, offset: constantB + offset } : { other: b, offset },
      );
      this.#undo.push(() => facts.pop());
      // b >= a - offset.
      if (constantB === undefined) {
        const low = this.#knownLower(a);
        if (low !== undefined) this.#learnLower(b, low - offset);
      }
    }
  }

  /** Learns `value >= low`. */
  #learnLower(value: Value, low: number): void {
    const lows = (this.#lower[value.id] ??= []);
    const best = lows.at(-1);
    if (best !== undefined && best >= low) return;
    lows.push(low);
    this.#undo.push(() => lows.pop());
  }

  learnAtLeast(value: Value, low: number): void {
    if (smallConstant(value) === undefined) this.#learnLower(value, low);
  }

  #knownLower(value: Value): number | undefined {
    return smallConstant(value) ?? (this.#isOfThisRound(value) ? this.#lower[value.id]?.at(-1) : undefined);
  }

  /** Whether the value means the same here and at the phis of loop headers that are being proved. */
  #isOfThisRound(value: Value): boolean {
    for (const { phi } of this.#active) if (!this.#isAbove(value, phi)) return false;
    return true;
  }

  #isAbove(value: Value, phi: Value): boolean {
    return value.block !== phi.block && dominates(this.#dominators, value.block, phi.block);
  }

  /** Whether `value >= low` for certain. */
  provesAtLeast(value: Value, low: number): boolean {
    this.#steps = 0;
    return this.#atLeast(value, low, maxDepth);
  }

  /** Whether `value <= other + offset` for certain. */
  provesAtMost(value: Value, other: Value, offset: number): boolean {
    this.#steps = 0;
    const constant = smallConstant(other);
    if (constant !== undefined) return this.#atMost(value, undefined, constant + offset, maxDepth);
    return this.#atMost(value, other, offset, maxDepth);
  }

  #atLeast(value: Value, low: number, depth: number): boolean {
    const known = this.#knownLower(value);
    if (known !== undefined && known >= low) return true;
    if (depth <= 0 || ++this.#steps > 200 || Math.abs(low) > limit || value.type.kind !== "int64")
      return false;
    const [a, b] = value.args as [Value, Value];
    switch (value.op) {
      case "len":
      case "cap":
        return low <= 0;
      case "const":
        return known === undefined && (value.imm as bigint) >= BigInt(low);
      case "copy":
        return this.#atLeast(a, low, depth - 1);
      case "convert":
        return this.#convertedAtLeast(a, value, low);
      case "add": {
        const c = smallConstant(b);
        if (c === undefined)
          return (
            low <= 0 &&
            this.#atLeast(a, 0, depth - 1) &&
            this.#atLeast(b, 0, depth - 1) &&
            this.#sumIsSmall(a, b, depth - 1)
          );
        if (c < 0) return this.#atLeast(a, low - c, depth - 1);
        return this.#noOverflowAbove(value, a, c, depth - 1) && this.#atLeast(a, low - c, depth - 1);
      }
      case "and":
        return low <= 0 && (this.#atLeast(a, 0, depth - 1) || this.#atLeast(b, 0, depth - 1));
      case "shr":
      case "rem":
      case "div":
        return (
          low <= 0 && this.#atLeast(a, 0, depth - 1) && (value.op !== "div" || this.#atLeast(b, 0, depth - 1))
        );
      case "mul":
        return (
          low <= 0 &&
          isSmallProduct(value) &&
          this.#atLeast(a, 0, depth - 1) &&
          this.#atLeast(b, 0, depth - 1)
        );
      case "min":
        return this.#atLeast(a, low, depth - 1) && this.#atLeast(b, low, depth - 1);
      case "max":
        return this.#atLeast(a, low, depth - 1) || this.#atLeast(b, low, depth - 1);
      case "phi":
        return this.#allArgs(value, undefined, low, true, (arg) => this.#atLeast(arg, low, depth - 1));
      default:
        // Nothing is known of other ops.
        return false;
    }
  }

  #usable(fact: UpperFact): boolean {
    return fact.other === undefined || this.#isOfThisRound(fact.other);
  }

  #convertedAtLeast(from: Value, to: Value, low: number): boolean {
    const bits = bitsOf(from.type);
    if (from.type.kind.startsWith("float") || bits === 0) return false;
    if (from.type.kind === "ptr") return low <= 0;
    // A logical shift of an unsigned word leaves the sign bit clear.
    if (from.type.kind === "uint64" && from.op === "shr")
      return low <= 0 && (smallConstant(from.args[1]!) ?? 0) > 0;
    if (bits >= bitsOf(to.type)) return false;
    return low <= (isSigned(from.type) ? -(2 ** (bits - 1)) : 0);
  }

  #sumIsSmall(a: Value, b: Value, depth: number): boolean {
    return this.#atMost(a, undefined, modest, depth) && this.#atMost(b, undefined, modest, depth);
  }

  #atMost(value: Value, other: Value | undefined, offset: number, depth: number): boolean {
    if (value === other && this.#isOfThisRound(value)) return offset >= 0;
    const constant = smallConstant(value);
    if (constant !== undefined) {
      if (other === undefined) return constant <= offset;
      return this.#atLeast(other, constant - offset, depth - 1);
    }
    if (depth <= 0 || ++this.#steps > 200 || Math.abs(offset) > limit || value.type.kind !== "int64")
      return false;
    const facts = this.#upper[value.id];
    if (facts !== undefined && this.#isOfThisRound(value)) {
      for (let i = facts.length - 1; i >= 0; i--) {
        const fact = facts[i]!;
        if (fact.other === other && fact.offset <= offset && this.#usable(fact)) return true;
      }
      for (let i = facts.length - 1; i >= 0; i--) {
        const fact = facts[i]!;
        if (!this.#usable(fact)) continue;
        if (fact.other === undefined) {
          // value <= k <= other + offset
          if (other !== undefined && this.#atLeast(other, fact.offset - offset, depth - 1)) return true;
        } else if (fact.other !== other && this.#atMost(fact.other, other, offset - fact.offset, depth - 1))
          return true;
      }
    }
    const [a, b] = value.args as [Value, Value];
    switch (value.op) {
      case "len":
      case "cap":
        // Memory has 32-bit addresses; elements of size 0 can be more, but their number was an int of 32 bits too.
        if (other === undefined) return offset >= 2 ** 32;
        return value.op === "len" && other.op === "cap" && offset >= 0 && value.args[0] === other.args[0];
      case "copy":
        return this.#atMost(a, other, offset, depth - 1);
      case "convert":
        return this.#convertedAtMost(a, value, other, offset, depth);
      case "add": {
        const c = smallConstant(b);
        if (c === undefined) return false;
        // The proof that a <= other + offset - c also shows that the sum does not overflow: offset is small.
        if (c >= 0)
          return (
            (offset <= 0 || other === undefined || isLength(other)) &&
            this.#atMost(a, other, offset - c, depth - 1)
          );
        return this.#noOverflowBelow(value, a, c, depth - 1) && this.#atMost(a, other, offset - c, depth - 1);
      }
      case "sub":
        // a - b <= a if b is not negative, and a not so low that it overflows.
        return (
          this.#atLeast(b, 0, depth - 1) &&
          this.#atLeast(a, 0, depth - 1) &&
          this.#atMost(a, other, offset, depth - 1)
        );
      case "and": {
        const mask = smallConstant(b);
        if (mask !== undefined && mask >= 0 && other === undefined && mask <= offset) return true;
        if (
          mask !== undefined &&
          mask >= 0 &&
          other !== undefined &&
          this.#atLeast(other, mask - offset, depth - 1)
        )
          return true;
        return this.#atLeast(a, 0, depth - 1) && this.#atMost(a, other, offset, depth - 1);
      }
      case "shr":
        return (
          isSigned(value.type) && this.#atLeast(a, 0, depth - 1) && this.#atMost(a, other, offset, depth - 1)
        );
      case "div": {
        const c = smallConstant(b);
        return (
          c !== undefined &&
          c > 0 &&
          this.#atLeast(a, 0, depth - 1) &&
          this.#atMost(a, other, offset, depth - 1)
        );
      }
      case "rem": {
        const c = smallConstant(b);
        if (c !== undefined && c > 0) {
          if (other === undefined ? c - 1 <= offset : this.#atLeast(other, c - 1 - offset, depth - 1))
            return true;
        }
        // x % y < y for positive y.
        return b === other && offset >= -1 && this.#atLeast(b, 1, depth - 1);
      }
      case "min":
        return this.#atMost(a, other, offset, depth - 1) || this.#atMost(b, other, offset, depth - 1);
      case "max":
        return this.#atMost(a, other, offset, depth - 1) && this.#atMost(b, other, offset, depth - 1);
      case "phi":
        return this.#allArgs(value, other, offset, false, (arg) =>
          this.#atMost(arg, other, offset, depth - 1),
        );
      default:
        // Nothing is known of other ops.
        return false;
    }
  }

  #convertedAtMost(from: Value, to: Value, other: Value | undefined, offset: number, depth: number): boolean {
    const bits = bitsOf(from.type);
    if (from.type.kind === "uint64" && from.op === "shr")
      return this.#middleAtMost(from, other, offset, depth);
    if (from.type.kind.startsWith("float") || bits === 0 || bits >= bitsOf(to.type)) return false;
    const max = 2 ** (isSigned(from.type) ? bits - 1 : bits) - 1;
    if (other === undefined ? max <= offset : this.#atLeast(other, max - offset, depth - 1)) return true;
    return !isSigned(from.type) && this.#narrowAtMost(from, other, offset, depth);
  }

  /** `int(uint(a+b) >> 1)` is below b if a is below b, both not negative: the middle of a binary search. */
  #middleAtMost(shift: Value, other: Value | undefined, offset: number, depth: number): boolean {
    const sum = shift.args[0]!.op === "convert" ? shift.args[0]!.args[0]! : undefined;
    if (sum?.op !== "add" || sum.type.kind !== "int64" || smallConstant(shift.args[1]!) !== 1) return false;
    const [a, b] = sum.args as [Value, Value];
    if (!this.#atLeast(a, 0, depth - 1) || !this.#atLeast(b, 0, depth - 1)) return false;
    if (isGuardedBelow(shift.block, a, this.#dominators, b))
      return this.#atMost(b, other, offset + 1, depth - 1);
    if (isGuardedBelow(shift.block, b, this.#dominators, a))
      return this.#atMost(a, other, offset + 1, depth - 1);
    return this.#atMost(a, other, offset, depth - 1) && this.#atMost(b, other, offset, depth - 1);
  }

  /** Upper bounds of unsigned narrow values by a mask, shift or remainder with a constant. */
  #narrowAtMost(value: Value, other: Value | undefined, offset: number, depth: number): boolean {
    const c = value.args[1] === undefined ? undefined : smallConstant(value.args[1]);
    if (c === undefined) return false;
    let max: number;
    if (value.op === "and") max = c;
    else if (value.op === "rem" && c > 0) max = c - 1;
    else if (value.op === "shr" && c < 64) max = 2 ** Math.max(bitsOf(value.type) - c, 0) - 1;
    else return false;
    return other === undefined ? max <= offset : this.#atLeast(other, max - offset, depth - 1);
  }

  /** Proves a bound of a phi for all its args, assuming it around cycles that do not gain. */
  #allArgs(
    phi: Value,
    other: Value | undefined,
    offset: number,
    lower: boolean,
    prove: (arg: Value) => boolean,
  ): boolean {
    if (!phi.block.preds.some((pred) => dominates(this.#dominators, phi.block, pred)))
      return phi.args.every(prove);
    for (const proof of this.#active) {
      if (proof.phi !== phi || proof.lower !== lower || proof.other !== other) continue;
      return lower ? offset <= proof.offset : offset >= proof.offset;
    }
    // Induction over the rounds is for a bound that stays the same in all of them.
    if (other !== undefined && !this.#isAbove(other, phi)) return false;
    this.#active.push({ phi, other, offset, lower });
    const proved = phi.args.every((arg) => arg === phi || prove(arg));
    this.#active.pop();
    return proved;
  }

  /** Whether `sum = a + c` (c positive) is only computed where a < something, or a is small. */
  #noOverflowAbove(sum: Value, a: Value, c: number, depth: number): boolean {
    if (c === 1 && isGuardedBelow(sum.block, a, this.#dominators)) return true;
    return c <= modest && this.#atMost(a, undefined, modest, depth);
  }

  /** Whether `sum = a + c` (c negative) is only computed where a > something, or a is not far below zero. */
  #noOverflowBelow(sum: Value, a: Value, c: number, depth: number): boolean {
    if (isGuardedAbove(sum.block, a, c, this.#dominators)) return true;
    return c >= -modest && this.#atLeast(a, -modest, depth);
  }
}

/** Whether a block only runs where a branch has found `value < x`, for the given or any x. */
function isGuardedBelow(block: Block, value: Value, dominators: Dominators, x?: Value): boolean {
  return isGuarded(block, dominators, (op, a, b, holds) => {
    const [less, greater] = holds ? ["lt", "gt"] : ["ge", "le"];
    return (
      (op === less && a === value && (x === undefined || b === x)) ||
      (op === greater && b === value && (x === undefined || a === x))
    );
  });
}

/** Whether a block only runs where a branch has found that `value + c` (c negative) is in range. */
function isGuardedAbove(block: Block, value: Value, c: number, dominators: Dominators): boolean {
  return isGuarded(block, dominators, (op, a, b, holds) => {
    if (c === -1) {
      const [greater, less] = holds ? ["gt", "lt"] : ["le", "ge"];
      if ((op === greater && a === value) || (op === less && b === value)) return true;
    }
    const atLeast = holds ? ["gt", "ge"] : ["lt", "le"];
    return a === value && atLeast.includes(op) && c >= -modest && (smallConstant(b) ?? -limit) >= -modest;
  });
}

type Guard = (op: Value["op"], a: Value, b: Value, holds: boolean) => boolean;

/** Whether one of the branches that lead to a block, by the edge that leads to it, is a guard. */
function isGuarded(block: Block, dominators: Dominators, guard: Guard): boolean {
  let at: Block | undefined = block;
  for (let steps = 0; at !== undefined && steps < 32; steps++) {
    const pred: Block | undefined = at.preds.length === 1 ? at.preds[0] : undefined;
    if (pred?.kind === "if") {
      const condition = pred.control[0]!;
      const [a, b] = condition.args;
      if (
        a !== undefined &&
        b !== undefined &&
        a.type.kind === "int64" &&
        guard(condition.op, a, b, pred.succs[0] === at)
      )
        return true;
    }
    at = dominators.idom[at.id];
  }
  return false;
}

function isLength(value: Value): boolean {
  return value.op === "len" || value.op === "cap";
}

/** Whether a product stays far inside int64: the widths of the factors add up to less. */
function isSmallProduct(value: Value): boolean {
  let bits = 0;
  for (const arg of value.args) bits += factorBits(arg);
  return bits <= 62;
}

/** An upper bound for the bits of a value that is not negative; 64: unknown. */
function factorBits(value: Value): number {
  const constant = smallConstant(value);
  if (constant !== undefined) return constant < 0 ? 64 : Math.ceil(Math.log2(constant + 1));
  if (isLength(value)) return 32;
  return value.op === "convert" ? bitsOf(value.args[0]!.type) : 64;
}

/** The constant that a value is, if sums of it stay exact. */
function smallConstant(value: Value): number | undefined {
  if (value.op !== "const" || typeof value.imm !== "bigint") return undefined;
  if (value.imm < minInt64) return undefined;
  const number = Number(value.imm);
  return Math.abs(number) <= limit ? number : undefined;
}
