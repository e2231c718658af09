/**
 * What an op may do besides computing its result, from harmless to everything:
 * pure: nothing; equal args have equal results, it may be moved, merged and dropped.
 * reads: reads memory; may be dropped, and moved if nothing writes in between.
 * panics: may end the execution of the block; kept in order with writes; may be dropped if it provably does not.
 * allocates: takes new memory; may be dropped when its result is unused.
 * writes: changes memory.
 * calls: anything, including not coming back and suspending.
 */
export type Effect = "pure" | "reads" | "panics" | "allocates" | "writes" | "calls";

/** What the `imm` field of a value holds. */
export type ImmKind = "none" | "int" | "number" | "bytes" | "selector" | "opcode";

/** What the `sym` field of a value names. */
export type SymKind = "none" | "func" | "data" | "layout";

/** Where an op may be used: go: before lowering; wasm: after it; both: on either level. */
export type OpLevel = "go" | "wasm" | "both";

/** One row of the op table. */
export interface OpSpec<L extends OpLevel = OpLevel> {
  readonly level: L;
  /**
   * Types of the args: space-separated types, `T` for the type of the result, `A` for any one type that all `A`
   * share, `?` for any type, a last `*` for any number of args of any type.
   */
  readonly args: string;
  /** Type of the result; `T`: as given on the value. */
  readonly result: string;
  readonly effect: Effect;
  readonly commutative: boolean;
  readonly imm: ImmKind;
  readonly sym: SymKind;
  /** The wasm opcode: one byte, or 0xfc00 | n for the prefixed ones; -1 where there is none. */
  readonly code: number;
  /** It traps for some args: though pure, it must not be computed where the program would not compute it. */
  readonly traps?: boolean;
  readonly doc: string;
}

/** Makes the rows of ops that are no instructions of the target. */
export function rowOf<L extends OpLevel>(
  level: L,
): (
  args: string,
  result: string,
  effect: Effect,
  commutative: boolean,
  imm: ImmKind,
  sym: SymKind,
  doc: string,
) => OpSpec<L> {
  return (args, result, effect, commutative, imm, sym, doc) => ({
    level,
    args,
    result,
    effect,
    commutative,
    imm,
    sym,
    code: -1,
    doc,
  });
}
