import type * as ast from "@goes/ast";
import {
  diagnostic,
  type Diagnostic,
  type DiagnosticCode,
  type DiagnosticNote,
  type Pos,
  type Report,
} from "@goes/source";
import type { Info, Initializer, TypeAndValue } from "../info.ts";
import type { Const, Func, PkgName, TypeName, TypesObject, Var } from "../object.ts";
import type { Package } from "../package.ts";
import type { CheckedPackage, Importer, PackageInput } from "../program.ts";
import type { Scope } from "../scope.ts";
import type { TypeEnvironment } from "../environment.ts";
import { goesSizes } from "../sizes.ts";
import { relativeTo, type Qualifier } from "../type-string.ts";
import type { Operand } from "./operand.ts";
import type { Universe } from "../universe.ts";
import { newestVersion } from "../version.ts";
import type { ArrayType, InterfaceType, NamedType, Signature, Type, TypeParam } from "../type.ts";

/** Where a package-level object (or a local type or constant) is declared, and what it depends on. */
export interface DeclInfo {
  readonly file: FileContext;
  /** The scope in which the declaration is resolved. */
  readonly scope: Scope;
  readonly node:
    | {
        readonly kind: "const";
        readonly typ: ast.Expr | undefined;
        readonly init: ast.Expr | undefined;
        readonly inherited: boolean;
        readonly iota: number;
        readonly spec: ast.ConstSpec;
      }
    | {
        readonly kind: "var";
        readonly lhs: readonly Var[];
        readonly typ: ast.Expr | undefined;
        readonly init: ast.Expr | undefined;
        readonly spec: ast.VarSpec;
      }
    | { readonly kind: "type"; readonly spec: ast.TypeSpec }
    | { readonly kind: "func"; readonly decl: ast.FuncDecl };
  /** Package-level constants, variables and functions of the same package that the declaration mentions. */
  readonly deps: Set<TypesObject>;
  /** The initialiser (var) or body (func) has been checked. */
  bodyChecked: boolean;
}

/** What holds for all declarations of a file. */
export interface FileContext {
  readonly file: ast.File;
  readonly scope: Scope;
  /** Minor language version: 21 for `go1.21`. */
  readonly version: number;
  readonly imports: { readonly obj: PkgName; readonly spec: ast.ImportSpec }[];
  /** Packages imported with `.`, for "imported and not used". */
  readonly dotImports: { readonly pkg: Package; readonly spec: ast.ImportSpec; used: boolean }[];
}

/** What holds at the point that is being checked. */
export interface Environment {
  /** The package-level declaration whose initialiser or body is being checked. */
  decl: DeclInfo | undefined;
  scope: Scope;
  version: number;
  file: FileContext | undefined;
  /** Value of `iota` inside constant declarations. */
  iota: number | undefined;
  /** In repeated constant expressions errors are reported at the constant's name. */
  errorPos: Pos;
  /** Signature of the innermost function. */
  signature: Signature | undefined;
  /** Calls of the predeclared `panic`, for the analysis of terminating statements. */
  panicCalls: Set<ast.CallExpr> | undefined;
  /** A label was seen in the function. */
  hasLabel: boolean;
  /** An expression contained a function call or receive: `len(x)` is then not constant. */
  hasCallOrReceive: boolean;
  /** Inside a type parameter list. */
  inTypeParams: boolean;
}

/** The state of checking one package. Functions of this folder take it as their first argument. */
export class Checker {
  readonly input: PackageInput;
  readonly pkg: Package;
  readonly info: Info;
  readonly importer: Importer;
  readonly #report: Report;
  readonly files: FileContext[] = [];
  readonly decls: Map<TypesObject, DeclInfo> = new Map();
  /** Declarations of methods by the type name of their receiver, in source order. */
  readonly methodsOf: Map<TypeName, { readonly func: Func; readonly info: DeclInfo }[]> = new Map();
  /** Package-level objects in source order. */
  readonly objects: TypesObject[] = [];
  /** All functions with bodies in source order, blank and init functions too. */
  readonly functions: Func[] = [];
  readonly imported: Map<string, CheckedPackage> = new Map();
  /** Checks that wait until the types that they look at are complete. */
  readonly delayed: { readonly env: Environment; readonly action: () => void }[] = [];
  /** Defined types that have been found to contain neither themselves nor any that do. */
  readonly soundTypes: Set<Type> = new Set();
  readonly #path: TypesObject[] = [];
  readonly #onPath: Set<TypesObject> = new Set();
  /** Right-hand sides of defined types that are still being declared. */
  readonly pendingRhs: Map<NamedType, Type> = new Map();
  /** Entry points that are running: delayed actions are theirs to process. */
  active = 0;
  /** Untyped operands that are the left operand of a shift that is not constant. */
  readonly shiftOperands: Set<ast.Expr> = new Set();
  /** Objects that file scopes hold by `import .`, per file. */
  readonly dotObjects: Map<FileContext, Map<TypesObject, { used: boolean }>> = new Map();
  /** Packages by their objects' packages: who resolves an imported object. */
  readonly universe: Universe;
  readonly types: TypeEnvironment;
  /** Names of receiver type parameters made for a method, by its declaration. */
  readonly receiverTypeParams: Map<ast.FuncDecl, readonly TypeParam[]> = new Map();
  /** Explicit type arguments of function arguments whose others are to be inferred. */
  readonly partialInstances: WeakMap<Operand, readonly Type[]> = new WeakMap();
  /** What messages call the variable that a generic function is assigned to. */
  targetName = "variable";
  /** Array types that may be larger than the address space. */
  readonly largeArrays: { readonly type: ArrayType; readonly pos: Pos }[] = [];
  /** Channel types, for the limit of the size of their elements. */
  readonly channels: { readonly element: Type; readonly pos: Pos }[] = [];
  /** Objects of the cycles of declarations that have been reported. */
  readonly cyclicObjects: Set<TypesObject> = new Set();
  /** Signatures of functions whose parameters are being resolved. */
  readonly pendingSignatures: Set<Type> = new Set();
  /** The interface types that are written out, with their positions. */
  readonly interfaceLiterals: { readonly type: InterfaceType; readonly pos: Pos }[] = [];
  /** Variables of functions with directives. */
  readonly localEmbeds: { readonly spec: ast.VarSpec }[] = [];
  initOrderCache: readonly Initializer[] | undefined = undefined;
  env: Environment;
  errorCount = 0;
  /** Functions in whose bodies errors were found. */
  readonly faultyBodies: Set<Func> = new Set();
  /** Operands that have been checked ahead of the expressions that begin with them. */
  readonly prepared: Map<ast.Expr, Operand> = new Map();

  constructor(
    input: PackageInput,
    pkg: Package,
    universe: Universe,
    info: Info,
    importer: Importer,
    report: Report,
  ) {
    this.universe = universe;
    this.types = {
      qualifier: unambiguous(pkg),
      sizes: input.sizes ?? goesSizes,
      allows: (version) => minorVersion(version, 0) <= this.env.version,
    };
    this.input = input;
    this.pkg = pkg;
    this.info = info;
    this.importer = importer;
    this.#report = report;
    this.env = newEnvironment(pkg.scope);
  }

  /** Reports an error. Messages that only follow from an earlier error are dropped. */
  error(code: DiagnosticCode, pos: Pos, message: string, notes: readonly DiagnosticNote[] = []): void {
    if (this.errorCount > 0 && /invalid operand|invalid type/.test(message)) return;
    this.errorCount++;
    const at = this.env.errorPos !== 0 ? this.env.errorPos : pos;
    this.#report(diagnostic(code, at, this.#withOrigin(message), notes));
  }

  /** Passes on an error that something else has found. */
  pass(item: Diagnostic): void {
    this.softError(item.code, item.pos, item.template ?? item.message, item.notes);
  }

  /** Reports an error that is always an error of its own, at its own position. */
  softError(code: DiagnosticCode, pos: Pos, message: string, notes: readonly DiagnosticNote[] = []): void {
    this.errorCount++;
    this.#report(diagnostic(code, pos, this.#withOrigin(message), notes));
  }

  /** Objects that are being resolved, innermost last. */
  get path(): readonly TypesObject[] {
    return this.#path;
  }

  /** Begins to resolve an object. */
  enterObject(obj: TypesObject): void {
    this.#path.push(obj);
    this.#onPath.add(obj);
  }

  /** Ends the innermost one. */
  leaveObject(): void {
    this.#onPath.delete(this.#path.pop()!);
  }

  /** The index of an object on the path; -1 if it is not being resolved. */
  pathIndex(obj: TypesObject): number {
    return this.#onPath.has(obj) ? this.#path.lastIndexOf(obj) : -1;
  }

  /** Runs `action` when the types that are being declared are complete. */
  later(action: () => void): void {
    this.delayed.push({ env: this.env, action });
  }

  /** Runs the delayed actions from `start` on, in order, with those that they add. */
  processDelayed(start: number): void {
    const saved = this.env;
    for (let i = start; i < this.delayed.length; i++) {
      const { env, action } = this.delayed[i]!;
      this.env = env;
      action();
    }
    this.env = saved;
    this.delayed.length = start;
  }

  /** Runs an entry point: `action`, then what it delayed, unless an outer entry point will do that. */
  run<T>(action: () => T): T {
    this.active++;
    try {
      const result = action();
      if (this.active === 1) this.processDelayed(0);
      return result;
    } finally {
      this.active--;
    }
  }

  /** To a message about a feature of a later language version, where the version in force comes from. */
  #withOrigin(message: string): string {
    if (!/requires go1\.\d+ or later$/.test(message)) return message;
    const own = this.env.file?.file.goVersion;
    return own !== undefined && minorVersion(own, -1) === this.env.version
      ? `${message} (file declares //go:build ${own})`
      : `${message} (-lang was set to ${this.input.goVersion ?? newestVersion}; check go.mod)`;
  }

  /** Whether the language version in force here has minor number `minor` or more. */
  allows(minor: number): boolean {
    return this.env.version >= minor;
  }

  /** Reports a feature of a later language version; returns whether it is allowed. */
  requireVersion(minor: number, pos: Pos, what: string): boolean {
    if (this.env.version >= minor) return true;
    this.error("UnsupportedFeature", pos, `${what} requires go1.${minor} or later`);
    return false;
  }

  /** Runs `action` in `env` and returns to the present environment. */
  within<T>(env: Environment, action: () => T): T {
    const saved = this.env;
    this.env = env;
    try {
      return action();
    } finally {
      this.env = saved;
    }
  }

  recordDef(ident: ast.Ident, object: TypesObject): void {
    this.info.defs.set(ident, object);
  }

  recordUse(ident: ast.Ident, object: TypesObject): void {
    this.info.uses.set(ident, object);
  }

  recordType(expr: ast.Expr, entry: TypeAndValue): void {
    this.info.types.set(expr, entry);
  }

  /** Notes that the present declaration depends on a package-level object. */
  addDependency(object: Const | Var | Func): void {
    this.env.decl?.deps.add(object);
  }
}

/**
 * Writes packages by their names, and by their quoted paths if several packages that the program imports have one
 * name, as gc does.
 */
function unambiguous(pkg: Package): Qualifier {
  const plain = relativeTo(pkg);
  let paths: Map<string, string> | undefined;
  const several = "";
  return (other) => {
    if (other === pkg) return plain(other);
    if (paths === undefined) {
      // Messages are rare: the packages are gathered for the first one.
      const found = new Map<string, string>();
      const seen = new Set<Package>();
      const work = [...pkg.imports];
      for (let next = work.pop(); next !== undefined; next = work.pop()) {
        if (seen.has(next)) continue;
        seen.add(next);
        found.set(next.name, found.has(next.name) ? several : next.path);
        work.push(...next.imports);
      }
      paths = found;
    }
    return paths.get(other.name) === several ? `"${other.path}"` : plain(other);
  };
}

/** The environment outside of any declaration. */
export function newEnvironment(scope: Scope, file?: FileContext, decl?: DeclInfo): Environment {
  return {
    decl,
    scope,
    version: file?.version ?? 99,
    file,
    iota: undefined,
    errorPos: 0,
    signature: undefined,
    panicCalls: undefined,
    hasLabel: false,
    hasCallOrReceive: false,
    inTypeParams: false,
  };
}

/** Minor version of a `go1.N` string; `otherwise` if there is none. */
function minorVersion(version: string | undefined, otherwise: number): number {
  const match = version === undefined ? null : /^go1\.(\d+)/.exec(version);
  return match === null ? (version === "go1" ? 0 : otherwise) : Number(match[1]);
}
