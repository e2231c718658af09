import {
  computeLiveness,
  computeReversePostorder,
  hasBit,
  type Block,
  type Func,
  type Value,
} from "@goes/ir";
import { defining } from "./defining.ts";
import { accessSize, bitOf, isLoad, isStore, type FrameAddresses, type Mask } from "./frame-addresses.ts";

/** Objects of more words than this are looked at as a whole. */
const mostWords = 64;

/** A part of an object that is live or not: a word of a small one, or all of a large one. */
export interface Unit {
  readonly object: number;
  readonly begin: number;
  readonly end: number;
}

/** What may be used of the objects on the stack after a call has returned, or where a panic in it is recovered. */
export interface After {
  /** Units, by bits. */
  readonly units: bigint;
  /** Objects that values lead to which are used later, with these values. */
  readonly values: readonly Value[];
}

/**
 * Which parts of the objects on the stack may be used later, by backward data flow. A store to the frame ends the life of what was
 * there before; a load begins one; any other use of an address uses all of the object. What is computed from an address
 * leads to the object for as long as it is live itself.
 */
export class FrameLiveness {
  readonly units: readonly Unit[];
  readonly #func: Func;
  readonly #addresses: FrameAddresses;
  readonly #unitsOf: readonly (readonly number[])[];
  readonly #liveIn: bigint[] = [];
  readonly #values: ReturnType<typeof computeLiveness>;

  constructor(func: Func, addresses: FrameAddresses) {
    this.#func = func;
    this.#addresses = addresses;
    const units: Unit[] = [];
    this.#unitsOf = addresses.objects.map(({ begin, end }, object) => {
      const size = end - begin > 4 * mostWords ? end - begin : 4;
      const own: number[] = [];
      for (let at = begin; at < end; at += size)
        own.push(units.push({ object, begin: at, end: at + size }) - 1);
      return own;
    });
    this.units = units;
    this.#values = computeLiveness(func);
    const order = computeReversePostorder(func).reverse();
    for (let changed = true; changed;) {
      changed = false;
      for (const block of order) {
        const live = this.#walk(block, undefined);
        if (live === (this.#liveIn[block.id] ?? 0n)) continue;
        this.#liveIn[block.id] = live;
        changed = true;
      }
    }
  }

  /** All units of these objects. */
  unitsOf(objects: Mask): bigint {
    let all = 0n;
    this.#unitsOf.forEach((own, object) => {
      if ((objects & bitOf(object)) !== 0n) for (const unit of own) all |= 1n << BigInt(unit);
    });
    return all;
  }

  /** What is used after the calls of a block. */
  afterCalls(block: Block, isCall: (value: Value) => boolean): ReadonlyMap<Value, After> {
    const found = new Map<Value, After>();
    const { landing } = this.#func;
    const landingUnits = landing === undefined ? 0n : (this.#liveIn[landing.id] ?? 0n);
    const landingValues = landing === undefined ? undefined : this.#values.liveIn[landing.id]!;
    const units = new Map<Value, bigint>();
    this.#walk(block, (value, live) => {
      if (isCall(value)) units.set(value, live | landingUnits);
    });
    if (units.size === 0) return found;
    const live = this.#values.liveOut[block.id]!.slice();
    const set = ({ id }: Value): void => {
      live[id >> 5]! |= 1 << (id & 31);
    };
    const derived = this.#derived();
    block.control.forEach(set);
    for (let i = block.values.length - 1; i >= 0; i--) {
      const value = block.values[i]!;
      live[value.id >> 5]! &= ~(1 << (value.id & 31));
      if (value.op === "phi") continue;
      const at = units.get(value);
      if (at !== undefined) {
        const values = derived.filter(
          ({ id }) => hasBit(live, id) || (landingValues !== undefined && hasBit(landingValues, id)),
        );
        found.set(value, { units: at, values });
      }
      value.args.forEach(set);
    }
    return found;
  }

  #derived(): Value[] {
    const addresses = this.#addresses;
    return this.#func.blocks.flatMap(({ values }) =>
      values.filter((value) => addresses.baseOf(value) === undefined && addresses.leadsOf(value) > 1n),
    );
  }

  /** Goes through a block backwards; `at` hears what is live after each value. Returns what is live where it begins. */
  #walk(block: Block, at: ((value: Value, live: bigint) => void) | undefined): bigint {
    let live = 0n;
    for (const succ of block.succs) live |= this.#liveIn[succ.id] ?? 0n;
    for (const value of block.control) live |= this.#useOf(value);
    for (let i = block.values.length - 1; i >= 0; i--) {
      const value = block.values[i]!;
      at?.(value, live);
      live = this.#before(value, live);
    }
    return live;
  }

  #before(value: Value, live: bigint): bigint {
    const { op, args } = value;
    const [address] = args;
    const base = address === undefined ? undefined : this.#addresses.baseOf(address);
    let out = live;
    if (base !== undefined) {
      const from = address!.op === "frame" ? (address!.imm as number) : 0;
      const at = from + ((value.imm as number | undefined) ?? 0);
      if (isStore(op)) return (out & ~this.#covered(at, accessSize(op), base)) | this.#useOf(args[1]!);
      if (isLoad(op)) return out | this.#touched(at, accessSize(op), base);
      if (op === "memory.fill" || op === "memory.copy") {
        const size = args[2]!;
        if (size.op === "i32.const") out &= ~this.#covered(from, size.imm as number, base);
        return args.slice(1).reduce((all, arg) => all | this.#useOf(arg), out);
      }
    }
    const filled = op === "call" && defining.has(value.sym!) ? args[1]! : undefined;
    const object = filled === undefined ? undefined : this.#addresses.baseOf(filled);
    if (
      object !== undefined &&
      filled!.imm === this.#addresses.objects[object]!.begin &&
      filled!.op === "frame"
    )
      return args.reduce(
        (all, arg) => (arg === filled ? all : all | this.#useOf(arg)),
        out & ~this.unitsOf(bitOf(object)),
      );
    return args.reduce((all, arg) => all | this.#useOf(arg), out);
  }

  /** The units of an object whose address is used as such. */
  #useOf(value: Value): bigint {
    const base = this.#addresses.baseOf(value);
    return base === undefined ? 0n : this.unitsOf(bitOf(base));
  }

  #covered(at: number, size: number, object: number): bigint {
    return this.#some(object, ({ begin, end }) => at <= begin && end <= at + size);
  }

  /** What is outside of the object is none of it, but then nothing is known: it is used as a whole. */
  #touched(at: number, size: number, object: number): bigint {
    const { begin, end } = this.#addresses.objects[object]!;
    if (at < begin || at + size > end) return this.unitsOf(bitOf(object));
    return this.#some(object, (unit) => at < unit.end && unit.begin < at + size);
  }

  #some(object: number, holds: (unit: Unit) => boolean): bigint {
    return this.#unitsOf[object]!.reduce(
      (all, unit) => (holds(this.units[unit]!) ? all | (1n << BigInt(unit)) : all),
      0n,
    );
  }
}
