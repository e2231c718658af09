import type { Pos } from "@goes/source";
import type { TypesObject } from "./object.ts";

/** A block of the program and the objects that it declares, by name. */
export class Scope {
  readonly parent: Scope | undefined;
  #children: Scope[] | undefined = undefined;
  /** The extent of the block in its file; 0 for universe and packages. */
  readonly pos: Pos;
  readonly end: Pos;
  /** A function's outermost scope. */
  readonly isFunc: boolean;
  /** Undefined while nothing is declared: most blocks declare nothing. */
  #objects: Map<string, TypesObject> | undefined = undefined;

  constructor(parent: Scope | undefined, pos: Pos = 0, end: Pos = 0, isFunc = false) {
    this.parent = parent;
    this.pos = pos;
    this.end = end;
    this.isFunc = isFunc;
    if (parent !== undefined) (parent.#children ??= []).push(this);
  }

  /** The scopes inside, in source order. */
  get children(): readonly Scope[] {
    return this.#children ?? noScopes;
  }

  /** The object that this scope itself declares under `name`. */
  lookup(name: string): TypesObject | undefined {
    return this.#objects?.get(name);
  }

  /**
   * The object that `name` denotes here or in an enclosing scope. With `pos`, only objects that are visible at
   * that position count.
   */
  lookupParent(name: string, pos: Pos = 0): TypesObject | undefined {
    // Scopes nest as deep as a chain of else-if is long.
    const own = this.#objects?.get(name);
    if (own !== undefined && (pos === 0 || own.scopePos <= pos)) return own;
    for (let scope = this.parent; scope !== undefined; scope = scope.parent) {
      const found = scope.#objects?.get(name);
      if (found !== undefined && (pos === 0 || found.scopePos <= pos)) return found;
    }
    return undefined;
  }

  /**
   * The innermost scope that contains `pos`: this one or one inside; undefined if `pos` is outside. Ask the scope of a package, and
   * that of its file or of a function body that has been checked comes back. Universe contains no position.
   */
  innermost(pos: Pos): Scope | undefined {
    // A package has no extent of its own: its files do.
    const bounded = this.pos !== 0 || this.end !== 0;
    if (bounded && (pos < this.pos || this.end <= pos)) return undefined;
    for (const child of this.children) {
      const found = child.innermost(pos);
      if (found !== undefined) return found;
    }
    return bounded ? this : undefined;
  }

  /** Declares `object`; returns the object that already has its name, and changes nothing then. */
  insert(object: TypesObject): TypesObject | undefined {
    const objects = (this.#objects ??= new Map<string, TypesObject>());
    const present = objects.get(object.name);
    if (present !== undefined) return present;
    objects.set(object.name, object);
    if (object.parent === undefined) object.parent = this;
    return undefined;
  }

  /** The declared names, sorted. */
  names(): string[] {
    return [...(this.#objects?.keys() ?? [])].toSorted();
  }

  /** The declared objects in order of declaration. */
  objects(): Iterable<TypesObject> {
    return this.#objects?.values() ?? noObjects;
  }
}

const noScopes: readonly Scope[] = [];
const noObjects: readonly TypesObject[] = [];
