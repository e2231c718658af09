import type { Block } from "@goes/ir";

/** The values of the IR that a local or an entry of the stack holds, by id, in no order; empty: unknown. */
export type Held = readonly number[];

/** Nothing that is known. */
export const nothing: Held = Object.freeze([]);

/** What is on the operand stack. */
export interface Entry {
  readonly held: Held;
  /** It is 0 exactly if the value is not. */
  readonly negated: boolean;
  /** The number, if the entry is an i32.const of the emitter's own or a dispatch register. */
  readonly number: number | undefined;
}

/** By which successor a world left its block; `landing`: a call came back unwinding. */
export type Side = number | "landing" | undefined;

/**
 * What is known at a point of the code about all executions that came there from the same block, by the same
 * successor, with the same values in the dispatch registers.
 */
export class World {
  /** The block that is being executed, or was left last. */
  from: Block | undefined = undefined;
  side: Side = undefined;
  /** Values of dispatch registers by local. */
  readonly selectors: Map<number, number>;
  readonly locals: Held[];
  stack: Entry[];

  constructor(locals: Held[], stack: Entry[] = [], selectors: ReadonlyMap<number, number> = new Map()) {
    this.locals = locals;
    this.stack = stack;
    this.selectors = new Map(selectors);
  }

  /** Worlds with the same key are one. */
  get key(): string {
    const selectors = [...this.selectors].map(([local, value]) => `${local}=${value}`);
    return `${this.from?.id}/${this.side}/${selectors.join()}`;
  }

  /** A copy whose stack has the height. */
  copy(height = this.stack.length): World {
    const world = new World([...this.locals], this.stack.slice(0, height), this.selectors);
    world.from = this.from;
    world.side = this.side;
    return world;
  }

  /** Keeps what both know; returns whether that is less than before. */
  meet(other: World): boolean {
    let changed = false;
    for (let i = 0; i < this.locals.length; i++) {
      const held = common(this.locals[i]!, other.locals[i]!);
      if (held.length === this.locals[i]!.length) continue;
      this.locals[i] = held;
      changed = true;
    }
    for (let i = 0; i < this.stack.length; i++) {
      const [mine, theirs] = [this.stack[i]!, other.stack[i]!];
      const same = mine.negated === theirs.negated;
      const held = same ? common(mine.held, theirs.held) : nothing;
      const number = mine.number === theirs.number ? mine.number : undefined;
      if (held.length === mine.held.length && number === mine.number) continue;
      this.stack[i] = { held, negated: mine.negated, number };
      changed = true;
    }
    return changed;
  }

  /**
   * Enters a block: phis become their args, all at once; what holds a value of an earlier iteration of the block does not
   * hold it any more.
   *
   * @param own The ids of the values of the block, phis included.
   * @param phisByArg The ids of the phis by the id of their arg.
   */
  enter(own: ReadonlySet<number>, phisByArg: ReadonlyMap<number, readonly number[]>): void {
    const change = (held: Held): Held => {
      if (!held.some((id) => own.has(id) || phisByArg.has(id))) return held;
      return [...held.filter((id) => !own.has(id)), ...held.flatMap((id) => phisByArg.get(id) ?? [])];
    };
    const { locals, stack } = this;
    for (let i = 0; i < locals.length; i++) locals[i] = change(locals[i]!);
    for (let i = 0; i < stack.length; i++) {
      const entry = stack[i]!;
      const held = change(entry.held);
      if (held !== entry.held) stack[i] = { ...entry, held };
    }
  }
}

function common(a: Held, b: Held): Held {
  if (a === b) return a;
  const held = a.filter((id) => b.includes(id));
  return held.length === a.length ? a : held;
}

/** The worlds of a point by key. */
export type Worlds = Map<string, World>;

/** Adds a world to others, which may then know less; returns whether they changed. The world must not be used afterwards. */
export function addWorld(worlds: Worlds, world: World): boolean {
  const { key } = world;
  const present = worlds.get(key);
  if (present !== undefined) return present.meet(world);
  worlds.set(key, world);
  return true;
}
