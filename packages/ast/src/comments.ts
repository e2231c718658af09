import type { Pos } from "@goes/source";

/** One comment, with its markers. */
export interface Comment {
  readonly pos: Pos;
  readonly text: string;
}

/**
 * A `//go:name arguments` or `//goes:name arguments` comment that begins its line. `name` includes the prefix
 * (`go:noinline`, `goes:intrinsic`).
 */
export interface Directive {
  readonly pos: Pos;
  readonly name: string;
  /** The text after the name, trimmed. */
  readonly text: string;
}
