import type { Pos } from "@goes/source";
import type { Func } from "./func.ts";
import type { Value } from "./value.ts";

/**
 * Something of the user's program that may be on the heap, for explanations: a `variable` whose address is taken (the value
 * is its object), an `expression` that makes an object, or a `param` that holds pointers.
 */
export interface Allocation {
  readonly kind: "variable" | "expression" | "param";
  readonly func: Func;
  readonly value: Value;
  readonly pos: Pos;
  /** The name, or the expression as gc prints it. */
  readonly text: string;
  /** Of a param: the names of the function's results that are values, `~r0` where there is none. */
  readonly results?: readonly string[];
  /** Of a param: what it points to holds no pointers. */
  readonly flat?: boolean;
}
