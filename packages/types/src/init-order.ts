import { notWritten } from "./stub.ts";
import type { Diagnostic } from "@goes/source";
import type { Initializer } from "./info.ts";
import type { Const, Func, Var } from "./object.ts";

/** A package-level object that others may depend on. */
export type Dependency = Const | Var | Func;

/** What the checker collects for the initialisation order. */
export interface InitGraph {
  /** All package-level constants, variables and functions (methods too) in source order. */
  readonly objects: readonly Dependency[];
  /** What the initialiser or body of each refers to. */
  readonly dependencies: ReadonlyMap<Dependency, ReadonlySet<Dependency>>;
  /** The initialiser of each variable that has one; variables of one `a, b = f()` share theirs. */
  readonly initializers: ReadonlyMap<Var, Initializer>;
}

/** The order of initialisation (spec, "Package initialization") and the cycles found. */
export function computeInitOrder(graph: InitGraph): {
  readonly order: readonly Initializer[];
  readonly problems: readonly Diagnostic[];
} {
  return notWritten(graph);
}
