import { Func, resultType, sameType, types, type Block, type Module, type Type, type Value } from "@goes/ir";
import { zeroOf } from "../memory/zero.ts";
import { isRematerialized } from "../coroutines/rematerialize.ts";

/** What is taken out of a function. */
interface Region {
  /** The only block that is entered from outside; its phis stay if they are. */
  readonly root: Block;
  /** The root and all blocks that it dominates. */
  readonly blocks: readonly Block[];
  /** Of the new function. */
  readonly name: string;
}

/** A part of a function that is now a function. */
interface Outlined {
  readonly func: Func;
  /** Blocks that are no longer part of the old function. */
  readonly moved: readonly Block[];
  /** Blocks that are new in it, below the root. */
  readonly made: readonly Block[];
}

/** More go through neither parameters nor results: a signature with more is passed otherwise (`lower/signature.ts`). */
const mostValues = 300;

/** An exit of the region: to a block outside, or a return of the function. */
interface Exit {
  readonly target: Block | undefined;
  /** Where in the results of the part its values are: those of the phis of the target or of the return. */
  readonly slots: readonly number[];
}

/**
 * Moves a region to a function of its own, and lets the root call it. Values from outside become parameters; what the phis
 * of blocks outside take, or a return, become results, after the number of the exit. Undefined if too many would pass.
 */
export function outline(func: Func, module: Module, region: Region): Outlined | undefined {
  const inside = new Set(region.blocks);
  const inputs = inputsOf(region, inside);
  if (inputs === undefined) return undefined;
  const slots: Type[] = [];
  const exits = exitsOf(func, region, inside, slots);
  const flagged = exits.length > 1;
  const results = flagged ? [types.i32, ...slots] : slots;
  if (inputs.params.length >= mostValues || results.length > mostValues) return undefined;
  const params = [...(inputs.frames ? [types.ptr] : []), ...inputs.params.map((value) => value.type)];
  const part = new Func(region.name, params, results);
  part.level = func.level;
  part.pos = func.pos;
  part.origin = func.origin;
  part.runsOnce = func.runsOnce;
  part.defersFor = func.defersFor ?? func.name;
  part.noinline = true;
  module.funcs.set(part.name, part);
  new Copier(part, region, inside, exits, flagged).copy(inputs);
  const made = callPart(func, region, inside, part, exits, flagged, inputs);
  return { func: part, moved: region.blocks.slice(1), made };
}

interface Inputs {
  readonly params: readonly Value[];
  /** Constants and addresses, which the part makes for itself. */
  readonly rematerialized: readonly Value[];
  /** It uses the frame of the function. */
  readonly frames: boolean;
}

function phiCount(block: Block): number {
  const first = block.values.findIndex((value) => value.op !== "phi");
  return first < 0 ? block.values.length : first;
}

/** The values that move with a block. */
function movedValues(block: Block, root: Block): readonly Value[] {
  return block === root ? block.values.slice(phiCount(block)) : block.values;
}

function inputsOf({ blocks, root }: Region, inside: ReadonlySet<Block>): Inputs | undefined {
  const params = new Set<Value>();
  const rematerialized = new Set<Value>();
  let frames = false;
  const use = (value: Value): void => {
    if (inside.has(value.block) && !(value.block === root && value.op === "phi")) return;
    if (value.op === "frame") frames = true;
    else if (isRematerialized(value)) rematerialized.add(value);
    else params.add(value);
  };
  for (const block of blocks) {
    for (const value of movedValues(block, root)) {
      if (value.op === "frame") frames = true;
      if (value.op === "param") return undefined;
      value.args.forEach(use);
    }
    block.control.forEach(use);
    for (const succ of block.succs) {
      if (inside.has(succ) && succ !== root) continue;
      const edge = succ.preds.indexOf(block);
      for (const phi of succ.values.slice(0, phiCount(succ))) use(phi.args[edge]!);
    }
  }
  for (const value of params) if (value.type.kind === "tuple") return undefined;
  return { params: [...params], rematerialized: [...rematerialized], frames };
}

function exitsOf(func: Func, { blocks, root }: Region, inside: ReadonlySet<Block>, slots: Type[]): Exit[] {
  const targets = new Set<Block | undefined>();
  for (const block of blocks) {
    if (block.kind === "return") targets.add(undefined);
    for (const succ of block.succs) if (!inside.has(succ) || succ === root) targets.add(succ);
  }
  return [...targets].map((target) => {
    const wanted =
      target === undefined
        ? func.results
        : target.values.slice(0, phiCount(target)).map((value) => value.type);
    const taken = new Set<number>();
    return {
      target,
      slots: wanted.map((type) => {
        let slot = slots.findIndex((other, i) => !taken.has(i) && sameType(other, type));
        if (slot < 0) slot = slots.push(type) - 1;
        taken.add(slot);
        return slot;
      }),
    };
  });
}

/** Copies a region into a new function. */
class Copier {
  readonly #part: Func;
  readonly #region: Region;
  readonly #inside: ReadonlySet<Block>;
  readonly #exits: readonly Exit[];
  readonly #flagged: boolean;
  readonly #blocks: Map<Block, Block> = new Map();
  readonly #values: Map<Value, Value> = new Map();

  constructor(
    part: Func,
    region: Region,
    inside: ReadonlySet<Block>,
    exits: readonly Exit[],
    flagged: boolean,
  ) {
    this.#part = part;
    this.#region = region;
    this.#inside = inside;
    this.#exits = exits;
    this.#flagged = flagged;
  }

  copy(inputs: Inputs): void {
    const part = this.#part;
    const { blocks, root } = this.#region;
    const entry = part.newBlock();
    entry.kind = "jump";
    part.params.forEach((type, i) => {
      const param = part.newValue(entry, "param", type);
      param.imm = i;
      const input = inputs.params[inputs.frames ? i - 1 : i];
      if (input !== undefined) this.#values.set(input, param);
    });
    const frame = inputs.frames ? entry.values[0]! : undefined;
    for (const value of inputs.rematerialized) this.#values.set(value, this.#same(value, entry));
    for (const block of blocks) {
      const copy = part.newBlock();
      copy.kind = block.kind;
      copy.cases = [...block.cases];
      copy.unlikely = block.unlikely && block !== root;
      copy.pos = block.pos;
      this.#blocks.set(block, copy);
      for (const value of movedValues(block, root)) {
        const made = this.#same(value, copy);
        this.#values.set(value, made);
        if (value.op === "frame") [made.op, made.args] = ["offset", [frame!]];
      }
    }
    for (const block of blocks) this.#connect(block, frame);
    const first = this.#blocks.get(root)!;
    entry.succs = [first];
    first.preds = [entry];
    this.#exits.forEach((exit, i) => this.#leave(exit, i, frame));
  }

  #same(value: Value, block: Block): Value {
    const made = this.#part.newValue(block, value.op, value.type, [], value.pos);
    made.imm = value.imm;
    made.sym = value.sym;
    made.sig = value.sig;
    return made;
  }

  /** Edges and args of the copy of a block, those that leave the region apart. */
  #connect(block: Block, frame: Value | undefined): void {
    const { root } = this.#region;
    const copy = this.#blocks.get(block)!;
    copy.succs = block.succs.map((succ) => (succ === root ? succ : (this.#blocks.get(succ) ?? succ)));
    if (block !== root) copy.preds = block.preds.map((pred) => this.#blocks.get(pred)!);
    copy.control = block.control.map((value) => this.#valueOf(value, frame));
    for (const value of movedValues(block, root)) {
      if (value.op === "frame") continue;
      this.#values.get(value)!.args = value.args.map((arg) => this.#valueOf(arg, frame));
    }
  }

  #valueOf(value: Value, frame: Value | undefined): Value {
    let made = this.#values.get(value);
    if (made === undefined) {
      // An address in the frame of the function, whose address was computed before the region.
      made = this.#part.newValue(this.#part.blocks[0]!, "offset", value.type, [frame!], value.pos);
      made.imm = value.imm;
      this.#values.set(value, made);
    }
    return made;
  }

  #leave({ target, slots }: Exit, number: number, frame: Value | undefined): void {
    const part = this.#part;
    if (target === undefined) {
      for (const block of this.#region.blocks) {
        const copy = this.#blocks.get(block)!;
        if (block.kind === "return") copy.control = this.#results(copy, number, slots, copy.control);
      }
      return;
    }
    const out = part.newBlock();
    out.kind = "return";
    const edges = target.preds.flatMap((pred, edge) =>
      this.#inside.has(pred) ? [[pred, edge] as const] : [],
    );
    for (const [pred] of edges) {
      const copy = this.#blocks.get(pred)!;
      copy.succs[copy.succs.indexOf(target)] = out;
      out.preds.push(copy);
    }
    const values = target.values.slice(0, slots.length).map((phi) => {
      const args = edges.map(([, edge]) => this.#valueOf(phi.args[edge]!, frame));
      return part.newValue(out, "phi", phi.type, args, phi.pos);
    });
    out.control = this.#results(out, number, slots, values);
  }

  /** What the part returns at this exit: zeros for what belongs to others. */
  #results(block: Block, number: number, slots: readonly number[], values: readonly Value[]): Value[] {
    const types = this.#part.results;
    return types.map((type, i) => {
      const given = values[slots.indexOf(this.#flagged ? i - 1 : i)];
      if (given !== undefined) return given;
      const { op, imm } = zeroOf(type);
      const made = this.#part.newValue(block, op, type);
      made.imm = this.#flagged && i === 0 ? number : imm;
      return made;
    });
  }
}

/** Puts the call into the root, and the edges to where the part came out; returns the blocks that are made for that. */
function callPart(
  func: Func,
  { root }: Region,
  inside: ReadonlySet<Block>,
  part: Func,
  exits: readonly Exit[],
  flagged: boolean,
  inputs: Inputs,
): readonly Block[] {
  for (const { target } of exits) {
    if (target === undefined) continue;
    for (let edge = target.preds.length - 1; edge >= 0; edge--) {
      if (!inside.has(target.preds[edge]!)) continue;
      target.preds.splice(edge, 1);
      for (const phi of target.values.slice(0, phiCount(target))) phi.args.splice(edge, 1);
    }
  }
  const pos = root.values.find((value) => value.pos !== 0)?.pos ?? func.pos;
  root.values = root.values.slice(0, phiCount(root));
  root.control = [];
  root.cases = [];
  root.succs = [];
  const args = [...inputs.params];
  if (inputs.frames) {
    const frame = func.newValue(root, "frame", types.ptr);
    frame.imm = 0;
    args.unshift(frame);
  }
  const call = func.newValue(root, "call", resultType(part.results), args, pos);
  call.sym = part.name;
  const results = part.results.map((type, i) => {
    if (part.results.length === 1) return call;
    const made = func.newValue(root, "extract", type, [call]);
    made.imm = i;
    return made;
  });
  const [flag, ...rest] = results;
  const slots = flagged ? rest : results;
  const made: Block[] = [];
  for (const exit of exits) {
    const values = exit.slots.map((slot) => slots[slot]!);
    let { target } = exit;
    if (target === undefined) {
      target = func.newBlock();
      made.push(target);
      target.kind = "return";
      target.control = values;
    } else {
      target.values.slice(0, values.length).forEach((phi, i) => phi.args.push(values[i]!));
    }
    target.preds.push(root);
    root.succs.push(target);
  }
  if (exits.length === 0) root.kind = "unreachable";
  else if (exits.length === 1) root.kind = "jump";
  else if (exits.length === 2) {
    // The flag is 0 for the first one.
    root.kind = "if";
    root.control = [flag!];
    root.succs.reverse();
  } else {
    root.kind = "switch";
    root.control = [flag!];
    root.cases = exits.slice(0, -1).map((_, i) => i);
  }
  return made;
}
