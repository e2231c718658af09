import { InternalError } from "@goes/source";
import type { Value } from "@goes/ir";
import { effect } from "../op-info.ts";
import type { FlowGraph, FlowNode } from "./graph.ts";
import { copiesInPlace, operandsOf, type Uses } from "./uses.ts";

/**
 * Stack code: the instructions of a node in the order in which they are written, as numbers `id * 8 + kind`.
 * Locals are still values of the IR: they get their numbers afterwards.
 */
export const stackOp = Object.freeze({
  /** Pushes the value from its local. */
  get: 0,
  /** Pops into the local of the value. */
  set: 1,
  /** Stores into the local of the value, keeps it on the stack. */
  tee: 2,
  drop: 3,
  /** The instruction of the value itself. */
  op: 4,
  /** Pops the condition of a panic.if and begins its arm. */
  panicIf: 5,
  /** The call of a panic.if, and the end of its arm. */
  panicCall: 6,
  /** Pushes the frame pointer. */
  framePointer: 7,
});

/** How far back a value that reads or calls is looked for a conflict before it is kept in a local. */
const scanLimit = 48;

/** Expressions do not get deeper, so that recursion over them is bounded. */
const maxDepth = 100;

/**
 * Turns each node's block into stack code. A value with one use in the same node becomes part of its user's
 * expression if no effect in between forbids it; a pure value with more uses is computed at the first of them
 * and stays in a local; constants are written at each use.
 */
export function computeStackCode(graph: FlowGraph, uses: Uses): void {
  const scheduler = new Scheduler(uses);
  for (const node of graph.nodes) scheduler.schedule(node);
}

class Scheduler {
  readonly #uses: Uses;
  /** By value id: part of its user's expression. */
  readonly #inlined: Uint8Array;
  /** By value id: a pure expression that is computed at its first use. */
  readonly #lazy: Uint8Array;
  readonly #done: Uint8Array;
  /** By value id: index of the root in whose expression it is. */
  readonly #position: Int32Array;
  /** By value id: how deep the expression is that its first use will write. */
  readonly #depth: Int32Array;
  #node: FlowNode | undefined = undefined;
  #values: readonly Value[] = [];
  /** Least index of what was already put into the expression after the operand: with any effect, more than reads. */
  #firstEffect = 0;
  #firstChange = 0;
  #nesting = 0;
  #carriesEffect = false;
  #code: number[] = [];

  constructor(uses: Uses) {
    this.#uses = uses;
    const bound = uses.func.valueBound;
    this.#inlined = new Uint8Array(bound);
    this.#lazy = new Uint8Array(bound);
    this.#done = new Uint8Array(bound);
    this.#position = new Int32Array(bound);
    this.#depth = new Int32Array(bound);
  }

  schedule(node: FlowNode): void {
    this.#node = node;
    this.#values = node.block?.values ?? [];
    this.#code = node.code = [];
    if (node.block !== undefined) this.#findExpressions(node);
    this.#write(node);
  }

  // Backwards: which values become parts of expressions.

  #findExpressions(node: FlowNode): void {
    const values = this.#values;
    const end = values.length;
    this.#firstEffect = this.#firstChange = end;
    const last = copiesInPlace(node) ? node.succs[0]!.args : node.block!.control;
    this.#inlineOperands(last, end, Infinity);
    for (let i = end - 1; i >= 0; i--) {
      const value = values[i]!;
      if (!this.#isRoot(value)) continue;
      const info = this.#uses.infoOf(value);
      this.#position[value.id] = i;
      this.#firstEffect = this.#firstChange = i;
      this.#carriesEffect = false;
      // The arm of a panic.if is not always executed: nothing with an effect may move into it.
      this.#inlineOperands(operandsOf(value), i, info.form === "panic.if" ? 1 : Infinity);
      if (info.effect === effect.pure && !this.#carriesEffect) this.#lazy[value.id] = 1;
    }
  }

  #isRoot(value: Value): boolean {
    const { live } = this.#uses;
    if (live[value.id] === 0 || this.#inlined[value.id] !== 0) return false;
    const info = this.#uses.infoOf(value);
    return info.form !== "none" && !info.constant;
  }

  /** Operands from `armFrom` on are evaluated only under a condition. */
  #inlineOperands(operands: readonly Value[], root: number, armFrom: number): void {
    for (let k = operands.length - 1; k >= 0; k--) {
      const operand = this.#uses.resolve(operands[k]!);
      const conditional = k >= armFrom;
      if (operand.op === "extract") {
        const width = conditional ? 0 : this.#inlineResults(operands, k, root);
        if (width > 0) k -= width - 1;
        continue;
      }
      this.#inline(operand, root, conditional, 1);
    }
  }

  /** Inlines a call whose results are exactly the operands up to `last`; returns their number. */
  #inlineResults(operands: readonly Value[], last: number, root: number): number {
    const uses = this.#uses;
    const lastExtract = uses.resolve(operands[last]!);
    const call = uses.resolve(lastExtract.args[0]!);
    const width = resultCount(call);
    if (lastExtract.imm !== width - 1 || last + 1 < width) return 0;
    const list = uses.extracts.get(call)!;
    for (let j = 0; j < width; j++) {
      const operand = uses.resolve(operands[last - width + 1 + j]!);
      if (list[j] !== operand || uses.count[operand.id] !== 1) return 0;
      if (uses.user[operand.id] !== this.#node!.order) return 0;
    }
    if (!this.#inline(call, root, false, width)) return 0;
    for (const extract of list) this.#inlined[extract!.id] = 1;
    return width;
  }

  #inline(value: Value, root: number, conditional: boolean, width: number): boolean {
    const uses = this.#uses;
    const id = value.id;
    if (value.block !== this.#node!.block) return false;
    const info = uses.infoOf(value);
    if (info.form === "none" || info.constant || this.#nesting > maxDepth) return false;
    if (width === 1 && (uses.count[id] !== 1 || uses.user[id] !== this.#node!.order)) return false;
    if (info.effect !== effect.pure) {
      if (conditional && info.effect > effect.reads) return false;
      const at = uses.index[id]!;
      const bound = info.effect === effect.reads ? this.#firstChange : this.#firstEffect;
      if (at >= bound || !this.#mayMove(at, root, info.effect)) return false;
      this.#firstEffect = Math.min(this.#firstEffect, at);
      if (info.effect > effect.reads) this.#firstChange = Math.min(this.#firstChange, at);
      this.#carriesEffect = true;
    }
    this.#inlined[id] = 1;
    this.#position[id] = root;
    if (info.form === "panic.if")
      throw new InternalError("wasm", `panic.if used as a value in ${uses.func.name}`);
    this.#nesting++;
    this.#inlineOperands(operandsOf(value), root, conditional ? 0 : Infinity);
    this.#nesting--;
    return true;
  }

  /** Whether nothing between the value at `at` and the root that stays there conflicts with it. */
  #mayMove(at: number, root: number, moved: number): boolean {
    if (root - at > scanLimit) return false;
    const { live } = this.#uses;
    for (let i = at + 1; i < root; i++) {
      const other = this.#values[i]!;
      if (live[other.id] === 0) continue;
      const between = this.#uses.infoOf(other).effect;
      if (between === effect.pure) continue;
      if (this.#inlined[other.id] !== 0 && this.#position[other.id]! >= root) continue;
      if (moved === effect.reads ? between > effect.panics : true) return false;
    }
    return true;
  }

  // Forwards: the code.

  #write(node: FlowNode): void {
    const code = this.#code;
    const values = this.#values;
    const { live } = this.#uses;
    for (const value of values) {
      if (live[value.id] === 0) continue;
      const depth = this.#measure(value);
      if (!this.#isRoot(value)) continue;
      if (this.#lazy[value.id] !== 0) {
        if (depth > maxDepth) this.#materialize(value);
        continue;
      }
      const info = this.#uses.infoOf(value);
      if (info.form === "panic.if") {
        this.#panicIf(value);
        continue;
      }
      this.#expression(value, false);
      const width = resultCount(value);
      if (width === 1) {
        if (this.#uses.count[value.id] === 0) code.push(stackOp.drop);
        else code.push(value.id * 8 + stackOp.set);
      } else if (width > 1) {
        const list = this.#uses.extracts.get(value) ?? [];
        for (let j = width - 1; j >= 0; j--) {
          const extract = list[j];
          if (extract === undefined || live[extract.id] === 0) code.push(stackOp.drop);
          else code.push(extract.id * 8 + stackOp.set);
        }
      }
    }
    const inPlace = copiesInPlace(node);
    for (const value of values) {
      if (this.#lazy[value.id] === 0 || this.#done[value.id] !== 0) continue;
      const elsewhere = this.#uses.user[value.id] !== node.order;
      if (elsewhere || (inPlace && this.#isEdgeArg(node, value))) this.#materialize(value);
    }
    for (const edge of node.succs) {
      edge.parts = edge.args.map((arg) => {
        this.#code = [];
        this.#operand(this.#uses.resolve(arg), false);
        return this.#code;
      });
    }
    this.#code = code;
    if (node.block !== undefined && !inPlace) {
      for (const value of node.block.control) {
        const operand = this.#uses.resolve(value);
        this.#operand(node.kind === "if" ? this.#condition(operand) : operand, false);
      }
    }
  }

  #isEdgeArg(node: FlowNode, value: Value): boolean {
    return node.succs[0]!.args.some((arg) => this.#uses.resolve(arg) === value);
  }

  /** The depth of the expression of a value, counted through what is inlined or still to be computed. */
  #measure(value: Value): number {
    let depth = 0;
    if (value.op !== "phi") {
      for (const arg of value.args) {
        const operand = this.#uses.resolve(arg);
        if (operand.block !== value.block) continue;
        if (this.#inlined[operand.id] === 0 && !this.#isPending(operand)) continue;
        depth = Math.max(depth, this.#depth[operand.id]!);
      }
    }
    return (this.#depth[value.id] = depth + 1);
  }

  #materialize(value: Value): void {
    this.#expression(value, false);
    this.#done[value.id] = 1;
    this.#code.push(value.id * 8 + stackOp.set);
  }

  #panicIf(value: Value): void {
    this.#operand(this.#condition(this.#uses.resolve(value.args[0]!)), false);
    for (let i = 1; i < value.args.length; i++) this.#prepareArm(this.#uses.resolve(value.args[i]!), 0);
    this.#code.push(value.id * 8 + stackOp.panicIf);
    for (let i = 1; i < value.args.length; i++) this.#operand(this.#uses.resolve(value.args[i]!), true);
    this.#code.push(value.id * 8 + stackOp.panicCall);
  }

  /** What is to be pushed for a condition: `x != 0` is as good as `x`. */
  #condition(value: Value): Value {
    if (value.op !== "i32.ne" || this.#inlined[value.id] === 0) return value;
    const right = this.#uses.resolve(value.args[1]!);
    const zero = right.op === "ptr.null" || (right.op === "i32.const" && right.imm === 0);
    return zero ? this.#uses.resolve(value.args[0]!) : value;
  }

  /** In the arm of a panic.if a lazy value is computed again; one that is no small expression gets its local first. */
  #prepareArm(value: Value, depth: number): void {
    if (this.#isPending(value)) {
      if (depth > 0 || value.args.some((arg) => this.#isPending(this.#uses.resolve(arg))))
        this.#materialize(value);
      return;
    }
    if (this.#inlined[value.id] === 0 || value.op === "extract") return;
    for (const arg of value.args) this.#prepareArm(this.#uses.resolve(arg), depth + 1);
  }

  #isPending(value: Value): boolean {
    return this.#lazy[value.id] !== 0 && this.#done[value.id] === 0 && value.block === this.#node!.block;
  }

  #expression(value: Value, conditional: boolean): void {
    const operands = operandsOf(value);
    const info = this.#uses.infoOf(value);
    for (let k = 0; k < operands.length; k++) {
      const operand = this.#uses.resolve(operands[k]!);
      if (k === 0 && info.form === "memory" && operand.op === "frame") this.#code.push(stackOp.framePointer);
      else this.#operand(operand, conditional);
    }
    this.#code.push(value.id * 8 + stackOp.op);
  }

  #operand(value: Value, conditional: boolean): void {
    const id = value.id;
    if (this.#uses.infoOf(value).constant) this.#code.push(id * 8 + stackOp.op);
    else if (this.#inlined[id] !== 0) {
      if (value.op !== "extract") this.#expression(value, conditional);
      else if (value.imm === 0) this.#expression(this.#uses.resolve(value.args[0]!), conditional);
    } else if (this.#isPending(value)) {
      this.#expression(value, conditional);
      if (conditional) return;
      this.#done[id] = 1;
      this.#code.push(id * 8 + stackOp.tee);
    } else this.#code.push(id * 8 + stackOp.get);
  }
}

/** The number of values that an instruction pushes. */
export function resultCount(value: Value): number {
  const type = value.type;
  return type.kind === "void" ? 0 : type.kind === "tuple" ? type.fields.length : 1;
}
