import { InstructionBuilder, type Block, type Dominators, type Func, type Type, type Value } from "@goes/ir";
import { zeroOf } from "./zero.ts";

/**
 * SSA construction for variables that are read and written in the blocks of a function (Cytron et al. 1991, pruned
 * by liveness). First every block says which variables it reads before writing and which it writes; then phis are
 * placed; then the caller walks the blocks in dominator preorder, reading and writing; at the end the phis get
 * their args.
 */
export class Variables {
  readonly #func: Func;
  readonly #dominators: Dominators;
  readonly #types: readonly Type[];
  /** By variable: blocks that write it, blocks that read it first. */
  readonly #writers: Block[][];
  readonly #readers: Block[][];
  /** By block id: the phis made there by variable. */
  readonly #phis: (Map<number, Value> | undefined)[] = [];
  /** By block id: the value of each variable at the end. */
  readonly #exits: ((Value | undefined)[] | undefined)[] = [];
  #current: (Value | undefined)[] = [];
  readonly #zeros: (Value | undefined)[];

  constructor(func: Func, dominators: Dominators, variableTypes: readonly Type[]) {
    this.#func = func;
    this.#dominators = dominators;
    this.#types = variableTypes;
    this.#writers = variableTypes.map(() => []);
    this.#readers = variableTypes.map(() => []);
    this.#zeros = variableTypes.map(() => undefined);
  }

  /** Says that `block` writes the variable. */
  noteWrite(variable: number, block: Block): void {
    const list = this.#writers[variable]!;
    if (list.at(-1) !== block) list.push(block);
  }

  /** Says that `block` reads the variable, before any write in it that was noted so far. */
  noteRead(variable: number, block: Block): void {
    if (this.#writers[variable]!.at(-1) === block) return;
    const list = this.#readers[variable]!;
    if (list.at(-1) !== block) list.push(block);
  }

  /** Makes the phis; the caller has noted everything, block by block. */
  placePhis(): void {
    const frontiers = computeFrontiers(this.#func, this.#dominators);
    const build = new InstructionBuilder(this.#func, this.#func.blocks[0]!);
    this.#types.forEach((type, variable) => {
      const writers = this.#writers[variable]!;
      if (writers.length === 0) return;
      const live = this.#liveBlocks(variable);
      const placed = new Set<Block>();
      const work = [...writers];
      while (work.length > 0) {
        for (const join of frontiers[work.pop()!.id] ?? []) {
          if (placed.has(join) || live[join.id] !== 1) continue;
          placed.add(join);
          work.push(join);
          // In front of the block only when the pass is through with it.
          build.enterList(join, []);
          build.pos = join.pos;
          (this.#phis[join.id] ??= new Map()).set(variable, build.op("phi", type));
        }
      }
    });
  }

  /** Blocks at whose beginning the variable is live. */
  #liveBlocks(variable: number): Uint8Array {
    const live = new Uint8Array(this.#func.blockBound);
    const writes = new Uint8Array(this.#func.blockBound);
    for (const block of this.#writers[variable]!) writes[block.id] = 1;
    const work = [...this.#readers[variable]!];
    for (const block of work) live[block.id] = 1;
    while (work.length > 0) {
      for (const pred of work.pop()!.preds) {
        if (live[pred.id] === 1 || writes[pred.id] === 1) continue;
        live[pred.id] = 1;
        work.push(pred);
      }
    }
    return live;
  }

  /** Begins the walk of a block; its immediate dominator has been walked. */
  enter(block: Block): void {
    const idom = this.#dominators.idom[block.id];
    const from = idom === undefined ? undefined : this.#exits[idom.id];
    this.#current = from === undefined ? this.#types.map(() => undefined) : from.slice();
    this.#exits[block.id] = this.#current;
    for (const [variable, phi] of this.#phis[block.id] ?? []) this.#current[variable] = phi;
  }

  write(variable: number, value: Value): void {
    this.#current[variable] = value;
  }

  /** The value of a variable here; zero if nothing has been written. */
  read(variable: number): Value {
    return (this.#current[variable] ??= this.#zero(variable));
  }

  /** Fills in the phis and puts them in front of their blocks. */
  finish(): void {
    for (const block of this.#dominators.order) {
      const phis = this.#phis[block.id];
      if (phis === undefined) continue;
      for (const [variable, phi] of phis)
        phi.args = block.preds.map((pred) => this.#exits[pred.id]?.[variable] ?? this.#zero(variable));
      block.values.unshift(...phis.values());
    }
    const zeros = this.#zeros.filter((zero) => zero !== undefined);
    this.#func.blocks[0]!.values.unshift(...zeros);
  }

  #zero(variable: number): Value {
    return (this.#zeros[variable] ??= this.#makeZero(this.#types[variable]!));
  }

  #makeZero(type: Type): Value {
    const entry = this.#func.blocks[0]!;
    const build = new InstructionBuilder(this.#func, entry);
    build.enterList(entry, []);
    if (this.#func.level === "go") return build.op("zero", type);
    const { op, imm } = zeroOf(type);
    return build.op(op, type, [], imm);
  }
}

/** By block id: the dominance frontier (Cooper, Harvey and Kennedy 2001). */
function computeFrontiers(func: Func, dominators: Dominators): (Block[] | undefined)[] {
  const frontiers = new Array<Block[] | undefined>(func.blockBound).fill(undefined);
  for (const block of dominators.order) {
    if (block.preds.length < 2) continue;
    const idom = dominators.idom[block.id];
    for (const pred of block.preds) {
      if (dominators.position[pred.id]! < 0) continue;
      for (
        let runner: Block | undefined = pred;
        runner !== undefined && runner !== idom;
        runner = dominators.idom[runner.id]
      ) {
        const list = (frontiers[runner.id] ??= []);
        if (!list.includes(block)) list.push(block);
      }
    }
  }
  return frontiers;
}
