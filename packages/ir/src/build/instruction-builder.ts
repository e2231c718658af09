import { noPos, type Pos } from "@goes/source";
import type { Block, BlockKind } from "../block.ts";
import { addEdge } from "../edit/edges.ts";
import type { Func } from "../func.ts";
import type { Opcode } from "../ops/op-table.ts";
import type { Type } from "../type.ts";
import type { CallSignature, Immediate, Value } from "../value.ts";

/** The fields of a value besides op, type and args; the op table says which an op takes. */
export interface ValueFields {
  readonly imm?: Immediate | undefined;
  readonly sym?: string | undefined;
  readonly sig?: CallSignature | undefined;
}

/**
 * Makes the instructions of a function: values at the end of a current block or at another point of it, and the ends of blocks with their edges. Who
 * builds code extends it with what it knows of its level and of the order in which it works: the SSA builder, lowering,
 * rewriting and the coroutine pass. `Op` narrows the ops to those of one level.
 */
export class InstructionBuilder<Op extends Opcode = Opcode> {
  readonly func: Func;
  /** The block of what is made. */
  block: Block;
  /** Where values go; undefined: to the end of the block. */
  #point: { readonly values: Value[]; index: number | undefined } | undefined = undefined;
  /** The position of what is made. */
  pos: Pos;

  constructor(func: Func, block: Block, pos: Pos = noPos) {
    this.func = func;
    this.block = block;
    this.pos = pos;
  }

  /** Appends a value. The args are copied. */
  emit(op: Op, type: Type, args: readonly Value[] = [], fields: ValueFields = {}): Value {
    const value = this.func.makeValue(this.block, op, type, [...args], this.pos);
    value.imm = fields.imm;
    value.sym = fields.sym;
    value.sig = fields.sig;
    this.append(value);
    return value;
  }

  /** {@link emit}, with the two fields that most ops have in a row. */
  op(op: Op, type: Type, args: readonly Value[] = [], imm?: Immediate, sym?: string): Value {
    const value = this.func.makeValue(this.block, op, type, [...args], this.pos);
    value.imm = imm;
    value.sym = sym;
    this.append(value);
    return value;
  }

  /** The results of a call, each as a value; `call` has the type that `resultType(results)` returns. */
  resultsOf(call: Value, results: readonly Type[]): readonly Value[] {
    if (results.length === 0) return noValues;
    if (results.length === 1) return [call];
    return results.map((type, i) => this.op("extract" as Op, type, [call], i));
  }

  /** Makes a block without predecessors; {@link enter} continues in it. */
  newBlock(): Block {
    return this.func.newBlock();
  }

  /** Appends further values to `block`. */
  enter(block: Block): void {
    this.block = block;
    this.#point = undefined;
  }

  /** Inserts further values of `block` in front of the value at `index`, one after the other. */
  enterAt(block: Block, index: number): void {
    this.block = block;
    this.#point = { values: block.values, index };
  }

  /**
   * Appends further values, which belong to `block`, to a list of the caller's: for passes that write the values of a block
   * again, or collect first what goes in front of them.
   */
  enterList(block: Block, values: Value[]): void {
    this.block = block;
    this.#point = { values, index: undefined };
  }

  /** Ends the current block with a jump. */
  jump(target: Block): void {
    this.end("jump", [], [target]);
  }

  /** Ends the current block with a conditional branch; a jump if both edges go to one block. */
  branch(condition: Value, then: Block, otherwise: Block): void {
    if (then === otherwise) this.jump(then);
    else this.end("if", [condition], [then, otherwise]);
  }

  /** Ends the current block with a multi-way branch: to `targets[index]`, or to `otherwise` if the index is out of range. */
  switch(index: Value, targets: readonly Block[], otherwise: Block = targets.at(-1)!): void {
    // Successors are distinct, and the one for an index out of range is the last.
    const others = [...new Set(targets)].filter((target) => target !== otherwise);
    const succs = [...others, otherwise];
    const cases = targets.map((target) => succs.indexOf(target));
    this.end("switch", [index], succs, cases);
  }

  /** Ends the current block with a return of the values. */
  ret(results: readonly Value[]): void {
    this.end("return", results, []);
  }

  /** Ends the current block after a call that does not return. */
  unreachable(): void {
    this.end("unreachable", [], []);
  }

  /** Puts a value that was made where values go: to the end of the current block, unless another point was entered. */
  protected append(value: Value): void {
    const point = this.#point;
    if (point === undefined) this.block.values.push(value);
    else if (point.index === undefined) point.values.push(value);
    else point.values.splice(point.index++, 0, value);
  }

  /** Adds an edge to the end of the current block. Args for phis of `to` are the caller's. */
  protected edge(from: Block, to: Block): void {
    addEdge(from, to);
  }

  /** Ends the current block. What it ended with before is forgotten; the edges of that are the caller's. */
  protected end(
    kind: BlockKind,
    control: readonly Value[],
    succs: readonly Block[],
    cases: readonly number[] = [],
  ): void {
    const { block } = this;
    block.kind = kind;
    block.control = [...control];
    block.cases = [...cases];
    block.succs = [];
    for (const succ of succs) this.edge(block, succ);
  }
}

const noValues: readonly Value[] = Object.freeze([]);
