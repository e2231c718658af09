import { InternalError } from "@goes/source";
import type { Block, Func, Opcode, Value } from "@goes/ir";
import { effect, type OpInfo } from "../op-info.ts";
import type { FlowGraph, FlowNode } from "./graph.ts";

/**
 * Who uses which value. Copies, casts and repeated extracts stand for other values ({@link resolve}); what no
 * effect, terminator or live phi needs is dead and is not emitted.
 */
export class Uses {
  readonly func: Func;
  readonly info: ReadonlyMap<Opcode, OpInfo>;
  /** By value id. */
  readonly live: Uint8Array;
  /** Number of uses by value id, counted on the graph. */
  readonly count: Int32Array;
  /** Order of the only node that uses the value, `many`, or `unused`. */
  readonly user: Int32Array;
  /** The extracts of each call, by result. */
  readonly extracts: Map<Value, (Value | undefined)[]> = new Map();
  /** Index in its block by value id. */
  readonly index: Int32Array;
  readonly #blocks: readonly Block[];
  readonly #infos: OpInfo[] = [];
  /** Live phis by block. */
  readonly #phis: Map<Block, readonly Value[]> = new Map();

  /** `blocks`: those that can be reached. */
  constructor(func: Func, blocks: readonly Block[], info: ReadonlyMap<Opcode, OpInfo>) {
    this.func = func;
    this.#blocks = blocks;
    this.info = info;
    this.live = new Uint8Array(func.valueBound);
    this.count = new Int32Array(func.valueBound);
    this.user = new Int32Array(func.valueBound).fill(unused);
    this.index = new Int32Array(func.valueBound);
    this.#collect();
  }

  /** The value that `value` stands for. */
  resolve(value: Value): Value {
    let at = value;
    for (;;) {
      if (at.op === "copy" || at.op === "cast") at = at.args[0]!;
      else if (at.op === "extract") {
        let call = at.args[0]!;
        while (call.op === "copy") call = call.args[0]!;
        return this.extracts.get(call)?.[at.imm as number] ?? at;
      } else return at;
    }
  }

  /** The live phis of a block. */
  phis(block: Block): readonly Value[] {
    return this.#phis.get(block) ?? [];
  }

  infoOf(value: Value): OpInfo {
    return (this.#infos[value.id] ??= this.info.get(value.op)!);
  }

  /** Counts the uses on the graph and notes who uses a value. */
  countUses(graph: FlowGraph): void {
    for (const node of graph.nodes) {
      for (const edge of node.succs) {
        // On a conditional edge the copies are made after the branch, so that nothing may be evaluated there.
        const inPlace = node.kind === "jump" && node.block !== undefined;
        for (const arg of edge.args) this.#use(arg, inPlace ? node.order : many);
      }
      if (node.block === undefined) continue;
      for (const value of node.block.control) this.#use(value, node.order);
      for (const value of node.block.values) {
        if (this.live[value.id] === 0 || value.op === "phi" || value.op === "extract") continue;
        for (const arg of value.args) this.#use(arg, node.order);
      }
    }
  }

  #use(value: Value, user: number): void {
    const used = this.resolve(value);
    this.count[used.id]!++;
    const before = this.user[used.id]!;
    this.user[used.id] = before === unused || before === user ? user : many;
  }

  #collect(): void {
    const work: Value[] = [];
    const { live } = this;
    // The extracts of a call may be in any block: they are collected before anything is resolved.
    for (const block of this.#blocks) {
      for (const value of block.values) if (value.op === "extract") this.#collectExtract(value);
    }
    for (const block of this.#blocks) {
      block.values.forEach((value, i) => {
        this.index[value.id] = i;
        const info = this.infoOf(value);
        if (info.form === "none" && !neutral.has(value.op)) {
          throw new InternalError("wasm", `${value.op} in ${this.func.name} is no op of the wasm level`);
        }
        if (info.effect > effect.reads) {
          live[value.id] = 1;
          work.push(value);
        }
      });
    }
    const mark = (value: Value): void => {
      const used = this.resolve(value);
      if (live[used.id] !== 0) return;
      live[used.id] = 1;
      work.push(used);
    };
    for (const block of this.#blocks) for (const value of block.control) mark(value);
    for (let value = work.pop(); value !== undefined; value = work.pop()) {
      for (const arg of value.args) mark(arg);
    }
    for (const block of this.#blocks) {
      const phis = block.values.filter((value) => value.op === "phi" && live[value.id] !== 0);
      if (phis.length > 0) this.#phis.set(block, phis);
    }
  }

  #collectExtract(value: Value): void {
    let call = value.args[0]!;
    while (call.op === "copy") call = call.args[0]!;
    let list = this.extracts.get(call);
    if (list === undefined) this.extracts.set(call, (list = []));
    list[value.imm as number] ??= value;
  }
}

/** No use was seen. */
const unused = -1;

/** Used in several nodes, or after a conditional branch. */
const many = -2;

const neutral: ReadonlySet<Opcode> = new Set<Opcode>(["param", "phi", "copy", "cast", "extract"]);

/** The operands of a value in the order in which they are pushed. */
export function operandsOf(value: Value): readonly Value[] {
  return value.op === "select" ? [value.args[1]!, value.args[2]!, value.args[0]!] : value.args;
}

/** Whether a node evaluates the args of its edge in place. */
export function copiesInPlace(node: FlowNode): boolean {
  return node.kind === "jump" && node.block !== undefined;
}
