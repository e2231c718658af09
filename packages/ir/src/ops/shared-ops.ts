import { rowOf, type OpSpec } from "./op-spec.ts";

const op = rowOf("both");

/**
 * The ops of both levels: lowering makes their args components and leaves the ops.
 *
 * Columns: types of the args, type of the result, effect, commutative, what imm and sym hold, meaning.
 * {@link OpSpec} explains the notation.
 */
// prettier-ignore
export const sharedOps = {
  "param":                op("",                "T",       "pure",      false, "int",      "none",   "the parameter number imm (from 0); only in the entry block"),
  "phi":                  op("*",               "T",       "pure",      false, "none",     "none",   "the arg of the predecessor from which the block was entered"),
  "copy":                 op("T",               "T",       "pure",      false, "none",     "none",   "the arg; passes replace its uses"),
  "extract":              op("?",               "T",       "pure",      false, "int",      "none",   "field imm of a struct or tuple; on the wasm level result imm of a call"),
  "select":               op("? T T",           "T",       "pure",      false, "none",     "none",   "args[1] if args[0] (bool or i32) is true, else args[2]; both are evaluated"),
  "global":               op("",                "ptr",     "pure",      false, "int",      "data",   "the address of the data symbol plus imm"),
  "call":                 op("*",               "T",       "calls",     false, "none",     "func",   "calls the function with the args; more than one result make a tuple"),
  "barrier":              op("ptr ?",           "void",    "writes",    false, "none",     "none",   "args[1] bytes at args[0] are about to be overwritten, which may be pointers: the collector wants to know"),
  "offset":               op("ptr",             "ptr",     "pure",      false, "int",      "none",   "args[0] + imm"),
  "table.index":          op("",                "i32",     "pure",      false, "none",     "func",   "the index of a function in the table"),
} as const satisfies Record<string, OpSpec<"both">>;
