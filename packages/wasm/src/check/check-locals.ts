import type { Block, Value } from "@goes/ir";
import type { BodyPlan } from "../code/body.ts";
import { operandsOf } from "../code/uses.ts";
import { resultCount } from "../code/stack-code.ts";
import { instruction } from "../opcodes.ts";
import { ByteReader } from "../text/byte-reader.ts";
import type { Mark, Trace } from "./trace.ts";
import { addWorld, nothing, World, type Entry, type Held, type Side, type Worlds } from "./world.ts";

/** Stands for the frame pointer among the ids of values. */
const framePointer = -1;

/** Stands for the global that says why the stack is unwound. */
const unwindReason = -2;

/** An open construct. */
interface Label {
  /** Where branches to it lead: the start of the loop, or the end of the construct. */
  readonly worlds: Worlds;
  readonly loop: boolean;
  /** Of an if without an else so far: the worlds that skip its arm. */
  skipping: Worlds | undefined;
  readonly height: number;
}

/**
 * Checks the code of a body against the IR, in the manner of regalloc2's checker: the emitted bytes are walked with
 * the set of IR values that each local and each entry of the stack holds, until nothing changes. Every operand of
 * every instruction, every condition and every result must hold, on every path, the value that the IR names; every
 * block must be entered from its predecessors only. Nothing that decided which value lives where is used: neither
 * stack code nor live ranges nor locals. Returns what is wrong, in words; empty: nothing.
 */
export function checkLocals(plan: BodyPlan, trace: Trace, body: Uint8Array): readonly string[] {
  return new Walk(plan, trace, body).run();
}

class Walk {
  readonly #plan: BodyPlan;
  readonly #marks: readonly Mark[];
  readonly #body: Uint8Array;
  /** What is known at the start of each loop, by offset; kept from round to round, and only ever less. */
  readonly #loops: Map<number, Worlds> = new Map();
  readonly #selectors: ReadonlySet<number>;
  /** The ids of the values of a block. */
  readonly #own: Map<Block, ReadonlySet<number>> = new Map();
  #changed = false;
  #faults = new Set<string>();
  #labels: Label[] = [];
  /** Of the point that is reached; empty: execution cannot come there. */
  #worlds: Worlds = new Map();
  #at = 0;

  constructor(plan: BodyPlan, trace: Trace, body: Uint8Array) {
    this.#plan = plan;
    this.#marks = trace.marks;
    this.#body = body;
    this.#selectors = new Set(plan.locals.selectors);
  }

  run(): readonly string[] {
    do {
      this.#changed = false;
      this.#faults = new Set();
      this.#round();
    } while (this.#changed);
    return [...this.#faults];
  }

  #fault(text: string): void {
    this.#faults.add(`at byte ${this.#at}: ${text}`);
  }

  #round(): void {
    const reader = new ByteReader(this.#body);
    for (let groups = reader.u32(); groups > 0; groups--) {
      reader.u32();
      reader.u8();
    }
    const worlds: Worlds = new Map([["", this.#start()]]);
    this.#labels = [{ worlds: new Map(), loop: false, skipping: undefined, height: 0 }];
    this.#worlds = worlds;
    let next = 0;
    while (!reader.done) {
      this.#at = reader.at;
      const mark = this.#marks[next];
      if (mark !== undefined && mark.at <= reader.at) {
        next++;
        if (mark.kind === "node") this.#node(mark.node.block);
        else if (mark.kind === "panicIf") {
          reader.at += 2;
          this.#panicIf(mark.value);
        } else {
          reader.at = mark.end;
          if (mark.kind === "value") for (const world of this.#worlds.values()) this.#value(world, mark);
          else this.#frame(mark.made);
        }
        continue;
      }
      this.#instruction(reader);
    }
    if (this.#labels.length > 0) this.#fault("a construct is open at the end");
  }

  /** The parameters hold what the IR calls them, all other locals nothing. */
  #start(): World {
    const { func, type, uses, locals } = this.#plan;
    const held: Held[] = Array.from({ length: type.params.length + locals.declared.length }, () => nothing);
    for (const block of func.blocks) {
      for (const value of block.values) {
        if (value.op !== "param" || uses.live[value.id] === 0) continue;
        const index = value.imm as number;
        held[index] = [...held[index]!, value.id];
      }
    }
    return new World(held);
  }

  #frame(made: boolean): void {
    const { func, locals } = this.#plan;
    // One without a frame may look for room on the stack.
    if (func.frameSize === 0) return;
    for (const world of this.#worlds.values()) {
      if (made) world.locals[locals.framePointer] = [framePointer];
      else if (!world.locals[locals.framePointer]!.includes(framePointer))
        this.#fault("the frame is given back where its local holds something else");
    }
  }

  /** A block begins: its phis become their args, and all worlds become one. */
  #node(block: Block | undefined): void {
    if (block === undefined) return;
    const { func, uses } = this.#plan;
    const worlds: Worlds = new Map();
    const phis = uses.phis(block);
    let own = this.#own.get(block);
    if (own === undefined)
      this.#own.set(
        block,
        (own = new Set(block.values.filter(({ op }) => op !== "param").map(({ id }) => id))),
      );
    for (const world of this.#worlds.values()) {
      const { from, side } = world;
      if (side === "landing" ? block !== func.landing : !this.#isEdge(from, side, block))
        this.#fault(`b${block.id} is entered from b${from?.id}, successor ${side}`);
      const index = from === undefined ? -1 : block.preds.indexOf(from);
      const phisByArg = new Map<number, number[]>();
      for (const phi of index < 0 ? [] : phis) {
        const arg = uses.resolve(phi.args[index]!);
        const list = phisByArg.get(arg.id);
        if (list === undefined) phisByArg.set(arg.id, [phi.id]);
        else list.push(phi.id);
      }
      // Parameters are there before their block is.
      if (from !== undefined) world.enter(own, phisByArg);
      world.from = block;
      world.side = undefined;
      addWorld(worlds, world);
    }
    this.#worlds = worlds;
  }

  #isEdge(from: Block | undefined, side: Side, to: Block): boolean {
    if (from === undefined) return to === this.#plan.func.blocks[0];
    if (typeof side === "number") return from.succs[side] === to;
    return from.kind === "jump" && from.succs[0] === to;
  }

  #value(world: World, { value, inverse }: Extract<Mark, { kind: "value" }>): void {
    const { uses } = this.#plan;
    const info = uses.infoOf(value);
    const all = operandsOf(value);
    // The condition of a panic.if was taken from the stack in front of its arm.
    const operands = info.form === "panic.if" ? all.slice(1) : all;
    for (let k = operands.length - 1; k >= 0; k--) {
      const operand = uses.resolve(operands[k]!);
      const throughFrame = k === 0 && info.form === "memory" && operand.op === "frame";
      this.#expect(world, throughFrame ? framePointer : operand.id, value);
    }
    // What follows is the branch that unwinds, or nothing.
    if (value.op === "panic.if") world.side = "landing";
    const width = resultCount(value);
    if (width === 0) return;
    const results =
      width === 1 && value.type.kind !== "tuple"
        ? [value]
        : Array.from({ length: width }, (_, i) => uses.extracts.get(value)?.[i]);
    for (const result of results)
      push(world, { held: result === undefined ? nothing : [result.id], negated: inverse });
  }

  /** Pops what must hold a value. */
  #expect(world: World, id: number, user: Value): void {
    const entry = this.#pop(world);
    if (entry.negated || !entry.held.includes(id))
      this.#fault(`v${user.id} (${user.op}) needs ${name(id)}, and the stack holds ${describe(entry)}`);
  }

  #pop(world: World): Entry {
    const entry = world.stack.pop();
    if (entry !== undefined) return entry;
    this.#fault("the stack is empty");
    return { held: nothing, negated: false, number: undefined };
  }

  #panicIf(value: Value): void {
    const arm: Worlds = new Map();
    for (const world of this.#worlds.values()) {
      const condition = this.#truth(this.#pop(world), value.args[0]!);
      if (condition !== true) this.#fault(`the condition of v${value.id} (panic.if) is not that of the IR`);
      addWorld(arm, world.copy());
    }
    this.#open(false, this.#worlds);
    this.#worlds = arm;
  }

  /** Whether an entry is not 0 exactly if the condition is not (true) or is (false); undefined: neither. */
  #truth(entry: Entry, condition: Value): boolean | undefined {
    const { uses } = this.#plan;
    let truth = !entry.negated;
    for (let value = uses.resolve(condition); ;) {
      if (entry.held.includes(value.id)) return truth;
      const zero =
        value.op === "i32.eqz" ||
        ((value.op === "i32.eq" || value.op === "i32.ne") && isZero(uses.resolve(value.args[1]!)));
      if (!zero) return undefined;
      if (value.op !== "i32.ne") truth = !truth;
      value = uses.resolve(value.args[0]!);
    }
  }

  #open(loop: boolean, skipping?: Worlds): void {
    const [first] = this.#worlds.values();
    this.#labels.push({ worlds: new Map(), loop, skipping, height: first?.stack.length ?? 0 });
  }

  #instruction(reader: ByteReader): void {
    const code = reader.u8();
    switch (code) {
      case instruction.block:
        reader.u8();
        this.#open(false);
        return;
      case instruction.loop:
        reader.u8();
        this.#loop();
        return;
      case instruction.if: {
        reader.u8();
        const [then, otherwise] = this.#decide();
        this.#open(false, otherwise);
        this.#worlds = then;
        return;
      }
      case instruction.else: {
        const label = this.#labels[this.#labels.length - 1]!;
        this.#leave(label, this.#worlds);
        this.#worlds = label.skipping ?? new Map();
        label.skipping = undefined;
        return;
      }
      case instruction.end:
        this.#end();
        return;
      case instruction.br:
        this.#branch(reader.u32(), this.#worlds);
        this.#worlds = new Map();
        return;
      case instruction.brIf: {
        const [taken, otherwise] = this.#decide();
        this.#branch(reader.u32(), taken);
        this.#worlds = otherwise;
        return;
      }
      case instruction.brTable: {
        const depths = Array.from({ length: reader.u32() + 1 }, () => reader.u32());
        this.#switch(depths);
        return;
      }
      case instruction.return:
        this.#return(this.#worlds);
        this.#worlds = new Map();
        return;
      case instruction.unreachable:
        this.#worlds = new Map();
        return;
      default:
        this.#plain(code, reader);
    }
  }

  /** Instructions that are no values of the IR. */
  #plain(code: number, reader: ByteReader): void {
    const index = code >= instruction.localGet && code <= instruction.globalSet ? reader.u32() : 0;
    const number = code === instruction.i32Const ? Number(reader.signed()) : undefined;
    if (code === instruction.i64Const) reader.signed();
    else if (code === instruction.f32Const) reader.f32();
    else if (code === instruction.f64Const) reader.f64();
    for (const world of this.#worlds.values()) {
      switch (code) {
        case instruction.localGet:
          push(world, { held: world.locals[index]!, number: world.selectors.get(index) });
          break;
        case instruction.localSet:
        case instruction.localTee: {
          const entry = this.#pop(world);
          if (this.#selectors.has(index) && entry.number !== undefined)
            world.selectors.set(index, entry.number);
          world.locals[index] = entry.negated ? nothing : entry.held;
          if (code === instruction.localTee) world.stack.push(entry);
          break;
        }
        case instruction.globalGet:
          push(world, { held: [unwindReason] });
          break;
        case instruction.drop:
          this.#pop(world);
          break;
        case instruction.i32Eqz: {
          const { held, negated } = this.#pop(world);
          push(world, { held, negated: !negated });
          break;
        }
        case instruction.i32Const:
        case instruction.i64Const:
        case instruction.f32Const:
        case instruction.f64Const:
          push(world, { held: nothing, number });
          break;
        default:
          this.#fault(`an instruction ${code} that stands for nothing`);
      }
    }
    // The setting of a register makes other worlds of them.
    this.#worlds = regrouped(this.#worlds);
  }

  #loop(): void {
    let worlds = this.#loops.get(this.#at);
    if (worlds === undefined) this.#loops.set(this.#at, (worlds = new Map()));
    this.#open(true);
    const label = this.#labels[this.#labels.length - 1]!;
    for (const world of this.#worlds.values()) if (addWorld(worlds, world)) this.#changed = true;
    this.#labels[this.#labels.length - 1] = { ...label, worlds };
    this.#worlds = new Map();
    for (const world of worlds.values()) addWorld(this.#worlds, world.copy());
  }

  /** Pops a condition: the worlds in which it is not 0, and the others. */
  #decide(): [Worlds, Worlds] {
    const taken: Worlds = new Map();
    const otherwise: Worlds = new Map();
    for (const world of this.#worlds.values()) {
      const entry = this.#pop(world);
      const other = world.copy();
      if (entry.held.includes(unwindReason)) {
        other.side = "landing";
      } else {
        const block = world.from;
        const truth = block?.kind === "if" ? this.#truth(entry, block.control[0]!) : undefined;
        if (truth === undefined)
          this.#fault(`the branch at the end of b${block?.id} asks ${describe(entry)}`);
        other.side = truth === false ? 1 : 0;
        world.side = truth === false ? 0 : 1;
      }
      addWorld(taken, other);
      addWorld(otherwise, world);
    }
    return [taken, otherwise];
  }

  #switch(depths: readonly number[]): void {
    const { uses } = this.#plan;
    for (const world of this.#worlds.values()) {
      const entry = this.#pop(world);
      if (entry.number !== undefined) {
        // A dispatch register: only one edge is taken.
        const target = world.copy();
        for (const [local, value] of world.selectors)
          if (value === entry.number) target.selectors.delete(local);
        this.#branch(depths[Math.min(entry.number, depths.length - 1)]!, new Map([["", target]]));
        continue;
      }
      const { from } = world;
      const control = from?.kind === "switch" ? uses.resolve(from.control[0]!) : undefined;
      if (from === undefined || control === undefined || !entry.held.includes(control.id)) {
        this.#fault(`the table at the end of b${from?.id} asks ${describe(entry)}`);
        continue;
      }
      const sides = new Set<number>();
      for (let i = 0; i < depths.length; i++) {
        const side = i < from.cases.length ? from.cases[i]! : from.succs.length - 1;
        if (sides.has(side)) continue;
        sides.add(side);
        const target = world.copy();
        target.side = side;
        this.#branch(depths[i]!, new Map([["", target]]));
      }
    }
    this.#worlds = new Map();
  }

  #branch(depth: number, worlds: Worlds): void {
    const label = this.#labels[this.#labels.length - 1 - depth];
    if (label === undefined) this.#fault(`a branch to label ${depth}`);
    else this.#leave(label, worlds);
  }

  #leave(label: Label, worlds: Worlds): void {
    for (const world of worlds.values())
      // Results are on the stack where the function is left, unless it is unwound.
      if (
        addWorld(
          label.worlds,
          world.copy(label === this.#labels[0] && world.side !== "landing" ? undefined : label.height),
        ) &&
        label.loop
      )
        this.#changed = true;
  }

  #end(): void {
    const label = this.#labels.pop();
    if (label === undefined) return;
    if (label.loop) return;
    for (const worlds of [this.#worlds, label.skipping ?? new Map<string, World>()])
      for (const world of worlds.values())
        addWorld(label.worlds, this.#labels.length === 0 ? world : world.copy(label.height));
    this.#worlds = label.worlds;
    if (this.#labels.length === 0) this.#return(this.#worlds);
  }

  /** The results are those of the IR, unless the stack is unwound. */
  #return(worlds: Worlds): void {
    const { uses } = this.#plan;
    for (const world of worlds.values()) {
      if (world.side === "landing") continue;
      const { from } = world;
      if (from?.kind !== "return") {
        this.#fault(`b${from?.id} returns`);
        continue;
      }
      for (let i = from.control.length - 1; i >= 0; i--) {
        const result = uses.resolve(from.control[i]!);
        const entry = this.#pop(world);
        if (entry.negated || !entry.held.includes(result.id))
          this.#fault(`result ${i} of b${from.id} is v${result.id}, and the stack holds ${describe(entry)}`);
      }
    }
  }
}

function push(world: World, entry: Partial<Entry> & { readonly held: Held }): void {
  world.stack.push({ negated: false, number: undefined, ...entry });
}

function regrouped(worlds: Worlds): Worlds {
  const groups: Worlds = new Map();
  for (const world of worlds.values()) addWorld(groups, world);
  return groups;
}

function isZero(value: Value): boolean {
  return value.op === "ptr.null" || (value.op === "i32.const" && value.imm === 0);
}

function describe({ held, negated }: Entry): string {
  const text = held.length === 0 ? "nothing known" : held.map(name).join(" or ");
  return negated ? `the opposite of ${text}` : text;
}

function name(id: number): string {
  return id === framePointer ? "the frame pointer" : id === unwindReason ? "the reason" : `v${id}`;
}
