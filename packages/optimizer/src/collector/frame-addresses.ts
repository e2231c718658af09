import { opSpec, runtimeSymbol, type Func, type Value } from "@goes/ir";

/** An object on the stack that a function can clear: a part of its frame, or what a caller leaves to it. */
export interface StackObject {
  /** The parameter that is its address; undefined: it is in the frame of the function. */
  readonly param: number | undefined;
  /** Its first byte: in the frame, or after the parameter, which is 0. */
  readonly begin: number;
  readonly end: number;
}

/** Objects by their number, from bit 1 on. Bit 0: memory that is none of them. */
export type Mask = bigint;

const elsewhere: Mask = 1n;

/** The bit of an object. */
export function bitOf(index: number): Mask {
  return 2n << BigInt(index);
}

const deferCall = runtimeSymbol("deferCall");

/**
 * Where the addresses of objects on the stack go in their function: which values may lead to which objects, and which objects hold
 * addresses of others. Escape analysis has seen to it that callees keep none of them, apart from records of deferred
 * calls, and that they return none but those that they are passed or find there.
 */
export class FrameAddresses {
  readonly objects: readonly StackObject[];
  /** By value id. */
  readonly #leads: Mask[] = [];
  /** By object: the addresses that it may hold. */
  readonly #contents: Mask[];
  /** What the function cannot see the last use of. */
  #kept: Mask = 0n;

  constructor(func: Func, objects: readonly StackObject[]) {
    this.objects = objects;
    this.#contents = objects.map(() => 0n);
    for (let changed = true; changed;) {
      changed = false;
      const before = [this.#kept, ...this.#contents];
      for (const block of func.blocks) {
        for (const value of block.values) {
          const now = this.#visit(value);
          if (now === this.leadsOf(value)) continue;
          this.#leads[value.id] = now;
          changed = true;
        }
      }
      changed ||= [this.#kept, ...this.#contents].some((mask, i) => mask !== before[i]);
    }
  }

  /** The object of an address in the frame, or of a parameter, as it is written down: not of what is computed from one. */
  baseOf({ op, imm }: Value): number | undefined {
    const index =
      op === "frame"
        ? this.objects.findIndex(
            ({ param, begin, end }) =>
              param === undefined && begin <= (imm as number) && (imm as number) < end,
          )
        : op === "param"
          ? this.objects.findIndex(({ param }) => param === imm)
          : -1;
    return index < 0 ? undefined : index;
  }

  /** The objects that a value may be an address in. */
  leadsOf({ id }: Value): Mask {
    return this.#leads[id] ?? 0n;
  }

  /** These objects, and those that are reached from there. */
  reachedFrom(from: Mask): Mask {
    let all = from;
    for (let before = 0n; before !== all;) {
      before = all;
      this.#contents.forEach((held, i) => {
        if ((all & bitOf(i)) !== 0n) all |= held;
      });
    }
    return all;
  }

  /** The objects that these may hold addresses of. */
  contentsOf(objects: Mask): Mask {
    return this.#contents.reduce((all, held, i) => ((objects & bitOf(i)) === 0n ? all : all | held), 0n);
  }

  /** Objects that are used somewhere where the function does not see it. */
  get kept(): Mask {
    return this.reachedFrom(this.#kept) & ~elsewhere;
  }

  #visit(value: Value): Mask {
    const { op, args } = value;
    const base = this.baseOf(value);
    if (base !== undefined) return bitOf(base);
    if (op === "phi" || op === "extract") return this.#allOf(args);
    if (op === "select") return this.#allOf(args.slice(1));
    if (op === "memory.copy") {
      this.#store(this.leadsOf(args[0]!), this.contentsOf(this.leadsOf(args[1]!)));
      return 0n;
    }
    if (op === "call" || op === "call.indirect") {
      const passed = this.reachedFrom(this.#allOf(args));
      if (value.sym === deferCall) this.#kept |= passed;
      return passed | elsewhere;
    }
    if (isStore(op)) {
      this.#store(this.leadsOf(args[0]!), this.leadsOf(args[1]!));
      return 0n;
    }
    if (isLoad(op)) return this.contentsOf(this.leadsOf(args[0]!)) | elsewhere;
    if (args.length === 0) return op === "param" || op === "global" || op === "stack.get" ? elsewhere : 0n;
    return opSpec(op).effect !== "pure" || isComparison(op) ? 0n : this.#allOf(args);
  }

  #allOf(values: readonly Value[]): Mask {
    return values.reduce((all, value) => all | this.leadsOf(value), 0n);
  }

  #store(to: Mask, held: Mask): void {
    const addresses = held & ~elsewhere;
    if (addresses === 0n) return;
    if (to === 0n || (to & elsewhere) !== 0n) this.#kept |= addresses;
    this.objects.forEach((_, i) => {
      if ((to & bitOf(i)) !== 0n) this.#contents[i]! |= addresses;
    });
  }
}

/** Whether the op loads. */
export function isLoad(op: string): boolean {
  return /^\w+\.load(\d+_[su])?$/.test(op);
}

/** Whether the op stores its second arg where the first one says. */
export function isStore(op: string): boolean {
  return /^\w+\.store\d*$/.test(op);
}

/** The bytes that a load or store accesses. */
export function accessSize(op: string): number {
  const narrow = /(?:load|store)(\d+)/.exec(op);
  if (narrow !== null) return Number(narrow[1]) / 8;
  return /^(i64|f64|payload)/.test(op) ? 8 : 4;
}

function isComparison(op: string): boolean {
  return /\.(eqz?|ne|[lg][te](_[su])?)$/.test(op);
}
