import type { Random } from "./random.ts";
import type { FunctionContext, Scope, Variable } from "./scope.ts";
import { text, type Constraint, type GoType, type Method, type NamedType, type Signature } from "./types.ts";

/** An expression; `constant` where the compiler of Go computes it, and so refuses overflow. */
export interface Expression {
  readonly text: string;
  readonly constant: boolean;
}

/**
 * What an expression may contain. Go leaves the order open of calls beside reads of variables that they change, and of
 * panics beside calls, so not an expression has both.
 * - `plain`: reads of everything; no panics, no calls with effects
 * - `risky`: as plain, and one operation that may panic
 * - `traced`: calls with effects; reads only of what they cannot change; no panics but in the calls
 */
export type Mode = "plain" | "risky" | "traced";

/** Where an expression is used. */
export interface Site {
  readonly scope: Scope;
  readonly mode: Mode;
  /** How much deeper it may get. */
  readonly depth: number;
  /** How many operations that may panic are left. */
  readonly risk: { left: number };
}

/** A function of the program. */
export interface Routine extends Signature {
  readonly name: string;
  /** Functions call those with a smaller index only. */
  readonly index: number;
  readonly typeParams: readonly { readonly name: string; readonly constraint: Constraint }[];
  /** The last parameter is variadic: its type is the slice. */
  readonly variadic: boolean;
  /** Neither prints nor changes anything, and does not panic. */
  readonly pure: boolean;
}

/** The program that is being made: what its parts share. */
export class Generator {
  readonly random: Random;
  /** Types that variables, fields and parameters may have. */
  readonly types: GoType[] = [];
  readonly namedTypes: NamedType[] = [];
  readonly interfaces: NamedType[] = [];
  /** The methods that types and interfaces share: a name has one signature in the whole program. */
  readonly methodShapes: Method[] = [];
  readonly routines: Routine[] = [];
  readonly globals: Variable[] = [];
  /** Declarations in the order of the text. */
  readonly declarations: string[] = [];
  readonly imports = new Set<string>();
  /** Uses fmt for a part of its output. */
  readonly usesFmt: boolean;
  /** Functions that print values, by type. */
  readonly showers = new Map<string, string>();
  private counter = 0;
  private traces = 0;
  private readonly seeds = new Set<string>();
  private readonly helpers = new Set<string>();

  constructor(random: Random) {
    this.random = random;
    this.usesFmt = random.chance(8);
  }

  /** A name that nothing else has. */
  fresh(prefix: string): string {
    return `${prefix}${this.counter++}`;
  }

  /** The number of a call of the trace function. */
  nextTrace(): number {
    return ++this.traces;
  }

  /** A declaration of the prelude that is in the program only if something asks for it. */
  need(helper: string): string {
    this.helpers.add(helper);
    return helper;
  }

  get needed(): ReadonlySet<string> {
    return this.helpers;
  }

  /** A global variable of a basic type that never changes, for operands that must not be constant. */
  seed(type: GoType & { kind: "basic" }, literal: () => string): string {
    const name = `seed${type.name[0]!.toUpperCase()}${type.name.slice(1)}`;
    if (!this.seeds.has(name)) {
      this.seeds.add(name);
      this.declarations.push(`var ${name} ${type.name} = ${literal()}`);
    }
    return name;
  }

  /** A type for a variable. */
  anyType(): GoType {
    return this.random.pick(this.types);
  }

  /** A type that satisfies a test, if one does. */
  typeWhere(test: (type: GoType) => boolean): GoType | undefined {
    const found = this.types.filter(test);
    return found.length === 0 ? undefined : this.random.pick(found);
  }

  /** Adds a type for variables, once. */
  addType(type: GoType): void {
    if (!this.types.some((t) => text(t) === text(type))) this.types.push(type);
  }
}

/** The context of a function at the start of its body. */
export function functionContext(
  fields: Partial<FunctionContext> & { readonly callable: number },
): FunctionContext {
  return {
    results: [],
    namedResults: false,
    typeParams: [],
    isMain: false,
    closureDepth: 0,
    ...fields,
  };
}

/** Indents lines. */
export function indent(lines: readonly string[]): string[] {
  return lines.map((line) => (line === "" ? line : `\t${line}`));
}
