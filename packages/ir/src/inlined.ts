import type { Pos } from "@goes/source";

/** Where a value was before the function around it was inlined. */
interface InlinedPosition {
  /** In the inlined function; may be inlined itself. */
  readonly pos: Pos;
  /** Of the call that it replaces; may be inlined itself. */
  readonly call: Pos;
  /** The inlined function. */
  readonly callee: string;
}

/** A position as traces list it. */
export interface TracePosition {
  /** The function; undefined for the one in which the value is now. */
  readonly func: string | undefined;
  readonly pos: Pos;
}

/** Above all positions of sources. */
const base = 2 ** 30;

/**
 * Positions of values that have been inlined: numbers above those of the sources, so that a value carries one number
 * still.
 */
export class InlinedPositions {
  readonly #list: InlinedPosition[] = [];

  /** The position of what was at `pos` of `callee`, now instead of a call. */
  add(pos: Pos, call: Pos, callee: string): Pos {
    this.#list.push({ pos, call, callee });
    return base + this.#list.length - 1;
  }

  /** The functions that a position is in, the innermost first, each with the position in it. */
  positions(pos: Pos): readonly TracePosition[] {
    const out: TracePosition[] = [];
    this.#collect(pos, undefined, out);
    return out;
  }

  #collect(pos: Pos, func: string | undefined, out: TracePosition[]): void {
    let at = pos;
    for (let inlined = this.#list[at - base]; inlined !== undefined; inlined = this.#list[at - base]) {
      this.#collect(inlined.pos, inlined.callee, out);
      at = inlined.call;
    }
    out.push({ func, pos: at });
  }
}
