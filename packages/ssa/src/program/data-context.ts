import type { RuntimeFunctionName } from "@goes/ir";
import type * as ast from "@goes/ast";
import type * as ir from "@goes/ir";
import type { EmbeddedFile, Pos, Report } from "@goes/source";
import type * as types from "@goes/types";
import type { ReachedInitializer } from "../globals/initializers.ts";
import type { SynthesizedFunc } from "../synthesized/requests.ts";
import type { DataState } from "./data-state.ts";

/** What the data side of the builder needs of the program context ({@link DataState} is its own part of it). */
export interface DataContext {
  readonly module: ir.Module;
  readonly report: Report;
  /** How many diagnostics there are so far, those of the checker included. */
  readonly faults: number;
  /** All packages of the program, imported ones first. */
  readonly packages: readonly types.CheckedPackage[];
  /** The files that variables embed, by the positions of their names. */
  readonly embeds: ReadonlyMap<Pos, readonly EmbeddedFile[]>;
  /** Made by `createDataState`, once a program. */
  readonly data: DataState;
  /** The checked form of a package of the program. */
  readonly checkedPackage: (pkg: types.Package) => types.CheckedPackage;
  /** The package belongs to the library: its variables are initialised only if reached. */
  readonly isLibrary: (pkg: types.Package) => boolean;
  /** The package belongs to the standard library, be it ours or that of a Go tree. */
  readonly isStandard: (pkg: types.Package) => boolean;
  /**
   * The symbol of a function or declared method (the origin of those of instances), which becomes reachable.
   * `typeArgs`: those of the function, or of its receiver's type; without type parameters.
   */
  readonly useFunc: (func: types.Func, typeArgs: readonly types.Type[]) => string;
  /** Who a function of the package is from. */
  readonly originOf: (pkg: types.Package | undefined) => ir.FuncOrigin;
  /** The symbol of a function of package runtime, which becomes reachable. */
  readonly runtimeFunc: (name: RuntimeFunctionName, typeArgs?: readonly types.Type[]) => string;
  /** As {@link runtimeFunc}, of a function that a directive in the runtime names. */
  readonly linkedRuntimeFunc: (name: string) => string;
  /** Queues `build` unless `symbol` has been defined before. Returns whether it is new. */
  readonly define: (symbol: string, build: () => void) => boolean;
  /** Makes the code of a function that the compiler makes, when the worklist reaches it. */
  readonly buildSynthesized: (func: SynthesizedFunc) => void;
  /** Gives package-level variables their values, when the worklist reaches them. */
  readonly buildVariables: (reached: ReachedInitializer) => void;
  /** Puts a piece of work on the worklist that the builder drains before `finishData`. */
  readonly enqueue: (work: () => void) => void;
  /** There is work on the worklist. */
  readonly hasWork: () => boolean;
  /** Builds the function `symbol` (no parameters or results) that executes `initializer`: package variables. */
  readonly buildInitializer: (
    symbol: string,
    pkg: types.CheckedPackage,
    initializer: types.Initializer,
  ) => void;
  /**
   * Builds the function of a literal outside any function (in an initialiser of a package variable), which captures
   * nothing; returns its symbol. It takes the closure object as last parameter.
   */
  readonly buildFuncLit: (literal: ast.FuncLit, pkg: types.CheckedPackage) => string;
}
