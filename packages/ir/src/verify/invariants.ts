/**
 * The invariants of a function. Passes may rely on them and must leave them intact. Blocks that cannot be reached keep
 * those of the shape (the first six), their values are not looked at.
 */
// prettier-ignore
export const invariants = {
  entry:     "The entry has no predecessors.",
  landing:   "The landing block is another block than the entry, listed, without predecessors.",
  listed:    "Blocks and values are listed once, each with an id of its own; `value.block` is the block that lists the value.",
  edges:     "succs and preds are mirror images; the successors of a block are distinct, and listed in the function.",
  ends:      "The kind of a block fits its control and successors: jump 0/1, if 1 (bool or i32)/2, switch 1 (integer)/≥1 with cases below the number of successors, return as many controls as results and of their types, unreachable 0/0.",
  phis:      "Phis come first in their block and have one arg, of their type, for each predecessor.",
  dominance: "Every arg and control is a value of the function whose definition dominates the use (for a phi: the end of the predecessor). The entry dominates the landing block.",
  unwinding: "What the landing region uses from outside it is defined in the entry.",
  level:     "The op is one of the function's level.",
  args:      "Number and types of the args fit the row of the op table; a condition is a bool or i32.",
  result:    "The type of the result fits the row of the op table.",
  params:    "`param`s are in the entry, numbered within params, and of their type.",
  imm:       "imm is there, of the kind that the row asks for, and not otherwise.",
  sym:       "sym is there if the row asks for it, and not otherwise; the symbol exists, when a module is given.",
  sig:       "Indirect calls have a sig, no other op has.",
  call:      "A call fits the signature of its function, or its sig.",
  fields:    "`make.struct` has a value for each field of its type; `extract` takes a field that is there, of its type.",
} as const;

/** The name of an invariant. */
export type Invariant = keyof typeof invariants;

/** What is wrong with a function. */
export interface Violation {
  /** undefined: the function is so broken that the verifier itself failed. */
  readonly invariant: Invariant | undefined;
  readonly message: string;
}
