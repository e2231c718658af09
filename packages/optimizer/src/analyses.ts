import { computeDominators, computeLoops, type Dominators, type Func, type LoopNest } from "@goes/ir";

/**
 * What passes need to know of the graph of one function, computed when it is first used and kept until a pass changes
 * blocks or edges: see `preserves` of {@link Pass}. With `verify`, `optimize` computes again after each pass what is
 * kept, and compares.
 *
 * Only the graph's analyses are kept. Half of all dominator trees were those of an unchanged graph (`gvn` and `licm`
 * after `mem2reg`), 3 to 4 % of the time of optimization in a program of 42,000 lines; keeping them takes 1 to 5 % off the
 * processor time of its whole compilation. Uses, liveness and escapes change with every value, and no two passes in a
 * row ask for them.
 */
export class Analyses {
  readonly func: Func;
  #dominators: Dominators | undefined;
  #loops: LoopNest | undefined;

  constructor(func: Func) {
    this.func = func;
  }

  get dominators(): Dominators {
    return (this.#dominators ??= computeDominators(this.func));
  }

  get loops(): LoopNest {
    return (this.#loops ??= computeLoops(this.func, this.dominators));
  }

  /** Blocks or edges have changed. */
  drop(): void {
    this.#dominators = undefined;
    this.#loops = undefined;
  }

  /** Names what is kept but no longer true. */
  stale(): string[] {
    const kept = this.#dominators;
    if (kept === undefined) return [];
    const now = computeDominators(this.func);
    const stale = sameDominators(kept, now) ? [] : ["dominators"];
    if (this.#loops !== undefined && !sameLoops(this.#loops, computeLoops(this.func, now)))
      stale.push("loops");
    return stale;
  }
}

function sameList<T>(a: ArrayLike<T>, b: ArrayLike<T>): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

function sameDominators(a: Dominators, b: Dominators): boolean {
  return (
    sameList(a.order, b.order) &&
    sameList(a.position, b.position) &&
    sameList(a.idom, b.idom) &&
    sameList(a.enter, b.enter) &&
    sameList(a.leave, b.leave) &&
    sameList(a.preorder, b.preorder)
  );
}

function sameLoops(a: LoopNest, b: LoopNest): boolean {
  const headers = (nest: LoopNest): number[] => nest.innermost.map((loop) => loop?.header.id ?? -1);
  return (
    a.loops.length === b.loops.length &&
    sameList(headers(a), headers(b)) &&
    a.loops.every((loop, i) => {
      const other = b.loops[i]!;
      return (
        loop.header === other.header &&
        loop.depth === other.depth &&
        sameList(loop.blocks, other.blocks) &&
        sameList(loop.latches, other.latches)
      );
    })
  );
}
