import type { Block } from "@goes/ir";

/** The paths from the resume block of a function through loop headers to the blocks that restore, by state. */
export class ResumePaths {
  /** From the resume block (undefined) and from each header: where each state goes. */
  readonly #targets: Map<Block | undefined, Map<number, Block>> = new Map();
  /** By header: blocks that lead there with a state. */
  readonly #entries: Map<Block, Map<Block, number>> = new Map();
  /** By header: blocks in which the state has served. */
  readonly #clears: Map<Block, Block[]> = new Map();
  readonly #inside: (header: Block, block: Block) => boolean;

  /** `inside` tells whether a block belongs to the loop of a header. */
  constructor(inside: (header: Block, block: Block) => boolean) {
    this.#inside = inside;
  }

  /** Sends a state from a header, or the resume block, to a block. */
  add(from: Block | undefined, state: number, to: Block): void {
    const targets = this.#targets.get(from);
    if (targets === undefined) this.#targets.set(from, new Map([[state, to]]));
    else targets.set(state, to);
  }

  /** Notes that `block` jumps to `header` with a state. */
  enter(header: Block, block: Block, state: number): void {
    const entries = this.#entries.get(header);
    if (entries === undefined) this.#entries.set(header, new Map([[block, state]]));
    else entries.set(block, state);
  }

  /** Notes that the state of a header has served in `block`. */
  clear(header: Block, block: Block): void {
    const blocks = this.#clears.get(header);
    if (blocks === undefined) this.#clears.set(header, [block]);
    else blocks.push(block);
  }

  /** The headers through which paths lead. */
  headers(): Block[] {
    return [...this.#targets.keys()].filter((block) => block !== undefined);
  }

  all(): Iterable<[Block | undefined, ReadonlyMap<number, Block>]> {
    return this.#targets;
  }

  /** The state with which `block` enters the loop of `header`; undefined for other predecessors. */
  stateOf(header: Block, block: Block): number | undefined {
    return this.#entries.get(header)?.get(block);
  }

  clears(header: Block): readonly Block[] {
    return this.#clears.get(header) ?? [];
  }

  /** Whether a predecessor of a header is an edge back from inside the loop. */
  isInside(header: Block, block: Block): boolean {
    return this.#inside(header, block);
  }
}
