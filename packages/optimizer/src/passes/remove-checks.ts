import { dominates, InstructionBuilder, type Block, type Dominators, type Func, type Value } from "@goes/ir";
import { Facts } from "../bounds/facts.ts";
import { passesAlways } from "../go-rules/checks.ts";
import { boolConstant, integerConstant, isNonNil } from "../go-rules/constants.ts";
import { analysesOf, type Pass, type PassContext } from "../pass.ts";
import { reachedFromLanding } from "./gvn.ts";

/**
 * Removes nil, bounds and division checks that cannot fail, and decides branches that are already known, by facts
 * from dominating branches and checks, definitions and induction variables. Branches become branches on constants
 * for `simplify-cfg`.
 */
export const removeChecks: Pass = {
  name: "remove-checks",
  doc: "removes checks and branches whose outcome is known",
  level: "go",
  requires: ["simplify-cfg", "gvn"],
  preserves: "cfg",
  run(func: Func, context: PassContext): boolean {
    if (!func.blocks.some(isInteresting)) return false;
    return new CheckElimination(func, analysesOf(func, context).dominators).run();
  },
};

/** Whether the block has a check, or a second branch that the first may decide. */
function isInteresting(block: Block): boolean {
  if (block.kind === "if" && block.preds.length > 0) return true;
  for (const value of block.values) if (value.op.startsWith("check")) return true;
  return false;
}

class CheckElimination {
  readonly #func: Func;
  readonly #facts: Facts;
  readonly #blocks: readonly Block[];
  readonly #dominates: (a: Block, b: Block) => boolean;
  /** Blocks that unwinding may reach before what dominates them has run: no fact holds there. */
  readonly #landing: Uint8Array | undefined;
  /** By value id: how many facts in force say that the pointer is not nil, the number is not zero. */
  readonly #nonZero: Uint16Array;
  readonly #nonZeroList: Value[] = [];
  /** By value id: 1 true, 2 false, for conditions of branches. */
  readonly #known: Uint8Array;
  readonly #knownList: Value[] = [];

  constructor(func: Func, dominators: Dominators) {
    this.#func = func;
    this.#facts = new Facts(func, dominators);
    this.#blocks = dominators.preorder;
    this.#dominates = (a, b) => dominates(dominators, a, b);
    this.#landing = reachedFromLanding(func);
    this.#nonZero = new Uint16Array(func.valueBound);
    this.#known = new Uint8Array(func.valueBound);
  }

  run(): boolean {
    const path: { block: Block; facts: number; nonZero: number; known: number }[] = [];
    let changed = false;
    for (const block of this.#blocks) {
      if (this.#landing !== undefined && this.#landing[block.id] === 1) continue;
      for (
        let top = path.at(-1);
        top !== undefined && !this.#dominates(top.block, block);
        top = path.at(-1)
      ) {
        this.#facts.restore(top.facts);
        while (this.#nonZeroList.length > top.nonZero) this.#nonZero[this.#nonZeroList.pop()!.id]!--;
        while (this.#knownList.length > top.known) this.#known[this.#knownList.pop()!.id] = 0;
        path.pop();
      }
      path.push({
        block,
        facts: this.#facts.mark(),
        nonZero: this.#nonZeroList.length,
        known: this.#knownList.length,
      });
      this.#learnFromEdge(block);
      if (this.#walk(block)) changed = true;
    }
    return changed;
  }

  #learnFromEdge(block: Block): void {
    const pred = block.preds.length === 1 ? block.preds[0]! : undefined;
    if (pred?.kind === "if") this.#learnCondition(pred.control[0]!, pred.succs[0] === block);
  }

  #learnCondition(condition: Value, holds: boolean): void {
    if (this.#known[condition.id] === 0) {
      this.#known[condition.id] = holds ? 1 : 2;
      this.#knownList.push(condition);
    }
    const [a, b] = condition.args as [Value, Value];
    switch (condition.op) {
      case "not":
        return this.#learnCondition(a, !holds);
      case "and":
        if (holds) for (const arg of condition.args) this.#learnCondition(arg, true);
        return;
      case "or":
        if (!holds) for (const arg of condition.args) this.#learnCondition(arg, false);
        return;
      case "eq":
      case "ne":
        if ((condition.op === "eq") === holds) {
          if (a.type.kind === "int64") {
            this.#facts.learn(a, b, 0);
            this.#facts.learn(b, a, 0);
          }
        } else if (integerConstant(b) === 0n) {
          this.#learnNonZero(a);
        }
        return;
      case "lt":
        return this.#learnLess(a, b, holds);
      case "gt":
        return this.#learnLess(b, a, holds);
      case "le":
        return this.#learnLess(b, a, !holds);
      case "ge":
        return this.#learnLess(a, b, !holds);
      default:
        // Other conditions teach nothing but that they hold.
        break;
    }
  }

  /** Learns a < b, or a >= b. */
  #learnLess(a: Value, b: Value, holds: boolean): void {
    if (a.type.kind !== "int64") return;
    if (holds) this.#facts.learn(a, b, -1);
    else this.#facts.learn(b, a, 0);
  }

  #learnNonZero(value: Value): void {
    this.#nonZero[value.id]!++;
    this.#nonZeroList.push(value);
    // A length that is not 0 is at least 1.
    if (value.type.kind === "int64" && this.#facts.provesAtLeast(value, 0))
      this.#facts.learnAtLeast(value, 1);
  }

  #walk(block: Block): boolean {
    const { values } = block;
    let kept = 0;
    for (let i = 0; i < values.length; i++) {
      const value = values[i]!;
      if (value.op.startsWith("check")) {
        if (passesAlways(value) || this.#passes(value)) continue;
        this.#learnPassed(value);
      }
      values[kept++] = value;
    }
    const removed = kept < values.length;
    values.length = kept;
    return this.#decide(block) || removed;
  }

  #passes(check: Value): boolean {
    const [a, b] = check.args as [Value, Value];
    switch (check.op) {
      case "check.nil":
        return this.#nonZero[a.id]! > 0 || this.#isNonNil(a, 3);
      case "check.index":
        return this.#facts.provesAtLeast(a, 0) && this.#facts.provesAtMost(a, b, -1);
      case "check.range":
        return this.#facts.provesAtLeast(a, 0) && this.#facts.provesAtMost(a, b, 0);
      case "check.div":
        return this.#nonZero[a.id]! > 0 || (a.type.kind === "int64" && this.#facts.provesAtLeast(a, 1));
      case "check.shift":
        return a.type.kind === "int64" && this.#facts.provesAtLeast(a, 0);
      case "check":
        return this.#outcome(a) === true;
      default:
        // No check: it is not this pass that removes it.
        return false;
    }
  }

  #isNonNil(value: Value, depth: number): boolean {
    if (isNonNil(value) || this.#nonZero[value.id]! > 0) return true;
    if (value.op !== "phi" || depth === 0) return false;
    // Facts about an arg of an earlier round are not about this one: only what is never nil counts.
    return value.args.every((arg) => arg === value || isNonNil(arg));
  }

  #learnPassed(check: Value): void {
    const [a, b] = check.args as [Value, Value];
    switch (check.op) {
      case "check.nil":
      case "check.div":
        return this.#learnNonZero(a);
      case "check.index":
      case "check.range":
        // The limit is a length, or an end that has been checked: not negative.
        this.#facts.learnAtLeast(a, 0);
        return this.#facts.learn(a, b, check.op === "check.index" ? -1 : 0);
      case "check.shift":
        if (a.type.kind === "int64") this.#facts.learnAtLeast(a, 0);
        return;
      case "check":
        return this.#learnCondition(a, true);
      default:
        // No check: it proves nothing.
        break;
    }
  }

  /** A branch on a condition that is known here branches on a constant. */
  #decide(block: Block): boolean {
    if (block.kind !== "if") return false;
    const condition = block.control[0]!;
    if (boolConstant(condition) !== undefined) return false;
    const outcome = this.#outcome(condition);
    if (outcome === undefined) return false;
    const build = new InstructionBuilder(this.#func, block, condition.pos);
    block.control[0] = build.op("const", condition.type, [], outcome ? 1n : 0n);
    return true;
  }

  #outcome(condition: Value): boolean | undefined {
    const known = this.#known[condition.id];
    if (known === 1) return true;
    if (known === 2) return false;
    const [a, b] = condition.args as [Value, Value];
    const isNilTest = (condition.op === "eq" || condition.op === "ne") && integerConstant(b) === 0n;
    if (isNilTest && this.#nonZero[a.id]! > 0) return condition.op === "ne";
    if (condition.args.length !== 2 || a.type.kind !== "int64") return undefined;
    switch (condition.op) {
      case "lt":
        return this.#isLess(a, b);
      case "gt":
        return this.#isLess(b, a);
      case "le":
        return negate(this.#isLess(b, a));
      case "ge":
        return negate(this.#isLess(a, b));
      default:
        // Nothing is known of other conditions.
        return undefined;
    }
  }

  #isLess(a: Value, b: Value): boolean | undefined {
    if (this.#facts.provesAtMost(a, b, -1)) return true;
    return this.#facts.provesAtMost(b, a, 0) ? false : undefined;
  }
}

function negate(outcome: boolean | undefined): boolean | undefined {
  return outcome === undefined ? undefined : !outcome;
}
