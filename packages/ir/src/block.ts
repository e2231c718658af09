import type { Pos } from "@goes/source";
import type { Value } from "./value.ts";

/**
 * How a block ends: jump → succs[0]; if → control[0] ? succs[0] : succs[1]; switch → succs[cases[control[0]]],
 * the last successor if the index is out of range; return with control as results; unreachable after a call
 * that does not return.
 */
export type BlockKind = "jump" | "if" | "switch" | "return" | "unreachable";

/** A basic block. Its successors are distinct, so an edge is named by its two ends. */
export class Block {
  /** Unique in the function; printed as `b<id>`. */
  readonly id: number;
  kind: BlockKind = "unreachable";
  /** Phis first, then in order of execution. */
  values: Value[] = [];
  control: Value[] = [];
  succs: Block[] = [];
  /** The args of a phi are parallel to these. */
  preds: Block[] = [];
  /** Of a switch: index of the successor for each value of the control from 0. */
  cases: number[] = [];
  /** Execution is not expected to come here: the emitter lays it out last. */
  unlikely = false;
  pos: Pos = 0;

  constructor(id: number) {
    this.id = id;
  }
}
