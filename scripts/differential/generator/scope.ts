import { same, type GoType } from "./types.ts";

/** A variable or constant that expressions may name. */
export interface Variable {
  readonly name: string;
  readonly type: GoType;
  /**
   * Others than the function that declares it may change it: through a closure, a pointer, or because it is global.
   * Such a variable is not read in an expression with calls, whose order Go leaves open.
   */
  readonly shared: boolean;
  readonly writable: boolean;
  /** Nothing has to be done to use it: a parameter, or a variable that its own statement reads. */
  readonly used: boolean;
}

/** What statements need to know of the function they are in. */
export interface FunctionContext {
  readonly results: readonly GoType[];
  readonly namedResults: boolean;
  /** Functions below this one in the order of calls; it may call these only, so recursion ends. */
  readonly callable: number;
  /** Type parameters in scope. */
  readonly typeParams: readonly GoType[];
  readonly isMain: boolean;
  /** Deferred calls are allowed (not in functions that must stay small). */
  readonly closureDepth: number;
}

/** The variables of a block, inside others. */
export class Scope {
  readonly parent: Scope | undefined;
  readonly fn: FunctionContext;
  readonly loopDepth: number;
  private readonly variables: Variable[] = [];

  constructor(parent: Scope | undefined, fn: FunctionContext, loopDepth: number) {
    this.parent = parent;
    this.fn = fn;
    this.loopDepth = loopDepth;
  }

  /** A block inside this one. */
  inner(): Scope {
    return new Scope(this, this.fn, this.loopDepth);
  }

  /** The body of a loop inside this block. */
  loop(): Scope {
    return new Scope(this, this.fn, this.loopDepth + 1);
  }

  declare(variable: Variable): void {
    this.variables.push(variable);
  }

  /** Those of this block that Go might find declared and not used. */
  unused(): readonly Variable[] {
    return this.variables.filter((v) => !v.used);
  }

  /** The names of this block. */
  declaredHere(): readonly string[] {
    return this.variables.map(({ name }) => name);
  }

  /** All that a name can reach here: a name of an inner block hides the same name outside. */
  visible(): readonly { readonly variable: Variable; readonly crossing: boolean }[] {
    const seen = new Set<string>();
    const out: { variable: Variable; crossing: boolean }[] = [];
    for (const scope of this.chain()) {
      for (const variable of scope.variables.toReversed()) {
        if (seen.has(variable.name)) continue;
        seen.add(variable.name);
        out.push({ variable, crossing: scope.fn !== this.fn });
      }
    }
    return out;
  }

  /** This block and those around it, from the inside out. */
  chain(): readonly Scope[] {
    return [this, ...(this.parent?.chain() ?? [])];
  }

  /** Variables of a type that can be read. */
  readable(type: GoType, allowShared: boolean): readonly Variable[] {
    return this.visible()
      .filter(({ variable }) => (allowShared || !variable.shared) && same(variable.type, type))
      .map(({ variable }) => variable);
  }

  /** Variables that can be assigned here. */
  writable(): readonly Variable[] {
    return this.visible()
      .filter(({ variable, crossing }) => variable.writable && (!crossing || variable.shared))
      .map(({ variable }) => variable);
  }
}
