import type { Pos } from "@goes/source";

/** What all nodes share. Positions are those of the first character and after the last one. */
export interface NodeBase {
  readonly pos: Pos;
  readonly end: Pos;
}
