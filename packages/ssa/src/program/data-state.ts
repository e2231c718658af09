import type * as ast from "@goes/ast";
import type * as ir from "@goes/ir";
import type * as types from "@goes/types";
import type { BodylessFunc } from "../linking/directives.ts";
import type { Linknames } from "../linking/linkname.ts";
import type { ConditionalFunc } from "../linking/conditional-linking.ts";
import type { Wrapper } from "../synthesized/recovering.ts";

/** A type that has a descriptor in the program. */
export interface Descriptor {
  readonly type: types.Type;
  readonly symbol: string;
  /** Index in the order of first use: the type id, less one. */
  readonly index: number;
  /** Reflection can reach values of the type and put them into interfaces. */
  reflected: boolean;
  /** Reflection can come across the type: its parts have descriptors. */
  described: boolean;
  /** Closure objects of the functions for comparing and hashing, if needed. */
  equal: string | undefined;
  hash: string | undefined;
}

/** A type whose values can be in interfaces. */
export interface ConvertedType {
  readonly descriptor: Descriptor;
  /** By name of the method (unexported: with the path of its package). */
  readonly methods: ReadonlyMap<string, types.MethodSetEntry>;
  /** Functions by selector: the row of the dispatch table. */
  readonly row: Map<string, string>;
}

/** What is known of the initialisation of a package. */
export interface PackageInitState {
  readonly checked: types.CheckedPackage;
  /** The initialiser of each variable. */
  readonly initializers: ReadonlyMap<types.Var, types.Initializer>;
  /** Initialisers that need code: the symbols of their functions. */
  readonly dynamic: Map<ast.Expr, string>;
  /** Initialisers that have been looked at. */
  readonly seen: Set<ast.Expr>;
  /** The `init` functions in order. */
  readonly initFuncs: readonly types.Func[];
}

/** What the data side remembers during the build of one program. */
export interface DataState {
  readonly irTypes: Map<types.Type, ir.Type | null>;
  readonly sizes: Map<types.Type, number>;
  readonly offsets: Map<types.StructType, readonly number[]>;
  readonly keys: Map<types.Type, string>;
  readonly layouts: Map<types.Type, string>;
  readonly pointers: Map<types.Type, readonly number[]>;
  /** Numbers of the types that are declared in functions, by where their names are. */
  readonly localTypes: Map<types.Package, Map<number, number>>;
  /** Types declared in instances of generic functions, with the type arguments of the instance. */
  readonly implicitArgs: Map<types.NamedType, readonly types.Type[]>;
  readonly descriptors: Map<string, Descriptor>;
  readonly descriptorList: Descriptor[];
  readonly converted: Map<string, ConvertedType>;
  /** Selectors that are called through interfaces, by name of the method. */
  readonly called: Map<string, Set<string>>;
  readonly candidates: Map<string, ConvertedType[]>;
  /** Interfaces that type assertions ask for. */
  readonly asserted: Map<string, types.Type>;
  /** Descriptors whose parts are still to be made reachable. */
  readonly pendingDescriptors: Descriptor[];
  /** Wrappers that pass calls on. */
  readonly wrappers: Wrapper[];
  /**
   * What descriptors lead to beyond what reflection can see of values. hidden: parts that it cannot get values of are
   * reflected too, since it can make values of them; all: types that it does not come across, since it can look for them.
   */
  readonly expands: { hidden: boolean; all: boolean };
  /** Names of methods that reflection asks for by a constant name. */
  readonly reflectedNames: Set<string>;
  readonly packageInits: Map<types.Package, PackageInitState>;
  /** The symbols of the variables that have been reached. */
  readonly globals: Map<types.Var, string>;
  /** What the linknames of the program say, once it has been asked for. */
  linknames: Linknames | undefined;
  /** How functions without a body are called. */
  readonly bodyless: Map<types.Func, BodylessFunc>;
  /** Functions without a body, by their paths, and the symbols that they refer to and nothing defines. */
  readonly missingSymbols: Map<string, string>;
  /** Messages about references that are not allowed. */
  readonly refusedSymbols: Set<string>;
  /** Functions that turn into others at the end, by symbol. */
  readonly conditionalFuncs: Map<string, ConditionalFunc>;
  /** The number of data symbols without a name so far. */
  anonymous: number;
}

/** The state at the start of a build. */
export function createDataState(): DataState {
  return {
    irTypes: new Map(),
    sizes: new Map(),
    offsets: new Map(),
    keys: new Map(),
    layouts: new Map(),
    pointers: new Map(),
    localTypes: new Map(),
    implicitArgs: new Map(),
    descriptors: new Map(),
    descriptorList: [],
    converted: new Map(),
    called: new Map(),
    candidates: new Map(),
    asserted: new Map(),
    pendingDescriptors: [],
    wrappers: [],
    expands: { hidden: false, all: false },
    reflectedNames: new Set(),
    packageInits: new Map(),
    globals: new Map(),
    linknames: undefined,
    bodyless: new Map(),
    missingSymbols: new Map(),
    refusedSymbols: new Set(),
    conditionalFuncs: new Map(),
    anonymous: 0,
  };
}
