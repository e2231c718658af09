import type * as ast from "@goes/ast";
import {
  Func as IrFunc,
  Module,
  runtimeFunction,
  runtimeSymbol,
  type FuncOrigin,
  type RuntimeFunctionName,
} from "@goes/ir";
import {
  diagnostic,
  InternalError,
  type EmbeddedFile,
  type FileSet,
  type Pos,
  type Report,
} from "@goes/source";
import type { CheckedPackage, Func, Initializer, Package, Type, Var } from "@goes/types";
import { bodylessFunc } from "../linking/directives.ts";
import { createDataState, type DataState } from "./data-state.ts";
import { funcSymbol } from "../names/symbols.ts";
import { reachGlobal } from "../globals/reach-globals.ts";
import type { ReachedInitializer } from "../globals/initializers.ts";
import type { SynthesizedFunc } from "../synthesized/requests.ts";
import type { DataContext } from "./data-context.ts";

/** As `-buildmode` of `go build` names it. */
export type BuildMode = "exe" | "c-shared";

/** What the builder is given: the checked packages of one program. */
export interface ProgramInput {
  /** By import path, in dependency order. */
  readonly packages: ReadonlyMap<string, CheckedPackage>;
  /** Path of package main. */
  readonly main: string;
  readonly files: FileSet;
  readonly report: Report;
  /**
   * How many diagnostics there are so far: those of `report`, and those that checking the bodies of library packages, which is done when
   * they are needed, has led to. None unless it is given.
   */
  readonly countFaults?: () => number;
  /** The files that variables embed, by the positions of their names. */
  readonly embeds?: ReadonlyMap<Pos, readonly EmbeddedFile[]>;
  /** Paths of packages of the library: their variables are initialised only if reached. */
  readonly library?: ReadonlySet<string>;
  /** Paths of packages of the standard library that are not in `library`: from a Go tree. */
  readonly treePackages?: ReadonlySet<string>;
  /** What is made: a program with `_start`, or a library with `_initialize` whose main is never called. Default: a program. */
  readonly buildMode?: BuildMode;
  /** The program needs what loops without calls use to let other goroutines run. */
  readonly preempt?: boolean;
  /** The program suspends at every call. */
  readonly suspendEverywhere?: boolean;
  /** `allocations` of the module are wanted. */
  readonly explain?: boolean;
}

/** What a {@link ProgramContext} is made for: a program, or one package of it alone. */
interface ContextInput extends ProgramInput {
  /** Only functions of the package `main` get bodies, and instances that they use; all others are called by name. */
  readonly onePackage?: boolean;
}

/** The builders of bodies, which rest on the context. */
export interface BodyBuilders {
  /** Builds a declared function (origin) with its type arguments under its symbol. */
  readonly buildFunc: (func: Func, typeArgs: readonly Type[], symbol: string) => void;
  /** Adds the function without its body. */
  readonly declareFunc: (func: Func, typeArgs: readonly Type[], symbol: string) => void;
  readonly buildInitializer: (symbol: string, pkg: CheckedPackage, initializer: Initializer) => void;
  readonly buildFuncLit: (literal: ast.FuncLit, pkg: CheckedPackage) => string;
}

/** What makes code and data when the worklist reaches something that was asked for; set once by `buildProgram`. */
export interface Builders extends BodyBuilders {
  /** Makes the code of a function that the compiler makes. */
  readonly buildSynthesized: (func: SynthesizedFunc) => void;
  /** Gives package-level variables their values. */
  readonly buildVariables: (reached: ReachedInitializer) => void;
}

/**
 * The state of building one program. Functions, instances and variables are made on first use: whoever needs one
 * asks for its symbol and may rely on its being in the module at the end.
 */
export class ProgramContext implements DataContext {
  readonly module: Module = new Module();
  readonly packages: readonly CheckedPackage[];
  readonly main: string;
  readonly files: FileSet;
  readonly report: Report;
  readonly data: DataState = createDataState();
  readonly embeds: ReadonlyMap<Pos, readonly EmbeddedFile[]>;
  readonly #byPath: ReadonlyMap<string, CheckedPackage>;
  readonly #library: ReadonlySet<string>;
  readonly #treePackages: ReadonlySet<string>;
  readonly #onePackage: boolean;
  readonly #builders: Builders;
  readonly #countFaults: () => number;
  readonly #parts: Map<unknown, unknown> = new Map();
  readonly #queue: (() => void)[] = [];
  readonly #known: Set<string> = new Set();
  readonly #linked: Map<Func, string> = new Map();

  constructor(input: ContextInput, builders: (context: ProgramContext) => Builders) {
    this.packages = [...input.packages.values()];
    this.#byPath = input.packages;
    this.#library = input.library ?? new Set();
    this.#treePackages = input.treePackages ?? new Set();
    this.#onePackage = input.onePackage ?? false;
    if (input.explain === true) this.module.allocations = [];
    this.main = input.main;
    this.embeds = input.embeds ?? new Map();
    this.files = input.files;
    this.report = input.report;
    this.#countFaults = input.countFaults ?? ((): number => 0);
    this.#builders = builders(this);
  }

  /** How many diagnostics there are so far. */
  get faults(): number {
    return this.#countFaults();
  }

  /** The checked form of a package of the program. */
  checkedPackage(pkg: Package): CheckedPackage {
    const checked = this.#byPath.get(pkg.path);
    if (checked === undefined)
      throw new InternalError("ssa", `package ${pkg.path} is not part of the program`);
    return checked;
  }

  /** The package belongs to the library. */
  isLibrary(pkg: Package): boolean {
    return this.#library.has(pkg.path);
  }

  /** The package belongs to the standard library, be it ours or that of a Go tree. */
  isStandard(pkg: Package): boolean {
    return this.#library.has(pkg.path) || this.#treePackages.has(pkg.path);
  }

  /**
   * The symbol of a function or concrete method, which is built if it is new. `typeArgs` are those of the
   * function, or of the receiver's type for a method; they hold no type parameters.
   */
  useFunc(func: Func, typeArgs: readonly Type[] = []): string {
    const origin = func.origin;
    const linked = this.#linked.get(origin);
    if (linked !== undefined) return linked;
    const bodyless = bodylessFunc(this, origin);
    if (bodyless?.kind === "function") {
      this.#linked.set(origin, bodyless.symbol);
      return bodyless.symbol;
    }
    const symbol = funcSymbol(this, origin, typeArgs);
    const declared = this.#onePackage && this.#isElsewhere(origin, typeArgs);
    this.define(symbol, () => {
      if (declared) this.#builders.declareFunc(origin, typeArgs, symbol);
      else this.#builders.buildFunc(origin, typeArgs, symbol);
    });
    return symbol;
  }

  /** Where one package is built: the function belongs to another, and is no instance that only its users can build. */
  #isElsewhere({ pkg }: Func, typeArgs: readonly Type[]): boolean {
    return pkg?.path !== this.main && (typeArgs.length === 0 || pkg?.path === "runtime");
  }

  /** The symbol of a package-level variable, whose initialisation becomes part of the program. */
  useGlobal(variable: Var): string {
    return reachGlobal(this, variable);
  }

  /** Who a function of the package is from. */
  originOf(pkg: Package | undefined): FuncOrigin {
    if (pkg === undefined) return "library";
    if (pkg.path === "runtime") return "runtime";
    return this.isLibrary(pkg) ? "library" : "user";
  }

  /** The function `name` of package runtime. */
  runtimeFunc(name: RuntimeFunctionName, typeArgs: readonly Type[] = []): string {
    if (this.#onePackage && !this.#byPath.has("runtime")) {
      const symbol = runtimeSymbol(name);
      const { params, results, typeParams } = runtimeFunction(name);
      if (typeParams > 0) throw new InternalError("ssa", `${name} needs package runtime`);
      this.define(symbol, () => {
        const func = new IrFunc(symbol, params, results);
        func.origin = "runtime";
        this.module.funcs.set(symbol, func);
      });
      return symbol;
    }
    return this.#runtimeFunc(name, typeArgs);
  }

  /** The function of package runtime that a directive of the runtime names. */
  linkedRuntimeFunc(name: string): string {
    return this.#runtimeFunc(name, []);
  }

  #runtimeFunc(name: string, typeArgs: readonly Type[]): string {
    const object = this.#byPath.get("runtime")?.pkg.scope.lookup(name);
    if (object?.kind !== "func") throw new InternalError("ssa", `package runtime has no function ${name}`);
    return this.useFunc(object, typeArgs);
  }

  /** Builds the function `symbol` that executes `initializer`. */
  buildInitializer(symbol: string, pkg: CheckedPackage, initializer: Initializer): void {
    this.#builders.buildInitializer(symbol, pkg, initializer);
  }

  /** Builds the function of a literal outside any function; returns its symbol. */
  buildFuncLit(literal: ast.FuncLit, pkg: CheckedPackage): string {
    return this.#builders.buildFuncLit(literal, pkg);
  }

  /** Makes the code of a function that the compiler makes. */
  buildSynthesized(func: SynthesizedFunc): void {
    this.#builders.buildSynthesized(func);
  }

  /** Gives package-level variables their values. */
  buildVariables(reached: ReachedInitializer): void {
    this.#builders.buildVariables(reached);
  }

  /** Queues `build` unless `symbol` has been defined before. Returns whether it is new. */
  define(symbol: string, build: () => void): boolean {
    if (this.#known.has(symbol)) return false;
    this.#known.add(symbol);
    this.#queue.push(build);
    return true;
  }

  /** Queues work of the builder. */
  enqueue(build: () => void): void {
    this.#queue.push(build);
  }

  /** There is queued work. */
  hasWork(): boolean {
    return this.#queue.length > 0;
  }

  /** Runs the queued work, and what that queues, in order. */
  drain(): void {
    for (let i = 0; i < this.#queue.length; i++) this.#queue[i]!();
    this.#queue.length = 0;
  }

  /** The one instance of a part of the builder's state in this program, made by `create` on first use. */
  part<T>(create: () => T): T {
    if (!this.#parts.has(create)) this.#parts.set(create, create());
    return this.#parts.get(create) as T;
  }

  /** Reports a construct that cannot be compiled yet. */
  unsupported(pos: Pos, what: string): void {
    this.report(diagnostic("Unsupported", pos, `${what} not supported yet`));
  }
}
