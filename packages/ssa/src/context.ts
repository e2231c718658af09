import { Module } from "@goes/ir";
import { diagnostic, InternalError, type FileSet, type Pos, type Report } from "@goes/source";
import { goesSizes, type CheckedPackage, type Func, type Sizes, type Type, type Var } from "@goes/types";

/** What the builder is given: the checked packages of one program. */
export interface ProgramInput {
  /** By import path, in dependency order. */
  readonly packages: ReadonlyMap<string, CheckedPackage>;
  /** Path of package main. */
  readonly main: string;
  readonly files: FileSet;
  readonly report: Report;
}

/** How the parts of the builder that the context cannot know are reached; set once by `buildProgram`. */
export interface ProgramHooks {
  /** The symbol of a function or method (origin) with its type arguments, binding linknames and imports. */
  readonly funcSymbol: (func: Func, typeArgs: readonly Type[]) => string;
  /** Builds the body of a function under its symbol. */
  readonly buildFunc: (func: Func, typeArgs: readonly Type[], symbol: string) => void;
  /** The symbol of a package-level variable. */
  readonly globalSymbol: (variable: Var) => string;
  /** Adds the data symbol of a package-level variable and queues its initialisation. */
  readonly declareGlobal: (variable: Var, symbol: string) => void;
}

/**
 * The state of building one program. Functions, instances and variables are made on first use: whoever needs one
 * asks for its symbol and may rely on its being in the module at the end.
 */
export class ProgramContext {
  readonly module: Module = new Module();
  readonly packages: ReadonlyMap<string, CheckedPackage>;
  readonly main: string;
  readonly files: FileSet;
  readonly report: Report;
  readonly sizes: Sizes = goesSizes;
  #hooks: ProgramHooks | undefined = undefined;
  readonly #queue: (() => void)[] = [];
  readonly #known: Set<string> = new Set();
  readonly #parts: Map<unknown, unknown> = new Map();

  constructor(input: ProgramInput) {
    this.packages = input.packages;
    this.main = input.main;
    this.files = input.files;
    this.report = input.report;
  }

  /** Connects the builder of functions; called once before anything is used. */
  connect(hooks: ProgramHooks): void {
    this.#hooks = hooks;
  }

  /**
   * The symbol of a function or concrete method, which is built if it is new. `typeArgs` are those of the
   * function, or of the receiver's type for a method; they hold no type parameters.
   */
  useFunc(func: Func, typeArgs: readonly Type[] = []): string {
    const origin = func.origin;
    const hooks = this.#connected();
    const symbol = hooks.funcSymbol(origin, typeArgs);
    this.define(symbol, () => {
      hooks.buildFunc(origin, typeArgs, symbol);
    });
    return symbol;
  }

  /** The symbol of a package-level variable, whose initialisation becomes part of the program. */
  useGlobal(variable: Var): string {
    const hooks = this.#connected();
    const symbol = hooks.globalSymbol(variable);
    this.define(symbol, () => {
      hooks.declareGlobal(variable, symbol);
    });
    return symbol;
  }

  /** The function `name` of package runtime. */
  runtimeFunc(name: string, typeArgs: readonly Type[] = []): string {
    const object = this.packages.get("runtime")?.pkg.scope.lookup(name);
    if (object?.kind !== "func") throw new InternalError("ssa", `package runtime has no function ${name}`);
    return this.useFunc(object, typeArgs);
  }

  /** The type `name` of package runtime (the generic type itself where it is generic). */
  runtimeType(name: string): Type {
    const object = this.packages.get("runtime")?.pkg.scope.lookup(name);
    const type = object?.kind === "typename" ? object.type : undefined;
    if (type === undefined) throw new InternalError("ssa", `package runtime has no type ${name}`);
    return type;
  }

  /** Queues `build` unless `symbol` has been defined before. Gives whether it is new. */
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

  /** Runs the queued work, and what that queues, in order. */
  drain(): void {
    for (let i = 0; i < this.#queue.length; i++) this.#queue[i]!();
    this.#queue.length = 0;
  }

  /** The one instance of a part of the builder's state in this program, made by `create` on first use. */
  part<T>(create: (context: ProgramContext) => T): T {
    if (!this.#parts.has(create)) this.#parts.set(create, create(this));
    return this.#parts.get(create) as T;
  }

  /** The checked package that declares `object`. */
  packageOf(object: Func | Var): CheckedPackage {
    const checked = this.packages.get(object.pkg?.path ?? "");
    if (checked === undefined) throw new InternalError("ssa", `no package declares ${object.name}`);
    return checked;
  }

  /** Reports a construct that cannot be compiled yet. */
  unsupported(pos: Pos, what: string): void {
    this.report(diagnostic("Unsupported", pos, `${what} not supported yet`));
  }

  #connected(): ProgramHooks {
    if (this.#hooks === undefined) throw new InternalError("ssa", "the program context is not connected");
    return this.#hooks;
  }
}
